package unit

import (
	"bytes"
	"fmt"

	"github.com/klauspost/compress/s2"
)

// Held is a unit as it waits for the linker, encoded and packed: of an original it takes a sixth of the memory of a
// Unit, and the collector of garbage has nothing to look for in it. Packing is faster than what collecting costs that
// half of it saves.
type Held []byte

// Hold packs the unit, with no room to spare.
func (u *Unit) Hold() Held {
	room, packed := scratch.Get().(*[]byte), scratch.Get().(*[]byte)
	defer giveBack(room)
	defer giveBack(packed)
	*room = u.appendTo((*room)[:0])
	if most := s2.MaxEncodedLen(len(*room)); cap(*packed) < most {
		*packed = make([]byte, most)
	}
	return bytes.Clone(s2.Encode((*packed)[:cap(*packed)], *room))
}

// Unit is the unit that was packed.
func (h Held) Unit() (*Unit, error) {
	b, err := s2.Decode(nil, h)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrEncoding, err)
	}
	return Decode(b)
}
