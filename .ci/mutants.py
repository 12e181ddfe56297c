"""mutants.py ROOM... [--sample N] [--seed N]: do the tests of a room notice when its code is wrong?

Needs gremlins: go install github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0

gremlins lists what can be changed in the lines that the room's own tests reach (a comparison turned round or moved by
one, an operator exchanged, a sign dropped); a sample of those that compile is made, one change at a time, and the
room's tests are run. A change that they do not notice is printed with its place. It takes minutes to hours and is not
part of the run of all checks.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SWAPS = {
    "CONDITIONALS_BOUNDARY": {">": ">=", ">=": ">", "<": "<=", "<=": "<"},
    "CONDITIONALS_NEGATION": {"==": "!=", "!=": "==", ">": "<=", ">=": "<", "<": ">=", "<=": ">"},
    "ARITHMETIC_BASE": {"+": "-", "-": "+", "*": "/", "/": "*", "%": "*"},
    "INCREMENT_DECREMENT": {"++": "--", "--": "++"},
    "INVERT_NEGATIVES": {"-": ""},
}


def listed(room, folder):
    """The changes that gremlins knows for a room: (file, line, column, kind), those that a test reaches."""
    report = folder / "listed.json"
    subprocess.run(["gremlins", "unleash", "--dry-run", "--silent", "--output", report, f"./{room}"],
                   cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    found, unreached = [], 0
    for file in json.loads(report.read_text())["files"] or []:
        for m in file["mutations"]:
            if "/" in file["file_name"]:
                continue  # a room below this one
            if m["status"] == "RUNNABLE":
                found.append((file["file_name"], m["line"], m["column"], m["type"]))
            elif m["status"] == "NOT COVERED":
                unreached += 1
    return sorted(found), unreached


def changed(source, line, column, kind):
    """The source with one operator exchanged, or None where the place does not hold one."""
    lines = source.split(b"\n")
    at = column - 1
    text = lines[line - 1]
    for sign in sorted(SWAPS[kind], key=len, reverse=True):
        if text[at:at + len(sign)] == sign.encode():
            lines[line - 1] = text[:at] + SWAPS[kind][sign].encode() + text[at + len(sign):]
            return b"\n".join(lines)
    return None


def noticed(room, file, source, folder, limit):
    """Whether the room's tests fail with the source in place of the file; None where it does not compile."""
    path, binary, overlay = ROOT / room / file, folder / "room.test", folder / "overlay.json"
    (folder / "changed.go").write_bytes(source)
    overlay.write_text(json.dumps({"Replace": {str(path): str(folder / "changed.go")}}))
    built = subprocess.run(["go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", binary, f"./{room}"],
                           cwd=ROOT, capture_output=True)
    if built.returncode:
        return None
    try:
        run = subprocess.run([binary, "-test.failfast"], cwd=ROOT / room, timeout=limit,
                             capture_output=True, env={**os.environ, "GOMEMLIMIT": "2GiB"})
    except subprocess.TimeoutExpired:
        return True
    return run.returncode != 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rooms", nargs="+")
    arguments.add_argument("--sample", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--limit", type=float, default=120, help="seconds after which a run counts as noticed")
    said = arguments.parse_args()
    for room in said.rooms:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            known, unreached = listed(room, folder)
            random.Random(said.seed).shuffle(known)
            killed = lived = 0
            for file, line, column, kind in known:
                if killed + lived == said.sample:
                    break
                source = changed((ROOT / room / file).read_bytes(), line, column, kind)
                verdict = None if source is None else noticed(room, file, source, folder, said.limit)
                killed += verdict is True
                lived += verdict is False
                if verdict is False:
                    print(f"{room}/{file}:{line}:{column}: {kind}", flush=True)
            share = 100 * killed / max(killed + lived, 1)
            print(f"{room}: {killed} of {killed + lived} noticed, {share:.0f} %; {len(known)} changes known,"
                  f" {unreached} in lines that no test of the room reaches", flush=True)


main()
