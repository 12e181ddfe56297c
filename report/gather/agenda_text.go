package gather

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/report/states"
	"rapporteur/sources/pattern"
)

var (
	hourShape = pattern.Of(`(?i)(?:^|[^\d.:])(\d{1,2})(?:[:.](\d{2})|\s?h(?:\s?(\d{2}))?|\s?ч(?:\s?(\d{2}))?)` +
		`(?:\s?([ap])\.?\s?m\b\.?)?(?:[^\d.:]|$)|(?:^|\D)(\d{1,2})\s([ap])\.?\s?m\b`)
	// hoursShape begins a line of a programme: an hour, or from one to another.
	hoursShape = pattern.Of(`(?i)^(?:\d{1,2}(?:[:.]\d{2}|\s?[hч](?:\s?\d{2})?)(?:\s?[ap]\.?\s?m\b\.?)?|` +
		`\d{1,2}\s?[ap]\.?\s?m\b\.?)(?:\s*(?:[-–—]|to|à|a|до)\s*(?:\d{1,2}(?:[:.]\d{2}|\s?[hч](?:\s?\d{2})?)` +
		`(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?\s?m\b\.?))?(?:\s*[|:–—-]\s*|\s+|$)`)
	isoDay = pattern.Of(`\b\d{4}-\d{2}-\d{2}\b`)
	// figuredDay has the day first, as everywhere but in the United States, unless it cannot be one.
	figuredDay = pattern.Of(`(?:^|\s)(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b`)
	// styled is what Markdown has around the words of a line.
	styled = pattern.Of(`^[#>\s*_|-]+|[*_|\s]+$|\*\*|__|\{#[^}]*\}|\\`)
)

// Words of programmes: for a part of the conference, and for what nobody reports.
var (
	sessional = strings.Fields(`session sessions seance sesion сессия заседание جلسة الجلسة panel meeting plenary
		pleniere opening closing ouverture cloture apertura clausura inauguracion открытие закрытие`)
	sessionalHan = []string{"会议", "开幕", "闭幕", "场"}
	idle         = strings.Fields(`break coffee lunch registration reception pause dejeuner cafe inscription
		almuerzo pausa receso inscripciones перерыв обед кофе регистрация استراحة غداء تسجيل 休 餐 册`)
)

// clock finds an hour in words, as a manifest has it; "" where there is none.
func clock(words string) string {
	m := hourShape.FindStringSubmatch(asciiDigits(words))
	if m == nil {
		return ""
	}
	first := func(list ...string) string {
		for _, s := range list {
			if s != "" {
				return s
			}
		}
		return "0"
	}
	hour, errH := strconv.Atoi(first(m[1], m[6]))
	minute, errM := strconv.Atoi(first(m[2], m[3], m[4]))
	half := strings.ToLower(first(m[5], m[7]))
	if half == "p" && hour < 12 {
		hour += 12
	} else if half == "a" && hour == 12 {
		hour = 0
	}
	if errH != nil || errM != nil || hour > 23 || minute > 59 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", hour, minute)
}

// asciiDigits writes the digits of all scripts as those of ASCII.
func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r == '：':
			return ':'
		}
		return r
	}, s)
}

// moment is a day and an hour as a manifest has them, as far as they are known.
func moment(day, hour string) string {
	if day == "" || hour == "" {
		return day
	}
	return day + "T" + hour
}

// day finds a day in a line that has little else, as "Monday, 19 September 2011"; "" where there is none.
func (w *walker) day(line string) string {
	if day := isoDay.FindString(line); day != "" {
		return day
	}
	if m := figuredDay.FindStringSubmatch(line); m != nil {
		day, month := m[1], m[2]
		if n, err := strconv.Atoi(month); err == nil && n > 12 {
			day, month = month, day
		}
		return fmt.Sprintf("%s-%02s-%02s", m[3], month, day)
	}
	words := strings.Fields(strings.Trim(line, ".: "))
	for from := 0; from < min(len(words), 4); from++ {
		if day := w.languages.Dated(strings.Join(words[from:], " ")); day != "" {
			return day
		}
	}
	return ""
}

