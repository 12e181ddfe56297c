package office

// changed reads what was inserted or deleted while changes were tracked: printed or not, as is asked for.
func (d *docx) changed(n *node, read func()) {
	deleted := n.name == "w:del" || n.name == "w:moveFrom"
	drop := deleted != (d.source.Changes == Original)
	words := ""
	if drop {
		words = d.take(n)
	}
	d.change(words)
	was := d.hidden
	d.hidden = d.hidden || drop
	read()
	d.hidden = was
}

// change counts a tracked change, with the words that are not printed.
func (d *docx) change(words string) {
	d.often(changesCode(d.source.Changes), d.at, "", words)
}

func changesCode(changes string) string {
	switch changes {
	case Original:
		return "word-changes-undone"
	case Refuse:
		return "word-changes-open"
	}
	return "word-changes"
}

// markGone reports whether the paragraph's end is deleted, so that the next one goes on in it.
func (d *docx) markGone(head *node) bool {
	mark := head.kid("w:rPr")
	gone := mark.kid("w:del") != nil || mark.kid("w:moveFrom") != nil
	come := mark.kid("w:ins") != nil || mark.kid("w:moveTo") != nil
	if gone || come {
		d.change("")
	}
	if d.source.Changes == Original {
		return come
	}
	return gone
}

// asked gives settings as they are wanted: as they are, or where the original is wanted as they were before a tracked
// change of them, which is counted.
func (d *docx) asked(n *node) *node {
	if n == nil {
		return nil
	}
	before := n.kid(n.name + "Change")
	if before == nil {
		return n
	}
	d.change("")
	if d.source.Changes == Original {
		return before.kid(n.name)
	}
	return n
}

// cellGone reports whether a cell is one that was deleted (or, where the original is wanted, inserted).
func (d *docx) cellGone(cell, props *node) bool {
	gone, come := props.kid("w:cellDel") != nil, props.kid("w:cellIns") != nil
	if !gone && !come {
		return false
	}
	was := d.at
	d.at = Place{d.paragraphs + 1, near(spaced(cell))}
	defer func() { d.at = was }()
	if drop := gone && d.source.Changes != Original || come && d.source.Changes == Original; drop {
		d.change(d.take(cell))
		return true
	}
	d.change("")
	return false
}
