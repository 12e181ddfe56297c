package sources

import (
	"path"
	"slices"
	"strings"

	"rapporteur/sources/diag"
)

// unused tells of texts and originals beside those that the report takes which it does not take: a statement that was
// forgotten lies there. Only folders below the manifest's are looked through, for beside the manifest all sorts of
// files lie.
func (r *reader) unused(m *Manifest) {
	if r.folder == nil || r.bag.Failed() { // a path that is wrong leaves its text unused, and is told
		return
	}
	used := map[string]bool{}
	var folders, received []string
	for _, name := range r.folder.Found() {
		used[name] = true
		dir := path.Dir(name)
		if slices.Contains(textKinds, endingOf(name)) && dir != "." && !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
		if strings.EqualFold(path.Ext(name), ".pdf") && dir != "." && !slices.Contains(received, dir) {
			received = append(received, dir)
		}
	}
	for _, dir := range folders {
		r.unusedIn(dir, used, unusedDepth)
	}
	for _, dir := range received {
		r.unusedOriginals(dir, used)
	}
}

// unusedOriginals tells of the PDFs of a folder of originals that are none; but one that was made of a file which is
// used, or of which that was made, lies there rightly.
func (r *reader) unusedOriginals(dir string, used map[string]bool) {
	stem := func(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
	stems := map[string]bool{}
	for name := range used {
		stems[stem(name)] = true
	}
	for _, e := range r.folder.list(dir) {
		name := path.Join(dir, e.Name())
		isPDF := e.Type().IsRegular() && strings.EqualFold(path.Ext(name), ".pdf")
		if isPDF && !stems[stem(name)] && !byTheWay(e.Name()) {
			r.bag.Add("file-unused", diag.Pos{File: r.file}, diag.Args{"file": name})
		}
	}
}

// unusedDepth is how many folders of folders are looked through, at most.
const unusedDepth = 4

// unusedIn tells of the files of a folder, and of those in it, that may hold a text. What a folder below holds that has
// a used text of its own is told with that folder.
func (r *reader) unusedIn(dir string, used map[string]bool, depth int) {
	for _, e := range r.folder.list(dir) {
		name := path.Join(dir, e.Name())
		switch {
		case used[name] || byTheWay(e.Name()) || e.IsDir() && r.otherEdition(e.Name()):
		case e.IsDir() && depth > 0:
			r.unusedIn(name, used, depth-1)
		case e.Type().IsRegular() && slices.Contains(writings, endingOf(name)):
			used[name] = true // it is told once
			r.bag.Add("file-unused", diag.Pos{File: r.file}, diag.Args{"file": name})
		}
	}
}

// otherEdition reports whether a folder is named by a language that reports are written in, and this one is not: what
// it holds is for an edition that is not made now.
func (r *reader) otherEdition(folder string) bool {
	return r.editions.has(r.editions.tag(folder)) && !slices.Contains(r.languages, r.editions.tag(folder))
}

// writings are the endings of files in which people send texts, whether or not they are taken as such.
var writings = slices.Concat(textKinds, documents, []string{".docm", ".fodt", ".wpd", ".wps", ".tex", ".msg", ".eml"})

// byTheWay reports whether a file is one that nobody means to print: hidden, left by a word processor, or about the
// folder.
func byTheWay(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") ||
		strings.HasPrefix(strings.ToLower(name), "readme")
}
