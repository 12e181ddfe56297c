package report

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestOriginalsOfEditions: of files that were handed in in several languages, an edition takes that in its own
// language, else that in the language of delivery, each under the language that it has; and its feed names them in its
// own words.
func TestOriginalsOfEditions(t *testing.T) {
	manifest := strings.Replace(threeEditions, "original: a.pdf", "original: {fr: a.pdf, en: b.pdf}", 1)
	manifest = strings.Replace(manifest, "  date:", "  url: https://example.org/\n  date:", 1)
	files := editionsFiles(t)
	files["b.pdf"] = example(t, "canada")
	in := laidOut(t, manifest+"outputs: [report, originals, page]\n", files)
	r, err := Build(context.Background(), in)
	if err != nil || r.Failed {
		t.Fatalf("%v\n%s", err, messages(r))
	}
	var names []string
	for _, d := range r.Published {
		if d.Kind == "originals" {
			names = append(names, d.File+" "+d.Language)
		}
	}
	want := []string{"originals/opening-norway.fr.pdf fr", "originals/opening-norway.en.pdf en"}
	if !slices.Equal(names, want) {
		t.Errorf("the originals are %q", names)
	}
	got := map[string]string{}
	for _, lang := range []string{"fr", "en", "ar"} {
		l, _ := readBack(t, in.Out, lang)
		for _, o := range l.Statements[0].Originals {
			got[lang] += o.File
		}
	}
	if want := map[string]string{"fr": "a.pdf", "en": "b.pdf", "ar": "b.pdf"}; !maps.Equal(got, want) {
		t.Errorf("the editions have %v", got)
	}
	s := entered(t, in.Out)
	if feed := s.read(t, "feed.en.xml"); !strings.Contains(feed, "Original: Representative (Norway)") ||
		strings.Contains(feed, "Norvège") {
		t.Errorf("the feed says\n%s", feed)
	}
}
