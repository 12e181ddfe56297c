package diag

import "strings"

// maxCompared: letters of a name that are compared.
const maxCompared = 64

// Nearest gives the name that takes the fewest changes of a letter to reach from name, and at most most; the first of
// several, "" for none.
func Nearest(name string, names []string, most int) string {
	best, least := "", most+1
	from := compared(name)
	for _, n := range names {
		if d := distance(from, compared(n), least-1); d < least {
			best, least = n, d
		}
	}
	return best
}

// compared gives the letters of a name that count.
func compared(name string) []rune {
	letters := []rune(strings.ToLower(name))
	return letters[:min(len(letters), maxCompared)]
}

// distance counts the letters to insert, delete or change, and the neighbours to swap, between s and t (optimal string
// alignment). Where they are more than most, it gives some number above most: a hostile table has a hundred thousand
// columns that are like none.
func distance(s, t []rune, most int) int {
	if max(len(s)-len(t), len(t)-len(s)) > most {
		return most + 1
	}
	var rows [3][maxCompared + 1]int
	before, row, next := &rows[0], &rows[1], &rows[2]
	for j := range t {
		row[j+1] = j + 1
	}
	for i := range s {
		next[0] = i + 1
		least := next[0]
		for j := range t {
			cost := row[j]
			if s[i] != t[j] {
				cost++
			}
			next[j+1] = min(cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
			least = min(least, next[j+1])
		}
		if least > most+1 { // a swap of neighbours may yet save one
			return most + 1
		}
		before, row, next = row, next, before
	}
	return row[len(t)]
}
