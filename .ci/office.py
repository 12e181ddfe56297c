"""A report of originals in all forms that office programs write, made by the LibreOffice of this machine.

office.py RAPPORTEUR FOLDER: makes the originals with LibreOffice, builds the report twice in FOLDER, and looks for the
words of each original on its pages. The report's path is printed.
"""

import json
import os
import pathlib
import subprocess
import sys

FORMS = {"text": ["docx", "doc", "odt", "rtf"], "presentation": ["pptx", "ppt", "odp"], "spreadsheet": ["xlsx", "xls", "ods"]}
SPACES = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in {
    "office": "office", "draw": "drawing", "text": "text", "table": "table", "svg": "svg-compatible"}.items())
BODIES = {
    "text": "<text:h text:outline-level='1'>Words of WHO</text:h><text:p>Thank you, Mr. President.</text:p>",
    "presentation": "<draw:page draw:name='p1'><draw:frame svg:width='10cm' svg:height='3cm' svg:x='2cm' svg:y='2cm'>"
                    "<draw:text-box><text:p>Words of WHO</text:p></draw:text-box></draw:frame></draw:page>",
    "spreadsheet": "<table:table table:name='s'><table:table-row><table:table-cell office:value-type='string'>"
                   "<text:p>Words of WHO</text:p></table:table-cell></table:table-row></table:table>",
}


def originals(folder):
    """Makes one original a form; gives their names."""
    names = []
    for kind, forms in FORMS.items():
        for form in forms:
            stem = f"kenya {form}"
            source = folder / f"{stem}.fod{kind[0]}"
            body = BODIES[kind].replace("WHO", form.upper())
            # In double quotation marks, or LibreOffice does not know what it is.
            document = (f"<?xml version='1.0'?><office:document {SPACES} office:version='1.2' office:mimetype="
                        f"'application/vnd.oasis.opendocument.{kind}'><office:body><office:{kind}>{body}"
                        f"</office:{kind}></office:body></office:document>")
            source.write_text(document.replace("'", '"'))
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
                            "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            source.unlink()
            names.append(f"{stem}.{form}")
    return names


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True)
    lines = ["rapporteur: 1", "report: {title: Forms, language: en, date: 2012-03-01, symbol: A/1}", "sessions:",
             "  - id: opening", "    title: Opening", "    statements:"]
    for name in originals(folder):
        form = name.rsplit(".", 1)[1]
        lines.append(f"      - {{id: {form}, speaker: {{role: Minister for {form}, delegation: Kenya}}, original: {name}}}")
    (folder / "report.yaml").write_text("\n".join(lines) + "\n")
    for out in ("first", "second"):
        done = subprocess.run([program, "build", folder / "report.yaml", "--out", folder / out, "--lang", "en"],
                              capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
    report = folder / "first" / "report.pdf"
    if report.read_bytes() != (folder / "second" / "report.pdf").read_bytes():
        sys.exit("two builds differ")
    wrong = 0
    for statement in json.loads((folder / "first" / "report.json").read_text())["statements"]:
        original = statement["originals"][0]
        text = subprocess.run(["pdftotext", "-f", str(original["first_page"]), "-l", str(original["last_page"]), report, "-"],
                              capture_output=True, text=True, check=True).stdout
        said = f"Words of {statement['id'].upper()}"
        good = said in text and original["converted"]["program"].startswith("LibreOffice ")
        wrong += not good
        print(f"{original['file']}: {original['converted']['program']}, {', '.join(original['conformance']['levels'])}"
              + ("" if good else f": no {said!r}"))
    print(report)
    sys.exit(wrong > 0)


if __name__ == "__main__":
    os.umask(0o077)
    main()
