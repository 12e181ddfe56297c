package publish

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"

	"rapporteur/sources/disk"
)

// TestInterruptedAtEachCall interrupts a build at each of its calls to the disk: it says that it was interrupted, and
// nothing else, and all files are the old ones; or it is done, and all are the new ones.
func TestInterruptedAtEachCall(t *testing.T) {
	t.Parallel()
	calls := callsOf(t, filepath.Join(t.TempDir(), "dist"), many)
	for k, call := range calls {
		dir := filepath.Join(t.TempDir(), "dist")
		if err := publishInto(t, dir, former, "old"); err != nil {
			t.Fatal(err)
		}
		old := filesOf(t, dir)
		ctx, cancel := context.WithCancel(t.Context())
		var made atomic.Int64
		r := rules()
		r.Disk = &disk.Disk{Watch: func(disk.Call) error {
			if made.Add(1) == int64(k+1) {
				cancel()
				for range 100 {
					runtime.Gosched() // whoever waits for the end of the context may come first
				}
			}
			return nil
		}}
		f, err := Open(ctx, dir, many, r)
		if err == nil {
			err = write(f, many, "new")
			f.Close()
		}
		cancel()
		found := filesOf(t, dir)
		switch {
		case err == nil && oneSet(found, built(many, "new")):
		case errors.Is(err, context.Canceled) && oneSet(found, old):
		default:
			t.Fatalf("interrupted at call %d, %s %s: %v, and there is %v", k, call.Doing, call.Path, err, found)
		}
	}
}
