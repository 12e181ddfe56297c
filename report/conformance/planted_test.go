package conformance

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/fonts/received"
	"rapporteur/report/unit"
)

// planted has a fault for each rule: what is replaced in a sound unit, and by what.
var planted = []struct{ rule, old, new string }{
	{"font-not-embedded", "/FontFile2 ", "/FontFileX "},
	{"font-dictionary", "/LastChar 65", "/LastChar 66"},
	{"cidtogidmap", "/CIDToGIDMap/Identity", ""},
	{"cmap-unknown", "/Identity-H", "/90ms-RKSJ-H"},
	{"charset", "/FontFile3 ", "/CharSet(/A/B)/FontFile3 "},
	{"truetype-encoding", "/Amiri/Encoding/WinAnsiEncoding", "/Amiri"},
	{"truetype-symbolic-encoding", "<</Flags 32/FontFile2 ", "<</Flags 4/FontFile2 "},
	{"glyph-missing", "<0005>Tj", "<FFF0>Tj"},
	{"notdef", "<0005>Tj", "<0000>Tj"},
	{"glyph-width", "/W[5 [317]", "/W[6 [317]"},
	{"glyph-without-text", "<0005><0041>", "<0006><0041>"},
	{"glyph-unfit-text", "<0005><0041>", "<0005><FEFF>"},
	{"glyph-says-nothing", "<0005><0041>", "<0005><FFFD>"},
	{"glyph-says-nothing", "<0005><0041>", "<0005><>"},
	{"private-character", "<0005><0041>", "<0005><E001>"},
	{"untagged", "/Artifact BMC", "/Span BMC"},
	{"artifact-in-content", "BT /F1", "/Artifact BMC EMC BT /F1"},
	{"content-in-artifact", "/Sh sh", "/P<</MCID 0>>BDC EMC /Sh sh"},
	{"operator", "/Sh sh", "/Sh sh nonsense"},
	{"resources-inherited", "0 0 9 9 re f", "/Im Do"},
	{"limits", "3 3 2 2 re", "3000000000 3 2 2 re"},
	{"limits", "3 3 2 2 re", "99999999999999999999 3 2 2 re"},
	{"limits-string", "/Sh sh", "/X<</Y(" + strings.Repeat("x", 40000) + ")>>DP /Sh sh"},
	{"hexadecimal", "/Sh sh", "/X<</Y<414>>>DP /Sh sh"},
	{"hexadecimal", "<0005>Tj", "<000g>Tj"},
	{"form-twice", "/Subtype/Form|0 0 9 9 re f|/Fm Do",
		"/Subtype/Form/StructParents 0|/P<</MCID 2>>BDC 0 0 9 9 re f EMC|/Fm Do /Fm Do"},
	{"nesting", "/G gs", strings.Repeat("q ", 29) + "/G gs"},
	{"too-much", "/G gs", strings.Repeat("q ", maxOpen+1) + "/G gs"},
	{"too-much", "/Sh sh", strings.Repeat("/Span BMC ", maxOpen+1) + "/Sh sh"},
	{"undecodable", "/BBox[0 0 9 9]", "/BBox[0 0 9 9]/Filter/DCTDecode"},
	{"postscript", "/Subtype/Form", "/Subtype/Form/PS null/Subtype2/PS"},
	{"form-reference", "/Subtype/Form", "/Subtype/Form/Ref<<>>"},
	{"cmyk", "3 3 2 2 re f", "0 0 0 1 k"},
	{"cmyk", "/ColorSpace/DeviceGray", "/ColorSpace/DeviceCMYK"},
	{"profile", "mntr", "link"},
	{"overprint", "/BM/Multiply", "/BM/Multiply/op true/OPM 1"},
	{"overprint", "/BM/Multiply|/ColorSpace<<|/Icc cs 0 0 0 0 sc", "/BM/Multiply/op true/OPM 1|" +
		"/ColorSpace<</DefaultCMYK[/ICCBased<</N 4>>]|0 0 0 1 k"},
	{"colorants", "/Cyan /Gold", "/Cyan /Rust"},
	{"colorant-twice", "/Colorants<</Gold ",
		"/Colorants<</Gold[/Separation/Gold/DeviceGray 7]/Silver[/Separation/Gold/DeviceGray 8]/Tin "},
	{"colorants-many", "/Cyan /Gold", strings.Repeat("/Cyan", 33)},
	{"transfer", "/BM/Multiply", "/TR/Identity"},
	{"transfer", "/BM/Multiply", "/HT<</HalftoneType 6>>"},
	{"rendering-intent", "/RI/Perceptual", "/RI/Vivid"},
	{"blend", "/BM/Multiply", "/BM/Glow"},
	{"image-alternates", "/Subtype/Image", "/Subtype/Image/Alternates[]"},
	{"interpolate", "/ColorSpace/DeviceGray", "/ColorSpace/DeviceGray/Interpolate true"},
	{"image-bits", "/BitsPerComponent 8", "/BitsPerComponent 7"},
	{"image-bits", "/Sh sh", "/Sh sh BI/W 1/H 1/BPC 3/CS/G ID a EI"},
	{"image-bits", "/Sh sh", "/Sh sh BI/W 1/H 1/BPC 8/IM true ID a EI"},
	{"jpx-channels", "\x01\x00\x03\x07\x07", "\x01\x00\x02\x07\x07"},
	{"jpx-bits", "\x01\x00\x03\x07\x07", "\x01\x00\x03\xFF\x07"},
	{"jpx-colour", "colr\x01", "colr\x07"},
	{"annotation-kind", "/Subtype/Square", "/Subtype/Sound"},
	{"annotation-flags", "/F 4", ""},
	{"annotation-hidden", "/F 4", "/F 36"},
	{"look-missing", "/AP<<", "/AQ<<"},
	{"look-more", "/AP<<", "/AP<</D null/R 1"},
	{"look-states", "/Subtype/Square", "/Subtype/Square/AP<</N<<>>>>"},
	{"cid-system", "/WMode 0", "/WMode 0/CIDSystemInfo<</Registry(Adobe)/Ordering(Other)/Supplement 0>>"},
	{"cmap-mode", "/WMode 0", "/WMode 1"},
	{"cid-large", "<05> <05> 5", "<05> <06> 65535"},
	{"role-standard", "Own", "Span"},
	{"note-id-twice", "/S/Figure", "/S/Note/ID(n1)"},
	{"l-caption", "/S/LI", "/S/Caption"},
	{"toc-caption", "/S/TOCI", "/S/Caption"},
	{"table-cells-over", "/Headers[|/ColSpan 1", "/RowSpan 2/Headers[|/ColSpan 2"},
	{"look-button", "/AP<</N<<", "/AP<</N<<>>>>/ZP<</N<<"},
	{"action", "/S/URI", "/S/Launch"},
	{"signature", "/FT/Btn", "/FT/Btn/V<</ByteRange[0 1]>>"},
	{"tabs", "/Tabs/S", "/Tabs/R"},
	{"annotation-element", "/S/Annot", "/S/Span"},
	{"annotation-words", "(A box around the sum)", "()"},
	{"annotation-says-nothing", "(A box around the sum)", "(annotation)"},
	{"field-words", "(We agree)", "()"},
	{"widget-element", "/S/Form", "/S/Span"},
	{"form-element", "/S/Form", "/S/Form/K[]"},
	{"link-element", "/S/Link", "/S/Span"},
	{"link-words", "(un.org, documents)", "()"},
	{"role-missing", "P", "Paragraph"},
	{"language", "/Lang(en)", "/Lang(en_US)"},
	{"language-empty", "/Lang(en)", "/Lang()"},
	{"figure-alt", "(The harbour of Bergen)", "( )"},
	{"alt-says-nothing", "(The harbour of Bergen)", "(Figure 1)"},
	{"alt-says-nothing", "(The harbour of Bergen)", "(image1.png)"},
	{"formula-alt", "(a plus b)", "()"},
	{"heading-skips", "/S/Formula", "/S/H4"},
	{"heading-plain", "/S/Formula", "/S/H"},
	{"heading-mixed", "/S/Formula", "/S/H"},
	{"heading-several", "/S/Formula|/S/Figure", "/S/H|/S/H"},
	{"note-id", "/ID", "/IE"},
	{"table-kids", "/S/TBody", "/S/Sect"},
	{"row-parent", "/S/THead", "/S/Sect"},
	{"thead-parent", "/S/Table", "/S/Sect"},
	{"tbody-parent", "/S/Table", "/S/Sect"},
	{"tfoot-parent", "/S/Table", "/S/Sect"},
	{"th-parent", "/S/TR", "/S/Sect"},
	{"td-parent", "/S/TR", "/S/Sect"},
	{"thead-kids", "/S/TR", "/S/Sect"},
	{"tbody-kids", "/S/TR", "/S/Sect"},
	{"tfoot-kids", "/S/TR", "/S/Sect"},
	{"row-kids", "/S/TH", "/S/Span"},
	{"table-heads", "/S/TFoot", "/S/THead"},
	{"table-feet", "/S/THead", "/S/TFoot"},
	{"table-foot-alone", "/S/TBody", "/S/TFoot"},
	{"table-head-alone", "/S/TBody", "/S/TFoot"},
	{"table-caption", "/S/TBody", "/S/Caption"},
	{"table-captions", "/S/TBody", "/S/Caption"},
	{"table-row-long", "/RowSpan 1", "/ColSpan 2"},
	{"table-row-short", "/Scope/Column", "/ColSpan 2"},
	{"table-column-long", "/Headers[", "/RowSpan 9/Headers["},
	{"table-headers", "/Scope/Column", "/Scope/Row"},
	{"table-headers-unknown", "/Scope/Column|/RowSpan 1|/Headers[", "/Scope/Row|/Headers[(h1)]|/Headers[(nowhere)"},
	{"li-parent", "/S/L>>", "/S/Sect>>"},
	{"lbody-parent", "/S/LI", "/S/Sect"},
	{"l-kids", "/S/LI", "/S/Sect"},
	{"li-kids", "/S/Lbl", "/S/Span"},
	{"toci-parent", "/S/TOC>>", "/S/Sect>>"},
	{"toc-kids", "/S/TOCI", "/S/Span"},
	{"tags-astray", "/K[1]", "/K[9]"},
	{"filter", "/Filter/JPXDecode", "/Filter/LZWDecode"},
	{"stream-elsewhere", "/Subtype/Form", "/Subtype/Form/FFilter/FlateDecode"},
	{"name-encoding", "/BaseFont/Amiri", "/BaseFont/Amiri#FF"},
	{"limits", "/RI/Perceptual", "/RI/Perceptual/SA 99999999999"},
	{"limits-string", "(We agree)", "(" + strings.Repeat("x", 40000) + ")"},
	{"page-size", "[0 0 600 800]", "[0 0 2 800]"},
	{"file-relationship", "/RI/Perceptual", "/RI/Perceptual/X<</Type/Filespec/F(a)>>"},
	{"file-apart", "/RI/Perceptual", "/RI/Perceptual/X<</Type/Filespec/F(a)>>"},
	{"file-name", "/RI/Perceptual", "/RI/Perceptual/X<</Type/Filespec/EF<<>>>>"},
}

