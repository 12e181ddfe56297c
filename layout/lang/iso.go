package lang

import "golang.org/x/text/language"

// ThreeLetters is the code of a language in three letters (ISO 639-2/T and 639-3), as registers of documents have it;
// "und" where the tag is none.
func ThreeLetters(tag string) string {
	t := language.Make(tag)
	if t.IsRoot() {
		return "und"
	}
	base, _ := t.Base()
	return base.ISO3()
}
