package layout

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// kinds are the kinds of blocks; TestEveryKindIsTried finds one that is missing.
var kinds = []Block{&Columns{}, &Definitions{}, &Entries{}, &Figure{}, &Group{}, &Heading{}, &List{}, &PageBreak{}, &Paragraph{}, &Quote{}, &Rule{},
	&Space{}, &Table{}}

// unkeyed are the fields that are no part of a key, each with its reason.
var unkeyed = map[string]string{"Picture.Data": "Key is the hash of these bytes"}

// TestEveryKindIsTried reads the sources: what has rows is a kind of block, and stands in the list that the tests of keys walk.
func TestEveryKindIsTried(t *testing.T) {
	files, err := parser.ParseDir(token.NewFileSet(), ".", func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found, tried []string
	for _, file := range files["layout"].Files {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != "rows" || len(f.Type.Params.List) != 1 {
				continue
			}
			if on, ok := f.Type.Params.List[0].Type.(*ast.StarExpr); ok && fmt.Sprint(on.X) == "stack" {
				found = append(found, strings.Trim(fmt.Sprint(f.Recv.List[0].Type), "*"))
			}
		}
	}
	for _, b := range kinds {
		tried = append(tried, reflect.TypeOf(b).Elem().Name())
	}
	slices.Sort(found)
	slices.Sort(tried)
	if !slices.Equal(found, tried) {
		t.Errorf("kinds of blocks: %v; tried: %v", found, tried)
	}
}

// inventor makes values: at random, or with every field set.
type inventor struct {
	r    *rand.Rand // nil: every field is set, and the first list of blocks holds every kind
	full bool       // it has been made
}

// make gives a value of a type with blocks nested to a depth.
func (m *inventor) make(t reflect.Type, depth int) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.String:
		v.SetString(m.word())
	case reflect.Bool:
		v.SetBool(m.number(2) == 1)
	case reflect.Struct:
		for i := range t.NumField() {
			v.Field(i).Set(m.make(t.Field(i).Type, depth))
		}
	case reflect.Array:
		for i := range t.Len() {
			v.Index(i).Set(m.make(t.Elem(), depth))
		}
	case reflect.Pointer:
		if depth > 0 && m.number(2) == 1 {
			v.Set(reflect.New(t.Elem()))
			v.Elem().Set(m.make(t.Elem(), depth-1))
		}
	case reflect.Interface:
		v.Set(m.block(m.number(len(kinds)), depth-1))
	case reflect.Slice:
		switch {
		case m.r == nil && !m.full && t.Elem().Kind() == reflect.Interface:
			m.full = true
			for i := range kinds {
				v.Set(reflect.Append(v, m.block(i, depth-1)))
			}
		case depth > 0:
			for range 1 + m.number(2) {
				if m.r == nil || m.r.Intn(3) > 0 {
					v.Set(reflect.Append(v, m.make(t.Elem(), depth-1)))
				}
			}
		}
	default: // a number, or what make cannot make
		n := reflect.ValueOf(m.number(3))
		v.Set(n.Convert(t))
	}
	return v
}

func (m *inventor) block(kind, depth int) reflect.Value {
	b := reflect.New(reflect.TypeOf(kinds[kind]).Elem())
	b.Elem().Set(m.make(b.Elem().Type(), depth))
	return b
}

func (m *inventor) number(n int) int {
	if m.r == nil {
		return 1
	}
	return m.r.Intn(n)
}

// word is a string that might be taken for another, or for the end of one.
func (m *inventor) word() string {
	if m.r == nil {
		return "w"
	}
	return []string{"", "", "a", "aa", "\x00", "\x02a", "\x01", "space", "\x0aspace"}[m.r.Intn(9)]
}

// written is a value in a form that leaves no doubt, whatever it costs: what canonical bytes are compared with.
func written(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		fmt.Fprintf(b, "%s{", v.Type())
		for i := range v.NumField() {
			if name := fieldName(v, i); unkeyed[name] == "" {
				written(b, v.Field(i))
				b.WriteByte(';')
			}
		}
		b.WriteByte('}')
	case reflect.Array, reflect.Slice:
		b.WriteByte('[')
		for i := range v.Len() {
			written(b, v.Index(i))
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			b.WriteString("nil")
			return
		}
		written(b, v.Elem())
	default:
		fmt.Fprintf(b, "%#v", v)
	}
}

