// Package fonts goes from font files to glyphs: which font sets a character, its widths and measures, a face that
// go-text shapes with, and the subset that a PDF embeds. It holds the embedded families and takes the user's own (TTF,
// OTF with CFF outlines, members of a TTC).
//
// Not its task: shaping, order of text, sizes, and anything of PDF but the font program and the figures of a font
// descriptor.
//
// Work is done when first asked for and once a font: a character map when a character is looked up (tens of
// microseconds), the layout tables when the first face is taken (about a millisecond). The embedded files are strings
// of the binary and are not copied here.
package fonts

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"sync"
	"unsafe"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// GID is a glyph's number in the font as given.
type GID = uint16

// Font is one face of a font file. It is safe for concurrent use.
type Font struct {
	name  string        // file name, or as given to Parse
	data  func() []byte // read only: of an embedded font it is the binary's own memory
	index int           // member of a collection

	key   func() string
	base  func() (*base, *FaultError)      // directory, character map and measures
	shape func() (*font.Font, *FaultError) // everything that shaping needs
}

// base is what looking up characters, measuring and embedding need: all but the layout tables.
type base struct {
	sfnt
	cff          bool
	glyphs, upem int
	longMetrics  int // advances in hmtx
	hmtx         []byte
	cmap         font.Cmap
	psName       string
	metrics      Metrics
	bold, italic bool
}

// newFont makes a font that reads nothing yet. key gives the content's key, nil to hash it when asked.
func newFont(name string, data func() []byte, index int, sum string) *Font {
	f := &Font{name: name, data: data, index: index}
	f.key = sync.OnceValue(func() string {
		if sum == "" {
			h := sha256.Sum256(data())
			sum = hex.EncodeToString(h[:])
		}
		return sum[:16] + "#" + strconv.Itoa(index)
	})
	f.base = sync.OnceValues(func() (*base, *FaultError) { return readBase(name, data(), index) })
	f.shape = sync.OnceValues(func() (*font.Font, *FaultError) { return readShape(name, data(), index) })
	return f
}

// Parse reads a user's font: member index of a collection, 0 of any other file. It keeps data, which must not change
// afterwards. name stands in errors, which are all *FaultError.
func Parse(name string, data []byte, index int) (*Font, error) {
	f := newFont(name, func() []byte { return data }, index, "")
	b, fault := f.base()
	if fault == nil {
		fault = mayEmbed(b)
	}
	if fault == nil {
		_, fault = f.shape()
	}
	if fault == nil {
		fault = tryWidths(f)
	}
	if fault == nil {
		fault = tryOutlines(f)
	}
	if fault != nil {
		fault.Name = name
		return nil, fault
	}
	return f, nil
}

// Members says how many faces a font file holds: 1, or those of a collection. An error is a *FaultError without a
// name.
func Members(data []byte) (int, error) {
	offs, fault := members(data)
	if fault != nil {
		return 0, fault
	}
	return len(offs), nil
}

// readBase reads one face as far as base goes.
func readBase(name string, data []byte, index int) (b *base, fault *FaultError) {
	defer rescue(&fault)
	offs, fault := members(data)
	if fault != nil {
		return nil, fault
	}
	if index < 0 || index >= len(offs) {
		return nil, &FaultError{Kind: NoMember, Detail: fmt.Sprintf("face %d of %d", index, len(offs))}
	}
	b = new(base)
	if b.sfnt, fault = readSfnt(data, offs[index]); fault != nil {
		return nil, fault
	}
	if fault = b.kind(); fault != nil {
		return nil, fault
	}
	if fault = b.measures(); fault != nil {
		return nil, fault
	}
	b.psName = postScriptName(b.tables["name"], name)

	os2, _, _ := tables.ParseOs2(b.tables["OS/2"])
	raw, _, err := tables.ParseCmap(b.tables["cmap"])
	if err != nil {
		return nil, &FaultError{Kind: NoCharacters, Detail: err.Error()}
	}
	if b.cmap, _, err = font.ProcessCmap(raw, os2.FontPage()); err != nil {
		return nil, &FaultError{Kind: NoCharacters, Detail: err.Error()}
	}
	return b, nil
}

// readShape has go-text parse the font and mends its coverages.
func readShape(name string, data []byte, index int) (f *font.Font, fault *FaultError) {
	defer rescue(&fault)
	lds, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, &FaultError{Kind: Damaged, Detail: err.Error()}
	}
	if index >= len(lds) {
		return nil, &FaultError{Kind: NoMember}
	}
	if f, err = font.NewFont(lds[index]); err != nil {
		return nil, &FaultError{Kind: Damaged, Detail: err.Error()}
	}
	if err = mendCoverages(f); err != nil {
		return nil, &FaultError{Kind: Damaged, Detail: err.Error()}
	}
	return f, nil
}

// rescue turns a panic of a parser into a fault: font files come from anywhere.
func rescue(fault **FaultError) {
	if r := recover(); r != nil {
		*fault = &FaultError{Kind: Damaged, Detail: fmt.Sprint(r)}
	}
}

// read gives the base of a font that Parse has passed or that is embedded, and so cannot fail.
func (f *Font) read() *base {
	b, fault := f.base()
	if fault != nil {
		panic(fault)
	}
	return b
}

// Name is the PostScript name, of letters, digits and - . _ + only, never empty.
func (f *Font) Name() string { return f.read().psName }

// File is the name given to Parse.
func (f *Font) File() string { return f.name }

// Key names the font by its content: the first 16 hexadecimal digits of the file's SHA-256, "#" and the member's
// number.
func (f *Font) Key() string { return f.key() }

// Upem is the number of font units in an em.
func (f *Font) Upem() int { return f.read().upem }

// Glyphs is how many glyphs the font has. The substitutions of a damaged font may name others.
func (f *Font) Glyphs() int { return f.read().glyphs }

// CFF reports whether the outlines are CFF (PostScript), not glyf (TrueType).
func (f *Font) CFF() bool { return f.read().cff }

// Bold reports whether the face is bold (semibold counts), by OS/2 and head.
func (f *Font) Bold() bool { return f.read().bold }

// Italic reports whether the face is italic or oblique, by OS/2, head and post.
func (f *Font) Italic() bool { return f.read().italic }

// Glyph gives the glyph of a character; false when the font has none.
func (f *Font) Glyph(r rune) (GID, bool) {
	b := f.read()
	g, ok := b.cmap.Lookup(r)
	if !ok || g == 0 || int(g) >= b.glyphs {
		return 0, false
	}
	return GID(g), true
}

// Advance is a glyph's width in font units, 0 for a glyph that the font has not.
func (f *Font) Advance(g GID) int {
	b := f.read()
	if int(g) >= b.glyphs {
		return 0
	}
	return u16(b.hmtx, 4*min(int(g), b.longMetrics-1))
}

// Face gives a new face to shape with: one a goroutine, for its caches are not safe for concurrent use. Keep it: a new
// one costs an allocation of 20 bytes a glyph.
func (f *Font) Face() *font.Face {
	s, fault := f.shape()
	if fault != nil {
		panic(fault) // Parse has tried, and a test tries the embedded ones
	}
	return font.NewFace(s)
}

// bytesOf views an embedded string as bytes without the copy that embed.FS would make (15 MB in all). Nothing here
// writes to them.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
