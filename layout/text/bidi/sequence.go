package bidi

import "golang.org/x/text/unicode/bidi"

// sequence is an isolating run sequence: characters of one level that stand beside each other for the rules, since the
// isolates between them count as one neutral character.
type sequence struct {
	at         []int32      // indexes into the text
	class      []bidi.Class // as far as they are resolved
	level      int8
	start, end bidi.Class // L or R: what stands before and after it (X10)
	pairs      []pair
	open       []opened
}

// weak resolves marks, figures, and the signs beside figures: rules W1 to W7.
func (s *sequence) weak() {
	strong, before := s.start, s.start // the last letter; the class of the character before, by W1
	for k, c := range s.class {
		if c == bidi.NSM { // W1
			c = before
			if opensIsolate(before) || before == bidi.PDI {
				c = bidi.ON
			}
		}
		before = c
		switch c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == bidi.AL { // W2
				c = bidi.AN
			}
		}
		s.class[k] = c
	}
	for k, c := range s.class {
		if c == bidi.AL { // W3
			s.class[k] = bidi.R
		}
	}
	for k := 1; k+1 < len(s.class); k++ { // W4
		c, a, b := s.class[k], s.class[k-1], s.class[k+1]
		if a == b && (a == bidi.EN && (c == bidi.ES || c == bidi.CS) || a == bidi.AN && c == bidi.CS) {
			s.class[k] = a
		}
	}
	for k := 0; k < len(s.class); k++ {
		switch s.class[k] {
		case bidi.ET: // W5, or W6 where no figure stands beside
			to := s.stretch(k, func(c bidi.Class) bool { return c == bidi.ET })
			c := bidi.ON
			if k > 0 && s.class[k-1] == bidi.EN || to < len(s.class) && s.class[to] == bidi.EN {
				c = bidi.EN
			}
			s.fill(k, to, c)
			k = to - 1
		case bidi.ES, bidi.CS: // W6
			s.class[k] = bidi.ON
		}
	}
	strong = s.start
	for k, c := range s.class {
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L { // W7
				s.class[k] = bidi.L
			}
		}
	}
}

// stretch gives the end of the characters from k on that are of a kind.
func (s *sequence) stretch(k int, kind func(bidi.Class) bool) int {
	for k < len(s.class) && kind(s.class[k]) {
		k++
	}
	return k
}

func (s *sequence) fill(from, to int, c bidi.Class) {
	for k := from; k < to; k++ {
		s.class[k] = c
	}
}

// isNeutral tells the classes that rules N1 and N2 resolve.
func isNeutral(c bidi.Class) bool {
	switch c {
	case bidi.B, bidi.S, bidi.WS, bidi.ON, bidi.PDI:
		return true
	}
	return opensIsolate(c)
}

// strongest is the direction that a class has for the neutral characters beside it: figures count as R (N0, N1).
func strongest(c bidi.Class) bidi.Class {
	switch c {
	case bidi.EN, bidi.AN:
		return bidi.R
	}
	return c
}

// neutral resolves what has no direction of its own: rules N1 and N2.
func (s *sequence) neutral() {
	for k := 0; k < len(s.class); k++ {
		if !isNeutral(s.class[k]) {
			continue
		}
		to := s.stretch(k, isNeutral)
		before, after := s.start, s.end
		if k > 0 {
			before = strongest(s.class[k-1])
		}
		if to < len(s.class) {
			after = strongest(s.class[to])
		}
		c := direction(s.level)
		if before == after {
			c = before
		}
		s.fill(k, to, c)
		k = to - 1
	}
}

// implicit is the level of a resolved character: rules I1 and I2.
func (s *sequence) implicit(k int) int8 {
	switch c := s.class[k]; {
	case s.level&1 == 0 && c == bidi.R, s.level&1 == 1 && c != bidi.R:
		return s.level + 1
	case s.level&1 == 0 && c != bidi.L:
		return s.level + 2
	}
	return s.level
}
