package verify

import (
	"strings"
	"testing"

	"rapporteur/report/ledger"
)

// plain takes the sum of a stamp anew: whoever spoils the report may spoil the ledger alike.
func plain(t *testing.T, k *kit, matrix []float64, way ledger.Way) {
	t.Helper()
	k.ledger.Statements[0].Originals[0].Stamps[1] = ledger.Stamp{Sum: stampSum([]float64{0, 0, 90, 10}, matrix,
		[]byte(k.streams["stamp5"])),
		Way: way}
}

var upright = []float64{1, 0, 0, 1, 20, 20}

// TestStamps: a stamp that was moved, changed, hidden or added to is told, and so is all that is put around an original
// beside it.
func TestStamps(t *testing.T) {
	form := func(old, new string) func(t *testing.T, k *kit) {
		return func(t *testing.T, k *kit) { k.swap(t, "stamp5", old, new) }
	}
	after := func(old, new string) func(t *testing.T, k *kit) {
		return func(t *testing.T, k *kit) { k.swap(t, "after5", old, new) }
	}
	const dict = "/Matrix[1 0 0 1 20 20]"
	runFaults(t, []fault{
		{"moved", form(dict, "/Matrix[1 0 0 1 20 21]"), StampChanged, 7},
		{"made small", form(dict, "/Matrix[.1 0 0 .1 20 20]"), StampChanged, 7},
		{"no room", form("/BBox[0 0 90 10]", "/BBox[0 0 0 0]"), StampChanged, 7},
		{"clipped", form("/BBox[0 0 90 10]", "/BBox[0 0 45 10]"), StampChanged, 7},
		{"a layer", form(dict, dict+"/OC<</Type/OCG>>"), StampChanged, 7},
		{"white", form("BT", "1 g BT"), StampChanged, 7},
		{"a white box in it", form("BT", "1 g 0 0 90 10 re f BT"), StampChanged, 7},
		{"invisible", form("BT", "BT 3 Tr"), StampChanged, 7},
		{"invisible, and the ledger knows", func(t *testing.T, k *kit) {
			k.streams["stamp5"] = strings.Replace(k.streams["stamp5"], "BT", "BT 3 Tr", 1) + " 0 Tr"
			plain(t, k, upright, ledger.Free)
		}, StampChanged, 7},
		{"a picture in its resources", form("/Font<<", "/XObject<</A @stamp4>>/Font<<"), StampChanged, 7},
		{"another number", form("<00350020007E00200031002F0037", "<00350020007E00200032002F0037"),
			StampDiffers + " " + StampChanged, 7},
		{"another number in the ledger", func(t *testing.T, k *kit) {
			k.ledger.Statements[0].Originals[0].Taken[1] = 2
		}, StampDiffers, 7},
		{"more pages in the ledger", func(t *testing.T, k *kit) { k.ledger.Annexes[0].Originals[0].FilePages = 2 },
			StampDiffers, 8},
		{"fewer stamps in the ledger", func(t *testing.T, k *kit) {
			o := &k.ledger.Statements[0].Originals[0]
			o.Stamps = o.Stamps[:1]
		}, OriginalPages, 6},
		{"a ground that is none", func(t *testing.T, k *kit) { plain(t, k, upright, ledger.Ground) }, StampChanged, 7},
		{"a ground that the ledger does not have", func(t *testing.T, k *kit) {
			k.streams["stamp5"] = "1 g\n0 0 90 10 re\nf\n0 g\n" + k.streams["stamp5"]
			plain(t, k, upright, ledger.Free)
		}, StampChanged, 7},
		{"a ground", func(t *testing.T, k *kit) {
			k.streams["stamp5"] = "1 g\n0 0 90 10 re\nf\n0 g\n" + k.streams["stamp5"]
			plain(t, k, upright, ledger.Ground)
		}, "", 0},
		{"a ground of another size", func(t *testing.T, k *kit) {
			k.streams["stamp5"] = "1 g\n0 0 90 99 re\nf\n0 g\n" + k.streams["stamp5"]
			plain(t, k, upright, ledger.Ground)
		}, StampChanged, 7},
		{"planned in the upper half", func(t *testing.T, k *kit) {
			k.swap(t, "stamp5", dict, "/Matrix[1 0 0 1 20 700]")
			plain(t, k, []float64{1, 0, 0, 1, 20, 700}, ledger.Free)
		}, StampChanged, 7},
		{"planned beside the page", func(t *testing.T, k *kit) {
			k.swap(t, "stamp5", dict, "/Matrix[1 0 0 1 590 20]")
			plain(t, k, []float64{1, 0, 0, 1, 590, 20}, ledger.Free)
		}, StampChanged, 7},
		{"planned lying on its side", func(t *testing.T, k *kit) {
			k.swap(t, "stamp5", dict, "/Matrix[0 1 -1 0 20 20]")
			plain(t, k, []float64{0, 1, -1, 0, 20, 20}, ledger.Free)
		}, StampChanged, 7},
		{"a page turned under its stamp", func(t *testing.T, k *kit) {
			k.swap(t, "page8", "/Rotate 90",
				"/Rotate 270")
		}, StampChanged, 8},
		{"a page widened without the ledger", func(t *testing.T, k *kit) {
			k.swap(t, "page7", "[0 0 600 800]", "[0 300 600 800]")
		}, StampChanged, 7},
		{"a white box behind the original", after("Q\n", "Q\n1 g 0 0 600 800 re f\n"), OriginalAround, 7},
		{"a white box behind the stamp", after(" Do\nEMC\n", " Do\nEMC\n1 g 0 0 600 800 re f\n"), OriginalAround, 7},
		{"a stamp that is no artifact", after("/Artifact<</Type/Pagination/Subtype/Footer>>BDC", "/Span BMC"),
			OriginalAround, 7},
		{"a state that is not restored", after("\nQ\n", "\n"), OriginalAround, 7},
		{"a clip before the original", func(t *testing.T, k *kit) {
			k.stream("clip", "", "q\n0 0 0 0 re W n\n")
			k.swap(t, "page7", "@before", "@clip")
		}, OriginalAround, 7},
		{"a mirror before the original", func(t *testing.T, k *kit) {
			k.stream("mirror", "", "q\n-1 0 0 1 600 0 cm\n")
			k.swap(t, "page7", "@before", "@mirror")
		}, OriginalAround, 7},
		{"a further stream", func(t *testing.T, k *kit) {
			k.stream("box", "", "1 g 0 0 600 800 re f")
			k.swap(t, "page7", "@after5", "@after5 @box")
		}, OriginalAround, 7},
		{"a Q too many before it is not made up for", func(t *testing.T, k *kit) {
			k.swap(t, "page6", "@before2",
				"@before")
		}, OriginalAround, 6},
	})
}

