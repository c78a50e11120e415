"""Sponsor lines that take several lines of a file: where they begin below a title, and whether one goes on."""

from __future__ import annotations

import re

from models.draft.masthead_lines import SYMBOL, line_role
from models.reading.inline import without_marks
from models.reading.wrapped import FULL, reach

_STATES = re.compile(r"[A-Z][^,:]*, [A-Z][^:]*$")
_SPONSORED = re.compile(
    rf"(?:{SYMBOL.pattern}|draft (?:resolution|decision)|projet de (?:résolution|décision)"
    r"|proyecto de (?:resolución|decisión)|проект (?:резолюции|решения)|(?:决议|决定)草案|مشروع (?:قرار|مقرر))$",
    re.IGNORECASE,
)
"""How a sponsor line ends that is whole."""
_BETWEEN_NAMES = re.compile(r"[,،、]\s*|\s+(?:and|et|y|e|и|و)\s+")
_LEADS_ON = re.compile(
    r"(?:^|[\s’'])(?:of|to|in|on|for|by|at|the|and|or|from|with|between|against|its|their"
    r"|des?|du|d[’']|l[’']|las?|les?|los|el|del|et|à|aux?|en|dans|pour|sur|par|y|para|por|con|sobre"
    r"|и|в|во|на|с|со|о|об|по|от|для|к|из|между|против)$|[,،、(/–—-]$",
    re.IGNORECASE,
)
"""How a line of a title ends that goes on in the next: its words may be names, too."""
_FEWEST_NAMES, _LONGEST_NAME, _MOST_LINES = 3, 7, 30


def sponsors_in(block: list[str], width: int) -> range:
    """The lines of a block in which its sponsors stand, where they take several: names alone, as in no title above.

    Each but the last is full: "Women, Peace and Security" is a title.
    """
    lines = [without_marks(line).strip() for line in block]
    end = next((at for at, line in enumerate(lines) if line_role(line) == "sponsor_line"), 0)
    first = end + 1
    for at in range(end - 1, max(end - _MOST_LINES, 0) - 1, -1):
        if line_role(lines[at]) is not None or reach(block[at], lines[at + 1]) < width * FULL:
            break
        if (at == 0 or not _LEADS_ON.search(lines[at - 1])) and _are_names(" ".join(lines[at : end + 1])):
            first = at
    return range(first, end + 1)


def _are_names(line: str) -> bool:
    """Whether what stands before the colon of a sponsor line is a list of names: capitals, and few words in each."""
    before, colon, _ = line.replace("：", ":").rpartition(":")
    names = _BETWEEN_NAMES.split(re.sub(r"\([^()]*\)|[\d*]", "", before.strip()))
    short = all(
        0 < len(name.split()) <= _LONGEST_NAME and not name.removeprefix("the ")[:1].islower() for name in names
    )
    return bool(colon) and len(names) >= _FEWEST_NAMES and short and ":" not in before


def sponsors_go_on(first: str, last: str, this: str) -> bool:
    """Whether a full line of the masthead is part of a sponsor line that goes on in the next."""
    begun, role = line_role(first) == "sponsor_line", line_role(this)
    named = role in ("symbol", "sponsor_line") and last.endswith(("draft resolution", "draft decision"))
    ends = role == "sponsor_line" and (this[:1].islower() or _STATES.match(first) is not None)
    whole = _SPONSORED.search(last) is not None and not this[:1].islower() and SYMBOL.match(this) is None
    return (begun and ((role is None and not whole) or named)) or ends
