package publish

import (
	"errors"
	"fmt"
)

// What may stand in the place of a file or folder of the output; a BusyError wraps them.
var (
	ErrFolder = errors.New("it is a folder")
	ErrFile   = errors.New("it is a file, and a folder of that name is needed")
)

// errLocked is what lock answers where another build has the file.
var errLocked = errors.New("locked by another build")

// OutputError is an output folder that cannot be made or written into.
type OutputError struct {
	Dir   string
	cause error
}

// Error implements error.
func (e *OutputError) Error() string { return fmt.Sprintf("writing into %s: %v", e.Dir, e.cause) }

// Unwrap gives the system's error.
func (e *OutputError) Unwrap() error { return e.cause }

// LockedError is an output folder that another build is writing into.
type LockedError struct{ Dir string }

// Error implements error.
func (e *LockedError) Error() string { return "another build is writing into " + e.Dir }

// BusyError is a file that could not be replaced: on Windows, as a rule, because a reader has it open.
type BusyError struct {
	File  string
	cause error
}

// Error implements error.
func (e *BusyError) Error() string { return fmt.Sprintf("replacing %s: %v", e.File, e.cause) }

// Unwrap gives the system's error.
func (e *BusyError) Unwrap() error { return e.cause }
