package lang

import (
	"io/fs"
	"path"
)

// Hyphenation names the pattern file and the least letters before and after a break.
type Hyphenation struct {
	File        string `yaml:"file"`
	Left, Right int
}

// Patterns gives the hyphenation patterns as a TeX file, and the least letters before and after a break; "" where the
// language is not hyphenated. Languages of one folder have the same.
func (l *Language) Patterns() (tex string, left, right int) {
	if l == nil || l.Hyphenation.File == "" || l.set == nil {
		return "", 0, 0
	}
	data, err := fs.ReadFile(l.set.folders[l.Folder], path.Join(l.Folder, l.Hyphenation.File))
	if err != nil {
		return "", 0, 0
	}
	return string(data), l.Hyphenation.Left, l.Hyphenation.Right
}
