package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxSummed is how many objects a sum may reach: a picture, its mask, its profile, and their entries.
const maxSummed = 10_000

// errSum is an object that is no picture's.
var errSum = errors.New("pdf: not a picture that a sum can be made of")

// PictureSum is the ledger's sum of a picture, in hexadecimal: SHA-256 over the image XObject that o is or refers to,
// with all that it refers to, its mask and its profile, so that neither its samples nor what they mean can change
// unseen. Numbers of objects are not in it.
//
// An object is written as a letter and a value: d and the number of entries of a dictionary, then its keys in order,
// each with its length before it, but Length, and their values; s and a dictionary, then the number of a stream's
// encoded bytes, and these; a and the number of an array's elements, then these; n and t, and the length and the bytes
// of a name and of a string; i and the digits of a number; b and a truth value. Numbers end with a blank.
func (d *Document) PictureSum(o types.Object) (string, error) {
	return d.pictureSum(o, func(s types.StreamDict, w io.Writer) error {
		fmt.Fprintf(w, "%d ", len(s.Raw))
		_, err := w.Write(s.Raw)
		return err
	})
}

// PictureSum is that of a picture in a file on disk, whose bytes are read in pieces. d is the file's document.
func (f *File) PictureSum(d *Document, o types.Object) (string, error) {
	return d.pictureSum(o, func(s types.StreamDict, w io.Writer) error {
		if s.StreamLength == nil {
			return errSum
		}
		fmt.Fprintf(w, "%d ", *s.StreamLength)
		return f.CopyStream(w, s)
	})
}

func (d *Document) pictureSum(o types.Object, data func(types.StreamDict, io.Writer) error) (string, error) {
	s := summing{d: d, h: sha256.New(), data: data, left: maxSummed}
	if _, ok := d.Stream(o); !ok {
		return "", errSum
	}
	if err := s.object(o, 0); err != nil {
		return "", err
	}
	return hex.EncodeToString(s.h.Sum(nil)), nil
}

type summing struct {
	d    *Document
	h    hash.Hash
	data func(types.StreamDict, io.Writer) error
	left int
}

func (s *summing) object(o types.Object, depth int) error {
	if s.left--; s.left < 0 || depth > maxHops {
		return errSum
	}
	switch v := s.d.Resolve(o).(type) {
	case types.StreamDict:
		s.h.Write([]byte("s"))
		if err := s.dict(v.Dict, depth); err != nil {
			return err
		}
		return s.data(v, s.h)
	case types.Dict:
		return s.dict(v, depth)
	case types.Array:
		fmt.Fprintf(s.h, "a%d ", len(v))
		for _, e := range v {
			if err := s.object(e, depth+1); err != nil {
				return err
			}
		}
	case types.Name:
		s.text('n', []byte(v))
	case types.StringLiteral, types.HexLiteral:
		b, _ := StringBytes(v)
		s.text('t', b)
	case types.Integer:
		fmt.Fprintf(s.h, "i%d ", int(v))
	case types.Float:
		fmt.Fprintf(s.h, "i%g ", float64(v))
	case types.Boolean:
		fmt.Fprintf(s.h, "b%t ", bool(v))
	default:
		return errSum
	}
	return nil
}

func (s *summing) text(letter byte, b []byte) {
	fmt.Fprintf(s.h, "%c%d ", letter, len(b))
	s.h.Write(b)
}

func (s *summing) dict(d types.Dict, depth int) error {
	keys := SortedKeys(d)
	n := len(keys)
	if d["Length"] != nil {
		n--
	}
	fmt.Fprintf(s.h, "d%d ", n)
	for _, k := range keys {
		if k == "Length" {
			continue
		}
		s.text('n', []byte(k))
		if err := s.object(d[k], depth+1); err != nil {
			return err
		}
	}
	return nil
}

// streamPieces are memory that streams are read into.
var streamPieces = sync.Pool{New: func() any { return new([maxPiece]byte) }}

// CopyStream writes the encoded bytes of a stream of the file, read in pieces.
func (f *File) CopyStream(w io.Writer, s types.StreamDict) error {
	var buf []byte
	if f.in.r != nil {
		held := streamPieces.Get().(*[maxPiece]byte)
		defer streamPieces.Put(held)
		buf = held[:]
	}
	for at, end := s.StreamOffset, s.StreamOffset+*s.StreamLength; at < end; {
		b, err := f.in.piece(at, int(min(end-at, maxPiece)), buf)
		if err == nil && len(b) == 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		w.Write(b)
		at += int64(len(b))
	}
	return nil
}

// writeLength writes a stream's length as the ledger's sums of content have it.
func writeLength(w io.Writer, n int64) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	w.Write(b[:])
}
