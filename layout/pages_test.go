package layout

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/layout/lang"
	"rapporteur/layout/text"
)

// What an editor would circle: lines alone, headings alone, hyphens at the page's end, pages that end unevenly.
func TestPagesOfProse(t *testing.T) {
	p := settle(t, testSheet("en", 425*Pt, 640*Pt), volume(20, 60)...)
	full, even, hyphens := 0, 0, 0
	for _, s := range p.Runs {
		for i, page := range s.body.pages[:s.Count-1] {
			sl := page[0]
			last := s.body.segments[0].rows[sl.to-1]
			full++
			lines := wholeLines(s.body.segments[0].rows)
			if l := lines[sl.to-1]; l.first && !l.last {
				t.Errorf("%s page %d ends with the first line of a paragraph", s.Run.ID, i)
			}
			if l := lines[page2(s, i+1)]; l.last && !l.first {
				t.Errorf("%s page %d opens with the last line of a paragraph", s.Run.ID, i+1)
			}
			if n := len(last.parts); n > 0 && last.parts[n-1].line.Hyphenated {
				hyphens++
			}
			m := &maker{body: s.body}
			if end := sl.height - sl.content - sl.foot - m.white(&sl).give; end < Pt {
				even++
			} else if end > 61*Pt {
				t.Errorf("%s page %d ends %s pt high", s.Run.ID, i, points(end))
			}
			if len(sl.notes) > 0 && sl.notes[0].from > 0 {
				t.Errorf("%s page %d: a short note is divided", s.Run.ID, i)
			}
		}
	}
	if full < 150 || even*100 < full*90 || hyphens*100 > full*3 {
		t.Errorf("%d full pages, %d end at the frame's end, %d in a hyphen", full, even, hyphens)
	}
}

func page2(s *Settled, i int) int { return s.body.pages[i][0].from }

type lineOf struct{ first, last bool }

// wholeLines tells which rows are first and last lines of their paragraphs, by what text says of the lines.
func wholeLines(rows []row) []lineOf {
	out := make([]lineOf, len(rows))
	begins := true
	for i := range rows {
		if n := len(rows[i].parts); n > 0 && rows[i].kind == lineRow {
			last := rows[i].parts[n-1].line.Last
			out[i] = lineOf{begins, last}
			begins = last
		}
	}
	return out
}

// positions gives the baselines of a page's lines by their words.
func positions(page Page) map[string]Length {
	at := map[string]Length{}
	for _, m := range page.Marks {
		if tm, ok := m.(TextMark); ok {
			at[strings.TrimSpace(Words(tm.Line))] = tm.Y
		}
	}
	return at
}

func TestNotesStandAtTheFootOfTheirMarksPage(t *testing.T) {
	height := 200 * Pt
	r := &Run{ID: "n", Root: Element{Tag: "Sect"}}
	for i := range 14 {
		id := fmt.Sprint(i + 1)
		r.Blocks = append(r.Blocks, &Paragraph{Inlines: []Inline{{Text: "Words of paragraph " + id + "."},
			{Text: id, Note: &Note{ID: id, Mark: id,
				Blocks: []Block{&Paragraph{Role: NoteText, Inlines: say("Note of paragraph " + id)}}}}}})
	}
	r.Blocks = append(r.Blocks,
		&Paragraph{Inlines: []Inline{{Text: "Again"}, {Text: "1", Note: r.Blocks[0].(*Paragraph).Inlines[1].Note}}})
	p := settle(t, testSheet("en", 250*Pt, height), r)
	s := p.Runs[0]
	notes := 0
	for i := range s.Count {
		at := positions(s.Page(i))
		lowest, highest := Length(0), height
		for n := 1; n <= 14; n++ {
			mark, called := at[fmt.Sprintf("Words of paragraph %d.%d", n, n)]
			foot, set := at[fmt.Sprintf("Note of paragraph %d", n)]
			if called != set {
				t.Errorf("page %d: note %d is called: %v, set: %v", i, n, called, set)
			}
			if set {
				notes++
				lowest, highest = max(lowest, mark), min(highest, foot)
				if foot > height {
					t.Errorf("page %d: note %d below the frame", i, n)
				}
			}
		}
		if lowest >= highest-noteSeparation/2 {
			t.Errorf("page %d: text at %d below a note at %d", i, lowest, highest)
		}
	}
	if notes != 14 || s.Count < 2 {
		t.Errorf("%d notes on %d pages", notes, s.Count)
	}
	elements := 0
	for _, e := range s.Tree.Nodes {
		if e.Tag == "Note" {
			elements++
		}
	}
	if elements != 14 {
		t.Errorf("%d Note elements: a note called twice stands once", elements)
	}
	if got := s.Links[len(s.Links)-1].Target; got != "#note:n:1" {
		t.Errorf("the second call leads to %s", got)
	}
	for i := range 14 {
		id := fmt.Sprintf("note:n:%d", i+1)
		if _, ok := p.Places[id]; !ok {
			t.Errorf("%s has no place", id)
		}
	}
}

