package unit

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"rapporteur/sources/pdf"
	"sync"
)

// magic begins an encoded unit; its last byte is the version of the form.
const magic = "rapporteur unit\x04"

// ErrEncoding is bytes that are no encoded unit of this version, or a damaged one.
var ErrEncoding = errors.New("not an encoded unit")

// scratch is memory that units are encoded in: how long one becomes is known when it is.
var scratch = sync.Pool{New: func() any { return new([]byte) }}

// mostScratch is the most bytes of such memory that are kept for the next.
const mostScratch = 4 << 20

// Encode writes the unit as bytes, with no room to spare; the same unit gives the same bytes.
func (u *Unit) Encode() []byte {
	room := scratch.Get().(*[]byte)
	defer giveBack(room)
	*room = u.appendTo((*room)[:0])
	return bytes.Clone(*room)
}

// appendTo writes the unit behind b.
func (u *Unit) appendTo(b []byte) []byte {
	c := coder{writing: true, b: append(b, magic...)}
	u.code(&c)
	return c.b
}

// giveBack keeps scratch for the next unit.
func giveBack(room *[]byte) {
	if cap(*room) <= mostScratch {
		scratch.Put(room)
	}
}

// Decode reads what Encode has written. The unit shares the memory of b. The error is ErrEncoding.
func Decode(b []byte) (*Unit, error) {
	rest, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrEncoding)
	}
	c := coder{b: rest}
	u := &Unit{}
	u.code(&c)
	if c.bad || len(c.b) > 0 {
		return nil, fmt.Errorf("%w: it breaks off or goes on behind its end", ErrEncoding)
	}
	if fault := u.check(); fault != "" {
		return nil, fmt.Errorf("%w: %s", ErrEncoding, fault)
	}
	return u, nil
}

// coder goes through a value and writes or reads it: one walk says what both do, so that they cannot differ.
type coder struct {
	writing bool
	b       []byte // written, or still to be read
	bad     bool   // what was read is damaged
}

// uint codes a number that is not negative.
func (c *coder) uint(v uint64) uint64 {
	if c.writing {
		c.b = binary.AppendUvarint(c.b, v)
		return v
	}
	v, n := binary.Uvarint(c.b)
	if n <= 0 {
		c.bad, c.b = true, nil
		return 0
	}
	c.b = c.b[n:]
	return v
}

// number codes a number of any kind of integer.
func number[T ~int | ~int32 | ~int64 | ~uint8 | ~uint16](c *coder, v *T) {
	z := int64(*v)
	got := c.uint(uint64(z<<1) ^ uint64(z>>63))
	if !c.writing {
		z = int64(got>>1) ^ -int64(got&1)
		*v = T(z)
		c.bad = c.bad || int64(*v) != z
	}
}

func (c *coder) flag(v *bool) {
	n := uint64(0)
	if *v {
		n = 1
	}
	n = c.uint(n)
	*v = n == 1
	c.bad = c.bad || n > 1
}

func (c *coder) float(v *float64) { *v = math.Float64frombits(c.uint(math.Float64bits(*v))) }

// bytes codes a slice of bytes; nil and empty are kept apart, for they differ in an object.
func (c *coder) bytes(v *[]byte) {
	if c.writing {
		if *v == nil {
			c.uint(0)
			return
		}
		c.uint(uint64(len(*v)) + 1)
		c.b = append(c.b, *v...)
		return
	}
	n := c.uint(0)
	if n == 0 {
		*v = nil
		return
	}
	if n--; n > uint64(len(c.b)) {
		c.bad, c.b = true, nil
		return
	}
	*v, c.b = c.b[:n:n], c.b[n:]
}

func (c *coder) text(v *string) {
	b := []byte(*v)
	if c.bytes(&b); !c.writing {
		*v = string(b)
	}
}

// list codes a slice, one element after the other. least is the fewest bytes that an element takes, so that a damaged
// length asks for no more memory than there are bytes.
func list[T any](c *coder, v *[]T, least int, each func(*T)) {
	n := c.uint(uint64(len(*v)))
	if !c.writing {
		if n > uint64(len(c.b)/least) {
			c.bad, c.b = true, nil
			return
		}
		if n == 0 {
			*v = nil
			return
		}
		*v = make([]T, n)
	}
	for i := range *v {
		if c.bad {
			return
		}
		each(&(*v)[i])
	}
}

func (c *coder) piece(p *Piece) {
	c.bytes(&p.Bytes)
	last := 0
	list(c, &p.Patches, 3, func(h *Patch) {
		step := h.At - last
		number(c, &step)
		h.At = last + step
		last = h.At
		number(c, &h.Kind)
		number(c, &h.Index)
		c.bad = c.bad || step < 0 || h.At > len(p.Bytes) || h.Kind >= kinds || h.Index < 0
	})
}

func (c *coder) texts(v *[]string) { list(c, v, 1, c.text) }

func (c *coder) numbers(v *[]int) { list(c, v, 1, func(n *int) { number(c, n) }) }

