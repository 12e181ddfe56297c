package document

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/sources"
	"rapporteur/sources/pattern"
)

// Paragraph numbers that were typed by hand are, to a reader of the text, a list. This file tells such a list from one
// that belongs to a paragraph, and makes paragraphs of it.

// adopt makes paragraphs of the numbered items of a text whose paragraphs were numbered by hand, and reports whether
// it is one.
func (t *Text) adopt() bool {
	if t.Numbers == "" && !numberedByHand(t.Blocks) {
		return false
	}
	var any bool
	t.Blocks, any = paragraphsOf(t.Blocks)
	return any
}

// numberedByHand reports whether the lists of a text are its numbered paragraphs: they come first below the title or a
// heading, or after a preamble, or go on with the numbers of another text, they count on from one to the next, and
// their items are sentences.
func numberedByHand(blocks []Block) bool {
	next, found := 0, false
	var above *Block // first paragraph below the heading before
	for i := range blocks {
		switch b := &blocks[i]; {
		case b.Kind == sources.Heading:
			above = nil
		case b.Kind == sources.Paragraph:
			if above == nil && !found {
				above = b
			}
		case numberedList(b):
			first, last := numbersOf(b)
			switch {
			case found && first != next:
				continue
			case !found && (!sentences(b) || above != nil && !heads(above) && !(first > 1 && goesOnFrom(above, b))):
				return false
			}
			found, next = true, last+1
		}
	}
	return found
}

// preamble reports whether a paragraph is one of those that lead to numbered ones: "The General Assembly,",
// "Recalling its resolution …,".
func preamble(b *Block) bool {
	return strings.HasSuffix(Plain(b.Inlines), ",") || strings.HasSuffix(Plain(b.Inlines), "،") ||
		strings.HasSuffix(Plain(b.Inlines), "，")
}

// heads reports whether a paragraph stands above numbered ones, and begins their numbers anew: a preamble, or a heading
// typed as a line, "Resolution 2", "I. Opening".
func heads(b *Block) bool {
	words := Plain(b.Inlines)
	return preamble(b) || words != "" && utf8.RuneCountInString(words) <= longestHead && !endsSentence(words)
}

// longestHead is how many characters a line has at most that is taken for a heading.
const longestHead = 80

// goesOnFrom reports whether a list goes on with numbers from elsewhere below a paragraph that does not announce it:
// "31." and "32.", each a paragraph of its own.
func goesOnFrom(above, list *Block) bool {
	words := Plain(above.Inlines)
	return !list.Tight && len(list.Blocks) > 1 && !strings.HasSuffix(words, ":") && !strings.HasSuffix(words, "：")
}

// endsSentence reports whether words end as a sentence does, or a part of one.
func endsSentence(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, "»”\")"))
	return strings.ContainsRune(".:;!?…。：；؛؟！？।", last)
}

// handNumber is a paragraph's number as it is typed.
var handNumber = pattern.Of(`^(\pN+)[ \x{a0}]?([\pL\pM]*(?: [\pL\pM]+)?)(?:[.．、]|\.? ?[-–—]|°?/)$`)

// numberedList reports whether a list may be numbered paragraphs: "1.", "2 -", "2 bis.", each with words.
func numberedList(b *Block) bool {
	if b.Kind != sources.List || !b.Ordered || b.Delimiter == ')' || len(b.Blocks) == 0 {
		return false
	}
	for i := range b.Blocks {
		item := &b.Blocks[i]
		if item.Label != "" && !handNumber.MatchString(item.Label) || len(item.Blocks) == 0 ||
			item.Blocks[0].Kind != sources.Paragraph {
			return false
		}
	}
	return true
}

// numberOf is the number of item i of a numbered list, with "bis" or the like where it has that.
func numberOf(list *Block, i int) (n int, ordinal string) {
	if m := handNumber.FindStringSubmatch(list.Blocks[i].Label); m != nil {
		if n, err := strconv.Atoi(sources.Figures(m[1])); err == nil {
			return n, m[2]
		}
	}
	return list.Start + i, ""
}

func numbersOf(list *Block) (first, last int) {
	first, _ = numberOf(list, 0)
	last, _ = numberOf(list, len(list.Blocks)-1)
	return first, last
}

// sentences reports whether the items of a list are sentences, and not the points of an agenda: most end as sentences
// do, and where no blank line stands between them they are as long.
func sentences(list *Block) bool {
	ends, length, apart := 0, 0, !list.Tight || len(list.Blocks) == 1
	for i := range list.Blocks {
		words := Plain(list.Blocks[i].Blocks[0].Inlines)
		length += utf8.RuneCountInString(words)
		if endsSentence(words) || len(list.Blocks[i].Blocks) > 1 {
			ends++
		}
		apart = apart || len(list.Blocks[i].Blocks) > 1
	}
	n := len(list.Blocks)
	return 2*ends > n && (apart || length >= n*shortSentence)
}

// shortSentence is how many characters the items of a list without blank lines have at least, one with the other, if
// they are paragraphs.
const shortSentence = 40

// paragraphsOf gives blocks with the numbered lists among them as paragraphs, each with the number typed before it.
func paragraphsOf(blocks []Block) (out []Block, any bool) {
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Kind == sources.Div:
			inner, some := paragraphsOf(b.Blocks)
			b.Blocks, any = inner, any || some
			out = append(out, *b)
		case numberedList(b):
			any = true
			for k := range b.Blocks {
				item := b.Blocks[k].Blocks
				item[0].Typed, item[0].Ordinal = numberOf(b, k)
				out = append(out, item...)
			}
		default:
			out = append(out, *b)
		}
	}
	return out, any
}

// counted notes what the manifest says of the numbers of a text's paragraphs.
func (t *Text) counted(numbered sources.Switch, numbers sources.Text) {
	if t != nil {
		t.Bare, t.Numbers = numbered.Given && !numbered.On, numbers.Value
	}
}
