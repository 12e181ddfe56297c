"""pages.py AXE DIR... [--pictures FOLDER]: what a real browser makes of the HTML pages below each DIR: axe-core's rules, reflow at
320 pixels, the keyboard, forced colours, no script and no request beside files. Exit code 1 where a page fails."""
import base64
import json
import os
import sys
import time

from chromium import Browser

RUN = """axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
.then(r => JSON.stringify(r.violations.map(v => [v.id, v.impact, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary])))"""
WIDE = "JSON.stringify([document.scrollingElement.scrollWidth, innerWidth])"
FOCUS = """(() => { const a = document.activeElement, r = a.getBoundingClientRect(), s = getComputedStyle(a);
return JSON.stringify([a.className || a.id || a.tagName, r.top >= 0 && r.left >= 0 && r.width > 0, s.outlineStyle, parseFloat(s.outlineWidth)]) })()"""
SEEN = "JSON.stringify([...document.querySelectorAll('a')].filter(a => !a.matches('.skip') && (a.getClientRects().length == 0 || getComputedStyle(a).color == getComputedStyle(document.body).backgroundColor)).map(a => a.outerHTML))"
WAIT_S = 60


class Page:
    def __init__(self, browser, path):
        self.browser = browser
        self.tab = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=self.tab, flatten=True)["sessionId"]
        self.do("Page.enable")
        self.do("Page.navigate", url="file://" + os.path.abspath(path))
        until = time.time() + WAIT_S
        while self.ask("document.readyState + location.protocol") != "completefile:":
            if time.time() > until:
                raise TimeoutError(path)
            time.sleep(0.05)

    def do(self, method, **params):
        return self.browser.call(method, self.session, **params)

    def ask(self, expression):
        answer = self.do("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def width(self, pixels):
        self.do("Emulation.setDeviceMetricsOverride", width=pixels, height=900, deviceScaleFactor=1, mobile=False)

    def key(self, key, code):
        for kind in "keyDown", "keyUp":
            self.do("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text="\r" if key == "Enter" and kind == "keyDown" else "")

    def picture(self, name):
        size = self.do("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 6000), "scale": 1}
        data = self.do("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)["data"]
        with open(name, "wb") as out:
            out.write(base64.b64decode(data))

    def printed(self, name):
        with open(name, "wb") as out:
            out.write(base64.b64decode(self.do("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"]))

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.tab)


def judged(browser, axe, path, pictures):
    """The faults of one page."""
    faults, page = [], Page(browser, path)
    page.width(1280)
    if page.ask("[...document.scripts].some(s => s.type != 'application/ld+json')"):
        faults.append("it has a script")
    if page.ask("performance.getEntriesByType('resource').some(r => !/^(file|data):/.test(r.name))"):
        faults.append("it fetches something from elsewhere")
    if page.ask("[...document.images].some(i => !i.complete || !i.naturalWidth)"):
        faults.append("a picture does not load")
    page.key("Tab", 9)
    name, seen, style, thick = json.loads(page.ask(FOCUS))
    if name != "skip" or not seen or style == "none" or thick < 2:
        faults.append(f"the first stop of the keyboard is {name}, seen {seen}, outline {style} {thick}")
    page.key("Enter", 13)
    if page.ask("document.activeElement.id") != "content":
        faults.append("the skip link does not lead to the content")
    page.ask(axe + ";0")
    for rule in json.loads(page.ask(RUN)):
        faults.append("axe-core: " + " | ".join(map(str, rule)))
    page.do("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    for link in json.loads(page.ask(SEEN)):
        faults.append("not seen in forced colours: " + link)
    page.do("Emulation.setEmulatedMedia", features=[])
    page.width(320)
    wide, room = json.loads(page.ask(WIDE))
    if wide > room:
        faults.append(f"it is {wide} pixels wide where there are {room}")
    if pictures and os.path.basename(path) in pictures[1]:
        stem = os.path.join(pictures[0], "-".join(path.split(os.sep)[-3:]).removesuffix(".html"))
        for width in 320, 768, 1280:
            page.width(width)
            page.picture(f"{stem}-{width}.png")
        page.printed(stem + ".pdf")
    page.close()
    return faults


def main(args):
    pictures = None
    if "--pictures" in args:
        at = args.index("--pictures")
        pictures = args[at + 1], args[at + 2].split(",")
        del args[at:at + 3]
    with open(args[0]) as file:
        axe = file.read()
    count = bad = 0
    with Browser() as browser:
        for folder in args[1:]:
            for where, _, names in sorted(os.walk(folder)):
                for name in sorted(n for n in names if n.endswith(".html")):
                    faults = judged(browser, axe, os.path.join(where, name), pictures)
                    count, bad = count + 1, bad + bool(faults)
                    for fault in faults:
                        print(f"{os.path.join(where, name)}: {fault}")
    print(f"{count} pages, {bad} with faults")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
