package sources

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// HTML is told tag by tag, each with what a text has in its place; the end of what a tag began is told with it.

var htmlTag = pattern.Of(`^<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*>?`)

// htmlNames are the names of tags that people type or copy; others are words in angle brackets: "<name of Minister>".
var htmlNames = pattern.Of(`^(?:a|abbr|article|b|big|blockquote|body|br|caption|center|cite|code|col|dd|del|` +
	`div|dl|dt|em|figure|font|footer|form|h[1-6r]|head|header|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|` +
	`nav|o|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|` +
	`tt|u|ul|var|video|w)$`)

// inPlaceOf are the marks that a text has for tags: before the words and after them.
var inPlaceOf = map[string]string{
	"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "sub": "~", "sup": "^",
}

// html tells of the tag at a place, unless it ends what another began.
func (md *markdown) html(offset int) {
	rest := strings.TrimLeft(string(md.src.text[offset:]), " ")
	args := diag.Args{"found": string(md.lineFrom(offset))}
	m := htmlTag.FindStringSubmatch(rest)
	switch {
	case strings.HasPrefix(rest, "<!--"):
		args["remark"] = "<!--"
	case m != nil:
		name := strings.ToLower(m[2])
		if m[1] != "" && md.tags[name] > 0 {
			md.tags[name]--
			return
		}
		args["found"] = m[0]
		switch mark := inPlaceOf[name]; {
		case mark != "" && m[1] == "" && strings.Contains(strings.ToLower(rest), "</"+name+">"):
			args["mark"], args["end"] = mark, "</"+name+">"
		case name == "br":
			args["break"] = m[0]
		case !htmlNames.MatchString(name):
			args["words"] = m[0]
		}
		if m[1] == "" {
			if md.tags == nil {
				md.tags = map[string]int{}
			}
			md.tags[name]++
		}
	}
	md.add("raw-html", offset, args)
}

// rawHTML does so for a tag within a line: <br> breaks a line in a cell of a table.
func (md *markdown) rawHTML(n *ast.RawHTML, in Inline) (Inline, bool) {
	if inCell(n) && lineBreak.Match(n.Segments.Value(md.src.text)) {
		in.Kind = LineBreak
		return in, true
	}
	md.html(n.Segments.At(0).Start)
	return in, false
}
