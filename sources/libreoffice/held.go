package libreoffice

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Seen is what a file has that its pages may not show as its author saw it.
type Seen struct {
	Linked int  // pictures and objects that stand elsewhere, and are not fetched
	Dated  bool // fields that show the day of printing, and cannot be held
}

const (
	mostPart     = 64 << 20 // of one part that is looked into, unpacked
	mostUnpacked = 2 << 30  // of a whole file, as it says itself: more is made to do harm
)

var errUnpacks = errors.New("it unpacks to more than any office file")

// hold gives a file as it is to be converted. Fields that would show the day of the conversion or the name of a
// temporary folder are made such that they keep what they showed when the file was saved, for that is what the
// delegation handed in. Nothing else of it is touched; what is no archive goes as it is.
func hold(data []byte) (held []byte, seen Seen, err error) {
	if bytes.HasPrefix(data, []byte("{\\rtf")) {
		return rtfField.ReplaceAll(data, []byte("${1}KEPT ${2}")), seen, nil
	}
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		seen.Dated = docField.Match(data)
		return holdDOC(data), seen, nil
	}
	var size uint64
	for _, f := range in.File {
		if size += f.UncompressedSize64; f.UncompressedSize64 > mostUnpacked || size > mostUnpacked {
			return nil, seen, errUnpacks
		}
	}
	held, err = holdParts(in, &seen)
	if errors.Is(err, errUnpacks) {
		return nil, seen, err
	}
	if held == nil { // nothing has to be held, or the archive is broken, which the program says
		held = data
	}
	return held, seen, nil
}

// holdParts gives an archive in which some parts are other than they were; nil where none has to be.
func holdParts(in *zip.Reader, seen *Seen) ([]byte, error) {
	var b bytes.Buffer
	out, changed := zip.NewWriter(&b), false
	for _, f := range in.File {
		now, err := holdPart(f, seen)
		switch {
		case err != nil:
			return nil, err
		case now == nil:
			err = out.Copy(f)
		default:
			changed = true
			err = write(out, f, now)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := out.Close(); err != nil || !changed {
		return nil, err
	}
	return b.Bytes(), nil
}

// write writes a part in the place of another.
func write(out *zip.Writer, f *zip.File, data []byte) error {
	w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// Fields of the formats, up to the word after which they are another.
var (
	slidePart  = regexp.MustCompile(`^ppt/.*\.xml$`)
	slideField = regexp.MustCompile(`(<a:fld [^>]*type=")(datetime)`)
	openPart   = regexp.MustCompile(`^(content|styles)\.xml$`)
	openField  = regexp.MustCompile(`<text:(?:date|time|file-name|author-name|author-initials|sender-[a-z-]+)\b[^>]*>`)
	openName   = regexp.MustCompile(`^<text:[a-z-]+`)
	openFixed  = regexp.MustCompile(` text:fixed="[^"]*"`)
	rtfField   = regexp.MustCompile(`(\\fldinst\s*(?:\{[^{}]*?)?\s)(` + heldFields + `)\b`)
	// docField begins a field of a Word Document of before 2007, in one byte a character or in two.
	docField = regexp.MustCompile(`\x13\x00?(?: \x00?)*(?:D\x00?A\x00?T\x00?E|T\x00?I\x00?M\x00?E)\x00? `)

	relationsPart = regexp.MustCompile(`^(word|ppt|xl)/.*_rels/.*\.rels$`)
	relationShape = regexp.MustCompile(`<Relationship [^>]*>`)
	outerShape    = regexp.MustCompile(`/(image|oleObject|video|audio|media)"`)
	outsideShape  = regexp.MustCompile(`TargetMode="External"`)
	openLink      = regexp.MustCompile(`<draw:(?:image|object|object-ole) [^>]*xlink:href="(?:[a-zA-Z]+:|/|\.\./)`)
)

// holders give the parts of their kind as they are to be converted, and note what they see.
var holders = map[*regexp.Regexp]func(data []byte, seen *Seen) []byte{
	slidePart: func(data []byte, _ *Seen) []byte { return slideField.ReplaceAll(data, []byte("${1}kept")) },
	openPart: func(data []byte, seen *Seen) []byte {
		seen.Linked += len(openLink.FindAll(data, -1))
		return openField.ReplaceAllFunc(data, func(tag []byte) []byte {
			name := openName.Find(tag)
			rest := openFixed.ReplaceAll(tag[len(name):], nil)
			return slices.Concat(name, []byte(` text:fixed="true"`), rest)
		})
	},
	relationsPart: func(data []byte, seen *Seen) []byte {
		for _, m := range relationShape.FindAll(data, -1) {
			if outerShape.Match(m) && outsideShape.Match(m) {
				seen.Linked++
			}
		}
		return data
	},
}

// holdOther gives a part that programs know by its kind or by what it holds, whatever it is called: words of Word, and
// drawings.
func holdOther(data []byte, seen *Seen) []byte { return holdDrawing(holdWord(data), seen) }

// holdPart gives a part of an archive where it has to be another than it is; nil where it stays.
func holdPart(f *zip.File, seen *Seen) ([]byte, error) {
	hold, known := holdOther, false
	for shape, h := range holders {
		if shape.MatchString(f.Name) {
			hold, known = h, true
		}
	}
	r, err := f.Open()
	if err != nil {
		return nil, nil // broken: the program says so
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, mostPart+1))
	switch {
	case len(data) > mostPart && !known && !strings.HasSuffix(f.Name, ".xml"):
		return nil, nil // a picture
	case len(data) > mostPart:
		return nil, errUnpacks
	case err != nil:
		return nil, nil
	}
	if now := hold(data, seen); !bytes.Equal(now, data) {
		return now, nil
	}
	return nil, nil
}
