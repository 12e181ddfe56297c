package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Limits of pictures: a scan of an A3 page at 600 dots an inch has 70 megapixels.
const (
	maxPicture       = 64 << 20
	maxPicturePixels = 80_000_000
)

// gallery is the images that documents name, by file; nil of one that cannot be used.
type gallery map[string]*layout.Picture

// load reads the images that a document names, but for those that are there. What is wrong with one is a diagnostic at
// its place.
func (g gallery) load(folder *sources.Folder, d *document.Document, sheet *layout.Sheet, bag *diag.Bag) {
	size := sizeFor(sheet)
	for _, im := range d.Images() {
		if _, done := g[im.Name]; done {
			continue
		}
		g[im.Name] = nil
		data, err := folder.Read(im.Name, maxPicture)
		if err != nil {
			bag.Add("image-unreadable", im.Pos, diag.Args{"file": im.Name, "why": err.Error()})
			continue
		}
		p, code := size.asFigure(data)
		if code != "" {
			bag.Add(code, im.Pos, diag.Args{"file": im.Name})
			continue
		}
		g[im.Name] = p
	}
}

// asFigure checks an image file and makes of it what paint can place: a PNG of 8 bits that is not interlaced, or a
// JPEG that is gray or RGB, upright and with no more pixels than are printed. The code of a diagnostic comes back where
// that cannot be.
func (size printSize) asFigure(data []byte) (*layout.Picture, string) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, "image-format"
	case config.Width < 1 || config.Height < 1:
		return nil, "image-damaged"
	case config.Width*config.Height > maxPicturePixels:
		return nil, "image-too-large"
	}
	if format == "jpeg" && config.ColorModel == color.CMYKModel {
		return nil, "image-cmyk"
	}
	if format == "png" {
		if data, err = plainPNG(data); err != nil {
			return nil, "image-damaged"
		}
	} else if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
		return nil, "image-damaged"
	}
	if data, err = size.printed(data, format); err == nil {
		config, _, err = image.DecodeConfig(bytes.NewReader(data))
	}
	if err != nil {
		return nil, "image-damaged"
	}
	sum := sha256.Sum256(data)
	return &layout.Picture{Key: hex.EncodeToString(sum[:16]), Format: format, Data: data, Width: config.Width,
		Height: config.Height}, ""
}

// plainPNG re-encodes a PNG that is interlaced or deeper than 8 bits; others pass once they are seen to decode.
// Transparent pixels are laid on white: paper is, and PDF/A-1 readers know no transparency.
func plainPNG(data []byte) ([]byte, error) {
	im, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if len(data) < 29 {
		return nil, errors.New("no header")
	}
	depth, kind, interlaced := data[24], data[25], data[28] != 0
	if depth == 8 && (kind == 0 || kind == 2) && !interlaced && !bytes.Contains(data, []byte("tRNS")) {
		return data, nil
	}
	bounds := im.Bounds()
	var flat draw.Image = image.NewRGBA(bounds)
	if grayOnly(im) {
		flat = image.NewGray(bounds)
	}
	draw.Draw(flat, bounds, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, bounds, im, bounds.Min, draw.Over)
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, flat); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func grayOnly(im image.Image) bool {
	switch im.ColorModel() {
	case color.GrayModel, color.Gray16Model:
		return true
	}
	return false
}
