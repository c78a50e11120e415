"""Words that nobody sees in the Word files a text comes from, and that a file which leaves would show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.circulation.certificate import NotVerified
from models.draft import Draft

LAID_OPEN = "Words that nobody sees in their Word file, and plain to read in this one"
_TOLD, _QUOTED = 4, 60  # stretches, and characters of each, that are told
_WORTH = 4  # letters: fewer stand in any text
_NUMBER = re.compile(r"\s*\(?\w{1,5}[.)]\s*")  # typed before a paragraph, which may have another one since


@dataclass(frozen=True, slots=True)
class Unseen:
    """The words of Word files that nobody sees: `hidden` letters, and `faint` ones, white or tiny."""

    hidden: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()

    def __or__(self, other: Unseen) -> Unseen:
        return Unseen(
            tuple(dict.fromkeys((*self.hidden, *other.hidden))), tuple(dict.fromkeys((*self.faint, *other.faint)))
        )


def unseen_in(files: Iterable[bytes | None]) -> Unseen:
    """The words that nobody sees in some Word files."""
    from models.word.leaving.faint import faint_words
    from models.word.leaving.hidden import hidden_words

    found = Unseen()
    for data in files:
        if data is not None:
            found |= Unseen(hidden_words(data), faint_words(data))
    return found


def refuse_hidden(unseen: Unseen, texts: Sequence[Draft]) -> None:
    """What was hidden in a Word file is in the draft read from it, and would leave in the open. Errors: NotVerified."""
    if words := _standing(unseen.hidden, texts):
        raise NotVerified(
            f"The words {_quoted(words[0])} were hidden in a Word file and would leave in the open; nothing was "
            "written. Take them out of the text first; only your own copy may hold them "
            "(adref export --profile capital)."
        )


def told_laid_open(unseen: Unseen, texts: Sequence[Draft], written: bytes | None) -> tuple[str, ...]:
    """The line on such words of the texts that a file shows; none where it shows none.

    `written` is that file where it is a Word file: what nobody sees in it either is told by another line.
    """
    words = _standing((*unseen.faint, *unseen.hidden), texts)
    if words and written is not None:
        there = unseen_in([written])
        still = Counter(_words(" ".join((*there.faint, *there.hidden))))
        words = [one for one in words if Counter(_words(one)) - still]
    more = f" and {len(words) - _TOLD} more" if len(words) > _TOLD else ""
    return (f"{LAID_OPEN}: {', '.join(map(_quoted, words[:_TOLD]))}{more}",) if words else ()


def _standing(words: Iterable[str], texts: Sequence[Draft]) -> list[str]:
    """Which stretches stand in some texts; spaces, signs and typed numbers may have changed on the way."""
    wanted = list(words)
    if not wanted:
        return []
    said = [f"{one.number or ''}{one.text}" for text in texts for one in text.paragraphs]
    said += [note.text for text in texts for note in text.footnotes]
    everything = "\n".join(map(_letters, said))
    return [one for one in wanted if any(len(form) >= _WORTH and form in everything for form in _forms(one))]


def _forms(words: str) -> tuple[str, str]:
    return _letters(words), _letters(words[found.end() :] if (found := _NUMBER.match(words)) else words)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _quoted(words: str) -> str:
    return f"“{words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(' ', 1)[0] + '…'}”"
