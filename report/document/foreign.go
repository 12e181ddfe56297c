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
	other := r.scriptOf(own, words)
	if other == nil {
		other = r.languageOf(own, words)
	}
	if other != nil {
		words := r.languages.Of(r.spokenFirst()) // the same in every edition: it is told once
		r.bag.AddItem("text-other-language", t.Blocks[0].Pos, t.Item, diag.Args{
			"says": words.LanguageName(t.Lang), "is": words.LanguageName(other.Tag), "tag": other.Tag})
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

// scriptOf gives a language of the script that most letters are of, where that is not the language's own; nil where it
// is, or nothing can be said.
func (r *resolver) scriptOf(own *lang.Language, words string) *lang.Language {
	script := lang.ScriptOf(words)
	if script == "" || !own.Known() || strings.HasPrefix(own.Script, script) {
		return nil
	}
	return r.languages.Told(words)
}

// languageOf gives the language whose commonest words a text has, and hardly any of its own; nil where that cannot be
// said.
func (r *resolver) languageOf(own *lang.Language, words string) *lang.Language {
	said := own.Share(words)
	if len(own.Common) == 0 || said >= lang.CommonShare { // the other languages' folders need not be read then
		return nil
	}
	best := r.languages.Commonest(words)
	if best == nil || best.Folder == own.Folder || said*3 > best.Share(words) {
		return nil
	}
	return best
}
