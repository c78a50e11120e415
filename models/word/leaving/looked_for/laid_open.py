"""Words that nobody sees in the Word files a text comes from, and that a file which leaves would show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.circulation.certificate import NotVerified
from models.draft import Draft
from models.draft.plain_letters import plain_letters
from models.word.leaving.unseen.stretches import WORTH, Short, in_lines

LAID_OPEN = "Words that nobody sees in their Word file, and plain to read in this one"
FILLED_IN = "Words in the text that Word had filled in of those who made the file"
OF_TEXT = (
    "Take them out of the text first, or, where all may read them, give the text as a Word file that shows them; else "
    "only your own copy may hold them (--profile capital)."
)
OF_PROPOSALS = "A proposal puts them in: write the others by delegation (adref compile --delegation NAME)."
_TOLD, _QUOTED = 4, 60  # stretches, and characters of each, that are told
_PIECE = 5  # words in a row
_NUMBER = re.compile(r"\s*\(?\w{1,5}[.)]\s*")  # typed before a paragraph, which may have another one since


@dataclass(frozen=True, slots=True)
class Unseen:
    """The words of Word files that nobody sees: `hidden` letters, and `faint` ones, white or tiny.

    Those of few letters are `short_hidden` and `short_faint`, with what stands beside them. `in_sight` are the letters
    of such files that everybody sees, a line for each paragraph. `filled_in` is what fields showed of those who made
    them, which no reader takes for words of the text.
    """

    hidden: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    in_sight: str = ""
    filled_in: tuple[str, ...] = ()
    short_hidden: tuple[Short, ...] = ()
    short_faint: tuple[Short, ...] = ()

    @property
    def hides(self) -> bool:
        """Whether there are hidden letters among them."""
        return bool(self.hidden or self.short_hidden)

    @property
    def goes(self) -> bool:
        """Whether a text that stands on such a file may leave without some of its words."""
        return self.hides or bool(self.filled_in)

    def shown_in(self, texts: Sequence[Draft]) -> Unseen:
        """The same, what texts have whose own Word files show it being open: told, and stopping nothing."""
        everything = _everything(texts)
        open_ones = [one for one in self.hidden if _stands(one, everything)]
        short = [one for one in self.short_hidden if next(_standing([one], texts), None) is not None]
        return replace(
            self,
            hidden=tuple(one for one in self.hidden if one not in open_ones),
            faint=tuple(dict.fromkeys((*self.faint, *open_ones))),
            short_hidden=tuple(one for one in self.short_hidden if one not in short),
            short_faint=tuple(dict.fromkeys((*self.short_faint, *short))),
        )

    def __or__(self, other: Unseen) -> Unseen:
        return Unseen(
            tuple(dict.fromkeys((*self.hidden, *other.hidden))),
            tuple(dict.fromkeys((*self.faint, *other.faint))),
            f"{self.in_sight}\n{other.in_sight}",
            tuple(dict.fromkeys((*self.filled_in, *other.filled_in))),
            tuple(dict.fromkeys((*self.short_hidden, *other.short_hidden))),
            tuple(dict.fromkeys((*self.short_faint, *other.short_faint))),
        )


def unseen_in(files: Iterable[bytes | None]) -> Unseen:
    """The words that nobody sees in some Word files."""
    from models.word.leaving.unseen.faint import faint_words
    from models.word.leaving.unseen.filled_in import words_filled_in
    from models.word.leaving.unseen.hidden import hidden_words

    found = Unseen()
    for data in files:
        if data is None:
            continue
        hidden, faint = hidden_words(data), faint_words(data)
        if every := (*hidden.long, *faint.long):
            found |= Unseen(hidden.long, faint.long, _in_sight(data, every))
        if hidden.short or faint.short:
            found |= Unseen(short_hidden=hidden.short, short_faint=faint.short)
        if filled := words_filled_in(data):
            found |= Unseen(filled_in=filled)
    return found


def _in_sight(data: bytes, unseen: Iterable[str]) -> str:
    from models.word.leaving.looked_for.both_ways import tracked_roots
    from models.word.markup import letters_in
    from models.word.namespaces import w
    from models.word.package import Package

    paragraphs = (one for root in tracked_roots(Package(data)) for one in root.iter(w("p")))
    letters = "\n".join(plain_letters(letters_in(one)) for one in paragraphs)
    for words in unseen:
        letters = letters.replace(plain_letters(words), "\n")
    return letters


def refuse_hidden(unseen: Unseen, texts: Sequence[Draft], advice: str = OF_TEXT) -> None:
    """What was hidden in a Word file is in the draft read from it, and would leave in the open. Errors: NotVerified."""
    everything = _everything(texts) if unseen.hidden else ""
    words = next((one for one in unseen.hidden if _stands(one, everything)), None)
    words = next(_standing(unseen.short_hidden, texts), None) if words is None else words
    if words is not None:
        raise NotVerified(
            f"The words {_quoted(words)} were hidden in a Word file and would leave in the open; nothing was written. "
            + advice
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
    words += _standing((*unseen.short_faint, *unseen.short_hidden), texts)
    if words and written is not None:
        there = unseen_in([written])
        still = Counter(_words(" ".join((*there.faint, *there.hidden, *(one.words for one in there.short_faint)))))
        words = [one for one in words if Counter(_words(one)) - still]
    return _told(LAID_OPEN, words)


def told_filled_in(unseen: Unseen, texts: Sequence[Draft]) -> tuple[str, ...]:
    """The line on what fields of the makers showed in a Word file and the texts that leave hold as words."""
    everything = _everything(texts) if unseen.filled_in else ""
    return _told(FILLED_IN, [one for one in unseen.filled_in if _stands(one, everything)])


def _told(what: str, words: Sequence[str]) -> tuple[str, ...]:
    more = f" and {len(words) - _TOLD} more" if len(words) > _TOLD else ""
    return (f"{what}: {', '.join(map(_quoted, words[:_TOLD]))}{more}",) if words else ()


def _everything(texts: Sequence[Draft]) -> str:
    """The letters of some texts, a line for each paragraph with its number, and for each note."""
    said = [f"{one.number or ''}{one.text}" for text in texts for one in text.paragraphs]
    said += [note.text for text in texts for note in text.footnotes]
    return "\n".join(map(plain_letters, said))


def _standing(short: Sequence[Short], texts: Sequence[Draft]) -> Iterator[str]:
    """The words of those short stretches that some texts have, be their numbers letters of their paragraphs or none."""
    lines = []
    for text in texts if short else ():
        notes = [note.text for note in text.footnotes]
        for numbered in (True, False):
            said = [f"{one.number or ''}{one.text}" if numbered else one.text for one in text.paragraphs]
            lines.append(in_lines(map(plain_letters, (*said, *notes))))
    yield from (one.words for one in short if one.stands(lines))


def _stands(words: str, everything: str) -> bool:
    """Whether a stretch is among the letters; spaces, signs and its typed number may have changed on the way."""
    number = _NUMBER.match(words)
    forms = (plain_letters(words), plain_letters(words[number.end() :]) if number else "")
    return any(len(form) >= WORTH and form in everything for form in forms)


def _pieces(words: str, everything: str, in_sight: str) -> Iterator[str]:
    """What is left of a stretch that was edited: so many words in a row that nobody could have from elsewhere."""
    said, at = words.split(), 0
    while at + _PIECE <= len(said):
        end = at + _PIECE
        letters = plain_letters("".join(said[at:end]))
        if letters not in everything or letters in in_sight:
            at += 1
            continue
        while end < len(said) and plain_letters("".join(said[at : end + 1])) in everything:
            end += 1
        yield " ".join(said[at:end])
        at = end


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _quoted(words: str) -> str:
    return f"“{words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(' ', 1)[0] + '…'}”"
