package assembly

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/layout/paint"
	"rapporteur/report/ledger"
	"rapporteur/report/shown"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

func testSheet() *layout.Sheet {
	s := &layout.Sheet{Width: 595276, Height: 841890, Top: 70 * layout.Pt, Bottom: 70 * layout.Pt,
		Inner: 85 * layout.Pt, Outer: 70 * layout.Pt, Lang: lang.Embedded().Of("en"), Languages: lang.Embedded(),
		NoteRule: 60 * layout.Pt, Library: fonts.NewLibrary(nil)}
	for i := range s.Looks {
		s.Looks[i] = layout.Look{Size: 10500, Leading: 13500}
	}
	s.Looks[layout.HeadChapter].Size, s.Looks[layout.HeadChapter].Leading = 18000, 22000
	s.Looks[layout.Folio].Face.Family = fonts.Sans
	return s
}

func words(n int) string {
	return strings.TrimSpace(strings.Repeat("The Conference took note of the efficient offices — and of the "+
		"“afflicted” fjords. ", n))
}

// story is a small report: typeset runs that link to each other, and originals between them.
type story struct {
	t        testing.TB
	plan     *Plan
	settled  *layout.Pages
	handed   map[string]*handed
	findings []finding           // of originals, in the order of linking
	contents map[string][]string // of originals, the sums of their pages
	straight bool                // units are linked as they were made
}

// handed is an original as a story takes it.
type handed struct {
	file  string
	data  []byte
	pages []int
	stamp Stamp
	flat  bool
}

// finding is a finding of an original's unit.
type finding struct {
	unit.Finding
	file string
}

// unit makes the unit of a run, and sends it through its encoded form: nothing of it may be lost there.
func (s *story) unit(run int) (*unit.Unit, []byte, error) {
	r := &s.plan.Runs[run]
	var u *unit.Unit
	var data []byte
	if h := s.handed[r.ID]; h != nil {
		data = h.data
		doc, err := pdf.Open(context.Background(), data, pdf.Options{})
		if err != nil {
			return nil, nil, err
		}
		u, err = unit.Original(context.Background(), doc, data,
			unit.Options{Pages: h.pages, Stamped: !r.Original.Stamp.None, Widen: r.Original.Stamp.Widen, Flat: h.flat,
				Sheet: s.plan.Sheet})
		if err != nil {
			return nil, nil, err
		}
		r.Original.Attached = nil
		for _, a := range u.Attachments {
			as := Attached{Description: r.Title}
			if !a.Marked {
				as.Key = r.ID + "/" + a.Name
			}
			r.Original.Attached = append(r.Original.Attached, as)
		}
		s.contents[r.ID] = nil
		for _, p := range u.Pages {
			s.contents[r.ID] = append(s.contents[r.ID], p.Content)
		}
		for _, f := range u.Findings {
			s.findings = append(s.findings, finding{f, h.file})
		}
	} else {
		painted, err := s.painted(run)
		if err != nil {
			return nil, nil, err
		}
		if u, err = unit.Typeset(context.Background(), painted, s.plan.Sheet); err != nil {
			return nil, nil, err
		}
	}
	if s.straight {
		return u, data, nil
	}
	for i := range u.Objects {
		if o := &u.Objects[i]; !o.Stream && o.Empty() {
			s.t.Errorf("%s: object %d was given a number and is nothing", r.ID, i+1)
		}
	}
	again, err := unit.Decode(u.Encode())
	return again, data, err
}

func (s *story) painted(run int) (*paint.Painted, error) {
	return paint.Run(s.settled.Runs[run], s.plan.Sheet)
}

