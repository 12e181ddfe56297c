package office

import (
	"bytes"
	"fmt"
	"strings"

	"rapporteur/sources/diag"
)

// Source says what is read and where findings go.
type Source struct {
	File    string // as findings name it
	Item    string // id of the report's item that the text belongs to
	Changes string // what becomes of tracked changes: Accept, Original, or Refuse
	Bag     *diag.Bag
}

// What may become of tracked changes.
const (
	Accept   = "accept"   // the text as it is with all of them
	Original = "original" // the text as it was before them
	Refuse   = "error"    // a text that has any is not printed
)

// Read reads the text of a file of a word processor, of either kind. What it cannot keep goes into the source's Bag.
// Errors say why there is no text at all: ErrNotArchive, ErrBomb, ErrBroken, ErrDoctype, ErrNested, ErrTooMuch,
// ErrNoText, ErrEncrypted, ErrOldWord or ErrBadName.
func Read(data []byte, source Source) (*Document, error) {
	if strings.HasPrefix(string(data[:min(len(data), 4)]), "\xd0\xcf\x11\xe0") {
		if bytes.Contains(data, []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")) {
			return nil, ErrOldWord
		}
		return nil, ErrEncrypted // Word keeps a protected text in a file of the old kind
	}
	a, err := openArchive(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	t := &teller{source: source, losses: map[string]*loss{}}
	var d *Document
	if a.has("content.xml") {
		d, err = readODT(a, t)
	} else {
		d, err = readDOCX(a, t)
	}
	if err != nil {
		return nil, err
	}
	t.finish()
	return d, nil
}

// relation is a line of a part's relations: what it refers to (ECMA-376-2, 9.3).
type relation struct {
	kind, target string
	external     bool
}

// relations reads those of a part, by their ids. Targets are names in the archive, but for external ones.
func (a *archive) relations(part string) (map[string]relation, error) {
	folder, name := "", part
	if i := strings.LastIndexByte(part, '/'); i >= 0 {
		folder, name = part[:i+1], part[i+1:]
	}
	tree, err := a.parse(folder+"_rels/"+name+".rels", "", nil)
	if err != nil {
		return nil, fmt.Errorf("relations: %w", err)
	}
	all := map[string]relation{}
	if tree = tree.kid("rel:Relationships"); tree == nil {
		return all, nil
	}
	for _, k := range tree.kids {
		if k.get("Id") == "" { // white space among them
			continue
		}
		r := relation{kind: k.get("Type"), target: k.get("Target"), external: k.get("TargetMode") == "External"}
		if i := strings.LastIndexByte(r.kind, '/'); i >= 0 {
			r.kind = r.kind[i+1:]
		}
		if !r.external {
			r.target = within(folder, r.target)
		}
		all[k.get("Id")] = r
	}
	return all, nil
}

// within resolves a reference from a part in folder to another part's name.
func within(folder, target string) string {
	if rest, absolute := strings.CutPrefix(target, "/"); absolute {
		return rest
	}
	for {
		switch {
		case strings.HasPrefix(target, "./"):
			target = target[2:]
		case strings.HasPrefix(target, "../"):
			target = target[3:]
			folder = strings.TrimSuffix(folder, "/")
			folder = folder[:strings.LastIndexByte(folder, '/')+1]
		default:
			return folder + target
		}
	}
}
