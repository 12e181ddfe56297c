package unit

import (
	"cmp"
	"maps"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pattern"
	"rapporteur/sources/pdf"
)

// Attachment is a file that is embedded in the report: one that was attached to an original, or the original itself.
// The linker writes its file specification, for that says whose it is.
type Attachment struct {
	Stream       int    // local number of the embedded file's stream
	Page         int    // of the unit: the page that it is associated with (ISO 32000-2, 14.13)
	Marked       bool   // an annotation of that page bears it; else it belongs to the original as a whole
	Whole        bool   // it is the original itself, as it was received
	Name         string // without folders, never empty
	Description  string // as the original has it
	MIME         string
	Relationship string // AFRelationship (ISO 19005-3, 6.8)
	Size         int64  // in bytes
	SHA256       string // hexadecimal
}

const (
	// maxAttachments of one original: a portfolio of a delegation has some dozen files.
	maxAttachments = 1000
	// maxAttached is the most bytes of one attachment, decoded; maxAttachedAll those of all of an original, however
	// often the same ones are named. Small data that decode to more are made to do harm.
	maxAttached    = 256 << 20
	maxAttachedAll = 1 << 30
	// maxPackedRatio is how much larger than its data an attachment may be that is larger than freeOfRatio: tables and
	// texts become ten times as large, seldom more than fifty.
	maxPackedRatio = 200
	freeOfRatio    = 16 << 20
	// maxAttachedName in bytes: file systems take 255.
	maxAttachedName = 200
	// maxDescription in characters: it is one line of a reader's panel.
	maxDescription = 500
)

// attaching is what is known of the attachments of an original while its unit is made.
type attaching struct {
	seen    map[attachedAs]int // index into the unit's attachments; gone where it was left out
	named   map[attachedAs]bool
	streams map[int]embeddedAs // by the numbers of their streams there
	left    int64              // bytes that may still be decoded
}

// attachedAs is a file of an original, by its stream and name, and the page that bears its mark, from 1; 0 where none
// does.
type attachedAs struct {
	stream int
	name   string
	page   int
}

// embeddedAs is a stream of an original that holds a file: its number in the unit, and the type that it says.
type embeddedAs struct {
	number int
	mime   string
}

// attach takes the file of a file specification, and gives its index; false where it embeds none, or one that is left
// out, which is told. key is what it is filed under, page its page in the original, -1 for none; marked says that an
// annotation bears it.
func (s *source) attach(spec types.Object, key []byte, page int, marked bool) (int, bool) {
	a, f := &s.attaching, s.original
	e, ok := s.doc.Embedded(spec)
	if !ok || !s.spend() {
		return 0, false
	}
	name := attachedName(e.Name)
	if name == "" {
		name = attachedName(path.Base(pdf.Text(key)))
	}
	as := attachedAs{stream: e.Stream, name: name}
	if marked && page >= 0 {
		as.page = f.selected[s.firstOf(page)] + 1
	}
	if i, known := a.seen[as]; known {
		return i, i != gone
	}
	if len(s.u.Attachments) >= maxAttachments {
		f.findings.add(AttachmentsMany, "", page)
		return 0, false
	}
	if a.seen == nil {
		a.seen, a.named, a.streams, a.left = map[attachedAs]int{}, map[attachedAs]bool{}, map[int]embeddedAs{}, maxAttachedAll
	}
	a.seen[as], a.named[attachedAs{stream: e.Stream, name: name}] = gone, true
	t := Attachment{Page: max(as.page-1, 0), Marked: as.page > 0, Name: name, Description: oneLine(e.Description),
		MIME: mimeOf(e.MIME, name), Relationship: relationship(e.Relationship)}
	if name == "" {
		t.Name = "attachment" + endingOf(t.MIME)
	}
	if !s.embed(&t, e, page) {
		return 0, false
	}
	if name == "" {
		f.findings.add(AttachmentNameless, t.Name, page)
	}
	i := len(s.u.Attachments)
	s.u.Attachments = append(s.u.Attachments, t)
	a.seen[as] = i
	return i, true
}

// embed takes an attachment's stream, and completes what is said of it. It is false where the file is left out.
func (s *source) embed(t *Attachment, e pdf.Embedded, page int) bool {
	a, found := &s.attaching, &s.original.findings
	leave := func(code, why string) bool {
		found.add(code, t.Name, page).Why = why
		return false
	}
	v, ok := s.doc.Resolve(s.doc.Object(e.Stream)).(types.StreamDict)
	switch {
	case !ok:
		return leave(AttachmentBroken, "missing")
	case v.Dict["F"] != nil:
		return leave(AttachmentBroken, "elsewhere")
	case s.doc.Keyless():
		return leave(AttachmentBroken, "password")
	}
	p := newProbe(t.Name)
	most := max(freeOfRatio, maxPackedRatio*int64(len(v.Raw)))
	n, plain, err := s.doc.Copy(p, v, min(maxAttached, a.left, most))
	a.left -= n
	switch {
	case err == pdf.ErrTooLong:
		return leave(AttachmentBroken, "too-large")
	case err != nil:
		return leave(AttachmentBroken, "damaged")
	}
	if kind := p.kind(s.work.ctx, s.options.depth); kind != "" {
		if !s.options.TakeActive {
			return leave(AttachmentExecutable, kind)
		}
		leave(AttachmentAccepted, kind)
	}
	t.Size, t.SHA256 = p.size, p.sum()
	if first, known := a.streams[e.Stream]; known { // under another name: what it is, its one stream says
		t.Stream, t.MIME = first.number, first.mime
		return true
	}
	t.Stream = s.u.alloc()
	a.streams[e.Stream] = embeddedAs{t.Stream, t.MIME}
	dict := embeddedFile(t, p.md5.Sum(nil), e.Created, e.Modified)
	if plain {
		if s.doc.Name(v.Dict["Filter"]) != "" || len(s.doc.Array(v.Dict["Filter"])) > 0 {
			dict.add(flate)
		}
		s.putStream(t.Stream, dict, v)
		return true
	}
	// Not every reader takes the filters, or the data, as they stand; and PDF/A forbids some (ISO 19005-3, 6.1.7.2).
	data, err := s.doc.Decode(v, maxAttached)
	if err != nil {
		return leave(AttachmentBroken, "damaged")
	}
	dict.add(flate)
	s.u.putStream(t.Stream, dict, Pack(data))
	return true
}

