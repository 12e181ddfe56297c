package verify_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report"
	"rapporteur/report/ledger"
	"rapporteur/report/verify"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/forge"
)

// built is a report as it was built, its objects open to be spoiled.
type built struct {
	t      *testing.T
	doc    *pdf.Document
	ledger *ledger.Ledger
	size   int
	spoilt map[int]types.Object
	behind string // bytes behind the end
	update bool   // the file is written on
}

// readBack opens the report in a folder, for faults to be planted in it: its objects, and the number of the last of
// them.
func readBack(t *testing.T, dir string) (doc *pdf.Document, size int) {
	t.Helper()
	data, err := os.ReadFile(report.PDFs(dir)[0])
	if err != nil {
		t.Fatal(err)
	}
	if doc, err = pdf.Open(t.Context(), data, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	for n := 1; n < 1<<17; n++ {
		if doc.Object(n) != nil {
			size = n
		}
	}
	return doc, size
}

// object is an object as it will be written, for a fault to be planted in. It is a copy.
func (b *built) dict(o types.Object) types.Dict {
	b.t.Helper()
	n := pdf.RefNumber(o)
	if d, ok := b.spoilt[n].(types.Dict); ok && n > 0 {
		return d
	}
	d, ok := b.doc.Resolve(o).(types.Dict)
	if !ok || n == 0 {
		b.t.Fatalf("%v is no dictionary of its own", o)
	}
	d = d.Clone().(types.Dict)
	b.spoilt[n] = d
	return d
}

func (b *built) page(i int) types.Dict { return b.dict(ref(b.doc.Pages()[i].Number)) }

func ref(n int) types.IndirectRef { return *types.NewIndirectRef(n, 0) }

// first is the index of the first page of a kind, at which ok says yes.
func (b *built) first(kind string, ok func(i int) bool) int {
	b.t.Helper()
	for _, a := range b.ledger.Account {
		for i := a.First - 1; string(a.Kind) == kind && i < a.Last; i++ {
			if ok == nil || ok(i) {
				return i
			}
		}
	}
	b.t.Fatalf("the report has no such page of kind %q", kind)
	return 0
}

func (b *built) tagged(i int) bool { return b.doc.Pages()[i].Dict["StructParents"] != nil }

// link is the first link of page i that leads into the report.
func (b *built) link(i int) types.Dict {
	for _, o := range b.doc.Array(b.doc.Pages()[i].Dict["Annots"]) {
		if d := b.doc.Dict(o); d["Dest"] != nil && b.doc.Name(d["Subtype"]) == "Link" {
			return b.dict(o)
		}
	}
	return nil
}

// widget is the first widget of page i; nil where it has none.
func (b *built) widget(i int) types.Object {
	for _, o := range b.doc.Array(b.doc.Pages()[i].Dict["Annots"]) {
		if b.doc.Name(b.doc.Dict(o)["Subtype"]) == "Widget" {
			return o
		}
	}
	return nil
}

// terminal is the first field of the report that is its own widget.
func (b *built) terminal() types.Dict {
	for i := range b.doc.Pages() {
		if o := b.widget(i); o != nil && b.doc.Dict(o)["FT"] != nil {
			return b.dict(o)
		}
	}
	b.t.Fatal("the report has no form")
	return nil
}

func (b *built) linked(i int) bool { return b.link(i) != nil }

// leaf is the first node with entries of a name or number tree.
func (b *built) leaf(o types.Object, key string) types.Dict {
	for {
		d := b.doc.Dict(o)
		if d[key] != nil {
			return b.dict(o)
		}
		kids := b.doc.Array(d["Kids"])
		if len(kids) == 0 {
			b.t.Fatalf("a tree without %s", key)
		}
		o = kids[0]
	}
}

// content gives the decoded stream k of page i and a way to replace it by another, of the page's own.
func (b *built) content(i, k int) ([]byte, func([]byte)) {
	b.t.Helper()
	refs := b.page(i)["Contents"].(types.Array)
	s, _ := b.doc.Stream(refs[k])
	data, err := b.doc.Decode(*s, 1<<24)
	if err != nil {
		b.t.Fatal(err)
	}
	return data, func(data []byte) {
		b.size++
		b.spoilt[b.size] = types.StreamDict{Dict: types.Dict{}, Raw: data}
		refs[k] = ref(b.size)
	}
}

// bytes writes the report with its faults.
func (b *built) bytes() []byte {
	data := forge.File(b.size, b.doc.CatalogNumber(), b.doc.InfoNumber(), func(n int) types.Object {
		if o, ok := b.spoilt[n]; ok {
			return o
		}
		o := b.doc.Object(n)
		if s, ok := o.(types.StreamDict); ok && packs(s) {
			return nil
		}
		return o
	})
	if b.update {
		data = fmt.Appendf(data, "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root %d 0 R/Prev %s>>\n"+
			"startxref\n%d\n%%%%EOF\n", b.doc.CatalogNumber(), started.FindSubmatch(data)[1], len(data))
	}
	return append(data, b.behind...)
}

// started is where a file says that its table is.
var started = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)