func TestHeadingsStayWithWhatFollows(t *testing.T) {
	for height := 100 * Pt; height < 160*Pt; height += 3 * Pt {
		r := &Run{ID: "h", Root: Element{Tag: "Sect"}}
		for i := range 12 {
			r.Blocks = append(r.Blocks, &Heading{Level: 1, Role: HeadA, Inlines: say("Heading")},
				&Paragraph{Role: Byline, Inlines: say("Byline")}, prose(1+i%3))
		}
		s := settle(t, testSheet("en", 250*Pt, height), r).Runs[0]
		for i := range s.Count {
			marks := s.Page(i).Marks
			if w := strings.TrimSpace(Words(marks[len(marks)-1].(TextMark).Line)); w == "Heading" || w == "Byline" {
				t.Errorf("height %d: page %d ends with %s", height, i, w)
			}
		}
	}
}

func TestColumnsAreBalancedOnTheLastPage(t *testing.T) {
	c := Columns{Count: 2}
	for i := range 70 {
		c.Blocks = append(c.Blocks, &Paragraph{Role: CellText, Inlines: say(fmt.Sprintf("Name %02d", i))})
	}
	s := settle(t, testSheet("en", 250*Pt, 200*Pt),
		&Run{ID: "c", Root: Element{Tag: "Sect"}, Blocks: []Block{prose(1), c, prose(1)}}).Runs[0]
	var got []string
	for i := range s.Count {
		low := map[Length]Length{}
		for _, m := range s.Page(i).Marks {
			tm := m.(TextMark)
			if w := Words(tm.Line); strings.HasPrefix(w, "Name") {
				got = append(got, w)
				low[tm.X] = max(low[tm.X], tm.Y)
			}
			if tm.Y > 200*Pt {
				t.Errorf("page %d: %d is below the frame", i, tm.Y)
			}
		}
		if len(low) > 0 && len(low) != 2 {
			t.Errorf("page %d has %d columns", i, len(low))
		}
		if i == s.Count-1 && len(low) == 2 {
			var ends []Length
			for _, y := range low {
				ends = append(ends, y)
			}
			if d := ends[0] - ends[1]; d > 12*Pt || d < -12*Pt {
				t.Errorf("columns end %d apart", d)
			}
		}
	}
	for i, w := range got {
		if w != fmt.Sprintf("Name %02d", i) {
			t.Fatalf("%d is %s", i, w)
		}
	}
	if len(got) != 70 {
		t.Errorf("%d of 70", len(got))
	}
}

func TestFillSharesTheFreeHeight(t *testing.T) {
	s := settle(t, testSheet("en", 250*Pt, 300*Pt), &Run{ID: "cover", Root: Element{Tag: "Sect"}, Blocks: []Block{
		Space{Fill: 1}, &Paragraph{Inlines: say("Title")}, Space{Fill: 2},
		&Paragraph{Role: CellText, Inlines: say("Foot")},
	}}).Runs[0]
	at := positions(s.Page(0))
	look := s.body.segments[0].rows
	free := 300*Pt - tall(look)
	if got, want := at["Title"], free/3+look[1].height; got < want-1 || got > want+1 {
		t.Errorf("title at %d, want %d", got, want)
	}
	if got, want := at["Foot"], 300*Pt-look[len(look)-1].depth; got != want {
		t.Errorf("foot at %d, want %d", got, want)
	}
}

