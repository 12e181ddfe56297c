package gather

import (
	"crypto/sha256"
	"path"
	"slices"
	"strings"

	"rapporteur/sources/diag"
)

// onceEach leaves of files with the same bytes one, and of versions of one file the newest. The others are told. A file
// that the manifest names stays.
func (w *walker) onceEach() {
	known := w.known
	files := slices.Clone(w.files)
	slices.SortStableFunc(files, func(a, b *file) int { // the first of equals stays
		return worth(b, known) - worth(a, known)
	})
	first := map[[sha256.Size]byte]*file{}
	dropped := map[*file]bool{}
	for _, f := range files {
		if other := first[f.sum]; other != nil && !known(f.path) {
			w.tell("import-twice", f.path, diag.Args{"other": other.path})
			dropped[f] = true
		} else if other == nil {
			first[f.sum] = f
		}
	}
	for i, f := range files {
		for _, g := range files[i+1:] {
			if dropped[f] || dropped[g] {
				continue
			}
			if !sameButVersion(f, g) {
				if alike(f, g) && !(known(f.path) && known(g.path)) {
					w.tell("import-alike", f.path, diag.Args{"other": g.path})
				}
				continue
			}
			old, newer := f, g
			if g.version.less(f.version) || f.version == g.version && fullness(f) < fullness(g) {
				old, newer = g, f
			}
			switch {
			case known(old.path) && known(newer.path):
			case known(old.path):
				w.tell("import-newer", newer.path, diag.Args{"other": old.path})
				dropped[newer] = true
			default:
				w.tell("import-older", old.path, diag.Args{"other": newer.path})
				dropped[old] = true
			}
		}
	}
	w.files = slices.DeleteFunc(w.files, func(f *file) bool { return dropped[f] })
}

// worth ranks files that are the same: what the manifest names, then what says whose it is, then what is called final,
// then what is no copy.
func worth(f *file, known func(string) bool) int {
	return 8*rank(known(f.path)) + 4*rank(f.says()) + 2*rank(f.version.final > 0) + rank(f.version.copy == 0)
}

func rank(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// says reports whether a file's name says whose it is, or what.
func (f *file) says() bool { return f.sure || f.role != "" }

// sameButVersion reports whether two files are versions of one, or one text in two formats.
func sameButVersion(f, g *file) bool {
	if f.home != g.home || f.kind != g.kind || f.party != g.party || f.role != g.role || !sameRest(f, g) ||
		f.item != g.item || f.spelled != g.spelled ||
		f.lang != "" && g.lang != "" && f.lang != g.lang {
		return false
	}
	if f.party == nil && len(f.rest) == 0 && bareStem(f) != bareStem(g) || unlike(f, g) {
		return false
	}
	return f.version != g.version || f.kind == text && bareName(f.path) == bareName(g.path)
}

// alike reports whether two texts are of one party and in one language, though their names do not say it in the same
// words: they may be one statement, or two.
func alike(f, g *file) bool {
	return f.home == g.home && f.kind == text && g.kind == text && f.party != nil && f.party == g.party &&
		f.role == g.role && f.item == g.item && f.spelled != g.spelled && sameRest(f, g) && f.lang == g.lang &&
		!unlike(f, g)
}

// unlike reports whether two files say other things: somebody may speak twice in a session. Of short ones nothing is
// known.
func unlike(f, g *file) bool {
	return min(len(f.head), len(g.head)) > 10*shingle && max(common(f, g), common(g, f)) < sameText
}

// bareStem is a file's name as far as it is compared where it names nobody: without its version and numbers.
func bareStem(f *file) string { return copyShape.ReplaceAllString(bareName(f.path), "") }

// fullness ranks the formats of texts: what a word processor keeps has more in it.
func fullness(f *file) int {
	return slices.Index([]string{".odt", ".docx"}, strings.ToLower(path.Ext(f.path)))
}
