package assembly

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// TestLooksAreDrawn: a widget without a look has one in the report, by its value, its state and its colours.
func TestLooksAreDrawn(t *testing.T) {
	for _, c := range []struct {
		name, widget string
		want         []string // in the content, in this order
		not          string
	}{
		{"text", "/FT/Tx/V(Oslo)", []string{"/Tx BMC", "0 0 1 rg", "/F 10 Tf", "2 7 Td", "(Oslo) Tj", "EMC"}, ""},
		{"text in UTF-16", "/FT/Tx/V<FEFF00E900740065>", []string{"(\xe9te) Tj"}, ""},
		{"empty text", "/FT/Tx", []string{"/Tx BMC", "EMC"}, "Tj"},
		{"text at the right", "/FT/Tx/V(i)/Q 2", []string{"95.78 7 Td", "(i) Tj"}, ""},
		{"text of any size", "/FT/Tx/V(Oslo)/DA(/Helv 0 Tf)", []string{"/F 13.5 Tf", "(Oslo) Tj"}, ""},
		{"a password", "/FT/Tx/Ff 8192/V(Oslo)", []string{"(****) Tj"}, "Oslo"},
		{"several lines", "/FT/Tx/Ff 4096/V(Oslo and Bergen and\rVadso)",
			[]string{"(Oslo and Bergen and) Tj", "(Vadso) Tj"}, ""},
		{"a comb", "/FT/Tx/Ff 16777216/MaxLen 4/V(abcde)/MK<</BC[0]>>", []string{"25 0 m", "50 0 m", "75 0 m", "(a) Tj",
			"(b) Tj", "(c) Tj", "(d) Tj"}, "(e)"},
		{"a comb at the right", "/FT/Tx/Ff 16777216/MaxLen 4/V(ii)/Q 2", []string{"61.39 ", "86.39 "}, "11.39 "},
		{"a combo box", "/FT/Ch/Ff 131072/V(no)/Opt[[(no)(Norway)][(se)(Sweden)]]", []string{"(Norway) Tj"}, "Sweden"},
		{"what was typed into one", "/FT/Ch/Ff 393216/V(Fiji)/Opt[(Norway)]", []string{"(Fiji) Tj"}, "Norway"},
		{"a list box", "/FT/Ch/V(b)/Opt[(a)(b)(c)]/TI 1", []string{"re\nf", "(b) Tj"}, "(a)"},
		{"a check box that is checked", "/FT/Btn/V/Ja/AS/Ja", []string{"m\n", "l\n", "f\n"}, ""},
		{"a check box by its value", "/FT/Btn/V/Ja", []string{"m\n", "l\n", "f\n"}, ""},
		{"a check box that is not", "/FT/Btn/V/Off/AS/Off/MK<</BC[0]>>", []string{"re\nS"}, "f\n"},
		{"a radio button", "/FT/Btn/Ff 32768/AS/x/MK<</CA(l)/BC[0]>>", []string{"c\n", "S\n", "c\n", "f\n"}, "re"},
		{"a star", "/FT/Btn/AS/x/MK<</CA(H)>>", []string{"l\n", "f\n"}, ""},
		{"a button", "/FT/Btn/Ff 65536/MK<</CA(Send)/BG[.5]/BC[1 0 0]>>/BS<</W 2/S/B>>",
			[]string{"0.5 g", "re\nf", "1 0 0 RG", "re\nS", "(Send) Tj"}, ""},
		{"a frame of dashes", "/FT/Tx/MK<</BC[0]>>/BS<</W 1/S/D/D[4 2]>>", []string{"[4 \n2 \n] 0 d", "re\nS"}, ""},
		{"a line below", "/FT/Tx/MK<</BC[0]>>/BS<</W 1/S/U>>", []string{"0 0.5 m", "100 0.5 l", "S"}, "re\nS"},
		{"no line of no width", "/FT/Tx/MK<</BC[0]>>/Border[0 0 0]", nil, "S"},
		{"an empty signature", "/FT/Sig", nil, "Tj"},
	} {
		t.Run(c.name, func(t *testing.T) {
			da := "/DA(/Helv 10 Tf 0 0 1 rg)"
			if strings.Contains(c.widget, "/DA") {
				da = ""
			}
			_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]/NeedAppearances true>>", "/Annots[5 0 R]",
				"<</Type/Annot/Subtype/Widget/T(f)/Rect[100 100 200 120]"+da+c.widget+">>"), 0)
			look := lookOf(t, d, formOf(t, d)["o.f"].widgets[0])
			rest := look
			for _, want := range c.want {
				_, after, ok := strings.Cut(rest, want)
				if !ok {
					t.Fatalf("no %q in the right place of %q", want, look)
				}
				rest = after
			}
			if c.not != "" && strings.Contains(look, c.not) {
				t.Errorf("%q in %q", c.not, look)
			}
		})
	}
}

