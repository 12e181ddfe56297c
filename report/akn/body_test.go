package akn

import (
	"encoding/xml"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/kinds"
	"rapporteur/layout/lang"
	"rapporteur/report/compose"
	"rapporteur/report/document"
)

func say(words string) []layout.Inline { return []layout.Inline{{Text: words}} }

// written is what blocks of a part become.
func written(t *testing.T, list ...layout.Block) string {
	t.Helper()
	d := &document.Document{Lang: "en", Words: lang.Embedded().Of("en")}
	w := newWriter(&Edition{Document: d, Pages: &layout.Pages{}, Pictures: func(*layout.Picture) string { return "" }})
	w.piece = compose.Piece{ID: "part", Run: "part"}
	w.lang = "en"
	compose.Anchors(list, func(id string) { w.ids[id] = true })
	w.body(list)
	if w.err != nil {
		t.Fatal(w.err)
	}
	if err := xml.Unmarshal([]byte("<x>"+w.String()+"</x>"), new(struct{})); err != nil {
		t.Fatalf("%v\n%s", err, w.String())
	}
	return w.String()
}

// TestEveryKindOfBlock: whatever layout can set can be written, but for lines of contents and indexes, whose parts are
// left out.
func TestEveryKindOfBlock(t *testing.T) {
	known := map[string]layout.Block{}
	for _, b := range []layout.Block{&layout.Group{}, &layout.Heading{}, &layout.Paragraph{}, &layout.List{},
		&layout.Quote{}, &layout.Definitions{}, &layout.Table{}, &layout.Figure{}, &layout.Columns{}, &layout.Section{},
		&layout.Space{}, &layout.Rule{}, &layout.PageBreak{}, &layout.Float{}, &layout.Roster{}} {
		known[reflect.TypeOf(b).Elem().Name()] = b
		written(t, b)
	}
	found, err := kinds.In(filepath.Join("..", "..", "layout"))
	if err != nil {
		t.Fatal(err)
	}
	found = slices.DeleteFunc(found, func(name string) bool { return name == "Entries" })
	if tried := slices.Sorted(maps.Keys(known)); !slices.Equal(tried, found) {
		t.Errorf("layout has %v; tried are %v", found, tried)
	}
}

// TestRosters: a body's name stands over its members; what floats stands where it is read.
func TestRosters(t *testing.T) {
	got := written(t, &layout.Paragraph{Inlines: say("before")},
		&layout.Float{Blocks: []layout.Block{&layout.Heading{Level: 2, Anchor: "f", Inlines: say("in")}}},
		&layout.Columns{Blocks: []layout.Block{&layout.Roster{Name: "B", Again: say("B (continued)"),
			Members: [][]layout.Inline{say("x"), say("y")}}}})
	want := `<hcontainer name="text"><content><p>before</p></content></hcontainer>` +
		`<hcontainer name="section" eId="f"><heading>in</heading><hcontainer name="text"><content>` +
		`<p class="body">B</p>` +
		`<blockList class="roster" title="B"><item><p>x</p></item><item><p>y</p></item></blockList>` +
		`</content></hcontainer></hcontainer>`
	if got != want {
		t.Errorf("it is\n%s\nand not\n%s", got, want)
	}
}

// TestHierarchy: headings open sections by their level, numbered paragraphs take along what follows them, what stands
// before the first is text.
func TestHierarchy(t *testing.T) {
	got := written(t,
		&layout.Paragraph{Inlines: say("before")},
		&layout.Heading{Level: 2, Number: "A.", Anchor: "a", Inlines: say("one")},
		&layout.Paragraph{Label: "1.", Inlines: say("first")},
		&layout.Group{Indent: 1, Blocks: []layout.Block{&layout.List{Items: []layout.Item{{Label: "(a)",
			Blocks: []layout.Block{&layout.Paragraph{Inlines: say("item")}}}}}}},
		&layout.Heading{Level: 3, Inlines: say("deeper")},
		&layout.Group{Lang: "fr", Blocks: []layout.Block{&layout.Paragraph{Label: "2 bis.", Anchor: "p",
			Inlines: say("second")}}},
		&layout.Heading{Level: 2, Inlines: say("two")})
	want := `<hcontainer name="text"><content><p>before</p></content></hcontainer>` +
		`<hcontainer name="section" eId="a"><num>A.</num><heading>one</heading>` +
		`<paragraph eId="part__para_1"><num>1.</num><content><p>first</p>` +
		`<blockList><item><num>(a)</num><p>item</p></item></blockList></content></paragraph>` +
		`<hcontainer name="section"><heading>deeper</heading>` +
		`<paragraph xml:lang="fr" eId="p"><num>2 bis.</num><content><p xml:lang="fr">second</p></content></paragraph>` +
		`</hcontainer></hcontainer><hcontainer name="section"><heading>two</heading></hcontainer>`
	if got != want {
		t.Errorf("it is\n%s\nand not\n%s", got, want)
	}
}

