package libreoffice

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// group is a process and all that it started: a job of Windows.
type group struct{ job windows.Handle }

// grouped gives a command a job of its own, and no window.
func grouped(cmd *exec.Cmd, _ bool) (*group, error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil, fmt.Errorf("making a job: %w", err)
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: windows.CREATE_NO_WINDOW}
	return &group{job}, nil
}

// started takes the process that leads the group. It starts the others later than this.
func (g *group) started(p *os.Process) {
	const rights = windows.PROCESS_SET_QUOTA | windows.PROCESS_TERMINATE
	handle, err := windows.OpenProcess(rights, false, uint32(p.Pid))
	if err != nil {
		return // it has ended
	}
	_ = windows.AssignProcessToJobObject(g.job, handle)
	_ = windows.CloseHandle(handle)
}

// end ends all processes of the group.
func (g *group) end() error { return windows.TerminateJobObject(g.job, 1) }

// free gives the job back.
func (g *group) free() { _ = windows.CloseHandle(g.job) }