// embeddedFile is the dictionary of an embedded file's stream, but for its filter (ISO 32000-1, 7.11.4; PDF/A-3 wants
// the type, ISO 19005-3, 6.8). Dates are as the original has them.
func embeddedFile(t *Attachment, md5 []byte, created, modified string) Piece {
	var p Piece
	p.add("/Type/EmbeddedFile/Subtype")
	p.name(t.MIME)
	p.add("/Params<</Size ")
	p.int(int(t.Size))
	p.string("CheckSum", md5)
	for _, d := range []struct{ key, value string }{{"CreationDate", created}, {"ModDate", modified}} {
		if aDate.MatchString(d.value) {
			p.string(d.key, []byte(d.value))
		}
	}
	p.add(">>")
	return p
}

var aDate = pattern.Of(`^D:[0-9]{4,14}(Z|[+-][0-9]{2}('[0-9]{2}'?)?)?$`)

// associated takes the files that are associated with something that is taken (ISO 32000-2, 14.13), unless they are
// taken already. It is false where none of list embeds a file.
func (s *source) associated(list types.Object, page int) bool {
	var specs types.Array
	switch v := s.doc.Resolve(list).(type) {
	case types.Array:
		specs = v
	case types.Dict:
		specs = types.Array{v}
	}
	any := false
	for _, o := range specs {
		e, ok := s.doc.Embedded(o)
		if !ok || !s.spend() {
			continue
		}
		any = true
		if !s.attaching.named[attachedAs{stream: e.Stream, name: attachedName(e.Name)}] {
			s.attach(o, nil, page, false)
		}
	}
	return any
}

// attachment gives a file attachment's mark the file that is taken. Where it is left out, the mark stays, its look and
// its words, as a stamp: one that named a file which is not there would be no archive's (ISO 19005-3, 6.8).
func (s *source) attachment(t types.Dict, page int) {
	if i, ok := s.attach(t["FS"], nil, page, true); ok {
		t["FS"] = symbol{FileSpec, i}
		return
	}
	if e, ok := s.doc.Embedded(t["FS"]); !ok { // the mark of a file that did not come with the original
		why := "elsewhere"
		if e.Name == "" {
			why = "missing"
		}
		s.original.findings.add(AttachmentBroken, cmp.Or(attachedName(e.Name), "attachment"), page).Why = why
	}
	delete(t, "FS")
	delete(t, "Name")
	t["Subtype"] = types.Name("Stamp")
}

// filed is a dictionary without the file that it embeds, if it does: whatever leads to a file specification, the file
// is attached as all others are, or left out as they are.
func (s *source) filed(d types.Dict) types.Dict {
	if d["EF"] == nil || s.original == nil {
		return d
	}
	e, ok := s.doc.Embedded(d)
	if !ok || e.Stream == 0 {
		return d
	}
	s.associated(d, -1)
	return withoutFile(d)
}

func withoutFile(spec types.Dict) types.Dict {
	spec = maps.Clone(spec)
	delete(spec, "EF")
	delete(spec, "RF")
	return spec
}

// attachedName makes a name safe to show and to write: without folders, signs that steer and signs that turn the text
// around, which hide what a name ends in.
func attachedName(name string) string {
	name = strings.Map(func(r rune) rune {
		const joiner, nonJoiner = 0x200D, 0x200C // letters of Persian and others need them
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != joiner && r != nonJoiner || r == utf8.RuneError ||
			unicode.Is(unicode.Zl, r) {
			return -1
		}
		return r
	}, name)
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.TrimSpace(name)
	if strings.Trim(name, ". ") == "" {
		return ""
	}
	if len(name) > maxAttachedName {
		end := path.Ext(name)
		if len(end) > 20 {
			end = ""
		}
		name = strings.ToValidUTF8(name[:maxAttachedName-len(end)], "") + end
	}
	return name
}

// oneLine makes words fit for one line of a reader's panel.
func oneLine(words string) string {
	blank := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	words = strings.Join(strings.FieldsFunc(words, blank), " ")
	for at, n := range runesOf(words) {
		if n == maxDescription {
			return words[:at] + "…"
		}
	}
	return words
}

// runesOf counts the characters of a text by where they begin.
func runesOf(words string) func(yield func(at, n int) bool) {
	return func(yield func(at, n int) bool) {
		n := 0
		for at := range words {
			if !yield(at, n) {
				return
			}
			n++
		}
	}
}

// relationship is an AFRelationship that the standard knows.
func relationship(name string) string {
	switch name {
	case "Source", "Data", "Alternative", "Supplement":
		return name
	}
	return "Unspecified"
}
