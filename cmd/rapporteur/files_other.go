//go:build !windows

package main

import (
	"errors"
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

// filesSpent reports whether an error is that more files were to be opened than may be, of the program or of all.
func filesSpent(err error) bool {
	return errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE)
}
