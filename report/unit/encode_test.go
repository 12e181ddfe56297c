package unit

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// fill gives every field below v a value of its own, so that a field that the coder forgets comes back as another.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.String:
		v.SetString(strings.Repeat("x", *n%7) + "é")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Uint8:
		v.SetUint(uint64(*n % int(kinds)))
	case reflect.Uint16:
		v.SetUint(uint64(*n))
	case reflect.Float64:
		v.SetFloat(float64(*n) / 3)
	default:
		panic("the test does not know " + v.Type().String())
	}
}

// whole is a unit in which every field has a value, and every symbol something to stand for.
func whole() *Unit {
	u, n := &Unit{}, 0
	fill(reflect.ValueOf(u).Elem(), &n)
	piece := func(p *Piece) {
		p.Bytes = []byte("/Some /Entries 12")
		p.Patches = []Patch{{0, Symbol{Local, 1}}, {5, Symbol{PageRef, 1}}, {5, Symbol{RoleName, 0}}, {17,
			Symbol{ClassName, 1}}}
	}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		if p, ok := v.Addr().Interface().(*Piece); ok {
			piece(p)
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(u).Elem())
	u.IDs[0].Element, u.IDs[1].Element = 1, 0
	u.Form.Root = 2
	for i := range 2 {
		u.Boxes[i].Page, u.Anchors[i].Page = i, i
		u.Links[i].Box, u.Links[i].Key = i, i-1
		u.Layers.Groups[i].Object = i + 1
		u.Sayings[i].Page = i
		u.Attachments[i].Stream, u.Attachments[i].Page = i+1, i
	}
	return u
}

// TestEveryFieldIsEncoded: what is encoded and decoded is the same in every field, and any field that differs makes
// other bytes.
func TestEveryFieldIsEncoded(t *testing.T) {
	u := whole()
	again, err := Decode(u.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(u, again) {
		t.Fatalf("encoded\n%+v\ndecoded\n%+v", u, again)
	}
	if !bytes.Equal(u.Encode(), again.Encode()) {
		t.Error("the same unit was encoded in two ways")
	}
	empty, err := Decode((&Unit{}).Encode())
	if err != nil || !reflect.DeepEqual(empty, &Unit{}) {
		t.Errorf("an empty unit became %+v, %v", empty, err)
	}
}

// TestDamagedEncoding cuts an encoded unit at every place and changes every byte of it: it is refused, or is a unit
// whose symbols all stand for something, and nothing panics.
func TestDamagedEncoding(t *testing.T) {
	b := whole().Encode()
	for i := range b {
		if _, err := Decode(b[:i]); !errors.Is(err, ErrEncoding) {
			t.Fatalf("cut at %d of %d: %v", i, len(b), err)
		}
		for _, flip := range []byte{1, 0x80, 0xFF} {
			damaged := bytes.Clone(b)
			damaged[i] ^= flip
			u, err := Decode(damaged)
			if err != nil && !errors.Is(err, ErrEncoding) {
				t.Fatalf("byte %d: %v", i, err)
			}
			if err == nil {
				if fault := u.check(); fault != "" {
					t.Fatalf("byte %d: %s", i, fault)
				}
			}
		}
	}
}

// TestDecodeChecks: what a damaged symbol speaks of must be there.
func TestDecodeChecks(t *testing.T) {
	for name, spoil := range map[string]func(u *Unit){
		"object":   func(u *Unit) { u.Objects[0].Patches[0].Index = 3 },
		"page":     func(u *Unit) { u.Pages[1].Patches[1].Index = 2 },
		"role":     func(u *Unit) { u.Roots.Patches[2].Index = 2 },
		"class":    func(u *Unit) { u.Keys[0].Patches[3].Index = 2 },
		"box":      func(u *Unit) { u.Boxes[1].Page = 2 },
		"link":     func(u *Unit) { u.Links[0].Box = 2 },
		"link key": func(u *Unit) { u.Links[0].Key = 2 },
		"anchor":   func(u *Unit) { u.Anchors[0].Page = -1 },
		"layer":    func(u *Unit) { u.Layers.Groups[0].Object = 0 },
		"id":       func(u *Unit) { u.IDs[0].Element = 3 },
		"extent":   func(u *Unit) { u.Objects[0].Length = -1 },
	} {
		u := whole()
		spoil(u)
		if _, err := Decode(u.Encode()); !errors.Is(err, ErrEncoding) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
