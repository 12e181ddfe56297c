package main

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// received is a file of the example under the name that somebody gave it, with what import ought to find out: the
// delegation, or the key of the manifest that it belongs under.
type received struct{ from, name, is string }

// inbox is what an official has after a conference.
var inbox = []received{
	{"texts/secretary-general.md", "01 Opening/Secretary-General_opening remarks_FINAL.md", "un"},
	{"originals/secretary-general.pdf", "01 Opening/secretary general (scan).pdf", "un"},
	{"texts/norway.md", "01 Opening/Norvège - déclaration.md", "norway"},
	{"originals/norway.pdf", "01 Opening/NOR_statement_EN.pdf", "norway"},
	{"texts/host-country.md", "01 Opening/Statement by the host.md", "switzerland"},
	{"originals/host-country.pdf", "01 Opening/host statement - as delivered.pdf", "switzerland"},
	{"texts/fr/opening.md", "01 Opening/intro.md", "intro"},
	{"texts/fr/opening-debate.md", "01 Opening/debate opening.md", "debate"},
	{"texts/spain.md", "02_Appeal/texts/Intervención España.md", "spain"},
	{"texts/egypt.md", "02_Appeal/texts/كلمة مصر.md", "egypt"},
	{"texts/senegal.md", "02_Appeal/texts/DISCOURS DU SENEGAL.md", "senegal"},
	{"texts/unesco.md", "02_Appeal/texts/unesco_speech_v2.md", "unesco"},
	{"texts/canada.md", "02_Appeal/texts/03_CAN_statement_EN.md", "canada"},
	{"originals/spain.pdf", "02_Appeal/pdf/España (firmado).pdf", "spain"},
	{"originals/egypt.pdf", "02_Appeal/pdf/Egypt_AR.pdf", "egypt"},
	{"originals/senegal.pdf", "02_Appeal/pdf/scan0001.pdf", "senegal"},
	{"originals/unesco.pdf", "02_Appeal/pdf/UNESCO.pdf", "unesco"},
	{"originals/canada.pdf", "02_Appeal/pdf/canada statement-en.pdf", "canada"},
	{"texts/kenya.md", "Session 3 - Capacity/FINAL statement Kenya (2).md", "kenya"},
	{"originals/kenya.pdf", "Session 3 - Capacity/FINAL statement Kenya (2).pdf", "kenya"},
	{"texts/china.md", "Session 3 - Capacity/03_CHN_statement_ZH.md", "china"},
	{"originals/china.pdf", "Session 3 - Capacity/中国代表的发言.pdf", "china"},
	{"texts/russia.md", "Session 3 - Capacity/intervention_russie_v2.md", "russia"},
	{"originals/russia.pdf", "Session 3 - Capacity/Выступление России.pdf", "russia"},
	{"texts/unodc.md", "Session 3 - Capacity/remarks.md", "unodc"},
	{"originals/unodc.pdf", "Session 3 - Capacity/scan 12.pdf", "unodc"},
	{"texts/france.md", "Session 3 - Capacity/FR/France.md", "france"},
	{"originals/france.pdf", "Session 3 - Capacity/FR/déclaration-france.pdf", "france"},
	{"texts/interpol.md", "Session 3 - Capacity/ICPO-INTERPOL.md", "interpol"},
	{"originals/interpol.pdf", "Session 3 - Capacity/doc(4).pdf", "interpol"},
	{"texts/turkey.md", "Closing/Türkiye/statement.md", "turkiye"},
	{"texts/kazakhstan.md", "Closing/Казахстан.md", "kazakhstan"},
	{"texts/jordan.md", "Closing/الأردن.md", "jordan"},
	{"texts/mexico.md", "Closing/MEX statement.md", "mexico"},
	{"texts/eu.md", "Closing/EU.md", "eu"},
	{"texts/chair-closing.md", "Closing/closing remarks.md", "?"},
	{"texts/fr/programme.md", "Programme.md", "annexes"},
	{"originals/map.pdf", "map of pillars.pdf", "annexes"},
	{"texts/fr/foreword.md", "Foreword.md", "front"},
	{"texts/fr/summary.md", "Chair's summary.md", "summary"},
	{"originals/chair-summary.pdf", "Chair’s summary.pdf", "summary"},
	{"texts/fr/background.md", "background.md", "introduction"},
	{"texts/fr/conclusions.md", "conclusions.md", "conclusions"},
}

// references and headings of texts lead to ids and files of the example, which a folder of mail has not.
var references = regexp.MustCompile(`\[@[^\]]*\]|\{#[^}]*\}|!\[[^\]]*\]\([^)]*\)`)

