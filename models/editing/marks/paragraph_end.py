"""How a paragraph ends: its last mark, found under note marks, closing brackets and "and"; and another put there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.draft import Run
from models.draft.brackets import CLOSING, OPENING
from models.draft.end_marks import SIGNS
from models.editing.marks.language_marks import JOINS, SHORTENED, Marks
from models.editing.runs import NOTE_MARK, Runs, cut, joined, like, replaced, shown

_SPACES = " \u00a0\u202f\u2009"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"
"""Signs that say how a word is written and are none of its letters."""
_FIGURES = r"[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§]|\[\d{1,3}\]|[,，](?=[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§\[])"
"""Marks of notes that are written among the words: behind a mark alone, where they are nothing else ("m²")."""
_SIGN = f"[{re.escape(''.join(SIGNS))}]"
_END = re.compile(
    rf"(?P<mark>[{_SPACES}]*{_SIGN})?"
    rf"(?P<notes>(?:(?<={_SIGN})[{_SPACES}]?(?:{_FIGURES})+)?(?:{NOTE_MARK}(?:,(?={NOTE_MARK}))?)*)"
    rf"(?P<join>(?:\s+|(?<=[；，]))(?:{'|'.join(map(re.escape, JOINS))}))?"
    rf"(?P<close>[{re.escape(CLOSING)}\s]*)\Z"
)
_LETTER = re.compile(r"(?<!\w)\w{1,2}\Z")
"""One in a row of letters, or of letters with figures."""
_LONGEST = 80
_PLAIN = (",", ";", ".", ":")
# "p.m.", "U.S.A.", "Ph.D.", "J.-C.", "p. m.", "etc.": the stop belongs to the word. "un.org." is an address.
_SHORT = re.compile(
    r"(?<![\w./@-])(?:(?:[^\W\d_]{1,2}\.-?){2,}|(?:[^\W\d_]\.[ \u00a0\u202f])+[^\W\d_]\.|(?:"
    + "|".join(map(re.escape, SHORTENED))
    + r")\.)\Z"
)
_LONGEST_SHORT = 24
_CLOSERS = {"”": "“„", "’": "‘", "»": "«", '"': '"', "“": "”„", "」": "「", "』": "『"}
"""By what closes words that are quoted: what opens them; Arabic turns round those of English."""
_WITHIN = "".join(_CLOSERS) + _SPACES + _UNSEEN + NOTE_MARK
_QUOTATIONS = (("“", "”„"), ("«", "»"), ("「", "」"))
_WORDS_END = ")）》〉〕%°′″"
"""Signs that a paragraph may end in as in a word."""


class End(NamedTuple):
    """The end of a paragraph. `mark` is the English form of its mark, "" where it has none; `join` is its "and".

    `start` is where mark, notes and "and" begin, `stop` where they end; what closes (a bracket, spaces) lies after.
    `sound`: it ends in a mark or in a word, so that a mark may be put there; `quoted`: in words quoted within it.
    `short`: before `start` stands the full stop of a word written short ("p.m."), which is no mark of the paragraph.
    `within`: the comma, in its English form, that the words quoted end in; it ends what a comma ends.
    """

    mark: str
    join: str
    start: int
    stop: int
    notes: tuple[int, int]
    sound: bool
    quoted: bool = False
    short: bool = False
    within: str = ""


def end_of(runs: Sequence[Run]) -> End:
    """The end of a paragraph, in places."""
    text = shown(runs)
    match = _END.search(text, _tail(text))
    assert match is not None
    mark, join = match["mark"] or "", (match["join"] or "").strip()
    start, close = match.start(), match.start("close")
    if mark == "." and _ends_short(text, start + 1):
        mark, start = "", start + 1
    short = _ends_short(text, start)
    before = text[:start].rstrip(_SPACES + CLOSING)
    listed = SIGNS.get(mark[-1:]) == "," and len(join) == 1 and join.isascii() and _LETTER.search(before) is not None
    if join and (listed or not mark):
        # "and" without a mark before it belongs to the last words, unless a bracket or nothing is left before it.
        # So does a letter in a row of letters ("x, y"), which Spanish has for words.
        mark = ""
        join, start, close = "", match.start("close"), match.start("close")
        before = text[:start].rstrip(_SPACES + CLOSING)
    if not mark and not join:
        start, close = _outside(text, start, close)
    last = before.rstrip(_UNSEEN)[-1:]
    sound = bool(before.strip(_SPACES + OPENING + CLOSING + NOTE_MARK)) and (
        bool(mark) or short or last.isalnum() or last in _WORDS_END or last == NOTE_MARK
    )
    if mark and last in SIGNS and last not in ".":
        sound = False  # ",;" and the like are an accident that nobody asked to repair
    if mark and SIGNS[mark[-1]] == "." and text[:start].endswith((".", "…")):
        sound = False  # three full stops
    if mark and SIGNS[mark[-1]] == "." and _in_quotation(text[:start]):
        sound = False  # the sentence quoted ends here, not the paragraph
    if text.rstrip(_SPACES).endswith(tuple(CLOSING)) and _bracketed_end(text):
        sound = False  # how it ends is what is in brackets, and for people to settle
    quoted = not mark and last in _CLOSERS and _quotes(before.lstrip(" " + OPENING), last)
    within = _mark_within(before) if quoted else ""
    quoted = quoted and within in ("", ",")
    sign = SIGNS[mark[-1]] if mark else ""
    notes = (match.start("notes"), match.end("notes"))
    return End(sign, join, start, close, notes if notes[0] >= start else (start, start), sound, quoted, short, within)


def _tail(text: str) -> int:
    """From where on the end of a paragraph is looked for: what can stand there is short, however long that is.

    A mark that is last, behind a letter or figure of the plain alphabet, is all of it: of what else can stand there
    only an "and" holds letters, and no mark stands behind one.
    """
    last = len(text) - 1
    before = text[last - 1 : last]
    if text[last:] in _PLAIN and before.isascii() and before.isalnum():
        return last
    return max(0, len(text) - _LONGEST)


def _quotes(words: str, closer: str) -> bool:
    """Whether words that end in a sign that closes a quotation hold more than it; “ does only behind what opens it."""
    openers = tuple(_CLOSERS[closer])
    return not words.startswith(openers) and (closer != "“" or any(sign in words for sign in openers))


def _mark_within(words: str) -> str:
    """The mark, in its English form, that a quotation ends in, or "".

    One that stands there, "“and security;”", ends the paragraph as well, and no second one follows it. A comma does so
    where a comma is due: of what is quoted it is a part elsewhere, "delete “peace,”;".
    """
    inner = words.rstrip(_WITHIN)
    return "" if _ends_short(inner, len(inner)) else SIGNS.get(inner[-1:], "")


def _ends_short(text: str, stop: int) -> bool:
    """Whether the words before a place end in one written short, with its stop; note marks between are set aside."""
    while stop and text[stop - 1] == NOTE_MARK:
        stop -= 1
    return text[stop - 1 : stop] == "." and _SHORT.search(text, max(0, stop - _LONGEST_SHORT), stop) is not None


def _in_quotation(text: str) -> bool:
    """Whether a quotation that was opened in a text is still open at its end; Arabic turns “ and ” round."""
    opened = any(sum(map(text.count, opens)) > sum(map(text.count, closes)) for opens, closes in _QUOTATIONS)
    return opened or text.count('"') % 2 == 1


def _outside(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where a missing mark goes: after brackets that were opened within the paragraph, before one around all of it."""
    at = stop
    depth = 0
    while at < len(text) and text[at] in CLOSING + _SPACES:
        if text[at] in CLOSING:
            opened = _opening(text, at)
            if opened is None or not text[:opened].strip(_SPACES + OPENING):
                break
            depth = at + 1
        at += 1
    return (depth, depth) if depth else (start, stop)


