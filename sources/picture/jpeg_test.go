package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/jpeg"
	"slices"
	"testing"
)

// jpegOf is a JPEG of the drawing, with segments of more behind its first marker.
func jpegOf(t *testing.T, more ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, drawing(40, 24), nil); err != nil {
		t.Fatal(err)
	}
	return slices.Concat(b.Bytes()[:2], bytes.Join(more, nil), b.Bytes()[2:])
}

func segment(marker byte, data []byte) []byte {
	return append([]byte{0xFF, marker, byte((len(data) + 2) >> 8), byte(len(data) + 2)}, data...)
}

func jfif(unit byte, x, y uint16) []byte {
	return segment(app0, []byte{'J', 'F', 'I', 'F', 0, 1, 1, unit, byte(x >> 8), byte(x), byte(y >> 8), byte(y), 0, 0})
}

func exifOf(order binary.AppendByteOrder, fields ...field) []byte {
	return segment(app1,
		append([]byte("Exif\x00\x00"), (&tiffFile{order: order, pages: []tiffTestPage{{fields: fields}}}).bytes()...))
}

// profileOf is the shell of an ICC profile.
func profileOf(class, space string, size int) []byte {
	b := make([]byte, size)
	binary.BigEndian.PutUint32(b, uint32(size))
	b[8] = 4
	copy(b[12:], class+space)
	copy(b[36:], "acsp")
	binary.BigEndian.PutUint32(b[128:], 1)
	copy(b[132:], "desc")
	binary.BigEndian.PutUint32(b[136:], 144)
	return b
}

// TestJPEG: the file is the data, byte for byte, and what it says beside them is understood.
func TestJPEG(t *testing.T) {
	res := []field{{tag: tagXResolution, kind: 5, values: []uint32{600, 2}},
		{tag: tagYResolution, kind: 5, values: []uint32{300, 1}}, shorts(tagResUnit, 2)}
	icc := profileOf("mntr", "RGB ", 300)
	piece := func(i byte, b []byte) []byte {
		return segment(app2, append([]byte("ICC_PROFILE\x00"), append([]byte{i, 2}, b...)...))
	}
	for name, c := range map[string]struct {
		data        []byte
		densities   []Density
		orientation Orientation
		profile     []byte
	}{
		"nothing said":      {jpegOf(t), nil, 1, nil},
		"dots an inch":      {jpegOf(t, jfif(1, 300, 200)), []Density{{300, 200}}, 1, nil},
		"dots a centimetre": {jpegOf(t, jfif(2, 100, 50)), []Density{{254, 127}}, 1, nil},
		"a shape alone":     {jpegOf(t, jfif(0, 1, 1)), nil, 1, nil},
		"EXIF, little end first": {
			jpegOf(t, exifOf(binary.LittleEndian, append(res, shorts(tagOrientation, 6))...)), []Density{{300, 300}}, 6,
			nil},
		"EXIF, big end first": {
			jpegOf(t, exifOf(binary.BigEndian, append(res, shorts(tagOrientation, 3))...)), []Density{{300, 300}}, 3,
			nil},
		"an orientation that is none": {jpegOf(t, exifOf(binary.BigEndian, shorts(tagOrientation, 9))),
			[]Density{{0, 0}}, 1, nil},
		"a profile in two pieces":        {jpegOf(t, piece(2, icc[150:]), piece(1, icc[:150])), nil, 1, icc},
		"a profile of which one is lost": {jpegOf(t, piece(2, icc[150:])), nil, 1, nil},
		"a profile of other colours": {jpegOf(t, piece(1, profileOf("mntr", "GRAY", 300)), piece(2, nil)), nil, 1,
			nil},
		"a profile that links two others": {jpegOf(t, piece(1, profileOf("link", "RGB ", 300)), piece(2, nil)), nil, 1,
			nil},
	} {
		f, im := opened(t, c.data, 0)
		p := f.Pages[0]
		if p.Width != 40 || p.Height != 24 || p.Orientation != c.orientation ||
			!slices.Equal(p.Densities, c.densities) {
			t.Errorf("%s: %+v", name, p)
		}
		if im.Broken || im.Filter != DCT || im.Offset != 0 || !bytes.Equal(im.Data, c.data) ||
			!bytes.Equal(im.Profile, c.profile) {
			t.Errorf("%s: %+v", name, im.Filter)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9)), nil); err != nil {
		t.Fatal(err)
	}
	if _, im := opened(t, b.Bytes(), 0); im.Space != Gray {
		t.Errorf("gray has space %d", im.Space)
	}
}

