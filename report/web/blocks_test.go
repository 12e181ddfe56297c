package web

import (
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/kinds"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
)

// writing is a writer of a page of a report in English that has no places.
func writing() *writer {
	e := &Edition{Document: &document.Document{Lang: "en", Words: lang.Embedded().Of("en")}, Pages: &layout.Pages{}}
	return e.writer("run", func(id string) string { return "there.html#" + id })
}

// TestEveryKindOfBlock: whatever layout can set, HTML can show.
func TestEveryKindOfBlock(t *testing.T) {
	known := map[string]layout.Block{}
	for _, b := range []layout.Block{&layout.Group{}, &layout.Heading{}, &layout.Paragraph{}, &layout.List{},
		&layout.Quote{}, &layout.Definitions{}, &layout.Table{}, &layout.Figure{}, &layout.Entries{}, &layout.Columns{},
		&layout.Section{}, &layout.Space{}, &layout.Rule{}, &layout.PageBreak{}, &layout.Float{}, &layout.Roster{}} {
		known[reflect.TypeOf(b).Elem().Name()] = b
	}
	for name, b := range known {
		w := writing()
		if w.block(b); w.err != nil {
			t.Errorf("%s: %v", name, w.err)
		}
	}
	found, err := kinds.In(filepath.Join("..", "..", "layout"))
	if err != nil {
		t.Fatal(err)
	}
	if tried := slices.Sorted(maps.Keys(known)); !slices.Equal(tried, found) {
		t.Errorf("layout has %v; tried are %v", found, tried)
	}
}

// TestBlocks: what each kind of block is in HTML.
func TestBlocks(t *testing.T) {
	say := func(words string) []layout.Inline { return []layout.Inline{{Text: words}} }
	para := func(words string) []layout.Block { return []layout.Block{&layout.Paragraph{Inlines: say(words)}} }
	roster := &layout.Roster{Name: "B", Again: say("B (continued)"),
		Members: [][]layout.Inline{{{Text: "x", Break: true}, {Text: "y"}}, say("z")}}
	for want, b := range map[string]layout.Block{
		`<p id="a" class="numbered"><span class="number">12.</span> x</p>`: &layout.Paragraph{Role: layout.Numbered,
			Label: "12.", Anchor: "a", Inlines: say("x")},
		`<p id="paragraph:12-bis"><span class="number">12 bis.</span> x</p>`: &layout.Paragraph{Label: "12 bis.",
			Inlines: say("x")},
		`<p>&lt;b&gt; &amp; &#34;x&#34;</p>`: &layout.Paragraph{Inlines: say(`<b> & "x"`)},
		`<h2 id="h"><span class="number">A.</span>` + "\u2002" + `x</h2>`: &layout.Heading{Level: 2, Number: "A.",
			Anchor: "h", Inlines: say("x")},
		`<h6 aria-level="8">x</h6>`:         &layout.Heading{Level: 8, Inlines: say("x")},
		`<div lang="ar" dir="rtl"><p>x</p>`: &layout.Group{Lang: "ar", Blocks: para("x")},
		`<ul aria-label="n"><li><div><p>x</p>`: &layout.List{Name: "n", Numbering: "Disc",
			Items: []layout.Item{{Label: "•", Blocks: para("x")}}},
		`<ol class="labelled" role="list"><li id="i"><span class="label">(a)</span> <div><p>x</p>`: &layout.List{
			Numbering: "LowerAlpha", Items: []layout.Item{{Label: "(a)", Anchor: "i", Blocks: para("x")}}},
		`<blockquote><p>x</p>`: &layout.Quote{Blocks: para("x")},
		`<dl><div><dt>t</dt><dd><p>x</p>`: &layout.Definitions{
			Entries: []layout.DefinitionEntry{{Term: say("t"), Body: para("x")}}},
		`<img src="figures/k.png" alt="" width="2" height="3">`: &layout.Figure{
			Picture: &layout.Picture{Key: "k", Format: "png", Width: 2, Height: 3}},
		`<figcaption>c</figcaption>`: &layout.Figure{Picture: &layout.Picture{Key: "k", Format: "png"},
			Caption: say("c")},
		`<p>x</p>` + "\n" + `<figure>`: &layout.Float{Blocks: append(para("x"),
			&layout.Figure{Picture: &layout.Picture{Key: "k", Format: "png"}})},
		`<p class="body">B</p><ul class="roster" role="list" aria-label="B"><li>x<br>y</li><li>z</li></ul>`: roster,
		`<a href="there.html#n">see <strong>n</strong></a>.`: &layout.Paragraph{Inlines: []layout.Inline{
			{Text: "see ", Link: "#n"}, {Text: "n", Link: "#n", Emph: layout.Bold}, {Text: "."}}},
		`<a href="there.html#n" aria-label="Recommendation 7">7</a>`: &layout.Paragraph{Inlines: []layout.Inline{
			{Text: "7", Link: "#n", Name: "Recommendation 7"}}},
		`<p>x</p>`: &layout.Paragraph{Inlines: []layout.Inline{{Text: "x", Link: "javascript:alert(1)"}}},
		`<span lang="zh" dir="ltr"><em>x</em></span>`: &layout.Paragraph{Inlines: []layout.Inline{
			{Text: "x", Lang: "zh", Emph: layout.Italic}}},
	} {
		w := writing()
		w.blocks([]layout.Block{b})
		if got := string(w.html()); !strings.Contains(got, want) {
			t.Errorf("it is\n%s\nand not\n%s", got, want)
		}
		if strings.Contains(string(w.html()), "continued") {
			t.Errorf("it says what is only said where a page ends: %s", w.html())
		}
	}
}

