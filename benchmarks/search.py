"""How the search grows: the processor time of a question on a small and on a large site, on PostgreSQL."""

import json
from statistics import mean
from typing import Any

from benchmarks.ground import Ground, Size
from benchmarks.report import Part, Promise
from benchmarks.servers import Server, python

GROWTH = 3.0
"""The processor time of a question on the large site, at most, in those of one on the small site."""


def measure(ground: Ground, _floor: Server) -> Part:
    """Both sites are asked everything several times, in turn; of each question the least counts."""
    sizes = ground.sizes
    sites = (sizes.searched, sizes.large)
    rounds: dict[Size, list[Any]] = {size: [] for size in sites}
    for _round in range(sizes.questions):
        for size in sites:
            around = ground.around(size) | {"DJANGO_SETTINGS_MODULE": "agency.settings.test"}
            rounds[size].append(json.loads(python("-m", "benchmarks.asked", **around)))
    small, large = (least(rounds[size]) for size in sites)
    ratios = {question: total(large[question]) / total(small[question]) for question in small}
    rows = [
        [
            f"`{question}`",
            f"{small[question]['found']:,}",
            f"{large[question]['found']:,}",
            f"{total(small[question]):.1f}",
            f"{total(large[question]):.1f}",
            f"{large[question]['server']:.1f}",
            f"{large[question]['queries']:.0f}",
            f"{times:.2f}",
        ]
        for question, times in ratios.items()
    ]
    head = [
        "question",
        f"found in {sites[0].support_pages:,} guides",
        f"in {sites[1].support_pages:,}",
        "ms, small",
        "ms, large",
        "of it PostgreSQL",
        "queries, large",
        "ratio",
    ]
    promises = [
        Promise("question that grows most", max(ratios.values()), GROWTH),
        Promise(
            "all questions, on average", mean(map(total, large.values())) / mean(map(total, small.values())), GROWTH
        ),
    ]
    notes = (
        "Milliseconds of processor time, of the web process and of its PostgreSQL process together, for the whole page of results. "
        f"Asked in a process of its own, once warm; {sizes.questions} such rounds a site, in turn; of each question the least counts. "
        "Questions that begin with *suggest* are what the box asks while somebody types."
    )
    return Part("Search", head, rows, notes, promises)


def least(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Of each question the round that took the least: the others were disturbed."""
    return {
        question: min((one[question] for one in rounds), key=lambda took: took["python"] + took["server"])
        for question in rounds[0]
    }


def total(took: dict[str, float]) -> float:
    """Milliseconds of processor time of both processes."""
    return took["python"] + took["server"]
