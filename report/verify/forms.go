package verify

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
)

// fieldNode is a field of the report's form, or a widget of one.
type fieldNode struct {
	dict  types.Dict
	top   string // the name of the original's fields taken together
	name  string // in full below that
	value string // the sum of its value, once it was asked for
	up    *fieldNode
}

// field is the field that a widget is a place of: the nearest one above it that has a name of its own.
func (n *fieldNode) field() *fieldNode {
	for n != nil && n.up != nil && n.dict["T"] == nil {
		n = n.up
	}
	return n
}

// flatField is the key under which the picture of a widget says of which field it was.
const flatField = "RapporteurField"

// formReader reads the report's form.
type formReader struct {
	*checker
	nodes map[int]*fieldNode // by object number
	tops  map[string]bool
}

// forms compares the form of the report with what the ledger promises of each original's: its widgets are those of the
// pages, each belongs to the form, and names, values, states and places are what they were. Nothing in it acts,
// and nothing in it waits for a reader to draw it.
func (c *checker) forms() {
	f := &formReader{checker: c, nodes: map[int]*fieldNode{}, tops: map[string]bool{}}
	f.read(c.doc.Dict(c.doc.Catalog()["AcroForm"]))
	promised, whole := map[string]bool{}, true
	for _, r := range c.runs {
		if r.original == nil && r.foreign() { // as is told; nobody knows what it promised
			whole = false
			continue
		}
		if r.original == nil {
			for i := max(r.first, 1) - 1; i < min(r.last, len(c.pages)); i++ {
				if len(c.pages[i].widgets) > 0 {
					c.fault(FormWidgets, i+1, "file", r.id, "found", itoa(len(c.pages[i].widgets)), "planned", "0")
				}
			}
			continue
		}
		if r.original.Form != nil && !r.original.Form.Flat {
			promised[r.original.Form.Name] = true
		}
		f.original(r.original)
	}
	for _, name := range slices.Sorted(maps.Keys(f.tops)) {
		if whole && !promised[name] {
			c.fault(FormAstray, 0, "name", name)
		}
	}
}

// read reads the tree of fields, each object once.
func (f *formReader) read(form types.Dict) {
	c := f.checker
	for _, k := range []string{"NeedAppearances", "XFA", "CO"} {
		if form[k] != nil {
			c.fault(FormActs, 0, "key", k)
		}
	}
	type named struct {
		o  types.Object
		up *fieldNode
	}
	var queue []named
	for _, o := range c.doc.Array(form["Fields"]) {
		queue = append(queue, named{o, nil})
	}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		n := pdf.RefNumber(next.o)
		d := c.doc.Dict(next.o)
		if d == nil || n == 0 || f.nodes[n] != nil {
			c.fault(FormAstray, 0, "name", topOf(next.up))
			continue
		}
		node := &fieldNode{dict: d, up: next.up}
		own, _ := c.doc.String(d["T"])
		switch name := pdf.Text(own); {
		case next.up == nil:
			node.top = name
			f.tops[name] = true
		case name == "" || next.up.name == "":
			node.top, node.name = next.up.top, next.up.name+name
		default:
			node.top, node.name = next.up.top, next.up.name+"."+name
		}
		if next.up != nil && c.doc.Dict(d["Parent"]) == nil {
			c.fault(FormAstray, 0, "name", topOf(node))
		}
		for _, k := range []string{"A", "AA"} {
			if d[k] != nil {
				c.fault(FormActs, 0, "key", k)
			}
		}
		f.nodes[n] = node
		for _, kid := range c.doc.Array(d["Kids"]) {
			queue = append(queue, named{kid, node})
		}
	}
}

func topOf(n *fieldNode) string {
	if n == nil {
		return ""
	}
	if n.name == "" {
		return n.top
	}
	return n.top + "." + n.name
}

