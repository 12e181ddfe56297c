package verify_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report"
	"rapporteur/report/verify"
	"rapporteur/sources/pdf/forge"
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
		{"a stream that says that it holds objects", func(b *built) {
			b.put(types.StreamDict{Dict: types.Dict{"Type": types.Name("ObjStm"), "N": types.Integer(0),
				"First": types.Integer(0)}, Raw: []byte("hidden words")})
		}, verify.Unreached},
		{"a stream that says that it is the table", func(b *built) {
			b.put(types.StreamDict{Dict: types.Dict{"Type": types.Name("XRef")}, Raw: []byte("hidden words")})
		}, verify.Unreached},
		{"a dictionary that says that the file is linearized", func(b *built) {
			b.put(types.Dict{"Linearized": types.Integer(1), "Hidden": types.StringLiteral("words")})
		}, verify.Unreached},
		{"a comment", func(b *built) { b.put(forge.Raw("<</A 1%hidden\n>>")) }, verify.Stray},
		{"a key twice", func(b *built) {
			info := string(forge.Object(nil, b.doc.Info()))
			b.spoilt[b.doc.InfoNumber()] = forge.Raw("<</Title(hidden words)" + info[len("<<"):])
		}, verify.Stray},
		{"bytes behind packed ones", func(b *built) {
			s, _ := b.doc.Stream(b.doc.Catalog()["Metadata"])
			raw := append(bytes.Clone(s.Raw), "hidden"...)
			b.dict(ref(b.doc.CatalogNumber()))["Metadata"] = b.put(types.StreamDict{Dict: s.Dict, Raw: raw})
		}, verify.WholeMetadata},
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

// TestPageTree plants what some readers show pages by, going up or down the tree of pages, and others do not.
func TestPageTree(t *testing.T) {
	turned := types.Dict{"Type": types.Name("Pages"), "Rotate": types.Integer(180), "CropBox": square(9)}
	root := func(b *built) types.Dict { return b.dict(b.doc.Catalog()["Pages"]) }
	parent := func(o types.Object) func(b *built) {
		return func(b *built) { b.page(b.first("statement", nil))["Parent"] = o }
	}
	// below changes the node between the root and the first page.
	below := func(change func(node types.Dict)) func(b *built) {
		return func(b *built) {
			node := b.dict(b.page(0)["Parent"])
			if node["Parent"] == nil {
				b.t.Fatal("the tree of pages has one level")
			}
			change(node)
		}
	}
	plantAll(t, []planting{
		{"a page that is turned from above", parent(turned), verify.PageTree},
		{"a page that is turned by a node of its own", func(b *built) {
			b.page(b.first("statement", nil))["Parent"] = b.put(turned)
		}, verify.PageTree},
		{"a page below another", func(b *built) {
			b.page(b.first("statement", nil))["Parent"] = ref(b.doc.Pages()[0].Number)
		}, verify.PageTree},
		{"a page below a number", parent(types.Integer(0)), verify.PageTree},
		{"a page below words", parent(types.StringLiteral("hidden words")), verify.PageTree},
		{"a page below nothing", func(b *built) { delete(b.page(3), "Parent") }, verify.PageTree},
		{"a root below a node", func(b *built) { root(b)["Parent"] = turned }, verify.PageTree},
		{"a root below itself", func(b *built) { root(b)["Parent"] = b.doc.Catalog()["Pages"] }, verify.PageTree},
		{"a node that is turned from above", below(func(node types.Dict) { node["Parent"] = turned }),
			verify.PageTree},
		{"a node below nothing", below(func(node types.Dict) { delete(node, "Parent") }), verify.PageTree},
		{"a node that counts another page", below(func(node types.Dict) {
			node["Count"] = types.Integer(2)
		}), verify.PageTree},
		{"a node that turns", below(func(node types.Dict) { node["Rotate"] = types.Integer(90) }),
			verify.WholeExtra},
		{"a node that is another thing", below(func(node types.Dict) {
			node["Type"] = types.Name("Template")
		}), verify.PageTree},
		{"a node that lists nothing too", below(func(node types.Dict) {
			node["Kids"] = append(node["Kids"].(types.Array), types.Integer(0))
		}), verify.Unreadable},
		{"another count of all pages", func(b *built) { root(b)["Count"] = types.Integer(1) }, verify.Unreadable},
		{"words for the count", func(b *built) { root(b)["Count"] = types.StringLiteral("hidden words") },
			verify.Unreadable},
		{"a page that is a template", func(b *built) { b.page(3)["Type"] = types.Name("Template") }, verify.PageTree},
		{"a page of no type", func(b *built) { delete(b.page(3), "Type") }, verify.PageTree},
		{"a catalog of no type", func(b *built) { delete(b.dict(ref(b.doc.CatalogNumber())), "Type") },
			verify.WholeOther},
		{"a structure of another type", func(b *built) {
			b.dict(b.doc.Catalog()["StructTreeRoot"])["Type"] = types.StringLiteral("hidden words")
		}, verify.WholeOther},
	})
}

// TestOnceTold: words for those who listen are told by their page, and not again by what leads to all elements.
func TestOnceTold(t *testing.T) {
	dir := t.TempDir()
	if _, err := report.Build(context.Background(), report.Input{Manifest: "../../cmd/rapporteur/starter/report.yaml",
		Out: dir, Only: []string{"report"}}); err != nil {
		t.Fatal(err)
	}
	doc, size := readBack(t, dir)
	b := &built{t: t, doc: doc, ledger: account(t, report.LedgerBeside(report.PDFs(dir)[0])), size: size,
		spoilt: map[int]types.Object{}}
	run := doc.Dict(doc.Dict(doc.Dict(doc.Catalog()["StructTreeRoot"])["K"])["K"].(types.Array)[3])
	b.dict(doc.Array(run["K"])[0])["Alt"] = types.StringLiteral("the contrary")
	if codes := b.errors(); !slices.Equal(codes, []string{verify.StructureDiffers}) {
		t.Errorf("found %v", codes)
	}
}
