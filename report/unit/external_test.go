package unit

import (
	"strings"
	"testing"
)

// TestNothingOutside: a stream is what stands in the file, whatever other file its dictionary names.
func TestNothingOutside(t *testing.T) {
	for _, c := range []struct {
		name, entries string
		told          bool
	}{
		{"data", "/F(/etc/passwd)/FFilter/FlateDecode/FDecodeParms<<>>", true},
		{"data, by a specification", "/F<</Type/Filespec/F(//host/x)>>", true}, {"data, by reference", "/F 7 0 R",
			true},
		{"a page", "/Ref<</F(other.pdf)/Page 0>>", true}, {"a picture", "/OPI<</2.0<</F(other.tif)>>>>", true},
		{"a filter in short", "/F/AHx", false},
	} {
		data := "3 3 m"
		if !c.told {
			data = "332033206D>"
		}
		u := unitOf(t, originalOf("", "/Resources<</XObject<</X 6 0 R>>>>",
			"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]"+c.entries+">> stream:"+data,
			"<</F(other.bin)>>"))
		if !c.told {
			u.expect(t)
			if !strings.Contains(u.text(), "/F/AHx") {
				t.Error("the filter is gone")
			}
			continue
		}
		u.expect(t, "external  1 [1]")
		if text := u.text(); strings.Contains(text, "(other") || strings.Contains(text, "passwd") ||
			strings.Contains(text, "host") {
			t.Errorf("%s: the unit leads out of the file: %s", c.name, text)
		}
	}
}
