package layout

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/layout/text"
)

func at(words string) TableCell { return TableCell{Inlines: say(words)} }

// places gives where words stand on a page: the start of their line, its baseline, and whether nobody hears it.
func places(page Page) map[string]TextMark {
	out := map[string]TextMark{}
	for _, m := range page.Marks {
		if tm, ok := m.(TextMark); ok {
			out[strings.TrimSpace(Words(tm.Line))] = tm
		}
	}
	return out
}

// A cell that runs down three rows stands beside all of them, and is as tall as they are together.
func TestCellsRunDownRows(t *testing.T) {
	above := TableCell{Above: true}
	tb := &Table{Columns: []Column{{}, {}, {Align: text.End}},
		Head: []TableRow{{Cells: []TableCell{at("State"), at("Sort"), at("No.")}}}, Rows: []TableRow{
			{Cells: []TableCell{at("Kenya"), at("Ships"), at("1")}},
			{Cells: []TableCell{above, {Inlines: say("Boats"), More: [][]Inline{say("and canoes")}}, at("2")}},
			{Cells: []TableCell{above, at("Buoys"), at("3")}},
			{Cells: []TableCell{at("Norway"), {Inlines: say("Nothing"), Span: 2}}},
			{Cells: []TableCell{above, {Above: true, Span: 2}}},
			{Cells: []TableCell{above, {Above: true}, at("4")}}, // not as wide: a cell of its own
		}}
	s := settle(t, testSheet("en", 300*Pt, 400*Pt),
		&Run{ID: "t", Root: Element{Tag: "Sect"}, Blocks: []Block{tb}}).Runs[0]
	p := places(s.Page(0))
	if p["Kenya"].Y != p["Ships"].Y || p["Boats"].Y <= p["Ships"].Y || p["and canoes"].X != p["Boats"].X ||
		p["Buoys"].Y <= p["and canoes"].Y || p["Norway"].Y <= p["Buoys"].Y || p["3"].Y != p["Buoys"].Y {
		t.Errorf("%+v", p)
	}
	var spans []string
	for _, e := range s.Tree.Nodes {
		if a := e.Attr(); e.Tag == "TD" && (a.RowSpan > 1 || a.ColSpan > 1) {
			spans = append(spans, fmt.Sprint(a.RowSpan, "x", a.ColSpan))
		}
	}
	if got := strings.Join(spans, " "); got != "3x0 3x0 2x2" {
		t.Errorf("spans %s", got)
	}
}

// Below a heading of a table, rows that go on over the page say of which they are; the heading itself does not.
func TestHeadingsOfATableGoOn(t *testing.T) {
	tb := &Table{Plain: true, Head: []TableRow{{Cells: []TableCell{at("Name"), at("From")}}}}
	for k := range 9 {
		name := fmt.Sprintf("State %d", k)
		tb.Rows = append(tb.Rows, TableRow{Group: true, Cells: []TableCell{{Inlines: say(name), Span: 2}},
			Again: say(name + " (continued)")})
		for i := range 7 {
			tb.Rows = append(tb.Rows,
				TableRow{Cells: []TableCell{at(fmt.Sprintf("Member %d of %d", i, k)), at("there")}})
		}
	}
	s := settle(t, testSheet("en", 300*Pt, 203*Pt),
		&Run{ID: "t", Root: Element{Tag: "Sect"}, Blocks: []Block{tb}}).Runs[0]
	goes := 0
	for i := range s.Count {
		p := places(s.Page(i))
		for k := range 9 {
			name := fmt.Sprintf("State %d", k)
			head, again := p[name].Line != nil, p[name+" (continued)"].Line != nil
			members := 0
			for n := range 7 {
				if p[fmt.Sprintf("Member %d of %d", n, k)].Line != nil {
					members++
				}
			}
			if head && again || members > 0 && !head && !again || members == 0 && (head || again) {
				t.Errorf("page %d: %s: head %v, continued %v, %d members", i, name, head, again, members)
			}
			if again {
				goes++
			}
		}
	}
	if goes == 0 {
		t.Error("none goes on")
	}
}

// What goes on over the page says so above its repeated head, for the eye alone; its notes stand under it at its end.
func TestTableGoesOnAndItsNotesStandUnderIt(t *testing.T) {
	tb := longTable(24)
	tb.Again = say("Table 1 (continued)")
	for _, i := range []int{2, 20} {
		tb.Rows[i].Cells[1].Inlines = append(tb.Rows[i].Cells[1].Inlines, Inline{Text: "a", Note: &Note{ID: "t1a",
			Mark: "a", Under: true, Blocks: []Block{&Paragraph{Role: NoteText, Inlines: say("An estimate.")}}}})
	}
	s := settle(t, testSheet("en", 250*Pt, 200*Pt), &Run{ID: "t", Root: Element{Tag: "Sect"},
		Blocks: []Block{&Float{Blocks: []Block{tb}}, prose(2)}}).Runs[0]
	notes, goes := 0, 0
	for i := range s.Count {
		p := places(s.Page(i))
		head, again := p["State"], p["Table 1 (continued)"]
		if has := again.Line != nil; has != (i > 0 && head.Line != nil) {
			t.Errorf("page %d: head %v, continued %v", i, head.Line != nil, has)
		} else if has {
			goes++
			if !again.Artifact || again.Y >= head.Y {
				t.Errorf("page %d: %d over %d, artifact %v", i, again.Y, head.Y, again.Artifact)
			}
		}
		if note := p["An estimate."]; note.Line != nil {
			notes++
			if last := p["State 23"]; last.Line == nil || note.Y < last.Y {
				t.Errorf("page %d: the note at %d, the last row at %d", i, note.Y, last.Y)
			}
		}
	}
	if notes != 1 || goes < 3 {
		t.Errorf("%d notes; goes on %d times", notes, goes)
	}
}
