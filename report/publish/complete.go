package publish

import (
	"io/fs"
	"slices"
)

// readySums is the list of sums while the files of a build are put in place: all of them are on the disk. No artifact
// is called so.
const readySums = Sums + "+ready" + suffix

// complete makes the files of a folder all new, or all old, where a build was ended while it put them in place: by a
// kill or a power cut, of which some renames are there and some are not. All drafts, their sums and what was kept of
// the old files were on the disk before the first rename: where each file of the list stands in its place or beside it,
// the new ones are put in place; else what was kept is put back. What cannot be moved stays, and verifying tells.
func (f *Folder) complete(entries []fs.DirEntry) {
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { _, ours := artifact(e.Name()); return ours }) {
		return
	}
	for _, list := range [2]string{readySums, Sums} {
		sums, err := f.listed(list)
		if err != nil || len(sums) == 0 {
			continue
		}
		if f.whole(sums) && f.forward(sums) {
			if list != Sums {
				f.root.Rename(list, Sums)
			}
			return
		}
	}
	f.back(entries)
}

// whole reports whether each file of a list is in the folder, in its place or as a draft.
func (f *Folder) whole(sums []Sum) bool {
	return !slices.ContainsFunc(sums, func(s Sum) bool { return !f.holds(s.Name, s) && !f.holds(temporary(s.Name), s) })
}

// holds reports whether a file is the one that a list means.
func (f *Folder) holds(file string, s Sum) bool {
	return isName(s.Name) && f.unchanged(Sum{file, s.SHA256})
}

// forward puts the drafts of a list in their places. It is false when one does not go.
func (f *Folder) forward(sums []Sum) bool {
	for _, s := range sums {
		if !f.holds(s.Name, s) && f.root.Rename(temporary(s.Name), s.Name) != nil {
			return false
		}
	}
	return true
}

// back puts what was kept of old files back in its place.
func (f *Folder) back(entries []fs.DirEntry) {
	for _, e := range entries {
		if name, ours := artifact(e.Name()); ours && isName(name) && e.Name() == backup(name) {
			f.root.Rename(e.Name(), name)
		}
	}
}
