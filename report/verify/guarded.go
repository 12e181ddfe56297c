package verify

import "rapporteur/sources/guard"

// guarded is f for a goroutine: its panic becomes an error that says what was being done.
func guarded(doing string, f func() error) func() error {
	return func() error { return guard.Do(doing, f) }
}
