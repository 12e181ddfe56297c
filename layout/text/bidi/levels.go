// Package bidi finds the embedding levels of a text that runs in both directions: from characters and the paragraph's
// direction to one level a character, by rules X1 to I2 of the Unicode Bidirectional Algorithm (UAX #9).
//
// Finding the paragraph's direction (P2, P3) is not its task, since a language gives it; nor are the rules that need
// lines: L1 and L2 belong to whoever breaks them. Its work is linear in the text's length, whatever the text.
package bidi

import "golang.org/x/text/unicode/bidi"

// Resolver keeps the memory that resolving needs, to be used again. The zero value is ready. It belongs to one
// goroutine.
type Resolver struct {
	given  []bidi.Class // of the characters, as Unicode has them
	class  []bidi.Class // as the rules have changed them
	deep   []int8       // the levels of embedding, before letters and figures are told apart
	match  []int32      // of an isolate's opening and closing character the other one; -1 and the text's length: none
	kept   []int32      // the characters that rule X9 leaves
	stack  []status
	seq    sequence
	runs   []levelRun
	opener []int32 // isolates not yet closed
	after  map[int32]int
}

// maxDepth is the deepest level that explicit characters may ask for (BD2).
const maxDepth = 125

// Levels fills levels, which is as long as text, with the embedding levels. text is one paragraph without a paragraph
// separator inside it. A character that rule X9 removes has the level of the one before it.
func (p *Resolver) Levels(text []rune, rtl bool, levels []int8) {
	base := int8(0)
	if rtl {
		base = 1
	}
	p.given, p.class, p.deep, p.match = p.given[:0], p.class[:0], p.deep[:0], p.match[:0]
	for _, r := range text {
		properties, _ := bidi.LookupRune(r)
		p.given = append(p.given, properties.Class())
		p.match = append(p.match, -1)
		p.deep = append(p.deep, base)
	}
	p.class = append(p.class, p.given...)
	p.isolates()
	p.explicit(base)
	p.kept = p.kept[:0]
	for i, c := range p.given {
		switch {
		case !removed(c):
			p.kept = append(p.kept, int32(i))
		case i == 0:
			levels[i] = base
		default:
			levels[i] = -1
		}
	}
	p.sequences(text, levels, base)
	for i := range levels {
		if levels[i] < 0 {
			levels[i] = levels[i-1]
		}
	}
}

// removed reports whether rule X9 takes characters of a class out of account.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

func opensIsolate(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// isolates pairs the characters that open isolates with those that close them (BD9).
func (p *Resolver) isolates() {
	p.opener = p.opener[:0]
	for i, c := range p.given {
		switch {
		case opensIsolate(c):
			p.match[i] = int32(len(p.given))
			p.opener = append(p.opener, int32(i))
		case c == bidi.PDI && len(p.opener) > 0:
			last := p.opener[len(p.opener)-1]
			p.opener = p.opener[:len(p.opener)-1]
			p.match[i], p.match[last] = last, int32(i)
		}
	}
}

// firstStrong reports whether the first letter of the stretch runs from right to left (P2 and P3, for X5c).
func (p *Resolver) firstStrong(from, to int32) bool {
	for i := from; i < to; i++ {
		switch c := p.given[i]; {
		case c == bidi.L:
			return false
		case c == bidi.R || c == bidi.AL:
			return true
		case opensIsolate(c):
			i = p.match[i] // over what it holds
		}
	}
	return false
}

// status is an entry of the directional status stack (X1): override is L, R, or ON where there is none.
type status struct {
	level    int8
	override bidi.Class
	isolate  bool
}

// explicit gives every character the level that the characters of embedding around it ask for: rules X1 to X8.
func (p *Resolver) explicit(base int8) {
	p.stack = append(p.stack[:0], status{base, bidi.ON, false})
	overIsolates, overEmbeddings, isolates := 0, 0, 0 // those too deep, and those that are not
	for i, c := range p.given {
		top := p.stack[len(p.stack)-1]
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO, bidi.RLI, bidi.LRI, bidi.FSI:
			isolate := opensIsolate(c)
			right := c == bidi.RLE || c == bidi.RLO || c == bidi.RLI
			if c == bidi.FSI {
				right = p.firstStrong(int32(i)+1, p.match[i])
			}
			if isolate {
				p.place(i, top)
			}
			next := (top.level + 2) &^ 1
			if right {
				next = (top.level + 1) | 1
			}
			switch {
			case next <= maxDepth && overIsolates == 0 && overEmbeddings == 0:
				pushed := status{next, bidi.ON, isolate}
				switch c {
				case bidi.LRO:
					pushed.override = bidi.L
				case bidi.RLO:
					pushed.override = bidi.R
				}
				if isolate {
					isolates++
				}
				p.stack = append(p.stack, pushed)
			case isolate:
				overIsolates++
			case overIsolates == 0:
				overEmbeddings++
			}
		case bidi.PDI:
			switch {
			case overIsolates > 0:
				overIsolates--
			case isolates > 0:
				overEmbeddings = 0
				for !p.stack[len(p.stack)-1].isolate {
					p.stack = p.stack[:len(p.stack)-1]
				}
				p.stack = p.stack[:len(p.stack)-1]
				isolates--
			}
			p.place(i, p.stack[len(p.stack)-1])
		case bidi.PDF:
			switch {
			case overIsolates > 0:
			case overEmbeddings > 0:
				overEmbeddings--
			case !top.isolate && len(p.stack) > 1:
				p.stack = p.stack[:len(p.stack)-1]
			}
		case bidi.B: // stays at the paragraph's level
		default:
			p.place(i, top)
		}
	}
}

