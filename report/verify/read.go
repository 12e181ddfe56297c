package verify

import (
	"bytes"
	"context"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/sync/errgroup"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// verify reads everything once and then compares.
func (c *checker) verify(ctx context.Context) error {
	if !c.account() {
		return nil
	}
	c.pageLabels()
	c.parents = c.parentTree()
	tree, err := c.read(ctx)
	if err != nil {
		return err
	}
	c.folios()
	c.anchors()
	c.links()
	c.contents()
	c.outline()
	c.kinds()
	c.itemsPresent()
	c.forms()
	c.tags(tree)
	c.metadata()
	loud, shapes, err := c.lookThrough(ctx)
	if err != nil {
		return err
	}
	c.active(loud)
	c.shown(shapes)
	c.framed()
	if err := c.attachments(ctx); err != nil {
		return err
	}
	if err := c.file.Err(); err != nil {
		c.fault(Unreadable, 0, "cause", err.Error())
	}
	return nil
}

// chunk is how many pages a worker takes at a time: neighbours' objects lie in the same object streams.
const chunk = 16

// read reads every page's content and annotations, in parallel, and beside them the structure tree. The error is the
// context's, or ours.
func (c *checker) read(ctx context.Context) (tree *structure, err error) {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(guarded("reading the structure tree", func() error {
		tree = c.structure(ctx)
		return ctx.Err()
	}))
	var next atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		group.Go(guarded("reading pages", func() error {
			r := &pageReader{checker: c, inflater: c.file.Inflater()}
			r.interpreter = content.New(c.doc, &c.fonts, r.decode)
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= len(c.pages) {
					return nil
				}
				for i := from; i < min(from+chunk, len(c.pages)); i++ {
					r.page(i)
				}
			}
			return ctx.Err()
		}))
	}
	err = group.Wait()
	return tree, err
}

// pageReader reads pages, one after the other, with the same memory.
type pageReader struct {
	*checker
	inflater    *pdf.Inflater
	interpreter *content.Interpreter
	dict        types.Dict // of the page that is read
	buf         []byte
	small       map[int][]byte // streams that many pages have, or that are asked for twice: stamps, and what draws them
}

// smallStream and mostSmall bound what is kept of small streams: their size in bytes, and how many there are.
const smallStream, mostSmall = 1 << 10, 1 << 10

// decode appends the decoded bytes of a stream.
func (r *pageReader) decode(out []byte, n int) ([]byte, error) {
	if b, ok := r.small[n]; ok {
		return append(out, b...), nil
	}
	from := len(out)
	out, err := r.inflater.Append(out, n)
	if err == nil && len(out)-from <= smallStream {
		if r.small == nil || len(r.small) >= mostSmall {
			r.small = map[int][]byte{}
		}
		r.small[n] = bytes.Clone(out[from:])
	}
	return out, err
}

// page reads page i and keeps what is compared later.
func (r *pageReader) page(i int) {
	p, whole := &r.pages[i], r.doc.Page(i)
	r.dict, p.key = whole.Dict, -1
	if key, ok := r.doc.Int(r.dict["StructParents"]); ok {
		p.key = key
	}
	p.notes = r.annotations(i, r.doc.Array(r.dict["Annots"]))
	numbers, sound := r.doc.ContentNumbers(whole)
	if p.foreign {
		if p.original != nil {
			r.foreign(i, numbers)
		}
		return
	}
	if !sound {
		r.fault(ContentBroken, i+1, "cause", "/Contents")
	}
	r.interpreter.Letters = true
	shown := r.interpret(i, numbers, r.runs[p.run].kind.Listing())
	r.interpreter.Letters = false
	p.passages = passagesOf(&shown.Letters)
	p.marks, p.scanned = append([]int32(nil), shown.Marks...), true
	p.printed = folio(shown.Words)
	if r.interpreter.Words {
		p.lines = append([]content.Word(nil), shown.Words...)
	}
	r.glyphs(i, shown.Faults)
}

// interpret reads streams of ours.
func (r *pageReader) interpret(i int, numbers []int, words bool) *content.Shown {
	r.buf = r.buf[:0]
	for _, n := range numbers {
		var err error
		if r.buf, err = r.decode(r.buf, n); err != nil {
			r.fault(ContentBroken, i+1, "cause", err.Error())
		}
		r.buf = append(r.buf, '\n')
	}
	r.interpreter.Words = words
	return r.interpreter.Page(r.buf, r.doc.Dict(r.dict["Resources"]))
}

// foreign reads a page of an original: first that its streams are what was received, then ours around them.
func (r *pageReader) foreign(i int, numbers []int) {
	p := &r.pages[i]
	from, to, ok := r.received(i, numbers)
	if !ok {
		r.fault(OriginalContent, i+1, "file", p.original.File, "number", itoa(p.original.Number(i+1-p.original.First)))
		from, to = min(1, len(numbers)), max(len(numbers)-1, min(1, len(numbers)))
	}
	r.picture(i, numbers[from:to])
	ours := append(append([]int(nil), numbers[:from]...), numbers[to:]...)
	// A stamp that speaks for its page is no artifact, and its words are gathered only when they are asked for.
	shown := r.interpret(i, ours, p.original.Bracket(i+1).As == "artifact")
	p.printed = stampWords(shown.Words)
	r.glyphs(i, shown.Faults)
	if ok {
		r.around(i, numbers, from, to)
	}
	p.own = append([]int32(nil), shown.Marks...)
	p.marks, p.scanned = p.own[:len(p.own):len(p.own)], true
	// The original's own marks need to be known only where the parent tree has more than ours: reading them costs
	// more than all else.
	if p.key >= 0 && r.parents.more(p.key, p.marks) {
		r.buf = r.buf[:0]
		for _, n := range numbers[from:to] {
			r.buf, _ = r.inflater.Append(r.buf, n) // broken as received, if at all: its bytes are those of the original
			r.buf = append(r.buf, '\n')
		}
		r.interpreter.MarksOnly = true
		p.marks = append(p.marks, r.interpreter.Page(r.buf, r.doc.Dict(r.dict["Resources"])).Marks...)
		r.interpreter.MarksOnly = false
	}
}

// folio is the text of the page's foot: a pagination artifact (ISO 32000-1, 14.8.2.2).
func folio(words []content.Word) string {
	var out []string
	for _, w := range words {
		if w.Mark.Subtype == content.Foot {
			out = append(out, w.Text)
		}
	}
	return strings.Join(out, " ")
}
