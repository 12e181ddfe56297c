package gather

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/report/states"
	"rapporteur/report/unit"
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/guard"
	"rapporteur/sources/pattern"
	"rapporteur/sources/pdf"
)

const (
	headOfPage  = 40   // words at the head of an original within which it says whose it is
	headOfText  = 12   // of a text, which begins with its address to the Chair rather than with a letterhead
	enoughHead  = 6000 // bytes of a text that are looked at
	wordsBefore = 90   // within which a text says for whom it speaks
)

// look reads the first words of a file, and guesses from them what its name does not say. A file that cannot be read
// is taken all the same: `check` says what is wrong with it. The error is that of a cancelled context.
func (w *walker) look(f *file, name string, data []byte) error {
	_ = guard.Do("reading "+f.path, func() error { // a file that breaks its reader says nothing, as one in code
		switch f.kind {
		case text:
			if v := sources.ReadText(name, "", new(diag.Bag)); v != nil {
				f.head, _ = v.Markdown()
				if ending := strings.ToLower(path.Ext(f.path)); ending == ".txt" && utf8.Valid(data) {
					w.toldBy(f, string(data)) // line by line, where a text has paragraphs
				} else {
					w.toldBy(f, f.head)
				}
				f.head = strings.ToValidUTF8(f.head[:min(len(f.head), enoughHead)], "")
			}
		case original:
			if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
				return nil
			}
			doc, err := pdf.Open(w.ctx, data, pdf.Options{})
			if err != nil {
				return err
			}
			f.head = unit.Head(doc, 0, nil)
		}
		return nil
	})
	f.lang = f.label.lang
	if told := w.languages.Told(f.head); told != nil {
		f.lang = told.Tag
		if f.foreign(told.Tag) {
			f.stateOf()
		}
	}
	defer f.sent()
	w.whose(f)
	return w.ctx.Err()
}

// whose notes whose a file is by its first words, where its name does not say it or they say otherwise. What they say
// plainly goes before the file's name, and anything does before a code.
func (w *walker) whose(f *file) {
	said, plainly := f.spoken()
	switch {
	case f.party == nil && f.role == "":
		f.party = said
	case said == nil || said == f.party || said.Key == states.Nations || f.party == nil:
	case f.code != "" && slices.Contains(said.Codes, f.code): // one code for two, of which the page says which
		f.party = said
	case f.mentions():
	case plainly || f.code != "":
		w.tell("import-differs", f.path, diag.Args{"name": f.party.Usual, "found": said.Usual, "used": said.Usual})
		f.party = said
	case f.kind == original:
		w.tell("import-differs", f.path, diag.Args{"name": f.party.Usual, "found": said.Usual})
	}
}

// onBehalf is how a text says for whom it speaks.
var onBehalf = pattern.Of(`(?i)behalf of|delegation of|au nom d|délégation d|en nombre de|delegación de|` +
	`делегаци|от имени|وفد|باسم|代表团|我代表`)

// spoken guesses from the first words whose a file is; nil where nobody is named where speakers are. It is said plainly
// after a word for a statement or a mission, and where somebody speaks on behalf of a State: many speak on behalf of a
// group.
func (f *file) spoken() (p *states.Party, plainly bool) {
	words := states.Folded(f.head)
	most := headOfText
	if f.kind == original {
		most = headOfPage
	}
	words = words[:min(len(words), most)]
	if p, from, _ := states.In(words); p != nil {
		return p, anyOf(words[:from], stated)
	}
	at := onBehalf.FindStringIndex(f.head)
	if at == nil || len(states.Folded(f.head[:at[0]])) > wordsBefore {
		p = f.speaker().of // the office says it, behind a long name
		return p, p != nil
	}
	after := states.Folded(f.head[at[1]:])
	p, _, _ = states.In(after[:min(len(after), headOfText)])
	return p, p != nil && p.State
}

// stated are words for a statement, as whose it is is said after them.
var stated = strings.Fields(`statement speech remarks intervention declaration discours allocution declaracion discurso
	intervencion выступление заявление речь بيان كلمه كلمة 发 讲 mission mision представительство`)

// mentions reports whether the first page names whom the file's name names.
func (f *file) mentions() bool {
	words := states.Folded(f.head)
	for i := range words {
		if p, _ := states.At(words[i:]); p == f.party {
			return true
		}
	}
	return false
}
