package libreoffice

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// asOffice is the variable that makes this test binary behave as an office program does.
const asOffice = "TEST_AS_OFFICE"

func TestMain(m *testing.M) {
	if way := os.Getenv(asOffice); way != "" {
		os.Exit(office(way, os.Args[1:]))
	}
	os.Exit(m.Run())
}

// office is a program that is called as LibreOffice is, and behaves in one of several ways.
func office(way string, args []string) int {
	if args[len(args)-1] == "--version" {
		if way == "mute" {
			return 0
		}
		fmt.Print("LibreOffice 25.2.3.2 520(Build:2)\n\n")
		return 0
	}
	file, out := args[len(args)-1], args[len(args)-2]
	data, err := os.ReadFile(file)
	if err != nil {
		return 1
	}
	switch way {
	case "hangs": // and so does what it starts
		child := exec.Command(os.Args[0], "--convert-to", "pdf", "--outdir", out, file)
		child.Env = append(os.Environ(), asOffice+"=child")
		if child.Start() != nil {
			return 1
		}
		time.Sleep(time.Minute)
	case "child":
		pid := os.Getenv("TEST_CHILD")
		if os.WriteFile(pid, []byte(strconv.Itoa(os.Getpid())), 0o600) != nil {
			return 1
		}
		time.Sleep(time.Minute)
	case "crashes":
		fmt.Println("Unspecified Application Error")
		return 77
	case "makes nothing":
		fmt.Println("Error: source file could not be loaded")
		return 0
	case "makes a page of the web":
		data = []byte("<html>")
	case "dials":
		if c, err := net.DialTimeout("tcp", os.Getenv("TEST_DIAL"), time.Second); err == nil {
			_, _ = c.Write([]byte("x"))
			_ = c.Close()
		}
	}
	if way != "makes a page of the web" {
		profile, err := os.ReadFile(filepath.Join(filepath.Dir(file), "profile", "user", "registrymodifications.xcu"))
		if err != nil {
			return 1
		}
		data = fmt.Appendf(nil, "%%PDF-1.7 %s %d %t", filepath.Base(file), len(data),
			bytes.Contains(profile, []byte("PDFUACompliance")))
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + ".pdf"
	if os.WriteFile(filepath.Join(out, name), data, 0o600) != nil {
		return 1
	}
	return 0
}

// behaving makes a converter whose program behaves in one of the ways of office.
func behaving(t *testing.T, way string) *Converter {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(asOffice, way)
	c := &Converter{Program: self}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// TestPDF: what the program makes is given, and once only for the same file.
func TestPDF(t *testing.T) {
	c := behaving(t, "works")
	made, err := c.PDF(t.Context(), "../Größe: 1?.docx", []byte("text"))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(made.PDF); got != "%PDF-1.7 __Größe_ 1_.docx 4 true" || made.Program != "LibreOffice 25.2.3.2" {
		t.Errorf("%q by %q", got, made.Program)
	}
	t.Setenv(asOffice, "crashes")
	if again, err := c.PDF(t.Context(), "../Größe: 1?.docx", []byte("text")); err != nil ||
		!bytes.Equal(again.PDF, made.PDF) {
		t.Errorf("made anew: %v", err)
	}
	if _, err := c.PDF(t.Context(), "other.docx", []byte("text")); err == nil {
		t.Error("another name may print otherwise")
	}
	work := c.work
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(work); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is left: %v", work, err)
	}
}

// TestFaults: each way in which a program fails is told as what it is, with what the program said.
func TestFaults(t *testing.T) {
	for way, want := range map[string]Fault{
		"crashes":                 {Reason: Crashed, Said: "Unspecified Application Error\nexit status 77"},
		"makes nothing":           {Reason: NoPages, Said: "Error: source file could not be loaded"},
		"makes a page of the web": {Reason: NoPages},
	} {
		_, err := behaving(t, way).PDF(t.Context(), "a.docx", []byte("text"))
		var fault *Fault
		if !errors.As(err, &fault) || *fault != want {
			t.Errorf("a program that %s: %v", way, err)
		}
	}
	none := &Converter{Program: filepath.Join(t.TempDir(), "none")}
	defer none.Close()
	if _, err := none.PDF(t.Context(), "a.docx", nil); !errors.Is(err, ErrNone) {
		t.Errorf("no program: %v", err)
	}
	if _, err := behaving(t, "mute").PDF(t.Context(), "a.docx", nil); !errors.Is(err, ErrNone) {
		t.Errorf("a program without a name: %v", err)
	}
}

// TestEnded: a program that hangs is ended with all that it started, when its time is over and when nobody waits for it
// any more.
func TestEnded(t *testing.T) {
	for _, way := range []string{"time", "cancelled"} {
		c := behaving(t, "hangs")
		pid := filepath.Join(t.TempDir(), "pid")
		t.Setenv("TEST_CHILD", pid)
		ctx, cancel := context.WithCancel(t.Context())
		c.Patience = time.Minute
		if way == "time" {
			c.Patience = 1500 * time.Millisecond
		} else {
			time.AfterFunc(1500*time.Millisecond, cancel)
		}
		began := time.Now()
		_, err := c.PDF(ctx, "a.docx", []byte("text"))
		var fault *Fault
		if way == "time" && !(errors.As(err, &fault) && fault.Reason == TooLong) ||
			way == "cancelled" && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", way, err)
		}
		if time.Since(began) > 30*time.Second {
			t.Errorf("%s: it took %v", way, time.Since(began))
		}
		if child := numberIn(t, pid); child == 0 || alive(child) {
			t.Errorf("%s: process %d goes on", way, child)
		}
		cancel()
	}
}

