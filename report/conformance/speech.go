package conformance

import (
	"path"
	"strings"
	"unicode"
)

// empty are words that only name the kind of a thing, in the languages of programs that make PDFs: whoever hears them
// knows no more than before.
var empty = func() map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq("link hyperlink figure image picture photo graphic graphics " +
		"illustration chart " +
		"diagram drawing logo icon object shape untitled none null alt placeholder annotation field form widget " +
		"lien figure image photo illustration graphique dessin logo icône objet champ formulaire " +
		"enlace vínculo figura imagen foto gráfico ilustración dibujo campo formulario " +
		"abbildung bild grafik verknüpfung feld formular " +
		"imagem gráfico ligação " +
		"рисунок изображение ссылка поле форма картинка " +
		"صورة شكل رابط حقل نموذج 图 图片 图像 链接 字段") {
		all[word] = true
	}
	return all
}()

// pictures are the ends of names of files, which programs put where words should stand.
var pictures = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".bmp": true, ".tif": true,
	".tiff": true, ".wmf": true, ".emf": true, ".svg": true, ".eps": true, ".pdf": true}

// saysNothing reports whether words in the place of something only name its kind, with a number or without, or a
// file:
// Figure, Image 3, picture1.png. A number alone says what is printed, as that of a note does.
func saysNothing(words string) bool {
	s := strings.ToLower(strings.TrimFunc(words, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsDigit(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	}))
	if s == "" {
		return !strings.ContainsFunc(words, unicode.IsDigit)
	}
	return empty[s] || pictures[strings.ToLower(path.Ext(words))] && !strings.ContainsAny(words, " \u00A0/")
}
