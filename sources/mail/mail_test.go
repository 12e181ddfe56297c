package mail

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pdf is what is attached in the tests: with bytes that no text has.
var pdf = []byte("%PDF-1.7\n\x00\xff\r\n statement")

// lines are base64 as mail programs write it.
func lines(data []byte) string {
	s := base64.StdEncoding.EncodeToString(data)
	var b strings.Builder
	for len(s) > 20 {
		b.WriteString(s[:20] + "\r\n")
		s = s[20:]
	}
	return b.String() + s + "\r\n"
}

// letter is a message of parts.
func letter(head string, parts ...string) string {
	return head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\nA " +
		"message.\r\n--=_b\r\n" +
		strings.Join(parts, "\r\n--=_b\r\n") + "\r\n--=_b--\r\n"
}

const (
	kenyas = "From: =?UTF-8?Q?Permanent_Mission_of_Kenya?= <mission@kenya.example>\r\n" +
		"Subject: =?windows-1252?Q?D=E9claration?= =?UTF-8?B?IGR1IEtlbnlh?=\r\nTo: a@b.example\r\n"
	note = "Content-Type: text/plain; charset=utf-8\r\n\r\nPlease find attached.\r\n"
)

func attachment(head string, data []byte) string {
	return head + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + lines(data)
}

// TestMIME: files are found wherever they stand, under the names that they were given, however those are written.
func TestMIME(t *testing.T) {
	within := letter("From: Norway <n@x.example>\r\nSubject: Norway\r\n", note,
		attachment("Content-Type: application/pdf; name=\"norway.pdf\"\r\nContent-Disposition: attachment", pdf))
	m, err := Read([]byte(letter(kenyas, note,
		attachment("Content-Type: application/pdf\r\nContent-Disposition: attachment;\r\n "+
			"filename*0*=UTF-8''D%C3%A9cla;"+
			"\r\n filename*1=\"ration.pdf\"", pdf),
		attachment("Content-Type: application/octet-stream; name=\"=?GB2312?B?t6LR1C5wZGY=?=\"\r\n"+
			"Content-Disposition: attachment", pdf),
		attachment("Content-Type: application/pdf\r\nContent-Disposition: attachment; "+
			"filename=\"..\\\\..\\\\a/b:c.pdf\"",
			pdf),
		attachment("Content-Type: application/pdf\r\nContent-Disposition: attachment", pdf),
		attachment("Content-Type: image/png; name=logo.png\r\nContent-ID: <logo>", []byte("\x89PNG")),
		"Content-Type: text/plain; name=\"text.txt\"\r\nContent-Transfer-Encoding: "+
			"quoted-printable\r\n\r\nCaf=C3=A9=\r\n.",
		attachment("Content-Type: application/octet-stream; name=Fwd.eml\r\nContent-Disposition: attachment",
			[]byte(strings.ReplaceAll(within, "=_b", "=_d"))),
		"Content-Type: message/rfc822\r\n\r\n"+strings.ReplaceAll(within, "=_b", "=_c"))))
	if err != nil || m.Broken {
		t.Fatal(err, m)
	}
	if m.Subject != "Déclaration du Kenya" || m.Sender != "Permanent Mission of Kenya <mission@kenya.example>" ||
		m.Inline != 1 {
		t.Errorf("%q from %q, %d pictures", m.Subject, m.Sender, m.Inline)
	}
	want := []File{{Name: "Déclaration.pdf"}, {Name: "发言.pdf"}, {Name: "b_c.pdf"}, {Name: "attachment.pdf"},
		{Name: "text.txt", Data: []byte("Café.")}, {Name: "norway.pdf", Subject: "Norway",
			Sender: "Norway <n@x.example>"}, {Name: "norway.pdf", Subject: "Norway",
			Sender: "Norway <n@x.example>"}}
	same(t, m, want)
}

