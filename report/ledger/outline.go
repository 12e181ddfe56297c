package ledger

// Depths gives the depth of each item as levels nest: below the nearest one before it that has a lower level.
func Depths(items []OutlineItem) []int {
	out := make([]int, len(items))
	var open []int
	for i, it := range items {
		for len(open) > 0 && open[len(open)-1] >= it.Level {
			open = open[:len(open)-1]
		}
		out[i] = len(open)
		open = append(open, it.Level)
	}
	return out
}
