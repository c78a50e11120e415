"""Numbers that no list of a resolution has, such as "1.1", "2)" or "A", as lists of their own that Word counts on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from models.draft.late_pattern import late_pattern
from models.draft.numbering import from_roman, to_roman

_PARTS = late_pattern(r"(?P<before>[^%]*?)(?P<count>[0-9]+|[a-z]+|[A-Z]+)(?P<after>[^\w%]*)")
_MOST = 9999
_BARE = ("decimal", "upperLetter", "upperRoman")  # after which a reader takes a full stop for none of the number


class Form(NamedTuple):
    """How a list counts, in Word's words, and what it prints, the count as "%1"."""

    form: str
    text: str

    def at(self, level: int) -> Form:
        """The same at a level of a list, where the count of that level is meant."""
        return Form(self.form, self.text.replace("%1", f"%{level + 1}"))


@dataclass(slots=True)
class OtherList:
    """A list that counts in one form, the number it begins with, and the one that comes next."""

    id: int
    form: Form
    start: int
    next: int


class OtherLists:
    """Finds the list of each number; numbers come in order."""

    def __init__(self) -> None:
        self._open: dict[Form, OtherList] = {}

    def take(self, shown: str, free_id: int) -> tuple[OtherList, bool] | None:
        """The list that prints a number, and whether it is new, of the id that is free; None for what none counts."""
        found = list(_readings(shown))
        for form, value in found:
            known = self._open.get(form)
            if known is not None and known.next == value:
                known.next += 1
                return known, False
        if not found:
            return None
        form, value = found[0]
        self._open[form] = made = OtherList(free_id, form, value, value + 1)
        return made, True


def _readings(shown: str) -> Iterator[tuple[Form, int]]:
    """What a number can be counted as, the likeliest first: "i" is 1 rather than the ninth letter."""
    parts = _PARTS.fullmatch(shown)
    if parts is None:
        return
    before, count, after = parts["before"], parts["count"], parts["after"]
    case = "upper" if count.isupper() else "lower"
    if count.isdigit():
        values = [("decimal", int(count))] if str(int(count)) == count else []
    else:
        letter, roman = ord(count[0].lower()) - 96, from_roman(count)
        values = [(f"{case}Letter", letter)] if len(count) == 1 else []
        if roman is not None and to_roman(roman) == count.lower():
            values.insert(0 if count[0] in "iIvVxX" else len(values), (f"{case}Roman", roman))
    for form, value in values:
        if 0 <= value <= _MOST:
            yield Form(form, f"{before}%1{after or ('.' if form in _BARE and not before else '')}"), value
