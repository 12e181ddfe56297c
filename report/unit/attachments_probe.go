package unit

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"hash"

	"rapporteur/sources/pdf"
)

const (
	// maxLooked is the most bytes of an attachment that are held to be looked through.
	maxLooked = 64 << 20
	// maxNested is how deep attached PDFs are looked into: one in another is met.
	maxNested = 2
)

// probe takes an attachment's bytes as they are decoded, and knows at their end how many there are, their sums, and
// what kind of file they are. It holds them only where that cannot be told from the first.
type probe struct {
	name        string
	size        int64
	sha256, md5 hash.Hash
	held        []byte
	told        bool // whether all is held was decided
	all, over   bool // all is held, or would be too much
}

func newProbe(name string) *probe { return &probe{name: name, sha256: sha256.New(), md5: md5.New()} }

// Write implements io.Writer.
func (p *probe) Write(b []byte) (int, error) {
	p.size += int64(len(b))
	p.sha256.Write(b)
	p.md5.Write(b)
	switch {
	case !p.told:
		p.held = append(p.held, b...)
		if len(p.held) >= shortHead {
			p.decide()
		}
	case p.all && len(p.held)+len(b) > maxLooked:
		p.held, p.all, p.over = p.held[:shortHead:shortHead], false, true
	case p.all:
		p.held = append(p.held, b...)
	}
	return len(b), nil
}

func (p *probe) decide() {
	p.told = true
	if p.all = lookedThrough(p.name, p.held); !p.all {
		p.held = bytes.Clone(p.held[:min(len(p.held), shortHead)])
	}
}

func (p *probe) sum() string { return hex.EncodeToString(p.sha256.Sum(nil)) }

// kind says what kind of active file it was, "" for none. depth is how many PDFs it lies in beside the original.
func (p *probe) kind(ctx context.Context, depth int) string {
	if !p.told {
		p.decide()
	}
	switch kind := executable(p.name, p.held); {
	case kind != "":
		return kind
	case p.over:
		return closed
	case p.all && bytes.Contains(p.held[:min(len(p.held), 1024)], []byte(pdfHead)):
		return attachedPDF(ctx, p.held, depth+1)
	}
	return ""
}

// attachedPDF says whether an attached PDF acts.
func attachedPDF(ctx context.Context, data []byte, depth int) string {
	if depth > maxNested {
		return closed
	}
	doc, err := pdf.Open(ctx, data, pdf.Options{})
	if err != nil {
		return closed
	}
	u, err := Original(ctx, doc, data, Options{depth: depth})
	if err != nil || len(active(doc, u.Findings)) > 0 {
		return aPDFIn
	}
	return ""
}
