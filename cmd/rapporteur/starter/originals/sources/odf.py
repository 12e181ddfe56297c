"""Sets a statement, or the slides, as flat OpenDocument for LibreOffice to export."""

import json
import pathlib
from xml.sax.saxutils import escape, quoteattr

import statement

NAMESPACES = " ".join(
    f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
    for p, n in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "form": "form", "presentation": "presentation",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"' \
    ' xmlns:ooo="http://openoffice.org/2004/office"'

A4 = ("21cm", "29.7cm")
LETTER = ("8.5in", "11in")


def inline(runs: list) -> str:
    out, count = [], 0
    for r in runs:
        if r.kind == "note":
            count += 1
            out.append(
                f'<text:note text:note-class="footnote"><text:note-citation>{count}</text:note-citation>'
                f'<text:note-body><text:p text:style-name="Footnote">{escape(r.text)}</text:p></text:note-body></text:note>')
        elif r.kind == "link":
            out.append(f'<text:a xlink:type="simple" xlink:href={quoteattr(r.url)}>{escape(r.text)}</text:a>')
        elif r.kind:
            out.append(f'<text:span text:style-name="{r.kind}">{escape(r.text)}</text:span>')
        else:
            out.append(escape(r.text))
    return "".join(out)


def para(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def table(rows: list) -> str:
    def row(cells: list, style: str) -> str:
        return "<table:table-row>" + "".join(
            f'<table:table-cell table:style-name="cell" office:value-type="string">{para(style, inline(c))}</table:table-cell>'
            for c in cells) + "</table:table-row>"

    return (
        f'<table:table table:style-name="grid"><table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
        f'<table:table-header-rows>{row(rows[0], "Table_20_Heading")}</table:table-header-rows>'
        + "".join(row(r, "Table_20_Contents") for r in rows[1:]) + "</table:table>" + para("Standard", ""))


def body(blocks: list) -> str:
    out = []
    for b in blocks:
        if b.kind == "heading":
            level = min(b.level + 1, 3)
            out.append(f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inline(b.items)}</text:h>')
        elif b.kind == "table":
            out.append(table(b.items))
        elif b.kind in ("bullets", "numbers"):
            out.append(f'<text:list text:style-name="{b.kind}">' + "".join(
                f"<text:list-item>{para('List', inline(i))}</text:list-item>" for i in b.items) + "</text:list>")
        else:
            out.append(para("Quotations" if b.kind == "quote" else "Text_20_body", inline(b.items)))
    return "\n".join(out)


def paragraph_style(name: str, parent: str, layout: str, text: str = "", outline: int = 0) -> str:
    level = f' style:default-outline-level="{outline}"' if outline else ""
    shown = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph" style:parent-style-name="{parent}"{level}>'
        f"<style:paragraph-properties {layout}/><style:text-properties {text}/></style:style>")


def styles(head, size: str) -> str:
    lang, _, country = head.language.partition("-")
    locale = f'fo:language="{lang}" fo:country="{country or "none"}"'
    cjk = f'style:font-name-asian="{head.font}" style:language-asian="zh" style:country-asian="CN"' if lang == "zh" else ""
    big = f'fo:color="{head.color}" fo:font-weight="bold"'
    # A bold Chinese font would be embedded as a second one: the mission and the title stand out by size and colour.
    if cjk:
        big = f'fo:color="{head.color}" style:font-weight-asian="normal"'
    indent = 'fo:text-indent="2em"' if cjk else ""

    def sized(pt: str) -> str:
        return f'fo:font-size="{pt}" style:font-size-asian="{pt}"'

    return f"""<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="{head.font}" {sized(size)} {locale} {cjk}/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
{paragraph_style("Text_20_body", "Standard", f'fo:margin-bottom="0.28cm" fo:line-height="125%" fo:widows="2" fo:orphans="2" fo:text-align="justify" {indent}')}
{paragraph_style("Mission", "Standard", 'fo:text-align="center" fo:margin-bottom="0.05cm"', f'{big} {sized("13pt")}')}
{paragraph_style("Rule", "Standard", f'fo:margin-bottom="0.5cm" fo:border-bottom="0.75pt solid {head.color}" fo:padding="0.05cm"', sized("4pt"))}
{paragraph_style("Check", "Standard", 'fo:text-align="end" fo:margin-bottom="0.6cm"', f'fo:font-style="italic" style:font-style-asian="normal" {sized("9.5pt")}')}
{paragraph_style("Byline", "Standard", 'fo:text-align="center" fo:margin-bottom="0.1cm"')}
{paragraph_style("Date", "Standard", 'fo:text-align="center" fo:margin-bottom="0.8cm"')}
{paragraph_style("Heading_20_1", "Standard", 'fo:text-align="center" fo:margin-bottom="0.25cm" fo:keep-with-next="always"', f'{big} {sized("16pt")}', 1)}
{paragraph_style("Heading_20_2", "Standard", 'fo:margin-top="0.35cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"', f'{big} {sized("12.5pt")}', 2)}
{paragraph_style("Heading_20_3", "Standard", 'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', f'{big} {sized("11pt")}', 3)}
{paragraph_style("List", "Text_20_body", 'fo:margin-bottom="0.12cm"')}
{paragraph_style("Quotations", "Text_20_body", 'fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-bottom="0.28cm"', 'fo:font-style="italic"')}
{paragraph_style("Table_20_Contents", "Standard", 'fo:margin-bottom="0cm"', sized("10pt"))}
{paragraph_style("Table_20_Heading", "Table_20_Contents", "", f'{big} {sized("10pt")}')}
{paragraph_style("Footnote", "Standard", 'fo:margin-left="0.5cm" fo:text-indent="-0.5cm"', sized("9pt"))}
{paragraph_style("Footer", "Standard", 'fo:text-align="center"', sized("9pt"))}
<style:style style:name="em" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="&#8226;">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>"""


def letter(head, blocks: list, paper=A4, size="12pt", form=("", "")) -> str:
    """The whole document; form is the controls and what stands below the text to hold them (registration())."""
    controls, closing = form
    top = "".join(para("Mission", escape(line)) for line in head.mission) + para("Rule", "")
    if head.check:
        top += para("Check", escape(head.check))
    top += f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(head.title)}</text:h>'
    top += "".join(para("Byline", escape(line)) for line in head.byline) + para("Date", escape(head.date))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{escape(head.title)}</dc:title><dc:language>{head.language}</dc:language></office:meta>
