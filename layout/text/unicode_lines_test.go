package text

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// unicodeLines reads Unicode's LineBreakTest.txt as the shaping library's module carries it: each case a text and the
// bytes at which a line may end in it.
func unicodeLines(t *testing.T, visit func(text string, breaks []int)) {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("the module's folder is not known: ", err)
	}
	f, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "segmenter", "test", "LineBreakTest.txt"))
	if err != nil {
		t.Skip("Unicode's tests do not lie in the module: ", err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line, _, _ := strings.Cut(sc.Text(), "#")
		var text strings.Builder
		var breaks []int
		for _, field := range strings.Fields(line) {
			switch field {
			case "÷":
				breaks = append(breaks, text.Len())
			case "×":
			default:
				r, err := strconv.ParseUint(field, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				text.WriteRune(rune(r))
			}
		}
		if len(breaks) > 0 {
			visit(text.String(), breaks[:len(breaks)-1])
		}
	}
}

// ends gives the bytes at which a line may end in a text, as paragraphs are broken.
func ends(s *Setter, text string) []int {
	st := Style{Size: 10 * Pt}
	p := &Paragraph{Pieces: []Piece{{Text: text, Style: st}}, Measure: 100 * Pt, Align: Start}
	s.faulty = nil
	s.tokenise(p)
	if len(s.tokens) == 0 {
		return nil
	}
	s.rulesFor(p)
	s.findBreaks(false, false)
	var out []int
	for _, b := range s.breaks[1:] {
		switch t := s.tokens[b.token]; {
		case b.point >= 0:
			out = append(out, int(t.start)+int(t.w.points[b.point].at))
		case int(b.token)+1 < len(s.tokens):
			out = append(out, int(s.tokens[b.token+1].start))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// tailoring is where lines end otherwise than by UAX #14, on purpose.
type tailoring struct {
	name  string
	extra bool // a line may end where the standard does not allow it; else it may not where the standard does
	holds func(before, after []rune) bool
}

var tailorings = []tailoring{
	{"a dash begins no line", false, func(_, after []rune) bool { return isDash(after[0]) }},
	{"a dash that opens a word stays with it", false, func(before, _ []rune) bool {
		word := lastWord(before)
		return isDash(lastBase(word)) && opensDash(word)
	}},
	{"signs of figures and marks that French sets apart begin no line", false, func(before, after []rune) bool {
		return before[len(before)-1] == ' ' && strings.ContainsRune("%‰»:;!?", after[0])
	}},
	{"a section sign stays with its number", false, func(before, after []rune) bool {
		return lastBase(before) == '§' && unicode.IsDigit(lastBase(after[:1]))
	}},
	{"a sign of money stays with its figure across a space", false, func(before, after []rune) bool {
		figure := func(r rune) bool { return unicode.IsDigit(r) || r == '%' || r == '$' }
		base := lastBase(before)
		return before[len(before)-1] == ' ' && (figure(base) && after[0] == '$' || base == '$' && figure(after[0]))
	}},
	{"no line is without ink", false, func(before, _ []rune) bool {
		return !slices.ContainsFunc(before, func(r rune) bool {
			return r != 0x200b && !isBlank(r) && !staysWith(r)
		})
	}},
	{"a no-break space that begins a paragraph is dropped", true, func(before, _ []rune) bool {
		return before[0] == noBreakSpace
	}},
	{"closing signs of Chinese begin no line, opening ones end none", false, func(before, after []rune) bool {
		return closesHan(after[0]) || opensHan(lastBase(before))
	}},
	{"a no-break space wins over a space or a break beside it", false, func(before, after []rune) bool {
		return after[0] == noBreakSpace || slices.Contains(before, noBreakSpace)
	}},
	{"an address is broken after its signs", false, isAddressAt},
	{"an address is broken after its signs", true, isAddressAt},
}

func isAddressAt(before, after []rune) bool { return isAddress(string(before) + string(after)) }

// lastWord is what stands after the last space or the last character of Chinese.
func lastWord(before []rune) []rune {
	for i := len(before) - 1; i >= 0; i-- {
		if isBlank(before[i]) || isHan(before[i]) {
			return before[i+1:]
		}
	}
	return before
}

// lastBase is the last character that is no space and no mark.
func lastBase(before []rune) rune {
	for i := len(before) - 1; i >= 0; i-- {
		if !isBlank(before[i]) && !staysWith(before[i]) {
			return before[i]
		}
	}
	return 0
}

// TestLineBreaksAreUnicodes: a line may end where UAX #14 says, by Unicode's own tests, but for the tailorings. Left
// out are texts with separators of lines and columns, which are spaces within a paragraph, and those that begin with a
// space, which a paragraph drops. A character that no font has is an error in a report, and takes no room here.
func TestLineBreaksAreUnicodes(t *testing.T) {
	s := newTestSetter()
	cases, tailored, missing, wrong := 0, map[string]int{}, 0, 0
	unicodeLines(t, func(text string, want []int) {
		separates := func(r rune) bool { return isBlank(r) && r != ' ' }
		if strings.HasPrefix(text, " ") || strings.ContainsFunc(text, separates) {
			return
		}
		cases++
		got := ends(s, text)
		differ := func(at int, extra bool) {
			before, after := []rune(text[:at]), []rune(text[at:])
			for _, way := range tailorings {
				if way.extra == extra && way.holds(before, after) {
					tailored[way.name]++
					return
				}
			}
			if slices.ContainsFunc(s.tokens, func(t token) bool { return len(t.w.missing) > 0 }) {
				missing++
				return
			}
			if wrong++; wrong < 5 {
				t.Errorf("%+q at byte %d: a line may end here: %v", text, at, extra)
			}
		}
		for _, at := range want {
			if !slices.Contains(got, at) {
				differ(at, false)
			}
		}
		for _, at := range got {
			if !slices.Contains(want, at) {
				differ(at, true)
			}
		}
	})
	for _, way := range tailorings {
		t.Logf("%4d: %s", tailored[way.name], way.name)
		if tailored[way.name] == 0 {
			t.Errorf("no text has the tailoring %q", way.name)
		}
	}
	t.Logf("%d texts, %d places at signs that no font has", cases, missing)
	if cases < 15_000 || wrong > 0 || missing > 20 {
		t.Errorf("%d places in %d texts differ", wrong, cases)
	}
}
