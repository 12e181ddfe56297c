package unit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// planted is an action that must not come through.
func planted(kind string) string {
	return "<</S/" + kind + "/JS(bomb)/F(bomb)/URI(javascript:bomb)/N/bomb/D(bomb)>>"
}

const link = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]"

// paths are the places of a file where an action may stand: the file with %s for the action, and the page it is told
// with.
var paths = []struct {
	name, catalog, page string
	more                []string
	at                  string
}{
	{"on opening", "/OpenAction %s", "", nil, "[]"},
	{"behind the one on opening", "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[%s]>>", "", nil, "[]"},
	{"of the file", "/AA<</WC %s>>", "", nil, "[]"},
	{"of a page", "", "/AA<</O %s>>", nil, "[1]"},
	{"of an annotation", "", "/Annots[" + link + "/A %s>>]", nil, "[1]"},
	{"of an annotation, by reference", "", "/Annots[6 0 R]", []string{link + "/A 7 0 R>>", "%s"}, "[1]"},
	{"by itself", "", "/Annots[" + link + "/AA<</E %s>>>>]", nil, "[1]"},
	{"where a captured page came from", "", "/Annots[" + link + "/PA %s>>]", nil, "[1]"},
	{"behind another", "", "/Annots[" + link + "/A<</S/GoTo/D[3 0 R/Fit]/Next %s>>>>]", nil, "[1]"},
	{"far behind another", "",
		"/Annots[" + link + "/A<</S/GoTo/D[3 0 R/Fit]/Next[<</S/Named/N/NextPage/Next[[%s]]>>]>>>>]", nil, "[1]"},
	{"beside a destination", "", "/Annots[" + link + "/Dest[4 0 R/Fit]/A %s>>]", nil, "[1]"},
	{"of a widget", "", "/Annots[<</Type/Annot/Subtype/Widget/FT/Btn/Rect[0 0 9 9]/A %s>>]", nil, "[1]"},
	{"of an item of the outline", "/Outlines<</First 6 0 R/Last 6 0 R>>", "", []string{"<</Title(a)/A %s>>"}, "[]"},
	{"behind one of the outline", "/Outlines<</First 6 0 R/Last 6 0 R>>", "",
		[]string{"<</Title(a)/A<</S/GoTo/D[3 0 R/Fit]/Next %s>>>>"}, "[]"},
	{"in an attribute", "/StructTreeRoot<</K 6 0 R>>", "", []string{"<</S/P/Pg 3 0 R/K 0/A<</O/Layout/X %s>>>>"}, "[]"},
	{"as an attribute", "/StructTreeRoot<</K 6 0 R>>", "", []string{"<</S/P/Pg 3 0 R/K 0/A 7 0 R>>", "%s"}, "[]"},
	{"among a program's own data", "", "/PieceInfo<</X<</Private %s>>>>", nil, "[1]"},
	{"among a program's own data, by reference", "", "/PieceInfo<</X<</Private[6 0 R]>>>>", []string{"%s"}, "[1]"},
	{"among a program's own triggers", "", "/PieceInfo<</X<</AA<</O %s>>>>>>", nil, "[1]"},
	{"of a field that nobody needs", "", "/PieceInfo<</X 6 0 R>>", []string{"<</T(f)/AA 7 0 R>>", "<</K %s>>"}, "[1]"},
	{"in the dictionary of a drawing", "", "/Resources<</XObject<</X 6 0 R>>>>",
		[]string{"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/X %s>> stream:0 0 m"}, "[1]"},
}

