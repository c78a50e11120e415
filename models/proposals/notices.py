"""What a user should know of how a returned file was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from models.draft import labels
from models.telling.sentences import first_of

if TYPE_CHECKING:
    from models.proposals.returned import Returned

_TOLD = 4


def notices(file: Returned) -> Iterator[str]:
    """A sentence each."""

    def at(places: Sequence[int]) -> str:
        """Where in the text as sent something is."""
        labels_of = labels(file.sent.draft)
        return first_of([labels_of[at] or f"paragraph {at + 1}" for at in places], _TOLD)

    if not file.exact:
        together = ", and where several authors changed one paragraph they are named together"
        yield (
            "The changes of this file could not all be told apart as they are tracked: its two texts were "
            f"compared{together if len(file.authors) > 1 else ''}."
        )
    if file.elsewhere:
        changes = "One change stands" if len(file.elsewhere) == 1 else f"{len(file.elsewhere)} changes stand"
        yield f"{changes} outside the text{_where(file.elsewhere.values())} and made no proposal."
    yield from file.in_moves
    if file.numbers_lost:
        yield f"Numbers typed otherwise than they are counted made no proposal: see {at(file.numbers_lost)}."
    if file.ends_left:
        yield f"Ends struck where no paragraph follows made no proposal: see {at(file.ends_left)}."
    if file.brackets_turned:
        yield f"Brackets typed before a number stand behind it in what is proposed: see {at(file.brackets_turned)}."
    if file.marks_left:
        where = "one paragraph" if file.marks_left == 1 else f"{file.marks_left} paragraphs"
        yield f"Marks made by hand in {where} that also hold tracked changes were not read: look at them in Word."


def _where(holders: Iterable[str]) -> str:
    """What holds changes outside the text, with how many where there are several; "" where nobody knows."""
    counts = Counter(filter(None, holders))
    told = [name if count == 1 or len(counts) == 1 else f"{name} ({count})" for name, count in counts.items()]
    return f", in {first_of(told, _TOLD)}," if told else ""
