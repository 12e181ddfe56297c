package sources

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// prose reads a path that ends in .md, or Markdown itself, or a map of language to either. The Versions are filled by
// jobs.
func (m *mapping) prose(n *yaml.Node, name string) *Prose {
	r := m.r
	p := &Prose{Pos: r.pos(n)}
	type part struct {
		lang string
		node *yaml.Node
	}
	var parts []part
	r.byLanguage(n, name, m.item, func(lang string, n *yaml.Node) { parts = append(parts, part{lang, n}) })
	if len(parts) == 0 {
		return nil
	}
	p.By = make([]Version, len(parts))
	for i, part := range parts {
		item, version := m.item, &p.By[i]
		version.Lang = part.lang
		r.later(r.pos(part.node), item, func() { r.version(version, part.node, item) })
	}
	return p
}

// version reads one text, from its file or from the manifest.
func (r *reader) version(v *Version, n *yaml.Node, item string) {
	src, name := &source{}, strings.TrimSpace(n.Value)
	if r.namesFile(name) && !strings.EqualFold(path.Ext(name), ".md") {
		// a document of another kind, not a text that reads like its name
		r.filePath(name, r.pos(n), item, &kind{allowed: []string{".md"}})
		return
	}
	if strings.EqualFold(path.Ext(name), ".md") && !strings.Contains(name, "\n") {
		v.File = norm.NFC.String(name)
		data, err := r.folder.Read(name, maxText)
		if err != nil {
			addFile(r.bag, r.folder, r.pos(n), item, name, err)
			return
		}
		data, ok := decode(v.File, data, r.bag)
		if !ok {
			return
		}
		src = fileSource(v.File, data)
	} else {
		src = r.scalarSource(n)
	}
	before := diag.Pos{File: src.file, Line: 1, Column: 1}
	if v.File == "" {
		before = r.pos(n)
	}
	(&markdown{src: src, bag: r.bag, folder: r.folder, item: item, editions: r.editions}).read(v, before)
}

// documents are the kinds of files that people write texts in. A value of one word that ends so is a path.
var documents = []string{".doc", ".docx", ".odt", ".rtf", ".txt", ".pdf", ".htm", ".html", ".markdown", ".pages"}

// namesFile reports whether a text is the path of a file rather than the words to print: it ends like one, and is one
// or cannot be anything else.
func (r *reader) namesFile(text string) bool {
	if len(text) > maxPath || strings.Contains(text, "\n") || path.Ext(text) == "" {
		return false
	}
	return slices.Contains(documents, strings.ToLower(path.Ext(text))) && !strings.Contains(text, " ") ||
		r.folder.Check(text) == nil
}
