package sources

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"rapporteur/sources/diag"
)

// Dump writes the manifest as `show manifest` prints it: a line for each thing that it says, under the name of its key
// and with line:column. Passwords are not written.
func (m *Manifest) Dump(w io.Writer) error {
	d := &dumper{out: bufio.NewWriter(w)}
	d.fields(&manifestShape, m)
	return d.out.Flush()
}

type dumper struct {
	out      *bufio.Writer // keeps its first error for Flush
	depth    int
	bindings bindings
}

func (d *dumper) line(name string, pos diag.Pos, rest string) {
	for range d.depth {
		d.out.WriteString("  ")
	}
	d.out.WriteString(name)
	if pos.Line > 0 {
		fmt.Fprintf(d.out, " %d:%d", pos.Line, pos.Column)
	}
	if rest != "" {
		d.out.WriteString(" " + rest)
	}
	d.out.WriteByte('\n')
}

func (d *dumper) in(write func()) {
	d.depth++
	write()
	d.depth--
}

// item writes the struct that v points to, the value of a key; nothing where the manifest is silent.
func (d *dumper) item(name string, s *shape, v any) {
	pos := d.bindings.of(s, v).getPos(v)
	if pos.IsZero() {
		return
	}
	rest := ""
	if s.head != nil {
		rest = s.head(v)
	}
	d.line(name, pos, rest)
	d.in(func() { d.fields(s, v) })
}

// fields writes the fields that the keys of the shape fill, in the table's order. A field that two keys fill is written
// once.
func (d *dumper) fields(s *shape, v any) {
	fields := d.bindings.of(s, v)
	for i := range s.keys {
		k := &s.keys[i]
		from := fields.at(v, i)
		if from == nil || fields.again[i] {
			continue
		}
		if k.kind.show != nil {
			k.kind.show(d, k, from)
		} else {
			d.field(k, from)
		}
	}
}

// field writes a field that its type says how to write.
func (d *dumper) field(k *key, from any) {
	switch v := from.(type) {
	case *Text:
		if k.kind.secret && !v.IsZero() {
			d.line(k.name, v.Pos, "(hidden)")
		} else {
			d.text(k.name, *v)
		}
	case *[]Text:
		for _, t := range *v {
			d.text(k.name, t)
		}
	case *Words:
		d.words(k.name, *v)
	case *[]Words:
		for _, w := range *v {
			d.words(k.name, w)
		}
	case *Date:
		d.date(k.name, *v)
	case *Number:
		if v.Given {
			d.line(k.name, v.Pos, milli(v.Milli))
		}
	case *Switch:
		if v.Given {
			d.line(k.name, v.Pos, strconv.FormatBool(v.On))
		}
	case *[]PageRange:
		for _, r := range *v {
			d.line(k.name, r.Pos, fmt.Sprintf("%d-%d", r.First, r.Last))
		}
	case **Prose:
		d.prose(k.name, *v)
	default:
		panic(fmt.Sprintf("the key %s fills a %T, which nobody shows", k.name, from)) // a test shows every key
	}
}

func (d *dumper) text(name string, t Text) {
	if !t.IsZero() {
		d.line(name, t.Pos, strconv.Quote(t.Value))
	}
}

func (d *dumper) words(name string, w Words) {
	if w.One != "" {
		d.line(name, w.Pos, strconv.Quote(w.One))
	}
	for _, t := range w.By {
		d.line(name, t.Pos, t.Lang+" "+strconv.Quote(t.Value))
	}
}

func (d *dumper) date(name string, v Date) {
	if v.IsZero() {
		return
	}
	s := fmt.Sprintf("%04d-%02d-%02d", v.Year, v.Month, v.Day)
	if v.HasTime {
		s += fmt.Sprintf("T%02d:%02d", v.Hour, v.Minute)
	}
	d.line(name, v.Pos, s)
}
