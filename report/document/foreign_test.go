package document

import (
	"strings"
	"testing"
)

// TestTextsInOtherLanguages: a text whose letters or commonest words are another language's is told; a quotation in it,
// names, and a passage that is marked are not.
func TestTextsInOtherLanguages(t *testing.T) {
	const (
		english = "We thank the Chair of the meeting and the delegations that have taken the floor in the debate on " +
			"fishing and on the ports of the region for their work in the months which are to come."
		french = "Nous remercions le Président de la séance et les délégations qui ont pris la parole dans le débat " +
			"sur la pêche et sur les ports de la région pour leur travail dans les mois qui viennent."
		arabic = "نشكر رئيس الجلسة والوفود التي تناولت الكلمة في المناقشة بشأن الصيد والموانئ في المنطقة على عملها"
	)
	for _, c := range []struct{ lang, text, want string }{
		{"en", english, ""},
		{"fr", french, ""},
		{"ar", arabic, ""},
		{"en", french, "text-other-language"},
		{"fr", english, "text-other-language"},
		{"en", arabic, "text-other-language"},
		{"ar", english, "text-other-language"},
		{"en", english + "\n\n::: {lang=fr}\n" + french + "\n:::", ""},
		{"en", english + " [" + french + "]{lang=fr}", ""},
		{"en", english + "\n\n" + arabic, ""},
		{"en", "Bonjour, le monde.", ""},
		{"zh", strings.Repeat("我们感谢主席和各代表团在辩论中的发言。", 5), ""},
	} {
		if _, codes := chapter(t, c.lang, "", c.text); !strings.Contains(codes, c.want) || c.want == "" && codes != "" {
			t.Errorf("%s %.40s: told %q, want %q", c.lang, c.text, codes, c.want)
		}
	}
}
