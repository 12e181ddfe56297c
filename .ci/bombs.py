"""bombs.py FOLDER: makes files that are small, or large, and take programs long, or much memory, to read."""
import io
import pathlib
import struct
import sys
import zipfile
import zlib

HEAD = "report: {title: T, language: en, date: 2012-03-01}\n"


def pdf(objects, header=b"%PDF-1.7\n"):
    """A PDF of the objects given, from number 1 on."""
    out, at = bytearray(header), []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, start))


def stream(data, entries=b""):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def page(extra=b"", content=b"0 0 m", more=()):
    """A PDF of one page: its content is object 4, more objects begin at 5."""
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>" % extra, stream(content), *more])


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"


def numbered(first, count):
    return b" ".join(b"%d 0 R" % (first + n) for n in range(count))


def shown(count, first, more):
    """A PDF of one page that shows a letter in each of so many fonts, from object first on."""
    return page(b"/Resources<</Font<<%s>>>>" % b"".join(b"/F%d %d 0 R" % (n, first + n) for n in range(count)),
                b"BT 9 9 Td %sET" % b"".join(b"/F%d 9 Tf (ab) Tj " % n for n in range(count)), more)


def png(width, height, data=b"\0" * 10, chunks=()):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + b"".join(chunk(*c) for c in chunks) +
            chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b""))


