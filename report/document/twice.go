package document

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// Paragraphs and items that have a number and begin with another, in a form that is not taken for one: "1.The meeting",
// "[1] The meeting".

var (
	// numberSure is what nothing but a number looks like.
	numberSure = pattern.Of(`^(?:\[\p{Nd}{1,3}\]|[(（](?:[A-Z]|\p{Nd}{1,3})[)）]|\p{Nd}{1,3}[.)]\p{Lu}\p{Ll}|` +
		`\p{Nd}{1,3}[°º]\)|` +
		`\p{Nd}{1,3}(?:\.\p{Nd}{1,2}){1,3}\.? \p{Lu}\p{L}{2})`)
	// numberLikely is one where another goes on with it: a sentence may begin with a count or with a name, too.
	numberLikely = pattern.Of(`^(?:§ ?)?((?:\p{Nd}{1,3}\.)*)(\p{Nd}{1,3}|[A-Z])` +
		`((?:°|[.)])? ?[-–—]?) ?(?:\p{Lu}|\p{Lo})`)
	// numberNamed is one with a word before it, "Article 1.", "Art. 1er. –", "OP1.", where another goes on with it.
	numberNamed = pattern.Of(`^(\pL{2,12}\.?[ \x{a0}]?)(\p{Nd}{1,3})(?:er|ère|re|º|°)?[ \x{a0}]?` +
		`(?:[.:)/][ \x{a0}]?[-–—]?|[-–—])[ \x{a0}]?\pL`)
)

// lead is the number that a paragraph seems to begin with.
type lead struct {
	block *Block
	words string
	word  string // the first after it, in small letters
	named string // the word before it
	form  string // what is about its last part
	n     int    // its last part; letters count from 1
}

// leadOf reads it; one of another form than numbers have is zero but for its words.
func leadOf(b *Block) lead {
	out := lead{block: b, words: Plain(b.Inlines)}
	if len(b.Inlines) > 0 && b.Inlines[0].Literal {
		return out
	}
	if m := numberNamed.FindStringSubmatch(out.words); m != nil {
		out.named = strings.Trim(m[1], " \u00a0")
		out.n, _ = strconv.Atoi(sources.Figures(m[2]))
		out.form = "word " + out.named
		return out
	}
	m := numberLikely.FindStringSubmatch(out.words)
	if m == nil {
		return out
	}
	if n, err := strconv.Atoi(sources.Figures(m[2])); err == nil {
		out.form, out.n = m[1]+"1"+strings.TrimSpace(m[3]), n
	} else if m[3] != "" {
		out.form, out.n = "A"+strings.TrimSpace(m[3]), int(m[2][0]-'A')+1
		if after := strings.Fields(out.words[len(m[1]+m[2]+m[3]):]); len(after) > 0 {
			out.word = strings.ToLower(after[0])
		}
	}
	return out
}

// twice tells of the paragraphs of a text that the report numbers and that begin with a number of their own.
func (n *numbering) twice(t *Text) {
	if t.Literal {
		return
	}
	var leads []lead
	var list []*Block
	walkBlocks(t.Blocks, func(b *Block) {
		if b.Kind == sources.Paragraph && b.Paragraph > 0 {
			leads, list = append(leads, leadOf(b)), append(list, b)
		}
	})
	n.misnumbered(t, list)
	for i, l := range leads {
		if mark, call := noteOf(list, i); mark != "" {
			n.bag.AddItem("note-bracketed", l.block.Pos, t.Item, noteArgs(l.words, mark, call))
			continue
		}
		least := 2
		if strings.HasPrefix(l.form, "A") && !n.common(leads[max(0, i-1):min(len(leads), i+2)]) {
			least = 3 // "A. Smith" and "B. Jones" are names
		}
		goesOn := inRow(leads, i) >= least
		same := strings.HasPrefix(l.form, "1") && l.n == l.block.Paragraph && l.n < 10
		if numberSure.MatchString(l.words) && !l.block.Inlines[0].Literal || l.form != "" && (goesOn || same) {
			args := twiceArgs(l.words, l.block.Numeral()+".")
			args["named"] = l.named
			n.bag.AddItem("number-twice", l.block.Pos, t.Item, args)
		}
	}
}

// common reports whether one of some leads goes on with a word that no name is: "A. The meeting".
func (n *numbering) common(leads []lead) bool {
	return slices.ContainsFunc(leads, func(l lead) bool { return slices.Contains(n.d.Words.Common, l.word) })
}

// inRow is how many leads about the one at i count on from each other, as far as two before it and two after it.
func inRow(leads []lead, i int) int {
	first, last := i, i
	for ; first > max(0, i-2) && leads[first-1].form == leads[i].form && leads[first-1].n == leads[first].n-1; first-- {
	}
	end := min(len(leads), i+3)
	for ; last+1 < end && leads[last+1].form == leads[i].form && leads[last+1].n == leads[last].n+1; last++ {
	}
	return last - first + 1
}

// recommended tells of a recommendation whose text is one item with the number that the report gives it.
func (n *numbering) recommended(r *Recommendation) {
	if len(r.Text.Blocks) == 0 || !numberedList(&r.Text.Blocks[0]) || len(r.Text.Blocks[0].Blocks) > 1 {
		return
	}
	first := &r.Text.Blocks[0]
	if own, _ := numberOf(first, 0); own == r.Number {
		args := twiceArgs(strconv.Itoa(own)+". "+Plain(first.Blocks[0].Blocks[0].Inlines), r.Name)
		args["recommendation"] = r.Name
		n.bag.AddItem("number-twice", first.Pos, r.ID, args)
	}
}

// itemsTwice tells of the items of a list with numbers that begin with another: "1. 1. The meeting".
func (r *resolver) itemsTwice(t *Text, list *Block) {
	for i := range list.Blocks {
		item := &list.Blocks[i]
		if !list.Ordered || len(item.Blocks) == 0 {
			continue
		}
		number := item.Label
		if number == "" {
			number = strconv.Itoa(list.Start+i) + string(rune(list.Delimiter))
		}
		first := &item.Blocks[0]
		words := Plain(first.Inlines)
		switch {
		case first.Kind == sources.List && first.Ordered && first.Pos.Line == item.Pos.Line && len(first.Blocks) > 0 &&
			len(first.Blocks[0].Blocks) > 0:
			own, _ := numberOf(first, 0)
			words = strconv.Itoa(own) + string(rune(first.Delimiter)) + " " + Plain(first.Blocks[0].Blocks[0].Inlines)
		case first.Kind == sources.Paragraph && numberSure.MatchString(words) && !first.Inlines[0].Literal:
		default:
			continue
		}
		r.bag.AddItem("number-twice", item.Pos, t.Item, twiceArgs(words, number))
	}
}

// twiceArgs are the beginning of the words, and the number that is printed before them.
func twiceArgs(words, number string) diag.Args {
	return diag.Args{"found": shortly(words), "number": number}
}

// maxTwice is how many characters of a paragraph a message repeats.
const maxTwice = 30
