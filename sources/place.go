package sources

import (
	"sort"
	"unicode/utf8"

	"rapporteur/sources/diag"
)

// source is a Markdown text that knows where each of its bytes stands in the user's file.
type source struct {
	file      string
	text      []byte
	stretches []stretch

	// The last answer: places are mostly asked for in order, and a line may be very long.
	at, offset, column int
}

// stretch is a run of text that stands in the file as it is: from offset to the next stretch, a character a column.
type stretch struct {
	offset       int
	line, column int
	still        bool // every byte stands at line:column, for want of better knowledge
}

func fileSource(file string, data []byte) *source {
	s := &source{file: file, text: data}
	for i, start := range lineStarts(data) {
		s.stretches = append(s.stretches, stretch{offset: start, line: i + 1, column: 1})
	}
	return s
}

// pos gives the place of a byte of the text. It is not safe for concurrent use.
func (s *source) pos(offset int) diag.Pos {
	offset = min(max(offset, 0), len(s.text))
	i := s.at
	if s.column == 0 || offset < s.stretches[i].offset || i+1 < len(s.stretches) && offset >= s.stretches[i+1].offset {
		i = sort.Search(len(s.stretches), func(i int) bool { return s.stretches[i].offset > offset }) - 1
	}
	if i < 0 {
		return diag.Pos{File: s.file}
	}
	t := s.stretches[i]
	if t.still {
		return diag.Pos{File: s.file, Line: t.line, Column: t.column}
	}
	if s.column == 0 || s.at != i || s.offset > offset {
		s.at, s.offset, s.column = i, t.offset, t.column
	}
	s.column += utf8.RuneCount(s.text[s.offset:offset])
	s.offset = offset
	return diag.Pos{File: s.file, Line: t.line, Column: s.column}
}
