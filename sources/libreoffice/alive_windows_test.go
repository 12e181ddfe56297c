package libreoffice

import "golang.org/x/sys/windows"

// canBeAlone says whether this system can take the network from a process.
const canBeAlone = false

// alive reports whether a process goes on.
func alive(pid int) bool {
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return false
	}
	defer windows.CloseHandle(h)
	var code uint32
	const stillActive = 259
	return windows.GetExitCodeProcess(h, &code) == nil && code == stillActive
}
