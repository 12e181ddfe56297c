package mutation

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
)

// What a PDF is made of, as far as it can be seen without reading it.
var (
	objects    = regexp.MustCompile(`(?s)(?:^|[\r\n ])(\d+) (\d+) obj\b.*?endobj`)
	heads      = regexp.MustCompile(`(?:^|[\r\n])(\d+) 0 obj`)
	references = regexp.MustCompile(`\b\d+ \d+ R\b`)
	leads      = regexp.MustCompile(`\b(\d+ \d+) R\b`)
	lengths    = regexp.MustCompile(`/Length (\d+)`)
	names      = regexp.MustCompile(`/[A-Za-z0-9]+`)
	numbers    = regexp.MustCompile(`[ \[]-?(\d+(?:\.\d+)?)[ \]\r\n/>]`)
	entries    = regexp.MustCompile(`\d{10} \d{5} [nf]`)
	streamData = regexp.MustCompile(`(?s)stream\r?\n(.{8,}?)\r?\nendstream`)
	ends       = regexp.MustCompile(`>>|\]|endobj|endstream|stream\r?\n|\bobj\b|xref|trailer|%%EOF`)
	startxref  = regexp.MustCompile(`startxref\s+(\d+)`)
	frame      = regexp.MustCompile(`/(?:Root|Size|Prev|Pages|Kids|Count|Parent|Contents|Resources|W|Index|N|First)\b`)
)

// oddNumbers are what programs trip over.
var oddNumbers = []string{"0", "-1", "1", "2", "7", "255", "65535", "65536", "2147483647", "2147483648", "4294967296",
	"99999999999999999999", "-2147483649", "1e30", "0.0000001", ".5", "--3", "NaN"}

// hole chooses one of the places where a pattern is met: its first group, or all of it where it has none.
func hole(r *rand.Rand, pattern *regexp.Regexp, b []byte) (from, to int, ok bool) {
	all := pattern.FindAllSubmatchIndex(b, 20_000)
	if len(all) == 0 {
		return 0, 0, false
	}
	m := one(r, all)
	last := min(len(m), 4)
	return m[last-2], m[last-1], true
}

// instead puts something in the place of what a pattern finds.
func instead(name string, pattern *regexp.Regexp, with func(r *rand.Rand, b, old []byte) []byte) way {
	return way{name, func(r *rand.Rand, b []byte) []byte {
		from, to, ok := hole(r, pattern, b)
		if !ok {
			return nil
		}
		return reindexed(r, splice(b, from, to, with(r, b, b[from:to])))
	}}
}

// pdfFile are the ways to damage a PDF. Half of the files get offsets that are right again: readers then notice the
// damage itself or nothing.
var pdfFile = []way{
	instead("a number is another", numbers, func(r *rand.Rand, _, _ []byte) []byte {
		return []byte(one(r, oddNumbers))
	}),
	instead("a number is a little off", numbers, func(r *rand.Rand, _, old []byte) []byte {
		n, _ := strconv.ParseFloat(string(old), 64)
		return strconv.AppendFloat(nil, n+float64(r.IntN(7)-3), 'f', -1, 64)
	}),
	instead("a length lies", lengths, func(r *rand.Rand, _, old []byte) []byte {
		n, _ := strconv.Atoi(string(old))
		return fmt.Append(nil, one(r, []int{0, n / 2, n - 1, n + 1, n + 30, 2 * n, 1 << 31, -n}))
	}),
	instead("a reference leads elsewhere", references, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, references, b)
		return b[from:to]
	}),
	instead("a reference leads to any object", leads, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, ok := hole(r, objects, b)
		if !ok {
			return []byte("99999 0")
		}
		return append(bytes.Clone(b[from:to]), " 0"...)
	}),
	instead("a name is another of the file", names, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, names, b)
		return b[from:to]
	}),
	instead("a key of the frame is gone", frame, func(*rand.Rand, []byte, []byte) []byte { return []byte("/X") }),
	instead("a bracket or keyword is gone", ends, func(*rand.Rand, []byte, []byte) []byte { return nil }),
	instead("brackets without end", ends, func(r *rand.Rand, _, old []byte) []byte {
		return append(bytes.Repeat([]byte(one(r, []string{"[", "<<", "(", "<</A ", "q "})), 1+r.IntN(3000)), old...)
	}),
	instead("a filter is another", regexp.MustCompile(`/Filter ?\[? ?(/\w+)`), func(r *rand.Rand, _, _ []byte) []byte {
		return []byte(one(r, []string{"/FlateDecode", "/LZWDecode", "/DCTDecode", "/ASCIIHexDecode", "/ASCII85Decode",
			"/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/JPXDecode", "/Crypt", "/Nothing"}))
	}),
	instead("an entry of the index is another", entries, func(r *rand.Rand, b, _ []byte) []byte {
		return fmt.Appendf(nil, "%010d %05d %c", r.IntN(len(b)), r.IntN(3), "nf"[r.IntN(2)])
	}),
	instead("the index is elsewhere", startxref, func(r *rand.Rand, b, _ []byte) []byte {
		return fmt.Append(nil, one(r, []int{0, 7, r.IntN(len(b)), len(b) + 5, 1 << 40}))
	}),
	instead("an object has another number", heads, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, objects, b)
		return b[from:to]
	}),
	instead("a bit of a stream is flipped", streamData, func(r *rand.Rand, _, old []byte) []byte {
		old = bytes.Clone(old)
		old[r.IntN(len(old))] ^= 1 << r.IntN(8)
		return old
	}),
	instead("a stream is cut short", streamData, func(r *rand.Rand, _, old []byte) []byte {
		return old[:r.IntN(len(old))]
	}),
	instead("a stream holds another's data", streamData, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, streamData, b)
		return b[from:to]
	}),
	{"an object is gone", func(r *rand.Rand, b []byte) []byte {
		all := objects.FindAllIndex(b, -1)
		if len(all) == 0 {
			return nil
		}
		m := one(r, all)
		return reindexed(r, splice(b, m[0], m[1], nil))
	}},
	{"two objects change places", func(r *rand.Rand, b []byte) []byte {
		all := objects.FindAllIndex(b, -1)
		if len(all) < 3 {
			return nil
		}
		i := r.IntN(len(all) - 1)
		j := i + 1 + r.IntN(len(all)-i-1)
		x, y := all[i], all[j]
		return reindexed(r, bytes.Join([][]byte{b[:x[0]], b[y[0]:y[1]], b[x[1]:y[0]], b[x[0]:x[1]], b[y[1]:]}, nil))
	}},
	{"what is packed is damaged", repacked},
}

