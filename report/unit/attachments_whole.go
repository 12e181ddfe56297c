package unit

import (
	"cmp"
	"context"
	"crypto/md5"
	"strings"

	"rapporteur/sources/pdf"
)

// whole attaches the original itself, byte for byte as it was received, as the source of what its pages show
// (AFRelationship Source, ISO 19005-3, 6.8). One that acts is attached only where the editor says so. What it tells
// beyond what its pages show is named first.
func (s *source) whole(ctx context.Context) error {
	o, found := s.options, &s.original.findings
	if o.Attach == "" {
		return nil
	}
	if o.Handed != nil {
		s.handed()
		return nil
	}
	list := found.list
	if len(s.original.selected) < len(s.doc.Pages()) { // the file is attached with the pages that are not taken
		u, err := Original(ctx, s.doc, s.file, Options{Sound: o.Sound, depth: o.depth})
		if err != nil {
			return err
		}
		list = u.Findings
	}
	if acts := active(s.doc, list); len(acts) > 0 {
		if !o.AttachActive {
			found.add(AttachActive, strings.Join(acts, ", "), -1)
			return nil
		}
		found.add(AttachAccepted, strings.Join(acts, ", "), -1)
	}
	s.leaks()
	if o.Locked {
		found.add(AttachLocked, "", -1)
	}
	t := Attachment{Whole: true, Name: attachedName(o.Attach), MIME: cmp.Or(o.mime, "application/pdf"),
		Relationship: "Source",
		Size:         int64(len(s.file)), SHA256: o.SHA256, Stream: s.u.alloc()}
	if t.Name == "" {
		t.Name = "original.pdf"
	}
	sum := md5.Sum(s.file)
	modified, _ := s.doc.String(s.doc.Info()["ModDate"])
	// Its bytes stand in the file that the linker reads, and are mostly compressed as they are.
	s.u.Objects[t.Stream-1] = Object{Piece: embeddedFile(&t, sum[:], "", string(modified)), Stream: true,
		Length: int64(len(s.file))}
	s.u.Attachments = append(s.u.Attachments, t)
	return nil
}

// handed attaches the file that an office program wrote, where the pages are those of a PDF that was made of it.
func (s *source) handed() {
	o, found := s.options, &s.original.findings
	if acts := executable(o.Attach, o.Handed); acts != "" {
		if !o.AttachActive {
			found.add(AttachActive, acts, -1)
			return
		}
		found.add(AttachAccepted, acts, -1)
	}
	t := Attachment{Whole: true, Name: attachedName(o.Attach), MIME: mimeOf("", o.Attach), Relationship: "Source",
		Size: int64(len(o.Handed)), SHA256: o.SHA256, Stream: s.u.alloc()}
	sum := md5.Sum(o.Handed)
	s.u.Objects[t.Stream-1] = Object{Piece: embeddedFile(&t, sum[:], "", ""), Stream: true, Data: o.Handed}
	s.u.Attachments = append(s.u.Attachments, t)
}

// String of a file's own information or metadata.
func (s *source) said(key string) string {
	b, _ := s.doc.String(s.doc.Info()[key])
	return strings.TrimSpace(pdf.Text(b))
}
