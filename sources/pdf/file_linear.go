package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// headOf is how far from the start of a linearized file the object stands that says so (ISO 32000-1, F.3.1).
const headOf = 1 << 10

// linearized is the dictionary of a linearized file's parameters; nil where it is not linearized.
func (f *File) linearized() types.Dict {
	head, err := f.in.piece(0, int(min(headOf, f.in.size)), nil)
	if err != nil {
		return nil
	}
	for i := range head {
		if head[i] != '\n' && head[i] != '\r' {
			continue
		}
		in, err := parseIndirect(head, i)
		if err != nil {
			continue
		}
		if d, ok := in.Object.(types.Dict); ok && d["Linearized"] != nil {
			return d
		}
		return nil
	}
	return nil
}

// Hints reports whether a stream of the file is the one that says where a linearized file's objects stand.
func (f *File) Hints(s types.StreamDict) bool {
	if s.Dict["S"] == nil || s.Dict["Type"] != nil {
		return false
	}
	a, _ := f.linearized()["H"].(types.Array)
	if len(a) < 2 {
		return false
	}
	from, _ := a[0].(types.Integer)
	length, _ := a[1].(types.Integer)
	return s.StreamOffset >= int64(from) && s.StreamOffset < int64(from)+int64(length)
}