// repacked damages what a stream holds once it is unpacked, and packs it again.
func repacked(r *rand.Rand, b []byte) []byte {
	all := slices.DeleteFunc(streamData.FindAllSubmatchIndex(b, -1), func(m []int) bool { return b[m[2]]&0x0f != 8 })
	if len(all) == 0 {
		return nil
	}
	m := one(r, all)
	data, err := inflate(b[m[2]:m[3]])
	if err != nil || len(data) == 0 {
		return nil
	}
	w := one(r, slices.Concat(anyFile, inStreams))
	if data = w.do(r, data); data == nil {
		return nil
	}
	packed := deflate(data)
	// The length stands in the dictionary before the data, if it stands there and not in an object of its own.
	head := max(0, m[0]-400)
	if all := lengths.FindAllSubmatchIndex(b[head:m[0]], -1); len(all) > 0 {
		l := all[len(all)-1]
		length := fmt.Append(nil, len(packed))
		return reindexed(r, bytes.Join([][]byte{b[:head+l[2]], length, b[head+l[3] : m[2]], packed, b[m[3]:]}, nil))
	}
	return reindexed(r, splice(b, m[2], m[3], packed))
}

// inStreams are the ways to damage content and objects that were packed.
var inStreams = []way{
	instead("a number is another", numbers, func(r *rand.Rand, _, _ []byte) []byte {
		return []byte(one(r, oddNumbers))
	}),
	instead("a name is another", names, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, names, b)
		return b[from:to]
	}),
	instead("a reference is another", references, func(r *rand.Rand, b, _ []byte) []byte {
		from, to, _ := hole(r, references, b)
		return b[from:to]
	}),
	instead("an operator is gone", regexp.MustCompile(`\b(?:q|Q|BT|ET|BDC|EMC|cm|Do|BI|ID|EI|W n)\b`),
		func(*rand.Rand, []byte, []byte) []byte { return nil }),
}

// reindexed gives half of the files an index whose offsets are those of the objects: what a table of one section says,
// and where it is.
func reindexed(r *rand.Rand, b []byte) []byte {
	at := bytes.LastIndex(b, []byte("\nxref"))
	if r.IntN(2) == 0 || at < 0 || bytes.Count(b, []byte("startxref")) != 1 {
		return b
	}
	b = bytes.Clone(b)
	place := map[string]int{}
	for _, m := range objects.FindAllSubmatchIndex(b[:at], -1) {
		place[string(b[m[2]:m[3]])] = m[2]
	}
	head := regexp.MustCompile(`^\nxref\s+(\d+) \d+\s*`).FindSubmatchIndex(b[at:])
	if head == nil {
		return b
	}
	first, _ := strconv.Atoi(string(b[at+head[2] : at+head[3]]))
	for i, m := range entries.FindAllIndex(b[at:], -1) {
		if offset, known := place[strconv.Itoa(first+i)]; known {
			copy(b[at+m[0]:], fmt.Sprintf("%010d", offset))
		}
	}
	if m := startxref.FindSubmatchIndex(b); m != nil {
		return splice(b, m[2], m[3], strconv.AppendInt(nil, int64(at+1), 10))
	}
	return b
}
