package unit

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pattern"
)

// mend fits the elements of the original into a tree that others share, and gives them what ISO 14289-1, 7.2 to 7.9 and
// 7.18.4 asks for, as far as it can be known: levels of headings below the run's own, identifiers of notes, languages
// that are some. What the original means is kept.
func (g *graft) mend() {
	m := mender{graft: g, noted: map[string]bool{}, there: map[int]map[int]bool{}}
	for _, b := range g.roots {
		m.element(b, 0, "")
	}
	m.describe()
}

// mender goes through the elements in their order.
type mender struct {
	*graft
	last  int // the level of the heading before, below the run's own
	notes int
	noted map[string]bool // identifiers
	bare  []*branch       // figures and formulas that nobody has described
	there map[int]map[int]bool
}

// mostLevel is the deepest level of headings.
const mostLevel = 6

// language is the form of a tag (RFC 5646, 2.1) as far as PDF/A asks for it (ISO 19005-3, 6.7.4).
var language = pattern.Of(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// element mends an element; sections is how many sections it stands in, above the type of the element that it is below,
// groups passed over.
func (m *mender) element(b *branch, sections int, above string) {
	s := m.s
	b.kids = slices.DeleteFunc(b.kids, func(k leafOrBranch) bool { return m.empty(b, &k) })
	kind := m.standard(b)
	switch kind {
	case "Part", "Art", "Sect":
		sections++
	case "H":
		m.heading(b, max(sections, 1))
	case "H1", "H2", "H3", "H4", "H5", "H6":
		m.heading(b, int(kind[1]-'0'))
	case "Note":
		m.note(b)
	case "Figure", "Formula":
		m.figure(b)
	case "Form":
		if len(b.kids) != 1 || b.kids[0].object["Type"] != types.Name("OBJR") {
			b.as = "Div"
		}
	}
	if lang, ok := s.doc.String(b.dict["Lang"]); ok && len(lang) > 0 && !language.MatchString(s.text(b.dict["Lang"])) {
		delete(b.kept(), "Lang")
	}
	if kind = m.standard(b); !groups(kind) {
		above = kind
	}
	m.arrange(b, above)
	for _, k := range b.kids {
		if k.branch != nil {
			m.element(k.branch, sections, above)
		}
	}
	if kind == "Table" {
		m.square(b)
	}
}

// empty reports whether a kid is a mark that its page, which could be read to its end, does not have: programs leave
// such behind, and nothing is heard there.
func (m *mender) empty(b *branch, k *leafOrBranch) bool {
	page, id := b.page, k.mcid
	if k.object != nil {
		at, _ := k.object["Pg"].(symbol)
		number, marked := k.object["MCID"].(types.Integer)
		if page, id = at.Index, int(number); !marked || k.object["Stm"] != nil {
			return false
		}
	}
	if k.branch != nil || !m.s.original.whole[page] {
		return false
	}
	if m.there[page] == nil {
		m.there[page] = map[int]bool{}
		for _, n := range m.s.original.marks[page] {
			m.there[page][int(n)] = true
		}
	}
	return !m.there[page][id]
}

// heading gives a heading its level: no deeper than one below the heading before (7.4.2).
func (m *mender) heading(b *branch, level int) {
	b.level = min(level, m.last+1, mostLevel)
	m.last = b.level
}

// note gives a note an identifier where it has none, or another's (7.9).
func (m *mender) note(b *branch) {
	if id, _ := m.s.doc.String(b.dict["ID"]); len(id) > 0 && !m.noted[string(id)] {
		m.noted[string(id)] = true
		return
	}
	name := ""
	for name == "" || m.noted[name] {
		m.notes++
		name = "note-" + strconv.Itoa(m.notes)
	}
	m.noted[name] = true
	b.kept()["ID"] = types.StringLiteral(name)
}

// figure notes a figure or a formula that nobody has described (7.3, 7.7).
func (m *mender) figure(b *branch) {
	if strings.TrimSpace(m.s.text(b.dict["Alt"])+m.s.text(b.dict["ActualText"])) == "" {
		m.bare = append(m.bare, b)
	}
}

// hollow reports whether nothing stands in an element, nor in those below it.
func hollow(b *branch) bool {
	return !slices.ContainsFunc(b.kids, func(k leafOrBranch) bool { return k.branch == nil || !hollow(k.branch) })
}

// describe gives such a figure the words that the manifest has for it, where there is one, else words that say that
// nobody has described it. One that holds nothing, as programs leave behind, shows nothing that could be described.
func (m *mender) describe() {
	s := m.s
	m.bare = slices.DeleteFunc(m.bare, func(b *branch) bool {
		if hollow(b) {
			b.as = "NonStruct"
			delete(b.kept(), "Alt")
			delete(b.dict, "ActualText")
			return true
		}
		return false
	})
	for _, b := range m.bare {
		page := -1
		if b.page >= 0 {
			page = s.original.taken[b.page]
		}
		d := b.kept()
		delete(d, "ActualText")
		if s.options.Alt != "" && len(m.bare) == 1 {
			d["Alt"] = textString(s.options.Alt)
			s.mend(MendedAlt, "", page)
			continue
		}
		said := s.say("figure-unnamed", 0, "")
		d["Alt"], d["Lang"] = said, symbol{SaidLang, said.Index}
		s.mend(MendedFigure, "", page)
	}
}
