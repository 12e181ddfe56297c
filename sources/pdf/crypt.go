package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The standard security handler (ISO 32000-1, 7.6; revisions 5 and 6: ISO 32000-2, 7.6.4) for files that are read by
// the scan. It takes what pdfcpu refuses: a version 4 without /CF, Identity, data that is no whole number of blocks.

var (
	errPassword    = errors.New("no password opens it")
	errHandler     = errors.New("not the standard security handler")
	errEncryptDict = errors.New("the encryption dictionary is incomplete")
)

type method int

const (
	plain method = iota
	useRC4
	useAES // AESV2: the key of each object is its own
	useAESV3
)

type crypt struct {
	doc             *Document
	key             []byte
	strings, bytes  method // of strings and of streams
	files           method // of embedded files
	filters         map[string]method
	lenient         bool // something in the dictionary had to be guessed
	r, v            int  // revision and version
	o, u, oe, ue    []byte
	permissions     int
	id              []byte // first half of the file's identifier
	encryptMetadata bool
}

// newCrypt finds the key of an encrypted document with the first password that opens it.
func newCrypt(d *Document, enc types.Dict, id []byte, passwords []string) (*crypt, error) {
	c := &crypt{doc: d, id: id, filters: map[string]method{}}
	if f := d.Name(enc["Filter"]); f != "Standard" && f != "" {
		return nil, errHandler
	}
	c.v, _ = d.Int(enc["V"])
	var ok bool
	if c.r, ok = d.Int(enc["R"]); !ok || c.r < 2 || c.r > 6 || c.v > 5 {
		return nil, errHandler
	}
	c.o, _ = d.String(enc["O"])
	c.u, _ = d.String(enc["U"])
	c.oe, _ = d.String(enc["OE"])
	c.ue, _ = d.String(enc["UE"])
	c.permissions, _ = d.Int(enc["P"])
	c.encryptMetadata = true
	if b, is := d.Resolve(enc["EncryptMetadata"]).(types.Boolean); is {
		c.encryptMetadata = bool(b)
	}
	lengths := c.methods(enc)
	if len(c.o) < 32 || len(c.u) < 32 {
		return nil, errEncryptDict
	}
	for _, p := range passwords {
		for _, form := range spellings(p, c.r) {
			for _, n := range lengths {
				if c.open(form, n) {
					return c, nil
				}
			}
		}
	}
	if c.strings == plain && c.bytes == plain {
		return c, nil // only what names a filter of its own is encrypted, attachments mostly: the pages need no key
	}
	return nil, errPassword
}

// methods reads which cipher serves strings and streams, and gives what the key's length in bytes may be.
func (c *crypt) methods(enc types.Dict) []int {
	d := c.doc
	n := 5
	l, ok := d.Int(enc["Length"])
	if ok && c.v > 1 {
		if l < 40 && l >= 5 { // bytes, by mistake
			l *= 8
		}
		n = min(max(l/8, 5), 16)
	}
	if c.v < 4 {
		c.strings, c.bytes, c.files = useRC4, useRC4, useRC4
		switch {
		case c.r == 2:
			return []int{5}
		case !ok: // 40 bits is the default; some writers mean 128
			return []int{n, 16}
		}
		return []int{n}
	}
	n = 16
	cf := d.Dict(enc["CF"])
	for _, name := range SortedKeys(cf) {
		f := d.Dict(cf[name])
		switch d.Name(f["CFM"]) {
		case "V2":
			c.filters[name] = useRC4
		case "AESV2":
			c.filters[name] = useAES
		case "AESV3":
			c.filters[name] = useAESV3
		default:
			c.filters[name] = plain
		}
	}
	if c.v == 5 {
		n = 32
	}
	pick := func(key string) method {
		name := d.Name(enc[key])
		if name == "" || name == "Identity" {
			return plain
		}
		if m, ok := c.filters[name]; ok {
			return m
		}
		c.lenient = true // named and not described: other readers take AES
		if c.v == 5 {
			return useAESV3
		}
		return useAES
	}
	c.strings, c.bytes = pick("StrF"), pick("StmF")
	if c.files = c.bytes; enc["EFF"] != nil {
		c.files = pick("EFF")
	}
	return []int{n}
}

// object decrypts the strings inside o, which belongs to object number, generation. It changes dictionaries and
// arrays in place.
func (c *crypt) object(o types.Object, number, generation int) types.Object {
	if c.strings == plain {
		return o
	}
	switch v := o.(type) {
	case types.Dict:
		signature := v["ByteRange"] != nil
		for k, e := range v {
			if signature && k == "Contents" {
				continue // the signature itself is never encrypted (ISO 32000-1, 7.6.1)
			}
			v[k] = c.object(e, number, generation)
		}
	case types.Array:
		for i, e := range v {
			v[i] = c.object(e, number, generation)
		}
	case types.StreamDict:
		c.object(v.Dict, number, generation)
	case types.StringLiteral, types.HexLiteral:
		b, _ := StringBytes(v)
		return types.NewHexLiteral(c.decrypt(c.strings, b, number, generation))
	}
	return o
}

// stream gives the decrypted bytes of a stream.
func (c *crypt) stream(s types.StreamDict, number, generation int) []byte {
	d := c.doc
	switch kind := d.Name(s.Dict["Type"]); {
	case kind == "XRef":
		return s.Raw
	case kind == "Metadata" && !c.encryptMetadata:
		return s.Raw
	}
	m := c.bytes
	if d.Name(s.Dict["Type"]) == "EmbeddedFile" {
		m = c.files
	}
	names, parms := d.filters(s.Dict)
	for i, f := range names {
		if f == "Crypt" {
			m = c.filters[d.Name(parms[i]["Name"])] // Identity, the default, is in no table and plain
		}
	}
	return c.decrypt(m, s.Raw, number, generation)
}

func (c *crypt) decrypt(m method, b []byte, number, generation int) []byte {
	if m == plain || len(b) == 0 || c.key == nil {
		return b
	}
	key := c.key
	if m != useAESV3 {
		h := md5.New()
		h.Write(key)
		h.Write([]byte{byte(number), byte(number >> 8), byte(number >> 16), byte(generation), byte(generation >> 8)})
		if m == useAES {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(len(c.key)+5, 16)]
	}
	if m == useRC4 {
		return rc4Bytes(key, b)
	}
	return aesBytes(key, b)
}

func rc4Bytes(key, b []byte) []byte {
	out := make([]byte, len(b))
	if r, err := rc4.NewCipher(key); err == nil {
		r.XORKeyStream(out, b)
	}
	return out
}

// aesBytes decrypts CBC with its vector in front and takes the padding off; bytes behind the last whole block are
// dropped.
func aesBytes(key, b []byte) []byte {
	n := (len(b) - aes.BlockSize) / aes.BlockSize * aes.BlockSize
	block, err := aes.NewCipher(key)
	if err != nil || n <= 0 {
		return nil
	}
	out := make([]byte, n)
	cipher.NewCBCDecrypter(block, b[:aes.BlockSize]).CryptBlocks(out, b[aes.BlockSize:aes.BlockSize+n])
	if pad := int(out[n-1]); pad >= 1 && pad <= aes.BlockSize && bytes.Count(out[n-pad:], []byte{byte(pad)}) == pad {
		out = out[:n-pad]
	}
	return out
}
