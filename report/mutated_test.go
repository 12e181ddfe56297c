package report_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/report"
)

// How many damaged files of each kind the tests try, from which seed on, and where originals that were built without a
// word, and their reports, are left for a comparison of pixels.
var (
	mutants = flag.Int("mutants", 40, "damaged originals, and damaged files of other kinds, that are tried")
	seed    = flag.Uint64("seed", 0, "of the first of them")
	kept    = flag.String("kept", "", "folder for reports with damaged originals of which nothing was told")
)

const (
	// soon is how long one damaged file may take on a machine that is busy with other things, and many a report of
	// several.
	soon, many = 20 * time.Second, time.Minute
	// room is how many bytes may be alive while one is built, the test's own among them.
	room = 1 << 30
)

// tracks are words that only a programmer would understand.
var tracks = regexp.MustCompile(`goroutine \d|runtime error|nil pointer|index out of range|panic|\.go:\d`)

// untold says what a result must not have: the words of a panic that was caught on the way.
func untold(r *report.Result) string {
	for _, line := range append(told(r.Diagnostics), told(r.Findings)...) {
		if strings.Contains(line, "text-unreadable") || tracks.MatchString(line) {
			return line
		}
	}
	return ""
}

// swift does what must end in a time and in little memory; else the error says what it did not do. A panic is an error.
func swift(in time.Duration, do func() error) error {
	done := make(chan error, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				done <- fmt.Errorf("panic: %v", fault)
			}
		}()
		done <- do()
	}()
	live := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	end, look := time.After(in), time.NewTicker(20*time.Millisecond)
	defer look.Stop()
	for {
		select {
		case err := <-done:
			return err
		case <-end:
			return fmt.Errorf("it did not end in %v", in)
		case <-look.C:
			if metrics.Read(live); live[0].Value.Uint64() > room {
				runtime.GC()
				if metrics.Read(live); live[0].Value.Uint64() > room {
					return fmt.Errorf("%d MB are alive", live[0].Value.Uint64()>>20)
				}
			}
		}
	}
}

// crew lets every core do pieces of work, in folders of their own.
func crew(t *testing.T, pieces int, do func(dir string, piece int)) {
	t.Helper()
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		dir := filepath.Join(t.TempDir(), "work")
		if err := os.Mkdir(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		group.Go(func() {
			for !t.Failed() || *kept != "" {
				piece := int(next.Add(1)) - 1
				if piece >= pieces {
					return
				}
				do(dir, piece)
			}
		})
	}
	group.Wait()
}

// strays are the files beside and below a folder that are not meant to be there.
func strays(dir string, meant func(name string) bool) (list []string) {
	above := filepath.Dir(dir)
	_ = filepath.WalkDir(above, func(path string, e fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		if err == nil && !e.IsDir() && !meant(filepath.ToSlash(name)) {
			list = append(list, name)
		}
		return nil
	})
	return list
}

// keep leaves a file that broke a promise where the test that failed can be looked at.
func keep(t *testing.T, name string, data []byte) string {
	file := filepath.Join(os.TempDir(), "rapporteur-"+name)
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Error(err)
	}
	return file
}

// codesOf are the codes of what was told of an item, sorted.
func codesOf(r *report.Result, item string) (codes []string) {
	for _, d := range append(slices.Clone(r.Diagnostics), r.Findings...) {
		if d.Item == item {
			codes = append(codes, d.Code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
