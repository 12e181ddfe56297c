package conformance

import (
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// judge is a unit being judged.
type judge struct {
	*linked
	ctx     context.Context
	verdict *Verdict
	taken   []int // the numbers in the file of the unit's pages, from 1
	page    int   // that is being read, by its number in the file; 0 none

	programs *unit.Programs
	fonts    map[int]*font // by object number
	forms    map[drawn]bool
	times    map[int]int  // how often forms are drawn, by object number
	tagging  map[int]bool // forms with marks that elements claim
	seen     map[int]bool // patterns, states and images that were looked at
	spaces   map[spaceUse]bool
	left     int // bytes of content that may still be read
	elements elements
	encoded  map[int]map[int]string // differences of encodings, by object number
	ops      lex.Operators          // of the content that was read last
	buf      []byte                 // for a string of content
}

// What bounds the content of a unit that is read, in bytes, a form as often as it is drawn in other circumstances: so
// much for any file, and so many times its own length, which is far more than content saves by being packed.
const (
	leastWork   = 64 << 20
	workPerByte = 64
	maxWork     = 1 << 30
)

// Unit judges the unit of an original. file is the original's, contents and programs what was read of its content and
// of its fonts while the unit was made, taken the numbers of its pages there, from 1. The error is the context's.
func Unit(ctx context.Context, u *unit.Unit, file []byte, contents *pdf.Contents, programs *unit.Programs,
	taken []int) (*Verdict, error) {
	j := &judge{ctx: ctx, verdict: &Verdict{Objects: len(u.Objects)}, taken: taken, programs: programs,
		fonts: map[int]*font{}, forms: map[drawn]bool{}, times: map[int]int{}, tagging: map[int]bool{},
		seen: map[int]bool{}, spaces: map[spaceUse]bool{}, encoded: map[int]map[int]string{},
		left: min(leastWork+workPerByte*len(file), maxWork)}
	var err error
	if j.linked, err = link(u, file, contents); err != nil { // its pages are not what they seem
		j.fail("too-much", "")
		j.verdict.Levels = All &^ Spoiled(j.verdict.Reasons)
		return j.verdict, nil
	}
	j.tree()
	if err := j.pages(); err != nil {
		return nil, err
	}
	j.objects()
	j.fields()
	j.layers()
	j.findings()
	j.verdict.Levels = All &^ Spoiled(j.verdict.Reasons)
	return j.verdict, nil
}

// fail notes that a rule is broken where the judge is reading.
func (j *judge) fail(name, what string) { j.verdict.breaks(name, j.page, 1, what) }

// pages judges what the pages show, and their annotations.
func (j *judge) pages() error {
	for k, p := range j.Pages() {
		if err := j.ctx.Err(); err != nil {
			return err
		}
		if j.page = k + 1; k < len(j.taken) {
			j.page = j.taken[k]
		}
		j.pageContent(k, p)
		j.annotations(p)
		j.group(p.Dict["Group"], j.Dict(p.Dict["Resources"]))
		for _, key := range [2]string{"AA", "PresSteps"} {
			if p.Dict[key] != nil {
				j.fail("action", key)
			}
		}
	}
	j.page = 0
	return nil
}

// first reports whether an object is met for the first time; one that stands directly always is.
func (j *judge) first(o types.Object) bool {
	n := pdf.RefNumber(o)
	if n == 0 {
		return true
	}
	was := j.seen[n]
	j.seen[n] = true
	return !was
}

// inventions are the rules that what nobody knows breaks, and that had to be made up, by the code of the mend.
var inventions = map[string]string{unit.MendedLookEmpty: "look-invented", unit.MendedField: "field-unnamed",
	unit.MendedFigure: "figure-undescribed"}

// findings judges what the unit says of a picture that was handed in: data that are damaged, and that nobody has said
// what it shows.
func (j *judge) findings() {
	for _, f := range j.u.Invented() {
		if len(f.Pages) > 0 {
			j.page = f.Pages[0]
		}
		j.verdict.breaks(inventions[f.Code], j.page, f.Count, f.What)
		j.page = 0
	}
	for i := range j.u.Findings {
		f := &j.u.Findings[i]
		if len(f.Pages) > 0 {
			j.page = f.Pages[0]
		}
		switch {
		case f.Code == unit.WithoutAlt:
			j.fail("unnamed", "")
		case j.u.Facts.Format != "" && (f.Code == unit.DataBroken || f.Code == unit.ContentBroken):
			j.fail("undecodable", "")
		}
		j.page = 0
	}
}
