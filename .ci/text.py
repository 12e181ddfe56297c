"""text.py OUT STARTER: the first words of every statement of the example stand on the page that the ledger names, as
other programs read that page.

Of Arabic, which readers take in different orders, the first words are found whole in PDFium, MuPDF and poppler.
"""
import json
import os
import re
import subprocess
import sys
import unicodedata

import pypdfium2

LETTERS = 32  # of the text's beginning that are compared
WORDS = 60  # of an Arabic text's beginning that each reader must find whole
STACKED = 1  # of them that PDFium may tear: a letter that stands wholly above the one beside it is another line to it
BESIDE = r"[0-9/]"  # poppler loses the space between a figure and the word beside it


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


def words(text):
    """The words of a text as a set, without the signs beside them and the controls of direction."""
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return {word.strip(".,:;!?()[]«»\u060c\u061b\u061f\u201c\u201d\"*#") for word in text.split()}


def arabic(markdown):
    """The first words of a text that have Arabic letters only."""
    markdown = re.sub(r"\[\^[^\]]*\]|\{[^}]*\}|\[@[^\]]*\]", "", markdown)
    found = [w for raw in markdown.split() for w in words(raw) if re.fullmatch("[\u0621-\u064a]+", w)]
    return found[:WORDS]


def lost(pdf, first, last, wanted):
    """The words of an Arabic text that a reader does not find on its pages, by reader."""
    pages = pypdfium2.PdfDocument(pdf)
    said = {"PDFium": " ".join(pages[i].get_textpage().get_text_range() for i in range(first - 1, last))}
    for reader, command in ("MuPDF", ["mutool", "draw", "-q", "-F", "txt", "-o", "-", pdf, f"{first}-{last}"]), (
            "poppler", ["pdftotext", "-enc", "UTF-8", "-f", str(first), "-l", str(last), pdf, "-"]):
        run = subprocess.run(command, capture_output=True, check=True)
        said[reader] = run.stdout.decode("utf-8", "replace")
    said["poppler"] = re.sub(BESIDE, " ", said["poppler"])
    missing = {reader: [w for w in wanted if w not in words(text)] for reader, text in said.items()}
    return [f"{reader}: {w}" for reader, torn in missing.items() for w in torn[STACKED * (reader == "PDFium"):]]


def page(pdf, number, leftward):
    if leftward:
        command = ["mutool", "draw", "-q", "-F", "txt", "-o", "-", pdf, str(number)]
    else:
        command = ["pdftotext", "-layout", "-enc", "UTF-8", "-f", str(number), "-l", str(number), pdf, "-"]
    return letters(subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace"))


def main(out, starter):
    ledger = json.load(open(f"{out}/report.fr.json", encoding="utf-8"))
    files = texts(open(f"{starter}/report.yaml", encoding="utf-8").read())
    lines = {line["target"]: line for line in ledger["contents"]}
    wrong, seen, scripts = [], 0, set()
    for statement in ledger["statements"]:
        if not statement.get("text"):
            continue
        name, number = statement["id"], statement["text"]["first_page"]
        source = open(os.path.join(starter, files[name]), encoding="utf-8").read()
        begins = beginning(source)
        leftward = "\u0600" <= begins[:1] <= "\u06ff"
        scripts.add(unicodedata.name(begins[:1], "?").split()[0])
        seen += 1
        if not begins or begins not in page(f"{out}/report.fr.pdf", number, leftward):
            wrong.append(f"{name}: page {number} does not begin its text: {begins}")
        if leftward:
            missing = lost(f"{out}/report.fr.pdf", number, statement["text"]["last_page"], arabic(source))
            wrong += [f"{name}: a word is not found whole by {word}" for word in missing]
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
