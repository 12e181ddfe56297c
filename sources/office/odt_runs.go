package office

import (
	"rapporteur/fonts/received"
	"rapporteur/sources/diag"
	"strings"
)

// inlines reads what stands in a paragraph. White space in it is one space (6.1.2).
func (d *odt) inlines(n *node, look *odtStyle) {
	n.taken = d.emit(n.text, look) || n.taken
	for _, k := range n.kids {
		if d.err != nil {
			return
		}
		d.inline(k, look)
	}
}

func (d *odt) inline(n *node, look *odtStyle) {
	switch n.name {
	case "":
		n.taken = d.emit(n.text, look) || n.taken
	case "text:span":
		own := d.style("text", n.get("text:style-name"))
		d.inlines(n, &odtStyle{props: own.props.over(look.props)})
	case "text:a":
		d.linked(n.get("xlink:href"), func() { d.inlines(n, look) })
	case "text:s":
		d.emit(" ", look)
	case "text:tab":
		d.emit(" ", look)
	case "text:line-break":
		d.put(Run{Kind: Break})
	case "text:note":
		d.note(n)
	case "text:bookmark-ref", "text:reference-ref":
		if strings.Contains(n.get("text:reference-format"), "page") {
			d.often("word-page-number", d.at, "", "")
		}
		d.linked("#"+n.get("text:ref-name"), func() { d.inlines(n, look) })
	case "text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start":
		if d.para != nil {
			d.para.Bookmarks = append(d.para.Bookmarks, n.get("text:name"))
		}
	case "office:annotation":
		if words := d.annotation(n); words != "" {
			d.add("word-comment", d.at, diag.Args{"words": words})
		}
	case "text:change", "text:change-start", "text:change-end":
		d.change(n, nil)
	case "text:sequence":
		d.inlines(n, look)
		if d.para != nil && d.para.Part == Caption && d.para.Own == 0 {
			d.para.Own = len(d.para.Runs)
		}
	case "text:ruby":
		if base := n.kid("text:ruby-base"); base != nil {
			d.inlines(base, look)
		}
		if above := n.kid("text:ruby-text"); above != nil {
			d.emit(" (", look)
			d.inlines(above, look)
			d.emit(")", look)
		}
	case "text:hidden-text", "text:hidden-paragraph":
		d.often("word-hidden", d.at, "", n.get("text:string-value")+" "+d.take(n))
	case "text:placeholder":
		d.often("word-placeholder", d.at, "", d.take(n))
	case "text:soft-page-break", "text:bookmark-end", "text:reference-mark-end", "office:annotation-end",
		"text:toc-mark", "text:alphabetical-index-mark", "office:change-info":
	default:
		if strings.HasPrefix(n.name, "draw:") {
			d.frame(n, n.name != "draw:g" && n.name != "draw:control")
			return
		}
		// Fields and what is transparent: their result is printed.
		d.inlines(n, look)
	}
}

// annotation gives the words of a comment, without its author and date.
func (d *odt) annotation(n *node) string {
	var list []string
	for _, k := range n.kids {
		if k.name == "text:p" || k.name == "text:list" {
			list = append(list, d.take(k))
		}
	}
	return strings.TrimSpace(strings.Join(list, " "))
}

// linked reads what stands in a link.
func (d *odt) linked(target string, read func()) {
	if d.para == nil {
		return
	}
	from, was := len(d.para.Runs), d.inLink
	d.inLink = true
	d.para.Runs = append(d.para.Runs, Run{}) // what follows is not joined to what stands before
	read()
	d.inLink = was
	runs := d.para.Runs[from+1:]
	for i := range runs {
		if runs[i].Link == "" {
			runs[i].Link = target
		}
	}
	d.para.Runs = append(d.para.Runs[:from], runs...)
}

// emit prints characters in a look. It reports whether they are printed or told.
func (d *odt) emit(text string, look *odtStyle) bool {
	if len(d.dropped) > 0 {
		d.often(changesCode(d.source.Changes), d.at, "", text)
		return true
	}
	if text == "" || d.para == nil {
		return false
	}
	if strings.ContainsAny(text, "\n\t\r") {
		text = strings.Map(func(r rune) rune {
			if r == '\n' || r == '\t' || r == '\r' {
				return ' '
			}
			return r
		}, text)
	}
	p := look.props
	if p.set&togVanish != 0 {
		d.often("word-hidden", d.at, "", text)
		return true
	}
	if strings.TrimSpace(text) != "" {
		if tinted(p.colour) && !d.inLink && d.para.Part == Body {
			d.often("word-look", d.at, "colour", "")
		}
		if p.underline != "" && p.underline != "none" && !d.inLink {
			d.often("word-look", d.at, "underlining", "")
		}
		if p.set&togStrike != 0 {
			d.often("word-look", d.at, "strikethrough", "")
		}
		if p.highlight != "" && p.highlight != "transparent" {
			d.often("word-look", d.at, "highlighting", "")
		}
		if p.set&togCaps != 0 {
			d.often("word-look", d.at, "capitals", "")
		}
	}
	if received.Signs(p.font) != nil || strings.ContainsFunc(text, isPrivate) {
		text = signsOf(text, p.font, func() { d.often("word-symbol", d.at, p.font, "") })
	}
	for _, s := range d.stretches(text) {
		d.put(Run{Text: s, Look: lookOf(p, s), Lang: langOf(p, s)})
	}
	return true
}

func (d *odt) put(r Run) {
	if d.para == nil || len(d.dropped) > 0 {
		return
	}
	p := d.para
	if n := len(p.Runs); n > 0 && r.Kind == Text && n > p.Own {
		last := &p.Runs[n-1]
		if last.Kind == Text && last.Text != "" && last.Look == r.Look && last.Link == "" &&
			last.Lang == r.Lang && len(last.Text) < maxJoined {
			last.Text += r.Text
			return
		}
	}
	p.Runs = append(p.Runs, r)
}

// note sets the mark of a note and reads its text.
func (d *odt) note(n *node) {
	body := n.kid("text:note-body")
	if body == nil || d.para == nil || len(d.dropped) > 0 {
		return
	}
	if d.inNote {
		d.often("word-note-in-note", d.at, "", d.take(body))
		return
	}
	if n.get("text:note-class") == "endnote" {
		d.often("word-endnotes", d.at, "", "")
	}
	d.put(Run{Kind: Mark, Note: len(d.doc.Notes)})
	para, at, item, listing, boxes := d.para, d.at, d.item, d.listing, d.boxes
	d.para, d.inNote, d.item, d.listing, d.boxes = nil, true, nil, nil, nil
	var blocks []Block
	d.blocks(body, &blocks)
	d.para, d.at, d.inNote, d.item, d.listing, d.boxes = para, at, false, item, listing, boxes
	d.doc.Notes = append(d.doc.Notes, blocks)
}
