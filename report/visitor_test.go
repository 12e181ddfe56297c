package report

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/report/publish"
)

// element is an element of a page, as a browser has it.
type element struct {
	tag    string
	attrs  map[string]string
	kids   []*element
	words  strings.Builder // of it and all below it, in order
	parent *element
}

func (e *element) class(name string) bool {
	return slices.Contains(strings.Fields(e.attrs["class"]), name)
}

// said is what stands in an element, its white made one space each.
func (e *element) said() string { return strings.Join(strings.Fields(e.words.String()), " ") }

// all gives the elements below one for which is holds, in order.
func (e *element) all(is func(*element) bool) (list []*element) {
	for _, k := range e.kids {
		if is(k) {
			list = append(list, k)
		}
		list = append(list, k.all(is)...)
	}
	return list
}

func (e *element) tagged(tags ...string) []*element {
	return e.all(func(k *element) bool { return slices.Contains(tags, k.tag) })
}

// byID is the element of an id; nil if there is none.
func (e *element) byID(id string) *element {
	for _, k := range e.all(func(k *element) bool { return k.attrs["id"] == id }) {
		return k
	}
	return nil
}

// parsed reads a page.
func parsed(t *testing.T, name, page string) *element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	if path.Ext(name) == ".html" {
		d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	}
	root := &element{tag: "", attrs: map[string]string{}}
	at := root
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{tag: token.Name.Local, attrs: map[string]string{}, parent: at}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			at.kids = append(at.kids, e)
			at = e
		case xml.EndElement:
			if at.tag != token.Name.Local {
				t.Fatalf("%s: %s ends %s", name, token.Name.Local, at.tag)
			}
			at = at.parent
		case xml.CharData:
			for e := at; e != nil; e = e.parent {
				e.words.Write(token)
			}
		}
	}
	if at != root {
		t.Fatalf("%s: %s does not end", name, at.tag)
	}
	return root
}

// site is an output folder as a visitor finds it.
type site struct {
	dir     string
	files   []string
	pages   map[string]*element       // the HTML ones, by name
	ledger  *ledger.Ledger            // of the first edition
	ledgers map[string]*ledger.Ledger // by the names of the PDFs that they are of
}

// visited builds a manifest and opens what it makes.
func visited(t *testing.T, manifest string) *site {
	t.Helper()
	out := t.TempDir()
	result, err := Build(context.Background(), Input{Manifest: manifest, Out: out, Program: "test"})
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatalf("%v %+v", err, result)
	}
	return entered(t, out)
}

func entered(t *testing.T, out string) *site {
	t.Helper()
	s := &site{dir: out, pages: map[string]*element{}, ledgers: map[string]*ledger.Ledger{}}
	for _, sum := range publish.ParseSums(s.read(t, publish.Sums)) {
		text := s.read(t, sum.Name)
		if publish.SumOf([]byte(text)) != sum.SHA256 {
			t.Errorf("the sum of %s is wrong", sum.Name)
		}
		s.files = append(s.files, sum.Name)
		if path.Ext(sum.Name) == ".html" {
			s.pages[sum.Name] = parsed(t, sum.Name, text)
		}
		if path.Ext(sum.Name) != ".pdf" || strings.HasPrefix(sum.Name, "originals/") {
			continue
		}
		l, err := readLedger(filepath.Join(out, filepath.FromSlash(ledger.Beside(sum.Name))))
		if err != nil {
			t.Fatal(err)
		}
		s.ledgers[sum.Name] = l
		if s.ledger == nil {
			s.ledger = l
		}
	}
	s.files = append(s.files, publish.Sums)
	return s
}

func (s *site) read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// links checks that every link of every page leads to something.
func (s *site) links(t *testing.T) {
	t.Helper()
	count := 0
	for name, page := range s.pages {
		for _, e := range page.tagged("a", "link", "img") {
			address := e.attrs["href"] + e.attrs["src"]
			count++
			if why := s.leads(name, address); why != "" {
				t.Errorf("%s: %q %s", name, address, why)
			}
		}
	}
	if count < len(s.pages) {
		t.Errorf("%d links in %d pages", count, len(s.pages))
	}
}

// leads says why an address on a page leads nowhere; "" where it leads somewhere.
func (s *site) leads(from, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return err.Error()
	}
	switch u.Scheme {
	case "http", "https", "mailto", "data":
		return ""
	case "":
	default:
		return "has a scheme that is not known"
	}
	to := path.Join(path.Dir(from), u.Path)
	if u.Path == "" {
		to = from
	}
	if !slices.Contains(s.files, to) {
		return "leads to no file"
	}
	if page, ok := strings.CutPrefix(u.Fragment, "page="); ok {
		if n, err := strconv.Atoi(page); err != nil || s.ledgers[to] == nil || n < 1 || n > s.ledgers[to].Pages {
			return "leads to no page of the PDF"
		}
	} else if u.Fragment != "" && s.pages[to].byID(u.Fragment) == nil {
		return "leads to no place"
	}
	return ""
}

var headingTag = regexp.MustCompile(`^h[1-6]$`)

// form checks what every page must have, or every one whose name begins with one of names (WCAG 2.2 1.1.1, 1.3.1,
// 2.4.1, 2.4.2, 3.1.1, 4.1.2).
func (s *site) form(t *testing.T, lang, direction string, names ...string) {
	t.Helper()
	for name, page := range s.pages {
		if len(names) > 0 && !slices.ContainsFunc(names, func(of string) bool { return strings.HasPrefix(name, of) }) {
			continue
		}
		fault := func(what string) { t.Errorf("%s: %s", name, what) }
		html := page.tagged("html")
		if len(html) != 1 || html[0].attrs["lang"] != lang || html[0].attrs["dir"] != direction {
			fault("it is not in its language and direction")
		}
		if titles := page.tagged("title"); len(titles) != 1 || titles[0].said() == "" {
			fault("it has no title")
		}
		if len(page.tagged("main")) != 1 || len(page.tagged("a")) == 0 || !page.tagged("a")[0].class("skip") {
			fault("its main part cannot be skipped to")
		}
		for _, e := range page.tagged("script") {
			if e.attrs["type"] != "application/ld+json" || !json.Valid([]byte(e.words.String())) {
				fault("it has a script, or data that are none")
			}
		}
		ids := map[string]bool{}
		for _, e := range page.all(func(*element) bool { return true }) {
			if id := e.attrs["id"]; id != "" && ids[id] {
				fault("two places are called " + id)
			} else {
				ids[id] = true
			}
			if alt, has := e.attrs["alt"]; e.tag == "img" && (!has || alt == "") {
				fault("a picture has no alternative text")
			}
			if scope := e.attrs["scope"]; e.tag == "th" && scope == "" {
				fault("a header cell says not of what: " + e.said())
			}
			if e.attrs["lang"] != "" && e.attrs["dir"] == "" {
				fault("words in a language have no direction")
			}
		}
		for _, e := range page.all(func(e *element) bool { return e.attrs["aria-labelledby"] != "" }) {
			if !ids[e.attrs["aria-labelledby"]] {
				fault("nothing is called " + e.attrs["aria-labelledby"])
			}
		}
		level := 0
		for i, h := range page.all(func(e *element) bool { return headingTag.MatchString(e.tag) }) {
			n := int(h.tag[1] - '0')
			if i == 0 && n != 1 || i > 0 && n == 1 || n > level+1 || h.said() == "" {
				fault("heading out of order: " + h.tag + " " + h.said())
			}
			level = n
		}
		if level == 0 {
			fault("it has no heading")
		}
	}
}
