"""A text and its Word file without what the file hides, for those who may get no more than what a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from models.draft import Draft
from models.draft.word_counts import count_words
from models.reading.reading import Origin, ReadingWarning
from models.word.archive import says
from models.word.leaving.unseen.hidden import closed_headings, count_hidden, hidden_in_heads, may_hide
from models.word.leaving.unseen.without_hidden import drop_hidden
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve

NOT_SHOWN = "What the Word file hides, which no page shows"


@dataclass(frozen=True)
class Shown:
    """A text as the pages of its Word file show it; `data` is that file, its tracked changes settled.

    `words` counts the hidden ones that went, `places` gives where paragraphs of the whole text stand in this one.
    """

    data: bytes
    draft: Draft
    origins: tuple[Origin, ...]
    words: int
    places: dict[int, int]

    def still_said(self, warnings: Iterable[ReadingWarning]) -> tuple[ReadingWarning, ...]:
        """What is still to be said of the text, of what was said of the whole one."""
        places = self.places
        said = (one for one in warnings if one.code != "hidden-text")
        return tuple(
            one if one.paragraph is None else replace(one, paragraph=places[one.paragraph])
            for one in said
            if one.paragraph is None or one.paragraph in places
        )


def shown_alone(data: bytes, draft: Draft, taken: str) -> Shown | None:
    """What is shown of a text read from a Word file; None where nothing is hidden, or the file reads otherwise.

    `taken` says how the text has the tracked changes of the file, "accept" or "reject".
    """
    package = Package(data)
    resolve(package, taken)
    before = list(package.root(package.main).iter(w("p")))
    whole = package.to_bytes()
    if not drop_hidden(package) or (reading := read_word(data, taken)).draft != draft:
        return None
    made = package.to_bytes()
    shown = read_word(made)
    after = {node: place for place, node in enumerate(package.root(package.main).iter(w("p")))}
    at = {origin.element: place for place, origin in enumerate(shown.origins)}
    left = [(place, after.get(before[origin.element])) for place, origin in enumerate(reading.origins)]
    places = {place: at[node] for place, node in left if node is not None and node in at}
    return Shown(made, shown.draft, shown.origins, count_hidden(whole), places)


def told_not_shown(texts: Mapping[str, Shown | None], *, read_back: bool = True) -> str | None:
    """A line on what texts leave without, by what they are called, None where nothing is; no hidden word is told.

    `read_back`: they stand in what leaves themselves, and not what was made of them.
    """
    sides = {what: side for what, side in texts.items() if side is not None}
    if not sides:
        return None
    counts = ", ".join(f"{_counted(side.words)} in {what}" for what, side in sides.items())
    whole = "each" if len(sides) > 1 else next(iter(sides))
    return f"{NOT_SHOWN}: {counts}; what was {'read back is' if read_back else 'put together is'} {whole} without that"


def told_hidden_in_heads(data: bytes) -> str | None:
    """A line on the words that heads and feet of a Word file hide, which go before it leaves; None where none do."""
    said = hidden_in_heads(Package(data, of_text=False)) if may_hide(data) else ()
    words = sum(map(count_words, said))
    return f"What heads and feet of the pages hide: {_counted(words)}" if words else None


def told_opened(data: bytes) -> str | None:
    """A line on headings of a Word file that are closed over their text and leave open; None where none are."""
    count = closed_headings(Package(data)) if says(data, b"collapsed") else 0
    if count > 1:
        return f"That {count} headings are closed over their text: they stand open"
    return "That a heading is closed over its text: it stands open" if count else None


def _counted(words: int) -> str:
    return f"{words} word{'s' if words > 1 else ''}" if words else "fields, pictures or lines without words"
