package lang

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"sync"

	"gopkg.in/yaml.v3"
)

// wanted are the strings that a language has to say, and the placeholders of each, as strings.yaml lists them.
var wanted = sync.OnceValue(func() map[string][]string {
	var all map[string][]string
	data, err := embedded.ReadFile("strings.yaml")
	if err == nil {
		err = yaml.Unmarshal(data, &all)
	}
	if err != nil {
		panic(fmt.Sprintf("lang: strings.yaml: %v", err)) // an embedded file: tests load it
	}
	return all
})

var placeholder = regexp.MustCompile(`\{([a-z]+)\}`)

// Lacks lists what has to be added or put right before a report can be written in the language.
func (l *Language) Lacks() []string {
	var list []string
	for name, there := range map[string]bool{"name": l.Name != "", "months": len(l.Months) == 12, "date": l.Day != "",
		"range": l.DayRange != "", "span": l.Span != "", "time": l.Clock != "", "colon": l.Colon != "",
		"list":      l.Joined.Between != "" && l.Joined.Last != "",
		"collation": l.Collation != "", "marks": l.Marks.whole()} {
		if !there {
			list = append(list, name)
		}
	}
	for key, names := range wanted() {
		s, there := l.Strings[key]
		switch {
		case !there || s == "":
			list = append(list, "strings: "+key)
		case !slices.Equal(names, placeholders(s)):
			list = append(list, fmt.Sprintf("strings: %s: placeholders %v, not %v", key, names, placeholders(s)))
		}
	}
	for key := range l.Strings {
		if _, there := wanted()[key]; !there {
			list = append(list, "strings: "+key+": no such string")
		}
	}
	slices.Sort(list)
	return list
}

func (m Marks) whole() bool {
	return !slices.Contains([]string{m.Comma, m.Semicolon, m.Stop, m.Title, m.Open, m.Close, m.End}, "")
}

// placeholders are the names in braces in a string, each once, sorted.
func placeholders(s string) []string {
	names := map[string]bool{}
	for _, found := range placeholder.FindAllStringSubmatch(s, -1) {
		names[found[1]] = true
	}
	return slices.Sorted(maps.Keys(names))
}
