"""verapdf.py FLAVOUR[,FLAVOUR] FILE...: judges PDF files with veraPDF.

Exit 1 unless every file has a verdict, and complies.

The jars come with Maven, in the version that pom.xml names, into the user's cache folder, once.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent


def jars():
    pom = (HERE / "pom.xml").read_text()
    version = re.search(r"<artifactId>greenfield-apps</artifactId>\s*<version>(.*?)</version>", pom)[1]
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "verapdf"
    folder = cache / version
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as fresh:
            subprocess.run(["mvn", "-q", "-B", "-f", HERE / "pom.xml", "dependency:copy-dependencies",
                            "-DincludeScope=runtime", f"-DoutputDirectory={fresh}/jars"],
                           check=True, stdin=subprocess.DEVNULL)
            os.rename(f"{fresh}/jars", folder)
    return folder


def text(element, path):
    found = element.find(path)
    return " ".join((found.text or "").split()) if found is not None else ""


def judge(flavour, files):
    """Prints a line a file and flavour, and what failed. Returns whether every one complies."""
    command = ["java", "-cp", f"{jars()}/*", "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour,
               "--format", "xml", "--loglevel", "0", "--nonpdfext", "--maxfailuresdisplayed", "1", *files]
    p = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
    verdicts = {}
    for job in xml.fromstring(p.stdout).iter("job"):
        name, report = text(job, "item/name"), job.find("validationReport")
        if report is None or report.get("jobEndStatus", "normal") != "normal":
            print(f"{name}: {flavour}: no verdict: {text(job, './/exceptionMessage')}")
            continue
        verdicts[name] = report.get("isCompliant") == "true"
        print(f"{name}: {report.get('profileName')}: {'compliant' if verdicts[name] else 'not compliant'}")
        for rule in report.iter("rule"):
            if rule.get("status") == "failed":
                print(f"  {rule.get('clause')}-{rule.get('testNumber')} x{rule.get('failedChecks')}: "
                      f"{text(rule, 'description')}")
                print(f"    at {text(rule, './/context')[-160:]}: {text(rule, './/errorMessage')[:240]}")
    return len(verdicts) == len(files) and all(verdicts.values())


def main(flavours, *files):
    if not files:
        sys.exit(__doc__)
    files = [os.path.abspath(f) for f in files]
    sound = [judge(flavour, files) for flavour in flavours.split(",")]
    sys.exit(0 if all(sound) else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
