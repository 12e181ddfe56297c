// Package picture is the room that reads image files: PNG, JPEG, and TIFF with its pages, as scanners, faxes, cameras
// and screens leave them.
//
// From bytes into a File with its pages, and from a page into an Image: samples in the form in which a PDF holds them
// (ISO 32000-1, 8.9.5). What a PDF can hold as it stands is not touched: a JPEG, a PNG's compressed rows, a fax's
// strip are slices of the file. Only what it cannot hold (alpha among the samples, interlaced rows, tiles, many strips)
// is decoded and packed again, row by row and without loss.
//
// Not its task: the page that a picture stands on, and writing PDF (report/unit); pictures within texts (report).
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
)

// Format is what kind of file it is, as it is spoken of.
type Format string

// The formats.
const (
	JPEG Format = "JPEG"
	PNG  Format = "PNG"
	TIFF Format = "TIFF"
)

// MIME is the format's media type (RFC 2046, 4.2; RFC 2083; RFC 3302).
func (f Format) MIME() string { return "image/" + strings.ToLower(string(f)) }

// File is an image file that was opened. It keeps the bytes, which must not be changed while it is in use.
type File struct {
	Format Format
	Pages  []Page
	Cut    bool  // the list of pages breaks off: there were more, and nobody knows how many
	budget int64 // samples, in bytes, that may still be decoded
}

// Page is what the file says of a page.
type Page struct {
	Width, Height int         // in samples, as they are stored
	Orientation   Orientation // how they are to be held
	Densities     []Density   // what it says of its resolution, best first

	image func(ctx context.Context) (*Image, error)
}

// Density is a resolution in dots an inch, along stored rows and columns.
type Density struct{ X, Y float64 }

// Orientation says how the stored samples are to be turned and mirrored to stand upright: 1 to 8, as TIFF and EXIF
// have it in tag 274.
type Orientation int

// Sideways reports whether stored rows stand upright on the page.
func (o Orientation) Sideways() bool { return o >= 5 && o <= 8 }

// Space is the colour space of an image's samples.
type Space int

// The spaces; but for the last, each is its number of components.
const (
	Gray Space = 1
	RGB  Space = 3
	CMYK Space = 4
	Lab  Space = 5 // CIE L*a*b*, which has three, by daylight of 5,000 kelvins
)

// Components is how many a sample of the space has.
func (s Space) Components() int {
	if s == Lab {
		return 3
	}
	return int(s)
}

// Filter is how the samples of an image are encoded, by the name that PDF has for it.
type Filter string

// The filters.
const (
	Flate Filter = "FlateDecode"    // with PNG's predictors, a filter a row
	DCT   Filter = "DCTDecode"      // JPEG
	Fax   Filter = "CCITTFaxDecode" // ITU-T T.4 and T.6
)

// Image is the samples of a page.
type Image struct {
	Width, Height int
	Bits          int // of a component: 1, 2, 4, 8, 16
	Space         Space
	Palette       []byte // RGB, three bytes an entry: samples are indexes into it; nil where they are colours
	Profile       []byte // an ICC profile of the space, or nil
	Inverted      bool   // the highest value of a component is its least: Decode [1 0]

	Filter Filter
	Fax    FaxCoding
	Plain  bool // of a JPEG with three components: they are RGB and not YCbCr, though nothing in the data says so

	Data   []byte
	Offset int64 // where Data stands in the file; -1 where it was made

	Key   []int  // the one colour that is transparent, a value a component; nil where none is
	Mask  *Image // how opaque each sample is; or nil
	Matte bool   // colours were multiplied with the mask

	// Rounded says that the file's samples were made into those that a PDF can hold, and are no longer to the last bit
	// what they were.
	Rounded bool
	// Broken says that the file's data end early or turn bad: what could be read is there, the rest is white.
	Broken bool
}

// FaxCoding is how a fax's data are coded, as CCITTFaxDecode's parameters have it (ISO 32000-1, table 11).
type FaxCoding struct {
	K           int // below 0: T.6; 0: T.4, rows by themselves; above 0: T.4, rows after rows
	EndOfLine   bool
	ByteAligned bool
	BlackIsOne  bool
}

// Kind says why a picture cannot be taken.
type Kind int

// The kinds.
const (
	Damaged Kind = iota + 1
	TooLarge
	Unsupported
)

// Fault is the error of Open and of Image: what is wrong, in a stable word or two of English. Page is the one that is
// concerned, from 1; 0 the file.
type Fault struct {
	Kind Kind
	What string
	Page int
}

// Error implements error.
func (f *Fault) Error() string {
	if f.Page > 0 {
		return fmt.Sprintf("page %d: %s", f.Page, f.What)
	}
	return f.What
}

func fault(k Kind, what string) *Fault { return &Fault{Kind: k, What: what} }

// Is reports whether data begin as a picture that this package reads.
func Is(data []byte) bool { return formatOf(data) != "" }

func formatOf(data []byte) Format {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xD8\xFF")):
		return JPEG
	case bytes.HasPrefix(data, []byte(pngMagic)):
		return PNG
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")),
		bytes.HasPrefix(data, []byte("II+\x00")), bytes.HasPrefix(data, []byte("MM\x00+")):
		return TIFF
	}
	return ""
}

// Open reads what an image file says of itself and its pages; no samples are decoded. The error is a *Fault.
func Open(data []byte) (*File, error) {
	f := &File{Format: formatOf(data), budget: maxDecodedOfFile + mostOfByte*int64(len(data))}
	var err error
	switch f.Format {
	case JPEG:
		err = f.openJPEG(data)
	case PNG:
		err = f.openPNG(data)
	case TIFF:
		err = f.openTIFF(data)
	default:
		err = fault(Unsupported, "no picture")
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Image gives the samples of page i, from 0. The error is a *Fault that names the page where there are several, or the
// context's.
func (f *File) Image(ctx context.Context, i int) (*Image, error) {
	im, err := f.Pages[i].image(ctx)
	var wrong *Fault
	if errors.As(err, &wrong) && len(f.Pages) > 1 {
		return nil, &Fault{wrong.Kind, wrong.What, i + 1}
	}
	return im, err
}

// spend takes so many bytes of decoded samples from what a file may cost.
func (f *File) spend(n int64) error {
	if f.budget -= n; f.budget < 0 {
		return fault(TooLarge, "more samples than a report can hold")
	}
	return nil
}

// sound checks the measures of a page, which anybody can claim.
func sound(width, height int) error {
	switch {
	case width < 1 || height < 1:
		return fault(Damaged, "no width or height")
	case width > maxSide || height > maxSide || int64(width)*int64(height) > maxPixels:
		return fault(TooLarge, "more samples than a report can hold")
	}
	return nil
}