def _bracketed_end(text: str) -> bool:
    """Whether the end itself stands in brackets that are not around the whole paragraph: "[;] [.]", "[and]"."""
    at = len(text.rstrip(_SPACES)) - 1
    while at > 0 and text[at] in CLOSING:
        opened = _opening(text, at)
        if opened is None:
            return False
        if text[:opened].strip(_SPACES + OPENING):
            inside = text[opened + 1 : at].replace(NOTE_MARK, "").strip(_SPACES + OPENING + CLOSING)
            words = inside.rsplit(None, 1)
            if words and words[-1] in JOINS:
                inside = words[0] if len(words) > 1 else ""
                return not inside or inside[-1] in SIGNS
            return inside[-1:] in SIGNS and not _ends_short(inside, len(inside))
        at = len(text[:at].rstrip(_SPACES)) - 1
    return False


def _opening(text: str, closing: int) -> int | None:
    """Where the bracket that closes at a place was opened."""
    depth = 0
    for at in range(closing, -1, -1):
        if text[at] in CLOSING:
            depth += 1
        elif text[at] in OPENING:
            depth -= 1
            if depth == 0:
                return at
    return None


def ended(runs: Runs, mark: str, join: str, marks: Marks, end: End | None = None) -> Runs:
    """Runs that end in another mark and "and"; the same runs where that is how they end or nothing may be put there.

    `end` is how they end, where that is known.

    Notes keep their side of the mark; a new mark goes where the language has it.
    """
    end = end or end_of(runs)
    if not (end.sound or end.quoted) or (end.mark == mark and end.join == join) or (end.within == mark == ","):
        return runs
    inner = cut(runs, *end.notes)
    if end.short and mark == ".":
        # Two full stops never follow each other: that of the word is that of the paragraph as well.
        return replaced(runs, end.start, end.stop, inner) if end.mark or end.join else runs
    sign = _sign(runs, end, mark, marks)
    # A mark that is there keeps its side of the notes: those before it are not among `inner`.
    last = marks.note_first and not end.mark
    between = (*inner, sign) if last else (sign, *inner)
    tail = (*between, like(sign, f"{marks.apart}{join}")) if join else between
    return replaced(runs, end.start, end.stop, joined(tail))


