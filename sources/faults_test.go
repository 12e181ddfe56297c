package sources

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapporteur/sources/diag"
)

const base = "report: {title: T, language: en, date: 2012-01-01}\n"

// fault is a planted fault: § stands where it must be found, and is taken out before reading.
type fault struct{ code, kind, text string }

// Kinds: "whole" is a whole manifest; "keys" come after a sound report; "markdown" is a.md, "csv" is p.csv of a sound
// manifest.
var faults = []fault{
	{"control-character", "keys", "event:\n  place: \"New §\\x07York\"\n"},
	{"control-character", "keys", "event:\n  place: \"New §\\0York\"\n"},
	{"control-character", "keys", "event:\n  place: \"New\n    §\\x7fYork\"\n"},
	{"control-character", "keys", "event:\n  place: \"New §\\uFFFEYork\"\n"},
	{"control-character", "keys", "abbreviations: {\"A§\\x01\": Words}\n"},
	{"control-character", "keys", "front:\n  - {title: A, text: \"Words§\\e and more\"}\n"},
	{"control-character", "csv", "name\nMin§\x07ister\n"},
	{"control-character", "markdown", "Wor§\x07ds.\n"},
	{"line-separator", "keys", "event:\n  place: \"New §\\u2028York\"\n"},
	{"line-separator", "keys", "event:\n  place: \"New §\\NYork\"\n"},
	{"title-too-long", "keys", "event:\n  title: §" + strings.Repeat("é", maxTitle+1) + "\n"},
	{"title-too-long", "keys", "event:\n  title: {fr: §" + strings.Repeat("é", maxTitle+1) + "}\n"},
	{"title-too-long", "keys", "publication: {organization: A, isbn: §" + strings.Repeat("9", maxTitle+1) + "}\n"},
	{"title-too-long", "csv", "role,name\nA,§" + strings.Repeat("é", maxTitle+1) + "\n"},
	{"heading-too-long", "markdown", "§# " + strings.Repeat("é", maxTitle+1) + "\n"},
	{"data-in-text", "markdown", "Words §![a](data:image/png;base64," + strings.Repeat("A", 10_000) + ")\n"},
	{"unknown-key", "keys", "event:\n  §palce: New York\n"},
	{"unknown-key", "keys", "sessions:\n  - id: a\n    title: A\n    statements:\n      - {id: b, title: B, " +
		"original: o.pdf, §staus: withdrawn}\n"},
	{"expected-text", "keys", "event:\n  place: §[a, b]\n"},
	{"expected-text", "keys", "event:\n  place: §true\n"},
	{"expected-text", "keys", "event:\n  place: {en: §[a]}\n"},
	{"expected-list", "keys", "event:\n  organizers: §{a: UNODC}\n"},
	{"expected-mapping", "keys", "event: §New York\n"},
	{"expected-mapping", "keys", "sessions:\n  - §opening\n"},
	{"expected-boolean", "keys", "layout: {attach: §yes}\n"},
	{"expected-boolean", "keys", "layout: {attach: §'true'}\n"},
	{"empty-item", "keys", "event:\n  organizers:\n    - a\n    -§\n"},
	{"missing-key", "whole", "report:\n  §title: T\n  language: en\n"},
	{"to-do", "whole", "report:\n  title: §\"?\"\n  language: en\n  date: 2012-01-01\n"},
	{"to-do", "keys", "layout: {paper: §'?'}\n"},
	{"to-do-first", "whole", "report:\n  title: T\n  language: en\n  date: §\"?\"\n"},
	{"empty-value", "whole", "report:\n  §title:\n  language: en\n  date: 2012-01-01\n"},
	{"empty-value", "whole", "report:\n  §title: #1 of the Symposium\n  language: en\n  date: 2012-01-01\n"},
	{"yaml-first-character", "whole", base + "event:\n  place: §& Co\n"},
	{"yaml-first-character", "whole", base + "event:\n  place: §- New York\n  url: https://a.org\n"},
	{"yaml-first-character", "whole", base + "event:\n  place: §? New York\n"},
	{"missing-key", "keys", "sessions:\n  - §title: A\n"},
	{"missing-key", "keys", "recommendations:\n  - §{text: T}\n"},
	{"missing-key", "keys", "delegations:\n  §no:\n"},
	{"missing-key", "keys", "publication: §{emblem: e.png}\n"},
	{"file-missing", "keys", "front:\n  - {title: A, text: §texts/none.md}\n"},
	{"file-missing", "keys", "participants: §none.csv\n"},
	{"file-missing", "keys", "annexes:\n  - {title: A, original: {en: o.pdf, fr: §none.pdf}}\n"},
	{"misspelt-file", "keys", "annexes:\n  - {title: A, original: §o.pdf/o.pdf}\n"},
	{"file-missing", "markdown", "Words.\n\n§![A map](none.png)\n"},
	{"not-a-file", "keys", "annexes:\n  - {title: A, original: §folder}\n"},
	{"not-a-file", "keys", "annexes:\n  - {title: A, original: §folder.pdf}\n"},
	{"file-too-large", "keys", "front:\n  - {title: A, text: §large.md}\n"},
	{"path-outside", "keys", "annexes:\n  - {title: A, original: §../o.pdf}\n"},
	{"path-outside", "keys", "annexes:\n  - {title: A, original: §a/../../o.pdf}\n"},
	{"path-outside", "keys", "annexes:\n  - {title: A, original: §/etc/o.pdf}\n"},
	{"path-outside", "keys", "annexes:\n  - {title: A, original: §escape.pdf}\n"},
	{"path-outside", "keys", "front:\n  - {title: A, text: §escape/a.md}\n"},
	{"path-outside", "markdown", "§![A map](../none.png)\n"},
	{"yaml-dash", "keys", "sessions:\n  - {id: a}\n  §{id: b}\n"},
	{"yaml-anchor", "keys", "event:\n  place: §&New York\n"},
	{"yaml-comment", "keys", "event:\n  place: New York §# now\n"},
	{"curly-round", "keys", "event:\n  place: §“New York”\n"},
	{"yaml-comment", "keys", "event:\n  place: New York §#1\n"},
	{"text-path", "keys", "front:\n  - {title: A, text: §texts/norway}\n"},
	{"text-path", "keys", "front:\n  - {title: A, text: §texts/}\n"},
	{"yaml-space", "keys", "introduction:\n  - {title: A, §text:Words.}\n"},
	{"empty-value", "keys", "introduction:\n  - {§title:, text: Words.}\n"},
	{"delegations-listed", "keys", "delegations: §[Norway, Kenya]\n"},
	{"delegations-listed", "keys", "delegations: §Norway, Kenya\n"},
	{"expected-text", "keys", "front:\n  - {title: A, text: §{file: texts/norway.md}}\n"},
	{"text-path", "keys", "front:\n  - {title: A, text: §Texts/Norway statement}\n"},
	{"text-path", "keys", "front:\n  - {title: A, text: §'C:/texts/norway'}\n"},
	{"indented-text", "markdown", "Words.\n\n    §Indented words.\n"},
	{"sign-is-mark", "markdown", "Words.\n\n§> 5 tonnes were found.\n"},
	{"sign-is-mark", "markdown", "Words.\n\n§- 5 degrees in the morning.\n"},
	{"sign-is-mark", "markdown", "Words.\n\n§* Reissued for technical reasons.\n"},
	{"page-number-left", "markdown", "Words.\n\n§- 12 -\n"},
	{"sign-is-mark", "markdown", "§# 5 was adopted.\n"},
	{"stars-are-marks", "markdown", "The product 5§*3*2.\n"},
	{"table-cells-few", "markdown", "| a | b |\n|---|---|\n§| c |\n"},
	{"table-dashes", "markdown", "§State   Tonnes\n-----   ------\nKenya   5\nChad    6\n-----   ------\n"},
	{"table-dashes", "markdown", "Words.\n\n§-----   ------\nKenya   5\nChad    6\n"},
	{"table-grid", "markdown", "§+---+---+\n| a | b |\n+---+---+\n"},
	{"table-no-rule", "markdown", "§| a | b |\n| 1 | 2 |\n"},
	{"table-tabs", "markdown", "§State\tTonnes\nKenya\t5\n"},
	{"bad-path", "keys", "annexes:\n  - {title: A, original: §'a\\o.pdf'}\n"},
	{"bad-path", "keys", "annexes:\n  - {title: A, original: §https://example.org/o.pdf}\n"},
	{"bad-file-kind", "keys", "annexes:\n  - {title: A, original: §o.key}\n"},
	{"bad-file-kind", "keys", "layout: {fonts: {serif: [§a.woff]}}\n"},
	{"bad-file-kind", "markdown", "A §![map](map.svg) here\n"},
	{"duplicate-key", "keys", "event:\n  place: a\n  §place: b\n"},
	{"duplicate-key", "keys", "delegations:\n  norway: {name: N}\n  §norway: {name: N}\n"},
	{"bad-key", "keys", "event:\n  §[a]: b\n"},
	{"bad-date", "keys", "event: {from: §2011-02-29}\n"},
	{"bad-date", "keys", "event: {from: §19 September 2011}\n"},
	{"bad-date", "keys", "sessions:\n  - {id: a, title: A, date: §2011-09-19T25:00}\n"},
	{"date-with-time", "keys", "event: {from: §2011-09-19T10:00}\n"},
	{"dates-reversed", "keys", "event: {from: 2011-09-19, to: §2011-09-18}\n"},
	{"bad-id", "keys", "sessions:\n  - {id: §séance, title: A}\n"},
	{"bad-id", "keys", "recommendations:\n  - {id: r1, text: T, from: [r2, §r_3]}\n"},
	{"bad-id", "markdown", "See §[@two words].\n"},
	{"bad-id", "markdown", "# Title §{#two words}\n"},
	{"id-misplaced", "markdown", "One §{#a} two.\n"},
	{"id-misplaced", "markdown", "One §{#a} {#b}\n"},
	{"bad-value", "keys", "layout: {paper: §a5}\n"},
	{"bad-value", "keys", "layout: {conformance: §good}\n"},
	{"bad-value", "keys", "layout: {lists: [figures, §plates]}\n"},
	{"bad-value", "keys", "sessions:\n  - id: a\n    title: A\n    statements:\n      - {id: b, title: B, status: " +
		"§lost, original: o.pdf}\n"},
	{"bad-language", "whole", "report: {title: T, language: §de, date: 2012-01-01}\n"},
	{"bad-language", "keys", "event: {place: {en: a, §de: b}}\n"},
	{"bad-language", "keys", "annexes:\n  - {title: A, original: o.pdf, language: §english}\n"},
	{"bad-language", "keys", "annexes:\n  - {title: A, original: o.pdf, language: §français}\n"},
	{"bad-language", "whole", "report: {title: T, language: §fr-Quebec, date: 2012-01-01}\n"},
	{"bad-language", "whole", "report: {title: T, language: §xx-ca, date: 2012-01-01}\n"},
	{"bad-language", "keys", "annexes:\n  - {title: A, original: o.pdf, language: §ar-EGYPT}\n"},
	{"bad-language", "markdown", "§::: {lang=french}\nMots.\n:::\n"},
	{"bad-number", "keys", "layout: {size: §10em}\n"},
	{"bad-number", "keys", "layout: {margins: {top: §2}}\n"},
	{"bad-number", "keys", "layout: {leading: §13.5555}\n"},
	{"bad-number", "keys", "layout: {leading: §10}\n"},
	{"bad-number", "keys", "layout: {size: 14, leading: §13.5}\n"},
	{"bad-page-range", "keys", "annexes:\n  - {title: A, original: {file: o.pdf, pages: §3-1}}\n"},
	{"bad-page-range", "keys", "annexes:\n  - {title: A, original: {file: o.pdf, pages: §0}}\n"},
	{"bad-page-range", "keys", "annexes:\n  - {title: A, original: {file: o.pdf, pages: §'1,,2'}}\n"},
	{"bad-hash", "keys", "annexes:\n  - {title: A, original: {file: o.pdf, sha256: §abc}}\n"},
	{"bad-url", "keys", "event: {url: §www.example.org}\n"},
	{"bad-url", "markdown", "See §[this](other.md).\n"},
	{"bad-url", "markdown", "See §<javascript:alert(1)>.\n"},
	{"bad-version", "whole", "rapporteur: §2\n" + base},
	{"bad-version", "whole", "rapporteur: §2\nreport: {title: [], colour: red}\nevents: []\n"},
	{"both-given", "keys", "annexes:\n  - {title: A, original: o.pdf, §originals: [o.pdf]}\n"},
	{"both-given", "keys", "annexes:\n  - {title: A, original: {file: o.pdf, password: x, §password_env: Y}}\n"},
	{"nothing-to-print", "keys", "annexes:\n  - §{title: A}\n"},
	{"nothing-to-print", "keys", "sessions:\n  - id: a\n    title: A\n    statements:\n      - §{id: b, title: B}\n"},
	{"statement-unnamed", "keys", "sessions:\n  - id: a\n    title: A\n    statements:\n      - §{id: b, " +
		"original: o.pdf}\n"},
	{"person-unnamed", "keys", "sessions:\n  - id: a\n    title: A\n    chair: §{sort: x}\n"},
	{"behalf-unnamed", "keys", "sessions:\n  - id: a\n    title: A\n    statements:\n      - {id: b, title: B, " +
		"text: Words., on_behalf_of: §{name: }}\n"},
	{"panel-in-panel", "keys", "sessions:\n  - id: a\n    title: A\n    panels:\n      - id: b\n        title: B\n   " +
		"     panels: §[]\n"},
	{"flow-comma", "keys", "sessions:\n  - {id: a, title: A, chair: {role: Ministre, §de Norvège}}\n"},
	{"flow-comma", "keys", "annexes:\n  - {title: A, original: {file: o.pdf, password: a, §secret}}\n"},
	{"flow-comma", "keys", "event: {place: {fr: Genève, §Suisse}}\n"},
	{"empty-manifest", "whole", "§# nothing\n"},
	{"empty-manifest", "whole", "§"},
	{"empty-text", "markdown", "§ \n\n"},
	{"control-character", "keys", "event: {place: a§\x01}\n"},
	{"control-character", "markdown", "A\u00adb §\u0080.\n"},
	{"line-separator", "keys", "event: {place: a§\u2028b}\n"},
	{"line-separator", "keys", "event: {place: a§\u0085b}\n"},
	{"line-separator", "markdown", "Étés §\u2029 b\n"},
	{"not-utf8", "keys", "event: {place: Gen§\xe8ve}\n"},
	{"not-utf8", "markdown", "Words.\n\nÀ Gen§\xe8ve.\n"},
	{"not-utf8", "csv", "name\nGen§\xe8ve\n"},
	{"not-utf8", "whole", "§\xff\xfer\x00e\x00p\x00"},
	{"not-utf8", "markdown", "§W\x00o\x00r\x00d\x00"},
	{"not-utf8", "csv", "§\xfe\xff\x00n\x00a\x00m\x00e"},
	{"yaml-merge", "keys", "event:\n  §<<: {place: a}\n"},
	{"yaml-tag", "keys", "event: {place: §!!str a}\n"},
	{"yaml-second-document", "keys", "§---\nevent: {place: a}\n"},
	{"too-many-aliases", "keys", bomb},
	{"yaml-colon", "whole", "report:\n  title: Colloque §: les victimes\n  language: fr\n"},
	{"yaml-colon", "whole", base + "event:\n  place: New York§: Manhattan\n  url: https://a.org\n" +
		strings.Repeat("# more\n", 50)},
	{"yaml-colon", "whole", base + "sessions:\n  - {id: a, title: Thème§: les victimes}\n"},
	{"yaml-first-character", "whole", base + "event:\n  place: §@norway\n"},
	{"yaml-first-character", "whole", base + "event:\n  organizers: [§@norway]\n"},
	{"yaml-first-character", "whole", base + "recommendations:\n  - id: a\n    text: [§@norway] said\n"},
	{"yaml-tab", "whole", "report:\n  title: T\n§\tlanguage: en\n"},
	{"yaml-quote", "whole", base + "event:\n  place: §'L'avenir'\n"},
	{"yaml-quote", "whole", base + "event:\n  place: §\"New York\n  url: https://a.org\n" + strings.Repeat("# more\n",
		50)},
	{"yaml-quote", "whole", base + "event: {place: §\"New York}\npublication: {job: x}\n"},
	{"yaml-space", "whole", "report:\n  title§:Colloque\n  language: en\n"},
	{"yaml-indentation", "whole", "report:\n  title: T\n §language: en\n"},
	{"yaml-indentation", "whole", "report:\ntitle: T\n  §language: en\n"},
	{"yaml-quote", "whole", base + "event:\n  place: §\"New\" York\n"},
	{"yaml-first-character", "whole", base + "event:\n  place: §[New] York\n"},
	{"yaml-comment-inside", "whole", base + "sessions:\n  - {id: a, title: Meeting §#2}\n"},
	{"yaml-flow", "whole", base + "event: §{place: [a, b}\n"},
	{"yaml-pattern", "whole", base + "front:\n  - {title: T, text: §texts/{language}/a.md}\n"},
	{"yaml-flow", "whole", base + "sessions:\n  - §{id: a, title: A\n"},
	{"yaml-flow", "whole", base + "sessions:\n  - §{id: a, chair: {role: R} title: A}\n" + strings.Repeat("# more\n",
		50)},
	{"yaml-continued", "whole", base + "event:\n  place: New\n  §York\n  url: https://a.org\n"},
	{"yaml-first-character", "whole", base + "event:\n  place: §?\n"},
	{"yaml-comment", "whole", base + "event:\n  place: \"New\" §#1 York\n"},
	{"yaml-backslash", "whole", base + "event:\n  place: \"a§\\q\"\n"},
	{"yaml-syntax", "whole", base + "event:\n  place: §[,]\n"},
	{"yaml-closed", "whole", base + "event:\n  organizers: [a, b]§]\n"},
	{"yaml-closed", "whole", base + "sessions:\n  - {id: a, title: A, chair: {role: R}}§}\n"},
	{"yaml-hyphen", "whole", base + "sessions:\n  §-id: a\n    title: A\n"},
	{"yaml-hyphen-more", "whole", base + "sessions:\n  - id: a\n    §- title: A\n"},
	{"yaml-comma", "whole", base + "sessions:\n  - {id: a, title: A, chair: {role: R §delegation: b}}\n"},
	{"yaml-comma", "whole", base + "sessions:\n  - {id: a; §title: A}\n"},
	{"yaml-colon", "whole", base + "sessions:\n  - {id: a, title: the theme§: victims}\n"},
	{"yaml-indentation", "whole", base + "sessions:\n  - id: a\n    title: A\n   §statements:\n    - {id: b}\n"},
	{"typed-for", "whole", base + "event:\n  place §= New York\n  url: https://a.org\n"},
	{"typed-for", "whole", base + "sessions:\n  §* id: a\n    title: A\n"},
	{"typed-for", "whole", base + "sessions:\n  - {id: a, title: A, chair: §(role: R, delegation: b)}\n"},
	{"curly-quote", "whole", "report:\n  title: §“Seminar: the law” of the sea\n  language: en\n"},
	{"curly-quote", "whole", "report:\n  title: §« Colloque : les victimes »\n  language: fr\n"},
	{"curly-quote", "whole", base + "sessions:\n  - {id: a, title: §“Seminar: the law”}\n"},
	{"curly-quote", "keys", "sessions:\n  - {id: a, title: A, chair: {role: §“Minister, Norway”}}\n"},
	{"curly-quote", "keys", "sessions:\n  - {id: §“a”, title: A}\n"},
	{"curly-quote", "keys", "annexes:\n  - {title: A, original: §“o.pdf”}\n"},
	{"look-alike", "whole", base + "sessions:\n  §– id: a\n    title: A\n"},
	{"look-alike", "whole", "report:\n  title§： T\n  language: en\n"},
	{"no-break-space", "whole", "report:\n§\u00a0\u00a0title: T\n  language: en\n"},
	{"no-break-space", "keys", "event:\n  place§\u00a0: Genève\n"},
	{"no-break-space", "keys", "event:\n  §\u202fplace: Genève\n"},
	{"yaml-colon", "whole", "report:\n  title: Colloque §: « les victimes »\n  language: fr\n"},
	{"not-text", "whole", "§PK\x03\x04\x14\x00\x06\x00"},
	{"not-text", "markdown", "§{\\rtf1 Words}"},
	{"not-text", "csv", "§\xd0\xcf\x11\xe0\x00"},
	{"misspelt-file", "keys", "annexes:\n  - {title: A, original: §O.PDF}\n"},
	{"misspelt-file", "keys", "annexes:\n  - {title: A, original: §FOLDER/Norway.pdf}\n"},
	{"misspelt-file", "keys", "front:\n  - {title: A, text: §speech.md}\n"},
	{"path-outside", "keys", "annexes:\n  - {title: A, original: §C:/Users/o.pdf}\n"},
	{"path-outside", "keys", "annexes:\n  - {title: A, original: §C:\\Users\\o.pdf}\n"},
	{"bad-path", "keys", "annexes:\n  - {title: A, original: §\"a\\norway.pdf\"}\n"},
	{"bad-file-kind", "keys", "front:\n  - {title: A, text: §texts/none.doc}\n"},
	{"bad-file-kind", "keys", "front:\n  - {title: A, text: §my speech.rtf}\n"},
	{"csv-column-unnamed", "csv", "name,role,\na,b,\nc,d,§e\n"},
	{"yaml-first-character", "whole", base + "event:\n  place: §*unknown*\n"},
	{"yaml-first-character", "whole", base + "recommendations:\n  - id: a\n    text: §**Strong** words\n"},
	{"yaml-first-character", "whole", base + "recommendations:\n  - id: a\n    text: §> Quoted words\n"},
	{"note-missing", "markdown", "Words§[^1].\n"},
	{"note-missing", "markdown", "Really!§[^1]\n"},
	{"note-colon", "markdown", "Words[^1].\n\n§[^1] Text.\n"},
	{"front-matter", "markdown", "§---\ntitle: A\nauthor: B\n---\n\nWords.\n"},
	{"item-dash", "keys", "annexes:\n  - id: a\n    title: A\n    text: Words.\n    §id: b\n    title: B\n"},
	{"item-dash", "keys", "annexes:\n  - title: A\n    text: Words.\n    §title: B\n    text: More.\n"},
	{"note-unused", "markdown", "Words.\n\n§[^1]: Text.\n"},
	{"note-twice", "markdown", "Words[^1].\n\n[^1]: Text.\n\n§[^1]: Text.\n"},
	{"note-empty", "markdown", "Words[^1].\n\n§[^1]:\n"},
	{"note-in-note", "markdown", "Words[^1], more[^2].\n\n[^1]: Text§[^2].\n[^2]: Text.\n"},
	{"heading-skips", "markdown", "# One\n\n§### Three\n"},
	{"heading-skips", "markdown", "§## Two\n"},
	{"heading-misplaced", "markdown", "- a\n\n  §# One\n"},
	{"heading-misplaced", "markdown", "Words[^1].\n\n[^1]: §# One\n"},
	{"empty-heading", "markdown", "§#\n\nWords.\n"},
	{"image-without-alt", "markdown", "Words.\n\n§![](map.png)\n"},
	{"raw-html", "markdown", "Étés §<b>bold words.\n"},
	{"raw-html", "markdown", "Words.\n\n§<div>\nWords.\n</div>\n"},
	{"raw-html", "markdown", "Words.\n\n§<!-- hidden -->\n"},
	{"bad-div", "markdown", "§::: {.warning}\nWords.\n:::\n"},
	{"div-not-closed", "markdown", "§::: {lang=fr}\nMots.\n"},
	{"div-not-open", "markdown", "Words.\n\n§:::\n"},
	{"table-nothing-above", "markdown", "| A | B |\n|---|---|\n| 1 | §^^ |\n"},
	{"table-cells", "markdown", "| A | B |\n|---|---|\n§| 1 | 2 | 3 |\n"},
	{"table-too-wide", "markdown",
		"Words.\n\n§|" + strings.Repeat("a|", 101) + "\n|" + strings.Repeat("-|", 101) + "\n"},
	{"nested-too-deep", "markdown", strings.Repeat("> ", 31) + "§" + strings.Repeat("> ", 40) + "deep\n"},
	{"nested-too-deep", "markdown", "Words.\n\n§" + strings.Repeat(">", 5000) + "\n"},
	{"csv-column", "csv", "name,§nom\na,b\n"},
	{"csv-column", "csv", "name;delegation;§Rôles\na;b;c\n"},
	{"csv-column-twice", "csv", "name,role,§Name\na,b,c\n"},
	{"csv-empty", "csv", "§"},
	{"csv-no-head", "csv", "§States,Chad,Ms. Berg\nStates,Mali,Mr. Ba\n"},
	{"csv-no-name", "csv", "§group,delegation\na,b\n"},
	{"csv-quote", "csv", "name,role\né,a§\"b\n"},
	{"csv-row-length", "csv", "name,role\n\n§a,b,c\n"},
	{"csv-row-unnamed", "csv", "name,role,delegation\n§,,norway\n"},
	{"language-twice", "whole", "report: {title: T, language: [en, fr, §en], date: 2012-01-01}\n"},
	{"too-many-editions", "whole", "report: {title: T, language: [" + strings.Join(regions[:maxEditions], ", ") +
		", §" + regions[maxEditions] + "], date: 2012-01-01}\n"},
	{"not-yet", "keys", "layout: {conformance: §ua2+a4f}\n"},
}

