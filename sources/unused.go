package sources

import (
	"path"
	"slices"
	"strings"

	"rapporteur/sources/diag"
)

// unused tells of texts beside those that the report takes which it does not take: a statement that was forgotten lies
// there. Only folders below the manifest's are looked through, for beside the manifest all sorts of files lie.
func (r *reader) unused(m *Manifest) {
	if r.folder == nil || r.bag.Failed() { // a path that is wrong leaves its text unused, and is told
		return
	}
	used := map[string]bool{}
	var folders []string
	for _, name := range r.folder.Found() {
		used[name] = true
		dir := path.Dir(name)
		if slices.Contains(textKinds, endingOf(name)) && dir != "." && !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
	}
	for _, dir := range folders {
		for _, e := range r.folder.list(dir) {
			name := path.Join(dir, e.Name())
			if used[name] || !slices.Contains(textKinds, endingOf(name)) {
				continue
			}
			if !e.Type().IsRegular() || byTheWay(e.Name()) {
				continue
			}
			r.bag.Add("file-unused", diag.Pos{File: r.file}, diag.Args{"file": name})
		}
	}
}

// byTheWay reports whether a file is one that nobody means to print: hidden, left by a word processor, or about the
// folder.
func byTheWay(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") ||
		strings.HasPrefix(strings.ToLower(name), "readme")
}
