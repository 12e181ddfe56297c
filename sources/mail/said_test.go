package mail

import "testing"

// TestSaid: what a message says itself is read in paragraphs: its plain text, or else the page that shows it, in any
// encoding.
func TestSaid(t *testing.T) {
	const page = "<html><head><style>p{}</style><title>no</title></head><body><!-- no --><p>Mr.&nbsp;Chair,<br>we " +
		"<b>th</b>ank\r\nyou.</p><div><div>Kenya &amp; Fiji</div></div></body></html>"
	const want = "Mr. Chair,\nwe thank you.\n\nKenya & Fiji"
	const head = "From: a@b.example\r\nSubject: Statement v. 2\r\n"
	for name, c := range map[string]struct{ message, want string }{
		"a page alone": {head + "Content-Type: text/html; charset=utf-8\r\n\r\n" + page, want},
		"both": {head + "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n" +
			"Content-Type: text/plain\r\n\r\n" +
			"Plain  words.\r\n \r\n\r\nMore.\r\n--x\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--x--\r\n",
			"Plain words.\n\nMore."},
		"an empty plain text": {head +
			"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\n \r\n--x\r\n" +
			"Content-Type: text/html\r\n\r\n" + page + "\r\n--x--\r\n", want},
		"of Windows": {head + "Content-Type: text/html; charset=windows-1252\r\n" +
			"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>D=E9l=E9gation</p>", "Délégation"},
		"of nobody": {head + "Content-Type: text/plain; charset=none\r\n\r\nD\xe9l\xe9gation", "Délégation"},
	} {
		m, err := Read([]byte(c.message))
		if err != nil || m.Text != c.want {
			t.Errorf("%s: %q, %v", name, m.Text, err)
		}
		if f := m.Own(); f.Name != "Statement v 2.txt" || string(f.Data) != c.want+"\n" {
			t.Errorf("%s: %q", name, f)
		}
	}
	outlook := storageOf(t, "", "Mission of Kenya")
	outlook.parts = append(outlook.parts, part{name: "__substg1.0_10130102",
		data: []byte("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><p>\xcc\xe8\xf0</p>")})
	m, err := Read(outlook.file(t))
	if err != nil || m.Text != "Мир" || m.Own().Name != "message.txt" {
		t.Errorf("of Outlook: %+v, %v", m, err)
	}
}
