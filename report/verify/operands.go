package verify

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
