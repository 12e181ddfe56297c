package sources

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestFolder: what lies in the folder is read, and of all else it is said what is the matter, whatever words the
// system has for it.
func TestFolder(t *testing.T) {
	dir, outside := filepath.Join(t.TempDir(), "in"), t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "inside", "sub/b.txt": "below", "e\u0301.txt": "decomposed", "large": "12345678",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(outside, "secret"), []byte("secret"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "..", "beside"), []byte("secret"), 0o666); err != nil {
		t.Fatal(err)
	}
	links := true
	for name, target := range map[string]string{
		"link-file": "a.txt", "link-sub": "sub", "sub/up": filepath.Join("..", "a.txt"), "chain": "link-sub",
		"out-file": filepath.Join(outside, "secret"), "out-folder": outside, "out-up": filepath.Join("..", "beside"),
		"sub/out-far": filepath.Join("..", "..", "beside"), "chained-out": "out-folder", "dangling": "nothing",
		"out-dangling": filepath.Join(outside, "nothing"), "circle": "circle",
	} {
		if os.Symlink(target, filepath.Join(dir, filepath.FromSlash(name))) != nil {
			links = false
		}
	}
	folder, err := OpenFolder(nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	tests := []struct {
		path string
		want error
		link bool
	}{
		{"a.txt", nil, false}, {"sub/b.txt", nil, false}, {"\u00e9.txt", nil, false}, {"sub/../a.txt", nil, false},
		{"link-file", nil, true}, {"link-sub/b.txt", nil, true}, {"sub/up", nil, true}, {"chain/up", nil, true},
		{"../beside", ErrOutside, false}, {"sub/../../beside", ErrOutside, false}, {"..", ErrOutside, false},
		{filepath.ToSlash(filepath.Join(outside, "secret")), ErrOutside, false}, {"/etc/passwd", ErrOutside, false},
		{"C:/secret", ErrOutside, false}, {`C:\secret`, ErrOutside, false},
		{"out-file", ErrOutside, true}, {"out-folder/secret", ErrOutside, true}, {"out-up", ErrOutside, true},
		{"sub/out-far", ErrOutside, true}, {"link-sub/out-far", ErrOutside, true},
		{"chained-out/secret", ErrOutside, true},
		{"out-dangling", ErrOutside, true}, {"out-folder/nothing", ErrOutside, true},
		{"nothing", ErrMissing, false}, {"nowhere/a.txt", ErrMissing, false}, {"a.txt/b", ErrMissing, false},
		{"a.txt/b/c", ErrMissing, false}, {"dangling", ErrMissing, true}, {"link-file/b", ErrMissing, true},
		{"sub", ErrNotFile, false}, {".", ErrNotFile, false}, {"link-sub", ErrNotFile, true},
		{"", ErrBadPath, false}, {`sub\b.txt`, ErrBadPath, false}, {"https://un.org/a", ErrBadPath, false},
		{"a\x00", ErrBadPath, false},
		{"large", ErrTooLarge, false},
	}
	for _, test := range tests {
		if test.link && !links {
			continue
		}
		data, err := folder.Read(test.path, 7+3) // "decomposed" has ten bytes
		if test.path == "large" {
			data, err = folder.Read(test.path, 7)
		}
		if !errors.Is(err, test.want) || (err == nil) != (test.want == nil) {
			t.Errorf("%q: %v, want %v", test.path, err, test.want)
		}
		if strings.Contains(string(data), "secret") || (data == nil) != (test.want != nil) {
			t.Errorf("%q gives %q", test.path, data)
		}
		if check := folder.Check(test.path); test.path != "large" && !errors.Is(check, test.want) {
			t.Errorf("%q is checked as %v, want %v", test.path, check, test.want)
		}
	}
	if links { // nothing that lies outside, but no file either: the system's own error
		if err := folder.Check("circle"); err == nil || errors.Is(err, ErrOutside) || errors.Is(err, ErrMissing) {
			t.Errorf("a circle of links is %v", err)
		}
	}
}

// TestForbiddenFile: a file that this user may not read is told with the system's error, which names no path.
func TestForbiddenFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "shut"), []byte("words"), 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(filepath.Join(dir, "shut")); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	folder, err := OpenFolder(nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if _, err := folder.Read("shut", 10); !errors.Is(err, fs.ErrPermission) || strings.Contains(err.Error(), "shut") {
		t.Errorf("it says %v", err)
	}
}

// TestPipe: a pipe is refused before it is opened, which would wait for a writer for ever.
func TestPipe(t *testing.T) {
	dir := t.TempDir()
	if err := makePipe(filepath.Join(dir, "pipe")); err != nil {
		t.Skip("this system makes no pipes in folders:", err)
	}
	folder, err := OpenFolder(nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	said := make(chan error, 1)
	go func() {
		_, err := folder.Read("pipe", 10)
		said <- err
	}()
	select {
	case err := <-said:
		if !errors.Is(err, ErrNotFile) {
			t.Errorf("it says %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the pipe was opened")
	}
}
