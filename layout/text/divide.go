package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// divide finds the places inside a token where a line may end: those of UAX #14 as tailored here, and divisions of
// words.
func (s *Setter) divide(l *look, w *word) {
	t := w.text
	if len(t) < 2 || l.style.small() {
		return
	}
	points := w.points
	add := func(at int, kind pointKind) {
		if at > 0 && at < len(t) {
			points = append(points, w.pointAt(l, at, kind))
		}
	}
	address := isAddress(t)
	switch {
	case address:
		addressPoints(t, add)
	case isSymbol(t), w.ties&initials != 0: // A/RES/60/288 and J.-P. stay whole
	case w.ties&ofUnit != 0 && strings.Contains(t, "/"): // and so does kg/m²
	case needsSegmenter(t):
		s.linePoints(l, t, add)
	}
	compound := len(points) > 0
	soft := false
	for i, r := range t {
		if r == softHyphen && i+2 < len(t) {
			soft = true
			if next, _ := utf8.DecodeRuneInString(t[i+2:]); !endsWord(next) {
				add(i+2, softPoint)
			}
		}
	}
	if l.hyphens != nil && !address && !soft && !strings.ContainsFunc(t, func(r rune) bool {
		return unicode.IsDigit(r) || unicode.IsSymbol(r) || r == '_' || r == '@' || r == noBreakSpace
	}) {
		words := 0
		wordsIn(t, func(int, int) { words++ })
		wordsIn(t, func(from, to int) {
			if utf8.RuneCountInString(t[from:to]) < shortestDivided {
				return
			}
			kind := softPoint
			switch {
			case !compound && words == 1:
			case utf8.RuneCountInString(t[from:to]) >= shortestPart:
				kind = partPoint
			default:
				kind = desperatePoint
			}
			s.cutBuf = l.hyphens.divide(t[from:to], s.cutBuf[:0])
			for _, at := range s.cutBuf {
				add(from+at, kind)
			}
		})
	}
	if len(points) == 0 {
		return
	}
	slices.SortStableFunc(points, func(a, b point) int { return int(a.at) - int(b.at) })
	w.points = slices.Clip(slices.CompactFunc(points, func(a, b point) bool { return a.at == b.at }))
}

// shortestDivided is the length of the shortest word that is divided, in letters.
const shortestDivided = 5

// shortestPart is the length of the shortest part of a compound that is divided before the last pass.
const shortestPart = 7

// needsSegmenter reports whether a token has anything inside it but letters and figures, or signs that stand beside
// each other; without that UAX #14 allows no break in it.
func needsSegmenter(t string) bool {
	first := true
	pending, last := false, rune(0)
	for _, r := range t {
		last = r
		plain := isWordy(r) && r < 0x1100 || isApostrophe(r) || r >= 0x300 && r < 0x370
		if pending && !staysWith(r) {
			return true
		}
		if !plain && (!first || r >= 0x80 || !isWordy(r)) {
			pending = true
		}
		if r >= 0xe00 && !(r >= 0x1e00 && r < 0x2010) && r != '’' && r != '“' && r != '”' && !(isRTLish(r)) {
			return true
		}
		first = false
	}
	return pending && !endsWord(last) && last != '-' && last != '‐'
}

// linePoints adds the breaks that UAX #14 allows inside a token, less those before a dash, after one that opens, within
// a range of figures, and in Chinese before closing punctuation.
func (s *Setter) linePoints(l *look, t string, add func(int, pointKind)) {
	s.runes = append(s.runes[:0], []rune(t)...)
	s.seg.Init(s.runes)
	at, n := 0, 0
	iter := s.seg.LineIterator()
	for iter.Next() {
		line := iter.Line()
		for ; n < line.Offset+len(line.Text); n++ {
			at += runeLen(t[at:])
		}
		if n >= len(s.runes) {
			break
		}
		prev, next := s.runes[n-1], s.runes[n]
		if next == softHyphen || prev == softHyphen { // a division, not a break
			continue
		}
		if !l.chinese && (isDash(next) || isDash(prev) && opensDash(s.runes[:n])) {
			continue
		}
		if prev == '–' && n > 1 && unicode.IsDigit(s.runes[n-2]) && unicode.IsDigit(next) { // "12–14"
			continue
		}
		if l.chinese && (closesHan(next) || opensHan(prev)) {
			continue
		}
		kind := plainPoint
		if prev == '-' || prev == '\u2010' || prev == '\u058a' {
			kind = hyphenPoint
		}
		add(at, kind)
	}
}

// runeLen is the length of the first character, 1 for a byte that is none.
func runeLen(s string) int { _, n := utf8.DecodeRuneInString(s); return n }

// opensDash reports whether nothing but a dash and opening punctuation stands in before.
func opensDash(before []rune) bool {
	for _, r := range before {
		if isWordy(r) {
			return false
		}
	}
	return true
}

// closesAll reports whether only signs that end words are left.
func closesAll(rest []rune) bool {
	for _, r := range rest {
		if !endsWord(r) {
			return false
		}
	}
	return true
}

// endsWord tells the signs that end words, sentences and quotations.
func endsWord(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune(".,;:!?…\"'%‰", r)
}

// isSymbol tells the symbol of a document: A/RES/60/288, S/2011/463/Add.1, A/CONF.123/4. Small letters stand only after
// a capital.
func isSymbol(t string) bool {
	t = strings.TrimFunc(t, func(r rune) bool { return unicode.IsPunct(r) && r != '/' })
	slashes, figures := 0, 0
	inside := false // in a stretch that began with a capital
	for i, r := range t {
		switch {
		case r == '/':
			if i == 0 {
				return false
			}
			slashes++
			inside = false
		case r >= '0' && r <= '9':
			figures++
			inside = false
		case unicode.IsUpper(r):
			inside = true
		case unicode.IsLower(r):
			if !inside {
				return false
			}
		case r == '.', r == '-', r == '(', r == ')', r == '–':
			inside = inside && r == '.'
		default:
			return false
		}
	}
	if t == "" {
		return false
	}
	return slashes > 0 && figures > 0 && unicode.IsUpper(rune(t[0]))
}

// isAddress tells a URL or an address of mail.
func isAddress(t string) bool {
	return strings.Contains(t, "://") || strings.Contains(t, "www.") || strings.IndexByte(t, '@') > 0 &&
		strings.LastIndexByte(t, '.') > strings.IndexByte(t, '@')
}

// addressPoints lets an address break after / . and other signs, without a hyphen; never between two signs, nor just
// before its end.
func addressPoints(t string, add func(int, pointKind)) {
	sign := func(b byte) bool { return strings.IndexByte("/.?&=_-@#%+:", b) >= 0 }
	for i := 1; i+2 < len(t); i++ {
		if sign(t[i-1]) && t[i-1] != ':' && !sign(t[i]) && t[i] < 0x80 && t[i-1] != '%' && i > 3 {
			add(i, addressPoint)
		}
	}
}