def packed(name, parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for part, data in parts.items():
            z.writestr(part, data)
    return name, out.getvalue()


def pdfs():
    yield "annotations", page(b"/Annots[" + b"5 0 R " * 200_000 + b"]", more=[b"<</Type/Annot/Subtype/Square/Rect[1 1 9 9]>>"])
    yield "annotations-each", page(b"/Annots[%s]" % b" ".join(b"%d 0 R" % n for n in range(5, 100_005)),
                                   more=[b"<</Type/Annot/Subtype/Square/Rect[1 1 9 9]>>"] * 100_000)
    yield "looks", page(b"/Annots[%s]" % b" ".join(b"%d 0 R" % n for n in range(5, 80_005, 2)), more=[body for n in range(40_000) for body in (
        b"<</Type/Annot/Subtype/Square/Rect[1 1 9 9]/F 4/AP<</N %d 0 R>>>>" % (6 + 2 * n), stream(b"0 0 %d 9 re f" % n, FORM))])
    yield "fields", pdf([b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]>>>>" % numbered(4, 20_000), b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                         b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[%s]>>" % numbered(4, 20_000)] +
                        [b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f%d)/V(v%d)/Rect[1 1 99 20]/F 4/P 3 0 R/DA(/Helv 9 Tf 0 g)>>" % (n, n) for n in range(20_000)])
    yield "fonts", shown(20_000, 5, [b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[97/b]>>/X %d>>" % n
                                     for n in range(20_000)])
    yield "unicode", shown(20_000, 6, [stream(b"begincmap 1 beginbfrange <0000> <FFFE> <0000> endbfrange endcmap")] + [
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/F"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 65535 500]>>]>>"] * 20_000)
    yield "unicodes", shown(2_000, 5, [
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode %d 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/F"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 65535 500]>>]>>" % (2_005 + n) for n in range(2_000)] + [
        stream(b"begincmap 1 beginbfrange <0000> <FFFE> <%04x> endbfrange endcmap" % n) for n in range(2_000)])
    yield "drawn", page(b"/Resources<</XObject<<%s>>>>" % b"".join(b"/X%d %d 0 R" % (n, 5 + n) for n in range(60_000)),
                        b"".join(b"/X%d Do " % n for n in range(60_000)), [stream(b"0 0 %d 9 re f" % n, FORM) for n in range(60_000)])
    yield "bookmarks", pdf([b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", b"<</First 5 0 R/Last 120004 0 R>>"] +
                           [b"<</Title(x%d)/Parent 4 0 R/Dest[3 0 R/Fit]%s>>" % (n, b"/Next %d 0 R" % (n + 6) if n < 119_999 else b"")
                            for n in range(120_000)])
    yield "nulls", page(more=[b"null"] * 1_000_000)
    yield "flate", page(content=b"x") .replace(stream(b"x"), stream(zlib.compress(zlib.compress(b"q " * 50_000_000)), b"/Filter[/FlateDecode/FlateDecode]"))
    yield "states", page(content=b"q " * 5_000_000)
    yield "brackets", page(content=b"[" * 5_000_000)
    yield "deep", page(more=[b"[" * 1_000_000 + b"]" * 1_000_000])
    yield "names", page(b"/Resources<</Font<<%s>>>>" % b"".join(b"/F%d 5 0 R" % n for n in range(200_000)), more=[b"<</Type/Font>>"])
    yield "outline", pdf([b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                          b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", b"<</First 5 0 R/Last 5 0 R>>"] +
                         [b"<</Title(x)/Parent 4 0 R/Next %d 0 R/First %d 0 R>>" % (n + 6, n + 6) for n in range(20_000)])
    yield "tree", pdf([b"<</Type/Catalog/Pages 2 0 R>>"] + [b"<</Type/Pages/Count 99/Kids[%d 0 R %d 0 R]>>" % (n + 3, n + 3) for n in range(60)] +
                      [b"<</Type/Page/MediaBox[0 0 9 9]>>"])
    yield "pages", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 60000/Kids[%s]/MediaBox[0 0 9 9]>>" % (b"3 0 R " * 60_000),
                        b"<</Type/Page/Parent 2 0 R>>"])
    yield "forms", page(b"/Resources<</XObject<</X 5 0 R>>>>", b"/X Do",
                        [stream(b"/X Do /X Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (n + 6)) for n in range(60)])
    yield "tags", pdf([b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                       b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", b"<</Type/StructTreeRoot/K 5 0 R>>"] +
                      [b"<</S/P/P %d 0 R/K[%d 0 R %d 0 R]>>" % (n + 4, n + 6, n + 6) for n in range(20_000)])


def texts():
    row = "|" + "a|" * 100_000
    yield "columns.md", row + "\n|" + "-|" * 100_000 + "\n" + row + "\n"
    yield "backticks.md", "".join("`" * n + "a" for n in range(1, 1100))
    yield "footnotes.md", "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(10_000))
    yield "links.md", "[a](" * 20_000
    yield "brackets.md", "[" * 200_000
    yield "emphasis.md", "*a_b" * 100_000
    yield "quotes.md", (">" * 90 + "\n") * 5_000
    yield "word.md", "x" * 1_000_000
    yield "words.txt", "word " * 400_000
    yield "lines.txt", "a\n\n" * 50_000
    yield "divs.md", "::: {lang=fr}\n" * 2_000
    yield "columns.csv", "name," + ",".join(f"c{n}" for n in range(100_000)) + "\nA\n"
    yield "field.csv", "name,role\n" + "x" * 5_000_000 + ",B\n"
    yield "rows.csv", "name,role\n" + "a,b,c,d\n" * 100_000
    yield "people.csv", "name,role\n" + "".join(f"Name {n},Role\n" for n in range(5_000))
    yield "aliases.yaml", HEAD + "x: &a [1,2]\n" + "".join(f"x{n}: &a{n} [{', '.join(['*a' + (str(n - 1) if n else '')] * 9)}]\n" for n in range(9))
    yield "keys.yaml", HEAD + "".join(f"key{n}: 1\n" for n in range(100_000))
    yield "deep.yaml", HEAD + "event: " + "[" * 100_000
    yield "title.yaml", HEAD.replace("T", "word " * 10_000)
    yield "sessions.yaml", HEAD + "sessions:\n" + "".join(f"  - {{id: s{n}, title: Session}}\n" for n in range(4_000))
    yield "ranges.yaml", HEAD + "annexes:\n  - {title: A, original: {file: a.pdf, pages: \"" + ",".join(["1-9"] * 100_000) + "\"}}\n"
    yield "large.yaml", HEAD + "#" * (100 << 20)


def others():
    yield "bomb.png", png(60_000, 60_000)
    yield "long.png", png(4_000, 4_000, b"\0" * 48_004_000)
    yield "profile.png", png(4, 4, b"\0" * 52, [(b"iCCP", b"a\0\0" + zlib.compress(b"\0" * 300_000_000))])
    yield "text.png", png(4, 4, b"\0" * 52, [(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 300_000_000))] * 3)
    yield "huge.tif", b"II*\0\x08\0\0\0\x04\0" + b"".join(struct.pack("<HHII", tag, 4, 1, v) for tag, v in
                                                              ((256, 1 << 31), (257, 1 << 31), (273, 8), (279, 1 << 31))) + b"\0" * 4
    yield "loop.tif", b"II*\0\x08\0\0\0\0\0\x08\0\0\0"
    yield "huge.jpg", b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xda\0\x0c\x03\x01\0\x02\0\x03\0\0\x3f\0" + b"\0" * 99
    w = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
    yield packed("bomb.docx", {"word/document.xml": w % (" " * 400_000_000)})
    yield packed("paragraphs.docx", {"word/document.xml": w % ("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 20_000)})
    yield packed("nested.docx", {"word/document.xml": w % ("<w:tbl><w:tr><w:tc>" * 20_000)})
    yield packed("entities.docx", {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + w % "<w:p>&b;</w:p>"})
    yield packed("cut.docx", {"word/document.xml": (w % "<w:p>")[:90]})
    yield packed("many.odt", {f"p{n}.xml": "x" for n in range(60_000)})
    yield "zeros.ttf", b"\0\1\0\0\0\x01\0\0\0\0\0\0head" + b"\0" * 5_000_000
    yield "tables.otf", b"OTTO\xff\xff\0\0\0\0\0\0" + b"CFF \0\0\0\0\0\0\0\0\0\0\0\x01" * 65_535


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pdfs():
        (folder / f"{name}.pdf").write_bytes(data)
    for made in (texts(), others()):
        for name, data in made:
            (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)


main()
