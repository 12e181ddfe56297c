package sources

import (
	"strings"
	"testing"
)

// defaults are what Word and LibreOffice say of all words of a text, whatever their script.
func defaults(latin, asian, complex string) string {
	return `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="` + latin + `" w:eastAsia="` + asian + `" w:bidi="` +
		complex + `"/></w:rPr></w:rPrDefault></w:docDefaults>`
}

// leftwards is a paragraph from right to left, as Word has it.
func leftwards(runs ...string) string {
	return `<w:p><w:pPr><w:bidi/></w:pPr>` + strings.Join(runs, "") + `</w:p>`
}

// TestLanguagesOfRuns: words are in a language that is written in their script, whatever the defaults of the program
// that saved them, and a paragraph runs in its direction.
func TestLanguagesOfRuns(t *testing.T) {
	const english = "The words of this text are those of the delegation."
	for name, c := range map[string]struct{ defaults, body, want string }{
		"Arabic under Hindi": {defaults("en-US", "zh-CN", "hi-IN"), para("", run(english)) +
			leftwards(run("شكرا لكم", "rtl")), english + "\n\n::: {lang=ar}\nشكرا لكم\n:::\n"},
		"Hebrew beside Arabic": {defaults("en-US", "en-US", "ar-SA"), para("", run(english+" ")) +
			leftwards(run("شكرا", "rtl")) + leftwards(run("שלום", "rtl")),
			english + "\n\n::: {lang=ar-SA}\nشكرا\n:::\n\n::: {lang=he}\nשלום\n:::\n"},
		"the file's own Persian": {defaults("en-US", "en-US", "ar-SA"), para("", run(english)) +
			leftwards(run("سپاسگزاریم", `lang w:bidi="fa-IR"`)) + para("", run("Thanks: "), run("سپاس",
			`lang w:bidi="he-IL"`)),
			english + "\n\n::: {lang=fa-IR}\nسپاسگزاریم\n:::\n\nThanks: [سپاس]{lang=fa-IR}\n"},
		"Chinese under English": {defaults("en-US", "en-US", "ar-SA"), para("", run(english)) +
			para("", run("Mr. 李明 and 東京タワー spoke.")), english +
			"\n\nMr. [李明]{lang=zh} and [東京タワー]{lang=ja} spoke.\n"},
		"Russian under English": {defaults("en-US", "en-US", "ar-SA"), para("", run(english)) +
			para("", run("They said спасибо, and β = 2 µm.")), english +
			"\n\nThey said [спасибо,]{lang=ru} and β = 2 µm.\n"},
		"no language at all": {"", para("", run(english)) + leftwards(run("شكرا", "rtl")),
			english + "\n\n::: {lang=ar}\nشكرا\n:::\n"},
		"words of both in a leftward paragraph": {defaults("fr-FR", "fr-FR", "ar-EG"), para("",
			run("Une phrase en français.")) +
			leftwards(run("المادة ", "rtl"), run("CNUDM"), run(" من الاتفاقية", "rtl")),
			"Une phrase en français.\n\n::: {lang=ar-EG}\nالمادة [CNUDM]{lang=fr-FR} من الاتفاقية\n:::\n"},
		"a name alone in a leftward text": {defaults("en-US", "en-US", "ar-EG"), leftwards(run("نشكركم على الدعوة",
			"rtl")) +
			leftwards(run("UNCLOS (1982).")) + para("", run("In English: مصر")),
			"نشكركم على الدعوة\n\n[UNCLOS (1982).]{lang=en-US}\n\n" +
				"::: {lang=en-US}\nIn English: [مصر]{lang=ar-EG}\n:::\n"},
	} {
		v, list := readText(t, lay(t, "a.docx", docx(c.body, "styles.xml", c.defaults).pack(t)), "")
		if v == nil {
			t.Errorf("%s: %s", name, told(list))
			continue
		}
		if got, _ := v.Markdown(); got != c.want || len(list) > 0 {
			t.Errorf("%s:\n%s\nwant:\n%s\ntold: %s", name, got, c.want, told(list))
		}
	}
}

// TestAgainstAllWords: a paragraph from right to left of words in Latin letters is set as they run, and told.
func TestAgainstAllWords(t *testing.T) {
	data := docx(para("", run("One.")) + leftwards(run("Two.")) + leftwards(run("Three."))).pack(t)
	_, list := readText(t, lay(t, "a.docx", data), "")
	if got := told(list); !strings.Contains(got, `word-look 2 "Two."`) || !strings.Contains(got, "paragraphs: 2") {
		t.Errorf("told %s", got)
	}
}

// TestDirectionsOfCells: words of a cell whose paragraph runs against the text stand in an embedding that runs as it
// does; those of the others stand alone.
func TestDirectionsOfCells(t *testing.T) {
	cell := func(paragraph string) string { return `<w:tc>` + paragraph + `</w:tc>` }
	body := para("", run("The words of this text are those of the delegation.")) + `<w:tbl><w:tr>` +
		cell(leftwards(run("المادة ", "rtl"), run("UNCLOS"), run(" 5.", "rtl"))) + cell(para("", run("Article"))) +
		`</w:tr><w:tr>` + cell(leftwards(run("Hague."))) + cell(leftwards(run("7"))) + `</w:tr></w:tbl>`
	data := docx(body, "styles.xml", defaults("en-GB", "zh-CN", "ar-EG")).pack(t)
	v, list := readText(t, lay(t, "a.docx", data), "")
	if v == nil {
		t.Fatal(told(list))
	}
	got, _ := v.Markdown()
	for _, want := range []string{"| [\u202bالمادة]{lang=ar-EG} UNCLOS", "\u202c", "| Article |",
		"| \u202bHague.\u202c | 7 |"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}
