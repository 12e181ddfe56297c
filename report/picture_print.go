package report

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"rapporteur/layout"
	"rapporteur/sources/picture"
)

// printDots is the resolution that print needs, in dots an inch. Photographs have many times that, and a report would
// be as many times larger.
const printDots = 300

// photoQuality is the quality, of 100, with which a photograph is written anew after it was turned or made smaller.
const photoQuality = 92

// printSize is what pictures are prepared for: the largest size, in pixels, that the house style prints one at.
type printSize struct{ width, height int }

// sizeFor gives it for a sheet: as wide as the text, and two thirds as high, as figures are set.
func sizeFor(sheet *layout.Sheet) printSize {
	width, height := sheet.Frame()
	dots := func(l layout.Length) int { return int(int64(l) * printDots / (72 * int64(layout.Pt))) }
	return printSize{max(dots(width), 1), max(dots(height*2/3), 1)}
}

// printed turns a picture upright as its camera says, and brings one that has more pixels than it is printed with down
// to these. One that needs neither comes back byte for byte.
func (size printSize) printed(data []byte, format string) ([]byte, error) {
	turn := orientation(data)
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	width, height := config.Width, config.Height
	if turn.Sideways() {
		width, height = height, width
	}
	w, h := size.within(width, height)
	if turn <= 1 && w == width {
		return data, nil
	}
	im, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if im = upright(im, turn); w < width {
		im = reduced(im, w, h)
	}
	var out bytes.Buffer
	if format == "jpeg" {
		err = jpeg.Encode(&out, im, &jpeg.Options{Quality: photoQuality})
	} else {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, im)
	}
	return out.Bytes(), err
}

// within gives how many pixels are printed of so many.
func (size printSize) within(width, height int) (int, int) {
	w, h := width, height
	if w > size.width {
		w, h = size.width, max(int(int64(height)*int64(size.width)/int64(width)), 1)
	}
	if h > size.height {
		w, h = max(int(int64(width)*int64(size.height)/int64(height)), 1), size.height
	}
	return w, h
}

// orientation is how a camera was held, 1 where nothing says so.
func orientation(data []byte) picture.Orientation {
	file, err := picture.Open(data)
	if err != nil || len(file.Pages) == 0 {
		return 1
	}
	return file.Pages[0].Orientation
}

// upright turns and mirrors an image as EXIF's tag 274 says.
func upright(im image.Image, turn picture.Orientation) image.Image {
	if turn <= 1 || turn > 8 {
		return im
	}
	b := im.Bounds()
	w, h := b.Dx(), b.Dy()
	box := image.Rect(0, 0, w, h)
	if turn.Sideways() {
		box = image.Rect(0, 0, h, w)
	}
	out := blank(im, box)
	for y := range box.Dy() {
		for x := range box.Dx() {
			sx, sy := x, y
			switch turn {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, h-1-x
			case 7:
				sx, sy = w-1-y, h-1-x
			case 8:
				sx, sy = w-1-y, x
			}
			out.Set(x, y, im.At(b.Min.X+sx, b.Min.Y+sy))
		}
	}
	return out
}

// blank is an image to draw on, gray where the other is.
func blank(like image.Image, box image.Rectangle) draw.Image {
	if grayOnly(like) {
		return image.NewGray(box)
	}
	return image.NewRGBA(box)
}

// reduced makes an image smaller: every pixel is the mean of those that it stands for, in whole numbers, so that it is
// the same on every machine.
func reduced(im image.Image, w, h int) image.Image {
	b := im.Bounds()
	flat := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(flat, flat.Bounds(), im, b.Min, draw.Src)
	out := blank(im, image.Rect(0, 0, w, h))
	for y := range h {
		top, bottom := y*b.Dy()/h, max((y+1)*b.Dy()/h, y*b.Dy()/h+1)
		for x := range w {
			left, right := x*b.Dx()/w, max((x+1)*b.Dx()/w, x*b.Dx()/w+1)
			out.Set(x, y, mean(flat, image.Rect(left, top, right, bottom)))
		}
	}
	return out
}

func mean(im *image.RGBA, box image.Rectangle) color.Color {
	var r, g, b, n int
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := im.Pix[im.PixOffset(box.Min.X, y) : im.PixOffset(box.Max.X-1, y)+4]
		for i := 0; i < len(row); i += 4 {
			r, g, b, n = r+int(row[i]), g+int(row[i+1]), b+int(row[i+2]), n+1
		}
	}
	return color.RGBA{uint8((r + n/2) / n), uint8((g + n/2) / n), uint8((b + n/2) / n), 255}
}
