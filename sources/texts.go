package sources

import (
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// prose reads the path of a text, or Markdown itself, or a map of language to either. The Versions are filled by
// jobs.
func (m *mapping) prose(n *yaml.Node, name string) *Prose {
	r := m.r
	p := &Prose{Pos: r.pos(n), Pattern: patternOf(n)}
	type part struct {
		lang string
		node *yaml.Node
	}
	var parts []part
	r.byPath(n, name, m.item, func(lang string, n *yaml.Node) { parts = append(parts, part{lang, n}) })
	if len(parts) == 0 {
		return nil
	}
	p.By = make([]Version, len(parts))
	for i, part := range parts {
		item, version := m.item, &p.By[i]
		version.Lang, version.Literal = part.lang, m.literal()
		r.later(r.pos(part.node), item, func() { r.version(version, part.node, item) })
	}
	return p
}

// version reads one text, from its file or from the manifest.
func (r *reader) version(v *Version, n *yaml.Node, item string) {
	name := strings.TrimSpace(n.Value)
	switch {
	case r.namesFile(name) && !slices.Contains(textKinds, endingOf(name)):
		// a document of another kind, not a text that reads like its name
		r.filePath(name, r.pos(n), item, &kind{allowed: textKinds})
	case slices.Contains(textKinds, endingOf(name)) && !strings.Contains(name, "\n"):
		r.textFile(v, name, r.pos(n), item)
	default:
		if found, path := r.pathLike(name); path {
			r.bag.AddItem("text-path", r.pos(n), item, diag.Args{"found": name, "nearest": found})
			return
		}
		r.markdown(v, r.scalarSource(n), r.pos(n), item)
	}
}

// textFile reads a text from its file, of any kind; at is where the manifest names it.
func (r *reader) textFile(v *Version, name string, at diag.Pos, item string) {
	v.File = straightPath(name)
	limit := int64(maxText)
	if IsOffice(name) {
		limit = maxOffice
	}
	data, err := r.folder.Read(name, limit)
	if err != nil {
		addFile(r.bag, r.folder, at, item, name, err)
		return
	}
	if IsOffice(name) {
		r.office(v, data, at, item)
		return
	}
	data, ok := decode(v.File, data, r.bag)
	if !ok {
		return
	}
	if src := fileSource(v.File, data); endingOf(name) == ".txt" {
		plain(v, src, r.bag, item)
	} else {
		r.markdown(v, src, diag.Pos{File: v.File, Line: 1, Column: 1}, item)
	}
}

func (r *reader) markdown(v *Version, src *source, start diag.Pos, item string) {
	(&markdown{src: src, bag: r.bag, folder: r.folder, item: item, editions: r.editions,
		literal: v.Literal}).read(v, start)
}

// textKinds are the endings of files that a text may stand in.
var textKinds = []string{".md", ".markdown", ".docx", ".odt", ".txt"}

// endingOf is the end of a file's name, from its last point, in lower case.
func endingOf(name string) string { return strings.ToLower(path.Ext(name)) }

// documents are the kinds of files that people write texts in. A value of one word that ends so is a path.
var documents = []string{".doc", ".docx", ".odt", ".rtf", ".txt", ".pdf", ".htm", ".html", ".markdown", ".pages",
	".eml", ".msg"}

// namesFile reports whether a text is the path of a file rather than the words to print: it ends like one, and is one
// or cannot be anything else.
func (r *reader) namesFile(text string) bool {
	if len(text) > maxPath || strings.Contains(text, "\n") || path.Ext(text) == "" {
		return false
	}
	return slices.Contains(documents, strings.ToLower(path.Ext(text))) && !strings.Contains(text, " ") ||
		r.folder.Check(text) == nil
}
