package unit

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// actionKinds are the actions of the standard (ISO 32000-2, table 201). A finding names no other: what a hostile file
// calls its actions is told to nobody.
var actionKinds = []string{"GoTo", "GoToR", "GoToE", "GoToDp", "Launch", "Thread", "URI", "Sound", "Movie", "Hide",
	"Named",
	"SubmitForm", "ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView",
	"RichMediaExecute"}

// unknownKind is the What of a finding about a thing of a kind that the standard does not have.
const unknownKind = "unknown"

// actionKind is the kind of an action, as a finding names it.
func (s *source) actionKind(d types.Dict) string {
	if kind := s.doc.Name(d["S"]); slices.Contains(actionKinds, kind) {
		return kind
	}
	return unknownKind
}

// maxChain is how many actions may follow one another when a link is followed; one or two are common.
const maxChain = 32

// chain visits an action and those that follow it (Next: ISO 32000-1, 12.6.2) in the order in which they would act,
// each once, so that a circle ends.
func (s *source) chain(o types.Object, visit func(d types.Dict)) {
	if o == nil {
		return
	}
	var seen map[int]bool
	for todo := []types.Object{o}; len(todo) > 0 && s.spend(); {
		last := len(todo) - 1
		o, todo = todo[last], todo[:last]
		n := pdf.RefNumber(o)
		if n > 0 && seen[n] {
			continue
		}
		switch v := s.doc.Resolve(o).(type) {
		case types.Dict:
			visit(v)
			if v["Next"] == nil {
				continue
			}
			todo = append(todo, v["Next"])
		case types.Array:
			for i := len(v) - 1; i >= 0; i-- {
				todo = append(todo, v[i])
			}
		}
		if n > 0 {
			if seen == nil {
				seen = map[int]bool{}
			}
			seen[n] = true
		}
	}
}

// action is an action, with those that follow it, as it may stay: only what leads the reader somewhere does, and what
// follows an action that goes takes its place. It is nil where nothing stays; out when it led to a page that is not
// taken. page is the original's page on which it is met, -1 for none.
func (s *source) action(o types.Object, page int) (a types.Dict, out bool) {
	var stay types.Array
	s.chain(o, func(d types.Dict) {
		t, left := s.lead(d, page)
		out = out || left
		switch {
		case t == nil:
		case len(stay) == maxChain:
			s.original.findings.add(Tangled, "", page)
		default:
			stay = append(stay, t)
		}
	})
	if len(stay) == 0 {
		return nil, out
	}
	a = stay[0].(types.Dict)
	if len(stay) > 1 {
		a["Next"] = stay[1:]
	}
	return a, false
}

// lead is one action made anew from what leads the reader somewhere in it; nil for one that does more than that, or
// leads nowhere. PDF/A (ISO 19005-3, 6.5.1) allows the same kinds, and links to other files besides: those would lead
// to whatever stands beside the report under that name.
func (s *source) lead(d types.Dict, page int) (a types.Dict, out bool) {
	found := &s.original.findings
	switch kind := s.doc.Name(d["S"]); kind {
	case "":
		return nil, false
	case "GoTo":
		dest, out := s.destination(d["D"])
		if dest == nil && !out {
			found.add(LinkDead, "", page)
		}
		return goTo(dest), out
	case "URI":
		raw, _ := s.doc.String(d["URI"])
		return s.uriAction(raw, d["IsMap"], page), false
	case "Named":
		switch name := s.doc.Name(d["N"]); name {
		case "NextPage", "PrevPage":
			return types.Dict{"S": types.Name("Named"), "N": types.Name(name)}, false
		case "FirstPage":
			return goTo(types.Array{symbol{PageRef, 0}, types.Name("Fit")}), false
		case "LastPage":
			return goTo(types.Array{symbol{PageRef, len(s.original.taken) - 1}, types.Name("Fit")}), false
		}
	case "Thread":
		if dest, out, ok := s.thread(d); ok {
			return goTo(dest), out
		}
	case "GoToR":
		if url, ok := s.web(d["F"]); ok {
			return s.uriAction(url, nil, page), false
		}
		found.add(LinkToFile, "", page)
		return nil, false
	}
	found.add(ActionRemoved, s.actionKind(d), page)
	return nil, false
}