// newStory settles runs and takes each original given whole, or the pages given.
func newStory(t testing.TB, runs []*layout.Run, originals map[string]*handed) *story {
	t.Helper()
	sheet := testSheet()
	pages, complaints, err := layout.Settle(context.Background(), sheet, runs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range complaints {
		t.Logf("complaint: %+v", c)
	}
	p := &Plan{Title: "Report of the Symposium", Author: "United Nations", Subject: "A/66/1", Lang: "en",
		Date: "2012-03-01",
		URL:  "https://example.org/r", Sheet: sheet, Claims: Claims{UA1: true, A3: "A"}, Anchors: pages.Places}
	for i, l := range pages.Labels {
		p.Pages = append(p.Pages, Page{Number: i + 1, Label: l, Run: -1, Kind: "blank"})
	}
	for i, s := range pages.Runs {
		r := Run{ID: s.Run.ID, Kind: ledger.Kind(s.Run.Kind), Title: s.Run.Title, Lang: s.Run.Lang, First: s.First,
			Count: s.Count,
			Bare:  s.Run.Bare, Head: s.Run.Head, Root: s.Run.Root}
		if o := originals[r.ID]; o != nil {
			r.Original = &Original{File: o.file, Stamp: o.stamp, Form: r.ID, Of: 9, Taken: make([]int, s.Count)}
			for k := range r.Original.Taken {
				r.Original.Taken[k] = k + 1
				if o.pages != nil {
					r.Original.Taken[k] = o.pages[k] + 1
				}
			}
			r.Outline, r.Root = s.Run.Outline, layout.Element{Tag: "Sect", Title: "Statement as delivered", Lang: "fr"}
		}
		p.Runs = append(p.Runs, r)
		for k := range s.Count {
			p.Pages[s.First-1+k].Run, p.Pages[s.First-1+k].Index, p.Pages[s.First-1+k].Kind = i, k, r.Kind
		}
	}
	return &story{t: t, plan: p, settled: pages, handed: originals, contents: map[string][]string{}}
}

// write links the story and gives the bytes.
func (s *story) write() ([]byte, *Report) {
	s.t.Helper()
	var b bytes.Buffer
	rep, err := Write(context.Background(), &b, s.plan, s.unit)
	if err != nil {
		s.t.Fatal(err)
	}
	return b.Bytes(), rep
}

// read opens the result and has qpdf judge it where it is installed.
func read(t testing.TB, b []byte) *pdf.Document {
	t.Helper()
	if out := os.Getenv("ASSEMBLY_OUT"); out != "" {
		os.WriteFile(filepath.Join(out, strings.ReplaceAll(t.Name(), "/", "-")+".pdf"), b, 0o644)
	}
	if q, err := exec.LookPath("qpdf"); err == nil {
		f := filepath.Join(t.TempDir(), "x.pdf")
		if err := os.WriteFile(f, b, 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(q, "--check", f).CombinedOutput(); err != nil {
			t.Errorf("qpdf: %s", out)
		}
	}
	d, err := pdf.Open(context.Background(), b, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r := d.Repaired(); len(r) > 0 {
		t.Errorf("the result needed repair: %v", r)
	}
	return d
}

// chapter is a typeset run with a heading, an anchor, and a link.
func chapter(id string, paragraphs int, link string) *layout.Run {
	r := &layout.Run{ID: id, Kind: "chapter", Title: "Chapter " + id, Lang: "en", Numbering: layout.Arabic,
		Head: layout.Head{Left: "Report", Right: "Chapter " + id},
		Root: layout.Element{Tag: "Part", Title: "Chapter " + id, Lang: "en"}}
	r.Blocks = append(r.Blocks, &layout.Heading{Level: 1, Role: layout.HeadChapter,
		Inlines: []layout.Inline{{Text: "Chapter " + id}}, Anchor: id + "-head",
		Bookmark: &layout.Bookmark{Level: 0, Title: "Chapter " + id, Target: id + "-head"}})
	for i := range paragraphs {
		in := []layout.Inline{{Text: words(6) + " See "}, {Text: "the other place", Link: link},
			{Text: fmt.Sprintf(", item %d.", i+1)}}
		r.Blocks = append(r.Blocks, &layout.Paragraph{Role: layout.Body, Inlines: in,
			Anchor: fmt.Sprintf("%s-p%d", id, i+1)})
	}
	return r
}

// received is a run of foreign pages.
func received(id string, count int) *layout.Run {
	r := &layout.Run{ID: id, Kind: "original", Title: "Original " + id, Lang: "fr", Numbering: layout.Arabic,
		Outline: []layout.Bookmark{{Level: 1, Title: "Original " + id, Target: id, Closed: true}}}
	for range count {
		r.Foreign = append(r.Foreign, layout.ForeignPage{Width: 595276, Height: 841890})
	}
	return r
}

// file makes a PDF of numbered objects, as a delegation's word processor might: 1 is the catalog. A stream is written
// "<<...>> stream:DATA".
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", i+1)
		if dict, data, ok := strings.Cut(o, " stream:"); ok {
			fmt.Fprintf(&b, "%s/Length %d>>\nstream\n%s\nendstream", strings.TrimSuffix(dict, ">>"), len(data), data)
		} else {
			b.WriteString(o)
		}
		b.WriteString("\nendobj\n")
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// original is a file of which these pages are taken.
func original(name string, data []byte, pages ...int) *handed {
	return &handed{file: name, data: data, pages: pages, stamp: Stamp{Text: "A/66/1"}}
}

// name, ref: short ways into what was read.
func key(d *pdf.Document, o types.Object, path ...string) types.Object {
	for _, k := range path {
		o = d.Dict(o)[k]
	}
	return d.Resolve(o)
}

// unseen takes the shapes of what is written where nobody asks for them.
func unseen() *shown.Worker {
	return shown.New(0, 0, func(int) (int, bool) { return 0, false }).Worker()
}
