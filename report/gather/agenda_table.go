package gather

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/report/states"
)

// columns are the words by which the head of a table says what stands in a column.
var columns = []struct{ key, words string }{
	{"session", "session sessions seance sesion сессия заседание 会 场 جلسة meeting panel sitzung block"},
	{"date", "date day jour fecha dia дата день 日 تاريخ datum tag"},
	{"time", "time start begin heure debut hora inicio время начало 时 وقت uhrzeit beginn"},
	{"file", "file files fichier archivo файл 件 ملف datei pdf attachment"},
	{"role", "role function position fonction qualite cargo должность 职 صفة rolle funktion"},
	{"delegation", "delegation country state organization organisation affiliation pays etat delegacion pais " +
		"institucion " +
		"organizacion institution страна делегация организация государство 国 团 بلد وفد دولة land"},
	{"name", "speaker name nom orateur intervenant orador nombre ponente докладчик оратор имя фио 姓 人 متحدث اسم " +
		"redner"},
	{"title", "title topic subject titre sujet theme titulo tema название тема 题 عنوان titel thema"},
	{"language", "language langue idioma язык 语 لغة sprache"},
}

// columnOf says what stands in a column by its head; "" where that is not known.
func columnOf(head string) string {
	for _, word := range states.Folded(head) {
		for _, c := range columns {
			for _, known := range states.Folded(c.words) {
				if word == known || states.SameWord(known, word) {
					return c.key
				}
			}
		}
	}
	return ""
}

// tableOf reads an agenda from a table with commas, semicolons or tabs; nil where the table is none: without a column
// of sessions or hours, or without one of speakers or delegations.
func (w *walker) tableOf(data []byte) *agenda {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(data) { // as Excel saves it where nobody asks for UTF-8
		if western, err := charmap.Windows1252.NewDecoder().Bytes(data); err == nil {
			data = western
		}
	}
	r := csv.NewReader(bytes.NewReader(data))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	for _, mark := range ";\t" {
		if bytes.Count(first, []byte(string(mark))) > bytes.Count(first, []byte(string(r.Comma))) {
			r.Comma = mark
		}
	}
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil || len(rows) < 2 {
		return nil
	}
	var heads []string
	for _, head := range rows[0] {
		key := columnOf(head)
		if slices.Contains(heads, key) {
			key = ""
		}
		heads = append(heads, key)
	}
	has := func(keys ...string) bool {
		return slices.ContainsFunc(keys, func(k string) bool { return slices.Contains(heads, k) })
	}
	if !has("session", "time") || !has("name", "delegation") {
		return nil
	}
	a := &agenda{}
	session, date := "", ""
	for _, row := range rows[1:] {
		cell := map[string]string{}
		for i, value := range row[:min(len(row), len(heads))] {
			cell[heads[i]] = strings.TrimSpace(value)
		}
		if cell["session"] != "" { // else it is that of the row above, as in merged cells
			session = cell["session"]
		}
		if day := w.day(cell["date"]); day != "" {
			date = day
		}
		m := a.meeting(session, moment(date, clock(cmp.Or(cell["time"], cell["date"]))))
		if cell["name"] == "" && cell["delegation"] == "" {
			continue
		}
		e := &entry{person: person{name: cell["name"], role: cell["role"]}, title: cell["title"],
			delegation: cell["delegation"]}
		e.party, _, _ = states.In(states.Folded(e.delegation))
		if e.party == nil {
			e.party = states.Coded(e.delegation)
		}
		if tag := w.languages.Named(cell["language"]); tag != "" {
			e.lang = tag
		} else if slices.Contains(w.languages.Codes(), strings.ToLower(cell["language"])) {
			e.lang = strings.ToLower(cell["language"])
		}
		if cell["file"] != "" {
			e.files = strings.FieldsFunc(cell["file"], func(r rune) bool { return r == '|' || r == ';' || r == '\n' })
			for i := range e.files {
				e.files[i] = strings.TrimSpace(e.files[i])
			}
		}
		m.entries = append(m.entries, e)
	}
	return a
}