// TestSignatures: the pictures of a signature are no attachments, however programs mark them; a scan that is attached
// is one.
func TestSignatures(t *testing.T) {
	html := "Content-Type: text/html\r\n\r\n<p>Dear all, <img src=\"cid:shown@x\"></p>"
	const png = "Content-Type: image/png; name=image001.png\r\n"
	for head, inline := range map[string]int{
		png + "Content-ID: <a>\r\nContent-Disposition: inline; filename=image001.png": 1,
		png + "Content-ID: <a>": 1,
		png + "Content-ID: <a>\r\nContent-Disposition: attachment; filename=image001.png":                 1,
		"Content-Type: image/png; name=page.png\r\nContent-Disposition: inline":                           0,
		"Content-Type: image/png; name=x.png\r\nContent-ID: <shown@x>\r\nContent-Disposition: attachment": 1,
		"Content-Type: application/octet-stream; name=a.png\r\nContent-ID: <a>\r\n" +
			"Content-Disposition: inline": 1,
		png + "Content-Disposition: attachment":                                                        0,
		"Content-Type: image/png; name=scan.png\r\nContent-ID: <a>\r\nContent-Disposition: attachment": 0,
	} {
		m, err := Read([]byte(letter(kenyas, note, html, attachment(head, []byte("\x89PNG")))))
		if err != nil || m.Inline != inline || len(m.Files) != 1-inline {
			t.Errorf("%q: %v, %+v", head, err, m)
		}
	}
}

// same compares the files of a message with those that it should have; where not said otherwise they hold pdf and are
// of the message itself.
func same(t *testing.T, m *Message, want []File) {
	t.Helper()
	if len(m.Files) != len(want) {
		t.Fatalf("%d files: %q", len(m.Files), m.Files)
	}
	for i, w := range want {
		f := m.Files[i]
		if w.Data == nil {
			w.Data = pdf
		}
		if w.Subject == "" {
			w.Subject, w.Sender = m.Subject, m.Sender
		}
		if f.Name != w.Name || string(f.Data) != string(w.Data) || f.Subject != w.Subject || f.Sender != w.Sender {
			t.Errorf("file %d is %+q, want %+q", i, f, w)
		}
	}
}

// TestBroken: what could be read of a message that breaks off is given; what is none is told.
func TestBroken(t *testing.T) {
	whole := letter(kenyas, note, attachment("Content-Type: application/pdf; name=a.pdf", pdf),
		attachment("Content-Type: application/pdf; name=b.pdf", pdf))
	m, err := Read([]byte(whole[:strings.Index(whole, "b.pdf")]))
	if err != nil || !m.Broken || !errors.Is(m.Cause, ErrCut) || m.Text != "Please find attached." ||
		len(m.Files) != 1 || m.Files[0].Name != "a.pdf" {
		t.Errorf("%+v, %v", m, err)
	}
	bare := strings.ReplaceAll(whole, "=\r\n", "\r\n") // without padding
	m, err = Read([]byte(bare))
	if err != nil || m.Broken || len(m.Files) != 2 || string(m.Files[1].Data) != string(pdf) {
		t.Errorf("%+v, %v", m, err)
	}
	empty := letter(kenyas, note, attachment("Content-Type: message/rfc822; name=a.msg", []byte("none")))
	if m, err := Read([]byte(empty)); err != nil || len(m.Files) != 1 || m.Files[0].Name != "a.msg" {
		t.Errorf("what is no message is lost: %+v, %v", m, err)
	}
	for _, none := range []string{"", "text", "Dear all,\n\nwords: these.\n", "%PDF-1.7", compoundHead} {
		if m, err := Read([]byte(none)); !errors.Is(err, ErrNoMessage) {
			t.Errorf("%q is %+v", none, m)
		}
	}
}

// TestHostile: what is nested without end, or too much, ends with what was read until then.
func TestHostile(t *testing.T) {
	nested := note
	for i := range 100 {
		nested = strings.ReplaceAll(letter(kenyas, note, "Content-Type: message/rfc822\r\n\r\n"+nested), "=_b",
			fmt.Sprintf("b%d-", i))
	}
	many := letter(kenyas, strings.Split(strings.Repeat("Content-Type: application/pdf; name=a.pdf\r\n\r\nx|",
		2*maxFiles), "|")...)
	inner := storageOf(t, "subject", "sender")
	inner.parts = append(inner.parts, part{name: "__attach_version1.0_#00000000", storage: true, parts: []part{
		{name: "__substg1.0_3701000D", storage: true, loop: true}}})
	for name, data := range map[string][]byte{"nested": []byte(nested), "many": []byte(many),
		"a message that holds itself": inner.file(t)} {
		m, err := Read(data)
		if err != nil || !m.Broken || len(m.Files) > maxFiles {
			t.Errorf("%s: %v, %v", name, m, err)
		}
	}
}

