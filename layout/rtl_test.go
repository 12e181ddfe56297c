package layout

import (
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/layout/text"
)

const arabicWords = "عقد الاجتماع الأول في 12 مايو 2011 في باريس بحضور ممثلي الدول الأطراف، ونظر في الوثيقة A/66/762 " +
	"المعروضة عليه وفي التقرير السنوي."

func TestArabicIsMirrored(t *testing.T) {
	run := &Run{ID: "ar", Kind: "chapter", Lang: "ar", Numbering: Arabic, Root: Element{Tag: "Part", Lang: "ar"},
		Blocks: []Block{
			&Heading{Level: 1, Role: HeadA, Number: "أ.", Inlines: say("افتتاح الندوة"), Anchor: "a"},
			&Paragraph{Role: Numbered, Label: "12.", Inlines: []Inline{{Text: arabicWords},
				{Text: "1", Note: &Note{ID: "1", Mark: "1",
					Blocks: []Block{&Paragraph{Role: NoteText, Inlines: say("انظر التقرير.")}}}}}},
			&List{Numbering: "Disc",
				Items: []Item{{Label: "•",
					Blocks: []Block{&Paragraph{Role: ListText, Inlines: say("الأرصاد الجوية")}}}}},
			&Paragraph{Role: Numbered, Label: "13.", Lang: "en", Inlines: say("An English paragraph stands the " +
				"other way round.")},
			&Table{Columns: []Column{{}, {Align: text.End}},
				Rows: []TableRow{{Cells: []TableCell{{Inlines: say("باريس")}, {Inlines: say("12")}}}}},
			&Entries{Entries: []Entry{{Role: EntryChapter, Label: "أ.", Inlines: say("افتتاح الندوة"),
				Pages: []Ref{{ID: "a"}}, Target: "a"}}},
			Rule{Width: 40 * Pt, Thickness: Pt},
		}}
	p := settle(t, testSheet("ar", 300*Pt, 400*Pt), run)
	golden(t, "arabic", map[string]string{"pages": dumped(t, p, ""), "tree": treeOf(t, p.Runs[0])}, "pages", "tree")
	var label, first *TextMark
	for _, m := range p.Runs[0].Page(0).Marks {
		tm, ok := m.(TextMark)
		if !ok {
			continue
		}
		switch w := Words(tm.Line); {
		case w == "12." && label == nil:
			label = &tm
		case label != nil && first == nil:
			first = &tm
		}
	}
	if label == nil || first == nil || label.Y != first.Y {
		t.Fatal("the number does not stand on its paragraph's first line")
	}
	if end := label.X + label.Line.Start + label.Line.Width; end < 299*Pt || end > 300*Pt {
		t.Errorf("the number ends at %d, not at the right edge", end)
	}
	if label.X+label.Line.Start <= first.X+first.Line.Start+first.Line.Width {
		t.Error("the number does not stand right of the words")
	}
}

func TestDressIsMirrored(t *testing.T) {
	ltr, rtl := testSheet("en", 300*Pt, 400*Pt), testSheet("ar", 300*Pt, 400*Pt)
	h := Head{Left: "left", Right: "right"}
	for _, c := range []struct {
		sheet  *Sheet
		lang   string
		number int
		words  string
		x      Length
		align  TextAlign
	}{
		{ltr, "en", 1, "right", 55 * Pt, text.End},
		{ltr, "en", 2, "left", 45 * Pt, text.Start},
		// the outer edge of a right-hand page is the right one, whatever is written there
		{ltr, "ar", 1, "right", 55 * Pt, text.Start},
		{rtl, "ar", 1, "right", 45 * Pt, text.End}, // odd pages stand on the left
		{rtl, "ar", 2, "left", 55 * Pt, text.Start},
	} {
		l := c.sheet.Dress(h, "7", c.sheet.Languages.Of(c.lang), c.number).Lines[0]
		if l.Text != c.words || l.X != c.x || l.Align != c.align {
			t.Errorf("page %d in %s: got %+v", c.number, c.lang, l)
		}
	}
	if d := ltr.Dress(Head{}, "", ltr.Lang, 1); len(d.Lines)+len(d.Rules) != 0 {
		t.Error("a page without head and label wears something")
	}
}

