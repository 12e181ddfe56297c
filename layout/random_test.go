package layout

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// composer makes blocks of every kind, nested as no report has them. Every word of text is numbered, so that none
// can be lost.
type composer struct {
	r    *rand.Rand
	n    int  // words so far
	bare bool // call no notes: in what is a link as a whole there can be none
}

func (c *composer) words(most int) []Inline {
	var out []Inline
	for range 1 + c.r.Intn(most) {
		c.n++
		in := Inline{Text: fmt.Sprintf("w%d. ", c.n)}
		switch c.r.Intn(12) {
		case 0:
			in.Emph = Emphasis(c.r.Intn(32))
		case 1:
			in.Link = "https://example.org"
		case 2:
			in.Lang = []string{"ar", "fr", "zh"}[c.r.Intn(3)]
		case 3:
			in.Anchor = fmt.Sprintf("a%d", c.n)
		case 4:
			in.Break = true
		}
		out = append(out, in)
		if c.r.Intn(10) == 0 {
			out = append(out, Inline{Ref: &Ref{ID: "x", Kind: RefKind(c.r.Intn(2))}})
		}
		if !c.bare && c.r.Intn(14) == 0 {
			id := fmt.Sprint(c.n)
			n := &Note{ID: id, Mark: id, Under: c.r.Intn(2) == 0}
			c.n++
			n.Blocks = []Block{&Paragraph{Role: NoteText, Inlines: say(fmt.Sprintf("w%d. and more of it", c.n))}}
			out = append(out, Inline{Text: id, Note: n})
		}
	}
	return out
}

func (c *composer) blocks(depth int) []Block {
	var out []Block
	for range c.r.Intn(5) {
		out = append(out, c.block(depth))
	}
	return out
}