// TestLookTurned: the look of a widget that is turned is as high as the widget is wide, and turned into it.
func TestLookTurned(t *testing.T) {
	for turn, want := range map[int]string{0: "[]", 90: "[0 1 -1 0 100 0]", 180: "[-1 0 0 -1 100 20]",
		270: "[0 -1 1 0 0 20]", -90: "[0 -1 1 0 0 20]"} {
		_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]",
			fmt.Sprintf("<</Type/Annot/Subtype/Widget/T(f)/FT/Tx/V(x)/Rect[100 100 200 120]/MK<</R %d>>>>", turn)), 0)
		s, _ := d.Stream(d.Dict(formOf(t, d)["o.f"].widgets[0]["AP"])["N"])
		var m []string
		for _, o := range d.Array(s.Dict["Matrix"]) {
			v, _ := d.Number(o)
			m = append(m, strconv.FormatFloat(v, 'f', -1, 64))
		}
		if got := "[" + strings.Join(m, " ") + "]"; got != want {
			t.Errorf("turned by %d: %s, should be %s", turn, got, want)
		}
		box, _ := d.Rect(s.Dict["BBox"])
		if tall := turn%180 != 0; tall != (box.Y1 == 100) {
			t.Errorf("turned by %d: box %v", turn, box)
		}
	}
}

// TestLettersOfTheReport: a value whose letters the form's fonts lack is written in the report's, whatever its script,
// and can be read from there.
func TestLettersOfTheReport(t *testing.T) {
	for _, c := range []struct{ name, field, value, want string }{
		{"Arabic", "/FT/Tx", "مرحبا", "مرحبا"},
		{"Chinese", "/FT/Tx", "你好世界", "你好世界"},
		{"Russian in lines", "/FT/Tx/Ff 4096", "Осло и Берген и Тромсё и Вадсё и Хаммерфест и Лиллехаммер\nи Будё",
			"ОслоиБергениТромсёиВадсёиХаммерфестиЛиллехаммериБудё"},
		{"a comb", "/FT/Tx/Ff 16777216/MaxLen 9", "Łódź", "Łódź"},
		{"one that no font has", "/FT/Tx", "Ł\U000F0000ódź", "Łódź"},
		{"a choice", "/FT/Ch/Ff 131072/Opt[(a)]", "Łódź", "Łódź"},
		{"Latin as ever", "/FT/Tx", "Oslo", "Oslo"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, u := range utf16.Encode([]rune(c.value)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			s, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]",
				"<</Type/Annot/Subtype/Widget/T(f)"+c.field+"/V<FEFF"+b.String()+
					">/Rect[100 100 300 160]/DA(/Helv 10 Tf 1 0 0 rg)>>"), 0)
			w := formOf(t, d)["o.f"].widgets[0]
			look, _ := d.Stream(d.Dict(w["AP"])["N"])
			in := content.New(d, new(content.Fonts), nil)
			in.Words = true
			got := ""
			for _, word := range in.Page([]byte(lookOf(t, d, w)), d.Dict(look.Dict["Resources"])).Words {
				got += word.Text
			}
			if got != c.want {
				t.Errorf("it says %q, should say %q", got, c.want)
			}
			if !strings.Contains(lookOf(t, d, w), "1 0 0 rg") {
				t.Error("it is not in the field's colour")
			}
			lost := slices.Contains(codes(s), "original-form-letters  1")
			if lost != strings.Contains(c.value, "\U000F0000") {
				t.Errorf("told: %v", codes(s))
			}
			for name, o := range d.Dict(d.Dict(look.Dict["Resources"])["Font"]) {
				if d.Dict(o)["ToUnicode"] == nil && c.value != "Oslo" {
					t.Errorf("the font %s cannot be read", name)
				}
			}
		})
	}
	// Lines of the report's letters are as wide as the field, and no wider.
	_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]",
		"<</Type/Annot/Subtype/Widget/T(f)/FT/Tx/Ff 4096/Rect[0 0 100 400]/DA(/Helv 10 Tf)/V<FEFF"+
			strings.Repeat("043E0020", 200)+">>>"), 0)
	w := formOf(t, d)["o.f"].widgets[0]
	look, _ := d.Stream(d.Dict(w["AP"])["N"])
	in := content.New(d, new(content.Fonts), nil)
	in.Words = true
	for _, word := range in.Page([]byte(lookOf(t, d, w)), d.Dict(look.Dict["Resources"])).Words {
		if word.X0 < 2 || word.X1 > 98 {
			t.Fatalf("a word stands from %v to %v", word.X0, word.X1)
		}
	}
	// Of a list box every option counts, not only the first.
	_, d, _ = oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]",
		"<</Type/Annot/Subtype/Widget/T(f)/FT/Ch/Opt[(a)<FEFF4F60>]/Rect[100 100 300 160]>>"), 0)
	if look := lookOf(t, d, formOf(t, d)["o.f"].widgets[0]); strings.Count(look, "T") < 4 ||
		strings.Contains(look, "/F ") {
		t.Errorf("of a list: %q", look)
	}
}

