"""Whether a change turns the sense of a clause round: a "not" comes or goes, "increase" becomes "reduce".

So do all words of opposite sense, resources/phrases/opposites.tsv, and "lawful" and "unlawful". "Prohibit" of "not
allow" turns nothing. Less than that does a change of how far it binds, "may" of "shall".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from models.comparison.words.blocks import SMALL
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.draft.known_table import table
from models.merging.sides import BASE
from models.merging.words.telling import is_chinese, is_telling
from models.merging.words.touching import ThreeTexts, one_form

_NEGATIONS = (
    "not no nor never neither none cannot without ne n'a n’a pas ni sans aucun aucune jamais sin nunca ningún"
    " ninguna не ни нет без لا ألا عدم لم لن ليس ليست دون بدون 不 勿"
)
_NOT = frozenset(_NEGATIONS.split())
_NO_NOTS = (
    "later less more fewer earlier least only limited . más menos sólo solo позднее менее более только سيما تزال يزال"
    " 仅 只"
)
_NO_NOT = frozenset(_NO_NOTS.split())
"""Before these a "not" turns nothing round: "no later than", "not only", "No. 4"."""
_PART_OF_WORDS = "不"
_VERBS = frozenset("得应應能会會再要")
"""Before these that sign is a "not", and where it comes or goes alone; else it is mostly a part of a word,
"different"."""
_FEW = 3
"""With more words than this a "not" came or went with the clause that it belongs to."""
_MODALS = (
    "shall should may must will would can could might ought doit doivent devrait devraient peut peuvent pourrait"
    " pourraient debe deben debería deberían deberá deberán puede pueden podrá podrán podría podrían должен должна"
    " должно должны следует может могут вправе обязан обязана обязаны يجب ينبغي يجوز يمكن يتعين"
    " 应 须 可 必 应当 必须 可以"
)
_MODAL = frozenset(_MODALS.split())
"""What says whether a clause binds: "shall", "should", "may"."""
_OPPOSITES = "un", "non-", "in", "im", "il", "ir", "dis", "dés", "des", "mis", "не", "бес", "без", "غير"
_LONG = 5
"""Before words of so many letters or more these make the opposite: "lawful" and "unlawful", not "form" and "inform"."""
_SIDES_OF_TEXT = frozenset({"above", "below", "выше", "ниже"})

_Stretch = tuple[Sequence[str], int, int]


def turns(words: ThreeTexts, side: int, block: Block) -> bool:
    """Whether a change of a side (0 ours, 1 theirs) turns round what stands beside it and stays."""
    old, new = (words[BASE], *block[:2]), (words[side + 1], *block[2:])
    taken, given = (
        [one[at].casefold() for at in range(start, end) if is_word(one[at]) and not _refers(one, at)]
        for one, start, end in (old, new)
    )
    if max(len(taken), len(given)) <= _FEW and _denies(old, new) != _denies(new, old):
        return True
    if max(sum(map(is_telling, taken)), sum(map(is_telling, given))) > _FEW:
        return False
    was, now = _leanings(taken), _leanings(given)
    if any(was[sense] * now[sense] < 0 for sense in was.keys() & now.keys()):
        return True
    return _is_opposite(taken, given) or _is_opposite(given, taken)


def binds(words: Sequence[str]) -> frozenset[str]:
    """The words among some that say how far a clause binds: "shall", "may"."""
    return _MODAL.intersection(word.casefold() for word in words)


def _refers(words: Sequence[str], at: int) -> bool:
    """Whether a word says on which side of a text a paragraph stands, "paragraph 3 above", and no more or less."""
    return (
        words[at].casefold() in _SIDES_OF_TEXT and at > 0 and (words[at - 1].isdecimal() or words[at - 1].endswith(")"))
    )


def _leanings(words: Sequence[str]) -> dict[str, int]:
    """On which side of the senses of their language words are: -1 the other, be it beside the one, or 1; turned by a
    "not" that is itself of no side."""
    found: dict[str, int] = {}
    nots = [word for word in words if word in _NOT]
    for sense, side in _sides_of(words):
        found[sense] = min(side, found.get(sense, side))
    for word in nots[:1]:
        own = {sense for sense, _ in _sides_of([word])}
        found = {sense: side if sense in own else -side for sense, side in found.items()}
    return found


def _sides_of(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    whole, begins, chinese = _opposites()
    signs = "".join(filter(is_chinese, words))
    for known, sides in chinese.items() if signs else ():
        if known in signs:
            yield from sides
    for at, word in enumerate(words):
        for size in range(1, _PHRASE + 1):
            yield from whole.get(" ".join(words[at : at + size]), ()) if at + size <= len(words) else ()
        for size in range(_STEM, len(word) + 1):
            yield from begins.get(word[:size], ())


_Sides = Mapping[str, Sequence[tuple[str, int]]]
_PHRASE, _STEM = 3, 3
"""Words of a phrase, at most, and letters that a word begins with, at least."""


@cache
def _opposites() -> tuple[_Sides, _Sides, _Sides]:
    """The senses of words, of what words begin with, "reduc-", and of Chinese ones, and on which side each is."""
    found: tuple[dict[str, list[tuple[str, int]]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
    for language, sense, one, other in table("phrases/opposites"):
        for side, words in ((1, one), (-1, other)):
            for word in words.split(", "):
                sort = 2 if language == "zh" else int(word.endswith("-"))
                found[sort][word.removesuffix("-")].append((sense, side))
    return dict(found[0]), dict(found[1]), dict(found[2])


def _is_opposite(taken: Sequence[str], given: Sequence[str]) -> bool:
    """Whether a word that came in is one that went, with what makes the opposite before it."""
    return any(f"{sign}{word}" in given for word in taken if len(word) >= _LONG for sign in _OPPOSITES)


def _denies(own: _Stretch, other: _Stretch) -> bool:
    """Whether words have a "not" with nothing of their own behind it, "does not pay" of "pays"; not "without delay"."""
    words, start, end = own
    kept = {one_form(word) for word in other[0][other[1] : other[2]]}
    for at in range(end - 1, start - 1, -1):
        word = words[at].casefold()
        then = words[at + 1].casefold() if at + 1 < len(words) else ""
        if word in _NOT and then not in _NO_NOT and not any(map(str.isdecimal, then)):
            return word != _PART_OF_WORDS or then in _VERBS or end - start == 1
        form = one_form(words[at])
        stays = form in kept or any(_is_form_of(form, one) for one in kept)
        if not is_word(word) or not (word in SMALL or word == "longer" or stays):
            return False
    return False


def _is_form_of(word: str, other: str) -> bool:
    """Whether a denied verb may be another one in the form that it has behind a "not", «проводить» of «провести»."""
    return min(len(word), len(other)) >= _LONG and word[:_STEM] == other[:_STEM]
