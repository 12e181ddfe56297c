package text

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"rapporteur/fonts"
)

func setAt(s *Setter, lang, text string, measure Length) []Line {
	lines, _ := s.Set(prose(lang, text, measure))
	return lines
}

// TestTextOfLinesIsTheText: what the glyphs stand for, joined over the lines, is the paragraph, with U+00AD where a
// hyphen was put in; and every glyph stands for something.
func TestTextOfLinesIsTheText(t *testing.T) {
	s := newTestSetter()
	texts := map[string]string{
		"en": sample, "ar": arabicProse + " (A/RES/60/288) UNESCO 14-17.",
		"ru": "Официальное сотрудничество: № 60, «международный» терроризм — общая угроза.",
		"fr": "L’efficacité de l’humanisation : « l’office » des affaires affluait ; 12\u00a0%\u202f!",
		"es": "—¿Cómo? —contestó—. El 1.º de enero.",
		"zh": "主席说：“全球战略”（第60/288号决议）是UNESCO工作的基础；《宪章》……完——好。",
	}
	for lang, text := range texts {
		for _, measure := range []Length{60 * Pt, 150 * Pt, 425 * Pt} {
			for _, st := range []Style{{Size: 11 * Pt, Lang: in(lang)}, {Size: 11 * Pt, Lang: in(lang),
				Face: fonts.Face{Bold: true}}, {Size: 9 * Pt, Lang: in(lang), SmallCaps: true},
				{Size: 9 * Pt, Lang: in(lang), SmallCaps: true, Face: fonts.Face{Italic: true}}} {
				p := &Paragraph{Pieces: []Piece{{Text: text, Style: st}}, Lang: in(lang), Measure: measure,
					Hyphenate: true}
				lines, _ := s.Set(p)
				var b strings.Builder
				for i := range lines {
					for strip := range lines[i].Strips {
						for _, g := range strip.Glyphs {
							if g.Text == "" && !strip.ActualText || g.ID == 0 || !utf8.ValidString(g.Text) {
								t.Errorf("%s: glyph %d stands for %q", lang, g.ID, g.Text)
							}
							b.WriteString(g.Text)
						}
					}
				}
				if got := strings.ReplaceAll(b.String(), "\u00ad", ""); got != text {
					t.Errorf("%s at %d: %q", lang, measure, got)
				}
				if n := strings.Count(b.String(), "\u00ad"); n != count(lines, text) {
					t.Errorf("%s at %d: %d hyphens for %d lines that end in one", lang, measure, n, count(lines, text))
				}
			}
		}
	}
}

// count gives the lines that end in a hyphen that is not in the text.
func count(lines []Line, _ string) int {
	n := 0
	for i := range lines {
		if lines[i].Hyphenated && strings.HasSuffix(lineText(&lines[i]), "\u00ad") {
			n++
		}
	}
	return n
}

func TestLinesFillTheMeasure(t *testing.T) {
	s := newTestSetter()
	for lang, text := range map[string]string{"en": sample, "ar": arabicProse} {
		lines := setAt(s, lang, text, 300*Pt)
		for i := range lines {
			l := &lines[i]
			if !l.Last && (l.Width != 300*Pt || l.Start != 0) {
				t.Errorf("%s line %d: %d + %d", lang, i, l.Start, l.Width)
			}
			if l.Last && (l.Width > 300*Pt || (l.Start == 0) == (lang == "ar")) {
				t.Errorf("%s, last line: %d + %d", lang, l.Start, l.Width)
			}
		}
	}
	p := prose("en", sample, 300*Pt)
	p.First = 20 * Pt
	lines, _ := s.Set(p)
	if lines[0].Start != 20*Pt || lines[0].Width != 280*Pt || lines[1].Start != 0 {
		t.Error("indent:", lines[0].Start, lines[0].Width, lines[1].Start)
	}
	for align, start := range map[Align]Length{Start: 0, End: 1, Center: 2} {
		p := prose("en", "A short line", 300*Pt)
		p.Align = align
		lines, _ := s.Set(p)
		rest := 300*Pt - lines[0].Width
		if want := []Length{0, rest, rest / 2}[start]; lines[0].Start != want || rest < 200*Pt {
			t.Errorf("align %d: starts at %d, not %d", align, lines[0].Start, want)
		}
	}
}

// TestGlyphBeyond: a glyph that the substitutions of a damaged font name, and that the font does not have, is missing.
func TestGlyphBeyond(t *testing.T) {
	f := fonts.Embedded("SourceSans3-Regular")
	s := newTestSetter()
	c := char{r: 'a', to: 1, font: f, size: 10 * Pt}
	s.chars = []char{c}
	for id, missing := range map[int]bool{0: true, 5: false, f.Glyphs() - 1: false, f.Glyphs(): true, 0xFFFF: true,
		0x10005: true} {
		w := &word{}
		s.takeCluster(w, c, []shaping.Glyph{{GlyphID: font.GID(id)}}, 0, 1, 1)
		if (len(w.missing) == 1) != missing || (len(w.marks) == 1) == missing {
			t.Errorf("glyph %d of %d: %d missing, %d there", id, f.Glyphs(), len(w.missing), len(w.marks))
		}
	}
}

