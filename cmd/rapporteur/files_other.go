//go:build !windows

package main

import (
	"math"
	"syscall"
)

// filesAllowed is how many files the system lets the program open at a time.
func filesAllowed() uint64 {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) != nil {
		return math.MaxUint64
	}
	return uint64(limit.Cur)
}
