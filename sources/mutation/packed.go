package mutation

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
)

// mostUnpacked bounds what is unpacked of a file: what is meant to be damaged is small.
const mostUnpacked = 4 << 20

func inflate(b []byte) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(z, mostUnpacked))
}

func deflate(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

// packedFile are the ways to damage a word processor's file: a part of it is damaged and packed again with the right
// sums, or is missing, doubled or called otherwise.
var packedFile = []way{
	{"a part is damaged", onPart(func(r *rand.Rand, name string, data []byte) (string, []byte) {
		ways := anyFile
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			ways = append(append([]way{}, xmlFile...), anyFile[:3]...)
		}
		if other := one(r, ways).do(r, data); other != nil {
			data = other
		}
		return name, data
	})},
	{"a part is missing", onPart(func(*rand.Rand, string, []byte) (string, []byte) { return "", nil })},
	{"a part is called otherwise", onPart(func(r *rand.Rand, name string, data []byte) (string, []byte) {
		other := []string{"../../" + name, "/" + name, strings.ToUpper(name), name + "x", `word\document.xml`}
		return one(r, other), data
	})},
}

// onPart does something to a part of the file: mostly to the XML of the text itself.
func onPart(do func(r *rand.Rand, name string, data []byte) (string, []byte)) func(*rand.Rand, []byte) []byte {
	return func(r *rand.Rand, b []byte) []byte {
		from, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil || len(from.File) == 0 {
			return nil
		}
		met := r.IntN(len(from.File))
		if r.IntN(4) > 0 {
			for i, f := range from.File {
				if f.Name == "word/document.xml" || f.Name == "content.xml" {
					met = i
				}
			}
		}
		var out bytes.Buffer
		to := zip.NewWriter(&out)
		for i, f := range from.File {
			in, err := f.Open()
			if err != nil {
				return nil
			}
			data, err := io.ReadAll(io.LimitReader(in, mostUnpacked))
			if err != nil {
				return nil
			}
			name := f.Name
			if i == met {
				name, data = do(r, name, data)
			}
			if w, err := to.Create(name); name != "" && err == nil {
				w.Write(data)
			}
		}
		to.Close()
		return out.Bytes()
	}
}

// What XML is made of, as far as it can be seen without reading it. Simple elements hold no others of their name: their
// end is the next one.
var (
	values         = regexp.MustCompile(`="([^"]*)"`)
	tags           = regexp.MustCompile(`<([a-z]+:[A-Za-z]+)[ />]`)
	characters     = regexp.MustCompile(`>([^<]+)<`)
	simpleElements = regexp.MustCompile(`<(w:p|w:r|w:t|w:tr|w:tc|text:p|text:h|text:span|text:list-item|text:note)[ >]`)
)

// xmlFile are the ways to damage XML: what is well-formed stays so, mostly.
var xmlFile = []way{
	{"an element is gone", element(func(*rand.Rand, []byte) []byte { return nil })},
	{"an element stands twice", element(func(_ *rand.Rand, e []byte) []byte { return append(bytes.Clone(e), e...) })},
	{"an element stands in many others", element(func(r *rand.Rand, e []byte) []byte {
		n := 1 + r.IntN(2000)
		return bytes.Join([][]byte{bytes.Repeat([]byte("<x>"), n), e, bytes.Repeat([]byte("</x>"), n)}, nil)
	})},
	instead("a value is another", values, func(r *rand.Rand, b, _ []byte) []byte {
		if r.IntN(2) == 0 {
			return []byte(one(r, append(oddNumbers, "", "x", "&lt;", "http://a", "../../../etc/passwd")))
		}
		from, to, _ := hole(r, values, b)
		return b[from:to]
	}),
	instead("an element is another", tags, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, tags, b)
		return b[from:to]
	}),
	instead("words are odd", characters, func(r *rand.Rand, _, _ []byte) []byte {
		return []byte(one(r, oddWords))
	}),
}

// element does something to an element.
func element(do func(r *rand.Rand, e []byte) []byte) func(*rand.Rand, []byte) []byte {
	return func(r *rand.Rand, b []byte) []byte {
		all := simpleElements.FindAllSubmatchIndex(b, 5000)
		if len(all) == 0 {
			return nil
		}
		m := one(r, all)
		closing := []byte("</" + string(b[m[2]:m[3]]) + ">")
		end := bytes.Index(b[m[0]:], closing)
		if end < 0 {
			return nil
		}
		end += m[0] + len(closing)
		return splice(b, m[0], end, do(r, b[m[0]:end]))
	}
}
