package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Made gives the document of objects that were not read but made, for a file that is no PDF and is to be taken as one:
// object 1 is the catalog, and makes gives the object with a number, an equal one each time, nil where there is
// none. Streams may hold slices of the file, and contents has what was read of those. The error is a *Fault.
func Made(file []byte, contents *Contents, makes func(n int) types.Object) (*Document, error) {
	d := &Document{data: file, contents: contents, source: makes, root: *types.NewIndirectRef(1, 0)}
	r, err := d.read(true)
	if err == nil && !r.sound {
		err = fault(Damaged, "the pages that were made are not sound")
	}
	return d, err
}
