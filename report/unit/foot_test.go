package unit

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/sources/pdf"
)

// onePage is a PDF of a page with entries and content, and objects from 5 on.
func onePage(t *testing.T, page, content string, objects ...string) (*pdf.Document, []byte) {
	t.Helper()
	var b strings.Builder
	b.WriteString("%PDF-1.6\n")
	for i, o := range append([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 " +
			"R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>" + page + ">>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content)}, objects...) {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\n")
	doc, err := pdf.Open(t.Context(), []byte(b.String()), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc, []byte(b.String())
}

func stampedPage(t *testing.T, widen bool, page, content string, objects ...string) *Page {
	t.Helper()
	doc, data := onePage(t, page, content, objects...)
	u, err := Original(t.Context(), doc, data, Options{Stamped: true, Widen: widen})
	if err != nil {
		t.Fatal(err)
	}
	return &u.Pages[0]
}

func footOf(p *Page) string {
	var out []string
	for _, r := range p.Foot {
		kind := "look"
		switch {
		case r.Over:
			kind = "over"
		case r.Text:
			kind = "text"
		}
		out = append(out, fmt.Sprintf("%s[%d %d %d %d]", kind, r.X0, r.Y0, r.X1, r.Y1))
	}
	return strings.Join(out, " ")
}

// TestFoot: what a page paints at its foot is known as the page is read, turned, cropped and in units of its own; white
// on paper is nothing, white on something else is.
func TestFoot(t *testing.T) {
	const a4 = "/MediaBox[0 0 600 800]"
	for name, c := range map[string]struct{ page, content, want string }{
		"nothing":      {a4, "0 100 600 700 re f", ""},
		"a picture":    {a4, "0 0 600 800 re f", "look[0 0 6000 480]"},
		"a number":     {a4, "BT /F 10 Tf 10 10 Td (3) Tj ET", "text[100 70 156 200]"},
		"turned right": {a4 + "/Rotate 90", "590 0 10 20 re f", "look[0 0 200 100]"},
		"turned over":  {a4 + "/Rotate 180", "590 790 10 10 re f", "look[0 0 100 100]"},
		"turned left":  {a4 + "/Rotate -90", "0 790 10 10 re f", "look[0 0 100 100]"},
		"cropped": {a4 + "/CropBox[100 100 500 500]", "100 100 10 10 re f 0 0 10 10 re f",
			"look[0 0 100 100]"},
		"in large units":      {"/MediaBox[0 0 60 80]/UserUnit 10", "0 0 1 1 re f", "look[0 0 100 100]"},
		"in very large units": {"/MediaBox[0 0 0.6 0.8]/UserUnit 60000", "0 0 0.0001 0.0001 re f", "look[0 0 60 60]"},
		"white on paper":      {a4, "1 g 0 0 600 800 re f", ""},
		"white on dark": {a4, "0 0 600 800 re f 1 g BT /F 10 Tf 10 10 Td (3) Tj ET",
			"look[0 0 6000 480] text[100 70 156 200]"},
		"a note": {a4 + "/Annots[<</Subtype/Text/Rect[9 9 19 19]>>]", "", "over[90 90 190 190]"},
		"a note on text": {a4 + "/Annots[<</Subtype/Text/Rect[10 7 16 20]>>]", "BT /F 10 Tf 10 10 Td (3) Tj ET",
			"over[100 70 160 200]"},
		"hidden annotations": {a4 +
			"/Annots[<</Subtype/Text/F 2/Rect[9 9 19 19]>><</Subtype/Popup/Rect[0 0 99 99]>>]", "", ""},
		"a link with a border": {a4 + "/Annots[<</Subtype/Link/Rect[9 9 19 19]>>]", "", "text[90 90 190 190]"},
		"a link without":       {a4 + "/Annots[<</Subtype/Link/Border[0 0 0]/Rect[9 9 19 19]>>]", "", ""},
	} {
		if got := footOf(stampedPage(t, false, c.page, c.content)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestFootIsBounded: of a foot full of dots as much is kept as of one, and nothing of it is taken for free.
func TestFootIsBounded(t *testing.T) {
	var dots strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&dots, "%d %d 0.5 0.5 re f ", i%600, i/100)
	}
	p := stampedPage(t, false, "/MediaBox[0 0 600 800]", dots.String())
	if len(p.Foot) > mostPainted {
		t.Fatalf("%d rectangles", len(p.Foot))
	}
	for i := range 4_800 {
		x, y := i%600*10+2, i/100*10+2
		covered := false
		for _, r := range p.Foot {
			covered = covered || r.X0 <= x && x <= r.X1 && r.Y0 <= y && y <= r.Y1
		}
		if !covered {
			t.Fatalf("the dot at %d %d is forgotten", x, y)
		}
	}
}

// TestOddTurns: a page that readers turn this way or that, and one whose crop box has nothing of it, are made to say
// what the stamp is placed for.
func TestOddTurns(t *testing.T) {
	for page, want := range map[string]string{"/MediaBox[0 0 600 800]/Rotate 91": "/Rotate 90",
		"/MediaBox[0 0 600 800]/Rotate 450": "/Rotate 450"} {
		if p := stampedPage(t, false, page, ""); !strings.Contains(string(p.Bytes), want) {
			t.Errorf("%s: %s", page, p.Bytes)
		}
	}
	if p := stampedPage(t, false, "/MediaBox[0 0 600 800]/CropBox[900 900 999 999]",
		""); strings.Contains(string(p.Bytes), "CropBox") {
		t.Errorf("%s", p.Bytes)
	}
}

// TestWiden: the strip is below the page as it is read. What is shown grows, what it lies in, and the boxes that end
// with it; the others stay.
func TestWiden(t *testing.T) {
	for _, c := range []struct{ page, received, widened string }{
		{"/MediaBox[0 0 600 800]", "/MediaBox[0 0 600 800]", "/MediaBox[0 -20 600 800]"},
		{"/MediaBox[0 0 600 800 7]", "/MediaBox[0 0 600 800]", "/MediaBox[0 -20 600 800]"},
		{"/MediaBox[0 0 600 800]/Rotate 90", "/MediaBox[0 0 600 800]", "/MediaBox[0 0 620 800]"},
		{"/MediaBox[0 0 600 800]/Rotate 180", "/MediaBox[0 0 600 800]", "/MediaBox[0 0 600 820]"},
		{"/MediaBox[0 0 600 800]/Rotate 270", "/MediaBox[0 0 600 800]", "/MediaBox[-20 0 600 800]"},
		{"/MediaBox[0 0 60 80]/UserUnit 10", "/MediaBox[0 0 60 80]", "/MediaBox[0 -2 60 80]"},
		{"/MediaBox[600 800 0 0]/CropBox[50 50 500 700]", "/CropBox[50 50 500 700]/MediaBox[600 800 0 0]",
			"/MediaBox[0 0 600 800]/CropBox[50 30 500 700]"},
		{"/MediaBox[0 0 600 800]/TrimBox[20 20 580 780]/BleedBox[0 0 600 800]/ArtBox[0 0 600 800]",
			"/BleedBox[0 0 600 800]/MediaBox[0 0 600 800]/TrimBox[20 20 580 780]",
			"/MediaBox[0 -20 600 800]/BleedBox[0 -20 600 800]/TrimBox[20 20 580 780]"},
	} {
		p := stampedPage(t, true, c.page, "")
		if got := string(p.Frame.Received.Bytes); got != c.received {
			t.Errorf("%s: received %s", c.page, got)
		}
		if got := string(p.Frame.Widen(p.Shown, p.Shown.Grown(20))); got != c.widened {
			t.Errorf("%s: widened %s, want %s", c.page, got, c.widened)
		}
	}
}
