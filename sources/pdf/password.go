package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// padding of ISO 32000-1, algorithm 2 step a.
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00" +
	"\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// saslPrepared maps characters to nothing and to a space as SASLprep does (RFC 4013, 2.1; RFC 3454, tables B.1 and
// C.1.2). U+200B stands in both tables; it is mapped to nothing, as the readers at hand do.
func saslPrepared(r rune) rune {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x1806, r >= 0x180B && r <= 0x180D, r >= 0x200B && r <= 0x200D, r == 0x2060,
		r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF:
		return -1
	case r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	}
	return r
}

// spellings are the byte strings that a password may have been turned into: the bytes as given; for revisions 5 and 6
// what SASLprep (RFC 4013) makes of them, in normal form KC; before these PDFDocEncoding, where Latin-1 serves.
func spellings(p string, revision int) [][]byte {
	out := [][]byte{[]byte(p)}
	if revision >= 5 {
		if k := norm.NFKC.String(strings.Map(saslPrepared, p)); k != p {
			out = append(out, []byte(k))
		}
		return out
	}
	var latin []byte
	for _, r := range norm.NFC.String(p) {
		if r > 0xFF {
			return out
		}
		latin = append(latin, byte(r))
	}
	if string(latin) != p {
		out = append(out, latin)
	}
	return out
}

// open tries one password as user's and as owner's; n is the key's length.
func (c *crypt) open(password []byte, n int) bool {
	if c.r >= 5 {
		return c.open5(password)
	}
	if n > md5.Size {
		return false // a length of revision 5 in a dictionary of an earlier one: no key has it
	}
	if c.asUser(password, n) {
		return true
	}
	return c.asUser(c.userOf(password, n), n)
}

func padded(p []byte) []byte {
	return append(append(make([]byte, 0, 64), p[:min(len(p), 32)]...), padding...)[:32]
}

// asUser is algorithms 2 and 6.
func (c *crypt) asUser(password []byte, n int) bool {
	h := md5.New()
	h.Write(padded(password))
	h.Write(c.o[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(c.permissions)))
	h.Write(c.id)
	if c.r >= 4 && !c.encryptMetadata {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	key := h.Sum(nil)
	if c.r >= 3 {
		for range 50 {
			s := md5.Sum(key[:n])
			key = s[:]
		}
	}
	key = key[:n]
	ok := false
	if c.r == 2 {
		ok = bytes.Equal(rc4Bytes(key, []byte(padding)), c.u[:32])
	} else {
		s := md5.Sum(append([]byte(padding), c.id...))
		b := rc4Bytes(key, s[:])
		for i := byte(1); i <= 19; i++ {
			b = rc4Bytes(xor(key, i), b)
		}
		ok = bytes.Equal(b, c.u[:16])
	}
	if ok {
		c.key = key
	}
	return ok
}

// userOf is algorithm 7: the user's password that the owner's unlocks.
func (c *crypt) userOf(owner []byte, n int) []byte {
	s := md5.Sum(padded(owner))
	key := s[:]
	if c.r == 2 {
		return rc4Bytes(key[:5], c.o[:32])
	}
	for range 50 {
		s = md5.Sum(key)
		key = s[:]
	}
	b := c.o[:32]
	for i := 19; i >= 0; i-- {
		b = rc4Bytes(xor(key[:n], byte(i)), b)
	}
	return b
}

func xor(key []byte, x byte) []byte {
	k := make([]byte, len(key))
	for i, b := range key {
		k[i] = b ^ x
	}
	return k
}

// open5 is algorithm 2.A of ISO 32000-2 and its forerunner of revision 5.
func (c *crypt) open5(password []byte) bool {
	if len(c.o) < 48 || len(c.u) < 48 {
		return false
	}
	password = password[:min(len(password), 127)]
	try := func(check, extra, wrapped []byte) bool {
		if len(wrapped) < 32 || !bytes.Equal(c.hash(password, check[32:40], extra), check[:32]) {
			return false
		}
		block, err := aes.NewCipher(c.hash(password, check[40:48], extra))
		if err != nil {
			return false
		}
		c.key = make([]byte, 32)
		cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(c.key, wrapped[:32])
		return true
	}
	return try(c.u, nil, c.ue) || try(c.o, c.u[:48], c.oe)
}

// hash is algorithm 2.B; revision 5 stops after its first step.
func (c *crypt) hash(password, salt, extra []byte) []byte {
	s := sha256.Sum256(bytes.Join([][]byte{password, salt, extra}, nil))
	k := s[:]
	if c.r == 5 {
		return k
	}
	for round := 1; ; round++ {
		once := bytes.Join([][]byte{password, k, extra}, nil)
		k1 := bytes.Repeat(once, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(k1, k1)
		mod := 0
		for _, b := range k1[:16] {
			mod += int(b)
		}
		switch mod % 3 {
		case 0:
			h := sha256.Sum256(k1)
			k = h[:]
		case 1:
			h := sha512.Sum384(k1)
			k = h[:]
		default:
			h := sha512.Sum512(k1)
			k = h[:]
		}
		if round >= 64 && int(k1[len(k1)-1]) <= round-32 {
			return k[:32]
		}
	}
}
