package unit

import (
	"net/url"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// markWords name the kinds of annotations in words of the report.
var markWords = map[string]string{"Text": "mark-note", "FreeText": "mark-text", "Line": "mark-drawing",
	"Square": "mark-drawing", "Circle": "mark-drawing", "Polygon": "mark-drawing", "PolyLine": "mark-drawing",
	"Ink": "mark-drawing", "Highlight": "mark-highlight", "Underline": "mark-underline", "Squiggly": "mark-underline",
	"StrikeOut": "mark-strikeout", "Stamp": "mark-stamp", "Caret": "mark-insertion", "FileAttachment": "mark-file"}

// sayMark gives an annotation that says nothing the words that ISO 14289-1, 7.18.1 asks for: a link says where it
// leads, any other what it is and whose.
func (s *source) sayMark(t types.Dict, kind string, page int) {
	if strings.TrimSpace(s.text(t["Contents"])) != "" {
		return
	}
	of := t
	if kind == "Popup" { // the window in which the words of another are read
		of = s.doc.Dict(t["Parent"])
		if kind = s.doc.Name(of["Subtype"]); strings.TrimSpace(s.text(of["Contents"])) != "" {
			t["Contents"] = of["Contents"]
			return
		}
	} else {
		s.mend(MendedWords, kind, page)
	}
	if kind == "Link" {
		t["Contents"] = s.whereTo(t)
		return
	}
	what := markWords[kind]
	if what == "" {
		what = "mark-other"
	}
	t["Contents"] = s.say(what, 0, strings.TrimSpace(s.text(of["T"])))
}

// whereTo says where a link leads, as it is taken.
func (s *source) whereTo(t types.Dict) types.Object {
	act, _ := t["A"].(types.Dict)
	to, _ := t["Dest"].(types.Array)
	if d, ok := act["D"].(types.Array); ok {
		to = d
	}
	if len(to) > 0 {
		if page, ok := to[0].(symbol); ok {
			return s.say("link-page", page.Index, "")
		}
	}
	if uri := s.text(act["URI"]); uri != "" {
		return textString(placeOf(uri))
	}
	switch s.doc.Name(act["N"]) {
	case "NextPage":
		return s.say("link-next", 0, "")
	case "PrevPage":
		return s.say("link-previous", 0, "")
	}
	return s.say("link-removed", 0, "")
}

// placeOf is an address as it is read aloud: its host and path, whom it writes to or calls.
func placeOf(uri string) string {
	u, err := url.Parse(uri)
	place := ""
	switch {
	case err != nil:
	case u.Opaque != "":
		place, _ = url.PathUnescape(u.Opaque)
		place, _, _ = strings.Cut(place, "?")
	case u.Host != "":
		place = u.Host + strings.TrimSuffix(u.Path, "/")
	}
	if place = strings.TrimSpace(place); place == "" {
		return uri
	}
	return place
}
