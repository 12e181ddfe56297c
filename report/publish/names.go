package publish

import (
	"fmt"
	"path"
	"regexp"
	"strings"
)

// maxName leaves room for the suffixes in the 255 bytes that file systems give a name: a draft's holds its folders too.
const maxName = 200

var (
	nameShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$`)
	// Windows keeps these for devices, with any extension (Naming Files, Paths, and Namespaces); it also drops a dot
	// at the end.
	noName = regexp.MustCompile(`(?i)(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?(/|$)|\.(/|$)`)
)

// isName reports whether every file system can keep an artifact under this name, below its folder.
func isName(name string) bool {
	return len(name) <= maxName && nameShape.MatchString(name) && !noName.MatchString(name) &&
		!strings.HasSuffix(name, suffix)
}

// Allowed gives the name of an artifact that is made of ids as every file system can keep it: one that Windows has for
// a device has a hyphen at its end.
func Allowed(stem string) string {
	for noName.MatchString(stem) {
		stem += "-"
	}
	return stem
}

// checkNames refuses a list that some file system could not keep: names that are none, and names that meet where
// capitals do not count.
func checkNames(names []string) error {
	files, folders := map[string]bool{strings.ToLower(Sums): true}, map[string]bool{}
	for _, name := range names {
		if !isName(name) {
			return fmt.Errorf("publish: %q is no name for an artifact", name)
		}
		folded := strings.ToLower(name)
		if files[folded] {
			return fmt.Errorf("publish: two artifacts are called %s", name)
		}
		files[folded] = true
		for dir := path.Dir(folded); dir != "."; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	for _, name := range names {
		if folders[strings.ToLower(name)] {
			return fmt.Errorf("publish: %s is an artifact and the folder of another", name)
		}
	}
	if folders[strings.ToLower(Sums)] {
		return fmt.Errorf("publish: %s is a folder of artifacts", Sums)
	}
	return nil
}
