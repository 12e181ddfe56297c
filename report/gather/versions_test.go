package gather

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/states"
	"rapporteur/sources/diag"
)

// TestUnlike: two versions of a statement have much in common; what somebody says later has not, nor is it a version.
func TestUnlike(t *testing.T) {
	first := strings.Repeat("We thank the Chair for convening this meeting on the law of the sea. ",
		4) + "We shall sign."
	second := strings.Repeat("In reply to the previous speaker, no ship of ours was there on that day. ", 4)
	p := &states.Party{}
	file := func(head string, number int) *file {
		return &file{label: label{party: p, version: version{number: number}}, head: head}
	}
	if !sameButVersion(file(first, 1), file(first+" We have signed.", 2)) {
		t.Error("a version with one sentence more is another statement")
	}
	if sameButVersion(file(first, 1), file(second, 2)) {
		t.Error("another statement is a version")
	}
	if !sameButVersion(file("Draft.", 1), file(second, 2)) {
		t.Error("a draft of one word is another statement")
	}
}

// TestVersionsOfFolder: of versions and copies one is taken, and what may be another statement is taken too.
func TestVersionsOfFolder(t *testing.T) {
	words := strings.Repeat("We thank the Chair for convening this meeting on the law of the sea. ", 6)
	for _, c := range []struct {
		files map[string]string
		taken int
		told  string
	}{
		{map[string]string{"Kenya item 2.txt": words, "Kenya item 3 final.txt": words + "We agree."}, 2, ""},
		{map[string]string{"Reino Unido.txt": words, "UK.txt": words + "We agree."}, 2,
			"import-alike Reino Unido.txt\n"},
		{map[string]string{"Kenya.txt": words, "Kenya rev 12 March 2012.txt": words + "We agree.",
			"Kenya track changes 12 March 2012.txt": words + "Do we?"}, 1,
			"import-older Kenya track changes 12 March 2012.txt\nimport-older Kenya.txt\n"},
		{map[string]string{"Kenya.txt": words, "Copy of Kenya.txt": words}, 1, "import-twice Copy of Kenya.txt\n"},
	} {
		text, told := gathered(t, c.files, "", "")
		if strings.Count(text, "text: ") != c.taken || told != c.told {
			t.Errorf("told is\n%s of\n%s", told, text)
		}
	}
}

// TestTitles: a first page says on which item of the agenda a statement is; what is left of a file's name never stands
// for that where it is only about the file.
func TestTitles(t *testing.T) {
	text, _ := gathered(t, map[string]string{
		"Kenya final.txt":          "STATEMENT BY KENYA ON AGENDA ITEM 3\n\nMr. Chair, we agree.\n",
		"Norway track changes.txt": "Mr. Chair, we agree too.\n"}, "", "")
	holds(t, text, "title: STATEMENT BY KENYA ON AGENDA ITEM 3\n")
	if strings.Contains(text, "track changes\n    ") || strings.Count(text, "title: ") != 3 {
		t.Error(text)
	}
}

// TestDelegationsInBrackets: what cannot be added to them is told with the line to write.
func TestDelegationsInBrackets(t *testing.T) {
	const existing = "rapporteur: 1\nreport: {title: T, language: en, date: 2012-03-01}\n" +
		"delegations: {norway: {name: Norway}}\nsessions:\n  - id: a\n    title: A\n"
	text, told := gathered(t, map[string]string{"Kenya.txt": "We agree.\n", "Norway.txt": "So do we.\n"}, "", existing)
	holds(t, text, existing, "delegation: kenya}", "delegation: norway}")
	if told != "import-delegation \n" {
		t.Error(told)
	}
}

// TestWorth: of files that are the same the one is taken that the manifest names, then that whose name says whose it
// is, then the final one, then that which is no copy.
func TestWorth(t *testing.T) {
	known := func(file string) bool { return file == "a (2).md" }
	order := []string{"a (3).md", "a.md", "a final (2).md", "a final.md", "Kenya (2).md", "Kenya.md",
		"Kenya final (2).md", "Kenya final.md", "a (2).md"}
	for i := 1; i < len(order); i++ {
		if worth(filed(order[i-1], ""), known) >= worth(filed(order[i], ""), known) {
			t.Errorf("%s is worth no more than %s", order[i], order[i-1])
		}
	}
}

// TestDaysOfProgrammes: a day in figures has the day first, unless there is no such month.
func TestDaysOfProgrammes(t *testing.T) {
	w := &walker{languages: lang.Embedded()}
	for line, want := range map[string]string{"Monday, 19/9/2011": "2011-09-19", "9/19/2011": "2011-09-19",
		"12.11.2011": "2011-11-12", "12/13/2011": "2011-12-13", "on 2011-09-19": "2011-09-19",
		"Monday, 19 September 2011": "2011-09-19", "Hall 5": "", "": ""} {
		if got := w.day(line); got != want {
			t.Errorf("%q is %q, want %q", line, got, want)
		}
	}
}

// TestMeetings: sessions of one title are one on one day, and its first hour counts.
func TestMeetings(t *testing.T) {
	a := &agenda{}
	for _, m := range [][2]string{{"A", ""}, {"A", "2011-09-19T15:00"}, {"A", "2011-09-19T10:00"}, {"A", "2011-09-20"},
		{"B", "2011-09-19"}, {"A", "2011-09-20T09:00"}, {"A", "2011-09-19"}} {
		a.meeting(m[0], m[1])
	}
	const want = "2011-09-19T10:00 A\n2011-09-20T09:00 A\n2011-09-19 B\n"
	if got := a.written(); got != want {
		t.Errorf("the meetings are\n%s", got)
	}
}

// TestPicturesOfTexts: a picture that a text shows is no original, and what is counted is what is put in.
func TestPicturesOfTexts(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"Kenya.md": "Words. ![a map](map.png)\n", "map.png": "\x89PNG\r\n\x1a\n1",
		"Norway.png": "\x89PNG\r\n\x1a\n2", "Chad.md": "Words.\n", "Chad.pdf": "%PDF-1.7\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text, count, err := Folder(context.Background(), dir, "", "", new(diag.Bag))
	if err != nil || strings.Contains(text, "map.png") || count != (Count{Statements: 3, Files: 4}) {
		t.Errorf("%v: %+v of\n%s", err, count, text)
	}
	holds(t, text, "original: Norway.png", "text: Kenya.md", "text: Chad.md", "original: Chad.pdf")
}
