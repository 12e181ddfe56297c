package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rapporteur/layout/text"
)

func longTable(n int) *Table {
	t := &Table{Columns: []Column{{}, {}, {Align: text.End}},
		Head: []TableRow{{Cells: []TableCell{{Inlines: say("State")}, {Inlines: say("Capacity")},
			{Inlines: say("No.")}}}}}
	for i := range n {
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{{Inlines: say(fmt.Sprintf("State %d", i))},
			{Inlines: say("Representative of a state that takes part in the symposium")},
			{Inlines: say(fmt.Sprint(i))}}})
	}
	return t
}

func TestTableRunsOverPagesWithItsHeadRepeated(t *testing.T) {
	sheet := testSheet("en", 250*Pt, 200*Pt)
	p := settle(t, sheet, &Run{ID: "t", Root: Element{Tag: "Sect"}, Blocks: []Block{prose(1), longTable(24), prose(1)}})
	s := p.Runs[0]
	if s.Count < 3 {
		t.Fatalf("%d pages", s.Count)
	}
	seen := 0
	for i := range s.Count {
		heads, real := 0, 0
		for k, m := range s.Page(i).Marks {
			tm, ok := m.(TextMark)
			if !ok {
				continue
			}
			w := Words(tm.Line)
			if w == "State" {
				heads++
				if tm.Artifact != (i > 0) {
					t.Errorf("page %d: the head is artifact: %v", i, tm.Artifact)
				}
				if i > 0 && k > 1 {
					t.Errorf("page %d: the head is mark %d", i, k)
				}
			}
			if strings.HasPrefix(w, "State ") {
				if want := fmt.Sprintf("State %d", seen); w != want {
					t.Errorf("got %s, want %s", w, want)
				}
				seen++
				real++
			}
		}
		if (heads == 1) != (real > 0) {
			t.Errorf("page %d: %d heads over %d rows", i, heads, real)
		}
	}
	if seen != 24 {
		t.Errorf("%d rows", seen)
	}
	golden(t, "table", map[string]string{"pages": dumped(t, p, "")}, "pages")
}

func TestRowTallerThanHalfAFrameIsSplit(t *testing.T) {
	sheet := testSheet("en", 250*Pt, 200*Pt)
	tb := longTable(2)
	tb.Rows[1].Cells[1].Inlines = prose(12).Inlines
	tb.Rows[1].Cells[0].Inlines = prose(3).Inlines
	s := settle(t, sheet, &Run{ID: "t", Root: Element{Tag: "Sect"}, Blocks: []Block{tb}}).Runs[0]
	for i := range s.Count {
		for _, m := range s.Page(i).Marks {
			if tm, ok := m.(TextMark); ok && (tm.Y > 200*Pt || tm.Y < 0) {
				t.Errorf("page %d: %q at %d", i, Words(tm.Line), tm.Y)
			}
		}
	}
	if s.Count < 2 {
		t.Errorf("%d page", s.Count)
	}
}

func TestNoteInATableStandsAtTheFootOfItsPage(t *testing.T) {
	tb := longTable(24)
	for _, i := range []int{2, 20} {
		id := fmt.Sprint(i)
		tb.Rows[i].Cells[1].Inlines = append(tb.Rows[i].Cells[1].Inlines,
			Inline{Text: id, Note: &Note{ID: id, Mark: id,
				Blocks: []Block{&Paragraph{Role: NoteText, Inlines: say("Note " + id)}}}})
	}
	s := settle(t, testSheet("en", 250*Pt, 200*Pt),
		&Run{ID: "t", Root: Element{Tag: "Sect"}, Blocks: []Block{tb}}).Runs[0]
	found := 0
	for i := range s.Count {
		at := positions(s.Page(i))
		for _, n := range []string{"2", "20"} {
			_, row := at["State "+n]
			y, set := at["Note "+n]
			if row != set {
				t.Errorf("page %d: row %s: %v, its note: %v", i, n, row, set)
			}
			if set {
				found++
				if y < at["State "+n] || y > 200*Pt {
					t.Errorf("page %d: note %s at %d", i, n, y)
				}
			}
		}
	}
	if found != 2 {
		t.Errorf("%d notes", found)
	}
}

func TestSameNumberOfColumnsInEveryRow(t *testing.T) {
	tb := longTable(3)
	tb.Rows[0].Cells = tb.Rows[0].Cells[:1]
	tb.Rows[1].Cells[1].Span = 7
	tb.Rows = append(tb.Rows, TableRow{Group: true, Cells: []TableCell{{Inlines: say("Group")}}}, TableRow{})
	s := settle(t, testSheet("en", 250*Pt, 300*Pt),
		&Run{ID: "t", Root: Element{Tag: "Sect"}, Blocks: []Block{tb}}).Runs[0]
	columns := map[Node]int{}
	for _, e := range s.Tree.Nodes {
		if e.Tag == "TH" || e.Tag == "TD" {
			columns[e.Parent] += max(1, e.Attr().ColSpan)
		}
	}
	for n, e := range s.Tree.Nodes {
		if e.Tag == "TR" && columns[Node(n)] != 9 {
			t.Errorf("row %d has %d columns", n, columns[Node(n)])
		}
	}
}

func TestLongTableIsQuick(t *testing.T) {
	start := time.Now()
	s := settle(t, testSheet("en", 400*Pt, 600*Pt),
		&Run{ID: "t", Root: Element{Tag: "Sect"}, Blocks: []Block{longTable(900)}}).Runs[0]
	if took := time.Since(start); took > 5*time.Second {
		// a fraction of that when nothing else runs; a quadratic slip takes longer
		t.Errorf("%d pages took %v", s.Count, took)
	}
}

func TestWidthsOfColumns(t *testing.T) {
	for _, c := range []struct {
		name        string
		least, most []Length
		room        Length
		want        []Length
	}{
		{"all content", []Length{10, 10}, []Length{20, 60}, 160, []Length{40, 120}},
		{"the modest first", []Length{10, 30}, []Length{20, 500}, 100, []Length{20, 80}},
		{"between least and most", []Length{20, 20}, []Length{100, 180}, 100, []Length{40, 60}},
		{"words are divided in the wide column only", []Length{30, 120}, []Length{100, 180}, 90, []Length{30, 60}},
		{"less than the least", []Length{60, 120}, []Length{100, 180}, 90, []Length{30, 60}},
	} {
		got := make([]Length, len(c.least))
		spread(got, c.least, c.most, []int{0, 1}, c.room)
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