func numberIn(t *testing.T, file string) int {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestStore: what was made stays for the next converter; what was damaged is made anew, and what is old goes when there
// is no room.
func TestStore(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "cache")
	c := behaving(t, "works")
	c.Cache = cache
	made, err := c.PDF(t.Context(), "a.docx", []byte("text"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(cache, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q in the cache, %v", files, err)
	}
	next := behaving(t, "crashes")
	next.Cache = cache
	if again, err := next.PDF(t.Context(), "a.docx", []byte("text")); err != nil || !bytes.Equal(again.PDF, made.PDF) {
		t.Errorf("made anew: %v", err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)-2] ^= 1
	if err := os.WriteFile(files[0], data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := next.PDF(t.Context(), "a.docx", []byte("text")); err == nil {
		t.Error("a damaged PDF is taken")
	}
	if _, err := os.Stat(files[0]); err == nil {
		t.Error("a damaged PDF stays")
	}
	locked := behaving(t, "works")
	locked.Cache = files[0] // no folder can be there
	if err := os.WriteFile(files[0], nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := locked.PDF(t.Context(), "a.docx", []byte("text")); err != nil {
			t.Errorf("where the cache cannot be written: %v", err)
		}
		t.Setenv(asOffice, "crashes") // the second time it is there
	}
	s := store{cache}
	for i := range 3 {
		if err := s.put(strconv.Itoa(i), []byte("x")); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(cache, strconv.Itoa(i)+ofStore)
		if i == 1 { // as large as all that is kept, without taking the room
			if err := os.Truncate(path, mostKept); err != nil {
				t.Fatal(err)
			}
		}
		old := time.Now().Add(time.Duration(i-10) * time.Hour)
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	s.prune()
	if s.get("0") != nil || s.get("2") == nil {
		t.Error("not the longest unused went")
	}
}

// TestAlone: where the system can give a process no network, it has none; everywhere its proxies lead nowhere.
func TestAlone(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	dialled := make(chan bool, 1)
	go func() {
		if c, err := listener.Accept(); err == nil {
			_ = c.Close()
			dialled <- true
		}
	}()
	t.Setenv("TEST_DIAL", listener.Addr().String())
	c := behaving(t, "dials")
	if _, err := c.PDF(t.Context(), "a.docx", []byte("text")); err != nil {
		t.Fatal(err)
	}
	select {
	case <-dialled:
		if canBeAlone && c.found.alone {
			t.Error("it reached the network")
		}
	default:
	}
	env := strings.Join(environment([]string{"HTTPS_PROXY=http://proxy", "NO_PROXY=*", "PATH=/bin", "LANG=fr"}), "\n")
	for _, want := range []string{"https_proxy=" + deadEnd, "PATH=/bin", "LANG=C.UTF-8"} {
		if !strings.Contains(env, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, no := range []string{"http://proxy", "NO_PROXY", "LANG=fr"} {
		if strings.Contains(env, no) {
			t.Errorf("still %s", no)
		}
	}
}

// TestCandidates: what the path of commands leads to goes before what lies where installers put it, and that the newest
// first.
func TestCandidates(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("PATH", filepath.Join(home, "bin"))
	name := map[bool]string{true: "soffice.exe", false: "soffice"}[runtime.GOOS == "windows"]
	want := []string{filepath.Join(home, "bin", name)}
	for _, app := range []string{"LibreOffice 25.app", "LibreOffice 24.app"} {
		want = append(want, filepath.Join(home, "Applications", app, "Contents", "MacOS", "soffice"))
	}
	for _, file := range want {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	got := slices.DeleteFunc(candidates("darwin"), func(path string) bool { return !strings.HasPrefix(path, home) })
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for system, list := range places {
		for _, place := range list {
			if _, err := filepath.Match(place, ""); err != nil {
				t.Errorf("%s: %s: %v", system, place, err)
			}
		}
	}
}
