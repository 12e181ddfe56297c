package paint

import (
	"bytes"
	"encoding/gob"
	"fmt"

	"github.com/go-pdf/fpdf"
)

// maxAlike is more images of one width than a run can have.
const maxAlike = 1 << 20

// widen adds less than a pixel to what fpdf takes for an image's width. It writes images in the order of their widths,
// and those of equal widths in the order of a Go map, which is another every time; widths are written as whole numbers,
// so that the fraction shows in nothing but the order. The only way to an image's width is its gob, a row of fields.
func widen(info *fpdf.ImageInfoType, by float64) error {
	raw, err := info.GobEncode()
	if err != nil {
		return err
	}
	var (
		data, mask, palette []byte
		number, bits        int
		width, height       float64
		space, filter, parm string
		transparent         []int
		scale, dpi          float64
	)
	fields := []any{&data, &mask, &number, &width, &height, &space, &palette, &bits, &filter, &parm, &transparent,
		&scale, &dpi}
	dec := gob.NewDecoder(bytes.NewReader(raw))
	for i, f := range fields {
		if err := dec.Decode(f); err != nil {
			return fmt.Errorf("field %d of an image: %w", i, err)
		}
	}
	width += by
	var b bytes.Buffer
	enc := gob.NewEncoder(&b)
	for _, f := range fields {
		if err := enc.Encode(f); err != nil {
			return err
		}
	}
	return info.GobDecode(b.Bytes())
}
