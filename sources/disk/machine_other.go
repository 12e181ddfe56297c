//go:build !windows

package disk

import (
	"errors"
	"os"
	"syscall"
)

// machineFaults are the errors that are the machine's.
var machineFaults = []syscall.Errno{syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.EIO, syscall.ENOBUFS,
	syscall.ESTALE}

// syncFolder brings the names in a folder to the disk. File systems that cannot be asked to are taken at their word.
func syncFolder(open func() (*os.File, error)) error {
	dir, err := open()
	if err != nil {
		return err
	}
	defer dir.Close()
	err = dir.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}
