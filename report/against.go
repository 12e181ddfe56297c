package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"

	"rapporteur/report/ledger"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// hashes are the sums of the files that the report is made from, but for originals, whose own stand in the ledger.
func (b *build) hashes() (map[string]string, error) {
	names := slices.Concat([]string{filepath.Base(b.in.Manifest)}, b.manifest.Files, b.folder.Found())
	out := map[string]string{}
	for _, name := range names {
		if _, known := out[name]; known || b.originals.named[name] != nil {
			continue
		}
		sum, err := hashOf(b.folder, name)
		if err != nil {
			return nil, fmt.Errorf("summing %s: %w", name, err)
		}
		out[name] = sum
	}
	return out, nil
}

func hashOf(folder *sources.Folder, name string) (string, error) {
	f, err := folder.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Against compares the files in a folder with those that a report was made from, as its ledger has them. What is
// missing there or another is a finding; that the folder or the ledger cannot be read is an error. Whether the report
// is the ledger's Verify says.
func Against(pdf, dir string) ([]diag.Diagnostic, error) {
	account, err := readLedger(LedgerBeside(pdf))
	if err != nil {
		return nil, err
	}
	folder, err := sources.OpenFolder(nil, dir)
	if err != nil {
		return nil, fmt.Errorf("opening the folder of the manifest: %w", err)
	}
	defer folder.Close()
	want := maps.Clone(account.Sources)
	if want == nil {
		want = map[string]string{}
	}
	for _, o := range originalsIn(account) {
		want[o.File] = o.SHA256
	}
	var bag diag.Bag
	for _, name := range slices.Sorted(maps.Keys(want)) {
		switch sum, err := hashOf(folder, name); {
		case err != nil:
			bag.Add("verify-source-missing", diag.Pos{File: name}, diag.Args{"cause": err.Error()})
		case sum != want[name]:
			bag.Add("verify-source-other", diag.Pos{File: name}, diag.Args{})
		}
	}
	return bag.All(), nil
}

func originalsIn(l *ledger.Ledger) (list []ledger.Original) {
	items := slices.Concat(l.Statements, l.Annexes)
	if l.Summary != nil {
		items = append(items, *l.Summary)
	}
	for _, it := range items {
		list = append(list, it.Originals...)
	}
	return list
}
