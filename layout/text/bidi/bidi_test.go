package bidi

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// sample has a character of each class, as BidiTest.txt names them.
var sample = map[string]rune{"L": 'a', "R": 'א', "AL": 'ب', "EN": '1', "ES": '+', "ET": '%', "AN": '٣', "CS": ',',
	"B": 0x2029, "S": '\t', "WS": ' ', "ON": '!', "NSM": 0x300, "BN": 0xad, "LRE": 0x202a, "RLE": 0x202b, "PDF": 0x202c,
	"LRO": 0x202d, "RLO": 0x202e, "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069}

// bidiTest opens Unicode's BidiTest.txt, which the shaping library's module carries.
func bidiTest(t *testing.T) *os.File {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("the module's folder is not known: ", err)
	}
	f, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "bidi", "test", "BidiTest.txt"))
	if err != nil {
		t.Skip("Unicode's tests do not lie in the module: ", err)
	}
	return f
}

// TestClasses runs every sequence of classes in BidiTest.txt in both directions.
func TestClasses(t *testing.T) {
	f := bidiTest(t)
	defer f.Close()
	var p Resolver
	var want []string
	count, wrong := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line, _, _ := strings.Cut(sc.Text(), "#")
		if levels, is := strings.CutPrefix(line, "@Levels:"); is {
			want = strings.Fields(levels)
			continue
		}
		classes, bits, is := strings.Cut(line, ";")
		if !is || strings.HasPrefix(line, "@") {
			continue
		}
		directions, _ := strconv.Atoi(strings.TrimSpace(bits))
		var text []rune
		names := strings.Fields(classes)
		for _, name := range names {
			text = append(text, sample[name])
		}
		if i := strings.IndexRune(string(text), 0x2029); i >= 0 && i+3 < len(string(text)) {
			continue // two paragraphs
		}
		for base, bit := range [2]int{2, 4} { // 1 would find the direction from the text
			if directions&bit == 0 {
				continue
			}
			levels := make([]int8, len(text))
			p.Levels(text, base == 1, levels)
			wholeLine(names, levels, int8(base))
			count++
			for i, w := range want {
				if w != "x" && strconv.Itoa(int(levels[i])) != w {
					if wrong++; wrong < 5 {
						t.Errorf("%s, base %d: %v, want %v", classes, base, levels, want)
					}
					break
				}
			}
		}
	}
	t.Logf("%d sequences", count)
	if wrong > 0 || count < 300_000 {
		t.Errorf("%d of %d wrong", wrong, count)
	}
}

// wholeLine applies rule L1 to a text that is one line.
func wholeLine(names []string, levels []int8, base int8) {
	clear := true
	for i := len(names) - 1; i >= 0; i-- {
		switch names[i] {
		case "B", "S":
			clear = true
		case "WS", "FSI", "LRI", "RLI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN":
		default:
			clear = false
		}
		if clear {
			levels[i] = base
		}
	}
}

// TestDeep: what a hostile text may nest costs in proportion.
func TestDeep(t *testing.T) {
	for name, unit := range map[string]string{"isolates": "\u2068", "closed isolates": "\u2068\u2069",
		"embeddings": "\u202b",
		"brackets":   "(", "pairs": "()", "pairs with letters": "(א)", "marks": "\u0300", "figures": "1,",
		"both": "aא"} {
		took := func(n int) time.Duration {
			text := []rune(strings.Repeat(unit, n))
			levels := make([]int8, len(text))
			var p Resolver
			best := time.Hour
			for range 3 {
				start := time.Now()
				p.Levels(text, false, levels)
				best = min(best, time.Since(start))
			}
			return best
		}
		if few, many := took(5_000), took(50_000); many > 40*few+300*time.Millisecond {
			t.Errorf("%s: %v for 5,000, %v for 50,000", name, few, many)
		}
	}
}
