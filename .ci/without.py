"""without.py STARTER DIR: the example without its originals, so that all of its pages are the program's own."""
import re
import shutil
import sys


def main(starter, out):
    shutil.copytree(starter, out, ignore=shutil.ignore_patterns("originals"))
    manifest = open(f"{starter}/report.yaml", encoding="utf-8").read()
    shorter, lines = re.subn(r"(?m)^ +original: .*\n", "", manifest)
    shorter, annexes = re.subn(r", original: [^,}\n]+(?=[,}])", "", shorter)
    shorter = re.sub(r"(?m)^  language: \[(\w+),.*\]$", r"  language: \1", shorter)  # of its first edition
    shorter = re.sub(r"(?m)^outputs: .*\n", "", shorter)
    if lines + annexes < 15 or re.search(r"(?m)^[^#\n]*\boriginals?: ", shorter):
        sys.exit(f"the manifest is written otherwise than expected: {lines} lines and {annexes} annexes taken out")
    with open(f"{out}/report.yaml", "w", encoding="utf-8") as f:
        f.write(shorter)


if __name__ == "__main__":
    main(*sys.argv[1:])