func fieldName(v reflect.Value, i int) string { return v.Type().Name() + "." + v.Type().Field(i).Name }

// changer makes every single change that there is to a value, one at a time.
type changer struct {
	t     *testing.T
	try   func(path string)
	check func(path string) // for what is no part of a key
	met   map[string]bool   // the fields that were changed
	skip  []string          // fields that the test changes by hand
}

func (c *changer) change(path string, v reflect.Value) {
	if !v.CanSet() {
		c.t.Fatalf("%s cannot be set: a key cannot be tested for it", path)
	}
	was := reflect.New(v.Type()).Elem()
	was.Set(v)
	set := func(what string, to reflect.Value) {
		v.Set(to)
		c.try(path + what)
		v.Set(was)
	}
	switch v.Kind() {
	case reflect.String:
		set(" longer", reflect.ValueOf(v.String()+"x").Convert(v.Type()))
	case reflect.Bool:
		set(" turned", reflect.ValueOf(!v.Bool()).Convert(v.Type()))
	case reflect.Int, reflect.Int32:
		set(" more", reflect.ValueOf(v.Int()+1).Convert(v.Type()))
		set(" less", reflect.ValueOf(v.Int()-300).Convert(v.Type()))
	case reflect.Uint8, reflect.Uint32:
		set(" more", reflect.ValueOf(v.Uint()+1).Convert(v.Type()))
	case reflect.Array:
		for i := range v.Len() {
			c.change(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Slice:
		c.list(path, v, set)
	case reflect.Map: // of strings
		set(" emptied", reflect.MakeMap(v.Type()))
		for _, key := range v.MapKeys() {
			value := v.MapIndex(key)
			for _, change := range []string{value.String() + "x", ""} {
				v.SetMapIndex(key, reflect.ValueOf(change))
				c.try(fmt.Sprintf("%s[%s] %q", path, key, change))
			}
			v.SetMapIndex(key, reflect.Value{})
			v.SetMapIndex(reflect.ValueOf(key.String()+"x"), value)
			c.try(fmt.Sprintf("%s[%s] renamed", path, key))
			v.SetMapIndex(reflect.ValueOf(key.String()+"x"), reflect.Value{})
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		if v.IsNil() {
			set(" set", reflect.New(v.Type().Elem()))
			return
		}
		set(" unset", reflect.Zero(v.Type()))
		c.change(path, v.Elem())
	case reflect.Interface:
		for _, b := range kinds {
			if reflect.TypeOf(b) != v.Elem().Type() {
				set(fmt.Sprintf(" as %T", b), reflect.ValueOf(b))
			}
		}
		c.change(path+"."+v.Elem().Elem().Type().Name(), v.Elem().Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if slices.Contains(c.skip, fieldName(v, i)) {
				continue
			}
			if c.met[fieldName(v, i)] = true; unkeyed[fieldName(v, i)] != "" {
				(&changer{t: c.t, try: c.check, met: c.met}).change(path, v.Field(i))
				continue
			}
			c.change(path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	default:
		c.t.Fatalf("%s is a %s: say how it changes", path, v.Kind())
	}
}

// list changes a list as a whole, then what is in it.
func (c *changer) list(path string, v reflect.Value, set func(string, reflect.Value)) {
	n := v.Len()
	more := reflect.Zero(v.Type().Elem())
	if more.Kind() == reflect.Interface {
		more = reflect.ValueOf(&PageBreak{})
	}
	set(" longer", reflect.Append(v.Slice3(0, n, n), more))
	if n > 0 {
		set(" shorter", v.Slice(0, n-1))
	}
	for i := range n {
		c.change(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
	}
}

// keys remembers which value gave which bytes.
type keys struct {
	t      *testing.T
	byKey  map[string]string // bytes -> value as written
	values map[string]string // the reverse
}

func (k *keys) add(path string, r *Run) {
	k.t.Helper()
	var b strings.Builder
	written(&b, reflect.ValueOf(r).Elem())
	key, value := string(r.Canonical(nil)), b.String()
	if have, ok := k.byKey[key]; ok && have != value {
		k.t.Fatalf("%s: two runs, one key\n%s\n%s", path, have, value)
	}
	if have, ok := k.values[value]; ok && have != key {
		k.t.Fatalf("%s: one run, two keys", path)
	}
	k.byKey[key], k.values[value] = value, key
}

func newKeys(t *testing.T) *keys { return &keys{t, map[string]string{}, map[string]string{}} }

// try makes every change to a run and sees its bytes differ from those of all others.
func (k *keys) try(r *Run) (met map[string]bool) {
	k.t.Helper()
	k.add("as it is", r)
	was := string(r.Canonical(nil))
	c := &changer{t: k.t, met: map[string]bool{}}
	c.try = func(path string) {
		k.t.Helper()
		if k.add(path, r); string(r.Canonical(nil)) == was {
			k.t.Errorf("%s: the bytes are the same", path)
		}
	}
	c.check = func(path string) {
		if string(r.Canonical(nil)) != was {
			k.t.Errorf("%s changes the bytes, though the test knows why it need not", path)
		}
	}
	c.change("Run", reflect.ValueOf(r).Elem())
	return c.met
}

// fields gives the names of all fields that a value of a type may hold.
func fields(t reflect.Type, known map[string]bool) map[string]bool {
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if name := fieldName(reflect.Zero(t), i); !known[name] {
				known[name] = true
				fields(t.Field(i).Type, known)
			}
		}
	case reflect.Pointer, reflect.Slice, reflect.Array:
		fields(t.Elem(), known)
	case reflect.Interface:
		for _, b := range kinds {
			fields(reflect.TypeOf(b), known)
		}
	}
	return known
}

// TestEveryFieldIsInTheKey: the types are walked from Run on, so that a field added later is walked too.
func TestEveryFieldIsInTheKey(t *testing.T) {
	r := (&inventor{}).make(reflect.TypeFor[Run](), 5).Interface().(Run)
	met := newKeys(t).try(&r)
	for name := range fields(reflect.TypeFor[Run](), map[string]bool{}) {
		if !met[name] {
			t.Errorf("%s was never changed", name)
		}
	}
}

// TestTwoRunsHaveTwoKeys composes at random what lengths and kinds have to tell apart.
func TestTwoRunsHaveTwoKeys(t *testing.T) {
	m := &inventor{r: rand.New(rand.NewSource(1))}
	k := newKeys(t)
	for i := range 3000 {
		r := m.make(reflect.TypeFor[Run](), 5).Interface().(Run)
		k.add("random", &r)
		if i%100 == 0 {
			k.try(&r)
		}
		list := &Run{} // small ones, of which many are nearly the same
		for range m.r.Intn(3) {
			list.Blocks = append(list.Blocks, m.block(m.r.Intn(len(kinds)), 1).Interface().(Block))
		}
		k.add("small", list)
	}
	if len(k.byKey) < 5000 {
		t.Errorf("%d runs are too few", len(k.byKey))
	}
}

// TestValuesAndPointersAreOneBlock: a block may be given either way.
func TestValuesAndPointersAreOneBlock(t *testing.T) {
	a, b := &Run{}, &Run{}
	for _, block := range kinds {
		a.Blocks = append(a.Blocks, block)
		b.Blocks = append(b.Blocks, reflect.ValueOf(block).Elem().Interface().(Block))
	}
	if string(a.Canonical(nil)) != string(b.Canonical(nil)) {
		t.Error("a value and a pointer to it give different keys")
	}
	if got := string(a.Canonical([]byte("before"))); got != "before"+string(b.Canonical(nil)) {
		t.Error("what stood before is not kept")
	}
}

func BenchmarkCanonical(b *testing.B) {
	runs := volume(400, 15)
	var buf []byte
	for b.Loop() {
		for _, r := range runs {
			buf = r.Canonical(buf[:0])
		}
	}
	b.ReportMetric(float64(len(buf)), "bytes/run")
}
