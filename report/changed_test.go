package report

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"rapporteur/sources/pdf"
)

// changing builds a report of an original that is too large to be kept, and does something to the file between its
// being read and its being linked.
func changing(t *testing.T, do func(file string)) *Result {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte("rapporteur: 1\n"+handedInAs("a.pdf")))
	original := example(t, "host-country")
	at := bytes.LastIndex(original, []byte("startxref"))
	write(t, dir, "a.pdf", slices.Concat(original[:at], bytes.Repeat([]byte("%\n"), keptOriginals/2), original[at:]))
	in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")}
	in.Progress = func(s Step) {
		if s.Pass == "plan" {
			do(filepath.Join(dir, "a.pdf"))
		}
	}
	r, err := Build(t.Context(), in)
	if err != nil {
		t.Fatalf("it is taken for a failure of ours: %v", err)
	}
	if _, err := os.Lstat(in.Out); err == nil && r.Failed {
		t.Error("the output folder is still there")
	}
	return r
}

// TestChangedInput: an original that changes while the report is built is for the editor to mend, at its line.
func TestChangedInput(t *testing.T) {
	for name, do := range map[string]func(file string){
		"written anew": func(file string) {
			if err := os.WriteFile(file, []byte("%PDF-1.7 another"), 0o666); err != nil {
				t.Fatal(err)
			}
		},
		"removed": func(file string) { os.Remove(file) },
	} {
		r := changing(t, do)
		if !r.Failed || len(r.Diagnostics) != 1 {
			t.Fatalf("%s: failed %v, and it said %s", name, r.Failed, messages(r))
		}
		if d := r.Diagnostics[0]; d.Code != "original-changed" || d.Pos.Line != 7 || d.Item != "s1" {
			t.Errorf("%s: %+v", name, d)
		}
	}
	if r := changing(t, func(string) {}); r.Failed || len(r.Findings) > 0 {
		t.Errorf("an original that does not change: %s", messages(r))
	}
}

// TestTooLargeIsNotRead: an original beyond what the PDF reader takes is refused at its line before it is read.
func TestTooLargeIsNotRead(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte("rapporteur: 1\n"+handedInAs("a.pdf")))
	write(t, dir, "a.pdf", nil)
	if err := os.Truncate(filepath.Join(dir, "a.pdf"), pdf.MaxFile+1); err != nil { // a hole: it takes no room
		t.Skip("this disk makes no file with a hole: ", err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r, err := Check(t.Context(), Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")})
	runtime.ReadMemStats(&after)
	if err != nil || len(r.Diagnostics) != 1 || r.Diagnostics[0].Code != "original-too-large" {
		t.Fatalf("%v, and it said %s", err, messages(r))
	}
	if read := after.TotalAlloc - before.TotalAlloc; read > pdf.MaxFile/4 {
		t.Errorf("%d bytes were taken", read)
	}
}

// TestFiftyBuildsLeaveNothing: builds that fail or are cancelled leave no goroutine behind.
func TestFiftyBuildsLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte("rapporteur: 1\n"+handedInAs("a.pdf", "missing.pdf")))
	write(t, dir, "sound.yaml", []byte("rapporteur: 1\n"+handedInAs("a.pdf", "a.pdf")))
	write(t, dir, "a.pdf", example(t, "host-country"))
	before := runtime.NumGoroutine()
	for i := range 50 {
		ctx, cancel := context.WithCancel(t.Context())
		in := Input{Manifest: filepath.Join(dir, "sound.yaml"), Out: filepath.Join(dir, "dist")}
		passes := []string{"read", "resolve", "compose", "settle", "plan", "paint", "verify"}
		if i%2 == 0 {
			in.Manifest = filepath.Join(dir, "report.yaml")
		} else {
			in.Progress = func(s Step) {
				if s.Pass == passes[i/2%len(passes)] {
					cancel()
				}
			}
		}
		if r, err := Build(ctx, in); err == nil && !r.Failed {
			t.Errorf("build %d: neither failed nor cancelled", i)
		}
		cancel()
	}
	for range 100 { // a goroutine that has done its work may still be ending
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}
