package verify

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/forge"
)

// kit is a small report, written here by hand, whose parts a test can spoil before it is checked. Objects have names;
// "@name" in an object is a reference.
type kit struct {
	order   []string
	objects map[string]string // dictionaries and other objects
	streams map[string]string // data of those that are streams; their object is the dictionary without brackets
	ledger  *ledger.Ledger
	sums    string // SHA256SUMS; "" is written right
	name    string // of the file
}

func (k *kit) object(name, body string) {
	if _, has := k.objects[name]; !has {
		k.order = append(k.order, name)
	}
	k.objects[name] = body
}

func (k *kit) stream(name, dict, data string) {
	k.object(name, dict)
	k.streams[name] = data
}

// swap replaces a part of an object or, if it has none such, of a stream. It fails when there is nothing to replace: a
// fault that is not planted proves nothing.
func (k *kit) swap(t *testing.T, name, old, new string) {
	t.Helper()
	if s, ok := k.streams[name]; ok && strings.Contains(s, old) {
		k.streams[name] = strings.Replace(s, old, new, 1)
		return
	}
	if !strings.Contains(k.objects[name], old) {
		t.Fatalf("%s holds no %q: %s %s", name, old, k.objects[name], k.streams[name])
	}
	k.objects[name] = strings.Replace(k.objects[name], old, new, 1)
}

var reference = regexp.MustCompile(`@[a-z0-9.-]+`)

// bytes writes the file.
func (k *kit) bytes() []byte {
	number := map[string]int{}
	for i, n := range k.order {
		number[n] = i + 1
	}
	resolve := func(s string) string {
		return reference.ReplaceAllStringFunc(s, func(r string) string { return fmt.Sprintf("%d 0 R", number[r[1:]]) })
	}
	return forge.File(len(k.order), number["catalog"], number["info"], func(n int) types.Object {
		name := k.order[n-1]
		data, stream := k.streams[name]
		body := resolve(k.objects[name])
		if stream {
			body = "<<" + body + ">>"
		}
		o, _, err := pdf.ParseObject([]byte(body), 0)
		if err != nil {
			panic(name + ": " + body)
		}
		if d, ok := o.(types.Dict); ok && stream {
			return types.StreamDict{Dict: d, Raw: []byte(data)}
		}
		return o
	})
}

// check writes the report with its sums and verifies it.
func (k *kit) check(t *testing.T) []Finding {
	t.Helper()
	dir := t.TempDir()
	tied, err := k.ledger.Sum()
	if err != nil {
		t.Fatal(err)
	}
	k.objects["info"] = strings.TrimSuffix(k.objects["info"], ">>") + "/RapporteurLedger(" + tied + ")>>"
	data := k.bytes()
	sum := sha256.Sum256(data)
	if k.ledger.SHA256 == "" {
		k.ledger.SHA256 = hex.EncodeToString(sum[:])
	}
	k.promise(t, data)
	sums := k.sums
	if sums == "" {
		account := sha256.Sum256([]byte("{}")) // what it says is handed to Check
		sums = hex.EncodeToString(sum[:]) + "  report.pdf\n" + hex.EncodeToString(account[:]) + "  report.json\n"
	}
	files := map[string][]byte{k.name: data, "report.json": []byte("{}"), "SHA256SUMS": []byte(sums)}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	found, err := Check(context.Background(), filepath.Join(dir, k.name), k.ledger)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// codesOf lists the codes of findings once each; a warning's is in brackets.
func codesOf(found []Finding) string {
	var out []string
	for _, f := range found {
		code := f.Code
		if f.Warning {
			code = "(" + code + ")"
		}
		if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// fault is a fault to be planted, and what verify must say: the codes, and one finding in full if it is given.
type fault struct {
	name  string
	plant func(t *testing.T, k *kit)
	want  string
	page  int // of the first finding with the first code; 0 is not looked at
}

func runFaults(t *testing.T, faults []fault) {
	t.Helper()
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			k := newKit()
			f.plant(t, k)
			found := k.check(t)
			if !strings.Contains(f.want, Unreached) { // what a fault cuts off lies about, which is told apart
				found = slices.DeleteFunc(found, func(f Finding) bool { return f.Code == Unreached })
			}
			if got := codesOf(found); got != f.want {
				t.Fatalf("found %q, should be %q\n%+v", got, f.want, found)
			}
			if f.page != 0 && found[0].Page != f.page {
				t.Errorf("page %d, should be %d: %+v", found[0].Page, f.page, found[0])
			}
		})
	}
}

