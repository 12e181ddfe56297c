package sources

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// This file reads tables of participants. Their columns are in keys_participants.go.

func (r *reader) table(file, lang string, at diag.Pos) []Participant {
	data, err := r.folder.Read(file, maxTable)
	if err != nil {
		addFile(r.bag, r.folder, at, "", file, err)
		return nil
	}
	data, ok := decode(file, data, r.bag)
	if !ok {
		return nil
	}
	t := &tableReader{
		bag: r.bag, file: file, lang: lang, src: fileSource(file, data), seen: map[string]bool{},
	}
	return t.read()
}

// tableReader reads one CSV file (RFC 4180, with commas; or with semicolons, as spreadsheets write them where the
// comma is the decimal sign, or with tabs).
type tableReader struct {
	bag        *diag.Bag
	file, lang string
	src        *source
	csv        *csv.Reader
	seen       map[string]bool // the columns that it has
	heads      []int           // of each column: its key's place in participantShape, or one of the two below
	bindings   bindings
	register   register
}

// sepLine is how a spreadsheet is told what divides the fields of a table.
var sepLine = pattern.Of(`^sep=([,;\t])\r?\n`)

const (
	unnamedColumn = -1 - iota
	wrongColumn
)

func (t *tableReader) read() []Participant {
	t.csv = csv.NewReader(bytes.NewReader(t.src.text))
	t.csv.Comma = separator(t.src.text)
	t.csv.FieldsPerRecord = -1 // counted here, to go on after a short row
	t.csv.ReuseRecord = true
	if m := sepLine.FindSubmatch(t.src.text); m != nil { // for spreadsheets, not for readers
		t.csv.Comma = rune(m[1][0])
		if _, err := t.csv.Read(); err != nil {
			t.fault(err)
			return nil
		}
	}
	header, err := t.csv.Read()
	if errors.Is(err, io.EOF) {
		t.bag.Add("csv-empty", diag.Pos{File: t.file, Line: 1, Column: 1}, nil)
		return nil
	}
	if err != nil {
		t.fault(err)
		return nil
	}
	if !t.header(header) {
		return nil
	}
	var list []Participant
	for {
		record, err := t.csv.Read()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.fault(err) // where the next row begins is a guess: stop
			return list
		}
		if p, ok := t.row(record); ok {
			list = append(list, p)
		}
	}
}

func separator(data []byte) rune {
	line, _, _ := bytes.Cut(bytes.TrimLeft(data, "\n"), []byte("\n"))
	best := ','
	for _, mark := range ";\t" {
		if bytes.Count(line, []byte(string(mark))) > bytes.Count(line, []byte(string(best))) {
			best = mark
		}
	}
	return best
}

// field gives the place of a field of the row read last.
func (t *tableReader) field(i int) diag.Pos {
	line, column := t.csv.FieldPos(i)
	return t.place(line, column)
}

// place turns a column in bytes into one in characters.
func (t *tableReader) place(line, column int) diag.Pos {
	if line < 1 || line > len(t.src.stretches) {
		return diag.Pos{File: t.file, Line: line, Column: 1}
	}
	return t.src.pos(t.src.stretches[line-1].offset + max(column-1, 0))
}

func (t *tableReader) fault(err error) {
	var fault *csv.ParseError
	if !errors.As(err, &fault) {
		t.bag.Add("csv-quote", diag.Pos{File: t.file}, nil)
		return
	}
	t.bag.Add("csv-quote", t.place(fault.Line, fault.Column), nil)
}

// firstName is what people call a column of names without the family name.
var firstName = pattern.Of(`(?i)^(?:first|given|fore)[ _-]?names?$|^prénoms?$|^nombres?$|^vornamen?$|^имя$`)

// titleColumn is what people call a column of what stands before the name, or else of offices.
var titleColumn = pattern.Of(`(?i)^(?:title|titre|título|titulo|titel|τίτλος)s?$`)

// office reports whether a column that is not called a title has the offices.
func (t *tableReader) office(fields []string) bool {
	return slices.ContainsFunc(fields, func(field string) bool {
		name := strings.TrimSpace(field)
		k := t.register.called(&participantShape, fold(name))
		return k != nil && k.name == "role" && !titleColumn.MatchString(name)
	})
}

