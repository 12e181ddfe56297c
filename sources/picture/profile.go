package picture

import "encoding/binary"

// soundProfile gives an ICC profile when a PDF can name it for the space (ISO 32000-1, 8.6.5.5): one of an input
// device, a display, an output device or a colour space, of version 2 or 4, with so many components. Else nil: colours
// are taken as the device's then, as most viewers do.
func soundProfile(b []byte, space Space) []byte {
	if len(b) < 132 || len(b) > maxProfile || string(b[36:40]) != "acsp" {
		return nil
	}
	size := binary.BigEndian.Uint32(b)
	if size < 132 || int64(size) > int64(len(b)) {
		return nil
	}
	b = b[:size]
	if version := b[8]; version < 2 || version > 4 {
		return nil
	}
	switch string(b[12:16]) {
	case "scnr", "mntr", "prtr", "spac":
	default:
		return nil
	}
	want := map[Space]string{Gray: "GRAY", RGB: "RGB ", CMYK: "CMYK"}[space]
	if string(b[16:20]) != want || !tabled(b) {
		return nil
	}
	return b
}

// tabled reports whether the tags of a profile lie within it.
func tabled(b []byte) bool {
	n := int(binary.BigEndian.Uint32(b[128:]))
	if n < 1 || n > 200 || 132+12*n > len(b) {
		return false
	}
	for i := range n {
		at := binary.BigEndian.Uint32(b[132+12*i+4:])
		size := binary.BigEndian.Uint32(b[132+12*i+8:])
		if uint64(at)+uint64(size) > uint64(len(b)) {
			return false
		}
	}
	return true
}
