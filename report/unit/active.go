package unit

import (
	"slices"

	"rapporteur/sources/pdf"
)

// inactive are actions that only show something else of the same file, or nothing at all.
var inactive = []string{"Named", "Hide", "SetOCGState", "Trans", "GoTo3DView", "Thread", "ResetForm", "NOP"}

// active names what a file does when somebody opens it or clicks into it, each once in the order in which it was found:
// scripts, programs that it starts, files with it that can run, data that it sends. Such a file is shown on its pages
// without what acts, but handed on as it is only where the editor says so. list are the findings of its unit, made of
// all of its pages: whoever finds something else that acts adds its code here.
func active(doc *pdf.Document, list []Finding) []string {
	var out []string
	add := func(what string) {
		if !slices.Contains(out, what) {
			out = append(out, what)
		}
	}
	for _, f := range list {
		switch f.Code {
		case ActionRemoved:
			if !slices.Contains(inactive, f.What) {
				add(f.What)
			}
		case AttachmentExecutable:
			add(f.What)
		}
	}
	if doc.Dict(doc.Catalog()["AcroForm"])["XFA"] != nil { // a form of Adobe's that is a program of its own
		add("XFA")
	}
	return out
}
