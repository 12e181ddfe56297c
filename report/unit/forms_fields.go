package unit

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// buildForm makes the fields of the widgets that were taken. They stand as received below a node of ours, whose name
// the linker gives, so that fields of one name in two originals are two (12.7.3.2); what an AcroForm says for all of
// its fields, that node says for them.
func (s *source) buildForm() {
	f := &s.original.form
	for _, w := range f.every {
		f.enliven(w.field)
	}
	s.unseen()
	if len(f.every) == 0 {
		return
	}
	top := types.Dict{"T": symbol{FormName, 0}}
	if q, ok := s.doc.Int(f.dict["Q"]); ok {
		top["Q"] = types.Integer(q)
	}
	var self types.Object
	if !f.flat {
		s.u.Form.Root = s.u.alloc()
		self = symbol{Local, s.u.Form.Root}
	}
	slices.SortStableFunc(f.tops, func(a, b *field) int { return cmp.Compare(a.at, b.at) })
	var kids types.Array
	names := map[string]bool{}
	for _, fld := range f.tops {
		s.nameTop(fld, names)
		kids = append(kids, s.field(fld, self))
	}
	top["Kids"] = kids
	if f.flat {
		s.u.Form.ToSign = false
		s.flatten()
	} else {
		s.defaults()
		if da := f.dict["DA"]; da != nil {
			top["DA"] = da
			s.appearanceOf(top)
		}
		s.later = append(s.later, laterObject{s.u.Form.Root, top, plain})
	}
	s.sumForm()
}

// enliven notes that a field, and all above it, has something on the pages taken.
func (f *form) enliven(fld *field) {
	for ; !fld.live; fld = fld.parent {
		fld.live = true
		if fld.parent == nil {
			f.tops = append(f.tops, fld)
			return
		}
		fld.parent.kids = append(fld.parent.kids, fld)
	}
}

// unseen tells of fields that no page shows: they are not taken. Of fields on pages that are not taken nobody need be
// told.
func (s *source) unseen() {
	whole := len(s.original.selected) == len(s.doc.Pages())
	count := 0
	for _, fld := range s.original.form.nodes {
		if !fld.live && len(s.doc.Array(fld.dict["Kids"])) == 0 && (whole || !s.isWidget(fld.dict)) {
			count++
		}
	}
	if count > 0 {
		s.original.findings.add(FormUnseen, "", -1).Count = count
	}
}

// text is the text of an entry of a dictionary, "" where it has none.
func (s *source) text(o types.Object) string {
	b, _ := s.doc.String(o)
	return pdf.Text(b)
}

// textString is a text as an object.
func textString(text string) types.Object {
	b := []byte{0xFE, 0xFF}
	for _, c := range utf16.Encode([]rune(text)) {
		b = append(b, byte(c>>8), byte(c))
	}
	return types.NewHexLiteral(b)
}

// nameTop gives a field that has no parent a name where it has none: without one it would be a widget of our node. A
// field that the form does not name must not be taken for another of its name.
func (s *source) nameTop(fld *field, names map[string]bool) {
	name := s.text(fld.dict["T"])
	given := name
	if given == "" {
		given = "unnamed"
	}
	if name == "" || fld.stray && names[name] {
		base := given
		for i := 1; name == "" || names[given]; i++ {
			given = base + "-" + strconv.Itoa(i)
			name = given
		}
		fld.dict = maps.Clone(fld.dict)
		fld.dict["T"] = textString(given)
		for _, w := range fld.widgets {
			w.dict["T"] = fld.dict["T"]
		}
		s.broken(fld)
	}
	names[given] = true
}

// broken tells of a field that is not as the standard has it; it is kept as it looks.
func (s *source) broken(fld *field) {
	page := -1
	if w := fld.first(); w != nil {
		page = s.original.taken[w.page]
	}
	s.original.findings.add(FormBroken, "", page)
}

// first is a widget of a field, or of one below it; nil where there is none.
func (fld *field) first() *widget {
	if len(fld.widgets) > 0 {
		return fld.widgets[0]
	}
	for _, kid := range fld.kids {
		if w := kid.first(); w != nil {
			return w
		}
	}
	return nil
}

// isPlace reports whether a kid is a widget of the field above it and no field itself.
func (s *source) isPlace(fld *field) bool {
	return fld.parent != nil && len(fld.kids) == 0 && len(fld.widgets) > 0 && s.text(fld.dict["T"]) == ""
}

// leftOfField are the entries of a field that are written anew, or not at all: what acts (ISO 19005-3, 6.4.1), and what
// a signature would have to hold to or would lock, by names that fields of other originals have too.
var leftOfField = []string{"Parent", "Kids", "A", "AA", "SV", "Lock"}

// ofField are the entries of a field. Where a widget and its field are one dictionary, and it must become two, the
// widget loses them.
var ofField = []string{"T", "TU", "TM", "FT", "Ff", "V", "DV", "Opt", "MaxLen", "TI", "I", "DS", "RV"}

