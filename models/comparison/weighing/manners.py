"""How something is said where that does not stand beside the verb: "condemns all acts in the strongest terms"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from models.comparison.weighing.ladder import direction, ladder, rung, sizes
from models.draft.late_pattern import late_pattern
from models.reading.openings import rows

Verb = tuple[str, ...]

_FARTHEST = 400
"""So many letters behind a verb may stand before how it is said."""
READ = 3 * _FARTHEST
"""Letters of a text that are looked at, at most."""
_TERMS = (
    r"in (?:the|its) (?:(?:most \w+|\w+est)(?: possible)? (?:terms|language)"
    r"|(?:strong|firm|clear|harsh|stern)est(?: possible)? (?:manner|way))|in no uncertain terms"
    r"|without (?:any )?(?:reservations?|qualification|hesitation)"
    r"|with (?:the |its )?(?:\w+ ){0,2}(?:concern|alarm|regret|appreciation|satisfaction|interest)"
    r"|dans les termes les plus \w+|avec la plus (?:grande|vive) \w+|de la (?:manière|façon) la plus"
    r" (?:ferme|forte|énergique|vive|catégorique|claire)|sans réserves?"
    r"|en los términos más \w+|con la mayor \w+|de la manera más (?:enérgica|firme|categórica|clara)|sin reservas?"
    r"|сам\w+ (?:решительн|категоричн)\w+ образом|в сам\w+ \w+ выражениях|ب(?:أشد|أقوى) العبارات"
)
"""What says how, and is on no rung with most verbs."""
_WORRY = frozenset({"concern", "alarm", "regret"})
_GLAD = frozenset(
    {"welcomes", "commends", "supports", "appreciates", "congratulates", "endorses", "encourages", "thanks"}
)
"""Of one of these nothing is said with concern: that is of what stands between them."""
_OF_TERMS = frozenset({
    "terms", "language", "manner", "way", "reservation", "reservations", "qualification", "hesitation", "concern",
    "alarm", "regret", "appreciation", "satisfaction", "interest", "plus", "réserve", "réserves", "más", "mayor",
    "reserva", "reservas", "образом", "выражениях", "العبارات",
})  # fmt: skip
"""Words of which each of them has one."""
_WORD = re.compile(r"\w+")
_PERHAPS = (
    r"(?!également|nuevamente|igualmente)"
    r"(?:\w{4,}ly|\w{4,}mente?|(?:most|very|plus|más|très|muy) \w+|in the \w+ (?:\w+ )?terms)"
)
"""What may, right behind a verb: of "timely" and "gouvernement" nobody knows."""
_ADVERB = re.compile(r"(?:ly|mente?)$")
_NOT_HOW = frozenset(
    {"particularly", "especially", "additionally", "equally", "specifically", "également", "nuevamente", "igualmente"}
)
_ENDS = r"(?=\s*(?:[,;:.)\]،؛]|$)|\s+(?:and|et|y|e|и)\s)"
"""Where a clause ends: what stands there belongs to its verb, and not to words behind it."""
_ANOTHER = late_pattern(
    r"\b(?:that|which|who|whom|whose|where|when|whether|to|que|qu'\w*|qui|dont|où|à|quien\w*|cuy\w+|котор\w+|что|чтобы"
    r"|أن|إلى|التي|الذي)\b"
    r"|(?:[,;]|\b(?:and|et|y|и))\s+\w+(?:ing|ant|ando|iendo)\b|\b(?:and|et|y|и),?\s*$"
)
"""What may have a verb of its own, to which all that follows may belong."""


_JOINED = late_pattern(r"(?:,|\b(?:and|et|y|и))\s+(?:(?:also|further)\s+)?(?P<verb>\w+(?: (?:upon|on|for))?)\s+$")
"""Another verb, behind a comma or "and"."""


class Said(NamedTuple):
    """A verb with how it is said; `ranked` where the ladder has it so. In the words `behind` more may say it."""

    verb: Verb
    ranked: bool = True
    behind: str = ""

    @property
    def doubts(self) -> frozenset[str]:
        """Words behind the verb that may say how, where nobody knows."""
        if not self.behind:
            return frozenset()
        right_behind, further = _doubts()
        found = right_behind.match(self.behind)
        first = {found[0]} if found is not None else set[str]()
        if _OF_TERMS.isdisjoint(_WORD.findall(self.behind)):
            return frozenset(first)
        terms = (one for one in further.finditer(self.behind) if not _of_another(self.behind[: one.start()]))
        return frozenset(first.union(one[0] for one in terms))


@cache
def _plain_verbs() -> dict[str, set[str]]:
    """The verbs that are rungs without a manner, and the manners that the ladder has before or behind each."""
    found: dict[str, set[str]] = {verb: set() for verb in ladder()}
    languages = {verb: {family.split()[0] for family in families} for verb, families in ladder().items()}
    for verb in ladder():
        words = verb.split(" ")
        for at in range(1, len(words)):
            first, last = " ".join(words[:at]), " ".join(words[at:])
            for plain, manner in ((first, last), (last, first)):
                if languages[verb] & languages.get(plain, set()):
                    found.setdefault(plain, set()).add(manner)
                    found.pop(verb, None)
    return found


@cache
def adverbs() -> frozenset[str]:
    """The adverbs of the phrase lists that tell how something is said, in small letters."""
    return frozenset(word for _, word in rows("adverbs") if _ADVERB.search(word) and word not in _NOT_HOW)


@cache
def _doubts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may say how right behind a verb, and further on."""
    return re.compile(rf"\W*{_PERHAPS}(?!\w)"), re.compile(rf"(?<!\w)(?:{_TERMS})(?!\w)")


