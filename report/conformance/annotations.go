package conformance

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// annotationKinds are those that PDF/A-3 allows (ISO 19005-3, 6.3.1).
var annotationKinds = func() map[string]bool {
	all := map[string]bool{}
	for k := range strings.FieldsSeq("Text Link FreeText Line Square Circle Polygon PolyLine Highlight " +
		"Underline Squiggly " +
		"StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact") {
		all[k] = true
	}
	return all
}()

// The flags of annotations (ISO 32000-1, 12.5.3).
const (
	flagInvisible, flagHidden, flagPrint, flagNoView, flagToggle = 1, 2, 4, 32, 256
)

// annotations judges the annotations of a page.
func (j *judge) annotations(p pdf.Page) {
	list := j.Array(p.Dict["Annots"])
	if len(list) > 0 && j.Name(p.Dict["Tabs"]) != "S" {
		j.fail("tabs", "")
	}
	for _, o := range list {
		if d := j.Dict(o); d != nil {
			j.annotation(o, d, p)
		}
	}
}

func (j *judge) annotation(o types.Object, d types.Dict, p pdf.Page) {
	kind := j.Name(d["Subtype"])
	flags, flagged := j.Int(d["F"])
	if !annotationKinds[kind] {
		j.fail("annotation-kind", kind)
	}
	switch {
	case !flagged && kind != "Popup":
		j.fail("annotation-flags", kind)
	case flagged && (flags&flagPrint == 0 || flags&(flagInvisible|flagHidden|flagNoView|flagToggle) != 0):
		j.fail("annotation-hidden", kind)
	}
	j.looks(d, kind, p)
	j.acts(d["A"], 0)
	if kind == "Widget" && (d["A"] != nil || d["AA"] != nil) {
		j.fail("action", kind)
	}
	at := j.elements.parentOf(d)
	if flags&flagHidden == 0 && !outside(j, d, p) {
		j.heard(d, kind, at)
	}
	j.annotationTags(o, at)
}

// outside reports whether an annotation lies outside of what is shown of its page.
func outside(j *judge, d types.Dict, p pdf.Page) bool {
	a := j.Array(d["Rect"])
	if len(a) < 4 {
		return false
	}
	var r [4]float64
	for i := range r {
		r[i], _ = j.Number(a[i])
	}
	c := p.CropBox
	return c.Y0 >= r[3] || c.X0 >= r[2] || c.Y1 <= r[1] || c.X1 <= r[0]
}

// looks judges the appearances of an annotation (6.3.3): one for each state, and none for pointing at it.
func (j *judge) looks(d types.Dict, kind string, p pdf.Page) {
	ap, has := j.Resolve(d["AP"]).(types.Dict)
	if !has {
		if kind != "Popup" && kind != "Link" && !flat(j, d) {
			j.fail("look-missing", kind)
		}
		return
	}
	if len(ap) != 1 || ap["N"] == nil {
		j.fail("look-more", kind)
	}
	states, isStates := j.Resolve(ap["N"]).(types.Dict)
	_, isStream := j.Resolve(ap["N"]).(types.StreamDict)
	button := kind == "Widget" && j.Name(j.inheritable(d, "FT")) == "Btn"
	alone := len(ap) == 1 && ap["N"] != nil
	switch {
	case alone && button && !(isStates && j.anyStream(states)):
		j.fail("look-button", "")
	case alone && !button && !isStream:
		j.fail("look-states", kind)
	}
	resources := []types.Dict{j.Dict(p.Dict["Resources"])}
	for _, k := range pdf.SortedKeys(ap) {
		if s, ok := j.Resolve(ap[k]).(types.Dict); ok {
			for _, state := range pdf.SortedKeys(s) {
				j.appearance(s[state], resources)
			}
			continue
		}
		j.appearance(ap[k], resources)
	}
}

