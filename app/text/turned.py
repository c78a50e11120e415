"""Which of the paragraphs that are chosen are agreed ad ref by one act, or open again, and how that is said. No Qt."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from models.draft import Paragraph
from models.draft.agreed import agreed_words
from models.telling.figures import counted
from models.telling.sentences import joined

NAMED = 3
"""So many paragraphs are named at most."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A paragraph that people agree on, and its label, "" where it has none or too many are chosen to tell them."""

    paragraph: Paragraph
    label: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """The names of words that are agreed now, or so no longer; what is said of it, and of its being taken back.

    Without words nothing turns, and `said` is why.
    """

    words: tuple[str, ...]
    agreed: bool
    said: str
    back: str


def turned(clear: Sequence[Chosen], barred: Sequence[str], known: Container[str]) -> Turned:
    """What becomes of paragraphs without brackets, and of those labelled `barred` that stand in some, where the words
    `known` are agreed: what is open is agreed, and where nothing is, all are open again."""
    named = [(one, agreed_words(one.paragraph)) for one in clear]
    free = [(one, words) for one, words in named if words not in known]
    if barred and not free:
        return Turned((), agreed=True, said=held_back(barred), back="")
    meant = free or named
    called, are = called_by([one.label for one, _ in meant]), "is" if len(meant) == 1 else "are"
    now, then = f"{called} {are} agreed ad ref", f"{called} {are} open again."
    words = tuple(words for _, words in meant)
    if not free:
        return Turned(words, agreed=False, said=then, back=f"{now}.")
    held = f"{called_by(barred)} {'is' if len(barred) == 1 else 'are'} not, for the brackets there"
    return Turned(words, agreed=True, said=f"{now}; {held}." if barred else f"{now}.", back=then)


def held_back(barred: Sequence[str]) -> str:
    """That brackets keep paragraphs from being agreed."""
    return f"{called_by(barred)} cannot be agreed while there are brackets: unbracket first."


def called_by(labels: Sequence[str]) -> str:
    """Some paragraphs by their labels, where these are few, else by their number."""
    return joined(labels) if len(labels) <= NAMED and all(labels) else counted(len(labels), "paragraph")