@cache
def _manner() -> re.Pattern[str]:
    """What says how in the clause of a verb."""
    rungs = sorted(set().union(*_plain_verbs().values()), key=len, reverse=True)
    how = rf"{_TERMS}|(?:(?:most|very) )?(?:{'|'.join(sorted(adverbs()))})"
    here = rf"^\W*(?:{how})(?!\w)"
    later = rf"(?<!\w)(?:{'|'.join(map(re.escape, rungs))}|{how}){_ENDS}"
    return re.compile(f"{here}|{later}")


@cache
def _signs() -> frozenset[str]:
    """Words of which each manner has one."""
    rungs = {manner.split(" ")[-1] for manners in _plain_verbs().values() for manner in manners}
    return adverbs() | rungs | _OF_TERMS


def may_say_how(text: str) -> bool:
    """Whether a text has a word of a manner; most have none, and the patterns take ten times as long."""
    return not _signs().isdisjoint(_WORD.findall(text.lower()))


def said_how(verb: Verb, text: str) -> Said:
    """A verb that opens a text, given in small letters, with how it is said where that stands behind other words."""
    if " ".join(verb) not in _plain_verbs():
        return Said(verb)
    opened = re.search(r"(?<!\w)" + r"\W+".join(map(re.escape, verb)) + r"(?!\w)", text)
    if opened is None:
        return Said(verb)
    behind = text[opened.end() : opened.end() + 2 * _FARTHEST]
    clause = re.split("[;:؛]", behind[:_FARTHEST], maxsplit=1)[0]
    found = _manner().search(clause) if may_say_how(clause) else None
    if found is None or _has_another_verb(clause[: found.start()]):
        return Said(verb, behind=behind)
    words = tuple(re.findall(r"[\w']+", found[0]))
    if found.start() and words[-1] in _WORRY and not _GLAD.isdisjoint(verb):
        return Said(verb, behind=behind)
    front, back = (*words, *verb), (*verb, *words)
    if ranked := next((said for said in (back, front) if " ".join(said) in ladder()), None):
        return Said(ranked)
    return Said(front if words[-1].endswith("ly") else back, ranked=False)


def _of_another(before: str) -> bool:
    """Whether another verb stands right before what says how: "condemns X, and demands in the strongest terms"."""
    found = _JOINED.search(before)
    words = found["verb"].split() if found is not None else []
    return bool(words) and rung(words) == len(words)


def _has_another_verb(between: str) -> bool:
    return _ANOTHER.search(between) is not None or not sizes().keys().isdisjoint(_WORD.findall(between))


def direction_said(old: tuple[Verb, Said], new: tuple[Verb, Said]) -> str:
    """stronger, weaker or other of two verbs, each without and with how it is said.

    What is on no rung only makes a verb stronger, unless it is concern, so that it leaves the stronger of two where it
    is. What may say how
    behind both, "urges" and "encourages timely payment", does so of both.
    """
    (one, said_one), (two, said_two) = old, new
    found = direction(" ".join(said_one.verb), " ".join(said_two.verb))
    worried = not _WORRY.isdisjoint((said_two if said_one.ranked else said_one).verb)
    if found == "other" and said_one.ranked is not said_two.ranked and not worried:
        found = direction(" ".join(one), " ".join(two))
        return found if found == ("stronger" if said_one.ranked else "weaker") else "other"
    lower, upper = (said_two, said_one) if found == "weaker" else (said_one, said_two)
    return found if lower.doubts <= upper.doubts else "other"
