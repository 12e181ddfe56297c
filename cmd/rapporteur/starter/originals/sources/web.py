"""Sets a statement as a web page for Chromium to print."""

from html import escape

PAGE = """<!DOCTYPE html>
<html lang="{lang}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 22mm 24mm }}
body {{ font: {size}pt/{leading} "{font}"; margin: 0; text-align: justify }}
header {{ text-align: center; color: {color}; font-weight: bold; font-size: 1.1em; border-bottom: 2px solid {color}; padding-bottom: 3mm }}
.check {{ text-align: end; font-size: .85em; margin: 3mm 0 8mm }}
h1 {{ text-align: center; color: {color}; font-size: 1.5em; margin: 0 0 2mm }}
h2 {{ color: {color}; font-size: 1.15em; break-after: avoid }}
.by {{ text-align: center; margin: 0 }}
.date {{ text-align: center; margin: 0 0 8mm }}
p {{ orphans: 2; widows: 2 }}
aside {{ border-top: 1px solid {color}; font-size: .85em; margin-top: 6mm }}
td, th {{ border: 1px solid #888; padding: 1mm 2mm; text-align: start }} table {{ border-collapse: collapse }}
</style></head><body>
<header>{mission}</header>
<p class="check" dir="auto">{check}</p>
<h1>{title}</h1>
{byline}<p class="date">{date}</p>
{body}
</body></html>
"""

TAGS = {"em": "em", "strong": "strong"}


def inline(runs: list, notes: list) -> str:
    out = ""
    for r in runs:
        if r.kind == "note":
            notes.append(r.text)
            out += f"<sup>{len(notes)}</sup>"
        elif r.kind == "link":
            out += f'<a href="{escape(r.url)}">{escape(r.text)}</a>'
        elif r.kind:
            out += f"<{TAGS[r.kind]}>{escape(r.text)}</{TAGS[r.kind]}>"
        else:
            out += escape(r.text)
    return out


def body(blocks: list) -> str:
    out, notes = [], []
    for b in blocks:
        if b.kind == "heading":
            level = min(b.level + 1, 4)
            out.append(f"<h{level}>{inline(b.items, notes)}</h{level}>")
        elif b.kind in ("bullets", "numbers"):
            tag = "ul" if b.kind == "bullets" else "ol"
            out.append(f"<{tag}>" + "".join(f"<li>{inline(i, notes)}</li>" for i in b.items) + f"</{tag}>")
        elif b.kind == "table":
            rows = [f"<tr>{''.join(f'<{t}>{inline(c, notes)}</{t}>' for c in row)}</tr>"
                    for row, t in zip(b.items, ["th"] + ["td"] * len(b.items))]
            out.append(f"<table>{''.join(rows)}</table>")
        elif b.kind == "quote":
            out.append(f"<blockquote>{inline(b.items, notes)}</blockquote>")
        else:
            out.append(f"<p>{inline(b.items, notes)}</p>")
    if notes:
        out.append("<aside><ol>" + "".join(f"<li>{escape(n)}</li>" for n in notes) + "</ol></aside>")
    return "\n".join(out)


def page(head, blocks: list, size: float) -> str:
    # Amiri is tall: with less leading the tops of a page's first line are painted at the foot of the page before.
    return PAGE.format(
        leading=1.95 if head.language == "ar" else 1.55,
        lang=head.language, direction="rtl" if head.language == "ar" else "ltr", title=escape(head.title), size=size,
        font=head.font, color=head.color, mission="<br>".join(f'<span dir="auto">{escape(m)}</span>' for m in head.mission),
        check=escape(head.check), byline="".join(f'<p class="by">{escape(b)}</p>\n' for b in head.byline),
        date=escape(head.date), body=body(blocks))