// headless reports whether the first row is a participant's and names no column: nothing in it is like one's name.
func (t *tableReader) headless(fields []string) bool {
	return len(fields) > 1 && !slices.ContainsFunc(fields, func(field string) bool {
		name := strings.TrimSpace(field)
		return name != "" && (columnOf(strings.ToLower(name)) != wrongColumn ||
			len(t.register.suggest(&participantShape, name, t.seen)) > 0 || firstName.MatchString(name))
	})
}

func (t *tableReader) header(fields []string) bool {
	if t.headless(fields) {
		t.bag.Add("csv-no-head", t.field(0), diag.Args{"allowed": strings.Join(participantShape.known(), ", ")})
		return false
	}
	sound := true
	taken := map[string]bool{} // columns that are there, or were suggested for another one
	for _, field := range fields {
		if head := columnOf(strings.ToLower(strings.TrimSpace(field))); head >= 0 {
			taken[participantShape.keys[head].name] = true
		}
	}
	for i, field := range fields {
		name := strings.TrimSpace(field)
		head := columnOf(strings.ToLower(name))
		switch {
		case name == "": // spreadsheets leave empty columns after the last
			head = unnamedColumn
		case head == wrongColumn:
			args := t.register.suggest(&participantShape, name, taken)
			if titleColumn.MatchString(name) && !taken["honorific"] && t.office(fields) {
				args = diag.Args{"meant": "honorific"}
			}
			taken[args["meant"]+args["nearest"]] = true
			if firstName.MatchString(name) {
				args["part"] = name
			}
			args["column"], args["allowed"] = name, strings.Join(participantShape.known(), ", ")
			t.bag.Add("csv-column", t.field(i), args)
			sound = false
		case t.has(participantShape.keys[head].name):
			t.bag.Add("csv-column-twice", t.field(i), diag.Args{"column": strings.ToLower(name)})
			head, sound = wrongColumn, false
		default:
			t.seen[participantShape.keys[head].name] = true
		}
		t.heads = append(t.heads, head)
	}
	if sound && !slices.ContainsFunc(whoColumns, t.has) {
		t.bag.Add("csv-no-name", t.field(0), nil)
		return false
	}
	return true
}

// columnOf gives the place of a column's key.
func columnOf(name string) int {
	if i := slices.IndexFunc(participantShape.keys, func(k key) bool { return k.name == name }); i >= 0 {
		return i
	}
	return wrongColumn
}

// has reports whether a column of that name was seen.
func (t *tableReader) has(name string) bool { return t.seen[name] }

func (t *tableReader) row(fields []string) (Participant, bool) {
	if !slices.ContainsFunc(fields, func(s string) bool { return strings.TrimSpace(s) != "" }) {
		return Participant{}, false // spreadsheets leave rows of separators after the last
	}
	p := Participant{Lang: t.lang, Pos: t.field(0)}
	if len(fields) != len(t.heads) {
		t.bag.Add("csv-row-length", p.Pos, diag.Args{
			"found": strconv.Itoa(len(fields)), "columns": strconv.Itoa(len(t.heads))})
		return p, false
	}
	bound := t.bindings.of(&participantShape, &p)
	who := !slices.ContainsFunc(whoColumns, t.has)
	for i, field := range fields {
		value := Text{Value: clean(norm.NFC.String(field)), Pos: t.field(i)}
		head := t.heads[i]
		if n := tooLong(value.Value); n != "" && head != wrongColumn && head != unnamedColumn {
			t.bag.Add("title-too-long", value.Pos, diag.Args{"key": participantShape.keys[head].name, "count": n,
				"most": strconv.Itoa(maxTitle)})
		}
		switch {
		case value.IsZero() || head == wrongColumn:
		case head == unnamedColumn:
			t.bag.Add("csv-column-unnamed", value.Pos, nil)
		default:
			*bound.at(&p, head).(*Text) = value
			who = who || slices.Contains(whoColumns, participantShape.keys[head].name)
		}
	}
	if !who {
		t.bag.Add("csv-row-unnamed", p.Pos, nil)
	}
	return p, who
}
