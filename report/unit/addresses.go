package unit

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// schemes are the addresses that a link of an original may lead to: what a reader fetches, writes to, calls or looks
// up, and nothing of the reader's own machine.
var schemes = []string{"http", "https", "mailto", "ftp", "tel", "urn"}

// uriAction is an action that opens an address; nil for an address of a kind that may not stay, which is noted.
func (s *source) uriAction(raw []byte, isMap types.Object, page int) types.Dict {
	if len(raw) == 0 {
		s.original.findings.add(LinkDead, "", page)
		return nil
	}
	uri, kind := s.address(raw)
	if kind != "" {
		s.original.findings.add(AddressRemoved, kind, page)
		return nil
	}
	a := types.Dict{"S": types.Name("URI"), "URI": types.NewHexLiteral(uri)}
	if v, ok := s.doc.Resolve(isMap).(types.Boolean); ok {
		a["IsMap"] = v
	}
	return a
}

// address is an address of an original as it may stay: one that is relative resolved against the original's base (ISO
// 32000-1, 12.6.4.7), for the report has none. kind is addressKind of it: "" where it may.
func (s *source) address(raw []byte) (uri []byte, kind string) {
	plain := plainAddress(raw)
	if kind = addressKind(plain); kind != "" {
		return nil, kind
	}
	if b, ok := s.doc.String(s.doc.Dict(s.doc.Catalog()["URI"])["Base"]); ok && len(b) > 0 {
		base, err := url.Parse(plainAddress(b))
		u, wrong := url.Parse(plain)
		if err == nil && wrong == nil && base.IsAbs() && !u.IsAbs() {
			plain = base.ResolveReference(u).String()
		}
	}
	return []byte(plain), addressKind(plain)
}

// plainAddress is an address as it is written, without what some readers pass over and others do not: the mark of
// UTF-16 or UTF-8 and controls.
func plainAddress(raw []byte) string {
	uri := string(raw)
	for _, mark := range []string{"\xfe\xff", "\xff\xfe", "\xef\xbb\xbf"} {
		if strings.HasPrefix(uri, mark) {
			uri = pdf.Text(raw)
			break
		}
	}
	plain := make([]byte, 0, len(uri))
	for i := range len(uri) { // bytes, for what is no UTF-8 stays as it is
		if c := uri[i]; c >= ' ' && c != 0x7F {
			plain = append(plain, c)
		}
	}
	return string(plain)
}

// What is told of an address that has no scheme which could be named.
const (
	otherMachine = "//" // "//host": in a file that a reader opens from a disk, another machine of his network
	garbled      = "?"  // what stands before the colon is no scheme
)

const (
	// longScheme: characters of a scheme that are told.
	longScheme = 24
	// mostDecoded: times that an address is decoded to see what it hides.
	mostDecoded = 3
)

// addressKind is "" for an address that may stay, and otherwise its scheme with a colon, or one of the two above.
// Blanks and characters that do not show are passed over, and percents decoded, as one reader or another does.
func addressKind(uri string) string {
	for range mostDecoded {
		kind, relative := addressKindAsWritten(uri)
		if kind != "" || !relative {
			return kind
		}
		decoded := decodePercents(uri)
		if decoded == uri {
			return ""
		}
		uri = decoded
	}
	return garbled // encoded over and over: nobody writes that to be followed
}

// addressKindAsWritten is addressKind without decoding; relative says that the address has no scheme.
func addressKindAsWritten(uri string) (kind string, relative bool) {
	uri = strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, uri)
	i := strings.IndexAny(uri, ":/?#\\")
	if i < 0 {
		return "", true
	}
	if uri[i] != ':' {
		if i == 0 && strings.HasPrefix(strings.ReplaceAll(uri, "\\", "/"), "//") {
			return otherMachine, true
		}
		return "", true
	}
	scheme := strings.ToLower(uri[:i])
	if slices.Contains(schemes, scheme) {
		return "", false
	}
	for k, c := range scheme {
		if letter := c >= 'a' && c <= 'z'; !letter && (k == 0 || !strings.ContainsRune("0123456789+-.", c)) {
			return garbled, false
		}
	}
	if len(scheme) == 0 || len(scheme) > longScheme {
		return garbled, false
	}
	return scheme + ":", false
}

// decodePercents decodes what is encoded (RFC 3986, 2.1), and leaves what is not so as it is.
func decodePercents(uri string) string {
	if !strings.Contains(uri, "%") {
		return uri
	}
	out := make([]byte, 0, len(uri))
	for i := 0; i < len(uri); i++ {
		if uri[i] == '%' && i+2 < len(uri) {
			if n, err := strconv.ParseUint(uri[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(n))
				i += 2
				continue
			}
		}
		out = append(out, uri[i])
	}
	return string(out)
}

// web is the address that a file specification names (ISO 32000-1, 7.11.5): false where it names a file.
func (s *source) web(spec types.Object) ([]byte, bool) {
	if b, ok := s.doc.String(spec); ok {
		return b, isWeb(b)
	}
	d := s.doc.Dict(spec)
	b, ok := s.doc.String(d["F"])
	return b, ok && (s.doc.Name(d["FS"]) == "URL" || isWeb(b))
}

func isWeb(b []byte) bool {
	lower := strings.ToLower(plainAddress(b))
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}
