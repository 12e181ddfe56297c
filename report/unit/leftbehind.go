package unit

import (
	"cmp"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// leaveBehind notes what an original does and holds as a whole and the report does not take: scripts, actions on
// opening. The files that are attached to the whole of it are taken.
func (s *source) leaveBehind() {
	f, cat := &s.original.findings, s.doc.Catalog()
	if d, ok := s.doc.Resolve(cat["OpenAction"]).(types.Dict); ok {
		s.chain(d, func(d types.Dict) {
			if kind := s.doc.Name(d["S"]); kind != "GoTo" && kind != "" { // the report opens at its own beginning
				f.add(ActionRemoved, s.actionKind(d), -1)
			}
		})
	}
	s.triggers(cat["AA"], -1)
	names := s.doc.Dict(cat["Names"])
	s.doc.NameTree(names["JavaScript"], func([]byte, types.Object) { f.add(ActionRemoved, "JavaScript", -1) })
	s.doc.NameTree(names["EmbeddedFiles"], func(key []byte, v types.Object) {
		if e, ok := s.doc.Embedded(v); !ok { // filed, and not there
			f.add(AttachmentBroken, attachedName(cmp.Or(e.Name, pdf.Text(key))), -1).Why = "missing"
			return
		}
		s.attach(v, key, -1, false)
	})
	s.associated(cat["AF"], -1)
}
