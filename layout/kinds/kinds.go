// Package kinds tells tests which kinds of blocks layout has, so that none is forgotten where blocks are shown
// otherwise than on paper. It reads the sources: nothing in the program lists the kinds.
package kinds

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
)

// In gives the names of the kinds of blocks that the sources in a folder define, sorted: what has a method `rows` that
// takes a stack is one. The error is of a file that cannot be read.
func In(dir string) ([]string, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var found []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is && f.Name.Name == "rows" && f.Recv != nil && takesStack(f) {
				found = append(found, named(f.Recv.List[0].Type))
			}
		}
	}
	slices.Sort(found)
	return found, nil
}

// takesStack reports whether a function takes a stack alone.
func takesStack(f *ast.FuncDecl) bool {
	list := f.Type.Params.List
	return len(list) == 1 && named(list[0].Type) == "stack"
}

// named is the name of a type, or of what it points to.
func named(e ast.Expr) string {
	if p, is := e.(*ast.StarExpr); is {
		e = p.X
	}
	if id, is := e.(*ast.Ident); is {
		return id.Name
	}
	return ""
}
