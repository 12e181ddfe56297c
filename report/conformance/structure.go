package conformance

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// elements are the structure elements of a unit, and which of them marks and annotations lead to.
type elements struct {
	j     *judge
	nums  map[int]types.Object // the parent tree
	known map[int]*element     // by object number: those in the tree
	marks map[claim]int        // the elements that claim marks
	whole map[int]int          // the elements that claim objects, by object number
	left  int
}

// claim is a mark that an element says that it holds: by the number of the page or the form, and its identifier.
type claim struct{ owner, id int }

// element is a structure element.
type element struct {
	number  int
	dict    types.Dict
	parent  *element
	kids    []*element
	kind    string // its standard type, "" where its own stands for none
	page    int    // by its number in the file; 0 none
	content int    // kids that are marks
	objects []int  // kids that are objects, by number
}

const (
	// maxElements bounds the tree.
	maxElements = 1 << 21
	// maxTags is how deep it may be.
	maxTags = 600
)

// tree reads the structure tree and judges its elements.
func (j *judge) tree() {
	e := &j.elements
	*e = elements{j: j, nums: map[int]types.Object{}, known: map[int]*element{}, marks: map[claim]int{},
		whole: map[int]int{}, left: maxElements}
	for k := range j.u.Keys {
		e.nums[k] = j.parse(&j.u.Keys[k])
	}
	root := &element{number: entryNumber, dict: j.Dict(ref(entryNumber)), kind: "Part"}
	e.known[entryNumber] = root
	e.kids(root, 0)
	for i := range j.u.Roles {
		r := &j.u.Roles[i]
		if standardTypes[r.Name] && r.Name != r.Standard {
			j.fail("role-standard", r.Name)
		}
	}
	ids := map[string]bool{}
	for _, kid := range root.kids {
		j.element(kid, ids, 0)
	}
	j.page = 0
}

// kids reads what is below an element.
func (e *elements) kids(at *element, depth int) {
	j := e.j
	list, ok := j.Resolve(at.dict["K"]).(types.Array)
	if !ok && at.dict["K"] != nil {
		list = types.Array{at.dict["K"]}
	}
	page := pdf.RefNumber(at.dict["Pg"])
	at.page = j.fileNumber(page)
	for _, k := range list {
		if e.left--; e.left < 0 || depth > maxTags {
			j.fail("too-much", "")
			return
		}
		if id, ok := j.Int(k); ok {
			e.marks[claim{page, id}] = at.number
			at.content++
			continue
		}
		d := j.Dict(k)
		switch kind := j.Name(d["Type"]); {
		case d == nil:
		case kind == "MCR":
			e.reference(at, d, page)
		case kind == "OBJR":
			n := pdf.RefNumber(d["Obj"])
			at.objects = append(at.objects, n)
			e.whole[n] = at.number
			if at.page == 0 {
				at.page = j.fileNumber(pdf.RefNumber(d["Pg"]))
			}
		default:
			e.kid(at, k, d, depth)
		}
	}
}

// reference reads a kid that says where its mark is.
func (e *elements) reference(at *element, d types.Dict, page int) {
	at.content++
	owner := page
	if n := pdf.RefNumber(d["Pg"]); n > 0 {
		owner = n
	}
	if at.page == 0 {
		at.page = e.j.fileNumber(owner)
	}
	if n := pdf.RefNumber(d["Stm"]); n > 0 {
		owner = n
	}
	id, _ := e.j.Int(d["MCID"])
	e.marks[claim{owner, id}] = at.number
}

// kid reads an element below another.
func (e *elements) kid(at *element, k types.Object, d types.Dict, depth int) {
	n := pdf.RefNumber(k)
	if n > 0 && e.known[n] != nil {
		return
	}
	kid := &element{number: n, dict: d, parent: at, kind: e.standard(e.j.Name(d["S"]))}
	if n > 0 {
		e.known[n] = kid
	}
	at.kids = append(at.kids, kid)
	e.kids(kid, depth+1)
	if kid.page == 0 && len(kid.kids) > 0 {
		kid.page = kid.kids[0].page
	}
}

// standard is the standard type that a type stands for.
func (e *elements) standard(name string) string {
	for i := range e.j.u.Roles {
		if r := &e.j.u.Roles[i]; r.Name == name && standardTypes[r.Standard] {
			return r.Standard
		}
	}
	if standardTypes[name] {
		return name
	}
	return ""
}

// standardTypes are those of ISO 32000-1, 14.8.4.
var standardTypes = func() map[string]bool {
	all := map[string]bool{}
	for name := range strings.FieldsSeq("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct " +
		"Private " +
		"P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference " +
		"BibEntry Code " +
		"Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form") {
		all[name] = true
	}
	return all
}()

// fileNumber is the number in the file of a page of the linked unit, by its object number; 0 where it is none.
func (j *judge) fileNumber(n int) int {
	k := n - j.numbers.pages
	if k < 0 || k >= len(j.u.Pages) {
		return 0
	}
	if k < len(j.taken) {
		return j.taken[k]
	}
	return k + 1
}

// list is an entry of the parent tree for a page or a form.
func (e *elements) list(key int) types.Array { return e.j.Array(e.nums[key]) }

// single is an entry of the parent tree for an annotation.
func (e *elements) single(key int) types.Object { return e.nums[key] }

// lives reports whether an entry of the parent tree leads to an element of the tree.
func (e *elements) lives(o types.Object) bool { return e.known[pdf.RefNumber(o)] != nil }

