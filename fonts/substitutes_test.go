package fonts

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// TestSubstitutes: every font of the archive is what its sum says, can be read and embedded, and has its licence.
func TestSubstitutes(t *testing.T) {
	for name, f := range substitutes() {
		sum := sha256.Sum256(f.data())
		if want := hex.EncodeToString(sum[:])[:16] + "#0"; f.Key() != want {
			t.Errorf("%s: key %s, want %s", name, f.Key(), want)
		}
		if _, err := Parse(name, f.data(), 0); err != nil {
			t.Error(err)
		}
	}
	for _, r := range replaced {
		for _, face := range r.faces {
			if face != "" && substitutes()[face] == nil {
				t.Errorf("%s: there is no font %s", r.name, face)
			}
		}
	}
	for _, name := range []string{"TeXGyre-GUST", "Liberation-OFL", "DejaVu", "STIXTwoMath-OFL"} {
		if b, err := os.ReadFile("files/LICENCES/" + name + ".txt"); err != nil || len(b) < 1000 {
			t.Errorf("no licence %s: %v", name, err)
		}
	}
}

// TestWhatIsSubstituted: fonts of equal widths by the names that programs give them, and no lookalike.
func TestWhatIsSubstituted(t *testing.T) {
	for base, want := range map[string]string{
		"Helvetica": "texgyreheros-regular", "Helvetica-BoldOblique": "texgyreheros-bolditalic",
		"ABCDEF+Arial,Bold": "LiberationSans-Bold", "ArialMT": "LiberationSans-Regular",
		"TimesNewRomanPS-BoldItalicMT": "LiberationSerif-BoldItalic", "Times-Roman": "texgyretermes-regular",
		"Times New Roman": "LiberationSerif-Regular", "CourierNewPSMT": "LiberationMono-Regular",
		"Symbol": "ReportSymbols", "ZapfDingbats": "ReportDingbats", "DejaVuSans-Bold": "DejaVuSans-Bold",
		"HelveticaNeueLTStd-Roman": "", "ArialNarrow": "", "Arial-Black": "", "Helvetica-Narrow": "", "Tahoma": "",
		"DejaVuSans-Oblique": "", "": "",
	} {
		got := ""
		if f, _ := Substitute(base); f != nil {
			got = strings.TrimSuffix(strings.TrimSuffix(f.name, ".otf"), ".ttf")
		}
		if got != want {
			t.Errorf("%q: %q, should be %q", base, got, want)
		}
	}
}
