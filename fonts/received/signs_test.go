package received

import "testing"

// TestSigns: a font of signs is known by its name, however that is written, and its codes by what they show.
func TestSigns(t *testing.T) {
	for _, c := range []struct {
		font  string
		code  rune
		shows string
	}{{"Symbol", 'a', "α"}, {"ABCDEF+SymbolMT", 0xB3, "≥"}, {"Wingdings", 0xFC, "✓"}, {"Wingdings 2", 0x52, "☑"},
		{"ABCDEF+Wingdings-Regular", 0xD8, "➢"}, {"ZapfDingbats", 0x34, "✔"}, {"Webdings", 'a', ""}, {"Symbol",
			0xF0, ""},
		{"Wingdings", 0xA8, "□"}} {
		if signs := Signs(c.font); signs == nil || signs[c.code] != c.shows {
			t.Errorf("%s has for %#x not %q", c.font, c.code, c.shows)
		}
	}
	for _, font := range []string{"", "Times", "Sym", "Wing dings 4"} {
		if Signs(font) != nil {
			t.Errorf("%s is a font of signs", font)
		}
	}
}
