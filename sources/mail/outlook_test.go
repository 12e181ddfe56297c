package mail

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"testing"
	"unicode/utf16"
)

// part is a storage or a stream of a compound file that a test makes.
type part struct {
	name    string
	storage bool
	loop    bool // its children are those of the root
	data    []byte
	parts   []part
}

func inWide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// storageOf begins a message of Outlook.
func storageOf(t testing.TB, subject, sender string) part {
	t.Helper()
	return part{storage: true, parts: []part{
		{name: "__properties_version1.0", data: make([]byte, 32)},
		{name: "__substg1.0_0037001F", data: inWide(subject)},
		{name: "__substg1.0_0C1A001F", data: inWide(sender)},
	}}
}

// attachedFile is an attachment of Outlook's.
func attachedFile(n, name string, data []byte, hidden bool) part {
	properties := make([]byte, 24)
	binary.LittleEndian.PutUint32(properties[8:], propHidden)
	if hidden {
		properties[16] = 1
	}
	return part{name: "__attach_version1.0_#" + n, storage: true, parts: []part{
		{name: "__properties_version1.0", data: properties},
		{name: "__substg1.0_37010102", data: data},
		{name: "__substg1.0_3707001F", data: inWide(name)},
		{name: "__substg1.0_370E001F", data: inWide(map[bool]string{true: "image/png",
			false: "application/pdf"}[hidden])},
	}}
}

// outlooks is a message with a small file, a large one, a picture of its text, and a message within.
func outlooks(t testing.TB) part {
	t.Helper()
	m, within := storageOf(t, "Déclaration du Kenya", "Mission of Kenya"), storageOf(t, "Norway", "Mission of Norway")
	within.parts = append(within.parts, attachedFile("00000000", "norway.pdf", pdf, false))
	within.name = "__substg1.0_3701000D"
	m.parts = append(m.parts, attachedFile("00000000", "发言.pdf", pdf, false),
		attachedFile("00000001", "large.pdf", bytes.Repeat(pdf, 9000), false),
		attachedFile("00000002", "logo.png", []byte("\x89PNG"), true),
		part{name: "__attach_version1.0_#00000003", storage: true, parts: []part{within}},
		part{name: "__substg1.0_5D01001E", data: []byte("mission@kenya.example")})
	return m
}

// written is a compound file in the making (MS-CFB).
type written struct {
	size      int // of a sector: 512, or 4096 in version 4
	directory []byte
	mini      []byte
	minis     []uint32
	sectors   []byte
	fat       []uint32
}

// file makes the compound file of a root, as Outlook does.
func (p part) file(t testing.TB) []byte {
	t.Helper()
	return p.inSectors(t, 512)
}

