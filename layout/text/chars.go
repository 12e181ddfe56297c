package text

import (
	"unicode"
	"unicode/utf8"
)

// Classes of characters that setting asks about.

// isBlank tells white space, runs of which are one space: also the separators of lines and paragraphs, which mean
// nothing within a paragraph, and the control characters.
func isBlank(r rune) bool {
	return r <= ' ' || r == 0x85 || r == 0x2028 || r == 0x2029
}

const (
	noBreakSpace = '\u00a0'
	softHyphen   = '\u00ad'
)

// isIgnorable tells characters that are never missing and never painted (default-ignorable, UAX #44, 5.3, and the
// controls).
func isIgnorable(r rune) bool {
	switch {
	case r >= 0x7f && r < 0xa0, r == softHyphen, r == 0x34f, r == 0x61c, r == 0x115f, r == 0x1160, r == 0x17b4,
		r == 0x17b5:
		return true
	case r < 0x180b:
		return false
	case r <= 0x180f, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0xfe00 &&
		r <= 0xfe0f, r == 0xfeff,
		r == 0x3164, r == 0xffa0, r >= 0xfff0 && r <= 0xfff8, r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 &&
			r <= 0x1d17a, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// isJoiner tells the ignorable characters that shaping needs to see: joiners and variation selectors.
func isJoiner(r rune) bool {
	return r == 0x200c || r == 0x200d || r == 0x34f || r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef ||
		r >= 0x180b && r <= 0x180f && r != 0x180e
}

// isRTLish tells characters that make the order of a line a question: letters from right to left, and the controls of
// direction.
func isRTLish(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r <= 0x8ff, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r >= 0xfb1d && r <= 0xfdff,
		r >= 0xfe70 && r <= 0xfefe,
		r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
		return true
	}
	return false
}

// isHalf tells the dash and the ellipsis of Chinese, which are written as two characters, a square each, and are one
// sign (GB/T 15834, 5.1.4): nothing comes between, no line ends within, and a font may draw the two as one.
func isHalf(r rune) bool { return r == '—' || r == '…' }

// isHan tells characters of the Chinese square: ideographs, kana, their punctuation and full-width forms.
func isHan(r rune) bool {
	switch {
	case r < 0x2e80:
		return false
	case r <= 0x303f, r >= 0x3040 && r <= 0x312f, r >= 0x31a0 && r <= 0x9fff, r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 &&
		r <= 0xfe4f,
		r >= 0xff01 && r <= 0xff60, r >= 0xffe0 && r <= 0xffe6, r >= 0x20000 && r <= 0x3ffff:
		return true
	}
	return false
}

// isSharedSign tells the signs that Chinese text sets on its square and others do not.
func isSharedSign(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·', '⸺':
		return true
	}
	return false
}

// closesHan and opensHan tell the punctuation that may not begin, and that may not end, a line of Chinese (CLREQ,
// 3.1.7.1).
func closesHan(r rune) bool {
	switch r {
	case '、', '。', '，', '．', '：', '；', '！', '？', '）', '」', '』', '》', '〉', '】', '〕', '］', '｝', '〗', '”', '’', '·', '％',
		'‰', '℃', '々', '〞', '～', '…', ')', ']', ',', '.', ';', ':', '!', '?', '%':
		return true
	}
	return false
}

func opensHan(r rune) bool {
	switch r {
	case '（', '「', '『', '《', '〈', '【', '〔', '［', '｛', '〖', '“', '‘', '〝', '(', '[', '＄', '￥', '￡':
		return true
	}
	return false
}

// staysWith tells characters that are not parted from the one before: marks, selectors, joiners.
func staysWith(r rune) bool {
	return r >= 0x300 &&
		(unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || isJoiner(r) || unicode.Is(unicode.Mc, r))
}

func isDash(r rune) bool { return r == '—' || r == '–' || r == '―' }

// elides reports whether an apostrophe before the text t stands within a word of letters, l’eau: it is theirs, and no
// quotation mark of the Chinese around it.
func elides(before, r rune, t string) bool {
	after, _ := utf8.DecodeRuneInString(t)
	return isApostrophe(r) && unicode.IsLetter(before) && unicode.IsLetter(after) && !isHan(before) && !isHan(after)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// isWordy tells letters and figures, which runts are counted by.
func isWordy(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isPause tells commas and stops.
func isPause(r rune) bool {
	switch r {
	case ',', '.', '!', '?', ':', ';', '،', '؛', '؟', '۔':
		return true
	}
	return false
}
