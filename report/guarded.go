package report

import "fmt"

// guarded turns a panic of f into an error that says what was being done: it must not end the program from a goroutine,
// where nobody can catch it.
func guarded(doing string, f func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%s: %v", doing, fault)
		}
	}()
	return f()
}
