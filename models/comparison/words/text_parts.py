"""A paragraph's text taken apart for weighing: words without brackets, their marks, the end, the shapes folded."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.comparison.words.openings import LOOKED_AT, Opening, opening
from models.comparison.words.signs_left_out import have_other_signs, without_signs_left_out
from models.comparison.words.tokens import is_word, tokens
from models.comparison.words.within_words import parted, spacing, without_brackets
from models.draft import Draft, Kind, Paragraph, may_hold_brackets
from models.draft.alphabets import IN_WESTERN, VOWEL_SIGNS
from models.draft.brackets import CLOSING
from models.draft.once import once
from models.draft.opening_numbers import opening_number
from models.reading.openings import opening as listed_opening

_SHAPES = {
    **{ord(character): "'" for character in "’‘‚‛`´ʼ"},
    **{ord(character): '"' for character in "“”„‟«»「」"},
    **{ord(character): "-" for character in "\u2010\u2011\u2012–—―−"},
    **{ord(character): unicodedata.normalize("NFKC", character) for character in "ﬀﬁﬂﬃﬄﬅﬆ"},
    **dict.fromkeys((*map(ord, "\u00ad\u0640"), *VOWEL_SIGNS)),
    **{wide: wide - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for wide in range(ord(first), ord(last) + 1)},
    **{ord(wide): unicodedata.normalize("NFKC", wide) for wide in "，；：？！（）％／"},
    ord("،"): ",",
    ord("؛"): ";",
    ord("؟"): "?",
    **IN_WESTERN,
}
_UNSEEN = frozenset("\u00ad\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
"""Characters that nobody sees beside a word: they set the direction of writing, or would join or part what is there.
An override, which turns letters round, is none of them."""
WITHOUT_WIDTH = frozenset("\u200b\u2060\ufeff")
"""Characters that nobody sees: they let a line break within a word, or keep it from it, and part no words."""
_ALL_UNSEEN = _UNSEEN | WITHOUT_WIDTH
HEADINGS = frozenset({Kind.MASTHEAD, Kind.SECTION, Kind.ANNEX, Kind.HEADING})
"""Kinds that have no opening, and that the layout sets in bold or italics."""
_OPENING, _SHORT, _MORE = 12, 6, 2
"""No opening has more words than the first; a paragraph of no more than the second may be nothing but its opening. Two
small words more than one go with it: "Noting with renewed concern"."""
_ABBREVIATION = 4
"""So many capitals alone, or fewer, may be a name: "AIDS"."""
_HYPHENS = "--"
_TYPED_DASH = re.compile(
    r"(?<!\S)(?=\S*(?:[/@=#?&\\]|[.:_]\w)|xn--)\S+"
    r"|((?<=[^\W\d_]{2})-{2,3}(?=[^\W\d_]{2})"
    r"|(?<=[^\s=<>+*/×÷]\s)(?!(?<=\W[^\W\d_]\s)-{2,3}\s\w(?!\w))-{2,3}(?=\s[^\s\d=<>+*/×÷±−–—\u20a0-\u20cf$£¥.-])"
    r"|(?<=(?<!\d)(?:1[5-9]|20)\d\d)--(?=(?:1[5-9]|20)\d\d(?!\d)))"
)
"""In its group hyphens that stand for a dash between words or years; before a figure they may be a minus, or one behind
a dash. Those of an address or a symbol, "un.org/a--b", are none."""
_MARKS = frozenset(";,.:；，。：、؛،۔")
AND = frozenset({"and", "et", "y", "e", "и", "و", "和", "并", "及", "以及"})
"""What joins the last of several, in the languages that have a word for it."""
_CHINESE_AND = ["以", "及"]
"""One word of two characters, which are words of their own here."""
_ENDING = re.compile(rf"(?:([{''.join(sorted(_MARKS))}])(?:[\s\[\]]*({'|'.join(sorted(AND))}))?)?[\s\[\]]*$")


def ends_alike(one: str, two: str) -> bool:
    """Whether two texts have the same last mark, and the same "and" after it."""
    return one[-24:] == two[-24:] or _end_of(one) == _end_of(two)


def _end_of(text: str) -> tuple[str, ...]:
    found = _ENDING.search(text[-24:])
    return found.groups("") if found else ()


def last_and(text: str) -> str:
    """The "and" behind a text's last mark, "" where there is none."""
    return "".join(_end_of(text)[1:])


