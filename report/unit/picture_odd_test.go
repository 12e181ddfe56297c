package unit

import (
	"strings"
	"testing"
)

// TestOddPictures: a picture that is said to be larger than its data, or than readers show, is told, and no other.
func TestOddPictures(t *testing.T) {
	for _, c := range []struct{ dict, data, want string }{
		{"/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceGray", "few", "picture-huge  1 [1]"},
		{"/Width 90000/Height 100000/ImageMask true", "few", "picture-huge  1 [1]"},
		{"/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/JPXDecode", "few",
			"picture-huge  1 [1]"},
		{"/Width 3/Height 3/BitsPerComponent 8/ColorSpace/DeviceGray", "123456", "picture-short  1 [1]"},
		{"/Width 3/Height 3/BitsPerComponent 8/ColorSpace/DeviceGray", "12345678", ""}, // a byte: nobody sees it
		{"/Width 3/Height 3/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/ASCIIHexDecode", "313233343536>",
			"picture-short  1 [1]"},
		{"/Width 3/Height 3/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/ASCIIHexDecode", "313233343536373839>", ""},
		{"/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceRGB", "123456", "picture-short  1 [1]"},
		{"/Width 2/Height 2/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1<000000FFFFFF>]", "1234", ""},
		{"/Width 9/Height 2/ImageMask true", "1234", ""},
		{"/Width 9/Height 3/ImageMask true", "1234", "picture-short  1 [1]"},
		{"/Width 3/Height 3/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/JPXDecode", "few", ""},
	} {
		u := unitOf(t, originalOf("", "/Resources<</XObject<</A 7 0 R>>>>/Contents 6 0 R", "<<>> stream:/A Do",
			"<</Type/XObject/Subtype/Image"+c.dict+">> stream:"+c.data))
		if told := strings.Join(u.told(), "; "); told != c.want {
			t.Errorf("%s: %q, should be %q", c.dict, told, c.want)
		}
	}
}

// TestOddInlinePictures: the same of one that stands in the content, of the page or of a drawing on it.
func TestOddInlinePictures(t *testing.T) {
	const form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>>> stream:"
	for image, want := range map[string]string{
		"BI /W 99999 /H 99999 /BPC 8 /CS /G /F /Fl ID x EI":  "picture-huge  1 [1]",
		"BI /Width 9 /Height 9 /BPC 8 /CS /G /F /Fl ID x EI": "",
	} {
		for _, more := range [][]string{{"<<>> stream:" + image, form}, {"<<>> stream:/A Do", form + image}} {
			u := unitOf(t, originalOf("", "/Resources<</XObject<</A 7 0 R>>>>/Contents 6 0 R", more...))
			if told := strings.Join(u.told(), "; "); told != want {
				t.Errorf("%s: %q, should be %q", more, told, want)
			}
		}
	}
}
