package office

// place counts a paragraph that has anything in it, and gives it a name.
func (d *docx) place(n *node) Place {
	words := spaced(n)
	if !d.inNote && (words != "" || n.find("w:drawing") != nil || n.find("w:pict") != nil ||
		n.find("w:object") != nil) {
		if d.paragraphs++; d.paragraphs > maxParas {
			d.fail(ErrTooMuch)
		}
	}
	if words == "" {
		return Place{d.paragraphs, d.last}
	}
	d.last = near(words)
	return Place{d.paragraphs, d.last}
}

// flush closes a paragraph whose end is deleted where no other paragraph follows.
func (d *docx) flush(out *[]Block) {
	if len(d.initial) > 0 {
		*out = append(*out, Block{Para: &Para{At: d.at, Runs: d.initial}})
		d.initial = nil
	}
	if o := d.open; d.joins && o != nil {
		d.open, d.joins = nil, false
		d.close(o, out)
	}
}

func (d *docx) paragraph(n *node, out *[]Block) {
	head := n.kid("w:pPr")
	if d.joins && d.open != nil {
		d.inlines(n)
	} else {
		was := d.at
		d.at = d.place(n)
		mine := d.asked(head)
		if len(d.initial) > 0 {
			d.at.Near = near(wordsOfRuns(d.initial) + spaced(n))
		}
		st := d.styles.ofPara(mine.val("w:pStyle"))
		p := &Para{At: d.at, Part: st.part, Level: st.level, Bookmarks: d.marks, Runs: d.initial}
		if level := mine.val("w:outlineLvl"); level != "" {
			p.Part, p.Level = partOf("", mine)
		}
		d.marks, d.initial = nil, nil
		d.dress(mine, st, p)
		d.open = &openPara{para: p, style: st.under(p.Part)}
		d.inlines(n)
		if was.Number > 0 && d.tables > 0 {
			d.at = was
		}
	}
	d.unfinished()
	d.setApart(head)
	if cap := head.kid("w:framePr").get("w:dropCap"); cap == "drop" || cap == "margin" {
		d.dropCap()
		return
	}
	d.joins = d.markGone(head)
	if d.joins {
		return
	}
	o := d.open
	d.open = nil
	d.close(o, out)
}

// dress finds a paragraph's place in a list, its indentation and its alignment.
func (d *docx) dress(head *node, st *style, p *Para) {
	numbers := head.kid("w:numPr")
	switch {
	case numbers == nil:
		numbers = st.number
	case st.number != nil: // a level alone may be given, and the list by the style
		merged := &node{}
		for _, name := range []string{"w:numId", "w:ilvl"} {
			if k := numbers.kid(name); k != nil {
				merged.kids = append(merged.kids, k)
			} else if k := st.number.kid(name); k != nil {
				merged.kids = append(merged.kids, k)
			}
		}
		numbers = merged
	}
	if numbers != nil && numbers.kid("w:ilvl") == nil && p.Part == Heading {
		numbers = &node{kids: append([]*node{{name: "w:ilvl", attrs: []attr{{"w:val",
			string(rune('0' + min(p.Level-1, 8)))}}}}, numbers.kids...)}
	}
	indent := indentOf(st.para, 0)
	if numbers != nil && !d.hidden {
		it, own, strange := d.numbering.item(d.styles, numbers)
		p.Item = it
		if own > 0 {
			indent = own
		}
		if strange != "" {
			d.often("word-numbering", p.At, "", "")
		}
	}
	p.Indent = indentOf(head, indent)
	p.Leftward = head.over(st.para).on("w:bidi")
	align := head.val("w:jc")
	if align == "" {
		align = st.para.val("w:jc")
	}
	switch align {
	case "center":
		p.Align = "center"
	case "right":
		p.Align = map[bool]string{false: "right"}[p.Leftward]
	case "end":
		p.Align = "right"
	}
}

// close puts a paragraph among the blocks, and the words of its text boxes after it. One without anything is not
// kept: in Word, it is white space.
func (d *docx) close(o *openPara, out *[]Block) {
	p := o.para
	if o.tabs > 1 && p.Part == Body {
		d.often("word-tabs", p.At, "", "")
	}
	p.settle()
	if len(p.Runs) > 0 || len(p.Bookmarks) > 0 || p.Part == Rule {
		*out = append(*out, Block{Para: p})
	}
	for _, box := range o.boxes {
		d.often("word-box", p.At, "", "")
		if d.tables++; d.tables > maxTables {
			d.fail(ErrNested)
		}
		d.blocks(box, out)
		d.flush(out)
		d.tables--
	}
}
