package sources

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// syntax reports, once, a manifest that is not valid YAML; seen is how many bytes the parser had read when it gave up.
// yaml.v3 gives no column, and often the line where the surrounding mapping starts. So the line is found by parsing
// ever longer beginnings of the manifest: the fault is in the first line after the longest one that is valid.
func (r *reader) syntax(err error, seen int) {
	problem := lineNumber.ReplaceAllString(strings.TrimPrefix(err.Error(), "yaml: "), "")
	line := r.faultyLine(err, seen)
	text := r.lineText(line)
	if r.lookAlike(line) {
		return
	}
	code, column := causeOf(text)
	if code == "yaml-colon" && text[len(keyShape.FindString(text)):][:1] == "{" {
		key := keyWithoutComma.FindStringSubmatchIndex(text[:column+1])
		if key != nil && r.format.has(text[key[2]:key[3]], nil) {
			code, column = "yaml-comma", key[2]
		}
	}
	if code == "yaml-syntax" && line > 0 {
		if r.lookAlike(line - 1) {
			return
		}
		if at, before := gluedDash.FindStringSubmatchIndex(r.lineText(line-1)), r.lineText(line-1); at != nil {
			code, line, text, column = "yaml-hyphen", line-1, before, at[2]
		}
		if before := r.lineText(line - 1); gluedColon.MatchString(before) {
			code, line, text = "yaml-space", line-1, before
			column = strings.IndexByte(before, ':')
		}
	}
	if code == "yaml-syntax" {
		switch indent := len(text) - len(strings.TrimLeft(text, " ")); {
		case strings.HasPrefix(text[indent:], "- ") && indent > 0 && keyColumn(r.lineText(line-1)) == indent:
			code, column = "yaml-hyphen-more", indent
		case strings.HasPrefix(text[indent:], "{") && (strings.HasPrefix(problem, "could not find expected ':'") ||
			strings.HasPrefix(problem, "did not find expected '-' indicator")):
			code, column = "yaml-dash", indent
		case gluedColon.MatchString(text) && strings.HasPrefix(problem, "could not find expected ':'"):
			code, column = "yaml-space", strings.IndexByte(text, ':')
		case strings.HasPrefix(problem, "could not find expected ':'") && line > 0 &&
			goesOn.MatchString(text) && keyedWords.MatchString(r.lineText(line-1)):
			code, column = "yaml-continued", indent
		case strings.HasPrefix(problem, "did not find expected '-' indicator"):
			code, column = "yaml-indentation", indent
		case strings.HasPrefix(problem, "did not find expected ',' or"):
			code = "yaml-flow"
		case strings.HasPrefix(problem, "did not find expected key"),
			strings.HasPrefix(problem, "mapping values are not allowed"),
			strings.HasPrefix(problem, "block sequence entries are not allowed"):
			code, column = "yaml-indentation", len(text)-len(strings.TrimLeft(text, " "))
		}
	}
	if escape := strings.Index(text, `"`); escape >= 0 && badEscape.MatchString(problem) {
		code, column = "yaml-backslash", escape+max(strings.IndexByte(text[escape:], '\\'), 0)
	}
	if at := barePattern.FindStringSubmatchIndex(text); at != nil && (code == "yaml-syntax" || code == "yaml-flow") {
		code, column = "yaml-pattern", at[2]
	}
	if rest := text[min(column+1, len(text)):]; code == "yaml-space" && strings.IndexFunc(rest, wideSpace) == 0 {
		code, column = "no-break-space", column+1 // there is a space, to the eye
	}
	pos := diag.Pos{File: r.file, Line: line + 1, Column: utf8.RuneCountInString(text[:min(column, len(text))]) + 1}
	character, _ := utf8.DecodeRuneInString(text[min(column, len(text)):])
	args := diag.Args{"problem": problem, "character": string(character), "number": fmt.Sprintf("U+%04X", character)}
	value := strings.TrimSpace(text[min(column, len(text)):])
	args["key"], _, _ = strings.Cut(value, ":")
	if code == "yaml-quote" && quotedWord.MatchString(value) {
		args["whole"] = "'" + value + "'"
	}
	r.bag.Add(code, pos, args)
}

// gluedDash is a key with the hyphen of an item right before it, badEscape what yaml.v3 says of a backslash that begins
// no character.
var (
	gluedDash = pattern.Of(`^ *(-)[A-Za-z_]+:(?:\s|$)`)
	badEscape = pattern.Of(`^(?:did not find expected hexdecimal number|found unknown escape character)`)
)

