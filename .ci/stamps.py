"""stamps.py RAPPORTEUR DIR [margin|widen]: judges the stamps on all PDF files of a folder, by the pixels of two renderers.

A report of all of them is built with stamps and one without. On each page of an original the stamp must be there, legible (contrast of
4.5 at least), and stand on nothing of the original but with a ground of its own, where the ledger says so; all else must be as it was.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import numpy as np
import pikepdf

DPI = 100
SMALL = 60  # points: the words of a smaller page's stamp are too small for any renderer's pixels
FEW = 6  # levels of 255 by which renderers round
LARGEST = 40e6  # pixels: a larger page is not drawn
CONTRAST = 4.5  # WCAG 2.1, 1.4.3


def build(binary, files, way, folder):
    """Builds a report of the files, as annexes; those that cannot be taken are left out. Returns its folder."""
    files = list(files)
    while files:
        manifest = os.path.join(folder, f"{way}.yaml")
        with open(manifest, "w", encoding="utf-8") as f:
            f.write(f"rapporteur: 1\nreport: {{title: Stamps, language: en, date: 2012-03-01, symbol: A/66/1}}\nlayout: {{stamp: {way}}}\nannexes:\n")
            for i, _ in enumerate(files):
                f.write(f"  - {{id: a{i}, title: A{i}, original: originals/{i}.pdf}}\n")
        os.makedirs(os.path.join(folder, "originals"), exist_ok=True)
        for i, name in enumerate(files):
            link = os.path.join(folder, "originals", f"{i}.pdf")
            if os.path.lexists(link):
                os.remove(link)
            shutil.copyfile(name, link)
        out = os.path.join(folder, way)
        p = subprocess.run([binary, "build", manifest, "--out", out, "--lang", "en"], capture_output=True, text=True)
        if p.returncode == 0:
            return out, files
        told = [line for line in p.stderr.splitlines() if ": warning: " not in line and ": note: " not in line]
        bad = {int(m) for line in told for m in re.findall(r"originals/(\d+)\.pdf", line)}
        if not bad:
            sys.exit(f"the report was not built: exit {p.returncode}\n{p.stderr[-3000:]}")
        files = [f for i, f in enumerate(files) if i not in bad]
    sys.exit("no file can be taken")


def pixels(data):
    """A PPM or PGM as levels."""
    m = re.match(rb"P([56])\s+(\d+)\s+(\d+)\s+255\s", data)
    kind, w, h = m[1], int(m[2]), int(m[3])
    a = np.frombuffer(data, np.uint8, w * h * (3 if kind == b"6" else 1), m.end())
    return a.reshape(h, w, -1).astype(np.int16)


def draw(tool, pdf, pages, folder):
    """Draws pages of a file; gives a way from the page's number to its pixels, None where there are none."""
    if tool == "mutool":
        subprocess.run(["mutool", "draw", "-q", "-F", "ppm", "-c", "rgb", "-r", str(DPI), "-o", f"{folder}/%d.ppm", pdf, ",".join(map(str, pages))],
                       capture_output=True, timeout=1200)
        names = {k: f"{folder}/{k}.ppm" for k in pages}
        if not os.path.exists(names[pages[0]]):  # some versions count what they draw
            names = {k: f"{folder}/{i + 1}.ppm" for i, k in enumerate(pages)}
    else:
        names = {}
        for first, last in runs(pages):
            subprocess.run(["pdftoppm", "-q", "-cropbox", "-r", str(DPI), "-f", str(first), "-l", str(last), pdf, f"{folder}/p"], capture_output=True,
                           timeout=1200)
        for name in os.listdir(folder):
            if m := re.match(r"p-0*(\d+)\.ppm$", name):
                names[int(m[1])] = f"{folder}/{name}"

    def of(page):
        try:
            with open(names[page], "rb") as f:
                return pixels(f.read())
        except (KeyError, OSError, TypeError):
            return None

    return of


def runs(pages):
    """First and last of each run of neighbours."""
    out = []
    for k in pages:
        if out and out[-1][1] == k - 1:
            out[-1][1] = k
        else:
            out.append([k, k])
    return out


def luminance(rgb):
    c = rgb.astype(float) / 255
    c = np.where(c <= 0.03928, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return c @ np.array([0.2126, 0.7152, 0.0722])


def shown(page):
    """Width and height in points as the page is read, its turn, and the way from user space to there."""
    media = sorted_box(page.mediabox)
    crop = sorted_box(page.cropbox) if "/CropBox" in page else media
    x = [max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])]
    if x[0] >= x[2] or x[1] >= x[3]:
        x = media
    unit, turn = float(page.get("/UserUnit", 1)), int(page.get("/Rotate", 0)) % 360

    def read(px, py):
        if turn == 90:
            return (py - x[1]) * unit, (x[2] - px) * unit
        if turn == 180:
            return (x[2] - px) * unit, (x[3] - py) * unit
        if turn == 270:
            return (x[3] - py) * unit, (px - x[0]) * unit
        return (px - x[0]) * unit, (py - x[1]) * unit

    w, h = (x[2] - x[0]) * unit, (x[3] - x[1]) * unit
    return (h, w, read) if turn % 180 else (w, h, read)


def sorted_box(b):
    v = [float(x) for x in b]
    return [min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])]


