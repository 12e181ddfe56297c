package verify_test

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report"
	"rapporteur/report/ledger"
	"rapporteur/report/verify"
)

// planting is a fault in a built report, and the code of what must be found.
type planting struct {
	what  string
	plant func(b *built)
	want  string
}

// plant builds the example and plants one fault after the other.
func plantAll(t *testing.T, list []planting) {
	t.Helper()
	dir := t.TempDir()
	if _, err := report.Build(context.Background(),
		report.Input{Manifest: "../../cmd/rapporteur/starter/report.yaml", Out: dir,
			Only: []string{"report"}}); err != nil {
		t.Fatal(err)
	}
	doc, size := readBack(t, dir)
	for _, f := range list {
		t.Run(f.what, func(t *testing.T) {
			b := &built{t: t, doc: doc, ledger: account(t, report.LedgerBeside(report.PDFs(dir)[0])), size: size,
				spoilt: map[int]types.Object{}}
			f.plant(b)
			if errors := b.errors(); !slices.Contains(errors, f.want) {
				t.Errorf("found %v, should be %q among them", errors, f.want)
			}
		})
	}
}

func square(side int) types.Array {
	return types.Array{types.Integer(0), types.Integer(0), types.Integer(side), types.Integer(side)}
}

// resource gives page i resources of its own, and of those the entries of a category.
func (b *built) resource(i int, category string) types.Dict {
	all := b.doc.Dict(b.doc.Pages()[i].Dict["Resources"]).Clone().(types.Dict)
	some, _ := b.doc.Dict(all[category]).Clone().(types.Dict)
	if some == nil {
		some = types.Dict{}
	}
	all[category] = some
	b.page(i)["Resources"] = all
	return some
}

// put adds an object.
func (b *built) put(o types.Object) types.IndirectRef {
	b.size++
	b.spoilt[b.size] = o
	return ref(b.size)
}

// TestShown plants faults in all that a page shows and that belongs to none: each changes what somebody sees, hears or
// copies, and leaves every link and mark as it was.
func TestShown(t *testing.T) {
	body := func(kind string, change func([]byte) []byte) func(b *built) {
		return func(b *built) {
			data, put := b.content(b.first(kind, nil), 1)
			put(change(data))
		}
	}
	before := func(ops string) func([]byte) []byte {
		return func(data []byte) []byte { return append([]byte(ops), data...) }
	}
	font := func(b *built, i int) types.Dict {
		for _, o := range b.doc.Dict(b.doc.Dict(b.doc.Pages()[i].Dict["Resources"])["Font"]) {
			return b.dict(o)
		}
		b.t.Fatal("the page has no font")
		return nil
	}
	element := func(b *built) types.Dict {
		run := b.doc.Dict(b.doc.Dict(b.doc.Dict(b.doc.Catalog()["StructTreeRoot"])["K"])["K"].(types.Array)[3])
		return b.dict(b.doc.Array(run["K"])[0])
	}
	over := func(kind string) func(b *built) {
		return func(b *built) {
			p := b.page(b.first(kind, nil))
			note := types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("FreeText"), "Rect": square(300),
				"Contents": types.StringLiteral("REJECTED")}
			p["Annots"] = append(slices.Clone(b.doc.Array(p["Annots"])), b.put(note))
		}
	}
	plantAll(t, []planting{
		{"a word", body("statement", func(data []byte) []byte {
			i := bytes.Index(data, []byte("[(")) + 2
			data[i+1]++ // the first glyph
			return data
		}), verify.PageWords},
		{"a recommendation that is not painted", body("recommendations", before("3 Tr ")), verify.PageContents},
		{"a box over a chapter", body("chapter", func(data []byte) []byte {
			return append(data, " q 1 g 0 0 300 300 re f Q"...)
		}), verify.PageContents},
		{"a font that reads otherwise", func(b *built) {
			f := font(b, b.first("statement", nil))
			f["ToUnicode"] = b.put(types.StreamDict{Dict: types.Dict{},
				Raw: []byte("1 beginbfrange <0000><FFFF><0041> endbfrange")})
		}, verify.PageResources},
		{"another font for an original", func(b *built) {
			i := b.first("original", func(i int) bool {
				return len(b.doc.Dict(b.doc.Dict(b.doc.Pages()[i].Dict["Resources"])["Font"])) > 0
			})
			fonts := b.resource(i, "Font")
			for k := range fonts {
				fonts[k] = types.Dict{"Type": types.Name("Font"), "Subtype": types.Name("Type1"),
					"BaseFont": types.Name("Symbol")}
			}
		}, verify.PageResources},
		{"a state that hides what is painted", func(b *built) {
			b.resource(b.first("original", nil), "ExtGState")["G"] = types.Dict{"ca": types.Integer(0)}
		}, verify.PageResources},
		{"a smaller page", func(b *built) { b.page(b.first("original", nil))["MediaBox"] = square(99) },
			verify.PageMeasures},
		{"a page cut off", func(b *built) { b.page(b.first("statement", nil))["CropBox"] = square(99) },
			verify.PageMeasures},
		{"a page turned", func(b *built) { b.page(b.first("cover", nil))["Rotate"] = types.Integer(180) },
			verify.PageMeasures},
		{"a note over a page of ours", over("statement"), verify.PageAnnotations},
		{"a note over an original", over("original"), verify.PageAnnotations},
		{"a transition", func(b *built) { b.page(4)["Trans"] = types.Dict{"S": types.Name("Dissolve")} },
			verify.PageOther},
		{"words for those who listen", func(b *built) {
			element(b)["ActualText"] = types.StringLiteral("the contrary")
		}, verify.StructureDiffers},
		{"a role", func(b *built) { element(b)["S"] = types.Name("Artifact") }, verify.StructureDiffers},
		{"a run that is not told", func(b *built) {
			d := b.dict(b.doc.Dict(b.doc.Catalog()["StructTreeRoot"])["K"])
			d["K"] = d["K"].(types.Array)[1:]
		}, verify.StructureRuns},
		{"an item of the outline that leads elsewhere on its page", func(b *built) {
			item := b.dict(b.doc.Dict(b.doc.Catalog()["Outlines"])["First"])
			to := slices.Clone(item["Dest"].(types.Array))
			to[3] = types.Integer(1)
			item["Dest"] = to
		}, verify.WholeOutline},
		{"a place elsewhere on its page", func(b *built) {
			n := b.leaf(b.doc.Dict(b.doc.Catalog()["Names"])["Dests"], "Names")
			n["Names"].(types.Array)[1].(types.Array)[3] = types.Integer(1)
		}, verify.WholeNames},
		{"layers", func(b *built) {
			b.dict(ref(b.doc.CatalogNumber()))["OCProperties"] = types.Dict{"OCGs": types.Array{}, "D": types.Dict{}}
		}, verify.WholeLayers},
		{"metadata", func(b *built) {
			s, _ := b.doc.Stream(b.doc.Catalog()["Metadata"])
			raw := bytes.Replace(s.Raw, []byte("rapporteur"), []byte("somebody"), 1)
			b.dict(ref(b.doc.CatalogNumber()))["Metadata"] = b.put(types.StreamDict{Dict: s.Dict, Raw: raw})
		}, verify.WholeMetadata},
	})
}