// receive lays files of the example into a folder.
func receive(t *testing.T, dir string, files ...received) {
	t.Helper()
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join("starter", filepath.FromSlash(f.from)))
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(f.from) == ".md" {
			data = references.ReplaceAll(data, []byte("x"))
		}
		put(t, dir, f.name, string(data))
	}
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

// imported runs a command and gives what it said.
func imported(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, said bytes.Buffer
	if code := run(append(args, "--lang", "en"), streams{&out, &said}); code != want {
		t.Fatalf("%q: exit code %d\n%s", args, code, said.String())
	}
	return out.String() + said.String()
}

// guessed lists, for each path that a manifest names, the delegation of the statement or the key that it stands under.
func guessed(n *yaml.Node, key, delegation string, found map[string]string) {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "speaker" {
				speaker := n.Content[i+1] // a name alone is the delegation's
				if len(speaker.Content) > 0 {
					speaker = speaker.Content[len(speaker.Content)-1]
				}
				delegation = speaker.Value
			}
		}
	}
	for i, c := range n.Content {
		inner := key
		if n.Kind == yaml.MappingNode && i%2 == 1 {
			switch name := n.Content[i-1].Value; name {
			case "id", "title", "text", "original", "originals", "file", "language", "kind", "statements", "sessions":
			default:
				inner = name
			}
		}
		guessed(c, inner, delegation, found)
	}
	if n.Kind == yaml.ScalarNode && path.Ext(n.Value) != "" {
		found[n.Value] = key
		if delegation != "" {
			found[n.Value] = delegation
		}
	}
}

// TestImport makes a report of a folder as it is after a conference: every file finds its place, whose it is, and its
// text or original; a line a statement at most is left to write; then the report is built.
func TestImport(t *testing.T) {
	dir := t.TempDir()
	receive(t, dir, inbox...)
	put(t, dir, "Session 3 - Capacity/statement Kenya.md", "An older text.\n")
	put(t, dir, "Session 3 - Capacity/intervention_russie_v1.md", "An older text.\n")
	receive(t, dir, received{from: "originals/kenya.pdf", name: "Session 3 - Capacity/kenya again.pdf"})
	for _, name := range []string{"~$x.docx", "Thumbs.db", ".DS_Store"} {
		put(t, dir, "Closing/"+name, "x")
	}
	put(t, dir, "letter.msg", "\xd0\xcf\x11\xe0")
	put(t, dir, "old.doc", "\xd0\xcf\x11\xe0")
	said := imported(t, made, "import", dir)
	for _, want := range []string{"statement Kenya.md is not taken: ", "russie_v1.md is not taken: ",
		"kenya again.pdf is not taken", "Closing/.DS_Store, Closing/Thumbs.db, Closing/~$x.docx",
		"letter.msg is not taken", "Word Document (.docx)"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	manifest := filepath.Join(dir, defaultManifest)
	text, statements := readManifest(t, manifest, inbox)
	if marked := strings.Count(text, `role: "?"`); marked > statements {
		t.Errorf("%d lines are left to write for %d statements", marked, statements)
	}
	if said = imported(t, mend, "check", manifest); !strings.Contains(said, "in line 3, 5, ") ||
		!strings.Contains(said, "date is still to be written") {
		t.Errorf("check says\n%s", said)
	}
	text = strings.Replace(text, `date: "?"`, "date: 2012-03-01", 1)
	put(t, dir, defaultManifest, text)
	imported(t, made, "build", manifest, "--out", filepath.Join(dir, "dist"))
	imported(t, made, "verify", filepath.Join(dir, "dist", "report.pdf"))
	if said = imported(t, made, "import", dir); !strings.Contains(said, "Nothing new") {
		t.Errorf("what was built is taken for new:\n%s", said)
	}
}

// readManifest compares what a manifest says of files with what they are, and counts its statements.
func readManifest(t *testing.T, manifest string, files []received) (text string, statements int) {
	t.Helper()
	data, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	guessed(&root, "", "", found)
	for _, f := range files {
		if found[f.name] != f.is {
			t.Errorf("%s: %q, want %q", f.name, found[f.name], f.is)
		}
	}
	text = string(data)
	return text, strings.Count(text, "speaker:")
}

// TestImportAgain: what an editor wrote stays byte for byte; what came since is added where it belongs, an original to
// the statement that had none among it; a file that was put aside by a comment stays aside.
func TestImportAgain(t *testing.T) {
	dir := t.TempDir()
	receive(t, dir, inbox[2], inbox[8], inbox[32], inbox[36]) // Norway, Spain, Jordan, the programme
	imported(t, made, "import", dir)
	file := filepath.Join(dir, defaultManifest)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(data),
		`role: "?", delegation: norway`, `role:   Minister,   delegation: norway`, 1)
	edited = strings.Replace(edited, "sessions:", "# put aside: Closing/EU.md\n\nsessions:   # in their order", 1) +
		"\n# the end, without a line feed"
	put(t, dir, defaultManifest, edited)
	receive(t, dir, inbox[3], inbox[13], inbox[14], inbox[30], inbox[34], inbox[18], inbox[38])
	if said := imported(t, made, "import", dir); strings.Contains(said, "is not added") {
		t.Error(said)
	}
	want := []received{inbox[2], inbox[3], inbox[8], inbox[13], inbox[14], inbox[18], inbox[30], inbox[32], inbox[38]}
	text, _ := readManifest(t, file, append(want, received{name: "Closing/EU.md"}))
	kept(t, edited, text)
	if strings.Count(text, "original: 01 Opening/NOR_statement_EN.pdf") != 1 {
		t.Errorf("Norway's original is not where its text is:\n%s", text)
	}
	imported(t, made, "import", dir)
	if again, _ := readManifest(t, file, nil); again != text {
		t.Errorf("the third import changes\n%s\ninto\n%s", text, again)
	}
}

