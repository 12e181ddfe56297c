package gather

import (
	"strings"
	"testing"

	"rapporteur/report/states"
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
