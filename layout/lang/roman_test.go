package lang

import "testing"

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "I", 4: "IV", 9: "IX", 14: "XIV", 49: "XLIX", 1994: "MCMXCIV",
		3888: "MMMDCCCLXXXVIII"} {
		if got := Roman(n); got != want {
			t.Errorf("%d is written %s, should be %s", n, got, want)
		}
	}
}
