package lang

import "testing"

// TestDated: days with the names of their months, in whatever language and order.
func TestDated(t *testing.T) {
	for written, want := range map[string]string{
		"19 September 2011":        "2011-09-19",
		"September 19th, 2011":     "2011-09-19",
		"19 septembre 2011":        "2011-09-19",
		"1er mars 2012":            "2012-03-01",
		"19 de septiembre de 2011": "2011-09-19",
		"19 сентября 2011":         "2011-09-19",
		"19. September 2011":       "2011-09-19",
		"19 sept. 2011":            "2011-09-19",
		"Monday, 19 Sep 2011":      "2011-09-19",
		"lundi 19 septembre 2011":  "2011-09-19",
		"19 سبتمبر 2011":           "2011-09-19",
		"September 2011":           "",
		"someday in March 2011":    "",
		"soon":                     "",
	} {
		if got := Embedded().Dated(written); got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
}
