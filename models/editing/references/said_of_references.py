"""What a step tells of references: which follow, and which no longer lead where they did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from models.telling.sentences import first_of

if TYPE_CHECKING:
    from models.editing.references.referring import Referring

_MOST_NAMED = 4
_MOST_SENTENCES = 2
_MORE = {
    "turned": ("says “above” or “below” otherwise now", "say “above” or “below” otherwise now"),
    "left": ("refers to what did not come with it", "refer to what did not come with them"),
    "gone": ("reference leads nowhere", "references lead nowhere"),
    "dropped": ("no longer names what is gone", "no longer name what is gone"),
    "named": ("still says what has another name now", "still say what has another name now"),
    "unsure": ("may no longer say what it meant", "may no longer say what they meant"),
}
"""What is said of those that are not named, by the sort of sentence: of one, of several."""


class Said:
    """What there is to say of the references of a text after one step."""

    def __init__(self) -> None:
        self._followed: list[Referring] = []
        self._count = 0
        self._sentences: dict[str, str] = {}
        """Each with the sort it is of."""

    def follows(self, one: Referring, count: int) -> None:
        """So many references of a paragraph or footnote have other figures."""
        self._followed.append(one)
        self._count += count

    def turned(self, name: str, words: Sequence[str]) -> None:
        """A paragraph says "above" where it said "below", or the other way round."""
        named = " and ".join(dict.fromkeys(f"“{word}”" for word in words))
        self._sentences[f"{name} says {named} now"] = "turned"

    def beside(self, name: str, word: str, others: Sequence[str]) -> None:
        """A paragraph says "above" of some that stand below, and of others that stand above."""
        stand = "do" if len(others) > 1 else "does"
        self._sentences[f"{name} says “{word}” of {first_of(others, 1)}, which {stand} not stand there now"] = "turned"

    def lost(self, name: str, written: str, now: str | None, *, elsewhere: bool = False) -> None:
        """What a paragraph refers to is called otherwise now, and it cannot say so; None: it is gone, or `elsewhere`
        in the text that the paragraph was copied from."""
        if elsewhere:
            self._sentences[f"{name} refers to {written} of the text it came from, which did not come with it"] = "left"
        elif now is None:
            self._sentences[f"{name} refers to {written}, which is gone"] = "gone"
        else:
            self._sentences[f"{name} still says {written}, which is {'itself' if now == name else now} now"] = "named"

    def dropped(self, name: str, written: Sequence[str]) -> None:
        """A paragraph named others one by one of which it says nothing any more, for they are gone."""
        for one in written:
            self._sentences[f"{name} no longer names {one}, which is gone"] = "dropped"

    def stays(self, name: str, words: str, now: str | None, *, sure: bool, elsewhere: bool = False) -> None:
        """What words mean that stay as they are is called otherwise now, or is gone, or did not come along from
        `elsewhere`; `sure`: that they mean it."""
        meant = "what that meant" if sure else "if that is of this text, what it meant"
        there = "did not come with it" if elsewhere else f"is {now} now" if now is not None else "is gone"
        sort = "left" if elsewhere else "named" if now is not None else "gone"
        self._sentences[f"{name} still says {words}; {meant} {there}"] = sort if sure else "unsure"

    def told(self, name: Callable[[Referring], str]) -> str:
        """All of it, "" where nothing followed and nothing is lost; what one is called is asked of few."""
        parts: list[str] = []
        if self._count:
            names = dict.fromkeys(map(name, self._followed[:_MOST_NAMED]))
            more = len(self._followed) - _MOST_NAMED
            named = ", ".join(names) + (f" and {more} more" if more > 0 else "")
            follow = f"{self._count} references follow" if self._count > 1 else "1 reference follows"
            parts.append(f"{follow}: {named}")
        parts += [*self._sentences][:_MOST_SENTENCES]
        for sort, more in Counter([*self._sentences.values()][_MOST_SENTENCES:]).items():
            parts.append(f"{more} more {_MORE[sort][more > 1]}")
        return "; ".join(parts)
