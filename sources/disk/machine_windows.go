package disk

import (
	"os"
	"syscall"
)

// machineFaults are the errors that are the machine's: ERROR_TOO_MANY_OPEN_FILES, ERROR_NOT_ENOUGH_MEMORY,
// ERROR_OUTOFMEMORY, ERROR_CRC, ERROR_READ_FAULT, ERROR_GEN_FAILURE, ERROR_IO_DEVICE and ERROR_NO_SYSTEM_RESOURCES of
// the Windows SDK's winerror.h.
var machineFaults = []syscall.Errno{4, 8, 14, 23, 30, 31, 1117, 1450}

// syncFolder does nothing: Windows keeps the names in a folder in a journal, and has no call that waits for it.
func syncFolder(func() (*os.File, error)) error { return nil }
