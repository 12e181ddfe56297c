// Package mail reads messages as mail programs save them: .eml (RFC 5322, MIME) and Outlook's .msg (MS-OXMSG in a
// compound file, MS-CFB).
//
// From the bytes of a message, which anybody may have sent, into its subject, its sender and the files that are
// attached to it, those of messages within it among them. Not its task: what the files are, and where they go.
package mail

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrNoMessage says that a file is no message.
var ErrNoMessage = errors.New("no message")

// Message is a message that was read. Broken says that what follows of it could not be read.
type Message struct {
	Subject string
	Sender  string // the name and the address, as far as they are given
	Files   []File // attached to it, or to a message within it, in order
	Inline  int    // pictures that its text shows, which are not among them
	Text    string // what it says itself, in paragraphs with an empty line between two
	Broken  bool
	Cause   error // of what is broken: ErrCut, ErrTooMuch, or that something in it is not as it should be
}

// File is one that is attached. Name is without folders and never empty; Subject and Sender are those of the message
// within, where it stands in one.
type File struct {
	Name            string
	Data            []byte
	Subject, Sender string
}

const (
	maxNested = 8         // messages within messages, and multiparts within multiparts
	maxFiles  = 500       // of one message with all within
	maxBytes  = 512 << 20 // of all of them
	maxSaid   = 1 << 20   // of what a message of Outlook says itself
)

// ErrTooMuch ends the reading of a message that is made to do harm.
var ErrTooMuch = errors.New("more is nested or attached than any message has")

// Read reads a message. What was read of one that breaks off is given, and that it is broken.
func Read(data []byte) (*Message, error) {
	r := &reader{left: maxBytes, shown: map[string]bool{}}
	m, err := r.message(data, 0)
	if m == nil {
		return nil, fmt.Errorf("%w: %w", ErrNoMessage, err)
	}
	m.Files, m.Inline, m.Text, m.Broken, m.Cause = r.files, r.inline, r.own.text(), err != nil, err
	return m, nil
}

// reader reads a message with all within.
type reader struct {
	files   []File
	inline  int
	left    int64 // bytes that may still be attached
	looked  int   // attachments of Outlook's that were looked at
	subject string
	sender  string
	own     said
	shown   map[string]bool // pictures within the text, by their ids
}

// message reads a message of either kind. m is nil where it is none.
func (r *reader) message(data []byte, depth int) (m *Message, err error) {
	if depth > maxNested {
		return nil, ErrTooMuch
	}
	if bytes.HasPrefix(data, []byte(compoundHead)) {
		return r.outlook(data, depth)
	}
	return r.mime(data, depth)
}

// attached takes what is attached: a file, or a message, of which what is attached to it is taken.
func (r *reader) attached(name, kind string, data []byte, depth int) error {
	ending := strings.ToLower(path.Ext(name))
	if kind == "message/rfc822" || kind == "message/global" || ending == ".eml" || ending == ".msg" {
		subject, sender := r.subject, r.sender
		m, err := r.message(data, depth+1)
		r.subject, r.sender = subject, sender
		if m != nil || errors.Is(err, ErrTooMuch) {
			return err
		}
	}
	return r.take(name, kind, data)
}

// take notes an attached file. One without a name is called by its type.
func (r *reader) take(name, kind string, data []byte) error {
	r.left -= int64(len(data))
	if r.left < 0 || len(r.files) >= maxFiles {
		return ErrTooMuch
	}
	r.files = append(r.files, File{Name: safeName(name, kind), Data: data, Subject: r.subject, Sender: r.sender})
	return nil
}

// heard notes of whom a message is, and about what; those of messages within go to their files.
func (r *reader) heard(subject, sender string) *Message {
	r.subject, r.sender = oneLine(subject), oneLine(sender)
	return &Message{Subject: r.subject, Sender: r.sender}
}

// endings are those of files without a name, by their types.
var endings = map[string]string{"application/pdf": ".pdf", "application/msword": ".doc", "text/plain": ".txt",
	"application/rtf": ".rtf", "message/rfc822": ".eml", "image/png": ".png", "image/jpeg": ".jpg",
	"image/tiff": ".tif",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx"}

// unsafeShape is what names of files may not have on some system.
var unsafeShape = regexp.MustCompile(`[<>:"/\\|?*]`)

// reserved are names that Windows keeps for devices.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// maxName is how many bytes of a name are kept: file systems take 255.
const maxName = 160

// safeName is the name of a file as every system takes it.
func safeName(name, kind string) string {
	name = path.Base(strings.ReplaceAll(oneLine(name), `\`, "/"))
	name = strings.TrimLeft(unsafeShape.ReplaceAllString(name, "_"), ".~ ")
	end := path.Ext(name)
	if len(end) > 12 {
		end = ""
	}
	stem := strings.TrimRight(strings.TrimSuffix(name, end), ". ")
	for len(stem) > maxName || !utf8.ValidString(stem) {
		stem = stem[:len(stem)-1]
	}
	if end == "" || end == "." {
		end = endings[kind]
	}
	if stem == "" || reserved.MatchString(stem) {
		stem = "attachment" + strings.ReplaceAll(stem, ".", "_")
	}
	return stem + strings.TrimRight(end, " ")
}

// oneLine is a text without control characters, on one line.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "_"))
	return strings.Join(strings.Fields(s), " ")
}
