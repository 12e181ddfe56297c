package conformance

import (
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// drawn is a content stream in circumstances that matter for what it is judged by.
type drawn struct {
	number         int
	mark           mark
	semantic, mode bool // mode: its text is not shown, for the mode of the text around it goes on
}

// content is a content stream that is being read: of a page, a form, a pattern, a glyph.
type content struct {
	j         *judge
	resources []types.Dict // its own, and those around it
	parents   types.Array  // elements by identifier of its marks
	page      int          // object number of the page whose own content it is; 0 a form's
	number    int          // object number of the form whose content it is; 0 no form's, or one that is no object
	single    bool         // all of it belongs to one element
	semantic  bool         // its tags matter: appearances, patterns and glyphs have none
	depth     int
	glyph     bool // of a Type 3 font: its colours do not count after d1

	state state
	saved []state
	mark  mark
	marks []mark
	ops   lex.Operators
}

// state is the graphics state, as far as it matters here.
type state struct {
	font                    *font
	invisible               bool // text is not shown
	fill, stroke            types.Object
	fillPrints, strokePrint bool // op and OP: it is printed over what is there
	overprint               int  // OPM
	colourless              bool
}

// mark is where content stands: in an artifact, below an element, with words for it.
type mark struct{ artifact, tagged, spoken bool }

const (
	// maxForms is how deep forms may lie in one another.
	maxForms = 16
	// maxDecoded bounds a decoded stream.
	maxDecoded = 64 << 20
	// maxOpen bounds the states that q saves and the marks that stand open, each of which costs memory. No producer
	// comes near, and nothing is claimed of content beyond.
	maxOpen = 1 << 16
)

// pageContent judges the content of a page.
func (j *judge) pageContent(k int, p pdf.Page) {
	data, err := j.PageContent(p, min(maxDecoded, max(j.left, 0)))
	j.torn(err)
	c := &content{j: j, resources: []types.Dict{j.Dict(p.Dict["Resources"])}, semantic: true}
	if key, ok := j.Int(p.Dict["StructParents"]); ok {
		c.parents, c.page = j.elements.list(key), j.numbers.pages+k
	}
	c.run(data)
}

// run reads a content stream to its end.
func (c *content) run(data []byte) {
	if c.j.left -= len(data); c.j.left < 0 {
		c.j.fail("too-much", "")
		return
	}
	c.ops, c.j.ops = c.j.ops, lex.Operators{} // what is read next has the memory of this
	defer func() { c.j.ops = c.ops }()
	c.ops.Reset(data)
	for op := c.ops.Next(); op != nil; op = c.ops.Next() {
		if c.operator(string(op), c.ops.Operands); len(c.saved) > maxOpen || len(c.marks) > maxOpen {
			c.j.fail("too-much", "")
			return
		}
	}
}

// shows reports whether an operator paints: what it paints must be in the structure, or an artifact.
func shows(op string) bool {
	switch op {
	case "Tj", "TJ", "'", "\"", "sh", "EI", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s":
		return true
	}
	return false
}

// quiet reports whether an operator is one of the others of ISO 32000-1, annex A, that nothing here depends on.
func quiet(op string) bool {
	switch op {
	case "d", "i", "J", "j", "M", "w", "MP", "DP", "W", "W*", "BT", "ET", "Td", "TD", "Tm", "T*", "Tz", "Tc", "Tw",
		"TL",
		"Ts", "d0", "BX", "EX", "c", "h", "l", "m", "re", "v", "y", "n", "cm":
		return true
	}
	return false
}

// mostSaved is how deep q may nest (ISO 19005-3, 6.1.13).
const mostSaved = 28

func (c *content) operator(op string, ops []lex.Token) {
	c.operands(ops)
	if quiet(op) {
		return
	}
	paints := shows(op)
	if paints {
		c.painted()
	}
	switch op {
	case "q":
		if c.saved = append(c.saved, c.state); len(c.saved) == mostSaved+1 {
			c.j.fail("nesting", "")
		}
	case "Q":
		if n := len(c.saved); n > 0 {
			c.state, c.saved = c.saved[n-1], c.saved[:n-1]
		}
	case "BMC", "BDC":
		c.begin(op, ops)
	case "EMC":
		if n := len(c.marks); n > 0 {
			c.mark, c.marks = c.marks[n-1], c.marks[:n-1]
		}
	case "gs":
		c.extended(ops)
	case "ri":
		c.j.intent(name(ops))
	case "Do":
		c.object(ops)
	case "sh":
		c.j.shading(c.lookup("Shading", name(ops)), c.inherited())
	case "EI":
		c.inline(ops)
	case "d1":
		c.state.colourless = c.glyph
	default:
		if !c.text(op, ops) && !c.colour(op, ops) && !paints {
			c.j.fail("operator", op)
		}
	}
	c.paints(op)
}

// name is the name that is the last operand; "" where it is none.
func name(ops []lex.Token) string {
	if n := len(ops); n > 0 && ops[n-1].Kind == lex.Name {
		return string(ops[n-1].Append(nil))
	}
	return ""
}

// lookup is what a name of a category stands for. What stands in the resources of the content around alone is not
// the stream's own, as PDF/A asks (6.2.2).
func (c *content) lookup(category, name string) types.Object {
	for i, r := range c.resources {
		if o, ok := c.j.Dict(r[category])[name]; ok {
			if i > 0 {
				c.j.fail("resources-inherited", name)
			}
			return o
		}
	}
	return nil
}

// inherited are the resources in which names of colour spaces are looked up.
func (c *content) inherited() types.Dict {
	if len(c.resources) > 0 {
		return c.resources[0]
	}
	return nil
}

// begin opens marked content.
func (c *content) begin(op string, ops []lex.Token) {
	c.marks = append(c.marks, c.mark)
	if len(ops) == 0 {
		return
	}
	tag := ""
	if ops[0].Kind == lex.Name {
		tag = string(ops[0].Append(nil))
	}
	if op == "BMC" {
		tag = name(ops)
	}
	property := func(n string) types.Dict { return c.j.Dict(c.lookup("Properties", n)) }
	if op == "BDC" {
		if id, ok := pdf.MarkID(ops, property); ok && !c.single && id < len(c.parents) &&
			c.j.elements.lives(c.parents[id]) {
			c.mark.tagged = true
			c.j.tagging[c.number] = true
			c.markTags(id)
			c.mark.spoken = c.mark.spoken || c.j.elements.spoken(c.parents[id])
		}
		c.properties(tag, ops, property)
	}
	if tag == "Artifact" {
		if c.mark.tagged && c.semantic {
			c.j.fail("artifact-in-content", "")
		}
		c.mark.artifact = true
	}
	if c.mark.tagged && c.mark.artifact && c.semantic && tag != "Artifact" {
		c.j.fail("content-in-artifact", "")
	}
}

// properties reads the property list of marked content: words that speak for it, and its language.
func (c *content) properties(tag string, ops []lex.Token, property func(string) types.Dict) {
	if last := &ops[len(ops)-1]; last.Kind == lex.Name {
		d := property(string(last.Append(nil)))
		if _, ok := c.j.String(d["ActualText"]); ok {
			c.mark.spoken = true
		}
		c.j.language(d["Lang"])
		return
	}
	for i := 1; i+1 < len(ops); i++ {
		if ops[i].Kind != lex.Name || ops[i+1].Kind != lex.Literal && ops[i+1].Kind != lex.Hex {
			continue
		}
		switch value := ops[i+1].Append(nil); string(ops[i].Text) {
		case "ActualText":
			c.mark.spoken = true
		case "Lang":
			c.j.languageText(pdf.Text(value))
		}
	}
}

// painted judges something that is painted.
func (c *content) painted() {
	if c.semantic && !c.mark.tagged && !c.mark.artifact {
		c.j.fail("untagged", "")
	}
}

// object draws a form or an image.
func (c *content) object(ops []lex.Token) {
	o := c.lookup("XObject", name(ops))
	s, ok := c.j.Stream(o)
	if !ok {
		return
	}
	switch c.j.Name(s.Dict["Subtype"]) {
	case "Image":
		c.painted()
		c.j.image(o, s, c.inherited(), c.state.fill)
	case "Form":
		c.form(o, s)
	case "PS":
		c.j.fail("postscript", "")
	}
}

// form draws a form, whose content goes on in the circumstances around it.
func (c *content) form(o types.Object, s *types.StreamDict) {
	n := pdf.RefNumber(o)
	in := &content{j: c.j, semantic: c.semantic, depth: c.depth + 1, mark: c.mark, state: c.state, glyph: c.glyph,
		number: n}
	if key, ok := c.j.Int(s.Dict["StructParents"]); ok {
		in.parents = c.j.elements.list(key)
	} else if key, ok := c.j.Int(s.Dict["StructParent"]); ok {
		in.single = true
		in.mark.tagged = in.mark.tagged || c.j.elements.lives(c.j.elements.single(key))
	}
	at := drawn{n, in.mark, in.semantic, in.state.invisible}
	c.j.times[n]++
	defer c.tagsTwice(n)
	if n > 0 && c.j.forms[at] || in.depth > maxForms {
		return
	}
	if n > 0 {
		c.j.forms[at] = true
	}
	c.j.formDict(o, s)
	in.resources = c.resources
	if r := c.j.Dict(s.Dict["Resources"]); r != nil {
		in.resources = append([]types.Dict{r}, c.resources...)
	} else if s.Dict["Resources"] == nil {
		in.resources = append([]types.Dict{{}}, c.resources...)
	}
	in.run(c.j.unpacked(s))
}

// tagsTwice judges that a form with marks of elements is drawn once: an element's content stands in one place
// (ISO 14289-1, 7.20; ISO 32000-1, 14.7.4.2).
func (c *content) tagsTwice(n int) {
	if n > 0 && c.j.tagging[n] && c.j.times[n] == 2 {
		c.j.fail("form-twice", "")
	}
}

// apart reads a stream that is drawn in circumstances of its own: an appearance, the cell of a pattern, a glyph.
func (j *judge) apart(o types.Object, resources []types.Dict, depth int, glyph bool) {
	s, ok := j.Stream(o)
	n := pdf.RefNumber(o)
	at := drawn{number: n}
	if !ok || n > 0 && j.forms[at] || depth > maxForms {
		return
	}
	if n > 0 {
		j.forms[at] = true
	}
	c := &content{j: j, resources: resources, depth: depth, glyph: glyph}
	if r := j.Dict(s.Dict["Resources"]); r != nil {
		c.resources = append([]types.Dict{r}, resources...)
	} else if !glyph {
		c.resources = append([]types.Dict{{}}, resources...)
	}
	c.run(j.unpacked(s))
}

// unpacked is the content of a stream, of which no more is decoded than may still be read.
func (j *judge) unpacked(s *types.StreamDict) []byte {
	data, err := j.Decode(*s, min(maxDecoded, max(j.left, 0)))
	j.torn(err)
	return data
}

// torn notes that content is not all there to be judged.
func (j *judge) torn(err error) {
	switch {
	case errors.Is(err, pdf.ErrTooLong):
		j.fail("too-much", "")
	case err != nil:
		j.fail("undecodable", "")
	}
}
