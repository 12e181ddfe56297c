package sources

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
	"rapporteur/sources/guard"
)

// reader turns YAML nodes into a Manifest. Texts and tables that lie in files are left as jobs, to be read side by
// side.
type reader struct {
	format       *shape // the manifest's
	bag          *diag.Bag
	file         string
	data         []byte  // the manifest's text, as decode left it
	lines        []int   // byte at which each line of data starts
	folder       *Folder // of the manifest
	editions     Languages
	languages    []string // of the report, as far as they were read
	jobs         []func() // each fills a place of its own in the Manifest; see later
	readings     int      // of beginnings of the manifest, in search of a syntax error
	budget       int      // nodes that may still be looked at
	otherVersion bool     // the manifest is of another version of the format
	bindings     bindings
	register     register
	ids          map[string]bool // those that the manifest has, or that were proposed; see lineOf
	changes      string          // what becomes of tracked changes in texts; "" for the usual
}

// parse gives the manifest's only document; nil where a diagnostic says why not.
func (r *reader) parse() *yaml.Node {
	lines := &lineReader{data: r.data}
	decoder := yaml.NewDecoder(lines)
	document, err := decodeNode(decoder)
	if errors.Is(err, io.EOF) {
		r.bag.Add("empty-manifest", diag.Pos{File: r.file, Line: 1, Column: 1}, nil)
		return nil
	}
	if err != nil {
		r.syntax(err, lines.at)
		return nil
	}
	second, err := decodeNode(decoder)
	switch {
	case err == nil:
		r.bag.Add("yaml-second-document", r.pos(second), nil)
		return nil
	case !errors.Is(err, io.EOF):
		r.syntax(err, lines.at)
		return nil
	}
	r.budget = 3*count(document) + maxAliased // a node is looked at three times at most
	return document.Content[0]
}

// decodeNode reads one document. A panic of the parser is an answer like another: the manifest cannot be read.
func decodeNode(decoder *yaml.Decoder) (*yaml.Node, error) {
	node := &yaml.Node{}
	err := guard.Do("yaml", func() error { return decoder.Decode(node) })
	if err == nil && len(node.Content) == 0 {
		err = io.EOF
	}
	return node, err
}

func count(n *yaml.Node) int {
	total := 1
	for _, child := range n.Content {
		total += count(child)
	}
	return total
}

func (r *reader) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: r.file, Line: n.Line, Column: n.Column}
}

// look follows an alias and refuses what a manifest has no use for; nil where it did. Every node that is read passes
// here.
func (r *reader) look(n *yaml.Node) *yaml.Node {
	r.budget--
	if r.budget <= 0 {
		if r.budget == 0 {
			r.bag.Add("too-many-aliases", r.pos(n), nil)
		}
		return nil
	}
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Style&yaml.TaggedStyle != 0 {
		r.bag.Add("yaml-tag", r.pos(n), diag.Args{"tag": n.Tag})
		return nil
	}
	return n
}

// empty reports whether nothing is there: `title:` and no more. `null` and `~` are text.
func empty(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 }

// mapping is a YAML mapping; fill.go reads it.
type mapping struct {
	r       *reader
	outer   *mapping // the one that it stands in, where a list or a key of the user's own may stand between
	shape   *shape   // nil for keys of the user's own
	pos     diag.Pos
	name    string // the key that it stands under, for messages
	item    string // id of the item that it belongs to
	flow    bool
	entries []entry
}

type entry struct {
	key   string
	pos   diag.Pos
	value *yaml.Node
}

