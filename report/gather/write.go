package gather

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/report/states"
	"rapporteur/sources"
	"rapporteur/sources/pattern"
)

// unknown is what stands where the editor has to write something.
const unknown = `"` + sources.ToDo + `"`

var plainShape = pattern.Of(`^[\p{L}\p{N}][\p{L}\p{M}\p{N} _./’()&+–-]*$`)

// quoted writes a text as YAML reads it, with quotation marks where it must have them.
func quoted(s string) string {
	if plainShape.MatchString(s) && !strings.HasSuffix(s, " ") && s != "true" && s != "false" {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// ids makes ids that no item of the manifest has.
type ids map[string]bool

// of makes an id of words; where they have no letter that an id may have, of the kind of item.
func (taken ids) of(words, kind string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(words)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case !unicode.Is(unicode.M, r) && b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	id := strings.Trim(b.String()[:min(b.Len(), 48)], "-")
	if id == "" {
		id = kind
	}
	for n, base := 2, id; taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	taken[id] = true
	return id
}

// lines writes a statement.
func (m *merger) lines(s *statement) []string {
	p, said := s.party(), person{}
	if s.entry != nil {
		said = s.entry.person
	}
	for _, f := range s.files() {
		if f.lang == m.language && said == (person{}) {
			said = f.speaker()
		}
	}
	called, name := "", "statement"
	if s.entry != nil {
		called = s.entry.delegation
	}
	switch {
	case p != nil:
		name = p.Key
	case called != "":
		name = called
	case said.name != "":
		name = said.name
	case len(s.files()) > 0 && len(s.first().rest) > 0:
		name = strings.Join(s.first().rest, " ")
	}
	lines := []string{"id: " + m.ids.of(name, "statement"), "speaker: " + m.who(p, called, said)}
	if title := s.title(); title != "" && (p != nil || s.entry != nil) {
		lines = append(lines, "title: "+quoted(title))
	}
	if l := s.language(); l != "" && l != m.language {
		lines = append(lines, "language: "+l)
	}
	if len(s.files()) == 0 {
		return append(lines, "status: not-received")
	}
	return append(lines, s.named()...)
}

// who writes a person, with the delegation, which is called by a name where the tables do not have it. A name alone is
// enough.
func (m *merger) who(p *states.Party, called string, said person) string {
	delegation := unknown
	if p != nil {
		delegation = quoted(m.delegation(p))
	} else if called != "" {
		delegation = quoted(m.calledIn(called))
	}
	var who []string
	if said.name != "" {
		who = append(who, "name: "+quoted(said.name))
	}
	switch {
	case said.role != "":
		who = append(who, "role: "+quoted(said.role))
	case said.name == "":
		who = append(who, "role: "+unknown)
	}
	if delegation != unknown || said.name == "" {
		who = append(who, "delegation: "+delegation)
	}
	return "{" + strings.Join(who, ", ") + "}"
}

// calledIn adds a delegation that the tables do not have to those of the manifest, and gives what it is called there.
func (m *merger) calledIn(name string) string {
	if key := m.others[name]; key != "" {
		return key
	}
	m.others[name] = name
	key := ids{}.of(name, "delegation")
	if d := value(m.root, "delegations"); d != nil && value(d, key) == nil {
		m.others[name] = key
		m.list(key, name)
	}
	return m.others[name]
}

// itemTitle is how a first page says on which item of the agenda a statement is.
var itemTitle = pattern.Of(`(?i)(?:statement|remarks|intervention|déclaration|discours|allocution|` +
	`declaración|` +
	`intervención|discurso|выступление|заявление|بيان|` +
	`كلمة)[^\n.]{0,120}?(?:item|point|punto|tema|пункту?|البند)` +
	`\s+\d{1,3}(?:\s?\([a-z]\))?`)

// title is that of the agenda or of the first page, or what the name of a statement's file says besides whose it is:
// two words of some length, at least.
func (s *statement) title() string {
	if s.entry != nil && s.entry.title != "" {
		return s.entry.title
	}
	if len(s.files()) == 0 {
		return ""
	}
	for _, f := range s.files() {
		if m := itemTitle.FindString(breaks.ReplaceAllString(f.head[:min(len(f.head), 600)], "")); m != "" {
			return strings.Join(strings.Fields(strings.ToValidUTF8(m, "")), " ")
		}
	}
	long := 0
	for _, word := range s.first().rest {
		if utf8.RuneCountInString(word) > 3 {
			long++
		}
	}
	if long < 2 {
		return ""
	}
	return strings.Join(s.first().rest, " ")
}

// named writes the keys that name a statement's files.
func (s *statement) named() (lines []string) {
	if s.text != nil {
		lines = append(lines, "text: "+quoted(s.text.path))
	}
	switch len(s.originals) {
	case 0:
	case 1:
		lines = append(lines, "original: "+s.handedIn(s.originals[0], 1))
	default:
		lines = append(lines, "originals:")
		for _, f := range s.originals {
			lines = append(lines, "  - "+s.handedIn(f, len(s.originals)))
		}
	}
	return lines
}

// handedIn writes one original, with its language where that is another than the statement's.
func (s *statement) handedIn(f *file, of int) string {
	said := s.language()
	if f.lang == "" || f.lang == said {
		return quoted(f.path)
	}
	more := ""
	if of > 1 && slices.ContainsFunc(s.originals, func(o *file) bool { return o.lang == said }) {
		more = ", kind: translation"
	}
	return "{file: " + quoted(f.path) + ", language: " + f.lang + more + "}"
}

// heading is the title of a part: what its file is called. A heading in the text is printed with the text.
func (s *statement) heading() string {
	words := strings.FieldsFunc(bareName(s.first().path), func(r rune) bool { return r == '_' || unicode.IsSpace(r) })
	title := strings.TrimLeftFunc(strings.Join(words, " "), func(r rune) bool { return !unicode.IsLetter(r) })
	if title == "" {
		return path.Base(s.first().path)
	}
	first := []rune(title)
	return string(unicode.ToUpper(first[0])) + string(first[1:])
}
