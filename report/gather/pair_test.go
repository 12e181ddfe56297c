package gather

import (
	"path"
	"strings"
	"testing"

	"rapporteur/layout/lang"
)

// filed is a file of a name, with what its name says and what its first page does.
func filed(name, head string) *file {
	f := &file{path: name, kind: original, head: head, label: labelOf(name, lang.Embedded())}
	if path.Ext(name) == ".md" {
		f.kind = text
	}
	f.lang = f.label.lang
	f.sure = f.party != nil
	return f
}

// joined writes statements in short: the text and its originals, in order.
func joined(all []*statement) string {
	var out []string
	for _, s := range all {
		var names []string
		for _, f := range s.files() {
			names = append(names, f.path)
		}
		out = append(out, strings.Join(names, "+"))
	}
	return strings.Join(out, " ")
}

// TestPaired: a text and originals are put together by their names, by whose they are, and by what their first pages
// say, never where their names say otherwise, and nothing is put to one of several that are as like it.
func TestPaired(t *testing.T) {
	const (
		fish = "We thank the Chair. The stocks of tuna in the western ocean have fallen by a third since the last " +
			"meeting of the parties, and my delegation asks for a moratorium."
		ports = "We thank the Chair. Inspections in ports have shown that a quarter of the vessels land more than " +
			"they declare, which no State can accept for long."
		begin = "We thank the Chair for this meeting of the parties and the secretariat for its work on documents."
	)
	for name, c := range map[string]struct {
		files []*file
		want  string
	}{
		"by name": {[]*file{filed("b.md", ""), filed("a.md", ""), filed("a.pdf", ""), filed("b.pdf", "")},
			"a.md+a.pdf b.md+b.pdf"},
		"as people count": {[]*file{filed("10.md", ""), filed("9.md", ""), filed("2.pdf", "")}, "2.pdf 9.md 10.md"},
		"by whose they are": {[]*file{filed("Kenya.md", ""), filed("KEN statement.pdf", ""), filed("Norway.pdf", "")},
			"Kenya.md+KEN statement.pdf Norway.pdf"},
		"by both": {[]*file{filed("Kenya fish.md", ""), filed("Kenya ports.md", ""), filed("KEN ports.pdf", ""),
			filed("KEN fish.pdf", "")}, "Kenya fish.md+KEN fish.pdf Kenya ports.md+KEN ports.pdf"},
		"by the words": {[]*file{filed("x.md", fish), filed("y.md", ports), filed("scan1.pdf", ports),
			filed("scan2.pdf", fish)}, "y.md+scan1.pdf x.md+scan2.pdf"},
		"by few words": {[]*file{filed("x.md", fish), filed("scan1.pdf", fish[:25])}, "scan1.pdf x.md"},
		"as like as another": {[]*file{filed("x.md", begin+fish), filed("y.md", begin+ports), filed("scan1.pdf",
			begin)},
			"scan1.pdf x.md y.md"},
		"names say otherwise": {[]*file{filed("Kenya.md", fish), filed("Norway.pdf", fish)}, "Kenya.md Norway.pdf"},
		"another item": {[]*file{filed("Kenya item 5.md", fish), filed("Kenya item 6.pdf", fish)},
			"Kenya item 5.md Kenya item 6.pdf"},
		"two languages": {[]*file{filed("Kenya.md", ""), filed("Kenya FR.pdf", ""), filed("Kenya EN.pdf", "")},
			"Kenya.md+Kenya FR.pdf+Kenya EN.pdf"},
		"the text's language first": {[]*file{filed("Kenya EN.md", ""), filed("Kenya FR.pdf", ""),
			filed("Kenya EN.pdf", "")}, "Kenya EN.md+Kenya EN.pdf+Kenya FR.pdf"},
		"twice in one": {[]*file{filed("Kenya.md", ""), filed("Kenya one FR.pdf", ""), filed("Kenya two FR.pdf", "")},
			"Kenya.md+Kenya one FR.pdf Kenya two FR.pdf"},
		"without a text": {[]*file{filed("Kenya FR.pdf", ""), filed("Kenya EN.pdf", ""), filed("Chad EN.pdf", ""),
			filed("scan1.pdf", ""), filed("scan2.pdf", "")},
			"Chad EN.pdf Kenya FR.pdf+Kenya EN.pdf scan1.pdf scan2.pdf"},
	} {
		if got := joined(paired(c.files)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestMostSpoken: the report's language is that of most texts, then that of most originals, then that of the first.
func TestMostSpoken(t *testing.T) {
	for files, want := range map[string]string{"a EN.md b FR.md c FR.md": "fr", "a EN.md b FR.md c FR.pdf": "fr",
		"a EN.md b FR.md": "en", "a FR.md b EN.md": "fr", "a EN.md b FR.pdf c FR.pdf": "en", "a FR.pdf": "fr",
		"a.md":                       "",
		"":                           "",
		"a EN.pdf b FR.pdf c FR.pdf": "fr"} {
		var list []*file
		for _, name := range strings.SplitAfter(files, ".md") {
			for _, name := range strings.SplitAfter(name, ".pdf") {
				if name = strings.TrimSpace(name); name != "" {
					list = append(list, filed(name, ""))
				}
			}
		}
		if got := mostSpoken(list); got != want {
			t.Errorf("%s: %q, want %q", files, got, want)
		}
	}
}

// TestPartsOfFolder: what a folder holds beside statements goes where its names say, or to the annexes where that is
// taken, or takes no such file.
func TestPartsOfFolder(t *testing.T) {
	files := map[string]string{"Participants.csv": "name,role,delegation\nN,R,Kenya\n",
		"Register of participants.csv": "a,b\n"}
	for _, name := range []string{"Foreword.md", "Summary.md", "Summary two.md", "Participants.md", "conclusions.pdf",
		"Background.md", "Background.pdf", "01 Opening/Kenya.md", "01 Opening/Kenya.pdf", "01 Opening/intro.md",
		"01 Opening/debate.md", "01 Opening/discussion.md", "Map of the area.pdf"} {
		files[name] = map[bool]string{true: "%PDF-1.7 "}[path.Ext(name) == ".pdf"] + "Words of " + name + "\n"
	}
	text, told := gathered(t, files, "", "")
	holds(t, text, "summary:\n  title: Summary\n  text: Summary.md\n", "participants: Participants.csv\n",
		"front:\n  - id: foreword\n    title: Foreword\n    text: Foreword.md\n",
		"introduction:\n  - id: background\n    title: Background\n    text: Background.md\n",
		"    title: Background\n    original: Background.pdf\n",
		"    title: Conclusions\n    original: conclusions.pdf\n",
		"    title: Summary two\n    text: Summary two.md\n", "    title: Participants\n    text: Participants.md\n",
		"    title: Map of the area\n    original: Map of the area.pdf\n", "    intro: 01 Opening/intro.md\n",
		"    debate: 01 Opening/debate.md\n",
		"        text: 01 Opening/Kenya.md\n        original: 01 Opening/Kenya.pdf\n",
		"    title: Discussion\n    text: 01 Opening/discussion.md\n")
	holds(t, told, "import-other-kind Register of participants.csv\n")
}

// TestVersionsInOrder: a later version is one of a higher number, final after what says nothing and that after a draft,
// of a later day, and of a higher copy.
func TestVersionsInOrder(t *testing.T) {
	order := []string{"a draft v1.md", "a draft v2.md", "a v1.md", "a v2.md", "a v3 2011-09-18.md",
		"a v3 2011-09-19.md",
		"a v3 2011-09-19 (2).md", "a v3 2011-09-19 (3).md", "a final.md", "a final v2.md"}
	for i, older := range order {
		for k, newer := range order {
			v, w := labelOf(older, lang.Embedded()).version, labelOf(newer, lang.Embedded()).version
			if v.less(w) != (i < k) {
				t.Errorf("%s before %s: %v", older, newer, v.less(w))
			}
		}
	}
}

// TestIDs: ids are the letters of words without accents, at most 48 of them, and no two are one.
func TestIDs(t *testing.T) {
	taken := ids{}
	for _, c := range [][2]string{{"Opening – session", "opening-session"}, {"Opening session", "opening-session-2"},
		{"Opening session", "opening-session-3"}, {"Été", "ete"}, {"会议", "part"}, {"会议", "part-2"}, {"(a) z9", "a-z9"},
		{strings.Repeat("a", 60), strings.Repeat("a", 48)}, {strings.Repeat("b", 47) + " c", strings.Repeat("b", 47)}} {
		if got := taken.of(c[0], "part"); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
	for s, want := range map[string]string{"plain": "plain", "true": `"true"`, "a: b": `"a: b"`,
		`a "b" \`: `"a \"b\" \\"`,
		"a ":      `"a "`, "": `""`, "false": `"false"`, "5 States": "5 States"} {
		if got := quoted(s); got != want {
			t.Errorf("%q is written %s", s, got)
		}
	}
}
