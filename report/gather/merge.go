package gather

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/report/states"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// merger adds a plan to a manifest.
type merger struct {
	*walker
	*sheet
	language string // of the manifest
	ids      ids
	keys     map[*states.Party]string // what the manifest calls a party
	others   map[string]string        // and delegations that the tables do not have
	count    Count
	agreed   bool // something was added that the agenda has
}

// newMerger reads of the manifest what lines that are added have to agree with.
func newMerger(w *walker, s *sheet) *merger {
	m := &merger{walker: w, sheet: s, ids: ids{}, keys: map[*states.Party]string{}, others: map[string]string{}}
	if l := value(value(s.root, "report"), "language"); l != nil {
		m.language = l.Value
		if tag := w.languages.Named(l.Value); tag != "" {
			m.language = tag
		}
	}
	m.takeIDs(s.root)
	if d := value(s.root, "delegations"); d != nil && d.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(d.Content); i += 2 {
			m.knowParty(d.Content[i].Value, d.Content[i+1])
		}
	}
	return m
}

func (m *merger) takeIDs(n *yaml.Node) {
	if id := value(n, "id"); id != nil {
		m.ids[strings.ToLower(id.Value)] = true
	}
	for _, c := range n.Content {
		m.takeIDs(c)
	}
}

// knowParty notes by which key the manifest calls a party.
func (m *merger) knowParty(key string, n *yaml.Node) {
	names := []string{key}
	for list := []*yaml.Node{n}; len(list) > 0; list = list[1:] {
		if list[0].Kind == yaml.ScalarNode {
			names = append(names, list[0].Value)
		}
		list = append(list, list[0].Content...)
	}
	for _, p := range states.All() {
		if m.keys[p] == "" && slices.ContainsFunc(names, p.Called) {
			m.keys[p] = key
		}
	}
}

// delegation gives what the manifest calls a party; one that it does not list yet is added to its list. Where it has
// none, that is the party's name.
func (m *merger) delegation(p *states.Party) string {
	if m.keys[p] != "" {
		return m.keys[p]
	}
	m.keys[p] = p.Name(m.language)
	if value(m.root, "delegations") != nil {
		m.keys[p] = p.Key
		m.list(p.Key, p.Name(m.language))
	}
	return m.keys[p]
}

// list adds a delegation to the manifest's, or tells what to write there where they stand in brackets.
func (m *merger) list(key, name string) {
	if line := m.listing(key, name); !m.entry("delegations", []string{line}) {
		m.tell("import-delegation", "", diag.Args{"name": name, "line": line})
	}
}

// listing is the line of a delegation, whose name is in the manifest's language where that is known.
func (m *merger) listing(key, name string) string {
	language, _, _ := strings.Cut(m.language, "-")
	if language == "" || language == sources.ToDo {
		return key + ": {name: " + quoted(name) + "}"
	}
	return key + ": {name: {" + language + ": " + quoted(name) + "}}"
}

// merge adds what is new: originals to statements that are there, statements to sessions that are there, new sessions,
// and the other parts. What stands farther in comes first, for it may end on the same line as what is around it.
func (m *merger) merge(p *plan) {
	var fresh []*session
	for _, s := range p.sessions {
		node := m.sessionNode(s)
		if node == nil {
			fresh = append(fresh, s)
			continue
		}
		for _, st := range s.statements {
			if !m.isNew(st) {
				m.complete(st)
			}
		}
		for _, part := range []struct {
			key  string
			file *file
		}{{asIntro, s.intro}, {asDebate, s.debate}} {
			if part.file != nil && !m.names(part.file.path) {
				line := part.key + ": " + quoted(part.file.path)
				m.put(part.file, value(node, part.key) == nil && m.line(node, line), line, node)
			}
		}
		for _, st := range s.statements {
			if m.isNew(st) && len(st.files()) > 0 { // who sent nothing stands there since the session does
				m.statement(st, m.item(node, "statements", m.lines(st)))
			}
		}
	}
	for _, s := range fresh {
		m.session(s)
	}
	for _, st := range p.parts {
		if m.isNew(st) {
			m.part(st)
		} else {
			m.complete(st)
		}
	}
}

// isNew reports whether the manifest names none of a statement's files.
func (m *merger) isNew(s *statement) bool {
	return !slices.ContainsFunc(s.files(), func(f *file) bool { return m.names(f.path) })
}

// expects reports whether a statement of the manifest is of whom the agenda has, in whichever session it stands.
func (m *merger) expects(n *yaml.Node, e *entry) bool {
	delegation := m.others[e.delegation]
	if e.party != nil {
		delegation = m.keys[e.party]
	}
	if speaker := value(n, "speaker"); speaker != nil {
		name, of := value(speaker, "name"), value(speaker, "delegation")
		if e.name != "" {
			return name != nil && name.Value == e.name || speaker.Value == e.name
		}
		return delegation != "" && (of != nil && of.Value == delegation || speaker.Value == delegation)
	}
	return slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return m.expects(c, e) })
}

// put counts a file that was added, or tells what to write by hand; node is the item that it belongs to, nil where it
// is none that is there.
func (m *merger) put(f *file, done bool, line string, node *yaml.Node) {
	if done {
		m.count.Files++
		return
	}
	args := diag.Args{"line": line}
	if id := value(node, "id"); id != nil {
		args["item"] = id.Value
	}
	m.tell("import-by-hand", f.path, args)
}

func (m *merger) statement(s *statement, done bool) {
	if done {
		m.count.Statements++
		m.agreed = m.agreed || s.entry != nil
	}
	for _, f := range s.files() {
		m.put(f, done, strings.Join(s.named(), "; "), nil)
	}
}

// session adds a session with all that is in it.
func (m *merger) session(s *session) {
	title := quoted(s.title)
	if s.title == "" {
		title = unknown
	}
	lines := []string{"id: " + m.ids.of(s.title, "session"), "title: " + title}
	if s.date != "" {
		lines = append(lines, "date: "+s.date)
	}
	if s.chair != nil {
		lines = append(lines, "chair: "+m.who(s.chair.party, s.chair.delegation, s.chair.person))
	}
	var files []*file
	for _, part := range []struct {
		key  string
		file *file
	}{{asIntro, s.intro}, {asDebate, s.debate}} {
		if part.file != nil && !m.names(part.file.path) {
			lines = append(lines, part.key+": "+quoted(part.file.path))
			files = append(files, part.file)
		}
	}
	var said []*statement
	for _, st := range s.statements {
		if m.isNew(st) && (len(st.files()) > 0 || !m.expects(m.root, st.entry)) {
			said = append(said, st)
		}
	}
	if len(said)+len(files) == 0 {
		return
	}
	if len(said) > 0 {
		lines = append(lines, "statements:")
	}
	for _, st := range said {
		for _, line := range dashed(m.lines(st)) {
			lines = append(lines, "  "+line)
		}
	}
	done := m.item(m.root, "sessions", lines)
	for _, f := range files {
		m.put(f, done, quoted(f.path), nil)
	}
	for _, st := range said {
		m.statement(st, done)
	}
}
