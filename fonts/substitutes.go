package fonts

import (
	"archive/zip"
	_ "embed"
	"io"
	"path"
	"regexp"
	"strings"
	"sync"
)

// substitutesZip holds open fonts whose glyphs are as wide as those of the fonts that a PDF may leave to its reader. It
// is made by files/substitutes.sh; the comment of an entry is its SHA-256.
//
//go:embed files/substitutes.zip
var substitutesZip string

// substitutes are those fonts, by file name without extension; each is unpacked when it is first read.
var substitutes = sync.OnceValue(func() map[string]*Font {
	r, err := zip.NewReader(strings.NewReader(substitutesZip), int64(len(substitutesZip)))
	if err != nil {
		panic("fonts: substitutes.zip: " + err.Error()) // an embedded file: a test reads it
	}
	out := make(map[string]*Font, len(r.File))
	for _, f := range r.File {
		unpack := sync.OnceValue(func() []byte {
			in, err := f.Open()
			if err != nil {
				panic("fonts: " + f.Name + ": " + err.Error())
			}
			defer in.Close()
			data, err := io.ReadAll(in)
			if err != nil {
				panic("fonts: " + f.Name + ": " + err.Error())
			}
			return data
		})
		out[strings.TrimSuffix(f.Name, path.Ext(f.Name))] = newFont(f.Name, unpack, 0, f.Comment)
	}
	return out
})

// replaced are the fonts that have a substitute: by what their names begin with, and what its four faces are called. No
// lookalike is among them: only fonts of equal widths.
var replaced = []struct {
	name  string
	faces [4]string // regular, bold, italic, both
}{
	{"TimesNewRoman", liberation("Serif")}, {"LiberationSerif", liberation("Serif")},
	{"CourierNew", liberation("Mono")}, {"LiberationMono", liberation("Mono")},
	{"Arial", liberation("Sans")}, {"LiberationSans", liberation("Sans")},
	{"Helvetica", texGyre("heros")}, {"Times", texGyre("termes")}, {"Courier", texGyre("cursor")},
	{"DejaVuSans", [4]string{"DejaVuSans", "DejaVuSans-Bold"}},
	{"Symbol", [4]string{"ReportSymbols"}}, {"ZapfDingbats", [4]string{"ReportDingbats"}},
}

func liberation(family string) [4]string {
	f := "Liberation" + family + "-"
	return [4]string{f + "Regular", f + "Bold", f + "Italic", f + "BoldItalic"}
}

func texGyre(family string) [4]string {
	f := "texgyre" + family + "-"
	return [4]string{f + "regular", f + "bold", f + "italic", f + "bolditalic"}
}

// faceOf is what the name of a face may add to that of its family; anything else is another font.
var faceOf = regexp.MustCompile(`^(PSMT|PS|MT|Std)?[-,]?(Roman|Regular|Normal)?(Bold)?(Italic|Oblique)?(MT)?$`)

// Substitute gives the open font that is as wide as a font that a PDF does not embed, by its BaseFont, and the name of
// the family; nil where there is none.
func Substitute(base string) (*Font, string) {
	if i := strings.IndexByte(base, '+'); i == 6 {
		base = base[7:]
	}
	base = strings.ReplaceAll(base, " ", "")
	for _, r := range replaced {
		rest, ok := strings.CutPrefix(base, r.name)
		m := faceOf.FindStringSubmatch(rest)
		if !ok || m == nil {
			continue
		}
		face := 0
		if m[3] != "" {
			face = 1
		}
		if m[4] != "" {
			face += 2
		}
		if r.faces[face] == "" {
			return nil, ""
		}
		return substitutes()[r.faces[face]], r.name
	}
	return nil, ""
}
