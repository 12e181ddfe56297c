"""claims.py RAPPORTEUR WORK ORIGINALS [--alone] [--mixes N] [--size K] [--seed S] [--layout YAML] [--reports PDF ...]:
what reports claim, against veraPDF. --layout gives them all a layout: "missing_fonts: substitute".

Builds a report of each original alone (--alone) and N reports of K random originals each, takes reports that are built
already besides, reads the claim from the XMP of each, and has veraPDF judge them all by PDF/UA-1 and PDF/A-3a; what
fails 3u or 3b follows from the latter. A level that is claimed and does not hold, or a file without a verdict that
claims something, is a false claim: exit 1. A level that holds and is not claimed is counted and shown with the rules of
the program's own judge that kept it back.

Each original's clauses are compared too, where it stands alone: what veraPDF finds and the ledger does not have.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

from verapdf import jars

# What fails only because the file names no standard, or another level.
UNCLAIMED = re.compile(r"(5-\d|6\.6\.4-\d)$")
# The rules of level a alone, and those of u that b does not have (ISO 19005-3, 5).
ONLY_A = re.compile(r"(6\.2\.11\.7\.3-1|6\.7\..*)$")
ONLY_U = re.compile(r"6\.2\.11\.7\.2-\d$")
# Several tests of one thing are one rule of ours.
ALIKE = [(re.compile(r"6\.2\.11\.2-\d$"), "6.2.11.2-1"), (re.compile(r"6\.6\.2\.3\..*"), "6.6.2.3.1-1"),
         (re.compile(r"6\.2\.8-[45]$"), "6.2.8-4"), (re.compile(r"6\.2\.5-\d$"), "6.2.5-1"),
         (re.compile(r"6\.(4|5)\..*"), "6.5.1-1"), (re.compile(r"6\.1\.13-(1|2|4|5)$"), "6.1.13-1")]
BATCH = 60


def manifest(files, layout):
    lines = ["rapporteur: 1", "report: {title: Trial, language: en, date: 2012-03-01}", f"layout: {{{layout}}}",
             "sessions:", "  - id: opening", "    title: Opening meeting", "    statements:"]
    for i, _ in enumerate(files):
        lines.append(f"      - {{id: s{i}, speaker: {{role: Representative, delegation: Delegation {i}}}, "
                     f"text: We thank the Chair., original: {{file: o{i}.pdf, damaged: accept}}}}")
    return "\n".join(lines) + "\n"


def build(rapporteur, work, name, files, layout):
    """Builds a report; gives its path, or None where an original cannot be taken, or False where the program fails."""
    folder = work / name
    folder.mkdir(parents=True)
    for i, f in enumerate(files):
        shutil.copyfile(f, folder / f"o{i}.pdf")
    (folder / "report.yaml").write_text(manifest(files, layout))
    run = subprocess.run([rapporteur, "build", folder / "report.yaml", "--lang", "en"], capture_output=True, text=True)
    if run.returncode == 0:
        return folder / "dist" / "report.pdf"
    print(f"{name}: not built: {run.stderr.strip().splitlines()[-1] if run.stderr.strip() else run.returncode}")
    return None if run.returncode == 1 else False


def claimed(report):
    data = report.read_bytes()
    part = re.search(rb"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>([AUB])<", data)
    levels = {b"A": {"a3a", "a3u", "a3b"}, b"U": {"a3u", "a3b"}, b"B": {"a3b"}}.get(part and part[1], set())
    return levels | ({"ua1"} if b"<pdfuaid:part>1</pdfuaid:part>" in data else set())


def failed(flavour, reports):
    """The rules that reports fail, by path; a report without a verdict is missing."""
    out, waiting = {}, [list(reports[i:i + BATCH]) for i in range(0, len(reports), BATCH)]
    while waiting:
        some = waiting.pop()
        command = ["java", "-cp", f"{jars()}/*", "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour,
                   "--format", "xml", "--loglevel", "0", "--nonpdfext", "--maxfailuresdisplayed", "1", *some]
        run = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
        plain = re.sub(r"&#(x[0-9a-fA-F]+|\d+);|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "",
                       run.stdout.decode("utf8", "replace"))
        try:
            jobs = list(xml.fromstring(plain).iter("job"))
        except xml.ParseError:  # one file can bring it down
            if len(some) > 1:
                waiting += [some[:len(some) // 2], some[len(some) // 2:]]
            continue
        for job in jobs:
            verdict = job.find("validationReport")
            if verdict is not None and verdict.get("jobEndStatus", "normal") == "normal":
                out[job.find("item/name").text] = {
                    f"{r.get('clause')}-{r.get('testNumber')}" for r in verdict.iter("rule")
                    if r.get("status") == "failed" and not UNCLAIMED.match(f"{r.get('clause')}-{r.get('testNumber')}")}
    return out


def holding(ua, a):
    """The levels that hold, by the rules that fail."""
    holds = set()
    if ua is not None and not ua:
        holds.add("ua1")
    if a is not None:
        u = {r for r in a if not ONLY_A.match(r)}
        b = {r for r in u if not ONLY_U.match(r)}
        holds |= {level for level, rules in (("a3a", a), ("a3u", u), ("a3b", b)) if not rules}
    return holds


def alike(rules):
    out = set()
    for r in rules:
        out.add(next((to for pattern, to in ALIKE if pattern.match(r)), r))
    return out


def reasons(report):
    """The rules of the ledger, over all originals: those of PDF/UA-1 and those of PDF/A-3."""
    ledger = json.loads(report.with_suffix(".json").read_text())
    items = ledger["statements"] + ledger["annexes"] + [s for s in [ledger.get("summary")] if s]
    lists = [o["conformance"].get("reasons") or [] for s in items for o in s["originals"]]
    found = [r for some in lists for r in some]
    return {r["ua1"] for r in found if r.get("ua1")}, {r["a3"] for r in found if r.get("a3")}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rapporteur")
    arguments.add_argument("work", type=pathlib.Path)
    arguments.add_argument("originals", type=pathlib.Path)
    arguments.add_argument("--alone", action="store_true")
    arguments.add_argument("--mixes", type=int, default=20)
    arguments.add_argument("--size", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--layout", default="")
    arguments.add_argument("--reports", type=pathlib.Path, nargs="*", default=[])
    a = arguments.parse_args()
    originals = sorted(p.resolve() for p in a.originals.glob("*.pdf"))
    if len(originals) < a.size:
        sys.exit(f"only {len(originals)} originals in {a.originals}")
    draw = random.Random(a.seed)
    wanted = [(f"alone-{p.stem}", [p]) for p in originals] if a.alone else []
    wanted += [(f"mix-{i}", draw.sample(originals, a.size)) for i in range(a.mixes)]
    reports, failures = {str(p): p.resolve() for p in a.reports}, []
    for name, files in wanted:
        report = build(a.rapporteur, a.work, name, files, a.layout)
        if report:
            reports[name] = report
        elif report is False:
            failures.append(name)
    paths = [str(p) for p in reports.values()]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        ua, pdfa = pool.map(failed, ("ua1", "3a"), (paths, paths))
    false, missed, claims = [], collections.Counter(), collections.Counter()
    missing, extra = collections.Counter(), collections.Counter()
    for name, report in reports.items():
        ua_rules, a_rules = ua.get(str(report)), pdfa.get(str(report))
        says, holds = claimed(report), holding(ua_rules, a_rules)
        claims.update(says)
        if says - holds:
            false.append(f"{name}: {sorted(says - holds)}: {sorted((ua_rules or set()) | (a_rules or set()))}")
        own_ua, own_a = reasons(report)
        for level in sorted(holds - says):
            missed[level] += 1
            kept = own_ua if level == "ua1" else own_a
            print(f"{name}: {level} holds and is not claimed, for {sorted(kept)}")
        if name.startswith("alone-") and ua_rules is not None and a_rules is not None:
            missing.update((alike(ua_rules) - own_ua) | (alike(a_rules) - own_a))
            extra.update((own_ua - alike(ua_rules)) | (own_a - alike(a_rules)))
    print(f"{len(reports)} reports; claimed: {dict(claims)}; not claimed though it holds: {dict(missed)}")
    print(f"rules that veraPDF alone finds: {dict(missing)}")
    print(f"rules that the ledger alone has (+ where it asks for more): {dict(extra)}")
    if false or failures:
        sys.exit("\n".join(["false claims:", *false, "the program failed on:", *failures]))


if __name__ == "__main__":
    main()
