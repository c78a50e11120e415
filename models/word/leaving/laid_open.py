"""Words that nobody sees in the Word files a text comes from, and that a file which leaves would show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.circulation.certificate import NotVerified
from models.draft import Draft

LAID_OPEN = "Words that nobody sees in their Word file, and plain to read in this one"
FILLED_IN = "Words in the text that Word had filled in of those who made the file"
_TOLD, _QUOTED = 4, 60  # stretches, and characters of each, that are told
_WORTH = 4  # letters: fewer stand in any text
_PIECE = 5  # words in a row
_NUMBER = re.compile(r"\s*\(?\w{1,5}[.)]\s*")  # typed before a paragraph, which may have another one since


@dataclass(frozen=True, slots=True)
class Unseen:
    """The words of Word files that nobody sees: `hidden` letters, and `faint` ones, white or tiny.

    `in_sight` are the letters of such files that everybody sees, a line for each paragraph. `filled_in` is what fields
    showed of those who made them, which no reader takes for words of the text.
    """

    hidden: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    in_sight: str = ""
    filled_in: tuple[str, ...] = ()

    def __or__(self, other: Unseen) -> Unseen:
        return Unseen(
            tuple(dict.fromkeys((*self.hidden, *other.hidden))),
            tuple(dict.fromkeys((*self.faint, *other.faint))),
            f"{self.in_sight}\n{other.in_sight}",
            tuple(dict.fromkeys((*self.filled_in, *other.filled_in))),
        )


def unseen_in(files: Iterable[bytes | None]) -> Unseen:
    """The words that nobody sees in some Word files."""
    from models.word.leaving.faint import faint_words
    from models.word.leaving.fields import words_filled_in
    from models.word.leaving.hidden import hidden_words

    found = Unseen()
    for data in files:
        if data is None:
            continue
        if (every := (hidden_words(data), faint_words(data))) != ((), ()):
            found |= Unseen(*every, _in_sight(data, (*every[0], *every[1])))
        if filled := words_filled_in(data):
            found |= Unseen(filled_in=filled)
    return found


def _in_sight(data: bytes, unseen: Iterable[str]) -> str:
    from models.word.leaving.both_ways import tracked_roots
    from models.word.markup import letters_in
    from models.word.namespaces import w
    from models.word.package import Package

    paragraphs = (one for root in tracked_roots(Package(data)) for one in root.iter(w("p")))
    letters = "\n".join(_letters(letters_in(one)) for one in paragraphs)
    for words in unseen:
        letters = letters.replace(_letters(words), "\n")
    return letters


def refuse_hidden(unseen: Unseen, texts: Sequence[Draft]) -> None:
    """What was hidden in a Word file is in the draft read from it, and would leave in the open. Errors: NotVerified."""
    everything = _everything(texts) if unseen.hidden else ""
    words = next((one for one in unseen.hidden if _stands(one, everything)), None)
    if words is not None:
        raise NotVerified(
            f"The words {_quoted(words)} were hidden in a Word file and would leave in the open; nothing was "
            "written. Take them out of the text first; only your own copy may hold them "
            "(adref export --profile capital)."
        )


def told_laid_open(unseen: Unseen, texts: Sequence[Draft], written: bytes | None) -> tuple[str, ...]:
    """The line on such words of the texts that a file shows, what is left of edited ones too; none where none are.

    `written` is that file where it is a Word file: what nobody sees in it either is told by another line.
    """
    stretches = (*unseen.faint, *unseen.hidden)
    everything = _everything(texts) if stretches else ""
    words = [
        piece
        for one in stretches
        for piece in ([one] if _stands(one, everything) else _pieces(one, everything, unseen.in_sight))
    ]
    if words and written is not None:
        there = unseen_in([written])
        still = Counter(_words(" ".join((*there.faint, *there.hidden))))
        words = [one for one in words if Counter(_words(one)) - still]
    more = f" and {len(words) - _TOLD} more" if len(words) > _TOLD else ""
    return (f"{LAID_OPEN}: {', '.join(map(_quoted, words[:_TOLD]))}{more}",) if words else ()


def told_filled_in(unseen: Unseen, texts: Sequence[Draft]) -> tuple[str, ...]:
    """The line on what fields of the makers showed in a Word file and the texts that leave hold as words."""
    everything = _everything(texts) if unseen.filled_in else ""
    words = [one for one in unseen.filled_in if _stands(one, everything)]
    more = f" and {len(words) - _TOLD} more" if len(words) > _TOLD else ""
    return (f"{FILLED_IN}: {', '.join(map(_quoted, words[:_TOLD]))}{more}",) if words else ()


def _everything(texts: Sequence[Draft]) -> str:
    """The letters of some texts, a line for each paragraph with its number, and for each note."""
    said = [f"{one.number or ''}{one.text}" for text in texts for one in text.paragraphs]
    said += [note.text for text in texts for note in text.footnotes]
    return "\n".join(map(_letters, said))


def _stands(words: str, everything: str) -> bool:
    """Whether a stretch is among the letters; spaces, signs and its typed number may have changed on the way."""
    number = _NUMBER.match(words)
    forms = (_letters(words), _letters(words[number.end() :]) if number else "")
    return any(len(form) >= _WORTH and form in everything for form in forms)


def _pieces(words: str, everything: str, in_sight: str) -> Iterator[str]:
    """What is left of a stretch that was edited: so many words in a row that nobody could have from elsewhere."""
    said, at = words.split(), 0
    while at + _PIECE <= len(said):
        end = at + _PIECE
        letters = _letters("".join(said[at:end]))
        if letters not in everything or letters in in_sight:
            at += 1
            continue
        while end < len(said) and _letters("".join(said[at : end + 1])) in everything:
            end += 1
        yield " ".join(said[at:end])
        at = end


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _quoted(words: str) -> str:
    return f"“{words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(' ', 1)[0] + '…'}”"