// TestEachRuleFindsItsFault: of a sound unit in which one thing is wrong, the rule for it speaks.
func TestEachRuleFindsItsFault(t *testing.T) {
	data := file(t)
	for _, p := range planted {
		u := made(t, data)
		new := strings.Split(p.new, "|")
		for i, old := range strings.Split(p.old, "|") {
			plant(t, u, data, old, new[i])
		}
		if got := judgedOf(t, u, data); !slices.Contains(got, p.rule) {
			t.Errorf("%s is not found where %.40q became %.40q; found is %v", p.rule, p.old, p.new, got)
		}
	}
}

// byHand has the faults that no text in a unit makes: each gives the names of the rules that its fault breaks.
var byHand = map[string]func(t *testing.T) []string{
	"truetype-maps": func(t *testing.T) []string {
		return mapped(t, false, received.CMap{Platform: 3})
	},
	"truetype-symbolic-maps": func(t *testing.T) []string {
		return mapped(t, true, received.CMap{Platform: 3, Encoding: 1}, received.CMap{Platform: 1})
	},
	"cidset":   func(t *testing.T) []string { return withSet(t, 8) },
	"metadata": func(t *testing.T) []string { return withMetadata(t, "<open>") },
	"layer-order": func(t *testing.T) []string {
		return changed(t, func(u *unit.Unit) { u.Layers.Order = unit.Piece{} })
	},
	"unnamed": func(t *testing.T) []string {
		return changed(t, func(u *unit.Unit) {
			u.Findings = append(u.Findings, unit.Finding{Code: unit.WithoutAlt, Count: 1})
		})
	},
	"look-invented":      invented(unit.MendedLookEmpty),
	"field-unnamed":      invented(unit.MendedField),
	"figure-undescribed": invented(unit.MendedFigure),
	"colorant-differs": func(*testing.T) []string {
		return together(
			Received{Verdict: &Verdict{Colorants: []Colorant{{"Gold", "a"}}}, Spoken: true},
			Received{Verdict: &Verdict{Colorants: []Colorant{{"Gold", "b"}}}, Spoken: true})
	},
	"heading-enters": func(*testing.T) []string {
		return together(Received{Verdict: &Verdict{Headings: []int{3}}, Depth: 1, Spoken: true})
	},
	"objects-many": func(*testing.T) []string {
		return together(Received{Verdict: &Verdict{Objects: mostObjects + 1}, Spoken: true})
	},
	"no-text": func(*testing.T) []string { return together(Received{Verdict: &Verdict{}}) },
}

