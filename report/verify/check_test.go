package verify

import "testing"

// TestSound: a report that keeps every promise has no finding; without it no planted fault would prove anything.
func TestSound(t *testing.T) {
	if found := newKit().check(t); len(found) > 0 {
		t.Fatalf("%+v", found)
	}
}
