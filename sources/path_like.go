package sources

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// pathLike reports whether a text is meant as the path of a file, whose ending it lacks, and gives that file's where
// there is one: of this name, or of a name alike in whatever folder.
func (r *reader) pathLike(name string) (found string, is bool) {
	if len(name) > maxPathLike || strings.ContainsAny(name, "\n*<\"") || strings.Contains(name, "://") ||
		strings.Contains(name, "](") || r.folder == nil {
		return "", false
	}
	path := strings.ReplaceAll(strings.TrimRight(name, ". "), `\`, "/")
	if r.folder.Check(path) == nil {
		return path, true
	}
	if strings.HasSuffix(path, "/") && !strings.ContainsFunc(path, unicode.IsSpace) {
		return "", true
	}
	for _, kind := range textKinds {
		if r.folder.Check(path+kind) == nil {
			return path + kind, true
		}
	}
	folder, _, below := strings.Cut(path, "/")
	if words := len(strings.Fields(name)); words > fewWords || words > 1 && sentenceEnds(name) {
		return "", below && !sentenceEnds(name) && r.folder.list(folder) != nil
	}
	if found := r.textAlike(path); found != "" {
		return found, true
	}
	if below && strings.ContainsFunc(name, unicode.IsSpace) {
		// "See A/66/1" begins with no folder, nor does "A/66/1 (b)"
		return "", !strings.ContainsFunc(folder, unicode.IsSpace) && utf8.RuneCountInString(folder) >= leastFolder
	}
	return "", pathShape.MatchString(path)
}

// pathShape is folders and a name: words with / between them, and no sign that a sentence has.
var pathShape = pattern.Of(`^(?:[A-Za-z]:/|\.{0,2}/)?[\p{L}\p{M}\p{N}_.-]+` +
	`(?:/[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_-])+$|^[A-Za-z]:/`)

const (
	maxPathLike = 200 // how many bytes a text has at most that is taken for a path
	leastFolder = 4   // how many letters a folder's name has at least, where it is all that speaks for a path
	fewWords    = 3   // how many words it has at most, where no folder of that name is there
)

// sentenceEnds reports whether words end as a sentence does.
func sentenceEnds(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…:;。！？：؟؛।", last)
}

// textAlike gives the file of a text whose name has the letters of a path's last part, or all but one of many: in the
// folder or in one in it.
func (r *reader) textAlike(name string) string {
	wanted := fold(path.Base(name))
	if wanted == "" {
		return ""
	}
	names, files := []string{}, map[string]string{}
	folders := []string{"."}
	for i := 0; i < len(folders); i++ {
		for _, e := range r.folder.list(folders[i]) {
			ending := endingOf(e.Name())
			if e.IsDir() && i == 0 {
				folders = append(folders, e.Name())
			}
			letters := fold(strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
			if e.IsDir() || !slices.Contains(textKinds, ending) || letters == "" || files[letters] != "" {
				continue
			}
			names, files[letters] = append(names, letters), path.Join(folders[i], norm.NFC.String(e.Name()))
		}
	}
	return files[diag.Nearest(wanted, names, min(utf8.RuneCountInString(wanted)/longName, 1))]
}

// longName is how many letters a name has at least in which one may be wrong.
const longName = 8
