package unit

import (
	"fmt"
	"strings"
	"testing"
)

// TestOutlineItemsStay: an item of an original is a heading, wherever it led: its title, level, look and state stay.
func TestOutlineItemsStay(t *testing.T) {
	u := unitOf(t, originalOf("/Outlines 6 0 R", "",
		"<</First 7 0 R/Last 11 0 R/Count 3>>",
		"<</Title(script)/Parent 6 0 R/Next 8 0 R/A<</S/JavaScript/JS(x)>>/C[1 0 0]/F 3>>",
		"<</Title(dead)/Parent 6 0 R/Next 11 0 R/Dest(gone)/First 9 0 R/Last 10 0 R/Count -2>>",
		"<</Title(dead, with an action)/Parent 8 0 R/Next 10 0 R/Dest[null/Fit]/A<</S/GoTo/D[4 0 R/Fit]>>>>",
		"<</Title(program)/Parent 8 0 R/A<</S/Launch/F(x)/Next<</S/Named/N/LastPage>>>>>>",
		"<</Title(no target)/Parent 6 0 R/First 12 0 R/Last 12 0 R/Count 1>>",
		"<</Title(below)/Parent 11 0 R/A<</S/URI/URI(file:///x)>>>>"))
	u.expect(t, "action JavaScript 1 []", "link-dead  1 []", "action Launch 1 []", "address file: 1 []")
	want := []string{`0 "script" true /C[1 0 0]/F 3`, `0 "dead" true `,
		`1 "dead, with an action" true /A<</D[{page 1} /Fit]/S/GoTo>>`,
		`1 "program" true /A<</D[{page 1} /Fit]/S/GoTo>>`, `0 "no target" false `, `1 "below" true `}
	if len(u.Outline) != len(want) {
		t.Fatalf("%d items, should be %d", len(u.Outline), len(want))
	}
	for i, b := range u.Outline {
		if got := fmt.Sprintf("%d %q %t %s", b.Level, b.Title, b.Closed, b.Entry.String()); got != want[i] {
			t.Errorf("item %s, should be %s", got, want[i])
		}
	}
}

// TestLongOutlines: every item of a long outline stays, and ten times as many cost about ten times as much.
func TestLongOutlines(t *testing.T) {
	const n = 20_000
	cost := func(n int) float64 {
		items := []string{fmt.Sprintf("<</First 7 0 R/Last %d 0 R>>", 6+n)}
		for i := range n {
			next := ""
			if i+1 < n {
				next = fmt.Sprintf("/Next %d 0 R", 8+i)
			}
			items = append(items, fmt.Sprintf("<</Title(%d)/Parent 6 0 R/A<</S/JavaScript/JS(x)>>%s>>", i, next))
		}
		data := originalOf("/Outlines 6 0 R", "", items...)
		return testing.AllocsPerRun(1, func() {
			if u := unitOf(t, data); len(u.Outline) != n || strings.Contains(u.text(), "JavaScript") {
				t.Errorf("%d items of %d", len(u.Outline), n)
			}
		})
	}
	if few, many := cost(n/10), cost(n); many > 11*few {
		t.Errorf("%d items cost %.0f, %d cost %.0f", n/10, few, n, many)
	}
}