// TestLettersWithoutGlyph: a value that no font can show is told, with how many letters are missing.
func TestLettersWithoutGlyph(t *testing.T) {
	s, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]",
		"<</Type/Annot/Subtype/Widget/T(f)/FT/Tx/V<FEFF0061E0000062E0010063>/Rect[100 100 200 120]/DA(/Helv 10 Tf)>>"),
		0)
	if look := lookOf(t, d, formOf(t, d)["o.f"].widgets[0]); !strings.Contains(look, "(abc) Tj") {
		t.Errorf("look %q", look)
	}
	if got := codes(s); !slices.Contains(got, "original-form-letters  2") {
		t.Errorf("told: %v", got)
	}
}

// TestStaleLooks: a form that says that its looks were not kept shows its values in the report, and that is told; a
// look that says what the value says stays, and so does one that says more than could be drawn.
func TestStaleLooks(t *testing.T) {
	const asks, kept = "/NeedAppearances true", "kept"
	for _, c := range []struct{ name, form, widget, look, want string }{
		{"another value", asks, "/FT/Tx/V(Oslo)", "(Bergen) Tj", "(Oslo) Tj"},
		{"a value that was longer", asks, "/FT/Tx/V(Oslo)", "(Oslo, Norway) Tj", "(Oslo) Tj"},
		{"an empty look", asks, "/FT/Tx/V(Oslo)", "", "(Oslo) Tj"},
		{"a value that was deleted", asks, "/FT/Tx/V()", "(Bergen) Tj", ""},
		{"the value, set otherwise", asks, "/FT/Tx/V(Oslo fiord)", "(Oslo) Tj 0 -12 Td (\\336ord) Tj", kept},
		{"no value and no look", asks, "/FT/Tx", "", kept},
		{"looks that were kept", "/NeedAppearances false", "/FT/Tx/V(Oslo)", "(Bergen) Tj", kept},
		{"a form that says nothing of it", "", "/FT/Tx/V(Oslo)", "(Bergen) Tj", kept},
		{"a value that a script sets", asks, "/FT/Tx/V(1234)/AA<</F<</S/JavaScript/JS(x)>>>>", "(1,234.00) Tj", kept},
		{"letters that no font has", asks, "/FT/Tx/V<FEFF0645>", "(m) Tj", kept},
		{"a password", asks, "/FT/Tx/Ff 8192/V(Oslo)", "(****) Tj", kept},
		{"a choice", asks, "/FT/Ch/Ff 131072/V(no)/Opt[[(no)(Norway)][(se)(Sweden)]]", "(Sweden) Tj", "(Norway) Tj"},
		{"the same choice", asks, "/FT/Ch/Ff 131072/V(no)/Opt[[(no)(Norway)]]", "(Norway) Tj", kept},
		{"a list without what is chosen", asks, "/FT/Ch/V(b)/Opt[(a)(b)]", "(a) Tj", "(b) Tj"},
		{"a list with it", asks, "/FT/Ch/V(b)/Opt[(a)(b)]", "(a) Tj (b) Tj", kept},
		{"a button", asks, "/FT/Btn/Ff 65536/MK<</CA(Send)>>", "(Print) Tj", kept},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]/DR<</Font<</Helv 7 0 R>>>>"+c.form+">>",
				"/Annots[5 0 R]",
				"<</Type/Annot/Subtype/Widget/T(f)/Rect[9 9 199 29]/DA(/Helv 9 Tf)/AP<</N 6 0 R>>"+c.widget+">>",
				"<</Subtype/Form/BBox[0 0 190 20]>> stream:BT /Helv 12 Tf "+c.look+" ET",
				"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding"+
					"/Differences[222/fi]>>>>"), 0)
			look := lookOf(t, d, formOf(t, d)["o.f"].widgets[0])
			told := slices.Contains(codes(s), "original-form-redrawn  1")
			if c.want == kept {
				if want := "BT /Helv 12 Tf " + c.look + " ET"; look != want || told {
					t.Errorf("look %q, should be %q; told %v", look, want, codes(s))
				}
				return
			}
			if !strings.Contains(look, c.want) || strings.Contains(look, "Bergen") || !told ||
				slices.Contains(codes(s), "original-form-drawn  1") {
				t.Errorf("look %q, should have %q; told %v", look, c.want, codes(s))
			}
		})
	}
}