// spoken reports whether an element has words in the place of what it holds.
func (e *elements) spoken(o types.Object) bool {
	at := e.known[pdf.RefNumber(o)]
	return at != nil && at.dict["ActualText"] != nil
}

// parentOf is the element that an annotation leads to; nil where it leads to none.
func (e *elements) parentOf(d types.Dict) *element {
	key, ok := e.j.Int(d["StructParent"])
	if !ok {
		return nil
	}
	return e.known[pdf.RefNumber(e.single(key))]
}

// through are the types that only group: what is below them counts as below what is above them.
func through(kind string) bool { return kind == "NonStruct" || kind == "Div" || kind == "Part" }

// inner are the elements below an element, those below groups among them.
func (at *element) inner() []*element {
	var out []*element
	for _, k := range at.kids {
		if through(k.kind) {
			out = append(out, k.inner()...)
		} else {
			out = append(out, k)
		}
	}
	return out
}

// kinds are the types of inner.
func (at *element) kinds() []string {
	var out []string
	for _, k := range at.inner() {
		if k.kind != "" {
			out = append(out, k.kind)
		}
	}
	return out
}

// above is the type of the element above, groups passed over.
func (at *element) above() string {
	p := at.parent
	for p != nil && through(p.kind) {
		p = p.parent
	}
	if p == nil {
		return ""
	}
	return p.kind
}

// element judges an element and all below it.
func (j *judge) element(at *element, ids map[string]bool, depth int) {
	j.page = at.page
	d := at.dict
	if at.kind == "" {
		j.fail("role-missing", j.Name(d["S"]))
	}
	if !utf8.ValidString(j.Name(d["S"])) {
		j.fail("name-encoding", "")
	}
	j.language(d["Lang"])
	alt, hasAlt := j.words(d["Alt"])
	_, actual := j.words(d["ActualText"])
	switch kind := at.kind; {
	case kind == "Figure" && !actual && alt == "":
		j.fail("figure-alt", "")
	case kind == "Formula" && !actual && alt == "":
		j.fail("formula-alt", "")
	case kind == "Note":
		id, _ := j.String(d["ID"])
		if len(id) == 0 {
			j.fail("note-id", "")
		} else if ids[string(id)] {
			j.fail("note-id-twice", "")
		}
		ids[string(id)] = true
	case kind == "Form":
		j.formElement(at)
	case kind == "H" || len(kind) == 2 && kind[0] == 'H':
		j.heading(at)
	}
	if hasAlt && alt != "" && saysNothing(alt) {
		j.fail("alt-says-nothing", alt)
	}
	j.containment(at)
	if at.kind == "Table" {
		j.table(at)
	}
	for _, k := range at.kids {
		j.element(k, ids, depth+1)
	}
}

// words is a text string; false where there is none.
func (j *judge) words(o types.Object) (string, bool) {
	b, ok := j.String(o)
	return strings.TrimSpace(pdf.Text(b)), ok
}

// heading judges the level of a heading: after another it may be one deeper at most (ISO 14289-1, 7.4.2).
func (j *judge) heading(at *element) {
	level := 0
	if at.kind != "H" {
		level = int(at.kind[1] - '0')
	}
	list := j.verdict.Headings
	if n := len(list); level > 0 && n > 0 && list[n-1] > 0 && level > list[n-1]+1 {
		j.fail("heading-skips", at.kind)
	}
	if level == 0 { // the report's own headings have levels, and come before it and after it
		j.fail("heading-plain", "")
		j.fail("heading-mixed", "")
	}
	j.verdict.Headings = append(list, level)
}

// formElement judges the element of a field: it holds its widget and nothing else (7.18.4).
func (j *judge) formElement(at *element) {
	if j.attribute(at, "Role", "PrintField") != nil {
		return
	}
	if len(at.objects) == 1 && at.content == 0 && len(at.kids) == 0 &&
		j.Name(j.Dict(ref(at.objects[0]))["Subtype"]) == "Widget" {
		return
	}
	j.fail("form-element", "")
}

// attribute is an attribute of an element; nil where it has none of the owner's (ISO 32000-1, 14.7.5).
func (j *judge) attribute(at *element, key, owner string) types.Object {
	find := func(o types.Object) types.Object {
		list, ok := j.Resolve(o).(types.Array)
		if !ok {
			list = types.Array{o}
		}
		for _, a := range list {
			if d := j.Dict(a); j.Name(d["O"]) == owner && d[key] != nil {
				return d[key]
			}
		}
		return nil
	}
	if v := find(at.dict["A"]); v != nil {
		return v
	}
	list, ok := j.Resolve(at.dict["C"]).(types.Array)
	if !ok {
		list = types.Array{at.dict["C"]}
	}
	classes := j.Dict(j.Dict(ref(rootNumber))["ClassMap"])
	for _, c := range list {
		if v := find(classes[j.Name(c)]); v != nil {
			return v
		}
	}
	return nil
}

// tags of languages, as far as PDF asks (7.2; ISO 19005-3, 6.7.4).
var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// language judges a language; "" says that it is not known.
func (j *judge) language(o types.Object) {
	if b, ok := j.String(o); ok {
		j.languageText(pdf.Text(b))
	}
}

func (j *judge) languageText(tag string) {
	switch {
	case tag == "":
		j.fail("language-empty", "")
	case !languageTag.MatchString(tag):
		j.fail("language", tag)
	}
}
