package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	codeShape = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)+$`)
	// The imperative, a straight apostrophe within a word, English quotation marks.
	unlikeFrench = regexp.MustCompile(`(?i)\b[a-zéèê]{3,}ez\b(?:-l[ae]s?)?|[a-zé]'[a-zéèêàh]|[“”]`)
)

// use is one place in the program that reports a code.
type use struct {
	code, where string
	args        []string // names of its arguments, where they are written there
	known       bool     // they are
}

// usesIn finds every Add("code", …), AddItem, add, complain and Code: "code", and every string that is a code, under
// root.
func usesIn(t *testing.T, root string) (uses []use, strings map[string]bool) {
	strings = map[string]bool{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" ||
			regexp.MustCompile(`_test\.go$`).MatchString(path) {
			return err
		}
		files := token.NewFileSet()
		tree, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil && codeShape.MatchString(s) {
					strings[s] = true
				}
			case *ast.CallExpr:
				if code, ok := reported(n); ok {
					u := use{code: code, where: files.Position(n.Pos()).String()}
					u.args, u.known = argsOf(n)
					uses = append(uses, u)
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
					if code, ok := literal(n.Value); ok {
						uses = append(uses, use{code: code, where: files.Position(n.Pos()).String()})
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return uses, strings
}

func reported(call *ast.CallExpr) (string, bool) {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 ||
		!slices.Contains([]string{"Add", "AddItem", "add", "addItem", "complain", "Complain"}, selector.Sel.Name) {
		return "", false
	}
	return literal(call.Args[0])
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil && codeShape.MatchString(s)
}

// argsOf gives the names of the last argument where it is an Args{…} or nil.
func argsOf(call *ast.CallExpr) ([]string, bool) {
	switch last := call.Args[len(call.Args)-1].(type) {
	case *ast.Ident:
		return nil, last.Name == "nil"
	case *ast.CompositeLit:
		var names []string
		for _, element := range last.Elts {
			pair, ok := element.(*ast.KeyValueExpr)
			if !ok {
				return nil, false
			}
			key, ok := pair.Key.(*ast.BasicLit)
			if !ok {
				return nil, false
			}
			name, _ := strconv.Unquote(key.Value)
			names = append(names, "{"+name+"}")
		}
		return names, true
	}
	return nil, false
}

func placeholders(texts ...string) []string {
	set := map[string]bool{}
	for _, text := range texts {
		for _, name := range placeholder.FindAllString(text, -1) {
			set[name] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// last is the way that is taken where no other fits.
func last(w ways) string { return w[len(w)-1] }

func alike(a, b string) bool { return slices.Equal(placeholders(a), placeholders(b)) }

// TestCodesAndWordsAgree: what the program reports has words in both languages, with the placeholders that it fills;
// and nothing else has.
func TestCodesAndWordsAgree(t *testing.T) {
	uses, mentioned := usesIn(t, "../..")
	if len(uses) < 50 {
		t.Fatalf("only %d uses of codes found", len(uses))
	}
	en, fr := table()["en"], table()["fr"]
	for _, u := range uses {
		words, ok := en[u.code]
		if !ok {
			t.Errorf("%s: %s has no words in messages/en.yaml", u.where, u.code)
			continue
		}
		for _, name := range placeholders(last(words.Message), last(words.Hint)) {
			if u.known && !slices.Contains(u.args, name) {
				t.Errorf("%s: %s is reported without %s", u.where, u.code, name)
			}
		}
	}
	for code, e := range en {
		f, ok := fr[code]
		if !ok {
			t.Errorf("%s has no words in messages/fr.yaml", code)
			continue
		}
		if !mentioned[code] {
			t.Errorf("%s has words and nothing reports it", code)
		}
		all := [4]ways{e.Message, f.Message, e.Hint, f.Hint}
		if slices.ContainsFunc(all[:], func(w ways) bool { return len(w) == 0 || slices.Contains(w, "") }) {
			t.Errorf("%s: a message or hint is missing", code)
		}
		if m := unlikeFrench.FindString(strings.Join(slices.Concat(f.Message, f.Hint), "\n")); m != "" {
			t.Errorf("%s: the French says %q: it asks by the infinitive, with typographic apostrophes and "+
				"quotation marks", code, m)
		}
		if !slices.EqualFunc(e.One, f.One, alike) || !alike(e.Many, f.Many) {
			t.Errorf("%s: the languages differ in what they say of one or of many", code)
		}
		if !slices.EqualFunc(e.Message, f.Message, alike) || !slices.EqualFunc(e.Hint, f.Hint, alike) {
			t.Errorf("%s: the languages have different placeholders", code)
		}
		if f.Severity != "" {
			t.Errorf("%s: the severity stands in en.yaml alone", code)
		}
		if !slices.Contains([]string{"", "error", "warning", "note"}, e.Severity) {
			t.Errorf("%s: unknown severity %q", code, e.Severity)
		}
	}
	for code := range fr {
		if _, ok := en[code]; !ok {
			t.Errorf("%s has words in fr.yaml alone", code)
		}
	}
}

// TestLanguageFilesAreSorted keeps two people who add a code from meeting in the same line.
func TestLanguageFilesAreSorted(t *testing.T) {
	found := map[string]int{}
	files, err := filepath.Glob("messages/*.yaml")
	if err != nil || len(files) < 6 {
		t.Fatalf("%v %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for line := range strings.Lines(string(data)) {
			if codeShape.MatchString(strings.TrimSuffix(line, ":\n")) {
				codes = append(codes, strings.TrimSuffix(line, ":\n"))
			}
		}
		found[filepath.Base(file)[:2]] += len(codes)
		if !slices.IsSorted(codes) {
			t.Errorf("%s is not sorted", file)
		}
	}
	for lang, n := range found {
		if n != len(Codes()) {
			t.Errorf("%s has %d codes of %d: one stands twice", lang, n, len(Codes()))
		}
	}
}
