package verify

import "testing"

func TestLabels(t *testing.T) {
	runFaults(t, []fault{
		{"the viewer counts on in roman", func(t *testing.T, k *kit) { k.swap(t, "catalog", "2<</S/D>>", "3<</S/D>>") },
			ContentsLabel + " " + Folio + " " + PageLabel + " " + StampDiffers, 2},
		{"no labels at all", func(t *testing.T, k *kit) { k.swap(t, "catalog", "/PageLabels", "/NoLabels") },
			ContentsLabel + " " + Folio + " " + PageLabel + " " + StampDiffers, 1},
		{"a folio of another page",
			func(t *testing.T, k *kit) { k.streams["dress4"] = footer("3") + "1 0 0 1 50 700 cm\n" }, Folio, 4},
		{"no folio", func(t *testing.T, k *kit) { k.streams["dress4"] = "1 0 0 1 50 700 cm\n" }, FolioMissing, 4},
		{"a folio on the cover, a wrong one", func(t *testing.T, k *kit) { k.streams["dress1"] = footer("1") }, Folio,
			1},
		{"a folio on the cover, the right one", func(t *testing.T, k *kit) { k.streams["dress1"] = footer("i") }, "",
			0},
		{"the stamp of another page",
			func(t *testing.T, k *kit) { k.streams["stamp5"] = stampText("4 ~ 1/7 ~ A/66/1") },
			StampDiffers + " " + StampChanged, 7},
		{"a stamp that is not drawn", func(t *testing.T, k *kit) { k.swap(t, "after5", "/ReportStamp Do", "") },
			StampMissing, 7},
		{"a stamp that is not there", func(t *testing.T, k *kit) { k.swap(t, "resources5", "/ReportStamp", "/Stamp") },
			StampMissing, 7},
	})
}

// TestNumeral: labels as viewers write them (ISO 32000-1, table 159).
func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		style string
		n     int
		want  string
	}{{"D", 12, "12"}, {"r", 1994, "mcmxciv"}, {"R", 9, "IX"}, {"A", 1, "A"}, {"a", 26, "z"}, {"a", 27, "aa"},
		{"A", 54, "BBB"}, {"", 3, ""}} {
		if got := numeral(c.style, c.n); got != c.want {
			t.Errorf("%s %d: %q, should be %q", c.style, c.n, got, c.want)
		}
	}
}