// invented plants what had to be made up.
func invented(code string) func(t *testing.T) []string {
	return func(t *testing.T) []string {
		return changed(t, func(u *unit.Unit) {
			u.Mended = append(u.Mended, unit.Finding{Code: code, Count: 2, Pages: []int{1}})
		})
	}
}

// changed are the rules that a sound unit breaks once it is changed.
func changed(t *testing.T, change func(u *unit.Unit)) []string {
	t.Helper()
	data := file(t)
	u := made(t, data)
	change(u)
	return judgedOf(t, u, data)
}

// together are the rules that originals break in one report.
func together(list ...Received) (names []string) {
	for _, v := range Whole(list) {
		names = append(names, namesOf(v)...)
	}
	return names
}

func namesOf(v *Verdict) (names []string) {
	for _, r := range v.Reasons {
		names = append(names, r.Rule.Name)
	}
	return names
}

// TestFaultsByHand: the rule for it finds each of them.
func TestFaultsByHand(t *testing.T) {
	for want, plant := range byHand {
		if got := plant(t); !slices.Contains(got, want) {
			t.Errorf("%s is not found, but %v", want, got)
		}
	}
}

// TestEveryRuleIsPlanted: the rules, and the faults that show that they work, are the same.
func TestEveryRuleIsPlanted(t *testing.T) {
	faults, all := map[string]bool{}, map[string]bool{}
	for _, p := range planted {
		faults[p.rule] = true
	}
	for name := range byHand {
		faults[name] = true
	}
	for _, r := range slices.Concat(rules()...) {
		if all[r.Name] {
			t.Errorf("two rules are called %s", r.Name)
		}
		if all[r.Name] = true; !faults[r.Name] {
			t.Errorf("%s has no fault", r.Name)
		}
		if r.Spoils() == None || r.Words == "" {
			t.Errorf("%s spoils nothing, or has no words", r.Name)
		}
	}
	for name := range faults {
		if !all[name] {
			t.Errorf("there is no rule %s", name)
		}
	}
}
