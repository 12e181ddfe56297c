package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
)

// mainLedger is the ledger of the example's first edition.
const mainLedger = "report.fr.json"

// command starts this program as a user does, in a folder, with more environment.
func command(dir string, env []string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	return cmd
}

// exampleBuilt is the report of the starter folder, built once for all tests of this package, and without a warning.
var exampleBuilt = sync.OnceValues(func() (map[string][]byte, error) {
	out, err := os.MkdirTemp("", "rapporteur-example-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(out)
	said, err := command("", []string{"LC_ALL=C", "TZ=UTC"}, "build", filepath.Join("starter", defaultManifest),
		"--strict", "--out", out).CombinedOutput()
	if err != nil {
		return nil, &buildError{said, err}
	}
	return readOutputs(out)
})

type buildError struct {
	said []byte
	err  error
}

func (e *buildError) Error() string { return e.err.Error() + "\n" + string(e.said) }

// readOutputs reads the files that a build made: the list of sums, and all that it names.
func readOutputs(dir string) (map[string][]byte, error) {
	made := map[string][]byte{}
	sums, err := os.ReadFile(filepath.Join(dir, publish.Sums))
	if err != nil {
		return nil, err
	}
	made[publish.Sums] = sums
	for _, s := range publish.ParseSums(string(sums)) {
		name := s.Name
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		made[name] = data
	}
	return made, nil
}

func exampleReport(t *testing.T) map[string][]byte {
	t.Helper()
	made, err := exampleBuilt()
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestExampleWhole: `new` and the manifest agree on what belongs to the example, and none of it has a name that some
// system cannot keep.
func TestExampleWhole(t *testing.T) {
	files, err := exampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	if files[len(files)-1] != defaultManifest || len(files) < 50 {
		t.Fatalf("the example has %d files, the last of them %s", len(files), files[len(files)-1])
	}
	var texts strings.Builder // the manifest, and the texts that may name figures
	for _, file := range files {
		if strings.HasSuffix(file, ".md") || strings.HasSuffix(file, ".yaml") {
			data, err := example.ReadFile("starter/" + file)
			if err != nil {
				t.Fatal(err)
			}
			texts.Write(data)
		}
	}
	byLanguage := regexp.MustCompile(`\b(?:fr|en|ar)\b`)
	for _, file := range files {
		if file != defaultManifest && !strings.Contains(texts.String(), file) &&
			!strings.Contains(texts.String(), filepath.Base(file)) &&
			!strings.Contains(texts.String(), byLanguage.ReplaceAllString(file, "{language}")) {
			t.Errorf("nothing in the example names %s", file)
		}
		if strings.ContainsFunc(file, func(r rune) bool { return r > '~' || r == ' ' || r >= 'A' && r <= 'Z' }) {
			t.Errorf("%s is not a name for every system", file)
		}
	}
}

// pagesShown are the sums of what the pages of a report show. Its manifest, which `new` explains, is another file, and
// so is the sum of the ledger in the PDF.
func pagesShown(t *testing.T, account []byte) []string {
	t.Helper()
	var l struct{ Shown struct{ Pages []string } }
	if err := json.Unmarshal(account, &l); err != nil || len(l.Shown.Pages) == 0 {
		t.Fatalf("the ledger has no sums of pages: %v", err)
	}
	return l.Shown.Pages
}

// TestExampleSameEverywhere: the folder that `new` lays down shows the same as the one it came from, and gives the same
// bytes of all files whatever the folder, the time zone, the locale and the number of cores.
func TestExampleSameEverywhere(t *testing.T) {
	want := map[string][]byte{}
	came := pagesShown(t, exampleReport(t)[mainLedger])
	for _, place := range []struct {
		dir string
		env []string
	}{
		{"plain", []string{"TZ=Pacific/Kiritimati", "LC_ALL=fr_FR.UTF-8", "GOMAXPROCS=1"}},
		{filepath.Join("a long way", "été [1]"), []string{"TZ=America/St_Johns", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=7"}},
	} {
		dir := filepath.Join(t.TempDir(), place.dir)
		if said, err := command("", place.env, "new", "--lang", "fr", dir).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		if said, err := command(dir, place.env, "build").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		got, err := readOutputs(filepath.Join(dir, "dist"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range slices.Sorted(maps.Keys(exampleReport(t))) {
			if want[name] == nil {
				want[name] = got[name]
			}
			if name == mainLedger && !slices.Equal(pagesShown(t, got[name]), came) {
				t.Errorf("the example that `new` lays down shows other pages in %q", place.dir)
			}
			if !bytes.Equal(got[name], want[name]) {
				t.Errorf("%s is another with %v in %q", name, place.env, place.dir)
			}
		}
	}
}

// TestExampleClaims: the example claims the highest levels, its originals included; .ci/run has veraPDF confirm it.
func TestExampleClaims(t *testing.T) {
	account, err := ledger.Read(bytes.NewReader(exampleReport(t)[mainLedger]))
	if err != nil {
		t.Fatal(err)
	}
	if got := account.Conformance; !slices.Equal(got.Claims, []string{"PDF/UA-1", "PDF/A-3a"}) {
		t.Errorf("the example claims %q: %s", got.Claims, got.Reason)
	}
}

// TestExampleLedger: the ledger of the example holds every statement of its manifest, and accounts for every page once.
func TestExampleLedger(t *testing.T) {
	account, err := ledger.Read(bytes.NewReader(exampleReport(t)[mainLedger]))
	if err != nil {
		t.Fatal(err)
	}
	next := 1
	for _, a := range account.Account {
		if a.First != next || a.Last < a.First || len(a.Labels) != a.Last-a.First+1 {
			t.Errorf("the account of %s %s is pages %d to %d with labels %v, after page %d", a.Kind, a.ID, a.First,
				a.Last, a.Labels, next-1)
		}
		next = a.Last + 1
	}
	if next != account.Pages+1 || account.Pages < 80 {
		t.Errorf("the account ends with page %d of %d", next-1, account.Pages)
	}
	var ids []string
	originals := 0
	for _, s := range account.Statements {
		ids = append(ids, s.ID)
		originals += len(s.Originals)
		if s.Status != "not-received" && s.Text == nil {
			t.Errorf("the ledger gives no page for %s", s.ID)
		}
	}
	for _, id := range []string{"secretary-general", "egypt", "russia", "china", "mexico", "kazakhstan",
		"african-union"} {
		if !slices.Contains(ids, id) {
			t.Errorf("the ledger does not know %s", id)
		}
	}
	if len(ids) < 18 || originals < 14 || len(account.Recommendations) < 20 {
		t.Errorf("the ledger has %d statements, %d originals, %d recommendations", len(ids), originals,
			len(account.Recommendations))
	}
	if !json.Valid(exampleReport(t)[mainLedger]) {
		t.Error("the ledger is no JSON")
	}
}
