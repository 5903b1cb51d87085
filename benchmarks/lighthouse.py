"""Lighthouse's scores of the main pages, as a phone and as a desktop: ``make lighthouse``.

It serves the demo agency under production's settings, prints the four scores of each page with what took points, and fails
if one is below 100. What counts is the median of three runs, as Lighthouse advises for a machine whose speed varies; two
that are alike are enough. Lighthouse comes by ``npx`` at the version below; it needs the network once, and Node.
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
MOST = 2
"""Runs of three."""
ATTEMPTS = 3


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
    """Print the scores of each run on a page; whether most of them were 100 in everything."""
    full: list[bool] = []
    while max(full.count(True), full.count(False)) < MOST:
        found = run(f"{site}{PAGES[name]}", DEVICES[device])
        scores = {category["title"]: category["score"] for category in found["categories"].values()}
        print(
            f"{name}, {device}: " + ", ".join(f"{title} {100 * (score or 0):.0f}" for title, score in scores.items())
        )
        full.append(all(score == FULL for score in scores.values()))
        if not full[-1]:
            explain(found)
    return full.count(True) == MOST


def explain(found: dict[str, Any]) -> None:
    """Print what took points."""
    for category in found["categories"].values():
        for audit in (found["audits"][part["id"]] for part in category["auditRefs"] if part["weight"]):
            if audit["score"] not in (None, FULL):
                print(f"  {audit['id']}: {audit['score']} {audit.get('displayValue', '')}")


def run(url: str, options: list[str]) -> dict[str, Any]:
    """What Lighthouse says of an address. Now and then it loses the beginning of its own recording and asks to be run again."""
    flags = "--headless=new --disable-gpu" + (" --no-sandbox" if os.geteuid() == 0 else "")
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={report.name}"]
        command += [f"--chrome-flags={flags}", *options]
        environment = {**os.environ, "CHROME_PATH": chromium()}
        for _attempt in range(ATTEMPTS):
            done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
            found: dict[str, Any] = json.loads(Path(report.name).read_text() or "{}")
            if done.returncode == 0 and "runtimeError" not in found:
                return found
    sys.exit(f"Lighthouse cannot judge {url}: {found.get('runtimeError', {}).get('message', done.stderr)}")


if __name__ == "__main__":
    sys.exit(main())
