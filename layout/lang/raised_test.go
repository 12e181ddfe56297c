package lang

import (
	"strings"
	"testing"
)

// TestRaised: what is raised stands in brackets here.
func TestRaised(t *testing.T) {
	for _, c := range []struct{ lang, words, want string }{
		{"fr", "le 1er mars", "le 1[er] mars"},
		{"fr", "XXe siècle, 2e et 3es séances", "XX[e] siècle, 2[e] et 3[es] séances"},
		{"fr", "Ier, Ire, Ve, Xe", "I[er], I[re], V[e], X[e]"},
		{"fr", "Ce De Le Me Les Ces MMes", "Ce De Le Me Les Ces MMes"},
		{"fr", "Inde Indes Vers Ver Ire 2nd IIe", "Inde Indes Vers Ver I[re] 2[nd] II[e]"},
		{"fr", "1erx, A/1er, x1er, 12e", "1erx, A/1er, x1er, 12[e]"},
		{"fr", "1er", "1[er]"},
		{"fr", "le no 5 et les nos 6 et 7, nos\u00a08-9", "le n[o] 5 et les n[os] 6 et 7, n[os]\u00a08-9"},
		{"fr", "No 3, nos 5 enfants, casino 4, no, 5", "N[o] 3, nos 5 enfants, casino 4, no, 5"},
		{"en", "1er, XXe, 1st", "1er, XXe, 1st"},
	} {
		var got strings.Builder
		for s, raised := range Embedded().Of(c.lang).Raised(c.words) {
			if raised {
				s = "[" + s + "]"
			}
			got.WriteString(s)
		}
		if got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.lang, got.String(), c.want)
		}
	}
}
