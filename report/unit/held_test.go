package unit

import (
	"errors"
	"reflect"
	"slices"
	"testing"
)

// TestHeld: what was held is the same unit, whatever was held before with the same memory, and takes less of it than
// its encoding; what is no unit is refused.
func TestHeld(t *testing.T) {
	many := whole()
	many.Objects = slices.Repeat(many.Objects[:1], 100)
	for _, u := range []*Unit{many, whole(), {}, many} {
		h := u.Hold()
		if got, err := h.Unit(); err != nil || !reflect.DeepEqual(got, u) {
			t.Errorf("%+v became %+v, %v", u, got, err)
		}
		if cap(h) > len(h)+len(h)/4+16 {
			t.Errorf("%d bytes have room for %d", len(h), cap(h))
		}
	}
	if encoded := len(many.Encode()); len(many.Hold()) > encoded/2 {
		t.Errorf("%d bytes are held as %d", encoded, len(many.Hold()))
	}
	for _, h := range []Held{nil, Held("no unit"), many.Hold()[1:]} {
		if _, err := h.Unit(); !errors.Is(err, ErrEncoding) {
			t.Errorf("%q: %v", h, err)
		}
	}
}
