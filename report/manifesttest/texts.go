package manifesttest

import (
	"fmt"
	"slices"
	"strings"
)

func (d *drawer) tag() string {
	return d.pick("ar", "zh", "en", "fr", "ru", "es", "ar-EG", "fr-CA", "pt-BR",
		"pt", "he", "fa", "zh-Hant", "sr-Latn", "de")
}

func (d *drawer) word() string {
	return d.pick("peace", "Séance", "وفد", "代表团", "Делегация", "naïve",
		"co\u0301operation", "12,5",
		"§", "a\u00a0b", "—", "L’État", "ffi",
		"Donaudampfschifffahrtsgesellschaft", "Ελλάδα", "x²")
}

// words are a title or a name.
func (d *drawer) words() string {
	switch d.IntN(150) {
	case 0:
		return ""
	case 1:
		return strings.Repeat("Überlänge", 30)
	case 2:
		return strings.Repeat("ذ", 200)
	case 3:
		return " "
	case 4:
		return strings.Repeat("word ", 60) + "end"
	case 5:
		return "مؤتمر الأمم المتحدة (2011) UN"
	}
	var list []string
	for range 1 + d.IntN(5) {
		list = append(list, d.word())
	}
	return strings.Join(list, " ")
}

// reference stands for an id until all of them are given.
const reference = "\x00"

// text is Markdown of a few blocks.
func (d *drawer) text() string {
	if d.chance(2) {
		return d.pick("", " ", "\n", "texts.md", "texts.md", "texts.md")
	}
	var blocks []string
	for range 1 + d.IntN(3) {
		blocks = append(blocks, d.block())
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

func (d *drawer) block() string {
	switch d.IntN(14) {
	case 0:
		return "# " + d.plain() + d.mark(60)
	case 1:
		return "# " + d.plain() + "\n\n## " + d.plain() + d.mark(60) + "\n\n" + d.plain()
	case 2:
		return d.plain() + ", as [@" + reference + "] said" + d.mark(30)
	case 3:
		d.notes++
		return fmt.Sprintf("- %s[^%d]\n- %s\n\n[^%d]: %s", d.plain(), d.notes, d.plain(), d.notes, d.plain())
	case 4:
		caption := ""
		if d.chance(50) {
			caption = "Table: " + d.plain() + "\n\n"
		}
		if d.chance(30) {
			d.notes++
			return caption + fmt.Sprintf("| A | B[^%[1]d] |\n|:--|--:|\n| %[2]s | 1 |\n| ^^ | 2<br><br>%[2]s[^%[1]d] |"+
				"\n\n[^%[1]d]: %[3]s", d.notes, d.word(), d.plain())
		}
		return caption + fmt.Sprintf("| %s | B |\n|:--|--:|\n| %s | 1 |\n| see [@%s] | 2 |", d.word(), d.word(),
			reference)
	case 5:
		if d.chance(50) {
			return "![A picture](emblem.png \"" + d.word() + "\")"
		}
		return "![A picture](emblem.png)"
	case 6:
		return "::: {lang=" + d.tag() + "}\n" + d.plain() + "\n:::"
	case 7:
		return "> " + d.plain() + "\n>\n> - " + d.plain()
	case 8:
		return "1. " + d.plain() + "\n2. " + d.plain() + "\n\n   " + d.plain()
	case 9:
		return strings.Repeat("Wort", 20+d.IntN(60))
	case 10:
		return d.word() + "\n: " + d.plain()
	case 11:
		return strings.Repeat(d.plain()+" ", 15)
	}
	return d.plain() + d.mark(40)
}

// plain are words of a text, some of them emphasised or a link.
func (d *drawer) plain() string {
	words := d.word() + " " + d.word() + " " + d.word()
	switch d.IntN(8) {
	case 0:
		return "*" + d.word() + "* **" + d.word() + "** " + words
	case 1:
		return words + " [a link](https://www.un.org/)"
	case 2:
		return "مرحبا بكم (UN) في 2011"
	}
	return words
}

// mark makes a heading or paragraph one that can be referred to.
func (d *drawer) mark(percent int) string {
	if !d.chance(percent) {
		return ""
	}
	return " {#" + d.id() + "}"
}

// refer gives every reference an id of the manifest, but for one in a hundred.
func (d *drawer) refer(v any) any {
	switch v := v.(type) {
	case Object:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			v[key] = d.refer(v[key])
		}
		return v
	case []any:
		for i := range v {
			v[i] = d.refer(v[i])
		}
		return v
	case string:
		for strings.Contains(v, reference) {
			id := "nobody"
			if len(d.given) > 0 && !d.chance(1) {
				id = d.pick(d.given...)
			}
			v = strings.Replace(v, reference, id, 1)
		}
		return v
	}
	return v
}
