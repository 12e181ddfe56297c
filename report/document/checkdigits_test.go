package document

import "testing"

// TestCheckDigits: numbers of books and series with and without their hyphens, and with one digit wrong.
func TestCheckDigits(t *testing.T) {
	for number, sound := range map[string]bool{
		"978-92-1-000000-0": true, "ISBN 978-0-306-40615-7": true, "9780306406157": true, "0-306-40615-2": true,
		"0-8044-2957-X": true, "978-0-306-40615-6": false, "978-1-23": false, "0-306-40615-3": false, "": false,
		"978-0-306-4061x-7": false,
	} {
		if soundISBN(number) != sound {
			t.Errorf("ISBN %s: %v", number, !sound)
		}
	}
	for number, sound := range map[string]bool{"10.18356/25190881-en": true, "10.1000.10/a(b)c": true,
		"10.18356":       false,
		"doi:10.18356/1": false, "10.1/x": false, "https://doi.org/10.18356/1": false, "10.18356/a b": false} {
		if soundDOI(number) != sound {
			t.Errorf("DOI %s: %v", number, !sound)
		}
	}
	for number, sound := range map[string]bool{"0378-5955": true, "ISSN 2434-561X": true, "0378-5954": false,
		"0378": false} {
		if soundISSN(number) != sound {
			t.Errorf("ISSN %s: %v", number, !sound)
		}
	}
}

// TestWrongNumbersNameNothing: what is no ISBN, ISSN or DOI is not among the names that a report is known by.
func TestWrongNumbersNameNothing(t *testing.T) {
	d := &Document{Publication: Publication{ISBN: "978-92-1-000000-0", ISSN: "0028-0836", DOI: "10.18356/1"}}
	if got := d.Identifiers(); len(got) != 3 {
		t.Errorf("of sound numbers: %q", got)
	}
	d.Publication = Publication{ISBN: "978-92-1-000000-1", ISSN: "0028-0837", DOI: "18356/1"}
	if got := d.Identifiers(); len(got) != 0 || d.Publication.SoundISBN() != "" {
		t.Errorf("of wrong numbers: %q", got)
	}
}
