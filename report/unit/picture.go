package unit

import (
	"bytes"
	"context"
	"encoding/hex"
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
	"rapporteur/sources/picture"
)

// Picture is what the ledger promises of a page that is a picture: its samples as the file has them, the resolution at
// which they are shown, in dots an inch along the file's rows and columns, and the sum of the image (pdf.PictureSum).
// Given says that the resolution is the file's own. It is zero on other pages.
type Picture struct {
	Width, Height int
	X, Y          float64
	Given         bool
	Sum           string
}

// pictureName is the name under which a page finds its picture among its XObjects.
const pictureName = "Picture"

// OfPicture makes the unit of an original that is an image file, opened from the bytes of file: what Original makes of
// a PDF whose pages are its pictures. The error is a *picture.Fault, the context's, or says that a page is asked for
// that the file does not have.
func OfPicture(ctx context.Context, f *picture.File, file []byte, o Options) (*Unit, error) {
	w := wrapping{f: f, o: o, objects: map[int]types.Object{}, pictures: make([]Picture, len(f.Pages))}
	if err := w.wrap(ctx); err != nil {
		return nil, err
	}
	doc, err := pdf.Made(file, nil, func(n int) types.Object { return w.objects[n] })
	if err != nil {
		return nil, err
	}
	o.mime = f.Format.MIME()
	u, err := Original(ctx, doc, file, o)
	if err != nil {
		return nil, err
	}
	for k, i := range taken(o.Pages, len(f.Pages)) {
		p := &w.pictures[i]
		if p.Sum == "" {
			if p.Sum, err = doc.PictureSum(w.images[i]); err != nil {
				return nil, err
			}
		}
		u.Pages[k].Picture = *p
	}
	if f.Cut {
		u.Findings = append(u.Findings, Finding{Code: PagesUnknown, Count: len(f.Pages), Of: -1})
	}
	if o.Unnamed {
		u.Findings = append(u.Findings, Finding{Code: WithoutAlt, Count: 1})
	}
	if w.rounded.Count > 0 {
		u.Findings = append(u.Findings, w.rounded)
	}
	u.Facts = Facts{Format: string(f.Format), Scans: u.Facts.Scans}
	told := slices.ContainsFunc(u.Findings, func(f Finding) bool { return f.Code == DataBroken })
	if w.broken.Count > 0 && !told {
		u.Findings = append(u.Findings, w.broken)
	}
	return u, nil
}

// wrapping is an image file on its way into the objects of a PDF.
type wrapping struct {
	f        *picture.File
	o        Options
	objects  map[int]types.Object
	pictures []Picture
	images   map[int]types.IndirectRef // by page
	broken   Finding
	rounded  Finding
}

// add gives an object the next number.
func (w *wrapping) add(o types.Object) types.IndirectRef {
	n := len(w.objects) + 1
	w.objects[n] = o
	return *types.NewIndirectRef(n, 0)
}

// wrap makes a page of each of the file's, and of those that are taken the picture and its place in the structure: a
// figure each (ISO 14289-1, 7.3).
func (w *wrapping) wrap(ctx context.Context) error {
	catalog, tree := types.Dict{"Type": types.Name("Catalog")}, types.Dict{"Type": types.Name("Pages")}
	root := types.Dict{"Type": types.Name("StructTreeRoot")}
	w.add(catalog)
	pages, roots := w.add(tree), w.add(root)
	catalog["Pages"], catalog["StructTreeRoot"] = pages, roots
	catalog["MarkInfo"] = types.Dict{"Marked": types.Boolean(true)}
	wanted := make([]bool, len(w.f.Pages))
	for _, i := range taken(w.o.Pages, len(w.f.Pages)) {
		if i >= 0 && i < len(wanted) {
			wanted[i] = true
		}
	}
	w.images = map[int]types.IndirectRef{}
	var kids, figures, keys types.Array
	for i := range w.f.Pages {
		page := types.Dict{"Type": types.Name("Page"), "Parent": pages, "MediaBox": box(w.o.Paper[0], w.o.Paper[1])}
		at := w.add(page)
		kids = append(kids, at)
		if !wanted[i] {
			continue
		}
		place, err := w.page(ctx, i, page)
		if err != nil {
			return err
		}
		figure := w.add(types.Dict{"Type": types.Name("StructElem"), "S": types.Name("Figure"), "P": roots, "Pg": at,
			"K": types.Integer(0), "Alt": w.alt(i),
			"A": types.Dict{"O": types.Name("Layout"), "Placement": types.Name("Block"), "BBox": place.box()}})
		figures = append(figures, figure)
		page["StructParents"] = types.Integer(i)
		keys = append(keys, types.Integer(i), types.Array{figure})
	}
	tree["Kids"], tree["Count"] = kids, types.Integer(len(kids))
	root["K"], root["ParentTree"] = figures, types.Dict{"Nums": keys}
	return nil
}

// page makes a page with its picture.
func (w *wrapping) page(ctx context.Context, i int, page types.Dict) (placed, error) {
	im, err := w.f.Image(ctx, i)
	if err != nil {
		return placed{}, err
	}
	if im.Broken {
		w.broken.Code = ContentBroken
		w.broken.Count++
		w.broken.on(i + 1)
	}
	if im.Rounded {
		w.rounded.Code = PictureRounded
		w.rounded.Count++
		w.rounded.on(i + 1)
	}
	p := place(&w.f.Pages[i], w.o.Paper)
	w.pictures[i] = Picture{Width: im.Width, Height: im.Height, X: p.density.X, Y: p.density.Y, Given: p.given}
	image := w.image(im)
	w.images[i] = image
	content := types.StreamDict{Dict: types.Dict{}, Raw: p.content()}
	page["MediaBox"] = box(p.pageWidth, p.pageHeight)
	page["Contents"] = w.add(content)
	page["Resources"] = types.Dict{"XObject": types.Dict{pictureName: image}}
	return p, nil
}

