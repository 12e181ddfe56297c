package gather

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/sources/diag"
)

// gathered lays files into a folder and gives the manifest made of it, and what was told, each as its code and file.
// list is as for Folder.
func gathered(t *testing.T, files map[string]string, list, existing string) (text, told string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var bag diag.Bag
	text, _, err := Folder(context.Background(), dir, list, existing, &bag)
	if err != nil && !errors.Is(err, ErrOtherwise) {
		t.Fatal(err)
	}
	if err != nil {
		t.Error(err)
	}
	var b strings.Builder
	for _, d := range bag.All() {
		b.WriteString(d.Code + " " + d.Args["file"] + "\n")
	}
	return text, b.String()
}

// holds reports each of the lines that a text does not have.
func holds(t *testing.T, text string, lines ...string) {
	t.Helper()
	for _, line := range lines {
		if !strings.Contains(text, line) {
			t.Errorf("%q does not stand in\n%s", line, text)
		}
	}
}

// TestUnknownLanguage: where no language is known, delegations have plain names, for no key of a mapping can be a `?`
// that the editor is told of.
func TestUnknownLanguage(t *testing.T) {
	text, _ := gathered(t, map[string]string{"Kenya.txt": "Yes.\n", "Norway.txt": "No.\n",
		"t.csv": "Session,Speaker,State\nA,Bob Foo,Lab\n"}, "", "")
	holds(t, text, `language: "?"`, "  kenya: {name: Kenya}\n", "  norway: {name: Norway}\n", "  lab: {name: Lab}\n")
	if strings.Contains(text, "?:") {
		t.Error(text)
	}
}

// TestUntitledSession: sessions without a title stand in the manifest as others do, also beside files that belong to
// none.
func TestUntitledSession(t *testing.T) {
	for name, data := range map[string]string{
		"t.csv": "Session,Time,Speaker\n,10:00,Bob Foo\n",
		"e.json": `{"results":[{"contributions":[{"title":"T","session":null,"startDate":{"date":"2011-09-19",` +
			`"time":"10:00:00"},"speakers":[{"first_name":"Bob","last_name":"Foo"}]}]}]}`,
	} {
		text, told := gathered(t, map[string]string{name: data, "Kenya.txt": "Yes.\n"}, "", "")
		holds(t, text, "speaker: {name: Bob Foo}", "text: Kenya.txt", "status: not-received")
		holds(t, told, "import-agenda "+name)
	}
}

// TestAgendaOfFolders: a table is followed also where files lie in folders, of its sessions or of other names; who sent
// nothing stands there; a second time nothing is added.
func TestAgendaOfFolders(t *testing.T) {
	files := map[string]string{
		"t.csv": "Session,Date,Speaker,State\nSession 1: Opening,2011-09-19,A. B.,Norway\n,,,Egypt\n" +
			"Capacity,2011-09-20,C. D.,Kenya\n,,,Norway\n,,,Chad\n",
		"01 Opening/Norway.txt": "One.\n", "01 Opening/Peru.txt": "Two.\n", "mail/Egypt.txt": "Three.\n",
		"Day two/Norway.txt": "Four.\n", "Day two/Kenya.txt": "Five.\n", "Day two/Mali.txt": "Six.\n",
	}
	for _, list := range []string{"", "t.csv"} {
		text, told := gathered(t, files, list, "")
		holds(t, told, "import-agenda t.csv")
		at := 0
		for _, line := range []string{`title: "Session 1: Opening"`, "date: 2011-09-19", "A. B.",
			"text: 01 Opening/Norway.txt",
			"text: mail/Egypt.txt", "text: 01 Opening/Peru.txt", "title: Capacity", "C. D.", "text: Day two/Kenya.txt",
			"text: Day two/Norway.txt", "delegation: chad", "status: not-received", "title: Day two",
			"text: Day two/Mali.txt"} {
			next := strings.Index(text[at:], line)
			if next < 0 {
				t.Fatalf("%q does not stand after what should be before it in\n%s", line, text)
			}
			at += next
		}
		again, _ := gathered(t, files, list, strings.Replace(text, "title: Capacity", "title: Capacities", 1))
		if strings.Count(again, "\n") != strings.Count(text, "\n") {
			t.Errorf("the second import adds to\n%s\nand makes\n%s", text, again)
		}
	}
}

// TestMessages: of messages that cannot be read it is said why, and of long ones that they say something themselves.
func TestMessages(t *testing.T) {
	const head = "From: a@b.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=xx\n\n" +
		"--xx\nContent-Type: text/plain\n\n"
	const attached = "" +
		"\n--xx\nContent-Type: text/plain; name=Kenya.txt\nContent-Disposition: attachment\n\nYes.\n--xx--\n"
	_, told := gathered(t, map[string]string{"a.eml": "Dear all,\n", "b.msg": "MZ",
		"c.eml": head + strings.Repeat("a word or two ", 20) + attached,
		"d.eml": head + "Attached." + strings.NewReplacer("Kenya", "Chad", "Yes", "No").Replace(attached)}, "", "")
	const want = "import-mail \nimport-mail-none a.eml\nimport-mail-none b.msg\nimport-mail-words c.eml\n"
	if told != want {
		t.Errorf("told is\n%s", told)
	}
}

// TestEvent: what an export of Indico says of the event stands in the manifest.
func TestEvent(t *testing.T) {
	text, _ := gathered(t, map[string]string{"Kenya.txt": "We agree.\n", "e.json": `{"results":` +
		`[{"title":"Law: a day",` +
		`"startDate":{"date":"2011-09-19","time":"09:00:00"},"endDate":{"date":"2011-09-20","time":"18:00:00"},` +
		`"location":"Geneva","room":"Room 7","contributions":[{"title":"T","session":"A","speakers":[` +
		`{"affiliation":"Kenya"}]}]}]}`}, "", "")
	holds(t, text, "title: \"Law: a day\"\n", "event:\n  from: 2011-09-19\n"+
		"  to: 2011-09-20\n  place: \"Room 7, Geneva\"\n"+
		"delegations:\n  kenya: ")
}
