#!/usr/bin/env bash
# substitutes.sh: makes substitutes.zip and the licences of its fonts from packages of Debian 12. The fonts are as they
# were published, but for the two that signs.py makes; each entry's comment is its SHA-256. The result is the same bytes
# at every run. Needs apt-get, dpkg-deb and python3 with venv and pip.
set -euo pipefail
out=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
apt-get download fonts-texgyre=20180621-6 fonts-liberation2=2.1.5-1 fonts-dejavu-core=2.37-6 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" .; done
python3 -m venv python
python/bin/pip install --quiet fonttools==4.68.0
truetype=usr/share/fonts/truetype
python/bin/python "$out/signs.py" $truetype/liberation2/LiberationSerif-Regular.ttf "$out/STIXTwoMath-Regular.ttf" \
  $truetype/dejavu/DejaVuSans.ttf $truetype
python3 - "$out" <<'PYTHON'
import glob, hashlib, os, sys, zipfile
out = sys.argv[1]
wanted = ["texgyre" + f + "-" + s for f in ("heros", "termes", "cursor") for s in ("regular", "bold", "italic", "bolditalic")]
wanted += ["Liberation" + f + "-" + s for f in ("Sans", "Serif", "Mono") for s in ("Regular", "Bold", "Italic", "BoldItalic")]
wanted += ["DejaVuSans", "DejaVuSans-Bold", "ReportDingbats", "ReportSymbols"]
with zipfile.ZipFile(os.path.join(out, "substitutes.zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    for name in sorted(wanted):
        path, = [p for e in ("otf", "ttf") for p in glob.glob("usr/share/**/%s.%s" % (name, e), recursive=True)]
        data = open(path, "rb").read()
        entry = zipfile.ZipInfo(os.path.basename(path))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.comment = hashlib.sha256(data).hexdigest().encode()
        z.writestr(entry, data, compresslevel=9)
PYTHON
cp usr/share/doc/fonts-texgyre/copyright "$out/LICENCES/TeXGyre-GUST.txt"
cp usr/share/doc/fonts-liberation2/copyright "$out/LICENCES/Liberation-OFL.txt"
cp usr/share/doc/fonts-dejavu-core/copyright "$out/LICENCES/DejaVu.txt"
