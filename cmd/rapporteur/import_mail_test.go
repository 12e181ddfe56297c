package main

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sentBy makes a message of what files of the example hold, under the names that somebody gave them.
func sentBy(t *testing.T, sender, subject string, files ...received) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("From: " + sender + "\r\nSubject: " + subject + "\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain\r\n\r\nPlease find " +
		"attached.\r\n")
	for _, f := range files {
		data := []byte("MZ")
		if f.from != "" {
			var err error
			if data, err = os.ReadFile(filepath.Join("starter", filepath.FromSlash(f.from))); err != nil {
				t.Fatal(err)
			}
		}
		if strings.HasSuffix(f.from, ".md") {
			data = references.ReplaceAll(data, []byte("x"))
		}
		b.WriteString("--xx\r\nContent-Type: application/octet-stream; name=\"" + f.name + "\"\r\n" +
			"Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
			base64.StdEncoding.EncodeToString(data) + "\r\n")
	}
	return b.String() + "--xx--\r\n"
}

// TestImportMail: what is attached to messages is taken, once; whose it is the message says where the files do not.
func TestImportMail(t *testing.T) {
	dir := filepath.Join(t.TempDir(), ".sent") // a folder that is hidden, and named
	put(t, dir, "Opening/mail 1.eml", sentBy(t, "Somebody <a@b.example>", "Kenya: statement",
		received{"originals/map.pdf",
			"scan.pdf", ""}, received{"", "install.exe", ""}, received{"originals/host-country.pdf", "scan.pdf", ""}))
	put(t, dir, "Opening/mail 2.eml", sentBy(t, "Mission of Spain <a@b.example>", "statement",
		received{"texts/spain.md",
			"text.md", ""}, received{"originals/spain.pdf", "scan.pdf", ""}))
	put(t, dir, "Opening/empty.eml", sentBy(t, "Mission of Spain <a@b.example>", "Greetings"))
	broken := sentBy(t, "Norway <a@b.example>", "statement", inbox[2], inbox[3])
	put(t, dir, "Opening/broken.eml", strings.Replace(broken[:len(broken)-5000], "01 Opening/", "", 2))
	said := imported(t, made, "import", dir)
	for _, want := range []string{"(messages: 3, files: 6)", "install.exe", "a report takes (“Greetings”)",
		"Opening/broken.eml: the message breaks off before its end"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	text, _ := readManifest(t, filepath.Join(dir, defaultManifest), []received{
		{name: "Opening/mail 1.eml attachments/scan.pdf", is: "kenya"},
		{name: "Opening/mail 2.eml attachments/text.md", is: "spain"},
		{name: "Opening/mail 2.eml attachments/scan.pdf", is: "spain"},
		{name: "Opening/broken.eml attachments/Norvège - déclaration.md", is: "norway"}})
	if strings.Count(text, "title: Opening\n") != 1 || strings.Count(text, "title:") > 3 {
		t.Errorf("the folders of messages are sessions:\n%s", text)
	}
	if _, err := os.Stat(filepath.Join(dir, "Opening", "mail 1.eml attachments", "install.exe")); err == nil {
		t.Error("a program was unpacked")
	}
	if err := os.Remove(filepath.Join(dir, "Opening", "mail 2.eml attachments", "scan.pdf")); err != nil {
		t.Fatal(err)
	}
	imported(t, made, "import", dir)
	if again, _ := readManifest(t, filepath.Join(dir, defaultManifest), nil); again != text {
		t.Errorf("the second import changes\n%s\ninto\n%s", text, again)
	}
	if _, err := os.Stat(filepath.Join(dir, "Opening", "mail 2.eml attachments", "scan.pdf")); err == nil {
		t.Error("what was taken away comes back")
	}
}

// TestImportMailItself: a message with nothing for a report beside it that says much is a statement itself, once.
func TestImportMailItself(t *testing.T) {
	dir := t.TempDir()
	head := "From: Somebody <a@b.example>\r\nSubject: "
	long := strings.Repeat("<p>Mr. Chair, the ocean is ours to keep, and no State can keep it alone.</p>", 10)
	put(t, dir, "Opening/1.eml", head+"Statement of Vanuatu\r\nContent-Type: text/html\r\n\r\n"+long)
	put(t, dir, "Opening/2.eml", head+"Kenya\r\nContent-Type: text/html\r\n\r\n<p>We will send ours tomorrow.</p>")
	chinese := strings.Repeat("主席先生，我国代表团感谢您召开这次会议。", 30)
	put(t, dir, "Opening/3.eml", head+"Fiji\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"+chinese)
	said := imported(t, made, "import", dir)
	for _, want := range []string{"taken as a statement (Statement of Vanuatu.txt)", "a report takes (“Kenya”)"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	text, _ := readManifest(t, filepath.Join(dir, defaultManifest), []received{
		{name: "Opening/1.eml attachments/Statement of Vanuatu.txt", is: "vanuatu"},
		{name: "Opening/3.eml attachments/Fiji.txt", is: "fiji"}})
	imported(t, made, "import", dir)
	if again, _ := readManifest(t, filepath.Join(dir, defaultManifest), nil); again != text {
		t.Errorf("the second import changes\n%s\ninto\n%s", text, again)
	}
}