func TestMissingGlyph(t *testing.T) {
	s := newTestSetter()
	p := prose("en", "", 300*Pt)
	p.Pieces = []Piece{
		{Text: "soft\u00ad hy\u200bphen \u2066\u202fnarrow\u2069 no\u2011break \ufeff a\u200db",
			Style: Style{Size: 10 * Pt, Lang: in("en")}, Origin: 6},
		{Text: "the cat \U0001F408 sat", Style: Style{Size: 10 * Pt, Lang: in("en")}, Origin: 7},
	}
	_, faults := s.Set(p)
	want := Complaint{Code: "missing-glyph", Origin: 7, Offset: 8, Rune: 0x1F408}
	if len(faults) != 1 || fmt.Sprint(faults[0]) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", faults, want)
	}
	// What another program put in the place of a character that it lost.
	_, faults = s.Set(prose("en", "caf\ufffd", 300*Pt))
	want = Complaint{Code: "character-lost", Offset: 3, Rune: 0xFFFD}
	if len(faults) != 1 || fmt.Sprint(faults[0]) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", faults, want)
	}
	// Bold Chinese that only the regular has.
	p = prose("zh", "王龍王", 300*Pt)
	p.Pieces[0].Style.Face.Bold = true
	lines, faults := s.Set(p)
	want = Complaint{Code: "bold-missing", Offset: 1, Rune: '龍'}
	if len(faults) != 1 || fmt.Sprint(faults[0]) != fmt.Sprint(want) || lineText(&lines[0]) != "王龍王" {
		t.Errorf("%v, want %v", faults, want)
	}
}

// TestSurplusGlyphs: a cluster with more glyphs than characters stands alone in a strip that says what it is; the rest
// of the line is not touched.
func TestSurplusGlyphs(t *testing.T) {
	f, _ := fonts.NewLibrary(nil).Pick(fonts.Face{}, fonts.Western, 'a')
	w := &word{text: "abc", width: 40, runs: []wordRun{{font: f, size: 10 * Pt, to: 4}},
		marks: []wordGlyph{{id: 1, advance: 10, to: 1}, {id: 2, advance: 10, from: 1, to: 2},
			{id: 3, advance: 10, from: 2, to: 2}, {id: 4, advance: 10, from: 2, to: 3}}}
	for _, rtl := range []bool{false, true} {
		w.rtl = rtl
		level := int8(0)
		if rtl {
			level = 1
		}
		l := Line{to: 1, Last: true, Width: 40, par: &paragraph{tokens: []token{{w: w, level: level}},
			pieces: []pieceInfo{{}}, rtl: rtl, ordered: rtl}}
		var got []string
		for s := range l.Strips {
			text := fmt.Sprint(s.X)
			for _, g := range s.Glyphs {
				text += " " + g.Text
			}
			if s.ActualText {
				text += " = " + s.Text
			}
			got = append(got, text)
		}
		want := "[0 a 10 b  = b 30 c]"
		if rtl { // never there: readers reverse it
			want = "[40 a b  c]"
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q, want %q", fmt.Sprint(got), want)
		}
	}
}

func TestControlsAreNotPainted(t *testing.T) {
	s := newTestSetter()
	lines := setAt(s, "en", "a\u200b\u200db\u2060c \u202ad\u202c \u2067e\u2069 f\ufe0fg h\u00adi", 300*Pt)
	if got := lineText(&lines[0]); got != "abc d e fg hi" {
		t.Errorf("%q", got)
	}
	for st := range lines[0].Strips {
		for _, g := range st.Glyphs {
			if g.Advance == 0 {
				t.Errorf("a glyph without width for %q", g.Text)
			}
		}
	}
}

func TestChineseLines(t *testing.T) {
	s := newTestSetter()
	text := "主席在开幕词中说，“全球反恐战略”（第60/288号决议）是各国共同努力的基础；各国代表团对教科文组织的工作表示赞赏。会议通过了《行动计划》，其中包括：教育、文化、科学、传播等领域的具体措施（见附件）。" +
		"代表们指出：“没有和平，就没有发展！”"
	squeezed := 0
	for measure := 60 * Pt; measure < 240*Pt; measure += 3 * Pt {
		lines, faults := s.Set(prose("zh", text, measure))
		if len(faults) > 0 {
			t.Errorf("%d: %v", measure, faults)
		}
		for i := range lines {
			l := &lines[i]
			line := []rune(lineText(l))
			if closesHan(line[0]) {
				t.Errorf("%d: a line begins %q", measure, string(line[:2]))
			}
			if opensHan(line[len(line)-1]) {
				t.Errorf("%d: a line ends %q", measure, string(line[len(line)-2:]))
			}
			if !l.Last && l.Width != measure {
				t.Errorf("%d: line %d is %d wide", measure, i, l.Width)
			}
			// Punctuation at the edge keeps no blank there.
			first, last := l.word(l.from), l.word(l.to-1)
			for st := range l.Strips {
				if first.left > 0 && l.Start == 0 {
					if squeezed++; st.X != -first.left {
						t.Errorf("%d: line %d begins at %d with %q", measure, i, st.X, first.text)
					}
				}
				break
			}
			if last.right > 0 && !l.Last {
				squeezed++
			}
		}
	}
	if squeezed < 20 {
		t.Error("nothing was squeezed")
	}
	// Two marks side by side take the place of one and a half.
	one, two := s.Width(prose("zh", "国。", 0).Pieces, in("zh")), s.Width(prose("zh", "国。”", 0).Pieces, in("zh"))
	if two-one != 11*Pt/2 {
		t.Errorf("a second mark takes %d", two-one)
	}
}

