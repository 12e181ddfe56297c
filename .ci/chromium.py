"""chromium.py PDF...: what Chromium's own viewer makes of files: how many pages it shows, 0 where it says that it cannot load one.

It is driven through its debugging pipe: a picture of the window would not tell a page from a message."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

ASK = """(() => { const v = document.querySelector('pdf-viewer'), bar = v && v.shadowRoot.querySelector('viewer-toolbar');
return v ? [v.loadState_, bar ? bar.docLength : 0] : ['none', 0] })()"""
PATIENCE_S = 30


class Browser:
    def __enter__(self):
        self.profile = tempfile.mkdtemp()
        told, self.out = os.pipe()
        self.back, tells = os.pipe()

        def ends():  # the browser reads from 3 and writes to 4
            os.dup2(told, 30), os.dup2(tells, 31)
            os.dup2(30, 3), os.dup2(31, 4)

        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--user-data-dir=" + self.profile]
        self.process = subprocess.Popen(command, preexec_fn=ends, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(told), os.close(tells)
        self.held, self.calls = b"", 0
        self.call("Target.setDiscoverTargets", discover=True, filter=[{}])
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, session=None, **params):
        self.calls += 1
        message = {"id": self.calls, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.held:
                piece = os.read(self.back, 1 << 16)
                if not piece:
                    raise EOFError("the browser ended")
                self.held += piece
            answer, self.held = self.held.split(b"\0", 1)
            answer = json.loads(answer)
            if answer.get("id") == self.calls:
                return answer.get("result", answer)

    def pages(self, path):
        tab = self.call("Target.createTarget", url="file://" + os.path.abspath(path))["targetId"]
        try:
            until = time.time() + PATIENCE_S
            while time.time() < until:
                time.sleep(0.2)
                for target in self.call("Target.getTargets", filter=[{}])["targetInfos"]:
                    if target["type"] == "iframe" and target["url"].startswith("chrome-extension://"):
                        session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
                        asked = self.call("Runtime.evaluate", session, expression=ASK, returnByValue=True)
                        state, count = asked.get("result", {}).get("value") or ["none", 0]
                        if state in ("success", "failed"):
                            return count if state == "success" else 0
            return 0
        finally:
            self.call("Target.closeTarget", targetId=tab)
            time.sleep(0.2)


if __name__ == "__main__":
    with Browser() as browser:
        for name in sys.argv[1:]:
            print(f"{name}: {browser.pages(name)}")
