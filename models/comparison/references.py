"""Cross-references inside a draft: digits that changed because the paragraph they point to has another number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from models.draft import Draft, Kind

_HEAD = frozenset(
    {
        "paragraph", "paragraphs", "para", "paras", "paragraphe", "paragraphes", "párrafo", "párrafos",
        "пункт", "пункта", "пункте", "пункты", "пунктов",
    }
)  # fmt: skip
_SHORT = re.compile(r"(OP|PP)(\d+)", re.IGNORECASE)
_LIST = frozenset({",", "and", "or", "to", "-", "(", ")", "et", "ou", "à", "y", "o", "a", "и", "или"})
_HERE = tuple(
    tuple(phrase.split())
    for phrase in (
        "above", "below", "of the present resolution", "of this resolution", "of the present draft resolution",
        "of the present draft", "of this draft resolution", "ci - dessus", "ci - dessous",
        "de la présente résolution", "supra", "infra", "de la presente resolución", "выше", "ниже",
        "настоящей резолюции",
    )
)  # fmt: skip
_RANGE = frozenset({"to", "-", "à", "a"})

Follows = Callable[[str, str], bool]
"""Whether a label of the old draft (OP4) and one of the new stand at paragraphs that belong together."""


def same_reference(old: Sequence[str], new: Sequence[str], follows: Follows) -> bool:
    """Whether two folded texts differ only in numbers of paragraphs that still point to the same ones."""
    if len(old) != len(new):
        return False
    different = [at for at, (one, two) in enumerate(zip(old, new, strict=True)) if one != two]
    return all(_follows(old, new, at, follows) for at in different)


def _follows(old: Sequence[str], new: Sequence[str], at: int, follows: Follows) -> bool:
    short, other = _SHORT.fullmatch(old[at]), _SHORT.fullmatch(new[at])
    if short and other:
        if short[1] != other[1] or _elsewhere(new, at + 1):
            return False
        return follows(short[0].upper(), other[0].upper())
    if not (old[at].isdecimal() and new[at].isdecimal()):
        return False
    head = at - 1
    while head >= 0 and (old[head] in _LIST or old[head].isdecimal() or _is_letter(old, head)):
        head -= 1
    if head < 0 or at - head > 30:
        return False
    if old[head].upper() in ("OP", "PP", "OPS", "PPS"):
        part = old[head].upper()[:2]
        inside = not _elsewhere(new, _after_list(new, at))
    else:
        part = "OP"
        inside = old[head].casefold() in _HEAD and _points_here(new, _after_list(new, at))
    if not inside or not follows(part + old[at], part + new[at]):
        return False
    return _same_range(old, new, at)


def _is_letter(words: Sequence[str], at: int) -> bool:
    """Whether this is the letter of "4 (a)"."""
    return 0 < at < len(words) - 1 and words[at - 1] == "(" and words[at + 1] == ")" and len(words[at]) <= 4


def _after_list(words: Sequence[str], at: int) -> int:
    at += 1
    while at < len(words) and (words[at] in _LIST or words[at].isdecimal() or _is_letter(words, at)):
        at += 1
    return at


def _points_here(words: Sequence[str], at: int) -> bool:
    rest = tuple(word.casefold() for word in words[at : at + 6])
    return any(rest[: len(phrase)] == phrase for phrase in _HERE)


def _elsewhere(words: Sequence[str], at: int) -> bool:
    """Whether "of", or its like, sends the reader to another document."""
    return at < len(words) and words[at].casefold() in ("of", "de", "du") and not _points_here(words, at)


def _same_range(old: Sequence[str], new: Sequence[str], at: int) -> bool:
    """Whether a range ("paragraphs 4 to 6") still spans as many paragraphs, so that nothing came in between."""
    for step in (-1, 1):
        link, other = at + step, at + 2 * step
        if not (0 <= other < len(old)) or old[link] not in _RANGE:
            continue
        if not (old[other].isdecimal() and new[other].isdecimal()):
            return False
        if abs(int(old[other]) - int(old[at])) != abs(int(new[other]) - int(new[at])):
            return False
    return True


def followers(
    old: tuple[Draft, Sequence[str | None]],
    new: tuple[Draft, Sequence[str | None]],
    to_new: Callable[[int], Sequence[int]],
) -> Follows:
    """From both drafts with their labels: whether two labels point to paragraphs that belong together.

    A label that stands twice never does.
    """
    places = _places(*old), _places(*new)

    def follows(one: str, two: str) -> bool:
        before, after = places[0].get(one, -1), places[1].get(two, -1)
        return before >= 0 and after >= 0 and after in to_new(before)

    return follows


def _places(draft: Draft, names: Sequence[str | None]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, (label, paragraph) in enumerate(zip(names, draft.paragraphs, strict=True)):
        if label is not None and paragraph.kind in (Kind.OPERATIVE, Kind.PREAMBULAR):
            short = label.rsplit(".", 1)[-1].upper()
            found[short] = -1 if short in found else at
    return found
