package unit

import (
	"rapporteur/fonts"
	"rapporteur/layout"
)

// Unit is a run of the report, ready to be linked. Numbers of objects are local: 1 is Objects[0], and 0 the run's own
// structure element, which the linker writes.
type Unit struct {
	Objects     []Object
	Pages       []Page
	Resources   Piece // entries of the resource dictionary that the pages of a typeset run share, but Font
	Fonts       []Font
	Roots       Piece   // kids of the run's own structure element
	Keys        []Piece // the unit's entries of the parent tree, in order
	IDs         []ID
	Roles       []Role
	Classes     []Class
	Boxes       []Box
	Links       []Link
	Anchors     []Anchor
	Outline     []Bookmark
	Layers      Layers
	Attachments []Attachment
	Sayings     []Saying
	Substitutes []Substitute
	Inks        []Ink
	Form        Form
	Facts       Facts
	Findings    []Finding
	Mended      []Finding
}

// Object is an object with its holes. Of a stream the piece holds the entries of its dictionary but Length, without
// brackets; what a stream refers to stands before it, other streams above all, so that equal ones are found to be
// equal.
type Object struct {
	Piece
	Stream bool
	Data   []byte // of a stream: its encoded bytes; nil where they stand in the original
	// Offset and Length say where in the original's file the bytes stand that Data does not hold.
	Offset, Length int64
}

// Bytes gives the encoded bytes of a stream. original is the file that the unit was made from.
func (o *Object) Bytes(original []byte) []byte {
	if o.Data != nil || o.Length == 0 {
		return o.Data
	}
	if o.Offset < 0 || o.Length < 0 || o.Offset > int64(len(original)) || o.Length > int64(len(original))-o.Offset {
		return nil // of another file than the unit was made from: the linker compares sums of files
	}
	return original[o.Offset : o.Offset+o.Length]
}

// Page is a page: its dictionary. Texts has, of a typeset page, the beginning of the sum of the letters in each of its
// marks, in order: enough to say where something else stands. Shown and what follows is of an original's.
// Content is the ledger's sum of an original's content streams, "" on typeset pages.
type Page struct {
	Piece
	Texts    string
	Shown    Shown
	Content  string
	Brackets Brackets  // of a page that will be stamped, or has no tags
	Foot     []Painted // what is painted where its stamp may stand
	Frame    Frame     // its boxes, where the linker may widen them
	Picture  Picture
}

// Font is a font in one reading: under the resource name Name each of its glyphs stands for one text.
type Font struct {
	Key    string // of the font, by content
	Name   string // without the slash
	Glyphs []Glyph
}

// Glyph is a glyph that is used, and the text that it stands for.
type Glyph struct {
	ID   fonts.GID
	Text string
}

// ID is an identifier of a structure element within the run; the linker makes it unique in the report.
type ID struct {
	Name    string
	Element int // local; 0 where an element is spoken of that is not in the report
}

// Role is a structure type that is not a standard one, and the standard one that it stands for.
type Role struct{ Name, Standard string }

// Ink is a colour of its own (ISO 32000-1, 8.6.6.4): its name, and the sum of what it looks like.
type Ink struct{ Name, Sum string }

// Class is a class of structure attributes: its name in the run and its value.
type Class struct {
	Name  string
	Value Piece
}

// Box is a rectangle on a typeset page: from its top left corner, in the frame's coordinates, y down.
type Box struct {
	Page                int
	X, Y, Width, Height layout.Length
}

// Link is a link annotation of a typeset run.
type Link struct {
	Box    int // index into Boxes
	Target string
	Text   string
	Key    int // index into Keys; -1 where no element has the link
}

// Anchor is a place that a link can lead to. X and Y are the frame's, y down. Mark is the identifier of the first mark
// of its page that begins behind it, and Text the sum of what stands from there to the next anchor, over the sums of
// the texts of the marks.
type Anchor struct {
	ID   string
	Page int
	X, Y layout.Length
	Mark int
	Text string
}

// Bookmark is an item of the outline: of a typeset run with its Target, of an original with its own entries, a
// destination or an action and the item's look. Levels count within the run.
type Bookmark struct {
	Level  int
	Title  string
	Target string
	Entry  Piece
	Closed bool
}

// Layers are the optional content groups of an original (ISO 32000-1, 8.11), and how they are listed.
type Layers struct {
	Groups []Layer
	Order  Piece
	Locked Piece
	Radios Piece
}

// Layer is a group and its default state.
type Layer struct {
	Object int
	Hidden bool
}

// Form is the interactive form of an original (ISO 32000-1, 12.7): the object above its fields, whose name is the
// linker's, and what the fields take their fonts from by name.
type Form struct {
	Root      int // local; 0 where no field is in the report
	Resources []Resource
	ToSign    bool // a field waits for a signature
}

// Resource is an entry of a form's default resources, which have one namespace in the report.
type Resource struct {
	Category, Name string // "Font", and the name there as received
	Sum            string // of all that it consists of: equal resources may be one; "" where it is like no other
	Value          Piece
}

// FormFacts are what is promised of a form. Sum is over the names, values, states and places of its widgets, in order.
type FormFacts struct {
	Widgets, Fields int
	Sum             string
	Flat            bool // its widgets are pictures of what they showed
}

// Facts are what an original says of itself, and what a delegation may want to know of the file that it handed in.
type Facts struct {
	Title, Lang      string
	Encrypted        bool
	Tagged           bool
	Layers           int
	FontsNotEmbedded []string
	Scans            []int  // pages, from 1, that are pictures without text
	Format           string // of a file that is no PDF: JPEG, PNG, TIFF
	Signatures       int    // fields that were signed
	Form             FormFacts
}

// Targets are the ids that the unit's links lead to, by page, one a rectangle.
func (u *Unit) Targets() [][]string {
	ids := make([][]string, len(u.Pages))
	for i := range u.Links {
		if t := u.Links[i].Target; len(t) > 1 && t[0] == '#' {
			page := u.Boxes[u.Links[i].Box].Page
			ids[page] = append(ids[page], t[1:])
		}
	}
	return ids
}
