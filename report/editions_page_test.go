package report

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/report/web"
	"rapporteur/sources"
)

// settled is a report in a language, as far as its pages.
func settled(t *testing.T, language string) *edition {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, map[string]string{"report.yaml": odd(language, "")})
	b := &build{in: Input{Manifest: filepath.Join(dir, "report.yaml")}, purpose: toShow}
	t.Cleanup(b.close)
	if planned, err := b.prepare(context.Background()); err != nil || !planned {
		t.Fatal(planned, err)
	}
	return b.editions[0]
}

// TestEditionsTogether: the page of each edition leads to the pages and the files of all, and a page of the HTML
// edition to the same part in the others.
func TestEditionsTogether(t *testing.T) {
	var all []*web.Edition
	for i, language := range []string{"en", "ar"} {
		e := settled(t, language)
		w := &web.Edition{Document: e.document, Composition: e.composed, Pages: e.pages,
			PDF: "report." + language + ".pdf", Folder: "html/" + language,
			Page: []string{"index.html", "index.ar.html"}[i]}
		w.Documents = []ledger.Document{{Kind: sources.OutputReport, ID: sources.OutputReport, File: w.PDF,
			Language: language, Pages: 12 + i, Bytes: 1_500_000}}
		all = append(all, w)
	}
	all[0].Others, all[1].Others = all[1:], all[:1]
	for i, w := range all {
		data, err := web.Publication(all, i)
		if err != nil {
			t.Fatal(err)
		}
		page, other := parsed(t, "index.html", string(data)), all[1-i]
		for _, want := range []string{other.Page, other.PDF, w.PDF, other.Folder + "/index.html"} {
			leads := page.all(func(e *element) bool { return e.tag == "a" && e.attrs["href"] == want })
			if len(leads) != 1 {
				t.Errorf("%d links of %s lead to %s", len(leads), w.Page, want)
			}
		}
		said := page.said()
		if !strings.Contains(said, "12") || !strings.Contains(said, "13") {
			t.Errorf("%s does not say how long the editions are", w.Page)
		}
		found := false
		for _, f := range w.Files() {
			if f.ID != "con" {
				continue
			}
			data, err := f.Make()
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range parsed(t, f.Name+".html", string(data)).tagged("a") {
				lang := other.Document.Lang
				found = found || a.attrs["href"] == "../../html/"+lang+"/item.con.html" && a.attrs["lang"] == lang
			}
		}
		if !found {
			t.Errorf("nothing leads from a page of %s to the other edition", w.Folder)
		}
	}
}
