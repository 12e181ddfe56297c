package sources

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/sources/diag"
)

// place is a key where it stands.
type place struct {
	steps []*key // the keys that it stands under, from the manifest's
	in    *shape
	key   *key
}

func (p place) String() string {
	var b strings.Builder
	for _, step := range p.steps {
		b.WriteString(step.name + step.kind.mark + ".")
	}
	return b.String() + p.key.name
}

// write gives a manifest in which nothing but the key stands, with a value, and the value's place.
func (p place) write(name, value string) (string, diag.Pos) {
	text, column := p.open()
	line := strings.Count(text, "\n") + 1
	return text + name + ": " + value + "\n", diag.Pos{File: "report.yaml", Line: line, Column: column + len(name) + 2}
}

// open writes the way to the mapping that the key stands in, up to the column where its keys begin.
func (p place) open() (string, int) {
	text, indent := "", ""
	for _, step := range p.steps {
		text += step.name + ":\n" + indent + "  "
		indent += "  "
		switch step.kind.mark {
		case "[]":
			text += "- "
			indent += "  "
		case ".*":
			text += "x:\n" + indent + "  "
			indent += "  "
		}
	}
	return text, len(indent) + 1
}

// everyPlace gives the keys of the table wherever they stand.
func everyPlace(s *shape) []place {
	var list []place
	var walk func(s *shape, steps []*key)
	walk = func(s *shape, steps []*key) {
		for i := range s.keys {
			k := &s.keys[i]
			if k.kind.hidden {
				continue
			}
			list = append(list, place{steps, s, k})
			if k.kind.of != nil {
				walk(k.kind.of, append(slices.Clone(steps), k))
			}
		}
	}
	walk(s, nil)
	return list
}

// everyShape gives the shapes of the table, each once.
func everyShape() []*shape {
	list := []*shape{&manifestShape, &participantShape}
	for _, p := range everyPlace(&manifestShape) {
		if !slices.Contains(list, p.in) {
			list = append(list, p.in)
		}
	}
	return list
}

// manifestIn reads a manifest beside the files in dir.
func manifestIn(t *testing.T, dir, text string) (*Manifest, []diag.Diagnostic) {
	t.Helper()
	folder, err := OpenFolder(nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	var bag diag.Bag
	m := readManifest(context.Background(), "report.yaml", []byte(text), folder, six, &bag)
	return m, bag.All()
}

// TestTableIsWhole: every line of the table says what a line must, in both languages, and rules name keys that are
// there.
func TestTableIsWhole(t *testing.T) {
	for _, s := range everyShape() {
		called := map[string]string{}
		for _, k := range s.keys {
			if k.kind.hidden {
				continue
			}
			for _, sentence := range []string{k.en, k.fr} {
				if !strings.HasSuffix(sentence, ".") || len([]rune(sentence)) > 100 {
					t.Errorf("%s: %q is no sentence of at most 100 letters", k.name, sentence)
				}
			}
			if strings.ContainsAny(k.fr+k.kind.fr, "'\"") || k.kind.en == "" || k.kind.fr == "" {
				t.Errorf("%s: %q %q", k.name, k.fr, k.kind.fr)
			}
			if k.sample() == "" {
				t.Errorf("%s has no example", k.name)
			}
			if k.kind.read == nil {
				t.Errorf("nobody reads %s", k.name)
			}
			for _, guess := range append(strings.Fields(k.guesses), k.name) {
				if other := called[fold(guess)]; other != "" && other != k.name {
					t.Errorf("%s means %s and %s in one mapping", guess, other, k.name)
				}
				called[fold(guess)] = k.name
			}
			if k.with != "" && s.key(k.with) == nil {
				t.Errorf("%s: there is no %s", k.name, k.with)
			}
		}
		var named []string
		for _, need := range s.need {
			named = append(named, need.of...)
			if need.unless != "" {
				named = append(named, need.unless)
				for _, value := range need.isOneOf {
					if !slices.Contains(s.key(need.unless).kind.allowed, value) {
						t.Errorf("%s cannot be %s", need.unless, value)
					}
				}
			}
		}
		for _, pair := range s.apart {
			named = append(named, pair[:]...)
		}
		for _, name := range named {
			if s.key(name) == nil {
				t.Errorf("a rule names %s, which is not there", name)
			}
		}
	}
}

// TestFieldsAndKeys: every key fills a field, and every field with a tag is filled by a key.
func TestFieldsAndKeys(t *testing.T) {
	structs := map[*shape]any{
		&manifestShape: &Manifest{}, &reportShape: &Report{}, &eventShape: &Event{}, &publicationShape: &Publication{},
		&layoutShape: &Layout{}, &marginsShape: &Margins{}, &openingsShape: &Openings{},
		&fontsShape: &Fonts{}, &delegationShape: &Delegation{},
		&chapterShape: &Chapter{}, &summaryShape: &Summary{}, &sessionShape: &Session{}, &panelShape: &Session{},
		&personShape: &Person{}, &officerShape: &Person{}, &delivererShape: &Person{},
		&behalfShape: &Behalf{}, &statementShape: &Statement{}, &linkShape: &Link{},
		&originalShape: &Original{}, &recommendationShape: &Recommendation{}, &annexShape: &Annex{},
		&participantShape: &Participant{},
	}
	filled := map[string]bool{}
	for _, s := range everyShape() {
		v := structs[s]
		if v == nil {
			t.Fatalf("no struct is named for the shape of %v", s.known())
		}
		var all bindings
		fields := all.of(s, v)
		for i, k := range s.keys {
			if !k.kind.hidden && fields.at(v, i) == nil {
				t.Errorf("%s fills no field of %T", k.name, v)
			}
			filled[fmt.Sprintf("%T %s", v, k.name)] = true
		}
	}
	for _, v := range structs {
		for _, field := range reflect.VisibleFields(reflect.TypeOf(v).Elem()) {
			for name := range strings.SplitSeq(field.Tag.Get("key"), ",") {
				if name != "" && !filled[fmt.Sprintf("%T %s", v, name)] {
					t.Errorf("%T.%s: no shape has the key %s", v, field.Name, name)
				}
			}
		}
	}
}

// TestNoKeyBesideTheTable: the code that reads mappings names no key.
func TestNoKeyBesideTheTable(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			selector, ok := call.Fun.(*ast.SelectorExpr)
			readers := []string{"entry", "has", "word", "text", "words", "inner", "prose", "path", "list", "key",
				"mapping"}
			if !ok || !slices.Contains(readers, selector.Sel.Name) {
				return true
			}
			if on, ok := selector.X.(*ast.Ident); ok && on.Name == "d" {
				return true // the dumper names what is not a key
			}
			calls++
			for _, arg := range call.Args {
				literal, ok := arg.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING {
					continue
				}
				if name, _ := strconv.Unquote(literal.Value); name != "" && name != "manifest" {
					t.Errorf("%s: %s(%q)", file, selector.Sel.Name, name)
				}
			}
			return true
		})
	}
	if calls < 20 {
		t.Errorf("only %d calls were looked at", calls)
	}
}

