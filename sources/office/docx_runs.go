package office

import (
	"strings"
	"unicode"

	"rapporteur/fonts/received"
	"rapporteur/sources/diag"
)

// inlines reads what stands in a paragraph.
func (d *docx) inlines(n *node) {
	if n == nil || d.err != nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "w:r":
			d.run(k)
		case "w:hyperlink":
			d.linked(k)
		case "w:fldSimple":
			f := &field{at: d.at, begun: len(d.runs())}
			f.instruction.WriteString(k.get("w:instr"))
			d.fields = append(d.fields, f)
			if len(k.kids) > 0 {
				d.separate(f)
			}
			d.inlines(k)
			d.endField()
		case "w:sdt":
			if !d.placeholder(k) {
				d.inlines(k.kid("w:sdtContent"))
			}
		case "w:bdo", "w:dir":
			control := directed(k, spaced(k))
			d.emit(control, props{})
			d.inlines(k)
			if control != "" {
				d.emit(popped, props{})
			}
		case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
			d.changed(k, func() { d.inlines(k) })
		case "w:bookmarkStart":
			d.bookmark(k)
		case "m:oMath", "m:oMathPara":
			d.math(k)
		case "mc:AlternateContent":
			d.inlines(choice(k))
		case "w:subDoc", "w:contentPart":
			d.embedded(k)
		default: // what is not known is read through
			if !settings(k.name) {
				d.inlines(k)
			}
		}
	}
}

// runs are those of the open paragraph.
func (d *docx) runs() []Run {
	if d.open == nil {
		return nil
	}
	return d.open.para.Runs
}

// linked reads a hyperlink: to a web address, or to a bookmark.
func (d *docx) linked(n *node) {
	target := ""
	if anchor := n.get("w:anchor"); anchor != "" {
		target = "#" + anchor
	}
	if r := d.relations[n.get("r:id")]; r.external {
		target = r.target + target
	}
	f := &field{at: d.at, result: true, link: target, begun: len(d.runs())}
	d.fields = append(d.fields, f)
	d.inlines(n)
	d.endField()
}

func (d *docx) run(n *node) {
	head := d.asked(n.kid("w:rPr"))
	own := propsOf(head)
	d.runLooks(head, n.words("w:t"))
	look := own
	if d.open != nil {
		look = d.styles.run(d.cell, d.open.style, own)
	}
	for _, k := range n.kids {
		switch k.name {
		case "w:t", "w:delText":
			k.taken = d.emit(k.text, look) || k.taken
		case "w:tab", "w:ptab":
			if d.open != nil && len(d.open.para.Runs) > 0 && d.printing() {
				d.open.tabs++
			}
			d.emit(" ", look)
		case "w:br":
			d.lineBreak(k)
		case "w:cr":
			d.put(Run{Kind: Break})
		case "w:noBreakHyphen":
			d.emit("\u2011", look)
		case "w:softHyphen":
			d.emit("\u00ad", look)
		case "w:sym":
			d.symbol(k, look)
		case "w:footnoteReference":
			d.note(0, k)
		case "w:endnoteReference":
			d.note(1, k)
		case "w:fldChar":
			d.fieldMark(k)
		case "w:instrText", "w:delInstrText":
			if f := d.field(); f != nil && !f.result && f.instruction.Len() < 4096 {
				f.instruction.WriteString(k.text)
			}
		case "w:commentReference":
			if id := k.get("w:id"); !d.commented[id] {
				if words := d.take(d.comments[id]); words != "" {
					d.comment(id, words)
				}
			}
		case "w:ruby":
			d.inlines(k.kid("w:rubyBase"))
			d.emit(" (", look)
			d.inlines(k.kid("w:rt"))
			d.emit(")", look)
		case "w:drawing", "w:pict", "w:object":
			d.drawing(k)
		case "mc:AlternateContent":
			if c := choice(k); c != nil {
				d.run(&node{name: "w:r", kids: c.kids})
			}
		case "w:r": // in a ruby
			d.run(k)
		default: // what is not known is read through
			if !settings(k.name) && len(k.kids) > 0 {
				d.run(&node{name: "w:r", kids: k.kids})
			}
		}
	}
}

func (d *docx) lineBreak(n *node) {
	switch n.get("w:type") {
	case "page", "column":
		if d.printing() {
			d.often("word-page-break", d.at, "", "")
		}
		d.put(Run{Kind: Break})
	default:
		d.put(Run{Kind: Break})
	}
}

// printing reports whether what stands here is printed.
func (d *docx) printing() bool {
	if d.hidden {
		return false
	}
	for _, f := range d.fields {
		if !f.result || f.skip {
			return false
		}
	}
	return true
}

// comment tells a comment.
func (d *docx) comment(id, words string) {
	d.commented[id] = true
	d.add("word-comment", d.at, diag.Args{"words": words})
}