// TestNothingElse plants what no reader shows.
func TestNothingElse(t *testing.T) {
	plantAll(t, []planting{
		{"an object", func(b *built) { b.put(types.StringLiteral("hidden words")) }, verify.Unreached},
		{"an entry of the catalog", func(b *built) {
			b.dict(ref(b.doc.CatalogNumber()))["PieceInfo"] = types.Dict{"X": types.StringLiteral("hidden")}
		}, verify.WholeExtra},
		{"an entry of the tree of pages", func(b *built) {
			b.dict(b.doc.Catalog()["Pages"])["Rotate"] = types.Integer(90)
		}, verify.WholeExtra},
		{"bytes behind the end", func(b *built) { b.behind = "PK hidden" }, verify.Stray},
		{"an update", func(b *built) { b.update = true }, verify.Updated},
	})
}

// TestLedgerAlone changes what only the ledger says.
func TestLedgerAlone(t *testing.T) {
	var list []planting
	for what, change := range map[string]func(l *ledger.Ledger){
		"an original's sum":       func(l *ledger.Ledger) { l.Statements[0].Originals[0].SHA256 = "0" },
		"a status":                func(l *ledger.Ledger) { l.Statements[0].Status = "withdrawn" },
		"a session":               func(l *ledger.Ledger) { l.Statements[0].Session = "other" },
		"a number":                func(l *ledger.Ledger) { l.Recommendations[0].Number = 99 },
		"a recommendation":        func(l *ledger.Ledger) { l.Recommendations = l.Recommendations[1:] },
		"a paragraph":             func(l *ledger.Ledger) { l.Anchors["opening"] = ledger.Anchor{Paragraph: 9} },
		"a kind of page":          func(l *ledger.Ledger) { l.Account[1].Kind = ledger.Annex },
		"words of the contents":   func(l *ledger.Ledger) { l.Contents[0].Text = "otherwise" },
		"the program":             func(l *ledger.Ledger) { l.Program = "another" },
		"what was found":          func(l *ledger.Ledger) { l.Diagnostics = make([]ledger.Diagnostic, 1) },
		"what it was made from":   func(l *ledger.Ledger) { l.Sources["report.yaml"] = "0" },
		"what an original lacked": func(l *ledger.Ledger) { l.Statements[0].Originals[0].Facts.Title = "otherwise" },
	} {
		list = append(list, planting{what, func(b *built) { change(b.ledger) }, verify.LedgerOther})
	}
	list = append(list, planting{"all sums", func(b *built) { b.ledger.Shown = nil }, verify.NotPromised})
	plantAll(t, list)
}
