package compose

import (
	"strconv"

	"rapporteur/layout"
)

func decimal(n int) string { return strconv.Itoa(n) }

// say is a stretch of the report's own words.
func say(text string) []layout.Inline { return []layout.Inline{{Text: text}} }

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

// pageRef prints the page of a place, as a link to it.
func (c *composer) pageRef(id string, kind layout.RefKind) layout.Inline {
	ref := &layout.Ref{ID: id, Kind: kind, One: c.words.Say("page-ref"), Several: c.words.Say("page-ref-several")}
	return layout.Inline{Ref: ref, Link: "#" + id}
}
