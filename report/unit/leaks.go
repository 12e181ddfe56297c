package unit

import (
	"bytes"
	"html"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pattern"
	"rapporteur/sources/pdf"
)

// maxMetadata bounds the metadata that are looked at: a packet has some kilobytes.
const maxMetadata = 4 << 20

var (
	creators = pattern.Of(`(?s)<dc:creator>(.*?)</dc:creator>`)
	tags     = pattern.Of(`<[^>]*>`)
	// localPath is a place on somebody's machine or in an office's network.
	localPath = pattern.Of(`(?i)file:/{2,3}[^\s<>"]+|\b[a-z]:\\[^\s<>"|?*][^<>"|?*\r\n]*|` +
		`\\\\[\w.-]+\\[^\s<>"]+|` + `/(users|home)/[^\s<>"/]+/[^\s<>"]*`)
	editHistory = pattern.Of(`(?i)<xmpMM:History|<photoshop:(History|DocumentAncestors)|stEvt:|` +
		`<xmpMM:Ingredients`)
	startXRef = pattern.Of(`startxref\s+([0-9]+)\s+%%EOF`)
	isXRef    = pattern.Of(`(?s)^\s*(xref|[0-9]+\s+[0-9]+\s+obj\b.{0,500}?/XRef\b)`)
)

// leaks tells what a file that is attached as it was received says beyond what its pages show: earlier states of it
// that can be brought back, who wrote it, places on the machines where it was made. Merging its pages leaves all of
// this behind.
func (s *source) leaks() {
	found := &s.original.findings
	if n := revisions(s.file); n > 1 {
		found.add(AttachRevisions, "", -1).Count = n - 1
	}
	var xmp string
	if v, ok := s.doc.Stream(s.doc.Catalog()["Metadata"]); ok {
		b, _ := s.doc.Decode(*v, maxMetadata)
		xmp = html.UnescapeString(string(unwide(b)))
	}
	author := s.said("Author")
	if m := creators.FindStringSubmatch(xmp); author == "" && m != nil {
		author = strings.TrimSpace(tags.ReplaceAllString(m[1], " "))
	}
	if author != "" {
		found.add(AttachAuthor, oneLine(author), -1)
	}
	words := xmp
	for _, k := range pdf.SortedKeys(s.doc.Info()) {
		words += "\n" + s.said(k)
	}
	if at := localPath.FindString(words); at != "" {
		found.add(AttachPath, oneLine(at), -1)
	}
	if editHistory.MatchString(xmp) {
		found.add(AttachHistory, "", -1)
	}
	s.fileLinks()
}

// fileLinks tells links that lead to files on the machine or in the network where the original was made.
func (s *source) fileLinks() {
	for i, p := range s.doc.Pages() {
		for _, a := range s.doc.Annotations(p) {
			if !s.spend() {
				return
			}
			act := s.doc.Dict(a["A"])
			b, _ := s.doc.String(act["URI"])
			if len(b) == 0 {
				b = []byte(s.fileName(act["F"]))
			}
			if to := localPath.FindString(pdf.Text(b)); to != "" {
				s.original.findings.add(AttachFileLink, "", i).What = oneLine(to)
			}
		}
	}
}

// fileName is the whole name in a file specification.
func (s *source) fileName(spec types.Object) string {
	if b, ok := s.doc.String(spec); ok {
		return pdf.Text(b)
	}
	d := s.doc.Dict(spec)
	for _, k := range [2]string{"UF", "F"} {
		if b, ok := s.doc.String(d[k]); ok && len(b) > 0 {
			return pdf.Text(b)
		}
	}
	return ""
}

// revisions counts the states in which a file was saved and that can be read from it still: each update is added behind
// what stood there (ISO 32000-1, 7.5.6). A linearized file has two tables in its first state (annex F).
func revisions(file []byte) int {
	header := max(bytes.Index(file[:min(len(file), 1024)], []byte("%PDF-")), 0)
	n := 0
	for _, m := range startXRef.FindAllSubmatch(file, -1) {
		at, err := strconv.Atoi(string(m[1]))
		for _, from := range [2]int{at, at + header} {
			// Only tables of this file: another PDF may stand in it as it is.
			if err == nil && from > 0 && from < len(file) && isXRef.Match(file[from:min(len(file), from+600)]) {
				n++
				break
			}
		}
	}
	if n > 1 && bytes.Contains(file[:min(len(file), 1024+header)], []byte("/Linearized")) {
		n--
	}
	return n
}
