package office

import (
	"strconv"
	"strings"
)

// Symbol and Wingdings have signs where other fonts have letters, without a Unicode of their own: Word writes them as
// characters of the private use area, U+F000 more than their place in the font. These are what they show.
var symbolTables = map[string]map[rune]string{"symbol": symbolSigns, "wingdings": wingdingsSigns}

var symbolSigns = func() map[rune]string {
	all := map[rune]string{}
	run := func(first rune, signs string) {
		for _, r := range signs {
			if r != '□' {
				all[first] = string(r)
			}
			first++
		}
	}
	run(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_□αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
	run(0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…□□↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑")
	run(0xf1, "〉∫")
	return all
}()

var wingdingsSigns = map[rune]string{
	0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2a: "✉", 0x3f: "✍", 0x41: "✌", 0x45: "☜", 0x46: "☞", 0x47: "☝",
	0x48: "☟", 0x4a: "☺", 0x4c: "☹", 0x6c: "●", 0x6d: "❍", 0x6e: "■", 0x6f: "□", 0x70: "□", 0x71: "❑", 0x72: "❒",
	0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9e: "·", 0x9f: "•", 0xa0: "▪", 0xa1: "○", 0xa7: "▪",
	0xa8: "□", 0xab: "★", 0xd8: "➢", 0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "➔", 0xf0: "⇨", 0xf1: "⇧",
	0xf2: "⇩", 0xef: "⇦", 0xf3: "⬄", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑",
	0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨",
}

// symbolFont gives the table's name of a font of signs, in lower case; "" for all other fonts.
func symbolFont(font string) string {
	switch f := strings.ToLower(font); f {
	case "symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings":
		return f
	}
	return ""
}

// symbol prints a sign of such a font.
func (d *docx) symbol(n *node, p props) {
	code, err := strconv.ParseUint(n.get("w:char"), 16, 32)
	if err != nil {
		return
	}
	font := n.get("w:font")
	r := rune(code)
	if symbolFont(font) == "" && (r < 0xf000 || r > 0xf0ff) { // any other font has letters where Unicode has them
		d.emit(string(r), p)
		return
	}
	p.font = ""
	d.emit(d.symbols(string(r), font), p)
}

// symbols turns characters of a font of signs into the signs that they show.
func (d *docx) symbols(text, font string) string {
	return signsOf(text, font, func() { d.often("word-symbol", d.at, font, "") })
}

// isPrivate reports whether a character is one that Word writes for a sign.
func isPrivate(r rune) bool { return r >= 0xf000 && r <= 0xf0ff }

// signsOf turns characters of a font of signs into the signs that they show; one that is not known is lost and left
// out. A sign without a font that has it is taken for one of Symbol, which is where bullets come from.
func signsOf(text, font string, lost func()) string {
	name := symbolFont(font)
	table := symbolTables[name]
	if name == "" {
		table = symbolSigns
	}
	var b strings.Builder
	for _, r := range text {
		place := r
		switch {
		case isPrivate(r):
			place = r - 0xf000
		case r > 0xff || name == "":
			b.WriteRune(r)
			continue
		}
		sign, known := table[place]
		switch {
		case known:
			b.WriteString(sign)
		case place == ' ':
			b.WriteByte(' ')
		default:
			lost()
		}
	}
	return b.String()
}
