package conformance

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts/received"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

// font is a font that text was set in.
type font struct {
	j         *judge
	dict      types.Dict
	kind      string // its Subtype
	name      string // its BaseFont
	ours      bool   // the report's own, which is right
	symbolic  bool
	descend   types.Dict // the CIDFont of a composite one
	standing  *unit.Substitute
	program   *received.Program
	embedded  bool // there is a program, whether it can be read or not
	odd       bool // it is of a kind that no standard names
	encoding  *[256]string
	named     bool // the encoding has a base that names all codes
	differs   map[int]string
	toUnicode *textMap
	codes     *codeMap // of a composite font
	widths    cidWidths
	toGID     []byte // CIDToGIDMap; nil where it is Identity
	resources []types.Dict
	depth     int

	given   types.Array // its Widths, from the code first on
	first   int
	read    bool         // those
	judged  bool         // the font itself, where its text is shown
	missing bool         // that it is not embedded is told
	told    codes        // that were judged; those shown and those in mode 3 apart
	private map[int]bool // codes that stand for private characters
	unknown bool         // codes cannot be read
}

// codes is a set of codes: those of simple fonts are few, and are asked for with every letter of a page.
type codes struct {
	few  [2 * 256]bool
	many map[int]bool
}

// add adds a code; it reports whether it is new.
func (c *codes) add(code int) bool {
	if code < len(c.few) {
		was := c.few[code]
		c.few[code] = true
		return !was
	}
	if c.many[code] {
		return false
	}
	if c.many == nil {
		c.many = map[int]bool{}
	}
	c.many[code] = true
	return true
}

// font reads a font that content sets its text in.
func (j *judge) font(o types.Object, resources []types.Dict, depth int) *font {
	n := pdf.RefNumber(o)
	if f := j.fonts[n]; f != nil && n > 0 {
		return f
	}
	d := j.Dict(o)
	if d == nil {
		return nil
	}
	f := &font{j: j, dict: d, kind: j.Name(d["Subtype"]), name: j.Name(d["BaseFont"]), ours: j.ours[n],
		resources: resources, depth: depth, private: map[int]bool{}}
	if n > 0 {
		j.fonts[n] = f
	}
	if f.ours {
		return f
	}
	descriptor := j.Dict(d["FontDescriptor"])
	if f.kind == "Type0" {
		if kids := j.Array(d["DescendantFonts"]); len(kids) > 0 {
			f.descend, f.standing = j.Dict(kids[0]), j.standing(kids[0])
		}
		descriptor = j.Dict(f.descend["FontDescriptor"])
		f.codes = j.codeMap(d["Encoding"], 0)
		f.widths = j.cidWidths(f.descend)
		f.toGID = j.toGID(f.descend["CIDToGIDMap"])
	} else {
		f.readEncoding()
	}
	flags, _ := j.Int(descriptor["Flags"])
	f.symbolic = flags&symbolicFlag != 0
	f.open(descriptor)
	f.toUnicode = j.textMap(d["ToUnicode"], f.kind != "Type0")
	return f
}

// symbolicFlag says that a font has characters of its own (ISO 32000-1, table 123).
const symbolicFlag = 4

// open reads the program.
func (f *font) open(descriptor types.Dict) {
	keys := map[string][]string{"Type1": {"FontFile", "FontFile3"}, "MMType1": {"FontFile", "FontFile3"},
		"TrueType": {"FontFile2", "FontFile3"}}[f.kind]
	if f.kind == "Type0" {
		keys = []string{"FontFile3"}
		if f.j.Name(f.descend["Subtype"]) == "CIDFontType2" {
			keys = []string{"FontFile2", "FontFile3"}
		}
	}
	for _, k := range keys {
		s, ok := f.j.Stream(descriptor[k])
		if !ok {
			continue
		}
		f.embedded = true
		form, known := received.FormOf(k, f.j.Name(s.Dict["Subtype"]))
		f.odd = !known
		if p, err := f.j.programs.Open(f.j.Document, s, form); err == nil {
			f.program = p
		}
		return
	}
}

// readEncoding reads the encoding of a simple font as far as it names glyphs (9.6.6).
func (f *font) readEncoding() {
	j, e := f.j, f.j.Resolve(f.dict["Encoding"])
	base := ""
	switch v := e.(type) {
	case types.Name:
		base = string(v)
	case types.Dict:
		base = j.Name(v["BaseEncoding"])
		n := pdf.RefNumber(f.dict["Encoding"])
		if f.differs = j.encoded[n]; f.differs == nil || n == 0 { // fonts share their encodings
			f.differs = j.differences(v)
			j.encoded[n] = f.differs
		}
	}
	standard := f.kind == "Type1" && standardFonts[f.name] && j.Dict(f.dict["FontDescriptor"]) == nil
	if _, ok := received.Encoding(base); !ok && standard && f.name != "Symbol" && f.name != "ZapfDingbats" {
		base = "StandardEncoding"
	} else if base == "StandardEncoding" {
		return // it is what the font has without it
	}
	if names, ok := received.Encoding(base); ok {
		f.encoding, f.named = names, true
	}
}

