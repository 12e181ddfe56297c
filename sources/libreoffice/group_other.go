//go:build !windows

package libreoffice

import (
	"os"
	"os/exec"
	"syscall"
)

// group is a process and all that it started.
type group struct{ leader *os.Process }

// grouped gives a command a group of its own.
func grouped(cmd *exec.Cmd, alone bool) (*group, error) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if alone {
		isolate(cmd.SysProcAttr)
	}
	return &group{}, nil
}

// started takes the process that leads the group.
func (g *group) started(p *os.Process) { g.leader = p }

// end ends all processes of the group.
func (g *group) end() error {
	if g.leader == nil {
		return nil
	}
	err := syscall.Kill(-g.leader.Pid, syscall.SIGKILL)
	if err == syscall.ESRCH { // they have ended
		return os.ErrProcessDone
	}
	return err
}

// free gives back what the group took of the system: nothing here.
func (g *group) free() {}
