"""Texts as office programs save them, read by this program and by Pandoc.

texts.py RAPPORTEUR FOLDER: writes texts, has the LibreOffice of this machine save each as .docx and .odt in FOLDER, and
looks for every word that `pandoc -t plain` finds in them in what `rapporteur text` prints and tells.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

SPACES = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in {
    "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing", "svg": "svg-compatible",
    "fo": "xsl-fo-compatible"}.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = ('<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
          '<style:style style:name="Small" style:family="text"><style:text-properties fo:font-variant="small-caps"/></style:style>'
          '<style:style style:name="Lead" style:family="paragraph"><style:text-properties fo:font-style="italic"/></style:style>'
          '<style:style style:name="Left" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/>'
          '</style:style>')
ITEM = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
CELL = '<table:table-cell{}><text:p>{}</text:p></table:table-cell>'


def note(kind, words):
    return (f'<text:note text:id="{kind}{len(words)}" text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p>{words}</text:p></text:note-body></text:note>")


TEXTS = {
    "headings": '<text:h text:outline-level="1">Statement of Kenya</text:h><text:p>Mr. Chair, <text:span text:style-name="Strong">we'
                '</text:span> thank <text:span text:style-name="Small">Norway</text:span>.</text:p><text:h text:outline-level="2">'
                'Fisheries</text:h><text:p text:style-name="Lead">Stocks are falling.<text:line-break/>We act.</text:p>'
                '<text:p>See <text:a xlink:href="https://example.org/">the site</text:a>, <text:tab/>and go on.</text:p>',
    "lists": f'<text:list>{ITEM.format("one", "<text:list>" + ITEM.format("nested", "") + "</text:list>")}'
             f'{ITEM.format("two", "")}</text:list><text:p>between</text:p><text:list>{ITEM.format("again", "")}</text:list>',
    "notes": f'<text:p>A claim{note("footnote", "Its source.")} and another{note("endnote", "Said at the end.")}.</text:p>',
    "tables": '<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/><table:table-header-rows>'
              f'<table:table-row>{CELL.format("", "State")}{CELL.format("", "Catch")}</table:table-row></table:table-header-rows>'
              f'<table:table-row>{CELL.format("", "Kenya")}{CELL.format("", "five tonnes" + note("footnote", "Of tuna."))}'
              '</table:table-row></table:table><text:p>After the table.</text:p>',
    "languages": '<text:p text:style-name="Left">السيد الرئيس، نشكركم على الدعوة UNCLOS.</text:p><text:p>我们感谢主席。</text:p>'
                 '<text:p>Русский текст, ελληνικό κείμενο, tiếng Việt.</text:p>',
    "changes": '<text:tracked-changes><text:changed-region text:id="a"><text:insertion><office:change-info><dc:creator>A</dc:creator>'
               '<dc:date>2012-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>'
               '</text:tracked-changes><text:p>We <text:change-start text:change-id="a"/>strongly<text:change-end text:change-id="a"/>'
               ' agree<office:annotation><dc:creator>B</dc:creator><text:p>Really?</text:p></office:annotation>.</text:p>'
               '<text:p>Beside <draw:frame text:anchor-type="paragraph" svg:width="3cm" svg:height="1cm"><draw:text-box><text:p>a box'
               "</text:p></draw:text-box></draw:frame>the words.</text:p>",
}


def words(text):
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\\", "").casefold()
    return collections.Counter(re.findall(r"[^\W_]+", text))


def saved(folder):
    """Has LibreOffice save the texts; gives the files."""
    for name, body in TEXTS.items():
        (folder / f"{name}.fodt").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
            f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{STYLES}</office:styles>'
            f"<office:body><office:text>{body}</office:text></office:body></office:document>")
    for form in ("docx", "odt"):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
                        "--outdir", folder, *sorted(folder.glob("*.fodt"))], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return [folder / f"{name}.{form}" for name in TEXTS for form in ("docx", "odt")]


def missing(program, file, judged):
    """The words of a file that Pandoc finds and the program neither prints nor tells; how many Pandoc finds."""
    theirs = words(subprocess.run(["pandoc", "-t", "plain", "--wrap=none", judged], capture_output=True, text=True,
                                  check=True).stdout)
    ours = subprocess.run([program, "text", file, "--lang", "en"], capture_output=True, text=True)
    if ours.returncode:
        sys.exit(f"{file}: {ours.stderr}")
    return theirs - words(ours.stdout + ours.stderr), theirs.total()


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True)
    files, wrong = saved(folder), 0
    for file in files:
        lost, count = missing(program, file, file)
        wrong += bool(lost) or not count
        print(f"{file.name}: {count} words" + (f", without {dict(lost)}" if lost else ""))
    if not missing(program, files[0], files[2])[0]:  # the judge is judged: another text has other words
        sys.exit("every word of one text stands in another")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    os.umask(0o077)
    main()
