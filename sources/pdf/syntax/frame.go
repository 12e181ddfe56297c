package syntax

// Header is what a report begins with: a version, what PDF/UA-1 and PDF/A-3 allow, and four bytes above 127 that tell
// that the file is binary (ISO 32000-1, 7.5.2).
const Header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// Row is where an object stands, by the cross-reference stream of a report (7.5.8.3). Kind is 1 at an offset, At, and 2
// in an object stream, of which At is the number and Member the place there.
type Row struct {
	Kind, Member byte
	At           int64
}

// FreeRow is the first of the rows, that of no object.
var FreeRow = Row{Member: 255}

// TableForm is what the dictionary of a report's cross-reference stream says of its rows as AppendRow writes them.
const TableForm = "/W[1 5 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>"

// AppendRow writes a row, a byte of kind, five of place (2^40 bytes are enough) and one of member, as its difference
// from the one above: PNG's Up predictor, which its number says, makes neighbours nearly alike.
func AppendRow(b []byte, row, above Row) []byte {
	b = append(b, 2, row.Kind-above.Kind)
	for shift := 32; shift >= 0; shift -= 8 {
		b = append(b, byte(row.At>>shift)-byte(above.At>>shift))
	}
	return append(b, row.Member-above.Member)
}
