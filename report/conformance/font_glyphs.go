package conformance

import (
	"math"
	"slices"
	"strings"

	"rapporteur/fonts/received"
	"rapporteur/report/unit"
)

// used judges the font where text is shown in it: the program must be there, unless the text is invisible.
func (f *font) used(c *content) {
	if f.ours || f.standing != nil {
		return
	}
	if !f.judged {
		f.judged = true
		f.check()
	}
	if f.program == nil && !f.missing && f.kind != "Type3" && !c.state.invisible {
		f.missing = true
		f.j.fail("font-not-embedded", f.label())
	}
}

// show judges the glyphs of a string.
func (f *font) show(c *content, s []byte) {
	if f.ours || f.unknown {
		return
	}
	if f.kind != "Type0" {
		shown := 0
		if c.state.invisible {
			shown = 1
		}
		for _, b := range s {
			if len(f.private) == 0 && f.told.few[int(b)<<1+shown] { // as nearly every letter of a page is
				continue
			}
			f.code(c, int(b), int(b))
		}
		return
	}
	for len(s) > 0 {
		code, size, cid := f.codes.next(s)
		s = s[size:]
		f.code(c, code|size<<32, cid)
	}
}

// code judges a glyph, once for each way in which it can be shown. id tells codes apart; of a composite font, cid is
// what it stands for.
func (f *font) code(c *content, id, cid int) {
	key := id << 1
	if c.state.invisible {
		key++
	}
	if !f.told.add(key) {
		if f.private[id] && !c.mark.spoken {
			f.j.fail("private-character", f.label())
		}
		return
	}
	code := id & (1<<32 - 1)
	f.text(c, code, cid, id)
	if f.kind == "Type3" {
		f.glyph3(code)
	} else if f.standing != nil {
		f.stand(c, cid)
	} else if f.kind == "Type0" {
		f.composite(c, cid)
	} else {
		f.simple(c, code)
	}
}

// text judges what a code stands for (ISO 14289-1, 7.21.7; ISO 19005-3, 6.2.11.7).
func (f *font) text(c *content, code, cid, id int) {
	t, ok := f.textOf(code, cid)
	switch {
	case !ok:
		f.j.fail("glyph-without-text", f.label())
	case strings.ContainsAny(t, "\x00\uFEFF\uFFFE"):
		f.j.fail("glyph-unfit-text", f.label())
	case t == "" || strings.ContainsRune(t, '\uFFFD'):
		f.j.fail("glyph-says-nothing", f.label())
	case strings.ContainsFunc(t, private):
		if f.private[id] = true; !c.mark.spoken {
			f.j.fail("private-character", f.label())
		}
	}
}

// private reports whether a character is in a private use area.
func private(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 && r <= 0xFFFFD || r >= 0x100000 && r <= 0x10FFFD
}

// textOf is the text of a code: by ToUnicode, else of a simple font by the name of its glyph. Of what readers know by
// the font, a public collection or ZapfDingbats, it is a blank.
func (f *font) textOf(code, cid int) (string, bool) {
	if t, ok := f.toUnicode.of(code); ok {
		return t, true
	}
	if f.kind == "Type0" {
		return " ", f.codes != nil && f.codes.collection() || f.collection()
	}
	name, ok := f.glyphName(code)
	if !ok {
		if name, ok = f.programName(code); !ok {
			return "", false
		}
		if name == " " { // a program that gives no names
			return " ", true
		}
	}
	if t, ok := received.Text(name); ok {
		return t, true
	}
	return " ", symbolNames(name)
}

// collection reports whether the CIDs of the font are those of a public collection, whose characters are known.
func (f *font) collection() bool {
	if f.codes == nil || !f.codes.identity {
		return false
	}
	info := f.j.Dict(f.descend["CIDSystemInfo"])
	registry, _ := f.j.String(info["Registry"])
	ordering, _ := f.j.String(info["Ordering"])
	return string(registry) == "Adobe" && collections[string(ordering)]
}

var collections = map[string]bool{"Japan1": true, "Korea1": true, "KR": true, "GB1": true, "CNS1": true}

// symbolNames reports whether a name is one of ZapfDingbats' own, a1 to a206: its characters are in Unicode, and
// known by the font.
func symbolNames(name string) bool {
	return len(name) > 1 && len(name) <= 4 && name[0] == 'a' && strings.Trim(name[1:], "0123456789") == ""
}

// programName is the name that the program gives to a code.
func (f *font) programName(code int) (string, bool) {
	p := f.program
	if p == nil {
		return "", false
	}
	if p.Kind == received.TrueType {
		return " ", f.symbolic || f.dict["Encoding"] == nil
	}
	if code < 0 || code > 255 || p.Kind != received.Type1 {
		return "", false
	}
	return p.Code(code), code > 0
}

