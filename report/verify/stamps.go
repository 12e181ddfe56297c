package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
	"rapporteur/sources/pdf/lex"
	"rapporteur/sources/pdf/syntax"
)

// stampWords are the first words of what is printed around an original: the page's label in the report, and its number
// among its own pages.
func stampWords(words []content.Word) string {
	var out []string
	for _, w := range words[:min(len(words), 3)] {
		out = append(out, w.Text)
	}
	return strings.Join(out, " ")
}

// stampPlanned is what they should be.
func (c *checker) stampPlanned(i int) string {
	o := c.pages[i].original
	return c.labels[i] + " · " + itoa(o.Number(i+1-o.First)) + "/" + itoa(o.FilePages)
}

// stampLook checks the form that stamps page i: that it is the one of which the ledger has the sum, that nothing but
// its words is in it, on a white ground or none as the ledger has it, and that they stand upright at the foot of the
// page.
func (r *pageReader) stampLook(i int, name string) {
	p := &r.pages[i]
	want := p.original.Stamps[i+1-p.original.First]
	ref := r.doc.Dict(r.doc.Dict(r.dict["Resources"])["XObject"])[name]
	form, ok := r.doc.Resolve(ref).(types.StreamDict)
	if !ok {
		return // the stamp is missing, which is told
	}
	data, err := r.decode(nil, pdf.RefNumber(ref))
	box, matrix := r.numbers(form.Dict["BBox"]), r.numbers(form.Dict["Matrix"])
	if err != nil || len(box) != 4 || len(matrix) != 6 || !r.plainForm(form.Dict) ||
		stampSum(box, matrix, data) != want.Sum || !onlyWords(data, box, want.Way) ||
		!inPlace(r.doc.Pages()[i], box, pdf.Matrix(matrix), want) {
		r.fault(StampChanged, i+1)
	}
}

// plainForm reports whether a form has nothing that could change how it looks but for its fonts.
func (c *checker) plainForm(d types.Dict) bool {
	for k := range d {
		switch k {
		case "Type", "Subtype", "BBox", "Matrix", "Resources", "Length", "Filter":
		default:
			return false
		}
	}
	resources := c.doc.Dict(d["Resources"])
	return c.doc.Name(d["Subtype"]) == "Form" && len(resources) == 1 && c.doc.Dict(resources["Font"]) != nil
}

func (c *checker) numbers(o types.Object) []float64 {
	var out []float64
	for _, e := range c.doc.Array(o) {
		v, ok := c.doc.Number(e)
		if !ok || math.Abs(v) > 1e8 {
			return nil
		}
		out = append(out, v)
	}
	return out
}

// stampSum is the ledger's sum of a stamp: half of SHA-256 over its BBox and its Matrix, in billionths of units, and
// its content.
func stampSum(box, matrix []float64, data []byte) string {
	var b []byte
	for _, list := range [2][]float64{box, matrix} {
		for _, v := range list {
			b = append(strconv.AppendInt(b, int64(math.Round(v*1e9)), 10), ' ')
		}
	}
	sum := sha256.Sum256(append(append(b, '\n'), data...))
	return hex.EncodeToString(sum[:16])
}

// onlyWords reports whether a stamp's content sets text in black and does nothing else, but for a white ground in all
// of its box where it is to have one. Of text to the left, letters may be black shapes, each with its text over it:
// invisible, by an operator of its own.
func onlyWords(data []byte, box []float64, way ledger.Way) bool {
	text := string(data)
	if way != ledger.Free {
		ground := []byte("1 g\n")
		for _, v := range [4]float64{box[0], box[1], box[2] - box[0], box[3] - box[1]} {
			ground = append(syntax.AppendFloat(ground, math.Round(v*1000)/1000), ' ')
		}
		var ok bool
		if text, ok = strings.CutPrefix(text, string(ground)+"re\nf\n0 g\n"); !ok {
			return false
		}
	}
	var ops lex.Operators
	ops.Reset([]byte(text))
	hidden, shapes, visible := 0, 0, true
	for op := ops.Next(); op != nil; op = ops.Next() {
		switch string(op) {
		case "Tr":
			visible = len(ops.Operands) == 1 && ops.Operands[0].Number == 0
		case "Tj", "TJ":
			if !visible {
				hidden += codes(ops.Operands)
			}
		case "f":
			shapes++
		case "BT", "ET", "Tf", "Td", "Ts", "Tz", "m", "l", "c", "BDC", "EMC":
		default:
			return false
		}
	}
	return visible && hidden <= shapes
}

// codes is how many glyphs an operator shows, whose codes have two bytes.
func codes(operands []lex.Token) (n int) {
	for _, o := range operands {
		if o.Kind == lex.Literal || o.Kind == lex.Hex {
			n += len(o.Append(nil)) / 2
		}
	}
	return n
}

// inPlace reports whether a stamp stands upright on its page as it is read, in the lower half of what is shown of it;
// on a page that was widened, whether its ground is the strip that was added, below or above.
func inPlace(p pdf.Page, box []float64, m pdf.Matrix, want ledger.Stamp) bool {
	x0, y0 := asRead(p, m, box[0], box[1])
	x1, y1 := asRead(p, m, box[2], box[3])
	x2, y2 := asRead(p, m, box[2], box[1])
	width, height := (p.CropBox.X1-p.CropBox.X0)*p.UserUnit, (p.CropBox.Y1-p.CropBox.Y0)*p.UserUnit
	if p.Rotate%180 != 0 {
		width, height = height, width
	}
	near := 0.01 + 0.001*math.Max(width, height)/100
	is := func(a, b float64) bool { return math.Abs(a-b) <= near }
	scale := (x1 - x0) / (box[2] - box[0])
	if !is(y2, y0) || !is(x2, x1) || !(scale > 0) || !is(y1-y0, scale*(box[3]-box[1])) {
		return false
	}
	switch want.Way {
	case ledger.Widened:
		return is(x0, 0) && is(y0, 0) && is(x1, width) && is(y1, want.Strip) && want.Strip < height
	case ledger.Headed:
		return is(x0, 0) && is(y0, height-want.Strip) && is(x1, width) && is(y1, height) && want.Strip < height
	}
	over := 5*scale + near // the ground and the box reach a little beyond the words
	return x0 > -over && x1 < width+over && y0 > -over && y0 < height/2
}

// asRead is where a point of a form stands on the page as it is read, in points from its bottom left corner.
func asRead(p pdf.Page, m pdf.Matrix, x, y float64) (float64, float64) {
	ux, uy := m[0]*x+m[2]*y+m[4], m[1]*x+m[3]*y+m[5]
	c, u := p.CropBox, p.UserUnit
	switch p.Rotate {
	case 90:
		return (uy - c.Y0) * u, (c.X1 - ux) * u
	case 180:
		return (c.X1 - ux) * u, (c.Y1 - uy) * u
	case 270:
		return (c.Y1 - uy) * u, (ux - c.X0) * u
	}
	return (ux - c.X0) * u, (uy - c.Y0) * u
}
