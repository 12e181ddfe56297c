package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// node is an element of a part, its name with the usual prefix of its namespace (spaces).
type node struct {
	name  string
	attrs []attr
	kids  []*node
	taken bool   // its words are printed or told
	text  string // characters before the first child, or of a piece of text between children (name "")
}

type attr struct{ name, value string }

// get gives an attribute's value, "" where there is none.
func (n *node) get(name string) string {
	if n == nil {
		return ""
	}
	for i := range n.attrs {
		if n.attrs[i].name == name {
			return n.attrs[i].value
		}
	}
	return ""
}

// kid gives the first child of that name; nil where there is none. More names lead down.
func (n *node) kid(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *node
		for _, k := range n.kids {
			if k.name == name {
				found = k
				break
			}
		}
		n = found
	}
	return n
}

// find gives the first element of that name below n; nil where there is none.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if f := k.find(name); f != nil {
			return f
		}
	}
	return nil
}

// val is the attribute w:val of the child of that name.
func (n *node) val(name string) string { return n.kid(name).get("w:val") }

// on reads a switch (ECMA-376-1, 17.17.4): an element without a value is on.
func (n *node) on(name string) bool {
	set, is := n.toggle(name)
	return set && is
}

// toggle gives a switch, and whether it is there at all.
func (n *node) toggle(name string) (set, is bool) {
	k := n.kid(name)
	if k == nil {
		return false, false
	}
	switch k.get("w:val") {
	case "0", "false", "off", "none":
		return false, true
	}
	return true, true
}

// number reads a whole number; other where there is none.
func number(s string, other int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
		return n
	}
	return other
}

// words collects the characters of all elements of a name below n, in order.
func (n *node) words(name string) string {
	var b strings.Builder
	n.collect(&b, name)
	return b.String()
}

func (n *node) collect(b *strings.Builder, name string) {
	if n == nil {
		return
	}
	if n.name == name {
		b.WriteString(n.text)
	}
	for _, k := range n.kids {
		k.collect(b, name)
	}
}

// spaces gives each namespace the prefix that its names have here, whatever a file calls it: those of the transitional
// form (ECMA-376-4), of the strict one (ECMA-376-1), and of OpenDocument.
var spaces = func() map[string]string {
	all := map[string]string{
		"http://schemas.openxmlformats.org/markup-compatibility/2006":  "mc",
		"http://schemas.openxmlformats.org/package/2006/relationships": "rel",
		"urn:schemas-microsoft-com:vml":                                "v",
		"urn:schemas-microsoft-com:office:office":                      "o",
		"http://schemas.microsoft.com/office/drawing/2017/decorative":  "adec",
		"http://www.w3.org/XML/1998/namespace":                         "xml",
		"xml":                                                          "xml",
		"http://www.w3.org/1999/xlink":                                 "xlink",
		"http://purl.org/dc/elements/1.1/":                             "dc",
		"http://www.w3.org/1998/Math/MathML":                           "math",
	}
	for name, prefix := range map[string]string{"wordprocessingml/2006/main|wordprocessingml/main": "w",
		"officeDocument/2006/relationships|officeDocument/relationships":       "r",
		"officeDocument/2006/math|officeDocument/math":                         "m",
		"drawingml/2006/main|drawingml/main":                                   "a",
		"drawingml/2006/picture|drawingml/picture":                             "pic",
		"drawingml/2006/wordprocessingDrawing|drawingml/wordprocessingDrawing": "wp",
		"drawingml/2006/chart|drawingml/chart":                                 "c",
		"drawingml/2006/diagram|drawingml/diagram":                             "dgm",
	} {
		transitional, strict, _ := strings.Cut(name, "|")
		all["http://schemas.openxmlformats.org/"+transitional] = prefix
		all["http://purl.oclc.org/ooxml/"+strict] = prefix
	}
	all["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"] = "wps"
	for name, prefix := range map[string]string{"word/2010/wordml": "w14", "word/2012/wordml": "w15",
		"word/2010/wordprocessingGroup": "wpg", "word/2010/wordprocessingCanvas": "wpc",
		"word/2010/wordprocessingDrawing": "wp14", "drawing/2010/main": "a14", "drawing/2007/8/2/chart": "c14",
		"drawing/2014/chartex": "cx", "word/2015/wordml/symex": "w16se", "word/2016/wordml/cid": "w16cid",
		"drawing/2015/9/8/chartex": "cx1", "drawing/2015/10/21/chartex": "cx2"} {
		all["http://schemas.microsoft.com/office/"+name] = prefix
	}
	for _, name := range []string{"office", "text", "style", "table", "manifest", "form"} {
		all["urn:oasis:names:tc:opendocument:xmlns:"+name+":1.0"] = name
	}
	all["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"] = "draw"
	all["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"] = "loext"
	all["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"] = "fo"
	all["urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"] = "svg"
	return all
}()

// usual are the prefixes in spaces.
var usual = func() map[string]bool {
	all := map[string]bool{}
	for _, prefix := range spaces {
		all[prefix] = true
	}
	return all
}()

// idle are elements that say nothing of the words: they are not kept, which halves what a paragraph takes.
var idle = map[string]bool{"w:proofErr": true, "w:lastRenderedPageBreak": true, "w:noProof": true, "w:sz": true,
	"w:szCs": true, "w:spacing": true, "w:kern": true,
	"text:soft-page-break": true}

// builder makes nodes of a part's XML.
type builder struct {
	decoder  *xml.Decoder
	prefixes []map[string]string // of the elements that declare any, the innermost last
	declared []bool              // by open element: whether it does
	names    map[xml.Name]string
	open     []*node
	raw      []xml.Name // by open element: its name as written
	kept     int
	each     func(top, n *node) error // what is done with each child of under, which is then forgotten; or nil
	under    string
}

