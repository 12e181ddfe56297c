package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rapporteur/layout/lang"
)

// tagged are the places where a language's tag stands in Go, each with the reason why it is not data: what a language
// needs stands in its folder of layout/lang, what the program says in sources/diag/messages and talk.
var tagged = map[string]map[string]string{
	"sources/diag/messages.go": {"en": "the program talks English where it does not speak the user's language, and " +
		"in the ledger"},
	"report/web/table.go":            {"tr": "a row of a table in HTML"},
	"report/akn/table.go":            {"tr": "a row of a table in Akoma Ntoso"},
	"layout/paint/carrier.go":        {"pt": "fpdf's name for the unit of a point"},
	"sources/help.go":                {"fr": "the table of keys is explained in English and in French"},
	"sources/keys_head.go":           {"en": exampleOf},
	"sources/keys_items.go":          {"fr": exampleOf},
	"sources/keys_original.go":       {"fr": exampleOf},
	"sources/keys_session.go":        {"fr": exampleOf},
	"sources/libreoffice/profile.go": {"en-GB": "LibreOffice takes A4 where a file does not say its paper"},
	"sources/office/odt_styles.go":   {"pt": "the unit of a point, as OpenDocument writes it"},
	"sources/propose.go":             {"en": "of names in several languages one makes an id"},
	"sources/keys_layout.go":         {"pt": "the unit of a point, as users read it"},
	"sources/kinds_scalar.go":        {"pt": "the unit of a point, as users write it"},
}

const exampleOf = "an example of what the key takes"

// tags finds the language tags that a string literal consists of.
func tags(literal string, known *regexp.Regexp) []string {
	parts := strings.FieldsFunc(literal, func(r rune) bool { return r == ',' || r == ' ' || r == '|' || r == ';' })
	for _, part := range parts {
		if !known.MatchString(part) {
			return nil
		}
	}
	return parts
}

// TestNoLanguageTagInGo reads every string of the production sources.
func TestNoLanguageTagInGo(t *testing.T) {
	others := []string{"fa", "he", "ur", "hi", "ja", "ko", "sw", "it", "sr", "tr", "uk"} // without a folder
	known := regexp.MustCompile(`^(` + strings.Join(append(lang.Embedded().Codes(), others...), "|") +
		`)(-[A-Za-z0-9-]+)?$`)
	for _, c := range []struct{ literal, want string }{{"ar", "ar"}, {"ar, zh-Hant", "ar zh-Hant"}, {"are", ""},
		{"en route", ""}} {
		if got := strings.Join(tags(c.literal, known), " "); got != c.want {
			t.Fatalf("%q: %q", c.literal, got)
		}
	}
	met := map[string]bool{}
	root := filepath.Join("..", "..")
	for _, file := range sourcesOf(t, root) {
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := filepath.Rel(root, file)
		name = filepath.ToSlash(name)
		if strings.HasPrefix(name, "report/manifesttest/") {
			continue // it makes manifests for tests, in many languages
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			literal, is := n.(*ast.BasicLit)
			if !is || literal.Kind != token.STRING {
				return true
			}
			text, _ := strconv.Unquote(literal.Value)
			for _, tag := range tags(text, known) {
				if tagged[name][tag] == "" {
					t.Errorf("%s: the language tag %q", set.Position(literal.Pos()), tag)
				}
				met[name+" "+tag] = true
			}
			return true
		})
	}
	for name, list := range tagged {
		for tag := range list {
			if !met[name+" "+tag] {
				t.Errorf("%s has no %q any more: take it from the list", name, tag)
			}
		}
	}
}
