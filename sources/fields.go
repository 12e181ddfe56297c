package sources

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file reads what the kinds of values are made of: scalars, maps of language to scalar, names of files.

func (r *reader) text(n *yaml.Node, name, item string) Text {
	if n = r.scalar(n, name, item); n == nil {
		return Text{}
	}
	t := Text{Value: clean(n.Value), Pos: r.pos(n)}
	r.length(t.Value, t.Pos, name, item)
	return t
}

// length refuses a title or a name that is a text.
func (r *reader) length(value string, pos diag.Pos, key, item string) {
	if n := tooLong(value); n != "" && !slices.Contains(paragraphs, key) {
		most := strconv.Itoa(maxTitle)
		r.bag.AddItem("title-too-long", pos, item, diag.Args{"key": key, "count": n, "most": most})
	}
}

// paragraphs are the keys of what is printed, or read aloud, as a paragraph and may be as long as one.
var paragraphs = []string{"copyright", "disclaimers", "alt"}

// word reads a text that is not prose: an id, a date, a choice. Quotation marks belong to no such value.
func (m *mapping) word(name string, n *yaml.Node) Text {
	t := m.r.text(n, name, m.item)
	if !t.IsZero() && m.r.curly(t.Value, t.Pos, m.item) {
		return Text{}
	}
	return t
}

// byLanguage reads a value that is a scalar or a map of language to scalar, and gives each scalar's node to each.
func (r *reader) byLanguage(n *yaml.Node, name, item string, each func(lang string, n *yaml.Node)) {
	target := r.look(n)
	if target == nil {
		return
	}
	if target.Kind != yaml.MappingNode {
		if n = r.scalar(target, name, item); n != nil {
			each("", n)
		}
		return
	}
	m := r.mapping(target, name, item, "")
	if m == nil {
		return
	}
	for _, e := range m.entries {
		switch {
		case m.flow && empty(e.value):
			m.add("flow-comma", e.pos, diag.Args{"key": e.key})
		case !r.editions.has(e.key) && len(m.entries) == 1 && slices.Contains(bareKeys, e.key) && !empty(e.value):
			m.add("expected-text", m.pos, diag.Args{"key": name, "direct": name + ": " + e.value.Value})
		case !r.editions.has(e.key):
			m.add("bad-language", e.pos, r.editions.unknown(e.key))
		case empty(e.value):
			m.add("expected-text", e.pos, diag.Args{"key": e.key})
		default:
			if v := r.scalar(e.value, e.key, item); v != nil {
				each(e.key, v)
			}
		}
	}
}

// bareKeys are keys that people write before a value that needs none, as `text: {file: texts/kenya.md}`.
var bareKeys = []string{"file", "path", "text", "title", "name", "value", "fichier", "texte", "titre", "nom"}

func (r *reader) words(n *yaml.Node, name, item string, read func(string) string) Words {
	return r.wordsBy(r.byLanguage, n, name, item, read)
}

// eachScalar gives the scalars of a value with their languages, as byLanguage does.
type eachScalar func(n *yaml.Node, name, item string, each func(lang string, n *yaml.Node))

func (r *reader) wordsBy(by eachScalar, n *yaml.Node, name, item string, read func(string) string) Words {
	w := Words{Pos: r.pos(n)}
	by(n, name, item, func(lang string, n *yaml.Node) {
		value := read(n.Value)
		r.length(value, r.pos(n), name, item)
		if lang == "" {
			w.One, w.Pos = value, r.pos(n)
		} else if value != "" {
			w.By = append(w.By, Translation{Lang: lang, Value: value, Pos: r.pos(n)})
		}
	})
	if w.IsZero() {
		return Words{}
	}
	return w
}

// notYet refuses what the format has and this version of the program does not do: nothing that is written is ignored.
func (m *mapping) notYet(pos diag.Pos, what string) {
	m.add("not-yet", pos, diag.Args{"what": what})
}

// filePath checks that a path names a file in the folder, of what a kind of value allows.
func (r *reader) filePath(name string, pos diag.Pos, item string, of *kind) bool {
	kinds, kind := of.allowed, strings.ToLower(path.Ext(name))
	if r.curly(name, pos, item) {
		return false
	}
	switch {
	case of.anyFile && r.folder.Check(name) == nil:
		return true
	case !slices.Contains(kinds, kind) && errors.Is(r.folder.Check(name), ErrNotFile):
		addFile(r.bag, r.folder, pos, item, name, ErrNotFile)
		return false
	case !slices.Contains(kinds, kind):
		args := diag.Args{"file": name, "allowed": strings.Join(kinds, ", ")}
		switch { // the hint says how to save it from there
		case kind == ".pages" && slices.Contains(kinds, ".pdf"):
			args["pages"] = "PDF"
		case kind == ".pages" && slices.Contains(kinds, ".docx"):
			args["pages"] = "Word (.docx)"
		case wordProcessed(kind) && slices.Contains(kinds, ".pdf"):
			args["pdf"] = "PDF"
		case (kind == ".doc" || kind == ".rtf") && slices.Contains(kinds, ".docx"):
			args["word"] = ".docx"
		case kind == ".pdf" && slices.Contains(kinds, ".docx"):
			args["original"] = "original:"
		case kind == ".eml" || kind == ".msg":
			args["mail"] = "rapporteur import"
		case slices.Contains([]string{".xlsx", ".xls", ".ods"}, kind) && slices.Contains(kinds, ".csv"):
			args["csv"] = "CSV"
		}
		r.bag.AddItem("bad-file-kind", pos, item, args)
		return false
	}
	if err := r.folder.Check(name); err != nil {
		addFile(r.bag, r.folder, pos, item, name, err)
		return false
	}
	return true
}

// wordProcessed reports whether a file's ending is one that word processors, Word above all, give to what they save.
func wordProcessed(kind string) bool {
	return slices.Contains([]string{".doc", ".docx", ".odt", ".rtf", ".txt", ".pages"}, kind)
}

// addFile turns an error of Folder into the diagnostic that says the same.
func addFile(bag *diag.Bag, folder *Folder, pos diag.Pos, item, file string, err error) {
	switch {
	case errors.Is(err, ErrBadPath):
		bag.AddItem("bad-path", pos, item, diag.Args{"file": file, "nearest": folder.Nearest(file)})
	case errors.Is(err, ErrOutside):
		args := diag.Args{"file": file, "nearest": folder.Nearest(file)}
		if args["nearest"] == file {
			args["link"] = file // it is there, and leads elsewhere
		}
		bag.AddItem("path-outside", pos, item, args)
	case errors.Is(err, ErrMissing):
		if nearest := folder.Nearest(file); nearest != "" {
			bag.AddItem("misspelt-file", pos, item, diag.Args{"file": file, "nearest": nearest})
			return
		}
		bag.AddItem("file-missing", pos, item, diag.Args{"file": file})
	case errors.Is(err, ErrNotFile):
		bag.AddItem("not-a-file", pos, item, diag.Args{"file": file})
	case errors.Is(err, ErrTooLarge):
		bag.AddItem("file-too-large", pos, item, diag.Args{"file": file})
	default:
		bag.AddItem("file-unreadable", pos, item, diag.Args{"file": file, "cause": fmt.Sprint(err)})
	}
}
