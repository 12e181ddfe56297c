// Package ledger is the account of a report: report.json. It names every page of the PDF once, every item of the
// manifest with its pages, every anchor, and what was found.
//
// From a build into a file, and from the file back for verify. What it says was planned before the PDF was written;
// verify compares the two.
package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Format is the version of the ledger's form.
const Format = 1

// ErrInvalid is a file that is not a ledger, or a damaged one.
var ErrInvalid = errors.New("not a ledger")

// maxSize caps a ledger that is read: 10,000 pages take about 4 MB.
const maxSize = 256 << 20

// Ledger is report.json. Page numbers are physical, from 1; labels are the printed ones.
type Ledger struct {
	Rapporteur      int               `json:"rapporteur"`
	File            string            `json:"file"`
	SHA256          string            `json:"sha256"`
	Pages           int               `json:"pages"`
	Language        string            `json:"language"`
	Title           string            `json:"title"`
	Author          string            `json:"author,omitempty"`
	Date            string            `json:"date"`
	Program         string            `json:"program"`
	Conformance     Conformance       `json:"conformance"`
	Account         []Account         `json:"account"`
	Statements      []Item            `json:"statements"`
	Summary         *Item             `json:"summary,omitempty"`
	Annexes         []Item            `json:"annexes"`
	Recommendations []Recommendation  `json:"recommendations"`
	Contents        []Line            `json:"contents"`
	Outline         []OutlineItem     `json:"outline"`
	Anchors         map[string]Anchor `json:"anchors"`
	Diagnostics     []Diagnostic      `json:"diagnostics"`
}

// Conformance says which standards the file claims, and if none, why.
type Conformance struct {
	Claims []string `json:"claims"`
	Reason string   `json:"reason,omitempty"`
}

// Account is a run of pages. All accounts together hold pages 1 to N, each once. Links are the ids that the links of
// typeset pages lead to, one a rectangle, in the order of the pages; links out of the report are not among them.
type Account struct {
	Kind   Kind     `json:"kind"`
	ID     string   `json:"id,omitempty"`
	First  int      `json:"first_page"`
	Last   int      `json:"last_page"`
	Labels []string `json:"labels"`
	Links  []string `json:"links,omitempty"`
}

// Range is the pages of a text.
type Range struct {
	First int `json:"first_page"`
	Last  int `json:"last_page"`
}

// Item is a statement, the summary or an annex.
type Item struct {
	ID        string     `json:"id"`
	Session   string     `json:"session,omitempty"`
	Status    string     `json:"status,omitempty"`
	Text      *Range     `json:"text,omitempty"`
	Originals []Original `json:"originals"`
}

// Original is an original with its pages in the report. ContentSHA256 has one sum a page: over the streams of its
// /Contents as received, decrypted and still encoded, each preceded by its length as 8 bytes, big-endian.
type Original struct {
	File          string   `json:"file"`
	SHA256        string   `json:"sha256"`
	Pages         int      `json:"pages"`
	First         int      `json:"first_page"`
	Last          int      `json:"last_page"`
	Labels        []string `json:"labels"`
	ContentSHA256 []string `json:"content_sha256"`
	Facts         Facts    `json:"facts"`
}

// Facts are what an original says of itself and what a reader with a screen reader, an archive or its delegation may
// want to know of the file as it was received. ScannedPages are pictures without text; they are counted in the file,
// from 1.
type Facts struct {
	Title            string   `json:"title,omitempty"`
	Language         string   `json:"language,omitempty"`
	Tagged           bool     `json:"tagged"`
	Encrypted        bool     `json:"encrypted,omitempty"`
	Layers           int      `json:"layers,omitempty"`
	ScannedPages     []int    `json:"scanned_pages,omitempty"`
	FontsNotEmbedded []string `json:"fonts_not_embedded,omitempty"`
}

// Recommendation is where a recommendation stands.
type Recommendation struct {
	ID     string `json:"id"`
	Number int    `json:"number"`
	Page   int    `json:"page"`
}

// Line is a line of the contents: its words, where it leads, and what it prints.
type Line struct {
	Text   string `json:"text"`
	Target string `json:"target"`
	Page   int    `json:"page"`
	Label  string `json:"label"`
}

// OutlineItem is an item of the report's own outline, in order; those of originals are nested below their entry and
// are not listed.
type OutlineItem struct {
	Level int    `json:"level"`
	Title string `json:"title"`
	Page  int    `json:"page"`
}

// Anchor is a place: a page, its label, and the number of the paragraph there, 0 for none.
type Anchor struct {
	Page      int    `json:"page"`
	Label     string `json:"label"`
	Paragraph int    `json:"paragraph"`
}

// Diagnostic is a finding of the build, in English.
type Diagnostic struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"` // in a word processor's file, the number of the paragraph
	Near     string `json:"near,omitempty"` // there, its first words
	Column   int    `json:"column,omitempty"`
	Item     string `json:"item,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Count    int    `json:"count,omitempty"` // of findings alike that it stands for, being their first
}

// Write writes the ledger, one line a leaf, so that two of them compare well.
func (l *Ledger) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(l); err != nil {
		return fmt.Errorf("writing the ledger: %w", err)
	}
	return nil
}

// Read reads a ledger. An error says what is wrong with the file.
func Read(r io.Reader) (*Ledger, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return nil, fmt.Errorf("reading the ledger: %w", err)
	}
	if len(data) > maxSize {
		return nil, fmt.Errorf("%w: larger than %d bytes", ErrInvalid, maxSize)
	}
	l := &Ledger{}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(l); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if l.Rapporteur != Format {
		return nil, fmt.Errorf("%w: format %d, this program reads %d", ErrInvalid, l.Rapporteur, Format)
	}
	if l.File != path.Base(l.File) || strings.Contains(l.File, `\`) {
		return nil, fmt.Errorf("%w: %q is not the name of a file beside it", ErrInvalid, l.File)
	}
	return l, nil
}

// Beside is the name, or path, of the ledger that belongs to that of a PDF.
func Beside(pdf string) string { return strings.TrimSuffix(pdf, ".pdf") + ".json" }
