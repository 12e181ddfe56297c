package compose

import (
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// TestReferencesKnowWhereTheyStand: within a sentence the page is in brackets; within brackets, after a comma.
func TestReferencesKnowWhereTheyStand(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "As [@norway] said.", "As Norway (p. {n}) said."},
		{"en", "It was said (see [@norway]).", "It was said (see Norway, p. {n})."},
		{"en", "It was said (*see [@norway]*) and [@norway] again.",
			"It was said (see Norway, p. {n}) and Norway (p. {n}) again."},
		{"en", "As b) of [@norway] says [as in [@norway]].", "As b) of Norway (p. {n}) says [as in Norway, p. {n}]."},
		{"es", "Como dijo [@norway].", "Como dijo Norway (pág. {n})."},
		{"fr", "Comme l’a dit [@norway].", "Comme l’a dit Norway (p. {n})."},
		{"en", "As [@usa] said of the [@usa]. Later [@usa] agreed. Indeed. [@usa] also (see [@usa]).",
			"As the United States (p. {n}) said of the United States (p. {n}). Later the United States (p. {n}) " +
				"agreed. Indeed. The United States (p. {n}) also (see United States, p. {n})."},
		{"en", "It was said by United States ([@usa]).", "It was said by United States (p. {n})."},
		{"en", "[@usa]; [@norway]", "United States (p. {n}); Norway (p. {n})"},
		{"fr", "La déclaration de [@usa], comme l’a dit [@usa] et comme l’ont dit les [@usa].",
			"La déclaration des États-Unis (p. {n}), comme l’a dit les États-Unis (p. {n}) et comme l’ont dit les " +
				"États-Unis (p. {n})."},
		{"fr", "Comme l’a dit *[@israel]*, la déclaration de [@israel] et celle d’[@israel] (cf. [@israel]).",
			"Comme l’a dit Israël (p. {n}), la déclaration d’Israël (p. {n}) et " +
				"celle d’Israël (p. {n}) (cf. Israël, p. {n})."},
		{"es", "La declaración de [@group].", "La declaración del Grupo Africano (pág. {n})."},
		{"zh", "如[@norway]所述（见[@norway]）。", "如Norway（第{n}页）所述（见Norway，第{n}页）。"},
	} {
		d := resolved(t, "rapporteur: 1\nreport: {title: T, language: "+c.lang+", date: 2012-03-01}\n"+
			"layout: {typography: as-typed}\n"+
			"introduction: [{title: I, numbered: false, text: \""+c.text+"\"}]\n"+
			"sessions: [{id: s, title: S, statements: [{id: norway, speaker: Norway, text: Words.}, "+
			"{id: usa, speaker: usa, text: W.}, {id: israel, speaker: israel, text: W.}, "+
			"{id: group, speaker: group, text: W.}]}]\n"+
			"delegations: {usa: {en: United States, fr: États-Unis, es: Estados Unidos, zh: USA}, israel: Israël, "+
			"group: Grupo Africano}\n")
		if got := printed(composed(d)); !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), c.want) {
			t.Errorf("%s: %q prints %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

// printed is all that paragraphs of a composition print, a reference as what it says of one page.
func printed(c *Composition) string {
	var b strings.Builder
	for _, s := range sections(c) {
		for _, block := range s.blocks {
			p, ok := block.(*layout.Paragraph)
			if !ok {
				continue
			}
			for _, in := range p.Inlines {
				if in.Ref != nil {
					b.WriteString(in.Ref.One)
				}
				b.WriteString(in.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestPhrases: people and delegations stand in a sentence with their articles, or as the manifest says; where nobody
// knows, what is printed needs none.
func TestPhrases(t *testing.T) {
	const delegations = "delegations: {kenya: Kenya, " +
		"usa: {en: United States, fr: États-Unis, es: Estados Unidos, ru: Египет, de: USA}, " +
		"bolivia: Bolivia (Plurinational State of)}\n"
	for _, c := range []struct{ lang, statement, want string }{
		{"en", "speaker: {role: Minister, delegation: kenya}", "Statement by the Minister of Kenya"},
		{"en", "speaker: {role: Minister of Justice, delegation: usa}",
			"Statement by the Minister of Justice (United States)"},
		{"en", "speaker: {role: Minister of Justice, delegation: bolivia}",
			"Statement by the Minister of Justice, Bolivia (Plurinational State of)"},
		{"en", "speaker: [{role: Minister, delegation: usa}, kenya]",
			"Statement by the Minister of the United States and Kenya"},
		{"en", "speaker: {name: Ban Ki-moon}, on_behalf_of: usa", "On behalf of the United States"},
		{"en", "speaker: kenya, on_behalf_of: African Group", "On behalf of the African Group"},
		{"fr", "speaker: {role: Ministre, delegation: kenya}", "Déclaration : Ministre (Kenya)"},
		{"fr", "speaker: {role: Représentante, delegation: kenya}", "Déclaration de la Représentante du Kenya"},
		{"fr", "speaker: {name: Ali Bongo}", "Déclaration d’Ali Bongo"},
		{"fr", "speaker: kenya, on_behalf_of: usa", "Au nom des États-Unis"},
		{"fr", "speaker: kenya, on_behalf_of: Syldavie", "Au nom de : Syldavie"},
		{"fr", "speaker: kenya, on_behalf_of: {phrase: au nom de la Syldavie}", "Au nom de la Syldavie"},
		{"fr", "speaker: kenya, delivered_by: {role: Ministre}", "Prononcée par : Ministre"},
		{"fr", "speaker: kenya, delivered_by: {role: Ministre, phrase: prononcée par la Ministre}",
			"Prononcée par la Ministre"},
		{"fr", "speaker: kenya, delivered_by: {role: Représentante permanente, delegation: usa}",
			"Prononcée par la Représentante permanente des États-Unis"},
		{"fr", "speaker: kenya, on_behalf_of: {name: ''}, delivered_by: {role: ''}", "Déclaration du Kenya"},
		{"es", "speaker: kenya, delivered_by: {role: Embajadora, delegation: usa}",
			"Pronunciada por la Embajadora de los Estados Unidos"},
		{"ru", "speaker: kenya, on_behalf_of: Группа африканских государств",
			"От имени: Группа африканских государств"},
		{"ru", "speaker: kenya, on_behalf_of: usa", "От имени: Египет"},
		{"de", "speaker: kenya, on_behalf_of: der Gruppe der afrikanischen Staaten",
			"Im Namen der Gruppe der afrikanischen Staaten"},
	} {
		d := resolved(t, "rapporteur: 1\nreport: {title: T, language: "+c.lang+", date: 2012-03-01}\n"+
			"layout: {typography: as-typed}\n"+delegations+
			"sessions: [{id: s, title: S, statements: [{id: x, "+c.statement+", text: Words.}]}]\n")
		s := d.Statements[0]
		got := []string{s.Called(), lang.Capital(s.ForWhom + "."), lang.Capital(s.ReadBy + ".")}
		if !oneIs(got, c.want) || strings.HasSuffix(s.ForWhom, " ") || strings.HasSuffix(s.ReadBy, " ") {
			t.Errorf("%s %s: %q, want %q", c.lang, c.statement, got, c.want)
		}
	}
}

func oneIs(list []string, want string) bool {
	for _, s := range list {
		if strings.TrimSuffix(s, ".") == want {
			return true
		}
	}
	return false
}
