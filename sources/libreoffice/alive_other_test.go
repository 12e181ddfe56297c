//go:build !windows

package libreoffice

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"syscall"
)

// canBeAlone says whether this system can take the network from a process.
const canBeAlone = runtime.GOOS == "linux"

// alive reports whether a process goes on; one that has ended and that nobody asked for its exit code does not.
func alive(pid int) bool {
	if state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err == nil {
		return !bytes.Contains(state, []byte(") Z "))
	}
	return syscall.Kill(pid, 0) == nil
}
