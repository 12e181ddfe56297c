package unit

import "testing"

// TestLayersOnPaper: a layer that a reader's program would show and print differently is told, for the report's are one
// or the other.
func TestLayersOnPaper(t *testing.T) {
	usage := func(states string) string { return "<</Type/OCG/Name(L)/Usage<<" + states + ">>>>" }
	const as = "/AS[<</Event/View/OCGs[6 0 R]/Category[/View]>><</Event/Print/OCGs[6 0 R]/Category[/Print]>>]"
	for _, c := range []struct {
		name, config, group string
		hidden              bool
		told                string
	}{
		{"hidden, printed", as, usage("/View<</ViewState/OFF>>/Print<</PrintState/ON>>"), true,
			"layer-unprinted  1 []"},
		{"hidden by default, printed", "/OFF[6 0 R]" + as, usage("/Print<</PrintState/ON>>"), true,
			"layer-unprinted  1 []"},
		{"shown, not printed", as, usage("/Print<</PrintState/OFF>>"), false, "layer-printed  1 []"},
		{"shown and printed", as, usage("/View<</ViewState/ON>>/Print<</PrintState/ON>>"), false, ""},
		{"hidden, and not printed", as, usage("/View<</ViewState/OFF>>/Print<</PrintState/OFF>>"), true, ""},
		{"usage that nobody asks for", "", usage("/View<</ViewState/OFF>>/Print<</PrintState/ON>>"), false, ""},
		{"no usage", "/OFF[6 0 R]", "<</Type/OCG/Name(L)>>", true, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			u := unitOf(t, originalOf("/OCProperties<</OCGs[6 0 R]/D<<"+c.config+">>>>",
				"/Resources<</Properties<</L 6 0 R>>>>", c.group))
			if c.told == "" {
				u.expect(t)
			} else {
				u.expect(t, c.told)
			}
			if g := u.Layers.Groups; len(g) != 1 || g[0].Hidden != c.hidden {
				t.Errorf("layers %v", g)
			}
		})
	}
}
