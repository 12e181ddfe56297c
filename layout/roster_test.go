package layout

import (
	"strings"
	"testing"
)

// TestRosterGoesOn: where the members of a body go on in another column or on another page, its name stands over them
// again, "Spain (continued)"; over its first member it never does, and nobody hears it.
func TestRosterGoesOn(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 300*Pt)
	var list []Block
	for _, name := range []string{"Norway", "Spain", "Chad"} {
		r := &Roster{Name: name, Again: say(name + " (continued)")}
		for range 60 {
			r.Members = append(r.Members, []Inline{{Text: "Head of delegation", Break: true}, {Text: "Ministry"}})
		}
		list = append(list, r)
	}
	settled := settle(t, sheet, &Run{ID: "x", Root: Element{Tag: "Part"},
		Blocks: []Block{&Columns{Count: 2, Blocks: list}}}).Runs[0]
	again, names := 0, 0
	members, heads := map[Length]bool{}, map[Length]bool{} // where they begin
	for i := range settled.Count {
		for _, m := range settled.Page(i).Marks {
			line, ok := m.(TextMark)
			if !ok {
				continue
			}
			words := Words(line.Line)
			begins := line.X + line.Line.Start
			switch {
			case strings.HasPrefix(words, "Head of"):
				members[begins] = true
			case strings.HasSuffix(words, "(continued)"):
				again++
				heads[begins] = true
				if !line.Artifact {
					t.Errorf("%q is heard", words)
				}
			case words == "Norway", words == "Spain", words == "Chad":
				names++
			}
		}
	}
	if columns := settled.Count * 2; again < 3 || again > columns-1 || names != 3 {
		t.Errorf("%d heads are repeated in %d columns, %d names stand there", again, columns, names)
	}
	for x := range heads {
		if !members[x] {
			t.Errorf("a name that is said again begins at %d, members at %v", x, members)
		}
	}
}

// TestSmallBodiesStayWhole: where columns are balanced, no member of a body stands alone above or below its name that
// is said again.
func TestSmallBodiesStayWhole(t *testing.T) {
	var list []Block
	for _, name := range []string{"Brazil", "Kenya", "Norway"} {
		r := &Roster{Name: name, Again: say(name + " (continued)"), Members: [][]Inline{say("Representative")}}
		if name == "Kenya" {
			r.Members = append(r.Members, say("Counsellor"))
		}
		list = append(list, r)
	}
	body := settle(t, testSheet("en", 300*Pt, 300*Pt), &Run{ID: "x", Root: Element{Tag: "Part"},
		Blocks: []Block{&Columns{Count: 2, Blocks: list}}}).Runs[0]
	for _, m := range body.Page(0).Marks {
		if line, ok := m.(TextMark); ok && strings.HasSuffix(Words(line.Line), "(continued)") {
			t.Errorf("%q stands over one member", Words(line.Line))
		}
	}
}

// TestColumnsAreBalanced: the columns of the last page are equally tall, but for an entry, however tall pages are; also
// where all of them in one column would be half a page and a little more, which shrinking white makes room for.
func TestColumnsAreBalanced(t *testing.T) {
	var list []Block
	for range 9 {
		list = append(list, &Group{Keep: true, Blocks: []Block{
			&Paragraph{Role: EntryIndex, Inlines: say("Observer"), KeepNext: true},
			&Paragraph{Role: EntryIndex, Inlines: say("p. 3")}}})
	}
	for height := 220 * Pt; height < 520*Pt; height += Pt {
		sheet := testSheet("en", 400*Pt, height)
		sheet.Looks[EntryIndex].After = 4 * Pt
		s := settle(t, sheet, &Run{ID: "x", Root: Element{Tag: "Part"},
			Blocks: []Block{&Columns{Count: 2, Blocks: list}}}).Runs[0]
		last := s.body.pages[len(s.body.pages)-1]
		if len(last) != 2 || last[0].content-last[1].content > 40*Pt || last[1].content-last[0].content > 40*Pt {
			t.Errorf("on pages of %d the last has %d columns", height, len(last))
		}
	}
}

// TestHeadingsStayWithColumns: a heading above columns does not end a page, however far down it stands.
func TestHeadingsStayWithColumns(t *testing.T) {
	for before := range 40 {
		var blocks []Block
		for range before {
			blocks = append(blocks, &Paragraph{Inlines: say("x")})
		}
		body := &Roster{Name: "Norway", Again: say("Norway (continued)")}
		for range 30 {
			body.Members = append(body.Members, say("Head of delegation"))
		}
		blocks = append(blocks, &Columns{Count: 2, Blocks: []Block{body}},
			&Heading{Level: 2, Role: HeadA, Inlines: say("Observers")}, &Columns{Count: 2, Blocks: []Block{
				&Roster{Name: "Palau", Members: body.Members, Again: say("Palau (continued)")}}})
		run := &Run{ID: "x", Root: Element{Tag: "Part"}, Blocks: blocks}
		s := settle(t, testSheet("en", 300*Pt, 300*Pt), run).Runs[0]
		for i := range s.Count {
			var shown strings.Builder
			s.dump(&shown, s.Page(i))
			if text := shown.String(); strings.Contains(text, "Observers") != strings.Contains(text, "Palau\n") {
				t.Errorf("%d paragraphs before: a heading alone on page %d", before, i)
			}
		}
	}
}
