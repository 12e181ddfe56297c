package fonts

// The embedded families by style: regular, bold, italic, bold italic (Face as an index, see style).
var (
	sourceSerif = quartet("SourceSerif4-Regular", "SourceSerif4-Bold", "SourceSerif4-It", "SourceSerif4-BoldIt")
	// The caption cut has no bold: at 8 to 9 pt the text's bold is sturdy enough.
	sourceCaption = quartet("SourceSerif4Caption-Regular", "SourceSerif4-Bold", "SourceSerif4Caption-It",
		"SourceSerif4-BoldIt")
	sourceSans = quartet("SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-It", "SourceSans3-SemiboldIt")
	// Letters that Source Serif lacks.
	notoSerif = quartet("NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSerif-BoldItalic")
	amiri     = quartet("Amiri-Regular", "Amiri-Bold", "Amiri-Italic", "Amiri-BoldItalic")

	stix       = embedded["STIXTwoMath-Regular"] // signs, in one style
	hanRegular = embedded["NotoSerifCJKsc-Regular"]
	hanBold    = embedded["NotoSerifCJKsc-Bold"]
	hanSans    = embedded["NotoSansCJKsc-Bold"]
)

func quartet(regular, bold, italic, boldItalic string) [4]*Font {
	return [4]*Font{embedded[regular], embedded[bold], embedded[italic], embedded[boldItalic]}
}

// style numbers the four styles as the quartets have them.
func style(bold, italic bool) int {
	n := 0
	if bold {
		n = 1
	}
	if italic {
		n += 2
	}
	return n
}

// chain is the order in which fonts are asked for a character, for one face and habit.
type chain struct {
	habit Habit
	own   []*Font // the face itself: the user's fonts of this style, then the embedded one
	users int     // how many of own are the user's
	han   []*Font // bold first when bold is asked for; only the regular has every character
	arab  []*Font
	all   []*Font // the whole order, own included
}

func (l *Library) newChain(f Face, habit Habit) *chain {
	s := style(f.Bold, f.Italic)
	c := &chain{habit: habit}

	mine := l.user[f.Family]
	if f.Family == Caption && len(mine) == 0 {
		mine = l.user[Serif]
	}
	var rest []*Font // the user's other styles and families: better than no glyph
	for _, u := range mine {
		if style(u.Bold(), u.Italic()) == s {
			c.own = append(c.own, u)
		} else {
			rest = append(rest, u)
		}
	}
	c.users = len(c.own)
	for fam := range families {
		rest = append(rest, inStyle(l.user[fam], s)...)
		rest = append(rest, l.user[fam]...)
	}

	other := sourceSans[s]
	switch f.Family {
	case Sans:
		c.own, other = append(c.own, sourceSans[s]), sourceSerif[s]
	case Caption:
		c.own = append(c.own, sourceCaption[s])
	default:
		c.own = append(c.own, sourceSerif[s])
	}

	switch {
	case f.Bold && f.Family == Sans:
		c.han = []*Font{hanSans, hanBold, hanRegular}
	case f.Bold:
		c.han = []*Font{hanBold, hanRegular}
	default:
		c.han = []*Font{hanRegular}
	}
	c.arab = []*Font{amiri[s]}

	c.all = append(c.all, c.own...)
	if habit == Square { // signs of Chinese text, from ① to ℃, stand on the square of its letters
		c.all = append(c.all, c.han...)
	}
	c.all = append(c.all, notoSerif[s], stix, other)
	c.all = append(c.all, c.han...)
	c.all = append(c.all, c.arab...)
	c.all = append(c.all, rest...)
	return c
}

// inStyle gives those of some fonts that have a style.
func inStyle(list []*Font, s int) (out []*Font) {
	for _, f := range list {
		if style(f.Bold(), f.Italic()) == s {
			out = append(out, f)
		}
	}
	return out
}

// find gives the font for r, nil when none has it.
func (c *chain) find(r rune) *Font {
	switch {
	case ignorable(r): // nothing is drawn, but a joiner between two letters must not part them
		if c.habit == Arabic {
			return c.find('ب')
		}
		return c.own[0]
	case isSpace(r): // a shaper makes the widths of spaces that a font lacks from its word space
		r = ' '
	}
	if c.habit == Arabic && !foreignInArabic(r) || isArabic(r) {
		if f := first(c.own[:c.users], r, 'ب'); f != nil {
			return f
		}
		if f := first(c.arab, r, r); f != nil {
			return f
		}
	}
	if isHan(r) || c.habit == Square && isWideSign(r) {
		// A user's Latin font has “ ” too, but not on the square: in Chinese only a font with Chinese letters may set
		// them.
		if f := first(c.own[:c.users], r, '中'); f != nil {
			return f
		}
		if f := first(c.han, r, r); f != nil {
			return f
		}
	}
	if set := setOf(r); set != nil {
		for _, f := range c.all {
			if hasAll(f, set) {
				return f
			}
		}
	}
	if f := first(c.all, r, r); f != nil {
		return f
	}
	if r == 0x2011 { // the no-break hyphen is the hyphen, and shapers draw it so
		return c.find(0x2010)
	}
	return nil
}

// first gives the first font that has both characters.
func first(fonts []*Font, r, with rune) *Font {
	for _, f := range fonts {
		if _, ok := f.Glyph(r); ok {
			if _, ok = f.Glyph(with); ok || r == with {
				return f
			}
		}
	}
	return nil
}

func hasAll(f *Font, set []rune) bool {
	for _, r := range set {
		if _, ok := f.Glyph(r); !ok {
			return false
		}
	}
	return true
}
