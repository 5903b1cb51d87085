"""Lighthouse's scores of the main pages, as a phone and as a desktop: ``make lighthouse``.

It serves the demo agency under production's settings, prints the four scores of each page with what took points, and fails
if one is below 100. Lighthouse comes by ``npx`` at the version below; it needs the network once, and Node.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.wire import PAGES
from tests.support.production import Production
from tests.support.provide import chromium, postgres
from tests.support.stack import Stack

LIGHTHOUSE = "lighthouse@12"
JUDGED = ["home", "specialism", "guide", "guide with a picture", "consultant", "search", "mandate form"]
DEVICES = {"mobile": [], "desktop": ["--preset=desktop"]}
FULL = 1


def main() -> int:
    """Judge every page on every device; the number of those below 100 in any category, at most 99."""
    if not shutil.which("npx"):
        sys.exit("This needs npx, which comes with Node.js.")
    with postgres() as server, tempfile.TemporaryDirectory() as folder:
        stack = Stack(Path(folder), server)
        try:
            stack.manage("prepare")
            stack.leave_pdfs()
            stack.manage("db_worker", "--batch", "--no-startup-delay")
            with Production(stack) as site:
                judged = [judge(site.url, name, device) for name in JUDGED for device in DEVICES]
        finally:
            stack.stop()
    return min(judged.count(False), 99)


def judge(site: str, name: str, device: str) -> bool:
    """Print the scores of a page; whether all are 100."""
    found = run(f"{site}{PAGES[name]}", DEVICES[device])
    scores = {category["title"]: category["score"] for category in found["categories"].values()}
    print(f"{name}, {device}: " + ", ".join(f"{title} {100 * (score or 0):.0f}" for title, score in scores.items()))
    if all(score == FULL for score in scores.values()):
        return True
    for category in found["categories"].values():
        for audit in (found["audits"][part["id"]] for part in category["auditRefs"] if part["weight"]):
            if audit["score"] not in (None, FULL):
                print(f"  {audit['id']}: {audit['score']} {audit.get('displayValue', '')}")
    return False


def run(url: str, options: list[str]) -> dict[str, Any]:
    """What Lighthouse says of an address."""
    flags = "--headless=new --disable-gpu" + (" --no-sandbox" if os.geteuid() == 0 else "")
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--chrome-flags={flags}", *options]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main())
