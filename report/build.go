package report

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"rapporteur/layout/lang"
	"rapporteur/report/compose"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/publish"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/disk"
	"rapporteur/sources/guard"
	"rapporteur/sources/libreoffice"
)

// Input is what a command asks for.
type Input struct {
	Manifest string     // path of the manifest
	Out      string     // folder of the output
	Program  string     // name and version, for the ledger
	Progress func(Step) // told as passes go on; may be nil
	Strict   bool       // warnings fail too
	Only     []string   // of the outputs, those that Build makes: kinds, ids or names; none: all
	Edition  string     // the language of the edition that Show prints of; "" the first

	// Office makes PDFs of originals that are office programs' files; nil: none are made, as where no such program is.
	Office *libreoffice.Converter

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
	Files       []string          // written
	Published   []ledger.Document // the documents among them, in order
	Claims      []string          // the standards that the report claims
	Verdicts    []Verdict         // of its originals
	Editions    []Edition         // of Check
	Failed      bool
}

// Edition is what Check found that an edition will have.
type Edition struct {
	Language string
	Pages    int
}

// purpose is what an edition is prepared for.
type purpose int

const (
	toShow  purpose = iota // all that the passes make is kept
	toCheck                // what has been laid out is looked at and forgotten
	toBuild                // it becomes units
)

// build is all editions of a report on their way through the passes, and what they share.
type build struct {
	in        Input
	purpose   purpose
	told      diag.Bag // by reading, which belongs to no edition
	folder    *sources.Folder
	manifest  *sources.Manifest // once it was resolved, no more than its name, its folder and its files
	originals *originals
	pictures  gallery
	hashed    map[string]string // of files that the report is made from
	editions  []*edition
	documents []ledger.Document // that were written
	linked    []*edition        // whose PDFs were written, extracts too, in the order in which they were
	stepping  sync.Mutex        // whoever tells of progress has it
}

// Build makes the report in all its editions. The passes follow each other as the package comment has them; the old
// output stands until all artifacts are written and every PDF is verified. The error is ours or the machine's; what the
// editor can mend is in the Result.
func Build(ctx context.Context, in Input) (*Result, error) {
	b := &build{in: in, purpose: toBuild}
	defer b.close()
	if planned, err := b.prepare(ctx); err != nil || !planned {
		return b.result(true), err
	}
	if in.Strict && b.warned() {
		return b.result(true), nil
	}
	list := b.artifacts()
	if len(list) == 0 {
		return b.result(true), ErrUnknownOutput
	}
	if b.overwrites(namesOf(list)); b.failed() {
		return b.result(true), nil
	}
	return b.publish(ctx, list)
}

// publish makes artifacts, and puts them into the output folder where nothing that was found speaks against it.
func (b *build) publish(ctx context.Context, list []artifact) (*Result, error) {
	rules := publish.Rules{Sources: b.sources(), Ours: anEarlierBuilds, Keep: len(b.in.Only) > 0,
		Disk: b.in.Disk}
	out, err := publish.Open(ctx, b.in.Out, namesOf(list), rules)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	err = b.make(ctx, out, list)
	var changed *changedError
	if errors.As(err, &changed) {
		changed.tell(&b.told)
		return b.result(true), nil
	}
	if err != nil {
		return nil, err
	}
	result := b.result(false)
	if slices.ContainsFunc(result.Findings, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }) {
		return result, nil
	}
	if b.in.Strict && (b.warned() || len(result.Findings) > 0) {
		result.Failed = true
		return result, nil
	}
	if err := out.Publish(); err != nil {
		return nil, err
	}
	result.Files, result.Published = out.Paths(), b.documents
	whole := slices.ContainsFunc(b.documents, func(d ledger.Document) bool { return d.Kind == reportKind })
	for _, d := range b.documents {
		if d.Kind == reportKind || !whole {
			result.Pages += d.Pages
		}
	}
	return result, nil
}

// make makes artifacts, one behind the other but for those that can be made beside the next. The error is that of the
// first in the list.
func (b *build) make(ctx context.Context, out *publish.Folder, list []artifact) error {
	var beside sync.WaitGroup
	failed := make([]error, len(list))
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, a := range list {
		if !a.beside {
			if failed[i] = a.make(ctx, out, a.name); failed[i] != nil {
				break
			}
			continue
		}
		turns <- struct{}{}
		beside.Go(func() {
			failed[i] = guard.Do("making "+a.name, func() error { return a.make(ctx, out, a.name) })
			<-turns
		})
	}
	beside.Wait()
	return cmp.Or(failed...)
}

// Check reports all that Build would report short of painting, assembling and verifying.
func Check(ctx context.Context, in Input) (*Result, error) {
	b := &build{in: in, purpose: toCheck}
	defer b.close()
	planned, err := b.prepare(ctx)
	r := b.result(!planned || in.Strict && b.warned())
	if !planned {
		return r, err
	}
	for _, e := range b.editions {
		r.Pages += len(e.plan.Pages)
		r.Editions = append(r.Editions, Edition{e.document.Lang, len(e.plan.Pages)})
	}
	first := b.editions[0]
	r.Claims, r.Verdicts = first.conformity.claimed.Claims(), first.verdicts()
	return r, err
}

