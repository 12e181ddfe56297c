package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ours says which of our packages each of them may import. The order of folders is the order of imports: cmd, report,
// layout, sources, fonts, each only to its right; and layout does not know sources.
var ours = map[string][]string{
	// publish: its errors have words of their own; sources: `help manifest` prints its table of keys.
	"cmd/rapporteur": {"report", "report/extract", "report/gather", "report/publish", "sources",
		"sources/diag", "sources/libreoffice"}, // libreoffice: whether, and where, what it made is kept
	"report": {"report/assembly", "report/compose", "report/conformance", "report/document", "report/unit",
		"report/ledger", "report/publish", "report/shown", "report/states", "report/verify",
		"report/web", "report/akn", "report/cite",
		"layout", "layout/lang", "layout/paint", "sources", "sources/diag", "sources/disk", "sources/guard",
		"sources/libreoffice", "sources/pdf", "sources/picture", "fonts"},
	// sources: kinds of blocks
	"report/compose": {"report/document", "report/ledger", "layout", "layout/lang", "sources", "sources/diag",
		"fonts"},
	// layout: blocks, which are shown in HTML; sources: what is published
	"report/web": {"report/compose", "report/document", "report/ledger", "report/markup", "layout", "layout/lang",
		"layout/text", "sources"},
	"report/cite": {"report/document", "layout"},
	"report/akn": {"report/compose", "report/document", "report/ledger", "report/markup", "layout",
		"layout/lang"},
	"report/markup":   {"layout"},
	"report/document": {"report/ledger", "report/states", "layout/lang", "sources", "sources/diag", "sources/pattern"},
	"report/verify": {"report/ledger", "report/publish", "report/shown", "sources/diag", "sources/disk",
		"sources/guard", "sources/pdf",
		"sources/pdf/content", "sources/pdf/lex", "sources/pdf/syntax"}, // syntax: numbers as they are written
	"report/extract": {"sources/pdf"},
	// ledger: kinds of runs and pages; lang: roman numerals of labels.
	"report/assembly": {"report/ledger", "report/shown", "report/unit", "layout", "layout/lang", "layout/paint",
		"sources/pdf/syntax", "fonts"},
	"report/unit": {"layout", "layout/paint", "sources/pattern", "sources/pdf", "sources/pdf/content",
		"sources/pdf/lex", "sources/pdf/syntax", "sources/picture", "fonts", "fonts/received"},
	// fonts/received: the programs of fonts that originals bring along, and what the names of their glyphs mean
	"report/conformance": {"report/unit", "sources/pdf", "sources/pdf/lex", "sources/pdf/syntax", "fonts/received"},
	// unit: the words of an original's first page
	"report/gather": {"report/states", "report/unit", "layout/lang", "sources", "sources/diag", "sources/guard",
		"sources/mail", "sources/pattern", "sources/pdf",
		"sources/picture"},
	"report/ledger":       {},
	"report/states":       {},
	"report/shown":        {"sources/pdf", "sources/pdf/lex"}, // lex: sums of what is written need no objects
	"report/publish":      {"sources/disk"},
	"report/manifesttest": {"layout/lang", "sources", "sources/diag"}, // tests only
	"layout/paint":        {"layout", "layout/text", "fonts"},
	// lang: Sheet.Digest hashes its patterns; roman numerals of labels
	"layout":           {"layout/lang", "layout/text", "fonts"},
	"layout/text":      {"layout/lang", "layout/text/bidi", "fonts"},
	"layout/text/bidi": {},
	"layout/kinds":     {}, // tests only
	"layout/lang":      {},
	"sources": {"sources/diag", "sources/disk", "sources/guard", "sources/office", "sources/pattern",
		"sources/pdf"},
	"sources/libreoffice": {},
	"sources/office":      {"sources/diag", "fonts/received"}, // received: what fonts of signs show
	"sources/disk":        {},
	"sources/guard":       {},
	"sources/mail":        {},
	"sources/mutation":    {}, // tests only
	"sources/pattern":     {},
	"sources/pdf":         {"sources/disk", "sources/guard", "sources/pdf/lex", "sources/pdf/syntax"},
	"sources/pdf/content": {"sources/pdf", "sources/pdf/lex", "sources/pdf/syntax", "fonts/received"},
	"sources/pdf/forge":   {"sources/pdf", "sources/pdf/syntax"}, // tests only
	"sources/pdf/lex":     {},
	"sources/pdf/syntax":  {},
	"sources/picture":     {},
	"sources/diag":        {},
	"fonts":               {"fonts/subset"},
	"fonts/subset":        {},
	"fonts/received":      {"fonts/subset"},
}

