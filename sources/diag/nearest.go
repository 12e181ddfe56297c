package diag

import "strings"

// Nearest gives the name that takes the fewest changes of a letter to reach from name, and at most most; the first of
// several, "" for none.
func Nearest(name string, names []string, most int) string {
	best, least := "", most+1
	for _, n := range names {
		if d := distance(strings.ToLower(name), strings.ToLower(n)); d < least {
			best, least = n, d
		}
	}
	return best
}

// distance counts the letters to insert, delete or change between a and b (Levenshtein), of the first 64 of each.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	s, t = s[:min(len(s), 64)], t[:min(len(t), 64)]
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j := range t {
			cost := diagonal
			if s[i] != t[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(t)]
}
