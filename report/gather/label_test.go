package gather

import (
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/states"
)

// TestLabels: what file names say, in the six languages and in the ways of those who name files.
func TestLabels(t *testing.T) {
	for name, want := range map[string]struct{ party, lang, role, rest string }{
		"FINAL statement Kenya (2).docx":              {"kenya", "", "", ""},
		"Norvège - déclaration.pdf":                   {"norway", "", "", ""},
		"Norve\u0300ge - de\u0301claration.pdf":       {"norway", "", "", ""},
		"03_CHN_statement_EN.pdf":                     {"china", "en", "", ""},
		"intervention_russie_v2.docx":                 {"russia", "", "", ""},
		"Выступление Российской Федерации.docx":       {"russia", "", "", ""},
		"KenyaStatement.pdf":                          {"kenya", "", "", ""},
		"STATEMENT BY NORWAY.PDF":                     {"norway", "", "", ""},
		"STATEMENT BY THE HOST.PDF":                   {"", "", "", "HOST"},
		"DPRK statement-fr.pdf":                       {"north-korea", "fr", "", ""},
		"Rep. of Korea.pdf":                           {"south-korea", "", "", "Rep"},
		"Democratic Republic of the Congo.pdf":        {"dr-congo", "", "", ""},
		"Papua New Guinea rev3.pdf":                   {"papua-new-guinea", "", "", ""},
		"Guinea.pdf":                                  {"guinea", "", "", ""},
		"Côte d'Ivoire.pdf":                           {"cote-d-ivoire", "", "", ""},
		"UN Secretary-General.pdf":                    {"un", "", "", ""},
		"UNHCR (Kenya office).pdf":                    {"unhcr", "", "", "Kenya office"},
		"中国代表的发言.pdf":                                 {"china", "", "", ""},
		"كلمة المملكة العربية السعودية.docx":          {"saudi-arabia", "", "", ""},
		"2011-09-19 Statement of Mexico (French).pdf": {"mexico", "fr", "", ""},
		"List of participants.csv":                    {"", "", asParticipants, "List participants"},
		"Programme of work.docx":                      {"", "", asAnnex, "Programme work"},
		"scan0001.pdf":                                {"", "", "", "scan0001"},
	} {
		l := labelOf(name, lang.Embedded())
		party := ""
		if l.party != nil {
			party = l.party.Key
		}
		if rest := strings.Join(l.rest, " "); party != want.party || l.lang != want.lang || l.role != want.role ||
			rest != want.rest {
			t.Errorf("%s: %q %q %q %q, want %q", name, party, l.lang, l.role, rest, want)
		}
	}
}

// TestVersions: the newer of two names is known by number, FINAL and (2).
func TestVersions(t *testing.T) {
	for _, names := range [][2]string{{"a.md", "a (2).md"}, {"a_v1.md", "a_v2.md"}, {"a v9.md", "a v10.md"},
		{"a draft.md", "a.md"}, {"a.md", "a FINAL.md"}, {"a FINAL.md", "a FINAL (1).md"}, {"a.md", "a rev 2.md"}} {
		old, now := labelOf(names[0], lang.Embedded()), labelOf(names[1], lang.Embedded())
		if !old.version.less(now.version) || now.version.less(old.version) {
			t.Errorf("%q: %v and %v", names, old.version, now.version)
		}
	}
}

// TestParties: every State is found by each of its names, and by its codes.
func TestParties(t *testing.T) {
	if len(states.All()) < 195 {
		t.Fatalf("only %d parties", len(states.All()))
	}
	for _, p := range states.All() {
		for language, name := range p.Named {
			if found, _, _ := states.In(states.Folded("2011 " + name + " final")); found != p && name != "" {
				t.Errorf("%s: not found by %q (%s)", p.Key, name, language)
			}
		}
		for _, code := range p.Codes {
			if states.Coded(code) != p {
				t.Errorf("%s: not found by %s", p.Key, code)
			}
		}
	}
}

// TestSpeakers: the name and the office stand at the head of a first page.
func TestSpeakers(t *testing.T) {
	for head, want := range map[string]person{
		"Permanent Mission of Norway Statement by H.E. Ms. Mona Example Permanent Representative Check": {
			"Ms. Mona Example", "Permanent Representative"},
		"Déclaration de S.E. M. Jean-Paul Modèle, Représentant permanent adjoint": {
			"M. Jean-Paul Modèle", "Représentant permanent adjoint"},
		"Mr. Chair, we thank the Secretariat for its work.": {},
	} {
		if got := (&file{head: head}).speaker(); got != want {
			t.Errorf("%s: %q", head, got)
		}
	}
}
