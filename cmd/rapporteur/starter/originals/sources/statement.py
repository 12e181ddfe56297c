"""Reads a statement's Markdown (../../texts/<id>.md) into plain blocks that the other files set in a producer's format.

Only the Markdown that the example's texts use is known: headings, paragraphs, lists, quotations, pipe tables, footnotes,
emphasis and links. The report's own cross references ([@id], {#id}) are dropped: a delegation did not know of them.
"""

import pathlib
import re
from typing import NamedTuple

TEXTS = pathlib.Path(__file__).resolve().parent.parent.parent / "texts"


class Run(NamedTuple):
    kind: str  # "", "em", "strong", "link" or "note"
    text: str
    url: str = ""


class Block(NamedTuple):
    kind: str  # "heading", "para", "quote", "bullets", "numbers" or "table"
    level: int  # of a heading, from 1
    items: list  # runs; for lists a list of runs an item; for tables a list of rows of cells of runs


INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|(?<![\w*])[*_](?P<em>[^*_]+)[*_](?!\w)|\[\^(?P<note>[^\]]+)\]"
    r"|\[(?P<text>[^\]]+)\]\((?P<url>[^)\s]+)\)|<(?P<auto>https?://[^>]+)>"
)


def without_references(text: str) -> str:
    """Takes out [@id] with the brackets or the "see" around it, and {#id}."""
    text = re.sub(r"\s*\((?:[^()\[\]]{0,24}\s)?\[@[^\]]+\](?:[,;\s]+\[@[^\]]+\])*\)", "", text)
    text = re.sub(r"\s*\[@[^\]]+\]", "", text)
    return re.sub(r"\s*\{#[^}]+\}", "", text)


def runs(text: str, notes: dict) -> list:
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    text = re.sub(r"(?<=\w)'(?=\w)", "\u2019", text)  # what a word processor puts in by itself
    text = re.sub(r" ([;:!?»])", "\u00a0\\1", text)  # as the French write
    text = re.sub(r"« ", "«\u00a0", text)
    out, at = [], 0
    for m in INLINE.finditer(text):
        if m.start() > at:
            out.append(Run("", text[at : m.start()]))
        at = m.end()
        if m["strong"]:
            out.append(Run("strong", m["strong"]))
        elif m["em"]:
            out.append(Run("em", m["em"]))
        elif m["note"]:
            out.append(Run("note", re.sub(r"[*_]", "", notes.get(m["note"], ""))))
        elif m["auto"]:
            out.append(Run("link", m["auto"], m["auto"]))
        else:
            out.append(Run("link", m["text"], m["url"]))
    if at < len(text):
        out.append(Run("", text[at:]))
    return out


def plain(line_runs: list) -> str:
    return "".join(r.text for r in line_runs if r.kind != "note")


def cut_notes(lines: list) -> tuple:
    """Parts the footnotes' texts from the lines of the body."""
    notes, body, name = {}, [], None
    for line in lines:
        m = re.match(r"\[\^([^\]]+)\]:\s*(.*)", line)
        if m:
            name = m[1]
            notes[name] = m[2]
        elif name and line.startswith("    "):
            notes[name] += " " + line.strip()
        else:
            name = None
            body.append(line)
    return notes, body


def parse(text: str) -> list:
    lines = [ln for ln in without_references(text).splitlines() if not ln.startswith(":::")]
    notes, lines = cut_notes(lines)
    blocks, group = [], []
    for line in lines + [""]:
        if line.strip() and not line.startswith("#"):
            group.append(line)
            continue
        if group:
            blocks.append(block(group, notes))
            group = []
        m = re.match(r"(#+)\s+(.*)", line)
        if m:
            blocks.append(Block("heading", len(m[1]), runs(m[2], notes)))
    return blocks


def block(lines: list, notes: dict) -> Block:
    first = lines[0]
    if first.startswith("|"):
        rows = [ln.strip().strip("|").split("|") for ln in lines if not re.fullmatch(r"[|:\-\s]+", ln)]
        return Block("table", 0, [[runs(c.strip(), notes) for c in row] for row in rows])
    if first.startswith(">"):
        return Block("quote", 0, runs(" ".join(ln.lstrip("> ") for ln in lines), notes))
    mark = re.match(r"(?:([-*+])|\d+[.)])\s+", first)
    if mark:
        items = []
        for line in lines:
            m = re.match(r"(?:[-*+]|\d+[.)])\s+(.*)", line)
            if m:
                items.append(m[1])
            else:
                items[-1] += " " + line.strip()
        kind = "bullets" if mark[1] else "numbers"
        return Block(kind, 0, [runs(i, notes) for i in items])
    joined = " ".join(ln.strip() for ln in lines)
    # Chinese has no space where a line of the source ends.
    joined = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", joined)
    return Block("para", 0, runs(joined, notes))


def read(name: str) -> list:
    return parse((TEXTS / f"{name}.md").read_text(encoding="utf-8"))
