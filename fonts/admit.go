package fonts

import (
	"fmt"
	"slices"
)

// kind tells the outlines' format, and refuses what cannot be subset to a plain PDF font: variable fonts, bitmaps, more
// glyphs than a glyph number of 16 bits reaches.
func (b *base) kind() *FaultError {
	has := func(tag string) bool { _, ok := b.tables[tag]; return ok }
	for _, tag := range [...]string{"fvar", "gvar", "CFF2", "cvar"} {
		if has(tag) {
			return &FaultError{Kind: Variable, Detail: "table " + tag + "; a static instance is needed"}
		}
	}
	// Beyond 65,535 glyphs a font needs the tables of ISO/IEC 14496-22:2019's successors, with capitals for names.
	for _, tag := range [...]string{"MAXP", "GLYF", "LOCA", "HMTX"} {
		if has(tag) {
			return &FaultError{Kind: TooManyGlyphs, Detail: "table " + tag}
		}
	}
	b.cff = has("CFF ")
	if !b.cff && !(has("glyf") && has("loca")) {
		return &FaultError{Kind: NoOutlines}
	}
	if !has("cmap") {
		return &FaultError{Kind: NoCharacters, Detail: "no table cmap"}
	}
	return nil
}

// Bits of OS/2 fsType.
const (
	fsRestricted = 0x0002
	fsPreview    = 0x0004
	fsEditable   = 0x0008
	fsNoSubset   = 0x0100
	fsBitmaps    = 0x0200
)

// mayEmbed asks OS/2 fsType whether a document may carry a subset of the outlines. Of several usage bits, which fonts
// before OS/2 version 3 may set, the least restrictive counts (OpenType, OS/2, fsType). A font without OS/2 forbids
// nothing.
func mayEmbed(b *base) *FaultError {
	t := uint16(u16(b.tables["OS/2"], 8))
	why := ""
	switch {
	case t&fsRestricted != 0 && t&(fsPreview|fsEditable) == 0:
		why = "its licence allows no embedding"
	case t&fsBitmaps != 0:
		why = "its licence allows bitmaps only to be embedded"
	case t&fsNoSubset != 0:
		why = "its licence allows no subset to be embedded"
	default:
		return nil
	}
	return &FaultError{Kind: Restricted, FsType: t, Detail: fmt.Sprintf("%s (fsType %#04x)", why, t)}
}

// triedAtOnce is how many glyphs tryOutlines puts into one program: those of a large font together would be more than a
// program may hold.
const triedAtOnce = 4096

// tryOutlines makes subsets of a user's font with all its glyphs, so that outlines that cannot be embedded are known
// while somebody can still be told where the font was named. It takes a few microseconds a glyph.
func tryOutlines(f *Font) *FaultError {
	all := make([]GID, f.read().glyphs)
	for g := range all {
		all[g] = GID(g)
	}
	for some := range slices.Chunk(all, triedAtOnce) {
		if _, err := f.Subset(some); err != nil {
			return &FaultError{Kind: Damaged, Detail: err.Error()}
		}
	}
	return nil
}

// widest is how wide a letter or a sign of ASCII may be, in ems. The widest of any font are about two.
const widest = 4

// tryWidths refuses a user's font whose widths are nonsense: what stood in the place of its table is something else,
// and page numbers would run off the page.
func tryWidths(f *Font) *FaultError {
	for r := ' '; r <= '~'; r++ {
		if g, ok := f.Glyph(r); ok && f.Advance(g) > widest*f.Upem() {
			return &FaultError{Kind: Damaged, Detail: fmt.Sprintf("%q is %d ems wide", r, f.Advance(g)/f.Upem())}
		}
	}
	return nil
}
