package pdf

import "testing"

// TestStrict: an object has one form, but for single spaces and the order of keys.
func TestStrict(t *testing.T) {
	var s strict
	for body, want := range map[string]bool{
		"<</A 1/B[1 -2.5 /C (d)<0A>]/E<</F 1 0 R/G true>>>>": true, "[1 0 R 2 0 R]": true,
		"<< /A 1 >>": true, "[]": true,
		"null": true, "[null]": true, "(a\\(b\\)\\\\)": true, "/A#20B": true, "-0.5": true, "(\x00\xff)": true,
		"<</A<</A 1>>/B<</A 1>>>>": true, "[<</A 1>>[<</A 1>>]]": true,
		"": false, "<</A 1": false, "<</A 1/A 2>>": false, "<</A 1/B[1]/A[2]>>": false, "<</A<</B 1/B 1>>>>": false,
		"<</A null>>": false, "[1  2]": false, "[1\n2]": false, "[1%x\n2]": false,
		"<</A 1>>%x": false, "<</A 1>> ": false,
		"[01]": false, "[+1]": false, "[1.0]": false, "[1 1 R]": false, "[1.50]": false, "<0a >": false,
		"(a(b))": false, "(a\\142)": false, "(a\nb)": false, "(a\\\nb)": false,
		"/A#42": false, "/\xe4": false, "1 2": false,
		"[1 ) 2]": false, "<</A 1/B>>": false, "<</A 1 2>>": false,
	} {
		if got := s.object([]byte(body)); got != want {
			t.Errorf("%q: %v", body, got)
		}
	}
}
