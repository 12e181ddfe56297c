package verify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
)

func TestSums(t *testing.T) {
	runFaults(t, []fault{
		{"a ledger of another build", func(t *testing.T, k *kit) {
			k.ledger.SHA256 = strings.Repeat("0", 64)
			k.swap(t, "info", "(Report)", "(Another)") // all else is about another report, and not told
		}, OtherFile, 0},
		{"the sums are of another build",
			func(t *testing.T, k *kit) { k.sums = strings.Repeat("0", 64) + "  report.pdf\n" }, SumsDiffer, 0},
		{"the sums do not name the report", func(t *testing.T, k *kit) { k.sums = "\n" }, SumsDiffer, 0},
		{"the sums name a file that is gone",
			func(t *testing.T, k *kit) { k.sums = strings.Repeat("0", 64) + "  report.json\n" }, SumsDiffer, 0},
		{"the sums name a file elsewhere",
			func(t *testing.T, k *kit) { k.sums = strings.Repeat("0", 64) + "  ../report.pdf\n" }, SumsDiffer, 0},
		{"a file that was given a name of its own", func(t *testing.T, k *kit) { k.name = "ours.pdf" }, "", 0},
		{"the ledger names another file", func(t *testing.T, k *kit) { k.ledger.File = "other.pdf" }, SumsDiffer, 0},
		{"the sums do not name the ledger", func(t *testing.T, k *kit) {
			sum := sha256.Sum256(k.bytes())
			k.sums = hex.EncodeToString(sum[:]) + "  report.pdf\n"
		}, SumsDiffer, 0},
		{"no PDF at all", func(t *testing.T, k *kit) {
			k.streams, k.objects, k.order = nil, map[string]string{"catalog": ""}, nil
		}, Unreadable, 0},
	})
}

// TestSumsOfSubFolders: artifacts in sub-folders are compared as all others.
func TestSumsOfSubFolders(t *testing.T) {
	k := newKit()
	dir := t.TempDir()
	file := filepath.Join(dir, "statements", "norway.pdf")
	if err := os.Mkdir(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	words := sha256.Sum256([]byte("words"))
	if err := writeFile(filepath.Join(dir, "report.json"), []byte("words")); err != nil {
		t.Fatal(err)
	}
	list := k.ledger.SHA256 + "  " + k.ledger.File + "\n" +
		hex.EncodeToString(words[:]) + "  report.json\n" + hex.EncodeToString(words[:]) + "  statements/norway.pdf\n"
	for _, text := range []string{"words", "other words", ""} {
		os.Remove(file)
		if text != "" {
			if err := writeFile(file, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		c := &checker{ledger: k.ledger}
		if err := c.compareSums(context.Background(), folder{dir: dir, sums: publish.ParseSums(list), of: allBeside},
			k.ledger.SHA256); err != nil {
			t.Fatal(err)
		}
		told := len(c.found) == 1 && c.found[0].Args["file"] == "statements/norway.pdf"
		if told == (text == "words") || len(c.found) > 1 {
			t.Errorf("of %q is told %v", text, c.found)
		}
	}
}

// TestToldOnce: where all reports of a folder are verified, what lies beside them is told with the first, and what is
// wrong with a report with that.
func TestToldOnce(t *testing.T) {
	dir := t.TempDir()
	names := []string{"report.en.pdf", "report.en.json", "report.fr.pdf", "report.fr.json", "index.html", "lone.pdf"}
	var sums []publish.Sum
	for _, name := range names {
		if err := writeFile(filepath.Join(dir, name), []byte("changed")); err != nil {
			t.Fatal(err)
		}
		sums = append(sums, publish.Sum{Name: name, SHA256: strings.Repeat("0", 64)})
	}
	var told []string
	for _, file := range []string{"report.en.pdf", "report.fr.pdf"} {
		c := &checker{ledger: &ledger.Ledger{File: file}}
		f := folder{dir: dir, sums: sums, of: untoldBeside}
		if err := c.compareSums(context.Background(), f, ""); err != nil {
			t.Fatal(err)
		}
		for _, found := range c.found {
			told = append(told, found.Args["file"])
		}
	}
	if slices.Sort(told); !slices.Equal(told, slices.Sorted(slices.Values(names))) {
		t.Errorf("told of %v, should be once of each of %v", told, names)
	}
}

// TestDocuments: what the ledger says of what was published beside the report is compared with it.
func TestDocuments(t *testing.T) {
	dir := t.TempDir()
	sum := func(words string) string {
		s := sha256.Sum256([]byte(words))
		return hex.EncodeToString(s[:])
	}
	var account strings.Builder
	own := ledger.Ledger{Rapporteur: ledger.Format, File: "a.pdf", Pages: 3, Language: "en", Title: "A"}
	if err := own.Write(&account); err != nil {
		t.Fatal(err)
	}
	for name, words := range map[string]string{"a.pdf": "words", "a.json": account.String()} {
		if err := writeFile(filepath.Join(dir, name), []byte(words)); err != nil {
			t.Fatal(err)
		}
	}
	for want, change := range map[string]func(d *ledger.Document){
		"":         func(d *ledger.Document) {},
		"sha256":   func(d *ledger.Document) { d.SHA256 = sum("others") },
		"bytes":    func(d *ledger.Document) { d.Bytes++ },
		"pages":    func(d *ledger.Document) { d.Pages++ },
		"language": func(d *ledger.Document) { d.Language = "fr" },
		"title":    func(d *ledger.Document) { d.Title = "B" },
	} {
		d := ledger.Document{Kind: "statements", File: "a.pdf", Language: "en", Title: "A", Pages: 3, Bytes: 5,
			SHA256: sum("words")}
		change(&d)
		c := &checker{ledger: &ledger.Ledger{Documents: []ledger.Document{d}}}
		f := folder{dir: dir, sums: []publish.Sum{{Name: "a.pdf", SHA256: sum("words")}}}
		if err := c.documents(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		if len(c.found) > 1 || len(c.found) == 1 != (want != "") || want != "" && c.found[0].Args["key"] != want {
			t.Errorf("%s: found %v", want, c.found)
		}
	}
}

// TestMachine: a file that cannot be opened is the machine's failure, no finding.
func TestMachine(t *testing.T) {
	_, err := Check(context.Background(), filepath.Join(t.TempDir(), "report.pdf"), newKit().ledger)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

// TestCancelled: a cancelled check finds nothing and says so.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	k := newKit()
	dir := t.TempDir()
	if err := writeFile(filepath.Join(dir, "report.pdf"), k.bytes()); err != nil {
		t.Fatal(err)
	}
	if found, err := Check(ctx, filepath.Join(dir, "report.pdf"), k.ledger); !errors.Is(err, context.Canceled) ||
		found != nil {
		t.Errorf("found %v, error %v", found, err)
	}
}

// TestDraft: a report that is not yet published is not compared with the sums of the build before it; one that is
// published is, whatever its name.
func TestDraft(t *testing.T) {
	k := newKit()
	k.name, k.sums = "report.pdf.part", strings.Repeat("0", 64)+"  report.pdf\n"
	if found := k.check(t); len(found) == 0 {
		t.Error("a published report is not compared with the sums")
	}
	path := filepath.Join(t.TempDir(), "report.pdf.part")
	if err := writeFile(path, k.bytes()); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(filepath.Dir(path), "SHA256SUMS"), []byte(k.sums)); err != nil {
		t.Fatal(err)
	}
	if found, err := CheckDraft(t.Context(), nil, path, k.ledger); err != nil || len(found) > 0 {
		t.Errorf("of a draft is told %v, %v", found, err)
	}
}
