package assembly

import (
	"context"
	"fmt"
	"io"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/report/ledger"
	"rapporteur/report/shown"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// Report says what Write has made.
type Report struct {
	SHA256 string // of all bytes written, hexadecimal
	Bytes  int64
	Stamps [][]ledger.Stamp // by run; of originals that are stamped
	Shown  *shown.Sums      // of all that it shows and says
}

// Supply gives the unit of a run, and of an original the bytes of its file. It is called once for each run, in order,
// from one goroutine; what it gives is not kept.
type Supply func(run int) (u *unit.Unit, original []byte, err error)

// linker is a report being written.
type linker struct {
	plan   *Plan
	w      *writer
	shapes *shown.Shapes

	catalog, info, pagesRoot int
	pages                    []int // object numbers, by physical page from 0
	nodes                    []int // of the page tree's lower level

	dresser *paint.Dresser
	fonts   *fontTable
	tags    *tags
	layers  layers
	forms   forms
	outline []outlineItem
	spots   map[string]spot
	specs   map[string]int // file specifications that are filed, by their keys
	files   []filed
	inks    map[string]string // what those of the report look like, by name
	stamps  [][]ledger.Stamp  // by run
}

// spot is the place of an anchor: a physical page, from 0, and the top of what stands there in page coordinates, y up.
type spot struct {
	page int
	left layout.Length // only of an original's page
	top  layout.Length
	both bool // left counts
}

// Write links the units of a plan into a PDF. A plan that its units contradict is an error, as is what supply cannot
// give.
func Write(ctx context.Context, w io.Writer, plan *Plan, supply Supply) (*Report, error) {
	if err := plan.check(); err != nil {
		return nil, err
	}
	l := &linker{plan: plan, dresser: paint.NewDresser(plan.Sheet),
		fonts: newFontTable(plan.Sheet.Library), stamps: make([][]ledger.Stamp, len(plan.Runs)),
		spots: make(map[string]spot, len(plan.Anchors)), specs: map[string]int{}, inks: map[string]string{}}
	l.shapes = shown.New(0, len(plan.Pages), l.pageIndex)
	l.w = newWriter(ctx, w, l.shapes.Worker())
	l.number()
	l.tags = newTags(l)
	l.shapes.Keep(l.catalog, l.info, l.tags.root, l.tags.document)
	for i := range plan.Runs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		u, original, err := supply(i)
		if err == nil {
			err = l.link(i, u, original)
		}
		if err == nil {
			err = l.w.err
		}
		if err != nil {
			return nil, fmt.Errorf("assembly: run %q: %w", plan.Runs[i].ID, err)
		}
	}
	return l.close()
}

// link writes a unit: its streams, its other objects, its pages, and what it adds to the whole.
func (l *linker) link(run int, u *unit.Unit, original []byte) error {
	r := &l.plan.Runs[run]
	if len(u.Pages) != r.Count {
		return fmt.Errorf("its unit has %d pages, the plan %d", len(u.Pages), r.Count)
	}
	b := l.bind(run, u)
	if err := b.reserve(); err != nil {
		return err
	}
	if err := b.surround(); err != nil {
		return err
	}
	if err := b.anchors(); err != nil {
		return err
	}
	b.objects(original)
	b.attachments()
	for i := range u.Pages {
		b.object(l.pages[b.first+i], &u.Pages[i].Piece)
	}
	if err := b.links(); err != nil {
		return err
	}
	b.structure()
	b.bookmarks()
	b.optional()
	l.stamps[run] = b.stamped
	b.form()
	return b.err
}

// close writes what belongs to the whole.
func (l *linker) close() (*Report, error) {
	l.blankPages()
	if err := l.fonts.write(l.w); err != nil {
		return nil, err
	}
	outline, err := l.writeOutline()
	if err != nil {
		return nil, err
	}
	cat := append([]byte(nil), "<</Type/Catalog"...)
	cat = syntax.AppendRefKey(cat, "Pages", l.writePageTree())
	cat = syntax.AppendRefKey(cat, "StructTreeRoot", l.tags.write())
	cat = append(cat, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true"...)
	if l.plan.Sheet.RTL() {
		cat = append(cat, "/Direction/R2L"...) // two pages side by side: the first on the right
	}
	cat = append(cat, ">>"...)
	if outline > 0 {
		cat = syntax.AppendRefKey(cat, "Outlines", outline)
		cat = append(cat, "/PageMode/UseOutlines"...)
	}
	if names, files := l.writeNames(), l.writeFiles(); names > 0 || files > 0 {
		cat = append(cat, "/Names<<"...)
		if names > 0 {
			cat = syntax.AppendRefKey(cat, "Dests", names)
		}
		if files > 0 {
			cat = syntax.AppendRefKey(cat, "EmbeddedFiles", files)
		}
		cat = append(cat, ">>"...)
	}
	if l.plan.Lang != "" {
		cat = append(cat, "/Lang"...)
		cat = syntax.AppendText(cat, l.plan.Lang)
	}
	cat = append(cat, "/PageLabels"...)
	cat = l.plan.appendLabels(cat)
	cat = l.layers.append(cat)
	cat = l.forms.append(cat)
	cat = l.metadata(cat)
	l.w.object(l.catalog, append(cat, ">>"...))
	sum, size, err := l.w.finish(l.catalog, l.info)
	if err != nil {
		return nil, err
	}
	return &Report{SHA256: sum, Bytes: size, Stamps: l.stamps, Shown: l.shapes.Written(l.catalog, l.info)}, nil
}
