package subset

// displacement says how far an operator that draws moves the current point (note 5177, 4.1), and whether its operands
// are as they should be.
func displacement(op int, a []int64) (dx, dy int64, ok bool) {
	pairs := func(a []int64) {
		for i := 0; i+1 < len(a); i += 2 {
			dx, dy = dx+a[i], dy+a[i+1]
		}
	}
	n := len(a)
	switch op {
	case 5, 8, 24, 25: // rlineto rrcurveto rcurveline rlinecurve
		pairs(a)
		return dx, dy, n >= 2 && n%2 == 0
	case 6, 7: // hlineto vlineto
		for i, v := range a {
			if (i%2 == 0) == (op == 6) {
				dx += v
			} else {
				dy += v
			}
		}
		return dx, dy, n >= 1
	case 26, 27: // vvcurveto hhcurveto: along the axis but for the second control point; a first operand crosses it
		along, across := &dy, &dx
		if op == 27 {
			along, across = &dx, &dy
		}
		if n%4 == 1 {
			*across += a[0]
			a = a[1:]
		}
		for i := 0; i+3 < len(a); i += 4 {
			*along += a[i] + a[i+3]
			dx, dy = dx+a[i+1], dy+a[i+2]
		}
		return dx, dy, n >= 4 && len(a)%4 == 0
	case 30, 31: // vhcurveto hvcurveto: begin on one axis and end on the other, in turn
		horizontal := op == 31
		for i := 0; i+3 < n; i += 4 {
			dx, dy = dx+a[i+1], dy+a[i+2]
			last := int64(0)
			if n-i == 5 {
				last = a[i+4]
			}
			if horizontal {
				dx, dy = dx+a[i]+last, dy+a[i+3]
			} else {
				dx, dy = dx+a[i+3], dy+a[i]+last
			}
			horizontal = !horizontal
		}
		return dx, dy, n >= 4 && n%4 <= 1
	case 1234: // hflex
		if n != 7 {
			return 0, 0, false
		}
		return a[0] + a[1] + a[3] + a[4] + a[5] + a[6], 0, true
	case 1235: // flex
		if n != 13 {
			return 0, 0, false
		}
		pairs(a[:12])
		return dx, dy, true
	case 1236: // hflex1
		if n != 9 {
			return 0, 0, false
		}
		return a[0] + a[2] + a[4] + a[5] + a[6] + a[8], 0, true
	case 1237: // flex1: back to the start on the axis of the smaller way
		if n != 11 {
			return 0, 0, false
		}
		pairs(a[:10])
		if max(dx, -dx) > max(dy, -dy) {
			return dx + a[10], 0, true
		}
		return 0, dy + a[10], true
	}
	return 0, 0, false
}
