package verify

import (
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
)

// maxEmbedded bounds the bytes of an embedded file: an original is no larger.
const maxEmbedded = pdf.MaxFile

// embedded is a file that the report embeds: where it was met first, and what its file specification says.
type embedded struct {
	pdf.Embedded
	old  string // its name as readers of old have it
	key  string // in the name tree; "" where a page alone leads to it
	page int    // of its mark, or of the page that it is associated with, from 1; 0 none
}

// attachments looks whether the report embeds the files that the ledger names, with the same bytes and the same words,
// each associated with its page (ISO 19005-3, 6.8), and no others.
func (c *checker) attachments(ctx context.Context) error {
	found, tied, marked := c.embeddedFiles()
	sums := map[int]*digest{}
	for _, want := range c.plannedFiles() {
		i := -1
		for k := range found {
			if e := &found[k]; e.key == want.Key && (want.Key != "" || e.page == want.Page && e.Name == want.Name) {
				i = k
				break
			}
		}
		if i < 0 || want.Key == "" && !marked[tie{want.Page, found[i].Stream, want.Name}] {
			c.fault(AttachmentMissing, want.Page, "name", want.Name)
			continue
		}
		e := found[i]
		found = append(found[:i:i], found[i+1:]...)
		if !tied[tie{want.Page, e.Stream, e.Name}] {
			c.fault(AttachmentLoose, want.Page, "name", want.Name)
		}
		for _, m := range []struct{ key, found, planned string }{
			{"name", e.Name, want.Name}, {"name", e.old, want.Name}, {"type", e.MIME, want.Type},
			{"description", e.Description, want.Description},
			{"relationship", e.Relationship, want.Relationship},
			{"size", strconv.Itoa(e.Size), strconv.FormatInt(want.Bytes, 10)},
		} {
			if m.found != m.planned {
				c.fault(AttachmentDiffers, want.Page, "name", want.Name, "key", m.key, "found", m.found,
					"planned", m.planned)
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		sum := sums[e.Stream]
		if sum == nil {
			sum = c.digest(ctx, e.Stream)
			sums[e.Stream] = sum
		}
		if sum.sha256 != want.SHA256 || sum.size != want.Bytes || string(e.CheckSum) != sum.md5 {
			c.fault(AttachmentChanged, want.Page, "name", want.Name)
		}
	}
	for _, e := range found {
		c.fault(AttachmentExtra, e.page, "name", e.Name)
	}
	return nil
}

// plannedFiles are the files that the ledger names, each once: an item that has a file twice has it under one key.
func (c *checker) plannedFiles() []ledger.Attachment {
	var list []ledger.Attachment
	filed := map[string]bool{}
	for _, it := range c.items() {
		for _, o := range it.Originals {
			all := o.Attachments
			if o.Attached != nil {
				all = append(all[:len(all):len(all)], *o.Attached)
				if o.Attached.SHA256 != o.SHA256 || o.Attached.Key == "" {
					c.fault(AttachmentChanged, o.First, "name", o.Attached.Name)
				}
			}
			for _, a := range all {
				if a.Page < o.First || a.Page > o.Last {
					c.fault(AttachmentLoose, o.First, "name", a.Name)
				}
				if a.Key == "" || !filed[a.Key] {
					list = append(list, a)
				}
				filed[a.Key] = true
			}
		}
	}
	return list
}

// tie is a file that is associated with a page, from 1.
type tie struct {
	page, stream int
	name         string
}

// annotatedFiles is where an annotation leads to files: the specification of the one that it marks, and of those that
// it is associated with.
type annotatedFiles struct {
	mark types.Object
	tied types.Array
}

// embeddedFiles finds every file that a reader can come to: those of the name tree, those of marks on pages, and those
// that pages or the whole are associated with, each once; tied are those that pages are associated with, marked those
// that marks on pages have.
func (c *checker) embeddedFiles() (found []embedded, tied, marked map[tie]bool) {
	tied, marked = map[tie]bool{}, map[tie]bool{}
	specs := map[int]bool{}
	c.doc.NameTree(c.doc.Dict(c.doc.Catalog()["Names"])["EmbeddedFiles"], func(key []byte, v types.Object) {
		if e, ok := c.doc.Embedded(v); ok {
			found = append(found, embedded{Embedded: e, old: c.oldName(v), key: pdf.Text(key)})
			specs[pdf.RefNumber(v)] = true
		}
	})
	meet := func(spec types.Object, page int) (e pdf.Embedded, ok bool) {
		if e, ok = c.doc.Embedded(spec); !ok {
			return e, false
		}
		if n := pdf.RefNumber(spec); n == 0 || !specs[n] {
			found = append(found, embedded{Embedded: e, old: c.oldName(spec), page: page})
			specs[n] = true
		}
		return e, true
	}
	for i := range c.pages {
		for _, a := range c.pages[i].filed {
			if e, ok := meet(a.mark, i+1); ok {
				marked[tie{i + 1, e.Stream, e.Name}] = true
			}
			for _, s := range a.tied {
				meet(s, i+1)
			}
		}
		for _, s := range c.doc.Array(c.doc.Page(i).Dict["AF"]) {
			if e, ok := meet(s, i+1); ok {
				tied[tie{i + 1, e.Stream, e.Name}] = true
			}
		}
	}
	for _, s := range c.doc.Array(c.doc.Catalog()["AF"]) {
		meet(s, 0)
	}
	return found, tied, marked
}

// oldName is the name of a file specification under the key that all readers know.
func (c *checker) oldName(spec types.Object) string {
	b, _ := c.doc.String(c.doc.Dict(spec)["F"])
	return pdf.Text(b)
}

// digest is what an embedded file's bytes come to; its sums are empty when they cannot be read.
type digest struct {
	size        int64
	sha256, md5 string
}

func (c *checker) digest(ctx context.Context, stream int) *digest {
	sha, md := sha256.New(), md5.New()
	n, err := c.file.Copy(until{ctx, io.MultiWriter(sha, md)}, stream, maxEmbedded)
	if err != nil {
		return &digest{size: n}
	}
	return &digest{n, hex.EncodeToString(sha.Sum(nil)), string(md.Sum(nil))}
}

// until is a writer that ends with its context.
type until struct {
	ctx context.Context
	io.Writer
}

// Write implements io.Writer.
func (u until) Write(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.Writer.Write(b)
}
