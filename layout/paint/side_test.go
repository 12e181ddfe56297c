package paint

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/layout/text"
)

// TestABodyKnowsNoSide: a run is painted the same, byte for byte, whether it opens on a right-hand page or on a
// left-hand one, in a report bound on either side; only its dress differs.
func TestABodyKnowsNoSide(t *testing.T) {
	var square bytes.Buffer
	if err := png.Encode(&square, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"en", "ar"} {
		sh := sheet()
		sh.Lang = lang.Embedded().Of(tag)
		run := &layout.Run{ID: "r", Lang: tag, Numbering: layout.Roman, Root: layout.Element{Tag: "Part"},
			Blocks: []layout.Block{
				&layout.Heading{Level: 1, Role: layout.HeadA, Number: "A.",
					Inlines:  []layout.Inline{{Text: "One side"}},
					Bookmark: &layout.Bookmark{Title: "One"}},
				paragraph(layout.Inline{Text: latin + latin},
					layout.Inline{Text: "1", Note: &layout.Note{ID: "1", Mark: "1",
						Blocks: []layout.Block{paragraph(layout.Inline{Text: latin, Link: "https://example.org"})}}}),
				&layout.Table{Rows: []layout.TableRow{{Cells: []layout.TableCell{
					{Inlines: []layout.Inline{{Text: "a"}}}, {Inlines: []layout.Inline{{Text: "b"}}}}}}},
				&layout.PageBreak{},
				&layout.Figure{Picture: &layout.Picture{Key: "k", Format: "png", Data: square.Bytes(), Width: 30,
					Height: 20}, Alt: "x", Align: text.End},
				&layout.Columns{Count: 2, Blocks: []layout.Block{paragraph(layout.Inline{Text: latin}),
					paragraph(layout.Inline{Text: latin})}},
			}}
		var want, dresses string
		for before := range 3 {
			runs := []*layout.Run{}
			for i := range before {
				runs = append(runs, &layout.Run{ID: fmt.Sprint("before", i), Root: layout.Element{Tag: "Part"},
					Blocks: []layout.Block{paragraph(layout.Inline{Text: latin})}})
			}
			pages, complaints, err := layout.Settle(context.Background(), sh, append(runs, run), nil)
			if err != nil || len(complaints) > 0 {
				t.Fatal(err, complaints)
			}
			settled := pages.Runs[before]
			if settled.First != before+1 || settled.Count != 2 {
				t.Fatalf("%s: %d pages from page %d", tag, settled.Count, settled.First)
			}
			painted, err := Run(settled, sh)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			b.Write(settled.Canonical(nil))
			b.Write(painted.PDF)
			painted.Dump(&b)
			dressed, err := NewDresser(sh).Dress(tag, layout.Head{}, false, []Side{{Number: settled.First}})
			if err != nil {
				t.Fatal(err)
			}
			if before == 0 {
				want, dresses = b.String(), string(dressed.Pages[0])
				continue
			}
			if b.String() != want {
				t.Errorf("%s: painted differently behind %d pages", tag, before)
			}
			if same := string(dressed.Pages[0]) == dresses; same != (before == 2) {
				t.Errorf("%s: behind %d pages the dress is the same: %t", tag, before, same)
			}
		}
	}
}
