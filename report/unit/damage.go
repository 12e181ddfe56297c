package unit

import (
	"errors"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// damage notes what had to be mended before the file could be read, and pages that were not found.
func (f *findings) damage(doc *pdf.Document) {
	found, promised := len(doc.Pages()), doc.Count()
	if words := doc.Repaired(); len(words) > 0 {
		e := f.add(Repaired, strings.Join(words, ", "), -1)
		e.Count, e.Of = found, promised
	}
	switch {
	case promised > found:
		e := f.add(PagesLost, "", -1)
		e.Count, e.Of = found, promised
	case doc.PagesUnknown():
		e := f.add(PagesUnknown, "", -1)
		e.Count, e.Of = found, -1
	}
}

// inspection is how the data of an original's streams are looked at: each stream that is taken, to its end.
type inspection struct {
	sound   *pdf.Soundness
	left    int               // decoded bytes that may still be looked at
	content map[int]bool      // streams that are content of a page, of which page tells
	uses    map[int][]pdf.Use // what drawings ask for, by the object number of their streams
	pages   [][]pdf.Use       // what the content of each page of the unit asks for
}

const (
	// leastInspected are decoded bytes of a file of any size; a bomb is not followed any further.
	leastInspected = 128 << 20
	// inspectedPerByte is how much more there may be for each byte of the file: text takes a fifth when it is
	// compressed, a scan in black and white a thirtieth.
	inspectedPerByte = 16
)

func newInspection(file []byte, sound *pdf.Soundness) inspection {
	if sound == nil {
		sound = &pdf.Soundness{}
	}
	return inspection{sound: sound, left: leastInspected + inspectedPerByte*len(file), content: map[int]bool{},
		uses: map[int][]pdf.Use{}}
}

// look tells of an original's stream whose data are damaged, and of a drawing that asks for what the file does not
// hold.
func (s *source) look(n int, v types.StreamDict) {
	if s.original == nil || s.inspect.content[n] || s.work.spent {
		return
	}
	k := kindOf(s.doc, v.Dict)
	if s.inspect.left <= 0 {
		s.original.findings.add(DataUnchecked, k, s.at)
		return
	}
	switch k {
	case "drawing":
		uses, err := s.asks(n, v)
		if resources := s.doc.Dict(v.Dict["Resources"]); resources != nil {
			s.missing(resources, uses)
		}
		s.tell(err, k)
	case "picture":
		size, err := s.check(v)
		s.tell(err, k)
		if err == nil || errors.Is(err, pdf.ErrTooLong) {
			s.oddPicture(v.Dict, size)
		}
	case "font":
		data, n, err := s.inspect.sound.Read(s.doc, v, max(s.inspect.left, 0))
		s.inspect.left -= n
		s.options.Programs.hold(s.doc, &v, data)
		s.tell(err, k)
	default:
		_, err := s.check(v)
		s.tell(err, k)
	}
}

// check looks at the data of a stream, and gives how many bytes they decode to.
func (s *source) check(v types.StreamDict) (int, error) {
	n, err := s.inspect.sound.Check(s.doc, v, max(s.inspect.left, 0))
	s.inspect.left -= n
	return n, err
}

// asks looks at the data of stream n, which holds content, and gives the resources that it asks for.
func (s *source) asks(n int, v types.StreamDict) ([]pdf.Use, error) {
	content, size, err := s.inspect.sound.CheckContent(s.doc, v, max(s.inspect.left, 0))
	s.inspect.left -= size
	if len(content.Uses) > 0 {
		s.inspect.uses[n] = content.Uses
	}
	if content.Vast {
		s.original.findings.add(PictureHuge, "", s.at)
	}
	return content.Uses, err
}

// tell notes what is wrong with the data of a stream.
func (s *source) tell(err error, kind string) {
	f := &s.original.findings
	switch {
	case errors.Is(err, pdf.ErrSum):
		f.add(SumWrong, kind, s.at)
	case errors.Is(err, pdf.ErrTooLong) && kind == "text":
		f.add(ContentLong, "", s.at)
	case errors.Is(err, pdf.ErrTooLong):
		f.add(DataUnchecked, kind, s.at)
	case !pdf.Undecodable(err):
	case kind == "text":
		f.add(ContentBroken, "", s.at)
	default:
		f.add(DataBroken, kind, s.at)
	}
}

// missing tells of resources that content asks for in vain.
func (s *source) missing(resources types.Dict, uses []pdf.Use) {
	for _, u := range s.doc.Missing(resources, uses) {
		s.original.findings.add(ResourceMissing, strings.ToLower(u.Category), s.at)
	}
}

// kindOf says what a stream is, by its dictionary.
func kindOf(doc *pdf.Document, d types.Dict) string {
	has := func(keys ...string) bool {
		for _, k := range keys {
			if d[k] != nil {
				return true
			}
		}
		return false
	}
	switch subtype := doc.Name(d["Subtype"]); {
	case subtype == "Form", has("PatternType"), has("BBox"):
		return "drawing"
	case subtype == "Image", has("Width") && has("Height"):
		return "picture"
	case has("Length1", "Length2", "Length3"), subtype == "Type1C", subtype == "CIDFontType0C", subtype == "OpenType":
		return "font"
	case has("CMapName") || doc.Name(d["Type"]) == "CMap":
		return "map"
	case has("N"), has("FunctionType"), has("ShadingType"):
		return "colour"
	}
	return "other"
}

// resourcesNowhere is the What of a page whose entry Resources leads to no dictionary: it is written as an empty one.
const resourcesNowhere = "resources-nowhere"

// odd tells of a page's boxes that make no sense, and writes what was made of them where readers would differ.
func (s *source) odd(p pdf.Page, d types.Dict, page int) {
	for _, o := range p.Odd {
		s.original.findings.add(BoxOdd, string(o), page)
		switch o {
		case pdf.BadCropBox, pdf.OutsideCropBox:
			delete(d, "CropBox")
		case pdf.BadOtherBox:
			for _, k := range []string{"BleedBox", "TrimBox", "ArtBox"} {
				if _, ok := s.doc.Rect(d[k]); !ok {
					delete(d, k)
				}
			}
		case pdf.BadRotate:
			d["Rotate"] = types.Integer(p.Rotate)
		case pdf.BadUserUnit:
			delete(d, "UserUnit")
		}
	}
}
