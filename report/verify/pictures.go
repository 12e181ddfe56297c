package verify

import (
	"bytes"
	"math"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
)

// pictureName is the name under which a page finds the picture that it is; the content, whose sum is promised, shows it
// by this name.
const pictureName = "Picture"

// formats are those of files that are pictures, with how a PDF holds the samples of each; "" in several ways.
var formats = map[string]string{"JPEG": "DCTDecode", "PNG": "FlateDecode", "TIFF": ""}

// picture compares the picture that a page of an original is, whose content stands in the streams, with the ledger's:
// its samples, and what they mean, by their sum, and that it has the measures, the resolution and the format that the
// ledger gives.
func (r *pageReader) picture(i int, streams []int) {
	o := r.pages[i].original
	if o.Format == "" && len(o.Pictures) == 0 {
		return
	}
	k := i + 1 - o.First
	found := false
	if k < len(o.Pictures) {
		want := &o.Pictures[k]
		at := r.doc.Dict(r.doc.Dict(r.dict["Resources"])["XObject"])[pictureName]
		d := r.doc.Dict(at)
		width, _ := r.doc.Int(d["Width"])
		height, _ := r.doc.Int(d["Height"])
		sum, err := r.file.PictureSum(r.doc, at)
		filter, known := formats[o.Format]
		found = err == nil && sum == want.SHA256 && width == want.Width && height == want.Height && known &&
			(filter == "" || filter == r.filter(d)) && r.resolved(i, streams, want)
	}
	if !found {
		r.fault(OriginalPicture, i+1, "file", o.File, "number", itoa(k+1))
	}
}

// filter is the name of the only filter of a stream.
func (r *pageReader) filter(d types.Dict) string {
	if list := r.doc.Array(d["Filter"]); len(list) == 1 {
		return r.doc.Name(list[0])
	}
	return r.doc.Name(d["Filter"])
}

// tolerance is by how much a resolution may differ that is written with two decimals, in parts of itself, and written
// by how much a length, in points: those on pages have three, and a strip of a fax is hardly longer than that.
const tolerance, written = 1e-4, 1e-3

// resolved reports whether the picture on page i is shown at the resolution that the ledger gives: the matrix before it
// makes so many points of its columns and rows (ISO 32000-1, 8.3.4). One that has the file's own resolution fills its
// page; any other is fitted to the paper of the report.
func (r *pageReader) resolved(i int, streams []int, want *ledger.Picture) bool {
	m, ok := r.placedBy(streams)
	if !ok {
		return false
	}
	agree := func(samples int, a, b, dpi float64) bool {
		length := math.Hypot(a, b)
		found := float64(samples) * 72 / length
		return math.Abs(found-dpi) <= 0.0051+(tolerance+written/length)*found
	}
	if !agree(want.Width, m[0], m[1], want.DPI[0]) || !agree(want.Height, m[2], m[3], want.DPI[1]) {
		return false
	}
	if want.DPIGiven {
		return m[4]+min(m[0], 0)+min(m[2], 0) == 0 && m[5]+min(m[1], 0)+min(m[3], 0) == 0
	}
	box, ours := r.doc.Pages()[i].MediaBox, slices.IndexFunc(r.pages, func(p page) bool { return !p.foreign })
	if ours < 0 {
		return true
	}
	paper, side := r.doc.Pages()[ours].MediaBox, box.X1-box.X0
	return math.Abs(side-(paper.X1-paper.X0)) < 1 || math.Abs(side-(paper.Y1-paper.Y0)) < 1
}

// placedBy reads the matrix of the picture in the streams of its page.
func (r *pageReader) placedBy(streams []int) (m [6]float64, ok bool) {
	var data []byte
	for _, n := range streams {
		var err error
		if data, err = r.inflater.Append(data, n); err != nil {
			return m, false
		}
	}
	before, _, ok := bytes.Cut(data, []byte(" cm\n"))
	numbers := bytes.Fields(before)
	if !ok || len(numbers) < len(m) {
		return m, false
	}
	for k, n := range numbers[len(numbers)-len(m):] {
		v, err := strconv.ParseFloat(string(n), 64)
		if err != nil {
			return m, false
		}
		m[k] = v
	}
	return m, true
}
