package fonts

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
)

// The embedded files: strings, so that they stay where the binary is mapped. Their licences lie in files/LICENCES.
var (
	//go:embed files/SHA256SUMS
	sums string

	//go:embed files/SourceSerif4-Regular.otf
	sourceSerifRegular string
	//go:embed files/SourceSerif4-It.otf
	sourceSerifIt string
	//go:embed files/SourceSerif4-Bold.otf
	sourceSerifBold string
	//go:embed files/SourceSerif4-BoldIt.otf
	sourceSerifBoldIt string
	//go:embed files/SourceSerif4Caption-Regular.otf
	sourceSerifCaptionRegular string
	//go:embed files/SourceSerif4Caption-It.otf
	sourceSerifCaptionIt string
	//go:embed files/SourceSans3-Regular.otf
	sourceSansRegular string
	//go:embed files/SourceSans3-It.otf
	sourceSansIt string
	//go:embed files/SourceSans3-Semibold.otf
	sourceSansSemibold string
	//go:embed files/SourceSans3-SemiboldIt.otf
	sourceSansSemiboldIt string
	//go:embed files/Amiri-Regular.ttf
	amiriRegular string
	//go:embed files/Amiri-Bold.ttf
	amiriBold string
	//go:embed files/Amiri-Italic.ttf
	amiriItalic string
	//go:embed files/Amiri-BoldItalic.ttf
	amiriBoldItalic string
	//go:embed files/NotoSerifCJKsc-Regular.otf
	notoSerifCJKRegular string
	//go:embed files/NotoSerifCJKsc-Bold.otf
	notoSerifCJKBold string
	//go:embed files/NotoSansCJKsc-Bold.otf
	notoSansCJKBold string
	//go:embed files/NotoSerif-Regular.ttf
	notoSerifRegular string
	//go:embed files/NotoSerif-Italic.ttf
	notoSerifItalic string
	//go:embed files/NotoSerif-Bold.ttf
	notoSerifBold string
	//go:embed files/NotoSerif-BoldItalic.ttf
	notoSerifBoldItalic string
	//go:embed files/STIXTwoMath-Regular.ttf
	stixTwoMath string
)

// embeddedNames lists the embedded fonts in a fixed order.
var embeddedNames = slices.Sorted(maps.Keys(embedded))

// embedded is the table of the fonts that the binary brings, by file name without extension.
var embedded = map[string]*Font{
	"SourceSerif4-Regular":        brought("SourceSerif4-Regular.otf", sourceSerifRegular),
	"SourceSerif4-It":             brought("SourceSerif4-It.otf", sourceSerifIt),
	"SourceSerif4-Bold":           brought("SourceSerif4-Bold.otf", sourceSerifBold),
	"SourceSerif4-BoldIt":         brought("SourceSerif4-BoldIt.otf", sourceSerifBoldIt),
	"SourceSerif4Caption-Regular": brought("SourceSerif4Caption-Regular.otf", sourceSerifCaptionRegular),
	"SourceSerif4Caption-It":      brought("SourceSerif4Caption-It.otf", sourceSerifCaptionIt),
	"SourceSans3-Regular":         brought("SourceSans3-Regular.otf", sourceSansRegular),
	"SourceSans3-It":              brought("SourceSans3-It.otf", sourceSansIt),
	"SourceSans3-Semibold":        brought("SourceSans3-Semibold.otf", sourceSansSemibold),
	"SourceSans3-SemiboldIt":      brought("SourceSans3-SemiboldIt.otf", sourceSansSemiboldIt),
	"Amiri-Regular":               brought("Amiri-Regular.ttf", amiriRegular),
	"Amiri-Bold":                  brought("Amiri-Bold.ttf", amiriBold),
	"Amiri-Italic":                brought("Amiri-Italic.ttf", amiriItalic),
	"Amiri-BoldItalic":            brought("Amiri-BoldItalic.ttf", amiriBoldItalic),
	"NotoSerifCJKsc-Regular":      brought("NotoSerifCJKsc-Regular.otf", notoSerifCJKRegular),
	"NotoSerifCJKsc-Bold":         brought("NotoSerifCJKsc-Bold.otf", notoSerifCJKBold),
	"NotoSansCJKsc-Bold":          brought("NotoSansCJKsc-Bold.otf", notoSansCJKBold),
	"NotoSerif-Regular":           brought("NotoSerif-Regular.ttf", notoSerifRegular),
	"NotoSerif-Italic":            brought("NotoSerif-Italic.ttf", notoSerifItalic),
	"NotoSerif-Bold":              brought("NotoSerif-Bold.ttf", notoSerifBold),
	"NotoSerif-BoldItalic":        brought("NotoSerif-BoldItalic.ttf", notoSerifBoldItalic),
	"STIXTwoMath-Regular":         brought("STIXTwoMath-Regular.ttf", stixTwoMath),
}

// brought makes a font of an embedded file. Its hash stands in SHA256SUMS, so that none need be computed.
func brought(file, data string) *Font {
	before, _, found := strings.Cut(sums, "  ./"+file+"\n")
	if !found {
		panic("fonts: " + file + " is not in SHA256SUMS")
	}
	return newFont(file, func() []byte { return bytesOf(data) }, 0, before[len(before)-64:])
}

// Embedded gives a font that the binary brings, by its file's name without extension; nil when there is none of that
// name. It is parsed when first used.
func Embedded(file string) *Font { return embedded[file] }
