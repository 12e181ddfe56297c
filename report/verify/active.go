package verify

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"rapporteur/sources/pdf"
)

// What a report may hold of what a reader's program acts upon: closed lists, and not the linker's own.
var (
	// quietActions lead the reader somewhere; of those that are named, these turn pages.
	quietActions = []string{"GoTo", "URI"}
	quietNames   = []string{"NextPage", "PrevPage"}
	// loudActions are all others of the standard (ISO 32000-2, table 201): looked for wherever they stand. In the
	// places that readers know of, no kind but the quiet ones may stand, whatever it is called.
	loudActions = []string{"GoToR", "GoToE", "GoToDp", "Launch", "Thread", "Sound", "Movie", "Hide", "SubmitForm",
		"ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "RichMediaExecute"}
	// quietAnnotations say or show something, and play nothing.
	quietAnnotations = []string{"Link", "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine",
		"Highlight",
		"Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "Widget", "FileAttachment", "Watermark",
		"Redact", "PrinterMark", "TrapNet"}
	// quietSchemes of addresses.
	quietSchemes = []string{"http", "https", "mailto", "ftp", "tel", "urn"}
	// quietTrees are the name trees of a report.
	quietTrees = []string{"Dests", "EmbeddedFiles"}
	// loudEntries of the catalog act on opening, or change what everything else means: the base of addresses, a
	// portfolio, what a reader's program must be able to do.
	loudEntries = []string{"AA", "URI", "Collection", "Requirements"}
)

// quiet looks at the kind of an annotation of page i.
func (c *checker) quiet(i int, d types.Dict) {
	if kind := c.doc.Name(d["Subtype"]); !slices.Contains(quietAnnotations, kind) {
		c.fault(ActiveAnnotation, i+1, "what", clip(kind))
	}
}

// active tells what was found to act, whatever leads to it: nothing in the report acts, plays or leads to another file.
func (c *checker) active(all *loud) {
	all.catalog()
	for _, k := range slices.SortedFunc(maps.Keys(all.found), func(a, b [2]string) int {
		return slices.Compare(a[:], b[:])
	}) {
		c.fault(k[0], 0, "what", k[1], "count", itoa(all.found[k]))
	}
}

// loud gathers what acts, by code and kind.
type loud struct {
	doc   *pdf.Document
	found map[[2]string]int
}

func (l *loud) tell(code, what string) { l.found[[2]string{code, what}]++ }

// catalog looks at the entries of the catalog that act by themselves.
func (l *loud) catalog() {
	cat := l.doc.Catalog()
	for _, k := range loudEntries {
		if cat[k] != nil {
			l.tell(Active, k)
		}
	}
	for k := range l.doc.Dict(cat["Names"]) {
		if !slices.Contains(quietTrees, k) {
			l.tell(Active, "Names/"+clip(k))
		}
	}
}

// object looks at an object and all that stands within it.
func (l *loud) object(o types.Object) {
	switch v := o.(type) {
	case types.Dict:
		l.dict(v)
	case types.Array:
		for _, e := range v {
			l.object(e)
		}
	case types.StreamDict:
		l.dict(v.Dict)
		file := l.doc.Resolve(v.Dict["F"])
		if _, named := l.doc.String(file); named || l.doc.Dict(file) != nil || v.Dict["Ref"] != nil ||
			v.Dict["OPI"] != nil {
			l.tell(ActiveOutside, "F")
		}
	}
}

func (l *loud) dict(d types.Dict) {
	// A structure element has its kind in S, too, and P.
	if kind := l.kind(d); slices.Contains(loudActions, kind) &&
		d["P"] == nil {
		l.tell(Active, kind)
	} else if d["URI"] != nil && kind == "URI" {
		l.address(d["URI"])
	}
	for k, v := range d { // counts alone come of it: their order does not matter
		switch {
		case k == "Next" || k == "OpenAction", (k == "A" || k == "PA") && (d["Rect"] != nil || d["Title"] != nil):
			l.acting(v)
		case k == "AA":
			for _, t := range l.doc.Dict(v) {
				if l.kind(l.doc.Dict(t)) != "" {
					l.tell(Active, "AA")
				}
			}
		}
		l.object(v)
	}
}

// acting looks at what stands where readers look for an action, or for several.
func (l *loud) acting(o types.Object) {
	d := l.doc.Dict(o)
	kind := l.kind(d)
	switch {
	case kind == "" || slices.Contains(quietActions, kind):
	case kind == "Named" && slices.Contains(quietNames, l.doc.Name(d["N"])):
	case !slices.Contains(loudActions, kind) || d["P"] != nil: // else dict tells it
		l.tell(Active, clip(kind))
	}
	for _, e := range l.doc.Array(o) {
		if d := l.doc.Dict(e); l.kind(d) != "" {
			l.acting(e)
		}
	}
}

// kind is the kind of an action; "" where there is none.
func (l *loud) kind(d types.Dict) string {
	if d["S"] == nil {
		return ""
	}
	return l.doc.Name(d["S"])
}

// address looks at where an address leads.
func (l *loud) address(o types.Object) {
	raw, ok := l.doc.String(o)
	if !ok {
		l.tell(ActiveAddress, "?")
		return
	}
	if scheme, quiet := quietAddress(string(raw)); !quiet {
		l.tell(ActiveAddress, clip(scheme))
	}
}

// quietAddress reports whether an address has one of the schemes that a report may lead to, or none at all, also once
// it is decoded; and what stands for its scheme.
func quietAddress(uri string) (string, bool) {
	for range 3 {
		uri = strings.Map(func(r rune) rune {
			if r == unicode.ReplacementChar || unicode.IsSpace(r) || !unicode.IsPrint(r) {
				return -1
			}
			return r
		}, uri)
		scheme, _, absolute := strings.Cut(uri, ":")
		if absolute && slices.Contains(quietSchemes, strings.ToLower(scheme)) {
			return scheme, true
		}
		if absolute && !strings.ContainsAny(scheme, `/?#\`) {
			return scheme, false
		}
		if len(uri) > 1 && strings.ContainsRune(`/\`, rune(uri[0])) && strings.ContainsRune(`/\`, rune(uri[1])) {
			return "//", false
		}
		decoded, err := url.PathUnescape(uri)
		if err != nil || decoded == uri {
			return "", true
		}
		uri = decoded
	}
	return "%", false
}

// clip is a word of the file that is short enough to be told.
func clip(word string) string { return word[:min(len(word), 40)] }
