package received

import "testing"

// TestTypeOneEncodings: each way in which programs write their encoding, also where nothing else can be read.
func TestTypeOneEncodings(t *testing.T) {
	for program, want := range map[string][2]string{
		"%!PS /Encoding StandardEncoding def currentfile eexec":                           {"A", "germandbls"},
		"/Encoding 256 array 0 1 255{1 index exch/.notdef put}for dup 65/summation put\n": {"summation", Notdef},
		"/Encoding 256 array\ndup 8#101 /alpha put dup 251 /beta put readonly def":        {"alpha", "beta"},
		"/Encoding 256 array def dup 16#41 /alpha put dup 300 /beta put":                  {"alpha", Notdef},
		"\x80\x01/Encoding StandardEncoding def currentfile eexec":                        {"A", "germandbls"},
	} {
		p, err := Open([]byte(program), FormType1)
		if err == nil || p.Encoding == nil || p.Code(65) != want[0] || p.Code(251) != want[1] {
			t.Errorf("%s: %v, %q %q", program, err, p.Code(65), p.Code(251))
		}
	}
	p, _ := Open([]byte("/FontName /X def"), FormType1)
	if p.Encoding != nil || p.Code(65) != Notdef {
		t.Error("an encoding where there is none")
	}
}

// TestStandardEncoding: the ends of the stretches of StandardEncoding.
func TestStandardEncoding(t *testing.T) {
	standard, _ := Encoding("StandardEncoding")
	for code, want := range map[int]string{32: "space", 39: "quoteright", 126: "asciitilde", 161: "exclamdown",
		200: "dieresis", 251: "germandbls", 160: Notdef, 255: Notdef} {
		if standard[code] != want {
			t.Errorf("%d: %q, should be %q", code, standard[code], want)
		}
	}
}

// TestForms: what a descriptor says of the form of its program.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		key, subtype string
		want         Form
		known        bool
	}{
		{"FontFile", "", FormType1, true}, {"FontFile2", "", FormSfnt, true}, {"FontFile3", "OpenType", FormSfnt, true},
		{"FontFile3", "Type1C", FormCFF, true}, {"FontFile3", "CIDFontType0C", FormCFF, true},
		{"FontFile3", "", FormCFF, false},
	} {
		if form, known := FormOf(c.key, c.subtype); form != c.want || known != c.known {
			t.Errorf("%s %s: %v, %t", c.key, c.subtype, form, known)
		}
	}
}

// TestDamagedCFF: a CFF program is damaged wherever it breaks off.
func TestDamagedCFF(t *testing.T) {
	program := []byte{1, 0, 4, 1, 0, 1, 1, 1, 2, 'X', 0, 1, 1, 1, 4, 17, 0, 0}
	for n := range program {
		if p, err := Open(program[:n], FormCFF); err == nil || p.Names != nil {
			t.Errorf("%d bytes are a program", n)
		}
	}
}
