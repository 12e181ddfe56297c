"""text.py OUT STARTER: the first words of every statement of the example stand on the page that the ledger names, as
other programs read that page.

pdftotext reads Latin, Cyrillic and Chinese; Arabic is read by mutool, because pdftotext reverses it.
"""
import json
import os
import re
import subprocess
import sys
import unicodedata

LETTERS = 32  # of the text's beginning that are compared


def letters(text):
    """A text as letters and digits alone, without spaces, points and marks; presentation forms become letters."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum() and c != "\u0640")


def beginning(markdown):
    """The first letters of a Markdown text's first paragraph."""
    for part in re.split(r"\n\s*\n", markdown):
        part = part.strip()
        if not part or part.startswith(("#", ":::", "|", "!", ">", "-", "[^")):
            continue
        part = re.sub(r"\[\^[^\]]*\]|\{[^}]*\}|\[@[^\]]*\]", "", part)
        part = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part)
        if len(letters(part)) >= LETTERS // 2:
            return letters(part)[:LETTERS]
    return ""


def texts(manifest):
    """The text files of the statements, by id."""
    found, current = {}, None
    for line in manifest.splitlines():
        if m := re.match(r"\s+- id: (\S+)$", line):
            current = m[1]
        elif (m := re.match(r"\s+text: (texts/\S+\.md)$", line)) and current:
            found[current] = m[1]
    return found


def page(pdf, number, arabic):
    if arabic:
        command = ["mutool", "draw", "-q", "-F", "txt", "-o", "-", pdf, str(number)]
    else:
        command = ["pdftotext", "-layout", "-enc", "UTF-8", "-f", str(number), "-l", str(number), pdf, "-"]
    return letters(subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace"))


def main(out, starter):
    ledger = json.load(open(f"{out}/report.json", encoding="utf-8"))
    files = texts(open(f"{starter}/report.yaml", encoding="utf-8").read())
    lines = {line["target"]: line for line in ledger["contents"]}
    wrong, seen, scripts = [], 0, set()
    for statement in ledger["statements"]:
        if not statement.get("text"):
            continue
        name, number = statement["id"], statement["text"]["first_page"]
        begins = beginning(open(os.path.join(starter, files[name]), encoding="utf-8").read())
        arabic = "\u0600" <= begins[:1] <= "\u06ff"
        scripts.add(unicodedata.name(begins[:1], "?").split()[0])
        seen += 1
        if not begins or begins not in page(f"{out}/report.pdf", number, arabic):
            wrong.append(f"{name}: page {number} does not begin its text: {begins}")
        if name not in lines:
            wrong.append(f"{name}: no line of the contents leads to it")
        elif lines[name]["page"] != number:
            wrong.append(f"{name}: the contents name page {lines[name]['page']}, its text begins on {number}")
    if seen < 18 or not {"LATIN", "CYRILLIC", "ARABIC", "CJK"} <= scripts:
        wrong.append(f"only {seen} statements in {sorted(scripts)} were read")
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{seen} statements in {', '.join(sorted(scripts))} begin where the ledger and the contents say")


if __name__ == "__main__":
    main(*sys.argv[1:])
