"""together.py RAPPORTEUR WORK ORIGINALS: one report of all the originals that conform, in three languages.

An original conforms where the report that has it alone claims PDF/UA-1 and PDF/A-3a. All that do stand in one report
each in English, French and Arabic, with stamps and without: it must claim both, veraPDF must confirm both, verify must
find nothing, and tags and pages must lead to each other, both ways.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys

import claims
import tags
import verapdf

TEXTS = {"en": "We thank the Chair.", "fr": "Nous remercions le Président.", "ar": "نشكر السيد الرئيس."}
BOTH = {"ua1", "a3a", "a3u", "a3b"}


def manifest(language, stamp, files):
    lines = ["rapporteur: 1", f"report: {{title: Trial, language: {language}, date: 2012-03-01}}",
             f"layout: {{stamp: {stamp}, conformance: ua1+a3a}}",
             "sessions:", "  - id: opening", "    title: Opening", "    statements:"]
    for i, f in enumerate(files):
        lines.append(f"      - {{id: s{i}, speaker: Delegation {i}, text: {TEXTS[language]}, "
                     f"original: {{file: {f}, damaged: accept}}}}")
    return "\n".join(lines) + "\n"


def conforming(rapporteur, work, originals):
    """The originals that conform where they stand alone."""
    for p in originals:
        report = claims.build(rapporteur, work / "alone", p.stem, [p], "")
        if report and claims.claimed(report) == BOTH:
            yield p


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rapporteur", type=pathlib.Path)
    arguments.add_argument("work", type=pathlib.Path)
    arguments.add_argument("originals", type=pathlib.Path)
    a = arguments.parse_args()
    originals = sorted(p.resolve() for p in a.originals.glob("*.pdf"))
    files = list(conforming(a.rapporteur, a.work, originals))
    print(f"{len(files)} of {len(originals)} originals conform")
    folder = a.work / "all"
    folder.mkdir()
    names = [f"o{i}.pdf" for i, _ in enumerate(files)]
    for name, p in zip(names, files):
        shutil.copyfile(p, folder / name)
    reports, failed = [], not files
    for language in TEXTS:
        for stamp in ("none", "margin"):
            (folder / "report.yaml").write_text(manifest(language, stamp, names), encoding="utf-8")
            out = a.work / f"{language}-{stamp}"
            run = subprocess.run([a.rapporteur, "build", folder / "report.yaml", "--out", out, "--lang", "en"],
                                 capture_output=True, text=True)
            if run.returncode != 0:
                print(f"{out.name}: not built: {run.stderr[-800:]}")
                failed = True
                continue
            reports.append(str(out / "report.pdf"))
            check = subprocess.run([a.rapporteur, "verify", reports[-1]], capture_output=True, text=True)
            wrong, count = tags.compare(reports[-1])
            print(f"{out.name}: {count} marks and annotations, {len(wrong)} that do not agree: {wrong[:3]}")
            failed = failed or bool(wrong) or check.returncode != 0
            print(check.stdout.strip(), check.stderr.strip())
    for flavour in ("ua1", "3a") if reports else ():
        failed = not verapdf.judge(flavour, reports) or failed
    sys.exit(failed)


if __name__ == "__main__":
    main()