// keyColumn gives the byte of a line where its key begins, after indentation and the hyphen of an item; -1 where it has
// none.
func keyColumn(line string) int {
	at := len(line) - len(strings.TrimLeft(line, " -"))
	if !plainKey.MatchString(line[at:]) {
		return -1
	}
	return at
}

var plainKey = pattern.Of(`^[A-Za-z_]+:(?:\s|$)`)

// barePattern is a path with the mark of a language that stands within braces without quotation marks: YAML takes the
// mark for the beginning of keys.
var barePattern = pattern.Of(`[{\[,].*[:\[,]\s*([^\s"'{}\[\],:][^"'{}\[\],]*\{language\})`)

var lineNumber = pattern.Of(`^line \d+: `)

// lineText gives a line, counted from 0, without its end.
func (r *reader) lineText(line int) string {
	if line < 0 || line >= len(r.lines) {
		return ""
	}
	text, _, _ := bytes.Cut(r.data[r.lines[line]:], []byte("\n"))
	return string(text)
}

// faultyLine gives the line, from 0, that holds the fault: as many as the longest sound beginning has. What the parser
// had not seen when it gave up cannot mend it, so beginnings are tried from there backwards; an open quotation mark or
// bracket, for which it reads on, it names itself.
func (r *reader) faultyLine(err error, seen int) int {
	end := sort.SearchInts(r.lines, seen)
	if m := opened.FindStringSubmatch(err.Error()); m != nil {
		if named, err := strconv.Atoi(m[1]); err == nil {
			end = min(end, named+1)
		}
	}
	for m, tries := end-1, max(2, min(maxRepair, maxBack/(len(r.data)+1))); m >= 0 && tries > 0; m, tries = m-1,
		tries-1 {
		if r.soundUpTo(m) {
			return m
		}
	}
	return r.searchFault(end)
}

// opened is what yaml.v3 says of a quoted scalar and of a flow that do not end, with the line where they start: from 1
// the one, from 0 the other.
var opened = pattern.Of(
	`^yaml: line (\d+): (?:found unexpected (?:end of stream|document indicator)|did not find expected ',' or)`)

// searchFault does the same among the first lines up to end by halves, then looks ahead: a beginning that ends within a
// flow or a quoted scalar is unsound, and a longer one sound again.
func (r *reader) searchFault(end int) int {
	sound, faulty := 0, end // beginnings of so many lines
	for faulty-sound > 1 {
		middle := (sound + faulty) / 2
		switch {
		case r.soundUpTo(middle):
			sound = middle
		default:
			if ahead := r.lookAhead(middle, faulty); ahead > 0 {
				sound = ahead
			} else {
				faulty = middle
			}
		}
	}
	return min(sound, len(r.lines)-1)
}

// lookAhead gives a sound beginning of few lines more than n; 0 if there is none.
func (r *reader) lookAhead(n, end int) int {
	tries := maxRepair
	for size := len(r.data); size > 1<<16; size /= 4 {
		tries /= 4 // each costs a parse: of a manifest of megabytes, a second
	}
	for m := n + 1; m < end && tries > 0; m, tries = m+1, tries-1 {
		if r.soundUpTo(m) {
			return m
		}
	}
	return 0
}

func (r *reader) soundUpTo(lines int) bool {
	r.readings++
	end := len(r.data)
	if lines < len(r.lines) {
		end = r.lines[lines]
	}
	decoder := yaml.NewDecoder(bytes.NewReader(r.data[:end]))
	for {
		_, err := decodeNode(decoder)
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return false
		}
	}
}

// The usual causes, each by the shape of its line: after indentation and dashes a key, then the value.
var (
	keyShape    = pattern.Of(`^(?:\s*-\s+)*\s*(?:[^\s:#'"\[\]{},][^:#]*:(?:\s+|$))?`)
	gluedColon  = pattern.Of(`^(?:\s*-\s+)*\s*[A-Za-z_]+:[^\s]`)
	goesOn      = pattern.Of(`^\s*[\pL\pN(][^:#{}\[\]]*$`) // words without a key
	keyedWords  = pattern.Of(`^(?:\s*-\s+)*\s*[A-Za-z_]+:\s+[^\s'"\[{|>].*$`)
	tabShape    = pattern.Of(`^[ -]*\t`)
	quotedTail  = pattern.Of(`^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*[^\s#,\]}]`)
	quotedWord  = pattern.Of(`^"[^"']*" [^"',{}\[\]]+$`)
	afterFlow   = pattern.Of(`^(?:\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s#,\]}]`)
	cutFlow     = pattern.Of(`^[\[{][^\]}]*[^\s,:\[{] #`)
	blockText   = pattern.Of(`^(?:[|>][-+0-9]*\s+[^\s#]|&\s|\?(?:\s|$)|-\s+\S)`)
	colonInside = pattern.Of(`:(?:\s|$)`)
)

