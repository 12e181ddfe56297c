package libreoffice

import (
	"os"
	"syscall"
)

// isolate puts a process into name spaces of its own (namespaces(7)): it is the same user there, and the only network
// is one that leads nowhere.
func isolate(attributes *syscall.SysProcAttr) {
	attributes.Cloneflags = syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET
	user, group := os.Getuid(), os.Getgid()
	attributes.UidMappings = []syscall.SysProcIDMap{{ContainerID: user, HostID: user, Size: 1}}
	attributes.GidMappings = []syscall.SysProcIDMap{{ContainerID: group, HostID: group, Size: 1}}
}