// rooms says where each foreign library lives; it is imported nowhere else.
var rooms = map[string][]string{
	"github.com/go-pdf/fpdf": {"layout/paint"},
	"github.com/pdfcpu/pdfcpu": {"sources/pdf", "sources/pdf/content", "sources/pdf/forge", "report/shown",
		"report/unit", "report/verify", "report/extract", "report/conformance"},
	"gopkg.in/yaml.v3":         {"report/gather", "sources", "sources/diag", "layout/lang"}, // gather: where lines go
	"github.com/yuin/goldmark": {"sources"},
	"github.com/spf13/cobra":   {"cmd/rapporteur"},
	// the errors of cobra's flags, which we put into the user's words
	"github.com/spf13/pflag":         {"cmd/rapporteur"},
	"golang.org/x/term":              {"cmd/rapporteur"},
	"golang.org/x/sys/windows":       {"cmd/rapporteur", "sources/libreoffice"}, // libreoffice: groups of processes
	"github.com/go-text/typesetting": {"fonts", "layout/text"},
	"golang.org/x/text": {"report/states", "report/gather", "sources", "sources/mail", "sources/pdf",
		"sources/pdf/content", "layout/lang",
		"layout/text/bidi"},
	"golang.org/x/sync":               {"report", "report/verify", "layout", "sources"},
	"github.com/klauspost/compress":   {"sources/pdf", "sources/pdf/forge", "sources/picture", "report/unit"},
	"golang.org/x/image/math/fixed":   {"fonts", "layout/text"},           // the number type of go-text's interface
	"golang.org/x/image/tiff/lzw":     {"sources/pdf", "sources/picture"}, // LZWDecode as PDF has it is TIFF's
	"golang.org/x/image/ccitt":        {"sources/picture"},                // faxes of several strips
	"github.com/rogpeppe/go-internal": {},                                 // tests only
}

// violations compares the imports of a package with the two tables.
func violations(pkg string, imports []string) []string {
	var wrong []string
	allowed, known := ours[pkg]
	if !known {
		wrong = append(wrong, pkg+" is not in the table of packages")
	}
	for _, path := range imports {
		if own, is := strings.CutPrefix(path, "rapporteur/"); is {
			if !slices.Contains(allowed, own) {
				wrong = append(wrong, pkg+" may not import "+own)
			}
			continue
		}
		if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
			if first == "net" && path != "net/url" && path != "net/mail" { // mail: it reads what is there
				wrong = append(wrong, pkg+" imports "+path+": the program does not use the network")
			}
			if path == "C" || path == "unsafe" && pkg != "fonts" {
				// fonts looks into go-text's tables, and reads strings of bytes without a copy
				wrong = append(wrong, pkg+" imports "+path)
			}
			continue // the standard library
		}
		if !slices.Contains(room(path), pkg) {
			wrong = append(wrong, pkg+" may not import "+path)
		}
	}
	return wrong
}

// room gives the packages that may import a foreign one.
func room(path string) []string {
	for library, packages := range rooms {
		if path == library || strings.HasPrefix(path, library+"/") {
			return packages
		}
	}
	return nil
}

// importsOf reads the imports of all files of the module that are no tests, whatever system they are for, by package
// folder.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, file := range sourcesOf(t, root) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		dir, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			t.Fatal(err)
		}
		pkg := filepath.ToSlash(dir)
		found[pkg] = append(found[pkg], []string{}...)
		for _, spec := range parsed.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			found[pkg] = append(found[pkg], path)
		}
	}
	return found
}

// sourcesOf lists all files of the module that are no tests, whatever system they are for.
func sourcesOf(t *testing.T, root string) []string {
	t.Helper()
	return slices.DeleteFunc(goFiles(t, root), func(file string) bool { return strings.HasSuffix(file, "_test.go") })
}

// goFiles lists all Go files of the module, whatever system they are for.
func goFiles(t *testing.T, root string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if file != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(name, ".go") {
			files = append(files, file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestImports(t *testing.T) {
	found := importsOf(t, filepath.Join("..", ".."))
	for pkg := range ours {
		if _, there := found[pkg]; !there {
			t.Errorf("the table names %s, which is not there", pkg)
		}
	}
	for pkg, imports := range found {
		slices.Sort(imports)
		for _, wrong := range violations(pkg, slices.Compact(imports)) {
			t.Error(wrong)
		}
	}
}

// TestImportsOrder holds the table itself to the order of folders.
func TestImportsOrder(t *testing.T) {
	order := []string{"cmd", "report", "layout", "sources", "fonts"}
	rank := func(pkg string) int {
		top, _, _ := strings.Cut(pkg, "/")
		return slices.Index(order, top)
	}
	for pkg, imports := range ours {
		for _, to := range imports {
			if rank(to) < rank(pkg) {
				t.Errorf("the table lets %s import %s, to its left", pkg, to)
			}
			if rank(pkg) == 2 && rank(to) == 3 {
				t.Errorf("the table lets %s import %s", pkg, to)
			}
			if slices.Contains(ours[to], pkg) {
				t.Errorf("the table lets %s and %s import each other", pkg, to)
			}
		}
	}
}

func TestImportsViolations(t *testing.T) {
	for pkg, imported := range map[string]string{
		"layout":       "rapporteur/sources/diag",
		"fonts":        "rapporteur/layout",
		"sources":      "github.com/go-pdf/fpdf",
		"report":       "github.com/pdfcpu/pdfcpu/pkg/api",
		"layout/paint": "example.org/unknown",
		"sources/pdf":  "net/http",
		"layout/text":  "C",
		"new/room":     "fmt",
	} {
		if len(violations(pkg, []string{imported})) == 0 {
			t.Errorf("%s imports %s, and nobody minds", pkg, imported)
		}
	}
	if wrong := violations("sources/pdf",
		[]string{"fmt", "github.com/pdfcpu/pdfcpu/pkg/pdfcpu", "net/url"}); len(wrong) > 0 {
		t.Error(wrong)
	}
}
