package assembly

import (
	"bytes"

	"rapporteur/sources/pdf"
)

// mostMended bounds how often a page's stream is closed again: a page that is off by more is noise.
const mostMended = 1 << 12

// brackets writes the streams around a page's own: before it the graphics state is saved, after it what the page left open is closed, and the stamp drawn. The
// page's streams themselves are not touched.
func (s *source) brackets(p pdf.Page, name string) (before, after int) {
	b, _ := s.doc.Scan(p) // a stream that cannot be decoded to its end is balanced as far as it goes
	// Streams are read as if joined, and not by every reader with a blank between them (ISO 32000-1, 7.8.2); the line feed ends a comment, too.
	tail := append([]byte{'\n'}, b.Unfinished...)
	if b.OpenText {
		tail = append(tail, "ET\n"...)
	}
	tail = append(tail, bytes.Repeat([]byte("EMC\n"), min(b.OpenMarks, mostMended))...)
	tail = append(tail, bytes.Repeat([]byte("Q\n"), 1+min(b.UnclosedQ, mostMended))...)
	tail = append(tail, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"...)
	tail = append(appendName(tail, name), " Do\nEMC\n"...)
	return s.l.w.shareSmall(head(b.ExtraQ)), s.l.w.shareSmall(tail)
}

// head saves the graphics state for the stamp, and once more for every Q of the page that has no q. Readers pass over such a Q, and what the page has done to
// its coordinates lasts: so must it be with the state that the Q now finds, which is saved with the coordinates that will hold at that Q.
func head(extra []pdf.Matrix) []byte {
	b := []byte("q\n")
	now := pdf.Identity
	become := func(m pdf.Matrix) {
		inverse, ok := now.Inverse()
		if m == now || !ok {
			return
		}
		for _, v := range m.Of(inverse) {
			b = append(appendFloat(b, v), ' ')
		}
		b, now = append(b, "cm\n"...), m
	}
	for i := min(len(extra), mostMended) - 1; i >= 0; i-- { // the first to be met is on top
		if _, ok := extra[i].Inverse(); ok {
			become(extra[i])
		}
		b = append(b, "q\n"...)
	}
	become(pdf.Identity)
	return b
}
