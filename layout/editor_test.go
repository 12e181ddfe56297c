package layout

import (
	"strings"
	"testing"
)

// What an editor marks with a red pencil, kind by kind.

// TestMeaningStandsBelowItsTerm: nearer than the next term does.
func TestMeaningStandsBelowItsTerm(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 400*Pt)
	sheet.Looks[Body].Before = 6 * Pt
	d := &Definitions{Entries: []DefinitionEntry{
		{Term: say("Term"), Body: []Block{&Paragraph{Inlines: say("meaning")}, &Paragraph{Inlines: say("more")}}},
		{Term: say("Next"), Body: []Block{&Paragraph{Inlines: say("other")}}},
		{Term: say("Bare")}, {Term: say("Last")},
	}}
	at := positions(settle(t, sheet, &Run{ID: "d", Root: Element{Tag: "Sect"}, Blocks: []Block{d}}).Runs[0].Page(0))
	line := sheet.Look(Body, sheet.Lang).Leading
	for _, c := range []struct {
		above, below string
		want         Length
	}{{"Term", "meaning", line}, {"meaning", "more", line + 6*Pt}, {"more", "Next", line + 6*Pt},
		{"Next", "other", line}, {"Bare", "Last", line + 6*Pt}} {
		if got := at[c.below] - at[c.above]; got != c.want {
			t.Errorf("from %s to %s: %s pt, want %s", c.above, c.below, points(got), points(c.want))
		}
	}
}

// TestPageThatEndsEarlyIsNotStretched: what a picture leaves white at the foot of a page is not made up for by gaps
// that gape.
func TestPageThatEndsEarlyIsNotStretched(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 280*Pt)
	at := func(height int) Length {
		blocks := []Block{prose(2), prose(1), &Paragraph{Inlines: say("Here.")},
			&Figure{Picture: &Picture{Width: 600, Height: height}, Alt: "x"}, prose(2)}
		return positions(settle(t, sheet,
			&Run{ID: "p", Root: Element{Tag: "Sect"}, Blocks: blocks}).Runs[0].Page(0))["Here."]
	}
	if alone, before := at(10), at(600); alone != before {
		t.Errorf("at %s pt, before a picture that opens the next page at %s", points(alone), points(before))
	}
}

// TestNoCellRunsIntoTheNext: long words in many narrow columns are divided.
func TestNoCellRunsIntoTheNext(t *testing.T) {
	const columns = 12
	tb := &Table{}
	for range 3 {
		var r TableRow
		for i := range columns {
			r.Cells = append(r.Cells,
				TableCell{Inlines: say([]string{"Interinstitutionalization", "counterterrorism",
					"https://www.example.org/a1b2c3d4e5f6g7h8"}[i%3])})
		}
		tb.Rows = append(tb.Rows, r)
	}
	pages, complaints, err := Settle(t.Context(), testSheet("en", 425*Pt, 600*Pt),
		[]*Run{{ID: "t", Lang: "en", Root: Element{Tag: "Sect"}, Blocks: []Block{tb}}}, nil)
	if err != nil || len(complaints) > 0 {
		t.Fatal(err, complaints)
	}
	said := ""
	marks := pages.Runs[0].Page(0).Marks
	for i, m := range marks {
		tm, ok := m.(TextMark)
		if !ok {
			continue
		}
		said += Words(tm.Line)
		end := tm.X + tm.Line.Start + tm.Line.Width
		if end > 425*Pt {
			t.Errorf("%q stands out by %s pt", Words(tm.Line), points(end-425*Pt))
		}
		for _, other := range marks[i+1:] {
			if o, ok := other.(TextMark); ok && o.Y == tm.Y && o.X > tm.X && o.X < end {
				t.Errorf("%q runs into %q", Words(tm.Line), Words(o.Line))
			}
		}
	}
	if n := strings.Count(said, "w"); n != 3*4*3 {
		t.Errorf("%d of the addresses' letters", n)
	}
}

// TestLongTextsShareATable: the column of a text nine times as long as its neighbour's has more of the width, but not
// nearly all.
func TestLongTextsShareATable(t *testing.T) {
	g := newGalley(testSheet("en", 400*Pt, 600*Pt), nil, newBench(), &Run{ID: "t"}, nil, &memory{})
	s := &stack{galley: g, measure: 400 * Pt}
	widths := make([]Length, 2)
	least, most := []Length{50 * Pt, 50 * Pt}, []Length{damped(36_000*Pt, s.room()), damped(1_200*Pt, s.room())}
	spread(widths, least, most, []int{0, 1}, s.room())
	if widths[0] <= widths[1] || widths[1] < 120*Pt {
		t.Errorf("%s and %s pt", points(widths[0]), points(widths[1]))
	}
	if damped(399*Pt, 400*Pt) != 399*Pt {
		t.Error("a text of one line gets what it asks for")
	}
}

// TestHeadingsRightBelowEachOther: a heading is nearer to the one that it belongs under than to text.
func TestHeadingsRightBelowEachOther(t *testing.T) {
	head := func(title string) Block { return &Heading{Level: 2, Role: HeadA, Inlines: say(title)} }
	blocks := []Block{prose(1), head("First"), head("Second"), &Paragraph{Inlines: say("Words.")}, head("Third"),
		&Paragraph{Inlines: say("End.")}}
	at := positions(settle(t, testSheet("en", 300*Pt, 400*Pt),
		&Run{ID: "h", Root: Element{Tag: "Sect"}, Blocks: blocks}).Runs[0].Page(0))
	if stacked, alone := at["Second"]-at["First"], at["Third"]-at["Words."]; stacked >= alone || stacked < 15*Pt {
		t.Errorf("%s pt below a heading, %s below words", points(stacked), points(alone))
	}
}
