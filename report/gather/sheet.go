package gather

import (
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"rapporteur/sources/guard"
	"rapporteur/sources/pattern"
)

// sheet is a manifest that lines are added to. The lines that it has are never touched.
type sheet struct {
	lines []string // with their line feeds
	feed  string   // what ends a line
	root  *yaml.Node
	added map[int][]chunk // after so many lines
	fresh map[string]bool // keys that got a line of their own
}

// chunk is lines that belong together, though they are added one after the other: those of one list or mapping.
type chunk struct {
	of     string
	indent int // of its first line
	lines  []string
}

// errNoManifest is that of a file that is no mapping in YAML.
var errNoManifest = errors.New("not a mapping")

// openSheet reads a manifest.
func openSheet(data string) (*sheet, error) {
	root, err := parsed(data)
	if err != nil {
		return nil, err
	}
	s := &sheet{lines: strings.SplitAfter(data, "\n"), feed: "\n", root: root, added: map[int][]chunk{},
		fresh: map[string]bool{}}
	if s.lines[len(s.lines)-1] == "" {
		s.lines = s.lines[:len(s.lines)-1]
	}
	if strings.Contains(data, "\r\n") {
		s.feed = "\r\n"
	}
	return s, nil
}

// parsed reads the only document of a file.
func parsed(data string) (*yaml.Node, error) {
	var document, second yaml.Node
	decoder := yaml.NewDecoder(strings.NewReader(data))
	if err := guard.Do("yaml", func() error { return decoder.Decode(&document) }); err != nil {
		return nil, err
	}
	if err := guard.Do("yaml", func() error { return decoder.Decode(&second) }); !errors.Is(err, io.EOF) {
		return nil, errNoManifest
	}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		return nil, errNoManifest
	}
	return document.Content[0], nil
}

// under gives a key of a mapping and its value; nil where it has none.
func under(m *yaml.Node, key string) (k, v *yaml.Node) {
	if m == nil || m.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i], m.Content[i+1]
		}
	}
	return nil, nil
}

// value is the value of a key of a mapping; nil where it has none.
func value(m *yaml.Node, key string) *yaml.Node { _, v := under(m, key); return v }

// inline reports whether a node stands in brackets or braces.
func inline(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// end is the number of the last line of what begins in a line, all of which stands farther right than indent columns.
func (s *sheet) end(first, indent int) int {
	last := first
	for i := first; i < len(s.lines); i++ {
		line := strings.TrimRight(s.lines[i], "\r\n")
		switch bare := strings.TrimLeft(line, " "); {
		case bare == "":
		case len(line)-len(bare) <= indent:
			return last
		default:
			last = i + 1
		}
	}
	return last
}

// item adds an item to the list under a key of a mapping; false where the list stands in brackets, so that a line that
// is there would have to be changed. The item's lines after the first are indented by the caller as far as they belong
// under it.
func (s *sheet) item(parent *yaml.Node, key string, lines []string) bool {
	k, list := under(parent, key)
	switch {
	case list == nil:
		return s.below(parent, key, dashed(lines))
	case list.Kind == yaml.ScalarNode && list.Value == "" && list.Style == 0:
		s.insert(key+place(parent), k.Line, k.Column+1, dashed(lines))
	case list.Kind != yaml.SequenceNode || inline(list) || len(list.Content) == 0:
		return false
	default:
		last := list.Content[len(list.Content)-1]
		s.insert(key+place(parent), s.end(last.Line, list.Column-1), list.Column-1, dashed(lines))
	}
	return true
}

// dashed makes lines an item of a list.
func dashed(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = "  " + line
		if i == 0 {
			out[i] = "- " + line
		}
	}
	return out
}

// entry adds lines to the mapping under a key; false as for item.
func (s *sheet) entry(key string, lines []string) bool {
	k, inner := under(s.root, key)
	switch {
	case inner == nil:
		return s.below(s.root, key, lines)
	case inner.Kind == yaml.ScalarNode && inner.Value == "" && inner.Style == 0:
		s.insert(key, k.Line, k.Column+1, lines)
		return true
	case inner.Kind != yaml.MappingNode || inline(inner):
		return false
	}
	last := inner.Content[len(inner.Content)-2]
	s.insert(key, s.end(last.Line, inner.Column-1), inner.Column-1, lines)
	return true
}

