"""readers.py RAPPORTEUR SOURCE...: a report that holds an original opens in every reader without a warning that the original alone does not give.

A source is an original, which is merged into a report of its own, or the manifest of a report with its originals. What qpdf, poppler, MuPDF and PDFium say of the report and of its originals is compared, kind by kind;
Chromium's viewer must show all pages of each report. PDFium is asked through pypdfium2, Chromium only where CHROMIUM is set.
The sources that are refused are named and passed over. Exit 1 where a reader has more to say of a report."""
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from chromium import Browser

MANIFEST = """rapporteur: 1
report: {title: Readers, language: en, date: 2011-09-19}
sessions:
  - {id: only, title: Only, statements: [{id: o, title: Original, speaker: {name: Speaker}, original: in.pdf}]}
"""
READERS = {
    "qpdf": lambda f, a, b: ["qpdf", "--check", f],
    "pdfinfo": lambda f, a, b: ["pdfinfo", f],
    "pdftoppm": lambda f, a, b: ["pdftoppm", "-r", "20", "-f", a, "-l", b, f, "page"],
    "mutool draw": lambda f, a, b: ["mutool", "draw", "-q", "-r", "20", "-F", "ppm", "-o", "page%d.ppm", f, f"{a}-{b}"],
    "mutool info": lambda f, a, b: ["mutool", "info", f, f"{a}-{b}"],
    "PDFium": lambda f, a, b: [sys.executable, "-c", PDFIUM, f, a, b],
}
PDFIUM = """import sys, pypdfium2
d = pypdfium2.PdfDocument(sys.argv[1])
for i in range(int(sys.argv[2]) - 1, min(int(sys.argv[3]), len(d))): d[i].render(scale=0.2)"""


def said(reader, path, first, last, work):
    """What a reader says on stderr, by kind: without places and numbers, for they are others in the report."""
    try:
        p = subprocess.run(READERS[reader](path, str(first), str(last)), cwd=work, capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return collections.Counter(["does not end"])
    kinds = collections.Counter()
    for line in p.stderr.decode("utf8", "replace").splitlines():
        line = re.sub(r" ?\((?:object|offset|\d)[^)]*\)|[0-9a-f]*\d[0-9a-f]*|'[^']*'|-", "", line.replace(path, "")).strip()
        if not line or "repeated" in line or line.startswith("qpdf: operation succeeded"):
            continue
        kinds[line] += 1
    if p.returncode not in (0, 3) or reader != "qpdf" and p.returncode:
        kinds[f"exit {p.returncode}"] += 1
    return kinds


def originals_of(ledger):
    items = ledger["statements"] + ledger["annexes"] + [ledger.get("summary") or {}]
    return [o for item in items for o in item.get("originals", [])]


def judge(rapporteur, source, work, browser):
    """What readers say of a report and not of its originals; None where it is refused. The source is an original or a manifest."""
    if source.endswith(".yaml"):
        shutil.copytree(os.path.dirname(os.path.abspath(source)), work, dirs_exist_ok=True)
    else:
        shutil.copy(source, work + "/in.pdf")
        with open(work + "/report.yaml", "w") as f:
            f.write(MANIFEST)
    p = subprocess.run([rapporteur, "build", "--lang", "en"], cwd=work, capture_output=True, text=True)
    if p.returncode == 1:
        return None
    if p.returncode:
        return [f"rapporteur: exit {p.returncode}: {p.stderr[-300:]}"]
    report = next(name for name in ("report", "report.fr") if os.path.exists(f"{work}/dist/{name}.pdf"))  # of editions, the first
    ledger = json.load(open(f"{work}/dist/{report}.json"))
    more = []
    for reader in READERS:
        of_report, of_originals = said(reader, f"dist/{report}.pdf", 1, ledger["pages"], work), collections.Counter()
        for o in originals_of(ledger) if of_report else []:
            of_originals += said(reader, o["file"], 1, o["pages"], work)
        if reader == "qpdf" and of_originals["exit 2"]:
            continue  # it cannot read an original at all
        more += [f"{reader}: {kind}" for kind in of_report if kind not in of_originals]
    if browser:
        shown = browser.pages(f"{work}/dist/{report}.pdf")
        if shown != ledger["pages"]:
            more.append(f"Chromium shows {shown} of {ledger['pages']} pages")
    return more


def judges(browser, work):
    """The judges are judged: a file that is none must be complained of by each."""
    with open(work + "/none.pdf", "w") as f:
        f.write("%PDF-1.4\nnothing\n")
    silent = [reader for reader in READERS if not said(reader, "none.pdf", 1, 1, work)]
    if browser and browser.pages(work + "/none.pdf"):
        silent.append("Chromium")
    if silent:
        sys.exit("these readers do not tell a file that is none: " + ", ".join(silent))


def main(rapporteur, originals, browser):
    rapporteur, bad, refused = os.path.abspath(rapporteur), 0, []
    with tempfile.TemporaryDirectory() as work:
        judges(browser, work)
    for original in originals:
        with tempfile.TemporaryDirectory() as work:
            more = judge(rapporteur, original, work, browser)
        if more is None:
            refused.append(os.path.basename(original))
        elif more:
            bad += 1
            print(f"{os.path.basename(original)}:", *more, sep="\n  ", flush=True)
    print(f"{len(originals)} reports: {len(refused)} refused, {bad} of which readers say more in the report", *refused, sep="\n  ")
    return 1 if bad else 0


if __name__ == "__main__":
    if os.environ.get("CHROMIUM"):
        with Browser() as b:
            code = main(sys.argv[1], sys.argv[2:], b)
    else:
        code = main(sys.argv[1], sys.argv[2:], None)
    sys.exit(code)