// parse reads a part into a tree. Where each is given, every child of the element named under is handed to it as soon
// as it is whole, with the part's topmost element as far as it was read, and is not in the tree. nil where there is no
// such part.
func (a *archive) parse(name, under string, each func(top, n *node) error) (*node, error) {
	body, err := a.open(name)
	if err != nil || body == nil {
		return nil, err
	}
	defer body.Close()
	b := &builder{decoder: xml.NewDecoder(unicoded(body)), names: map[xml.Name]string{}, each: each, under: under}
	b.decoder.CharsetReader = charset
	return b.run()
}

func (b *builder) run() (*node, error) {
	root := &node{}
	b.open = append(b.open, root)
	for {
		token, err := b.decoder.RawToken()
		switch {
		case errors.Is(err, io.EOF) && len(b.open) == 1:
			return root, nil
		case errors.Is(err, ErrBomb):
			return nil, ErrBomb
		case err != nil:
			return nil, fmt.Errorf("%w: %w", ErrBroken, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = b.start(t)
		case xml.EndElement:
			err = b.end(t)
		case xml.CharData:
			b.characters(t)
		case xml.Directive:
			if bytes.HasPrefix(bytes.TrimSpace(t), []byte("DOCTYPE")) {
				err = ErrDoctype
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

func (b *builder) start(t xml.StartElement) error {
	if len(b.open) > maxNesting {
		return ErrNested
	}
	declares := false
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			declares = true
		}
	}
	if declares {
		own := map[string]string{}
		for _, a := range t.Attr {
			switch {
			case a.Name.Space == "xmlns":
				own[a.Name.Local] = prefixOf(a.Value)
			case a.Name.Space == "" && a.Name.Local == "xmlns":
				own[""] = prefixOf(a.Value)
			}
		}
		b.prefixes = append(b.prefixes, own)
		b.names = map[xml.Name]string{}
	}
	b.declared = append(b.declared, declares)
	n := &node{name: b.name(t.Name)}
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" || strings.HasPrefix(a.Name.Local, "rsid") ||
			a.Name.Local == "paraId" || a.Name.Local == "textId" {
			continue
		}
		name := a.Name.Local
		if a.Name.Space != "" {
			name = b.name(a.Name)
		}
		n.attrs = append(n.attrs, attr{name, a.Value})
	}
	if n.name == "mc:Choice" && b.needsUnknown(n.get("Requires")) {
		n.attrs = append(n.attrs, attr{unknownNeeds, "1"})
	}
	if b.kept++; b.kept > maxNodes {
		return ErrTooMuch
	}
	b.open = append(b.open, n)
	b.raw = append(b.raw, t.Name)
	return nil
}

// unknownNeeds marks a choice that needs a namespace which says nothing here. No attribute of a file has such a name.
const unknownNeeds = " unknown"

// needsUnknown reports whether any of the prefixes that a choice requires is of an unknown namespace.
func (b *builder) needsUnknown(prefixes string) bool {
	for _, prefix := range strings.Fields(prefixes) {
		known := usual[prefix] // where it is not declared at all
		for i := len(b.prefixes) - 1; i >= 0; i-- {
			if name, declared := b.prefixes[i][prefix]; declared {
				known = name != "?"
				break
			}
		}
		if !known {
			return true
		}
	}
	return false
}

// prefixOf is the usual prefix of a namespace; for one that says nothing here, "?".
func prefixOf(space string) string {
	if p, known := spaces[space]; known {
		return p
	}
	return "?"
}

// name gives a name as written the usual prefix of its namespace.
func (b *builder) name(raw xml.Name) string {
	if name, known := b.names[raw]; known {
		return name
	}
	prefix := ""
	if raw.Space == "xml" {
		prefix = "xml"
	}
	for i := len(b.prefixes) - 1; i >= 0 && prefix == ""; i-- {
		prefix = b.prefixes[i][raw.Space]
	}
	name := raw.Local
	if prefix != "" {
		name = prefix + ":" + name
	}
	if len(b.names) < 10_000 {
		b.names[raw] = name
	}
	return name
}

func (b *builder) end(t xml.EndElement) error {
	last := len(b.open) - 1
	if last == 0 || b.raw[last-1] != t.Name {
		return fmt.Errorf("%w: </%s> closes nothing", ErrBroken, t.Name.Local)
	}
	n, parent := b.open[last], b.open[last-1]
	b.open, b.raw = b.open[:last], b.raw[:last-1]
	if b.declared[last-1] {
		b.prefixes = b.prefixes[:len(b.prefixes)-1]
		b.names = map[xml.Name]string{}
	}
	b.declared = b.declared[:last-1]
	switch {
	case idle[n.name]:
		b.kept--
	case n.name == "w:r" && (len(n.kids) == 0 || len(n.kids) == 1 && n.kids[0].name == "w:rPr"):
		b.kept -= 1 + n.size()
	case b.each != nil && parent.name == b.under:
		b.kept -= 1 + n.size()
		return b.each(b.open[1], n)
	default:
		parent.kids = append(parent.kids, n)
	}
	return nil
}

// size counts the elements below n.
func (n *node) size() int {
	sum := 0
	for _, k := range n.kids {
		if k.name != "" {
			sum++
		}
		sum += k.size()
	}
	return sum
}

func (b *builder) characters(data []byte) {
	n := b.open[len(b.open)-1]
	if len(n.kids) == 0 {
		n.text += string(data)
		return
	}
	n.kids = append(n.kids, &node{text: string(data)})
}
