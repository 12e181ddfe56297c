package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphenator divides words by Liang's patterns (Word Hy-phen-a-tion by Com-put-er, 1983), read from a file of TeX's.
type hyphenator struct {
	left, right int
	nodes       []trieNode       // of the patterns' letters; the first is the root
	roots       [0x250]int32     // the root's children of Latin letters: each letter of a word is looked up there
	digits      []byte           // of all patterns, one after the other
	exceptions  map[string][]int // word -> letters before each division
}

// trieNode is a letter of patterns; children are a list, the last one added first, so that patterns in alphabetical
// order are added fast. Where a pattern ends, digits[from:to] stand between its letters.
type trieNode struct {
	letter      rune
	child, next int32 // 0: none
	from, to    int32
	known       uint32 // a bit for the letter of each child, by its last five: most that are looked for have none
}

// below gives the child of a node with a letter, 0 if there is none.
func (h *hyphenator) below(node int32, letter rune) int32 {
	if node == 0 && int(letter) < len(h.roots) {
		return h.roots[letter]
	}
	if h.nodes[node].known>>(letter&31)&1 == 0 {
		return 0
	}
	n := h.nodes[node].child
	for n != 0 && h.nodes[n].letter != letter {
		n = h.nodes[n].next
	}
	return n
}

// newHyphenator reads \patterns{…} and \hyphenation{…} of a pattern file; comments run from % to the line's end.
func newHyphenator(tex string, left, right int) *hyphenator {
	h := &hyphenator{left: left, right: right, nodes: make([]trieNode, 1, len(tex)/4), exceptions: map[string][]int{}}
	var clean strings.Builder
	clean.Grow(len(tex))
	for line := range strings.Lines(tex) {
		if i := strings.IndexByte(line, '%'); i >= 0 {
			line = line[:i] + "\n"
		}
		clean.WriteString(line)
	}
	for p := range strings.FieldsSeq(argument(clean.String(), `\patterns`)) {
		h.pattern(p)
	}
	for _, e := range strings.Fields(argument(clean.String(), `\hyphenation`)) {
		var at []int
		n := 0
		for _, r := range e {
			if r == '-' {
				at = append(at, n)
			} else {
				n++
			}
		}
		h.exceptions[strings.ReplaceAll(e, "-", "")] = at
	}
	return h
}

// argument gives what stands in the braces after a command.
func argument(tex, command string) string {
	_, rest, ok := strings.Cut(tex, command)
	if !ok {
		return ""
	}
	_, rest, ok = strings.Cut(rest, "{")
	if !ok {
		return ""
	}
	body, _, _ := strings.Cut(rest, "}")
	return body
}

// pattern adds a pattern such as ".ach4" or "a1bc": letters, with digits between them.
func (h *hyphenator) pattern(p string) {
	node, from := int32(0), len(h.digits)
	h.digits = append(h.digits, 0)
	for _, r := range p {
		if r >= '0' && r <= '9' {
			h.digits[len(h.digits)-1] = byte(r - '0')
			continue
		}
		to := h.below(node, r)
		if to == 0 {
			to = int32(len(h.nodes))
			h.nodes = append(h.nodes, trieNode{letter: r, next: h.nodes[node].child})
			h.nodes[node].child = to
			h.nodes[node].known |= 1 << (r & 31)
			if node == 0 && int(r) < len(h.roots) {
				h.roots[r] = to
			}
		}
		node = to
		h.digits = append(h.digits, 0)
	}
	h.nodes[node].from, h.nodes[node].to = int32(from), int32(len(h.digits))
}

// longestDivided caps the words that are divided, in letters; longer ones are no words.
const longestDivided = 60

// divide gives the bytes of word, which is letters and apostrophes, at which it may be divided. Points beside an
// apostrophe are dropped, so that French l’humanisation is never parted after its l’ (TeX would); nor are there any in
// a word all of capitals.
func (h *hyphenator) divide(word string, at []int) []int {
	var letters [longestDivided + 2]rune
	var bytes [longestDivided + 1]int
	letters[0] = '.'
	n, small := 0, false
	for i, r := range word {
		if n == longestDivided {
			return at
		}
		if isApostrophe(r) {
			r = '’'
		} else if l := unicode.ToLower(r); l != r {
			r = l
		} else {
			small = true
		}
		bytes[n] = i
		n++
		letters[n] = r
	}
	if n < h.left+h.right || n > 1 && !small {
		return at
	}
	letters[n+1] = '.'
	keep := func(k int) bool { // may it be divided before letter k (from 0)?
		return k >= h.left && n-k >= h.right && letters[k] != '’' && letters[k+1] != '’'
	}
	if len(h.exceptions) > 0 {
		if ks, ok := h.exceptions[string(letters[1:n+1])]; ok {
			for _, k := range ks {
				if keep(k) {
					at = append(at, bytes[k])
				}
			}
			return at
		}
	}
	var values [longestDivided + 3]byte // values[i]: before letters[i]
	for i := 0; i <= n+1; i++ {
		node := int32(0)
		for j := i; j <= n+1; j++ {
			if node = h.below(node, letters[j]); node == 0 {
				break
			}
			for k, v := range h.digits[h.nodes[node].from:h.nodes[node].to] {
				values[i+k] = max(values[i+k], v)
			}
		}
	}
	for k := 1; k < n; k++ {
		if values[k+1]&1 == 1 && keep(k) {
			at = append(at, bytes[k])
		}
	}
	return at
}

// wordsIn calls f with each stretch of letters and apostrophes of a token, from its first letter to its last.
func wordsIn(token string, f func(from, to int)) {
	from, to := -1, 0
	for i, r := range token {
		switch {
		case unicode.IsLetter(r) || from >= 0 && unicode.Is(unicode.Mn, r):
			if from < 0 {
				from = i
			}
			to = i + utf8.RuneLen(r)
		case from >= 0 && isApostrophe(r):
		case from >= 0:
			f(from, to)
			from = -1
		}
	}
	if from >= 0 {
		f(from, to)
	}
}
