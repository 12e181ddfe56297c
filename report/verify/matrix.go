package verify

type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// of is m applied before n.
func (m matrix) of(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// numbers are the last n operands.
func numbers(ops []token, n int) (v [6]float64, ok bool) {
	if len(ops) < n {
		return v, false
	}
	for i, t := range ops[len(ops)-n:] {
		if t.kind != number {
			return v, false
		}
		v[i] = t.num
	}
	return v, true
}

func abs(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}
