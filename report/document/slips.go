package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// What looks like a slip in the words of a text, of whatever file: marks that mark nothing and are printed, page
// numbers left over from another file, passages that are still to be written. `prose: literal` says that all is meant
// as it stands.

// sign is a shape of words that is printed as it stands, and the finding that tells so.
type sign struct {
	code  string
	shape *regexp.Regexp
}

// signs are looked for in every stretch of words. The finding names the first group of the shape.
var signs = []sign{
	{"bold-unclosed", regexp.MustCompile(`(\*\*[^*\s]?[^*\s]{0,30}|[^*\s]{1,30}\*\*)(?:[^*]|$)`)},
	{"struck-words", regexp.MustCompile(`(~~[^~\n]{1,40}~~)`)},
	{"formula-typed", regexp.MustCompile(`(\$[^$\s](?:[^$\n]*[\\^_={}])[^$\n]*\$)`)},
	{"note-typed", regexp.MustCompile(`(\^\[[^\]\n]{0,40})`)},
	{"command-typed", regexp.MustCompile(`(?:^|\s)(\\[A-Za-z]{3,20})`)},
	{"entity-typed", regexp.MustCompile(`(&#?[A-Za-z0-9]{2,12};)`)},
}

var (
	headingTyped   = regexp.MustCompile(`^(#{1,6}\p{L}[^\s]{0,30})`)
	referenceTyped = regexp.MustCompile(`(?:^|[\s(])@([A-Za-z0-9][A-Za-z0-9-]{0,63})`)
	pageNumber     = regexp.MustCompile(`^(?:[-–—] ?)?\d{1,4}(?: ?[-–—])?$|^\d{1,4} ?/ ?\d{1,4}$`)
)

// longestPageNumber is how many bytes a line has at most that may be a page number: "1234 / 1234", with dashes.
const longestPageNumber = 16

// slips tells of those of a text.
func (r *resolver) slips(t *Text) {
	if t.Literal {
		return
	}
	r.slipsIn(t, t.Blocks, true)
	for i := range t.Notes {
		r.slipsIn(t, t.Notes[i].Blocks, false)
	}
}

// slipsIn looks through blocks; own says that they stand in the text itself and not within another block.
func (r *resolver) slipsIn(t *Text, list []Block, own bool) {
	for i := range list {
		b := &list[i]
		switch {
		case b.Literal || b.Kind == sources.CodeBlock:
			continue
		case numberedList(b):
			r.outOfOrder(t, b)
		case b.Kind == sources.Paragraph:
			words := Plain(b.Inlines)
			if own && len(words) <= longestPageNumber && pageNumber.MatchString(words) {
				r.bag.AddItem("page-number-left", b.Pos, t.Item, diag.Args{"found": words})
			}
			if strings.HasPrefix(words, "#") {
				if m := headingTyped.FindString(words); m != "" {
					r.bag.AddItem("heading-typed", b.Pos, t.Item, foundAt(b.Pos, m))
				}
			}
		}
		r.signsIn(t, b.Inlines)
		if b.Table != nil {
			for _, row := range append(b.Table.Head, b.Table.Rows...) {
				for k := range row {
					r.signsIn(t, row[k].Inlines)
				}
			}
		}
		r.slipsIn(t, b.Blocks, own && b.Kind == sources.Div)
	}
}

// foundAt is what a finding says of words at a place. In a word processor's file other things mend it than in Markdown.
func foundAt(pos diag.Pos, words string) diag.Args {
	args := diag.Args{"found": words}
	if pos.Near != "" {
		args["word"] = "Word"
	}
	return args
}

// outOfOrder tells of the numbers of a list that do not count on: Markdown would have renumbered them.
func (r *resolver) outOfOrder(t *Text, list *Block) {
	for i := 1; i < len(list.Blocks); i++ {
		before, _ := numberOf(list, i-1)
		n, ordinal := numberOf(list, i)
		if n != before+1 && (ordinal == "" || n != before) {
			r.bag.AddItem("label-sequence", list.Blocks[i].Pos, t.Item,
				diag.Args{"label": list.Blocks[i].Label, "before": list.Blocks[i-1].Label})
		}
	}
}

// signsIn looks through inlines, a line of the source at a time.
func (r *resolver) signsIn(t *Text, list []Inline) {
	unfinished := r.languages.Of(t.Lang).Unfinished
	for i := range list {
		in := &list[i]
		r.signsIn(t, in.Inlines)
		if in.Kind != sources.Run {
			continue
		}
		tell := func(code string, at, end int) {
			pos := in.Pos
			if pos.Near == "" {
				pos.Column += utf8.RuneCountInString(in.Text[:at])
			}
			r.bag.AddItem(code, pos, t.Item, foundAt(pos, in.Text[at:end]))
		}
		if at, end := stillToWrite(in.Text, unfinished); at >= 0 {
			tell("words-unfinished", at, end)
		}
		if !strings.ContainsAny(in.Text, `*~$^\&@`) {
			continue
		}
		for _, s := range signs {
			if m := s.shape.FindStringSubmatchIndex(in.Text); m != nil {
				tell(s.code, m[2], m[3])
			}
		}
		if m := referenceTyped.FindStringSubmatchIndex(in.Text); m != nil && r.d.Item(in.Text[m[2]:m[3]]) != nil {
			tell("reference-typed", m[2]-1, m[3])
		}
	}
}

// stillToWrite finds a phrase that stands for words which are still to come. One of capitals is meant as such, and is
// no word within another.
func stillToWrite(words string, phrases []string) (from, to int) {
	for _, phrase := range phrases {
		at := strings.Index(words, phrase)
		if at < 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(words[:at])
		after, _ := utf8.DecodeRuneInString(words[at+len(phrase):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return at, at + len(phrase)
		}
	}
	return -1, -1
}
