#!/bin/sh
# Makes the originals of the example as delegations would hand them in: each by a real producer, from the words in ../texts.
# What was made is committed; this is run again only when a text changes. From the same versions of the producers come the same
# bytes, but for russia.pdf: the key of its encryption is drawn by chance.
#
# Needs: LibreOffice (Writer, Impress), pdfTeX with Latin Modern, Chromium, qpdf, pdftoppm, faketime, Python 3 with pikepdf, fontTools and Pillow,
# and the fonts Liberation, Carlito, Amiri, WenQuanYi Zen Hei and Noto Sans CJK (for what Zen Hei lacks).
# Usage: ./make.sh [ID...]   (all of them without an argument)
set -eu

here=$(cd "$(dirname "$0")" && pwd)
sources=$here/sources
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-python3}
export PYTHONDONTWRITEBYTECODE=1

# All were handed in on the eve of the symposium.
when='2011-09-18 12:00:00'
export TZ=UTC SOURCE_DATE_EPOCH=1316347200 FORCE_SOURCE_DATE=1

render() { "$python" "$sources/render.py" "$1" "$2" "$3"; }

# office KIND ID FILTER-OPTIONS (JSON)
office() {
	ext=fodt filter=writer_pdf_Export
	if [ "$1" = slides ]; then ext=fodp filter=impress_pdf_Export; fi
	render "$1" "$2" "$work/$2.$ext"
	faketime -f "$when" soffice "-env:UserInstallation=file://$work/profile" --headless \
		--convert-to "pdf:$filter:$3" --outdir "$work" "$work/$2.$ext" >"$work/log" 2>&1
	test -s "$work/$2.pdf" || { cat "$work/log" >&2; exit 1; }
}
tagged='"UseTaggedPDF":{"type":"boolean","value":"true"}'
plain='"UseTaggedPDF":{"type":"boolean","value":"false"},"ExportBookmarks":{"type":"boolean","value":"false"}'

# latex NAME: the template beside body.tex, as often as references and contents need
latex() {
	cp "$sources/$1.tex" "$work/"
	for _ in 1 2 3; do
		(cd "$work" && pdflatex -interaction=nonstopmode -halt-on-error "$1.tex" >log 2>&1) || { tail -30 "$work/log" >&2; exit 1; }
	done
}

# web ID: Chromium does without its sandbox, which a container without privileges cannot give
web() {
	render web "$1" "$work/$1.html"
	faketime -f "$when" chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/chromium" \
		--print-to-pdf="$work/$1.pdf" "file://$work/$1.html" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

make() {
	id=$1
	out=$here/$id.pdf
	made=$work/$id.pdf
	case $id in
	secretary-general | unodc) office letter "$id" "{$tagged}" ;;
	chair-summary) office letter "$id" "{$tagged,\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"}}" ;;
	host-country | china) office letter "$id" "{$plain}" ;;
	interpol) office usletter "$id" "{$plain}" ;;
	ctitf) office slides "$id" "{$plain}" ;;
	spain) # LibreOffice leaves the fields' appearances to the reader: qpdf draws them, in a font that is not in the file
		office form "$id" "{$tagged,\"ExportFormFields\":{\"type\":\"boolean\",\"value\":\"true\"},\"EmbedStandardFonts\":{\"type\":\"boolean\",\"value\":\"true\"}}"
		qpdf --deterministic-id --generate-appearances "$work/spain.pdf" "$work/drawn.pdf"
		"$python" "$sources/finish.py" form "$work/drawn.pdf" "$(fc-match -f '%{file}' LiberationSans)" "$work/filled.pdf"
		made=$work/whole.pdf
		qpdf --deterministic-id "$work/filled.pdf" "$made"
		;;
	norway | senegal | france)
		render tex "$id" "$work/body.tex"
		latex "$id"
		;;
	map) latex map ;;
	egypt) web egypt ;;
	unesco) # a scan of what was printed
		office small unesco "{$plain}"
		pdftoppm -r 110 -gray -png "$made" "$work/sheet"
		"$python" "$sources/finish.py" scan "$work"/sheet-*.png "$work/askew.pdf"
		made=$work/scan.pdf
		qpdf --deterministic-id "$work/askew.pdf" "$made"
		;;
	russia) # opens without a password; the owner's is only asked of who would change it
		office letter russia "{$plain}"
		qpdf --encrypt "" mission-owner 256 --modify=none -- "$made" "$work/locked.pdf"
		made=$work/locked.pdf
		;;
	canada)
		office letter canada "{$tagged}"
		qpdf --deterministic-id "$made" --add-attachment "$sources/canada.csv" --mimetype=text/csv \
			--description="Programmes of assistance, 2007 to 2011" --creationdate="D:20110918120000Z" --moddate="D:20110918120000Z" \
			-- "$work/with.pdf"
		made=$work/with.pdf
		;;
	kenya)
		web kenya
		latex marks
		"$python" "$sources/finish.py" layers "$made" "$work/marks.pdf" "$work/layered.pdf"
		made=$work/kept.pdf
		qpdf --deterministic-id --object-streams=generate "$work/layered.pdf" "$made"
		;;
	*)
		echo "unknown original: $id" >&2
		exit 2
		;;
	esac
	cp "$made" "$out"
}

if [ $# -eq 0 ]; then
	set -- secretary-general host-country ctitf norway egypt unesco senegal interpol russia spain canada kenya china unodc france \
		chair-summary map
fi
for id in "$@"; do
	make "$id"
done
