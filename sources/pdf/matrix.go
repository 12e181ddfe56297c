package pdf

import "math"

// Matrix is a coordinate transformation a b c d e f (ISO 32000-1, 8.3.4).
type Matrix [6]float64

// Identity leaves coordinates as they are.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Of is m, then n: what m maps to, mapped by n.
func (m Matrix) Of(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Inverse undoes m; false when m flattens the plane, or all but does.
func (m Matrix) Inverse() (Matrix, bool) {
	d := m[0]*m[3] - m[1]*m[2]
	if !(math.Abs(d) > 1e-9) || math.IsInf(d, 0) {
		return Identity, false
	}
	return Matrix{m[3] / d, -m[1] / d, -m[2] / d, m[0] / d,
		(m[2]*m[5] - m[3]*m[4]) / d, (m[1]*m[4] - m[0]*m[5]) / d}, true
}