// widthSlack is by how much a width may differ, in thousandths of the size (ISO 19005-3, 6.2.11.5).
const widthSlack = 1

// judgeWidth compares the widths of a glyph in the program and in the dictionary.
func (f *font) judgeWidth(program, dictionary float64) {
	if math.Abs(program-dictionary) > widthSlack {
		f.j.fail("glyph-width", f.label())
	}
}

// composite judges a glyph of a composite font.
func (f *font) composite(c *content, cid int) {
	if f.program == nil {
		return
	}
	if cid == 0 || !f.hasCID(cid) {
		f.j.fail("notdef", f.label())
		if cid != 0 && !c.state.invisible {
			f.j.fail("glyph-missing", f.label())
		}
	}
	if !c.state.invisible {
		f.judgeWidth(f.programCID(cid), f.widths.of(cid))
	}
}

// stand judges a glyph of an open font in the place of one that the file does not hold, which may lack it, or have it
// in another width.
func (f *font) stand(c *content, cid int) {
	i := slices.IndexFunc(f.standing.Glyphs, func(g unit.WideGlyph) bool { return int(g.ID) == cid })
	if i < 0 || cid == 0 {
		f.j.fail("notdef", f.label())
		return
	}
	if g := f.standing.Glyphs[i]; !c.state.invisible {
		f.judgeWidth(g.Own, g.Width)
	}
}

// simple judges a glyph of a simple font.
func (f *font) simple(c *content, code int) {
	name, named := f.glyphName(code)
	if named && name == received.Notdef || !named && code == 0 && f.kind == "TrueType" {
		f.j.fail("notdef", f.label())
	}
	if f.program == nil || c.state.invisible {
		return
	}
	width, has := f.programGlyph(code, name, named)
	if !has && code != 0 {
		f.j.fail("glyph-missing", f.label())
	}
	f.judgeWidth(width, f.dictionaryWidth(code))
}

// dictionaryWidth is the width that the dictionary of a simple font gives to a code.
func (f *font) dictionaryWidth(code int) float64 {
	j := f.j
	if !f.read {
		f.read = true
		f.first, _ = j.Int(f.dict["FirstChar"])
		f.given = j.Array(f.dict["Widths"])
	}
	if code >= f.first && code-f.first < len(f.given) {
		w, _ := j.Number(f.given[code-f.first])
		return w
	}
	w, _ := j.Number(j.Dict(f.dict["FontDescriptor"])["MissingWidth"])
	return w
}

// programGlyph is the width that the program gives to a code, and whether it has a glyph for it.
func (f *font) programGlyph(code int, name string, named bool) (float64, bool) {
	p := f.program
	switch {
	case p.Kind == received.TrueType && (f.symbolic || f.dict["Encoding"] == nil):
		g := p.Symbol(code)
		if g == 0 && len(p.CMaps) > 0 && p.CMap(3, 0) == nil && p.CMap(1, 0) == nil {
			g = p.CMaps[0].Glyphs[code]
			return p.Width(g), false
		}
		return p.Width(g), g != 0
	case p.Kind == received.TrueType:
		if !named || name == received.Notdef {
			standard, _ := received.Encoding("StandardEncoding")
			name = standard[code]
		}
		g := p.Named(name)
		return p.Width(g), g > 0 && g < p.Count && name != received.Notdef
	case p.Kind == received.CID:
		g, ok := p.CIDs[code]
		return p.Width(g), ok
	}
	if !named {
		name = p.Code(code)
	}
	g, ok := p.Glyphs[name]
	if !ok && len(p.Widths) > 0 {
		g = p.Glyphs[received.Notdef]
	}
	return p.Width(g), ok
}

// glyph3 judges a glyph of a Type 3 font: a stream that draws it, which says its width first.
func (f *font) glyph3(code int) {
	name, named := f.glyphName(code)
	if named && name == received.Notdef {
		f.j.fail("notdef", f.label())
	}
	o := f.j.Dict(f.dict["CharProcs"])[name]
	s, ok := f.j.Stream(o)
	if !ok {
		f.j.fail("glyph-missing", f.label())
		return
	}
	resources := f.resources
	if r := f.j.Dict(f.dict["Resources"]); r != nil {
		resources = append(resources[:0:0], r)
	}
	f.j.apart(o, resources, f.depth+1, true)
	if data, err := f.j.Decode(*s, maxDecoded); err == nil {
		if w, ok := glyphWidth(data); ok {
			f.judgeWidth(w, f.dictionaryWidth(code))
		}
	}
}
