package office

import (
	"strconv"
	"strings"

	"rapporteur/fonts/received"
)

// symbol prints a sign of such a font.
func (d *docx) symbol(n *node, p props) {
	code, err := strconv.ParseUint(n.get("w:char"), 16, 32)
	if err != nil {
		return
	}
	font := n.get("w:font")
	r := rune(code)
	if received.Signs(font) == nil && (r < 0xf000 || r > 0xf0ff) { // any other font has letters where Unicode has them
		d.emit(string(r), p)
		return
	}
	if received.Signs(font) == nil && font != "" { // one whose signs nobody else knows
		d.often("word-symbol", d.at, font, "")
		return
	}
	p.font = ""
	d.emit(d.symbols(string(r), font), p)
}

// symbols turns characters of a font of signs into the signs that they show.
func (d *docx) symbols(text, font string) string {
	return signsOf(text, font, func() { d.often("word-symbol", d.at, font, "") })
}

// isPrivate reports whether a character is one that Word writes for a sign: a code of the private use area, U+F000 more
// than its place in the font.
func isPrivate(r rune) bool { return r >= 0xf000 && r <= 0xf0ff }

// isPiece reports whether a sign is a piece of a large bracket or line, which means nothing by itself.
func isPiece(sign string) bool { return sign == "‾" || sign >= "⎛" && sign <= "⏐" }

// signsOf turns characters of a font of signs into the signs that they show; one that is not known is lost and left
// out. A sign without a font that has it is taken for one of Symbol, which is where bullets come from.
func signsOf(text, font string, lost func()) string {
	table := received.Signs(font)
	named := table != nil
	if !named {
		table = received.Signs("Symbol")
	}
	var b strings.Builder
	for _, r := range text {
		place := r
		switch {
		case isPrivate(r):
			place = r - 0xf000
		case r > 0xff || !named:
			b.WriteRune(r)
			continue
		}
		if sign := table[place]; sign != "" && !isPiece(sign) {
			b.WriteString(sign)
		} else {
			lost()
		}
	}
	return b.String()
}
