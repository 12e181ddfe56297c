package document

import "rapporteur/sources"

// eachText visits every text that is set, in the order of the parts.
func (d *Document) eachText(visit func(*Text)) {
	for i := range d.Parts {
		for _, t := range d.Parts[i].Texts {
			visit(t)
		}
	}
}

// ForgetTexts empties the texts and the index, once nobody reads them any more: they are most of what a large document
// takes.
func (d *Document) ForgetTexts() {
	d.Index = nil
	d.eachText(func(t *Text) { t.Blocks, t.Notes = nil, nil })
}

// Originals lists every original that is reproduced, in the order of the parts.
func (d *Document) Originals() []*Original {
	var out []*Original
	for i := range d.Parts {
		if p := &d.Parts[i]; p.Kind.Received() {
			out = append(out, p.Original)
		}
	}
	return out
}

// Images lists the picture files that are set, with the places that name them, in the order of the report.
func (d *Document) Images() []File {
	var out []File
	if d.Publication.Emblem != nil {
		out = append(out, *d.Publication.Emblem)
	}
	d.eachText(func(t *Text) {
		t.walk(func(b *Block) {
			if b.Image != nil {
				out = append(out, File{b.Image.File, b.Image.Pos})
			}
		})
		t.walkInlines(func(in *Inline) {
			if in.Kind == sources.Picture && in.Image != nil {
				out = append(out, File{in.Image.File, in.Image.Pos})
			}
		})
	})
	return out
}
