package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/assembly"
	"rapporteur/report/compose"
	"rapporteur/report/conformance"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/disk"
	"rapporteur/sources/pdf"
)

// Input is what a command asks for.
type Input struct {
	Manifest string     // path of the manifest
	Out      string     // folder of the output
	Program  string     // name and version, for the ledger
	Progress func(Step) // told as passes go on; may be nil
	Strict   bool       // warnings fail too

	Disk      *disk.Disk // where all of it is; nil is the machine's
	Languages *lang.Set  // that reports can be written in; nil: those of the program
}

// Step is how far a pass has come.
type Step struct {
	Pass        string
	Done, Total int
}

// Result is what came of it. Failed says that the output was not made because of what the editor can mend.
type Result struct {
	Diagnostics []diag.Diagnostic
	Findings    []diag.Diagnostic // of verify
	Pages       int
	Files       []string  // written
	Claims      []string  // the standards that the report claims
	Verdicts    []Verdict // of its originals
	Failed      bool
}

// purpose is what an edition is prepared for.
type purpose int

const (
	toShow  purpose = iota // all that the passes make is kept
	toCheck                // what has been laid out is looked at and forgotten
	toBuild                // it becomes units
)

// edition is a report on its way through the passes.
//
// What it holds grows with the number of pages, for statements of three pages with originals of two by these bytes a
// page: 4,100 until the plan, most of them the units, encoded, and the rest the runs' blocks, places and labels; 5,200
// with the plan when linking begins; and when verifying begins, 780, of the account. While linking and while verifying
// go on, each object of the PDF takes some 45 bytes more, for the sums of what is shown. What has been laid out of a
// run and the bytes of originals are forgotten run by run, file by file.
type edition struct {
	in       Input
	purpose  purpose
	bag      diag.Bag
	folder   *sources.Folder
	manifest *sources.Manifest
	document *document.Document
	composed *compose.Composition
	sheet    *layout.Sheet
	pages    *layout.Pages
	plan     *assembly.Plan

	originals  *originals
	conformity conformity
	made       [][]byte          // units of typeset runs that were made while the others were laid out, encoded
	links      [][]string        // where the links of typeset pages lead, by page
	hashed     map[string]string // of files that the report is made from
	texts      []string          // sums of the texts of pages, which tell where another stands
	said       map[string]string // sums of the texts of items, by id, with the mark that each begins with
	stamps     [][]ledger.Stamp  // on the pages of originals, by run

	written  string            // path of the PDF that was written, until it is published
	account  *ledger.Ledger    // of that
	findings []diag.Diagnostic // of verify
}

// Build makes the report. The passes follow each other as the package comment has them; the old output stands until
// all artifacts are written and the report is verified. The error is ours or the machine's; what the editor can mend
// is in the Result.
func Build(ctx context.Context, in Input) (*Result, error) {
	e := &edition{in: in, purpose: toBuild}
	defer e.close()
	if err := e.prepare(ctx); err != nil || e.plan == nil {
		return e.result(true), err
	}
	if in.Strict && e.warned() {
		return e.result(true), nil
	}
	list := e.artifacts()
	if e.overwrites(namesOf(list)); e.bag.Failed() {
		return e.result(true), nil
	}
	return e.publish(ctx, list)
}

// publish makes artifacts, and puts them into the output folder where nothing that was found speaks against it.
func (e *edition) publish(ctx context.Context, list []artifact) (*Result, error) {
	rules := publish.Rules{Sources: e.sources(), Ours: anEarlierBuilds, Disk: e.in.Disk}
	out, err := publish.Open(ctx, e.in.Out, namesOf(list), rules)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	pages := len(e.plan.Pages)
	for _, a := range list {
		err := a.make(ctx, out, a.name)
		var changed *changedError
		if errors.As(err, &changed) {
			changed.tell(&e.bag)
			return e.result(true), nil
		}
		if err != nil {
			return nil, err
		}
	}
	result := e.result(false)
	result.Findings = e.findings
	if slices.ContainsFunc(e.findings, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }) {
		return result, nil
	}
	if e.in.Strict && (e.warned() || len(e.findings) > 0) {
		result.Failed = true
		return result, nil
	}
	if err := out.Publish(); err != nil {
		return nil, err
	}
	result.Files, result.Pages = out.Paths(), pages
	return result, nil
}

// Check reports all that Build would report short of painting, assembling and verifying.
func Check(ctx context.Context, in Input) (*Result, error) {
	e := &edition{in: in, purpose: toCheck}
	defer e.close()
	err := e.prepare(ctx)
	r := e.result(e.plan == nil || in.Strict && e.warned())
	if e.plan != nil {
		r.Pages, r.Claims, r.Verdicts = len(e.plan.Pages), e.conformity.claimed.Claims(), e.verdicts()
	}
	return r, err
}