<office:font-face-decls><style:font-face style:name="{head.font}" svg:font-family="'{head.font}'"/></office:font-face-decls>
{styles(head, size)}
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{paper[0]}" fo:page-height="{paper[1]}" fo:margin-top="2cm" fo:margin-bottom="1.6cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
<style:style style:name="grid" style:family="table"><style:table-properties table:align="margins" fo:margin-top="0.2cm"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #808080"/></style:style>
<style:style style:name="control" style:family="graphic"><style:graphic-properties style:vertical-pos="middle" style:vertical-rel="line"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:footer>{para("Footer", "<text:page-number/> / <text:page-count/>")}</style:footer></style:master-page></office:master-styles>
<office:body><office:text>{controls}{top}{body(blocks)}{closing}</office:text></office:body></office:document>
"""


def registration() -> tuple:
    """The slip that the Spanish mission hands in with its text: two fields and a box to tick."""
    component = "ooo:com.sun.star.form.component."
    fields = [("delegacion", "Delegación:", "España"), ("duracion", "Minutos previstos:", "6")]
    controls = '<office:forms form:automatic-focus="false" form:apply-design-mode="false"><form:form form:name="inscripcion">'
    closing = '<text:h text:style-name="Heading_20_2" text:outline-level="2">Ficha de inscripción</text:h>'
    for name, label, value in fields:
        controls += (
            f'<form:text form:name="{name}" form:id="{name}" xml:id="{name}" form:control-implementation="{component}TextField"'
            f' form:title="{label.rstrip(":")}" form:value="{value}" form:current-value="{value}"/>')
        closing += para("List", f'{label} ' + control(name, "7cm", "0.7cm"))
    controls += (
        f'<form:checkbox form:name="publicar" form:id="publicar" xml:id="publicar" form:control-implementation="{component}CheckBox"'
        ' form:label="" form:title="Publicar" form:state="checked" form:current-state="checked" form:image-position="center"/></form:form></office:forms>')
    closing += para("List", control("publicar", "0.5cm", "0.5cm") + " Autorizamos la publicación de este texto.")
    return controls, closing


def control(name: str, width: str, height: str) -> str:
    return (
        f'<draw:control draw:style-name="control" text:anchor-type="as-char" svg:width="{width}" svg:height="{height}"'
        f' draw:control="{name}"/>')


def slides(path: pathlib.Path) -> str:
    """An Impress document from slides.json: a title slide, then a slide each with a heading and points or boxes."""
    deck = json.loads(path.read_text(encoding="utf-8"))
    pages = []
    for n, s in enumerate(deck["slides"], 1):
        title = escape(s["title"])
        if n == 1:
            frames = [frame("clear", 1.5, 5.5, 25, 4, para("cover", title))]
        else:
            frames = [frame("band", 0, 0, 28, 3.2, para("head", title))]
        if "points" in s:
            items = "".join(f"<text:list-item>{para('points', escape(p))}</text:list-item>" for p in s["points"])
            frames.append(frame("clear", 1.5, 4.4, 25, 13.5, f'<text:list text:style-name="dots">{items}</text:list>'))
        if "lines" in s:
            frames.append(frame("clear", 1.5, 11.5, 25, 6, "".join(para("lines", escape(t)) for t in s["lines"])))
        for i, (label, words) in enumerate(s.get("boxes", [])):
            inside = para("label", escape(label)) + para("words", escape(words))
            frames.append(frame("box", 1.5 + 12.8 * (i % 2), 4.6 + 7 * (i // 2), 12.2, 6.2, inside))
        frames.append(frame("clear", 1.5, 19.2, 25, 1, para("foot", escape(f"{deck['footer']}  |  {n}"))))
        pages.append(f'<draw:page draw:name="slide{n}" draw:style-name="paper" draw:master-page-name="plain">{"".join(frames)}</draw:page>')
    color = deck["color"]
    words = [("cover", "38pt", color, "bold", "center"), ("head", "30pt", "#ffffff", "bold", "start"), ("points", "24pt", "#222222", "normal", "start"),
             ("lines", "22pt", "#222222", "normal", "center"), ("foot", "11pt", "#666666", "normal", "end"),
             ("label", "26pt", color, "bold", "center"), ("words", "20pt", "#222222", "normal", "center")]
    boxes = [("clear", 'draw:fill="none" draw:stroke="none"'), ("band", f'draw:fill="solid" draw:fill-color="{color}" draw:stroke="none" fo:padding-left="1.5cm"'),
             ("box", f'draw:fill="solid" draw:fill-color="#e3edf6" draw:stroke="solid" svg:stroke-color="{color}"')]
    automatic = "".join(
        f'<style:style style:name="{n}" style:family="graphic"><style:graphic-properties {look} draw:textarea-vertical-align="{"top" if n == "clear" else "middle"}"/></style:style>'
        for n, look in boxes)
    automatic += "".join(
        f'<style:style style:name="{n}" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" fo:margin-bottom="0.35cm"/>'
        f'<style:text-properties style:font-name="Carlito" fo:font-size="{size}" fo:color="{c}" fo:font-weight="{w}"/></style:style>'
        for n, size, c, w, align in words)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:meta><dc:title>{escape(deck["title"])}</dc:title><dc:language>en-GB</dc:language></office:meta>
<office:font-face-decls><style:font-face style:name="Carlito" svg:font-family="Carlito"/></office:font-face-decls>
<office:styles><style:default-style style:family="graphic"><style:text-properties style:font-name="Carlito" fo:language="en" fo:country="GB"/></style:default-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="screen"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm" style:print-orientation="landscape"/></style:page-layout>
<style:style style:name="paper" style:family="drawing-page"><style:drawing-page-properties draw:fill="none"/></style:style>
{automatic}
<text:list-style style:name="dots"><text:list-level-style-bullet text:level="1" text:bullet-char="&#8226;"><style:list-level-properties text:min-label-width="0.9cm"/><style:text-properties fo:font-family="Carlito"/></text:list-level-style-bullet></text:list-style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="plain" style:page-layout-name="screen" draw:style-name="paper"/></office:master-styles>
<office:body><office:presentation>{"".join(pages)}</office:presentation></office:body></office:document>
"""


def frame(style: str, x: float, y: float, width: float, height: float, inside: str) -> str:
    return (
        f'<draw:frame draw:style-name="{style}" svg:x="{x}cm" svg:y="{y}cm" svg:width="{width}cm" svg:height="{height}cm">'
        f"<draw:text-box>{inside}</draw:text-box></draw:frame>")