def _sign(runs: Runs, end: End, mark: str, marks: Marks) -> Run:
    """The mark as a run: in the place of one it looks like that one, else like the words before it, never italic."""
    text = shown(runs)
    if end.mark:
        old = text[end.start : end.notes[0]]
        look = cut(runs, end.notes[0] - 1, end.notes[0])[-1]
        if end.mark == mark:
            return like(look, old)
        space = old[:-1] if end.mark in ";:" and mark in ";:" else None
        written = marks.written(mark)
        return like(look, written if space is None else space + marks.marks[mark])
    before = [run for run in cut(runs, 0, end.start) if run.footnote is None]
    written = marks.written(mark)
    italic = bool(before) and all(run.italic for run in before)
    return Run(written, italic, before[-1].bold, before[-1].underline) if before else Run(written)


def tidied(runs: Runs, marks: Marks, may_join: Sequence[str]) -> Runs:
    """Runs without what is left right before their last mark, or before notes there, once words were written there.

    Spaces and other marks go, and one of the words that `may_join` as "and" stands behind the mark: "in May and ;" is
    "in May; and". Spaces behind all of it go too.
    """
    kept = len(shown(runs).rstrip())
    runs = cut(runs, 0, kept) if kept else runs
    end, text = end_of(runs), shown(runs)
    if not end.mark or not (end.sound or text[end.start - 1 : end.start] in tuple(SIGNS)):
        return runs
    words = text[: end.start]
    ended_before = words.rstrip(NOTE_MARK)
    bare = _without_marks(ended_before) if len(ended_before) < len(words) else ended_before
    if bare and ended_before[len(bare) :].strip():
        # As where words with a mark and a note were pasted behind a note: that mark gives its place to the last one.
        notes, last = cut(runs, len(ended_before), len(words)), cut(runs, end.start, end.notes[0])
        return tidied(replaced(runs, len(bare), end.notes[0], joined(last, notes)), marks, may_join)
    joins = re.search(rf"\s(?:{'|'.join(map(re.escape, may_join))})\Z", words) if may_join else None
    bare = _without_marks(words[: joins.start()] if joins else words)
    join = joins[0].strip() if joins and bare else end.join
    bare = bare or words
    old = text[end.start : end.notes[0]]
    space = old[:-1][-1:] if marks.space else ""
    sign = like(cut(runs, end.notes[0] - 1, end.notes[0])[-1], space + old[-1])
    # The mark stands where the language has it: the notes were those of the last words before "and" was typed.
    at = len(bare.rstrip(NOTE_MARK)) if join != end.join and not marks.note_first else len(bare)
    tidy = ended(replaced(runs, at, end.notes[0], (sign, *cut(runs, at, len(bare)))), end.mark, join, marks)
    return tidy if tidy == runs else tidied(tidy, marks, may_join)


def _without_marks(words: str) -> str:
    """Words without the marks they end in; the stop of one written short, and three of them, are no such marks."""
    bare = words.rstrip(_SPACES)
    while bare[-1:] in SIGNS and bare[-1:] and not bare.endswith("..") and not _ends_short(bare, len(bare)):
        bare = bare[:-1].rstrip(_SPACES)
    return bare