// programme reads an agenda from the text of a programme, line by line; nil where it has no hours.
func (w *walker) programme(markdown string) *agenda {
	a := &agenda{}
	var now *meeting
	day, until, hours := "", "", 0
	for line := range strings.Lines(markdown) {
		for styled.MatchString(line) && styled.ReplaceAllString(line, "") != line {
			line = styled.ReplaceAllString(line, "")
		}
		line, chair := w.chaired(line)
		line = asciiDigits(strings.Join(strings.Fields(strings.ReplaceAll(line, "|", " ")), " "))
		if d := w.day(line); d != "" {
			day = d
			continue
		}
		span := hoursShape.FindString(line)
		rest, hour := strings.TrimSpace(strings.TrimPrefix(line, span)), clock(span)
		if hour != "" {
			hours++
		}
		words := states.Folded(rest)
		p, _, _ := states.In(words)
		switch {
		case rest == "" && hour != "" && now != nil && len(now.date) <= len("2011-09-19"):
			now.date = moment(day, hour)
		case rest == "" || len(line) > 200 || anyOf(words, idle):
		case sessionalIn(rest, words) && (p == nil || hour != "" || !strings.Contains(rest, ",")):
			now = a.meeting(rest, moment(day, hour))
			now.chair, until = cmp.Or(now.chair, chair), endOf(span)
		case now != nil && speakersIn(rest) != nil:
			now.entries = append(now.entries, speakersIn(rest)...)
		case now != nil && p != nil && plainly(rest) != nil:
			now.entries = append(now.entries, plainly(rest))
		case now != nil && speaks(rest, p) != nil:
			now.entries = append(now.entries, speaks(rest, p))
		case now != nil && now.within(hour, until):
			now.entries = append(now.entries, rowOf(rest))
		case hour != "" && p == nil:
			now, until = a.meeting(rest, moment(day, hour)), endOf(span)
		}
	}
	if hours == 0 || !a.speaks() {
		return nil
	}
	return a
}

// speaks reads a speaker from a line of a programme: one whose delegation the tables have, or somebody with a name, and
// after it a role or a body; nil where nobody is named.
func speaks(line string, p *states.Party) *entry {
	said, rest := personAt(line)
	if said.name == "" && p != nil {
		return &entry{person: (&file{head: line}).speaker(), party: p}
	}
	if said.name == "" {
		return nil
	}
	e := &entry{person: said, party: p}
	if _, of, _ := strings.Cut(rest, ","); p == nil && said.role == "" {
		e.delegation = strings.TrimSpace(of)
	}
	return e
}

var (
	// chairShape is the word for who chairs, as programmes have it beside or before a name.
	chairShape = pattern.Of(`(?i)\s*\(?(?:\b(?:co-)?(?:chair(?:man|woman|person)?|moderat(?:or|eur|rice)|` +
		`moderadora?|présidente?(?: de séance)?|presidente?a?)\b|председатель|رئيس الجلسة|主席|主持人)\)?:?\s*`)
	// chairedShape is such a word where it can be nothing else: in brackets, or before a colon.
	chairedShape = pattern.Of(`(?i)(?:^\s*|\()(?:(?:co-)?chair(?:man|woman|person)?|moderat(?:or|eur|rice)|` +
		`moderadora?|présidente?(?: de séance)?|presidente?a?|председатель|رئيس الجلسة|主席|主持人)(?:\)|\s*[:：])`)
)

// chaired takes out of a row of a table the cell that says who chairs; nil where none does.
func (w *walker) chaired(row string) (rest string, chair *entry) {
	var kept []string
	for cell := range strings.SplitSeq(row, "|") {
		if chair != nil || !strings.Contains(row, "|") || !chairedShape.MatchString(cell) {
			kept = append(kept, cell)
			continue
		}
		bare := strings.Trim(chairShape.ReplaceAllString(strings.Trim(cell, " *_"), " "), " *_")
		p, _, _ := states.In(states.Folded(bare))
		if chair = speaks(bare, p); chair == nil {
			chair = &entry{person: person{name: bare}}
		}
	}
	return strings.Join(kept, "|"), chair
}

func anyOf(words, known []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(known, w) })
}

// sessionalIn reports whether a line of a programme begins a session: one of the words for it is among its first.
func sessionalIn(line string, words []string) bool {
	if strings.IndexFunc(line, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0 {
		return slices.ContainsFunc(sessionalHan, func(w string) bool { return strings.Contains(line, w) })
	}
	return anyOf(words[:min(len(words), 4)], sessional)
}