// prepare runs the passes from read to plan for every edition, and reports whether all are planned. Where one is not,
// what was found says why.
func (b *build) prepare(ctx context.Context) (bool, error) {
	if composed, err := b.compose(ctx); err != nil || !composed {
		return false, err
	}
	return b.settle(ctx)
}

// settle lays out the editions.
func (b *build) settle(ctx context.Context) (bool, error) {
	for _, e := range b.editions {
		if err := e.settle(ctx); err != nil {
			return false, err
		}
	}
	return !b.failed(), nil
}

// compose runs the passes from read to compose. Where there are errors nothing is composed.
func (b *build) compose(ctx context.Context) (bool, error) {
	b.step("read", 0, 1)
	if err := b.read(ctx); err != nil || b.manifest == nil {
		return false, err
	}
	folder, err := sources.OpenFolder(b.in.Disk, b.manifest.Dir)
	if err != nil {
		return false, fmt.Errorf("opening the manifest's folder: %w", err)
	}
	b.folder = folder
	b.step("resolve", 0, 1)
	b.resolve()
	library := loadFonts(folder, b.editions[0].document, &b.editions[0].bag)
	for _, e := range b.editions {
		e.sheet = compose.House(e.document, b.languages(), library)
	}
	b.shareWords()
	if b.originals, err = receive(ctx, folder, b.meant(), b.editions[0].sheet, b.in.Office); err != nil {
		return false, err
	}
	b.pictures = gallery{}
	for _, e := range b.editions {
		b.originals.tell(e.document, &e.bag)
		b.pictures.load(folder, e.document, e.sheet, &e.bag)
	}
	b.originals.sense(b.editions[0].document, &b.editions[0].bag) // the same in all, but for the names
	if err := folder.Trouble(); err != nil {
		return false, fmt.Errorf("reading the manifest's folder: %w", err)
	}
	if !b.failed() {
		for _, e := range b.editions {
			e.conform()
		}
	}
	if b.failed() {
		return false, nil
	}
	b.step("compose", 0, 1)
	for _, e := range b.editions {
		e.compose()
	}
	return true, nil
}

// read reads the manifest, its texts and tables. Without a manifest what was found says why.
func (b *build) read(ctx context.Context) (err error) {
	b.manifest, err = sources.Read(ctx, b.in.Disk, b.in.Manifest, b.readable(), &b.told)
	return err
}

// readable is what a manifest may call its languages.
func (b *build) readable() sources.Languages {
	return sources.Languages{Codes: b.languages().Codes(), Named: b.languages().Named,
		Names: b.languages().Names, Dated: b.languages().Dated}
}

func (b *build) languages() *lang.Set {
	if b.in.Languages != nil {
		return b.in.Languages
	}
	return lang.Embedded()
}

// overwrites refuses an output folder where the report would take the place of what it is made from: nobody else may
// have that file.
func (b *build) overwrites(names []string) {
	var originals []*document.Original
	for _, d := range b.meant() {
		originals = append(originals, d.Originals()...)
	}
	files := []string{b.in.Manifest}
	for _, o := range originals {
		files = append(files, b.path(o.File))
	}
	for _, name := range append(names, publish.Sums) {
		for _, i := range publish.Same(b.in.Disk, filepath.Join(b.in.Out, filepath.FromSlash(name)), files) {
			if i == 0 {
				start := diag.Pos{File: b.manifest.File, Line: 1, Column: 1}
				b.told.Add("source-overwritten", start, diag.Args{"file": b.manifest.File})
				continue
			}
			o := originals[i-1]
			b.told.AddItem("source-overwritten", o.Pos, o.Item, diag.Args{"file": o.File})
		}
	}
}

// path gives the machine's path of a file that the manifest names.
func (b *build) path(name string) string {
	return filepath.Join(b.manifest.Dir, filepath.FromSlash(name))
}

// sources lists every file that was read: nothing of it is ever removed.
func (b *build) sources() []string {
	files := []string{b.in.Manifest}
	for _, name := range slices.Concat(b.manifest.Files, b.folder.Found()) {
		files = append(files, b.path(name))
	}
	return files
}

// meant are the documents of the editions.
func (b *build) meant() (list []*document.Document) {
	for _, e := range b.editions {
		list = append(list, e.document)
	}
	return list
}

// all is what was found by reading and in every edition, each finding once.
func (b *build) all() []diag.Diagnostic {
	var all diag.Bag
	all.Take(&b.told)
	for _, e := range b.editions {
		all.Take(&e.bag)
	}
	return all.All()
}

func (b *build) failed() bool { return b.worse(diag.Error) }

func (b *build) warned() bool { return b.worse(diag.Warning) }

func (b *build) worse(severity diag.Severity) bool {
	return b.told.Reaches(severity) ||
		slices.ContainsFunc(b.editions, func(e *edition) bool { return e.bag.Reaches(severity) })
}

func (b *build) result(failed bool) *Result {
	r := &Result{Diagnostics: b.all(), Failed: failed}
	for _, e := range b.linked {
		r.Findings = append(r.Findings, e.faults...)
	}
	return r
}

func (b *build) step(pass string, done, total int) {
	if b.in.Progress != nil {
		b.stepping.Lock()
		defer b.stepping.Unlock()
		b.in.Progress(Step{pass, done, total})
	}
}

func (b *build) close() {
	if b.folder != nil {
		b.folder.Close()
	}
}