// TestNothingActs plants an action of each kind that acts at each place where one may stand: none comes through, and
// each is told with its kind and its page.
func TestNothingActs(t *testing.T) {
	kinds := []string{"Launch", "Sound", "Movie", "Hide", "SubmitForm", "ResetForm", "ImportData", "JavaScript",
		"SetOCGState",
		"Rendition", "Trans", "GoTo3DView", "RichMediaExecute", "GoToE", "GoToDp"}
	for _, p := range paths {
		for _, kind := range kinds {
			fill := func(s string) string { return strings.ReplaceAll(s, "%s", planted(kind)) }
			more := make([]string, len(p.more))
			for i := range more {
				more[i] = fill(p.more[i])
			}
			u := unitOf(t, originalOf(fill(p.catalog), fill(p.page), more...))
			if text := u.text(); strings.Contains(text, "bomb") || strings.Contains(text, "/S/"+kind) {
				t.Errorf("%s %s: it is in the unit\n%s", kind, p.name, text)
			}
			want := "action " + kind + " 1 " + p.at
			if got := u.told(); !slices.Contains(got, want) {
				t.Errorf("%s %s: told %q, should be %q", kind, p.name, got, want)
			}
			if len(u.Active()) != 1 {
				t.Errorf("%s %s: active is %v", kind, p.name, u.Active())
			}
		}
	}
}

// TestUnknownActionsAreToldOnce: a file that calls its actions by ever new names does not fill the ledger with them.
func TestUnknownActionsAreToldOnce(t *testing.T) {
	page := "/Annots["
	for i := range 50 {
		page += link + fmt.Sprintf("/A<</S/Own%d>>>>", i)
	}
	u := unitOf(t, originalOf("", page+"]"))
	u.expect(t, "action unknown 50 [1]")
	if len(annots(t, u)) != 50 {
		t.Error("annotations are lost")
	}
}

// TestScriptsOfTheFile: scripts that run on opening are told, each of them.
func TestScriptsOfTheFile(t *testing.T) {
	u := unitOf(t,
		originalOf("/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(bomb)>>(b)<</S/JavaScript/JS(bomb)>>]>>>>", ""))
	u.expect(t, "action JavaScript 2 []")
	if strings.Contains(u.text(), "bomb") {
		t.Error("a script is in the unit")
	}
}

