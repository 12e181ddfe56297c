package layout

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rapporteur/fonts"
	"rapporteur/layout/text"
)

var randomPages = flag.Int("pages", 300, "how many random pages are set and looked at")

// sentences are those of the example's texts, by language.
func sentences(t *testing.T) map[string][]string {
	files, err := filepath.Glob("../cmd/rapporteur/starter/texts/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	marks := regexp.MustCompile(`\[\^?@?[^\]]*\](\([^)]*\))?|[*_#]|\{[^}]*\}`)
	signs := map[string]string{"en": " the ", "fr": " les ", "es": " los ", "ru": " и ", "ar": " من ", "zh": "的"}
	out := map[string][]string{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for para := range strings.SplitSeq(string(data), "\n\n") {
			if strings.ContainsAny(para, "|:!<") || strings.HasPrefix(para, "-") || strings.HasPrefix(para, "#") {
				continue
			}
			para = strings.Join(strings.Fields(marks.ReplaceAllString(para, "")), " ")
			lang := ""
			for tag, sign := range signs {
				if strings.Contains(para, sign) {
					lang = tag
				}
			}
			stop := ". "
			if lang == "zh" {
				stop = "。"
			}
			for _, s := range strings.SplitAfter(para, stop) {
				if n := utf8.RuneCountInString(s); lang != "" && n > 30 && n < 500 {
					out[lang] = append(out[lang], strings.TrimSpace(s))
				}
			}
		}
	}
	return out
}

// randomChapter is a chapter as reports have them: headings, numbered and other paragraphs, notes, lists, quotations,
// tables and figures.
func randomChapter(r *rand.Rand, said []string) *Run {
	run := &Run{ID: "x", Root: Element{Tag: "Sect"}}
	speak := func(most int) string {
		var list []string
		for range 1 + r.Intn(most) {
			list = append(list, said[r.Intn(len(said))])
		}
		return strings.Join(list, " ")
	}
	title := func() []Inline {
		words, between := strings.Fields(said[r.Intn(len(said))]), " "
		if len(words) < 3 { // of a script without spaces
			words, between = strings.Split(words[0], ""), ""
		}
		return say(strings.Join(words[:min(len(words), 2+r.Intn(9))], between))
	}
	notes := 0
	for i := range 25 + r.Intn(60) {
		if i == 0 || r.Intn(9) == 0 {
			run.Blocks = append(run.Blocks, &Heading{Level: 2 + r.Intn(3), Role: HeadA, Number: "A.", Inlines: title()})
		}
		p := &Paragraph{Inlines: say(speak(5))}
		if r.Intn(2) == 0 {
			p.Role, p.Label = Numbered, fmt.Sprintf("%d.", i+1)
		}
		if r.Intn(7) == 0 {
			notes++
			id := fmt.Sprint(notes)
			p.Inlines = append(p.Inlines, Inline{Text: id, Emph: Superior, Note: &Note{ID: id, Mark: id,
				Blocks: []Block{&Paragraph{Role: NoteText, Inlines: say(speak(3))}}}})
		}
		run.Blocks = append(run.Blocks, p)
		switch r.Intn(32) {
		case 0:
			run.Blocks = append(run.Blocks, &Float{Blocks: []Block{&Figure{Alt: "x", Caption: title(),
				Align: text.Center, Picture: &Picture{Width: 300 + r.Intn(600), Height: 200 + r.Intn(500)}}}})
		case 1:
			t := &Table{Columns: []Column{{}, {}}, Again: say("(continued)"),
				Head: []TableRow{{Cells: []TableCell{{Inlines: title()}, {Inlines: title()}}}}}
			for range 2 + r.Intn(25) {
				t.Rows = append(t.Rows, TableRow{Cells: []TableCell{{Inlines: title()}, {Inlines: say(speak(2))}}})
			}
			run.Blocks = append(run.Blocks, &Float{Blocks: []Block{
				&Paragraph{Role: Caption, Inlines: title(), KeepNext: true}, t}})
		case 2, 3:
			l := &List{Numbering: "Disc"}
			for range 2 + r.Intn(5) {
				l.Items = append(l.Items, Item{Label: "•", Blocks: []Block{&Paragraph{Inlines: say(speak(2))}}})
			}
			run.Blocks = append(run.Blocks, l)
		case 4, 5: // recommendations, which say that they go on
			for k := range 1 + r.Intn(8) {
				name := fmt.Sprint("Recommendation ", k+1)
				run.Blocks = append(run.Blocks, &Group{Again: say(name + " (continued)"), Over: HeadC, Blocks: []Block{
					&Heading{Level: 3, Role: HeadC, Inlines: say(name)},
					&Paragraph{Role: Recommendation, Label: "1.", Inlines: say(speak(4))},
					&Group{Indent: 20 * Pt, Blocks: []Block{&Paragraph{Role: Lead, Inlines: say(speak(2))}}}}})
			}
		case 6: // what announces a list
			run.Blocks = append(run.Blocks, &Paragraph{Inlines: say(strings.TrimRight(speak(4), ".。") + ":"),
				KeepNext: true}, &List{Numbering: "Disc", Items: []Item{
				{Label: "•", Blocks: []Block{&Paragraph{Inlines: say(speak(1))}}},
				{Label: "•", Blocks: []Block{&Paragraph{Inlines: say(speak(1))}}}}})
		case 7:
			q := &Paragraph{Role: QuoteText, Inlines: say(speak(4))}
			run.Blocks = append(run.Blocks, &Quote{Blocks: []Block{q}})
		}
	}
	return run
}

// flaws are what an editor would circle, by name.
type flaws map[string]int

// look counts the flaws of a settled run.
func (f flaws) look(s *Settled, height Length, tell func(kind string, page int, words string)) {
	found := func(kind string, page int, words string) {
		f[kind]++
		tell(kind, page, words)
	}
	rows := s.body.segments[0].rows
	read, place := asRead(s.body.orders[0], rows)
	whole := wholeLines(read)
	for i := range s.body.pages {
		p := &s.body.pages[i][0]
		last, first := &rows[max(p.to-1, 0)], p.from
		for last.kind == gapRow && p.to > 1 {
			p.to--
			last = &rows[p.to-1]
		}
		if i < s.Count-1 && p.to > p.from {
			switch l := whole[place[p.to-1]]; {
			case last.penalty >= breakGrave && last.level > 0:
				found("lone head", i, "")
			case l.first && !l.last && last.kind == lineRow:
				found("orphan", i, "")
			case last.penalty >= breakGrave:
				found("what had to stay with the next", i, "")
			}
			if n := len(last.parts); n > 0 && last.kind == lineRow && last.parts[n-1].line.Hyphenated {
				found("hyphen at the page's end", i, Words(last.parts[n-1].line))
			}
		}
		top := whole[place[min(first, len(place)-1)]]
		if i > 0 && p.to > first && rows[first].kind == lineRow && top.last && !top.first {
			found("widow", i, Words(rows[first].parts[len(rows[first].parts)-1].line))
		}
		if p.content+p.foot > p.height+shrinks(rows[p.from:p.to]) {
			found("overfull page", i, points(p.content+p.foot))
		}
	}
	f.lines(read, found)
	for i := range s.Count {
		f.leading(s.Page(i), rows, height, i, found)
	}
}

// asRead gives rows in the order in which they are read, which floats have changed, and the place of each in it.
func asRead(o order, rows []row) (read []row, place []int) {
	at := make([]int, len(rows))
	for i := range at {
		at[i] = i
	}
	if len(o.rows) > 0 {
		slices.SortFunc(at, func(i, j int) int { return int(o.rows[i] - o.rows[j]) })
	}
	read, place = make([]row, len(rows)), make([]int, len(rows))
	for i, k := range at {
		read[i], place[k] = rows[k], i
	}
	return read, place
}

func shrinks(rows []row) (sum Length) {
	for i := range rows {
		sum += rows[i].shrink
	}
	return sum
}

// lines looks at the lines of all paragraphs.
func (f flaws) lines(rows []row, found func(string, int, string)) {
	hyphens, count := 0, 0
	for i := range rows {
		r := &rows[i]
		if r.kind != lineRow || len(r.parts) == 0 {
			continue
		}
		p := &r.parts[len(r.parts)-1]
		count++
		f["lines"]++
		if p.line.Start+p.line.Width > p.width+Pt/2 {
			found("overfull line", 0, Words(p.line))
		}
		hyphens++
		if !p.line.Hyphenated {
			hyphens = 0
		}
		if hyphens == 3 {
			found("ladder", 0, Words(p.line))
		}
		if p.line.Last {
			letters, least := 0, 4
			for _, c := range Words(p.line) {
				if unicode.Is(unicode.Han, c) { // a word or two
					least = 1
				}
				if unicode.IsLetter(c) || unicode.IsDigit(c) {
					letters++
				}
			}
			if count > 1 && letters <= least {
				found("runt", 0, Words(p.line))
			}
			count, hyphens = 0, 0
		}
	}
}

// leading looks whether the lines of a paragraph stand evenly on a page, and none below its frame.
func (f flaws) leading(page Page, rows []row, height Length, i int, found func(string, int, string)) {
	at := map[*text.Line]Length{}
	for _, m := range page.Marks {
		if tm, ok := m.(TextMark); ok && !tm.Artifact {
			at[tm.Line] = tm.Y
			if tm.Y > height+Pt/100 {
				found("line below the frame", i, Words(tm.Line))
			}
		}
	}
	var before *row
	for k := range rows {
		r := &rows[k]
		if r.kind != lineRow || len(r.parts) == 0 {
			before = nil
			continue
		}
		line := r.parts[len(r.parts)-1].line
		if before != nil {
			last := before.parts[len(before.parts)-1].line
			y0, here := at[last]
			y1, there := at[line]
			if here && there && !last.Last && y1-y0 != r.size() {
				found("uneven leading", i, Words(line))
			}
		}
		before = r
	}
}

// frames are those of A4, of letter, of pages with wide margins, and of A5.
var frames = [][2]Length{{425 * Pt, 657 * Pt}, {468 * Pt, 648 * Pt}, {440 * Pt, 640 * Pt}, {453 * Pt, 700 * Pt},
	{307 * Pt, 465 * Pt}}

// Random chapters in the words of the example have no flaw that an editor would circle.
func TestRandomPagesAreWithoutFlaw(t *testing.T) {
	said := sentences(t)
	all, pages := flaws{}, 0
	for seed := int64(0); pages < *randomPages; seed++ {
		r := rand.New(rand.NewSource(seed))
		lang := []string{"en", "fr", "es", "ru", "ar", "zh"}[seed%6]
		if len(said[lang]) < 15 {
			t.Fatalf("%d sentences in %s", len(said[lang]), lang)
		}
		size := frames[r.Intn(len(frames))]
		s := settle(t, housed(testSheet(lang, size[0], size[1])), randomChapter(r, said[lang])).Runs[0]
		pages += s.Count
		all.look(s, size[1], func(kind string, page int, words string) {
			t.Errorf("seed %d (%s), page %d of %d: %s: %s", seed, lang, page, s.Count, kind, words)
		})
	}
	t.Logf("%d pages: %v", pages, all)
}

// housed gives a sheet the looks of prose that the house style has.
func housed(s *Sheet) *Sheet {
	for _, r := range []Role{QuoteText, ListText} {
		s.Looks[r].After = 4 * Pt
	}
	s.Looks[Caption] = Look{Face: fonts.Face{Italic: true}, Size: 9 * Pt, Leading: 11 * Pt, After: 4 * Pt,
		Align: text.Start}
	s.Looks[CellText] = Look{Size: 9 * Pt, Leading: 11 * Pt, Align: text.Start}
	s.Looks[CellHead] = Look{Face: fonts.Face{Bold: true}, Size: 8 * Pt, Leading: 10 * Pt, Align: text.Start}
	return s
}
