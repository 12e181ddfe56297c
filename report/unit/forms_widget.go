package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// The flags of annotations that are asked for (ISO 32000-1, table 165).
const (
	flagPrint    = 1 << 2
	flagReadOnly = 1 << 6
	flagLocked   = 1 << 7
	flagFixed    = 1 << 9 // its contents, too
	flagsUnseen  = 1<<0 | 1<<1 | 1<<5
)

// settleWidget gives a widget the one look that ISO 19005-3, 6.3.3 allows, for those of a button pressed or pointed at
// are nothing that a report shows; and draws it where there is none. picture says that the widget is to be looked at
// only.
//
// A signature that was given, and a field of no kind, become buttons that nobody can push: readers show their look as
// it is. Left without its value, a signature would be a place to sign, over which one reader draws a sign; with any
// value that is no signature of the report, another would call it invalid.
func (s *source) settleWidget(w *widget, kind string, picture bool) {
	d := w.dict
	ff, _ := s.doc.Int(s.inherited(w, "Ff"))
	push := picture || kind == "Btn" && ff&pushButton != 0
	n := s.normal(d)
	switch {
	case n == nil:
		n = s.draw(w, kind, ff, picture, FormDrawn)
	case s.stale(w, kind, ff, n):
		n = s.draw(w, kind, ff, picture, FormRedrawn)
	}
	states, many := n.(types.Dict)
	switch {
	case many && kind == "Btn" && !push && d["AS"] == nil: // readers disagree on what shows then
		d["AS"] = types.Name("Off")
		if v := s.doc.Name(s.inherited(w, "V")); states[v] != nil {
			d["AS"] = types.Name(v)
		}
	case many && (kind != "Btn" && !picture):
		n = states[s.doc.Name(d["AS"])]
		delete(d, "AS")
	case !many && n != nil && (push || kind == "Btn"): // a button's looks have names (ISO 19005-3, 6.3.3)
		n = types.Dict{"On": n}
		d["AS"] = types.Name("On")
	}
	if n == nil {
		delete(d, "AP")
		return
	}
	d["AP"] = types.Dict{"N": n}
}

// normal is the look of an annotation: a stream, or a dictionary of them by state; nil where it has none.
func (s *source) normal(d types.Dict) types.Object {
	o := s.doc.Dict(d["AP"])["N"]
	switch v := s.doc.Resolve(o).(type) {
	case types.StreamDict:
		if n := pdf.RefNumber(o); n > 0 {
			return s.provided(o, n, v)
		}
	case types.Dict:
		states := types.Dict{}
		for _, k := range pdf.SortedKeys(v) {
			n := pdf.RefNumber(v[k])
			if look, ok := s.doc.Resolve(v[k]).(types.StreamDict); ok && n > 0 && s.spend() {
				states[k] = s.provided(v[k], n, look)
			}
		}
		if len(states) > 0 {
			return states
		}
	}
	return nil
}

// provided is a look with resources: where it has none of its own, readers that go by practice take the form's, by
// names that may be another's in the report.
func (s *source) provided(o types.Object, n int, v types.StreamDict) types.Object {
	f := &s.original.form
	if v.Dict["Resources"] != nil || f.dict["DR"] == nil || s.replaced[n] != nil {
		return o
	}
	if _, other := s.numbers[n]; other {
		return o
	}
	d := types.Dict{"Resources": f.dict["DR"]}
	for k, e := range v.Dict {
		d[k] = e
	}
	v.Dict = d
	s.replaced[n] = v
	return o
}