// TestTable: header cells say of what they are, groups have bodies of their own, a caption goes in.
func TestTable(t *testing.T) {
	cell := func(words string) layout.TableCell {
		return layout.TableCell{Inlines: []layout.Inline{{Text: words}}}
	}
	row := func(cells ...layout.TableCell) layout.TableRow { return layout.TableRow{Cells: cells} }
	group := row(layout.TableCell{Inlines: []layout.Inline{{Text: "g"}}, Span: 2})
	group.Group = true
	head := cell("r")
	head.Header = true
	w := writing()
	w.blocks([]layout.Block{&layout.Paragraph{Role: layout.Caption, Anchor: "t", Inlines: []layout.Inline{{Text: "c"}}},
		&layout.Table{Summary: "s", Head: []layout.TableRow{row(cell(""), cell("h"))},
			Rows: []layout.TableRow{group, row(head, cell("1")), group}}})
	got := strings.ReplaceAll(string(w.html()), "\n", "")
	want := `<div class="scroll" role="region" tabindex="0" aria-label="s" id="t"><table><caption>c</caption>` +
		`<thead><tr><td></td><th scope="col">h</th></tr></thead>` +
		`<tbody><tr><th scope="rowgroup" colspan="2">g</th></tr><tr><th scope="row">r</th><td>1</td></tr></tbody>` +
		`<tbody><tr><th scope="rowgroup" colspan="2">g</th></tr></tbody></table></div>`
	if got != want {
		t.Errorf("it is\n%s\nand not\n%s", got, want)
	}
}

// TestSharedCells: a cell that runs down rows is written once; one of several paragraphs has them; what stands above
// what goes on over a page is not there.
func TestSharedCells(t *testing.T) {
	say := func(words string) []layout.Inline { return []layout.Inline{{Text: words}} }
	row := func(cells ...layout.TableCell) layout.TableRow { return layout.TableRow{Cells: cells} }
	up := layout.TableCell{Above: true}
	first := layout.TableCell{Inlines: say("a"), More: [][]layout.Inline{say("b")}}
	group := layout.TableRow{Group: true, Again: say("g (continued)"),
		Cells: []layout.TableCell{{Inlines: say("g"), Span: 2}}}
	w := writing()
	w.blocks([]layout.Block{&layout.Table{Again: say("t (continued)"),
		Head: []layout.TableRow{row(layout.TableCell{Inlines: say("h")}, layout.TableCell{Inlines: say("i")}),
			row(up, layout.TableCell{Inlines: say("j")})},
		Rows: []layout.TableRow{
			row(first, layout.TableCell{Inlines: say("1")}),
			row(up, layout.TableCell{Inlines: say("2")}), row(up, layout.TableCell{Inlines: say("3")}), group,
			row(up, layout.TableCell{Inlines: say("4")})}}})
	got := strings.ReplaceAll(string(w.html()), "\n", "")
	want := `<table><thead><tr><th scope="col" rowspan="2">h</th><th scope="col">i</th></tr>` +
		`<tr><th scope="col">j</th></tr></thead>` +
		`<tbody><tr><td rowspan="3"><p>a</p><p>b</p></td><td>1</td></tr>` +
		`<tr><td>2</td></tr><tr><td>3</td></tr></tbody>` +
		`<tbody><tr><th scope="rowgroup" colspan="2">g</th></tr><tr><td></td><td>4</td></tr></tbody></table>`
	if !strings.Contains(got, want) {
		t.Errorf("it is\n%s\nand not\n%s", got, want)
	}
}

