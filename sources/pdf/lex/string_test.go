package lex

import "testing"

// TestStrings: what stands between the parentheses of a string, at each place where the string may end.
func TestStrings(t *testing.T) {
	for in, want := range map[string]string{
		`a\n\r\t\b\f\(\)\\\x`: "a\n\r\t\b\f()\\x", "a\rb\r\nc\n\rd\r": "a\nb\nc\n\nd\n",
		"a\\\nb\\\r\nc\\\rd\\\r": "abcd",
		`\0`:                     "\x00", `\7`: "\x07", `\12`: "\n", `\101`: "A", `\1012`: "A2", `\777`: "\xff",
		`\18`: "\x018", `\8`: "8",
		`\1018\07`: "A8\x07", `\1/\1:`: "\x01/\x01:", `a\`: "a", "": "",
	} {
		if got := string(AppendLiteral(nil, in)); got != want {
			t.Errorf("(%q) is %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"": "", "4": "@", "41": "A", "4 1\n5": "AP", "aFAf09": "\xaf\xaf\x09",
		"zz4g1": "A", "ABCDEF": "\xab\xcd\xef"} {
		if got := string(AppendHex(nil, in)); got != want {
			t.Errorf("<%s> is %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string][2]bool{"": {true, true}, "4": {false, true}, "41": {true, true},
		"4 1": {false, true}, "4g": {false, false}, "fF": {true, true}, "4142\n": {false, true}} {
		if got := [2]bool{PlainHex([]byte(in)), OnlyHex([]byte(in))}; got != want {
			t.Errorf("<%q>: plain and only digits %v, want %v", in, got, want)
		}
	}
}

// TestNames: a # that two digits follow is a character, any other stands for itself, and a name that has one is odd.
func TestNames(t *testing.T) {
	for in, c := range map[string]struct {
		want string
		odd  bool
	}{"A#41": {"AA", false}, "#41B#2F": {"AB/", false}, "A#": {"A#", true}, "A#4": {"A#4", true},
		"#4g": {"#4g", true}, "#g4": {"#g4", true}, "A": {"A", false}, "##41": {"#A", true}, "": {"", false}} {
		if got := string(appendName(nil, []byte(in))); got != c.want || OddName([]byte(in)) != c.odd {
			t.Errorf("/%s is %q, odd %v", in, got, OddName([]byte(in)))
		}
	}
}
