package unit

import (
	"crypto/sha256"
	"encoding/hex"
)

// Key names a unit by everything that it is made from: two of one key are equal, in any report.
type Key string

// KeyOfTypeset is the key of a typeset run's unit. program names the program's version, style is the digest of the
// house style (layout.Sheet.Digest), and run all that the painted run follows from beside them, the references as they
// are printed among it (layout.Settled.Canonical).
func KeyOfTypeset(program string, style [sha256.Size]byte, run []byte) Key {
	c := coder{writing: true}
	c.text(new("typeset"))
	c.text(&program)
	c.b = append(c.b, style[:]...)
	c.bytes(&run)
	return keyOf(c.b)
}

// KeyOfOriginal is the key of an original's unit: of the hash of its bytes, what is taken of it, and the passwords
// that were given, for they decide whether it can be opened. The house style counts for its fonts.
func KeyOfOriginal(program, hash string, passwords []string, o Options) Key {
	c := coder{writing: true}
	c.text(new("original"))
	c.text(&program)
	c.text(&hash)
	c.texts(&passwords)
	all := o.Pages == nil
	c.flag(&all)
	c.numbers(&o.Pages)
	c.flag(&o.Stamped)
	c.text(&o.Attach)
	c.text(&o.SHA256)
	for _, v := range []*bool{&o.Locked, &o.AttachActive, &o.TakeActive} {
		c.flag(v)
	}
	c.text(&o.Alt)
	c.flag(&o.Unnamed)
	c.float(&o.Paper[0])
	c.float(&o.Paper[1])
	c.flag(&o.Widen)
	c.flag(&o.Flat)
	c.flag(&o.Substitute)
	if c.flag(new(o.Sheet != nil)); o.Sheet != nil {
		style := o.Sheet.Digest()
		c.b = append(c.b, style[:]...)
	}
	return keyOf(c.b)
}

func keyOf(b []byte) Key {
	sum := sha256.Sum256(b)
	return Key(hex.EncodeToString(sum[:]))
}