// differences are the names that an encoding gives to codes by itself.
func (j *judge) differences(encoding types.Dict) map[int]string {
	list := j.Array(encoding["Differences"])
	differs := make(map[int]string, len(list))
	code := 0
	for _, o := range list {
		if n, ok := j.Int(o); ok {
			code = n
		} else if n, ok := j.Resolve(o).(types.Name); ok {
			differs[code] = string(n)
			code++
		}
	}
	return differs
}

// glyphName is the name that the dictionary gives to a code; false where it gives none.
func (f *font) glyphName(code int) (string, bool) {
	if n, ok := f.differs[code]; ok {
		return n, true
	}
	if f.named && code < 256 {
		return f.encoding[code], true
	}
	return "", false
}

// subset reports whether the name says that the font is one of some of its glyphs (9.6.4).
func subset(name string) bool {
	if len(name) < 7 || name[6] != '+' {
		return false
	}
	return strings.Trim(name[:6], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// label is what the font is called before people.
func (f *font) label() string {
	if subset(f.name) {
		return f.name[7:]
	}
	return f.name
}

// check judges the dictionary of the font (ISO 19005-3, 6.2.11; ISO 14289-1, 7.21).
func (f *font) check() {
	j, d := f.j, f.dict
	standard := !f.embedded && f.kind == "Type1" && standardFonts[f.name]
	count := len(j.Array(d["Widths"]))
	first, hasFirst := j.Int(d["FirstChar"])
	last, hasLast := j.Int(d["LastChar"])
	switch f.kind {
	case "Type1", "MMType1", "TrueType", "Type3":
		if !standard && (!hasFirst || !hasLast || j.Array(d["Widths"]) == nil || count != last-first+1) {
			j.fail("font-dictionary", f.label())
		}
	case "Type0":
		f.checkComposite()
	default:
		j.fail("font-dictionary", f.label())
		return
	}
	if f.odd || j.Name(d["Type"]) != "Font" || f.name == "" && f.kind != "Type3" {
		j.fail("font-dictionary", f.label())
	}
	if f.kind == "TrueType" {
		f.checkTrueType()
	}
	if f.kind == "Type1" || f.kind == "MMType1" {
		f.checkCharSet()
	}
}

// standardFonts need not give their widths (ISO 32000-1, 9.6.2.2).
var standardFonts = map[string]bool{"Courier": true, "Courier-Bold": true, "Courier-Oblique": true,
	"Courier-BoldOblique": true, "Helvetica": true, "Helvetica-Bold": true, "Helvetica-Oblique": true,
	"Helvetica-BoldOblique": true, "Times-Roman": true, "Times-Bold": true, "Times-Italic": true,
	"Times-BoldItalic": true, "Symbol": true, "ZapfDingbats": true}

// checkTrueType judges how the encoding of a TrueType font goes with its program (6.2.11.6).
func (f *font) checkTrueType() {
	j := f.j
	o := j.Resolve(f.dict["Encoding"])
	base := j.Name(o)
	e, isDict := o.(types.Dict)
	if isDict {
		base = j.Name(e["BaseEncoding"])
	}
	if f.symbolic {
		if (base != "" || isDict) && !(isDict && e["BaseEncoding"] == nil) {
			j.fail("truetype-symbolic-encoding", f.label())
		}
	} else if base != "MacRomanEncoding" && base != "WinAnsiEncoding" ||
		isDict && e["Differences"] != nil && !f.differencesKnown() {
		j.fail("truetype-encoding", f.label())
	}
	if f.program == nil || f.program.Kind != received.TrueType {
		return
	}
	maps, symbols := len(f.program.CMaps), f.program.CMap(3, 0) != nil
	if !f.symbolic && (maps == 0 || symbols && maps == 1) {
		j.fail("truetype-maps", f.label())
	}
	if f.symbolic && maps != 1 && !symbols {
		j.fail("truetype-symbolic-maps", f.label())
	}
}

// differencesKnown reports whether all names of Differences are in the Adobe Glyph List, and the program has a
// map for Unicode.
func (f *font) differencesKnown() bool {
	if f.program == nil || f.program.CMap(3, 1) == nil {
		return false
	}
	for _, name := range f.differs {
		if _, ok := received.Text(name); !ok {
			return false
		}
	}
	return true
}

// checkCharSet judges the list of glyphs of a subset (6.2.11.4.2).
func (f *font) checkCharSet() {
	list, ok := f.j.String(f.j.Dict(f.dict["FontDescriptor"])["CharSet"])
	if !ok || !f.embedded || !subset(f.name) || f.program == nil {
		return
	}
	named := map[string]bool{}
	for n := range strings.SplitSeq(string(list), "/") {
		if n = strings.TrimSpace(n); n != "" && n != received.Notdef {
			named[n] = true
		}
	}
	count := 0
	for n := range f.program.Glyphs {
		if n == received.Notdef {
			continue
		}
		if count++; !named[n] {
			f.j.fail("charset", f.label())
			return
		}
	}
	if count != len(named) {
		f.j.fail("charset", f.label())
	}
}
