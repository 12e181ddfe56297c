package unit

import (
	"slices"

	"rapporteur/sources/pdf"
)

// activeCodes are the findings about what acts, plays or reaches out of an original, and was removed.
var activeCodes = []string{ActionRemoved, AddressRemoved, LinkToFile, MediaRemoved, ExternalData}

// Active is what was removed from an original because it acts, plays or reaches out of it: on the pages that are taken
// and in the file as a whole.
func (u *Unit) Active() []Finding {
	var out []Finding
	for _, f := range u.Findings {
		if slices.Contains(activeCodes, f.Code) {
			out = append(out, f)
		}
	}
	return out
}

// inactive are actions that only show something else of the same file, or nothing at all.
var inactive = []string{"GoTo", "GoToR", "Named", "Hide", "SetOCGState", "Trans", "GoTo3DView", "Thread", "ResetForm"}

// active names what a file does when somebody opens it or clicks into it, each once in the order in which it was found:
// scripts, programs that it starts, files with it that can run, media that it plays, data that it sends. Such a file is
// shown on its pages without what acts, but handed on as it is only where the editor says so. list are the findings of
// its unit, made of all of its pages.
func active(doc *pdf.Document, list []Finding) []string {
	var out []string
	for _, f := range list {
		acts := f.Code == MediaRemoved || f.Code == ExternalData || f.Code == AttachmentExecutable ||
			f.Code == ActionRemoved && !slices.Contains(inactive, f.What) ||
			f.Code == AddressRemoved && f.What != "file:" // an address of a file only tells where it lay
		if acts && !slices.Contains(out, f.What) {
			out = append(out, f.What)
		}
	}
	if doc.Dict(doc.Catalog()["AcroForm"])["XFA"] != nil { // a form of Adobe's that is a program of its own
		out = append(out, "XFA")
	}
	return out
}
