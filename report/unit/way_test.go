package unit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// keysOfOthers are the keys that mean something to us in some dictionary, and may all be names of resources.
var keysOfOthers = strings.Fields(`TR TR2 HTP StructParent StructParents P Parent Prev Next Last First S FT T Title
	Type Subtype Rect Count Kids AA A AF EF RF F FS Dest Popup IRT NM AP AS D N R JS OPI Ref PS Subtype2 Alternates 
	Interpolate Metadata CIDSet CharSet Encoding Font FontDescriptor ActualText SV Lock Resources DR
	ExtGState ColorSpace XObject
	CharProcs Colorants PieceInfo Length Filter DecodeParms Crypt OC K Pg Obj Names Contents Group PatternType Shading`)

// resourcesOfOthers are resources of each category, with a number in them by which they are known again.
var resourcesOfOthers = map[string]string{
	"Font":       "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/X %d>>",
	"XObject":    "<</Subtype/Form/BBox[0 0 9 9]/X %d>> stream:0 0 m",
	"ExtGState":  "<</CA 0.5/TR/Identity/X %d>>",
	"ColorSpace": "[/Indexed/DeviceRGB 0<000000>%d]",
	"Pattern":    "<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray>>/ExtGState<</CA 1/HTP 1>>/X %d>>",
	"Shading":    "<</ShadingType 2/ColorSpace/DeviceGray/X %d>>",
	"Properties": "<</X %d>>",
}

// TestNamesOfResources gives resources of every category every name that is a key elsewhere: alone, and all at once,
// in a dictionary that stands in its place and in an object of its own, and with colour spaces that are names.
func TestNamesOfResources(t *testing.T) {
	sets := [][]string{keysOfOthers}
	for _, name := range keysOfOthers {
		sets = append(sets, []string{name})
	}
	for _, category := range pdf.SortedKeys(asDict(resourcesOfOthers)) {
		for _, names := range sets {
			for _, form := range []string{"here", "apart", "below"} {
				title := fmt.Sprintf("%s/%s%d%s", category, names[0], len(names), form)
				t.Run(title, func(t *testing.T) { namesKept(t, category, form, names) })
			}
		}
	}
}

func asDict(m map[string]string) types.Dict {
	d := types.Dict{}
	for k := range m {
		d[k] = nil
	}
	return d
}

// namesKept builds an original of resources with names, and looks for each of them in its unit.
func namesKept(t *testing.T, category, form string, names []string) {
	list, more := "<<", []string{}
	for i, name := range names {
		list += fmt.Sprintf("/%s %d 0 R", name, 7+i)
		more = append(more, fmt.Sprintf(resourcesOfOthers[category], 1000+i))
	}
	if list += ">>"; form != "here" {
		more, list = append([]string{list}, more...), "6 0 R"
	} else {
		more = append([]string{"null"}, more...)
	}
	resources := "<</" + category + " " + list + ">>"
	if form == "below" {
		more = append(more, "<</Subtype/Form/BBox[0 0 9 9]/Resources"+resources+">> stream:0 0 m")
		resources = fmt.Sprintf("<</XObject<</Below %d 0 R>>>>", 6+len(more)-1)
	}
	u := unitOf(t, originalOf("", "/Resources"+resources, more...))
	page := parsedPiece(t, &u.Pages[0].Piece)
	got := follow(t, u, page["Resources"])
	if form == "below" {
		below := follow(t, u, follow(t, u, got.(types.Dict)["XObject"]).(types.Dict)["Below"])
		got = follow(t, u, below.(types.Dict)["Resources"])
	}
	kept, _ := follow(t, u, got.(types.Dict)[category]).(types.Dict)
	for i, name := range names {
		switch v := follow(t, u, kept[name]).(type) {
		case types.Dict:
			if v["X"] != types.Integer(1000+i) || v["TR"] != nil {
				t.Errorf("%s is %v", name, v)
			}
			if state, _ := v["ExtGState"].(types.Dict); category == "Pattern" && (state == nil || state["HTP"] != nil) {
				t.Errorf("the state of pattern %s is %v", name, v)
			}
		case types.Array:
			if v[4] != types.Integer(1000+i) {
				t.Errorf("%s is %v", name, v)
			}
		default:
			t.Errorf("%s is lost: %v", name, kept[name])
		}
	}
}

// parsedPiece reads a dictionary of a unit; a reference to a local object has its number.
func parsedPiece(t *testing.T, p *Piece) types.Dict {
	t.Helper()
	fill := func(b []byte, s Symbol) []byte {
		if s.Kind != Local {
			return append(b, " null"...)
		}
		return fmt.Appendf(b, "%d 0 R", s.Index)
	}
	o, _, err := pdf.ParseObject(p.Append(nil, fill), 0)
	if d, ok := o.(types.Dict); ok && err == nil {
		return d
	}
	return types.Dict{"": o}
}

// follow is what an object of a unit is, or what it refers to.
func follow(t *testing.T, u *Unit, o types.Object) types.Object {
	t.Helper()
	n := pdf.RefNumber(o)
	if n == 0 {
		return o
	}
	piece := u.Objects[n-1].Piece
	if u.Objects[n-1].Stream {
		piece.Bytes = append([]byte("<<"), append(piece.Bytes[:len(piece.Bytes):len(piece.Bytes)], ">>"...)...)
		piece.Patches = append([]Patch(nil), piece.Patches...)
		for i := range piece.Patches {
			piece.Patches[i].At += 2
		}
	}
	d := parsedPiece(t, &piece)
	if a, ok := d[""].(types.Array); ok {
		return a
	}
	return d
}

// TestTiesAndSpaces has colour spaces that are names beside one that is named as a tie.
func TestTiesAndSpaces(t *testing.T) {
	for _, space := range []string{"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"} {
		d := types.Dict{"S": types.Name(space), "FT": types.Name(space), "Subtype": types.Name(space),
			"Type": types.Name(space), "Rect": types.Array{}}
		for _, key := range []string{"P", "Parent", "Prev", "Last"} {
			if pdf.IsTie(d, key) {
				t.Errorf("with colour spaces %s, %s is taken for a tie", space, key)
			}
		}
	}
	if !pdf.IsTie(types.Dict{"S": types.Name("P")}, "P") || !pdf.IsTie(types.Dict{"FT": types.Name("Tx")}, "Parent") {
		t.Error("the ties of elements and fields are none any more")
	}
}
