package unit

import "rapporteur/sources/pdf"

// Shown is what a viewer shows of an original's page: the crop box in user space, clockwise turns in degrees, and the
// size of a unit in 1/72 inch. It is zero on typeset pages.
type Shown struct {
	X0, Y0, X1, Y1 float64
	Rotate         int
	UserUnit       float64
}

func shownOf(p pdf.Page) Shown {
	c := p.CropBox
	return Shown{c.X0, c.Y0, c.X1, c.Y1, p.Rotate, p.UserUnit}
}

// Size is the width and height of the page as it is shown, in points.
func (s Shown) Size() (width, height float64) {
	width, height = (s.X1-s.X0)*s.UserUnit, (s.Y1-s.Y0)*s.UserUnit
	if s.Rotate%180 != 0 {
		return height, width
	}
	return width, height
}

// Matrix takes the page as it is read, in points from its bottom left corner, to user space (ISO 32000-1, 7.7.3.3).
func (s Shown) Matrix() pdf.Matrix {
	k := 1 / s.UserUnit
	switch s.Rotate {
	case 90: // the page's up is the reader's right
		return pdf.Matrix{0, k, -k, 0, s.X1, s.Y0}
	case 180:
		return pdf.Matrix{-k, 0, 0, -k, s.X1, s.Y1}
	case 270:
		return pdf.Matrix{0, -k, k, 0, s.X0, s.Y1}
	}
	return pdf.Matrix{k, 0, 0, k, s.X0, s.Y0}
}

// reader takes user space to the page as it is read: Matrix undone, however small a unit is.
func (s Shown) reader() pdf.Matrix {
	m, k := s.Matrix(), s.UserUnit*s.UserUnit // the inverse of its determinant
	return pdf.Matrix{m[3] * k, -m[1] * k, -m[2] * k, m[0] * k,
		(m[2]*m[5] - m[3]*m[4]) * k, (m[1]*m[4] - m[0]*m[5]) * k}
}

// Grown is the page with a strip of so many points below it as it is read.
func (s Shown) Grown(strip float64) Shown {
	by := strip / s.UserUnit
	switch s.Rotate {
	case 90:
		s.X1 += by
	case 180:
		s.Y1 += by
	case 270:
		s.X0 -= by
	default:
		s.Y0 -= by
	}
	return s
}

// Raised is the page with a strip of so many points above it as it is read.
func (s Shown) Raised(strip float64) Shown {
	by := strip / s.UserUnit
	switch s.Rotate {
	case 90:
		s.X0 -= by
	case 180:
		s.Y0 -= by
	case 270:
		s.X1 += by
	default:
		s.Y1 += by
	}
	return s
}

// largest is the shorter side of the largest page, in points, on which a stamp is as large as on a letter: that of A3.
// A poster is read from afar, or as a whole on a screen.
const largest = 842

// Scale is how many times larger than on a letter the page's stamp is.
func (s Shown) Scale() float64 {
	w, h := s.Size()
	return max(1, min(w, h)/largest)
}
