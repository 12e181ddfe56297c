package layout

import (
	"encoding/binary"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	blockkinds "rapporteur/layout/kinds"
)

// kinds are the kinds of blocks; TestEveryKindIsTried finds one that is missing.
var kinds = []Block{&Columns{}, &Definitions{}, &Entries{}, &Figure{}, &Group{}, &Heading{}, &List{}, &PageBreak{},
	&Paragraph{}, &Quote{}, &Roster{}, &Rule{}, &Section{}, &Float{},
	&Space{}, &Table{}}

// unkeyed are the fields that are no part of a key, each with its reason.
var unkeyed = map[string]string{"Picture.Data": "Key is the hash of these bytes"}

// TestEveryKindIsTried reads the sources: what has rows is a kind of block, and stands in the list that the tests
// of keys walk.
func TestEveryKindIsTried(t *testing.T) {
	found, err := blockkinds.In(".")
	if err != nil {
		t.Fatal(err)
	}
	var tried []string
	for _, b := range kinds {
		tried = append(tried, reflect.TypeOf(b).Elem().Name())
	}
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
			for range 1 + m.number(4) {
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

// changeAll makes every change to a run, and sees its bytes differ from those before and after every other. It
// gives the fields that it changed.
func changeAll(t *testing.T, r *Run) (met map[string]bool) {
	seen := map[string]string{string(r.Canonical(nil)): "as it is"}
	c := &changer{t: t, met: map[string]bool{}}
	c.try = func(path string) {
		key := string(r.Canonical(nil))
		if have, twice := seen[key]; twice {
			t.Errorf("the bytes are the same: %s, %s", have, path)
		}
		seen[key] = path
	}
	c.check = func(path string) {
		if seen[string(r.Canonical(nil))] != "as it is" {
			t.Errorf("%s changes the bytes, though the test knows why it need not", path)
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
	met := changeAll(t, &r)
	for name := range fields(reflect.TypeFor[Run](), map[string]bool{}) {
		if !met[name] {
			t.Errorf("%s was never changed", name)
		}
	}
}

// reader reads canonical bytes back by the types alone, fields in the order of their declaration.
type reader struct{ b []byte }

func (r *reader) int() int {
	n, size := binary.Varint(r.b)
	r.b = r.b[max(size, 0):]
	return int(n)
}

func (r *reader) str() string {
	n, size := binary.Uvarint(r.b)
	r.b = r.b[max(size, 0):]
	end := min(int(n), len(r.b))
	s := string(r.b[:end])
	r.b = r.b[end:]
	return s
}

func (r *reader) flag() bool {
	if len(r.b) == 0 {
		return false
	}
	set := r.b[0] == 1
	r.b = r.b[1:]
	return set
}

func (r *reader) read(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(r.str())
	case reflect.Bool:
		v.SetBool(r.flag())
	case reflect.Struct:
		for i := range v.NumField() {
			if unkeyed[fieldName(v, i)] == "" {
				r.read(v.Field(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			r.read(v.Index(i))
		}
	case reflect.Pointer:
		if r.flag() {
			v.Set(reflect.New(v.Type().Elem()))
			r.read(v.Elem())
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf(&PageBreak{})) // unless it is another
		name := strings.ReplaceAll(r.str(), "-", "")
		for _, b := range kinds {
			if t := reflect.TypeOf(b).Elem(); strings.EqualFold(t.Name(), name) {
				v.Set(reflect.New(t))
			}
		}
		r.read(v.Elem().Elem())
	case reflect.Slice:
		for range min(max(r.int(), 0), len(r.b)) {
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			r.read(v.Index(v.Len() - 1))
		}
	default:
		v.Set(reflect.ValueOf(r.int()).Convert(v.Type()))
	}
}

// TestTwoRunsHaveTwoKeys: canonical bytes can be read back, so that no two runs have the same.
func TestTwoRunsHaveTwoKeys(t *testing.T) {
	m := &inventor{r: rand.New(rand.NewSource(1))}
	most := 0
	for range 2000 {
		run := m.make(reflect.TypeFor[Run](), 9).Interface().(Run)
		from := &reader{run.Canonical(nil)}
		most = max(most, len(from.b))
		var got Run
		from.read(reflect.ValueOf(&got).Elem())
		var a, b strings.Builder
		written(&a, reflect.ValueOf(run))
		written(&b, reflect.ValueOf(got))
		if a.String() != b.String() || len(from.b) > 0 {
			t.Fatalf("%d bytes are left; made and read back:\n%s\n%s", len(from.b), a.String(), b.String())
		}
	}
	if most < 1000 {
		t.Errorf("no run was longer than %d bytes", most)
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
