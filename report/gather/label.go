package gather

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/layout/lang"
	"rapporteur/report/states"
	"rapporteur/sources/pattern"
)

// label is what the name of a file says.
type label struct {
	party   *states.Party
	spelled string // how the party is named
	item    string // the number of the item of the agenda, with what it is called
	code    string // by which the party is named; "" where that is by a name
	lang    string
	twofold []string // codes of States that are those of languages as well, as ES
	role    string   // a part of the report, of the words in genres; "" for a statement
	version version
	rest    []string // words that say something else, as they are written
}

// version ranks files that are the same but for it.
type version struct {
	final  int // 1 final, -1 draft
	number int // v2, rev. 3
	day    int // 20110919; 0 for none
	copy   int // (2)
}

// less reports whether v is older than w.
func (v version) less(w version) bool {
	switch {
	case v.number != w.number && v.final == w.final:
		return v.number < w.number
	case v.final != w.final:
		return v.final < w.final
	case v.day != w.day && v.day > 0 && w.day > 0:
		return v.day < w.day
	}
	return v.copy < w.copy
}

var (
	copyShape    = pattern.Of(`\s*\((\d{1,2})\)`)
	versionShape = pattern.Of(`^(?i:v|rev|ver|version|r)\.?(\d{1,3})$`)
	apartShape   = pattern.Of(`(?i)(^|[ _.-])(v|rev|ver|version)[ ._-]+(\d{1,3})`)
	dottedShape  = pattern.Of(`(?:^|[^\p{L}])(?:\p{Lu}\.){1,4}\p{Lu}(?:\.|\b)`)
	itemShape    = pattern.Of(`(?i)(?:^|[^\p{L}])(item|point|punto|tema|пункту?|البند|议程|` +
		`part|day|round)[ ._-]*(\d{1,3})`)
	trackedShape = pattern.Of(`(?i)(?:with )?\b(?:track(?:ed|s)?[ _-]?changes?|redlined?|marked[ _-]?up)\b`)
	dayShape     = pattern.Of(`(?:^|[^\d])((?:19|20)\d{2})[-_. ]?([01]\d)[-_. ]?([0-3]\d)(?:$|[^\d])`)
	spelledDay   = pattern.Of(`\d{1,2}[-_. ]+\p{L}{3,10}[-_. ]+(?:19|20)\d{2}|` +
		`\p{L}{3,10}[-_. ]+\d{1,2},?[-_. ]+(?:19|20)\d{2}`)
	humps = pattern.Of(`(\p{Ll})(\p{Lu})`)
)

// labelOf reads the name of a file.
func labelOf(file string, languages *lang.Set) label {
	var l label
	base := norm.NFC.String(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	if m := copyShape.FindStringSubmatch(base); m != nil {
		l.version.copy, _ = strconv.Atoi(m[1])
		base = copyShape.ReplaceAllString(base, "")
	}
	base = l.dated(base, languages)
	for _, m := range itemShape.FindAllStringSubmatch(base, -1) {
		l.item += " " + strings.ToLower(m[1]+" "+m[2])
	}
	base = trackedShape.ReplaceAllStringFunc(base, func(string) string { l.version.final = -1; return " " })
	base = dottedShape.ReplaceAllStringFunc(base, undotted)
	base = apartShape.ReplaceAllString(base, "$1$2$3")
	tokens := strings.FieldsFunc(humps.ReplaceAllString(base, "$1 $2"), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
	tokens = slices.DeleteFunc(tokens, func(t string) bool { return l.versioned(t) })
	tokens = l.take(tokens)
	shouting := shouted(base, tokens)
	for i, t := range tokens {
		last := i == len(tokens)-1
		code := len(t) == 2 && (t == strings.ToUpper(t) && !shouting || last)
		switch lower := strings.ToLower(t); {
		case code && slices.Contains(languages.Codes(), lower):
			l.lang = lower
			if states.Coded(t) != nil {
				l.twofold = append(l.twofold, t)
			}
		case len(t) > 4 && languages.Named(t) != "":
			l.lang = languages.Named(t)
		case l.party == nil && !shouting && len(t) > 1 && states.Coded(t) != nil:
			l.party, l.code, l.spelled = states.Coded(t), t, t
		default:
			l.rest = append(l.rest, t)
		}
	}
	l.genre()
	return l
}

// shouted reports whether a name is all in capitals, in which BY is no code: it has longer words than codes are.
func shouted(base string, tokens []string) bool {
	return strings.ToUpper(base) == base && slices.ContainsFunc(tokens, func(t string) bool {
		return len(t) > 3 && strings.ToLower(t) != t
	})
}

// dated takes the day out of a name, by which versions are told apart.
func (l *label) dated(base string, languages *lang.Set) string {
	note := func(day string) {
		l.version.day, _ = strconv.Atoi(strings.ReplaceAll(day, "-", ""))
	}
	if m := dayShape.FindStringSubmatch(base); m != nil {
		note(m[1] + m[2] + m[3])
		return strings.Replace(base, strings.Trim(m[0], " _-."), " ", 1)
	}
	for _, written := range spelledDay.FindAllString(base, -1) {
		words := strings.FieldsFunc(written, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if day := languages.Dated(strings.Join(words, " ")); day != "" {
			note(day)
			return strings.Replace(base, written, " ", 1)
		}
	}
	return base
}

// undotted takes the dots out of what is short for a party, as U.A.E., and leaves what is short for other things.
func undotted(short string) string {
	bare := strings.ReplaceAll(short, ".", "")
	if code := strings.TrimLeftFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) }); code == "SE" ||
		code == "AM" || states.Coded(code) == nil { // S.E. is an honorific, and a.m. an hour
		return short
	}
	return bare + " "
}

// versioned reports whether a token says which version a file is, and notes it.
func (l *label) versioned(token string) bool {
	if m := versionShape.FindStringSubmatch(token); m != nil {
		l.version.number, _ = strconv.Atoi(m[1])
		return true
	}
	switch strings.Join(states.Folded(token), " ") {
	case "rev", "revised", "revise", "revisado", "corrected", "corr":
		l.version.number = max(l.version.number, 1)
	case "final", "finale", "definitif", "definitive", "clean", "окончательныи", "终稿":
		l.version.final = 1
	case "draft", "projet", "brouillon", "borrador", "entwurf", "проект", "草稿":
		l.version.final = -1
	case "copy", "copie", "copia", "kopie", "копия":
		l.version.copy = max(l.version.copy, 1)
	default:
		return false
	}
	return true
}

// take notes the party that tokens name, and gives the others.
func (l *label) take(tokens []string) []string {
	var words []string
	var of []int // the token that each word stands in
	for i, t := range tokens {
		for _, w := range states.Folded(t) {
			words, of = append(words, w), append(of, i)
		}
	}
	p, from, to := states.In(words)
	if p == nil || l.party != nil && p != l.party {
		return tokens
	}
	if l.party == nil {
		l.spelled = strings.Join(words[from:to], " ")
	}
	l.party = p
	return l.take(slices.Concat(tokens[:of[from]], tokens[of[to-1]+1:])) // it may be named twice
}
