package layout

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"
	"testing/fstest"

	"rapporteur/fonts"
	"rapporteur/layout/lang"
)

// TestEveryFieldIsInTheDigest changes a house style field by field, and looks for a digest that was there before.
func TestEveryFieldIsInTheDigest(t *testing.T) {
	s := testSheet("en", 300*Pt, 400*Pt)
	seen := map[string]string{}
	c := &changer{t: t, met: map[string]bool{}, skip: []string{"Sheet.Library", "Sheet.Languages", "Sheet.Lang",
		"Sheet.Words"}} // a cache: it changes nothing
	c.try = func(path string) {
		digest := fmt.Sprintf("%x", s.Digest())
		if have, twice := seen[digest]; twice {
			t.Errorf("the digest is the same: %q and %q", have, path)
		}
		seen[digest] = path
	}
	c.try("as it is")
	c.change("Sheet", reflect.ValueOf(s).Elem())
	byHand := map[string]bool{}
	for _, name := range c.skip {
		byHand[name], c.met[name] = true, true
	}
	for name := range fields(reflect.TypeFor[Sheet](), byHand) {
		if !c.met[name] {
			t.Errorf("%s was never changed", name)
		}
	}

	// What cannot be changed field by field.
	one, two := fonts.Embedded("SourceSans3-Regular"), fonts.Embedded("Amiri-Regular")
	for _, user := range []map[fonts.Family][]*fonts.Font{{fonts.Serif: {one}}, {fonts.Sans: {one}},
		{fonts.Caption: {one}}, {fonts.Serif: {two}},
		{fonts.Serif: {one, two}}, {fonts.Serif: {two, one}}, {fonts.Serif: {one}, fonts.Sans: {two}}} {
		s.Library = fonts.NewLibrary(user)
		c.try(fmt.Sprint("fonts ", user))
	}
	s.Library = nil
	c.try("no fonts")
	s.Library = fonts.NewLibrary(nil)
	for _, tag := range []string{"fr", "fr-CA", "ar"} {
		s.Lang = s.Languages.Of(tag)
		c.try("language " + tag)
	}
	for _, files := range []fstest.MapFS{
		{"fr/hyph-fr.tex": {Data: []byte(`\patterns{a1b}`)}, "fr/language.yaml": {}},
		{"fr/hyph-fr.tex": {Data: []byte(`\patterns{a1c}`)}, "fr/language.yaml": {}},
		{"fr/language.yaml": {Data: []byte("leading: 120")}},
		{"qaa/language.yaml": {}},
		{"qab/language.yaml": {}},
	} {
		for _, f := range files {
			f.Data = append(f.Data, '\n')
			if !bytes.HasPrefix(f.Data, []byte(`\`)) {
				f.Data = append(f.Data, "name: x\n"...)
			}
		}
		set, err := lang.Embedded().With(files)
		if err != nil {
			t.Fatal(err)
		}
		s.Languages = set
		c.try(fmt.Sprint("languages ", files))
	}
	s.Languages = nil
	c.try("no languages")
	if a, b := testSheet("en", 300*Pt, 400*Pt).Digest(), testSheet("en", 300*Pt, 400*Pt).Digest(); a != b {
		t.Error("one house style, two digests")
	}
}

func BenchmarkDigest(b *testing.B) {
	s := testSheet("en", 300*Pt, 400*Pt)
	for b.Loop() {
		s.Digest()
	}
}
