package pattern

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestAllCompile compiles every expression that the program makes a pattern of: none is compiled before it is needed,
// so that a wrong one would be met by whoever needs it first.
func TestAllCompile(t *testing.T) {
	found := 0
	for dir, files := range packages(t, filepath.Join("..", "..")) {
		named := map[string]ast.Expr{}
		for _, file := range files {
			for _, d := range file.Decls {
				if g, is := d.(*ast.GenDecl); is && g.Tok == token.CONST {
					for _, spec := range g.Specs {
						if v := spec.(*ast.ValueSpec); len(v.Names) == len(v.Values) {
							for i := range v.Names {
								named[v.Names[i].Name] = v.Values[i]
							}
						}
					}
				}
			}
		}
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				call, is := n.(*ast.CallExpr)
				if !is || !makesPattern(call) {
					return true
				}
				text, known := valueOf(call.Args[0], named)
				if !known { // made of a language's words as the program runs
					return true
				}
				found++
				if _, err := regexp.Compile(text); err != nil {
					t.Errorf("%s: %v", dir, err)
				}
				return true
			})
		}
	}
	if found < 150 {
		t.Errorf("only %d expressions were found", found)
	}
}

func makesPattern(call *ast.CallExpr) bool {
	f, is := call.Fun.(*ast.SelectorExpr)
	if !is || f.Sel.Name != "Of" || len(call.Args) != 1 {
		return false
	}
	of, is := f.X.(*ast.Ident)
	return is && of.Name == "pattern"
}

// valueOf gives the string that literals and constants of the package add up to.
func valueOf(e ast.Expr, named map[string]ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		v := constant.MakeFromLiteral(e.Value, e.Kind, 0)
		return constant.StringVal(v), v.Kind() == constant.String
	case *ast.BinaryExpr:
		x, is := valueOf(e.X, named)
		y, also := valueOf(e.Y, named)
		return x + y, is && also
	case *ast.Ident:
		if v := named[e.Name]; v != nil {
			return valueOf(v, named)
		}
	}
	return "", false
}

// packages parses the files below a folder that are no tests, by folder.
func packages(t *testing.T, root string) map[string][]*ast.File {
	t.Helper()
	all := map[string][]*ast.File{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		all[filepath.Dir(path)] = append(all[filepath.Dir(path)], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestMethods(t *testing.T) {
	p := Of(`(a)(b*)`)
	want := regexp.MustCompile(`(a)(b*)`)
	const s, template = "xabbay", "<$1>"
	for _, pair := range [][2]any{
		{p.String(), want.String()},
		{p.FindString(s), want.FindString(s)},
		{p.ReplaceAllString(s, template), want.ReplaceAllString(s, template)},
		{p.ReplaceAllStringFunc(s, strings.ToUpper), want.ReplaceAllStringFunc(s, strings.ToUpper)},
		{string(p.ReplaceAll([]byte(s), []byte(template))), want.ReplaceAllString(s, template)},
		{string(p.Find([]byte(s))), want.FindString(s)},
		{strings.Join(p.Split(s, -1), "|"), strings.Join(want.Split(s, -1), "|")},
		{strings.Join(p.FindStringSubmatch(s), "|"), strings.Join(want.FindStringSubmatch(s), "|")},
		{len(p.FindAllStringSubmatchIndex(s, -1)), 2},
		{len(p.FindAllSubmatch([]byte(s), 1)), 1},
		{p.MatchString("xyz"), false},
		{p.Match([]byte(s)), true},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%v, not %v", pair[0], pair[1])
		}
	}
}
