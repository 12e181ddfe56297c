"""kept.py CSV RAPPORTEUR FOLDER: what a class of originals had must be in the report."""
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pikepdf

# A form may ask readers to draw its values anew (NeedAppearances). The report has them drawn, and says so; the renderer
# that the pages are compared with does not do what such a form asks.
DRAWN = "were drawn again, as the form itself asks"

STREAMS = "content streams unaltered"
MANIFEST = """report: {title: T, language: en, date: 2011-09-19}
layout: {stamp: none}
annexes: [{id: a, title: A, original: in.pdf}]
"""


def parted(binary, original):
    """How many content streams stand on pages that bear marks of the report between their operators, by the ledger.

    Those pages are tagged in part. Their streams are not as they were, and `verify` compares them without the marks.
    """
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        shutil.copyfile(original, work / "in.pdf")
        (work / "report.yaml").write_text(MANIFEST)
        subprocess.run([binary, "build", "report.yaml"], cwd=work, check=True, capture_output=True)
        ledger = json.loads((work / "dist/report.json").read_text())
    [taken] = ledger["annexes"][0]["originals"]
    with pikepdf.open(original) as pdf:
        pages = [pdf.pages[b["page"] - taken["first_page"]] for b in taken.get("brackets", []) if b["as"] == "parts"]
        return sum(len(p.Contents) if isinstance(p.Contents, pikepdf.Array) else 1 for p in pages)


def lost(row, binary, folder):
    if row.get("merged") != "1":
        return [f"not merged: exit {row['exit']}: {row['error'][:200]}"]
    out = []
    if row["pages"] != row["pages_equal"] and DRAWN not in row["error"]:
        out.append(f"{row['pages_equal']} of {row['pages']} pages look the same")
    for name in row:
        if name + " kept" not in row or row[name] == row[name + " kept"]:
            continue
        missing = int(row[name]) - int(row[name + " kept"] or 0)
        if name != STREAMS or missing > parted(binary, folder / row["file"]):
            out.append(f"{name}: {row[name + ' kept'] or 0} of {row[name]}")
    return out


def main(path, binary, folder):
    rows = list(csv.DictReader(open(path, newline="")))
    if not rows:
        sys.exit("no original was measured")
    bad = [f"{row['file']}: {what}" for row in rows for what in lost(row, os.path.abspath(binary), pathlib.Path(folder))]
    if bad:
        sys.exit("\n".join(bad))
    print(f"{len(rows)} originals: all kept")


if __name__ == "__main__":
    main(*sys.argv[1:])
