//go:build !windows

package publish

import (
	"errors"
	"os"
	"syscall"
)

// lock takes a file for this process until free is called or the process ends, however it ends. The error is
// errLocked where another has it.
func lock(path string) (free func(), err error) {
	for range 8 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o666)
		if err != nil {
			return nil, err
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); errors.Is(err, syscall.EWOULDBLOCK) {
			f.Close()
			return nil, errLocked
		} // any other answer: the file system has no locks, and a build is better than none
		// Who had it before may have removed the file while this one waited at its door: then the lock holds a name
		// that is gone.
		if isOpenAs(f, path) {
			return func() { f.Close() }, nil
		}
		f.Close()
	}
	return nil, errLocked
}

func isOpenAs(f *os.File, path string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(mine, there)
}
