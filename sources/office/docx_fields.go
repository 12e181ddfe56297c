package office

import (
	"strconv"
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
	printed     int  // what the text had printed when its result began
	words       strings.Builder
	last        *openPara // where the last of the words stood
	loose       []loose   // words before its result: those of an instruction, unless there never is a result
}

// loose are words of a field that may turn out to be printed.
type loose struct {
	text string
	look props
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
		if filled := formValue(n.kid("w:ffData")); filled != "" {
			f := d.field()
			f.result = true
			d.emit(filled, props{})
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

// formValue gives what a box to tick or a list to choose from shows (ECMA-376-1, 17.16.5 and 17.16.9).
func formValue(n *node) string {
	if check := n.kid("w:checkBox"); check != nil {
		if check.on("w:checked") || check.kid("w:checked") == nil && check.on("w:default") {
			return "☒"
		}
		return "☐"
	}
	list := n.kid("w:ddList")
	if list == nil {
		return ""
	}
	chosen := number(list.val("w:result"), number(list.val("w:default"), 0))
	for _, k := range list.kids {
		if k.name != "w:listEntry" {
			continue
		}
		if chosen == 0 {
			return k.get("w:val")
		}
		chosen--
	}
	return ""
}

// separate reads the instruction of a field whose result begins.
func (d *docx) separate(f *field) {
	f.result, f.printed = true, d.printed
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
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		if d.printing() {
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
	switch {
	case !f.result:
		d.resultless(f)
	case f.printed == d.printed && computed(f):
		d.resultless(f)
	}
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

// computed reports whether a field is one of those that Word shows without ever keeping a result. Others that have an
// empty one show nothing.
func computed(f *field) bool {
	words := instructionWords(f.instruction.String())
	if len(words) == 0 {
		return false
	}
	switch name := strings.ToUpper(words[0]); name {
	case "EQ", "SYMBOL", "LISTNUM":
		return true
	default:
		return strings.HasPrefix(name, "AUTONUM")
	}
}

// resultless prints or tells what a field shows that has no result: Word computes it from the instruction alone.
func (d *docx) resultless(f *field) {
	for _, l := range f.loose {
		d.emit(l.text, l.look)
	}
	words := instructionWords(f.instruction.String())
	if len(words) == 0 || !d.printing() {
		return
	}
	rest := strings.Join(words[min(len(words), 2):], " ")
	switch strings.ToUpper(words[0]) {
	case "MACROBUTTON", "GOTOBUTTON":
		d.emit(rest, props{})
	case "SYMBOL":
		d.symbolField(words)
	case "EQ":
		_, instruction, _ := strings.Cut(strings.TrimSpace(f.instruction.String()), " ")
		if made, whole := equationOf(instruction); whole {
			d.formula(made)
			return
		}
		d.often("word-field", d.at, "", strings.Join(words, " "))
	case "XE", "TC", "TA", "RD", "PRIVATE", "SET", "ADVANCE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "TOC", "TOA",
		"INDEX":
	default:
		d.often("word-field", d.at, "", strings.Join(words, " "))
	}
}

// symbolField prints the sign that a field names by its number, in decimal figures or after 0x (17.16.5.61).
func (d *docx) symbolField(words []string) {
	font := ""
	for i, w := range words {
		if w == `\f` && i+1 < len(words) {
			font = words[i+1]
		}
	}
	if len(words) < 2 {
		return
	}
	code, err := strconv.ParseUint(words[1], 0, 20)
	if err != nil || font == "" && code >= 0x80 && code < 0xa0 { // where Windows has a character set of its own
		d.often("word-field", d.at, "", strings.Join(words, " "))
		return
	}
	d.emit(string(rune(code)), props{font: font})
}

// unfinished ends the instructions of fields that the paragraph leaves without a result: a damaged file's, whose words
// would be lost with all that follows.
func (d *docx) unfinished() {
	for _, f := range d.fields {
		if f.result || d.hidden {
			continue
		}
		f.result = true
		for _, l := range f.loose {
			d.emit(l.text, l.look)
		}
		d.often("word-field-open", d.at, "", f.instruction.String())
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