// TestBeside: places beside an entry's own are said, and lead there.
func TestBeside(t *testing.T) {
	w := writing()
	w.block(&layout.Entries{Heads: layout.EntryHeads{Beside: "Original"}, Entries: []layout.Entry{
		{Inlines: []layout.Inline{{Text: "a"}}, Target: "#a", Pages: []layout.Ref{{ID: "a"}},
			Beside: []layout.Ref{{ID: "o", Kind: layout.FirstPage}}},
		{Inlines: []layout.Inline{{Text: "b"}}, Target: "#b", Heard: [3]string{2: "original, page {n}"},
			Beside: []layout.Ref{{ID: "p", Kind: layout.FirstPage}, {ID: "q", Kind: layout.FirstPage}}}}})
	got := string(w.html())
	for _, want := range []string{`, Original <a href="there.html#o">`, `, original, page <a href="there.html#p">`,
		`<a href="there.html#q">`} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%s is not there once in\n%s", want, got)
		}
	}
}

// TestNotes: a note's mark and its text lead to each other, and so do those of a note within a note.
func TestNotes(t *testing.T) {
	inner := &layout.Note{ID: "2", Mark: "2",
		Blocks: []layout.Block{&layout.Paragraph{Inlines: []layout.Inline{{Text: "in"}}}}}
	outer := &layout.Note{ID: "1", Mark: "1", Blocks: []layout.Block{&layout.Paragraph{Inlines: []layout.Inline{
		{Text: "out"}, {Text: "2", Note: inner}}}}}
	w := writing()
	w.blocks([]layout.Block{&layout.Paragraph{Inlines: []layout.Inline{{Text: "x"}, {Text: "1", Note: outer}}}})
	w.endnotes("Notes")
	got := string(w.html())
	for _, n := range []string{"1", "2"} {
		for _, want := range []string{`<sup id="call:run:` + n + `" class="call"><a href="#note:run:` + n + `"`,
			`<li id="note:run:` + n + `">`, `href="#call:run:` + n + `" role="doc-backlink"`} {
			if strings.Count(got, want) != 1 {
				t.Errorf("%s is not there once:\n%s", want, got)
			}
		}
	}
}

// TestEntries: lines below lines stand in a list within, also where nothing stands above them.
func TestEntries(t *testing.T) {
	line := func(level int, words string) layout.Entry {
		return layout.Entry{Level: level, Inlines: []layout.Inline{{Text: words}}, Target: "#" + words}
	}
	w := writing()
	w.block(&layout.Entries{Entries: []layout.Entry{line(1, "a"), line(0, "b"), line(1, "c"), line(1, "d"),
		line(0, "e")}})
	short := strings.NewReplacer("\n", "", ` class="entries" role="list"`, "", ` href="there.html#`, ":", `">`, ">")
	got := short.Replace(string(w.html()))
	want := "<ul><li><ul><li><a:a>a</a></li></ul></li><li><a:b>b</a>" +
		"<ul><li><a:c>c</a></li><li><a:d>d</a></li></ul></li><li><a:e>e</a></li></ul>"
	if got != want {
		t.Errorf("it is\n%s\nand not\n%s", got, want)
	}
}

// TestNames: pages are called so that every system can keep them, and no two alike.
func TestNames(t *testing.T) {
	for id, want := range map[string]string{"norway": "norway.html", "index": "item.index.html", "CON": "item.CON.html",
		"lpt1": "item.lpt1.html", "run:index": "run.index.html", "divider:norway:2": "divider.norway.2.html",
		"console": "console.html"} {
		if got := fileOf(id); got != want {
			t.Errorf("%s is called %s", id, got)
		}
	}
	for _, c := range [][3]string{{"", "report.pdf", "report.pdf"}, {"html/fr", "report.pdf", "../../report.pdf"},
		{"html/fr", "html/fr/a.html", "a.html"}, {"html/fr", "originals/a b.pdf", "../../originals/a%20b.pdf"}} {
		if got := relative(c[0], c[1]); got != c[2] {
			t.Errorf("%s is called %s from %s", c[1], got, c[0])
		}
	}
}
