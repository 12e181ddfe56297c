package layout

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
)

// Speak writes what a screen reader says of a run, as its structure tree tells it, for `show speech` and goldens: a
// line for each block by its role, what it holds set in below it, and a line of its own where the language changes.
// Artifacts are not heard.
func (s *Settled) Speak(w io.Writer) error {
	sp := &speaker{s: s, out: bufio.NewWriter(w), kids: make([][]Node, len(s.Tree.Nodes)),
		leaves: make([]spokenLeaf, len(s.Tree.Nodes))}
	for i := 1; i < len(s.Tree.Nodes); i++ {
		p := s.Tree.Nodes[i].Parent
		sp.kids[p] = append(sp.kids[p], Node(i))
	}
	sp.listen()
	fmt.Fprintf(sp.out, "run %s\n", s.Run.ID)
	sp.element(0, 1, cmp.Or(s.Run.Root.Lang, s.Run.Lang))
	return sp.out.Flush()
}

// speaker walks a run's tree in the order of reading.
type speaker struct {
	s      *Settled
	out    *bufio.Writer
	kids   [][]Node
	leaves []spokenLeaf
	lang   string // of the line written last
}

// spokenLeaf is what stands in a leaf, and in which lines of the run, counted from 1, it begins and ends.
type spokenLeaf struct {
	text        strings.Builder
	first, last int
}

// listen gathers the words of the leaves, of all pages.
func (sp *speaker) listen() {
	lines := 0
	for i := range sp.s.Count {
		for _, m := range sp.s.Page(i).Marks {
			line, ok := m.(TextMark)
			if !ok || line.Artifact {
				continue
			}
			lines++
			for strip := range line.Line.Strips {
				leaf := &sp.leaves[strip.Leaf]
				leaf.first, leaf.last = cmp.Or(leaf.first, lines), lines
				if strip.ActualText {
					leaf.text.WriteString(strip.Text)
					continue
				}
				for _, g := range strip.Glyphs {
					leaf.text.WriteString(g.Text)
				}
			}
		}
	}
}

// line writes a line in a language.
func (sp *speaker) line(depth int, lang string, words ...string) {
	indent := strings.Repeat("  ", depth)
	if lang != sp.lang {
		fmt.Fprintf(sp.out, "%s(language %s)\n", indent, cmp.Or(lang, "of the report"))
		sp.lang = lang
	}
	fmt.Fprintln(sp.out, indent+strings.Join(words, ""))
}

// element says an element and all below it.
func (sp *speaker) element(n Node, depth int, lang string) {
	e := &sp.s.Tree.Nodes[n]
	lang = cmp.Or(e.Lang, lang)
	switch e.Tag {
	case "L":
		sp.line(depth, lang, "list, ", counted(len(sp.kids[n]), "item"), called(e.Title))
	case "LI":
		sp.labelled("", n, depth, lang)
		return
	case "Note":
		sp.labelled("note, ", n, depth, lang)
		return
	case "Table":
		sp.table(n, depth, lang)
		return
	case "TOC":
		sp.line(depth, lang, "contents, ", counted(sp.number(n, "TOCI"), "entry"))
	case "Index":
		sp.line(depth, lang, "index, ", counted(sp.number(n, "P"), "entry"))
	case "Figure":
		sp.line(depth, lang, "figure", called(e.Title), ": ", e.Alt)
	case "BlockQuote":
		sp.line(depth, lang, "quotation")
	case "P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Lbl", "Link", "Reference":
		sp.line(depth, lang, spokenRoles[e.Tag], sp.words(n, lang))
		return
	default: // what groups others says nothing of itself
		depth--
	}
	for _, k := range sp.kids[n] {
		if sp.s.Tree.Nodes[k].Tag != "" {
			sp.element(k, depth+1, lang)
		}
	}
}

// spokenRoles is what is said before the words of an element.
var spokenRoles = map[Tag]string{"H1": "heading level 1: ", "H2": "heading level 2: ", "H3": "heading level 3: ",
	"H4": "heading level 4: ", "H5": "heading level 5: ", "H6": "heading level 6: ", "Caption": "caption: "}

// labelled says a label and, in one line with it, the first paragraph of what it stands before.
func (sp *speaker) labelled(role string, n Node, depth int, lang string) {
	kids := sp.kids[n]
	words := role
	if len(kids) > 0 && sp.s.Tree.Nodes[kids[0]].Tag == "Lbl" {
		words += sp.words(kids[0], lang) + " "
		kids = kids[1:]
	}
	if len(kids) > 0 && sp.s.Tree.Nodes[kids[0]].Tag == "LBody" {
		kids = sp.kids[kids[0]]
	}
	if len(kids) > 0 && sp.s.Tree.Nodes[kids[0]].Tag == "P" {
		first := cmp.Or(sp.s.Tree.Nodes[kids[0]].Lang, lang)
		sp.line(depth, first, words, sp.words(kids[0], first))
		kids = kids[1:]
	} else {
		sp.line(depth, lang, words)
	}
	for _, k := range kids {
		sp.element(k, depth+1, lang)
	}
}

func counted(n int, what string) string {
	switch {
	case n == 1:
		return "1 " + what
	case strings.HasSuffix(what, "y"):
		what = strings.TrimSuffix(what, "y") + "ie"
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func called(name string) string {
	if name == "" {
		return ""
	}
	return ", name “" + name + "”"
}
