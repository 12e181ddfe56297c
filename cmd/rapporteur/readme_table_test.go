package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// module is the root of the module, from the folder of this test.
var module = filepath.Join("..", "..")

var (
	// sentTo is a code span, and the names after it in brackets: `report/ledger/ledger.go` (`Ledger`, `Item`).
	sentTo = regexp.MustCompile("`([^`]+)`(?: \\(((?:`[^`]+`(?:, )?)+)\\))?")
	spans  = regexp.MustCompile("`([^`]+)`")
	// anyName stands for any part of a name: <language>.
	anyName = regexp.MustCompile(`<[a-z]+>`)
	isFile  = regexp.MustCompile(`^[\w-]+\.(?:go|yaml|md|txt)$`)
)

// untrue says what is wrong with the last cell of a row, which sends a reader to files: every path must be there, a
// pattern must match something, and the names in brackets after a path must be declared in one of its files. A file
// without a folder lies in that of the path before it. paths counts what was looked at.
func untrue(row string) (wrong []string, paths int) {
	cells := strings.Split(strings.Trim(row, "| "), " | ")
	folder := ""
	for _, to := range sentTo.FindAllStringSubmatch(cells[len(cells)-1], -1) {
		name := to[1]
		switch {
		case strings.Contains(name, "/") && !strings.Contains(name, " "):
			folder = path.Dir(name)
		case isFile.MatchString(name):
			name = path.Join(folder, name)
		default:
			continue // a command, a key
		}
		paths++
		pattern := anyName.ReplaceAllString(name, "*")
		files, err := filepath.Glob(filepath.Join(module, filepath.FromSlash(pattern)))
		if strings.HasSuffix(name, "/") {
			files = slices.DeleteFunc(files, isNoFolder)
		}
		if err != nil || len(files) == 0 {
			wrong = append(wrong, name+" is not there")
			continue
		}
		for _, span := range spans.FindAllStringSubmatch(to[2], -1) {
			if !slices.ContainsFunc(files, func(file string) bool { return declares(file, span[1]) }) {
				wrong = append(wrong, fmt.Sprintf("%s does not declare %s", name, span[1]))
			}
		}
	}
	return wrong, paths
}

func isNoFolder(file string) bool {
	info, err := os.Stat(file)
	return err != nil || !info.IsDir()
}

// declares reports whether a file of Go declares a name at its top level; methods and fields are written with their
// type: Folder.Publish.
func declares(file, name string) bool {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(parsed.Decls, func(d ast.Decl) bool { return slices.Contains(declared(d), name) })
}

func declared(d ast.Decl) (names []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			of := d.Recv.List[0].Type
			if star, ok := of.(*ast.StarExpr); ok {
				of = star.X
			}
			name = fmt.Sprint(of) + "." + name
		}
		return []string{name}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				for _, n := range spec.Names {
					names = append(names, n.Name)
				}
			case *ast.TypeSpec:
				names = append(names, spec.Name.Name)
				if of, ok := spec.Type.(*ast.StructType); ok {
					for _, field := range of.Fields.List {
						for _, n := range field.Names {
							names = append(names, spec.Name.Name+"."+n.Name)
						}
					}
				}
			}
		}
	}
	return names
}

// rowsOf are the rows of the table under a heading of README, without its head.
func rowsOf(t *testing.T, heading string) []string {
	t.Helper()
	_, section, found := strings.Cut(readme(t), "\n## "+heading+"\n")
	if !found {
		t.Fatalf("README has no heading %s", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	var rows []string
	for line := range strings.Lines(section) {
		if strings.HasPrefix(line, "| ") {
			rows = append(rows, strings.TrimSpace(line))
		}
	}
	return rows[1:]
}

// TestReadmeTables: every path that README's tables send a reader to is there, and holds what they promise; a promise
// names at least one test, or step of the checks, that holds it.
func TestReadmeTables(t *testing.T) {
	for heading, atLeast := range map[string]int{"Where do I …?": 1, "What is promised, and how it is checked": 1} {
		seen := 0
		for _, row := range rowsOf(t, heading) {
			wrong, paths := untrue(row)
			for _, what := range wrong {
				t.Errorf("README: %s\n%s", what, row)
			}
			if paths < atLeast {
				t.Errorf("README sends nowhere:\n%s", row)
			}
			seen += paths
		}
		if seen < 4 {
			t.Errorf("only %d paths were found under %s", seen, heading)
		}
	}
}

// TestReadmeUntrue holds that test to its word: each of these rows is untrue in one thing, but the first ones.
func TestReadmeUntrue(t *testing.T) {
	for row, want := range map[string]int{
		"| a | `cmd/rapporteur/run.go` (`run`, `app.run`, `made`, `app.strict`), or `verify.go` (`app.verify`) |": 0,
		"| a | `cmd/rapporteur/<command>.go`, one command a file; `layout/lang/*/`, `rapporteur show` |":          0,
		"| a | `cmd/rapporteur/walk.go` |":                  1,
		"| a | `cmd/rapporteur/nothing_*.go` |":             1,
		"| a | `cmd/<room>/nothing.go` |":                   1,
		"| a | `cmd/rapporteur/run.go`, `walk.go` |":        1,
		"| a | tests of `cmd/rapporteur`, `fonts` |":        0,
		"| a | `cmd/rapporteur/run.go/` |":                  1,
		"| a | `cmd/rapporteur/run.go` (`walk`) |":          1,
		"| a | `cmd/rapporteur/run.go` (`surprise`) |":      1,
		"| a | `cmd/rapporteur/*.go` (`run`, `app.walk`) |": 1,
		"| a | `cmd/rapporteur/talk/en.txt` (`app`) |":      1,
	} {
		if wrong, _ := untrue(row); len(wrong) != want {
			t.Errorf("%s is told as %v", row, wrong)
		}
	}
}
