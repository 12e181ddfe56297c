package unit

import (
	"slices"
	"strings"
	"testing"
)

// TestUnchecked: where data unpack to more than is looked at, that is said, of them and of what comes behind them; and
// the same is said whether another file had the same data before or not.
func TestUnchecked(t *testing.T) {
	bomb := string(Pack([]byte(strings.Repeat("\x00", leastInspected+8<<20))))
	data := originalOf("", "/Resources<</XObject<</A 7 0 R/B 8 0 R>>>>/Contents 6 0 R", "<<>> stream:/A Do /B Do",
		"<</Type/XObject/Subtype/Image/Width 16384/Height 8704/BitsPerComponent 8/ColorSpace/DeviceGray"+
			"/Filter/FlateDecode>> stream:"+bomb,
		"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]>> stream:0 0 9 9 re f")
	told := unitOf(t, data).told()
	for _, want := range []string{"data-unchecked picture 1 [1]", "data-unchecked drawing 1 [1]"} {
		if !slices.Contains(told, want) {
			t.Errorf("%q is not among %q", want, told)
		}
	}
}

// TestResourcesNowhere: that a page's resources are nothing is told, though what stands on it needs none.
func TestResourcesNowhere(t *testing.T) {
	u := unitOf(t, originalOf("", "/Resources 6 0 R/Contents 7 0 R", "6 0 R", "<<>> stream:0 0 9 9 re f"))
	if told := strings.Join(u.told(), "; "); told != "box resources-nowhere 1 [1]" {
		t.Error(told)
	}
}
