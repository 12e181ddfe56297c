package unit

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
	"rapporteur/sources/pdf/syntax"
)

// drawing is a look of ours while it is drawn: a widget without one would show nothing in a report that does not ask
// its reader to draw it (NeedAppearances), which PDF/A forbids. Its content is in points from the lower left corner of
// the widget as it is read, turned back where it is turned.
type drawing struct {
	s        *source
	w        *widget
	kind     string
	ff       int
	mk       types.Dict
	style    *content.Appearance
	width, h float64
	border   float64 // its width; 0 none
	b        []byte
	lettering
	state types.Dict // of its graphics, under the name G; nil none
	seen  bool       // there is something to see
	code  string     // of the finding that tells it
}

// formFont is a font that looks are written in.
type formFont struct {
	object  types.Object
	encoder *content.Encoder
}

// maxSide bounds the sides of what is drawn: pages are no larger (ISO 32000-1, annex C).
const maxSide = 14400

// draw draws the look of a widget that has none, from its default appearance, its value or state and its colours (MK).
// It gives the look, of a check box or radio button one a state; nil where the widget has no room for one. code is the
// finding that tells it.
func (s *source) draw(w *widget, kind string, ff int, picture bool, code string) types.Object {
	d := s.drawing(w, kind, ff)
	if d == nil {
		return nil
	}
	d.code = code
	turn, _ := s.doc.Int(d.mk["R"])
	turn = ((turn % 360) + 360) % 360
	matrix := turned(turn, d.width, d.h)
	if turn == 90 || turn == 270 {
		d.width, d.h = d.h, d.width
	}
	if picture {
		return symbol{Local, d.form(matrix)} // nothing is known of it but its place
	}
	if kind == "Btn" && ff&pushButton == 0 {
		return d.states(matrix)
	}
	d.frame(false)
	switch {
	case kind == "Btn":
		d.caption()
	case kind == "Tx":
		d.text()
	case kind == "Ch" && ff&combo != 0:
		d.line(d.chosen(), false)
	case kind == "Ch":
		d.list()
	}
	look := symbol{Local, d.form(matrix)}
	d.tell()
	return look
}

// drawing is the look of a widget before anything is drawn; nil where the widget has no room for one.
func (s *source) drawing(w *widget, kind string, ff int) *drawing {
	r, ok := s.doc.Rect(w.dict["Rect"])
	if !ok || !s.spend() {
		return nil
	}
	d := &drawing{s: s, w: w, kind: kind, ff: ff, mk: s.doc.Dict(w.dict["MK"])}
	d.width, d.h = min(r.X1-r.X0, maxSide), min(r.Y1-r.Y0, maxSide)
	if d.width <= 0 || d.h <= 0 {
		return nil
	}
	da, _ := s.doc.String(s.inherited(w, "DA"))
	d.style = content.ReadAppearance(da)
	return d
}

// tell notes that a look was drawn where it shows something, or no longer shows it.
func (d *drawing) tell() {
	if d.seen || d.code == FormRedrawn {
		page := d.s.original.taken[d.w.page]
		d.s.original.findings.add(d.code, "", page)
		d.s.mend(MendedFieldLook, "", page)
	}
}

// turned is the matrix that turns a look counterclockwise into its widget; nil where it is upright.
func turned(turn int, width, height float64) types.Array {
	m := [6]float64{}
	switch turn {
	case 90:
		m = [6]float64{0, 1, -1, 0, width, 0}
	case 180:
		m = [6]float64{-1, 0, 0, -1, width, height}
	case 270:
		m = [6]float64{0, -1, 1, 0, 0, height}
	default:
		return nil
	}
	return numbers(m[:]...)
}

func numbers(list ...float64) types.Array {
	a := make(types.Array, len(list))
	for i, v := range list {
		a[i] = types.Float(v)
	}
	return a
}