// set shows words with their start at a place, in a font whose codes are those of ASCII.
func set(x, y int, words string) string {
	var h strings.Builder
	for _, c := range []byte(words) {
		fmt.Fprintf(&h, "%04X", c)
	}
	return fmt.Sprintf("BT /F0.0 10 Tf 1 0 0 1 %d %d Tm [<%s>]TJ ET\n", x, y, h.String())
}

// stampText is what a stamp's form sets.
func stampText(words string) string {
	s := set(0, 0, words)
	return strings.Replace(strings.Replace(s, "1 0 0 1 0 0 Tm", "0 0 Td", 1), "BT /F0.0", "BT\n/F0.0", 1)
}

func marked(tag string, id int, body string) string {
	return fmt.Sprintf("/%s<</MCID %d>>BDC\n%sEMC\n", tag, id, body)
}

func footer(label string) string {
	return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n" + set(300, 30, label) + "EMC\n"
}

func deflated(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func contentSum(streams ...string) string {
	h := sha256.New()
	for _, s := range streams {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// inflate is swap for a stream that is compressed.
func (k *kit) inflate(t *testing.T, name, old, new string) {
	t.Helper()
	z, err := zlib.NewReader(strings.NewReader(k.streams[name]))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b, []byte(old)) {
		t.Fatalf("%s holds no %q: %s", name, old, b)
	}
	k.streams[name] = deflated(strings.Replace(string(b), old, new, 1))
}

func writeFile(path string, data []byte) error { return os.WriteFile(path, data, 0o644) }

// itemSums are those of the texts of anchors, each of which begins its page.
func (c *checker) itemSums(anchors map[string]ledger.Anchor) map[string]string {
	items, begins := map[string]string{}, []int{len(c.pages)}
	for id, a := range anchors {
		if !strings.Contains(id, ":") && a.Page > 0 && a.Page <= len(c.pages) && !c.pages[a.Page-1].foreign {
			items[id] = ""
			begins = append(begins, a.Page-1)
		}
	}
	slices.Sort(begins)
	for id := range items {
		i := anchors[id].Page - 1
		next, _ := slices.BinarySearch(begins, i+1)
		items[id] = "0 " + c.sumBetween(spot{i, 0}, spot{begins[next], 0})
	}
	return items
}

// promise has the ledger say of the file what it shows: faults are planted in the report before, for all the other
// promises to be tested one by one.
func (k *kit) promise(t *testing.T, data []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shown.pdf")
	if err := writeFile(path, data); err != nil {
		t.Fatal(err)
	}
	c := &checker{ledger: k.ledger}
	if c.open(path); c.file == nil || k.ledger.Shown != nil {
		return // which is told
	}
	defer c.file.Close()
	if !c.account() {
		return
	}
	_, shapes, err := c.lookThrough(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	sums := c.sumsOf(shapes)
	k.ledger.Shown = &ledger.Shown{Structure: sums.Structure, Whole: sums.Whole}
	for i := range sums.Pages {
		k.ledger.Shown.Pages = append(k.ledger.Shown.Pages, sums.Pages[i].Line())
	}
	c.parents = c.parentTree()
	if _, err := c.read(context.Background()); err != nil {
		t.Fatal(err)
	}
	k.ledger.Shown.Items = c.itemSums(k.ledger.Anchors)
	for i := range c.pages {
		line := ""
		for _, p := range c.pages[i].passages {
			line += hex.EncodeToString(p.sum[:textFigures/2])
		}
		k.ledger.Shown.Texts = append(k.ledger.Shown.Texts, line)
	}
}
