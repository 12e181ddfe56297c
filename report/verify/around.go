package verify

import (
	"bytes"
	"strings"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// around checks that our streams around those of an original's page are, byte for byte, what the ledger calls for: they
// make up for what the page closes too often and leaves open, draw its stamp, and nothing else. On a page without a
// stamp there are none. from and to are the place of the original's streams among all.
func (r *pageReader) around(i int, numbers []int, from, to int) {
	p := &r.pages[i]
	o, n := p.original, len(numbers)
	wrong := func() {
		r.fault(OriginalAround, i+1, "file", o.File, "number", itoa(o.Number(i+1-o.First)))
	}
	b := o.Bracket(i + 1)
	if o.Stamps == nil && (b.As == "" || b.As == parted) {
		if from > 0 || to < n {
			wrong()
		}
		return
	}
	if from != 1 || to != n-1 {
		if p.printed != "" { // else the stamp is missing, which is told
			wrong()
		}
		return
	}
	head, err := r.decode(nil, numbers[0])
	if err != nil || !bytes.Equal(head, before(&b)) {
		wrong()
		return
	}
	tail, err := r.decode(nil, numbers[n-1])
	if err != nil {
		wrong()
		return
	}
	if o.Stamps == nil {
		if !bytes.Equal(tail, unstamped(&b)) {
			wrong()
		}
		return
	}
	rest, ok := bytes.CutPrefix(tail, behind(&b))
	name, ends := bytes.CutSuffix(rest, []byte(" Do\nEMC\n"))
	if !ok || !ends || !stampNamed(string(name)) {
		if p.printed != "" {
			wrong()
		}
		return
	}
	r.stampLook(i, string(name))
}

// stampNamed reports whether a name is one of those that stamps have.
func stampNamed(name string) bool {
	rest, ok := strings.CutPrefix(name, "ReportStamp")
	return ok && strings.Trim(rest, "0123456789.") == ""
}

// before is what stands before an original's streams: for each Q that has no q the graphics state is saved, with the
// coordinates that the page has there, the first on top.
func before(b *ledger.Bracket) []byte {
	out := []byte("q\n")
	now := pdf.Identity
	turn := func(to pdf.Matrix) {
		back, ok := now.Inverse()
		if to == now || !ok {
			return
		}
		for _, v := range to.Of(back) {
			out = append(syntax.AppendFloat(out, v), ' ')
		}
		out, now = append(out, "cm\n"...), to
	}
	left := mostExtra
	for k := len(b.Extra) - 1; k >= 0; k-- {
		m := pdf.Identity
		if len(b.Extra[k].Matrix) == len(m) {
			copy(m[:], b.Extra[k].Matrix)
		}
		for range min(max(b.Extra[k].Times, 0), left) {
			if m != (pdf.Matrix{}) {
				turn(m)
			}
			out = append(out, "q\n"...)
			left--
		}
	}
	turn(pdf.Identity)
	switch b.As {
	case "figure":
		out = append(out, "/Figure<</MCID "+itoa(b.Mark)+">>BDC\n"...)
	case "artifact":
		out = append(out, "/Artifact BMC\n"...)
	default:
		return out
	}
	return append(out, bytes.Repeat([]byte("/Span BMC\n"), min(max(b.Ends, 0), mostExtra))...)
}

// mostExtra bounds what is made of the ledger's counts: nobody writes more.
const mostExtra = 1 << 12

// closing is what stands behind an original's streams, as far as the stamp.
func closing(b *ledger.Bracket) []byte {
	out := append([]byte{'\n'}, b.Unfinished...)
	if b.Text {
		out = append(out, "ET\n"...)
	}
	out = append(out, bytes.Repeat([]byte("EMC\n"), min(max(b.Marks, 0), mostExtra))...)
	if b.As == "figure" || b.As == "artifact" {
		out = append(out, "EMC\n"...)
	}
	return append(out, bytes.Repeat([]byte("Q\n"), 1+min(max(b.Open, 0), mostExtra))...)
}

// behind is what stands there as far as the name of the stamp, which is an artifact, or speaks for a page that is one.
func behind(b *ledger.Bracket) []byte {
	if b.As == "artifact" {
		return append(closing(b), "/P<</MCID "+itoa(b.Mark)+">>BDC\n/"...)
	}
	return append(closing(b), "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n/"...)
}

// unstamped is what stands there where there is no stamp.
func unstamped(b *ledger.Bracket) []byte {
	if b.As == "artifact" {
		return append(closing(b), "/P<</MCID "+itoa(b.Mark)+">>BDC\nEMC\n"...)
	}
	return closing(b)
}
