"""What no producer does by itself: a scan, layers of which one is hidden, and a form for everybody.

    finish.py scan IMAGE... OUT.pdf      pages of grayscale pictures, slightly askew and dirty, without any text
    finish.py layers IN.pdf MARKS.pdf OUT.pdf   page 1 of MARKS as a layer that is off, page 2 as one that is on
    finish.py form IN.pdf FONT.ttf OUT.pdf   the fields' Helvetica as a font that is in the file, their names as words
"""

import hashlib
import io
import random
import sys

import pikepdf
from fontTools import subset, ttLib
from PIL import Image
from pikepdf import Array, Dictionary, Name, Stream

DPI = 110


def save(pdf: pikepdf.Pdf, out: str, **options) -> None:
    """Saves with a first identifier that is the title's, not the moment's; qpdf then makes the second from the content."""
    title = str(pdf.docinfo.get("/Title", "scan"))
    mark = pikepdf.String(hashlib.md5(title.encode()).digest())
    pdf.trailer.ID = Array([mark, mark])
    pdf.save(out, **options)


def scan(pictures: list, out: str) -> None:
    noise = random.Random(2011)  # the same dust each time
    pdf = pikepdf.new()
    pdf.docinfo["/Producer"] = "Flatbed scanner"
    for n, path in enumerate(pictures):
        sheet = Image.open(path).convert("L").rotate((0.7, -0.5)[n % 2], Image.BICUBIC, fillcolor=255)
        pixels = sheet.load()
        for _ in range(900):
            x, y = noise.randrange(sheet.width), noise.randrange(sheet.height)
            pixels[x, y] = max(0, pixels[x, y] - noise.randrange(30, 140))
        for y in range(sheet.height):  # the shadow of the lid at the left edge
            for x in range(6):
                pixels[x, y] = min(pixels[x, y], 150 + 15 * x + noise.randrange(12))
        packed = io.BytesIO()
        sheet.save(packed, "JPEG", quality=38, optimize=True)
        image = Stream(pdf, packed.getvalue(), {
            "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": sheet.width, "/Height": sheet.height,
            "/ColorSpace": Name.DeviceGray, "/BitsPerComponent": 8, "/Filter": Name.DCTDecode})
        width, height = (round(v * 72 / DPI, 2) for v in sheet.size)
        page = pdf.add_blank_page(page_size=(width, height))
        page.Resources = Dictionary(XObject=Dictionary(Im0=image))
        page.Contents = Stream(pdf, f"q {width} 0 0 {height} 0 0 cm /Im0 Do Q\n".encode())
    save(pdf, out)


def layers(source: str, marks: str, out: str) -> None:
    with pikepdf.open(source) as pdf, pikepdf.open(marks) as drawn:
        groups = []
        for n, name in enumerate(("BROUILLON/DRAFT", "Distribution")):
            group = pdf.make_indirect(Dictionary(
                Type=Name.OCG, Name=name, Usage=Dictionary(CreatorInfo=Dictionary(Creator="make.sh", Subtype=Name.Artwork))))
            form = pdf.copy_foreign(drawn.pages[n].as_form_xobject())
            form.OC = group
            groups.append(group)
            for page in pdf.pages:
                key = page.add_resource(form, Name.XObject, Name(f"/Layer{n}"))
                shown = f"/Artifact <</Type /Layout>> BDC q {key} Do Q EMC\n"
                # The producer may leave its own matrix behind: its content is closed in q and Q.
                page.contents_add(b"q\n", prepend=True)
                page.contents_add(b"Q\n" + shown.encode())
        pdf.Root.OCProperties = Dictionary(OCGs=Array(groups), D=Dictionary(
            Name="As handed in", BaseState=Name.ON, ON=Array(groups[1:]), OFF=Array(groups[:1]), Order=Array(groups)))
        save(pdf, out, force_version="1.5")


# What the fields of the slip are called where they are not seen; LibreOffice writes their names alone.
WORDS = {"delegacion": "Delegación", "duracion": "Minutos previstos",
         "publicar": "Autorizamos la publicación de este texto"}


def winansi(font: str) -> tuple:
    """A font with the characters that a field in a Western language may be filled in with, and what a PDF says of it."""
    face = ttLib.TTFont(font)
    text = [bytes([code]).decode("cp1252", "ignore") for code in range(256)]
    chosen = subset.Subsetter(subset.Options(hinting=False, layout_features=[], drop_tables=["FFTM"], name_IDs=[1, 2, 6, 13, 14]))
    chosen.populate(text="".join(text[32:]))
    chosen.subset(face)
    program = io.BytesIO()
    face["head"].modified = face["head"].created
    face.recalcTimestamp = False
    face.save(program)
    scale = 1000 / face["head"].unitsPerEm
    glyphs, advances = face.getBestCmap(), face["hmtx"].metrics
    widths = [round(advances[glyphs.get(ord(c or "."), ".notdef")][0] * scale, 2) for c in text[32:]]
    box = [round(getattr(face["head"], side) * scale) for side in ("xMin", "yMin", "xMax", "yMax")]
    hhea = face["hhea"]
    return program.getvalue(), widths, box, round(hhea.ascent * scale), round(hhea.descent * scale)


def form(source: str, font: str, out: str) -> None:
    with pikepdf.open(source) as pdf:
        program, widths, box, ascent, descent = winansi(font)
        name = Name("/FAAAAA+LiberationSans")
        descriptor = pdf.make_indirect(Dictionary(
            Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=Array(box), ItalicAngle=0, Ascent=ascent,
            Descent=descent, CapHeight=ascent, StemV=80, FontFile2=Stream(pdf, program, {"/Length1": len(program)})))
        helvetica = pdf.Root.AcroForm.DR.Font.He
        helvetica.Subtype, helvetica.BaseFont, helvetica.FontDescriptor = Name.TrueType, name, descriptor
        helvetica.FirstChar, helvetica.LastChar, helvetica.Widths = 32, 255, Array(widths)
        for field in pdf.Root.AcroForm.Fields:
            field.TU = WORDS[str(field.T)]
        save(pdf, out, compress_streams=True)


if __name__ == "__main__":
    if sys.argv[1] == "scan":
        scan(sys.argv[2:-1], sys.argv[-1])
    elif sys.argv[1] == "form":
        form(*sys.argv[2:])
    else:
        layers(*sys.argv[2:])
