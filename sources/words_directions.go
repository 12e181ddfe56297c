package sources

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/sources/diag"
	"rapporteur/sources/office"
)

// A report sets a passage in the direction of its language. A paragraph of Word's has a direction of its own, so it
// stands in a Div in the language of those of its words that run as it does.

// leftward reports whether a language is written from right to left.
func (w *words) leftward(lang string) bool {
	for i := range scripts {
		if scripts[i].leftward && w.writes(lang, scripts[i].name) {
			return true
		}
	}
	return false
}

// passage puts a paragraph's blocks behind others. Where all of its words are in another language than the text's, or
// it runs in another direction, it stands in a Div, with the paragraphs of that language before it.
func (w *words) passage(out []Block, p *office.Para) []Block {
	lang := w.around(p)
	if lang == "" || p.Part == office.Heading {
		return append(out, w.para(p)...)
	}
	most := w.lang
	w.lang = lang
	made := w.para(p)
	w.lang = most
	if len(made) == 0 {
		return out
	}
	if n := len(out); n > 0 && out[n-1].Kind == Div && out[n-1].Lang == lang {
		out[n-1].Blocks = append(out[n-1].Blocks, made...)
		return out
	}
	return append(out, Block{Kind: Div, Pos: w.pos(p.At), Lang: lang, Blocks: made})
}

// itemWords converts the paragraph that an item begins with. It stands in a Div only where its direction is another
// than the text's: words within a line say their language themselves.
func (w *words) itemWords(p *office.Para) []Block {
	if lang := w.around(p); lang == "" || w.leftward(lang) == w.leftward(w.lang) {
		return w.para(p)
	}
	return w.passage(nil, p)
}

// around gives the language of a paragraph that is not the text's: that of all of its words, unless they are written
// to the right in a paragraph that runs to the left, as the text does; or, where the paragraph runs against the text,
// that of the words that run as it does. A paragraph that runs against all of its words is set as they run, and told.
func (w *words) around(p *office.Para) string {
	lang, some, along := "", false, ""
	for _, r := range p.Runs {
		if !lettered(r) {
			continue
		}
		l := w.foreign(r.Lang)
		if along == "" && l != "" && w.leftward(l) == p.Leftward {
			along = l
		}
		if !some {
			lang, some = l, true
		} else if l != lang {
			lang = ""
		}
	}
	textLeftward := w.leftward(w.lang)
	switch {
	case lang != "" && p.Leftward && textLeftward && !w.leftward(lang):
		return ""
	case lang != "" || p.Leftward == textLeftward:
	case along != "":
		return along
	case p.Leftward && some && w.against.count == 0:
		w.against.at = p.At
		fallthrough
	case p.Leftward && some:
		w.against.count++
	}
	return lang
}

// embedded gives the runs of a paragraph in a cell. Cells have no direction of their own: where the paragraph runs
// against the text, its words stand in an embedding that runs as it does (Unicode, UAX 9, 2.1).
func (w *words) embedded(p *office.Para) []office.Run {
	if !slices.ContainsFunc(p.Runs, lettered) || p.Leftward == w.leftward(w.lang) {
		return p.Runs
	}
	start := "\u202a"
	if p.Leftward {
		start = "\u202b"
	}
	runs := slices.Clone(p.Runs)
	last := len(runs) - 1
	for runs[last].Kind != office.Text {
		last--
	}
	for i := range runs {
		if runs[i].Kind == office.Text {
			runs[i].Text = start + runs[i].Text
			break
		}
	}
	runs[last].Text += "\u202c"
	return runs
}

// lettered reports whether a run has letters.
func lettered(r office.Run) bool {
	return r.Kind == office.Text && strings.ContainsFunc(r.Text, unicode.IsLetter)
}

// tellDirections tells the paragraphs that run against all of their words.
func (w *words) tellDirections() {
	if n := w.against.count; n > 0 {
		w.add("word-look", w.against.at, diag.Args{"what": "direction", "count": strconv.Itoa(n), "words": "–"})
	}
}
