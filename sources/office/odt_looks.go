package office

import "strings"

// setApart tells how the open paragraph is set apart that a report does not keep: the same as of a Word file.
func (d *odt) setApart(st *odtStyle) {
	p := d.para
	if p.Part != Body || strings.TrimSpace(wordsOfRuns(p.Runs)) == "" {
		return
	}
	if st.before == "page" {
		d.often("word-page-break", d.at, "", "")
	}
	if d.tables > 0 || d.inNote {
		return
	}
	for _, look := range []struct {
		what  string
		shown bool
	}{{"alignment", p.Align != ""}, {"indent", p.Item == nil && len(d.listing) == 0 && p.Indent > 0},
		{"shading", st.shade != "" && st.shade != "transparent" && strings.ToLower(st.shade) != "#ffffff"},
		{"border", st.border != "" && st.border != "none"}} {
		if look.shown {
			d.often("word-look", d.at, look.what, "")
		}
	}
}