// TestImportByHand: what belongs into a statement that stands in braces is told with what to write there, and a version
// that is newer than what the manifest names.
func TestImportByHand(t *testing.T) {
	dir := t.TempDir()
	receive(t, dir, received{inbox[2].from, "texts/norway.md", ""}, received{inbox[3].from, "norway.pdf", ""},
		received{inbox[18].from, "texts/kenya_v1.md", ""})
	put(t, dir, "texts/kenya_v2.md", "Mr. Chair, Kenya thanks you.\n")
	manifest := "rapporteur: 1\nreport: {title: T, language: en, date: 2012-01-01}\nsessions:\n  - id: opening\n" +
		"    title: Opening\n    statements:\n      - {id: norway, speaker: Norway, text: texts/norway.md}\n" +
		"      - {id: kenya, speaker: Kenya, text: texts/kenya_v1.md}\n"
	put(t, dir, defaultManifest, manifest)
	said := imported(t, made, "import", dir)
	for _, want := range []string{"at norway: original: norway.pdf",
		"texts/kenya_v2.md seems to be a newer version of texts/kenya_v1.md", "Nothing new"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	if text, _ := readManifest(t, filepath.Join(dir, defaultManifest), nil); text != manifest {
		t.Errorf("the manifest became\n%s", text)
	}
	imported(t, mend, "import", dir, "--strict")
}

// TestImportExample: the example names all that lies in its folder, and nothing is added to it or told.
func TestImportExample(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "example")
	imported(t, made, "new", dir)
	if said := imported(t, made, "import", dir, "--strict"); !strings.HasPrefix(said, "Nothing new: ") {
		t.Error(said)
	}
}

// kept reports whether all lines of a text stand in another, in their order.
func kept(t *testing.T, old, now string) {
	t.Helper()
	rest := strings.SplitAfter(now, "\n")
	for _, line := range strings.SplitAfter(old, "\n") {
		i := slices.IndexFunc(rest, func(l string) bool {
			return strings.TrimSuffix(l, "\n") == strings.TrimSuffix(line, "\n")
		})
		if i < 0 {
			t.Fatalf("the line %q is gone from\n%s", line, now)
		}
		rest = rest[i+1:]
	}
}

// TestImportRefuses: a folder with nothing in it, none at all, and a manifest that is none.
func TestImportRefuses(t *testing.T) {
	dir := t.TempDir()
	imported(t, misused, "import")
	for _, c := range []struct{ dir, says string }{{dir, "nothing in"}, {filepath.Join(dir, "none"), "not a folder"}} {
		if said := imported(t, mend, "import", c.dir); !strings.Contains(said, c.says) {
			t.Error(said)
		}
	}
	receive(t, dir, inbox[2])
	for broken, says := range map[string]string{"a: [": "cannot be read", "- x\n": "cannot be read",
		"rapporteur: 1\nsessions: []\n": "write in the manifest yourself: "} {
		put(t, dir, defaultManifest, broken)
		var out, said bytes.Buffer
		run([]string{"import", dir, "--lang", "en"}, streams{&out, &said})
		if data, err := os.ReadFile(filepath.Join(dir, defaultManifest)); err != nil || string(data) != broken {
			t.Errorf("%q became %q (%v)", broken, data, err)
		}
		if !strings.Contains(said.String(), says) {
			t.Errorf("%q: %s", broken, said.String())
		}
	}
}
