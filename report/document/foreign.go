package document

import (
	"strings"
	"unicode"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// A text that is written in another language than it is said to be is divided by the wrong rules, read aloud with the
// wrong voice and, between two directions of writing, set the wrong way round.

const (
	enoughToTell  = 3000 // bytes of a text that are looked at
	enoughLetters = 60   // fewer tell nothing of the language
	enoughWords   = 25
	commonShare   = 20 // per cent of the words of a text that are the commonest of its language, at least, as a rule
)

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
		r.bag.AddItem("text-other-language", t.Blocks[0].Pos, t.Item, diag.Args{
			"says": r.d.Words.LanguageName(t.Lang), "is": r.d.Words.LanguageName(other.Tag), "tag": other.Tag})
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

// scripts are the letters of the languages that a text can be told to be in by its letters alone.
var scripts = []struct {
	letters *unicode.RangeTable
	name    string // ISO 15924; of Chinese, that of either way of writing begins so
}{{unicode.Arabic, "Arab"}, {unicode.Cyrillic, "Cyrl"}, {unicode.Han, "Han"}, {unicode.Latin, "Latn"}}

// scriptOf gives a language of the script that most letters are of, where that is not the language's own; nil where it
// is, or nothing can be said.
func (r *resolver) scriptOf(own *lang.Language, words string) *lang.Language {
	counts := make([]int, len(scripts))
	all, known := 0, false
	for _, c := range words {
		if !unicode.IsLetter(c) {
			continue
		}
		all++
		for i := range scripts {
			if unicode.Is(scripts[i].letters, c) {
				counts[i]++
			}
		}
	}
	for _, s := range scripts {
		known = known || strings.HasPrefix(own.Script, s.name)
	}
	for i, s := range scripts {
		if all < enoughLetters || counts[i]*3 <= all*2 || !known || strings.HasPrefix(own.Script, s.name) {
			continue
		}
		if best := r.commonest(words); best != nil {
			return best
		}
		for _, code := range r.languages.Codes() {
			if l := r.languages.Of(code); strings.HasPrefix(l.Script, s.name) && len(l.Common) == 0 {
				return l
			}
		}
	}
	return nil
}

// languageOf gives the language whose commonest words a text has, and hardly any of its own; nil where that cannot be
// said.
func (r *resolver) languageOf(own *lang.Language, words string) *lang.Language {
	said := share(words, own)
	if len(own.Common) == 0 || said >= commonShare { // the other languages' folders need not be read then
		return nil
	}
	best := r.commonest(words)
	if best == nil || best.Folder == own.Folder || said*3 > share(words, best) {
		return nil
	}
	return best
}

// commonest gives the language that most of the commonest words are of, if they are enough.
func (r *resolver) commonest(words string) *lang.Language {
	var best *lang.Language
	most := commonShare - 1
	for _, code := range r.languages.Codes() {
		if l := r.languages.Of(code); len(l.Common) > 0 {
			if n := share(words, l); n > most {
				best, most = l, n
			}
		}
	}
	return best
}

// share is how many per cent of words are of the commonest of a language; 0 of too few words.
func share(words string, l *lang.Language) int {
	common := map[string]bool{}
	for _, w := range l.Common {
		common[w] = true
	}
	all, found := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool {
		return !unicode.IsLetter(r)
	}) {
		if all++; common[w] {
			found++
		}
	}
	if all < enoughWords {
		return 0
	}
	return found * 100 / all
}