// prepare runs the passes from read to plan. Without a plan the bag says why.
func (e *edition) prepare(ctx context.Context) error {
	if err := e.compose(ctx); err != nil || e.composed == nil {
		return err
	}
	return e.settle(ctx)
}

// compose runs the passes from read to compose. Where the bag has errors nothing is composed.
func (e *edition) compose(ctx context.Context) error {
	e.step("read", 0, 1)
	if err := e.read(ctx); err != nil || e.manifest == nil {
		return err
	}
	folder, err := sources.OpenFolder(e.in.Disk, e.manifest.Dir)
	if err != nil {
		return fmt.Errorf("opening the manifest's folder: %w", err)
	}
	e.folder = folder
	e.step("resolve", 0, 1)
	e.document = document.Resolve(e.manifest, e.languages(), &e.bag)
	if e.purpose != toShow { // the document holds what the manifest meant: its texts need not be held twice
		e.manifest = &sources.Manifest{File: e.manifest.File, Dir: e.manifest.Dir, Files: e.manifest.Files}
	}
	library := loadFonts(folder, e.document, &e.bag)
	e.sheet = compose.House(e.document, e.languages(), library)
	if e.originals, err = receive(ctx, folder, e.document, e.sheet, &e.bag); err != nil {
		return err
	}
	pictures := loadPictures(folder, e.document, e.sheet, &e.bag)
	if err := folder.Trouble(); err != nil {
		return fmt.Errorf("reading the manifest's folder: %w", err)
	}
	if !e.bag.Failed() {
		e.conform()
	}
	if e.bag.Failed() {
		return nil
	}
	e.step("compose", 0, 1)
	e.composed = compose.Report(e.document, compose.Found{Pictures: pictures, Pages: e.originals.sizes,
		Lost: e.originals.lost, Signed: e.originals.signed, UA1: e.conformity.claimed.Has(conformance.UA1)})
	if e.purpose != toShow {
		e.document.ForgetTexts()
	}
	return nil
}

// read reads the manifest, its texts and tables. Without a manifest the bag says why.
func (e *edition) read(ctx context.Context) (err error) {
	e.manifest, err = sources.Read(ctx, e.in.Disk, e.in.Manifest, e.readable(), &e.bag)
	return err
}

// readable is what a manifest may call its languages.
func (e *edition) readable() sources.Languages {
	return sources.Languages{Codes: e.languages().Codes(), Named: e.languages().Named,
		Dated: e.languages().Dated}
}

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
	e.complain(complaints)
	if e.bag.Failed() {
		return nil
	}
	e.step("plan", 0, 1)
	if p := plan(e); !e.tooLong(len(p.Pages)) {
		e.plan = p
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

func (e *edition) languages() *lang.Set {
	if e.in.Languages != nil {
		return e.in.Languages
	}
	return lang.Embedded()
}

// complain turns what layout could not do into diagnostics at their places.
func (e *edition) complain(list []layout.Complaint) {
	for _, c := range list {
		args := diag.Args{}
		for k, v := range c.Args {
			args[k] = v
		}
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
	fonts := e.document.Settings.Fonts
	for _, f := range slices.Concat(fonts.Serif, fonts.Sans) {
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

// overwrites refuses an output folder where the report would take the place of what it is made from: nobody else may
// have that file.
func (e *edition) overwrites(names []string) {
	originals := e.document.Originals()
	files := []string{e.in.Manifest}
	for _, o := range originals {
		files = append(files, e.path(o.File))
	}
	for _, name := range append(names, publish.Sums) {
		for _, i := range publish.Same(e.in.Disk, filepath.Join(e.in.Out, filepath.FromSlash(name)), files) {
			if i == 0 {
				start := diag.Pos{File: e.manifest.File, Line: 1, Column: 1}
				e.bag.Add("source-overwritten", start, diag.Args{"file": e.manifest.File})
				continue
			}
			o := originals[i-1]
			e.bag.AddItem("source-overwritten", o.Pos, o.Item, diag.Args{"file": o.File})
		}
	}
}

// path gives the machine's path of a file that the manifest names.
func (e *edition) path(name string) string {
	return filepath.Join(e.manifest.Dir, filepath.FromSlash(name))
}

// sources lists every file that was read: nothing of it is ever removed.
func (e *edition) sources() []string {
	files := []string{e.in.Manifest}
	for _, name := range slices.Concat(e.manifest.Files, e.folder.Found()) {
		files = append(files, e.path(name))
	}
	return files
}

func (e *edition) warned() bool {
	for _, d := range e.bag.All() {
		if d.Severity == diag.Warning {
			return true
		}
	}
	return false
}

func (e *edition) result(failed bool) *Result {
	return &Result{Diagnostics: e.bag.All(), Failed: failed}
}

func (e *edition) step(pass string, done, total int) {
	if e.in.Progress != nil {
		e.in.Progress(Step{pass, done, total})
	}
}

func (e *edition) close() {
	if e.folder != nil {
		e.folder.Close()
	}
}
