"""signs.py SERIF STIX DEJAVU OUT: makes open fonts for the standard fonts Symbol and ZapfDingbats.

Each sign is taken from an open font and fitted into the box that it fills in the standard font (signs.txt), so that it
is as wide, as high and stands where it stood. The first font is made of the signs of STIX Two Math and the letters
of Liberation Serif, both under the SIL Open Font License, and is under it too; the second of DejaVu Sans, under its
licence. Neither bears a reserved name. Needs fontTools.
"""
import os
import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

UPEM = 2000  # two units to a thousandth
SHAPES = {0x3008: 0x27E8, 0x3009: 0x27E9,  # angle brackets
          0x03C6: 0x03D5, 0x03D5: 0x03C6}  # the two forms of phi, which Symbol has the other way round


def table():
    """The families of signs.txt: character, width and box of each sign."""
    families, here = {}, None
    beside = os.path.dirname(os.path.abspath(__file__))
    for line in open(os.path.join(beside, "signs.txt"), encoding="utf-8"):
        if line.startswith("="):
            here = families.setdefault(line[1:].strip(), [])
        elif not line.startswith("#"):
            char, *numbers = line.split()
            here.append((int(char, 16), [int(n) * UPEM // 1000 for n in numbers]))
    return families


def glyph(char, box, sources):
    """The outline of a character, of the first font that has it, in the box."""
    for font in sources:
        name = font.getBestCmap().get(SHAPES.get(char, char))
        if name:
            break
    else:
        raise SystemExit("no font has U+%04X" % char)
    glyphs = font.getGlyphSet()
    outline, bounds, pen = DecomposingRecordingPen(glyphs), BoundsPen(glyphs), TTGlyphPen(None)
    glyphs[name].draw(outline)
    glyphs[name].draw(bounds)
    if bounds.bounds:
        x0, y0, x1, y1 = bounds.bounds
        sx, sy = (box[2] - box[0]) / (x1 - x0), (box[3] - box[1]) / (y1 - y0)
        outline.replay(TransformPen(pen, (sx, 0, 0, sy, box[0] - x0 * sx, box[1] - y0 * sy)))
    return pen.glyph()


def make(name, signs, sources, licence, out):
    """A font of signs."""
    order, cmap = [".notdef"], {}
    metrics, glyphs = {".notdef": (UPEM, 0)}, {".notdef": TTGlyphPen(None).glyph()}
    for char, (width, *box) in signs:
        sign = "uni%04X" % char
        order.append(sign)
        cmap[char], glyphs[sign] = sign, glyph(char, box, sources)
        metrics[sign] = (width, box[0])
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=UPEM * 8 // 10, descent=-UPEM // 5)
    builder.setupNameTable({
        "copyright": " ".join(font["name"].getDebugName(0) for font in sources), "familyName": name,
        "styleName": "Regular", "psName": name, "uniqueFontIdentifier": name + " 1", "fullName": name,
        "version": "Version 1.000", "licenseDescription": licence})
    builder.setupOS2(sTypoAscender=UPEM * 8 // 10, sTypoDescender=-UPEM // 5, fsType=0)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(os.path.join(out, name + ".ttf"))


def main(serif, stix, dejavu, out):
    serif, stix, dejavu = TTFont(serif), TTFont(stix), TTFont(dejavu)
    families = table()
    make("ReportSymbols", families["Symbol"], [stix, serif], "SIL Open Font License 1.1", out)
    make("ReportDingbats", families["ZapfDingbats"], [dejavu], dejavu["name"].getDebugName(13), out)


main(*sys.argv[1:])
