package report

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/ledger"
)

// TestVolumes: the volumes of a report hold each of its parts once, under the numbers that its pages have in the
// report, and there is one contents, in the first, which names the volumes of what it does not hold.
func TestVolumes(t *testing.T) {
	for by, want := range map[string]int{"part": 2, "session": 3, "20": 2} {
		t.Run(by, func(t *testing.T) {
			in := seminar(t, symposium+"volumes: "+by+"\n")
			if r, err := Build(context.Background(), in); err != nil || r.Failed || len(r.Findings) > 0 {
				t.Fatalf("%v\n%s", err, messages(r))
			}
			whole, _ := ofOutput(t, in.Out, "report.pdf")
			var parts []string
			volumes := 0
			for n := 1; ; n++ {
				name := fmt.Sprintf("report-volume-%d.pdf", n)
				if _, err := os.Stat(filepath.Join(in.Out, name)); err != nil {
					break
				}
				volumes = n
				v, words := ofOutput(t, in.Out, name)
				for i, a := range v.ledger.Account {
					if a.Kind == ledger.PartPage && (i+1 == len(v.ledger.Account) ||
						v.ledger.Account[i+1].Kind == ledger.Index) {
						t.Errorf("%s opens nothing in volume %d", a.ID, n)
					}
					if n == 1 || a.Kind != ledger.Cover {
						parts = append(parts, accounted(a))
					}
				}
				if !strings.Contains(words, "Seminar on the law of the sea Volume "+strings.Repeat("I", n)) {
					t.Errorf("volume %d does not say which it is: %s", n, words)
				}
				if n == 1 && !strings.Contains(words, "II, ") {
					t.Errorf("its contents name no other volume: %s", words)
				}
			}
			if volumes != want {
				t.Errorf("%d volumes", volumes)
			}
			var all []string
			for _, a := range whole.ledger.Account {
				if a.Kind != ledger.Blank {
					all = append(all, accounted(a))
				}
			}
			slices.Sort(all)
			if slices.Sort(parts); !slices.Equal(parts, all) {
				t.Errorf("the volumes hold\n%q\nthe report\n%q", parts, all)
			}
		})
	}
}

// accounted is a part with the labels of its pages.
func accounted(a ledger.Account) string { return fmt.Sprint(a.Kind, " ", a.ID, " ", a.Labels) }

// TestOneVolume: volumes that would be one are not made, and that is told.
func TestOneVolume(t *testing.T) {
	in := seminar(t, strings.Replace(symposium, "report, summary, statements, sessions, recommendations, originals",
		"report", 1)+"volumes: 500\n")
	r, err := Build(context.Background(), in)
	if err != nil || r.Failed || len(r.Published) != 1 || !strings.Contains(messages(r), "volumes-one") {
		t.Fatalf("%v, %v\n%s", err, r.Published, messages(r))
	}
}
