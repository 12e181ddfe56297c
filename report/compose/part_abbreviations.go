package compose

import "rapporteur/layout"

// abbreviations is the list of short forms.
func (c *composer) abbreviations(run *layout.Run) {
	list := &layout.Definitions{Name: c.part.Title, Columns: true}
	for _, a := range c.d.Abbreviations {
		list.Entries = append(list.Entries, layout.DefinitionEntry{Term: []layout.Inline{strong(a.Short)},
			Body: []layout.Block{para(layout.Body, layout.Inline{Text: a.Meaning})}})
	}
	run.Blocks = []layout.Block{c.title(), list}
}
