package layout

import (
	"slices"
	"strings"
	"testing"
)

// TestNotesFollowTheirBlocks: wherever a note is called, it stands behind all words of the block that calls it, in an
// element that may hold blocks, and its label says what it is.
func TestNotesFollowTheirBlocks(t *testing.T) {
	called := func(id string) []Inline {
		return []Inline{{Text: "Before"}, {Text: id, Note: &Note{ID: id, Mark: id, Blocks: []Block{
			&Paragraph{Inlines: say("Words of note " + id)}}}}, {Text: " after."}}
	}
	r := &Run{ID: "r", Root: Element{Tag: "Part"}, Blocks: []Block{
		&Heading{Level: 1, Inlines: called("1")},
		&Group{Tag: "Div", Lang: "fr", Blocks: []Block{&Paragraph{Inlines: called("2")}}},
		&Figure{Picture: &Picture{Key: "k", Format: "png", Width: 30, Height: 15}, Alt: "A map", Caption: called("3")},
		&List{Items: []Item{{Label: "•", Blocks: []Block{&Paragraph{Inlines: called("4")}}}}},
		&Table{Rows: []TableRow{{Cells: []TableCell{{Inlines: called("5")}}}}},
		&Definitions{Entries: []DefinitionEntry{{Term: called("6"), Body: []Block{&Paragraph{Inlines: say("Body")}}}}},
	}}
	s := settle(t, testSheet("en", 300*Pt, 800*Pt), r).Runs[0]
	in := map[string]Tag{"1": "Part", "2": "Div", "3": "Part", "4": "LBody", "5": "TD", "6": "Lbl"}
	for i := range s.Tree.Nodes {
		e := &s.Tree.Nodes[i]
		if e.Tag != "Note" {
			continue
		}
		id := e.ID[strings.LastIndexByte(e.ID, ':')+1:]
		if got := s.Tree.Nodes[e.Parent].Tag; got != in[id] {
			t.Errorf("note %s stands in %s, want %s", id, got, in[id])
		}
		delete(in, id)
		if label := s.Tree.Nodes[i+1]; label.Tag != "Lbl" || label.Alt != "Note "+id {
			t.Errorf("note %s is announced by %q", id, label.Alt)
		}
	}
	if len(in) > 0 {
		t.Errorf("these notes are not there: %v", in)
	}
	for id := range strings.SplitSeq("123456", "") { // the mark of a note on its page leads back, to a place of its own
		places, back := 0, 0
		for k := range s.Count {
			p := s.Page(k)
			for _, a := range p.Anchors {
				if a.ID == "call:r:"+id {
					places++
				}
			}
			for _, a := range p.Links {
				link := s.Links[a.Link-1]
				if link.Target == "#call:r:"+id && s.Tree.Nodes[s.Tree.Nodes[link.Node].Parent].Tag == "Note" &&
					link.Text == map[bool]string{true: "Retour au texte", false: "Back to the text"}[id == "2"] {
					back++
				}
			}
		}
		if places != 1 || back != 1 {
			t.Errorf("note %s has %d ways back, to %d places", id, back, places)
		}
	}
	var heard strings.Builder
	if err := s.Speak(&heard); err != nil {
		t.Fatal(err)
	}
	for id := range strings.SplitSeq("12345", "") {
		call := strings.Index(heard.String(), "Before[link: "+id)
		note := strings.Index(heard.String(), "Words of note "+id)
		after := strings.Index(heard.String()[max(call, 0):], " after.")
		if call < 0 || note < call+after {
			t.Errorf("note %s is heard at %d, its call at %d:\n%s", id, note, call, heard.String())
		}
	}
}

// TestEmptyCellsSaySo, in the language of the table, or the report's where the program has no words of it; a cell that
// heads its row is a header, an empty one heads nothing.
func TestEmptyCellsSaySo(t *testing.T) {
	for _, c := range []struct{ lang, words, switched string }{
		{"", "empty", ""}, {"ru", "пусто", ""}, {"fi", "empty", "en"},
	} {
		table := &Table{Lang: c.lang,
			Head: []TableRow{{Cells: []TableCell{{}, {Inlines: say("B")}, {Inlines: say("C")}}}},
			Rows: []TableRow{{Cells: []TableCell{{Inlines: say("x"), Header: true}, {Inlines: say(" ")}}},
				{Cells: []TableCell{{Header: true}, {Inlines: say("1")}, {Inlines: say("2")}}}}}
		s := settle(t, testSheet("en", 300*Pt, 400*Pt), &Run{ID: "r", Root: Element{Tag: "Part"},
			Blocks: []Block{table}}).Runs[0]
		var cells []string
		for i := range s.Tree.Nodes {
			if e := &s.Tree.Nodes[i]; e.Tag == "TD" || e.Tag == "TH" {
				cells = append(cells, strings.TrimSpace(e.Attr().Scope+" "+e.Attr().Actual+" "+e.Lang))
			}
		}
		empty := strings.TrimSpace(c.words + " " + c.switched)
		want := []string{"Column", "Column", "Column", "Row", empty, empty, empty, "", ""}
		if !slices.Equal(cells, want) {
			t.Errorf("%q: %q, want %q", c.lang, cells, want)
		}
	}
}

// TestSpeechIsOfWholeWords: a word that a line divides is heard as one, and repeated heads of tables are not heard.
func TestSpeechIsOfWholeWords(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("internationalization ", 40))
	table := &Table{Head: []TableRow{{Cells: []TableCell{{Inlines: say("Heading")}}}}}
	for range 40 {
		table.Rows = append(table.Rows, TableRow{Cells: []TableCell{{Inlines: say("Cell")}}})
	}
	sheet := testSheet("en", 120*Pt, 200*Pt)
	s := settle(t, sheet, &Run{ID: "r", Root: Element{Tag: "Part"},
		Blocks: []Block{&Paragraph{Inlines: say(long)}, table}}).Runs[0]
	var heard strings.Builder
	if err := s.Speak(&heard); err != nil {
		t.Fatal(err)
	}
	if s.Count < 3 || !strings.Contains(heard.String(), long+"\n") || strings.Count(heard.String(), "Heading") != 1 {
		t.Errorf("%d pages are heard as\n%s", s.Count, heard.String())
	}
}
