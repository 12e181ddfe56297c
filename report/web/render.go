package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"slices"

	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/markup"
	"rapporteur/sources"
)

//go:embed part.html publication.html style.css
var files embed.FS

// styleSheet is the name of the style sheet in the folder of the HTML edition.
const styleSheet = "style.css"

// pictures is the folder of the pictures in that of the HTML edition.
const pictures = "figures"

// File is a file that is made when its turn comes.
type File struct {
	Name  string // in the output folder
	ID    string // of the place where a page begins; "" of what is no page
	Title string
	Make  func() ([]byte, error)
}

// Files lists the files of the HTML edition. Making one fails, by a fault of ours, where a block is of a kind that HTML
// has no words for.
func (e *Edition) Files() (list []File) {
	all := split(e)
	var others []*pages
	for _, o := range e.Others {
		others = append(others, split(o))
	}
	put := func(name, id, title string, make func() ([]byte, error)) {
		list = append(list, File{Name: e.Folder + "/" + name, ID: id, Title: title, Make: make})
	}
	for i, p := range all.list {
		put(p.file, p.ID, called(p.Part), func() ([]byte, error) { return e.part(all, i, others) })
	}
	for _, p := range e.pictures() {
		put(pictureName(p), "", "", func() ([]byte, error) { return p.Data, nil })
	}
	put(styleSheet, "", "", func() ([]byte, error) { return []byte(e.style()), nil })
	return list
}

// style is the style sheet in the house's colours.
func (e *Edition) style() template.CSS {
	rules, _ := files.ReadFile(styleSheet) // it is embedded
	c := e.colours()
	house := ":root{--ink:" + c.Ink + ";--accent:" + c.Accent + ";--quiet:" + c.Quiet + "}\n"
	return template.CSS(house + string(rules)) // ours, and numbers
}

// pictureName is what a picture is called in the folder of the HTML edition, by what it is: equal ones are one file.
func pictureName(p *layout.Picture) string {
	name := p.Key
	if len(name) > 24 {
		name = name[:24]
	}
	ext := ".png"
	if p.Format == "jpeg" {
		ext = ".jpg"
	}
	return pictures + "/" + name + ext
}

// pictures are those of the HTML edition, each once.
func (e *Edition) pictures() (list []*layout.Picture) {
	known := map[string]bool{}
	for _, p := range split(e).list {
		w := e.writer(p.Run, func(string) string { return "" })
		w.source = func(x *layout.Picture) string {
			if name := pictureName(x); !known[name] {
				known[name] = true
				list = append(list, x)
			}
			return ""
		}
		w.blocks(p.Blocks)
		w.endnotes("")
	}
	return list
}

// writer begins to write the blocks of a run.
func (e *Edition) writer(run string, href func(id string) string) *writer {
	return &writer{Writer: markup.New(template.HTMLEscapeString), e: e, href: href, source: pictureName, run: run,
		lang: e.Document.Lang, ids: map[string]bool{content: true}}
}

// content is the id of what is not repeated from page to page.
const content = "content"

// view is what the template of a part says.
type view struct {
	Lang, Dir, Title, Report, Skip, Label string
	Meta                                  []meta
	Body                                  template.HTML
	Up, Contents, Before, After, PDF      *link
	Languages                             []target
}

// link is an address with its words.
type link struct{ URL, Text, Name string }

