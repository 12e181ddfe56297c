package report

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/layout/lang"
)

// foreign is a language in a script that the program's fonts lack: what its folder says otherwise than the English
// one, and fonts as Debian packages them.
type foreign struct {
	code         string
	words        map[string]string // keys of the folder, or strings, with what they say
	serif, sans  string            // files; where they are not there, the package installs them
	pack         string
	text, within string // a sentence, and words of it in the order of reading
	rtl          bool
}

var foreigners = []foreign{
	{code: "he", rtl: true, pack: "culmus", serif: "/usr/share/fonts/truetype/culmus/FrankRuehlCLM-Medium.ttf",
		sans: "/usr/share/fonts/truetype/culmus/FrankRuehlCLM-Bold.ttf",
		words: map[string]string{"name": "עברית", "script": "Hebr", "collation": "he", "  contents": "תוכן העניינים",
			"  index": "מפתח", "  imprint": "פרטי הפרסום", "  speakers": "דוברים", "  text": "נוסח",
			"months": "[בינואר, בפברואר, במרס, באפריל, במאי, ביוני, ביולי, באוגוסט, בספטמבר, באוקטובר, בנובמבר, " +
				"בדצמבר]"},
		text: "המושב הראשון נפתח בבוקר יום רביעי בראשות נציג המדינה המארחת, והמשתתפים " +
			"אישרו את סדר היום של המושב הזה.",
		within: "נציג המדינה המארחת"},
	{code: "hi", pack: "fonts-lohit-deva", serif: "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf",
		sans: "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf",
		words: map[string]string{"name": "हिन्दी", "script": "Deva", "collation": "hi", "  contents": "विषय सूची",
			"  index": "अनुक्रमणिका", "  speakers": "वक्ता", "leading": "150",
			"months": "[जनवरी, फ़रवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर, अक्तूबर, नवंबर, दिसंबर]"},
		text: "पहले सत्र का उद्घाटन बुधवार की सुबह मेज़बान राज्य के प्रतिनिधि की अध्यक्षता में हुआ, " +
			"और प्रतिभागियों ने कार्यसूची को स्वीकार किया।",
		within: "प्रतिनिधि की अध्यक्षता"},
}

// folder is the English folder with the language's own words.
func (f *foreign) folder(t *testing.T) fs.FS {
	t.Helper()
	english, err := os.ReadFile("../layout/lang/en/language.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	said := map[string]bool{}
	for line := range strings.Lines(string(english)) {
		key, _, _ := strings.Cut(line, ":")
		words, own := f.words[key]
		switch {
		case key == "hyphenation":
		case own && !said[key]:
			said[key] = true
			out = append(out, key+": "+words+"\n")
		default:
			out = append(out, line)
		}
	}
	for key, words := range f.words { // those that English does not have
		if !said[key] {
			out = slices.Insert(out, 0, key+": "+words+"\n")
		}
	}
	return fstest.MapFS{f.code + "/language.yaml": {Data: []byte(strings.Join(out, ""))}}
}

// TestALanguageIsAFolder: a report in a language of another script needs its folder and fonts, and nothing else: it has
// the words and the months of the folder, runs as the script does, and its text is read back as it was written.
func TestALanguageIsAFolder(t *testing.T) {
	for _, f := range foreigners {
		t.Run(f.code, func(t *testing.T) {
			if _, err := os.Stat(f.serif); err != nil {
				t.Skipf("the fonts of Debian's package %s are not installed here", f.pack)
			}
			set, err := lang.Embedded().With(f.folder(t))
			if err != nil {
				t.Fatal(err)
			}
			if lacks := set.Of(f.code).Lacks(); len(lacks) > 0 {
				t.Fatal(lacks)
			}
			fonts := map[string]string{}
			for name, file := range map[string]string{"serif.ttf": f.serif, "sans.ttf": f.sans} {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				fonts[name] = string(data)
			}
			fonts["text.md"] = strings.Repeat(f.text+" ", 3)
			p := printOut(t, `rapporteur: 1
report: {title: `+f.within+`, language: `+f.code+`, date: 2012-03-01}
layout: {fonts: {serif: [serif.ttf], sans: [sans.ttf]}}
introduction: [{id: i, title: `+f.within+`, text: text.md}]
`, fonts, set)
			var all []string
			for i := range p.ledger.Pages {
				for _, l := range p.lines(i + 1) {
					all = append(all, l.text)
				}
			}
			said := strings.Join(strings.Fields(strings.Join(all, " ")), " ")
			month := strings.Fields(strings.Trim(f.words["months"], "[]"))[2]
			for _, want := range []string{f.words["  contents"], strings.Trim(month, ","), f.within} {
				if !strings.Contains(said, want) {
					t.Errorf("the report does not say %q:\n%s", want, said)
				}
			}
			p.flush(p.page("i"), f.rtl)
		})
	}
}

// flush looks whether the first line of a right-hand page begins at the edge where the script begins: at the binding.
func (p *printed) flush(page int, rtl bool) {
	p.t.Helper()
	l := p.lines(page)[0]
	at, edge := l.from, leftEdge
	if rtl {
		at, edge = l.to, 595.276-leftEdge
	}
	if at < edge-.5 || at > edge+.5 {
		p.t.Errorf("%q stands from %.1f to %.1f", l.text, l.from, l.to)
	}
}
