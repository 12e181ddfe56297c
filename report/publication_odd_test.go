package report

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// odd is a report whose words try to be more than words, in a language; its ids are names that folders keep.
func odd(language, layout string) string {
	return `report: {title: '</title><script>alert("1")</script>', subtitle: 'a "b" & <i>c</i>',
  language: ` + language + `,
  date: 2012-03-01, url: 'https://example.org/r/', symbol: 'A/66/"1"'}
event: {title: "'><b>x</b>", from: 2011-09-19, place: '{{.Lang}} ` + "`${x}`" + `'}
publication: {organization: '"><img src=x onerror=alert(1)>', copyright: '--></style>',
  isbn: 978-92-1-000000-4, doi: 10.18356/<1>&2}
outputs: [report, page, html, akn, citations]
layout: {` + layout + `}
summary: {title: Sum</h2>, text: "Said. [here](https://example.org/?a=1&b=\"2\")"}
sessions:
  - id: index
    title: '<!-- session'
    date: 2011-09-19T10:00
    debate: "Told[^1] of [@con].\n\n| a | b |\n|---|---|\n| 1 & 2 | <3 |\n\n[^1]: See [@r1].\n"
    statements:
      - {id: con, language: es, speaker: {name: 'O''Neil </li>', role: '"R"', delegation: '<D>'},
         text: "Words {#p1}\n\n> Quoted.", links: [{title: 'a<b', url: 'https://example.org/v?x=1&y=2'}]}
      - {id: feed, speaker: {role: R, delegation: E}, status: withdrawn}
recommendations:
  - {id: r1, text: "Do \\<this\\>.", from: [con, p1], addressees: ['<States>']}
`
}

// TestOddWords: words stay words wherever they stand, in each direction of writing and profile, and all links lead.
func TestOddWords(t *testing.T) {
	for language, direction := range map[string]string{"en": "ltr", "ar": "rtl", "zh": "ltr"} {
		for _, layout := range []string{"profile: publication", "profile: plain"} {
			t.Run(language+" "+layout, func(t *testing.T) {
				dir := t.TempDir()
				put(t, dir, map[string]string{"report.yaml": odd(language, layout+", typography: as-typed")})
				s := visited(t, filepath.Join(dir, "report.yaml"))
				s.links(t)
				s.form(t, language, direction)
				s.accounted(t)
				page := s.pages["index.html"]
				for _, tag := range []string{"b", "i"} {
					if len(page.tagged(tag)) > 0 {
						t.Errorf("the words have made a %s", tag)
					}
				}
				said := page.said()
				for _, words := range []string{`</title><script>alert("1")</script>`, `a "b" & <i>c</i>`, "'><b>x</b>",
					"{{.Lang}} `${x}`", `O'Neil </li>`, "a<b", "Do <this>", "<States>", "<!-- session"} {
					if !strings.Contains(said, words) {
						t.Errorf("%q is not said", words)
					}
				}
				if at := page.byID("feed"); at == nil || len(at.tagged("a")) > 0 {
					t.Error("a statement that was withdrawn leads somewhere")
				}
				xml := parsed(t, "report.akn.xml", s.read(t, "report.akn.xml"))
				if !strings.Contains(xml.said(), `</title><script>alert("1")</script>`) {
					t.Error("the title is not in Akoma Ntoso")
				}
				if s.pages["html/"+language+"/item.con.html"] == nil {
					t.Errorf("the pages are %v", slices.Sorted(maps.Keys(s.pages)))
				}
			})
		}
	}
}

// TestNothingMore: who asks for nothing beside the report gets the report, and a ledger that speaks of nothing else; a
// page alone leads to the PDF for all that it does not hold.
func TestNothingMore(t *testing.T) {
	dir := t.TempDir()
	asked := "outputs: [report, page, html, akn, citations]\n"
	text := odd("en", "")
	put(t, dir, map[string]string{"report.yaml": strings.Replace(text, asked, "", 1),
		"page.yaml": strings.Replace(text, asked, "outputs: [page]\n", 1)})
	s := visited(t, filepath.Join(dir, "report.yaml"))
	if want := []string{"report.pdf", "report.json", "SHA256SUMS"}; !slices.Equal(s.files, want) ||
		len(s.ledger.Documents) > 0 {
		t.Errorf("there are %v and %v", s.files, s.ledger.Documents)
	}
	alone := visited(t, filepath.Join(dir, "page.yaml"))
	alone.links(t)
	alone.form(t, "en", "ltr")
	if len(alone.pages) != 1 || alone.ledger.Pages != s.ledger.Pages {
		t.Error("a page beside the report changes the report, or brings others along")
	}
}

// TestVolumesOnThePage: each volume is on the page under words of its own, where the report is.
func TestVolumesOnThePage(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"report.yaml": odd("en", "") + "volumes: session\n"})
	s := visited(t, filepath.Join(dir, "report.yaml"))
	s.links(t)
	s.accounted(t)
	words := map[string]string{}
	for _, a := range s.pages["index.html"].byID("the-report:").parent.tagged("a") {
		if href := a.attrs["href"]; strings.HasPrefix(href, "report-volume-") {
			words[a.said()] = href
		}
	}
	if len(words) < 2 || len(words) != len(s.ledgers)-1 {
		t.Errorf("the volumes are %v on the page", words)
	}
}

// TestIdentifiers: the metadata of the PDF say by which names the report is known, who publishes it, whose it is, and
// in which languages there is something to read in it. They are what verify expects.
func TestIdentifiers(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"report.yaml": strings.Replace(odd("en", "typography: as-typed"),
		"978-92-1-000000-4", "978-92-1-000000-0", 1)})
	s := visited(t, filepath.Join(dir, "report.yaml"))
	file := s.read(t, "report.pdf")
	from, to := strings.Index(file, "<x:xmpmeta"), strings.Index(file, "</x:xmpmeta>")
	xmp := parsed(t, "xmp", file[from:to]+"</x:xmpmeta>")
	for name, want := range map[string][]string{
		"publisher": {`"><img src=x onerror=alert(1)>`}, "rights": {"--></style>"}, "language": {"en", "es"},
		"Identifier": {`A/66/"1"`, "urn:isbn:978-92-1-000000-0", "https://doi.org/10.18356/%3C1%3E&2"},
		"identifier": {"https://example.org/r/"},
	} {
		var got []string
		for _, e := range xmp.tagged(name) {
			for _, li := range e.tagged("li") {
				got = append(got, li.said())
			}
			if len(e.kids) == 0 {
				got = append(got, e.said())
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if !slices.Equal(s.ledger.Languages, []string{"en", "es"}) {
		t.Errorf("the ledger has the languages %v", s.ledger.Languages)
	}
}
