package verify_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report"
	"rapporteur/report/verify"
	"rapporteur/sources/pdf"
)

// withFiles is an original with a file on its page and one that belongs to the whole.
const withFiles = "%PDF-1.6\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(x)4 0 " +
	"R]>>>>>>\nendobj\n" +
	"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
	"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[5 0 R]>>\nendobj\n" +
	"4 0 obj\n<</F(table.csv)/Desc(The table)/EF<</F 6 0 R>>>>\nendobj\n" +
	"5 0 obj\n<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(notes.txt)/EF<</F 7 0 R>>>>>>\nendobj\n" +
	"6 0 obj\n<</Length 8>>\nstream\na;b\n1;2\n\nendstream\nendobj\n7 0 obj\n<</Length 9>>\nstream\nthe " +
	"notes\nendstream\nendobj\n" +
	"trailer\n<</Root 1 0 R>>\n"

const attachingManifest = "layout: {attach: true}\nreport: {title: T, language: en, date: 2012-03-01}\n" +
	"sessions:\n  - id: one\n    title: One\n    statements:\n" +
	"      - {id: s1, speaker: {name: A}, original: a.pdf}\n      - {id: s2, speaker: {name: B}, original: b.pdf}\n"

// TestPlantedAttachments plants faults in the files that a report embeds, and in what it says of them.
func TestPlantedAttachments(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"report.yaml": attachingManifest, "a.pdf": withFiles,
		"b.pdf": strings.Replace(withFiles, "a;b", "c;d", 1)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := report.Build(t.Context(), report.Input{Manifest: filepath.Join(dir, "report.yaml"), Out: dir})
	if err != nil || r.Failed {
		t.Fatalf("%v %+v", err, r)
	}
	doc, size := readBack(t, dir)
	names := func(b *built) types.Dict { return b.leaf(doc.Dict(doc.Catalog()["Names"])["EmbeddedFiles"], "Names") }
	filed := func(b *built, i int) types.Object { return names(b)["Names"].(types.Array)[2*i+1] }
	mark := func(b *built) types.Dict {
		i := b.first("original", nil)
		return b.dict(doc.Array(doc.Pages()[i].Dict["Annots"])[0])
	}
	stream := func(b *built, spec types.Object, change func(types.StreamDict) types.StreamDict) {
		n := pdf.RefNumber(doc.Dict(doc.Dict(spec)["EF"])["F"])
		s, _ := doc.Stream(doc.Object(n))
		b.spoilt[n] = change(types.StreamDict{Dict: s.Dict.Clone().(types.Dict), Raw: bytes.Clone(s.Raw)})
	}
	other := func(s types.StreamDict) types.StreamDict { s.Raw[0] ^= 1; return s }
	for _, f := range []struct {
		what  string
		plant func(b *built)
		want  string
	}{
		{"nothing", func(*built) {}, ""},
		{"an original changed", func(b *built) { stream(b, filed(b, 0), other) }, verify.AttachmentChanged},
		{"an attachment changed", func(b *built) { stream(b, filed(b, 1), other) }, verify.AttachmentChanged},
		{"an attachment on a page changed", func(b *built) { stream(b, mark(b)["FS"], other) },
			verify.AttachmentChanged},
		{"one that cannot be read", func(b *built) {
			stream(b, filed(b, 0),
				func(s types.StreamDict) types.StreamDict { s.Dict["Filter"] = types.Name("FlateDecode"); return s })
		}, verify.AttachmentChanged},
		{"another sum", func(b *built) {
			stream(b, filed(b, 0), func(s types.StreamDict) types.StreamDict {
				s.Dict["Params"].(types.Dict)["CheckSum"] = types.HexLiteral("00")
				return s
			})
		}, verify.AttachmentChanged},
		{"another size", func(b *built) {
			stream(b, filed(b, 0), func(s types.StreamDict) types.StreamDict {
				s.Dict["Params"].(types.Dict)["Size"] = types.Integer(7)
				return s
			})
		}, verify.AttachmentDiffers},
		{"another type", func(b *built) {
			stream(b, filed(b, 0),
				func(s types.StreamDict) types.StreamDict { s.Dict["Subtype"] = types.Name("text/html"); return s })
		}, verify.AttachmentDiffers},
		{"one removed", func(b *built) { n := names(b); n["Names"] = n["Names"].(types.Array)[2:] },
			verify.AttachmentMissing},
		{"all removed", func(b *built) {
			delete(b.dict(ref(doc.CatalogNumber()))["Names"].(types.Dict), "EmbeddedFiles")
		}, verify.AttachmentMissing},
		{"the mark of one removed", func(b *built) { delete(b.page(b.first("original", nil)), "Annots") },
			verify.AttachmentMissing},
		{"a mark's file removed, and what it is associated with", func(b *built) {
			delete(mark(b), "FS")
			p := b.page(b.first("original", nil))
			delete(p, "AF")
		}, verify.AttachmentMissing},
		{"two exchanged", func(b *built) { n := names(b)["Names"].(types.Array); n[1], n[3] = n[3], n[1] },
			verify.AttachmentDiffers},
		{"filed under another key",
			func(b *built) { names(b)["Names"].(types.Array)[0] = types.StringLiteral("s0/a.pdf") },
			verify.AttachmentExtra},
		{"one added", func(b *built) {
			n := names(b)
			b.size += 2
			b.spoilt[b.size-1] = types.StreamDict{Dict: types.Dict{"Type": types.Name("EmbeddedFile")},
				Raw: []byte("x")}
			b.spoilt[b.size] = types.Dict{"F": types.StringLiteral("x.txt"), "EF": types.Dict{"F": ref(b.size - 1)}}
			n["Names"] = append(n["Names"].(types.Array), types.StringLiteral("z"), ref(b.size))
		}, verify.AttachmentExtra},
		{"one added on a page of ours", func(b *built) {
			p := b.page(0)
			n := pdf.RefNumber(doc.Dict(doc.Dict(filed(b, 0))["EF"])["F"])
			p["Annots"] = types.Array{types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("FileAttachment"),
				"FS": types.Dict{"F": types.StringLiteral("x"), "EF": types.Dict{"F": ref(n)}}}}
		}, verify.AttachmentExtra},
		{"one added to the whole", func(b *built) {
			n := pdf.RefNumber(doc.Dict(doc.Dict(filed(b, 0))["EF"])["F"])
			b.dict(ref(doc.CatalogNumber()))["AF"] = types.Array{types.Dict{"EF": types.Dict{"F": ref(n)}}}
		}, verify.AttachmentExtra},
		{"renamed", func(b *built) { b.dict(filed(b, 0))["UF"] = types.StringLiteral("b.pdf") },
			verify.AttachmentDiffers},
		{"renamed for old readers", func(b *built) { b.dict(filed(b, 0))["F"] = types.StringLiteral("a.exe") },
			verify.AttachmentDiffers},
		{"another's", func(b *built) { b.dict(filed(b, 0))["Desc"] = types.StringLiteral("B") },
			verify.AttachmentDiffers},
		{"another relationship", func(b *built) { b.dict(filed(b, 0))["AFRelationship"] = types.Name("Data") },
			verify.AttachmentDiffers},
		{"not associated", func(b *built) {
			p := b.page(b.first("original", nil))
			p["AF"] = p["AF"].(types.Array)[:2]
		}, verify.AttachmentLoose},
		{"associated with another page", func(b *built) {
			p := b.page(b.first("original", nil))
			b.page(0)["AF"] = p["AF"]
			delete(p, "AF")
		}, verify.AttachmentLoose},
		{"the ledger names another original", func(b *built) {
			b.ledger.Statements[0].Originals[0].SHA256 = strings.Repeat("0", 64)
		}, verify.AttachmentChanged},
		{"the ledger forgets one", func(b *built) { b.ledger.Statements[0].Originals[0].Attachments = nil },
			verify.AttachmentExtra},
	} {
		t.Run(f.what, func(t *testing.T) {
			b := &built{t: t, doc: doc, ledger: account(t, filepath.Join(dir, "report.json")), size: size,
				spoilt: map[int]types.Object{}}
			f.plant(b)
			data := b.bytes()
			sum := sha256.Sum256(data)
			b.ledger.SHA256 = hex.EncodeToString(sum[:])
			planted := filepath.Join(t.TempDir(), "planted.pdf")
			if err := os.WriteFile(planted, data, 0o644); err != nil {
				t.Fatal(err)
			}
			found, err := verify.Check(t.Context(), planted, b.ledger)
			if err != nil {
				t.Fatal(err)
			}
			var errors []string
			for _, x := range found {
				if !x.Warning {
					errors = append(errors, x.Code)
				}
			}
			if f.want == "" && len(errors) > 0 || f.want != "" && !slices.Contains(errors, f.want) {
				t.Errorf("found %+v, should be %q among them", found, f.want)
			}
		})
	}
}