func TestWhereNoLineEnds(t *testing.T) {
	s := newTestSetter()
	for _, c := range []struct{ lang, text, together string }{
		{"ru", "Генеральная Ассамблея приняла резолюцию № 60 и другие документы", "№ 60"},
		{"ru", "терроризм — это общая угроза для всех — и навсегда угроза — точка", "терроризм —"},
		{"en", "as noted in para. 14 of the report and in para. 17 of the annex to it", "para. 14"},
		{"es", "el período del 1.º de enero al 2.ª de todo lo demás que sigue aquí", "1.º de"},
		{"fr", "la résolution n° 60 et l’article § 12 de la loi no\u00a014 du pays", "n° 60"},
		{"fr", "un taux de 12 % de la population, soit 13 % des adultes du pays", "12 %"},
		{"fr", "il a dit « bonjour » à tous ; puis il est parti ; voilà tout", "tous ;"},
		{"en", "the resolution A/RES/60/288 and S/2011/463/Add.1 were adopted", "A/RES/60/288"},
		{"en", "it is 14-17 pages long and 18-21 lines wide in all copies", "14-17"},
		{"en", "adopted on 19 September 2011 by the Assembly, and on 3 May", "19 September"},
		{"en", "it was said by Mr. Okafor, and then by J.-P. Sartre in vol. II of the works", "vol. II"},
		{"en", "it was said by Mr. Okafor, and then by J.-P. Sartre in vol. II of the works", "Mr. Okafor"},
		{"en", "it was said by Mr. Okafor, and then by J.-P. Sartre in vol. II of the works", "J.-P. Sartre"},
		{"en", "some 12 km of pipes for 3.5 million people by 6 p.m. every day of it", "12 km"},
		{"en", "some 12 km of pipes for 3.5 million people by 6 p.m. every day of it", "3.5 million"},
		{"fr", "adoptée le 8 septembre 2006 par l’Assemblée, puis le 1er mai 2007", "8 septembre"},
		{"fr", "adoptée le 8 septembre 2006 par l’Assemblée, puis le 1er mai 2007", "1er mai"},
		{"fr", "la séance du 19 au 20, ouverte à 8 h 30 par Mme Durand et M. Diallo", "8 h 30"},
		{"fr", "la séance du 19 au 20, ouverte à 8 h 30 par Mme Durand et M. Diallo", "Mme Durand"},
		{"fr", "un total de 10 000 personnes et de 1 250 000 unités de compte pour tous", "1 250 000"},
		{"fr", "voir le document n° 5 de la série, p. 12 et par. 7 de la partie", "n° 5"},
		{"fr", "voir le document n° 5 de la série, p. 12 et par. 7 de la partie", "p. 12"},
		{"en", "a total of 10 000 people, as p. 12 of document No. 5 says of it", "10 000"},
		{"en", "a total of 10 000 people, as p. 12 of document No. 5 says of it", "p. 12"},
		{"es", "aprobada el 19 de septiembre de 2011 por la Asamblea y otra vez el 3", "19 de septiembre"},
		{"es", "aprobada el 19 de septiembre de 2011 por la Asamblea y otra vez el 3", "de 2011"},
		{"de", "beschlossen am 19. September 2011 von der Versammlung und noch einmal", "19. September"},
		{"ru", "принята 19 сентября 2011 года Генеральной Ассамблеей и затем снова", "19 сентября"},
		{"ru", "принята 19 сентября 2011 года Генеральной Ассамблеей и затем снова", "2011 года"},
		{"ru", "все государства, и в том числе эти, к сожалению, не участвуют", "и в том"},
		{"ru", "все государства, и в том числе эти, к сожалению, не участвуют", "к сожалению,"},
		{"ru", "сказал А. С. Пушкин, когда ему было 20 лет от роду и ещё немного", "А. С. Пушкин,"},
		{"ru", "выделено 5 млн долл. США на все нужды в XX в. и по ч. 2 ст. 5 закона", "5 млн долл. США"},
		{"ru", "выделено 5 млн долл. США на все нужды в XX в. и по ч. 2 ст. 5 закона", "XX в."},
		{"ar", "تنص الفقرة 14 من القرار رقم 60 على أن 12 كم و 15 مليون دولار لا تكفي", "الفقرة 14"},
		{"ar", "تنص الفقرة 14 من القرار رقم 60 على أن 12 كم و 15 مليون دولار لا تكفي", "رقم 60"},
		{"ar", "تنص الفقرة 14 من القرار رقم 60 على أن 12 كم و 15 مليون دولار لا تكفي", "15 مليون دولار"},
		{"ar", "قال إن 38 في المائة من السكان و 40 في المائة من الأسر قد شاركوا في البرنامج", "38 في المائة"},
		{"en", "some 38 per cent of them had paid US$ 3 or € 40, as Article 51 and Annex II say", "38 per cent"},
		{"en", "some 38 per cent of them had paid US$ 3 or € 40, as Article 51 and Annex II say", "US$ 3"},
		{"en", "some 38 per cent of them had paid US$ 3 or € 40, as Article 51 and Annex II say", "€ 40,"},
		{"en", "some 38 per cent of them had paid US$ 3 or € 40, as Article 51 and Annex II say", "Annex II"},
		{"en", "some 38 per cent of them had paid US$ 3 or € 40, as Article 51 and Annex II say", "Article 51"},
		{"fr", "selon l’article 51 de la Charte et l’annexe IV, cela coûtait 15 €, 20 $ ou 3 Mds", "l’article 51"},
		{"fr", "selon l’article 51 de la Charte et l’annexe IV, cela coûtait 15 €, 20 $ ou 3 Mds", "15 €,"},
		{"es", "el 38 %, es decir, el 12 por ciento, según Juan Pablo II y el capítulo VII de todo", "38 %,"},
		{"es", "el 38 %, es decir, el 12 por ciento, según Juan Pablo II y el capítulo VII de todo", "12 por ciento"},
		{"es", "el 38 %, es decir, el 12 por ciento, según Juan Pablo II y el capítulo VII de todo", "Pablo II"},
		{"ru", "среди 500 тыс. человек, 15 руб., и т. д., в ХХ в., согласно статье 51 главы VII", "500 тыс. человек,"},
		{"ru", "среди 500 тыс. человек, 15 руб., и т. д., в ХХ в., согласно статье 51 главы VII", "15 руб.,"},
		{"ru", "среди 500 тыс. человек, 15 руб., и т. д., в ХХ в., согласно статье 51 главы VII", "и т. д.,"},
		{"ru", "среди 500 тыс. человек, 15 руб., и т. д., в ХХ в., согласно статье 51 главы VII", "в ХХ в.,"},
		{"ru", "среди 500 тыс. человек, 15 руб., и т. д., в ХХ в., согласно статье 51 главы VII", "статье 51"},
		{"ru", "как писали Пётр I и Николай II, там было 3 кг/м² и 10 км/ч, а потом ещё меньше", "Пётр I"},
		{"ru", "как писали Пётр I и Николай II, там было 3 кг/м² и 10 км/ч, а потом ещё меньше", "3 кг/м²"},
		{"zh", "会议于2011年9月19日在纽约通过了第14段和第5条所述的决议草案", "19日"},
		{"zh", "会议于2011年9月19日在纽约通过了第14段和第5条所述的决议草案", "第14段"},
	} {
		// what is wider than the line is divided all the same
		least := s.Width(prose(c.lang, c.together, 0).Pieces, in(c.lang))
		for m := least + Pt; m < 260*Pt; m += 2 * Pt {
			p := prose(c.lang, c.text, m)
			p.Hyphenate = false
			lines, _ := s.Set(p)
			var all []string
			for i := range lines {
				all = append(all, strings.TrimRight(lineText(&lines[i]), " "))
			}
			if !strings.Contains(strings.Join(all, "\n"), c.together) {
				t.Errorf("at %d pt %q is parted:\n%s", m/Pt, c.together, strings.Join(all, "\n"))
				break
			}
		}
	}
}

