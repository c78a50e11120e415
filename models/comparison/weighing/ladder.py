"""The ladder of operative verbs: which of one family is usually read as stronger.

It is data, resources/phrases/verb_ladder.tsv; a direction holds only inside one of its families.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from models.draft.known_table import table

_JOINT = re.compile(",? and |, ")
"""Between two verbs that are said as one."""
_BRITISH = re.compile(r"is(?=(?:es?|ing)\b)")
_ON = re.compile(r"\bon\b")


def one_spelling(verb: str) -> str:
    """A verb in small letters with "emphasises" as "emphasizes" and "calls on" as "calls upon": each is one verb."""
    return _ON.sub("upon", _BRITISH.sub("iz", verb))


@cache
def ladder() -> dict[str, dict[str, int]]:
    """The families of each verb, in small letters, and its rank in each."""
    found: dict[str, dict[str, int]] = {}
    for language, family, rank, verb in table("phrases/verb_ladder"):
        spelt = {verb, verb.replace("izes", "ises")} if language == "en" else {verb}
        for form in spelt:
            found.setdefault(form, {})[f"{language} {family}"] = int(rank)
    return found


@cache
def sizes() -> dict[str, list[int]]:
    """How many words the verbs have that begin with a word, the most first."""
    found: dict[str, set[int]] = {}
    for verb in ladder():
        first, *rest = verb.split(" ")
        found.setdefault(first, set()).add(1 + len(rest))
    return {first: sorted(counts, reverse=True) for first, counts in found.items()}


def rung(words: Sequence[str]) -> int:
    """How many words the longest verb of the ladder has that begins some words in small letters, 0 for none."""
    counts = sizes().get(words[0], ()) if words else ()
    return next((count for count in counts if count <= len(words) and " ".join(words[:count]) in ladder()), 0)


def direction(old: str, new: str) -> str:
    """stronger, weaker or other; of two verbs each, "condemns and demands", of both together."""
    one, two = _JOINT.split(old), _JOINT.split(new)
    if len(one) == len(two):
        pairs = zip(one, two, strict=True)
        found = {_step(*pair) for pair in pairs if one_spelling(pair[0]) != one_spelling(pair[1])}
        return found.pop() if len(found) == 1 else "other"
    return "other"


def _step(old: str, new: str) -> str:
    before, after = ladder().get(old, {}), ladder().get(new, {})
    steps = [after[family] - before[family] for family in before if family in after]
    if not steps or not steps[0]:
        return "other"
    return "stronger" if steps[0] > 0 else "weaker"
