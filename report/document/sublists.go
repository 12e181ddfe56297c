package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// sublists makes lists of the paragraphs of a text that bear labels typed by hand, "(a)", "(i)", "•", as every draft
// of a resolution has them. Lines of one paragraph are items, too, where each begins with the label that follows.
type sublists struct {
	lang *lang.Language
	tell func(code string, pos diag.Pos, args diag.Args)
}

// piece is a paragraph, or the lines of one that a label begins.
type piece struct {
	Block
	label label
	is    bool // it has a label
	inner bool // it stands in one paragraph with the piece before
}

// blocks gives the blocks of a container with lists for its labelled paragraphs.
func (s *sublists) blocks(list []Block) []Block {
	t := tree{s: s}
	for i := 0; i < len(list); {
		if list[i].Kind != sources.Paragraph {
			if !list[i].Literal {
				if list[i].Kind == sources.List {
					s.dashed(&list[i])
				}
				list[i].Blocks = s.blocks(list[i].Blocks)
			}
			t.other(list[i])
			i++
			continue
		}
		end := i + 1
		for end < len(list) && list[end].Kind == sources.Paragraph {
			end++
		}
		var pieces []piece
		for _, b := range list[i:end] {
			pieces = append(pieces, s.pieces(b)...)
		}
		s.doubt(pieces)
		t.listed(pieces)
		i = end
	}
	return t.root
}

// pieces divides a paragraph at the lines that begin with a label: the first of a row after a colon, or the one that
// follows the label before.
func (s *sublists) pieces(b Block) []piece {
	first := piece{Block: b}
	first.label, first.is = s.labelAt(b.Inlines)
	out := []piece{first}
	from := 0
	for i := 1; i < len(b.Inlines); i++ {
		if !newLine(b.Inlines, i) {
			continue
		}
		t, is := s.labelAt(b.Inlines[i:])
		if !is || !s.divides(&out[len(out)-1], b.Inlines[max(from, i-3):i], &t) {
			continue
		}
		last := &out[len(out)-1]
		last.Inlines = trimLine(b.Inlines[from:i])
		next := piece{Block: b, label: t, is: true, inner: true}
		next.ID, next.Pos, next.Inlines = "", b.Inlines[i].Pos, b.Inlines[i:]
		out = append(out, next)
		from = i
	}
	return out
}

// newLine reports whether an inline begins a line, in its source or by a break.
func newLine(list []Inline, i int) bool {
	before, in := &list[i-1], &list[i]
	return before.Kind == sources.LineBreak ||
		in.Pos.Near == "" && in.Pos.File == before.Pos.File && in.Pos.Line > before.Pos.Line
}

// divides reports whether a label at the beginning of a line begins an item: a word in brackets may stand there, too.
func (s *sublists) divides(before *piece, words []Inline, t *label) bool {
	if t.around == "•" || t.around == "–" || t.around == "—" {
		if before.is && before.label.text == t.text { // "–" and "—" are of one list where they are typed in one row
			t.around = before.label.around
		}
		return before.is && before.label.around == t.around || strings.HasSuffix(Plain(words), ":")
	}
	if _, begins := t.begins(); begins && strings.HasSuffix(Plain(words), ":") {
		return true
	}
	return before.is && slices.ContainsFunc(before.label.readings, func(r reading) bool {
		_, follows := t.follows(before.label.around, r)
		return follows
	}) || before.is && endsItem(Plain(words))
}

// endsItem reports whether words end as an item of a list does.
func endsItem(words string) bool {
	return strings.ContainsRune(";:；：؛", lastRune(words))
}

// labelAt reads the label at the beginning of inlines, whose numeral may be in italics: "(*a*)".
func (s *sublists) labelAt(list []Inline) (label, bool) {
	words := ""
	for i := range list {
		in := &list[i]
		if i > 0 && newLine(list, i) || len(words) > maxLabel || in.Literal {
			break
		}
		if in.Kind != sources.Run && in.Kind != sources.Emphasis && in.Kind != sources.Strong {
			break
		}
		if in.Kind == sources.Run {
			words += in.Text
		} else {
			words += Plain(in.Inlines)
		}
	}
	return labelOf(words, s.lang)
}

// maxLabel is how many bytes of a paragraph are looked at for its label.
const maxLabel = 40

// doubt takes back the labels that stand alone and that a sentence may begin with as well: "1. März", "– dit-il".
func (s *sublists) doubt(pieces []piece) {
	for i := range pieces {
		p := &pieces[i]
		if !p.is || !p.label.weak {
			continue
		}
		sure := i > 0 && pieces[i-1].is && goesOn(&pieces[i-1].label, &p.label)
		for k := i + 1; k < min(len(pieces), i+maxReach) && !sure; k++ {
			sure = pieces[k].is && goesOn(&p.label, &pieces[k].label)
			if len(p.label.readings) == 0 { // dashes stand one after the other
				break
			}
		}
		for k := max(i-maxReach, 0); k < i && !sure; k++ {
			sure = pieces[k].is && goesOn(&pieces[k].label, &p.label)
		}
		p.is = sure
	}
}

// maxReach is how many paragraphs away a label is looked for that goes on with another.
const maxReach = 100

// goesOn reports whether one label is the next after another in a row.
func goesOn(a, b *label) bool {
	if a.around != b.around {
		return false
	}
	if len(a.readings) == 0 {
		return true
	}
	return slices.ContainsFunc(a.readings, func(r reading) bool {
		_, is := b.follows(a.around, r)
		return is || b.ordinal != "" && slices.Contains(b.readings, r)
	})
}

// trimLine takes the white space and the break off the end of a line that becomes a paragraph.
func trimLine(list []Inline) []Inline {
	list = slices.Clone(list)
	for len(list) > 0 {
		last := &list[len(list)-1]
		if last.Kind == sources.Run {
			if last.Text = strings.TrimRight(last.Text, " "); last.Text != "" {
				break
			}
		} else if last.Kind != sources.LineBreak {
			break
		}
		list = list[:len(list)-1]
	}
	return list
}

// behind gives inlines without the n bytes that their words begin with.
func behind(list []Inline, n int) []Inline {
	var out []Inline
	for i := range list {
		in := list[i]
		switch {
		case n <= 0:
		case in.Kind == sources.Run:
			cut := min(n, len(in.Text))
			in.Pos.Column += utf8.RuneCountInString(in.Text[:cut])
			in.Text, n = in.Text[cut:], n-cut
		default:
			words := len(Plain(in.Inlines))
			in.Inlines = behind(in.Inlines, n)
			n -= words
		}
		if in.Text != "" || len(in.Inlines) > 0 || in.Kind != sources.Run && in.Kind != sources.Emphasis &&
			in.Kind != sources.Strong {
			out = append(out, in)
		}
	}
	return out
}
