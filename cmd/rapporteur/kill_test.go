package main

import (
	"context"
	"crypto/sha256"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	ossignal "os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// small is a manifest that builds fast; its title tells one version from the other.
const small = `rapporteur: 1
report:
  title: TITLE
  language: en
  date: 2011-09-19
sessions:
  - id: opening
    title: Opening
    statements:
      - {id: host, speaker: {role: Head of delegation}, text: A word of welcome., original: host.pdf}
`

// smallReport lays a small report down and gives its folder.
func smallReport(t *testing.T, title string) string {
	t.Helper()
	dir := t.TempDir()
	original, err := os.ReadFile(filepath.Join("starter", "originals", "host-country.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "host.pdf"), original, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, defaultManifest), []byte(strings.Replace(small, "TITLE", title, 1)),
		0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// hashes are the sums of the outputs in a folder, by name.
func hashes(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	made, err := readOutputs(dir)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string][32]byte{}
	for name, data := range made {
		sums[name] = sha256.Sum256(data)
	}
	return sums
}

func mustBuild(t *testing.T, dir, out string) time.Duration {
	t.Helper()
	start := time.Now()
	if said, err := command(dir, nil, "build", "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return time.Since(start)
}

// TestKilled: a build that is killed at any moment leaves each file old or new, and the next build mends the set.
func TestKilled(t *testing.T) {
	versions := []string{smallReport(t, "One"), smallReport(t, "Another")}
	var sums []map[string][32]byte
	var takes time.Duration
	for _, dir := range versions {
		out := filepath.Join(t.TempDir(), "out")
		takes = max(takes, mustBuild(t, dir, out))
		sums = append(sums, hashes(t, out))
	}
	for name, sum := range sums[0] {
		if sum == sums[1][name] {
			t.Fatalf("both versions have the same %s: the test could not tell old from new", name)
		}
	}
	out := filepath.Join(t.TempDir(), "out")
	mustBuild(t, versions[0], out)
	random := rand.New(rand.NewPCG(2011, 9)) // the moments differ with the machine anyway
	killed := 0
	for round := range 40 {
		cmd := command(versions[(round+1)%2], nil, "build", "--out", out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(takes) * 5 / 4)))
		cmd.Process.Kill() // SIGKILL; on Windows, TerminateProcess
		if cmd.Wait() != nil {
			killed++
		}
		for name, sum := range hashes(t, out) {
			if sum != sums[0][name] && sum != sums[1][name] {
				t.Fatalf("after round %d, %s is neither the old one nor the new", round, name)
			}
		}
	}
	if killed < 5 {
		t.Errorf("only %d of 40 builds were killed before they ended: the test has seen nothing", killed)
	}
	mustBuild(t, versions[1], out)
	entries, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 3 {
		t.Errorf("after the next build the folder holds %v", entries)
	}
	for name, sum := range hashes(t, out) {
		if sum != sums[1][name] {
			t.Errorf("after the next build, %s is not the new one", name)
		}
	}
}

// TestBuildsAtOnce: of builds into the same folder at the same time each succeeds or says that another is at work, and
// the set is one build's.
func TestBuildsAtOnce(t *testing.T) {
	versions := []string{smallReport(t, "One"), smallReport(t, "Another")}
	var sums []map[string][32]byte
	for _, dir := range versions {
		out := filepath.Join(t.TempDir(), "out")
		mustBuild(t, dir, out)
		sums = append(sums, hashes(t, out))
	}
	out := filepath.Join(t.TempDir(), "out")
	for round := range 6 {
		var builds [4]*exec.Cmd
		var said [4]strings.Builder
		for i := range builds {
			builds[i] = command(versions[i%2], []string{"LC_ALL=C"}, "build", "--out", out)
			builds[i].Stderr = &said[i]
			if err := builds[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		done := 0
		for i, cmd := range builds {
			cmd.Wait()
			switch code := cmd.ProcessState.ExitCode(); {
			case code == made:
				done++
			case code != broken || !strings.Contains(said[i].String(), "another build is already writing to"):
				t.Errorf("exit code %d, and it said: %s", code, said[i].String())
			}
		}
		if done == 0 {
			t.Error("none of them was made")
		}
		if got := hashes(t, out); !maps.Equal(got, sums[0]) && !maps.Equal(got, sums[1]) {
			t.Fatalf("after round %d the set is mixed", round)
		}
		if entries, err := os.ReadDir(out); err != nil || len(entries) != 3 {
			t.Errorf("the folder holds %v, %v", entries, err)
		}
	}
}

// TestInterrupted: an interrupt ends the build with a sentence and exit code 3, and takes its unfinished files along.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent an interrupt there")
	}
	out := filepath.Join(t.TempDir(), "out")
	if err := os.Mkdir(out, 0o777); err != nil {
		t.Fatal(err)
	}
	for wait := 20 * time.Millisecond; wait < 2*time.Second; wait += 30 * time.Millisecond {
		var said strings.Builder
		cmd := command("", []string{"LC_ALL=C"}, "build", filepath.Join("starter", defaultManifest), "--out", out)
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(wait)
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
		code := cmd.ProcessState.ExitCode()
		if code == -1 || code == made { // too early, before it listens; or too late
			continue
		}
		if code != broken || !strings.Contains(said.String(), "interrupted") ||
			strings.Contains(said.String(), "goroutine") {
			t.Fatalf("exit code %d, and it said: %s", code, said.String())
		}
		entries, err := os.ReadDir(out)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) > 0 {
			t.Fatalf("an interrupted build left %v", entries)
		}
		return
	}
	t.Error("no build could be interrupted")
}

// TestInterruptedInLongWork: each signal ends the build without a trace, also while a very long paragraph is set.
func TestInterruptedInLongWork(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent an interrupt there")
	}
	dir := smallReport(t, "Long")
	words := "texts/long.md"
	manifest := strings.Replace(small, "A word of welcome.", words, 1)
	if err := os.Mkdir(filepath.Join(dir, "texts"), 0o777); err != nil {
		t.Fatal(err)
	}
	long := []byte(strings.Repeat("representatives of the delegations ", 110_000))
	for name, data := range map[string][]byte{words: long, defaultManifest: []byte(manifest)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if ossignal.Ignored(signal) { // as under nohup, and then the program ignores it too
			continue
		}
		interrupted := false
		for wait := 100 * time.Millisecond; wait < time.Second && !interrupted; wait += 100 * time.Millisecond {
			out := filepath.Join(t.TempDir(), "out")
			var said strings.Builder
			cmd := command(dir, []string{"LC_ALL=C"}, "build", "--out", out)
			cmd.Stderr = &said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(wait)
			cmd.Process.Signal(signal)
			cmd.Wait()
			code := cmd.ProcessState.ExitCode()
			if code == -1 || code == made { // too early, before it listens; or too late
				continue
			}
			interrupted = true
			if code != broken || !strings.Contains(said.String(), "interrupted") {
				t.Errorf("%s: exit code %d, and it said: %s", signal, code, said.String())
			}
			if _, err := os.Lstat(out); err == nil {
				t.Errorf("%s: it left its output folder", signal)
			}
		}
		if !interrupted {
			t.Errorf("%s: no build could be interrupted", signal)
		}
	}
}

