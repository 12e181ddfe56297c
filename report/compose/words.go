package compose

import (
	"strconv"
	"strings"

	"rapporteur/layout"
)

func decimal(n int) string { return strconv.Itoa(n) }

// say is a stretch of the report's own words.
func say(text string) []layout.Inline { return []layout.Inline{{Text: text}} }

// continued says of what is named that it goes on from the page before: "Table 3 (continued)", or "(continued)" alone.
func (c *composer) continued(name string) []layout.Inline {
	m := c.words.Marks
	return say(strings.TrimLeft(name+m.Open+c.words.Say("continued")+m.Close, " "))
}

func strong(text string) layout.Inline { return layout.Inline{Text: text, Emph: layout.Bold} }

// para is a paragraph of the report's own words.
func para(role layout.Role, inlines ...layout.Inline) *layout.Paragraph {
	return &layout.Paragraph{Role: role, Inlines: inlines}
}

// fact is a line "Label: value".
func (c *composer) fact(role layout.Role, label string, value ...layout.Inline) *layout.Paragraph {
	return para(role, append([]layout.Inline{strong(label + c.words.Colon)}, value...)...)
}

// joined puts a mark between stretches.
func joined(list [][]layout.Inline, mark string) []layout.Inline {
	var out []layout.Inline
	for i, part := range list {
		if i > 0 {
			out = append(out, layout.Inline{Text: mark})
		}
		out = append(out, part...)
	}
	return out
}

// pageRef prints the page of a place, as a link to it. In an extract, one that stands elsewhere has its page of the
// report.
func (c *composer) pageRef(id string, kind layout.RefKind) layout.Inline {
	one, several := c.words.Say("page-ref"), c.words.Say("page-ref-several")
	if c.d.Has(id) {
		return layout.Inline{Ref: &layout.Ref{ID: id, Kind: kind, One: one, Several: several}, Link: "#" + id}
	}
	first, last := c.found.Elsewhere(id)
	if kind == layout.PageRange && first != last {
		return layout.Inline{Text: strings.ReplaceAll(several, "{n}", first+"–"+last), Whole: true}
	}
	return layout.Inline{Text: strings.ReplaceAll(one, "{n}", first), Whole: true}
}

// pageIn is the page of a place in a list; of one in another volume, with the volume before it.
func (c *composer) pageIn(id string) layout.Ref {
	if c.d.Has(id) {
		return layout.Ref{ID: id, Kind: layout.FirstPage}
	}
	label, _ := c.found.Elsewhere(id)
	if volume := c.d.Volume(id); volume != "" {
		label = volume + c.words.Marks.Comma + label
	}
	return layout.Ref{One: label} // no place has no id: it is printed as it stands
}

// to is where a link to an id leads: nowhere from an extract that does not hold it.
func (c *composer) to(id string) string {
	if !c.d.Has(id) {
		return ""
	}
	return "#" + id
}