// inSectors makes the compound file of a root in sectors of a size.
func (p part) inSectors(t testing.TB, size int) []byte {
	t.Helper()
	w := &written{size: size}
	w.entry(p, "Root Entry", aRoot)
	w.children(p, 0)
	root := w.put(w.mini)
	binary.LittleEndian.PutUint32(w.directory[116:], root)
	binary.LittleEndian.PutUint64(w.directory[120:], uint64(len(w.mini)))
	directory, minis := w.put(w.directory), noEntry
	var b []byte
	for _, n := range w.minis {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	first := uint32(minis)
	if len(b) > 0 {
		first = w.put(b)
	}
	return w.assembled(directory, first, uint32((len(b)+size-1)/size))
}

// assembled puts the tables of sectors behind them, and a head before all, whose list of tables has 109 places; where
// there are more, they stand in sectors of their own, each of which ends with the number of the next.
func (w *written) assembled(directory, first, minis uint32) []byte {
	each, tables, lists := w.size/4, 0, 0
	for tables*each < len(w.fat)+tables+lists {
		tables++
		lists = max(tables-109+each-2, 0) / (each - 1)
	}
	places := make([]uint32, 109+lists*(each-1))
	for i := range places {
		places[i] = noEntry
		if i < tables {
			places[i] = uint32(len(w.fat) + i)
		}
	}
	next := uint32(endOfChain)
	if lists > 0 {
		next = uint32(len(w.fat) + tables)
	}
	head := make([]byte, w.size)
	copy(head, compoundHead)
	shift, version := uint16(9), uint16(3)
	if w.size == 4096 {
		shift, version = 12, 4
	}
	for at, v := range map[int]uint16{24: 0x3E, 26: version, 28: 0xFFFE, 30: shift, 32: 6} {
		binary.LittleEndian.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{44: uint32(tables), 48: directory, 56: 4096, 60: first, 64: minis, 68: next,
		72: uint32(lists)} {
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	for i, n := range places[:109] {
		binary.LittleEndian.PutUint32(head[76+4*i:], n)
	}
	var further []byte
	for i, n := range places[109:] {
		further = binary.LittleEndian.AppendUint32(further, n)
		if i%(each-1) == each-2 {
			next++
			if len(further)+4 == lists*w.size {
				next = endOfChain
			}
			further = binary.LittleEndian.AppendUint32(further, next)
		}
	}
	for range tables {
		w.fat = append(w.fat, 0xFFFFFFFD)
	}
	for range lists {
		w.fat = append(w.fat, 0xFFFFFFFC)
	}
	for len(w.fat) < tables*each {
		w.fat = append(w.fat, noEntry)
	}
	out := append(head, w.sectors...)
	for _, n := range w.fat {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return append(out, further...)
}

// entry adds an entry to the directory, and gives its number.
func (w *written) entry(p part, name string, kind byte) int {
	e := make([]byte, 128)
	wide := inWide(name)
	copy(e, wide)
	binary.LittleEndian.PutUint16(e[64:], uint16(len(wide)+2))
	e[66], e[67] = kind, 1
	for _, at := range []int{68, 72, 76} {
		binary.LittleEndian.PutUint32(e[at:], noEntry)
	}
	if kind == aStream {
		start := uint32(endOfChain)
		switch {
		case len(p.data) >= 4096:
			start = w.put(p.data)
		case len(p.data) > 0:
			start = uint32(len(w.minis))
			for i := 0; i < len(p.data); i += 64 {
				w.minis = append(w.minis, uint32(len(w.minis)+1))
				piece := make([]byte, 64)
				copy(piece, p.data[i:])
				w.mini = append(w.mini, piece...)
			}
			w.minis[len(w.minis)-1] = endOfChain
		}
		binary.LittleEndian.PutUint32(e[116:], start)
		binary.LittleEndian.PutUint64(e[120:], uint64(len(p.data)))
		if w.size == 512 { // where the upper half means nothing (MS-CFB 2.6.1)
			binary.LittleEndian.PutUint32(e[124:], 0xBAD)
		}
	}
	w.directory = append(w.directory, e...)
	return len(w.directory)/128 - 1
}

// children adds what a storage holds, each the right brother of the one before.
func (w *written) children(p part, of int) {
	if p.loop {
		copy(w.directory[128*of+76:128*of+80], w.directory[76:80])
		return
	}
	link := 128*of + 76
	var made []int
	for _, c := range p.parts {
		kind := byte(aStream)
		if c.storage {
			kind = aStorage
		}
		n := w.entry(c, c.name, kind)
		binary.LittleEndian.PutUint32(w.directory[link:], uint32(n))
		link = 128*n + 72
		made = append(made, n)
	}
	for i, c := range p.parts {
		if c.storage {
			w.children(c, made[i])
		}
	}
}

// put lays data into sectors of their own, and gives the first.
func (w *written) put(data []byte) uint32 {
	first := uint32(len(w.fat))
	for i := 0; i < len(data); i += w.size {
		piece := make([]byte, w.size)
		copy(piece, data[i:])
		w.sectors = append(w.sectors, piece...)
		w.fat = append(w.fat, uint32(len(w.fat)+1))
	}
	w.fat[len(w.fat)-1] = endOfChain
	return first
}

// TestOutlook: a message of Outlook gives its files, large and small, and those of a message within.
func TestOutlook(t *testing.T) {
	data := outlooks(t).file(t)
	m, err := Read(data)
	if err != nil || m.Broken {
		t.Fatal(err, m)
	}
	if m.Subject != "Déclaration du Kenya" || m.Sender != "Mission of Kenya <mission@kenya.example>" || m.Inline != 1 {
		t.Errorf("%q from %q, %d pictures", m.Subject, m.Sender, m.Inline)
	}
	same(t, m, []File{{Name: "发言.pdf"}, {Name: "large.pdf", Data: bytes.Repeat(pdf, 9000)},
		{Name: "norway.pdf", Subject: "Norway", Sender: "Mission of Norway"}})
	for cut := 0; cut < len(data); cut += 997 { // and nothing of it breaks the reader
		_, _ = Read(data[:cut])
		broken := bytes.Clone(data)
		for i := cut; i < min(cut+4, len(broken)); i++ {
			broken[i] = 0xFF
		}
		_, _ = Read(broken)
	}
}

// TestCompoundFiles: a message is read the same from a file of large sectors, from one that has more tables than its
// head has places for, and with a stream of any length: none, half a small sector, all of it, the last that is small,
// the first that is not.
func TestCompoundFiles(t *testing.T) {
	m := storageOf(t, "Lengths", "Mission of Kenya")
	var want []File
	for i, n := range []int{1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 8192, 8 << 20} {
		data := bytes.Repeat([]byte{'a' + byte(i), '\n'}, n)[:n]
		want = append(want, File{Name: "a.pdf", Data: data})
		m.parts = append(m.parts, attachedFile(fmt.Sprintf("%08d", i), "a.pdf", data, false))
	}
	m.parts = append(m.parts, attachedFile("99999999", "a link elsewhere", nil, false))
	for _, size := range []int{512, 4096} {
		read, err := Read(m.inSectors(t, size))
		if err != nil || read.Broken {
			t.Fatal(size, err, read)
		}
		same(t, read, want)
	}
}

// TestBrokenStreams: of an attachment whose sectors end before its length nothing is given, and what stands before it
// is; so is what stands before a file that is too short, or whose table leads nowhere.
func TestBrokenStreams(t *testing.T) {
	for _, length := range []int{100, 5000} {
		m := storageOf(t, "Broken", "Mission of Kenya")
		m.parts = append(m.parts, attachedFile("00000000", "whole.pdf", pdf, false),
			attachedFile("00000001", "broken.pdf", make([]byte, length), false))
		data := m.file(t)
		for i := len(data) - 128; i > 0; i -= 128 {
			if binary.LittleEndian.Uint64(data[i+120:])&0xFFFFFFFF == uint64(length) {
				binary.LittleEndian.PutUint32(data[i+120:], uint32(length)+512)
			}
		}
		read, err := Read(data)
		if err != nil || !read.Broken || len(read.Files) != 1 || read.Files[0].Name != "whole.pdf" {
			t.Errorf("%d: %v, %+v", length, err, read)
		}
	}
}

// TestPicturesOfOutlook: a picture is the message's own where it is hidden, or has an id and no name of a file.
func TestPicturesOfOutlook(t *testing.T) {
	for name, c := range map[string]struct {
		id, file string
		inline   int
	}{"of the text": {"logo@x", "", 1}, "with both": {"scan@x", "scan.png", 0}, "attached": {"", "", 0}} {
		p := attachedFile("00000000", c.file, []byte("\x89PNG"), false)
		p.parts[3].data = inWide("image/png")
		p.parts = append(p.parts, part{name: "__substg1.0_3712001F", data: inWide(c.id)})
		m := storageOf(t, "Pictures", "Mission of Kenya")
		m.parts = append(m.parts, p)
		read, err := Read(m.file(t))
		if err != nil || read.Inline != c.inline || len(read.Files) != 1-c.inline {
			t.Errorf("%s: %v, %+v", name, err, read)
		}
	}
}
