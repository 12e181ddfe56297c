package unit

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/picture"
)

// placed is a picture on its page, in points: the page, the rectangle of the picture as it is held upright, and the
// resolution that follows, along its stored rows and columns.
type placed struct {
	pageWidth, pageHeight float64
	x, y, width, height   float64
	orientation           picture.Orientation
	density               picture.Density
	given                 bool
}

const (
	// leastDensity and mostDensity are resolutions that scanners and faxes have.
	leastDensity, mostDensity = 50, 4_800
	// screenDensity is the highest of the resolutions that cameras and screens write down without having one: 72 and
	// 96.
	screenDensity = 96.5
	// leastSide and mostSide are pages, in points, that a report can bear: an inch, and the longer side of format A0.
	leastSide, mostSide = 72, 3_400
	// screenSide is the longer side of format A3: what a picture of 72 dots an inch would be beyond it is a photograph.
	screenSide = 1_191
	// pictureMargin is left around a picture that is fitted to the paper: the stamp stands below it.
	pictureMargin = 36
	// sameShape is by how much a picture may differ from the paper in its shape and fill it all the same, as a scan
	// does whose scanner did not write down its resolution.
	sameShape = 0.02
	// leastFitted is the resolution below which a small picture is not enlarged.
	leastFitted = 72
)

// place gives a picture its page: of the size that it has by the file's resolution, upright; or, where the file has
// none that can be, the report's paper, wide or high as the picture is.
func place(p *picture.Page, paper [2]float64) placed {
	out := placed{orientation: p.Orientation}
	columns, rows := float64(p.Width), float64(p.Height)
	for _, d := range p.Densities {
		if w, h := columns/d.X*72, rows/d.Y*72; believable(d, w, h) {
			out.density, out.given = d, true
			if p.Orientation.Sideways() {
				w, h = h, w
			}
			out.width, out.height = milli3(w), milli3(h)
			out.pageWidth, out.pageHeight = out.width, out.height
			return out
		}
	}
	if p.Orientation.Sideways() {
		columns, rows = rows, columns
	}
	out.pageWidth, out.pageHeight = min(paper[0], paper[1]), max(paper[0], paper[1])
	if columns > rows {
		out.pageWidth, out.pageHeight = out.pageHeight, out.pageWidth
	}
	roomX, roomY := out.pageWidth, out.pageHeight
	if shape := columns / rows * roomY / roomX; shape < 1-sameShape || shape > 1+sameShape || columns < roomX {
		roomX, roomY = roomX-2*pictureMargin, roomY-2*pictureMargin
	}
	scale := min(roomX/columns, roomY/rows, 72.0/leastFitted)
	out.width, out.height = milli3(columns*scale), milli3(rows*scale)
	out.x, out.y = milli3((out.pageWidth-out.width)/2), milli3((out.pageHeight-out.height)/2)
	out.density = picture.Density{X: round2(72 / scale), Y: round2(72 / scale)}
	return out
}

// believable reports whether a picture can have the resolution: width and height are what its page would have then.
func believable(d picture.Density, width, height float64) bool {
	if !(d.X >= leastDensity && d.X <= mostDensity && d.Y >= leastDensity && d.Y <= mostDensity) {
		return false
	}
	if min(width, height) < leastSide || max(width, height) > mostSide {
		return false
	}
	return max(d.X, d.Y) > screenDensity || max(width, height) <= screenSide
}

func milli3(v float64) float64 { return math.Round(v*1000) / 1000 }

func round2(v float64) float64 { return math.Round(v*100) / 100 }

// matrix puts the stored picture, whose first row is its upper one, into its rectangle: turned and mirrored as its
// orientation asks (TIFF 6.0, Orientation).
func (p *placed) matrix() [6]float64 {
	w, h, x, y := p.width, p.height, p.x, p.y
	switch p.orientation {
	case 2:
		return [6]float64{-w, 0, 0, h, x + w, y}
	case 3:
		return [6]float64{-w, 0, 0, -h, x + w, y + h}
	case 4:
		return [6]float64{w, 0, 0, -h, x, y + h}
	case 5:
		return [6]float64{0, -h, -w, 0, x + w, y + h}
	case 6:
		return [6]float64{0, -h, w, 0, x, y + h}
	case 7:
		return [6]float64{0, h, w, 0, x, y}
	case 8:
		return [6]float64{0, h, -w, 0, x + w, y}
	}
	return [6]float64{w, 0, 0, h, x, y}
}

func (p *placed) box() types.Array {
	right, top := milli3(p.x+p.width), milli3(p.y+p.height)
	return types.Array{types.Float(p.x), types.Float(p.y), types.Float(right), types.Float(top)}
}