def fold(token: str) -> str:
    """A token with its quotes, dashes and marks in one shape, its letters composed, and without what nobody sees."""
    return token if token.isascii() and "`" not in token else unicodedata.normalize("NFC", token).translate(_SHAPES)


def are_read_otherwise(one: str, two: str) -> bool:
    """Whether two words that are folded alike have other signs on one letter, not only fewer: “عَلم”, “عِلم”."""
    if one.isascii() or two.isascii():
        return False
    if have_other_signs(fold(one), fold(two)):
        return True
    signs = _vowels(one), _vowels(two)
    return any(not (on <= signs[1][at] or on >= signs[1][at]) for at, on in signs[0].items() if at in signs[1])


def _vowels(word: str) -> dict[int, frozenset[str]]:
    """The vowel signs on each letter that has some, by how many letters stand before it."""
    found: dict[int, frozenset[str]] = {}
    letters = 0
    for sign in word:
        if ord(sign) in VOWEL_SIGNS:
            found[letters] = found.get(letters, frozenset()) | {sign}
        else:
            letters += 1
    return found


def with_dashes(text: str) -> str:
    """A text with a dash for each row of hyphens that stands for one."""
    return _TYPED_DASH.sub(lambda found: "–" if found[1] else found[0], text) if _HYPHENS in text else text


Sign = tuple[int, int, str]
"""A bracket: how many words stand before it, how many characters of the word it stands in, and the bracket."""


