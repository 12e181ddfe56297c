package content

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// xobject is what Do paints: a form (ISO 32000-1, 8.10), or something into the unit square.
type xobject struct {
	form      bool
	read      bool // its content is
	content   []byte
	resources types.Dict // nil where they are those of the content around
	matrix    pdf.Matrix
	box       pdf.Rect
}

// object reads a form, or notes where an image is painted.
func (in *Interpreter) object(name string) {
	in.flush()
	if in.spend(drawn); in.left < 0 {
		return
	}
	n := pdf.RefNumber(in.doc.Dict(in.resources["XObject"])[name])
	x, known := in.objects[n]
	if !known {
		x = in.readObject(n)
		in.objects[n] = x
	}
	switch {
	case x == nil:
	case !x.form:
		in.unitSquare(Image)
	case in.depth < maxForms:
		in.form(n, x)
	}
}

// form reads a form's content in a scope of its own, in which the state goes on (8.10.1).
func (in *Interpreter) form(n int, x *xobject) {
	around := in.scope
	in.scope = scope{resources: x.resources, owner: n, state: in.state, text: in.text, line: in.line, mark: in.mark}
	if x.resources == nil {
		in.resources, in.owner = around.resources, around.owner
	}
	in.state.ctm = x.matrix.Of(in.state.ctm)
	in.state.clip = meet(in.state.clip, bounds(x.box, in.state.ctm))
	if r := meet(in.state.clip, in.Within); !in.narrow() || r.X0 <= r.X1 && r.Y0 <= r.Y1 {
		if !x.read { // of content that breaks off, what there is of it is read, as viewers do
			x.content, _ = in.decode(nil, n)
			x.read = true
			in.held += len(x.content)
		}
		in.depth++
		in.run(x.content)
		in.depth--
	}
	in.scope = around
}

// readObject reads what Do paints, but for a form's content; nil where there is nothing.
func (in *Interpreter) readObject(n int) *xobject {
	s, ok := in.doc.Object(n).(types.StreamDict)
	if !ok {
		return nil
	}
	x := &xobject{form: in.doc.Name(s.Dict["Subtype"]) == "Form", matrix: pdf.Identity, box: everything}
	if !x.form {
		return x
	}
	x.resources = in.doc.Dict(s.Dict["Resources"])
	if a := in.doc.Array(s.Dict["Matrix"]); len(a) == 6 {
		for i := range x.matrix {
			x.matrix[i], _ = in.doc.Number(a[i])
		}
	}
	if r, ok := in.doc.Rect(s.Dict["BBox"]); ok {
		x.box = r
	}
	return x
}
