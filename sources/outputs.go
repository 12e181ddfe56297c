package sources

import (
	"slices"
	"strconv"
)

// What a report is published as: the whole, documents of its parts, and what is read otherwise than on paper.
const (
	OutputReport          = "report"
	OutputSummary         = "summary"
	OutputStatements      = "statements"      // each by itself
	OutputSessions        = "sessions"        // each with its statements
	OutputRecommendations = "recommendations" // all together
	OutputOriginals       = "originals"       // each as it was received
	OutputPage            = "page"            // the page that lists all documents, and their feed
	OutputHTML            = "html"            // the whole, in HTML
	OutputAKN             = "akn"             // the whole, in Akoma Ntoso
	OutputCitations       = "citations"       // the statements, for bibliographies
)

// OutputVolumes is what the volumes of a report are called among its outputs: the key `volumes` asks for them.
const OutputVolumes = "volumes"

// How a report is divided into volumes, where it is not by a number of pages.
const (
	VolumesByPart    = "part"
	VolumesBySession = "session"
)

// leastVolume and mostVolume bound the pages of a volume: what can be bound, and what anybody would carry.
const leastVolume, mostVolume = 20, 2000

// volumesKind takes one of two words, or a number of pages.
var volumesKind = kind{en: "one of these words, or a number of pages", fr: "l’un de ces mots, ou un nombre de pages",
	allowed: []string{VolumesByPart, VolumesBySession},
	read: sound(func(m *mapping, k *key, t Text) bool {
		if n, err := strconv.Atoi(t.Value); err == nil {
			if n < leastVolume || n > mostVolume {
				m.badNumber(k.name, t, leastVolume*1000, mostVolume*1000, "")
				return false
			}
			return true
		}
		return slices.Contains(k.kind.allowed, t.Value) || m.chosen(k, t)
	})}

// outputs are the words that `outputs` takes.
var outputs = []string{OutputReport, OutputSummary, OutputStatements, OutputSessions, OutputRecommendations,
	OutputOriginals, OutputPage, OutputHTML, OutputAKN, OutputCitations}

// OfReport reports whether an output shows the whole report, and leads to its pages: it is never published without it.
func OfReport(output string) bool {
	return slices.Contains([]string{OutputPage, OutputHTML, OutputAKN, OutputCitations}, output)
}
