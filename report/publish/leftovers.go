package publish

import "slices"

// leftSums lists what killed builds were putting in place: their lists of sums, until a build succeeds. No artifact
// is called so.
const leftSums = Sums + "+left" + suffix

// clean removes what killed builds left beside the artifacts. The lock is held: no other build's files are among them.
func (f *Folder) clean() error {
	entries, err := f.root.ReadDir(".")
	if err != nil {
		return err
	}
	if err := f.remember(); err != nil {
		return err
	}
	f.complete(entries)
	for _, e := range entries {
		name, ours := artifact(e.Name())
		if !ours {
			continue
		}
		if isName(name) {
			f.removeEmpty(name)
		}
		f.root.Remove(e.Name())
	}
	f.root.Remove(readySums)
	return nil
}

// remember notes the sums of a build that was killed while it put files in place. Some of them may stand there by
// now, unlike what the standing sums say, or unknown to them; if the builds to come do not make these files, nobody
// else would ever remove them.
func (f *Folder) remember() error {
	known, err := f.listed(leftSums)
	if err != nil {
		return err
	}
	begun, err := f.listed(readySums)
	if err != nil {
		return err
	}
	if len(begun) > 0 { // what stands may be complete: then the list that is to come does not know it
		standing, err := f.listed(Sums)
		if err != nil {
			return err
		}
		begun = append(begun, standing...)
	}
	var list []byte
	for _, s := range begun {
		if !slices.Contains(known, s) {
			list = append(list, s.line()...)
		}
	}
	if len(list) == 0 {
		return nil
	}
	out, err := f.root.Append(leftSums)
	if err != nil {
		return err
	}
	_, err = out.Write(list)
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}
