"""Writes one statement's source for its producer: render.py KIND ID OUT, KIND one of letter, small,
form, usletter, slides, tex, web."""

import pathlib
import sys

import odf
import statement
import tex
import web
from letterheads import LETTERHEADS

HERE = pathlib.Path(__file__).resolve().parent
TEXT = {"chair-summary": "summary"}  # where the text's name is not the original's


def source(kind: str, name: str) -> str:
    if kind == "slides":
        return odf.slides(HERE / f"{name}.json")
    blocks = statement.read(TEXT.get(name, name))
    if kind == "tex":
        return tex.body(blocks)
    head = LETTERHEADS[name]
    if kind == "web":
        return web.page(head, blocks, 13 if head.language == "ar" else 12)
    if kind == "form":
        return odf.letter(head, blocks, form=odf.registration())
    size = "11pt" if kind == "small" else "12pt"
    return odf.letter(head, blocks, odf.LETTER if kind == "usletter" else odf.A4, size)


if __name__ == "__main__":
    pathlib.Path(sys.argv[3]).write_text(source(sys.argv[1], sys.argv[2]), encoding="utf-8")
