package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/report/publish"
)

// program and version are what `version` prints and the ledger notes.
const (
	program = "rapporteur"
	version = "0.1.0"
)

// The exit codes.
const (
	made    = 0 // done as asked
	mend    = 1 // the manifest, a text or an original has errors
	misused = 2 // wrong usage
	broken  = 3 // ours or the machine's failure
)

// streams are where results and talk go. Nothing is ever asked, so there is no input.
type streams struct{ out, err io.Writer }

// app is one run of the command line.
type app struct {
	talk
	out      *results
	strict   bool
	uncached bool
	code     int
}

// patience is how long an interrupted command may take to end by itself. What does not look at its context within it
// is opening a file that never opens, or setting a very long paragraph: the process ends without it. By then the output
// folder is as it was, for it has a watch of its own on the context.
const patience = 300 * time.Millisecond

// leastFiles is how many files must be allowed to be open at a time: with fewer the runtime itself may fail, with no
// word that anybody understands. A build has up to fourteen open, with those that it is started with.
const leastFiles = 16

// run obeys a command line and gives the exit code. An interrupt, a request to terminate and a terminal that is closed
// end the command.
func run(args []string, s streams) int {
	a := &app{talk: newTalk(s.err, language(args)), out: &results{to: s.out}}
	if n := filesAllowed(); n < leastFiles {
		a.say("few-files", words{"count": strconv.FormatUint(n, 10), "least": strconv.Itoa(leastFiles)})
		return broken
	}
	ctx, stop := signal.NotifyContext(context.Background(), heeded()...)
	defer stop()
	return a.within(ctx, func() int { return a.obey(ctx, args) })
}

// within gives the exit code of obey, or that of an interrupted command when obey does not end soon after ctx.
func (a *app) within(ctx context.Context, obey func() int) int {
	code := make(chan int, 1)
	go func() { code <- obey() }()
	select {
	case c := <-code:
		return c
	case <-ctx.Done():
	}
	select {
	case c := <-code:
		return c
	case <-time.After(patience):
		a.erase()
		a.say("cut-short", nil)
		return broken
	}
}

// heeded are the signals that end a command. Whoever started the program with nohup wants it to outlive the terminal.
func heeded() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// obey does what the command line says and gives the exit code.
func (a *app) obey(ctx context.Context, args []string) (code int) {
	defer a.surprise(&code)
	root := a.commands()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would then read os.Args
	if err := root.ExecuteContext(ctx); err != nil {
		return a.misuse(err)
	}
	if a.out.failed != nil && a.code == made {
		return a.fail(fmt.Errorf("writing to standard output: %w", a.out.failed))
	}
	return a.code
}

// surprise, deferred, turns a panic into a sentence and an exit code.
func (a *app) surprise(code *int) {
	if fault := recover(); fault != nil {
		a.erase()
		a.say("panic", words{"fault": fmt.Sprint(fault), "place": origin()})
		*code = broken
	}
}

// misuse says what is wrong with the command line.
func (a *app) misuse(err error) int {
	a.say("usage", words{"what": a.usageError(err)})
	return misused
}

// fail says why the machine or the program could not do it.
func (a *app) fail(err error) int {
	a.erase()
	if errors.Is(err, context.Canceled) {
		a.say("interrupted", nil)
		return broken
	}
	if filesSpent(err) {
		a.say("files-spent", words{"count": strconv.FormatUint(filesAllowed(), 10), "cause": err.Error()})
		return broken
	}
	var (
		busy   *publish.BusyError
		locked *publish.LockedError
		out    *publish.OutputError
	)
	switch {
	case errors.As(err, &busy) && errors.Is(err, publish.ErrFolder):
		a.say("in-the-way", words{"file": near(busy.File)})
	case errors.As(err, &busy) && errors.Is(err, publish.ErrFile):
		a.say("no-folder", words{"file": near(busy.File)})
	case errors.As(err, &busy):
		a.say("busy", words{"file": near(busy.File), "cause": innermost(busy)})
	case errors.As(err, &locked):
		a.say("locked", words{"dir": near(locked.Dir)})
	case errors.As(err, &out):
		a.say("out", words{"dir": near(out.Dir), "cause": innermost(out)})
	default:
		a.say("failure", words{"cause": err.Error()})
	}
	return broken
}

// innermost is what the system said, in its own words, without the names of calls and temporary files.
func innermost(err error) string {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return err.Error()
}

// results is standard output: the first failure to write is kept, so that a full disk does not pass for success.
type results struct {
	to     io.Writer
	failed error
}

// Write implements io.Writer.
func (r *results) Write(p []byte) (int, error) {
	n, err := r.to.Write(p)
	if err != nil && r.failed == nil {
		r.failed = err
	}
	return n, err
}

// origin names the line of our code where a panic arose.
func origin() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	for panicked := false; ; {
		frame, more := frames.Next()
		if panicked && strings.HasPrefix(frame.Function, "rapporteur/") {
			return path.Base(frame.File) + ":" + strconv.Itoa(frame.Line)
		}
		panicked = panicked || frame.Function == "runtime.gopanic"
		if !more {
			return "?"
		}
	}
}

// run makes a command function into what cobra calls: its exit code is kept.
func (a *app) run(do func(ctx context.Context, args []string) int) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		a.code = do(cmd.Context(), args)
		return nil
	}
}
