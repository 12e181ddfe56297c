"""syntax.py REPORT ORIGINAL...: qpdf --check says nothing of the report that it does not say of an original alone."""
import re
import subprocess
import sys


def said(path):
    """What qpdf finds in a file, without the places: they move when a file becomes part of another."""
    p = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, errors="replace")
    found = set()
    for line in p.stderr.splitlines():
        if line.startswith(("WARNING: ", "ERROR: ")) or path in line:
            found.add(re.sub(r"\(.*?\)|\d+", "", line.replace(path, "")))
    return p.returncode, found


def main(report, *originals):
    code, found = said(report)
    if code not in (0, 3):
        sys.exit(f"qpdf cannot read {report}: exit {code}\n" + "\n".join(found))
    known = set()
    if found:
        for original in originals:
            known |= said(original)[1]
    new = sorted(found - known)
    if new or (code == 3 and not found):
        sys.exit(f"qpdf finds in {report}:\n" + "\n".join(new))
    print(f"{report}: " + ("nothing found" if not found else f"only what originals have as received: {len(found)}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
