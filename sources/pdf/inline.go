package pdf

import "rapporteur/sources/pdf/lex"

// MostPicture is how many bytes of samples a picture may have that all readers show: poppler counts them in 31 bits,
// and others give up sooner. A sheet of A0 in black and white at 1,200 dots per inch is a quarter of it.
const MostPicture = 1 << 30

// vastInline reports whether an inline image says that it is larger (ISO 32000-1, 8.9.7); dict is its dictionary. What
// it leaves open is taken for the least.
func vastInline(dict []lex.Token) bool {
	size := 1.0 / 8
	for i := 0; i+1 < len(dict); i += 2 {
		switch string(dict[i].Text) {
		case "W", "Width", "H", "Height":
			size *= max(dict[i+1].Number, 0)
		case "BPC", "BitsPerComponent":
			size *= max(dict[i+1].Number, 1)
		}
	}
	return size > MostPicture
}
