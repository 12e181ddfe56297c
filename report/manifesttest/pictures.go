package manifesttest

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// faxPages is a TIFF of so many pages of black and white dots.
func faxPages(pages int) []byte {
	be := binary.BigEndian
	b := []byte("MM\x00*\x00\x00\x00\x08")
	for i := range pages {
		const fields = 8
		data := uint32(len(b) + 2 + 12*fields + 4)
		b = be.AppendUint16(b, fields)
		list := [fields][2]uint32{{256, 16}, {257, 2}, {258, 1}, {259, 1}, {262, 0}, {273, data}, {278, 2}, {279, 4}}
		for _, f := range list {
			b = be.AppendUint16(b, uint16(f[0]))
			b = be.AppendUint16(b, 4)
			b = be.AppendUint32(be.AppendUint32(b, 1), f[1])
		}
		next := data + 4
		if i == pages-1 {
			next = 0
		}
		b = append(be.AppendUint32(b, next), byte(i), 0xF0, 0x0F, byte(i))
	}
	return b
}

// veil is a PNG that is half transparent, which must be packed anew.
func veil() []byte {
	im := image.NewNRGBA(image.Rect(0, 0, 12, 9))
	for i := range im.Pix {
		im.Pix[i] = byte(i * 5)
	}
	im.SetNRGBA(0, 0, color.NRGBA{1, 2, 3, 4})
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		panic(err) // to memory
	}
	return b.Bytes()
}

func photo() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30)), nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}