@dataclass(frozen=True)
class TextParts:
    """The parts of one paragraph, or of so many stretches between spaces from its start: enough for how it opens."""

    paragraph: Paragraph
    stretches: int | None = None
    cut: frozenset[int] = frozenset()
    """Offsets at which a note mark alone parts two words."""

    @once
    def _split(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Sign, ...], tuple[int, ...] | None]:
        """The words, the spacing before each, the brackets, and where each word begins (None: all tokens count)."""
        text = self.paragraph.text
        bracketed = may_hold_brackets(text)
        if self.stretches is not None and not bracketed and "  " not in text:
            text = " ".join(text.split(" ", self.stretches)[: self.stretches])
        typed = _HYPHENS in text
        if (
            not bracketed
            and not (self.cut or typed)
            and "\n" not in text
            and (text.isascii() or _ALL_UNSEEN.isdisjoint(text))
        ):
            whole = tokens(text)
            return tuple(whole.words), tuple(whole.spaces[:-1]), (), None
        bare, offsets, signs = without_brackets(text) if bracketed else (text, [*range(len(text))], [])
        if not WITHOUT_WIDTH.isdisjoint(text):
            bare = "".join([sign for sign, at in zip(bare, offsets, strict=True) if text[at] not in WITHOUT_WIDTH])
            offsets = [at for at in offsets if text[at] not in WITHOUT_WIDTH]
        if self.cut:
            bare, offsets = parted(bare, offsets, self.cut)
        whole = tokens(bare)
        hyphens = (
            {at for found in _TYPED_DASH.finditer(bare) if found[1] for at in range(*found.span())[1:]} if typed else ()
        )
        kept: list[str] = []
        spaces: list[str] = []
        starts: list[int] = []
        found: list[Sign] = []
        at = sign = 0
        pending, beside = "", False
        for space, token in zip(whole.spaces, whole.words, strict=False):
            at += len(space)
            if at in hyphens:
                kept[-1] += token
                at += len(token)
                continue
            start = offsets[at]
            while sign < len(signs) and signs[sign][0] < start:
                found.append((len(kept), 0, signs[sign][1]))
                sign, beside = sign + 1, True
            space = spacing(space)
            if token == "\n" or _UNSEEN.issuperset(token):
                # A line break inside a paragraph is spacing, and so is what nobody sees before a word.
                pending += space + token
            else:
                end = offsets[at + len(token) - 1]
                while sign < len(signs) and signs[sign][0] < end:
                    found.append((len(kept), bisect_left(offsets, signs[sign][0], at) - at, signs[sign][1]))
                    sign += 1
                kept.append(token)
                starts.append(start)
                # Beside a bracket only whether there is a space counts: the bracket brought or took it.
                spaces.append((" " if pending + space else "") if beside else pending + space)
                pending, beside = "", False
            at += len(token)
        found += [(len(kept), 0, character) for _, character in signs[sign:]]
        return tuple(kept), tuple(spaces), tuple(found), tuple(starts)

    @property
    def words(self) -> tuple[str, ...]:
        """Words and punctuation in order, brackets left out."""
        return self._split[0]

    @property
    def spaces(self) -> tuple[str, ...]:
        """The spacing before each word."""
        return self._split[1]

    @property
    def brackets(self) -> tuple[Sign, ...]:
        """Each bracket, how many other tokens stand before it, and how much of the next one does."""
        return self._split[2]

    @once
    def touching(self) -> frozenset[int]:
        """The words before which one pair of brackets closes and the next opens, or a note mark alone parts them."""
        signs = [(at, sign in CLOSING) for at, inside, sign in self.brackets if not inside]
        pairs = pairwise(signs)
        found = {at for (at, closes), (next_at, too) in pairs if at == next_at and closes and not too}
        return frozenset(found.union(at for at, start in enumerate(self.starts) if start in self.cut))

    @once
    def folded(self) -> list[str]:
        """The words with quotes, dashes and composed letters in one shape, without signs that are left out: quotes are
        double, but for 5' (feet)."""
        found = ["-" if token.startswith(_HYPHENS) else without_signs_left_out(fold(token)) for token in self.words]
        if "'" in found:
            quotes = [at for at, token in enumerate(found) if token == "'"]
            for at in quotes:
                if not (at and found[at - 1][-1].isdigit() and not self.spaces[at]):
                    found[at] = '"'
        return found

    @once
    def capitals(self) -> frozenset[int]:
        """The words that the layout has set in capitals: those of a whole heading, and that before a typed number."""
        heading, first = self.paragraph.kind in HEADINGS, self.words[self.leading] if self.words else ""
        typed = opening_number(self.paragraph) if heading or (len(first) > 1 and first.isupper()) else None
        found: set[int] = set()
        if typed is not None and first.isupper() and typed.sort[:-1].rstrip() == first.casefold():
            found.add(self.leading)
        said = typed.rest if typed is not None else self.paragraph.text
        if heading and said.isupper() and sum(map(str.isalpha, said)) > _ABBREVIATION:
            found.update(range(bisect_left(self.starts, typed.end) if typed is not None else 0, len(self.words)))
        return frozenset(found)

    @once
    def end(self) -> int:
        """Where the last mark, and an "and" after it, begin among the words."""
        words, end = self.words, len(self.words)
        if end > 1 and words[end - 1] in AND:
            size = 2 if [*words[end - 2 : end]] == _CHINESE_AND else 1
            if end > size and words[end - size - 1] in _MARKS:
                return end - size - 1
        return end - 1 if end and words[end - 1] in _MARKS else end

    @once
    def starts(self) -> tuple[int, ...]:
        """The offset of each word's first character."""
        if self._split[3] is not None:
            return self._split[3]
        whole, found, at = tokens(self.paragraph.text), [], 0
        for space, token in zip(whole.spaces, whole.words, strict=False):
            at += len(space)
            found.append(at)
            at += len(token)
        return tuple(found)

    @once
    def marks(self) -> list[tuple[bool, bool, bool]]:
        """Italic, bold and underline of each word's first character."""
        each: list[tuple[bool, bool, bool]] = []
        for run in self.paragraph.runs:
            each += [run.marks] * len(run.text)
        return [each[at] for at in self.starts]

    @once
    def leading(self) -> int:
        """How many marks, a quotation mark for one, stand before the first word."""
        return next((at for at, word in enumerate(self.words[:3]) if is_word(word)), 0)

    @property
    def head(self) -> list[str]:
        """The words that tell how the paragraph opens."""
        words = self.words[self.leading : self.leading + LOOKED_AT]
        return fold(" ".join(words)).split(" ") if words else []

    @once
    def opening(self) -> Opening:
        """How the paragraph opens; its places count from the first token."""
        start = self.leading
        found = opening(self.head, lambda at: self.marks[start + at][0])
        return Opening(found.verb, found.additive, found.start + start, found.end + start) if start else found

    @property
    def opening_italics(self) -> int:
        """How many words from the start stand in italics; none where they are no opening, for what they are."""
        if self.paragraph.kind in HEADINGS:
            return 0
        italics = next(
            (at for at, (italic, *_) in enumerate(self.marks) if not italic and is_word(self.words[at])), None
        )
        if italics is None:
            # All of a longer paragraph in italics is no opening; "Decides:" is.
            return len(self.words) if len(self.words) <= _SHORT else 0
        known = listed_opening(self.paragraph.text)
        if known is not None:
            # Words more may have got into the italics, or go with the verb; a title behind it is none of them.
            end = bisect_left(self.starts, known.end) + 1
            italics = min(italics, end + self._small_words(end, end + _MORE))
        return italics if italics <= _OPENING else 0

    def _small_words(self, start: int, end: int) -> int:
        """How many words in small letters stand in a row from a place on, up to another."""
        row = self.words[start:end]
        return next((at for at, word in enumerate(row) if not word.islower()), len(row))

    @property
    def in_one_look(self) -> bool:
        """Whether all words have the same italics, bold and underline."""
        return len(self._looks) < 2

    @property
    def strokes(self) -> set[tuple[bool, bool]]:
        """The bold and underline that its words have; one where all have the same."""
        return {(bold, underline) for _, bold, underline in self._looks}

    @property
    def _looks(self) -> set[tuple[bool, bool, bool]]:
        return {marks for marks, word in zip(self.marks, self.words, strict=True) if is_word(word)}

    @once
    def notes(self) -> list[tuple[int, int]]:
        """Each note's id and the offset of its mark."""
        found, at = [], 0
        for run in self.paragraph.runs:
            if run.footnote is not None:
                found.append((run.footnote, at))
            at += len(run.text)
        return found

    @property
    def glued(self) -> frozenset[int]:
        """Where nothing but a note mark stands between two letters: "resolutions³on"."""
        text = self.paragraph.text
        return frozenset(at for _, at in self.notes if text[at - 1 : at].isalnum() and text[at : at + 1].isalnum())

    def note_places(self, places: Sequence[int]) -> list[tuple[int, int]]:
        """For each note how many of these words stand before its mark, and how far it stands inside the next one.

        Punctuation is no word: a mark may stand before or after it.
        """
        spans = [(self.starts[at], self.starts[at] + len(self.words[at])) for at in places if is_word(self.words[at])]
        ends = [end for _, end in spans]
        found = []
        for _, offset in self.notes:
            before = bisect_right(ends, offset)
            inside = offset - spans[before][0] if before < len(spans) else 0
            found.append((before, max(inside, 0)))
        return found


class PartsOfTwo:
    """The parts of the paragraphs of two drafts, each taken apart when it is first asked for."""

    def __init__(self, old: Draft, new: Draft) -> None:
        self._drafts = old, new
        self._known: dict[tuple[bool, int], TextParts] = {}

    def of(self, new: bool, position: int) -> TextParts:
        """Those of a paragraph of the new draft, or of the old one."""
        found = self._known.get((new, position))
        if found is None:
            found = self._known[new, position] = TextParts(self._drafts[new].paragraphs[position])
        return found
