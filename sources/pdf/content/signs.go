package content

import (
	"strings"
	"sync"
)

// The codes of the two standard fonts of signs (ISO 32000-1, D.5 and D.6), in stretches that begin with a code.
var symbolCodes, dingbatCodes = map[int]string{
	0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
	0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
	0xF1: "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
}, map[int]string{
	0x20: " ✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞",
	0x80: "❨❩❪❫❬❭❮❯❰❱❲❳❴❵",
	0xA1: "❡❢❣❤❥❦❧♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯",
	0xF1: "➱➲➳➴➵➶➷➸➹➺➻➼➽➾",
}

// wingdings are what is met most of Microsoft's fonts of signs, by name and code.
var wingdings = map[string]map[rune]string{
	"Wingdings": {0x6C: "●", 0x6E: "■", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
		0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
	"Wingdings2": {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x95: "•", 0x96: "•", 0x97: "●", 0x98: "⬤", 0xA3: "□"},
}

// PrivateText is what a character of the private use area shows in a font of signs, where programs put its codes; ""
// where that is not known.
func PrivateText(font string, r rune) string {
	if r < 0xF020 || r > 0xF0FF {
		return ""
	}
	if i := strings.IndexByte(font, '+'); i == 6 {
		font = font[7:]
	}
	switch font = strings.ReplaceAll(font, " ", ""); {
	case strings.HasPrefix(font, "Symbol"):
		return symbolTexts()[r-0xF000]
	default:
		font, _, _ = strings.Cut(font, "-")
		return wingdings[font][r-0xF000]
	}
}

var symbolTexts = sync.OnceValue(func() *[256]string { return signTexts("Symbol") })

// signTexts are the texts of the codes of one of the two.
func signTexts(font string) *[256]string {
	codes := symbolCodes
	if font == "ZapfDingbats" {
		codes = dingbatCodes
	}
	var t [256]string
	for code, stretch := range codes {
		for _, r := range stretch {
			t[code] = string(r)
			code++
		}
	}
	return &t
}
