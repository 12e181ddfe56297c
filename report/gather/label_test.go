package gather

import (
	"slices"
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
		"G77 and China statement.docx":                {"g77", "", "", ""},
		"NAM.docx":                                    {"non-aligned", "", "", ""},
		"AU statement.docx":                           {"african-union", "", "", ""},
		"Lao PDR.docx":                                {"laos", "", "", ""},
		"U.S. statement.docx":                         {"united-states", "", "", ""},
		"U.A.E statement.docx":                        {"united-arab-emirates", "", "", ""},
		"DPR Korea.docx":                              {"north-korea", "", "", ""},
		"Congo (DRC).docx":                            {"dr-congo", "", "", ""},
		"Kyrgyz Republic rev2.docx":                   {"kyrgyzstan", "", "", ""},
		"S.E. M. Modèle.docx":                         {"", "", "", "S M Modèle"},
		"CN_发言.docx":                                  {"china", "", "", ""},
		"BE_FR.docx":                                  {"belgium", "fr", "", ""},
		"Hong Kong, China.docx":                       {"hong-kong", "", "", ""},
		"S. Sudan.docx":                               {"south-sudan", "", "", ""},
		"Order of Malta.docx":                         {"order-of-malta", "", "", ""},
		"Речь Кыргызской Республики.docx":             {"kyrgyzstan", "", "", ""},
		"Deutschland.docx":                            {"germany", "", "", ""},
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
		{"a draft.md", "a.md"}, {"a.md", "a FINAL.md"}, {"a FINAL.md", "a FINAL (1).md"}, {"a.md", "a rev 2.md"},
		{"a.md", "a rev.md"}, {"a track changes.md", "a clean.md"}, {"a 3 March 2012.md", "a 12 March 2012.md"},
		{"a track changes 2012-03-12.md", "a clean 2012-03-10.md"}} {
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
			if found := states.Coded(code); found != p && !(p.State && slices.Contains([]string{"AU", "NAM"}, code)) {
				t.Errorf("%s: not found by %s", p.Key, code)
			}
		}
	}
}

// TestWhose: what the first words say of the speaker goes before what the file is called, and that is told.
func TestWhose(t *testing.T) {
	for _, c := range []struct{ file, words, key, told string }{
		{"NAM.txt", "Mr. Chair, Namibia aligns itself with the Non-Aligned Movement.", "namibia", ""},
		{"NAM.txt", "Mr. Chair, we meet at a grave time.", "non-aligned", ""},
		{"AU.txt", "Statement by the delegation of Australia", "australia", ""},
		{"CHN.txt", "Statement by the Group of 77", "g77", "import-differs CHN.txt\n"},
		{"Kenya.txt", "Statement by Norway", "norway", "import-differs Kenya.txt\n"},
		{"Kenya.txt", "Mr. Chair, we thank Norway for its words.", "kenya", ""},
		{"Kenya.txt", "Statement by Kenya in reply to Norway", "kenya", ""},
		{"12.txt", "Statement by H.E. Mr. Ex Ample Sample Person, Minister for Foreign Affairs of the Republic of " +
			"South Sudan", "south-sudan", ""},
		{"13.txt", "Déclaration de S.E. M. Jean Marie Paul Modèle Exemple, Ministre des affaires étrangères de la " +
			"République du Soudan du Sud", "south-sudan", ""},
		{"14.txt", "Statement by Dr. Ex Ample Sample Person, Minister of the Plurinational State of Bolivia",
			"bolivia", ""},
		{"15.txt", "Statement by Mr. Ex Ample Sample Person Example, Secretary for Justice of the Hong Kong Special " +
			"Administrative Region", "hong-kong", ""},
		{"HKSAR opening.txt", "Thank you, Chair.", "hong-kong", ""},
		{"Hongkong.txt", "Thank you, Chair.", "hong-kong", ""},
	} {
		text, told := gathered(t, map[string]string{c.file: c.words + "\n"}, "", "")
		if !strings.Contains(text, "delegation: "+c.key+"}") || told != c.told {
			t.Errorf("%s, %q: %s%s", c.file, c.words, told, text)
		}
	}
}

// TestSpeakers: the name and the office stand at the head of a first page.
func TestSpeakers(t *testing.T) {
	for head, want := range map[string][2]string{
		"Permanent Mission of Norway Statement by H.E. Ms. Mona Example Permanent Representative Check": {
			"Ms. Mona Example", "Permanent Representative"},
		"Déclaration de S.E. M. Jean-Paul Modèle, Représentant permanent adjoint": {
			"M. Jean-Paul Modèle", "Représentant permanent adjoint"},
		"Delivered by: Hon. A. B., Prime Minister of Fiji\nSuva":             {"A. B.", "Prime Minister"},
		"Delivered by: Hon. A. B., Minister of the Republic of South Sudan":  {"A. B.", "Minister"},
		"Delivered by Ambassador A. B.\n\nMr. Chair":                         {"A. B.", "Ambassador"},
		"Prononcée par M. A. B., Ambassadeur":                                {"M. A. B.", "Ambassadeur"},
		"Intervención del Excmo. Sr. D. A. B., Ministro de Justicia de Chad": {"Sr. A. B.", "Ministro de Justicia"},
		"**Statement by Ms. Ada Exemple**\n\n**Deputy Head of Delegation**": {"Ms. Ada Exemple",
			"Deputy Head of Delegation"},
		"Выступление г-на А. Б., посла":                          {"А. Б.", "посла"},
		"肯尼亚常驻代表某某大使的发言":                                         {"某某", "常驻代表"},
		"Выступление: Г-н А. Б., Постоянный представитель Кении": {"Г-н А. Б.", "Постоянный представитель"},
		"ألقاها السيد أ. ب.، وزير العدل":                         {"السيد أ. ب.", "وزير العدل"},
		"Mr. Chair, we thank the Secretariat for its work.":      {},
	} {
		if p := (&file{head: head}).speaker(); [2]string{p.name, p.role} != want {
			t.Errorf("%s: %q, %q", head, p.name, p.role)
		}
	}
}

// TestTwofoldCodes: a code of a State that is one of a language as well is the State's where the text is in another
// language, or among files that are called by codes; else it says the language.
func TestTwofoldCodes(t *testing.T) {
	const english = "Mr. Chair, my delegation thanks you for convening this meeting of the " +
		"working group on fisheries.\n"
	const french = "Monsieur le Président, ma délégation vous remercie d’avoir convoqué la " +
		"réunion du groupe de travail.\n"
	for _, c := range []struct {
		files map[string]string
		want  []string
	}{
		{map[string]string{"DE statement.txt": english}, []string{"delegation: germany}"}},
		{map[string]string{"FR déclaration.txt": french}, []string{`delegation: "?"}`}},
		{map[string]string{"FR.txt": french, "KE.txt": english + "a", "BR.txt": english + "b", "UA.txt": english + "c"},
			[]string{"delegation: france}", "delegation: kenya}", "delegation: brazil}", "delegation: ukraine}"}},
		{map[string]string{"statement FR.txt": french, "statement EN.txt": english}, []string{`delegation: "?"}`}},
	} {
		text, _ := gathered(t, c.files, "", "")
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%v: no %s in\n%s", c.files, want, text)
			}
		}
	}
}
