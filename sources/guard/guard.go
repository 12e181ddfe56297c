// Package guard keeps what goes wrong in a goroutine from ending the program.
//
// From a function into its error, a panic's among them. Not its task: panics of the goroutine that the program began
// with, which the command line turns into a sentence, and what runs in none.
package guard

import "fmt"

// Do turns a panic of f into an error that says what was being done: it must not end the program from a goroutine,
// where nobody else can catch it.
func Do(doing string, f func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%s: %v", doing, fault)
		}
	}()
	return f()
}
