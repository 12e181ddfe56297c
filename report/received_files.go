package report

import (
	"context"
	"path"
	"strings"

	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/sources"
)

// receivedFiles are the originals of all editions as files of their own, each once: the bytes that were handed in.
func (b *build) receivedFiles() (list []artifact) {
	files := map[string]string{} // as the manifest has them, by name
	for _, e := range b.editions {
		for i := range e.document.Parts {
			p := &e.document.Parts[i]
			if !p.Kind.Received() {
				continue
			}
			o := p.Original
			name := receivedName(e.document, o)
			for files[name] != "" && files[name] != o.File { // the ids of two items, joined, may be alike
				ending := path.Ext(name)
				name = strings.TrimSuffix(name, ending) + "-" + ending
			}
			if files[name] == o.File || !b.wanted(sources.OutputOriginals, o.Item, name) {
				continue
			}
			files[name] = o.File
			b.originals.share(o)
			list = append(list, artifact{name: name, make: b.copyOf(o, ownerOf(p.Title, o.File))})
		}
	}
	return list
}

// copyOf writes an original as it was received.
func (b *build) copyOf(o *document.Original, title string) func(context.Context, *publish.Folder, string) error {
	return func(_ context.Context, to *publish.Folder, name string) error {
		r := b.originals.of[o]
		data, err := b.originals.bytes(r.file)
		if err != nil {
			return err
		}
		b.documents = append(b.documents, ledger.Document{Kind: sources.OutputOriginals, ID: o.Item, File: name,
			Language: o.Lang, Title: title, Pages: r.file.pages, Bytes: int64(len(data)), SHA256: r.file.sha256})
		err = to.Put(name, data)
		r.left--
		b.originals.linked(r.file)
		return err
	}
}

// receivedName is the name of an original as a file of its own: by its session, its item, its number there and its
// language.
func receivedName(d *document.Document, o *document.Original) string {
	name := "originals/"
	if it := d.Item(o.Item); it != nil && it.Statement != nil {
		name += it.Statement.Session.ID + "-"
	}
	name += strings.ReplaceAll(o.FieldName(), ":", "-")
	if name = publish.Allowed(name); o.Lang != "" {
		name += "." + o.Lang
	}
	return name + strings.ToLower(path.Ext(o.File))
}
