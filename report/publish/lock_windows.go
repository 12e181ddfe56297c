package publish

import (
	"errors"
	"os"
	"syscall"
)

// From the Windows SDK: winnt.h, winbase.h and winerror.h.
const (
	accessDelete     = 0x00010000
	deleteOnClose    = 0x04000000
	sharingViolation = syscall.Errno(32)
)

// lock takes a file for this process until free is called or the process ends, however it ends: it is opened with
// nobody else let in, and the system removes it when it is closed. The error is errLocked where another has it.
func lock(path string) (free func(), err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const alone = 0
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE|accessDelete, alone, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errLocked
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return func() { syscall.CloseHandle(handle) }, nil
}
