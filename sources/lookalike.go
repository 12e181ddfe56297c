package sources

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// This file finds what word processors make of the characters that YAML is written with. To the eye they are the same,
// so a message about the value or the key would be a riddle.

// curlyQuotes open a quotation in print; to YAML they are letters.
const curlyQuotes = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u2039"

// wideSpace reports a space that YAML takes for a letter.
func wideSpace(r rune) bool {
	return r == '\u00a0' || r >= '\u2000' && r <= '\u200b' || r == '\u202f' || r == '\u205f' || r == '\u3000'
}

// The places of a line where a look-alike breaks it: after the indentation, before a value, after a key.
var (
	wideIndent = pattern.Of(`^[ -]*([\x{a0}\x{2000}-\x{200b}\x{202f}\x{205f}\x{3000}])`)
	bentHyphen = pattern.Of(`^ *([\x{2010}-\x{2015}\x{2212}\x{2022}])[ \x{a0}]`)
	wideColon  = pattern.Of(`^[ -]*[A-Za-z_]+ ?([\x{ff1a}\x{fe55}\x{a789}])`)
	equalsSign = pattern.Of(`^[ -]*[A-Za-z_]+ ?(=) ?`)
	roundBrace = pattern.Of(`:\s+(\()[a-z_]+:\s.*\)`)
	starBullet = pattern.Of(`^ *([*+]) +[A-Za-z_]+:(?:\s|$)`)
	bentQuote  = pattern.Of(keyShape.String() + `(?:[{\[](?:.*,)?\s*(?:[^\s:,{}\[\]]+:\s+)?)?([` +
		curlyQuotes + `])`)
	straightened = []struct {
		code, instead string
		shape         *pattern.Pattern
	}{{"look-alike", "-", bentHyphen}, {"look-alike", ":", wideColon}, {"typed-for", ":", equalsSign},
		{"typed-for", "-", starBullet}, {"typed-for", "{", roundBrace}, {"curly-quote", `"`, bentQuote}}
)

// lookAlike reports the first look-alike in a line that is not valid YAML; false if there is none.
func (r *reader) lookAlike(line int) bool {
	text := r.lineText(line)
	at := func(i int) diag.Pos {
		return diag.Pos{File: r.file, Line: line + 1, Column: utf8.RuneCountInString(text[:i]) + 1}
	}
	if m := wideIndent.FindStringSubmatchIndex(text); m != nil {
		r.bag.Add("no-break-space", at(m[2]), spaceArgs(text[m[2]:]))
		return true
	}
	for _, s := range straightened {
		if m := s.shape.FindStringSubmatchIndex(text); m != nil {
			r.bag.Add(s.code, at(m[2]), lookAlikeArgs(text[m[2]:], s.instead))
			return true
		}
	}
	return false
}

// curly reports a value that begins with a printer's quotation mark where none belongs: the marks were meant for YAML.
func (r *reader) curly(value string, pos diag.Pos, item string) bool {
	first, _ := utf8.DecodeRuneInString(value)
	if value == "" || !strings.ContainsRune(curlyQuotes, first) {
		return false
	}
	r.bag.AddItem("curly-quote", pos, item, lookAlikeArgs(value, `"`))
	return true
}

func lookAlikeArgs(text, instead string) diag.Args {
	first, _ := utf8.DecodeRuneInString(text)
	args := diag.Args{"character": string(first), "number": fmt.Sprintf("U+%04X", first), "instead": instead}
	if instead == "{" {
		args["closing"] = "}"
	}
	return args
}

func spaceArgs(text string) diag.Args {
	first, _ := utf8.DecodeRuneInString(text)
	return diag.Args{"number": fmt.Sprintf("U+%04X", first)}
}

// lineReader hands a text out line by line, so that how far the parser had read when it gave up is known to the line.
type lineReader struct {
	data []byte
	at   int
}

// Read implements io.Reader.
func (l *lineReader) Read(p []byte) (int, error) {
	rest := l.data[l.at:]
	if len(rest) == 0 {
		return 0, io.EOF
	}
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i+1]
	}
	n := copy(p, rest)
	l.at += n
	return n, nil
}
