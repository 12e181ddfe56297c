package report_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"rapporteur/report"
	"rapporteur/sources/disk"
)

// onDisk is a report of one of each kind of file, in a folder with the output of an earlier build, and what that output
// is.
func onDisk(t *testing.T) (in report.Input, old map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range filesOfEveryKind(t) {
		if err := layOver(filepath.Join(dir, name), data); err != nil {
			t.Fatal(err)
		}
	}
	in = report.Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "out"), Program: "old"}
	built(t, in)
	old = everything(t, in.Out)
	in.Program = "new"
	return in, old
}

// built builds a report that has no fault.
func built(t *testing.T, in report.Input) {
	t.Helper()
	if r, err := report.Build(context.Background(), in); err != nil || r.Failed || len(r.Files) == 0 {
		t.Fatal(err, told(r.Diagnostics))
	}
}

// everything is what stands in a folder, by name.
func everything(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		found[e.Name()] = string(data)
	}
	return found
}

// counted is a disk whose n-th call fails, from 0. Calls come from several goroutines: which is the n-th may differ
// from build to build, that every kind of call has its turn does not.
type counted struct {
	turn  sync.Mutex
	calls []disk.Call
	fails int
	cause error
}

func (c *counted) watch(call disk.Call) error {
	c.turn.Lock()
	defer c.turn.Unlock()
	call.Data = nil
	c.calls = append(c.calls, call)
	if len(c.calls) == c.fails+1 {
		return c.cause
	}
	return nil
}

// TestFailureAtEachCall: whichever call of a build to the disk fails, reads among them, the output is the old one or
// the new one, whole. An error or a diagnostic names the cause, and the machine's faults are errors, nobody's mistakes.
func TestFailureAtEachCall(t *testing.T) {
	in, old := onDisk(t)
	whole := &counted{fails: -1}
	in.Disk = &disk.Disk{Watch: whole.watch}
	built(t, in)
	made := everything(t, in.Out)
	if maps.Equal(made, old) {
		t.Fatal("the new output is the old one: nothing could be told apart")
	}
	in.Program = "new"
	noticed, tried := 0, 0
	for _, n := range chosen(whole.calls) {
		tried++
		cause := []error{syscall.EIO, syscall.EACCES, syscall.EMFILE}[tried%3]
		c := &counted{fails: n, cause: cause}
		put(t, in.Out, old)
		in.Disk = &disk.Disk{Watch: c.watch}
		r, err := report.Build(context.Background(), in)
		where := fmt.Sprint("call ", n)
		if n < len(c.calls) {
			where += fmt.Sprintf(", %s %s, %v", c.calls[n].Doing, filepath.Base(c.calls[n].Path), cause)
		}
		if broken := afterFault(t, in, r, err, cause, old, made); broken != "" {
			t.Errorf("%s: %s", where, broken)
		}
		if err != nil || r.Failed {
			noticed++
		}
	}
	t.Logf("%d calls, %d of them failed, %d failures noticed", len(whole.calls), tried, noticed)
	if noticed < tried/2 {
		t.Error("too few of the failures were noticed: the test sees nothing")
	}
}

// chosen are the calls that fail, by their numbers: with many mutants all of them, else of the calls of a kind for a
// file the first, the last and the one between.
func chosen(calls []disk.Call) (list []int) {
	kinds := map[string][]int{}
	for n, c := range calls {
		kind := fmt.Sprint(c.Doing, " ", c.Path)
		kinds[kind] = append(kinds[kind], n)
		list = append(list, n)
	}
	if *mutants >= 1000 {
		return list
	}
	list = nil
	for _, of := range kinds {
		list = append(list, of[0], of[len(of)/2], of[len(of)-1])
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// put lays files down in a folder.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := layOver(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
}

// afterFault says what is not as it should be after a build over a disk that failed.
func afterFault(t *testing.T, in report.Input, r *report.Result, err, cause error, old, made map[string]string) string {
	after := everything(t, in.Out)
	left := maps.Clone(after)
	maps.DeleteFunc(left, func(name, _ string) bool { return !strings.HasSuffix(name, ".rapporteur-part") })
	maps.DeleteFunc(after, func(name, _ string) bool { return strings.HasSuffix(name, ".rapporteur-part") })
	want := made
	if err != nil || r.Failed || len(r.Files) == 0 {
		want = old
	}
	if !maps.Equal(after, want) {
		return fmt.Sprintf("the output is %v, err %v", slices.Sorted(maps.Keys(after)), err)
	}
	switch {
	case err != nil && !errors.Is(err, cause):
		return fmt.Sprintf("the error does not name the cause: %v", err)
	case err == nil && r.Failed && disk.Failed(cause):
		return fmt.Sprintf("it is told as somebody's mistake: %v", told(r.Diagnostics))
	case err == nil && r.Failed && !strings.Contains(fmt.Sprint(told(r.Diagnostics)), cause.Error()) &&
		!strings.Contains(fmt.Sprint(told(r.Diagnostics)), "original-changed"):
		return fmt.Sprintf("nobody names the cause: %v", told(r.Diagnostics))
	case len(left) > 1:
		return fmt.Sprintf("left are %v", slices.Sorted(maps.Keys(left)))
	}
	return ""
}
