package fonts

import (
	"encoding/binary"
	"slices"
	"sync"
	"sync/atomic"
)

// Family is a role in the report's design.
type Family int

const (
	Serif   Family = iota // running text
	Sans                  // headings, tables, labels
	Caption               // the serif cut for 8 to 9 pt: notes and tables
	Others                // the user's alone, for letters that all other fonts lack; no text asks for it
	families
)

// Face is what a text asks for.
type Face struct {
	Family       Family
	Bold, Italic bool
}

// Library tells which font sets a character. It is safe for concurrent use.
type Library struct {
	user   map[Family][]*Font
	fonts  []*Font // every font that any chain names, numbered; an answer is kept as such a number
	number map[*Font]uint32
	// byKey is made when first asked for: hashing the user's fonts takes a while.
	byKey func() map[string]*Font
	// By face and habit; filled as characters are asked for.
	planes [int(families) * 4 * int(habits)]atomic.Pointer[plane]
}

// A plane keeps the answers for one face and habit: pages of 256 characters, made when first touched. An answer is
// 0 while unknown, else 1 + the font's number, else unset when no font has the character. Whoever finds it unknown
// works it out, perhaps twice, to the same.
type plane struct {
	chain *chain
	pages [(0x10FFFF + 1) / 256]atomic.Pointer[[256]atomic.Uint32]
}

const unset = ^uint32(0)

// NewLibrary makes a library of the embedded families. The user's fonts, if any, come before the embedded ones of
// their family, but for Others, which come last; captions without fonts of their own take the user's serif.
func NewLibrary(user map[Family][]*Font) *Library {
	l := &Library{user: make(map[Family][]*Font, len(user)), number: map[*Font]uint32{}}
	add := func(f *Font) {
		if _, have := l.number[f]; !have {
			l.number[f] = uint32(len(l.fonts))
			l.fonts = append(l.fonts, f)
		}
	}
	for fam := range families {
		l.user[fam] = append([]*Font(nil), user[fam]...)
		for _, f := range l.user[fam] {
			add(f)
		}
	}
	for _, name := range embeddedNames {
		add(embedded[name])
	}
	l.byKey = sync.OnceValue(func() map[string]*Font {
		found := make(map[string]*Font, len(l.fonts))
		for _, f := range l.fonts {
			if _, have := found[f.Key()]; !have { // the user's, where it is a copy of one of ours
				found[f.Key()] = f
			}
		}
		return found
	})
	return l
}

// ByKey gives the font of a key (Font.Key), one of the user's or of ours, so that what was kept with keys finds its
// fonts again; false where the library has none. No font is parsed for it; the files of the user's are hashed once.
func (l *Library) ByKey(key string) (*Font, bool) {
	if f, ok := l.byKey()[key]; ok {
		return f, true
	}
	for _, f := range substitutes() {
		if f.Key() == key {
			return f, true
		}
	}
	return nil, false
}

// Canonical appends the fonts of each family in the order in which they are asked for a character, by their keys,
// with a length before each list and key: two libraries that write the same pick the same fonts.
func (l *Library) Canonical(b []byte) []byte {
	for fam := range families {
		b = binary.AppendUvarint(b, uint64(len(l.user[fam])))
		for _, f := range l.user[fam] {
			b = append(binary.AppendUvarint(b, uint64(len(f.Key()))), f.Key()...)
		}
	}
	for _, name := range embeddedNames {
		key := embedded[name].Key()
		b = append(binary.AppendUvarint(b, uint64(len(key))), key...)
	}
	return b
}

// Pick gives the font that sets r in a face, in text of a habit, and the size it wants, per mille of the nominal size:
// Amiri beside Latin 1240, all others 1000. nil when no font has r.
//
// It looks at one character. Where that is not enough, the caller knows more: a mark that combines stays in its
// base's font if that has it (ask Glyph); so do variation selectors and joiners, for which Pick names the face's
// own font whether it has them or not (U+00AD and all other default-ignorables are never missing); a foreign
// passage is asked for by its own habit, spaces and all.
func (l *Library) Pick(f Face, habit Habit, r rune) (*Font, int) {
	if r < 0 || r > 0x10FFFF || f.Family < 0 || f.Family >= families || habit < 0 || habit >= habits {
		return nil, 1000
	}
	slot := int(f.Family) * 4
	if f.Bold {
		slot++
	}
	if f.Italic {
		slot += 2
	}
	at := &l.planes[slot*int(habits)+int(habit)]
	p := at.Load()
	if p == nil {
		at.CompareAndSwap(nil, &plane{chain: l.newChain(f, habit)})
		p = at.Load()
	}
	pg := p.pages[r>>8].Load()
	if pg == nil {
		p.pages[r>>8].CompareAndSwap(nil, new([256]atomic.Uint32))
		pg = p.pages[r>>8].Load()
	}
	n := pg[r&255].Load()
	if n == 0 {
		n = unset
		if font := p.chain.find(r); font != nil {
			n = 1 + l.number[font]
		}
		pg[r&255].Store(n)
	}
	if n == unset {
		return nil, 1000
	}
	font := l.fonts[n-1]
	if slices.Contains(amiri[:], font) {
		return font, amiriScale
	}
	return font, 1000
}

// amiriScale: Amiri's letters look as large at 13 points as Source Serif's at 10.5 (measured beside each other).
const amiriScale = 1240