// alt is the text that speaks for page i; where there are several, it says which.
func (w *wrapping) alt(i int) types.Object {
	text := w.o.Alt
	if n := len(w.f.Pages); n > 1 {
		text += " (" + strconv.Itoa(i+1) + "/" + strconv.Itoa(n) + ")"
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return types.HexLiteral(hex.EncodeToString(b))
}

// image makes the image XObject (ISO 32000-1, 8.9.5), its mask and its profile.
func (w *wrapping) image(im *picture.Image) types.IndirectRef {
	d := types.Dict{"Type": types.Name("XObject"), "Subtype": types.Name("Image"), "Width": types.Integer(im.Width),
		"Height": types.Integer(im.Height), "BitsPerComponent": types.Integer(im.Bits), "ColorSpace": w.space(im),
		"Filter": types.Name(im.Filter)}
	if im.Inverted {
		var decode types.Array
		for range im.Space.Components() {
			decode = append(decode, types.Integer(1), types.Integer(0))
		}
		d["Decode"] = decode
	}
	if p := parms(im); len(p) > 0 {
		d["DecodeParms"] = p
	}
	if im.Key != nil {
		var key types.Array
		for _, v := range im.Key {
			key = append(key, types.Integer(v), types.Integer(v))
		}
		d["Mask"] = key
	}
	if im.Mask != nil {
		mask := w.image(im.Mask)
		if im.Matte {
			m := w.objects[mask.ObjectNumber.Value()].(types.StreamDict)
			var black types.Array
			for range im.Space.Components() {
				black = append(black, types.Integer(0))
			}
			m.Dict["Matte"] = black
		}
		d["SMask"] = mask
	}
	s := types.StreamDict{Dict: d, Raw: im.Data, StreamOffset: max(im.Offset, 0)}
	return w.add(s)
}

// parms are the parameters of an image's filter.
func parms(im *picture.Image) types.Dict {
	switch im.Filter {
	case picture.Flate:
		colours := im.Space.Components()
		if im.Palette != nil {
			colours = 1
		}
		return types.Dict{"Predictor": types.Integer(15), "Colors": types.Integer(colours),
			"BitsPerComponent": types.Integer(im.Bits), "Columns": types.Integer(im.Width)}
	case picture.Fax:
		return types.Dict{"K": types.Integer(im.Fax.K), "Columns": types.Integer(im.Width),
			"Rows": types.Integer(im.Height), "EndOfBlock": types.Boolean(false),
			"EndOfLine": types.Boolean(im.Fax.EndOfLine), "EncodedByteAlign": types.Boolean(im.Fax.ByteAligned),
			"BlackIs1": types.Boolean(im.Fax.BlackIsOne)}
	}
	if im.Plain {
		return types.Dict{"ColorTransform": types.Integer(0)}
	}
	return nil
}

// space is the colour space of an image's samples: the device's, that of the profile that came with it, or a palette of
// either.
func (w *wrapping) space(im *picture.Image) types.Object {
	var base types.Object = map[picture.Space]types.Name{picture.Gray: "DeviceGray", picture.RGB: "DeviceRGB",
		picture.CMYK: "DeviceCMYK"}[im.Space]
	if im.Space == picture.Lab {
		base = lab(im.Bits)
	}
	if im.Profile != nil {
		d := types.Dict{"N": types.Integer(im.Space.Components()), "Alternate": base,
			"Filter": types.Name("FlateDecode")}
		profile := w.add(types.StreamDict{Dict: d, Raw: Pack(im.Profile), StreamOffset: -1})
		base = types.Array{types.Name("ICCBased"), profile}
	}
	if im.Palette == nil {
		return base
	}
	return types.Array{types.Name("Indexed"), base, types.Integer(len(im.Palette)/3 - 1),
		types.HexLiteral(hex.EncodeToString(im.Palette))}
}

// lab is the space CIE L*a*b* (ISO 32000-1, 8.6.5.4) by the light that TIFFs have it by, D50: samples of so many bits
// fill its range.
func lab(bits int) types.Array {
	most := types.Float(127)
	if bits == 16 {
		most = types.Float(127.99609) // 65,535 steps of which 256 are one
	}
	least := types.Integer(-128)
	return types.Array{types.Name("Lab"), types.Dict{
		"WhitePoint": types.Array{types.Float(0.9642), types.Integer(1), types.Float(0.8249)},
		"Range":      types.Array{least, most, least, most}}}
}

func box(w, h float64) types.Array {
	return types.Array{types.Integer(0), types.Integer(0), types.Float(w), types.Float(h)}
}

// content shows the picture as the figure that it is.
func (p *placed) content() []byte {
	var b bytes.Buffer
	b.WriteString("/Figure<</MCID 0>>BDC\nq\n")
	for _, v := range p.matrix() {
		b.Write(append(syntax.AppendFloat(nil, v), ' '))
	}
	b.WriteString("cm\n/" + pictureName + " Do\nQ\nEMC\n")
	return b.Bytes()
}

// taken are the pages that are asked for; all where nil is.
func taken(pages []int, count int) []int {
	if pages != nil {
		return pages
	}
	all := make([]int, count)
	for i := range all {
		all[i] = i
	}
	return all
}