// form writes the look as a form XObject and gives its local number. Looks that are alike are one.
func (d *drawing) form(matrix types.Array) int {
	s := d.s
	f := &s.original.form
	dict := types.Dict{"Type": types.Name("XObject"), "Subtype": types.Name("Form"),
		"BBox": numbers(0, 0, d.width, d.h)}
	if matrix != nil {
		dict["Matrix"] = matrix
	}
	resources := types.Dict{}
	if list := d.fonts(); list != nil {
		resources["Font"] = list
	}
	if d.state != nil {
		resources["ExtGState"] = types.Dict{lookState: d.state}
	}
	dict["Resources"] = resources
	s.object(&s.piece, dict, 0)
	p := s.piece.taken()
	p.Bytes = p.Bytes[2 : len(p.Bytes)-2] // without its brackets
	for i := range p.Patches {
		p.Patches[i].At -= 2
	}
	key := p.String() + "\n" + string(d.b)
	n, ok := f.drawn[key]
	if !ok {
		n = s.u.alloc()
		s.u.putStream(n, p, d.b)
		f.drawn[key] = n
	}
	d.b = nil
	return n
}

// lookFont and lookState are the names of the font and of the graphics state in looks of ours.
const lookFont, lookState = "F", "G"

// op appends an operator with its operands.
func (d *drawing) op(operator string, operands ...float64) {
	for _, v := range operands {
		d.b = append(syntax.AppendFloat(d.b, round(v)), ' ')
	}
	d.b = append(append(d.b, operator...), '\n')
}

// round rounds to a thousandth of a point.
func round(v float64) float64 {
	if v < 0 {
		return -round(-v)
	}
	return float64(int64(v*1000+0.5)) / 1000
}

// color appends the operators for a colour of MK, with one, three or four components; false where it is none.
func (d *drawing) color(key string, stroke bool) bool {
	list := d.s.doc.Array(d.mk[key])
	var v []float64
	for _, o := range list {
		c, _ := d.s.doc.Number(o)
		v = append(v, min(max(c, 0), 1))
	}
	if len(v) == 4 { // the inks of no press in particular (ISO 32000-1, 10.3.5)
		v = []float64{1 - min(v[0]+v[3], 1), 1 - min(v[1]+v[3], 1), 1 - min(v[2]+v[3], 1)}
	}
	name := map[int]string{1: "g", 3: "rg"}[len(v)]
	if name == "" {
		return false
	}
	if stroke {
		name = strings.ToUpper(name)
	}
	d.op(name, v...)
	return true
}

// fontOf is the font of the look's text: the default appearance's.
func (d *drawing) fontOf(name string) *formFont {
	f := &d.s.original.form
	font := f.fonts[name]
	if font == nil {
		o := d.s.formFontOf(name)
		in := content.New(d.s.doc, new(content.Fonts), nil)
		font = &formFont{o, in.Encoder(o)}
		f.fonts[name] = font
	}
	return font
}

// show appends a line of text at a place.
func (d *drawing) show(codes []byte, size, x, y float64) {
	d.b = append(d.b, "BT\n"...)
	d.ink()
	d.b = append(syntax.AppendName(d.b, lookFont), ' ')
	d.op("Tf", size)
	d.op("Td", x, y)
	d.b = append(syntax.AppendString(d.b, codes), " Tj\nET\n"...)
}

// ink sets the colour of text: the default appearance's.
func (d *drawing) ink() {
	if len(d.style.Color) > 0 {
		d.b = append(d.b, d.style.Color...)
	} else {
		d.op("g", 0)
	}
}

// maxValue is how many bytes the value of a field may have that is a stream.
const maxValue = 1 << 20

// value is the value of the field as text.
func (d *drawing) value() string {
	o := d.s.inherited(d.w, "V")
	if v, ok := d.s.doc.Stream(o); ok {
		b, _ := d.s.doc.Decode(*v, maxValue)
		return pdf.Text(b)
	}
	return d.s.text(o)
}