func TestSpaceIsDroppedAtThePagesTop(t *testing.T) {
	r := &Run{ID: "s", Root: Element{Tag: "Sect"},
		Blocks: []Block{Space{Height: 30 * Pt}, &Paragraph{Inlines: say("first")}}}
	for range 30 {
		r.Blocks = append(r.Blocks, Space{Height: 20 * Pt}, &Paragraph{Inlines: say("more")})
	}
	s := settle(t, testSheet("en", 250*Pt, 300*Pt), r).Runs[0]
	for i := range s.Count {
		y := s.Page(i).Marks[0].(TextMark).Y
		if i == 0 && y < 30*Pt {
			t.Error("the space that opens the run is lost")
		}
		if i > 0 && y > 20*Pt {
			t.Errorf("page %d opens with white: %d", i, y)
		}
	}
}

func TestFigureKeepsItsCaptionAndItsShape(t *testing.T) {
	f := &Figure{Picture: &Picture{Key: "x", Format: "jpeg", Width: 4000, Height: 3000}, Alt: "Ship",
		Caption: say("Figure 1"), Align: text.Center}
	r := &Run{ID: "f", Root: Element{Tag: "Sect"}}
	for i := range 9 {
		r.Blocks = append(r.Blocks, prose(1+i%4), f)
	}
	s := settle(t, testSheet("en", 250*Pt, 300*Pt), r).Runs[0]
	figures := 0
	for i := range s.Count {
		marks := s.Page(i).Marks
		for k, m := range marks {
			im, ok := m.(ImageMark)
			if !ok {
				continue
			}
			figures++
			if im.Height > 200*Pt || im.Width > 250*Pt || im.Y+im.Height > 300*Pt {
				t.Errorf("page %d: %+v", i, im)
			}
			if d := im.Width*3 - im.Height*4; d > 8 || d < -8 {
				t.Errorf("out of shape: %d x %d", im.Width, im.Height)
			}
			if k+1 >= len(marks) || strings.TrimSpace(Words(marks[k+1].(TextMark).Line)) != "Figure 1" {
				t.Errorf("page %d: the caption is not below its figure", i)
			}
		}
	}
	if figures != 9 {
		t.Errorf("%d figures", figures)
	}
}

func TestComplaints(t *testing.T) {
	r := &Run{ID: "x", Lang: "en", Origin: 7, Root: Element{Tag: "Sect"}, Blocks: []Block{
		&Paragraph{Inlines: []Inline{{Text: "Rare \U00012000 sign", Origin: 42}, {Ref: &Ref{ID: "nowhere"}}}},
		longTable(1),
	}}
	_, got, err := Settle(t.Context(), testSheet("en", 250*Pt, 300*Pt), []*Run{r}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]Complaint{}
	for _, c := range got {
		if _, twice := found[c.Code]; twice {
			t.Errorf("%s is said twice", c.Code)
		}
		found[c.Code] = c
	}
	if c := found["missing-glyph"]; c.Origin != 42 || c.Offset != 5 || c.Args["character"] != "\U00012000" {
		t.Errorf("missing glyph: %+v", c)
	}
	if c := found["unknown-reference"]; c.Origin != 7 || c.Args["id"] != "nowhere" {
		t.Errorf("unknown reference: %+v", c)
	}
}

// TestEmphasisIsTheLanguages: italics in most, in Chinese dots by its characters and italics of other letters, and what
// a language's folder says.
func TestEmphasisIsTheLanguages(t *testing.T) {
	set, err := lang.Embedded().With(fstest.MapFS{
		"qaa/language.yaml": {Data: []byte("script: Latn\nemphasis: bold\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string]string{"en": "italic", "ru": "italic", "ar": "italic", "el": "italic",
		"zh": "italicdots", "zh-TW": "italicdots", "ja": "italicdots", "qaa": "bold"} {
		got := style(Look{}, set.Of(tag), Italic)
		if said := map[bool]string{true: "italic"}[got.Face.Italic] + map[bool]string{true: "dots"}[got.Dotted] +
			map[bool]string{true: "bold"}[got.Face.Bold]; said != want {
			t.Errorf("%s: %s, want %s", tag, said, want)
		}
	}
}
