package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// A tie leads back from an object to the one that holds it, or to its neighbour before. Following it would make all of
// a tree part of each of its branches, so of what it leads to only the object itself is looked at, and nothing beyond.
// Whether a key is a tie depends on the dictionary that has it: a font or a picture may be named P, and a colour space
// S beside it may be a name, but one of few.

// IsTie reports whether an entry of a dictionary is a tie.
func IsTie(d types.Dict, key string) bool {
	switch key {
	case "Parent": // of a page, an item of the outline, a field, a window (ISO 32000-1, tables 30, 153, 220, 183)
		return isName(d["Type"], "Page", "Pages") || isString(d["Title"]) || isName(d["Subtype"], "Widget", "Popup") ||
			isString(d["T"]) || isName(d["FT"], "Btn", "Tx", "Ch", "Sig")
	case "P": // of an element of the structure, an annotation (tables 323, 164)
		_, rect := d["Rect"].(types.Array)
		return isOther(d["S"]) || isOther(d["Subtype"]) && rect
	case "Prev", "Last": // of an item of the outline, or of all of it (tables 152, 153)
		_, count := d["Count"].(types.Integer)
		return isString(d["Title"]) || isName(d["Type"], "Outlines") || count
	}
	return false
}

// isName reports whether an object is a name, one of those given if any are.
func isName(o types.Object, names ...types.Name) bool {
	n, ok := o.(types.Name)
	for _, name := range names {
		if n == name {
			return true
		}
	}
	return ok && len(names) == 0
}

// isOther reports whether an object is a name that is no colour space by itself (8.6.3).
func isOther(o types.Object) bool {
	return isName(o) && !isName(o, "DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern")
}

func isString(o types.Object) bool {
	switch o.(type) {
	case types.StringLiteral, types.HexLiteral:
		return true
	}
	return false
}
