package office

import (
	"strings"
)

// field is one that is open: what Word computes, with the result as it last was (ECMA-376-1, 17.16). Results are
// printed; what a field says beside them (a link, a number that only Word can know) is found in its instruction.
type field struct {
	at          Place
	instruction strings.Builder
	result      bool // its result has begun
	link        string
	skip        bool // its result is not printed
	caption     bool // its result is the number of a caption
	begun       int  // runs of the paragraph before it
	words       strings.Builder
	last        *openPara // where the last of the words stood
}

// field gives the innermost open field.
func (d *docx) field() *field {
	if n := len(d.fields); n > 0 {
		return d.fields[n-1]
	}
	return nil
}

func (d *docx) fieldMark(n *node) {
	switch n.get("w:fldCharType") {
	case "begin":
		if len(d.fields) > maxNesting {
			d.fail(ErrNested)
			return
		}
		d.fields = append(d.fields, &field{at: d.at, begun: len(d.runs())})
		if check := n.kid("w:ffData", "w:checkBox"); check != nil {
			mark := "☐"
			if check.on("w:checked") || check.kid("w:checked") == nil && check.on("w:default") {
				mark = "☒"
			}
			f := d.fields[len(d.fields)-1]
			f.result = true
			d.emit(mark, props{})
			f.result = false
		}
	case "separate":
		if f := d.field(); f != nil {
			d.separate(f)
		}
	case "end":
		d.endField()
	}
}

// separate reads the instruction of a field whose result begins.
func (d *docx) separate(f *field) {
	f.result = true
	words := instructionWords(f.instruction.String())
	if len(words) == 0 {
		return
	}
	first := ""
	if len(words) > 1 && !strings.HasPrefix(words[1], `\`) {
		first = words[1]
	}
	switch strings.ToUpper(words[0]) {
	case "HYPERLINK":
		f.link = first
		for i, w := range words {
			if w == `\l` && i+1 < len(words) {
				f.link += "#" + words[i+1]
			}
		}
	case "REF", "NOTEREF":
		if first != "" {
			f.link = "#" + first
		}
	case "PAGEREF":
		if first != "" && d.printing() {
			f.link = "#" + first
			d.often("word-page-number", d.at, "", "")
		}
	case "TOC", "TOA", "INDEX":
		f.skip = true
	case "SEQ":
		f.caption = true
	}
}

func (d *docx) endField() {
	f := d.field()
	if f == nil {
		return
	}
	d.fields = d.fields[:len(d.fields)-1]
	d.tellSkipped(f)
	if f.caption && d.open != nil && d.open.para.Part == Caption && d.open.para.Own == 0 {
		d.open.para.Own = len(d.open.para.Runs)
	}
}

func (d *docx) tellSkipped(f *field) {
	if words := strings.TrimSpace(f.words.String()); words != "" {
		d.often("word-contents", Place{f.at.Number, near(words)}, "", words)
	}
}

// finishFields tells what fields that are never closed have kept from being printed.
func (d *docx) finishFields() {
	for _, f := range d.fields {
		d.tellSkipped(f)
	}
}

// instructionWords splits an instruction at spaces, but not within quotation marks.
func instructionWords(s string) []string {
	var words []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		word := ""
		if s[0] == '"' {
			word, s, _ = strings.Cut(s[1:], `"`)
		} else if i := strings.IndexAny(s, " \t\n\""); i > 0 {
			word, s = s[:i], s[i:]
		} else {
			word, s = s, ""
		}
		words = append(words, word)
	}
	return words
}
