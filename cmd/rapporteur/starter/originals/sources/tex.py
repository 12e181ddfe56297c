"""Sets a statement as the LaTeX that the templates beside this file take in with \\input{body}."""

import statement

SPECIAL = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~", "\u202f": r"\,", "\u2011": "-",
    "\u2026": r"\dots{}",
}
WRAP = {"em": r"\emph{%s}", "strong": r"\textbf{%s}", "note": r"\footnote{%s}"}


def escape(text: str) -> str:
    return "".join(SPECIAL.get(c, c) for c in text)


def inline(runs: list) -> str:
    out = ""
    for r in runs:
        if r.kind == "link":
            out += r"\href{%s}{%s}" % (r.url.replace("%", r"\%").replace("#", r"\#"), escape(r.text))
        elif r.kind:
            out += WRAP[r.kind] % escape(r.text)
        else:
            out += escape(r.text)
    return out


def listing(environment: str, items: list) -> str:
    return "\\begin{%s}\n%s\n\\end{%s}" % (environment, "\n".join(r"\item " + inline(i) for i in items), environment)


def body(blocks: list) -> str:
    out, section = [], 0
    for b in blocks:
        if b.kind == "heading" and b.level == 1:
            section += 1
            out.append(r"\section{%s}\label{section-%d}" % (inline(b.items), section))
        elif b.kind == "heading":
            out.append(r"\subsection{%s}" % inline(b.items))
        elif b.kind == "bullets":
            out.append(listing("itemize", b.items))
        elif b.kind == "numbers":
            out.append(listing("enumerate", b.items))
        elif b.kind == "quote":
            out.append("\\begin{quote}\n%s\n\\end{quote}" % inline(b.items))
        elif b.kind == "table":
            width = 1 / len(b.items[0])
            rows = "\\\\ \\hline\n".join(" & ".join(inline(c) for c in row) for row in b.items)
            columns = "|" + (r"p{%.2f\linewidth}|" % (width - 0.04)) * len(b.items[0])
            out.append("\\begin{tabular}{%s}\\hline\n%s\\\\ \\hline\n\\end{tabular}" % (columns, rows))
        else:
            out.append(inline(b.items))
    return "\n\n".join(out) + "\n"
