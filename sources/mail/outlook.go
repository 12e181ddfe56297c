package mail

import (
	"encoding/binary"
	"errors"
	"regexp"
	"strings"
)

// Properties of a message and of its attachments, by their numbers (MS-OXPROPS).
const (
	propSubject  = "0037"
	propSender   = "0C1A"
	propBody     = "1000"
	propPage     = "1013" // its words in HTML, as bytes or as text
	propAddress  = "5D01" // of SMTP
	propEmail    = "0C1F"
	propData     = "3701"
	propLongName = "3707"
	propName     = "3704"
	propShown    = "3001"
	propType     = "370E"
	propID       = "3712"
	// Numbers of properties of a fixed size, in the order of their bytes: type, number.
	propHidden = 0x7FFE000B
)

// storage is a message or an attachment in a compound file.
type storage struct {
	of      *compound
	entries []*entry
}

// outlook reads a message of Outlook.
func (r *reader) outlook(data []byte, depth int) (*Message, error) {
	c, err := openCompound(data)
	if err != nil {
		return nil, err
	}
	s := storage{c, c.children(&c.entries[0])}
	if s.find("__properties_version1.0") == nil {
		return nil, errors.New("no message of Outlook")
	}
	return r.stored(s, depth)
}

// stored reads a message from its storage.
func (r *reader) stored(s storage, depth int) (*Message, error) {
	sender := strings.TrimSpace(s.text(propSender) + " <" + s.text(propAddress, propEmail) + ">")
	m := r.heard(s.text(propSubject), strings.TrimSuffix(sender, " <>"))
	if depth > maxNested {
		return m, ErrTooMuch
	}
	r.own.addPlain(s.text(propBody))
	r.own.addPage(s.page())
	for _, e := range s.entries {
		if e.kind != aStorage || !strings.HasPrefix(e.name, "__attach_version1.0_") {
			continue
		}
		if err := r.stowed(storage{s.of, s.of.children(e)}, depth); err != nil {
			return m, err
		}
	}
	return m, nil
}

// stowed reads the storage of what is attached: a file, or a message.
func (r *reader) stowed(s storage, depth int) error {
	if r.looked++; r.looked > 2*maxFiles { // the same one may be named again and again
		return ErrTooMuch
	}
	if inner := s.find("__substg1.0_" + propData + "000D"); inner != nil && inner.kind == aStorage {
		within := storage{s.of, s.of.children(inner)}
		if within.find("__properties_version1.0") == nil {
			return nil // an object of another program
		}
		subject, sender := r.subject, r.sender
		_, err := r.stored(within, depth+1)
		r.subject, r.sender = subject, sender
		return err
	}
	kind := strings.ToLower(s.text(propType))
	if strings.HasPrefix(kind, "image/") && (s.hidden() || s.text(propID) != "" && s.text(propLongName) == "") {
		r.inline++
		return nil
	}
	e := s.find("__substg1.0_" + propData + "0102")
	if e == nil || e.size == 0 {
		return nil // a link to a file elsewhere
	}
	if r.left < int64(e.size) {
		return ErrTooMuch
	}
	data, err := s.of.stream(e)
	if err != nil {
		return err
	}
	return r.attached(s.text(propLongName, propName, propShown), kind, data, depth)
}

// find gives an entry by its name, however it is written; nil where there is none.
func (s storage) find(name string) *entry {
	for _, e := range s.entries {
		if strings.EqualFold(e.name, name) {
			return e
		}
	}
	return nil
}

// text gives the first of some properties that is a text, in UTF-16 or in one byte a character.
func (s storage) text(properties ...string) string {
	for _, p := range properties {
		for _, kind := range []string{"001F", "001E"} {
			e := s.find("__substg1.0_" + p + kind)
			if e == nil || e.kind != aStream || e.size > maxSaid {
				continue
			}
			data, err := s.of.stream(e)
			if err != nil {
				continue
			}
			text := eightBits(data)
			if kind == "001F" {
				text = wide(data)
			}
			if text = strings.Trim(text, "\x00 "); text != "" {
				return text
			}
		}
	}
	return ""
}

// page gives the words of a message as a page in HTML; "" where it has none.
func (s storage) page() string {
	e := s.find("__substg1.0_" + propPage + "0102")
	if e == nil || e.kind != aStream || e.size > maxSaid {
		return s.text(propPage)
	}
	data, err := s.of.stream(e)
	if err != nil {
		return ""
	}
	charset := ""
	if m := charsetShape.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		charset = string(m[1])
	}
	return inCharset(data, charset)
}

// charsetShape is where a page says in which encoding it is.
var charsetShape = regexp.MustCompile(`(?i)<meta[^>]*charset=["']?([A-Za-z0-9_-]+)`)

// hidden reports whether an attachment is shown in the text of its message, and not among the files.
func (s storage) hidden() bool {
	e := s.find("__properties_version1.0")
	if e == nil {
		return false
	}
	data, err := s.of.stream(e)
	const head, each = 8, 16 // of an attachment's properties (MS-OXMSG 2.4)
	for i := head; err == nil && i+each <= len(data); i += each {
		if binary.LittleEndian.Uint32(data[i:]) == propHidden {
			return data[i+8] != 0
		}
	}
	return false
}
