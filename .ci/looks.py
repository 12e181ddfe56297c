"""looks.py RAPPORTEUR WORK ORIGINALS [--layout YAML]: do pages of originals look in a report as they did?

Each original stands alone in a report without stamps. MuPDF draws its pages in the file and in the report: they must be
equal. So does poppler, which may differ by 2 levels of 255: it has the report's output intent for colours. Pages that
differ by more are counted; where the ledger does not name a mend of what is seen on them, exit 1.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

import claims
import stamps

RESOLUTION = "50"
LEVELS = {"mutool": 0, "pdftoppm": 2}
# The mends that change what is seen.
SEEN = {"print", "hidden", "look", "look-empty", "field-look", "smooth", "inks", "overprint", "font"}


def drawn(tool, pdf, first, last):
    """The pages of a file as arrays, from first to last; a page that a renderer cannot draw is missing."""
    pages = {}
    with tempfile.TemporaryDirectory() as name:
        if tool == "mutool":
            command = ["mutool", "draw", "-q", "-r", RESOLUTION, "-F", "ppm", "-o", "%d.ppm", pdf, f"{first}-{last}"]
        else:
            command = ["pdftoppm", "-r", RESOLUTION, "-f", str(first), "-l", str(last), pdf, "p"]
        try:
            subprocess.run(command, cwd=name, capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            return {}
        for f in pathlib.Path(name).glob("*.ppm"):
            try:
                pages[int(f.stem.rsplit("-", 1)[-1]) - first] = stamps.pixels(f.read_bytes())
            except (ValueError, TypeError):
                pass
    return pages


def compare(original, report):
    """The pages that differ in each renderer, by how many levels, and the mends of what is seen."""
    ledger = json.loads((report.parent / "report.json").read_text())
    entry = ledger["statements"][0]["originals"][0]
    told = sorted({m["code"] for m in entry.get("mended") or []} & SEEN)
    found = {}
    for tool, levels in LEVELS.items():
        before = drawn(tool, original, 1, entry["pages"])
        after = drawn(tool, report.resolve(), entry["first_page"], entry["last_page"])
        for page, shown in before.items():
            if shown.size <= 3:
                continue  # a page without a size: the renderer could not read the file
            other = after.get(page)
            if other is None or other.shape != shown.shape:
                found[tool, page + 1] = 255
            elif (most := int(numpy.abs(shown - other).max(initial=0))) > levels:
                found[tool, page + 1] = most
    return found, told, entry["pages"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rapporteur")
    arguments.add_argument("work", type=pathlib.Path)
    arguments.add_argument("originals", type=pathlib.Path)
    arguments.add_argument("--layout", default="stamp: none")
    a = arguments.parse_args()
    originals = sorted(p.resolve() for p in a.originals.glob("*.pdf"))
    reports = {p: claims.build(a.rapporteur, a.work, p.stem, [p], a.layout) for p in originals}
    count, silent, mends = collections.Counter(), [], collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda p: compare(p, reports[p]), [p for p in originals if reports[p]])
        for p, (found, told, pages) in zip([p for p in originals if reports[p]], results):
            count["files"] += 1
            count["pages"] += pages
            count["files that differ"] += bool(found)
            for tool in LEVELS:
                count[f"pages that differ in {tool}"] += sum(t == tool for t, _ in found)
            if found:
                print(f"{p.name}: {told}: " + ", ".join(f"{t} {n}: {v}" for (t, n), v in sorted(found.items())[:6]))
                mends.update(told)
                if not told:
                    silent.append(p.name)
    print(dict(count), "by mend:", dict(mends))
    if silent or not count["files"]:
        sys.exit(f"they look otherwise, and the ledger does not say why: {silent}")


if __name__ == "__main__":
    main()
