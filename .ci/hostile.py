"""hostile.py RAPPORTEUR FILE...: builds a report of each file alone and measures it.

Each must end within 5 seconds of processor time and 512 MiB (more seconds on a machine that is slower than the one this
was set on, which a yardstick run beside tells; what takes longer is measured again), built or refused by a diagnostic at its line of the manifest;
nothing but the report may be left, and no trace of a panic told. Files that are not PDFs stand where a manifest names their
kind: texts, tables, pictures and fonts.
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

SECONDS, MEMORY = 5, 512 << 20
YARDSTICK = 0.26  # seconds of the yardstick where SECONDS was set
PATIENCE = 120  # seconds of the clock, for a busy machine
TRACKS = re.compile(r"goroutine \d|runtime error|nil pointer|panic|\.go:\d|fatal error")
HEAD = "report: {title: T, language: en, date: 2012-03-01}\n"
ANNEX = HEAD + "annexes:\n  - {id: a, title: A, original: %s}\n"
TEXT = HEAD + "annexes:\n  - {id: a, title: A, text: %s}\n"
KINDS = {
    ".md": TEXT, ".txt": TEXT, ".docx": TEXT, ".odt": TEXT,
    ".csv": HEAD + "participants: %s\n",
    ".ttf": HEAD + "layout: {fonts: {serif: [%s]}}\nannexes:\n  - {id: a, title: A, text: Words.}\n",
    ".otf": HEAD + "layout: {fonts: {serif: [%s]}}\nannexes:\n  - {id: a, title: A, text: Words.}\n",
}


def measured(command, folder):
    """Runs a command; returns exit code, what it said, processor seconds and the most memory it had."""
    out = folder / "said.txt"
    with open(out, "w", encoding="utf-8") as said:
        pid = os.posix_spawn(command[0], command, {**os.environ, "LC_ALL": "C"},
                             file_actions=[(os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)])
    waiter = subprocess.Popen(["sleep", str(PATIENCE)])
    try:
        _, status, usage = wait(pid, waiter)
    finally:
        waiter.kill()
        waiter.wait()
    text = out.read_text(encoding="utf-8", errors="replace")
    out.unlink()
    return os.waitstatus_to_exitcode(status), text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10


def yardstick():
    """Processor seconds of a fixed piece of work, the median of five: how slow this machine is just now."""
    data = random.Random(1).randbytes(1 << 20) + bytes(range(256)) * (1 << 14)
    taken = []
    for _ in range(5):
        start = time.process_time()
        for _ in range(4):
            zlib.compress(data, 6)
        n = 0
        for i in range(2_000_000):
            n = (n * 31 + i) & 0xFFFFFFFF
        taken.append(time.process_time() - start)
    return sorted(taken)[2]


def wait(pid, waiter):
    """Waits for a process, and kills it when the other one ends first."""
    while True:
        done, status, usage = os.wait4(-1, 0)
        if done == pid:
            return done, status, usage
        if done == waiter.pid:
            os.kill(pid, 9)


def judge(binary, file, most):
    """What is wrong with how a file is taken within so many seconds, and the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        work = folder / "work"
        work.mkdir()
        if file.suffix == ".yaml":
            shutil.copyfile(file, work / "report.yaml")
        else:
            shutil.copyfile(file, work / ("file" + file.suffix))
            (work / "report.yaml").write_text(KINDS.get(file.suffix, ANNEX) % ("file" + file.suffix))
        before = {p.name for p in work.iterdir()}
        code, said, seconds, memory = measured([binary, "build", str(work / "report.yaml"), "--lang", "en"], folder)
        wrong = []
        if seconds > most:
            wrong.append(f"{seconds:.1f} s")
        if memory > MEMORY:
            wrong.append(f"{memory >> 20} MiB")
        if code not in (0, 1):
            wrong.append(f"exit {code}")
        if code == 1 and not re.search(r"^\S+?(:\d+)*: ", said, re.M):
            wrong.append("refused without a place")
        if TRACKS.search(said):
            wrong.append("a trace")
        left = {p.name for p in work.iterdir()} - before - ({"dist"} if code == 0 else set())
        beside = {p.name for p in folder.iterdir()} - {"work"}
        if left or beside:
            wrong.append(f"left are {sorted(left | beside)}")
        return wrong, code, said, seconds, memory


def main():
    binary = os.path.abspath(sys.argv[1])
    slowness = yardstick() / YARDSTICK
    slowest = largest = bad = 0
    for file in map(pathlib.Path, sys.argv[2:]):
        most = SECONDS * max(1, slowness)
        for _ in range(3):
            wrong, code, said, seconds, memory = judge(binary, file, most)
            if seconds <= most:
                break
            most = SECONDS * max(1, slowness, yardstick() / YARDSTICK)
        slowest, largest = max(slowest, seconds), max(largest, memory)
        if wrong:
            bad += 1
            print(f"{file}: {', '.join(wrong)}\n{said[:1000]}", flush=True)
    print(f"{len(sys.argv) - 2} hostile files, {bad} taken wrongly; at most {slowest:.1f} s and {largest >> 20} MiB")
    sys.exit(bad > 0)


main()
