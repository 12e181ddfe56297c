package report

import (
	"encoding/json"
	"encoding/xml"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// published is the example as it is shipped, and what it means, in each of its languages.
func published(t *testing.T) (*site, []*document.Document) {
	t.Helper()
	manifest := filepath.Join("..", "cmd", "rapporteur", "starter", "report.yaml")
	var bag diag.Bag
	b := &build{in: Input{Manifest: manifest}}
	m, err := sources.Read(t.Context(), nil, manifest, b.readable(), &bag)
	if err != nil || bag.Failed() {
		t.Fatal(err, bag.All())
	}
	var documents []*document.Document
	for i := range m.Report.Languages {
		documents = append(documents, document.Resolve(m.Edition(i), b.languages(), &bag))
	}
	return visited(t, manifest), documents
}

// TestPublication opens the output folder of the example as a visitor would: what the symposium's own page had, and
// more, is on the page, and leads where it says.
func TestPublication(t *testing.T) {
	s, documents := published(t)
	if len(documents) != 3 {
		t.Errorf("the example is in %d languages", len(documents))
	}
	s.links(t)
	t.Run("ledgers", func(t *testing.T) { s.accounted(t) })
	for i, d := range documents {
		direction := "ltr"
		if d.Words.RTL() {
			direction = "rtl"
		}
		v := &visit{site: s, d: d, suffix: "." + d.Lang, name: "index." + d.Lang + ".html"}
		if i == 0 {
			v.name = "index.html"
		}
		v.page, v.ledger = s.pages[v.name], s.ledgers["report."+d.Lang+".pdf"]
		s.form(t, d.Lang, direction, v.name, "html/"+d.Lang+"/")
		t.Run(d.Lang, func(t *testing.T) { v.whole(t, documents) })
	}
}

// visit is a visit to the page of one edition.
type visit struct {
	*site
	d            *document.Document
	name, suffix string
	page         *element
	ledger       *ledger.Ledger
}

func (v *visit) whole(t *testing.T, documents []*document.Document) {
	d, page := v.d, v.page
	words := page.said()
	has := func(what string, parts ...string) {
		t.Helper()
		for _, p := range parts {
			if !strings.Contains(words, strings.Join(strings.Fields(p), " ")) {
				t.Errorf("%s: %q is not on the page", what, p)
			}
		}
	}
	to := func(what string, in *element, addresses ...string) {
		t.Helper()
		for _, a := range addresses {
			leads := func(e *element) bool { return e.attrs["href"] == a }
			if in == nil || !slices.ContainsFunc(in.tagged("a"), leads) {
				t.Errorf("%s: nothing leads to %s", what, a)
			}
		}
	}
	t.Run("title and dates", func(t *testing.T) {
		has("head", d.Title, d.Subtitle, d.Days(), d.Event.Place, d.When(d.Date), d.Symbol)
	})
	t.Run("report in its languages", func(t *testing.T) {
		for _, other := range documents {
			to("report", page, "report."+other.Lang+".pdf", "html/"+other.Lang+"/index.html")
			has("report", other.Words.Name, decimal(v.ledgers["report."+other.Lang+".pdf"].Pages))
		}
	})
	t.Run("summary", func(t *testing.T) { v.summary(t, to) })
	t.Run("statements by session", func(t *testing.T) { v.statements(t, to) })
	t.Run("sessions", func(t *testing.T) {
		for _, p := range d.Parts {
			if p.Session != nil {
				to(p.Title, page.byID(p.Session.ID), "sessions/"+p.Session.ID+v.suffix+".pdf")
			}
		}
	})
	t.Run("recommendations", func(t *testing.T) {
		to("recommendations", page, "recommendations"+v.suffix+".pdf")
		for _, r := range d.Recommendations {
			at := page.byID(r.ID)
			if at == nil {
				t.Errorf("%s has no place", r.ID)
				continue
			}
			to(r.ID, at, "#"+r.ID)
			has(r.ID, r.Name)
			has(r.ID, r.Addressees...)
			for _, b := range r.Text.Blocks {
				if b.Kind == sources.Paragraph {
					has(r.ID, strings.Fields(document.Plain(b.Inlines))[0])
				}
			}
		}
	})
	t.Run("participants", func(t *testing.T) {
		for _, g := range d.Members {
			has("participants", g.Name)
			for _, p := range g.Parties {
				has(g.Name, p.Name)
			}
		}
	})
	t.Run("data", func(t *testing.T) {
		to("data", page, "SHA256SUMS", "report"+v.suffix+".json", "report"+v.suffix+".akn.xml",
			"statements"+v.suffix+".bib", "statements"+v.suffix+".csl.json", "feed"+v.suffix+".xml")
	})
	t.Run("metadata", func(t *testing.T) { v.metadata(t) })
	t.Run("feed", func(t *testing.T) { v.feed(t) })
	t.Run("html edition", func(t *testing.T) { v.anchors(t) })
	t.Run("akoma ntoso", func(t *testing.T) { v.akn(t) })
}

type leadsTo = func(what string, in *element, addresses ...string)

func (v *visit) summary(t *testing.T, to leadsTo) {
	at := v.page.byID("summary")
	if at == nil || !strings.Contains(at.said(), v.d.Summary.Title) {
		t.Fatal("the summary is not on the page")
	}
	to("summary", at, "html/"+v.d.Lang+"/summary.html", "summary"+v.suffix+".pdf", "originals/summary.fr.pdf")
}

// statements looks for every statement, in order, below its session, with all that is known of it.
func (v *visit) statements(t *testing.T, to leadsTo) {
	d, page := v.d, v.page
	var order []string
	for _, e := range page.tagged("li") {
		if it := d.Item(e.attrs["id"]); it != nil && it.Statement != nil {
			order = append(order, it.ID)
		}
	}
	var want []string
	for _, st := range d.Statements {
		want = append(want, st.ID)
		at := page.byID(st.ID)
		if at == nil {
			t.Errorf("%s is not on the page", st.ID)
			continue
		}
		inside := false
		for e := at.parent; e != nil; e = e.parent {
			inside = inside || e.attrs["id"] == st.Session.ID
		}
		if !inside {
			t.Errorf("%s does not stand below its session", st.ID)
		}
		said := at.said()
		facts := []string{st.Title, d.Words.LanguageName(st.Lang), st.Symbol}
		if st.Status != "" {
			facts = append(facts, strings.ToLower(d.Words.Say("status-"+st.Status)))
		}
		for _, p := range st.Speakers {
			facts = append(facts, p.Name, p.Role, p.Party.Name)
		}
		for _, f := range facts {
			if f = strings.Join(strings.Fields(f), " "); !strings.Contains(strings.ToLower(said), strings.ToLower(f)) {
				t.Errorf("%s: %q is not said in %q", st.ID, f, said)
			}
		}
		if st.Text != nil {
			to(st.ID, at, "html/"+d.Lang+"/"+st.ID+".html", "statements/"+st.Session.ID+"-"+st.ID+v.suffix+".pdf")
		}
		for _, o := range st.Originals {
			to(st.ID, at, "originals/"+st.Session.ID+"-"+st.ID+"."+o.Lang+".pdf")
		}
		for _, l := range st.Links {
			to(st.ID, at, l.URL)
		}
	}
	if !slices.Equal(order, want) {
		t.Errorf("the statements stand as %v, not %v", order, want)
	}
}

func (v *visit) metadata(t *testing.T) {
	d, page := v.d, v.page
	said := map[string]string{}
	for _, e := range page.tagged("meta") {
		said[e.attrs["name"]] += e.attrs["content"] + "\n"
	}
	for name, want := range map[string]string{"DC.title": d.Title, "DC.language": d.Lang, "DC.date": "2012-03-01",
		"DC.publisher": d.Publication.Organization, "DC.identifier": d.Symbol, "DC.rights": d.Publication.Copyright} {
		if !strings.Contains(said[name], want) {
			t.Errorf("%s is %q", name, said[name])
		}
	}
	var linked struct {
		Type    string `json:"@type"`
		Name    string
		About   struct{ Name, StartDate string }
		HasPart []struct {
			Name, InLanguage string
			AssociatedMedia  []struct{ URL string }
		}
		Encoding []struct{ ContentURL, SHA256 string }
	}
	script := page.tagged("script")[0].words.String()
	if err := json.Unmarshal([]byte(script), &linked); err != nil {
		t.Fatal(err)
	}
	if linked.Type != "Report" || linked.Name != d.Title || linked.About.StartDate != "2011-09-19" ||
		len(linked.HasPart) != len(d.Statements) || len(linked.Encoding) != 1 ||
		linked.Encoding[0].SHA256 != v.ledger.SHA256 ||
		linked.Encoding[0].ContentURL != "https://www.example.org/colloque-2011/report"+v.suffix+".pdf" {
		t.Errorf("what is said in JSON-LD is %+v", linked)
	}
}

func (v *visit) feed(t *testing.T) {
	var feed struct {
		Channel struct {
			Language string `xml:"language"`
			Item     []struct {
				Link      string `xml:"link"`
				Enclosure struct {
					URL    string `xml:"url,attr"`
					Length int    `xml:"length,attr"`
					Type   string `xml:"type,attr"`
				} `xml:"enclosure"`
			} `xml:"item"`
		} `xml:"channel"`
	}
	if err := xml.Unmarshal([]byte(v.read(t, "feed"+v.suffix+".xml")), &feed); err != nil {
		t.Fatal(err)
	}
	c := feed.Channel
	if c.Language != v.d.Lang || len(c.Item) < 40 {
		t.Errorf("the feed has %+v", c)
	}
	base := "https://www.example.org/colloque-2011/"
	for _, it := range c.Item {
		name, ok := strings.CutPrefix(it.Link, base)
		if !ok || !slices.Contains(v.files, name) || it.Enclosure.URL != it.Link ||
			it.Enclosure.Length != len(v.read(t, name)) {
			t.Errorf("an item of the feed is %+v", it)
		}
	}
}

// anchors looks for every place of the PDF in the HTML edition: each is on one page, under the same id.
func (v *visit) anchors(t *testing.T) {
	s, d := v.site, v.d
	at := map[string][]string{}
	for name, page := range s.pages {
		if strings.HasPrefix(name, "html/"+d.Lang+"/") {
			for _, e := range page.all(func(e *element) bool { return e.attrs["id"] != "" }) {
				at[e.attrs["id"]] = append(at[e.attrs["id"]], name)
			}
		}
	}
	if len(v.ledger.Anchors) < 200 {
		t.Errorf("the ledger has %d anchors", len(v.ledger.Anchors))
	}
	for id := range v.ledger.Anchors {
		if len(at[id]) != 1 {
			t.Errorf("%s is on %v", id, at[id])
		}
	}
	for _, p := range d.Parts { // what is written is there to be read, in its language
		name := "html/" + d.Lang + "/" + p.ID + ".html"
		if len(p.Texts) == 0 || s.pages[name] == nil {
			continue
		}
		said := s.pages[name].said()
		for _, text := range p.Texts {
			for _, b := range text.Blocks {
				words := strings.Join(strings.Fields(document.Plain(b.Inlines)), " ")
				if b.Kind == sources.Heading && !strings.Contains(said, words) {
					t.Errorf("%s does not have %q", name, words)
				}
			}
			if text.Lang != d.Lang && len(s.pages[name].all(func(e *element) bool {
				return e.attrs["lang"] == text.Lang && e.said() != ""
			})) == 0 {
				t.Errorf("%s has nothing in %s", name, text.Lang)
			}
		}
	}
}

// akn reads the report as a program would.
func (v *visit) akn(t *testing.T) {
	d := v.d
	root := parsed(t, "report.akn.xml", v.read(t, "report"+v.suffix+".akn.xml"))
	ids := map[string]bool{}
	for _, e := range root.all(func(e *element) bool { return e.attrs["eId"] != "" }) {
		if ids[e.attrs["eId"]] {
			t.Errorf("two elements are %s", e.attrs["eId"])
		}
		ids[e.attrs["eId"]] = true
	}
	refs := root.tagged("ref", "FRBRauthor", "FRBRtranslation")
	for _, e := range refs {
		if id, inside := strings.CutPrefix(e.attrs["href"], "#"); inside && !ids[id] {
			t.Errorf("%s %q leads to nothing", e.tag, e.attrs["href"])
		}
	}
	texts, originals := 0, 0
	for _, st := range d.Statements {
		originals += len(st.Originals)
		if st.Text == nil {
			continue
		}
		texts++
		if !ids[st.ID] {
			t.Errorf("%s is no document", st.ID)
		}
	}
	named := map[string]int{}
	for _, e := range root.tagged("documentCollection", "debateReport", "statement") {
		named[e.tag+" "+e.attrs["name"]]++
		for level, of := range map[string]string{"FRBRWork": "", "FRBRExpression": "", "FRBRManifestation": ".xml"} {
			uri := e.tagged(level)[0].tagged("FRBRuri")[0].attrs["value"]
			this := e.tagged(level)[0].tagged("FRBRthis")[0].attrs["value"]
			if !strings.HasPrefix(this, strings.TrimSuffix(uri, of)+"/!") || !strings.HasSuffix(this, of) ||
				!strings.HasSuffix(uri, of) ||
				!strings.HasPrefix(uri, "/akn/un/documentCollection/publication/2012-03-01/ST-") {
				t.Errorf("%s is %s of %s", level, this, uri)
			}
		}
		if len(e.tagged("FRBRsubtype")) == 0 {
			t.Errorf("%s has no subtype", e.tag)
		}
	}
	want := map[string]int{"documentCollection publication": 1, "debateReport summaryRecord": 6,
		"statement statement": texts, "statement recommendations": 1}
	if !maps.Equal(named, want) || len(root.tagged("publication")) != 1 {
		t.Errorf("there are %v, not %v", named, want)
	}
	for _, e := range root.tagged("statement") {
		date := e.tagged("FRBRdate")[0].attrs
		if e.attrs["name"] == "statement" && (date["name"] != "delivery" || date["date"] != "2011-09-19") {
			t.Errorf("a statement was made on %v", date)
		}
	}
	if got := len(root.tagged("documentRef")); got < originals {
		t.Errorf("there are %d originals, not %d", got, originals)
	}
	for _, r := range d.Recommendations {
		if !ids[r.ID] {
			t.Errorf("%s has no element", r.ID)
		}
	}
	if len(root.tagged("debateReport")) == 0 || len(root.tagged("authorialNote")) == 0 || len(refs) < 100 {
		t.Error("debates, notes or references are missing")
	}
}

// accounted: all that is published stands in a ledger, with its sum.
func (s *site) accounted(t *testing.T) {
	told := map[string]bool{"SHA256SUMS": true}
	for _, l := range s.ledgers {
		for _, f := range l.Documents {
			told[f.File] = true
			if int(f.Bytes) != len(s.read(t, f.File)) {
				t.Errorf("%s has not %d bytes", f.File, f.Bytes)
			}
		}
	}
	for name := range s.ledgers {
		told[name], told[ledger.Beside(name)] = true, true
	}
	for _, name := range s.files {
		if !told[name] {
			t.Errorf("%s is not in a ledger", name)
		}
	}
}