// original compares the widgets on an original's pages with what is promised.
func (f *formReader) original(o *ledger.Original) {
	c := f.checker
	h := sha256.New()
	count, seen, fields := 0, map[int]bool{}, map[*fieldNode]bool{}
	promised := o.Form
	if promised == nil {
		promised = &ledger.Form{}
	}
	for i := o.First - 1; i < min(o.Last, len(c.pages)); i++ {
		for _, w := range c.pages[i].widgets {
			if w.flat != promised.Flat || w.number > 0 && seen[w.number] {
				if w.flat != promised.Flat {
					c.fault(FormWidgets, i+1, "file", o.File, "found", "1", "planned", "0")
				}
				continue
			}
			seen[w.number] = true
			count++
			f.widget(h, i, i+1-o.First, w, promised)
			fields[f.nodes[w.number].field()] = true
		}
	}
	if count != promised.Widgets {
		c.fault(FormWidgets, o.First, "file", o.File, "found", itoa(count), "planned", itoa(promised.Widgets))
		return
	}
	if count == 0 || promised.SHA256 == "" && c.tangled() {
		return
	}
	if sum := hex.EncodeToString(h.Sum(nil)); sum != promised.SHA256 {
		c.fault(FormDiffers, o.First, "file", o.File)
	}
	if !promised.Flat && len(fields) != promised.Fields {
		c.fault(FormFields, o.First, "file", o.File, "found", itoa(len(fields)), "planned", itoa(promised.Fields))
	}
}

// tangled reports whether the ledger says that not all of an original was looked at: nobody knows the sum of its form.
func (c *checker) tangled() bool {
	return slices.ContainsFunc(c.ledger.Diagnostics,
		func(d ledger.Diagnostic) bool { return d.Code == "original-tangled" })
}

// widget adds a widget on page i, which is the given page of its original, both from 0, to the sum of a form.
func (f *formReader) widget(h hash.Hash, i, page int, w widget, promised *ledger.Form) {
	c := f.checker
	d := w.dict
	text(h, itoa(page))
	if w.flat {
		name, _ := c.doc.String(d[flatField])
		text(h, pdf.Text(name))
	} else {
		node := f.nodes[w.number]
		if node == nil || node.top != promised.Name {
			c.fault(FormAstray, i+1, "name", topOf(node))
			return
		}
		text(h, node.name)
		text(h, f.value(node))
		text(h, c.doc.Name(d["AS"]))
	}
	text(h, f.numbers(d["Rect"]))
}

// value is the sum of the value of a field, its own or that of one above it.
func (f *formReader) value(n *fieldNode) string {
	if n.value == "" {
		var v types.Object
		for up := n; up != nil && v == nil; up = up.up {
			v = up.dict["V"]
		}
		h := sha256.New()
		f.add(h, v, 0)
		n.value = hex.EncodeToString(h.Sum(nil))
	}
	return n.value
}

// deepest is how deep lists may lie in a value.
const deepest = 4

// add adds a value to a sum.
func (f *formReader) add(h hash.Hash, o types.Object, depth int) {
	if s, ok := f.doc.Stream(o); ok && s != nil {
		text(h, "stream")
		return
	}
	switch v := f.doc.Resolve(o).(type) {
	case types.StringLiteral, types.HexLiteral:
		b, _ := pdf.StringBytes(v)
		text(h, "text")
		text(h, string(b))
	case types.Name:
		text(h, "name")
		text(h, string(v))
	case types.Array:
		text(h, "list")
		for _, e := range v {
			if depth < deepest {
				f.add(h, e, depth+1)
			}
		}
		text(h, "end")
	default:
		text(h, "none")
	}
}

// numbers are those of a rectangle or a matrix, to a thousandth.
func (f *formReader) numbers(list types.Object) string {
	out := ""
	a := f.doc.Array(list)
	for _, o := range a[:min(len(a), 6)] {
		v, _ := f.doc.Number(o)
		out += " " + strconv.FormatFloat(v, 'f', 3, 64)
	}
	return out
}

// text adds a text with its length, as 8 bytes, to a sum.
func text(h hash.Hash, s string) {
	h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(s))))
	h.Write([]byte(s))
}