func (j *judge) appearance(o types.Object, resources []types.Dict) {
	if s, ok := j.Stream(o); ok {
		j.formDict(o, s)
		j.apart(o, resources, 0, false)
	}
}

func (j *judge) anyStream(states types.Dict) bool {
	for _, o := range states {
		if _, ok := j.Stream(o); ok {
			return true
		}
	}
	return false
}

// flat reports whether the rectangle of an annotation is empty.
func flat(j *judge, d types.Dict) bool {
	a := j.Array(d["Rect"])
	if len(a) < 4 {
		return false
	}
	var r [4]float64
	for i := range r {
		r[i], _ = j.Number(a[i])
	}
	return r[2] == r[0] && r[3] == r[1]
}

// inheritable is an entry of a field that may stand in a field above.
func (j *judge) inheritable(d types.Dict, key string) types.Object {
	for range maxForms {
		if d == nil || d[key] != nil {
			return d[key]
		}
		d = j.Dict(d["Parent"])
	}
	return nil
}

// heard judges what of an annotation those hear who do not see it (ISO 14289-1, 7.18).
func (j *judge) heard(d types.Dict, kind string, at *element) {
	above, alt := "", ""
	if at != nil {
		above = at.kind
		alt, _ = j.words(at.dict["Alt"])
	}
	contents, _ := j.words(d["Contents"])
	speaks := func(rule string, words ...string) {
		i := slices.IndexFunc(words, func(w string) bool { return w != "" })
		if i < 0 {
			j.fail(rule, kind)
		} else if saysNothing(words[i]) {
			j.fail("annotation-says-nothing", words[i])
		}
	}
	if kind != "Widget" {
		speaks("annotation-words", contents, alt)
	}
	switch kind {
	case "Widget":
		if above != "Form" {
			j.fail("widget-element", "")
		}
		tu, _ := j.words(d["TU"])
		if d["T"] == nil {
			tu, _ = j.words(j.Dict(d["Parent"])["TU"])
		}
		speaks("field-words", tu, alt)
	case "Link":
		if above != "Link" {
			j.fail("link-element", "")
		}
		if contents == "" {
			j.fail("link-words", "")
		}
	case "TrapNet":
		j.fail("annotation-kind", kind)
	case "PrinterMark":
		if at != nil {
			j.fail("annotation-element", kind)
		}
	default:
		if above != "Annot" {
			j.fail("annotation-element", kind)
		}
	}
}

// acts judges an action and those that follow it (ISO 19005-3, 6.5.1).
func (j *judge) acts(o types.Object, depth int) {
	d := j.Dict(o)
	if d == nil || depth > maxForms {
		return
	}
	switch s := j.Name(d["S"]); s {
	case "GoTo", "GoToR", "GoToE", "Thread", "URI", "SubmitForm":
	case "Named":
		switch n := j.Name(d["N"]); n {
		case "NextPage", "PrevPage", "FirstPage", "LastPage":
		default:
			j.fail("action", n)
		}
	default:
		j.fail("action", s)
	}
	next, ok := j.Resolve(d["Next"]).(types.Array)
	if !ok {
		next = types.Array{d["Next"]}
	}
	for _, n := range next {
		j.acts(n, depth+1)
	}
}

// fields judges the fields of a form (6.4): nothing in them acts, and no signature says that the file is as it was.
func (j *judge) fields() {
	if j.u.Form.Root > 0 {
		j.field(ref(j.local(j.u.Form.Root)), 0)
	}
}

func (j *judge) field(o types.Object, depth int) {
	d := j.Dict(o)
	if d == nil || depth > maxForms || !j.first(o) {
		return
	}
	if d["AA"] != nil {
		j.fail("action", "AA")
	}
	if v := j.Dict(d["V"]); v != nil && v["ByteRange"] != nil {
		j.fail("signature", "")
	}
	for _, k := range j.Array(d["Kids"]) {
		j.field(k, depth+1)
	}
}