// TestRadioButtonsWithoutLooks: the buttons of a group that have no looks get one each under a name of its own, so that
// one of them alone is on; the one that is on keeps its name, or has it from the value.
func TestRadioButtonsWithoutLooks(t *testing.T) {
	for _, c := range []struct{ value, first, second, third, want string }{
		{"/b", "/AS/Off", "/AS/b", "/AS/Off", "0:Off b:b 2:Off"},
		{"/1", "", "", "", "0:Off 1:1 2:Off"},
		{"/Off", "", "", "", "0:Off 1:Off 2:Off"},
	} {
		widget := "<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[9 9 29 29]"
		_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[6 0 R 7 0 R 8 0 R]",
			"<</FT/Btn/Ff 32768/T(f)/V"+c.value+"/Kids[6 0 R 7 0 R 8 0 R]>>",
			widget+c.first+">>", widget+c.second+">>", widget+c.third+">>"), 0)
		var got []string
		for _, w := range formOf(t, d)["o.f"].widgets {
			for _, k := range pdf.SortedKeys(d.Dict(d.Dict(w["AP"])["N"])) {
				if k != "Off" {
					got = append(got, k+":"+d.Name(w["AS"]))
				}
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// TestStateOfButton: a button that has looks by state and does not say which one shows, shows its value's; of readers
// some show that one and some none.
func TestStateOfButton(t *testing.T) {
	for value, want := range map[string]string{"": "Off", "/V/Ja": "Ja", "/V/Nei": "Off", "/V/Ja/AS/Off": "Off"} {
		_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]",
			"<</Type/Annot/Subtype/Widget/T(f)/FT/Btn/Rect[9 9 19 19]/AP<</N<</Ja 6 0 R/Off 6 0 R>>>>"+value+">>",
			"<</Subtype/Form/BBox[0 0 9 9]>> stream:0 0 m"), 0)
		if got := d.Name(formOf(t, d)["o.f"].widgets[0]["AS"]); got != want {
			t.Errorf("%q: %q, should be %q", value, got, want)
		}
	}
}
