package report

import (
	"bytes"

	"rapporteur/report/assembly"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/unit"
)

// originalLine is the account of an original, whose pages are those of a run.
func (e *edition) originalLine(run int, o *document.Original, r assembly.Run) ledger.Original {
	from := e.originals.of[o]
	line := ledger.Original{File: o.File, SHA256: from.file.sha256, Pages: r.Count, First: r.First,
		Last: r.First + r.Count - 1, ContentSHA256: from.contents, FilePages: from.file.pages,
		Format: from.facts.Format, Pictures: from.pictures, Converted: from.file.made, Facts: ledgerFacts(from.facts)}
	for _, f := range from.removed {
		line.Removed = append(line.Removed, ledger.Removal{Code: f.Code, Kind: f.What, Count: f.Count, Pages: f.Pages})
	}
	for _, f := range from.mended {
		line.Mended = append(line.Mended, ledger.Removal{Code: f.Code, Kind: f.What, Count: f.Count, Pages: f.Pages})
	}
	line.Form = formOf(from.facts, r.Original.Form)
	line.Attached, line.Attachments = e.attachments(r, from.attachments)
	if lost := e.originals.lost(o); lost.Found > 0 {
		line.Damaged = &ledger.Damaged{Found: lost.Found, Promised: lost.Promised}
	}
	for k := range r.Count {
		line.Labels = append(line.Labels, e.plan.Pages[r.First-1+k].Label)
		if r.Count != from.file.pages || from.pages[k] != k {
			line.Taken = numbersOf(from.pages)
		}
	}
	if v := e.conformity.byItself[o]; v != nil {
		line.Conformance = ledgerVerdict(v)
	}
	if e.originals.stamped {
		line.Stamps = e.stamps[run]
	}
	for _, b := range from.brackets {
		if b.Page += r.First; e.originals.stamped || b.As != "" {
			line.Brackets = append(line.Brackets, b)
		}
	}
	return line
}

// formOf is what is promised of the form of an original; nil where it has none.
func formOf(f unit.Facts, name string) *ledger.Form {
	if f.Form.Widgets == 0 {
		return nil
	}
	return &ledger.Form{Name: name, Fields: f.Form.Fields, Widgets: f.Form.Widgets, Flat: f.Form.Flat,
		Signatures: f.Signatures, SHA256: f.Form.Sum}
}

// bracket is what the ledger says of what page k of a unit leaves open or closes too often, if it does; its page is
// still to be counted from the first.
func bracket(x *unit.Brackets, k int) (ledger.Bracket, bool) {
	b := ledger.Bracket{Page: k, Open: x.Open, Marks: x.Marks, Text: x.Text, Unfinished: bytes.Clone(x.Unfinished),
		As: string(x.As), Mark: x.Mark}
	if x.As != unit.AsTagged {
		b.Ends = x.Ends
	}
	for i, m := range x.Extra {
		if i > 0 && m == x.Extra[i-1] {
			b.Extra[len(b.Extra)-1].Times++
			continue
		}
		e := ledger.Extra{Times: 1}
		if m != [6]float64{1, 0, 0, 1, 0, 0} {
			e.Matrix = m[:]
		}
		b.Extra = append(b.Extra, e)
	}
	return b, b.Open+b.Marks+len(b.Extra)+len(b.Unfinished) > 0 || b.Text || b.As != ""
}

func ledgerFacts(f unit.Facts) ledger.Facts {
	return ledger.Facts{Title: f.Title, Language: f.Lang, Tagged: f.Tagged, Encrypted: f.Encrypted, Layers: f.Layers,
		ScannedPages: f.Scans, FontsNotEmbedded: f.FontsNotEmbedded}
}
