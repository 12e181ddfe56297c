package verify

import (
	"bytes"
	"context"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// verify reads everything once, pages in parallel beside the structure tree, and then compares.
func (c *checker) verify(ctx context.Context) error {
	if !c.account() {
		return nil
	}
	c.pageLabels()
	c.parents = c.parentTree()
	tree := make(chan *structure, 1)
	go func() { tree <- c.structure(ctx) }()
	c.readPages(ctx)
	t := <-tree
	if err := ctx.Err(); err != nil {
		return err
	}
	c.folios()
	c.anchors()
	c.links()
	c.contents()
	c.outline()
	c.itemsPresent()
	c.tags(t)
	c.metadata()
	if err := c.file.Err(); err != nil {
		c.fault(Unreadable, 0, "cause", err.Error())
	}
	return nil
}

// chunk is how many pages a worker takes at a time: neighbours' objects lie in the same object streams.
const chunk = 16

// readPages reads every page's content and annotations.
func (c *checker) readPages(ctx context.Context) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			r := &pageReader{checker: c, decoder: decoder{file: c.file}}
			r.interpreter = interpreter{font: c.font, form: r.form}
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= len(c.pages) {
					return
				}
				for i := from; i < min(from+chunk, len(c.pages)); i++ {
					r.page(i)
				}
			}
		})
	}
	wait.Wait()
}

// pageReader reads pages, one after the other, with the same memory.
type pageReader struct {
	*checker
	decoder     decoder
	interpreter interpreter
	buf         []byte
	ends        []int
}

// page reads page i and keeps what is compared later.
func (r *pageReader) page(i int) {
	p := &r.pages[i]
	p.notes = r.annotations(i)
	numbers, sound := r.contentNumbers(p.pdf)
	if p.foreign {
		if p.original != nil {
			r.foreign(i, numbers)
		}
		return
	}
	if !sound {
		r.fault(ContentBroken, i+1, "cause", "/Contents")
	}
	shown := r.read(i, numbers, r.runs[p.run].kind.Listing())
	p.marks, p.scanned = append([]int32(nil), shown.marks...), true
	p.printed = folio(shown.words)
	if r.interpreter.words {
		p.lines = append([]shownWord(nil), shown.words...)
	}
	r.glyphs(i, shown.faults)
}

// read interprets streams of ours.
func (r *pageReader) read(i int, numbers []int, words bool) *shown {
	r.buf, r.ends = r.buf[:0], r.ends[:0]
	for _, n := range numbers {
		var err error
		if r.buf, err = r.decoder.append(r.buf, n); err != nil {
			r.fault(ContentBroken, i+1, "cause", err.Error())
		}
		r.ends = append(r.ends, len(r.buf))
	}
	streams := make([][]byte, len(r.ends))
	from := 0
	for k, end := range r.ends {
		streams[k] = r.buf[from:end]
		from = end
	}
	r.interpreter.words = words
	return r.interpreter.page(streams, r.doc.Dict(r.pages[i].pdf.Dict["Resources"]))
}

// foreign reads a page of an original: first that its streams are what was received, then ours around them.
func (r *pageReader) foreign(i int, numbers []int) {
	p := &r.pages[i]
	from, to, ok := r.received(i, numbers)
	if !ok {
		r.fault(OriginalContent, i+1, "file", p.original.File, "number", itoa(i+2-p.original.First))
		from, to = min(1, len(numbers)), max(len(numbers)-1, min(1, len(numbers)))
	}
	ours := append(append([]int(nil), numbers[:from]...), numbers[to:]...)
	shown := r.read(i, ours, false)
	p.printed = stamp(shown.words)
	r.glyphs(i, shown.faults)
	p.own = append([]int32(nil), shown.marks...)
	p.marks, p.scanned = p.own[:len(p.own):len(p.own)], true
	// The original's own marks need to be known only where the parent tree has more than ours: reading them costs more than all else.
	if key, ok := r.doc.Int(p.pdf.Dict["StructParents"]); ok && r.parents.more(key, p.marks) {
		r.buf = r.buf[:0]
		for _, n := range numbers[from:to] {
			r.buf, _ = r.decoder.append(r.buf, n) // broken as received, if at all: its bytes are those of the original
			r.buf = append(r.buf, '\n')
		}
		p.marks = append(p.marks, r.marksOf(r.buf, r.doc.Dict(p.pdf.Dict["Resources"]))...)
	}
}

// marksOf finds the marks in an original's content.
func (r *pageReader) marksOf(data []byte, resources types.Dict) []int32 {
	if !bytes.Contains(data, []byte("BDC")) {
		return nil
	}
	properties := r.doc.Dict(resources["Properties"])
	var out []int32
	var s scanner
	s.reset(data)
	for op := s.next(); op != nil; op = s.next() {
		if string(op) != "BDC" || len(s.ops) < 2 {
			continue
		}
		if last := s.ops[len(s.ops)-1]; last.kind == name {
			if id, ok := r.doc.Int(r.doc.Dict(properties[string(last.text)])["MCID"]); ok {
				out = append(out, int32(id))
			}
			continue
		}
		out = appendMarks(out, s.ops)
	}
	return out
}

// appendMarks appends the MCID of a property list.
func appendMarks(out []int32, ops []token) []int32 {
	for i := 1; i+1 < len(ops); i++ {
		if ops[i].kind == name && string(ops[i].text) == "MCID" && ops[i+1].kind == number {
			return append(out, int32(ops[i+1].num))
		}
	}
	return out
}

// form gives a form XObject of a page's resources.
func (r *pageReader) form(resources types.Dict, name string) (form, bool) {
	n := pdf.RefNumber(r.doc.Dict(resources["XObject"])[name])
	s, ok := r.doc.Object(n).(types.StreamDict)
	if !ok || r.doc.Name(s.Dict["Subtype"]) != "Form" {
		return form{}, false
	}
	f := form{resources: r.doc.Dict(s.Dict["Resources"]), matrix: pdf.Identity}
	if f.resources == nil {
		f.resources = resources
	}
	if a := r.doc.Array(s.Dict["Matrix"]); len(a) == 6 {
		for i := range f.matrix {
			f.matrix[i], _ = r.doc.Number(a[i])
		}
	}
	var err error
	if f.content, err = r.decoder.append(nil, n); err != nil {
		return form{}, false
	}
	return f, true
}

// folio is the text of the page's foot: a pagination artifact (ISO 32000-1, 14.8.2.2).
func folio(words []shownWord) string {
	var out []string
	for _, w := range words {
		if w.subtype == foot {
			out = append(out, w.text)
		}
	}
	return strings.Join(out, " ")
}

// stamp is the first word of what is printed around an original: the page's label.
func stamp(words []shownWord) string {
	if len(words) == 0 {
		return ""
	}
	return words[0].text
}