// A list and a table in Arabic stand as they are read, though the run around them is English.
func TestArabicInsideAnEnglishRun(t *testing.T) {
	s := settle(t, testSheet("en", 300*Pt, 400*Pt), &Run{ID: "en", Lang: "en", Root: Element{Tag: "Part"},
		Blocks: []Block{
			&Group{Lang: "ar", Blocks: []Block{
				&List{Items: []Item{
					{Label: "9", Blocks: []Block{&Paragraph{Role: ListText, Inlines: say("الأرصاد الجوية")}}}}},
				&Table{Rows: []TableRow{{Cells: []TableCell{{Inlines: say("8")}, {Inlines: say("7")}}}}},
			}},
		}}).Runs[0]
	from, to := map[string]Length{}, map[string]Length{}
	for _, m := range s.Page(0).Marks {
		if tm, ok := m.(TextMark); ok {
			w := Words(tm.Line)
			from[w], to[w] = tm.X+tm.Line.Start, tm.X+tm.Line.Start+tm.Line.Width
		}
	}
	if words := "الأرصاد الجوية"; to["9"] < 299*Pt || from["9"] <= to[words] || to[words] < 275*Pt {
		t.Errorf("the label stands from %d to %d, its words end at %d", from["9"], to["9"], to[words])
	}
	if from["8"] <= to["7"] {
		t.Errorf("the first column stands at %d, the second at %d", from["8"], from["7"])
	}
}

// TestDirectionFollowsTheTag: a passage stands at the start side of its script and has its leading, whether its tag has
// a region, or there is no folder for its language.
func TestDirectionFollowsTheTag(t *testing.T) {
	for _, c := range []struct {
		tag, words string
		rtl        bool
		leading    Length
	}{
		{"ar", arabicWords, true, 20680}, {"ar-EG", arabicWords, true, 20680}, {"fa", arabicWords, true, 20680},
		{"ur-PK", arabicWords, true, 20680}, {"he", "12 34", true, 13600}, {"ar-Latn", "Baris", false, 13600},
		{"zh-Hant-TW", "中文", false, 18150}, {"fr-CA", "Une phrase.", false, 13600}, {"sw", "Maneno.", false, 13600},
	} {
		for _, block := range []Block{
			&Group{Lang: c.tag, Blocks: []Block{&Paragraph{Inlines: say(c.words)}}},
			&Paragraph{Lang: c.tag, Inlines: say(c.words)},
			&Quote{Lang: c.tag, Blocks: []Block{&Paragraph{Inlines: say(c.words)}}},
			&Table{Lang: c.tag, Columns: []Column{{Weight: 1}},
				Rows: []TableRow{{Cells: []TableCell{{Inlines: say(c.words)}}}}},
		} {
			sheet := testSheet("en", 300*Pt, 400*Pt)
			s := settle(t, sheet, &Run{ID: "r", Lang: "en", Root: Element{Tag: "Part"}, Blocks: []Block{block}}).Runs[0]
			var tm *TextMark
			for _, m := range s.Page(0).Marks {
				if mark, ok := m.(TextMark); ok && tm == nil {
					tm = &mark
				}
			}
			if tm == nil {
				t.Fatalf("%s: no line", c.tag)
			}
			from, to := tm.X+tm.Line.Start, tm.X+tm.Line.Start+tm.Line.Width
			if left, right := from < 30*Pt, to > 270*Pt; right != c.rtl || left == c.rtl && to-from < 200*Pt {
				t.Errorf("%s in %T: from %d to %d", c.tag, block, from, to)
			}
		}
		look := testSheet("en", 300*Pt, 400*Pt).Look(Body, lang.Embedded().Of(c.tag))
		if look.Leading != c.leading {
			t.Errorf("%s: leading %d, not %d", c.tag, look.Leading, c.leading)
		}
	}
}
