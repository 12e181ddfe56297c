package main

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"rapporteur/sources"
)

// example is all that the full example's manifest names, and nothing that only served to make it.
//
//go:embed starter/report.yaml starter/participants.*.csv starter/emblem.png
//go:embed starter/texts/*.md starter/texts/*/*.md starter/figures/*.png starter/originals/*.pdf
var example embed.FS

// compact is the manifests of the examples in other languages, and their words in each.
//
//go:embed compact/*.yaml compact/*.txt
var compact embed.FS

// remarkFiles say what the keys of the examples' manifests mean, in languages in which the program does not speak.
//
//go:embed remarks/*.txt
var remarkFiles embed.FS

// remarks are those by language and by the path of the key.
var remarks = sync.OnceValue(func() map[string]map[string]string { return phrasebooks(remarkFiles, "remarks") })

// laidDown is a file of an example, by its path below the example's folder.
type laidDown struct {
	name string
	data []byte
}

// starters are the words of the compact example by language.
var starters = sync.OnceValue(func() map[string]map[string]string { return phrasebooks(compact, "compact") })

// starter gives the files of the example in a language, the manifest last. Minimal is ten lines; in all others each key
// is explained, in that language.
func starter(lang string, minimal bool) ([]laidDown, error) {
	if minimal {
		return compactExample(lang, "minimal.yaml", func(manifest string) string { return manifest })
	}
	full, err := example.ReadFile("starter/" + defaultManifest)
	if err != nil {
		return nil, err
	}
	if strings.Contains(string(full), "\n  language: ["+lang+",") { // of its first edition
		return wholeExample(lang)
	}
	return compactExample(lang, "report.yaml",
		func(manifest string) string { return sources.Annotate(manifest, lang, remarks()[lang]) })
}

// wholeExample gives the files of the full example, whose keys are explained in a language.
func wholeExample(lang string) ([]laidDown, error) {
	names, err := exampleFiles()
	var list []laidDown
	for _, name := range names {
		data, readErr := example.ReadFile("starter/" + name)
		if readErr != nil {
			return nil, readErr
		}
		list = append(list, laidDown{name, data})
	}
	if err != nil {
		return nil, err
	}
	last := &list[len(list)-1]
	last.data = []byte(sources.Annotate(string(last.data), lang, remarks()[lang]))
	return list, nil
}

// compactExample gives a manifest with the words of a language, and the files that it names.
func compactExample(lang, manifest string, finish func(string) string) ([]laidDown, error) {
	data, err := compact.ReadFile("compact/" + manifest)
	if err != nil {
		return nil, err
	}
	var pairs []string
	var list []laidDown
	for _, key := range slices.Sorted(maps.Keys(starters()[lang])) {
		words := starters()[lang][key]
		pairs = append(pairs, "{"+key+"}", words)
		if strings.Contains(string(data), key) && strings.Contains(key, ".") {
			list = append(list, laidDown{key, []byte(words + "\n")})
		}
	}
	for _, name := range []string{"emblem.png", "originals/norway.pdf"} {
		if !strings.Contains(string(data), name) {
			continue
		}
		file, err := example.ReadFile("starter/" + name)
		if err != nil {
			return nil, err
		}
		list = append(list, laidDown{name, file})
	}
	written := finish(strings.NewReplacer(pairs...).Replace(string(data)))
	return append(list, laidDown{defaultManifest, []byte(written)}), nil
}

// exampleFiles lists the full example's files by their paths below its folder, the manifest last.
func exampleFiles() ([]string, error) {
	var files []string
	err := fs.WalkDir(example, "starter", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name != "starter/"+defaultManifest {
			files = append(files, name[len("starter/"):])
		}
		return err
	})
	slices.Sort(files)
	return append(files, defaultManifest), err
}
