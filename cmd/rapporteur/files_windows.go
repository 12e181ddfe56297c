package main

import (
	"errors"
	"math"
	"syscall"
)

// filesAllowed is how many files the system lets the program open at a time: Windows counts no files of one process.
func filesAllowed() uint64 { return math.MaxUint64 }

// filesSpent reports whether an error is that more files were to be opened than may be: ERROR_TOO_MANY_OPEN_FILES.
func filesSpent(err error) bool { return errors.Is(err, syscall.Errno(4)) }