// fake is a JPEG of a frame and a scan without sense: its markers are sound.
func fake(frame, precision byte, w, h int, ids string, more ...[]byte) []byte {
	f := []byte{precision, byte(h >> 8), byte(h), byte(w >> 8), byte(w), byte(len(ids))}
	for i := range len(ids) {
		f = append(f, ids[i], 0x11, 0)
	}
	return slices.Concat([]byte{0xFF, soi}, bytes.Join(more, nil), segment(frame, f),
		segment(sos, []byte{1, 1, 0, 0, 63, 0}), []byte{1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4}, []byte{0xFF, eoi})
}

// TestJPEGColours: Adobe's CMYK is the other way round; three components that are called R, G and B are those.
func TestJPEGColours(t *testing.T) {
	adobe := segment(app14, []byte("Adobe\x00\x64\x00\x00\x00\x00\x02"))
	for name, c := range map[string]struct {
		data            []byte
		space           Space
		inverted, plain bool
	}{
		"Adobe's CMYK":        {fake(0xC0, 8, 4, 4, "\x01\x02\x03\x04", adobe), CMYK, true, false},
		"another's CMYK":      {fake(0xC0, 8, 4, 4, "CMYK"), CMYK, false, false},
		"progressive":         {fake(0xC2, 8, 4, 4, "\x01\x02\x03"), RGB, false, false},
		"components R, G, B":  {fake(0xC1, 8, 4, 4, "RGB"), RGB, false, true},
		"Adobe's R, G, B":     {fake(0xC0, 8, 4, 4, "RGB", adobe), RGB, false, false},
		"YCbCr, called R G B": {fake(0xC0, 8, 4, 4, "RGB", jfif(1, 72, 72)), RGB, false, false},
	} {
		_, im := opened(t, c.data, 0)
		if im.Space != c.space || im.Inverted != c.inverted || im.Plain != c.plain || im.Broken {
			t.Errorf("%s: %+v", name, im)
		}
	}
}

// TestJPEGBroken: a JPEG that is cut off is taken and told; what a PDF cannot hold is refused by name.
func TestJPEGBroken(t *testing.T) {
	whole := jpegOf(t, jfif(1, 300, 300))
	_, im := opened(t, whole[:len(whole)-40], 0)
	if !im.Broken {
		t.Error("the end is missing, and nothing is told")
	}
	if _, im := opened(t, slices.Concat(whole, []byte("a film of a phone")), 0); im.Broken {
		t.Error("what stands behind the end makes it broken")
	}
	for what, data := range map[string][]byte{
		"a JPEG of more than 8 bits":              fake(0xC1, 12, 4, 4, "\x01"),
		"a rare kind of JPEG":                     fake(0xC3, 8, 4, 4, "\x01"),
		"a JPEG of unknown colours":               fake(0xC0, 8, 4, 4, "\x01\x02"),
		"no width or height":                      fake(0xC0, 8, 4, 0, "\x01"),
		"more samples than a report can hold":     fake(0xC0, 8, 65535, 65535, "\x01"),
		"no image data":                           {0xFF, soi, 0xFF, eoi},
		"no image data\x00 of a segment cut off":  {0xFF, soi, 0xFF, 0xE1, 0xFF, 0xFF, 0},
		"no image data\x00 of markers alone":      bytes.Repeat([]byte{0xFF, soi}, 1000),
		"no image data\x00 of a length that lies": {0xFF, soi, 0xFF, 0xE1, 0, 0, 0xFF, 0xC0},
	} {
		_, err := Open(data)
		var wrong *Fault
		want, _, _ := bytes.Cut([]byte(what), []byte{0})
		if !errors.As(err, &wrong) || wrong.What != string(want) {
			t.Errorf("%q: %v", what, err)
		}
	}
}

// FuzzOpen: no bytes make it panic or go on without end.
func FuzzOpen(f *testing.F) {
	f.Add(fake(0xC0, 8, 4, 4, "RGB"))
	f.Add((&tiffFile{order: binary.LittleEndian,
		pages: []tiffTestPage{{fields: head(8, 2, 8, 1, blackIsZero, tiffPackBits),
			blocks: [][]byte{{0, 1, 2, 3}}}}}).bytes())
	f.Add((&tiffFile{order: binary.BigEndian, big: true,
		pages: []tiffTestPage{{fields: head(8, 2, 1, 1, whiteIsZero, tiffT6),
			blocks: [][]byte{{0, 1, 2, 3}}}}}).bytes())
	f.Add(slices.Concat([]byte(pngMagic), pngChunk("IHDR", []byte{0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 1}),
		pngChunk("IDAT", deflate(make([]byte, 30))), pngChunk("IEND", nil)))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		file.budget = 1 << 20
		for i := range min(len(file.Pages), 4) {
			if im, err := file.Image(t.Context(), i); err == nil &&
				(im.Width < 1 || im.Height < 1 || len(im.Data) == 0) {
				t.Errorf("an image of nothing: %+v", im)
			}
		}
	})
}
