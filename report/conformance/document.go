package conformance

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// linked is a unit that is linked by itself, in memory: a document of its pages, with a catalog, a page tree and a
// structure tree as the linker would give it. What the report would add is missing, or stands as ours.
type linked struct {
	*pdf.Document
	u       *unit.Unit
	file    []byte // the original's
	numbers numbers
	ours    map[int]bool         // fonts of the report
	made    map[int]types.Object // what the linker would write
	kept    map[int]types.Object // objects of the unit that were read last
	buf     []byte               // of what is being read
	write   func(b []byte, s unit.Symbol) []byte
}

// mostKept is how many objects of the unit are kept as they were read, so that those that are asked for again and
// again, fonts and resources, are not read anew each time. An original may have a million.
const mostKept = 20_000

// numbers are the first object numbers of each kind of thing in a linked unit.
type numbers struct{ pages, objects, fonts, substitutes, files, links int }

// The numbers of what there is one of.
const (
	catalogNumber = 1 + iota
	treeNumber
	rootNumber
	entryNumber
	firstNumber
)

// link links a unit. file is the original's, contents what was read of its content streams.
func link(u *unit.Unit, file []byte, contents *pdf.Contents) (*linked, error) {
	l := &linked{u: u, file: file, ours: map[int]bool{}, made: map[int]types.Object{}, kept: map[int]types.Object{}}
	l.write = l.fill
	n := &l.numbers
	n.pages = firstNumber
	n.objects = n.pages + len(u.Pages)
	n.fonts = n.objects + len(u.Objects)
	n.substitutes = n.fonts + len(u.Fonts)
	n.files = n.substitutes + len(u.Substitutes)
	n.links = n.files + len(u.Attachments)
	var kids types.Array
	for i := range u.Pages {
		d, ok := l.parse(&u.Pages[i].Piece).(types.Dict)
		if !ok {
			return nil, fmt.Errorf("page %d of the unit is no dictionary", i+1)
		}
		d["Parent"] = ref(treeNumber)
		l.made[n.pages+i] = d
		kids = append(kids, ref(n.pages+i))
	}
	for i := range u.Fonts {
		l.made[n.fonts+i] = types.Dict{"Type": types.Name("Font"), "Subtype": types.Name("Type0")}
		l.ours[n.fonts+i] = true
	}
	for i := range u.Substitutes {
		l.made[n.substitutes+i] = types.Dict{"Type": types.Name("Font"), "Subtype": types.Name("CIDFontType2")}
	}
	for i := range u.Attachments { // filed as the linker files them
		l.made[n.files+i] = types.Dict{"Type": types.Name("Filespec")}
	}
	for i := range u.Links {
		l.made[n.links+i] = types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("Link")}
	}
	l.made[treeNumber] = types.Dict{"Type": types.Name("Pages"), "Kids": kids, "Count": types.Integer(len(kids))}
	l.made[catalogNumber] = l.catalog()
	l.made[rootNumber] = l.root()
	l.made[entryNumber] = l.entry()
	d, err := pdf.Made(file, contents, l.numbered)
	if err == nil && len(d.Pages()) != len(u.Pages) {
		err = fmt.Errorf("the unit has %d pages, linked %d", len(u.Pages), len(d.Pages()))
	}
	l.Document = d
	return l, err
}

// numbered gives the object with a number, those of the unit as they are asked for.
func (l *linked) numbered(n int) types.Object {
	i := n - l.numbers.objects
	if i < 0 || i >= len(l.u.Objects) {
		return l.made[n]
	}
	if o, known := l.kept[n]; known {
		return o
	}
	if len(l.kept) >= mostKept {
		clear(l.kept)
	}
	o := l.read(&l.u.Objects[i])
	l.kept[n] = o
	return o
}

// read reads an object of the unit.
func (l *linked) read(o *unit.Object) types.Object {
	if !o.Stream {
		return l.parse(&o.Piece)
	}
	l.buf = append(o.Append(append(l.buf[:0], "<<"...), l.write), ">>"...)
	d, _ := parsed(l.buf).(types.Dict)
	return types.StreamDict{Dict: d, Raw: o.Bytes(l.file)}
}

// standing is the open font that an object stands for, in the place of one that the file does not hold; nil for any
// other object.
func (l *linked) standing(o types.Object) *unit.Substitute {
	if i := pdf.RefNumber(o) - l.numbers.substitutes; i >= 0 && i < len(l.u.Substitutes) {
		return &l.u.Substitutes[i]
	}
	return nil
}

