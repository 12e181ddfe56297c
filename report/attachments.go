package report

import (
	"strconv"

	"rapporteur/report/assembly"
	"rapporteur/report/ledger"
	"rapporteur/report/unit"
)

// filing gives the attachments of all originals the keys under which readers list them: the item's id, a stroke and the
// file's name, so that files of one name of two statements never meet, nor in one, where the second is numbered. A file
// that an item has twice is filed once.
type filing map[string]string // keys in use, and the sum of the file under each

// attached says how the attachments of an original of an item stand in the report. owner is the title of its pages.
func (f filing) attached(item, owner string, list []unit.Attachment) []assembly.Attached {
	var out []assembly.Attached
	for _, a := range list {
		as := assembly.Attached{Description: owner}
		if a.Description != "" {
			as.Description += ": " + a.Description
		}
		if !a.Marked {
			as.Key = f.key(item+"/"+a.Name, a.SHA256)
		}
		out = append(out, as)
	}
	return out
}

func (f filing) key(name, sum string) string {
	key := name
	for n := 2; ; n++ {
		if used, ok := f[key]; !ok || used == sum {
			f[key] = sum
			return key
		}
		key = name + " (" + strconv.Itoa(n) + ")"
	}
}

// attachments are the files of an original as the ledger has them: those that were attached to it, and itself.
func (e *edition) attachments(
	r assembly.Run, list []unit.Attachment,
) (whole *ledger.Attachment, all []ledger.Attachment) {
	for i, a := range list {
		as := r.Original.Attached[i]
		line := ledger.Attachment{Key: as.Key, Page: r.First + a.Page, Name: a.Name, Description: as.Description,
			Type: a.MIME, Bytes: a.Size, SHA256: a.SHA256, Relationship: a.Relationship}
		if a.Whole {
			whole = &line
			continue
		}
		all = append(all, line)
	}
	return whole, all
}

// ownerOf is what readers show as the owner of an original's files.
func ownerOf(title, file string) string {
	if title == "" {
		return file
	}
	return title
}
