package states

import "testing"

// TestFormal: States are known by long forms of their names, and those that only look so are themselves.
func TestFormal(t *testing.T) {
	for name, want := range map[string]string{"Norway (Kingdom of)": "norway", "Republic of Kenya": "kenya",
		"Norway Kingdom": "norway", "Noruega": "norway", "Republic of Korea": "south-korea", "Group of Kenya": "",
		"République du Kenya": "kenya", "Democratic Republic of the Congo": "dr-congo", "Republic": ""} {
		got := ""
		if p := Formal(name); p != nil {
			got = p.Key
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
