package unit

import (
	"reflect"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// stampName begins the name under which a page finds its stamp among its XObjects.
const stampName = "ReportStamp"

// stamping is how the pages of an original find their stamps. Pages that share a resource dictionary go on sharing one,
// with a stamp for each of them in it: written out page by page, a dictionary of all pictures of a scan would make the
// report grow with the square of its pages.
type stamping struct {
	pages map[any][]int          // pages of the unit that share resources
	made  map[any]*stampedShared // by what they share
}

// stampedShared is the resource dictionary that several stamped pages share.
type stampedShared struct {
	number int
	dict   types.Dict
	prefix string // of the stamps' names; the page's number in the unit, from 1, stands behind it
}

// planStamps finds out which pages share resources.
func (s *source) planStamps() {
	s.stamps = stamping{pages: map[any][]int{}, made: map[any]*stampedShared{}}
	pages := s.doc.Pages()
	for k, i := range s.original.taken {
		if at := sharing(pages[i]); at != nil {
			s.stamps.pages[at] = append(s.stamps.pages[at], k)
		}
	}
}

// sharing tells the resource dictionaries of pages apart: by their object, or, where pages inherit a direct one, by its
// identity; nil where a page has none.
func sharing(p pdf.Page) any {
	o := p.Dict["Resources"]
	if n := pdf.RefNumber(o); n > 0 {
		return n
	}
	if d, ok := o.(types.Dict); ok && d != nil {
		return reflect.ValueOf(d).Pointer()
	}
	return nil
}

// stamped gives the resources of page k of the unit with its stamp in them, and the stamp's name there.
func (s *source) stamped(k int, p pdf.Page, resources types.Dict) (string, types.Object) {
	at := sharing(p)
	if len(s.stamps.pages[at]) < 2 {
		name := freeName(s.doc.Dict(resources["XObject"]))
		return name, s.withStamps(resources, map[string]int{name: k})
	}
	shared := s.stamps.made[at]
	if shared == nil {
		shared = &stampedShared{number: s.u.alloc(), prefix: freeName(s.doc.Dict(resources["XObject"])) + "."}
		s.stamps.made[at] = shared
		stamps := map[string]int{}
		for _, page := range s.stamps.pages[at] {
			stamps[shared.name(page)] = page
		}
		shared.dict = s.withStamps(resources, stamps)
		s.later = append(s.later, laterObject{shared.number, shared.dict, toResources})
	}
	if spaces := s.doc.Dict(resources["ColorSpace"]); spaces[defaultInks] != nil { // one of the pages names inks
		shared.dict["ColorSpace"] = spaces
	}
	return shared.name(k), symbol{Local, shared.number}
}

func (s *stampedShared) name(page int) string {
	return string(syntax.AppendInt([]byte(s.prefix), page+1))
}

// freeName is a name that begins no other among the XObjects.
func freeName(used types.Dict) string {
	name := stampName
	for i := 2; used[name] != nil || used[name+".1"] != nil; i++ {
		name = string(syntax.AppendInt([]byte(stampName), i))
	}
	return name
}

// withStamps is resources with stamps among the XObjects, by name, each of a page of the unit: copies, for dictionaries
// may be shared with others.
func (s *source) withStamps(resources types.Dict, stamps map[string]int) types.Dict {
	r := make(types.Dict, len(resources)+1)
	for k, v := range resources {
		r[k] = v
	}
	x := types.Dict{}
	for k, v := range s.doc.Dict(resources["XObject"]) {
		x[k] = v
	}
	for name, page := range stamps {
		x[name] = symbol{Stamp, page}
	}
	r["XObject"] = x
	return r
}