// TestOneLineMore: a line more in a copy of the table, and the reader, the dump, the hints and the help know the key.
func TestOneLineMore(t *testing.T) {
	more := manifestShape
	more.keys = append(slices.Clone(manifestShape.keys), key{name: "motto", kind: wordsKind, required: true,
		en: "What it is held under.", fr: "Ce sous quoi il est tenu.", example: "Peace", guesses: "slogan devise"})
	type extended struct {
		Manifest
		Motto Words `key:"motto"`
	}
	read := func(text string) (*extended, []diag.Diagnostic) {
		var bag diag.Bag
		data := []byte(base + text)
		r := &reader{format: &more, editions: six, bag: &bag, file: "report.yaml", data: data, lines: lineStarts(data)}
		var v extended
		r.mapping(r.parse(), "manifest", "", "").fill(r.format, &v)
		return &v, bag.All()
	}
	v, found := read("motto: {en: Peace, fr: Paix}\n")
	if len(found) > 0 || v.Report.Title.One != "T" || len(v.Motto.By) != 2 || v.Motto.By[1].Value != "Paix" {
		t.Errorf("%+v %v", v.Motto, found)
	}
	var dump strings.Builder
	d := &dumper{out: discard()}
	d.out.Reset(&dump)
	d.fields(&more, v)
	d.out.Flush()
	if !strings.HasSuffix(dump.String(), "motto 2:13 en \"Peace\"\nmotto 2:24 fr \"Paix\"\n") {
		t.Error(dump.String())
	}
	if _, found := read("motto: [a]\n"); len(found) != 1 || found[0].Code != "expected-text" {
		t.Error(found)
	}
	_, found = read("slogan: a\n")
	if len(found) != 2 || found[0].Code != "missing-key" || found[1].Args["meant"] != "motto" {
		t.Error(found)
	}
	_, found = read("moto: a\n")
	if len(found) != 2 || found[1].Args["nearest"] != "motto" {
		t.Error(found)
	}
	list := topics(&more, "fr", "", map[*shape]string{})
	last := list[len(list)-1]
	if last.Name != "motto" || last.Meaning != "Ce sous quoi il est tenu." || !last.Required ||
		last.Example != "motto: Peace" {
		t.Errorf("%+v", last)
	}
}
