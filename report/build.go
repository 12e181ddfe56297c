package report

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/report/assembly"
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

// edition is a report on its way through the passes.
type edition struct {
	in       Input
	bag      diag.Bag
	folder   *sources.Folder
	manifest *sources.Manifest
	document *Document
	sheet    *layout.Sheet
	runs     []*layout.Run
	origins  *origins
	pages    *layout.Pages
	plan     *assembly.Plan
}

// Build makes the report: read, resolve, compose, settle, paint, plan, assemble, verify. The old output stands until the new one is whole and verified.
// The error is ours or the machine's; what the editor can mend is in the Result.
func Build(ctx context.Context, in Input) (*Result, error) {
	e := &edition{in: in}
	defer e.close()
	if err := e.prepare(ctx); err != nil || e.plan == nil {
		return e.result(true), err
	}
	if in.Strict && e.warned() {
		return e.result(true), nil
	}
	out, err := openOutput(in.Out)
	if err != nil {
		return nil, err
	}
	defer out.discard()
	file, err := out.create("report.pdf")
	if err != nil {
		return nil, err
	}
	made, err := assembly.Write(ctx, file, e.plan, e.painter(ctx))
	if err != nil {
		return nil, fmt.Errorf("assembling: %w", err)
	}
	for _, f := range made.Findings {
		e.foreign(f)
	}
	account := e.ledger(made)
	if err := out.finish("report.pdf"); err != nil {
		return nil, err
	}
	e.step("verify", 0, 1)
	found, err := verify.Check(ctx, out.temporary("report.pdf"), account)
	if err != nil {
		return nil, fmt.Errorf("verifying: %w", err)
	}
	result := e.result(false)
	result.Findings = diagnostics(found)
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
	if err := out.publish(account); err != nil {
		return nil, err
	}
	result.Files = out.paths()
	result.Pages = len(e.plan.Pages)
	return result, nil
}

// Check reports all that Build would report short of painting, assembling and verifying.
func Check(ctx context.Context, in Input) (*Result, error) {
	e := &edition{in: in}
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
	e.document = resolve(e.manifest, &e.bag)
	if err := measure(ctx, folder, e.document, &e.bag); err != nil {
		return err
	}
	pictures := loadPictures(folder, e.document, &e.bag)
	library := loadFonts(folder, e.document, &e.bag)
	if e.bag.Failed() {
		return nil
	}
	e.step("compose", 0, 1)
	e.runs, e.origins = compose(e.document, pictures)
	e.sheet = house(e.document, library)
	e.step("settle", 0, len(e.runs))
	pages, complaints, err := layout.Settle(ctx, e.sheet, e.runs)
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

// foreign tells what the linker could not take over of an original, but for what was told when the original was measured.
func (e *edition) foreign(f assembly.Finding) {
	at, item := e.place(f.Run), e.plan.Runs[f.Run].Item
	switch f.Code {
	case assembly.LinkRemoved:
		e.bag.AddItem("original-link-removed", at, item, f.Args)
	case assembly.PageRepeated:
		e.bag.AddItem("original-page-repeated", at, item, f.Args)
	}
}

// complain turns what layout could not do into diagnostics at their places.
func (e *edition) complain(list []layout.Complaint) {
	for _, c := range list {
		args := diag.Args{}
		for k, v := range c.Args {
			args[k] = v
		}
		e.bag.Add(c.Code, e.origins.place(c.Origin, c.Offset), args)
	}
}

// place is the line of the manifest that a run comes from.
func (e *edition) place(run int) diag.Pos {
	return e.origins.place(e.runs[run].Origin, 0)
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

// ahead is how many runs are painted before the linker asks for them: enough to keep every core busy, few enough to hold little in memory.
const ahead = 16

// painter paints runs in parallel, some ahead of the linker, which takes them in order.
func (e *edition) painter(ctx context.Context) func(int) (*paint.Painted, error) {
	type slot struct {
		done    chan struct{}
		painted *paint.Painted
		err     error
	}
	slots := make([]slot, len(e.plan.Runs))
	for i := range slots {
		slots[i].done = make(chan struct{})
	}
	tokens := make(chan struct{}, ahead)
	jobs := make(chan int)
	var once sync.Once
	start := func() {
		for range runtime.GOMAXPROCS(0) {
			go func() {
				for i := range jobs {
					slots[i].painted, slots[i].err = e.paint(i)
					close(slots[i].done)
				}
			}()
		}
		go func() {
			defer close(jobs)
			for i, r := range e.plan.Runs {
				if r.Settled == nil {
					continue
				}
				select {
				case tokens <- struct{}{}:
					jobs <- i
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	return func(i int) (*paint.Painted, error) {
		once.Do(start)
		select {
		case <-slots[i].done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		<-tokens
		painted, err := slots[i].painted, slots[i].err
		slots[i].painted = nil
		e.step("paint", i+1, len(e.plan.Runs))
		return painted, err
	}
}

// paint paints a run. A panic is our failure and is told as one: it must not end the program from a goroutine, where nobody can catch it.
func (e *edition) paint(i int) (painted *paint.Painted, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("painting %s: %v", e.plan.Runs[i].ID, fault)
		}
	}()
	return paint.Run(e.plan.Runs[i].Settled, e.sheet)
}

// Verify checks a report against the ledger beside it.
func Verify(ctx context.Context, pdf string) (*Result, error) {
	account, err := readLedger(filepath.Join(filepath.Dir(pdf), "report.json"))
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(pdf); err != nil {
		return nil, fmt.Errorf("opening the report: %w", err)
	}
	found, err := verify.Check(ctx, pdf, account)
	if err != nil {
		return nil, fmt.Errorf("verifying: %w", err)
	}
	return &Result{Findings: diagnostics(found), Pages: account.Pages}, nil
}

// diagnostics gives verify's findings the form of all others.
func diagnostics(found []verify.Finding) []diag.Diagnostic {
	var bag diag.Bag
	for _, f := range found {
		bag.AddItem(f.Code, diag.Pos{File: "report.pdf", Line: f.Page}, f.Item, f.Args)
	}
	all := bag.All()
	for i := range all {
		all[i].Severity = diag.Error
	}
	warnings := map[string]bool{}
	for _, f := range found {
		if f.Warning {
			warnings[f.Code+"\x00"+decimal(f.Page)+"\x00"+f.Item] = true
		}
	}
	for i, d := range all {
		if warnings[d.Code+"\x00"+decimal(d.Pos.Line)+"\x00"+d.Item] {
			all[i].Severity = diag.Warning
		}
	}
	return all
}
