package content

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestDeepStates: q and marked content nested deeper than what is set aside end where they began.
func TestDeepStates(t *testing.T) {
	const deep = 3 * maxState
	d := document(t, strings.Repeat("q ", deep)+"1 0 0 1 5 0 cm "+strings.Repeat("Q ", deep-maxState)+
		"1 0 0 1 0 7 cm Q 0 0 1 1 re f "+strings.Repeat("Q ", maxState-1)+"0 0 2 2 re f", "")
	if got := boxesOf(show(t, d)); got != "path[0 0 1 1] path[0 0 2 2]" {
		t.Error(got)
	}
	d = document(t, "/Artifact BMC "+strings.Repeat("/P BMC ", deep)+strings.Repeat("EMC ", deep)+
		"BT /C 9 Tf <0041> Tj ET EMC BT <0042> Tj ET", "/Font<</C 5 0 R>>", composite, stream("", cmap))
	if s := show(t, d); len(s.Words) != 2 || !s.Words[0].Mark.Artifact || s.Words[1].Mark.Artifact {
		t.Errorf("%+v", s.Words)
	}
}

// TestFormMarks: what a form marks is its own, and what it closes too often is not the page's. Property lists that the
// resources name count.
func TestFormMarks(t *testing.T) {
	d := document(t, "/Artifact BMC /X Do BT /C 9 Tf <0041> Tj ET EMC /P/One BDC EMC",
		"/Font<</C 5 0 R>>/XObject<</X 7 0 R>>/Properties<</One<</MCID 8>>>>", composite, stream("", cmap),
		stream("/Subtype/Form/BBox[0 0 9 9]", "EMC EMC /P<</MCID 3>>BDC EMC"))
	s := show(t, d)
	if fmt.Sprint(s.Marks) != "[8]" || len(s.Words) != 1 || !s.Words[0].Mark.Artifact {
		t.Errorf("marks %v, words %+v", s.Marks, s.Words)
	}
	in := New(d, new(Fonts), nil)
	in.MarksOnly, in.Words = true, true
	s, err := in.Show(d.Pages()[0])
	if err != nil || fmt.Sprint(s.Marks) != "[8]" || len(s.Words)+len(s.Faults)+len(in.fonts.fonts.made) > 0 {
		t.Errorf("%v: marks only: %+v", err, s)
	}
}

// TestBudget: a page that would be drawn without end, or that shows more than there is memory for, is read as far as
// its budget goes, and that is told.
func TestBudget(t *testing.T) {
	var forms []string
	for i := range 8 {
		forms = append(forms, stream(fmt.Sprintf("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N %d 0 R>>>>", 6+i),
			strings.Repeat("/N Do ", 1000)))
	}
	forms = append(forms, stream("/Subtype/Form/BBox[0 0 9 9]", "0 0 1 1 re f"))
	for name, content := range map[string]string{"fan": "/X Do", "boxes": strings.Repeat("sh ", 3_000_000),
		"words": "BT /S 1 Tf (" + strings.Repeat("a ", 3_000_000) + ") Tj ET"} {
		began := time.Now()
		resources := "/XObject<</X 5 0 R>>/Font<</S<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
		s := show(t, document(t, content, resources, forms...))
		if last := len(s.Faults) - 1; last < 0 || s.Faults[last] != (Fault{State: TooMuch}) {
			t.Errorf("%s: %v", name, s.Faults)
		}
		if len(s.Words)+len(s.Boxes) > maxWork/found {
			t.Errorf("%s: %d words, %d boxes", name, len(s.Words), len(s.Boxes))
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
}

// TestOften: fonts that stand in the resources themselves are read once a page, and glyphs without a text are told
// without looking through those told before.
func TestOften(t *testing.T) {
	var all strings.Builder
	for c := range 1 << 16 {
		fmt.Fprintf(&all, "%04X", c)
	}
	began := time.Now()
	d := document(t, strings.Repeat("/C 1 Tf ", 20_000)+"BT <"+all.String()+"> Tj ET",
		"/Font<</C "+composite+">>", "null",
		stream("", strings.Repeat(" ", 1<<20)+"1 beginbfchar <0041><0041> endbfchar"))
	s := show(t, d)
	if len(s.Faults) != 1<<16-1 {
		t.Errorf("%d faults", len(s.Faults))
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("took %s", took)
	}
}

// TestFontsThatShare: a ToUnicode of all codes, and widths of all codes in a few bytes, cost their room once, and not
// in each of the fonts that have them; what a code means and how wide it is stays the font's own.
func TestFontsThatShare(t *testing.T) {
	const count = 300
	var names, show strings.Builder
	objects := []string{stream("", "begincmap 1 beginbfrange <0001> <FFFE> <0001> endbfrange endcmap")}
	for i := range count {
		fmt.Fprintf(&names, "/F%d %d 0 R", i, 6+i)
		fmt.Fprintf(&show, "/F%d 9 Tf <00410042> Tj ", i)
		objects = append(objects, fmt.Sprintf("<</Subtype/Type0/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts"+
			"[<</W[0 65535 500 65 [%d] 66 66 700]>>]>>", 100+i))
	}
	d := document(t, "BT "+show.String()+"ET", "/Font<<"+names.String()+">>", objects...)
	fonts := new(Fonts)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	in := New(d, fonts, nil)
	in.Words = true
	s, err := in.Show(d.Pages()[0])
	runtime.GC()
	runtime.ReadMemStats(&after)
	if err != nil || len(s.Words) == 0 || !strings.Contains(s.Words[0].Text, "AB") {
		t.Fatalf("%v: %+v", err, s)
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 32<<20 {
		t.Errorf("%d fonts take %d MB", count, grown>>20)
	}
	f := fonts.fonts.made[6+7].value
	if f.width('A') != 107 || f.width('B') != 700 || f.width('C') != 500 || f.text('C') != "C" {
		t.Errorf("widths %g, %g, %g, text %q", f.width('A'), f.width('B'), f.width('C'), f.text('C'))
	}
	runtime.KeepAlive(in)
}
