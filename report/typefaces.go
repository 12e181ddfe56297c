package report

import (
	"errors"

	"rapporteur/fonts"
	"rapporteur/report/document"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// maxFontFile caps a font file's size in bytes: the largest pan-CJK collections have 30 MB.
const maxFontFile = 64 << 20

// loadFonts reads the user's fonts. A file that cannot be used is a diagnostic at its line.
func loadFonts(folder *sources.Folder, d *document.Document, bag *diag.Bag) *fonts.Library {
	user := map[fonts.Family][]*fonts.Font{}
	load := func(family fonts.Family, files []sources.Text) {
		for _, f := range files {
			data, err := folder.Read(f.Value, maxFontFile)
			if err != nil {
				bag.Add("font-unreadable", f.Pos, diag.Args{"file": f.Value, "why": err.Error()})
				continue
			}
			members, err := fonts.Members(data)
			for i := 0; err == nil && i < members; i++ {
				var font *fonts.Font
				if font, err = fonts.Parse(f.Value, data, i); err == nil {
					user[family] = append(user[family], font)
				}
			}
			if err != nil {
				bag.Add(fontFault(err), f.Pos, diag.Args{"file": f.Value, "why": err.Error()})
			}
		}
	}
	load(fonts.Serif, d.Settings.Fonts.Serif)
	load(fonts.Sans, d.Settings.Fonts.Sans)
	load(fonts.Others, d.Settings.Fonts.Others)
	return fonts.NewLibrary(user)
}

func fontFault(err error) string {
	var fault *fonts.FaultError
	if errors.As(err, &fault) {
		switch fault.Kind {
		case fonts.Restricted:
			return "font-restricted"
		case fonts.Variable:
			return "font-variable"
		case fonts.TooManyGlyphs:
			return "font-too-many-glyphs"
		}
	}
	return "font-damaged"
}
