package assembly

import (
	"context"
	"fmt"
	"io"

	"rapporteur/layout"
	"rapporteur/layout/paint"
)

// linker is a report being written.
type linker struct {
	ctx    context.Context
	plan   *Plan
	w      *writer
	report Report

	catalog, info, pagesRoot int
	pages                    []int // object numbers, by physical page from 0
	nodes                    []int // of the page tree's lower level

	dresser *paint.Dresser
	fonts   *fontTable
	tags    *tags
	layers  layers
	outline []outlineItem
	spots   map[string]spot
	links   []area // written last, for a link's target may not be known yet
}

// spot is the place of an anchor: a physical page, from 0, and the top of what stands there in page coordinates, y up.
type spot struct {
	page int
	left layout.Length // only of an original's page
	top  layout.Length
	both bool // left counts
}

// Write links the runs of a plan into a PDF. painted is called once for each typeset run, in run order, from one goroutine; its result is not kept. An
// original is loaded when it is its turn, and dropped before the next. What an original could not bring along is a finding in the Report, an original
// that cannot be opened or that is not the one that was read is an error, as is a plan that its runs contradict.
func Write(ctx context.Context, w io.Writer, plan *Plan, painted func(run int) (*paint.Painted, error)) (*Report, error) {
	if err := plan.check(); err != nil {
		return nil, err
	}
	l := &linker{ctx: ctx, plan: plan, w: newWriter(ctx, w), dresser: paint.NewDresser(plan.Sheet), fonts: newFontTable(), spots: make(map[string]spot, len(plan.Anchors))}
	l.number()
	l.tags = newTags(l)
	units := fetch(ctx, plan, painted, l.w.deflate)
	defer units.stop()
	for i := range plan.Runs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if plan.Runs[i].Original != nil {
			err = l.foreign(i)
		} else {
			var u *unit
			if u, err = units.next(); err == nil {
				err = l.typeset(i, u)
			}
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

// close writes what belongs to the whole.
func (l *linker) close() (*Report, error) {
	l.blankPages()
	if err := l.writeLinks(); err != nil {
		return nil, err
	}
	if err := l.fonts.write(l.w); err != nil {
		return nil, err
	}
	outline, err := l.writeOutline()
	if err != nil {
		return nil, err
	}
	cat := append([]byte(nil), "<</Type/Catalog"...)
	cat = appendRefKey(cat, "Pages", l.writePageTree())
	cat = appendRefKey(cat, "StructTreeRoot", l.tags.write())
	cat = append(cat, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true"...)
	if l.plan.Sheet.RTL() {
		cat = append(cat, "/Direction/R2L"...) // two pages side by side: the first on the right
	}
	cat = append(cat, ">>"...)
	if outline > 0 {
		cat = appendRefKey(cat, "Outlines", outline)
		cat = append(cat, "/PageMode/UseOutlines"...)
	}
	if n := l.writeNames(); n > 0 {
		cat = append(cat, "/Names<<"...)
		cat = appendRefKey(cat, "Dests", n)
		cat = append(cat, ">>"...)
	}
	if l.plan.Lang != "" {
		cat = append(cat, "/Lang"...)
		cat = appendText(cat, l.plan.Lang)
	}
	cat = append(cat, "/PageLabels"...)
	cat = l.plan.appendLabels(cat)
	cat = l.layers.append(cat)
	cat = l.metadata(cat)
	l.w.object(l.catalog, append(cat, ">>"...))
	l.report.SHA256, l.report.Bytes, err = l.w.finish(l.catalog, l.info)
	if err != nil {
		return nil, err
	}
	return &l.report, nil
}

// check finds what a plan contradicts itself in, before anything is written.
func (p *Plan) check() error {
	if len(p.Pages) == 0 {
		return fmt.Errorf("assembly: a plan without pages")
	}
	if p.Sheet == nil {
		return fmt.Errorf("assembly: a plan without a sheet")
	}
	for i, r := range p.Runs {
		if (r.Original == nil) == (r.Settled == nil) {
			return fmt.Errorf("assembly: run %q must be typeset or an original", r.ID)
		}
		if r.Original != nil && len(r.Original.Pages) != r.Count {
			return fmt.Errorf("assembly: run %q has %d pages and takes %d", r.ID, r.Count, len(r.Original.Pages))
		}
		if r.First < 1 || r.Count < 0 || r.First+r.Count-1 > len(p.Pages) {
			return fmt.Errorf("assembly: run %q stands on pages %d to %d of %d", r.ID, r.First, r.First+r.Count-1, len(p.Pages))
		}
		for k := range r.Count {
			if pg := p.Pages[r.First-1+k]; pg.Run != i || pg.Index != k {
				return fmt.Errorf("assembly: page %d is not page %d of run %q", r.First+k, k+1, r.ID)
			}
		}
	}
	for i, pg := range p.Pages {
		if pg.Number != i+1 || pg.Run >= len(p.Runs) {
			return fmt.Errorf("assembly: page %d of the plan calls itself %d", i+1, pg.Number)
		}
	}
	return nil
}

// milli rounds points to a length.
func milli(v float64) layout.Length {
	if v < 0 {
		return -layout.Length(-v*1000 + 0.5)
	}
	return layout.Length(v*1000 + 0.5)
}
