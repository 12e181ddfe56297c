package unit

import (
	"fmt"
	"strings"
	"testing"
)

// TestPrintedLabels: what stands beside a field on its page is what it is for: before it, above it, or, of a box to
// tick, behind it; never what belongs to another line.
func TestPrintedLabels(t *testing.T) {
	const font = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
	at := func(x, y int, text string) string {
		return fmt.Sprintf("BT /F 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET ", x, y, text)
	}
	for name, c := range map[string]struct{ text, field, want string }{
		"before":             {at(40, 104, "Family name:"), "/FT/Tx/T(Text1)", "Family name"},
		"above":              {at(102, 118, "Date of birth"), "/FT/Tx/T(Text1)", "Date of birth"},
		"behind a box":       {at(195, 104, "I agree"), "/FT/Btn/T(Check Box1)", "I agree"},
		"on another line":    {at(40, 160, "Family name:"), "/FT/Tx/T(Text1)", ""},
		"too far":            {at(1, 104, "No"), "/FT/Tx/T(Text1)", ""},
		"lines to write on":  {at(60, 104, "________"), "/FT/Tx/T(Text1)", ""},
		"of a button":        {at(40, 104, "Family name:"), "/FT/Btn/Ff 65536/MK<</CA(Send)>>/T(b)", "Send"},
		"the name, if words": {"", "/FT/Tx/T(place-of-birth)", "place of birth"},
		"turned with its widget": {"BT /F 10 Tf 0 1 -1 0 186 40 Tm (Signed at:) Tj ET",
			"/FT/Tx/T(Text1)/MK<</R 90>>", "Signed at"},
		"of another direction": {"BT /F 10 Tf 0 1 -1 0 186 40 Tm (Signed at:) Tj ET", "/FT/Tx/T(Text1)", ""},
		"across, beside it":    {"BT /F 10 Tf 0 1 -1 0 80 104 Tm (Signed) Tj ET", "/FT/Tx/T(Text1)", ""},
		"a number alone":       {at(70, 104, "2011"), "/FT/Tx/T(Text1)", "2011"},
		"words before a number": {at(70, 104, "12.") + at(102, 118, "Date of birth"), "/FT/Tx/T(Text1)",
			"Date of birth"},
		"two on a line": {at(40, 104, "Family name:") + at(300, 104, "Given name:"), "/FT/Tx/T(Text1)",
			"Family name"},
	} {
		u, told := mended(t, originalOf("/AcroForm<</Fields[6 0 R]>>", "/Annots[6 0 R]/Contents 7 0 R"+font,
			"<</Subtype/Widget"+c.field+"/Rect[100 100 190 115]/F 4>>", "<<>> stream:"+c.text), Options{})
		want, code := "/TU"+wide16(c.want), MendedLabel
		if c.want == "" {
			want, code = "/TU", MendedField
		}
		if text := u.text(); !strings.Contains(text, want) || !strings.Contains(strings.Join(told, " "), code) {
			t.Errorf("%s: told %q; no %s in %s", name, told, want, text)
		}
	}
}

// TestFieldNames: names that programs give by themselves say nothing; others do, as words.
func TestFieldNames(t *testing.T) {
	for name, want := range map[string]string{"firstName": "first Name", "Text1": "", "Check Box 12": "",
		"undefined_3": "", "topmostSubform[0]": "", "f1_01": "", "国籍": "国籍", "date-of-birth": "date of birth",
		"{63ae17a7}": "", "r1": "", "Nationality": "Nationality", "Имя": "Имя"} {
		if got := wordsOf(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