// below adds lines under a key that the mapping does not have yet.
func (s *sheet) below(parent *yaml.Node, key string, lines []string) bool {
	if inline(parent) {
		return false
	}
	at, indent := s.after(parent), parent.Column-1
	id := key + place(parent)
	if !s.fresh[id] {
		s.fresh[id] = true
		s.insert(id, at, indent, []string{key + ":"})
	}
	s.insert(id, at, indent+2, lines)
	return true
}

// line adds a line to a mapping; false where it stands in braces.
func (s *sheet) line(parent *yaml.Node, line string) bool {
	if inline(parent) {
		return false
	}
	s.insert(line+place(parent), s.after(parent), parent.Column-1, []string{line})
	return true
}

// place tells nodes apart.
func place(n *yaml.Node) string { return fmt.Sprintf(" %d:%d", n.Line, n.Column) }

// after is the number of the last line of a mapping; of the whole manifest, of the file.
func (s *sheet) after(m *yaml.Node) int {
	if m == s.root {
		return len(s.lines)
	}
	return s.end(m.Line, m.Column-2)
}

// insert adds lines after a line, behind those of the same list or mapping that were added there before, and before
// those that stand less far in: after them it would belong to another key.
func (s *sheet) insert(of string, after, indent int, lines []string) {
	list := s.added[after]
	i := slices.IndexFunc(list, func(c chunk) bool { return c.of == of })
	if i < 0 {
		if i = slices.IndexFunc(list, func(c chunk) bool { return c.indent < indent }); i < 0 {
			i = len(list)
		}
		list = slices.Insert(list, i, chunk{of: of, indent: indent})
	}
	for _, line := range lines {
		list[i].lines = append(list[i].lines, strings.Repeat(" ", indent)+line+s.feed)
	}
	s.added[after] = list
}

// ErrOtherwise says that lines cannot be added to a manifest without changing what it says.
var ErrOtherwise = errors.New("written in a way that lines cannot be added to")

// text gives the manifest with what was added. It is read again: all that it said before it says still.
func (s *sheet) text() (string, error) {
	var b strings.Builder
	for i := 0; i <= len(s.lines); i++ {
		if len(s.added[i]) > 0 && b.Len() > 0 && !strings.HasSuffix(s.lines[i-1], "\n") {
			b.WriteString(s.feed)
		}
		for _, c := range s.added[i] {
			b.WriteString(strings.Join(c.lines, ""))
		}
		if i < len(s.lines) {
			b.WriteString(s.lines[i])
		}
	}
	root, err := parsed(b.String())
	if err != nil || !grown(s.root, root) {
		return "", ErrOtherwise
	}
	return b.String(), nil
}

// grown reports whether a node says all that another said, in the same order, and maybe more at the ends of lists and
// mappings.
func grown(old, now *yaml.Node) bool {
	switch {
	case old.Kind == yaml.ScalarNode && old.Value == "" && old.Style == 0:
		return true
	case old.Kind != now.Kind || old.Value != now.Value || len(now.Content) < len(old.Content):
		return false
	}
	for i := range old.Content {
		if !grown(old.Content[i], now.Content[i]) {
			return false
		}
	}
	return true
}

// names reports whether the manifest names a file, be it in a comment: what an editor left out stays left out.
func (s *sheet) names(file string) bool {
	file = norm.NFC.String(file)
	if saysSo(s.root, file) {
		return true
	}
	for _, line := range s.lines {
		comment := commentShape.FindString(norm.NFC.String(line))
		for at := 0; ; {
			i := strings.Index(comment[at:], file)
			if i < 0 {
				break
			}
			at += i
			if !inName(comment[:at], true) && !inName(comment[at+len(file):], false) {
				return true
			}
			at++
		}
	}
	return false
}

// commentShape is what follows a # in a line.
var commentShape = pattern.Of(`(?:^|\s)#.*`)

// inName reports whether what stands before or after a path goes on in its first or last name.
func inName(around string, before bool) bool {
	if around == "" {
		return false
	}
	c := around[0]
	if before {
		c = around[len(around)-1]
	}
	return c == '/' || c == '-' || c == '_' || c >= 0x80 || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' ||
		c >= 'a' && c <= 'z'
}

// saysSo reports whether a value is the path, however it is written.
func saysSo(n *yaml.Node, file string) bool {
	return n.Kind == yaml.ScalarNode && path.Clean(norm.NFC.String(n.Value)) == file ||
		slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return saysSo(c, file) })
}
