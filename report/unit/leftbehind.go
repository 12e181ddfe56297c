package unit

import (
	"maps"
	"path"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// leaveBehind notes what an original does and holds as a whole and the report does not take: scripts, actions on
// opening, attachments.
func (s *source) leaveBehind() {
	f, cat := &s.original.findings, s.doc.Catalog()
	if d, ok := s.doc.Resolve(cat["OpenAction"]).(types.Dict); ok {
		if kind := s.doc.Name(d["S"]); kind != "GoTo" && kind != "" {
			f.add(ActionRemoved, kind, -1)
		}
	}
	if v := cat["AA"]; v != nil {
		s.triggers(v, -1)
	}
	names := s.doc.Dict(cat["Names"])
	s.doc.NameTree(names["JavaScript"], func([]byte, types.Object) { f.add(ActionRemoved, "JavaScript", -1) })
	s.doc.NameTree(names["EmbeddedFiles"], func(key []byte, v types.Object) {
		f.attachment(s.fileName(v, key), -1)
	})
	s.associated(cat["AF"], -1)
}

// associated notes the files that are associated with something that is taken (ISO 32000-2, 14.13): they are left out as
// all attachments are.
func (s *source) associated(list types.Object, page int) {
	for _, o := range s.doc.Array(list) {
		if spec := s.doc.Dict(o); spec["EF"] != nil && s.spend() {
			s.original.findings.attachment(s.fileName(o, nil), page)
		}
	}
}

// attachment leaves the file of a file attachment behind; its mark on the page and its words stay.
func (s *source) attachment(t types.Dict, page int) {
	spec := maps.Clone(s.doc.Dict(t["FS"]))
	s.original.findings.attachment(s.fileName(t["FS"], nil), page)
	if spec != nil {
		delete(spec, "EF")
		delete(spec, "RF")
		t["FS"] = spec
	}
}

// fileName is the last part of the name of a file specification, or the key under which it stands; "" when it has none.
func (s *source) fileName(spec types.Object, key []byte) string {
	name := pdf.Text(key)
	if b, ok := s.doc.String(spec); ok {
		name = pdf.Text(b)
	} else {
		d := s.doc.Dict(spec)
		for _, k := range [2]string{"UF", "F"} {
			if b, ok := s.doc.String(d[k]); ok && len(b) > 0 {
				name = pdf.Text(b)
				break
			}
		}
	}
	if name = strings.ReplaceAll(name, "\\", "/"); strings.Trim(name, "/ ") == "" {
		return ""
	}
	return path.Base(name)
}
