package pattern

// The methods of regexp.Regexp that the program uses, each with its words there.

// String gives the expression.
func (p *Pattern) String() string { return p.compiled().String() }

// Match reports whether b has a match.
func (p *Pattern) Match(b []byte) bool { return p.compiled().Match(b) }

// MatchString reports whether s has a match.
func (p *Pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// Find gives the leftmost match; nil if there is none.
func (p *Pattern) Find(b []byte) []byte { return p.compiled().Find(b) }

// FindString gives the leftmost match; "" if there is none.
func (p *Pattern) FindString(s string) string { return p.compiled().FindString(s) }

// FindIndex gives where the leftmost match begins and ends; nil if there is none.
func (p *Pattern) FindIndex(b []byte) []int { return p.compiled().FindIndex(b) }

// FindStringIndex gives where the leftmost match begins and ends; nil if there is none.
func (p *Pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

// FindSubmatch gives the leftmost match and its groups; nil if there is none.
func (p *Pattern) FindSubmatch(b []byte) [][]byte { return p.compiled().FindSubmatch(b) }

// FindStringSubmatch gives the leftmost match and its groups; nil if there is none.
func (p *Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// FindStringSubmatchIndex gives where the leftmost match and its groups begin and end; nil if there is none.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}

// FindAllString gives the first n matches, all for -1.
func (p *Pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

// FindAllStringIndex gives where the first n matches begin and end.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}

// FindAllSubmatch gives the first n matches and their groups.
func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.compiled().FindAllSubmatch(b, n)
}

// FindAllStringSubmatch gives the first n matches and their groups.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex gives where the first n matches and their groups begin and end.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAll puts a template, in which $1 is a group, in the place of each match.
func (p *Pattern) ReplaceAll(b, template []byte) []byte { return p.compiled().ReplaceAll(b, template) }

// ReplaceAllString puts a template, in which $1 is a group, in the place of each match.
func (p *Pattern) ReplaceAllString(s, template string) string {
	return p.compiled().ReplaceAllString(s, template)
}

// ReplaceAllStringFunc puts what a function makes of each match in its place.
func (p *Pattern) ReplaceAllStringFunc(s string, f func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, f)
}

// Split gives what stands between the matches, in n pieces at most, all for -1.
func (p *Pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }
