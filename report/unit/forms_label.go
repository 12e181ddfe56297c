package unit

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/content"
)

// How far from a widget its label may begin, how far its words may be from each other, and how far a line may be above
// it or below, in points.
const (
	labelGap  = 60.0
	labelWord = 9.0
	labelLine = 18.0
)

// wordsPerStep is how many words of a page are looked at for a step of the work that an original may cost.
const wordsPerStep = 64

// mostLabel is how many characters of a label are said.
const mostLabel = 160

// labelled is what a field that says nothing is for, as those see who see the page: whose signature it has, the words
// on a button, what is printed beside a box or before a line, else the name that the form has for it, where that is
// words. It is nil where nobody can know.
func (s *source) labelled(fld *field, w *widget) types.Object {
	kind := s.kind(fld)
	ff, _ := s.doc.Int(s.inheritedBy(fld, "Ff"))
	if kind == "Sig" {
		if name := strings.TrimSpace(s.text(s.doc.Dict(s.inheritedBy(fld, "V"))["Name"])); name != "" {
			return s.say(SignatureOf, 0, name)
		}
		return s.say("mark-signature", 0, "")
	}
	if w == nil {
		return nil
	}
	text := labelOf(s.text(s.doc.Dict(w.dict["MK"])["CA"]))
	button := kind == "Btn" && ff&pushButton != 0
	if !button {
		text = s.printed(w, kind == "Btn", labelOf)
	}
	if text == "" {
		text = wordsOf(s.text(fld.dict["T"]))
	}
	if text == "" && !button {
		text = s.printed(w, kind == "Btn", figuresOf)
	}
	if text == "" {
		return nil
	}
	return textString(text)
}

// printed are the words on the page that are a widget's label: behind a box to tick, before any other on its line, or
// above it. of takes of what stands there what can be said, or nothing.
func (s *source) printed(w *widget, box bool, of func(text string) string) string {
	r, ok := s.doc.Rect(w.dict["Rect"])
	turn := s.turnOf(w)
	words := s.pageWords(w.page, turn)
	if !ok || len(words) == 0 || !s.spendMore(1+len(words)/wordsPerStep) {
		return ""
	}
	r = onTurned(r, turn)
	middle := func(y float64) bool { return y > r.Y0-labelWord/3 && y < max(r.Y1-labelWord/3, r.Y0+labelWord/3) }
	above := func(y float64) bool { return y >= r.Y1-labelWord/3 && y < r.Y1+labelLine }
	before := func() string { return beside(words, middle, func(x content.Word) float64 { return r.X0 - x.X1 }) }
	behind := func() string { return beside(words, middle, func(x content.Word) float64 { return x.X0 - r.X1 }) }
	over := func() string { return beside(words, above, func(x content.Word) float64 { return x.X0 - r.X0 }) }
	order := []func() string{before, over, behind}
	if box {
		order = []func() string{behind, before, over}
	}
	for _, look := range order {
		if text := of(look()); text != "" {
			return text
		}
	}
	return ""
}

// beside are the words of a line that begin near a place and follow each other away from it; away says how far from it
// a word is.
func beside(words []content.Word, line func(y float64) bool, away func(w content.Word) float64) string {
	var near, out []content.Word
	for _, w := range words {
		if line(w.Y) && away(w) > -labelWord/3 {
			near = append(near, w)
		}
	}
	slices.SortStableFunc(near, func(a, b content.Word) int {
		return cmp.Or(cmp.Compare(away(a), away(b)), cmp.Compare(a.Y, b.Y))
	})
	for _, w := range near {
		switch n := len(out); {
		case n == 0 && away(w) > labelGap, n > 0 && math.Abs(w.Y-out[0].Y) > 1:
		case n == 0, apart(out[n-1], w) < labelWord:
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b content.Word) int { return cmp.Compare(a.X0, b.X0) })
	var texts []string
	for _, w := range out {
		texts = append(texts, w.Text)
	}
	if rightToLeft(texts) {
		slices.Reverse(texts)
	}
	return strings.Join(texts, " ")
}

// apart is the gap between two words of a line.
func apart(a, b content.Word) float64 { return max(b.X0-a.X1, a.X0-b.X1) }

// rightToLeft reports whether words are of a script that runs to the left.
func rightToLeft(texts []string) bool {
	return strings.ContainsFunc(strings.Join(texts, ""), func(c rune) bool {
		return unicode.In(c, unicode.Arabic, unicode.Hebrew)
	})
}

// labelOf is a label without what leads to its field: colons, dots, lines to write on. It is "" where that leaves no
// word, or signs that nobody can read.
func labelOf(text string) string {
	text = strings.Trim(strings.Join(strings.Fields(text), " "), " :：._…*-–—•□☐")
	letters := 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			letters++
		}
		if c == unicode.ReplacementChar || unicode.Is(unicode.Co, c) || unicode.IsControl(c) {
			return ""
		}
	}
	if letters < 2 && !(letters == 1 && unicode.In([]rune(text)[0], unicode.Han)) {
		return ""
	}
	if r := []rune(text); len(r) > mostLabel {
		text = strings.TrimSpace(string(r[:mostLabel])) + "…"
	}
	return text
}

// figuresOf is a label in figures alone, such as a year or the number of a question: who sees the page sees no more.
func figuresOf(text string) string {
	text = strings.Trim(strings.Join(strings.Fields(text), " "), " :：._…*•□☐")
	if !strings.ContainsFunc(text, unicode.IsDigit) || len([]rune(text)) > mostLabel ||
		strings.ContainsFunc(text, func(c rune) bool {
			return c == unicode.ReplacementChar || unicode.Is(unicode.Co, c) || unicode.IsControl(c)
		}) {
		return ""
	}
	return text
}

// given are the names that programs give to fields by themselves.
var given = func() map[string]bool {
	all := map[string]bool{}
	for name := range strings.FieldsSeq("text textbox textfield textinput txt button pushbutton btn checkbox check " +
		"box cb chk radio radiobutton group optiongroup dropdown dropdownlist list listbox combo combobox combolist " +
		"choice field formfield form fill undefined untitled unnamed image imagefield barcode subform page date " +
		"datefield number numericfield signature signaturefield sig texte champ bouton zone case liste campo texto " +
		"boton casilla feld textfeld kontrollkästchen schaltfläche поле текст") {
		all[name] = true
	}
	return all
}()

// wordsOf is the name of a field as words: first_Name2 is first Name 2. It is "" of names that programs give by
// themselves, and of codes.
func wordsOf(name string) string {
	var b strings.Builder
	last := ' '
	for _, c := range name {
		switch {
		case c == '_' || c == '.' || c == '-':
			c = ' '
		case unicode.IsUpper(c) && unicode.IsLower(last), unicode.IsDigit(c) && unicode.IsLetter(last):
			b.WriteRune(' ')
		case !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != ' ' && c != '\'' && c != '’' && c != ',':
			return ""
		}
		b.WriteRune(c)
		last = c
	}
	words := strings.Fields(b.String())
	said := ""
	for _, w := range words {
		switch {
		case strings.ContainsFunc(w, unicode.IsDigit):
		case len([]rune(w)) < 3 && !rightToLeft(words) && !unicode.In([]rune(w)[0], unicode.Han):
		default:
			said += strings.ToLower(w)
		}
	}
	if said == "" || given[said] {
		return ""
	}
	return strings.Join(words, " ")
}
