package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// widest is how many columns a line of Go may have, a tab counted as four.
const widest = 120

func columns(line string) int { return utf8.RuneCountInString(line) + 3*strings.Count(line, "\t") }

// TestWidth: every line of the code, tests and comments included, is read without moving the window.
func TestWidth(t *testing.T) {
	if n := columns("\tнет\t"); n != 11 {
		t.Fatalf("a line with two tabs and three letters has %d columns", n)
	}
	files := goFiles(t, filepath.Join("..", ".."))
	if len(files) < 300 {
		t.Fatalf("only %d files were read", len(files))
	}
	for _, file := range files {
		source, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(source)
		for at := 1; lines.Scan(); at++ {
			if n := columns(lines.Text()); n > widest {
				t.Errorf("%s:%d has %d columns", file, at, n)
			}
		}
		if err := lines.Err(); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		source.Close()
	}
}
