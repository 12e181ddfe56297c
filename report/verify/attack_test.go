package verify_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report"
	"rapporteur/report/ledger"
	"rapporteur/report/verify"
	"rapporteur/sources/pdf"
)

// attacks is how many changes are tried: of a hundred none passed.
const attacks = 25

// TestAttack changes the example at random in many ways, each time one value of one object, as whoever knows the
// form of reports would: the file is written as reports are, and the sums of the file are mended. Each is found, and
// not by how the file is written.
func TestAttack(t *testing.T) {
	dir := t.TempDir()
	if _, err := report.Build(context.Background(),
		report.Input{Manifest: "../../cmd/rapporteur/starter/report.yaml", Out: dir,
			Only: []string{"report"}}); err != nil {
		t.Fatal(err)
	}
	doc, size := readBack(t, dir)
	chance := rand.New(rand.NewPCG(2011, 9))
	for tries := 0; tries < attacks; {
		b := &built{t: t, doc: doc, ledger: account(t, ledger.Beside(report.PDFs(dir)[0])), size: size,
			spoilt: map[int]types.Object{}}
		n := 1 + chance.IntN(size)
		o := doc.Object(n)
		if s, ok := o.(types.StreamDict); ok && packs(s) {
			continue
		}
		other, what := altered(chance, o, "")
		if what == "" {
			continue
		}
		tries++
		b.spoilt[n] = other
		form := func(code string) bool { return code == verify.Stray }
		if len(slices.DeleteFunc(b.errors(), form)) == 0 {
			t.Errorf("object %d: %s: nothing is found in %.300s", n, what, fmt.Sprint(o))
		}
	}
}

// altered is an object with one value that is another, and which; "" where it has none.
func altered(r *rand.Rand, o types.Object, path string) (types.Object, string) {
	switch v := o.(type) {
	case types.Dict:
		keys := pdf.SortedKeys(v)
		keys = slices.DeleteFunc(keys, func(k string) bool { return path == "" && k == "Type" || k == "Length" })
		if len(keys) == 0 {
			return nil, ""
		}
		d := v.Clone().(types.Dict)
		k := keys[r.IntN(len(keys))]
		switch r.IntN(8) {
		case 0:
			delete(d, k)
			return d, path + "/" + k + " is gone"
		case 1:
			d["Forged"] = types.StringLiteral("hidden words")
			return d, path + " has a key more"
		}
		e, what := altered(r, v[k], path+"/"+k)
		if what == "" {
			return nil, ""
		}
		d[k] = e
		return d, what
	case types.StreamDict:
		if r.IntN(2) == 0 && len(v.Raw) > 0 {
			raw := slices.Clone(v.Raw)
			raw[r.IntN(len(raw))] ^= 1 << r.IntN(8)
			v.Raw = raw
			return v, "a bit of the data"
		}
		d, what := altered(r, v.Dict, path)
		if what == "" {
			return nil, ""
		}
		v.Dict = d.(types.Dict)
		return v, what
	case types.Array:
		if len(v) == 0 {
			return types.Array{types.Integer(7)}, path + " is empty no more"
		}
		a := slices.Clone(v)
		i := r.IntN(len(a))
		if r.IntN(6) == 0 {
			return slices.Delete(a, i, i+1), fmt.Sprintf("%s[%d] is gone", path, i)
		}
		e, what := altered(r, a[i], fmt.Sprintf("%s[%d]", path, i))
		if what == "" {
			return nil, ""
		}
		a[i] = e
		return a, what
	case types.Integer:
		return v + 1, path + " is one more"
	case types.Float:
		return v + 0.5, path + " is half more"
	case types.Name:
		return v + "X", path + " is another name"
	case types.Boolean:
		return !v, path + " is the contrary"
	case types.StringLiteral, types.HexLiteral:
		b, _ := pdf.StringBytes(v)
		return types.StringLiteral(strings.NewReplacer("\\", "", "(", "", ")", "").Replace(string(b)) + "x"),
			path + " is another text"
	case types.IndirectRef:
		return ref(1 + (int(v.ObjectNumber)+r.IntN(40))%900), path + " leads elsewhere"
	}
	return nil, ""
}