// regions are languages by the regions that they are spoken in: more than a report has editions.
var regions = strings.Fields("en-AU en-BB en-BS en-BW en-CA en-FJ en-GB en-GH en-GM en-GY en-IE en-IN en-JM en-KE " +
	"en-LR en-MT en-MU en-NA en-NG en-NZ en-PG en-SG en-TT en-UG en-US en-ZA")

// bomb unfolds to 1000 x 1000 sessions' statements.
var bomb = "annexes:\n  - &a {title: A, original: o.pdf, originals: &b [" + strings.Repeat("o.pdf,", 500) + "]}\n" +
	strings.Repeat("  - *a\n", 500)

func TestFaultsAreFoundWhereTheyStand(t *testing.T) {
	dir := faultFolder(t)
	for _, f := range faults {
		t.Run(f.code, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.CopyFS(folder, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			symlink(t, "../o.pdf", filepath.Join(folder, "escape.pdf"))
			symlink(t, os.TempDir(), filepath.Join(folder, "escape"))
			name, manifest := "report.yaml", base
			text, want := unmark(f.text)
			switch f.kind {
			case "whole":
				manifest = text
			case "keys":
				manifest += text
				want.Line++
			case "markdown":
				name = "a.md"
				manifest += "front:\n  - {title: A, text: a.md}\n"
				write(t, folder, name, text)
			case "csv":
				name = "p.csv"
				manifest += "participants: p.csv\n"
				write(t, folder, name, text)
			}
			want.File = name
			write(t, folder, "report.yaml", manifest)
			if strings.Contains(text, "large.md") {
				if err := os.Truncate(filepath.Join(folder, "large.md"), maxText+1); err != nil {
					t.Fatal(err)
				}
			}
			all := read(t, folder)
			if f.code == "too-many-aliases" && len(all) > 0 {
				// it stops where the count ends; what comes before is the bomb's own
				all, want = all[len(all)-1:], all[len(all)-1].Pos
				for _, d := range read(t, folder) {
					if d.Code == f.code {
						all, want = []diag.Diagnostic{d}, d.Pos
					}
				}
			}
			if len(all) != 1 || all[0].Code != f.code || all[0].Pos != want {
				t.Errorf("%q: want %s %s", f.text, want, f.code)
				for _, d := range all {
					t.Errorf("  got %s %s: %s", d.Pos, d.Code, d.Message("en"))
				}
			}
			for _, d := range all {
				if strings.Contains(d.Message("en")+d.Hint("en"), "secret") {
					t.Errorf("a password is printed: %s", d.Message("en"))
				}
				for _, lang := range []string{"en", "fr"} {
					if d.Message(lang) == d.Code || strings.Contains(d.Message(lang)+d.Hint(lang), "{}") {
						t.Errorf("%s: %q", lang, d.Message(lang))
					}
				}
			}
		})
	}
}

