"""What was not sure in a file that was read: the same of many paragraphs told once, with their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.reading.reading import ReadingWarning
from models.telling.sentences import first_of

_MOST_ALIKE = 3  # sentences on one matter; of more than that the places are told
_MOST_PLACES = 8


def to_look_at(warnings: Sequence[ReadingWarning], names: Sequence[str | None]) -> Iterator[tuple[str, str]]:
    """Where ("OP3, OP5", or "" where no paragraph is meant) and a sentence; `names` are the labels of the draft."""
    by_code: dict[str, dict[str, list[ReadingWarning]]] = {}
    for one in warnings:
        by_code.setdefault(one.code, {}).setdefault(one.message, []).append(one)
    for by_message in by_code.values():
        alike = list(by_message.items())
        for message, own in alike[:_MOST_ALIKE]:
            yield places(own, names), message
        if rest := [one for _, own in alike[_MOST_ALIKE:] for one in own]:
            those = "The like in one more paragraph." if len(rest) == 1 else f"The like in {len(rest)} more places."
            yield places(rest, names), those


def places(warnings: Sequence[ReadingWarning], names: Sequence[str | None]) -> str:
    """Where they are, the first ones named."""
    told = [place for place in dict.fromkeys(place_of(one, names) for one in warnings) if place]
    return first_of(told, _MOST_PLACES)


def place_of(warning: ReadingWarning, names: Sequence[str | None]) -> str:
    """What a warning is about, by the labels of all paragraphs: OP3, line 7, or nothing."""
    at = warning.paragraph
    if at is None:
        return ""
    return (0 <= at < len(names) and names[at]) or f"line {at + 1}"
