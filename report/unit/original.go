package unit

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/sources/pdf"
)

// Options say what of an original is taken, and how.
type Options struct {
	Pages   []int // which of its pages, from 0, in order; nil all
	Stamped bool  // its pages will bear a stamp
	Flat    bool  // its form becomes pictures of what it shows
	Widen   bool  // the linker may widen pages for it

	Substitute bool // open fonts of equal widths take the place of those that are not embedded

	Sheet *layout.Sheet // the report's, in whose fonts forms are drawn that have none for their values; nil: in none

	Attach       string // the name under which the file itself is attached; "" it is not
	SHA256       string // of the file, where it is attached
	Handed       []byte // its bytes, where it is no PDF and what is opened was made of it
	Locked       bool   // it opens with a password only
	AttachActive bool   // it is attached though it acts
	TakeActive   bool   // files attached to it are taken though they act

	Alt string // what speaks for a picture, or for the one figure of a PDF without words, to those who do not see it

	// What follows is for pictures alone.

	Unnamed bool       // nobody has said what it shows: Alt only says whose it is
	Paper   [2]float64 // the report's, width and height in points, for pictures whose resolution is not known

	Sound    *pdf.Soundness // of the streams that other originals hold too; nil begins anew
	Programs *Programs      // of fonts, which others read too; nil keeps none

	mime  string // of the file, where it is no PDF
	depth int    // how many PDFs it is attached in, one to the other
}

// Same reports whether two options take the same of a file.
func (o Options) Same(p Options) bool {
	same := slices.Equal(o.Pages, p.Pages) && (o.Pages == nil) == (p.Pages == nil) && o.Sound == p.Sound &&
		o.Sheet == p.Sheet
	o.Pages, p.Pages, o.Sound, p.Sound, o.Sheet, p.Sheet = nil, nil, nil, nil, nil, nil
	return same && reflect.DeepEqual(o, p)
}

// original is what is known of an original while its unit is made.
type original struct {
	taken    []int        // its pages, as Options has them
	selected map[int]int  // index of a page in the original, its first where the tree names it twice, to its first here
	annots   map[int]bool // annotations, by object number: those of the pages taken that stay
	dropped  map[int]bool // those that do not
	settled  int          // annotations that were given a look and words
	form     form
	marks    map[int][]int32 // identifiers of marked content that pages of the unit have, where tags lead to them
	whole    map[int]bool    // pages with such marks whose content could be read to its end
	findings findings
	mended   findings
}

// usualObjects is how many objects a letter of a few pages has.
const usualObjects = 1 << 6

// Original makes the unit of an original that was opened from the bytes of file. Of streams that stand in the file as
// they are, the unit holds the place alone. The error is the context's, or says that a page is asked for that the
// document does not have.
func Original(ctx context.Context, doc *pdf.Document, file []byte, o Options) (*Unit, error) {
	pages := doc.Pages()
	if o.Pages == nil {
		o.Pages = make([]int, len(pages))
		for i := range o.Pages {
			o.Pages[i] = i
		}
	}
	u := &Unit{Objects: make([]Object, 0, usualObjects)}
	s := newSource(u, doc)
	s.file, s.options = file, o
	s.work, s.inspect = newWork(ctx, file), newInspection(file, o.Sound)
	s.at = -1
	f := &original{taken: o.Pages, selected: map[int]int{}, annots: map[int]bool{}, dropped: map[int]bool{},
		marks: map[int][]int32{}, whole: map[int]bool{}}
	s.original = f
	for k, i := range o.Pages {
		if i < 0 || i >= len(pages) {
			return nil, fmt.Errorf("page %d of %d", i+1, len(pages))
		}
		if first := s.firstOf(i); !f.holds(first) {
			f.selected[first] = k
		}
	}
	s.frame()
	s.facts()
	s.leaveBehind()
	f.form.flat = o.Flat
	s.readForm()
	s.layers()
	annots := make([][]annot, len(o.Pages))
	for k, i := range o.Pages {
		if f.selected[s.firstOf(i)] == k {
			s.at = i
			annots[k] = s.annotations(pages[i], i, k)
		} else {
			annots[k] = s.copies(pages[i], i, k)
		}
	}
	s.buildForm()
	s.tags = s.graft()
	if o.Stamped {
		s.planStamps()
	}
	for k, i := range o.Pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		once := f.selected[s.firstOf(i)] == k
		s.at = i
		u.Pages = append(u.Pages, s.page(k, i, pages[i], annots[k], once, o.Stamped))
	}
	s.at = -1
	s.tags.mend()
	s.tags.write()
	s.tags.faults()
	s.outline()
	s.drain()
	s.circles()
	if err := s.whole(ctx); err != nil {
		return nil, err
	}
	u.sweep()
	u.Findings, u.Mended = f.findings.list, f.mended.list
	return u, ctx.Err()
}

// frame marks what stays behind or is the linker's: the original's own frame, even where its dictionaries do not say
// what they are, and its pages.
func (s *source) frame() {
	pages := s.doc.Pages()
	for i := range pages {
		if n := pages[i].Number; n > 0 {
			s.numbers[n] = gone // pages that are not taken lead nowhere
			if at, ok := s.original.selected[s.firstOf(i)]; ok {
				s.numbers[n] = pageBase + at
			}
		}
	}
	if n := s.doc.CatalogNumber(); n > 0 {
		s.numbers[n] = gone
	}
	cat := s.doc.Catalog()
	for key, kind := range map[string]string{"Pages": "Pages", "StructTreeRoot": "StructTreeRoot", "AcroForm": "",
		"Outlines": "Outlines"} {
		if n := pdf.RefNumber(cat[key]); n > 0 && s.isFrame(cat[key], kind) {
			s.numbers[n] = gone
		}
	}
}

// isFrame reports whether what the catalog names can be what it is named for: a damaged one may lead to a font, a
// widget or the content of a page, which must come along.
func (s *source) isFrame(o types.Object, kind string) bool {
	d, ok := s.doc.Resolve(o).(types.Dict)
	own := s.doc.Name(d["Type"])
	return ok && d["Subtype"] == nil && (own == "" || own == kind)
}

// firstOf is the first index of a page in the original: page trees are met that name one page several times.
func (s *source) firstOf(i int) int {
	if pages := s.doc.Pages(); i >= 0 && i < len(pages) && pages[i].Number > 0 {
		i, _ = s.doc.PageIndex(pages[i].Number)
	}
	return i
}

// holds reports whether a page, by its first index, is taken.
func (f *original) holds(page int) bool {
	_, ok := f.selected[page]
	return ok
}

// facts notes what the file says of itself, and what had to be mended before it could be read.
func (s *source) facts() {
	f, found := s.doc.Facts(), &s.original.findings
	s.u.Facts = Facts{Title: f.Title, Lang: f.Lang, Encrypted: f.Encrypted, Tagged: f.Tagged, Layers: f.Layers,
		FontsNotEmbedded: f.FontsNotEmbedded}
	found.damage(s.doc)
}
