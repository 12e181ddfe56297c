package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"regexp"
	"strings"
)

// mime reads a message of RFC 5322 and what MIME has put into it (RFC 2045, RFC 2183).
func (r *reader) mime(data []byte, depth int) (*Message, error) {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), "\r\n")
	if line, rest, _ := bytes.Cut(data, []byte("\n")); bytes.HasPrefix(line, []byte("From ")) {
		data = rest // of a mailbox
	}
	read, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if read.Header.Get("From") == "" && read.Header.Get("Subject") == "" && read.Header.Get("Content-Type") == "" {
		return nil, errors.New("no sender and no subject")
	}
	m := r.heard(decodedWords(read.Header.Get("Subject")), decodedWords(read.Header.Get("From")))
	return m, r.part(header(read.Header), read.Body, depth)
}

// header is what stands before a part.
type header map[string][]string

func (h header) get(key string) string {
	if list := h[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// part reads a part of a message: its files, and those of the parts within.
func (r *reader) part(h header, body io.Reader, depth int) error {
	if depth > maxNested {
		return ErrTooMuch
	}
	kind, of := mediaType(h.get("Content-Type"), "text/plain")
	disposition, with := mediaType(h.get("Content-Disposition"), "inline")
	name := decodedWords(with["filename"])
	if name == "" {
		name = decodedWords(of["name"])
	}
	body = io.LimitReader(transferred(body, h.get("Content-Transfer-Encoding")), r.left+1)
	switch {
	case strings.HasPrefix(kind, "multipart/") && of["boundary"] != "":
		return r.parts(body, of["boundary"], depth)
	case disposition != "attachment" && name == "" && strings.HasPrefix(kind, "text/"):
		return r.said(kind, of["charset"], body)
	case picture(kind, name) && r.shows(h.get("Content-Id"), name, disposition):
		r.inline++
		return nil
	}
	data, err := io.ReadAll(body)
	if len(data) == 0 {
		return err
	}
	return errors.Join(r.attached(name, kind, data, depth), err)
}

// signedShape is what mail programs call the pictures of signatures.
var signedShape = regexp.MustCompile(`(?i)^(image|img|oledata|logo)[-_ ]?\d*\.(png|jpe?g|gif|bmp|emz|wmz|mso)$`)

// said reads the words of the message itself, and the pictures that it shows among them.
func (r *reader) said(kind, charset string, body io.Reader) error {
	data, err := io.ReadAll(body)
	switch kind {
	case "text/html":
		for _, m := range shownShape.FindAllSubmatch(data, -1) {
			r.shown[string(m[1])] = true
		}
		r.own.addPage(inCharset(data, charset))
	case "text/plain":
		r.own.addPlain(inCharset(data, charset))
	}
	return err
}

// shownShape is how the text of a message names a picture that it shows (RFC 2392).
var shownShape = regexp.MustCompile(`(?i)cid:([^"'\s>)]+)`)

// shows reports whether a picture is one of the message's own, as that of a signature is, and no file that was attached
// to it: programs mark these in more than one way.
func (r *reader) shows(id, name, disposition string) bool {
	id = strings.Trim(id, "<> ")
	return id != "" && (disposition != "attachment" || r.shown[id] || signedShape.MatchString(name))
}

// picture reports whether a part is a picture, by its type or its name.
func picture(kind, name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emz", ".wmz":
		return true
	}
	return strings.HasPrefix(kind, "image/")
}

// ErrCut is that of a message of which the end is lost.
var ErrCut = errors.New("it ends before its end")

// parts reads the parts of a multipart.
func (r *reader) parts(body io.Reader, boundary string, depth int) error {
	data, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	whole := bytes.Contains(data, []byte("--"+boundary+"--"))
	parts := multipart.NewReader(bytes.NewReader(data), boundary)
	for n := 0; ; n++ {
		p, err := parts.NextRawPart()
		switch {
		case errors.Is(err, io.EOF) && !whole:
			return ErrCut
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case n > maxFiles:
			return ErrTooMuch
		}
		if err := r.part(header(p.Header), p, depth+1); err != nil && !whole {
			return errors.Join(ErrCut, err)
		} else if err != nil {
			return err
		}
	}
}

// mediaType reads a type, or a disposition, and its parameters, as far as they can be read.
func mediaType(value, usual string) (kind string, with map[string]string) {
	kind, with, err := mime.ParseMediaType(value)
	if err != nil && kind == "" {
		kind, _, _ = strings.Cut(value, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
	}
	if kind == "" {
		kind = usual
	}
	if with == nil {
		with = map[string]string{}
	}
	return kind, with
}

// transferred undoes the encoding in which a part was transferred.
func transferred(body io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &sixBits{from: body})
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// sixBits leaves of a text what is of base64: mail programs break its lines, and some leave the padding away.
type sixBits struct {
	from io.Reader
	n    int // characters so far, modulo 4
	end  bool
}

// Read implements io.Reader.
func (s *sixBits) Read(p []byte) (int, error) {
	if s.end {
		return s.padded(p)
	}
	n, err := s.from.Read(p)
	kept := 0
	for _, c := range p[:n] {
		if c == '+' || c == '/' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			p[kept] = c
			kept++
		}
	}
	s.n = (s.n + kept) % 4
	if errors.Is(err, io.EOF) {
		s.end, err = true, nil
	}
	return kept, err
}

// padded gives the padding that belongs at the end.
func (s *sixBits) padded(p []byte) (n int, err error) {
	if s.n == 0 {
		return 0, io.EOF
	}
	for ; s.n != 0 && n < len(p); s.n = (s.n + 1) % 4 {
		p[n] = '='
		n++
	}
	return n, nil
}
