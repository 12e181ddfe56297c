package unit

import (
	"bytes"
	"slices"
)

// sweep leaves out the objects of a unit that nothing leads to: a damaged original may name an annotation where none
// can stand, or a page that is not taken may share one. They would be in the report, where nobody sees them.
func (u *Unit) sweep() {
	reached := u.reach()
	number := make([]int, len(u.Objects)+1)
	kept := u.Objects[:0]
	for i := range u.Objects {
		if reached[i+1] {
			kept = append(kept, u.Objects[i])
			number[i+1] = len(kept)
		}
	}
	clear(u.Objects[len(kept):])
	u.Objects = kept
	u.eachPiece(func(p *Piece) {
		p.untie(reached)
		for i := range p.Patches {
			if h := &p.Patches[i]; h.Kind == Local {
				h.Index = number[h.Index]
			}
		}
	})
	for i := range u.IDs { // of an element that is left out, no more than its name is spoken of
		u.IDs[i].Element = number[u.IDs[i].Element]
	}
	for i := range u.Layers.Groups {
		u.Layers.Groups[i].Object = number[u.Layers.Groups[i].Object]
	}
	for i := range u.Attachments {
		u.Attachments[i].Stream = number[u.Attachments[i].Stream]
	}
	u.Form.Root = number[u.Form.Root]
}

// untie cuts the entries that are ties to what nothing else leads to; the others are references as any.
func (p *Piece) untie(reached []bool) {
	cut, left := 0, p.Patches[:0]
	for _, h := range p.Patches {
		if h.At -= cut; h.Kind == tie {
			if h.Kind = Local; !reached[h.Index] {
				from := bytes.LastIndexByte(p.Bytes[:h.At], '/')
				p.Bytes = slices.Delete(p.Bytes, from, h.At)
				cut += h.At - from
				continue
			}
		}
		left = append(left, h)
	}
	p.Patches = left
}

// reach marks the objects that something in the unit leads to, by their numbers. What only a tie leads to is not among
// them: nothing shows it, and what the report shows is summed up without it.
func (u *Unit) reach() []bool {
	reached := make([]bool, len(u.Objects)+1)
	var next []int
	mark := func(local int) {
		if local > 0 && !reached[local] {
			reached[local] = true
			next = append(next, local)
		}
	}
	follow := func(p *Piece) {
		for _, h := range p.Patches {
			if h.Kind == Local {
				mark(h.Index)
			}
		}
	}
	u.eachRoot(follow)
	for _, g := range u.Layers.Groups {
		mark(g.Object)
	}
	for _, a := range u.Attachments {
		mark(a.Stream)
	}
	mark(u.Form.Root)
	for len(next) > 0 {
		local := next[len(next)-1]
		next = next[:len(next)-1]
		follow(&u.Objects[local-1].Piece)
	}
	return reached
}

// eachPiece gives all pieces of the unit.
func (u *Unit) eachPiece(yield func(*Piece)) {
	for i := range u.Objects {
		yield(&u.Objects[i].Piece)
	}
	u.eachRoot(yield)
}

// eachRoot gives the pieces of the unit that are not objects: what the linker asks it for.
func (u *Unit) eachRoot(yield func(*Piece)) {
	for i := range u.Pages {
		yield(&u.Pages[i].Piece)
		yield(&u.Pages[i].Frame.Received)
	}
	for i := range u.Form.Resources {
		yield(&u.Form.Resources[i].Value)
	}
	for i := range u.Keys {
		yield(&u.Keys[i])
	}
	for i := range u.Classes {
		yield(&u.Classes[i].Value)
	}
	for i := range u.Outline {
		yield(&u.Outline[i].Entry)
	}
	for _, p := range []*Piece{&u.Resources, &u.Roots, &u.Layers.Order, &u.Layers.Locked, &u.Layers.Radios} {
		yield(p)
	}
}