// part makes a page; others are the pages of the other editions.
func (e *Edition) part(all *pages, i int, others []*pages) ([]byte, error) {
	p, d := all.list[i], e.Document
	href := func(id string) string { return all.href(i, id) }
	w := e.writer(p.Run, href)
	w.shift = max(highest(p.Blocks), 1) - 1
	for _, id := range append([]string{p.ID}, p.also...) {
		w.Element("span", "", "id", w.id(id))
	}
	w.blocks(p.Blocks)
	w.endnotes(d.Words.Say("notes"))
	for _, r := range p.received {
		e.received(w, r)
	}
	if w.err != nil {
		return nil, w.err
	}
	v := view{Lang: d.Lang, Dir: e.direction(d.Lang), Title: p.Part.Title, Report: d.Title, Body: w.html(),
		Skip: d.Words.Say("skip"), Meta: e.dublinCore(p.Part.Title), Label: d.Words.Say("page"),
		PDF: e.printed(p)}
	if v.Title != d.Title {
		v.Title += " – " + d.Title
	}
	for n, o := range e.Others {
		if k, known := others[n].at[p.ID]; known && others[n].list[k].ID == p.ID && o.Folder != "" {
			v.Languages = append(v.Languages, target{URL: relative(e.Folder, o.Folder+"/"+others[n].list[k].file),
				Text: o.Document.Words.Name, Lang: o.Document.Lang, Dir: o.direction(o.Document.Lang)})
		}
	}
	if e.Page != "" {
		v.Up = &link{URL: relative(e.Folder, e.Page), Text: d.Words.Say("publication-page")}
	}
	if k := slices.IndexFunc(all.list, func(p *page) bool { return p.Part.Kind == ledger.Contents }); k >= 0 && k != i {
		v.Contents = &link{URL: all.list[k].file, Text: d.Words.Say("contents")}
	}
	if i > 0 {
		v.Before = &link{URL: all.list[i-1].file, Text: d.Words.Say("link-previous"), Name: called(all.list[i-1].Part)}
	}
	if i+1 < len(all.list) {
		v.After = &link{URL: all.list[i+1].file, Text: d.Words.Say("link-next"), Name: called(all.list[i+1].Part)}
	}
	return filled("part.html", v)
}

// filled is a template with what it says.
func filled(name string, says any) ([]byte, error) {
	shell, err := template.ParseFS(files, name)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := shell.Execute(&out, says); err != nil {
		return nil, fmt.Errorf("writing by %s: %w", name, err)
	}
	return out.Bytes(), nil
}

// called is a part as the contents have it.
func called(p *document.Part) string {
	if p.Name != "" {
		return p.Name
	}
	return p.Title
}

// href is where the place of an id is, as page i calls it.
func (p *pages) href(i int, id string) string {
	k, known := p.at[id]
	switch {
	case !known:
		return ""
	case k == i:
		return "#" + id
	case p.list[k].ID == id:
		return p.list[k].file
	}
	return p.list[k].file + "#" + id
}

// printed leads to where the part stands in the PDF.
func (e *Edition) printed(p *page) *link {
	at, known := e.Pages.Places[p.ID]
	if !known {
		return nil
	}
	ref := e.Document.Words.Say("page-ref", "n", at.Label)
	return &link{URL: e.inPDF(e.Folder, at.Page), Text: "PDF" + e.Document.Words.Marks.Comma + ref}
}

// received says of an original where it is to be found: in the PDF of the report, and as the file that was handed in
// where that is published.
func (e *Edition) received(w *writer, p *document.Part) {
	words := e.Document.Words
	w.Open("p", "class", "received", "id", w.id(p.ID))
	w.Element("a", words.Say("original")+words.Marks.Comma+"PDF"+words.Marks.Comma+e.pagesOf(p.ID), "href",
		e.inPDF(e.Folder, e.Pages.Places[p.ID].Page))
	for _, f := range e.of(sources.OutputOriginals, p.Item) {
		w.Text(words.Marks.Semicolon)
		w.Element("a", words.Say("kind-delivered")+words.Marks.Comma+e.described(f), "href", relative(e.Folder, f.File),
			"type", media(f.File))
	}
	w.End("p")
}

// pagesOf is the pages of a part as they are cited.
func (e *Edition) pagesOf(id string) string {
	words := e.Document.Words
	return e.Pages.Say(layout.Ref{ID: id, Kind: layout.PageRange, One: words.Say("page-ref"),
		Several: words.Say("page-ref-several")})
}

// highest is the level of the highest heading of blocks; 0 where they have none.
func highest(list []layout.Block) int {
	level := 0
	for _, b := range list {
		found := 0
		switch b := b.(type) {
		case *layout.Heading:
			found = b.Level
		case *layout.Group:
			found = highest(b.Blocks)
		}
		if found > 0 && (level == 0 || found < level) {
			level = found
		}
	}
	return level
}
