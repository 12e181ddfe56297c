package verify

import "fmt"

// guarded is f with its panic turned into an error that says what was being done: in a goroutine nobody else could
// catch it, and it would end the program.
func guarded(doing string, f func() error) func() error {
	return func() (err error) {
		defer func() {
			if fault := recover(); fault != nil {
				err = fmt.Errorf("%s: %v", doing, fault)
			}
		}()
		return f()
	}
}
