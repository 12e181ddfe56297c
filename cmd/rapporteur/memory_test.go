package main

import "testing"

// TestGarbageFollowsWhatIsAlive: little is collected seldom, much never takes more than its share.
func TestGarbageFollowsWhatIsAlive(t *testing.T) {
	before := 1 << 30
	for live := uint64(1 << 16); live < 1<<36; live *= 2 {
		percent := garbagePercent(live)
		garbage := live / 100 * uint64(percent)
		if percent > before || percent < leastPercent {
			t.Errorf("%d bytes alive: %d percent, %d with half as many", live, percent, before)
		}
		if garbage > headroom+headroom/10 && percent != leastPercent {
			t.Errorf("%d bytes alive: %d of garbage", live, garbage)
		}
		before = percent
	}
}
