package extract

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// embedded is a file in the report, and the item of the manifest that it belongs to.
type embedded struct {
	pdf.Embedded
	item string
}

// idShape is what an id of the manifest is like. Whatever else stands in its place becomes no name of a folder.
var idShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9-]{0,63}$`)

// listed are the files that a report embeds, each once: those that are filed, whose keys begin with the item's id, and
// those that marks on pages have, which belong to the original whose pages those are.
func listed(doc *pdf.Document) []embedded {
	var list []embedded
	type file struct {
		item, name string
		stream     int
	}
	seen := map[file]bool{}
	add := func(spec types.Object, item string) {
		e, ok := doc.Embedded(spec)
		if !idShape.MatchString(item) {
			item = ""
		}
		if f := (file{item, e.Name, e.Stream}); ok && e.Stream > 0 && !seen[f] {
			seen[f] = true
			list = append(list, embedded{e, item})
		}
	}
	doc.NameTree(doc.Dict(doc.Catalog()["Names"])["EmbeddedFiles"], func(key []byte, v types.Object) {
		item, _, _ := strings.Cut(pdf.Text(key), "/")
		add(v, item)
	})
	starts := originals(doc)
	for i := range doc.Pages() {
		for _, a := range doc.Annotations(doc.Page(i)) {
			if doc.Name(a["Subtype"]) != "FileAttachment" {
				continue
			}
			at, exact := slices.BinarySearchFunc(starts, i, func(s start, i int) int { return cmp.Compare(s.page, i) })
			item := ""
			if exact {
				item = starts[at].item
			} else if at > 0 {
				item = starts[at-1].item
			}
			add(a["FS"], item)
		}
	}
	return list
}

// start is the first page of an original, from 0.
type start struct {
	page int
	item string
}

// originals are the places where originals begin: each has a named destination of the report, original:ID:N.
func originals(doc *pdf.Document) []start {
	var list []start
	for name, to := range doc.Destinations() {
		rest, ok := strings.CutPrefix(name, "original:")
		item, _, counted := strings.Cut(rest, ":")
		if page, _, leads := doc.Destination(to); ok && counted && leads {
			list = append(list, start{page, item})
		}
	}
	slices.SortFunc(list, func(a, b start) int {
		return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.item, b.item))
	})
	return list
}

// itemsOf are the ids of the items that files belong to, each once, in order.
func itemsOf(list []embedded) []string {
	var ids []string
	for _, e := range list {
		if e.item != "" && !slices.Contains(ids, e.item) {
			ids = append(ids, e.item)
		}
	}
	slices.Sort(ids)
	return ids
}