// faultFolder holds the files that the sound parts of the manifests name.
func faultFolder(t *testing.T) string {
	dir := t.TempDir()
	for _, name := range []string{"o.pdf", "e.png", "map.png", "large.md", "folder/norway.pdf", "speech.md.txt",
		"my speech.rtf"} {
		write(t, dir, name, "x")
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func symlink(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir string) []diag.Diagnostic {
	t.Helper()
	var bag diag.Bag
	Read(context.Background(), nil, filepath.Join(dir, "report.yaml"), six, &bag)
	return bag.All()
}

// unmark takes § out and gives its line and column.
func unmark(text string) (string, diag.Pos) {
	before, after, _ := strings.Cut(text, "§")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return before + after, diag.Pos{Line: strings.Count(before, "\n") + 1, Column: len([]rune(line)) + 1}
}

// TestEveryCodeHasAFault holds the list above complete.
func TestEveryCodeHasAFault(t *testing.T) {
	planted := map[string]bool{"file-unreadable": true, "text-unreadable": true, // TestUnreadableFile, TestParserPanics
		"file-unused":      true,                             // TestUnusedTexts
		"manifest-missing": true, "manifest-is-folder": true} // TestNoManifest
	for _, f := range faults {
		planted[f.code] = true
	}
	for _, f := range officeFaults() {
		planted[f.code] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	known := map[string]bool{}
	for _, code := range diag.Codes() {
		known[code] = true
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			if code, _ := strconv.Unquote(literal.Value); known[code] {
				found++
				if !planted[code] {
					t.Errorf("%s: no fault is planted for %s", file, code)
				}
			}
			return true
		})
	}
	if found < 60 {
		t.Errorf("only %d codes were found in the sources", found)
	}
}

// TestLongManifest: a fault near the end of a manifest of megabytes is found in few readings of it, whatever its kind.
func TestLongManifest(t *testing.T) {
	var text strings.Builder
	text.WriteString(base + "sessions:\n")
	for text.Len() < 1<<20 {
		text.WriteString("  - id: a\n    title: A session\n    statements:\n      - {id: b, title: B, original: " +
			"o.pdf}\n    intro: |\n      Words that are written in the manifest itself.\n")
	}
	lines := strings.Count(text.String(), "\n")
	for code, faulty := range map[string]string{"yaml-colon": "title: A: b", "yaml-quote": "title: \"A",
		"yaml-flow": "title: {a: b", "yaml-indentation": " title: A"} {
		data := []byte(text.String() + "  - id: c\n    " + faulty + "\n" + strings.Repeat("  - id: c\n    title: A\n",
			500))
		var bag diag.Bag
		r := &reader{bag: &bag, file: "report.yaml", data: data, lines: lineStarts(data)}
		if r.parse() != nil {
			t.Error("a manifest out of a broken one")
		}
		if r.readings > 4 {
			t.Errorf("%s: found in %d readings", code, r.readings)
		}
		if all := bag.All(); len(all) != 1 || all[0].Code != code || all[0].Pos.Line != lines+2 {
			t.Errorf("%s: line %d: %v", code, lines+2, all)
		}
	}
}
