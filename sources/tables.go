package sources

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
)

// columns are those of a table of participants.
var columns = []string{"group", "delegation", "name", "honorific", "role", "institution", "sort"}

// participants reads the table, or one for each language; a job fills m.
func (r *reader) participants(top *mapping, m *Manifest) {
	files := top.path("participants", []string{".csv"}, nil)
	if files.IsZero() {
		return
	}
	r.jobs = append(r.jobs, func() {
		if files.One != "" {
			m.Participants = r.table(files.One, "", files.Pos)
		}
		for _, t := range files.By {
			m.Participants = append(m.Participants, r.table(t.Value, t.Lang, t.Pos)...)
		}
	})
}

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
	t := &tableReader{bag: r.bag, file: file, lang: lang, data: data, lines: lineStarts(data)}
	return t.read()
}

// tableReader reads one CSV file (RFC 4180, with commas; or with semicolons, as spreadsheets write them where the
// comma is the decimal sign, or with tabs).
type tableReader struct {
	bag        *diag.Bag
	file, lang string
	data       []byte
	lines      []int
	csv        *csv.Reader
	heads      []string // of each column; "" where it has no name, unknownColumn where that was wrong
}

const unknownColumn = "?"

func (t *tableReader) read() []Participant {
	t.csv = csv.NewReader(bytes.NewReader(t.data))
	t.csv.Comma = separator(t.data)
	t.csv.FieldsPerRecord = -1 // counted here, to go on behind a short row
	t.csv.ReuseRecord = true
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
	pos := diag.Pos{File: t.file, Line: line, Column: 1}
	if line >= 1 && line <= len(t.lines) {
		start := t.lines[line-1]
		pos.Column += utf8.RuneCount(t.data[start:min(start+max(column-1, 0), len(t.data))])
	}
	return pos
}

func (t *tableReader) fault(err error) {
	var fault *csv.ParseError
	if !errors.As(err, &fault) {
		t.bag.Add("csv-quote", diag.Pos{File: t.file}, nil)
		return
	}
	t.bag.Add("csv-quote", t.place(fault.Line, fault.Column), nil)
}

func (t *tableReader) header(fields []string) bool {
	sound := true
	for i, field := range fields {
		name := strings.ToLower(strings.TrimSpace(field))
		switch {
		case name == "": // spreadsheets leave empty columns behind the last
		case !slices.Contains(columns, name):
			t.bag.Add("csv-column", t.field(i), diag.Args{"column": strings.TrimSpace(field), "nearest": diag.Nearest(name, columns, maxName), "allowed": strings.Join(columns, ", ")})
			name, sound = unknownColumn, false
		case slices.Contains(t.heads, name):
			t.bag.Add("csv-column-twice", t.field(i), diag.Args{"column": name})
			name, sound = unknownColumn, false
		}
		t.heads = append(t.heads, name)
	}
	if sound && !slices.Contains(t.heads, "name") && !slices.Contains(t.heads, "role") {
		t.bag.Add("csv-no-name", t.field(0), nil)
		return false
	}
	return true
}

func (t *tableReader) row(fields []string) (Participant, bool) {
	if !slices.ContainsFunc(fields, func(s string) bool { return strings.TrimSpace(s) != "" }) {
		return Participant{}, false // spreadsheets leave rows of separators behind the last
	}
	p := Participant{Lang: t.lang, Pos: t.field(0)}
	if len(fields) != len(t.heads) {
		t.bag.Add("csv-row-length", p.Pos, diag.Args{"found": strconv.Itoa(len(fields)), "columns": strconv.Itoa(len(t.heads))})
		return p, false
	}
	for i, field := range fields {
		value := Text{Value: clean(norm.NFC.String(field)), Pos: t.field(i)}
		if value.IsZero() {
			continue
		}
		if n := tooLong(value.Value); n != "" {
			most := strconv.Itoa(maxTitle)
			t.bag.Add("title-too-long", value.Pos, diag.Args{"key": t.heads[i], "count": n, "most": most})
		}
		switch t.heads[i] {
		case "":
			t.bag.Add("csv-column-unnamed", value.Pos, nil)
		case "group":
			p.Group = value
		case "delegation":
			p.Delegation = value
		case "name":
			p.Name = value
		case "honorific":
			p.Honorific = value
		case "role":
			p.Role = value
		case "institution":
			p.Institution = value
		case "sort":
			p.Sort = value
		}
	}
	if p.Name.IsZero() && p.Role.IsZero() && (slices.Contains(t.heads, "name") || slices.Contains(t.heads, "role")) {
		t.bag.Add("csv-row-unnamed", p.Pos, nil)
		return p, false
	}
	return p, true
}