// TestRaisedLettersTie: letters above the line stay with what the word before them stays with.
func TestRaisedLettersTie(t *testing.T) {
	s := newTestSetter()
	raised := Style{Size: 11 * Pt, Lang: in("fr"), Superior: true}
	plain := Style{Size: 11 * Pt, Lang: in("fr")}
	for _, c := range [][3]string{{"XX", "e", " siècle"}, {"n", "o", " 5"}, {"le 1", "er", " janvier 2012"}} {
		for m := 60 * Pt; m < 220*Pt; m += 2 * Pt {
			lines, _ := s.Set(&Paragraph{Lang: plain.Lang, Measure: m, Pieces: []Piece{
				{Text: "la paix entre tous les peuples, ", Style: plain}, {Text: c[0], Style: plain},
				{Text: c[1], Style: raised}, {Text: c[2] + " et la suite de la phrase", Style: plain}}})
			for i := range lines {
				if text := strings.TrimRight(lineText(&lines[i]), " "); strings.HasSuffix(text, c[0]+c[1]) {
					t.Errorf("at %d pt a line ends %q", m/Pt, text)
				}
			}
		}
	}
}

// TestTiesGive: where together they are wider than the line, words that are tied are parted, and nothing sticks out; a
// no-break space is the author's and stays.
func TestTiesGive(t *testing.T) {
	s := newTestSetter()
	for _, align := range []Align{Justify, Start} {
		for _, c := range []struct{ lang, text string }{{"es", "19 de septiembre de 2011"}, {"ru", "и к государствам"},
			{"fr", "Mme Durand, M. Diallo, 1 250 000 000 000"}} {
			least := Length(0)
			for _, w := range strings.Fields(c.text) {
				least = max(least, s.Width(prose(c.lang, w, 0).Pieces, in(c.lang))+Pt)
			}
			for measure := least; measure < 150*Pt; measure += 5 * Pt {
				p := prose(c.lang, c.text, measure)
				p.Align, p.Hyphenate = align, false
				lines, faults := s.Set(p)
				if len(faults) > 0 {
					t.Errorf("%q at %d: %v", c.text, measure, faults)
				}
				for i := range lines {
					if lines[i].Hyphenated {
						t.Errorf("%q at %d is divided in %q", c.text, measure, lineText(&lines[i]))
					}
				}
			}
		}
	}
}

