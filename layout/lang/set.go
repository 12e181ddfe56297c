package lang

import (
	"bytes"
	"embed"
	"encoding/binary"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

//go:embed scripts.yaml strangers.yaml strings.yaml */language.yaml */*.tex
var embedded embed.FS

// Set is the languages that there are folders for, and what to do for all others. It reads a folder when its language
// is first asked for, and is safe for concurrent use.
type Set struct {
	folders map[string]fs.FS // by folder: the file system that it stands in
	scripts scripts

	mu   sync.Mutex
	read map[string]*Language // by folder
	of   map[string]*Language // by tag
}

// Embedded gives the languages that the program brings.
var Embedded = sync.OnceValue(func() *Set {
	s := &Set{folders: map[string]fs.FS{}, scripts: readScripts(embedded)}
	s.clear()
	if err := s.add(embedded); err != nil {
		panic(fmt.Sprintf("lang: %v", err)) // an embedded file system
	}
	return s
})

// With gives the set and the languages whose folders stand in files, which come before those of the same name. An
// error names the folder that cannot be read.
func (s *Set) With(files fs.FS) (*Set, error) {
	more := &Set{folders: maps.Clone(s.folders), scripts: s.scripts}
	more.clear()
	if err := more.add(files); err != nil {
		return nil, err
	}
	for code := range more.folders {
		if _, err := more.folder(code); err != nil {
			return nil, err
		}
	}
	return more, nil
}

func (s *Set) clear() { s.read, s.of = map[string]*Language{}, map[string]*Language{} }

// add notes the folders that hold a language.
func (s *Set) add(files fs.FS) error {
	found, err := fs.Glob(files, "*/language.yaml")
	if err != nil {
		return err
	}
	for _, name := range found {
		s.folders[path.Dir(name)] = files
	}
	return nil
}

// folder reads the language of a folder; nil if there is none.
func (s *Set) folder(code string) (*Language, error) {
	if l := s.read[code]; l != nil || s.folders[code] == nil {
		return l, nil
	}
	data, err := fs.ReadFile(s.folders[code], code+"/language.yaml")
	if err != nil {
		return nil, err
	}
	l := &Language{Tag: code, Folder: code, set: s}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(l); err != nil {
		return nil, fmt.Errorf("%s/language.yaml: %w", code, err)
	}
	if l.Script == "" {
		l.Script = scriptOf(code)
	}
	s.read[code] = l
	return l, nil
}

// Of gives the language of a tag: that of its folder, or else of the folder of the tag without its region, its script
// and so on (RFC 4647, "Lookup"). Without any folder it is a language without words, set as its script is. The same
// tag gives the same Language.
func (s *Set) Of(tag string) *Language {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.of[tag]
	if l == nil {
		l = s.find(tag)
		s.of[tag] = l
	}
	return l
}

// Other gives the language of another tag, from the set that this one is of.
func (l *Language) Other(tag string) *Language { return l.set.Of(tag) }

func (s *Set) find(tag string) *Language {
	script := scriptOf(tag)
	for code := range truncated(tag) {
		in, err := s.folder(code)
		switch {
		case err != nil:
			panic(fmt.Sprintf("lang: %v", err)) // an embedded file, or one that With has read: tests load them all
		case in == nil:
			continue
		case code == tag:
			return in
		}
		l := *in
		l.Tag = tag
		if script != scriptOf(code) { // the same language in other letters: its patterns know none of them
			l.Script, l.Leading, l.Hyphenation = script, 0, Hyphenation{}
		}
		return &l
	}
	return &Language{Tag: tag, Script: script, set: s}
}

// truncated gives a tag, then the tag without its last subtag, down to the language.
func truncated(tag string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for tag != "" && yield(tag) {
			tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
		}
	}
}

// Named gives the tag of the language that has a name in itself or in another language of the set; "" if none has.
func (s *Set) Named(name string) string {
	for _, code := range s.Codes() {
		l := s.Of(code)
		if strings.EqualFold(l.Name, name) {
			return code
		}
		for _, tag := range slices.Sorted(maps.Keys(l.Languages)) {
			if strings.EqualFold(l.Languages[tag], name) {
				return tag
			}
		}
	}
	return ""
}

// Names lists what the languages are called in themselves and in each other, as Named knows them.
func (s *Set) Names() (list []string) {
	for _, code := range s.Codes() {
		l := s.Of(code)
		list = append(list, l.Name)
		for _, tag := range slices.Sorted(maps.Keys(l.Languages)) {
			list = append(list, l.Languages[tag])
		}
	}
	return list
}

// Codes lists the folders, sorted.
func (s *Set) Codes() []string { return slices.Sorted(maps.Keys(s.folders)) }

// Complete lists the languages that a report may be written in, sorted: those whose folder says all that a report
// prints.
func (s *Set) Complete() []string {
	return slices.DeleteFunc(s.Codes(), func(code string) bool { return len(s.Of(code).Lacks()) > 0 })
}

// Canonical appends the files of all folders by name, each name and each file with its length before it, and what
// follows from scripts: two sets that write the same set every text alike.
func (s *Set) Canonical(b []byte) []byte {
	text := func(t string) { b = append(binary.AppendUvarint(b, uint64(len(t))), t...) }
	text(fmt.Sprint(s.scripts)) // maps are printed in order
	for _, code := range s.Codes() {
		names, err := fs.Glob(s.folders[code], code+"/*")
		if err != nil {
			panic(fmt.Sprintf("lang: %v", err)) // a folder's name cannot be a bad pattern: add has globbed it
		}
		for _, name := range names {
			data, err := fs.ReadFile(s.folders[code], name)
			text(name)
			text(string(data))
			text(fmt.Sprint(err))
		}
	}
	return b
}
