package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// FlatField is the key under which the picture of a widget says of which field it was.
const FlatField = "RapporteurField"

// flatten makes each widget a picture of what it shows: a stamp (ISO 32000-1, 12.5.6.12) that is locked, with the
// widget's look, on its place among the page's annotations. Drawn into the page's content the look would lie below the
// annotations that it lay above, would not be hidden with its layer, and would need tags and a stream in a page that is
// to stay as it was received; a widget that is read only would still be a form. What it says is its alternative text.
func (s *source) flatten() {
	for _, w := range s.original.form.every {
		was := w.dict
		flags, _ := s.doc.Int(was["F"])
		d := types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("Stamp"),
			"F": types.Integer(flags | flagReadOnly | flagLocked | flagFixed), FlatField: textString(s.nameOf(w))}
		for _, k := range []string{"Rect", "P", "StructParent", "OC", "M", "Lang"} {
			if v := was[k]; v != nil {
				d[k] = v
			}
		}
		if n := shownLook(s.doc.Name(was["AS"]), was["AP"]); n != nil {
			d["AP"] = types.Dict{"N": n}
		} else {
			d["AP"] = types.Dict{"N": symbol{Local, (&drawing{s: s, w: w, width: 1, h: 1}).form(nil)}} // nothing
		}
		d["Contents"] = textString(s.spoken(w))
		clear(was) // it may be known by its number already
		for k, v := range d {
			was[k] = v
		}
	}
}

// shownLook is the one stream of a settled AP that shows in a state; nil where none does.
func shownLook(state string, ap types.Object) types.Object {
	d, _ := ap.(types.Dict)
	if states, many := d["N"].(types.Dict); many {
		return states[state]
	}
	return d["N"]
}

// nameOf is the full name of the field of a widget.
func (s *source) nameOf(w *widget) string {
	fld := w.field
	if s.isPlace(fld) {
		fld = fld.parent
	}
	return fld.name
}

// spoken says a widget in words: what its field is called, and its value or state.
func (s *source) spoken(w *widget) string {
	label := s.text(s.inherited(w, "TU"))
	if label == "" {
		label = s.nameOf(w)
	}
	value := ""
	v := s.inherited(w, "V")
	if name := s.doc.Name(w.dict["AS"]); name != "" {
		value = name
	} else if ff, _ := s.doc.Int(s.inherited(w, "Ff")); ff&password == 0 {
		value = s.text(v)
	}
	if value == "" {
		return label
	}
	return label + ": " + value
}
