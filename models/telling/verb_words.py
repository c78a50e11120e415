"""English verbs of operative paragraphs as other forms of themselves: "calls upon" is "calling upon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise

from models.comparison.change import Change, VerbChange
from models.draft.first_letter import with_small_letter
from models.reading.openings import in_third_person, rows
from models.telling.inner_verbs import inner_verbs
from models.telling.kept_of_several import kept_of_several
from models.telling.sentences import listed, number

_DEGREES = frozenset({"most", "very"})
"""Before an adverb."""
_DOUBLED = re.compile(r"(?:mit|gret|fer|cur|set)$")


def instead_of(old: str, new: str) -> str:
    """ "urges instead of calling upon"; in another language the verbs in quotation marks."""
    before, after = gerund(old), with_small_letter(new)
    if before is None or gerund(new) is None:
        return f"“{new}” instead of “{old}”"
    return f"{after} instead of {before}"


def told_verb(verb: VerbChange) -> str:
    """ "urges instead of calling upon (usually read as stronger)"; "opens with recalling, no longer with urging"."""
    if verb.instead:
        return f"{instead_of(verb.old, verb.new)}{_usual(verb)}"
    before, after = gerund(verb.old), gerund(verb.new)
    if before is None or after is None:
        before, after = f"“{verb.old}”", f"“{verb.new}”"
    return f"opens with {after}, no longer with {before}"


def told_verbs(changes: Sequence[Change], most: int) -> str:
    """The verbs called out, at most so many, first those with a direction; the rest counted.

    Of those further on in a paragraph only such as have one are told of.
    """
    found: list[tuple[int, str, str]] = []
    """Of each verb how soon it is told, the start of the sentence if it stands further on, and what is said."""
    for change in changes:
        labels = [label for label in change.new_labels if label]
        if labels and (verb := change.verb) is not None:
            found.append((2 if verb.direction == "other" else 0, "", f"{change.new_labels[0]} {told_verb(verb)}"))
        for kept in kept_of_several(change) if labels else ():
            if kept.are_verbs:
                found.append((0, "", f"{labels[0]} keeps “{kept.wording}” of “{kept.offered}”"))
        for verb in inner_verbs(change) if labels else ():
            if verb.direction != "other":
                inside = f"“{verb.new}” instead of “{verb.old}”{_usual(verb)}"
                found.append((1, f"in {listed(labels)} further on ", inside))
    ranked = sorted(range(len(found)), key=lambda at: found[at][0])
    told: list[str] = []
    for inside, group in groupby([found[at] for at in sorted(ranked[:most])], key=lambda one: one[1]):
        said = [words for _, _, words in group]
        told += [inside + listed(said)] if inside else said
    left = [bool(found[at][1]) for at in ranked[most:]]
    if more := left.count(False):
        told.append(f"{number(more)} more {'opens' if more == 1 else 'open'} with another verb")
    if more := left.count(True):
        told.append(f"{number(more)} more {'verb is' if more == 1 else 'verbs are'} stronger or weaker further on")
    return "; ".join(told)


def _usual(verb: VerbChange) -> str:
    return f" (usually read as {verb.direction})" if verb.direction != "other" else ""


def gerund(verb: str) -> str | None:
    """The verb in its -ing form, in small letters; None where it is no English verb of a paragraph."""
    words = verb.lower().split()
    if words[:2] == ["does", "not"] and words[2:]:
        said = next((said for said in in_third_person(words[2]) if said in _english()), None)
        return None if said is None else f"not {gerund(' '.join((said, *words[3:])))}"
    place = next((at for at, word in enumerate(words) if not word.endswith("ly") and word not in _DEGREES), None)
    if place is None or words[place] not in _english():
        return None
    return " ".join(
        _ing(word) if at == place or ("and" in words[:at] and word in _english()) else word
        for at, word in enumerate(words)
    )


def _ing(word: str) -> str:
    if word == "is":
        return "being"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}ying"
    if word.endswith(("sses", "shes", "ches", "xes", "oes")):
        return f"{word[:-2]}ing"
    base = word.removesuffix("s")
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    return f"{base}{base[-1] if _DOUBLED.search(base) else ''}ing"


@cache
def _english() -> frozenset[str]:
    """The verbs of the English phrases that open operative paragraphs: their first words and what "and" joins to them,
    adverbs aside."""
    phrases = [phrase.lower().split() for language, phrase in rows("operative") if language == "en"]
    verbs = [next((word for word in words if not word.endswith("ly")), "") for words in phrases]
    verbs += [two for words in phrases for one, two in pairwise(words) if one == "and"]
    return frozenset(verb for verb in verbs if verb.endswith("s") and not verb.endswith("ss"))
