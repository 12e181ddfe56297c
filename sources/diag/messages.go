package diag

import (
	"embed"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

//go:embed messages/*.yaml
var messageFiles embed.FS

// entry is one code's block in a language file. Only the English file gives a severity, error where it is silent.
type entry struct {
	Severity string `yaml:"severity"`
	Message  ways   `yaml:"message"`
	One      ways   `yaml:"one"`  // the message instead, where {count} is 1
	Many     string `yaml:"many"` // the message instead, for many characters of one script
	Hint     ways   `yaml:"hint"`
	// Words translates, for each argument named, the stable words that the program passes in it: one word, or several
	// with commas between them.
	Words map[string]map[string]string `yaml:"words"`
}

// message chooses between the wordings for one and for several.
func (e entry) message(args Args) string {
	if len(e.One) > 0 && args["count"] == "1" {
		return e.One.fitting(args)
	}
	return e.Message.fitting(args)
}

// ways are ways to say something. The first whose placeholders can all be filled is used; most codes have only one.
type ways []string

// UnmarshalYAML implements yaml.Unmarshaler: one way may stand without a list.
func (w *ways) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*w = ways{n.Value}
		return nil
	}
	return n.Decode((*[]string)(w))
}

// placeholder is where an argument is put.
var placeholder = regexp.MustCompile(`\{([a-z]+)\}`)

// fitting gives the first way that the arguments fill, or the last.
func (w ways) fitting(args Args) string {
	for i, way := range w {
		lacks := slices.ContainsFunc(placeholder.FindAllStringSubmatch(way, -1), func(m []string) bool {
			return args[m[1]] == ""
		})
		if !lacks || i == len(w)-1 {
			return way
		}
	}
	return ""
}

// table is parsed when the first diagnostic is made: a build without a finding does not pay for it.
var table = sync.OnceValue(func() map[string]map[string]entry {
	tables := map[string]map[string]entry{}
	files, err := messageFiles.ReadDir("messages")
	if err != nil {
		panic(err) // the files are embedded; a test reads them all
	}
	for _, file := range files {
		data, err := messageFiles.ReadFile("messages/" + file.Name())
		if err != nil {
			panic(err)
		}
		entries := map[string]entry{}
		if err := yaml.Unmarshal(data, &entries); err != nil {
			panic("messages/" + file.Name() + ": " + err.Error())
		}
		// en.yaml and en-verify.yaml are one table
		lang, _, _ := strings.Cut(strings.TrimSuffix(file.Name(), path.Ext(file.Name())), "-")
		if tables[lang] == nil {
			tables[lang] = map[string]entry{}
		}
		maps.Copy(tables[lang], entries)
	}
	return tables
})

// English is the language of the messages in the ledger, and of those to users whose language the program does not
// speak.
const English = "en"

// Codes lists every code, sorted.
func Codes() []string { return slices.Sorted(maps.Keys(table()[English])) }

func severity(code string) Severity {
	switch table()[English][code].Severity {
	case "note":
		return Note
	case "warning":
		return Warning
	}
	return Error
}

func entryFor(lang, code string) entry {
	if e, ok := table()[lang][code]; ok {
		return e
	}
	if e, ok := table()[English][code]; ok {
		return e
	}
	return entry{Message: ways{code}}
}

// translated gives the arguments with their stable words put into the language; a word without a translation stays.
func (e entry) translated(args Args) Args {
	if len(e.Words) == 0 {
		return args
	}
	out := maps.Clone(args)
	for name, words := range e.Words {
		list := strings.Split(args[name], ", ")
		for i, word := range list {
			if w, ok := words[word]; ok {
				list[i] = w
			}
		}
		out[name] = strings.Join(list, ", ")
	}
	return out
}

// fill puts the arguments into the placeholders; a placeholder without an argument stays, so that it is seen.
func fill(text string, args Args) string {
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 2*len(args))
	for _, name := range slices.Sorted(maps.Keys(args)) {
		pairs = append(pairs, "{"+name+"}", short(args[name]))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// maxArg: characters of a value that a message repeats. A path may have thousands, and the place says where it stands.
const maxArg = 400

// short cuts a value that nobody would read to its end.
func short(value string) string {
	if len(value) <= maxArg {
		return value
	}
	n := 0
	for at := range value {
		if n++; n > maxArg {
			return value[:at] + "…"
		}
	}
	return value
}