// mapping reads n, which stands under the key name; nil if there is nothing, or something else: then the finding
// gives the example, if there is one.
func (r *reader) mapping(n *yaml.Node, name, item, example string) *mapping {
	if n == nil || empty(n) {
		return nil
	}
	at := r.pos(n)
	if n = r.look(n); n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		r.bag.AddItem("expected-mapping", at, item, diag.Args{"key": name, "example": example})
		return nil
	}
	m := &mapping{r: r, pos: r.pos(n), name: name, item: item, flow: n.Style&yaml.FlowStyle != 0}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if r.budget <= 0 {
			return nil
		}
		pos := r.pos(k)
		switch {
		case k.Tag == "!!merge":
			r.bag.AddItem("yaml-merge", pos, item, nil)
			continue
		case k.Kind != yaml.ScalarNode || k.Style&yaml.TaggedStyle != 0:
			r.bag.AddItem("bad-key", pos, item, nil)
			continue
		}
		key := norm.NFC.String(k.Value)
		if i := strings.IndexFunc(key, wideSpace); i >= 0 {
			// it cannot be seen, so a key that is not known would be a riddle
			pos.Column += utf8.RuneCountInString(key[:i])
			r.bag.AddItem("no-break-space", pos, item, spaceArgs(key[i:]))
			key = strings.TrimSpace(key)
		}
		if m.beginsAgain(n, i, key) {
			r.bag.AddItem("item-dash", pos, item, diag.Args{"key": key})
			break
		}
		if len(n.Content) <= 64 && slices.ContainsFunc(m.entries, func(e entry) bool { return e.key == key }) {
			r.bag.AddItem("duplicate-key", pos, item, diag.Args{"key": key})
			continue
		}
		m.entries = append(m.entries, entry{key, pos, v})
	}
	if len(n.Content) > 64 {
		m.dropDuplicates()
	}
	return m
}

// beginsAgain reports whether a key is the first of another item of a list whose hyphen is missing: it is the first of
// this one as well, and it is an id, or the next key is there already too.
func (m *mapping) beginsAgain(n *yaml.Node, i int, key string) bool {
	if m.flow || n.Column < 3 || len(m.entries) < 2 || m.entries[0].key != key {
		return false
	}
	return key == idKey.name || i+2 < len(n.Content) && m.entry(n.Content[i+2].Value) != nil
}

// dropDuplicates does for long mappings, in linear time, what mapping does for short ones.
func (m *mapping) dropDuplicates() {
	seen := make(map[string]bool, len(m.entries))
	m.entries = slices.DeleteFunc(m.entries, func(e entry) bool {
		if seen[e.key] {
			m.add("duplicate-key", e.pos, diag.Args{"key": e.key})
			return true
		}
		seen[e.key] = true
		return false
	})
}

func (m *mapping) add(code string, pos diag.Pos, args diag.Args) {
	m.r.bag.AddItem(code, pos, m.item, args)
}

// listOrOne is list for items that are scalars: one may stand without brackets.
func (r *reader) listOrOne(n *yaml.Node, name, item string) []*yaml.Node {
	if n.Kind == yaml.ScalarNode && !isBoolean(n) {
		return []*yaml.Node{n}
	}
	return r.list(n, name, item)
}

func (r *reader) list(n *yaml.Node, name, item string) []*yaml.Node {
	at := r.pos(n)
	if n = r.look(n); n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.bag.AddItem("expected-list", at, item, diag.Args{"key": name})
		return nil
	}
	items := make([]*yaml.Node, 0, len(n.Content))
	for _, child := range n.Content {
		if empty(child) {
			r.bag.AddItem("empty-item", r.pos(child), item, diag.Args{"key": name})
			continue
		}
		items = append(items, child)
	}
	return items
}

// scalar gives the node of a text; nil if something else is there. `true` and `false` are not texts unless
// quoted.
func (r *reader) scalar(n *yaml.Node, name, item string) *yaml.Node {
	at := r.pos(n)
	if n = r.look(n); n == nil {
		return nil
	}
	if n.Kind != yaml.ScalarNode || isBoolean(n) {
		args := diag.Args{"key": name}
		if n.Kind == yaml.SequenceNode {
			args["several"] = name
		}
		r.bag.AddItem("expected-text", at, item, args)
		return nil
	}
	return n
}

func isBoolean(n *yaml.Node) bool { return n.Style == 0 && (n.Value == "true" || n.Value == "false") }
