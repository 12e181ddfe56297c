package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Flags of an annotation (ISO 32000-1, table 165) with which no reader shows it on the screen.
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// remark notes what an annotation may tell readers that was not meant for them: the editor must know of it before the
// report is published, and no reader of the page need see it.
func (s *source) remark(d types.Dict, page int) {
	kind := s.doc.Name(d["Subtype"])
	found := &s.original.findings
	if kind == "Redact" {
		found.add(RedactionOpen, "", page)
		return
	}
	if !s.remarks(d, kind) {
		return
	}
	if flags, _ := s.doc.Int(d["F"]); flags&(flagHidden|flagNoView) != 0 {
		found.add(CommentHidden, "", page)
	} else if kind != "FreeText" { // its words stand on the page, for everyone to see
		found.add(Comment, "", page)
	}
}

// remarks reports whether an annotation is a reviewer's remark: a mark of the kinds that only reviewers make, or any
// other of theirs that says something (ISO 32000-1, 12.5.6.2).
func (s *source) remarks(d types.Dict, kind string) bool {
	switch kind {
	case "Text":
		return d["StateModel"] == nil // else: that somebody has accepted another's remark
	case "StrikeOut", "Squiggly", "Caret":
		return true
	case "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Stamp", "Ink":
		return s.says(d) || s.says(s.doc.Dict(d["Popup"]))
	}
	return false
}

func (s *source) says(d types.Dict) bool {
	words, _ := s.doc.String(d["Contents"])
	return len(words) > 0 || d["RC"] != nil
}
