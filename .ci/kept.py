"""kept.py CSV: what a class of originals had must be in the report."""
import csv
import sys

# A form may ask readers to draw its values anew (NeedAppearances). The report has them drawn, and says so; the renderer
# that the pages are compared with does not do what such a form asks.
DRAWN = "were drawn again, as the form itself asks"

# Pages that are tagged in part bear marks of the report between their operators: their streams are not as they were,
# and `verify` compares what they say without the marks.
PARTED = ("producer-word--issue14627.pdf", "tagged--need-appearances-more-out.pdf")


def lost(row):
    if row.get("merged") != "1":
        return [f"not merged: exit {row['exit']}: {row['error'][:200]}"]
    out = []
    if row["pages"] != row["pages_equal"] and DRAWN not in row["error"]:
        out.append(f"{row['pages_equal']} of {row['pages']} pages look the same")
    for name in row:
        if name == "content streams unaltered" and row["file"] in PARTED:
            continue
        if name + " kept" in row and row[name] != row[name + " kept"]:
            out.append(f"{name}: {row[name + ' kept'] or 0} of {row[name]}")
    return out


def main(path):
    rows = list(csv.DictReader(open(path, newline="")))
    if not rows:
        sys.exit("no original was measured")
    bad = [f"{row['file']}: {what}" for row in rows for what in lost(row)]
    if bad:
        sys.exit("\n".join(bad))
    print(f"{len(rows)} originals: all kept")


if __name__ == "__main__":
    main(*sys.argv[1:])
