package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A build is short and its garbage many times what it holds: collecting seldom saves a fifth of its time. How seldom
// follows what is alive, so that a report of ten thousand pages neither meets a fixed limit, where the collector would
// work without end, nor takes several times what it needs.
const (
	headroom     = 88 << 20 // bytes of garbage that may pile up before it is collected, however little is alive
	leastPercent = 60       // of what is alive; the garbage that may pile up in a large report
	slack        = 40 << 20 // bytes beside both, for stacks and gaps; what is more goes back to the system
)

// tuneCollector sets the collector's limit anew after each collection. Whoever sets GOGC or GOMEMLIMIT is obeyed.
func tuneCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(garbagePercent(4 << 20))
	afterCollection(&sentinel{})
}

// sentinel is garbage as soon as it is made: that it is collected tells that there was a collection.
type sentinel struct{ _ [16]byte }

func afterCollection(s *sentinel) {
	runtime.SetFinalizer(s, func(*sentinel) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		alive := live[0].Value.Uint64()
		percent := garbagePercent(alive)
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(int64(alive*uint64(100+percent)/100 + slack))
		afterCollection(&sentinel{})
	})
}

// garbagePercent is how much garbage may pile up beside what is alive, in hundredths of it.
func garbagePercent(live uint64) int {
	return max(leastPercent, int(headroom*100/max(live, 1<<20)))
}