// TestWhatLeadsStays: each kind of action that leads a reader somewhere, and each way to name a place.
func TestWhatLeadsStays(t *testing.T) {
	const names = "/Names<</Dests<</Names[(new)[4 0 R/Fit](both)[4 0 R/FitH 1]]>>>>" +
		"/Dests<</old<</D[4 0 R/FitB]>>/both[3 0 R/Fit]>>" +
		"/Threads[6 0 R]"
	thread := []string{"<</F 7 0 R/I<</Title(An article)>>>>", "<</T 6 0 R/P 4 0 R/R[1 2 3 4]/N 7 0 R/V 7 0 R>>"}
	for _, c := range []struct{ action, want, told string }{
		{"<</S/GoTo/D[3 0 R/XYZ 1 2 null]>>", "/S/GoTo/D[page 0/XYZ 1 2 null]", ""},
		{"<</S/GoTo/D(new)>>", "/S/GoTo/D[page 1/Fit]", ""},
		{"<</S/GoTo/D/old>>", "/S/GoTo/D[page 1/FitB]", ""},
		{"<</S/GoTo/D(both)>>", "/S/GoTo/D[page 1/FitH 1]", ""},
		{"<</S/GoTo/D[1/Fit]>>", "/S/GoTo/D[page 1/Fit]", ""},
		{"<</S/GoTo/D[3 0 R/Fit]/SD(x)/X 9>>", "/S/GoTo/D[page 0/Fit]", ""},
		{"<</S/GoTo/D(nowhere)>>", "", "link-dead  1 [1]"},
		{"<</S/GoTo/D[2/Fit]>>", "", "link-dead  1 [1]"},
		{"<</S/Named/N/NextPage>>", "/S/Named/N/NextPage", ""},
		{"<</S/Named/N/PrevPage>>", "/S/Named/N/PrevPage", ""},
		{"<</S/Named/N/FirstPage>>", "/S/GoTo/D[page 0/Fit]", ""},
		{"<</S/Named/N/LastPage>>", "/S/GoTo/D[page 1/Fit]", ""},
		{"<</S/Named/N/Print>>", "", "action Named 1 [1]"},
		{"<</S/Thread/D 0>>", "/S/GoTo/D[page 1/FitR 1 2 3 4]", ""},
		{"<</S/Thread/D(An article)>>", "/S/GoTo/D[page 1/FitR 1 2 3 4]", ""},
		{"<</S/Thread/D 6 0 R>>", "/S/GoTo/D[page 1/FitR 1 2 3 4]", ""},
		{"<</S/Thread/D 4>>", "", "action Thread 1 [1]"},
		{"<</S/Thread/D 0/F(other.pdf)>>", "", "action Thread 1 [1]"},
		{"<</S/URI/URI(https://www.un.org/)/IsMap true>>", "/S/URI/URI(https://www.un.org/)/IsMap true", ""},
		{"<</S/GoToR/F(annex.pdf)/D[0/Fit]>>", "", "link-file  1 [1]"},
		{"<</S/GoToR/F<</Type/Filespec/UF(annex.pdf)>>/D(x)>>", "", "link-file  1 [1]"},
		{"<</S/GoToR/F<</FS/URL/F(https://www.un.org/a.pdf)>>/D[0/Fit]>>", "/S/URI/URI(https://www.un.org/a.pdf)", ""},
		{"<</S/GoToR/F(HTTP://www.un.org/a.pdf)>>", "/S/URI/URI(HTTP://www.un.org/a.pdf)", ""},
		{"<</S/GoToR/F<</FS/URL/F(file:///c:/a.pdf)>>>>", "", "address file: 1 [1]"},
		// What follows a script takes its place.
		{"<</S/JavaScript/JS(x)/Next<</S/GoTo/D(new)>>>>", "/S/GoTo/D[page 1/Fit]", "action JavaScript 1 [1]"},
		{"<</S/GoTo/D(new)/Next[<</S/URI/URI(http://a)>> <</S/Named/N/NextPage>>]>>",
			"/S/GoTo/D[page 1/Fit]/Next[<</S/URI/URI(http://a)>> <</S/Named/N/NextPage>>]", ""},
	} {
		u := unitOf(t, originalOf(names, "/Annots["+link+"/A "+c.action+">>]", thread...))
		want := strings.NewReplacer("page 0", "{page 0}", "page 1", "{page 1}").Replace(c.want)
		// Entries stand in order of their keys.
		got := u.text()
		for _, part := range parts(want) {
			if !strings.Contains(got, part) {
				t.Errorf("%s: no %s in %s", c.action, part, got)
			}
		}
		if c.want == "" && strings.Contains(strings.ReplaceAll(got, "/A<</BBox", ""), "/A<<") {
			t.Errorf("%s leads somewhere: %s", c.action, got)
		}
		var told []string
		if c.told != "" {
			told = []string{c.told}
		}
		u.expect(t, told...)
	}
}

// parts are the entries of actions as they are written, each by itself.
func parts(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(s, "/", "\x00/"),
		func(r rune) bool { return r == '\x00' }) {
		out = append(out, strings.Trim(part, " <>[]"))
	}
	return slices.DeleteFunc(out, func(p string) bool { return p == "" })
}

// TestActionsInACircle: each action of a circle is taken once.
func TestActionsInACircle(t *testing.T) {
	u := unitOf(t, originalOf("", "/Annots["+link+"/A 6 0 R>>]", "<</S/URI/URI(http://a)/Next 7 0 R>>",
		"<</S/Hide/T(x)/Next[6 0 R 7 0 R]>>"))
	u.expect(t, "action Hide 1 [1]")
	if got := u.text(); strings.Count(got, "http://a") != 1 || strings.Contains(got, "Next") {
		t.Errorf("the page is %s", got)
	}
}

// TestPagesAreNamed: a finding names every page that it concerns, and each once.
func TestPagesAreNamed(t *testing.T) {
	f := findings{}
	for _, page := range []int{4, 2, 2, 9, 4, -1, 0} {
		f.add(ActionRemoved, "Hide", page)
	}
	if got := f.list[0]; got.Count != 7 || !slices.Equal(got.Pages, []int{1, 3, 5, 10}) {
		t.Errorf("%+v", got)
	}
}
