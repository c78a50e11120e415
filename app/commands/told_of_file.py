"""What was not sure in a file that is compared, as text: the same of many paragraphs told once, with their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.commands.plain_text import hung, place_of, text_width
from models.draft import labels
from models.reading.reading import Reading, ReadingWarning

_MOST_ALIKE = 3  # sentences on one matter; of more than that the places are told
_MOST_PLACES = 8
_LOOKS = ("raised-or-lowered", "struck-by-hand", "hidden-text")


def told_of_file(name: str, reading: Reading) -> str:
    """The lines under the name of a file; "" where all was sure."""
    if not reading.warnings:
        return ""
    names, width = labels(reading.draft), text_width()
    return "\n".join(["", f"To look at in {name}", *_lines(reading.warnings, names, width)])


def told_of_looks(name: str, reading: Reading) -> Iterator[str]:
    """Sentences on letters of a file that look as no draft can say: "nothing differs" is not about them."""
    for code in _LOOKS:
        own = [one for one in reading.warnings if one.code == code]
        if own:
            places = _places(own, labels(reading.draft))
            yield f"Nothing differs in what is compared; to look at in {name}, {places}: {own[0].message}"


def _lines(warnings: Sequence[ReadingWarning], names: Sequence[str | None], width: int) -> Iterator[str]:
    by_code: dict[str, dict[str, list[ReadingWarning]]] = {}
    for one in warnings:
        by_code.setdefault(one.code, {}).setdefault(one.message, []).append(one)
    for by_message in by_code.values():
        alike = list(by_message.items())
        for message, own in alike[:_MOST_ALIKE]:
            yield hung(_places(own, names), message, width)
        if rest := [one for _, own in alike[_MOST_ALIKE:] for one in own]:
            those = "The like in one more paragraph." if len(rest) == 1 else f"The like in {len(rest)} more places."
            yield hung(_places(rest, names), those, width)


def _places(warnings: Sequence[ReadingWarning], names: Sequence[str | None]) -> str:
    told = [place for place in dict.fromkeys(place_of(one, names) for one in warnings) if place]
    more = f" and {len(told) - _MOST_PLACES} more" if len(told) > _MOST_PLACES else ""
    return ", ".join(told[:_MOST_PLACES]) + more
