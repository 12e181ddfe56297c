package markup

import (
	"html"
	"testing"

	"rapporteur/layout"
)

// plain is a vocabulary of one letter an element.
type plain struct{ w *Writer }

func (p plain) Link(in *layout.Inline, alone bool) (string, []string) {
	if in.Link == "#nowhere" {
		return "", nil
	}
	if alone {
		return "a", []string{"n", in.Name}
	}
	return "a", nil
}
func (p plain) Place(id string)         { p.w.Element("p", "", "id", id) }
func (p plain) Note(n *layout.Note)     { p.w.Element("n", n.Mark) }
func (p plain) Figure(f *layout.Figure) { p.w.Element("f", f.Alt) }
func (p plain) Break()                  { p.w.Open("br") }
func (p plain) Foreign(lang string) []string {
	if lang == "" {
		return nil
	}
	return []string{"l", lang}
}
func (p plain) Say(ref layout.Ref) string { return ref.One }
func (p plain) Emphases() []Emphasis {
	return []Emphasis{{layout.Bold, "b", ""}, {layout.Italic, "i", "x"}}
}

// TestInlines: words stand in their language and emphases, which end in turn; neighbours that lead to one place are one
// link, in which a note's mark never stands; a place is written though it has no words; what is text stays text.
func TestInlines(t *testing.T) {
	note := &layout.Note{Mark: "1"}
	for want, list := range map[string][]layout.Inline{
		`&amp;&lt;<span l="fr"><b><i class="x">&lt;</i></b></span>`: {{Text: "&<"}, {Text: "<", Lang: "fr",
			Emph: layout.Bold | layout.Italic}},
		`<a>onetwo</a><n>1</n><a n="N">three</a><a n="N">four</a>out`: {{Text: "one", Link: "u"},
			{Text: "two", Link: "u"}, {Note: note, Link: "u"},
			{Text: "three", Link: "u", Name: "N"}, {Text: "four", Link: "v", Name: "N"},
			{Text: "out", Link: "#nowhere"}},
		`<p id="here"></p><br>p. 7<p id="mark"></p><n>1</n><f>map</f>`: {{Anchor: "here", Break: true},
			{Ref: &layout.Ref{One: "p. 7"}}, {Anchor: "mark", Note: note},
			{Figure: &layout.Figure{Alt: "map", Picture: &layout.Picture{}}}, {Figure: &layout.Figure{Alt: "none"}}},
	} {
		w := New(html.EscapeString)
		w.Inlines(plain{w}, list)
		if got := w.String(); got != want {
			t.Errorf("it is\n%s\nand not\n%s", got, want)
		}
	}
}
