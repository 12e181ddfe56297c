package received

import (
	"strings"
	"sync"
)

// signs are what fonts of signs show, by name and code: the two that are standard (ISO 32000-1, D.5 and D.6), in
// stretches that begin with a code, and of Microsoft's what texts have. None of these signs has its Unicode in the
// font.
var signs = map[string]map[rune]string{
	"symbol": {
		0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
		0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
		0xF1: "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
	},
	"zapfdingbats": {
		0x20: " ✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞",
		0x80: "❨❩❪❫❬❭❮❯❰❱❲❳❴❵",
		0xA1: "❡❢❣❤❥❦❧♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯",
		0xF1: "➱➲➳➴➵➶➷➸➹➺➻➼➽➾",
	},
	"wingdings": {
		0x20: " ✏✂", 0x28: "☎✆✉", 0x3F: "✍", 0x41: "✌", 0x45: "☜☞☝☟", 0x4A: "☺", 0x4C: "☹", 0x6C: "●❍■□□❑❒⬧⧫◆❖⬥",
		0x80: "⓪①②③④⑤⑥⑦⑧⑨", 0x9E: "·•▪○", 0xA7: "▪□", 0xAB: "★", 0xD8: "➢", 0xDF: "←→↑↓", 0xE8: "➔", 0xEF: "⇦⇨⇧⇩⬄",
		0xFB: "✗✓☒☑",
	},
	"wingdings2": {0x20: " ", 0x50: "✓☒☑", 0x95: "••●⬤", 0xA3: "□"},
	"wingdings3": {0x20: " "},
	"webdings":   {0x20: " "},
}

// tables are signs by code.
var tables = sync.OnceValue(func() map[string]*[256]string {
	all := map[string]*[256]string{}
	for font, stretches := range signs {
		t := &[256]string{}
		for code, stretch := range stretches {
			for _, r := range stretch {
				t[code] = string(r)
				code++
			}
		}
		all[font] = t
	}
	return all
})

// Signs gives what a font of signs shows for each of its codes, "" where that is not known; nil for all other fonts. A
// name may have spaces, the tag of a subset before it and a style behind it.
func Signs(font string) *[256]string {
	if i := strings.IndexByte(font, '+'); i == 6 {
		font = font[7:]
	}
	font, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(font, " ", "")), "-")
	if strings.HasPrefix(font, "symbol") { // SymbolMT, and what follows commas
		font = "symbol"
	}
	return tables()[font]
}
