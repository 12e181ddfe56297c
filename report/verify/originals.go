package verify

// most is how many streams of ours may stand before or after an original's: one each, as the linker writes them, and
// one to spare.
const most = 2

// received finds the original's streams among those of its page: the ones between ours whose sum is the ledger's.
// from and to are their place; false when no such streams stand there, that is, when something was left out, added,
// moved or changed.
func (c *checker) received(i int, numbers []int) (from, to int, ok bool) {
	p := &c.pages[i]
	want := p.original.ContentSHA256[i+1-p.original.First]
	n := len(numbers)
	if p.original.Bracket(i+1).As == parted {
		from, to = 0, n
		if p.original.Stamps != nil {
			from, to = min(1, n), max(n-1, min(1, n))
		}
		return from, to, c.parts(numbers[from:to]) == want
	}
	// One before and one after is what is written; the others only say which case a mistake is.
	try := [][2]int{{1, n - 1}, {0, n}, {1, n}, {0, n - 1}}
	for a := range most + 1 {
		for b := range most + 1 {
			if a == most || b == most {
				try = append(try, [2]int{a, n - b})
			}
		}
	}
	for _, t := range try {
		if t[0] > t[1] || t[0] < 0 {
			continue
		}
		sum, err := c.file.HashContent(numbers[t[0]:t[1]])
		if err != nil {
			c.fault(ContentBroken, i+1, "cause", err.Error())
			return 0, 0, false
		}
		if sum == want {
			return t[0], t[1], true
		}
	}
	return 0, 0, false
}
