"""pixels.py FOLDER [--most N]: does a report show what readers show of damaged originals of which nothing was told?

The folder is what TestMutatedOriginals leaves with -kept: reports, the damaged originals in them, and where these stand.
MuPDF and poppler draw both. Where they agree that a page of an original shows ink that the report does not show, or that
the original has more pages, something was lost in silence.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy

RESOLUTION = "36"
LIMIT = 30  # seconds for an original; what takes longer is not compared
DARKER = 64  # levels by which a pixel of the original must be darker than the darkest one near it in the report
LOST = 12  # such pixels that are a loss: a letter of ordinary size has as many


def page_of(data):
    """A gray picture in the format PGM as an array of rows; nothing where a renderer was stopped while it wrote."""
    head = re.match(rb"P5\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s", data)
    if not head or len(data) < head.end() + int(head[1]) * int(head[2]):
        return numpy.zeros((0, 0), numpy.uint8)
    width, height = int(head[1]), int(head[2])
    return numpy.frombuffer(data, numpy.uint8, width * height, head.end()).reshape(height, width)


def drawn(command, folder, limit):
    """The pages that a renderer draws, by their numbers; none where it does not end or cannot."""
    try:
        subprocess.run(command, cwd=folder, timeout=limit, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return {}
    pages = {}
    for f in folder.glob("*.pgm"):
        pages[int(f.stem.rsplit("-", 1)[-1])] = page_of(f.read_bytes())
        f.unlink()
    return pages


def renderings(pdf, limit=LIMIT):
    """What MuPDF and poppler make of a file."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        return [drawn(command, folder, limit) for command in (
            ["mutool", "draw", "-q", "-i", "-p", "user", "-r", RESOLUTION, "-c", "gray", "-o", "p-%d.pgm", pdf],
            ["pdftoppm", "-upw", "user", "-r", RESOLUTION, "-gray", pdf, "p"])]


def lost(original, report):
    """How many pixels of a page are dark, and light in the report, there and around: stems may move by a pixel."""
    height, width = min(original.shape[0], report.shape[0]), min(original.shape[1], report.shape[1])
    if not height or not width:
        return 0
    original, report = original[:height, :width].astype(int), report[:height, :width]
    padded = numpy.pad(report, 1, mode="edge")
    darkest = numpy.min([padded[y:y + height, x:x + width] for y in range(3) for x in range(3)], axis=0)
    return int((original < darkest.astype(int) - DARKER).sum())


def losses(folder, mutants):
    """What is lost of the mutants of one report, in words."""
    made = renderings(folder / "report.pdf", 40 * LIMIT)
    for m in mutants:
        seen = renderings(folder / m["file"])
        taken = m["last"] - m["first"] + 1
        counts = [max(pages, default=0) for pages in seen]
        if min(counts) > taken and counts[0] == counts[1]:
            yield f"{m['done']}: readers show {counts[0]} pages, the report has {taken}"
            continue
        for k in range(1, taken + 1):
            at = m["first"] - 1 + k
            if any(k not in pages for pages in seen):
                continue  # nobody knows what it shows
            gone = [lost(one[k], whole[at]) if at in whole else one[k].size for one, whole in zip(seen, made)]
            if min(gone) >= LOST:
                yield f"{m['done']}: page {k} loses {gone[0]} and {gone[1]} pixels, {folder / m['file']}"
                break


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--most", type=int, default=0, help="originals that are compared; 0: all")
    said = arguments.parse_args()
    work, count = [], 0
    for report in sorted(said.folder.glob("*/quiet.json"), key=lambda f: int(f.parent.name)):
        mutants = json.loads(report.read_text())
        if said.most and count >= said.most:
            break
        count += len(mutants)
        work.append((report.parent, mutants))
    found = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for lines in pool.map(lambda job: list(losses(*job)), work):
            for line in lines:
                found += 1
                print(line, flush=True)
    print(f"{count} damaged originals of which nothing was told: {found} lose something")
    sys.exit(found > 0 or count == 0)


main()
