"""A text and its Word file without what the file hides, for those who may get no more than what a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from models.draft import Draft
from models.draft.labels import labels
from models.draft.word_counts import count_words
from models.reading.reading import Origin, ReadingWarning
from models.word.archive import says, shown_name
from models.word.leaving.unseen.filled_in import FilledIn, drop_filled_in, filled_in, may_fill_in
from models.word.leaving.unseen.hidden import closed_headings, count_hidden, hidden_in_heads, may_hide
from models.word.leaving.unseen.without_hidden import drop_hidden
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.relationships import HEADS_AND_FEET
from models.word.resolve import resolve

NOT_SHOWN = "What the Word file hides, which no page shows"
NOT_OF_TEXT = "What Word filled in of those who made the file"
_TOLD = 4  # places of a text that are told


@dataclass(frozen=True)
class Shown:
    """A text as the pages of its Word file show it; `data` is that file, its tracked changes settled.

    `words` counts the hidden ones that went, None where nothing was hidden; `filled_in` are the fields and controls of
    the makers that went, by their places ("AUTHOR, FILENAME (OP1)"); `places` gives where paragraphs of the whole text
    stand in this one.
    """

    data: bytes
    draft: Draft
    origins: tuple[Origin, ...]
    words: int | None
    places: dict[int, int]
    filled_in: tuple[str, ...] = ()

    def still_said(self, warnings: Iterable[ReadingWarning]) -> tuple[ReadingWarning, ...]:
        """What is still to be said of the text, of what was said of the whole one."""
        places = self.places
        said = (one for one in warnings if one.code not in ("hidden-text", "words-of-makers"))
        return tuple(
            one if one.paragraph is None else replace(one, paragraph=places[one.paragraph])
            for one in said
            if one.paragraph is None or one.paragraph in places
        )


def shown_alone(data: bytes, draft: Draft, taken: str) -> Shown | None:
    """What is shown of a text read from a Word file, but for what Word filled in of the makers.

    None where that is all of it, or the file reads otherwise.

    `taken` says how the text has the tracked changes of the file, "accept" or "reject".
    """
    package = Package(data)
    resolve(package, taken)
    before = list(package.root(package.main).iter(w("p")))
    whole = package.to_bytes()
    hidden, filled = drop_hidden(package), drop_filled_in(package)
    if not (hidden or filled) or (reading := read_word(data, taken)).draft != draft:
        return None
    made = package.to_bytes()
    shown = read_word(made)
    after = {node: place for place, node in enumerate(package.root(package.main).iter(w("p")))}
    at = {origin.element: place for place, origin in enumerate(shown.origins)}
    left = [(place, after.get(before[origin.element])) for place, origin in enumerate(reading.origins)]
    places = {place: at[node] for place, node in left if node is not None and node in at}
    words = count_hidden(whole) if hidden else None
    told = tuple(_with_places(filled, draft, {before[one.element]: at for at, one in enumerate(reading.origins)}))
    return Shown(made, shown.draft, shown.origins, words, places, told)


def may_go(data: bytes) -> bool:
    """Whether a Word file may have anything that a text leaves without: most need not be parsed to be asked."""
    return may_hide(data) or may_fill_in(data)


def _with_places(filled: Sequence[FilledIn], draft: Draft, at: Mapping[etree._Element, int]) -> Iterator[str]:
    known = labels(draft) if filled else ()
    names = dict[str, dict[str, None]]()
    for one in filled:
        place = at.get(one.within) if one.within is not None else None
        where = "a note" if place is None else known[place] or f"paragraph {place + 1}"
        names.setdefault(where, {})[shown_name(one.name)] = None
    yield from (f"{', '.join(every)} ({where})" for where, every in islice(names.items(), _TOLD))
    if len(names) > _TOLD:
        yield f"and in {len(names) - _TOLD} more"


def told_not_shown(texts: Mapping[str, Shown | None], *, read_back: bool = True) -> tuple[str, ...]:
    """The lines on what texts leave without, by what they are called; no word that is hidden or filled in is told.

    `read_back`: they stand in what leaves themselves, and not what was made of them.
    """
    hidden = {what: _counted(side.words) for what, side in texts.items() if side is not None and side.words is not None}
    filled = {what: ", ".join(side.filled_in) for what, side in texts.items() if side is not None and side.filled_in}
    counts = ", ".join(f"{count} in {what}" for what, count in hidden.items())
    places = "; ".join(f"in {what}: {every}" for what, every in filled.items())
    made = "read back is" if read_back else "put together is"
    return tuple(
        f"{told}; what was {made} {'each' if len(sides) > 1 else next(iter(sides))} without that"
        for sides, told in ((hidden, f"{NOT_SHOWN}: {counts}"), (filled, f"{NOT_OF_TEXT}, {places}"))
        if sides
    )


def told_hidden_in_heads(data: bytes) -> str | None:
    """A line on the words that heads and feet of a Word file hide, which go before it leaves; None where none do."""
    said = hidden_in_heads(Package(data, of_text=False)) if may_hide(data) else ()
    words = sum(map(count_words, said))
    return f"What heads and feet of the pages hide: {_counted(words)}" if words else None


def told_filled_in_heads(data: bytes) -> str | None:
    """A line on the fields that show the makers in heads and feet of a Word file, which go before it leaves."""
    if not may_fill_in(data):
        return None
    package = Package(data, of_text=False)
    heads = [name for name in package.parts_of(HEADS_AND_FEET) if name != package.main]
    names = dict.fromkeys(shown_name(one.name) for name in heads for one in filled_in(package.root(name)))
    return f"{NOT_OF_TEXT}, in heads and feet: {', '.join(names)}" if names else None


def told_opened(data: bytes) -> str | None:
    """A line on headings of a Word file that are closed over their text and leave open; None where none are."""
    count = closed_headings(Package(data)) if says(data, b"collapsed") else 0
    if count > 1:
        return f"That {count} headings are closed over their text: they stand open"
    return "That a heading is closed over its text: it stands open" if count else None


def _counted(words: int) -> str:
    return f"{words} word{'s' if words > 1 else ''}" if words else "fields, pictures or lines without words"
