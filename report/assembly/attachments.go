package assembly

import (
	"bytes"
	"fmt"
	"slices"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// Attached is a file of an original as the report has it.
type Attached struct {
	Key         string // in the name tree of embedded files; "" where a mark on a page has it
	Description string // for the reader's panel: whose it is, and what
}

// filed is an entry of the name tree of embedded files: the bytes of its key, and the number of its file specification.
type filed struct {
	key  []byte
	spec int
}

// reserve gives the file specifications of the unit's attachments their numbers. What is filed under a key that an
// earlier run has is the same file: the plan says so.
func (b *binding) reserve() error {
	if len(b.u.Attachments) == 0 {
		return nil
	}
	if n := len(b.run.Original.Attached); n != len(b.u.Attachments) {
		return fmt.Errorf("its unit has %d attachments, the plan %d", len(b.u.Attachments), n)
	}
	b.specs, b.known = make([]int, len(b.u.Attachments)), make([]bool, len(b.u.Attachments))
	for i := range b.u.Attachments {
		key := b.run.Original.Attached[i].Key
		if n, ok := b.l.specs[key]; ok && key != "" {
			b.specs[i], b.known[i] = n, true
			continue
		}
		b.specs[i] = b.l.w.alloc()
		if key != "" {
			b.l.specs[key] = b.specs[i]
			b.l.files = append(b.l.files, filed{syntax.TextBytes(key), b.specs[i]})
		}
	}
	return nil
}

// associated appends a page's entry for the files that are associated with it, where there are any (ISO 32000-2, 14.13;
// PDF/A-3 wants every embedded file to be associated with something, ISO 19005-3, 6.8).
func (b *binding) associated(out []byte, page int) []byte {
	open := false
	for i := range b.u.Attachments {
		if b.u.Attachments[i].Page != page {
			continue
		}
		if !open {
			out, open = append(out, "/AF["...), true
		} else {
			out = append(out, ' ')
		}
		out = syntax.AppendRef(out, b.specs[i])
	}
	if open {
		out = append(out, ']')
	}
	return out
}

// attachments writes the file specifications of the unit's attachments.
func (b *binding) attachments() {
	for i := range b.u.Attachments {
		if b.known[i] {
			continue
		}
		a, as := &b.u.Attachments[i], &b.run.Original.Attached[i]
		b.l.w.object(b.specs[i], b.fileSpec(a, as))
	}
}

// fileSpec is a file specification (ISO 32000-1, 7.11.3) with what PDF/A-3 asks for (ISO 19005-3, 6.8).
func (b *binding) fileSpec(a *unit.Attachment, as *Attached) []byte {
	out := append([]byte(nil), "<</Type/Filespec/F"...)
	out = syntax.AppendText(out, a.Name)
	out = append(out, "/UF"...)
	out = syntax.AppendText(out, a.Name)
	if as.Description != "" {
		out = append(out, "/Desc"...)
		out = syntax.AppendText(out, as.Description)
	}
	out = append(out, "/AFRelationship"...)
	out = syntax.AppendName(out, a.Relationship)
	out = append(out, "/EF<<"...)
	out = syntax.AppendRefKey(out, "F", b.number[a.Stream])
	out = syntax.AppendRefKey(out, "UF", b.number[a.Stream])
	return append(out, ">>>>"...)
}

// writeFiles writes the name tree of embedded files and gives its number; 0 where there are none.
func (l *linker) writeFiles() int {
	slices.SortFunc(l.files, func(a, b filed) int { return bytes.Compare(a.key, b.key) })
	t := treeBuilder{w: l.w, kind: "Names"}
	for _, f := range l.files {
		t.add(syntax.AppendString(nil, f.key), syntax.AppendRef(nil, f.spec))
	}
	return t.finish()
}