// TestInterruptedWhileBlocked: a command that waits for a file which never opens ends with its context.
func TestInterruptedWhileBlocked(t *testing.T) {
	var said strings.Builder
	a := &app{talk: newTalk(&said, "en"), out: &results{}}
	ctx, cancel := context.WithCancel(context.Background())
	forever := make(chan int)
	defer close(forever)
	time.AfterFunc(10*time.Millisecond, cancel)
	code := a.within(ctx, func() int { return <-forever })
	if code != broken || !strings.Contains(said.String(), "interrupted") {
		t.Errorf("exit code %d, and it said: %s", code, said.String())
	}
}

// TestStandardOutputFull: results that cannot be written are a failure, not a success.
func TestStandardOutputFull(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no full device")
	}
	defer full.Close()
	var said strings.Builder
	cmd := command("", []string{"LC_ALL=C"}, "version")
	cmd.Stdout, cmd.Stderr = full, &said
	cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != broken || !strings.Contains(said.String(), "standard output") {
		t.Errorf("exit code %d, and it said: %s", code, said.String())
	}
}

// TestPanic: what goes wrong within is told in a sentence with the place of the fault.
func TestPanic(t *testing.T) {
	var said strings.Builder
	code := func() (code int) {
		a := &app{talk: newTalk(&said, "en"), out: &results{}}
		defer a.surprise(&code)
		panic("the ink is dry")
	}()
	if code != broken || !strings.Contains(said.String(), "the ink is dry (kill_test.go:") ||
		strings.Contains(said.String(), "goroutine") {
		t.Errorf("exit code %d, and it said: %s", code, said.String())
	}
}
