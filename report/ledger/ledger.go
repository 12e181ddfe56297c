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

// Ledger is report.json. Page numbers are physical, from 1; labels are the printed ones. Sources has the SHA-256 of
// each file that the report was made from, by its path below the manifest's folder: the manifest, texts, tables,
// pictures, fonts; those of originals stand with them.
type Ledger struct {
	Rapporteur      int               `json:"rapporteur"`
	File            string            `json:"file"`
	SHA256          string            `json:"sha256"`
	Pages           int               `json:"pages"`
	Language        string            `json:"language"`
	Languages       []string          `json:"languages,omitempty"` // of all that is in it, where there are several
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
	Documents       []Document        `json:"documents,omitempty"`
	Diagnostics     []Diagnostic      `json:"diagnostics"`
	Sources         map[string]string `json:"sources"`
	Shown           *Shown            `json:"shown"`
}

// Conformance says which standards the file claims, and why no more.
type Conformance struct {
	Claims []string `json:"claims"`
	Reason string   `json:"reason,omitempty"`
}

// Verdict is how far an original conforms: the levels of the standards that it reaches, and what it breaks.
type Verdict struct {
	Levels  []string    `json:"levels"`
	Reasons []Shortfall `json:"reasons,omitempty"`
}

// Shortfall is a rule that an original breaks: its clause and test in PDF/UA-1 and in PDF/A-3, where it has one, with a
// plus sign where more is asked for than a validator sees; the first page, from 1 in the file, 0 where the file as a
// whole is meant; how often; by what; and in words what is wrong and what to send instead.
type Shortfall struct {
	UA      string `json:"ua1,omitempty"`
	A       string `json:"a3,omitempty"`
	Page    int    `json:"page,omitempty"`
	Count   int    `json:"count"`
	What    string `json:"what,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
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
	TextIn    string     `json:"text_in,omitempty"` // the volume that it stands in, where that is another
	Originals []Original `json:"originals"`
}

// Original is an original with its pages in the report. ContentSHA256 has one sum a page: over the streams of its
// /Contents as received, decrypted and still encoded, each preceded by its length as 8 bytes, big-endian. FilePages is
// how many pages the file has, and Taken which of them are here, where it is not all of them in order. Stamps has one a
// page; without it, none is stamped.
type Original struct {
	File          string    `json:"file"`
	SHA256        string    `json:"sha256"`
	Pages         int       `json:"pages"`
	First         int       `json:"first_page"`
	Last          int       `json:"last_page"`
	Labels        []string  `json:"labels"`
	ContentSHA256 []string  `json:"content_sha256"`
	FilePages     int       `json:"file_pages"`
	Taken         []int     `json:"taken,omitempty"`
	Stamps        []Stamp   `json:"stamps,omitempty"`
	Brackets      []Bracket `json:"brackets,omitempty"`
	// Format is the kind of file, where it is no PDF; Pictures are its pages then, one each.
	Format   string    `json:"format,omitempty"`
	Pictures []Picture `json:"pictures,omitempty"`
	// Converted is the PDF that was made of the file, where an office program wrote that; the pages are its pages.
	Converted *Converted `json:"converted,omitempty"`
	Facts     Facts      `json:"facts"`
	Damaged   *Damaged   `json:"damaged,omitempty"`
	Form      *Form      `json:"form,omitempty"`
	// Conformance is how far it conforms, and why no farther.
	Conformance *Verdict `json:"conformance,omitempty"`
	// Removed is what acts, plays or reaches out of the original, and is not in the report.
	Removed []Removal `json:"removed,omitempty"`
	// Mended is what of the original is read, copied or looked at otherwise than in the file as received.
	Mended []Removal `json:"mended,omitempty"`
	// Attached is the file itself, embedded as it was received; Attachments are the files that were attached to it.
	Attached    *Attachment  `json:"attached,omitempty"`
	Attachments []Attachment `json:"attachments,omitempty"`
}

// Converted is a PDF that was made of an original: by which program, with its version, and its sum.
type Converted struct {
	Program string `json:"program"`
	SHA256  string `json:"sha256"`
}

// Removal is what of one kind was removed from an original: by the code of its diagnostic and the kind of the thing,
// how often, and on which pages of the file, from 1; none where it belongs to the file as a whole.
type Removal struct {
	Code  string `json:"code"`
	Kind  string `json:"kind,omitempty"`
	Count int    `json:"count"`
	Pages []int  `json:"pages,omitempty"`
}

// Attachment is a file that is embedded in the PDF. Key is what it is filed under in the list of embedded files; where
// it is empty, a mark on the page has it. Page is the one that it is associated with. Description is what readers show
// beside its name: whose it is, and the words that it came with. Type is its MIME type, Relationship as PDF/A-3 names
// it.
type Attachment struct {
	Key          string `json:"key,omitempty"`
	Page         int    `json:"page"`
	Name         string `json:"name"`
	Description  string `json:"description,omitempty"`
	Type         string `json:"type"`
	Bytes        int64  `json:"bytes"`
	SHA256       string `json:"sha256"`
	Relationship string `json:"relationship"`
}

// Picture is a page that is a picture: its samples as the file has them, the resolution at which they are shown, in
// dots an inch along the file's rows and columns, and whether that is the file's own. SHA256 is the sum of the image
// with all that it refers to, as sources/pdf (Document.PictureSum) says: samples, and what they mean.
type Picture struct {
	Width    int        `json:"width"`
	Height   int        `json:"height"`
	DPI      [2]float64 `json:"dpi"`
	DPIGiven bool       `json:"dpi_given"`
	SHA256   string     `json:"sha256"`
}

// Damaged says of an original of which pages are lost how many were found in the file, and of how many; nothing where
// that is not known.
type Damaged struct {
	Found    int `json:"pages_found"`
	Promised int `json:"pages_promised,omitempty"`
}

// Form is what is promised of an original's form: the full names of its fields in the report begin with Name and a
// point. SHA256 is over its widgets, in the order of the pages and of their annotations: page, name, value, state
// and place. Flat says that they were made pictures of what they showed. Signatures were valid, if at all, in the
// file as it was handed in, which SHA256 of the original names; in the report there is only what they look like.
type Form struct {
	Name       string `json:"name"`
	Fields     int    `json:"fields"`
	Widgets    int    `json:"widgets"`
	Flat       bool   `json:"flat,omitempty"`
	Signatures int    `json:"signatures,omitempty"`
	SHA256     string `json:"sha256,omitempty"`
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
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields() // nobody could say whether they are true
	if err := d.Decode(l); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("%w: something stands behind it", ErrInvalid)
	}
	if l.Rapporteur != Format {
		return nil, fmt.Errorf("%w: format %d, this program reads %d", ErrInvalid, l.Rapporteur, Format)
	}
	var again bytes.Buffer
	if err := l.Write(&again); err != nil || !bytes.Equal(plain(again.Bytes()), plain(data)) {
		return nil, fmt.Errorf("%w: it is not written as the program writes it", ErrInvalid)
	}
	if l.File != path.Base(l.File) || strings.Contains(l.File, `\`) {
		return nil, fmt.Errorf("%w: %q is not the name of a file beside it", ErrInvalid, l.File)
	}
	return l, nil
}

// Beside is the name, or path, of the ledger that belongs to that of a PDF.
func Beside(pdf string) string { return strings.TrimSuffix(pdf, ".pdf") + ".json" }