// keyWithoutComma is what may be a key within braces that no comma divides from the value before it.
var keyWithoutComma = pattern.Of(`[^\s,{\[(](?:\s+|\s*;\s*)([a-z][a-z0-9_]+):$`)

// reserved begin something else than a value: * an alias, % a directive.
const reserved = "@`*%"

// causeOf names the cause of a fault in a line, and the byte where it stands.
func causeOf(line string) (code string, column int) {
	if tabShape.MatchString(line) {
		return "yaml-tab", strings.IndexByte(line, '\t')
	}
	start := len(keyShape.FindString(line))
	value := line[start:]
	if i := strings.IndexAny(value, reserved); i >= 0 && opensValue(value[:i]) || blockText.MatchString(value) {
		return "yaml-first-character", start + max(i, 0)
	}
	flow := strings.HasPrefix(value, "{") || strings.HasPrefix(value, "[")
	switch {
	case strings.HasPrefix(value, "'") || strings.HasPrefix(value, `"`):
		if m := quotedTail.FindStringIndex(value); m != nil ||
			!strings.HasSuffix(strings.TrimRight(value[1:], " "), value[:1]) {
			return "yaml-quote", start
		}
	case !flow:
		if m := colonInside.FindStringIndex(value); m != nil && value != "" && !strings.HasPrefix(value, "#") {
			return "yaml-colon", start + m[0]
		}
	case afterFlow.MatchString(value):
		return "yaml-first-character", start
	case cutFlow.MatchString(value):
		return "yaml-comment-inside", start + strings.Index(value, " #") + 1
	case flow:
		for m := range flowColons(value) {
			return "yaml-colon", start + m
		}
		if i := openQuote(value); i >= 0 {
			return "yaml-quote", start + i
		}
		if i := closedTwice(value); i >= 0 {
			return "yaml-closed", start + i
		}
	}
	if start >= len(line) {
		start = len(line) - len(strings.TrimLeft(line, " -"))
	}
	return "yaml-syntax", min(start, len(line))
}

// opensValue reports whether what follows would be the first character of a value: nothing before it, or brackets,
// commas and keys.
func opensValue(before string) bool {
	trimmed := strings.TrimRight(before, " ")
	return trimmed == "" || strings.HasSuffix(trimmed, "[") || strings.HasSuffix(trimmed, "{") ||
		strings.HasSuffix(trimmed, ",") && strings.ContainsAny(before, "[{") || strings.HasSuffix(before, ": ")
}

// flowColons gives each colon that follows another within one entry of a flow mapping.
func flowColons(value string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		seen, quote := false, byte(0)
		for i := 0; i < len(value); i++ {
			c := value[i]
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case (c == '"' || c == '\'') && opensValue(value[:i]):
				quote = c
			case c == ',' || c == '{' || c == '[' || c == '}' || c == ']':
				seen = false
			case c == ':' && i+1 < len(value) && value[i+1] == ' ':
				if seen && !yield(i) {
					return
				}
				seen = true
			}
		}
	}
}

// openQuote gives the byte of a quotation mark that opens a value in a flow and is not closed on its line; -1 where
// there is none.
func openQuote(value string) int {
	open := -1
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case open >= 0 && c == '\\' && value[open] == '"':
			i++
		case open >= 0 && c == value[open]:
			open = -1
		case open < 0 && (c == '"' || c == '\'') && opensValue(value[:i]):
			open = i
		}
	}
	return open
}

// closedTwice gives the byte of a bracket or brace that closes what is closed already; -1 where there is none.
func closedTwice(value string) int {
	depth, quote := 0, byte(0)
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && opensValue(value[:i]):
			quote = c
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth < 0 {
				return i
			}
		}
	}
	return -1
}