// TestWhole: what the report says of itself is not divided, nor is a month in a date.
func TestWhole(t *testing.T) {
	s := newTestSetter()
	divided := func(p *Paragraph, what string) bool {
		lines, _ := s.Set(p)
		var all strings.Builder
		for i := range lines {
			all.WriteString(strings.TrimRight(lineText(&lines[i]), " ") + " ")
		}
		// Fields parts at no-break spaces too
		return !strings.Contains(strings.Join(strings.Fields(all.String()), " "), what)
	}
	st := Style{Size: 11 * Pt, Lang: in("fr")}
	free := 0
	for measure := 90 * Pt; measure < 200*Pt; measure += 3 * Pt {
		for _, whole := range []bool{true, false} {
			p := &Paragraph{Lang: in("fr"), Measure: measure, Hyphenate: true, Pieces: []Piece{
				{Text: "Il a été dit que tous les États y auront part [", Style: st},
				{Text: "Recommandation\u00a012", Style: st, Whole: whole},
				{Text: "] et que rien ne manquera.", Style: st}}}
			if divided(p, "Recommandation 12") {
				if free++; whole {
					t.Errorf("at %d the recommendation is divided", measure)
				}
			}
		}
		dated := prose("fr", "La résolution a été adoptée et confirmée le 9 décembre 1999 par tous les États.", measure)
		if divided(dated, "9 décembre") {
			t.Errorf("at %d the month is divided", measure)
		}
	}
	if free < 3 {
		t.Error("nothing was divided where it may be")
	}
}

// TestRestOfAWord: a last line is not the rest of a divided word, and one of a single word only where the others gain
// by it.
func TestRestOfAWord(t *testing.T) {
	s := newTestSetter()
	long, alone := 0, 0
	for _, p := range corpus(t, "testdata/prose.txt") {
		if p.Lang.RTL() || fonts.HabitOf(p.Lang.WrittenIn()) == fonts.Square {
			continue
		}
		for p.Measure = 300 * Pt; p.Measure < 430*Pt; p.Measure += 3 * Pt {
			lines, _ := s.Set(p)
			n := len(lines)
			if n < 3 {
				continue
			}
			long++
			if words := strings.Fields(lineText(&lines[n-1])); len(words) == 1 {
				alone++
				if lines[n-2].Hyphenated {
					t.Errorf("%s at %d ends in the rest of a word, %q", p.Lang.Tag, p.Measure, words[0])
				}
			}
		}
	}
	if long < 200 || alone*100 > long*9 {
		t.Errorf("%d of %d paragraphs end in a line of one word", alone, long)
	}
}

func TestNotesAnchorsSpans(t *testing.T) {
	s := newTestSetter()
	st := Style{Size: 11 * Pt, Lang: in("en")}
	sup := st
	sup.Superior = true
	p := &Paragraph{Lang: in("en"), Measure: 200 * Pt, Hyphenate: true, Pieces: []Piece{
		{Text: "The Assembly", Style: st, Leaf: 1, Anchor: "a"}, {Text: "1", Style: sup, Leaf: 2, Note: 1},
		{Text: ", meeting in its long and memorable session, ", Style: st, Leaf: 3},
		{Text: "", Style: st, Anchor: "empty"},
		{Text: "adopted a strategy that rests on cooperation", Style: st, Leaf: 4, Link: 1, Anchor: "b"},
		{Text: "2", Style: sup, Leaf: 5, Note: 2, Break: true}, {Text: "End.", Style: st, Leaf: 6, Anchor: "c"},
	}}
	lines, faults := s.Set(p)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var notes []int32
	var anchors []string
	linked, leaves := 0, map[Node]Length{}
	for i := range lines {
		l := &lines[i]
		notes = append(notes, l.Notes...)
		anchors = append(anchors, l.Anchors()...)
		for sp := range l.Spans {
			if sp.X1 <= sp.X0 || sp.X0 < -Pt || sp.X1 > 201*Pt { // signs and letters hang out a little
				t.Errorf("line %d: span %+v", i, sp)
			}
			if sp.Link == 1 {
				linked++
			}
			leaves[sp.Leaf] += sp.X1 - sp.X0
		}
	}
	if fmt.Sprint(notes, anchors) != "[1 2] [a empty b c]" {
		t.Error(notes, anchors)
	}
	if linked < 2 || len(leaves) != 6 {
		t.Errorf("%d spans linked, leaves %v", linked, leaves)
	}
	if got := strings.TrimSpace(lineText(&lines[len(lines)-1])); got != "End." {
		t.Errorf("after the forced break: %q", got)
	}
	for i := range lines { // the mark stays with the word before it
		if strings.HasPrefix(lineText(&lines[i]), "1") || strings.HasPrefix(lineText(&lines[i]), "2") {
			t.Error("a line begins with a note's mark")
		}
	}
	raised := 0
	for i := range lines {
		for st := range lines[i].Strips {
			if st.Leaf == 2 || st.Leaf == 5 {
				for _, g := range st.Glyphs {
					if plain, _ := st.Font.Glyph([]rune(g.Text)[0]); plain != g.ID || st.Rise > 0 && st.Size < 11*Pt {
						raised++
					}
				}
			}
		}
	}
	if raised != 2 {
		t.Errorf("%d marks are raised", raised)
	}
}

