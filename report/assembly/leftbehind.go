package assembly

import (
	"net/url"
	"sort"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// notes gathers the findings of one original: one of each kind, with how often and where first.
type notes struct {
	l     *linker
	f     *foreign
	list  []*note
	index map[[2]string]*note
}

type note struct {
	code, what string
	count      int
	page       int // of the original, from 0; -1 none
	fields     []string
}

func newNotes(l *linker, f *foreign) *notes {
	return &notes{l: l, f: f, index: map[[2]string]*note{}}
}

// add notes that something of a kind was left behind; page is its page in the original, from 0, -1 for none.
func (n *notes) add(code, what string, page int) *note {
	k := [2]string{code, what}
	e := n.index[k]
	if e == nil {
		e = &note{code: code, what: what, page: page}
		n.index[k] = e
		n.list = append(n.list, e)
	}
	e.count++
	if e.page < 0 || page >= 0 && page < e.page {
		e.page = page
	}
	return e
}

// actions notes the actions of an additional-actions dictionary.
func (n *notes) actions(s *source, o types.Object, page int) {
	aa := s.doc.Dict(o)
	for _, k := range pdf.SortedKeys(aa) {
		kind := s.doc.Name(s.doc.Dict(aa[k])["S"])
		if kind == "" {
			kind = "AA"
		}
		n.add(ActionRemoved, kind, page)
	}
}

// pageActions notes what a page does when it is opened or closed.
func (n *notes) pageActions(s *source, p pdf.Page) {
	if v := p.Dict["AA"]; v != nil {
		i, _ := s.doc.PageIndex(p.Number)
		n.actions(s, v, i)
	}
}

// report turns the notes into findings.
func (n *notes) report() {
	for _, e := range n.list {
		args := map[string]string{"file": n.f.file, "count": strconv.Itoa(e.count)}
		if e.page >= 0 {
			args["page"] = strconv.Itoa(e.page + 1)
		}
		switch e.code {
		case ActionRemoved:
			args["action"] = e.what
		case AttachmentLeftOut:
			args["name"] = e.what
		}
		if len(e.fields) > 0 {
			args["fields"] = strings.Join(e.fields, ", ")
		}
		n.l.report.Findings = append(n.l.report.Findings, Finding{Code: e.code, Run: n.f.run, Args: args})
	}
}

// leaveBehind notes what an original does and holds as a whole and the report does not take: scripts, actions on opening, forms, attachments.
func (s *source) leaveBehind() {
	f, cat := s.original, s.doc.Catalog()
	if d, ok := s.doc.Resolve(cat["OpenAction"]).(types.Dict); ok {
		if kind := s.doc.Name(d["S"]); kind != "GoTo" && kind != "" {
			f.notes.add(ActionRemoved, kind, -1)
		}
	}
	if v := cat["AA"]; v != nil {
		f.notes.actions(s, v, -1)
	}
	names := s.doc.Dict(cat["Names"])
	s.doc.NameTree(names["JavaScript"], func([]byte, types.Object) { f.notes.add(ActionRemoved, "JavaScript", -1) })
	s.doc.NameTree(names["EmbeddedFiles"], func(key []byte, v types.Object) {
		name := pdf.Text(key)
		spec := s.doc.Dict(v)
		for _, k := range [2]string{"UF", "F"} {
			if b, ok := s.doc.String(spec[k]); ok {
				name = pdf.Text(b)
				break
			}
		}
		f.notes.add(AttachmentLeftOut, name, -1)
	})
	s.form(s.doc.Dict(cat["AcroForm"]))
}

// someFields is how many field names a finding gives: enough to know the form by.
const someFields = 5

// form notes a form and its signatures.
func (s *source) form(form types.Dict) {
	f := s.original
	seen := map[int]bool{}
	var walk func(o types.Object, depth int)
	walk = func(o types.Object, depth int) {
		if n := pdf.RefNumber(o); n > 0 {
			if seen[n] {
				return
			}
			seen[n] = true
		}
		d := s.doc.Dict(o)
		if d == nil || depth > maxFieldDepth {
			return
		}
		fields := 0
		for _, k := range s.doc.Array(d["Kids"]) {
			if s.doc.Dict(k)["T"] != nil {
				fields++
				walk(k, depth+1)
			}
		}
		if fields > 0 {
			return
		}
		name, _ := s.doc.String(d["T"])
		if s.doc.Name(d["FT"]) == "Sig" {
			if d["V"] != nil {
				f.notes.add(SignatureVoid, "", -1)
			}
			return
		}
		e := f.notes.add(FormFlattened, "", -1)
		if len(e.fields) < someFields && len(name) > 0 {
			e.fields = append(e.fields, pdf.Text(name))
			sort.Strings(e.fields)
		}
	}
	for _, o := range s.doc.Array(form["Fields"]) {
		walk(o, 0)
	}
	if form["XFA"] != nil && f.notes.index[[2]string{FormFlattened, ""}] == nil {
		f.notes.add(FormFlattened, "", -1)
	}
}

// absolute resolves a URI that is relative to the original's base (ISO 32000-1, 12.6.4.7), for the report has none.
func (s *source) absolute(uri []byte) []byte {
	base, ok := s.doc.String(s.doc.Dict(s.doc.Catalog()["URI"])["Base"])
	if !ok || len(base) == 0 {
		return uri
	}
	b, err := url.Parse(string(base))
	if err != nil || !b.IsAbs() {
		return uri
	}
	u, err := url.Parse(string(uri))
	if err != nil || u.IsAbs() {
		return uri
	}
	return []byte(b.ResolveReference(u).String())
}
