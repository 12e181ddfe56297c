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
		u := unitOf(t, received("", "/Resources<</XObject<</A 7 0 R>>>>/Contents 6 0 R", "<<>> stream:/A Do",
			"<</Type/XObject/Subtype/Image"+c.dict+">> stream:"+c.data))
		if told := strings.Join(u.told(), "; "); told != c.want {
			t.Errorf("%s: %q, should be %q", c.dict, told, c.want)
		}
	}
}
