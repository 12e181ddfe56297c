package lang

import "testing"

// TestTypeset: what a keyboard has becomes what the language prints; what is right, or means something else, stays.
func TestTypeset(t *testing.T) {
	for _, c := range []struct{ lang, typed, want string }{
		{"en", `He said "yes".`, "He said “yes”."},
		{"en", `("yes", he said, "and 'no' too")`, "(“yes”, he said, “and ‘no’ too”)"},
		{"en", "The delegation's view, the States' views, 'tis", "The delegation’s view, the States’ views, ’tis"},
		{"en", "5' 10\" and 5'", "5' 10\" and 5'"},
		{"en", "pages 3--5 -- or more --- and...", "pages 3–5 – or more — and…"},
		{"en", "a - b, well-known, A/CONF.1/2, ----", "a – b, well-known, A/CONF.1/2, ----"},
		{"en", "see https://un.org/a--b and o'x@un.org", "see https://un.org/a--b and o'x@un.org"},
		{"en", "Right “already” – isn’t it…", "Right “already” – isn’t it…"},
		{"fr", `Il dit "oui" à l'Etat : oui ; non ?`, "Il dit «\u00a0oui\u00a0» à l’Etat\u00a0: oui\u202f; non\u202f?"},
		{"fr", "« oui » à 10:30", "«\u00a0oui\u00a0» à 10:30"},
		{"en", "the '90s, the 'n' clause, 'the States' views', 'tis '90'",
			"the ’90s, the ‘n’ clause, ‘the States’ views’, ’tis ‘90’"},
		{"fr", `Il dit "oui"; pourquoi? «Non!», dit-il: "assez: vu?"`,
			"Il dit «\u00a0oui\u00a0»\u202f; pourquoi\u202f? «\u00a0Non\u202f!\u00a0», " +
				"dit-il\u00a0: «\u00a0assez\u00a0: vu\u202f?\u00a0»"},
		{"fr", "à 10:30, art. 5:2, https://un.org/a?b=c:d;e, C:\\x, ISBN:978, (?), a@un.org",
			"à 10:30, art. 5:2, https://un.org/a?b=c:d;e, C:\\x, ISBN:978, (?), a@un.org"},
		{"fr", "voir www.un.org; ou quoi?!", "voir www.un.org\u202f; ou quoi\u202f?!"},
		{"fr", "les 'amis de l'Etat' d'hier", "les “amis de l’Etat” d’hier"},
		{"fr-CA", "Pourquoi? Oui; voici: non!", "Pourquoi? Oui; voici\u00a0: non!"},
		{"ru", `Он сказал "да".`, "Он сказал «да»."},
		{"ru", `Это - дело всех, 1990 - 2010, кто-то -- так`, "Это — дело всех, 1990 – 2010, кто-то – так"},
		{"de", `Er sagte "ja".`, "Er sagte „ja“."},
		{"ar", "38% و٣٨% و45٪ و٣٨٪ و%5", "38% و٣٨٪ و45% و٣٨٪ و5%"},
		{"ar", "نسبة %40 و(%12.5) و٪٤٠ و%5-10، a%20b، %a", "نسبة 40% و(12.5%) و٤٠٪ و5-10%، a%20b، %a"},
		{"en", "38% and ٣٨%", "38% and ٣٨%"},
		{"zh", `他说"你好"。`, "他说“你好”。"},
		{"zh", `有"引号"、5公里和https://un.org/a--b'c。又有"注"`, "有“引号”、5公里和https://un.org/a--b'c。又有“注”"},
		{"zh", `他说：'不'，又说'是'`, "他说：‘不’，又说‘是’"},
		{"zh", `"甲'乙'丙"`, "“甲‘乙’丙”"},
		{"zh", `"《宪章》"，"（甲）"。`, "“《宪章》”，“（甲）”。"},
		{"zh", `"好，"他说。`, "“好，”他说。"},
		{"zh", `他说："'不'"。'是'，'否'`, "他说：“‘不’”。‘是’，‘否’"},
		{"ru", `"а "б" в",`, "«а „б“ в»,"},
		{"en", `In '45 and '46 it's said.`, "In ’45 and ’46 it’s said."},
		{"en", `'45`, "’45"},
		{"en", `since '45; '45 men', he said`, "since ’45; ‘45 men’, he said"},
		{"zh", `"中国"代表团说："他说'不'。"`, "“中国”代表团说：“他说‘不’。”"},
		{"zh", `说"是的"，又说"不"。"好"，`, "说“是的”，又说“不”。“好”，"},
		{"ar", `وقال "نعم" و"لا".`, "وقال «نعم» و«لا»."},
		{"xx", `as "typed"`, `as "typed"`},
	} {
		if got := Embedded().Of(c.lang).Typesetter().Set(c.typed, ""); got != c.want {
			t.Errorf("%s %s\n got %q\nwant %q", c.lang, c.typed, got, c.want)
		}
	}
}