// place gives a character its level, and where there is an override, its direction.
func (p *Resolver) place(i int, s status) {
	p.deep[i] = s.level
	if s.override != bidi.ON {
		p.class[i] = s.override
	}
}

// levelRun is a stretch of p.kept of one level (BD7), and the run that goes on with it after an isolate, -1 for none.
type levelRun struct{ from, to, next int }

// sequences divides the text into isolating run sequences (BD13, X10) and resolves each.
func (p *Resolver) sequences(text []rune, levels []int8, base int8) {
	p.runs = p.runs[:0]
	if p.after == nil {
		p.after = map[int32]int{}
	}
	clear(p.after) // by the character that closes an isolate: the run that it goes on with
	for i := 0; i < len(p.kept); {
		j := i + 1
		for j < len(p.kept) && p.deep[p.kept[j]] == p.deep[p.kept[i]] {
			j++
		}
		p.runs = append(p.runs, levelRun{i, j, -1})
		last := p.kept[j-1]
		if opensIsolate(p.given[last]) && int(p.match[last]) < len(text) {
			p.after[p.match[last]] = len(p.runs) - 1
		}
		i = j
	}
	begins := make([]bool, len(p.runs))
	for k, run := range p.runs {
		before, goesOn := p.after[p.kept[run.from]]
		if begins[k] = !goesOn; goesOn {
			p.runs[before].next = k
		}
	}
	for k := range p.runs {
		if begins[k] {
			p.resolve(text, levels, k, base)
		}
	}
}

// resolve takes the sequence that begins with a run through rules W1 to I2.
func (p *Resolver) resolve(text []rune, levels []int8, first int, base int8) {
	s := &p.seq
	s.at, s.class = s.at[:0], s.class[:0]
	last := first
	for k := first; k >= 0; k = p.runs[k].next {
		s.at = append(s.at, p.kept[p.runs[k].from:p.runs[k].to]...)
		last = k
	}
	for _, i := range s.at {
		s.class = append(s.class, p.class[i])
	}
	s.level = p.deep[s.at[0]]
	before, after := base, base
	if k := p.runs[first].from; k > 0 {
		before = p.deep[p.kept[k-1]]
	}
	if k := p.runs[last].to; k < len(p.kept) && !opensIsolate(p.given[s.at[len(s.at)-1]]) {
		after = p.deep[p.kept[k]]
	}
	s.start, s.end = direction(max(before, s.level)), direction(max(after, s.level))
	s.weak()
	s.brackets(text, p.given)
	s.neutral()
	for k, i := range s.at {
		levels[i] = s.implicit(k)
	}
}

// direction is the class of a level's letters.
func direction(level int8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}
