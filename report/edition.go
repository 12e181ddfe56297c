package report

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/report/assembly"
	"rapporteur/report/compose"
	"rapporteur/report/conformance"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/unit"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pdf"
)

// edition is a report in one language on its way through the passes.
//
// What it holds grows with the number of pages, for statements of three pages with originals of two by these bytes a
// page: 4,100 until the plan, most of them the units, packed, and the rest the runs' places and labels; 5,900 with the
// plan when linking begins; and when verifying begins, 1,080, of the account. While linking and while verifying go on,
// each object of the PDF takes some 35 bytes more, for the sums of what is shown. What has been laid out of a run and
// the bytes of originals are forgotten run by run, file by file.
type edition struct {
	*build
	whole    *edition          // of an extract, the one that it is of; else nil
	bag      diag.Bag          // what was found in this one, and by reading
	name     string            // its language, in names of files; "" of the only one
	earlier  []ledger.Document // that an earlier build published beside it, and that stay
	document *document.Document
	composed *compose.Composition
	sheet    *layout.Sheet
	pages    *layout.Pages
	plan     *assembly.Plan

	conformity conformity
	made       []unit.Held       // units of typeset runs that were made while the others were laid out
	links      [][]string        // where the links of typeset pages lead, by page
	texts      []string          // sums of the texts of pages, which tell where another stands
	said       map[string]string // sums of the texts of items, by id, with the mark that each begins with
	stamps     [][]ledger.Stamp  // on the pages of originals, by run

	written string            // path of the PDF that was written, until it is published
	account *ledger.Ledger    // of that
	faults  []diag.Diagnostic // that verify found in it
}

// resolve makes the editions of the manifest, each with its document. Each is a report in one language, and nothing
// after this pass knows of others.
func (b *build) resolve() {
	languages := b.manifest.Report.Languages
	for i := range max(len(languages), 1) {
		e := &edition{build: b}
		e.bag.Take(&b.told)
		m := b.manifest.Edition(i)
		e.document = document.Resolve(m, b.languages(), &e.bag)
		if len(languages) > 1 {
			e.name = e.document.Lang
		}
		b.editions = append(b.editions, e)
	}
	for _, e := range b.editions[1:] {
		document.Parallel(b.editions[0].document, e.document, &e.bag)
	}
	if b.purpose != toShow { // the documents hold what the manifest meant: its texts need not be held twice
		b.manifest = &sources.Manifest{File: b.manifest.File, Dir: b.manifest.Dir, Files: b.manifest.Files}
	}
}

// compose makes runs of the document.
func (e *edition) compose() {
	e.runs(e.found())
	if e.purpose == toCheck || e.purpose == toBuild && !e.divides() {
		e.document.ForgetTexts()
	}
}

// found is what opening the files of the document showed.
func (e *edition) found() compose.Found {
	return compose.Found{Pictures: e.pictures, Pages: e.originals.sizes, Lost: e.originals.lost,
		Signed: e.originals.signed, Made: e.originals.madeOf,
		Attached: e.originals.attachedTo, UA1: e.conformity.claimed.Has(conformance.UA1)}
}

func (e *edition) runs(found compose.Found) { e.composed = compose.Report(e.document, found) }

// settle lays out what was composed, and plans the report. Without a plan the bag says why.
func (e *edition) settle(ctx context.Context) error {
	e.step("settle", 0, len(e.composed.Runs))
	var take func(run int, s *layout.Settled) error
	switch e.purpose {
	case toCheck:
		take = func(int, *layout.Settled) error { return nil }
	case toBuild:
		take = e.take(ctx)
	}
	pages, complaints, err := layout.Settle(ctx, e.sheet, e.composed.Runs, take)
	if err != nil {
		return fmt.Errorf("settling: %w", err)
	}
	e.pages = pages
	if e.purpose == toBuild {
		e.forgetBlocks(e.composed.Runs...)
	}
	e.complain(complaints)
	if e.bag.Failed() {
		return nil
	}
	e.step("plan", 0, 1)
	if p := plan(e); !e.tooLong(len(p.Pages)) {
		e.plan = p
	}
	if v := e.document.Volumes; e.whole == nil && !v.IsZero() && len(e.document.InVolumes(e.pagesOf())) == 0 {
		e.bag.Add("volumes-one", v.Pos, diag.Args{"by": v.Value})
	}
	return nil
}

// tooLong refuses a report of more pages than verify reads.
func (e *edition) tooLong(pages int) bool {
	if pages <= pdf.MaxPages {
		return false
	}
	start := diag.Pos{File: e.manifest.File, Line: 1, Column: 1}
	e.bag.Add("report-too-long", start, diag.Args{"count": decimal(pages), "most": decimal(pdf.MaxPages)})
	return true
}

// complain turns what layout could not do into diagnostics at their places.
func (e *edition) complain(list []layout.Complaint) {
	for _, c := range list {
		args := diag.Args{}
		for k, v := range c.Args {
			args[k] = v
		}
		letter, _ := utf8.DecodeRuneInString(args["character"])
		args["script"], args["font"], args["fontfile"] = fonts.ToFetch(letter)
		place := e.composed.Origins[c.Run].Place(c.Origin, c.Offset)
		switch file := c.Args["file"]; {
		case file != "":
			place = e.fontPlace(file)
		case place == diag.Pos{}:
			place = e.firstOf(c.Args["character"])
		}
		e.bag.Add(c.Code, place, args)
	}
}

// fontPlace is where the manifest names a font of the user's.
func (e *edition) fontPlace(file string) (at diag.Pos) {
	own := e.document.Settings.Fonts
	for _, f := range slices.Concat(own.Serif, own.Sans, own.Others) {
		if f.Value == file {
			at = f.Pos
		}
	}
	return at
}

// firstOf is where the manifest has a character first; its beginning where that is written otherwise there. Titles and
// names are set again and again, and their pieces do not know where they come from.
func (e *edition) firstOf(character string) diag.Pos {
	at := diag.Pos{File: e.manifest.File, Line: 1, Column: 1}
	text, err := e.folder.Read(e.manifest.File, maxSearched)
	if i := bytes.Index(text, []byte(character)); err == nil && i >= 0 && character != "" {
		line := text[bytes.LastIndexByte(text[:i], '\n')+1 : i]
		at.Line, at.Column = 1+bytes.Count(text[:i], []byte("\n")), 1+utf8.RuneCount(line)
	}
	return at
}

// maxSearched is how many bytes of a manifest are looked through; it is read anew only to tell of a mistake.
const maxSearched = 8 << 20
