package picture

import (
	"bytes"
	"context"
	"encoding/binary"
)

// jpegFile is what the markers of a JPEG say (ITU-T T.81, annex B).
type jpegFile struct {
	frame         byte // which SOF; 0 none was met
	precision     int
	width, height int
	ids           []byte // of the components
	adobe         bool   // Adobe's marker stands there
	jfif          bool
	density       []Density
	exif          []byte
	profile       map[byte][]byte // pieces of an ICC profile, by their number from 1
	pieces        byte            // how many there should be
	scans         int
	whole         bool // its end was met
	last          int  // offset behind the last scan's data
}

const (
	soi, eoi, sos, app0, app1, app2, app14 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
)

// readJPEG goes from marker to marker. The entropy-coded data are passed over, not decoded.
func readJPEG(data []byte) *jpegFile {
	j := &jpegFile{profile: map[byte][]byte{}}
	at := 2
	for at+1 < len(data) {
		if data[at] != 0xFF {
			next := bytes.IndexByte(data[at:], 0xFF) // bytes between markers are met, and passed over by all readers
			if next < 0 {
				return j
			}
			at += next
			continue
		}
		m := data[at+1]
		switch {
		case m == 0xFF: // a fill byte
			at++
			continue
		case m == 0 || m == 1 || m == soi || m >= 0xD0 && m <= 0xD7: // has no segment, or belongs to no scan
			at += 2
			continue
		case m == eoi:
			j.whole = j.scans > 0
			j.last = at
			return j
		}
		if at+4 > len(data) {
			return j
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > len(data) {
			return j
		}
		j.segment(m, data[at+4:at+2+size])
		at += 2 + size
		if m == sos {
			j.scans++
			at = afterScan(data, at)
			j.last = at
		}
	}
	return j
}

// afterScan is where the marker stands that ends a scan's data: none of those within it (ITU-T T.81, B.1.1.2).
func afterScan(data []byte, at int) int {
	for at < len(data) {
		next := bytes.IndexByte(data[at:], 0xFF)
		if next < 0 || at+next+1 >= len(data) {
			return len(data)
		}
		at += next
		if m := data[at+1]; m != 0 && (m < 0xD0 || m > 0xD7) && m != 0xFF {
			return at
		}
		at++
	}
	return at
}

func (j *jpegFile) segment(m byte, b []byte) {
	switch {
	case m >= 0xC0 && m <= 0xCF && m != 0xC4 && m != 0xC8 && m != 0xCC:
		if j.frame != 0 || len(b) < 6 || len(b) < 6+3*int(b[5]) {
			return
		}
		j.frame, j.precision = m, int(b[0])
		j.height, j.width = int(binary.BigEndian.Uint16(b[1:])), int(binary.BigEndian.Uint16(b[3:]))
		for i := range int(b[5]) {
			j.ids = append(j.ids, b[6+3*i])
		}
	case m == app0 && len(b) >= 12 && string(b[:5]) == "JFIF\x00":
		j.jfif = true
		x, y := float64(binary.BigEndian.Uint16(b[8:])), float64(binary.BigEndian.Uint16(b[10:]))
		switch b[7] {
		case 1:
			j.density = append(j.density, Density{x, y})
		case 2:
			j.density = append(j.density, Density{x * 2.54, y * 2.54})
		}
	case m == app1 && bytes.HasPrefix(b, []byte("Exif\x00")) && len(b) > 6 && j.exif == nil:
		j.exif = b[6:]
	case m == app2 && bytes.HasPrefix(b, []byte("ICC_PROFILE\x00")) && len(b) > 14:
		j.profile[b[12]], j.pieces = b[14:], b[13]
	case m == app14 && bytes.HasPrefix(b, []byte("Adobe")) && len(b) >= 12:
		j.adobe = true
	}
}

// icc joins the pieces of the profile; nil where one is missing.
func (j *jpegFile) icc() []byte {
	var out []byte
	for n := 1; n <= int(j.pieces); n++ {
		piece, ok := j.profile[byte(n)]
		if !ok {
			return nil
		}
		out = append(out, piece...)
	}
	return out
}

// check says why a PDF cannot hold the JPEG: it knows Huffman-coded ones of eight bits, sequential and progressive (ISO
// 32000-1, 7.4.8).
func (j *jpegFile) check() error {
	switch {
	case j.frame == 0 || j.scans == 0:
		return fault(Damaged, "no image data")
	case j.frame > 0xC2:
		return fault(Unsupported, "a rare kind of JPEG")
	case j.precision != 8:
		return fault(Unsupported, "a JPEG of more than 8 bits")
	case len(j.ids) != 1 && len(j.ids) != 3 && len(j.ids) != 4:
		return fault(Unsupported, "a JPEG of unknown colours")
	}
	return sound(j.width, j.height)
}

func (f *File) openJPEG(data []byte) error {
	j := readJPEG(data)
	if err := j.check(); err != nil {
		return err
	}
	p := Page{Width: j.width, Height: j.height, Orientation: 1, Densities: j.density}
	if j.exif != nil {
		o, d := exif(j.exif)
		p.Orientation = o
		p.Densities = append(p.Densities, d...)
	}
	p.image = func(context.Context) (*Image, error) {
		im := j.image()
		im.Data, im.Offset, im.Broken = data, 0, !j.whole
		return im, nil
	}
	f.Pages = []Page{p}
	return nil
}

// image is the JPEG without its data. Adobe writes the four components of CMYK the other way round, and says by its
// marker that it was Adobe; that is how all readers go about it.
func (j *jpegFile) image() *Image {
	im := &Image{Width: j.width, Height: j.height, Bits: 8, Space: Space(len(j.ids)), Filter: DCT}
	im.Profile = soundProfile(j.icc(), im.Space)
	im.Inverted = im.Space == CMYK && j.adobe
	im.Plain = im.Space == RGB && !j.adobe && !j.jfif && string(j.ids) == "RGB"
	return im
}