def stamp_box(page):
    """Where the stamp stands on the page as it is read, in points from its bottom left corner, and the page's size."""
    tail = page.obj["/Contents"][-1].read_bytes()
    name = re.search(rb"/(ReportStamp[0-9.]*) Do", tail)[1].decode()
    form = page.obj["/Resources"]["/XObject"]["/" + name]
    box, m = [float(v) for v in form["/BBox"]], [float(v) for v in form["/Matrix"]]
    w, h, read = shown(page)
    corners = [read(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return (min(xs), min(ys), max(xs), max(ys)), (w, h)


def judge(way, strip, a, b, page, unfinished):
    """What is wrong with a page, drawn with its stamp and without, as a list of words."""
    box, (w, h) = stamp_box(page)
    found = []
    rows = a.shape[0] - b.shape[0]
    if way in ("widened", "headed"):
        if rows <= 0 or a.shape[1] != b.shape[1] or abs(rows - strip * DPI / 72) > 2:
            return [f"{a.shape} is not {b.shape} with a strip of {strip}"]
        inside = slice(1, b.shape[0] - 1)
        edge = np.abs(a[inside] - b[inside]).max(axis=2) > FEW
        if way == "headed":  # as if the strip were below; what it moves down, it moves by parts of a pixel
            a = np.concatenate([a[rows:], a[:rows]])
            beside = np.stack([np.roll(b, (down, right), axis=(0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)])
            low, high = beside.min(axis=0)[inside] - 4 * FEW, beside.max(axis=0)[inside] + 4 * FEW
            edge = ((a[inside] < low) | (a[inside] > high)).any(axis=2)
        if edge.any():
            found.append(f"{edge.sum()} pixels of the original's area differ")
        words = a[b.shape[0] + 1 :]
    else:
        if a.shape != b.shape:
            return [f"{a.shape} is not {b.shape}"]
        scale = a.shape[1] / w
        x0, x1 = int(np.floor(box[0] * scale)) - 1, int(np.ceil(box[2] * scale)) + 1
        y0, y1 = int(np.floor((h - box[3]) * scale)) - 1, int(np.ceil((h - box[1]) * scale)) + 1
        x0, y0 = max(x0, 0), max(y0, 0)
        outside = np.abs(a - b).max(axis=2) > FEW
        changed = outside[y0:y1, x0:x1].copy()
        outside[y0:y1, x0:x1] = False
        if outside.any() and not unfinished:  # what is not finished each reader draws its own way
            found.append(f"{outside.sum()} pixels outside of the stamp differ")
        words, below = a[y0:y1, x0:x1], b[y0:y1, x0:x1]
        if not changed.any():
            return found + ["no stamp is to be seen"]
        if way == "":
            ink = luminance(below) < 0.7
            if (ink & changed).any():
                found.append(f"{(ink & changed).sum()} pixels of the original lie under the stamp")
    light = luminance(words)
    if light.size == 0:
        return found + ["no stamp is to be seen"]
    dark, pale = np.sort(light, axis=None)[:20].mean(), np.median(light)
    if (pale + 0.05) / (dark + 0.05) < CONTRAST:
        found.append(f"the contrast is {(pale + 0.05) / (dark + 0.05):.1f}")
    return found


def main(binary, folder, way="margin"):
    names = sorted(os.path.join(folder, n) for n in os.listdir(folder) if n.endswith(".pdf"))
    wrong, count, seen = [], {"free": 0, "ground": 0, "widened": 0, "headed": 0}, 0
    with tempfile.TemporaryDirectory() as work:
        out, files = build(binary, names, way, work)
        plain, _ = build(binary, files, "none", work)
        ledger = json.load(open(f"{out}/report.json", encoding="utf-8"))
        todo = []
        broken = {d.get("item") for d in ledger["diagnostics"] if d["code"] == "original-content-broken"}  # there some readers stop
        with pikepdf.open(f"{out}/report.pdf") as pdf:
            for annex in ledger["annexes"]:
                for o in annex["originals"]:
                    unfinished = {b["page"] for b in o.get("brackets", []) if "unfinished" in b}
                    for k, line in enumerate(o["stamps"]):
                        _, kind, strip = (line.split() + ["", "0"][len(line.split()) - 1 :])[:3]
                        count[kind or "free"] += 1
                        number = o["first_page"] + k
                        page = pikepdf.Page(pdf.pages[number - 1])
                        w, h = stamp_box(page)[1]
                        if annex["id"] not in broken and w * h * (DPI / 72) ** 2 < LARGEST and max(w, h) >= SMALL:
                            todo.append((number, kind, float(strip), page, number in unfinished, f"{os.path.basename(files[int(annex['id'][1:])])}, page {k + 1}"))
            for tool in ("mutool", "poppler"):
                mine = [t for t in todo if tool == "mutool" or float(t[3].get("/UserUnit", 1)) == 1]  # poppler knows no UserUnit
                for at in range(0, len(mine), 20):
                    part = mine[at : at + 20]
                    with tempfile.TemporaryDirectory(dir=work) as one, tempfile.TemporaryDirectory(dir=work) as two:
                        a = draw(tool, f"{out}/report.pdf", [t[0] for t in part], one)
                        b = draw(tool, f"{plain}/report.pdf", [t[0] for t in part], two)
                        for number, kind, strip, page, unfinished, name in part:
                            with_it, without = a(number), b(number)
                            if with_it is None or without is None:
                                continue
                            seen += 1
                            found = judge(kind, strip, with_it, without, page, unfinished)
                            wrong += [f"{name} (report {number}), {kind or 'free'}, {tool}: {w}" for w in found]
    print(f"{way}: {sum(count.values())} pages of {len(files)} files, " + ", ".join(f"{n} {k}" for k, n in count.items()) + f"; {seen} renderings judged, {len(wrong)} wrong")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main(*sys.argv[1:])