// goTo is an action that leads to a destination; nil without one.
func goTo(dest types.Array) types.Dict {
	if dest == nil {
		return nil
	}
	return types.Dict{"S": types.Name("GoTo"), "D": dest}
}

// thread is where an action leads that begins to read an article (ISO 32000-1, 12.6.4.6): articles stay behind, their
// place does not. It is false when the article is another file's, or is not to be found.
func (s *source) thread(d types.Dict) (dest types.Array, out, ok bool) {
	if d["F"] != nil {
		return nil, false, false
	}
	threads := s.doc.Array(s.doc.Catalog()["Threads"])
	article := s.doc.Dict(d["D"])
	if i, is := s.doc.Int(d["D"]); is && i >= 0 && i < len(threads) {
		article = s.doc.Dict(threads[i])
	} else if title, is := s.doc.String(d["D"]); is {
		for _, o := range threads {
			t, _ := s.doc.String(s.doc.Dict(s.doc.Dict(o)["I"])["Title"])
			if s.spend() && pdf.Text(t) == pdf.Text(title) {
				article = s.doc.Dict(o)
				break
			}
		}
	}
	bead := s.doc.Dict(d["B"])
	if bead == nil {
		bead = s.doc.Dict(article["F"])
	}
	r, sound := s.doc.Rect(bead["R"])
	if !sound {
		return nil, false, false
	}
	dest, out = s.destination(types.Array{bead["P"], types.Name("FitR"),
		types.Float(r.X0), types.Float(r.Y0), types.Float(r.X1), types.Float(r.Y1)})
	return dest, out, dest != nil || out
}

// triggers notes the actions of an additional-actions dictionary, none of which is taken: they act by themselves.
func (s *source) triggers(o types.Object, page int) {
	aa := s.doc.Dict(o)
	for _, k := range pdf.SortedKeys(aa) {
		s.acted(aa[k], page)
	}
}

// acted notes an action, and those that follow it, none of which is taken.
func (s *source) acted(o types.Object, page int) {
	s.chain(o, func(d types.Dict) { s.original.findings.add(ActionRemoved, s.actionKind(d), page) })
}

// acts reports whether a dictionary that is met anywhere in an original is an action that may not stay: no reader is
// known to look for one there, and none shall find it. What lead made anew does not act.
func (s *source) acts(d types.Dict) bool {
	if s.original == nil || d["S"] == nil {
		return false
	}
	kind := s.doc.Name(d["S"])
	if !slices.Contains(actionKinds, kind) {
		return false
	}
	switch kind {
	case "GoTo":
		return false
	case "URI":
		raw, _ := s.doc.String(d["URI"])
		_, kind := s.address(raw)
		return kind != "" || len(raw) == 0 && d["URI"] != nil
	case "Named":
		name := s.doc.Name(d["N"])
		return name != "NextPage" && name != "PrevPage"
	}
	return true
}

// triggered notes what the value of a key AA would do, and reports whether it does anything: a font may have the name,
// too.
func (s *source) triggered(o types.Object) bool {
	if s.original == nil {
		return false
	}
	acts := false
	for _, t := range s.doc.Dict(o) {
		acts = acts || s.doc.Dict(t)["S"] != nil || !s.spend()
	}
	if acts {
		s.triggers(o, s.at)
	}
	return acts
}

// hidden reports whether an object is such an action, and notes it where it was met.
func (s *source) hidden(o types.Object) bool {
	d, ok := o.(types.Dict)
	if !ok || !s.acts(d) {
		return false
	}
	s.original.findings.add(ActionRemoved, s.actionKind(d), s.at)
	return true
}