func TestSmallCapitals(t *testing.T) {
	s := newTestSetter()
	for _, italic := range []bool{false, true} { // the italic has none of its own
		st := Style{Size: 10 * Pt, Lang: in("en"), SmallCaps: true, Face: fonts.Face{Italic: italic}}
		lines, _ := s.Set(&Paragraph{Pieces: []Piece{{Text: "Chair", Style: st}}, Lang: in("en"), Measure: 100 * Pt})
		plain := s.Width([]Piece{{Text: "CHAIR", Style: Style{Size: 10 * Pt, Lang: in("en"), Face: st.Face}}}, in("en"))
		if got := lineText(&lines[0]); got != "Chair" {
			t.Errorf("stands for %q", got)
		}
		if lines[0].Width >= plain {
			t.Errorf("small capitals are %d wide, capitals %d", lines[0].Width, plain)
		}
		sizes := map[Length]bool{}
		for strip := range lines[0].Strips {
			sizes[strip.Size] = true
		}
		if want := 1; italic {
			want = 2
			if len(sizes) != want {
				t.Errorf("sizes %v", sizes)
			}
		} else if len(sizes) != want {
			t.Errorf("sizes %v", sizes)
		}
	}
}

func TestWidths(t *testing.T) {
	s := newTestSetter()
	st := Style{Size: 10 * Pt, Lang: in("en")}
	pieces := []Piece{{Text: "a responsibility of all", Style: st}}
	w, least := s.Width(pieces, in("en")), s.MinWidth(pieces, in("en"))
	lines, _ := s.Set(&Paragraph{Pieces: pieces, Lang: in("en"), Measure: w, Align: Start})
	if len(lines) != 1 || lines[0].Width != w {
		t.Error("width", w, lines)
	}
	if only := s.Width([]Piece{{Text: "responsibility", Style: st}}, in("en")); absolute(only-least) > 100 {
		t.Error("least width", least, only)
	}
	if lines, f := s.Set(&Paragraph{Pieces: pieces, Lang: in("en"), Measure: least, Align: Start}); len(lines) < 2 ||
		len(f) > 0 {
		t.Error("does not fit its least width", f)
	}
	two := s.Width([]Piece{{Text: "long line", Style: st, Break: true}, {Text: "l", Style: st}}, in("en"))
	if one := s.Width([]Piece{{Text: "long line", Style: st}}, in("en")); one != two {
		t.Error("of two lines the wider:", one, two)
	}
}

