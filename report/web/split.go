package web

import (
	"regexp"
	"strings"

	"rapporteur/report/compose"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
)

// page is a page of the HTML edition: a part of the report, with the originals that stand behind it.
type page struct {
	compose.Piece
	file     string   // its name in the folder of the edition
	also     []string // ids of places that stand here in their stead
	received []*document.Part
}

// pages is an HTML edition taken apart. at tells on which page the place of an id is, by its index.
type pages struct {
	list []*page
	at   map[string]int
}

// split makes a page of each part. An original has none: what is said of it stands at the end of the page before, as
// does a half-title, which says nothing that the cover does not. The first page is the one that the folder is opened
// with.
func split(e *Edition) *pages {
	out := &pages{at: map[string]int{}}
	var last *page
	for _, p := range e.Composition.Pieces() {
		switch {
		case p.Part.Kind.Received() && last != nil:
			last.received = append(last.received, p.Part)
			continue
		case p.Part.Kind == ledger.HalfTitle && last != nil:
			last.also = append(last.also, p.ID)
			continue
		}
		file := fileOf(p.ID)
		if last == nil {
			file = home
		}
		last = &page{Piece: p, file: file}
		out.list = append(out.list, last)
	}
	out.places()
	return out
}

// places notes on which page every id is.
func (p *pages) places() {
	for i, one := range p.list {
		p.at[one.ID] = i
		for _, id := range one.also {
			p.at[id] = i
		}
		for _, part := range one.received {
			p.at[part.ID] = i
		}
		compose.Anchors(one.Blocks, func(id string) { p.at[id] = i })
	}
}

// home is the page that a folder is opened with.
const home = "index.html"

// taken are names that systems or servers keep for something else (Naming Files, Paths, and Namespaces).
var taken = regexp.MustCompile(`(?i)^(index|con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// fileOf is the name of the page that begins at an id. Ids are unique whatever their capitals, those of the manifest
// have neither a colon nor a dot, and ours have a colon.
func fileOf(id string) string {
	if taken.MatchString(id) {
		id = "item:" + id
	}
	return strings.ReplaceAll(id, ":", ".") + ".html"
}
