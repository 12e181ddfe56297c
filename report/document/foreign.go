package document

import (
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// A text that is written in another language than it is said to be is divided by the wrong rules, read aloud with the
// wrong voice and, between two directions of writing, set the wrong way round.

// enoughToTell is how many bytes of a text are looked at.
const enoughToTell = 3000

// foreignWords tells of a text whose letters or commonest words are another language's. What is marked as a passage in
// another language does not count.
func (r *resolver) foreignWords(t *Text) {
	own := r.languages.Of(t.Lang)
	if t.Lang == "" || len(t.Blocks) == 0 {
		return
	}
	var b strings.Builder
	unmarked(&b, t.Blocks)
	words := b.String()
	is, other := r.otherScript(own, words)
	if !is {
		is, other = r.languages.Foreign(own, words)
	}
	switch {
	case other != nil:
		r.bag.AddItem("text-other-language", t.Blocks[0].Pos, t.Item, diag.Args{
			"says": t.Lang, "is": other.Tag, "tag": other.Tag})
	case is:
		r.bag.AddItem("text-unknown-language", t.Blocks[0].Pos, t.Item, diag.Args{"says": t.Lang})
	}
}

// unmarked collects the words that are in the language of the text around them.
func unmarked(b *strings.Builder, list []Block) {
	for i := range list {
		if b.Len() > enoughToTell {
			return
		}
		if list[i].Lang == "" {
			for k := range list[i].Inlines {
				if in := &list[i].Inlines[k]; in.Kind != sources.Passage {
					b.WriteString(in.Text + Plain(in.Inlines) + " ")
				}
			}
			unmarked(b, list[i].Blocks)
		}
	}
}

// otherScript reports whether most letters are of another script than the language's own, and gives a language of it
// where only one can be meant.
func (r *resolver) otherScript(own *lang.Language, words string) (is bool, which *lang.Language) {
	script := lang.ScriptOf(words)
	if script == "" || !own.Known() || strings.HasPrefix(own.Script, script) {
		return false, nil
	}
	return true, r.languages.Told(words)
}