func TestOverfull(t *testing.T) {
	s := newTestSetter()
	lines, faults := s.Set(prose("en",
		"see 60\u00a0288\u00a0and\u00a0no\u00a0space\u00a0that\u00a0may\u00a0end\u00a0a\u00a0line there", 100*Pt))
	if len(faults) != 1 || faults[0].Code != "overfull-line" || len(lines) < 2 {
		t.Error(faults, len(lines))
	}
	if _, faults = s.Set(prose("en", sample, 100*Pt)); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestWordWiderThanTheLine: an address without a sign, a row of dashes, a long word in a narrow cell are divided
// somewhere, and nothing of them is lost; a word that its language divides gets its hyphen.
func TestWordWiderThanTheLine(t *testing.T) {
	s := newTestSetter()
	for _, text := range []string{"See https://www.example.org/" + strings.Repeat("a1b2c3d4e5", 20) + " for more.",
		strings.Repeat("X", 3000) + ".", strings.Repeat("=", 90),
		"see unbreakablexxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx123 there", strings.Repeat("кооперация", 30),
		strings.Repeat("مرحبا", 40), strings.Repeat("é̂", 200)} {
		for _, align := range []Align{Justify, Start} {
			p := prose("en", text, 100*Pt)
			p.Align = align
			if strings.Contains(text, "م") {
				p.Lang = in("ar")
			}
			lines, faults := s.Set(p)
			if len(faults) > 0 {
				t.Errorf("%.30s: %v", text, faults)
			}
			var b strings.Builder
			for i := range lines {
				b.WriteString(lineText(&lines[i]))
				if w := lines[i].Width; w > 100*Pt+100 {
					t.Errorf("%.30s: line %d is %d wide", text, i, w)
				}
			}
			plain := strings.NewReplacer(" ", "", "\u00ad", "", "\u200b", "").Replace
			if got := plain(b.String()); p.Lang == in("en") && got != plain(text) {
				t.Errorf("%.30s became %q", text, got)
			}
		}
	}
	p := prose("en", "Counterterrorism", 50*Pt)
	p.Align, p.Hyphenate = Start, false
	if lines, _ := s.Set(p); len(lines) < 2 || !lines[0].Hyphenated {
		t.Errorf("%d lines", len(lines))
	}
	p.Measure = 200 * Pt
	if lines, _ := s.Set(p); len(lines) != 1 {
		t.Error("divided without need")
	}
}

func FuzzSet(f *testing.F) {
	f.Add("plain words", uint16(100), uint8(0))
	f.Add(arabicProse, uint16(60), uint8(1))
	f.Add("“全球”（第60号）。，、", uint16(30), uint8(2))
	f.Add("a\u00a0b\u202fc\u00add\u2066e\u2029f\x00g\xff", uint16(10), uint8(3))
	f.Add("e\u0301\u0301\u0327 \u200d\u200d \U000e0100 -- https://a.b/c", uint16(1), uint8(4))
	s := newTestSetter()
	f.Fuzz(func(t *testing.T, text string, measure uint16, kind uint8) {
		if len(text) > 2000 {
			return
		}
		lang := []string{"en", "ar", "zh", "fr", "ru", "es", "", "xx"}[kind&7]
		st := Style{Size: 10 * Pt, Lang: in(lang), SmallCaps: kind&8 != 0, Superior: kind&16 != 0}
		cut := len(text) / 2
		p := &Paragraph{Lang: in(lang), Measure: Length(measure%500) * Pt, Hyphenate: true, Align: Align(kind >> 6),
			Pieces: []Piece{{Text: text[:cut], Style: st, Anchor: "x", Break: kind&32 != 0},
				{Text: text[cut:], Style: Style{Size: 8 * Pt, Lang: in("en")}, Note: 1}}}
		lines, _ := s.Set(p)
		for i := range lines {
			l := &lines[i]
			if l.Width < 0 || l.Width > Length(len(text))*40*Pt {
				t.Errorf("line of width %d", l.Width)
			}
			sum := Length(0)
			for st := range l.Strips {
				for _, g := range st.Glyphs {
					if g.Text == "" && !st.ActualText && !st.RTL || g.ID == 0 && st.Font != nil {
						t.Errorf("glyph %d stands for %q", g.ID, g.Text)
					}
					sum += g.Advance
				}
			}
			for sp := range l.Spans {
				if sp.X1 < sp.X0-10*Pt {
					t.Errorf("span %+v", sp)
				}
			}
			l.Anchors()
			if i > 0 && l.par != lines[0].par {
				t.Error("two paragraphs")
			}
		}
		s.Width(p.Pieces, in(lang))
		s.MinWidth(p.Pieces, in(lang))
	})
}

// TestHostile: texts made to be slow are not.
func TestHostile(t *testing.T) {
	s := newTestSetter()
	for _, text := range []string{strings.Repeat("\u200b", 60_000), strings.Repeat("\U0002fa20", 30_000),
		strings.Repeat("a", 100_000), strings.Repeat("-", 50_000), strings.Repeat("\u0301 ", 30_000),
		strings.Repeat("国", 30_000), strings.Repeat("(", 30_000), strings.Repeat("ب\u202b", 10_000)} {
		from := time.Now()
		lines := setAt(s, "en", text, 300*Pt)
		if took := time.Since(from); took > time.Minute {
			t.Errorf("%d bytes of %q took %v", len(text), text[:4], took)
		}
		t.Log(text[:2], len(lines), time.Since(from))
	}
}

// TestChineseSignsOfTwoSquares: a dash and an ellipsis of Chinese are one word of two squares, whatever stands beside
// them; three dashes are one of them and a half.
func TestChineseSignsOfTwoSquares(t *testing.T) {
	s := newTestSetter()
	for text, want := range map[string]int{"会议——主席": 5, "会议……": 3, "——会": 2, "会———议": 4, "会—议": 3} {
		lines := setAt(s, "zh", text, 300*Pt)
		if len(lines) != 1 || len(s.tokens) != want {
			t.Errorf("%s: %d lines, %d words, want %d", text, len(lines), len(s.tokens), want)
		}
	}
	setAt(s, "zh", "会——议", 300*Pt)
	if w := s.tokens[1].w; w.width != 2*s.tokens[0].w.width || w.text != "——" {
		t.Errorf("the dash %q takes %d, a character %d", w.text, w.width, s.tokens[0].w.width)
	}
}

// TestApostropheInChinese: an apostrophe within a word of letters is of its font and no sign of Chinese; beside Chinese
// it is a quotation mark.
func TestApostropheInChinese(t *testing.T) {
	s := newTestSetter()
	for text, want := range map[string]int{"l’eau": 1, "会‘l’eau’": 4, "会’议": 3} {
		lines := setAt(s, "zh", text, 300*Pt)
		if len(s.tokens) != want {
			t.Errorf("%s: %d words, want %d", text, len(s.tokens), want)
		}
		fonts := map[string]bool{}
		for strip := range lines[0].Strips {
			fonts[strip.Font.Name()] = true
		}
		if len(fonts) > 1 && want == 1 {
			t.Errorf("%s is set in %v", text, fonts)
		}
	}
}

// TestFiguresInArabic: figures have the face and the size of the Arabic letters about them, but those beside Latin
// letters are as these.
func TestFiguresInArabic(t *testing.T) {
	s := newTestSetter()
	st := Style{Size: 10 * Pt, Lang: in("ar")}
	for text, want := range map[string]string{"عام 2011": "Amiri-Regular", "نسبة 12.5%": "Amiri-Regular",
		"القرار 60/288": "Amiri-Regular", "الوثيقة A/66/762": "SourceSerif4-Regular"} {
		lines, _ := s.Set(&Paragraph{Pieces: []Piece{{Text: text, Style: st}}, Lang: st.Lang, Measure: 300 * Pt})
		for strip := range lines[0].Strips {
			for _, g := range strip.Glyphs {
				if g.Text >= "0" && g.Text <= "9" && (strip.Font.Name() != want ||
					want == "Amiri-Regular" && strip.Size != 12400) {
					t.Errorf("%q: %q is of %s at %d", text, g.Text, strip.Font.Name(), strip.Size)
				}
			}
		}
	}
}

// TestNoCharacterAlone: no paragraph of Chinese ends in a line of a single character (CLREQ, 3.1.8), however long it is
// and however wide the column.
func TestNoCharacterAlone(t *testing.T) {
	const words = "各国代表在会议上就加强国际合作交换了意见并通过了相关决议会议强调所有国家都应当遵守国际法各方同意继续对话，"
	s, r := newTestSetter(), rand.New(rand.NewSource(5))
	chars := []rune(words)
	paragraphs := 0
	for range 600 {
		var text []rune
		for n := 30 + r.Intn(200); len(text) < n; {
			from := r.Intn(len(chars) - 4)
			text = append(text, chars[from:from+1+r.Intn(4)]...)
		}
		for i := 1; i < len(text); i++ { // no two marks side by side
			if text[i] == '，' && text[i-1] == '，' {
				text[i] = '国'
			}
		}
		text[0] = '各'
		p := prose("zh", strings.Trim(string(text), "，")+"。", Length(18+r.Intn(22))*10*Pt+Length(r.Intn(10))*Pt)
		p.First = 20 * Pt
		lines, _ := s.Set(p)
		if len(lines) < 2 {
			continue
		}
		paragraphs++
		if last := strings.Trim(lineText(&lines[len(lines)-1]), "。， "); utf8.RuneCountInString(last) < 2 {
			t.Errorf("%d lines of %d, the last %q", len(lines), p.Measure, last)
		}
	}
	if paragraphs < 400 {
		t.Errorf("only %d paragraphs", paragraphs)
	}
}

// TestSliversBesideChinese: Latin words and figures with their signs stand a sliver away from Chinese, on both sides.
func TestSliversBesideChinese(t *testing.T) {
	s := newTestSetter()
	width := func(text string) Length { return setAt(s, "zh", text, 400*Pt)[0].Width }
	for _, latin := range []string{"GDP", "2011", "38%", "$100", "20°C"} {
		apart := width("国国") + width(latin)
		if got := width("国"+latin+"国") - apart; got < 3*Pt || got > 5*Pt {
			t.Errorf("%s stands %d from Chinese on both sides together", latin, got)
		}
	}
}

// TestRangesStayWhole: no line ends within a range of figures.
func TestRangesStayWhole(t *testing.T) {
	s := newTestSetter()
	for n := range 40 {
		for _, line := range setAt(s, "en", strings.Repeat("x", n+1)+" pp. 112–113, paras. 7–9; 2006–2011 x", 90*Pt) {
			if text := strings.TrimSpace(lineText(&line)); strings.HasSuffix(text, "–") {
				t.Errorf("a line ends %q", text)
			}
		}
	}
}

// TestRowsOfSigns: a row of any signs that is wider than its line goes on in the next, with nothing lost.
func TestRowsOfSigns(t *testing.T) {
	s := newTestSetter()
	for _, sign := range []string{":", ".", ")", "!", "—", "_", "»", "%", "x"} {
		row := strings.Repeat(sign, 400)
		lines := setAt(s, "en", row+" end", 200*Pt)
		var whole strings.Builder
		for i := range lines {
			width := Length(0)
			for strip := range lines[i].Strips {
				for _, g := range strip.Glyphs {
					width += g.Advance
				}
			}
			if width > 210*Pt {
				t.Errorf("%s: line %d is %d wide", sign, i, width/Pt)
			}
			whole.WriteString(lineText(&lines[i]))
		}
		if found := strings.Count(whole.String(), sign); found != 400 {
			t.Errorf("%s: %d of 400 are set", sign, found)
		}
	}
}
