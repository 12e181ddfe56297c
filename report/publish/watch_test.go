package publish

import (
	"context"
	"sync"
	"syscall"
	"testing"

	"rapporteur/sources/disk"
)

// publishOn publishes as a build does, on a disk; a folder that is given is left in the hands of who died with it.
func publishOn(on *disk.Disk, dir string, names []string, word string) error {
	r := rules()
	r.Disk = on
	f, err := Open(context.Background(), dir, names, r)
	if err != nil {
		return err
	}
	defer f.Close()
	return write(f, names, word)
}

// callsOf publishes, and lists the calls that this takes.
func callsOf(t *testing.T, dir string, names []string) (list []disk.Call) {
	t.Helper()
	on := &disk.Disk{Watch: func(c disk.Call) error {
		c.Data = nil
		list = append(list, c)
		return nil
	}}
	if err := publishOn(on, dir, names, "new"); err != nil {
		t.Fatal(err)
	}
	return list
}

// failing is a disk whose n-th call fails, from 0; forever says that none succeeds from then on, as if the process had
// been killed there.
func failing(n int, cause syscall.Errno, forever bool) *disk.Disk {
	var turn sync.Mutex
	made := 0
	return &disk.Disk{Watch: func(disk.Call) error {
		turn.Lock()
		defer turn.Unlock()
		made++
		if made == n+1 || forever && made > n {
			return cause
		}
		return nil
	}}
}
