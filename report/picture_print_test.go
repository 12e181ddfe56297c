package report

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"testing"
)

// turnedPhoto is a JPEG as a phone makes it: its upper half red as it is to be seen, stored as the orientation says.
func turnedPhoto(t *testing.T, width, height int, orientation byte) []byte {
	t.Helper()
	im := image.NewRGBA(image.Rect(0, 0, width, height))
	red, blue := image.NewUniform(color.RGBA{255, 0, 0, 255}), image.NewUniform(color.RGBA{0, 0, 255, 255})
	draw.Draw(im, im.Bounds(), blue, image.Point{}, draw.Src)
	switch orientation {
	case 6: // the left side of what is stored is above
		draw.Draw(im, image.Rect(0, 0, width/2, height), red, image.Point{}, draw.Src)
	case 8:
		draw.Draw(im, image.Rect(width/2, 0, width, height), red, image.Point{}, draw.Src)
	case 3:
		draw.Draw(im, image.Rect(0, height/2, width, height), red, image.Point{}, draw.Src)
	default:
		draw.Draw(im, image.Rect(0, 0, width, height/2), red, image.Point{}, draw.Src)
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, im, nil); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00")
	tiff[19] = orientation
	exif := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(head, exif...), out.Bytes()[2:]...)
}

// TestPhotographsStandUpright: whichever way a phone was held, the picture is as it was seen, and one that is upright
// and small keeps its bytes.
func TestPhotographsStandUpright(t *testing.T) {
	for _, orientation := range []byte{1, 3, 6, 8} {
		data := turnedPhoto(t, 80, 40, orientation)
		p, code := printSize{1000, 1000}.asFigure(data)
		if code != "" {
			t.Fatal(code)
		}
		if wide := p.Width > p.Height; wide != (orientation == 1 || orientation == 3) {
			t.Errorf("orientation %d: %d x %d", orientation, p.Width, p.Height)
		}
		im, err := jpeg.Decode(bytes.NewReader(p.Data))
		if err != nil {
			t.Fatal(err)
		}
		r, _, _, _ := im.At(p.Width/2, p.Height/8).RGBA()
		_, _, b, _ := im.At(p.Width/2, p.Height-p.Height/8).RGBA()
		if r < 0xe000 || b < 0xe000 {
			t.Errorf("orientation %d: red above %x, blue below %x", orientation, r, b)
		}
		if kept := bytes.Equal(p.Data, data); kept != (orientation == 1) {
			t.Errorf("orientation %d: bytes kept is %v", orientation, kept)
		}
	}
}

// TestPhotographsArePrintedWithWhatPrintNeeds: a picture has the pixels of its printed size and no more, in its shape.
func TestPhotographsArePrintedWithWhatPrintNeeds(t *testing.T) {
	for _, c := range []struct{ width, height, wantW, wantH int }{
		{1600, 800, 500, 250}, {400, 1600, 100, 400}, {300, 200, 300, 200},
	} {
		p, code := printSize{500, 400}.asFigure(turnedPhoto(t, c.width, c.height, 1))
		if code != "" || p.Width != c.wantW || p.Height != c.wantH {
			t.Errorf("%v: %q, %d x %d", c, code, p.Width, p.Height)
		}
	}
}
