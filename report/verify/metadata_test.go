package verify

import "testing"

func TestMetadata(t *testing.T) {
	runFaults(t, []fault{
		{"Info has another title", func(t *testing.T, k *kit) { k.swap(t, "info", "(Report)", "(report)") }, Metadata,
			0},
		{"XMP has another title", func(t *testing.T, k *kit) { k.swap(t, "xmp", ">Report<", ">Report &amp; annexes<") },
			Metadata, 0},
		{"XMP has no author", func(t *testing.T, k *kit) { k.swap(t, "xmp", "The Conference", "") }, Metadata, 0},
		{"Info has an author too many", func(t *testing.T, k *kit) {
			k.swap(t, "info", "/Author(The Conference)", "/Author(The Conference, others)")
		}, Metadata, 0},
		{"Info has another date", func(t *testing.T, k *kit) { k.swap(t, "info", "D:20120301", "D:20120302") },
			Metadata, 0},
		{"XMP has today's date", func(t *testing.T, k *kit) { k.swap(t, "xmp", "2012-03-01", "2026-11-23") }, Metadata,
			0},
		{"Info has another program", func(t *testing.T, k *kit) { k.swap(t, "info", "(rapporteur)", "(another)") },
			Metadata, 0},
		{"another language", func(t *testing.T, k *kit) { k.swap(t, "catalog", "/Lang(en)", "/Lang(fr)") }, Metadata,
			0},
		{"another language in XMP", func(t *testing.T, k *kit) { k.swap(t, "xmp", ">en<", ">fr<") }, Metadata, 0},
		{"no XMP", func(t *testing.T, k *kit) { k.swap(t, "catalog", "/Metadata", "/NoMetadata") },
			ClaimsDiffer + " " + Metadata, 0},
		{"XMP that is no XML", func(t *testing.T, k *kit) { k.swap(t, "xmp", "</rdf:RDF>", "") },
			ClaimsDiffer + " " + Metadata, 0},
		{"a claim too many", func(t *testing.T, k *kit) {
			k.swap(t, "xmp", "</rdf:Description>",
				`<a:part xmlns:a="http://www.aiim.org/pdfa/ns/id/">3</a:part></rdf:Description>`)
		}, ClaimsDiffer, 0},
		{"a claim as an attribute", func(t *testing.T, k *kit) {
			k.swap(t, "xmp", ` rdf:about=""`,
				` rdf:about="" xmlns:a="http://www.aiim.org/pdfa/ns/id/" a:part="3" a:conformance="A"`)
			k.ledger.Conformance.Claims = []string{"PDF/UA-1", "PDF/A-3a"}
		}, "", 0},
		{"a claim that was planned", func(t *testing.T, k *kit) { k.ledger.Conformance.Claims = nil }, ClaimsDiffer, 0},
		{"the outline is not shown", func(t *testing.T, k *kit) { k.swap(t, "catalog", "/PageMode/UseOutlines", "") },
			Metadata, 0},
		{"viewers show the file's name",
			func(t *testing.T, k *kit) { k.swap(t, "catalog", "/DisplayDocTitle true", "/DisplayDocTitle false") },
			TitleHidden, 0},
	})
}
