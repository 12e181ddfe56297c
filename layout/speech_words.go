package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spoken gathers the words of an element and those within it.
type spoken struct {
	*speaker
	b    strings.Builder
	line int // of the run, in which the words so far end
}

// words is what is heard of an element that holds words: alternative words in the place of printed ones, links with
// their descriptions where these say something else, passages in another language between brackets.
func (sp *speaker) words(n Node, lang string) string {
	w := &spoken{speaker: sp}
	w.element(n, lang, true)
	return strings.Join(strings.FieldsFunc(w.b.String(), func(r rune) bool { return r == ' ' }), " ")
}

func (w *spoken) element(n Node, lang string, top bool) {
	e := &w.s.Tree.Nodes[n]
	other := e.Lang != "" && e.Lang != lang && !top
	switch said := e.Attr().Actual + e.Alt; {
	case e.Tag == "" && n > 0:
		w.leaf(n)
		return
	case e.Tag == "Note": // it is said after the words that call it
		return
	case other:
		w.b.WriteString("[" + e.Lang + ": ")
		defer w.b.WriteString("]")
		lang = e.Lang
		if said != "" {
			w.b.WriteString(said)
			return
		}
	case e.Tag == "Figure":
		w.b.WriteString("[figure: " + said + "]")
		return
	case said != "":
		w.apart(said)
		return
	case e.Tag == "Link":
		w.link(n, lang)
		return
	}
	w.within(n, lang)
}

// within says what stands within an element.
func (w *spoken) within(n Node, lang string) {
	for _, k := range w.kids[n] {
		w.element(k, lang, false)
	}
}

// leaf says printed words. Words in another line of the run, as a label's, are heard apart from those before; a hyphen
// at the end of a line is not heard.
func (w *spoken) leaf(n Node) {
	leaf := &w.leaves[n]
	if r, _ := utf8.DecodeLastRuneInString(w.b.String()); leaf.first != w.line && w.line != 0 && !square(r) {
		w.b.WriteByte(' ')
	}
	w.line = leaf.last
	w.b.WriteString(unheard.Replace(leaf.text.String()))
}

// square reports whether a sign stands in the middle of its own white, as Chinese ones do.
func square(r rune) bool { return r >= '\u3000' && r <= '\u303f' || r >= '\uff00' && r <= '\uff60' }

// unheard takes from words what has no sound: hyphens where lines are broken, signs that only forbid or allow breaks.
var unheard = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", "\ufffc", "")

// elsewhere is no line: whatever comes next is heard apart.
const elsewhere = -1

// apart says words that are not printed.
func (w *spoken) apart(words string) {
	if r, _ := utf8.DecodeRuneInString(words); !unicode.IsPunct(r) {
		w.b.WriteByte(' ')
	}
	w.b.WriteString(words)
	w.line = elsewhere
}

// link says a link's words, and its description where that is not the same.
func (w *spoken) link(n Node, lang string) {
	in := &spoken{speaker: w.speaker}
	in.within(n, lang)
	words := strings.Join(strings.Fields(in.b.String()), " ")
	w.b.WriteString("[link: " + words)
	if text := strings.Join(strings.Fields(w.s.Links[w.s.Tree.Nodes[n].Link-1].Text), " "); words == "" {
		w.b.WriteString(text)
	} else if text != words {
		w.b.WriteString(" (" + text + ")")
	}
	w.b.WriteByte(']')
	w.line = in.line
}
