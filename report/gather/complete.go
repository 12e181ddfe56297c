package gather

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/report/states"
)

// holder finds the innermost mapping that names a file, under whichever of its keys.
func holder(n *yaml.Node, file string) (found *yaml.Node) {
	for _, c := range n.Content {
		if inner := holder(c, file); inner != nil {
			return inner
		}
	}
	if n.Kind == yaml.MappingNode && value(n, "id") != nil && saysSo(n, file) {
		return n
	}
	return nil
}

// complete adds to a statement of the manifest those of its files that came later.
func (m *merger) complete(s *statement) {
	var node *yaml.Node
	for _, f := range s.files() {
		if node == nil {
			node = holder(m.root, f.path)
		}
	}
	for _, f := range s.files() {
		if m.names(f.path) {
			continue
		}
		key, written := "original", s.handedIn(f, len(s.originals))
		if f == s.text {
			key, written = "text", quoted(f.path)
		}
		done, list := false, (*yaml.Node)(nil)
		if node != nil {
			list = value(node, "originals")
		}
		taken := node != nil && m.fresh[key+place(node)]
		switch {
		case node == nil:
		case key == "original" && list != nil:
			done = m.item(node, "originals", []string{written})
		case value(node, key) == nil && !taken:
			m.fresh[key+place(node)] = true
			done = m.line(node, key+": "+written)
		}
		m.put(f, done, key+": "+written, node)
	}
}

// sessionNode finds a session in the manifest: the one that names most of its files, or has its title, or the only one
// where files lie in no folders; nil where there is none.
func (m *merger) sessionNode(s *session) (found *yaml.Node) {
	var nodes []*yaml.Node
	if list := value(m.root, "sessions"); list != nil {
		for _, n := range list.Content {
			nodes = append(nodes, n)
			if panels := value(n, "panels"); panels != nil {
				nodes = append(nodes, panels.Content...)
			}
		}
	}
	most := 0
	for _, n := range nodes {
		if named := s.namedIn(n); named > most {
			found, most = n, named
		}
	}
	if found != nil {
		return found
	}
	for _, n := range nodes {
		if title := value(n, "title"); s.title != "" && title != nil &&
			slices.Equal(states.Folded(title.Value), states.Folded(s.title)) {
			return n
		}
	}
	if len(nodes) == 1 && s.home == "" {
		return nodes[0]
	}
	return nil
}

// namedIn counts the session's files that the statements of a node name.
func (s *session) namedIn(n *yaml.Node) (count int) {
	list := value(n, "statements")
	for _, st := range s.statements {
		for _, f := range st.files() {
			if list != nil && saysSo(list, f.path) {
				count++
			}
		}
	}
	for _, f := range []*file{s.intro, s.debate} {
		if f != nil && slices.ContainsFunc([]string{asIntro, asDebate}, func(key string) bool {
			v := value(n, key)
			return v != nil && strings.TrimSpace(v.Value) == f.path
		}) {
			count++
		}
	}
	return count
}
