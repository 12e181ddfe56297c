package mail

import (
	"html"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// said is what a message says itself. Most programs send it twice: as plain text, and as a page that shows it.
type said struct{ plain, shown string }

func (s *said) addPlain(text string) {
	s.plain = strings.TrimSpace(s.plain + "\n\n" + paragraphs(text))
}
func (s *said) addPage(text string) { s.shown = strings.TrimSpace(s.shown + "\n\n" + pageText(text)) }

// text gives it in paragraphs, with an empty line between two.
func (s *said) text() string {
	if s.plain != "" {
		return s.plain
	}
	return s.shown
}

var (
	unread = regexp.MustCompile(`(?is)<!--.*?-->|` +
		`<(?:style|script|head|title)\b.*?</(?:style|script|head|title)\s*>`)
	apart      = regexp.MustCompile(`(?i)</?(?:p|div|h[1-6]|li|ul|ol|tr|table|blockquote|pre|hr|body)\b[^>]*>`)
	lineEnds   = regexp.MustCompile(`(?i)<br\b[^>]*>`)
	marks      = regexp.MustCompile(`(?s)<[^>]*>`)
	manyBlanks = regexp.MustCompile(`\n(?:[ \t]*\n)+`)
)

// pageText gives the words of a page in HTML, in paragraphs.
func pageText(page string) string {
	page = strings.Join(strings.Fields(unread.ReplaceAllString(page, " ")), " ")
	page = apart.ReplaceAllString(lineEnds.ReplaceAllString(page, "\n"), "\n\n")
	return paragraphs(html.UnescapeString(marks.ReplaceAllString(page, "")))
}

// paragraphs divides a text by single empty lines, and leaves no white space at the ends of lines.
func paragraphs(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\ufeff", "").Replace(text)
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, oneLine(line))
	}
	return strings.TrimSpace(manyBlanks.ReplaceAllString(strings.Join(lines, "\n"), "\n\n"))
}

// inCharset reads a text in an encoding that it names; one that nobody knows, as Windows has it in the west.
func inCharset(data []byte, charset string) string {
	if e, err := htmlindex.Get(charset); err == nil {
		if decoded, err := e.NewDecoder().Bytes(data); err == nil {
			return string(decoded)
		}
	}
	return eightBits(data)
}

// Own gives what a message says itself as a file: a text named by its subject.
func (m *Message) Own() File {
	name := strings.ReplaceAll(m.Subject, ".", " ")
	if strings.TrimSpace(name) == "" {
		name = "message"
	}
	return File{Name: safeName(name+".txt", ""), Data: []byte(m.Text + "\n"), Subject: m.Subject, Sender: m.Sender}
}
