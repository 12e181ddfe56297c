// Package verify reopens a report and trusts nothing: it compares the PDF with its ledger, promise by promise.
//
// From the file and the ledger beside it into findings. What is compared is read from the PDF's objects and content;
// nothing of the build's memory is used. Each promise has a file: pages, originals, forms, links, labels, items,
// outline, tags, text, metadata, sums; shown compares all that somebody sees, hears or copies, words says which words
// are others, frame looks for what nobody sees. Not its task: whether the PDF conforms to a standard (a validator
// judges that, and misses what is checked here), or whether the ledger is what the editor meant.
package verify

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"sync"

	"golang.org/x/sync/errgroup"

	"rapporteur/report/ledger"
	"rapporteur/sources/disk"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// Finding is a promise that the report does not keep. Page is physical, from 1, 0 where none is meant; Item is the id
// of the manifest's item that it concerns, if any. A Warning is what an original had wrong as it was received.
type Finding struct {
	Code    string
	Page    int
	Item    string
	Args    map[string]string
	Warning bool
}

// scope says what of a report's folder is looked at with it.
type scope int

const (
	noneBeside   scope = iota
	allBeside          // that SHA256SUMS lists
	untoldBeside       // by another report
)

// Check compares the report at pdfPath with its ledger, and the files beside it with SHA256SUMS. Findings stand in
// order of pages and codes. A file that is no sound PDF is a finding; the error is the machine's: the file cannot be
// opened or read, or ctx was cancelled.
func Check(ctx context.Context, pdfPath string, l *ledger.Ledger) ([]Finding, error) {
	return check(ctx, nil, pdfPath, l, allBeside)
}

// CheckAmong is Check of a report whose folder is verified as a whole, each report by itself: of what lies beside it
// only its own ledger is looked at, and with the first report all that is none, so that nothing is told twice.
func CheckAmong(ctx context.Context, pdfPath string, l *ledger.Ledger) ([]Finding, error) {
	return check(ctx, nil, pdfPath, l, untoldBeside)
}

// CheckDraft is Check of a report that is not yet published: there are no sums beside it, or an earlier build's.
func CheckDraft(ctx context.Context, on *disk.Disk, pdfPath string, l *ledger.Ledger) ([]Finding, error) {
	return check(ctx, on, pdfPath, l, noneBeside)
}

func check(ctx context.Context, on *disk.Disk, pdfPath string, l *ledger.Ledger, of scope) ([]Finding, error) {
	c := &checker{disk: on, ledger: l}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(guarded("comparing sums", func() error { return c.sums(ctx, pdfPath, of) }))
	group.Go(guarded("verifying", func() error {
		if err := c.open(pdfPath); err != nil || c.file == nil {
			return err
		}
		defer c.file.Close()
		return cmp.Or(c.verify(ctx), c.file.Trouble())
	}))
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if c.other {
		// The file is not the ledger's: all else would be about another report.
		return []Finding{{Code: OtherFile, Args: map[string]string{"file": l.File}}}, nil
	}
	return c.sorted(), nil
}

// checker is a report being verified.
type checker struct {
	disk   *disk.Disk
	ledger *ledger.Ledger
	file   *pdf.File
	doc    *pdf.Document
	pages  []page
	runs   []run
	labels []string // of the PDF, one a page

	parents  parentTree
	fonts    content.Fonts
	outlined map[int]bool // pages, from 0, that items of the outline lead to
	// outlinedAt are the titles that the outline should have, by the pages, from 1, where they lead.
	outlinedAt map[int][]string
	listed     map[string]string // the words of the contents, by the ids of the places where their lines lead
	reworded   []bool            // pages, from 0, with other words than the ledger has the sums of, which is told
	other      bool              // the file is not the one that the ledger names

	mu    sync.Mutex
	found []Finding
}

// page is a page of the report with what was read from it.
type page struct {
	key      int              // of its marks in the parent tree, -1 none
	run      int              // index into the runs
	foreign  bool             // of an original
	original *ledger.Original // which; nil where the ledger has no sums for it, which is told
	marks    []int32          // MCIDs of its content, in order; nil where they need not be known
	own      []int32          // on an original's page: those of them that stand in streams of ours
	scanned  bool             // marks are known
	printed  string           // folio or stamp
	lines    []content.Word   // its words, on pages of the contents
	passages []passage        // the texts of its marks, on typeset pages
	notes    []annotation
	widgets  []widget         // of the form, and pictures of such
	filed    []annotatedFiles // files that its annotations lead to
}

// open reads the frame of the file. What is not as it should be is a finding; the error is the machine's.
func (c *checker) open(path string) error {
	f, err := pdf.OpenFile(c.disk, path)
	if err != nil {
		var machine *fs.PathError
		if errors.As(err, &machine) {
			return err
		}
		c.add(Finding{Code: Unreadable, Args: map[string]string{"cause": err.Error()}})
		return nil
	}
	if c.doc, err = f.Document(); err != nil {
		f.Close()
		c.add(Finding{Code: Unreadable, Args: map[string]string{"cause": err.Error()}})
		return nil
	}
	c.file = f
	return nil
}

func (c *checker) add(f Finding) {
	c.mu.Lock()
	c.found = append(c.found, f)
	c.mu.Unlock()
}

// fault adds a finding about a page, with its args as pairs of key and value.
func (c *checker) fault(code string, page int, args ...string) {
	f := Finding{Code: code, Page: page, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	if page > 0 && page <= len(c.pages) && c.pages[page-1].run >= 0 {
		f.Item = c.runs[c.pages[page-1].run].id
	}
	c.add(f)
}

// sorted gives the findings in an order that goroutines leave no trace in.
func (c *checker) sorted() []Finding {
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Item, b.Item),
			slices.Compare(flat(a.Args), flat(b.Args)))
	})
	return c.found
}

func flat(args map[string]string) []string {
	var out []string
	for _, k := range slices.Sorted(maps.Keys(args)) {
		out = append(out, k, args[k])
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }
