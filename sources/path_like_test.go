package sources

import (
	"context"
	"path/filepath"
	"testing"

	"rapporteur/sources/diag"
)

// TestTextsNamedLikeFiles: a few words that have the letters of a file's name are its path; a sentence is none, nor are
// words that no file is called by.
func TestTextsNamedLikeFiles(t *testing.T) {
	for text, want := range map[string]string{
		"Texts/Kenya statement":  "texts/kenya-statement.md",
		"kenya statement":        "texts/kenya-statement.md",
		"Kenya_Statement":        "texts/kenya-statement.md",
		"kenya statment":         "texts/kenya-statement.md",
		"'C:/texts/kenya'":       "?",
		"déclaration_norvège":    "declaration_norvege.docx",
		"other/kenya":            "?",
		"Kenya statement.":       "",
		"The statement of Kenya": "",
		"Norway agrees":          "",
	} {
		dir := t.TempDir()
		write(t, dir, "texts/kenya-statement.md", "Words.\n")
		write(t, dir, "declaration_norvege.docx", "PK")
		write(t, dir, "report.yaml", "rapporteur: 1\nreport: {title: T, language: en, date: 2012-03-01}\n"+
			"front:\n  - title: A\n    text: "+text+"\n")
		var bag diag.Bag
		Read(context.Background(), nil, filepath.Join(dir, "report.yaml"), six, &bag)
		got := ""
		for _, d := range bag.All() {
			if d.Code == "text-path" {
				if got = d.Args["nearest"]; got == "" {
					got = "?"
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