func (c *composer) block(depth int) Block {
	k := c.r.Intn(20)
	if depth == 0 {
		k = c.r.Intn(6)
	}
	lang := []string{"", "", "", "ar", "zh"}[c.r.Intn(5)]
	switch k {
	case 0:
		return &Heading{Level: c.r.Intn(9), Role: HeadA, Number: "I.", Inlines: c.words(8), Bookmark: &Bookmark{}}
	case 1, 2, 3:
		return &Paragraph{Role: Role(c.r.Intn(int(roleCount))),
			Label: []string{"", "9.", "a label of some width"}[c.r.Intn(3)], Inlines: c.words(60), Lang: lang,
			KeepNext: c.r.Intn(6) == 0}
	case 4:
		return []Block{Space{Height: Length(c.r.Intn(60)) * Pt}, Space{Fill: 1}, Rule{}, PageBreak{}}[c.r.Intn(4)]
	case 5:
		return &Figure{Picture: &Picture{Width: c.r.Intn(5000), Height: c.r.Intn(5000)}, Alt: "x", Caption: c.words(5)}
	case 6, 7:
		return &Group{Tag: "Sect", Lang: lang, Keep: c.r.Intn(2) == 0, Indent: Length(c.r.Intn(30)) * Pt,
			Blocks: c.blocks(depth - 1)}
	case 16, 17, 18:
		c.bare = c.r.Intn(3) > 0
		f := &Float{Blocks: []Block{c.block(0)}}
		c.bare = false
		return f
	case 14:
		return &Section{ID: "section", Root: Element{Tag: "Part"}, Above: Length(c.r.Intn(30)) * Pt,
			Blocks: c.blocks(depth - 1)}
	case 8:
		return &Quote{Lang: lang, Blocks: c.blocks(depth - 1)}
	case 9, 10:
		l := &List{Tight: c.r.Intn(2) == 0}
		for range c.r.Intn(4) {
			l.Items = append(l.Items, Item{Label: "(a)", Blocks: c.blocks(depth - 1)})
		}
		return l
	case 11:
		d := &Definitions{Columns: c.r.Intn(2) == 0}
		for range c.r.Intn(4) {
			d.Entries = append(d.Entries, DefinitionEntry{Term: c.words(3), Body: c.blocks(depth - 1)})
		}
		return d
	case 15:
		r := &Roster{Name: []string{"", "Spain"}[c.r.Intn(2)]}
		for range c.r.Intn(9) {
			r.Members = append(r.Members, c.words(20))
		}
		return r
	case 12:
		return &Columns{Count: c.r.Intn(4), Blocks: c.blocks(depth - 1)}
	case 13:
		e := &Entries{Heads: EntryHeads{Paragraphs: "Paragraphs", Pages: []string{"", "Page"}[c.r.Intn(2)]}}
		e.Heads.Label, e.Heads.Beside = []string{"", "Chapter"}[c.r.Intn(2)], []string{"", "Original"}[c.r.Intn(2)]
		c.bare = true
		for range c.r.Intn(5) {
			e.Entries = append(e.Entries, Entry{Role: EntryItem, Level: c.r.Intn(4), Inlines: c.words(20),
				Paragraphs: "1–9", Pages: []Ref{{ID: "x"}, {ID: "x"}}[:c.r.Intn(3)],
				Beside: []Ref{{ID: "x"}, {ID: "x"}}[:c.r.Intn(3)],
				Target: []string{"", "x"}[c.r.Intn(2)], Lang: lang})
		}
		c.bare = false
		return e
	}
	t := &Table{Plain: c.r.Intn(2) == 0, Again: say("(continued)")}
	for i := range c.r.Intn(6) {
		var row TableRow
		for range c.r.Intn(4) {
			cell := TableCell{Span: c.r.Intn(3), Lang: lang}
			if cell.Above = i > 1 && c.r.Intn(3) == 0; !cell.Above {
				cell.Inlines = c.words(30)
				for range c.r.Intn(3) {
					cell.More = append(cell.More, c.words(9))
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		row.Group = i > 0 && c.r.Intn(5) == 0
		if i == 0 {
			t.Head = append(t.Head, row)
		} else {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// Whatever is composed, on whatever page: no word is lost, none stands twice, and leaves of the tree are in the
// order of their parents.
func TestNothingIsLost(t *testing.T) {
	for seed := range int64(40) {
		c := &composer{r: rand.New(rand.NewSource(seed))}
		var blocks []Block
		for range 12 {
			blocks = append(blocks, c.block(3))
		}
		sheet := testSheet([]string{"en", "ar"}[seed%2], Length(60+c.r.Intn(400))*Pt, Length(30+c.r.Intn(500))*Pt)
		s := settle(t, sheet, &Run{ID: "x", Lang: sheet.Lang.Tag, Root: Element{Tag: "Part"}, Blocks: blocks}).Runs[0]
		// what is said by leaf: in a narrow place a word goes on in the next line, past the cells beside it
		leaves := map[Node]*strings.Builder{}
		for i := range s.Count {
			page := s.Page(i)
			for _, m := range page.Marks {
				if tm, ok := m.(TextMark); ok && !tm.Artifact {
					for strip := range tm.Line.Strips {
						if leaves[strip.Leaf] == nil {
							leaves[strip.Leaf] = &strings.Builder{}
						}
						for _, g := range strip.Glyphs {
							leaves[strip.Leaf].WriteString(g.Text)
						}
					}
				}
			}
			for _, l := range page.Links {
				if l.Link < 1 || int(l.Link) > len(s.Links) || l.Width < 0 || l.Height < 0 {
					t.Errorf("seed %d: %+v", seed, l)
				}
			}
		}
		var all []string
		for _, b := range leaves {
			all = append(all, b.String())
		}
		said := strings.Join(all, "\n")
		for _, cut := range []string{"\u00ad", " ", "\u2060"} {
			said = strings.ReplaceAll(said, cut, "")
		}
		for n := 1; n <= c.n; n++ {
			w := fmt.Sprintf("w%d.", n)
			if got := strings.Count(said, w); got != 1 {
				t.Errorf("seed %d: %q stands %d times on %d pages", seed, w, got, s.Count)
				break
			}
		}
		for i, e := range s.Tree.Nodes[1:] {
			if int(e.Parent) > i || e.Tag != "" && s.Tree.Nodes[e.Parent].Tag == "" && e.Parent != 0 {
				t.Fatalf("seed %d: node %d below %d", seed, i+1, e.Parent)
			}
		}
	}
}