// emit prints characters in a look. It reports whether they are printed or told, now or when the field that they stand
// in is over.
func (d *docx) emit(text string, p props) bool {
	if text == "" || d.hidden || d.open == nil {
		return false
	}
	for _, f := range d.fields {
		if f.result && f.skip {
			if d.open != nil && d.open != f.last {
				f.words.WriteByte(' ')
				f.last = d.open
			}
			f.words.WriteString(text)
			return true
		}
	}
	for _, f := range d.fields {
		if !f.result {
			f.loose = append(f.loose, loose{text, p})
			return true
		}
	}
	if p.set&togVanish != 0 {
		d.often("word-hidden", d.at, "", text)
		return true
	}
	if received.Signs(p.font) != nil || strings.ContainsFunc(text, isPrivate) {
		text = d.symbols(text, p.font)
	}
	if strings.TrimSpace(text) != "" {
		d.looks(p)
	}
	if p.set&togRTL != 0 && !d.open.para.Leftward && onlyRightward(text) {
		text = embedLeftward + text + popped
	}
	for _, s := range d.stretches(text) {
		d.put(Run{Text: s, Look: lookOf(p, s), Lang: langOf(p, s)})
	}
	return true
}

// looks tells what of a look is not kept.
func (d *docx) looks(p props) {
	if tinted(p.colour) && d.linkHere() == "" && d.open.para.Part == Body {
		d.often("word-look", d.at, "colour", "")
	}
	if p.underline != "" && p.underline != "none" && d.linkHere() == "" {
		d.often("word-look", d.at, "underlining", "")
	}
	if p.set&(togStrike|togDoubleStrike) != 0 {
		d.often("word-look", d.at, "strikethrough", "")
	}
	if p.highlight != "" && p.highlight != "none" {
		d.often("word-look", d.at, "highlighting", "")
	}
	if p.set&togCaps != 0 && d.open != nil && d.open.para.Part != Heading && d.open.para.Part != Title {
		d.often("word-look", d.at, "capitals", "")
	}
}

// lookOf gives the look of a run. Scripts written to the left have switches of their own.
func lookOf(p props, text string) Look {
	var l Look
	bold, italic := togBold, togItalic
	if p.set&(togRTL|togComplex) != 0 || written(text) == leftward {
		bold, italic = togBoldComplex, togItalicComplex
	}
	for _, x := range []struct {
		bit  toggles
		look Look
	}{{bold, Bold}, {italic, Italic}, {togSmallCaps, SmallCaps}, {togCode, Typewriter}} {
		if p.set&x.bit != 0 {
			l |= x.look
		}
	}
	switch p.vertical {
	case "superscript":
		l |= Superscript
	case "subscript":
		l |= Subscript
	}
	return l
}

// langOf gives the language of a run's words; "" where they have no letters.
func langOf(p props, text string) string {
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return ""
	}
	tag := p.lang[written(text)]
	if tag == "x-none" || tag == "zxx" {
		return ""
	}
	return tag
}

// put adds a run to the open paragraph, in the link that it stands in.
func (d *docx) put(r Run) {
	if d.open == nil || !d.printing() {
		return
	}
	d.printed++
	r.Link = d.linkHere()
	p := d.open.para
	if n := len(p.Runs); n > 0 && r.Kind == Text && len(p.Runs) > p.Own {
		last := &p.Runs[n-1]
		if last.Kind == Text && last.Look == r.Look && last.Link == r.Link && last.Lang == r.Lang &&
			len(last.Text) < maxJoined {
			last.Text += r.Text
			return
		}
	}
	p.Runs = append(p.Runs, r)
}

// linkHere is the link around; "" where there is none.
func (d *docx) linkHere() string {
	for i := len(d.fields) - 1; i >= 0; i-- {
		if link := d.fields[i].link; link != "" {
			return link
		}
	}
	return ""
}

// note sets the mark of a footnote or an endnote and reads its text.
func (d *docx) note(kind int, n *node) {
	note := d.notes[kind][n.get("w:id")]
	if note == nil || !d.printing() || d.open == nil {
		return // its words are told with those that are not printed
	}
	if d.inNote {
		d.often("word-note-in-note", d.at, "", d.unread(note))
		return
	}
	if index, known := d.read[note]; known {
		d.put(Run{Kind: Mark, Note: index})
		return
	}
	d.read[note] = len(d.doc.Notes)
	if kind == 1 {
		d.often("word-endnotes", d.at, "", "")
	}
	d.put(Run{Kind: Mark, Note: len(d.doc.Notes)})
	open, fields, at, marks, relations := d.open, d.fields, d.at, d.marks, d.relations
	d.relations = d.refers[kind]
	d.open, d.fields, d.inNote, d.marks = nil, nil, true, nil
	var blocks []Block
	d.blocks(note, &blocks)
	d.flush(&blocks)
	d.finishFields()
	d.left(note)
	d.open, d.fields, d.at, d.inNote, d.marks, d.relations = open, fields, at, false, marks, relations
	d.doc.Notes = append(d.doc.Notes, blocks)
}