// field encodes a field and what is below it, as a kid of up, and gives what refers to it.
func (s *source) field(fld *field, up types.Object) types.Object {
	slices.SortStableFunc(fld.kids, func(a, b *field) int { return cmp.Compare(a.at, b.at) })
	var d types.Dict
	var self types.Object
	own := fld.widgets
	switch {
	case len(fld.kids) == 0 && len(own) == 1:
		d, self, own = own[0].dict, own[0].self, nil
		s.triggersOf(fld.dict, own)
	case len(own) == 0 && fld.number > 0:
		d, self = maps.Clone(fld.dict), *types.NewIndirectRef(fld.number, 0)
		if !s.original.form.flat { // else it stays behind
			delete(s.numbers, fld.number)
			s.replaced[fld.number] = d
		}
		s.triggersOf(fld.dict, own)
	default:
		d = types.Dict{}
		for _, k := range ofField {
			if v := fld.dict[k]; v != nil {
				d[k] = v
			}
		}
		for _, w := range own {
			for _, k := range ofField {
				delete(w.dict, k)
			}
		}
		if !s.original.form.flat {
			self = s.another(d, plain)
		}
	}
	for _, k := range leftOfField {
		delete(d, k)
	}
	d["Parent"] = up
	fld.name = s.text(d["T"])
	if up := fld.parent; up != nil && up.name != "" {
		if fld.name != "" {
			fld.name = "." + fld.name
		}
		fld.name = up.name + fld.name
	}
	terminal := true
	var kids types.Array
	var at []int // places of the kids among those received
	hang := func(w *widget, place int) {
		for _, k := range leftOfField {
			delete(w.dict, k)
		}
		w.dict["Parent"] = self
		s.values(w.dict)
		kids, at = append(kids, w.self), append(at, place)
	}
	for _, w := range own {
		hang(w, -1)
	}
	for _, kid := range fld.kids {
		if s.isPlace(kid) {
			for _, w := range kid.widgets {
				hang(w, kid.at)
			}
			continue
		}
		terminal = false
		kids = append(kids, s.field(kid, self))
	}
	if len(kids) > 0 {
		d["Kids"] = kids
	}
	if terminal {
		s.terminal(fld, d, at)
	} else { // widgets beside fields below it, which there should not be
		for _, w := range fld.places(s) {
			s.settleWidget(w, s.kind(fld), false)
			s.appearanceOf(w.dict)
		}
	}
	s.values(d)
	s.appearanceOf(d)
	return self
}

// triggersOf notes the actions of a field that is no widget: a widget's were noted with those of annotations.
func (s *source) triggersOf(d types.Dict, own []*widget) {
	if v := d["AA"]; v != nil && len(own) == 0 && !s.isWidget(d) {
		s.triggers(v, -1)
	}
}

// kind is the type of a field, which it may have from one above it; "" where it has none.
func (s *source) kind(fld *field) string {
	for ; fld != nil; fld = fld.parent {
		if name := s.doc.Name(fld.dict["FT"]); name != "" {
			return name
		}
	}
	return ""
}

// values leaves only values that are some: a dictionary is the value of a signature and of nothing else.
func (s *source) values(d types.Dict) {
	for _, k := range [2]string{"V", "DV"} {
		if _, is := s.doc.Resolve(d[k]).(types.Dict); is {
			delete(d, k)
		}
	}
}

// places are the widgets of a field itself: not those of fields below it.
func (fld *field) places(s *source) []*widget {
	list := slices.Clone(fld.widgets)
	for _, kid := range fld.kids {
		if s.isPlace(kid) {
			list = append(list, kid.widgets...)
		}
	}
	return list
}

// terminal settles a field that has widgets: d is its dictionary, and at are the places of its kids among those that
// were received.
func (s *source) terminal(fld *field, d types.Dict, at []int) {
	s.u.Facts.Form.Fields++
	kind := s.kind(fld)
	list := s.doc.Array(fld.dict["Opt"])
	if kids := len(s.doc.Array(fld.dict["Kids"])); kind == "Btn" && kids > 0 && len(list) == kids {
		options := types.Array{} // one a widget (12.7.4.2.3)
		for _, i := range at {
			if i >= 0 && i < len(list) {
				options = append(options, list[i])
			}
		}
		d["Opt"] = options
	}
	signed := false
	picture := false
	switch kind {
	case "Btn", "Tx", "Ch":
	case "Sig":
		signed = s.inheritedBy(fld, "V") != nil
		picture = signed
		s.u.Form.ToSign = s.u.Form.ToSign || !signed
	default:
		s.broken(fld)
		picture = true
	}
	if signed {
		page := -1
		if w := fld.first(); w != nil {
			page = s.original.taken[w.page]
		}
		s.original.findings.add(SignatureVoid, "", page)
		s.u.Facts.Signatures++
	}
	s.nameField(fld, d, fld.places(s))
	for _, w := range fld.places(s) {
		s.settleWidget(w, kind, picture)
		s.appearanceOf(w.dict)
	}
	if fld.picture = picture; picture {
		d["FT"], d["Ff"] = types.Name("Btn"), types.Integer(readOnly|pushButton)
		for _, k := range []string{"V", "DV", "Opt", "MaxLen", "RV", "DS"} {
			delete(d, k)
		}
	}
}

// inheritedBy is an entry of a field or of one above it.
func (s *source) inheritedBy(fld *field, key string) types.Object {
	for ; fld != nil; fld = fld.parent {
		if o := fld.dict[key]; o != nil {
			return o
		}
	}
	return nil
}

// The flags of fields that are asked for (ISO 32000-1, tables 221, 226, 228 and 230): bit n has the value 1<<(n-1).
const (
	readOnly   = 1 << 0
	multiline  = 1 << 12
	password   = 1 << 13
	radio      = 1 << 15
	pushButton = 1 << 16
	combo      = 1 << 17
	fileSelect = 1 << 20
	comb       = 1 << 24
)
