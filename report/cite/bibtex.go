package cite

import (
	"cmp"
	"fmt"
	"strings"
)

// tex escapes what TeX takes for a command; letters stay as they are, in UTF-8.
var tex = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`,
	"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "\n", " ")

// BibTeX writes the statements as contributions to the proceedings that the report is. The second braces about names
// and titles keep them whole, and their capitals.
func BibTeX(e *Edition) []byte {
	var b strings.Builder
	d := e.Document
	for _, c := range e.entries() {
		fmt.Fprintf(&b, "@inproceedings{%s,\n", c.id)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
			}
		}
		whole := func(name, value string) {
			if value != "" {
				field(name, "{"+tex.Replace(value)+"}")
			}
		}
		var authors []string
		for _, a := range c.authors {
			authors = append(authors, "{"+tex.Replace(a)+"}")
		}
		field("author", strings.Join(authors, " and "))
		whole("title", c.title)
		whole("booktitle", d.Title)
		whole("eventtitle", e.event())
		whole("venue", d.Event.Place)
		whole("publisher", d.Publication.Organization)
		field("date", c.date())
		field("year", fmt.Sprint(c.year))
		field("pages", c.pages("--"))
		field("number", tex.Replace(c.statement.Symbol))
		field("isbn", tex.Replace(d.Publication.SoundISBN()))
		field("language", c.language())
		if c.language() != c.statement.Lang {
			field("origlanguage", c.statement.Lang)
		}
		field("url", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(c.address))
		b.WriteString("}\n\n")
	}
	return []byte(b.String())
}

// language is that of the words that are cited: of the translation, where the edition has one.
func (c *entry) language() string {
	if c.statement.Text != nil {
		return cmp.Or(c.statement.Text.Lang, c.statement.Lang)
	}
	return c.statement.Lang
}

// date is the day as biblatex and ISO 8601 write it.
func (c *entry) date() string { return fmt.Sprintf("%04d-%02d-%02d", c.year, c.month, c.day) }