// TestWhatFollows: what follows a numbered paragraph belongs to it until the next one, also where a group around them
// has an id; what lists and pictures say is written once, and a caption that has no table is a paragraph.
func TestWhatFollows(t *testing.T) {
	paragraph := func(label, words string) *layout.Paragraph {
		return &layout.Paragraph{Label: label, Inlines: say(words)}
	}
	got := written(t, paragraph("1.", "one"), paragraph("", "more"), paragraph("2.", "two"),
		&layout.Group{Anchor: "g", Blocks: []layout.Block{paragraph("", "grouped"), paragraph("", "too")}},
		&layout.Group{Anchor: "empty"}, &layout.Group{Blocks: []layout.Block{paragraph("", "plain")}},
		&layout.Definitions{Name: "Terms", Entries: []layout.DefinitionEntry{{Term: say("EEZ"),
			Body: []layout.Block{paragraph("", "zone")}}}},
		&layout.Figure{Picture: &layout.Picture{}, Alt: "map", Caption: say("Where")}, &layout.Figure{},
		&layout.Table{Head: []layout.TableRow{{Cells: []layout.TableCell{{Inlines: say("h"), Span: 1}}}}},
		&layout.Paragraph{Role: layout.Caption, Inlines: say("alone")})
	want := `<paragraph eId="part__para_1"><num>1.</num><content><p>one</p><p>more</p></content></paragraph>` +
		`<paragraph eId="part__para_2"><num>2.</num><content><p>two</p><p eId="g">grouped</p><p>too</p><p>plain</p>` +
		`<blockList class="definitions" title="Terms"><item><heading>EEZ</heading><p>zone</p></item></blockList>` +
		`<p class="figure">[map]</p><p class="caption">Where</p><p class="figure"></p>` +
		`<table><tr><th><p>h</p></th></tr></table><p>alone</p></content></paragraph>`
	if got != want {
		t.Errorf("it is\n%s\nand not\n%s", got, want)
	}
}

// TestInlines: words stay words, notes stand where they are called, what leads to no element is no reference.
func TestInlines(t *testing.T) {
	note := &layout.Note{ID: "1", Mark: "1", Blocks: []layout.Block{&layout.Paragraph{Inlines: say("told")}}}
	got := written(t, &layout.Paragraph{Anchor: "here", Inlines: []layout.Inline{{Text: "<&>"},
		{Text: "1", Note: note}, {Text: "see ", Link: "#here"}, {Text: "it", Link: "#here", Emph: layout.Bold},
		{Text: "page", Link: "#run:contents"}, {Text: "out", Link: "https://example.org/?a&b", Lang: "fr", Break: true},
		{Figure: &layout.Figure{Picture: &layout.Picture{}, Alt: "map"}}, {Anchor: "mark", Note: note}}},
		&layout.Paragraph{Inlines: []layout.Inline{{Text: "there", Link: "#mark"}}})
	for _, want := range []string{`<marker name="place" eId="mark"></marker><authorialNote`, `<ref href="#mark">there`,
		`<p eId="here">&lt;&amp;&gt;<authorialNote marker="1" placement="bottom" ` +
			`eId="note:part:1"><p>told</p></authorialNote><ref href="#here">see <b>it</b></ref>page`,
		`<a href="https://example.org/?a&amp;b"><span xml:lang="fr">out</span><eol></eol></a>[map]<marker `} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

// TestTables: the caption goes in, header cells are such, a cell that runs down rows is written once.
func TestTables(t *testing.T) {
	cell := layout.TableCell{Inlines: say("c"), More: [][]layout.Inline{say("d")}}
	below := layout.TableRow{Cells: []layout.TableCell{{Above: true}, {Inlines: say("e")}}}
	row := layout.TableRow{Cells: []layout.TableCell{{Inlines: say("r"), Header: true}, cell}}
	got := written(t, &layout.Paragraph{Role: layout.Caption, Anchor: "t", Inlines: say("Caption")},
		&layout.Table{Summary: "s", Head: []layout.TableRow{{Cells: []layout.TableCell{{Inlines: say("h"), Span: 2}}}},
			Rows: []layout.TableRow{row, below}})
	want := `<table eId="t" title="s"><caption>Caption</caption><tr><th colspan="2"><p>h</p></th></tr>` +
		`<tr><th rowspan="2"><p>r</p></th><td><p>c</p><p>d</p></td></tr><tr><td><p>e</p></td></tr></table>`
	if !strings.Contains(got, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
}

// TestThreeLetters: languages are named in three letters.
func TestThreeLetters(t *testing.T) {
	for tag, want := range map[string]string{"fr": "fra", "pt-BR": "por", "zh-Hans": "zho", "wo": "wol", "?": "und"} {
		if got := lang.ThreeLetters(tag); got != want {
			t.Errorf("%s is %s", tag, got)
		}
	}
}