func ref(n int) types.IndirectRef { return *types.NewIndirectRef(n, 0) }

// parse reads a piece with its holes filled.
func (l *linked) parse(p *unit.Piece) types.Object {
	l.buf = p.Append(l.buf[:0], l.write)
	return parsed(l.buf)
}

// parsed is the object that stands in b, of which it keeps nothing; nil where there is none.
func parsed(b []byte) types.Object {
	o, _, err := pdf.ParseObject(b, 0)
	if err != nil {
		return nil
	}
	return o
}

func (l *linked) catalog() types.Dict {
	d := types.Dict{"Type": types.Name("Catalog"), "Pages": ref(treeNumber), "StructTreeRoot": ref(rootNumber)}
	if l.u.Form.Root > 0 {
		d["AcroForm"] = types.Dict{"Fields": types.Array{ref(l.local(l.u.Form.Root))}}
	}
	return d
}

// root is the structure tree's, with the roles, classes and parent tree of the unit.
func (l *linked) root() types.Dict {
	roles, classes := types.Dict{}, types.Dict{}
	for _, r := range l.u.Roles {
		roles[r.Name] = types.Name(r.Standard)
	}
	for i := range l.u.Classes {
		classes[l.u.Classes[i].Name] = l.parse(&l.u.Classes[i].Value)
	}
	var nums types.Array
	for k := range l.u.Keys {
		nums = append(nums, types.Integer(k), l.parse(&l.u.Keys[k]))
	}
	return types.Dict{"Type": types.Name("StructTreeRoot"), "K": types.Array{ref(entryNumber)}, "RoleMap": roles,
		"ClassMap": classes, "ParentTree": types.Dict{"Nums": nums}}
}

// entry is the element of the run.
func (l *linked) entry() types.Dict {
	d := types.Dict{"S": types.Name("Part"), "P": ref(rootNumber)}
	b := append(l.u.Roots.Append([]byte("["), l.fill), ']')
	if kids, _, err := pdf.ParseObject(b, 0); err == nil {
		d["K"] = kids
	}
	return d
}

// local is the number here of a local one.
func (l *linked) local(local int) int {
	if local == 0 {
		return entryNumber
	}
	return l.numbers.objects + local - 1
}

// fill writes what a symbol means here.
func (l *linked) fill(b []byte, s unit.Symbol) []byte {
	i, n := s.Index, &l.numbers
	switch s.Kind {
	case unit.Local:
		return syntax.AppendRef(b, l.local(i))
	case unit.PageRef:
		return syntax.AppendRef(b, n.pages+i)
	case unit.PageNode:
		return syntax.AppendRef(b, treeNumber)
	case unit.ParentKey, unit.LayerNumber:
		return syntax.AppendInt(b, i)
	case unit.RoleName:
		return syntax.AppendName(b, l.u.Roles[i].Name)
	case unit.ClassName:
		return syntax.AppendName(b, l.u.Classes[i].Name)
	case unit.IDString:
		return syntax.AppendString(b, []byte(l.u.IDs[i].Name))
	case unit.LinkRef:
		return syntax.AppendRef(b, n.links+i)
	case unit.BoxRect:
		return append(b, "0 0 9 9"...)
	case unit.FileSpec:
		return syntax.AppendRef(b, n.files+i)
	case unit.FrameBoxes:
		return l.u.Pages[i].Frame.Received.Append(b, l.fill)
	case unit.FormName:
		return syntax.AppendText(b, "form")
	case unit.FormResource:
		return syntax.AppendName(b, l.u.Form.Resources[i].Name)
	case unit.FontReading:
		return syntax.AppendRef(b, n.fonts+i)
	case unit.SubstituteFont:
		return syntax.AppendRef(b, n.substitutes+i)
	case unit.InkName: // two inks of a name have two in the report
		return syntax.AppendName(b, l.u.Inks[i].Name+" "+l.u.Inks[i].Sum)
	case unit.Said: // the report has words for it
		return syntax.AppendText(b, "said in the report's words")
	case unit.SaidLang:
		return syntax.AppendText(b, "und")
	case unit.HeadingType:
		return syntax.AppendInt(append(b, "/H"...), min(i, 6))
	case unit.Associated: // entries, which the linker writes
		return b
	}
	return append(b, "null"...) // Dress, Stamp, Shared: what the report prints
}
