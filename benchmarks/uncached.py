"""What a guide costs that has to be rendered, against a bare Wagtail page with the same text, and at any size of the site."""

from contextlib import ExitStack
from statistics import median

from benchmarks.asking import Subject, interleaved, ratio
from benchmarks.ground import Ground
from benchmarks.report import Part, Promise
from benchmarks.servers import Server

MOST_QUERIES = 8
FLOOR_TIMES = 1.5
SAME = 1.1
"""Two cost the same within ten per cent."""
HEALTH = "SELECT 1"
"""What Django asks at the first query of a request, whether the kept connection still lives."""
UNKNOWN = "?bench=1"
"""A query that the page cache does not know: it lets such requests pass and keeps nothing of them."""
COUNTED = 3


def measure(ground: Ground, floor: Server) -> Part:
    """Requests one at a time, in turn; processor time of gunicorn and PostgreSQL."""
    sizes = ground.sizes
    few, many = map(str, sizes.siblings)
    large, small = ground.guides[sizes.large]["clusters"], ground.guides[sizes.small]["clusters"]
    with ExitStack() as running:
        on = running.enter_context(ground.site(sizes.large))
        off = running.enter_context(ground.site(sizes.large, PAGE_CACHE_URL="none://"))
        on_small = running.enter_context(ground.site(sizes.small))
        of_pages = f"{sizes.large.support_pages:,} support pages"
        kept = {"Host": "n{n}.bench.example"}
        subjects = {
            "floor": Subject("bare Wagtail page, the same text", floor, "/"),
            "small": Subject(
                f"{sizes.small.support_pages:,} support pages, {few} siblings, 30 links",
                on_small, small[few]["linked"] + UNKNOWN,
            ),
            "few": Subject(f"{of_pages}, {few} siblings, 30 links", on, large[few]["linked"] + UNKNOWN),
            "many": Subject(f"{of_pages}, {many} siblings, 30 links", on, large[many]["linked"] + UNKNOWN),
            "plain": Subject(f"{of_pages}, {many} siblings, no links", on, large[many]["plain"] + UNKNOWN),
            "whole": Subject(
                f"{of_pages}, {many} siblings, 30 links, facts, pay bands, pictures", on, large[many]["whole"] + UNKNOWN
            ),
            "off": Subject("the same, no page cache at all", off, large[many]["whole"]),
            "kept": Subject("the same, compressed and kept, too", on, large[many]["whole"], kept),
        }  # fmt: skip
        for subject in subjects.values():
            subject.warm()
            count(subject, ground)
        interleaved(
            list(subjects.values()), sizes.turns, lambda one: one.cost(sizes.requests, ground.database_process)
        )
    return part(subjects)


def count(subject: Subject, ground: Ground) -> None:
    """How many statements PostgreSQL gets for a request, the question for its health left out."""
    with ground.statements() as found:
        subject.several(COUNTED)
    asked = [statement for statement in found if statement != HEALTH]
    subject.queries = round(len(asked) / COUNTED)


def part(subjects: dict[str, Subject]) -> Part:
    """The figures, and what of them was promised."""
    both = {key: subject.both for key, subject in subjects.items()}
    rows = [
        [
            subject.name,
            f"{subject.queries}",
            f"{median(subject.web):.1f}",
            f"{median(subject.database):.1f}",
            f"{median(both[key]):.1f}",
            f"{ratio(both[key], both['floor']):.2f}",
        ]
        for key, subject in subjects.items()
    ]
    pairs = {
        "large against small site": ("few", "small"),
        "many against few siblings": ("many", "few"),
        "30 links against none": ("many", "plain"),
    }
    promises = [
        Promise("queries of the guide with everything", subjects["whole"].queries, MOST_QUERIES),
        Promise("guide with the same text and 30 links against the bare Wagtail page", ratio(both["many"], both["floor"]), FLOOR_TIMES),
        *(Promise(what, ratio(both[one], both[other]), SAME) for what, (one, other) in pairs.items()),
    ]  # fmt: skip
    notes = (
        "All guides and the bare page have the same 1,960 words; facts, bands and pictures come on top and have no counterpart there. Processor time by /proc, of "
        "gunicorn and of PostgreSQL, a request; medians of the rounds, as are the ratios. The page cache is on and lets these "
        f"requests pass because of a query it does not know (`{UNKNOWN}`); what processes remember of the site is used. Queries are "
        "those in PostgreSQL's log, without the one that asks whether a kept connection still lives. The bare page is what "
        "`wagtail start` makes, with its production settings, kept connections and the text in one rich text without links."
    )
    head = ["guide", "queries", "ms web", "ms PostgreSQL", "ms together", "times the bare page"]
    return Part("Uncached", head, rows, notes, promises)
