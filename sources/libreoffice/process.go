package libreoffice

import (
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// lingering is how long the pipes of a process that was ended may stay open.
const lingering = 2 * time.Second

// run starts the program with its profile in the folder work, and gives what it said when it has ended. When the
// context ends before, the process is ended with all that it started. The error is the system's: of the start, or the
// exit code.
func (p *program) run(ctx context.Context, work string, args ...string) (string, error) {
	profile, err := filepath.Abs(filepath.Join(work, profileFolder))
	if err != nil {
		return "", err
	}
	args = append([]string{"-env:UserInstallation=" + fileAddress(profile), "--headless", "--invisible", "--nologo",
		"--nodefault", "--norestore", "--nolockcheck", "--nofirststartwizard"}, args...)
	return p.start(ctx, work, args)
}

// start runs a process in a group of its own.
func (p *program) start(ctx context.Context, work string, args []string) (string, error) {
	said := &words{}
	cmd := exec.CommandContext(ctx, p.path, args...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr, cmd.WaitDelay = work, environment(os.Environ()), said, said, lingering
	g, err := grouped(cmd, p.alone)
	if err != nil {
		return "", err
	}
	cmd.Cancel = g.end
	if err := cmd.Start(); err != nil {
		g.free()
		return "", err
	}
	defer g.free()
	g.started(cmd.Process)
	err = cmd.Wait()
	_ = g.end() // what it left running
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil // it has ended, and only something that it started held a pipe
	}
	return said.String(), err
}

// fileAddress is the address of a file, as the program takes them.
func fileAddress(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive of Windows
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// deadEnd is an address at which nobody answers: port 9 of this machine.
const deadEnd = "http://127.0.0.1:9"

// ours are the variables of the process that do not come from the user: one locale, one time zone, no window, and
// proxies that lead nowhere.
var ours = map[string]string{"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": "0",
	"SAL_USE_VCLPLUGIN": "svp", "SAL_DISABLE_OPENCL": "1", "DISPLAY": "", "http_proxy": deadEnd, "https_proxy": deadEnd,
	"ftp_proxy": deadEnd, "all_proxy": deadEnd, "no_proxy": ""}

// environment gives the variables of the process, from those of the user.
func environment(users []string) (list []string) {
	for _, v := range users {
		name, _, _ := strings.Cut(v, "=")
		_, is := ours[name]
		_, alike := ours[strings.ToLower(name)] // HTTP_PROXY
		if !is && !alike {
			list = append(list, v)
		}
	}
	for name, value := range ours {
		if value != "" {
			list = append(list, name+"="+value)
		}
	}
	return list
}

// words keeps the first of what a process says.
type words struct{ strings.Builder }

// mostWords is how many bytes are kept.
const mostWords = 4 << 10

// Write implements io.Writer.
func (w *words) Write(p []byte) (int, error) {
	w.Builder.Write(p[:min(len(p), mostWords-w.Len())])
	return len(p), nil
}
