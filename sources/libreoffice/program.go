package libreoffice

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// program is a LibreOffice, or one of its kin.
type program struct {
	path  string
	name  string // with its version, "LibreOffice 25.2.3.2"
	alone bool   // it runs where there is no network at all
}

// commands are what the program is called on a path of commands. On Windows, soffice.exe says nothing to who calls it.
var commands = map[string][]string{"windows": {"soffice.com"}, "": {"soffice", "libreoffice"}}

// places are where installers put the program, by system: patterns of paths, with variables.
var places = map[string][]string{
	"windows": {`${ProgramW6432}\LibreOffice*\program\soffice.com`, `${ProgramFiles}\LibreOffice*\program\soffice.com`,
		`${ProgramFiles(x86)}\LibreOffice*\program\soffice.com`,
		`${LOCALAPPDATA}\Programs\LibreOffice*\program\soffice.com`},
	"darwin": {"/Applications/LibreOffice*.app/Contents/MacOS/soffice",
		"${HOME}/Applications/LibreOffice*.app/Contents/MacOS/soffice"},
	"": {"/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/lib/libreoffice/program/soffice",
		"/usr/lib64/libreoffice/program/soffice", "/opt/libreoffice*/program/soffice",
		"/usr/local/lib/libreoffice*/program/soffice"},
}

// of gives what a table has of a system, or of all others.
func of(table map[string][]string, system string) []string {
	if list, own := table[system]; own {
		return list
	}
	return table[""]
}

// candidates lists where the program may be on a system: first what the user's path of commands leads to, then the
// usual places, the newest version first.
func candidates(system string) (list []string) {
	for _, command := range of(commands, system) {
		if path, err := exec.LookPath(command); err == nil {
			list = append(list, path)
		}
	}
	for _, place := range of(places, system) {
		found, err := filepath.Glob(os.Expand(place, os.Getenv))
		if err != nil {
			continue // a variable holds what no pattern can
		}
		slices.Reverse(found)
		list = append(list, found...)
	}
	return list
}

// nameShape is how the program names itself, "LibreOffice 7.4.7.2 40(Build:2)".
var nameShape = regexp.MustCompile(`(?m)^[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)* \d+(?:\.\d+)+`)

// patienceToName is how long a program may take to say what it is called.
const patienceToName = 30 * time.Second

// find asks the candidates for their names: the first that has one is the program. It is nil where there is none; the
// error is the context's.
func find(ctx context.Context, list []string, work string) (*program, error) {
	for _, path := range list {
		for _, alone := range []bool{true, false} {
			p := &program{path: path, alone: alone}
			limited, cancel := context.WithTimeout(ctx, patienceToName)
			said, err := p.run(limited, work, "--version")
			cancel()
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if p.name = nameShape.FindString(said); err == nil && p.name != "" {
				p.name = strings.TrimSpace(p.name)
				return p, nil
			}
		}
	}
	return nil, nil
}
