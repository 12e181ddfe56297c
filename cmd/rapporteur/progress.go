package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"rapporteur/report"
)

// refresh is the least time between two looks of the same pass: the eye sees no more, and a slow terminal is not held
// up.
const refresh = 100 * time.Millisecond

// meter is the line of progress on a terminal. It is overwritten with spaces, not with escape sequences, which some
// terminals show.
type meter struct {
	terminal io.Writer // nil: not a terminal, nothing is shown
	mutex    sync.Mutex
	width    int // columns that the line takes now
	pass     string
	drawn    time.Time
}

func newMeter(w io.Writer) *meter {
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return &meter{terminal: file}
	}
	return &meter{}
}

// progress is what the driver says how far it is; nil where nobody looks.
func (t talk) progress() func(report.Step) {
	if t.terminal == nil {
		return nil
	}
	return func(s report.Step) {
		line := t.text("pass-"+s.Pass, nil)
		if s.Total > 1 {
			line += fmt.Sprintf(" %d/%d", s.Done, s.Total)
		}
		t.draw(s.Pass, line)
	}
}

func (m *meter) draw(pass, line string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	now := time.Now()
	if pass == m.pass && now.Sub(m.drawn) < refresh {
		return
	}
	m.pass, m.drawn = pass, now
	width := utf8.RuneCountInString(line)
	fmt.Fprint(m.terminal, "\r", line, strings.Repeat(" ", max(0, m.width-width)))
	m.width = width
}

// erase takes the line away before anything else is printed.
func (m *meter) erase() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.terminal == nil || m.width == 0 {
		return
	}
	fmt.Fprint(m.terminal, "\r", strings.Repeat(" ", m.width), "\r")
	m.width, m.pass = 0, ""
}