// packs reports whether a stream held the others, or said where they were.
func packs(s types.StreamDict) bool {
	return slices.Contains([]types.Object{types.Name("ObjStm"), types.Name("XRef")}, s.Dict["Type"])
}

// TestPlanted builds the example and plants one fault after the other in what was built, with a ledger whose sum of
// the file agrees: verify must find each.
func TestPlanted(t *testing.T) {
	dir := t.TempDir()
	if _, err := report.Build(context.Background(),
		report.Input{Manifest: "../../cmd/rapporteur/starter/report.yaml", Out: dir,
			Only: []string{"report"}}); err != nil {
		t.Fatal(err)
	}
	doc, size := readBack(t, dir)
	catalog := ref(doc.CatalogNumber())
	swap := func(a, b types.Dict, key string) { a[key], b[key] = b[key], a[key] }
	for _, f := range []struct {
		what  string
		plant func(b *built)
		want  string
	}{
		{"nothing", func(b *built) {}, ""},
		{"a link of ours with a place of its own", func(b *built) {
			b.link(b.first("chapter", b.linked))["Dest"] = types.Array{ref(doc.Pages()[0].Number), types.Name("Fit")}
		}, verify.LinkUnplanned},
		{"a link of ours to another place", func(b *built) {
			b.link(b.first("chapter", b.linked))["Dest"] =
				types.StringLiteral(b.ledger.Contents[len(b.ledger.Contents)-1].Target)
		}, verify.LinkOther},
		{"a link of ours without a place", func(b *built) { delete(b.link(b.first("chapter", b.linked)), "Dest") },
			verify.LinkDead},
		{"a link of ours that is on no page", func(b *built) { delete(b.page(b.first("chapter", b.linked)), "Annots") },
			verify.ObjectUnclaimed},
		{"a line of the contents that leads elsewhere", func(b *built) {
			b.link(b.first("contents", nil))["Dest"] =
				types.StringLiteral(b.ledger.Contents[len(b.ledger.Contents)-1].Target)
		}, verify.ContentsPage},
		{"a line of the contents whose link ends before its label", func(b *built) {
			r := b.link(b.first("contents", nil))["Rect"].(types.Array)
			x, _ := doc.Number(r[0])
			r[2] = types.Float(x + 20)
		}, verify.ContentsLabel},
		{"a link of an original that leads out of it", func(b *built) {
			b.link(b.first("original", b.linked))["Dest"] = types.Array{ref(doc.Pages()[0].Number), types.Name("Fit")}
		}, verify.LinkAstray},
		{"page labels one off", func(b *built) {
			labels := b.dict(catalog)["PageLabels"].(types.Dict)
			r := labels["Nums"].(types.Array)[1].(types.Dict)
			start, _ := doc.Int(r["St"])
			r["St"] = types.Integer(start + 2)
		}, verify.PageLabel},
		{"an item of the outline dropped", func(b *built) {
			item := b.dict(doc.Dict(doc.Catalog()["Outlines"])["First"])
			item["Next"] = doc.Dict(item["Next"])["Next"]
		}, verify.OutlineMissing},
		{"two items of the outline that lead to each other's page", func(b *built) {
			item := b.dict(doc.Dict(doc.Catalog()["Outlines"])["First"])
			swap(item, b.dict(item["Next"]), "Dest")
		}, verify.OutlinePage},
		{"two titles of the outline exchanged", func(b *built) {
			item := b.dict(doc.Dict(doc.Catalog()["Outlines"])["First"])
			swap(item, b.dict(item["Next"]), "Title")
		}, verify.OutlineExtra},
		{"a byte of an original", func(b *built) {
			refs := b.page(b.first("original", nil))["Contents"].(types.Array)
			s, _ := doc.Stream(refs[1])
			raw := bytes.Clone(s.Raw)
			raw[len(raw)/2] ^= 1
			b.size++
			b.spoilt[b.size] = types.StreamDict{Dict: s.Dict, Raw: raw}
			refs[1] = ref(b.size)
		}, verify.OriginalContent},
		{"a stream of an original compressed anew", func(b *built) {
			i := b.first("original", nil)
			data, _ := b.content(i, 1)
			var z bytes.Buffer
			w, _ := zlib.NewWriterLevel(&z, 1)
			w.Write(data)
			w.Close()
			b.size++
			b.spoilt[b.size] = types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")}, Raw: z.Bytes()}
			b.page(i)["Contents"].(types.Array)[1] = ref(b.size)
		}, verify.OriginalContent},
		{"a page of an original in the place of another", func(b *built) {
			i := b.first("original", nil)
			j := b.first("original", func(k int) bool { return k > i+3 })
			swap(b.page(i), b.page(j), "Contents")
		}, verify.OriginalContent},
		{"a stamp left out", func(b *built) {
			p := b.page(b.first("original", nil))
			c := p["Contents"].(types.Array)
			p["Contents"] = c[:len(c)-1]
		}, verify.StampMissing},
		{"an entry of the parent tree left out", func(b *built) {
			n := b.leaf(doc.Dict(doc.Catalog()["StructTreeRoot"])["ParentTree"], "Nums")
			n["Nums"] = n["Nums"].(types.Array)[2:]
		}, verify.MarkOrphan},
		{"keys of two pages of ours crossed", func(b *built) {
			i := b.first("contents", nil)
			swap(b.page(i), b.page(i+1), "StructParents")
		}, verify.MarkUnclaimed},
		{"keys of pages of two originals crossed", func(b *built) {
			i := b.first("original", b.tagged)
			other := b.first("original", func(k int) bool { return k > i+5 && b.tagged(k) })
			swap(b.page(i), b.page(other), "StructParents")
		}, verify.MarkAstray},
		{"a key of a page of ours left out",
			func(b *built) { delete(b.page(b.first("chapter", nil)), "StructParents") }, verify.MarkOrphan},
		{"a body of ours left out", func(b *built) {
			p := b.page(b.first("chapter", nil))
			p["Contents"] = p["Contents"].(types.Array)[:1]
		}, verify.ClaimEmpty},
		{"a folio that says another page", func(b *built) {
			i := b.first("contents", nil)
			from, _ := b.content(i+1, 0)
			_, put := b.content(i, 0)
			put(from)
			b.page(i)["Resources"] = b.doc.Pages()[i+1].Dict["Resources"]
		}, verify.Folio},
		{"a named destination left out", func(b *built) {
			n := b.leaf(doc.Dict(doc.Catalog()["Names"])["Dests"], "Names")
			n["Names"] = n["Names"].(types.Array)[2:]
		}, verify.AnchorMissing},
		{"a named destination on another page", func(b *built) {
			n := b.leaf(doc.Dict(doc.Catalog()["Names"])["Dests"], "Names")
			n["Names"].(types.Array)[1].(types.Array)[0] = ref(doc.Pages()[0].Number)
		}, verify.AnchorPage},
		{"a value of a form", func(b *built) { b.terminal()["V"] = types.StringLiteral("otherwise") },
			verify.FormDiffers},
		{"a name of a field", func(b *built) { b.terminal()["T"] = types.StringLiteral("otherwise") },
			verify.FormDiffers},
		{"a place of a field", func(b *built) {
			b.terminal()["Rect"] = types.Array{types.Integer(1), types.Integer(2), types.Integer(30), types.Integer(40)}
		}, verify.FormDiffers},
		{"a look of a field", func(b *built) {
			b.size++
			box := types.Array{types.Integer(0), types.Integer(0), types.Integer(9), types.Integer(9)}
			b.spoilt[b.size] = types.StreamDict{Dict: types.Dict{"Subtype": types.Name("Form"), "BBox": box},
				Raw: []byte("0 0 m")}
			b.terminal()["AP"] = types.Dict{"N": ref(b.size)}
		}, verify.PageAnnotations},
		{"a field left out of the form", func(b *built) {
			top := b.dict(doc.Array(doc.Dict(doc.Catalog()["AcroForm"])["Fields"])[0])
			top["Kids"] = doc.Array(top["Kids"])[1:]
		}, verify.FormAstray},
		{"a field left out of the page", func(b *built) {
			b.page(b.first("original", func(i int) bool { return b.widget(i) != nil }))["Annots"] = types.Array{}
		}, verify.FormWidgets},
		{"a form that is not there", func(b *built) { delete(b.dict(catalog), "AcroForm") }, verify.FormAstray},
		{"a form of no original", func(b *built) {
			b.dict(doc.Array(doc.Dict(doc.Catalog()["AcroForm"])["Fields"])[0])["T"] = types.StringLiteral("nobody")
		}, verify.FormAstray},
		{"a form that its reader draws", func(b *built) {
			b.dict(catalog)["AcroForm"].(types.Dict)["NeedAppearances"] = types.Boolean(true)
		}, verify.FormActs},
		{"a field that acts", func(b *built) {
			b.terminal()["AA"] = types.Dict{"K": types.Dict{"S": types.Name("JavaScript")}}
		}, verify.FormActs},
		{"another language", func(b *built) { b.dict(catalog)["Lang"] = types.StringLiteral("xx") }, verify.Metadata},
		{"another title", func(b *built) { b.ledger.Title += "." }, verify.Metadata},
		{"an outline that is not shown", func(b *built) { delete(b.dict(catalog), "PageMode") }, verify.Metadata},
	} {
		t.Run(f.what, func(t *testing.T) {
			b := &built{t: t, doc: doc, ledger: account(t, report.LedgerBeside(report.PDFs(dir)[0])), size: size,
				spoilt: map[int]types.Object{}}
			f.plant(b)
			errors := b.errors()
			if f.want == "" && len(errors) > 0 || f.want != "" && !slices.Contains(errors, f.want) {
				t.Errorf("found %v, should be %q among them", errors, f.want)
			}
		})
	}
}

// errors are the codes of what verify finds wrong with the report and its faults.
func (b *built) errors() (codes []string) {
	t := b.t
	t.Helper()
	data := b.bytes()
	sum := sha256.Sum256(data)
	b.ledger.SHA256 = hex.EncodeToString(sum[:])
	other := filepath.Join(t.TempDir(), "planted.pdf")
	if err := os.WriteFile(other, data, 0o644); err != nil {
		t.Fatal(err)
	}
	found, err := verify.Check(t.Context(), other, b.ledger)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range found {
		if !x.Warning && !slices.Contains(codes, x.Code) {
			codes = append(codes, x.Code)
		}
	}
	return codes
}
