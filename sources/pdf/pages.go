package pdf

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Rect is a rectangle in user space, normalised: X0 <= X1, Y0 <= Y1.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Page is one page of a document.
type Page struct {
	Dict     types.Dict // a copy with the inherited attributes in it and without /Parent; see Document.Page
	Number   int        // object number, 0 if the page is a direct object
	MediaBox Rect       // Letter when the file gives none
	CropBox  Rect       // within MediaBox; MediaBox when the file gives none or one outside
	Rotate   int        // 0, 90, 180 or 270, clockwise
	UserUnit float64    // size of a unit in 1/72 inch, mostly 1
	Odd      []Oddity   // what its boxes say that makes no sense
}

// letter is what readers assume where no MediaBox stands (it is required, ISO 32000-1 table 30).
var letter = Rect{0, 0, 612, 792}

var inherited = [4]string{"Resources", "MediaBox", "CropBox", "Rotate"}

// handedDown is what a page inherits of those.
type handedDown [len(inherited)]types.Object

// walk flattens the page tree; it reports false when the tree is not as it should be (a loop, a kid that is none, a
// Count that lies) and an error when there are too many pages.
func (d *Document) walk() (sound bool, err error) {
	w := pageWalk{d: d, seen: map[int]bool{}, sound: true}
	root := d.Catalog()["Pages"]
	w.node(root, &handedDown{}, 0)
	if w.many {
		return false, fault(TooLarge, "more pages than a report can hold")
	}
	d.pages, d.handed = w.pages, w.handed
	d.count = -1
	if n, ok := d.Int(d.Dict(root)["Count"]); ok {
		d.count = n
	}
	if d.count < 0 || d.count > maxNumber { // no file has so many: nothing is promised
		d.count = -1
	}
	if d.count != len(d.pages) {
		w.sound = false
	}
	d.byNum = make(map[int]int, len(d.pages))
	for i, p := range d.pages {
		if _, dup := d.byNum[p.Number]; !dup && p.Number > 0 {
			d.byNum[p.Number] = i
		}
	}
	return w.sound, nil
}

type pageWalk struct {
	d     *Document
	seen  map[int]bool // nodes that have kids: each is entered once, so that work is bounded by the file's size
	pages []Page
	sound bool
	many  bool

	handed []*handedDown // of pages that are passing, one for all that have a parent in common
}

func (w *pageWalk) node(o types.Object, above *handedDown, depth int) {
	d := w.d
	dict, ok := d.Resolve(o).(types.Dict)
	if !ok || depth > maxTreeDepth || w.many {
		w.sound = false
		n, deep := RefNumber(o), depth > maxTreeDepth
		if n > 0 && d.order != nil && !w.seen[n] && d.Object(n) == nil && !deep && !w.many {
			w.seen[n] = true
			for _, k := range d.orphans(n) {
				w.node(k, above, depth+1)
			}
		}
		return
	}
	kind := d.Name(dict["Type"])
	kids, is := d.Resolve(dict["Kids"]).(types.Array)
	if !is && d.Dict(dict["Kids"]) != nil { // one kid without its brackets
		kids, is = types.Array{dict["Kids"]}, true
		w.sound = false
	}
	if is && kind != "Page" {
		n := RefNumber(o)
		if n > 0 && w.seen[n] {
			w.sound = false
			return
		}
		w.seen[n] = true
		from := d.handDown(dict, above)
		for _, k := range kids {
			w.node(k, from, depth+1)
		}
		return
	}
	if kind == "Pages" || kind == "Catalog" || depth == 0 && kind != "Page" {
		w.sound = false
		return
	}
	if len(w.pages) >= MaxPages {
		w.many = true
		return
	}
	p := d.page(RefNumber(o), dict, above)
	if d.passing {
		w.handed = append(w.handed, above)
		if p.Number > 0 {
			p.Dict = nil
		}
	}
	w.pages = append(w.pages, p)
}

// handDown is what stands in a node of the page tree for the pages below it, or above it and is handed on.
func (d *Document) handDown(dict types.Dict, above *handedDown) *handedDown {
	from := *above
	for i, k := range inherited {
		if v, has := dict[k]; has && d.Resolve(v) != nil {
			from[i] = v
		}
	}
	return &from
}

// page makes one page of its dictionary and what it inherits.
func (d *Document) page(n int, dict types.Dict, above *handedDown) Page {
	p := Page{Dict: d.pageDict(dict, above), Number: n, MediaBox: letter, UserUnit: 1}
	d.boxes(&p)
	return p
}

// pageDict is a page's dictionary, with what it inherits.
func (d *Document) pageDict(dict types.Dict, above *handedDown) types.Dict {
	c := make(types.Dict, len(dict)+2)
	for k, v := range dict {
		if k != "Parent" {
			c[k] = v
		}
	}
	for i, v := range d.handDown(dict, above) {
		if v != nil {
			c[inherited[i]] = v
		}
	}
	return c
}

// Page is page i of Pages, from 0, with its dictionary. In a report on disk that is read anew each time: held of all
// its pages they would take some 3,000 bytes each.
func (d *Document) Page(i int) Page {
	p := d.pages[i]
	if p.Dict == nil {
		p.Dict = d.pageDict(d.Dict(d.Object(p.Number)), d.handed[i])
	}
	return p
}

// PageIndex is the index in Pages of the page with that object number.
func (d *Document) PageIndex(number int) (int, bool) {
	i, ok := d.byNum[number]
	return i, ok
}

// tooMuchContent guards all that is done page by page: a small file can name one large stream on each of its pages,
// and many times.
func (d *Document) tooMuchContent() bool {
	bytes, streams := 0, 0
	for _, p := range d.pages {
		switch v := d.Resolve(p.Dict["Contents"]).(type) {
		case types.StreamDict:
			bytes += len(v.Raw)
			streams++
		case types.Array:
			for _, o := range v {
				if s, ok := d.Resolve(o).(types.StreamDict); ok {
					bytes += len(s.Raw)
				}
				if streams++; streams > maxContentStreams {
					return true
				}
			}
		}
		if bytes > maxContentBytes {
			return true
		}
	}
	return false
}

// Contents lists the streams of the page's /Contents in order; what is no stream there is passed over.
func (d *Document) Contents(p Page) []types.StreamDict {
	switch v := d.Resolve(p.Dict["Contents"]).(type) {
	case types.StreamDict:
		return []types.StreamDict{v}
	case types.Array:
		var out []types.StreamDict
		for _, o := range v {
			if s, ok := d.Resolve(o).(types.StreamDict); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// ContentNumbers are the object numbers of what /Contents names, in order, 0 for what is no object of its own. ok is
// false when /Contents is neither a stream nor a list; that each is a stream shows when it is read.
func (d *Document) ContentNumbers(p Page) (numbers []int, ok bool) {
	o := p.Dict["Contents"]
	switch v := d.Resolve(o).(type) {
	case nil:
		return nil, o == nil
	case types.StreamDict:
		return []int{RefNumber(o)}, true
	case types.Array:
		for _, e := range v {
			numbers = append(numbers, RefNumber(e))
		}
		return numbers, true
	}
	return nil, false
}

// ContentHash is the ledger's content_sha256 of a page, in hexadecimal: SHA-256 over its content streams, decrypted
// and still encoded, each preceded by its length as 8 bytes, big-endian.
func (d *Document) ContentHash(p Page) string {
	h := sha256.New()
	for _, s := range d.Contents(p) {
		writeLength(h, int64(len(s.Raw)))
		h.Write(s.Raw)
	}
	return hex.EncodeToString(h.Sum(nil))
}
