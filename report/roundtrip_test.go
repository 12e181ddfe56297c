package report

import (
	"bytes"
	"context"
	"testing"

	"rapporteur/report/assembly"
	"rapporteur/report/unit"
)

// TestRoundTripOfTheExample links the example from its units as they were made and as they were encoded and decoded:
// the same bytes.
func TestRoundTripOfTheExample(t *testing.T) {
	b := &build{in: Input{Manifest: "../cmd/rapporteur/starter/report.yaml"}}
	defer b.close()
	if planned, err := b.prepare(context.Background()); err != nil || !planned {
		t.Fatalf("%v\n%s", err, messages(b.result(true)))
	}
	e := b.editions[0]
	link := func(through func(*unit.Unit) *unit.Unit) []byte {
		units := e.supply(context.Background())
		defer units.stop()
		var b bytes.Buffer
		_, err := assembly.Write(context.Background(), &b, e.plan, func(run int) (*unit.Unit, []byte, error) {
			u, data, err := units.next(run)
			if err != nil {
				return nil, nil, err
			}
			return through(u), data, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	straight := link(func(u *unit.Unit) *unit.Unit { return u })
	decoded := link(func(u *unit.Unit) *unit.Unit {
		again, err := unit.Decode(u.Encode())
		if err != nil {
			t.Fatal(err)
		}
		return again
	})
	if !bytes.Equal(straight, decoded) {
		t.Error("units that were decoded are linked into other bytes")
	}
}
