package layout

import (
	"testing"

	"rapporteur/layout/text"
)

// TestFiguresStandBelowEachOther: the decimal signs of a column stand below each other, or its units where there are
// none, in a language of either direction; words stay at the end.
func TestFiguresStandBelowEachOther(t *testing.T) {
	for _, c := range []struct {
		lang    string
		figures []string
		same    bool
	}{
		{"en", []string{"12.5", "7", "1,204.25", "–", "3 %"}, true},
		{"fr", []string{"12,5", "7", "1 204,25 %"}, true},
		{"ar", []string{"12", "31", "9", "1,250"}, true},
		{"ar", []string{"12.5%", "7"}, true},
		{"ar", []string{"12.5%", "7%", "100 %"}, true},
		{"en", []string{"12.5", "n/a"}, false},
	} {
		sh := testSheet(c.lang, 420*Pt, 595*Pt)
		table := &Table{Columns: []Column{{}, {Align: text.End}}}
		for _, f := range c.figures {
			table.Rows = append(table.Rows, TableRow{Cells: []TableCell{{Inlines: []Inline{{Text: "x"}}},
				{Inlines: []Inline{{Text: f}}}}})
		}
		pages := settle(t, sh, &Run{ID: "r", Blocks: []Block{table}})
		units := map[Length]bool{}
		for _, m := range pages.Runs[0].Page(0).Marks {
			if tm, ok := m.(TextMark); ok {
				if x, words := unitsEnd(tm, sh.Lang.DecimalSign()); words != "x" {
					units[(x+100)/200] = true
				}
			}
		}
		if (len(units) == 1) != c.same {
			t.Errorf("%s %v: units end at %v", c.lang, c.figures, units)
		}
	}
}

// unitsEnd gives where the units of the figure on a line end, in tenths of a point, and its words.
func unitsEnd(m TextMark, decimal string) (end Length, words string) {
	for strip := range m.Line.Strips {
		x := m.X + strip.X
		for _, g := range strip.Glyphs {
			if g.Text == decimal {
				return x, words
			}
			x += g.Advance
			words += g.Text
			if g.Text >= "0" && g.Text <= "9" || g.Text == "–" || g.Text == "a" {
				end = x
			}
		}
	}
	return end, words
}

// TestTimesStandBelowEachOther: the hours of a column of times stand below each other by their units; words, and
// columns without an hour of two figures, are as they were.
func TestTimesStandBelowEachOther(t *testing.T) {
	for _, c := range []struct {
		lang  string
		times []string
		moved bool // those with an hour of one figure
	}{
		{"fr", []string{"8 h 30", "10 h 00", "", "9 h"}, true}, {"en", []string{"9.30 a.m.", "10 a.m."}, true},
		{"en", []string{"9:30–10:15", "10:15–11:00"}, true}, {"ru", []string{"9 ч. 30 м.", "10 ч."}, true},
		{"en", []string{"8:30", "9:15"}, false}, {"en", []string{"9:30", "10:00", "then lunch"}, false},
		{"en", []string{"9 men", "10 women"}, false},
	} {
		table := &Table{Columns: []Column{{}, {}}}
		for _, f := range c.times {
			table.Rows = append(table.Rows, TableRow{Cells: []TableCell{{Inlines: say(f)}, {Inlines: say("x")}}})
		}
		pages := settle(t, testSheet(c.lang, 420*Pt, 595*Pt), &Run{ID: "r", Blocks: []Block{table}})
		one, two := Length(-1), Length(-1)
		for _, m := range pages.Runs[0].Page(0).Marks {
			if tm, ok := m.(TextMark); ok {
				switch words := []rune(Words(tm.Line)); {
				case len(words) < 2 || words[0] > '9':
				case words[1] >= '0' && words[1] <= '9':
					two = tm.X + tm.Line.Start
				default:
					one = tm.X + tm.Line.Start
				}
			}
		}
		if moved := two >= 0 && one > two+3*Pt; moved != c.moved {
			t.Errorf("%s %v: begin at %v and %v", c.lang, c.times, one, two)
		}
	}
}