// code walks through the unit. Whoever adds a field adds it here, and to no other place; a test finds the forgotten.
func (u *Unit) code(c *coder) {
	list(c, &u.Objects, 3, func(o *Object) {
		c.piece(&o.Piece)
		if c.flag(&o.Stream); !o.Stream {
			return
		}
		c.bytes(&o.Data)
		number(c, &o.Offset)
		number(c, &o.Length)
	})
	list(c, &u.Pages, 28, func(p *Page) {
		c.piece(&p.Piece)
		for _, v := range []*float64{&p.Shown.X0, &p.Shown.Y0, &p.Shown.X1, &p.Shown.Y1, &p.Shown.UserUnit} {
			c.float(v)
		}
		number(c, &p.Shown.Rotate)
		c.text(&p.Content)
		c.text(&p.Texts)
		number(c, &p.Picture.Width)
		number(c, &p.Picture.Height)
		c.float(&p.Picture.X)
		c.float(&p.Picture.Y)
		c.flag(&p.Picture.Given)
		c.text(&p.Picture.Sum)
		x := &p.Brackets
		list(c, &x.Extra, 6, func(m *pdf.Matrix) {
			for i := range m {
				c.float(&m[i])
			}
		})
		number(c, &x.Open)
		number(c, &x.Marks)
		c.flag(&x.Text)
		c.bytes(&x.Unfinished)
		number(c, &x.Ends)
		c.text((*string)(&x.As))
		number(c, &x.Mark)
		list(c, &p.Foot, 6, func(r *Painted) {
			for _, v := range []*int{&r.X0, &r.Y0, &r.X1, &r.Y1} {
				number(c, v)
			}
			c.flag(&r.Text)
			c.flag(&r.Over)
		})
		c.piece(&p.Frame.Received)
		list(c, &p.Frame.Boxes, 5, func(b *FrameBox) {
			c.text(&b.Name)
			for _, v := range []*float64{&b.X0, &b.Y0, &b.X1, &b.Y1} {
				c.float(v)
			}
		})
		c.flag(&p.Frame.Kept)
		c.flag(&p.Frame.HeadKept)
	})
	c.piece(&u.Resources)
	list(c, &u.Fonts, 3, func(f *Font) {
		c.text(&f.Key)
		c.text(&f.Name)
		list(c, &f.Glyphs, 2, func(g *Glyph) {
			number(c, &g.ID)
			c.text(&g.Text)
		})
	})
	c.piece(&u.Roots)
	list(c, &u.Keys, 2, c.piece)
	list(c, &u.IDs, 2, func(id *ID) {
		c.text(&id.Name)
		number(c, &id.Element)
	})
	list(c, &u.Roles, 2, func(r *Role) {
		c.text(&r.Name)
		c.text(&r.Standard)
	})
	list(c, &u.Classes, 3, func(k *Class) {
		c.text(&k.Name)
		c.piece(&k.Value)
	})
	list(c, &u.Boxes, 5, func(b *Box) {
		number(c, &b.Page)
		number(c, &b.X)
		number(c, &b.Y)
		number(c, &b.Width)
		number(c, &b.Height)
	})
	list(c, &u.Links, 4, func(l *Link) {
		number(c, &l.Box)
		c.text(&l.Target)
		c.text(&l.Text)
		number(c, &l.Key)
	})
	list(c, &u.Anchors, 6, func(a *Anchor) {
		c.text(&a.ID)
		number(c, &a.Page)
		number(c, &a.X)
		number(c, &a.Y)
		number(c, &a.Mark)
		c.text(&a.Text)
	})
	list(c, &u.Outline, 6, func(b *Bookmark) {
		number(c, &b.Level)
		c.text(&b.Title)
		c.text(&b.Target)
		c.piece(&b.Entry)
		c.flag(&b.Closed)
	})
	list(c, &u.Layers.Groups, 2, func(l *Layer) {
		number(c, &l.Object)
		c.flag(&l.Hidden)
	})
	c.piece(&u.Layers.Order)
	c.piece(&u.Layers.Locked)
	c.piece(&u.Layers.Radios)
	list(c, &u.Attachments, 11, func(a *Attachment) {
		number(c, &a.Stream)
		number(c, &a.Page)
		c.flag(&a.Marked)
		c.flag(&a.Whole)
		for _, v := range []*string{&a.Name, &a.Description, &a.MIME, &a.Relationship, &a.SHA256} {
			c.text(v)
		}
		number(c, &a.Size)
	})
	list(c, &u.Sayings, 3, func(s *Saying) {
		c.text(&s.What)
		number(c, &s.Page)
		c.text(&s.Name)
	})
	list(c, &u.Inks, 2, func(k *Ink) {
		c.text(&k.Name)
		c.text(&k.Sum)
	})
	list(c, &u.Substitutes, 2, func(s *Substitute) {
		c.text(&s.Key)
		list(c, &s.Glyphs, 4, func(g *WideGlyph) {
			number(c, &g.ID)
			c.text(&g.Text)
			c.float(&g.Width)
			c.float(&g.Own)
		})
	})
	number(c, &u.Form.Root)
	list(c, &u.Form.Resources, 5, func(r *Resource) {
		c.text(&r.Category)
		c.text(&r.Name)
		c.text(&r.Sum)
		c.piece(&r.Value)
	})
	c.flag(&u.Form.ToSign)
	c.text(&u.Facts.Title)
	c.text(&u.Facts.Lang)
	c.flag(&u.Facts.Encrypted)
	c.flag(&u.Facts.Tagged)
	number(c, &u.Facts.Layers)
	c.texts(&u.Facts.FontsNotEmbedded)
	c.numbers(&u.Facts.Scans)
	c.text(&u.Facts.Format)
	number(c, &u.Facts.Signatures)
	number(c, &u.Facts.Form.Widgets)
	number(c, &u.Facts.Form.Fields)
	c.text(&u.Facts.Form.Sum)
	c.flag(&u.Facts.Form.Flat)
	for _, l := range []*[]Finding{&u.Findings, &u.Mended} {
		list(c, l, 7, func(f *Finding) {
			c.text(&f.Code)
			c.text(&f.What)
			number(c, &f.Count)
			c.numbers(&f.Pages)
			number(c, &f.Of)
			c.text(&f.Why)
		})
	}
}