// TestWidened: a page is widened by as much as the ledger says, below or above, and nothing but the strip is covered.
func TestWidened(t *testing.T) {
	strip := func(way ledger.Way, strip float64, box string) func(t *testing.T, k *kit) {
		return func(t *testing.T, k *kit) {
			boxes, y := map[ledger.Way]string{ledger.Widened: "[0 -20 600 800]", ledger.Headed: "[0 0 600 820]"},
				map[ledger.Way]int{ledger.Widened: -14, ledger.Headed: 806}[way]
			k.swap(t, "page7", "[0 0 600 800]", boxes[way])
			k.swap(t, "stamp5", "/BBox[0 0 90 10]/Matrix[1 0 0 1 20 20]",
				"/BBox["+box+"]/Matrix[1 0 0 1 20 "+itoa(y)+"]")
			var v [4]float64
			for i, s := range strings.Fields(box) {
				v[i] = map[string]float64{"-20": -20, "-6": -6, "580": 580, "14": 14, "99": 99}[s]
			}
			k.streams["stamp5"] = "1 g\n-20 -6 600 " + itoa(int(v[3]+6)) + " re\nf\n0 g\n" + k.streams["stamp5"]
			k.ledger.Statements[0].Originals[0].Stamps[1] = ledger.Stamp{Way: way, Strip: strip,
				Sum: stampSum(v[:], []float64{1, 0, 0, 1, 20, float64(y)}, []byte(k.streams["stamp5"]))}
		}
	}
	runFaults(t, []fault{
		{"as it should be", strip(ledger.Widened, 20, "-20 -6 580 14"), "", 0},
		{"a higher ground", strip(ledger.Widened, 20, "-20 -6 580 99"), StampChanged, 7},
		{"another strip", strip(ledger.Widened, 30, "-20 -6 580 14"), StampChanged, 7},
		{"at the head", strip(ledger.Headed, 20, "-20 -6 580 14"), "", 0},
		{"a higher ground at the head", strip(ledger.Headed, 20, "-20 -6 580 99"), StampChanged, 7},
		{"another strip at the head", strip(ledger.Headed, 30, "-20 -6 580 14"), StampChanged, 7},
	})
}

// TestBefore: what stands before an original gives each Q without a q the coordinates that it finds, and the page its
// own.
func TestBefore(t *testing.T) {
	b := ledger.Bracket{Extra: []ledger.Extra{{Times: 2, Matrix: []float64{2, 0, 0, 2, 0, 0}}, {Times: 1},
		{Times: 1, Matrix: make([]float64, 6)}}}
	if got := string(before(&b)); got != "q\nq\nq\n2 0 0 2 0 0 cm\nq\nq\n0.5 0 0 0.5 0 0 cm\n" {
		t.Errorf("%q", got)
	}
	b = ledger.Bracket{Open: 1, Marks: 1, Text: true, Unfinished: []byte(")\n")}
	if got := string(behind(&b)); !strings.HasPrefix(got, "\n)\nET\nEMC\nQ\nQ\n/Artifact") {
		t.Errorf("%q", got)
	}
	many := ledger.Bracket{Extra: []ledger.Extra{{Times: 1 << 40}}, Open: 1 << 40, Marks: -1}
	if len(before(&many)) > 2*mostExtra+2 || len(behind(&many)) > 2*mostExtra+99 {
		t.Error("a ledger asks for more than there can be, and gets it")
	}
}
