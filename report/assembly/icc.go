package assembly

import "encoding/binary"

// srgbProfile makes an ICC profile of sRGB (IEC 61966-2-1), version 4 (ISO 15076-1), 500-odd bytes: a display profile
// of three colorants and one parametric curve. The numbers are sRGB's primaries and white point D65 adapted to D50 by
// Bradford's matrix, in 16.16 fixed point.
func srgbProfile() []byte {
	be := binary.BigEndian
	fixed := func(b []byte, v ...float64) []byte {
		for _, x := range v {
			n := int32(x*65536 + 0.5)
			if x < 0 {
				n = int32(x*65536 - 0.5)
			}
			b = be.AppendUint32(b, uint32(n))
		}
		return b
	}
	text := func(s string) []byte { // multiLocalizedUnicodeType, one record: en-US
		b := append([]byte("mluc\x00\x00\x00\x00"), 0, 0, 0, 1, 0, 0, 0, 12)
		b = append(b, "enUS"...)
		b = be.AppendUint32(b, uint32(2*len(s)))
		b = be.AppendUint32(b, 28)
		for _, c := range []byte(s) {
			b = append(b, 0, c)
		}
		return b
	}
	xyz := func(x, y, z float64) []byte { return fixed([]byte("XYZ \x00\x00\x00\x00"), x, y, z) }
	// Type 3: Y = (aX+b)^g for X >= d, else cX: g, a, b, c, d.
	curve := fixed([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	type tag struct {
		name string
		data []byte
	}
	tags := []tag{
		{"desc", text("sRGB IEC61966-2.1")},
		{"cprt", text("No copyright, use freely")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"chad", fixed([]byte("sf32\x00\x00\x00\x00"), 1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059,
			-0.009232, 0.015076, 0.751678)},
		{"rXYZ", xyz(0.436066, 0.222488, 0.013916)},
		{"gXYZ", xyz(0.385147, 0.716873, 0.097076)},
		{"bXYZ", xyz(0.143066, 0.060608, 0.714096)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	head := make([]byte, 128)
	copy(head[8:], "\x04\x30\x00\x00mntrRGB XYZ ")
	be.PutUint16(head[24:], 2000) // a date is required: the year's first day
	be.PutUint16(head[26:], 1)
	be.PutUint16(head[28:], 1)
	copy(head[36:], "acsp")
	copy(head[68:], fixed(nil, 0.9642, 1, 0.8249)) // the illuminant, D50
	table := be.AppendUint32(nil, uint32(len(tags)))
	at := 128 + 4 + 12*len(tags)
	var data []byte
	curveAt := 0
	for _, t := range tags {
		where := at + len(data)
		shared := t.name == "gTRC" || t.name == "bTRC"
		if shared {
			where = curveAt
		} else if t.name == "rTRC" {
			curveAt = where
		}
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(where))
		table = be.AppendUint32(table, uint32(len(t.data)))
		if !shared {
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
	}
	out := append(append(head, table...), data...)
	be.PutUint32(out, uint32(len(out)))
	return out
}
