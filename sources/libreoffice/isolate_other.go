//go:build !windows && !linux

package libreoffice

import "syscall"

// isolate leaves a process as it is: this system has no network of its own for one. Settings and proxies keep it from
// the real one.
func isolate(*syscall.SysProcAttr) {}
