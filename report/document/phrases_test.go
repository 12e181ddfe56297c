package document

import "testing"

// TestBehalfOfWhatIsDeclined: where names are declined, one stands after a colon as it is; the manifest's phrase goes
// before.
func TestBehalfOfWhatIsDeclined(t *testing.T) {
	for behalf, want := range map[string]string{
		"Группа африканских государств":                    "От имени: Группа африканских государств",
		"{phrase: От имени Группы африканских государств}": "От имени Группы африканских государств",
	} {
		d := resolved(t, "rapporteur: 1\nreport: {title: T, language: ru, date: 2012-03-01}\nsessions:\n"+
			"  - {id: s, title: S, statements: [{id: a, speaker: А, on_behalf_of: "+behalf+", text: Слова.}]}\n")
		if got := d.Item("a").Statement.ForWhom; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
