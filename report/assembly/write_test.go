package assembly

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

func TestSameBytes(t *testing.T) {
	var first []byte
	for _, n := range []int{1, 2, 7} {
		old := runtime.GOMAXPROCS(n)
		s := foreignStory(t, 0, 1, 2)
		b, rep := s.write()
		runtime.GOMAXPROCS(old)
		if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != rep.SHA256 || int64(len(b)) != rep.Bytes {
			t.Error("the report's hash or size is not the file's")
		}
		if first == nil {
			first = b
		} else if !bytes.Equal(first, b) {
			t.Errorf("with %d processors the bytes differ", n)
		}
	}
}

// TestStops cancels in the middle, and lets a painter fail: Write ends with the cause, and calls nobody afterwards.
func TestStops(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 1, "#a-p1"), chapter("b", 1, "#a-p1"), chapter("c", 1, "#a-p1"),
		chapter("d", 1, "#a-p1")}, nil)
	broken := errors.New("broken")
	_, err := Write(t.Context(), io.Discard, s.plan, func(run int) (*unit.Unit, []byte, error) {
		if run == 2 {
			return nil, nil, broken
		}
		return s.unit(run)
	})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), `"c"`) {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = Write(ctx, io.Discard, s.plan, func(run int) (*unit.Unit, []byte, error) {
		cancel()
		return s.unit(run)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err = Write(t.Context(), full{}, s.plan, s.unit); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestPlanChecked(t *testing.T) {
	for name, spoil := range map[string]func(*Plan){
		"count":    func(p *Plan) { p.Runs[0].Count++ },
		"no pages": func(p *Plan) { p.Pages = nil },
		"number":   func(p *Plan) { p.Pages[0].Number = 9 },
		"owner":    func(p *Plan) { p.Pages[0].Run = 1 },
	} {
		s := newStory(t, []*layout.Run{chapter("a", 1, "#a-p1"), chapter("b", 1, "#a-p1")}, nil)
		spoil(s.plan)
		if _, err := Write(t.Context(), io.Discard, s.plan, s.unit); err == nil {
			t.Errorf("%s: a plan that contradicts itself was written", name)
		}
	}
}

// TestTrees builds trees of many sizes and reads them: every key once, in order, limits true, no node too wide.
func TestTrees(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 4096, 4097, 9000} {
		var b bytes.Buffer
		w := newWriter(t.Context(), &b, unseen())
		root, pages, page, info := w.alloc(), w.alloc(), w.alloc(), w.alloc()
		tree := treeBuilder{w: w, kind: "Nums"}
		for i := range n {
			tree.add(syntax.AppendInt(nil, 3*i), syntax.AppendInt(nil, i))
		}
		at := tree.finish()
		w.object(root, fmt.Appendf(nil, "<</Type/Catalog/Pages %d 0 R/Tree %d 0 R>>", pages, at))
		w.object(pages, fmt.Appendf(nil, "<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
		w.object(page, fmt.Appendf(nil, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]>>", pages))
		w.object(info, []byte("<<>>"))
		if _, _, err := w.finish(root, info); err != nil {
			t.Fatal(err)
		}
		d := read(t, b.Bytes())
		if n == 0 {
			if at != 0 {
				t.Error("an empty tree has a root")
			}
			continue
		}
		next := 0
		var node func(o types.Object, top bool) (lo, hi int)
		node = func(o types.Object, top bool) (lo, hi int) {
			e := d.Dict(o)
			lo = -1
			nums, kids := d.Array(e["Nums"]), d.Array(e["Kids"])
			if len(nums) > 2*fanout || len(kids) > fanout || len(nums)+len(kids) == 0 {
				t.Errorf("%d: a node with %d entries and %d kids", n, len(nums)/2, len(kids))
			}
			for i := 0; i < len(nums); i += 2 {
				k, _ := d.Int(nums[i])
				v, _ := d.Int(nums[i+1])
				if v != next || k != 3*next {
					t.Fatalf("%d: key %d, value %d, want %d", n, k, v, next)
				}
				if lo < 0 {
					lo = k
				}
				hi = k
				next++
			}
			for _, k := range kids {
				l, h := node(k, false)
				if lo < 0 {
					lo = l
				}
				hi = h
			}
			if top != (e["Limits"] == nil) {
				t.Errorf("%d: limits %v", n, e["Limits"])
			}
			if !top {
				l := d.Array(e["Limits"])
				a, _ := d.Int(l[0])
				b, _ := d.Int(l[1])
				if a != lo || b != hi {
					t.Errorf("%d: limits %d %d, keys %d to %d", n, a, b, lo, hi)
				}
			}
			return lo, hi
		}
		node(d.Catalog()["Tree"], true)
		if next != n {
			t.Errorf("%d of %d entries", next, n)
		}
	}
}

func TestMetadata(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 1, "#a-p1")}, nil)
	s.plan.Title, s.plan.Author = "Report <1> & “more” — 项", "Organisation \"A\""
	s.plan.Program = "rapporteur 1"
	b, _ := s.write()
	d := read(t, b)
	xmp := metadataOf(t, d)
	info := d.Info()
	for k, want := range map[string]string{"Title": s.plan.Title, "Author": s.plan.Author, "Subject": "A/66/1",
		"Producer": "rapporteur 1", "CreationDate": "D:20120301000000+00'00'"} {
		if v, _ := d.String(info[k]); pdf.Text(v) != want {
			t.Errorf("%s is %q, want %q", k, pdf.Text(v), want)
		}
	}
	for _, want := range []string{s.plan.Title, s.plan.Author, "A/66/1", "2012-03-01T00:00:00+00:00", "rapporteur",
		"https://example.org/r", "en"} {
		if !strings.Contains(xmp, want) {
			t.Errorf("XMP does not say %q: %s", want, xmp)
		}
	}
	if oi := d.Array(d.Catalog()["OutputIntents"]); len(oi) != 1 {
		t.Errorf("output intents %v", oi)
	}
	if d.Catalog()["Lang"] == nil || d.Name(d.Catalog()["PageMode"]) != "UseOutlines" ||
		!d.Bool(key(d, d.Catalog(), "ViewerPreferences", "DisplayDocTitle")) ||
		!d.Bool(key(d, d.Catalog(), "MarkInfo", "Marked")) {
		t.Errorf("catalog %v", d.Catalog())
	}

	s.plan.Claims = Claims{}
	b, _ = s.write()
	d = read(t, b)
	if s, _ := d.Stream(d.Catalog()["Metadata"]); bytes.Contains(s.Raw, []byte("<pdfaid:part")) ||
		bytes.Contains(s.Raw, []byte("<pdfuaid:part")) || len(d.Array(d.Catalog()["OutputIntents"])) != 1 {
		t.Error("a report that claims nothing names a standard, or does not say what its colours mean")
	}
}

// metadataOf is the text of the XMP packet, which must be well-formed.
func metadataOf(t *testing.T, d *pdf.Document) string {
	t.Helper()
	s, ok := d.Stream(d.Catalog()["Metadata"])
	if !ok || s.Dict["Filter"] != nil {
		t.Fatal("no metadata, or compressed")
	}
	var out strings.Builder
	x := xml.NewDecoder(bytes.NewReader(s.Raw))
	for {
		tok, err := x.Token()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := tok.(xml.CharData); ok {
			out.Write(c)
			out.WriteByte('\n')
		}
	}
}

func TestProfile(t *testing.T) {
	p := srgbProfile()
	be := binary.BigEndian
	if int(be.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" || string(p[12:24]) != "mntrRGB XYZ " {
		t.Fatalf("header %q", p[:128])
	}
	sum := [3]int32{}
	for i := range int(be.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, n := int(be.Uint32(e[4:])), int(be.Uint32(e[8:]))
		if at%4 != 0 || at+n > len(p) {
			t.Fatalf("tag %s at %d, %d long", e[:4], at, n)
		}
		if string(e[1:4]) == "XYZ" {
			for k := range sum {
				sum[k] += int32(be.Uint32(p[at+8+4*k:]))
			}
		}
	}
	for k, want := range [3]float64{0.9642, 1, 0.8249} { // the colorants add up to the white of D50
		if got := float64(sum[k]) / 65536; got < want-0.0003 || got > want+0.0003 {
			t.Errorf("white %d: %f, want %f", k, got, want)
		}
	}
	if md5.Sum(p) != md5.Sum(srgbProfile()) {
		t.Error("made twice, it differs")
	}
}

func TestDump(t *testing.T) {
	s := foreignStory(t, 0, 2)
	var b strings.Builder
	if err := s.plan.Dump(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`title "Report of the Symposium"`, `run 0 chapter "a": dressed`,
		`original "in/one.pdf"`, `page 2 "2" original "o1" 1`, `anchor "b-p1" page 7 "7"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if err := s.plan.Dump(full{}); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}
