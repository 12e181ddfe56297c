package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"rapporteur/layout"
	"rapporteur/report/assembly"
	"rapporteur/report/compose"
	"rapporteur/report/document"
	"rapporteur/report/publish"
	"rapporteur/report/verify"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Input is what a command asks for.
type Input struct {
	Manifest string     // path of the manifest
	Out      string     // folder of the output
	Program  string     // name and version, for the ledger
	Progress func(Step) // told as passes go on; may be nil
	Strict   bool       // warnings fail too
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
	Files       []string // written
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

	originals *originals
	made      [][]byte   // units of typeset runs that were made while the others were laid out, encoded
	links     [][]string // where the links of typeset runs lead, by run
}

// Build makes the report: read, resolve, compose, settle, paint, plan, assemble, verify. The old output stands until the new one is whole and verified.
// The error is ours or the machine's; what the editor can mend is in the Result.
func Build(ctx context.Context, in Input) (*Result, error) {
	e := &edition{in: in, purpose: toBuild}
	defer e.close()
	if err := e.prepare(ctx); err != nil || e.plan == nil {
		return e.result(true), err
	}
	if in.Strict && e.warned() {
		return e.result(true), nil
	}
	names := editionArtifacts("")
	if e.overwrites(names); e.bag.Failed() {
		return e.result(true), nil
	}
	out, err := publish.Open(ctx, in.Out, names.list(), publish.Rules{Sources: e.sources(), Ours: anEarlierBuilds})
	if err != nil {
		return nil, err
	}
	defer out.Close()
	file, err := out.Create(names.report)
	if err != nil {
		return nil, err
	}
	units := e.supply(ctx)
	defer units.stop()
	e.links = make([][]string, len(e.plan.Runs))
	made, err := assembly.Write(ctx, file, e.plan, units.next)
	var changed *changedError
	if errors.As(err, &changed) {
		changed.tell(&e.bag)
		return e.result(true), nil
	}
	if err != nil {
		return nil, fmt.Errorf("assembling: %w", err)
	}
	account := e.ledger(made)
	pages := len(e.plan.Pages)
	e.forget()
	if err := file.Finish(made.SHA256); err != nil {
		return nil, err
	}
	e.step("verify", 0, 1)
	found, err := verify.CheckDraft(ctx, file.Path(), account)
	if err != nil {
		return nil, fmt.Errorf("verifying: %w", err)
	}
	result := e.result(false)
	result.Findings = diagnostics(names.report, found)
	for _, f := range result.Findings {
		if f.Severity == diag.Error {
			return result, nil
		}
	}
	if in.Strict && (e.warned() || len(result.Findings) > 0) {
		result.Failed = true
		return result, nil
	}
	e.note(account, result)
	var text bytes.Buffer
	if err := account.Write(&text); err != nil {
		return nil, err
	}
	if err := out.Put(names.ledger, text.Bytes()); err != nil {
		return nil, err
	}
	if err := out.Publish(); err != nil {
		return nil, err
	}
	result.Files = out.Paths()
	result.Pages = pages
	return result, nil
}

// forget drops all that the report was made from, but for what was found and the names of files: verifying knows only
// the file and the ledger.
func (e *edition) forget() {
	e.document, e.composed, e.sheet, e.pages, e.plan = nil, nil, nil, nil, nil
	e.originals, e.made, e.links = nil, nil, nil
}

// Check reports all that Build would report short of painting, assembling and verifying.
func Check(ctx context.Context, in Input) (*Result, error) {
	e := &edition{in: in, purpose: toCheck}
	defer e.close()
	err := e.prepare(ctx)
	r := e.result(e.plan == nil || in.Strict && e.warned())
	if e.plan != nil {
		r.Pages = len(e.plan.Pages)
	}
	return r, err
}

// prepare runs the passes from read to plan. Without a plan the bag says why.
func (e *edition) prepare(ctx context.Context) error {
	e.step("read", 0, 1)
	if e.manifest = sources.Read(ctx, e.in.Manifest, &e.bag); e.manifest == nil {
		return ctx.Err()
	}
	folder, err := sources.OpenFolder(e.manifest.Dir)
	if err != nil {
		return fmt.Errorf("opening the manifest's folder: %w", err)
	}
	e.folder = folder
	e.step("resolve", 0, 1)
	e.document = document.Resolve(e.manifest, &e.bag)
	if e.purpose != toShow { // the document holds what the manifest meant: its texts need not be held twice
		e.manifest = &sources.Manifest{File: e.manifest.File, Dir: e.manifest.Dir, Files: e.manifest.Files}
	}
	if e.originals, err = receive(ctx, folder, e.document, &e.bag); err != nil {
		return err
	}
	pictures := loadPictures(folder, e.document, &e.bag)
	library := loadFonts(folder, e.document, &e.bag)
	if e.bag.Failed() {
		return nil
	}
	e.step("compose", 0, 1)
	e.composed = compose.Report(e.document, compose.Found{Pictures: pictures, Pages: e.originals.sizes})
	e.sheet = compose.House(e.document, library)
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
	e.plan = plan(e)
	return nil
}

// complain turns what layout could not do into diagnostics at their places.
func (e *edition) complain(list []layout.Complaint) {
	for _, c := range list {
		args := diag.Args{}
		for k, v := range c.Args {
			args[k] = v
		}
		e.bag.Add(c.Code, e.composed.Origins[c.Run].Place(c.Origin, c.Offset), args)
	}
}

// overwrites refuses an output folder where the report would take the place of what it is made from: nobody else may
// have that file.
func (e *edition) overwrites(names artifacts) {
	originals := e.document.Originals()
	files := []string{e.in.Manifest}
	for _, o := range originals {
		files = append(files, e.path(o.File))
	}
	for _, name := range append(names.list(), publish.Sums) {
		for _, i := range publish.Same(filepath.Join(e.in.Out, filepath.FromSlash(name)), files) {
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
