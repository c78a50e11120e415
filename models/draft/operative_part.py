"""References that say only that they are to the operative part of a resolution: "paragraphe 4 du dispositif"."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern

_OF_PART = late_pattern(
    r"[ \u00a0\u202f](?:du dispositif|de la parte dispositiva|постановляющей части|من المنطوق)(?!\w)", re.IGNORECASE
)
"""Behind a reference what "operative" says before it."""
_THIS = late_pattern(
    r"(?<!\w)(?:(?:la |cette )?présente résolution|présent projet de résolution|(?:la )?presente resolución"
    r"|presente proyecto de resolución|настоящ\w+ (?:проект\w{0,2} )?резолюци\w+"
    r"|(?:مشروع )?هذا القرار)(?!\w)|本决[议定]",
    re.IGNORECASE,
)
_RESOLUTION = late_pattern(
    r"(?i:(?<!\w)(?:résolutions?|resoluci(?:ón|ones))(?!\w)|(?<!\w)резолюци)|决议|[该其]决定"
    r"|(?<!\w)[وفبكل]{0,2}قرار(?:ها|ه|اتها|اته|ي)(?!\w)|(?<!\w)[وفبكل]{0,2}(?:ال|ل)قرار(?:ات|ين)?\s(?:\d|الم|نفس)"
    r"|(?:ذلك|نفس)\sالقرار|(?<![\w/])[A-Z]?\d*/\w*\d|(?<!\d)\d{3,4}\s?[(（](?:19|20)\d\d[)）]"
)
"""What has an operative part: a resolution, or the symbol of one or of a decision. A decision is also what people take,
and a report has none."""


def part_end(text: str, end: int) -> int | None:
    """Where that ends behind a reference that ends at a place; None where it does not stand there."""
    said = _OF_PART.match(text, end)
    return None if said is None else said.end()


def names_resolution(text: str) -> bool:
    """Whether a text names a resolution other than itself, or the symbol of any document."""
    return _RESOLUTION.search(_THIS.sub("", text)) is not None