// TestLimits: as many parts, files and messages within messages as are allowed are read, and one more is too much; a
// part counts though nothing is in it, and a message though it is named again.
func TestLimits(t *testing.T) {
	parts := func(n int, words string) string {
		return letter(kenyas, slices.Repeat([]string{"Content-Type: application/pdf\r\n\r\n" + words}, n)...)
	}
	nested := func(deep int) string {
		m := kenyas + "\r\nwithin"
		for range deep {
			m = kenyas + "Content-Type: message/global\r\n\r\n" + m
		}
		return m
	}
	stored := func(n int) string {
		m := storageOf(t, "subject", "sender")
		for i := range n {
			within := storageOf(t, "within", "sender")
			within.name = "__substg1.0_3701000D"
			m.parts = append(m.parts, part{name: fmt.Sprintf("__attach_version1.0_#%08d", i), storage: true,
				parts: []part{within}})
		}
		return string(m.file(t))
	}
	for name, c := range map[string]struct {
		most, more string
		files      int
	}{
		"empty parts":     {parts(maxFiles+1, ""), parts(maxFiles+2, ""), 0},
		"files":           {parts(maxFiles, "x"), parts(maxFiles+1, "x"), maxFiles},
		"messages within": {nested(maxNested), nested(maxNested + 1), 0},
		"attachments":     {stored(2 * maxFiles), stored(2*maxFiles + 1), 0},
	} {
		if m, err := Read([]byte(c.most)); err != nil || m.Broken || len(m.Files) != c.files {
			t.Errorf("%s: %v, broken by %v, %d files", name, err, m.Cause, len(m.Files))
		}
		if m, err := Read([]byte(c.more)); err != nil || !errors.Is(m.Cause, ErrTooMuch) || len(m.Files) != c.files {
			t.Errorf("one more of %s: %v, broken by %v, %d files", name, err, m.Cause, len(m.Files))
		}
	}
}

// TestHeads: a message is one that says from whom it is, or about what, or what stands in it; which part is a message
// is said by its type or by its name.
func TestHeads(t *testing.T) {
	for _, head := range []string{"From: a@b.example", "Subject: a", "Content-Type: text/plain"} {
		if _, err := Read([]byte(head + "\r\n\r\nwords")); err != nil {
			t.Errorf("%q: %v", head, err)
		}
	}
	if m, err := Read([]byte("To: a@b.example\r\n\r\nwords")); !errors.Is(err, ErrNoMessage) {
		t.Errorf("one from nobody about nothing is %+v", m)
	}
	within := "Subject: within\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF"
	for head, subject := range map[string]string{"message/rfc822": "within", "message/global": "within",
		"application/octet-stream; name=a.MSG": "within", "application/octet-stream; name=a.eml": "within",
		"application/octet-stream; name=a.txt": "whole"} {
		m, err := Read([]byte(letter("Subject: whole\r\n", "Content-Type: "+head+"\r\n\r\n"+within)))
		if err != nil || len(m.Files) != 1 || m.Files[0].Subject != subject {
			t.Errorf("%q: %v, %+v", head, err, m)
		}
	}
	spoilt := "Content-Type: Application/PDF; name=\"a.pdf\r\nContent-Disposition: attachment; =\r\n\r\n%PDF"
	m, err := Read([]byte(letter(kenyas, spoilt)))
	if err != nil || len(m.Files) != 1 || m.Files[0].Name != "attachment.pdf" {
		t.Errorf("types that are not written well: %v, %+v", err, m)
	}
}

// TestSafeNames: no name leads out of a folder, or is one that some system does not take.
func TestSafeNames(t *testing.T) {
	for name, want := range map[string]string{"../../etc/passwd": "passwd.pdf", `C:\x\y.pdf`: "y.pdf",
		"CON.pdf": "attachmentCON.pdf",
		"":        "attachment.pdf", ".pdf": "pdf.pdf", "a\x00b\nc.pdf": "a b c.pdf", "cod\u202Efdp.exe": "cod fdp.exe",
		"a. .pdf": "a.pdf", strings.Repeat("я", 200) + ".docx": strings.Repeat("я", 80) + ".docx",
		"a\xff.pdf": "a_.pdf",
		"statement": "statement.pdf"} {
		if got := safeName(name, "application/pdf"); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(letter(kenyas, note, attachment("Content-Type: application/pdf; name=a.pdf", pdf))))
	f.Add(outlooks(f).file(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Read(data)
		if err != nil {
			return
		}
		for _, file := range m.Files {
			if file.Name == "" || strings.ContainsAny(file.Name, "/\\\x00") || file.Name[0] == '.' {
				t.Errorf("a file is called %q", file.Name)
			}
		}
	})
}
