"""A note reworded within its own paragraphs: their ends stay, come and go as its words do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree

from models.comparison.words.marked import Words
from models.draft import Footnote, Kind, Paragraph, Run
from models.word.namespaces import w
from models.word.reading.alternatives import chosen_paragraphs
from models.word.redlining.letters.atoms import Matched, match, new_atoms
from models.word.redlining.letters.edit_script import TooFine, by_paragraph, script
from models.word.redlining.letters.paragraph_edit import NoteRuns, ParagraphEdit
from models.word.redlining.letters.raw_letters import Raw, raw_atoms
from models.word.redlining.letters.revision_marks import Stamp, look_of
from models.word.redlining.letters.shown_rather import with_shown_kept
from models.word.redlining.letters.whole_equations import with_whole_equations


def edit_note(
    note: etree._Element,
    before: Footnote,
    after: Footnote,
    words: Words,
    stamp: Stamp,
    runs: NoteRuns,
    hiding: set[str] | None,
    known: set[int] | None,
) -> None:
    """Make one note of another in its element; `words` tells the difference of their texts.

    `hiding` is as in `with_shown_kept`; `known` are the line feeds of the new note that end a paragraph: where nobody
    knows (None), those that come do, and those that stay are what they were.
    Raises TooFine where the file's paragraphs do not read as the note does; the element may be half changed then.
    """
    paragraphs = list(chosen_paragraphs(note))
    if not paragraphs or next(note.iter(w("txbxContent")), None) is not None:
        raise TooFine("A note with a box is replaced as a whole.")
    matched = _matched(paragraphs, before)
    ends: set[int] = set()
    for one in matched[:-1]:
        ends.add(max(ends, default=-1) + 1 + sum(len(atom.text) for atom in one.atoms))
    wanted = line_feeds(after) if known is None else known
    words = _in_whole_paragraphs(words, ends, wanted)
    if known is not None:
        words = _with_other_ends(words, ends, known)
    fresh = [new_atoms(piece, set()) for piece in pieces(after.runs, _new_ends(words, ends, wanted))]
    typed = [matched[0].typed, *("" for _ in fresh[1:])]  # the note's mark and the space after it stay
    steps = with_whole_equations(script(matched, fresh, typed, words, lambda old, new: False), lambda old, new: True)
    steps = with_shown_kept(steps, hiding)
    after_each = [*paragraphs[1:], None]
    for (paragraph, one, following), local, end in by_paragraph(
        list(zip(paragraphs, matched, after_each, strict=True)), steps
    ):
        change = ParagraphEdit(paragraph, stamp, runs, one.atoms)
        change.carry_out(local)
        for node in change.broken:
            node.insert(0, look_of(paragraph))
            stamp.mark(node, "ins")
        if end is not None and end.op == "delete":
            if following is None or following.getparent() is not paragraph.getparent():
                raise TooFine("The words of two cells cannot be joined.")
            stamp.mark(paragraph, "del")


def _matched(paragraphs: Sequence[etree._Element], note: Footnote) -> list[Matched]:
    """The atoms of each paragraph of a note; the first has the note's mark before its text.

    Places of other notes, which the text of a note does not hold, are left out: they stay where they stand.
    """
    raws = raws_of(paragraphs, note)
    matched = []
    for piece, found in zip(pieces(note.runs, ends_in(raws, note.text)), raws, strict=True):
        one = match(Paragraph(Kind.TEXT, tuple(piece)), found)
        if one is None or (one.number and found is not raws[0]):
            raise TooFine("The note does not read as it stands.")
        matched.append(one)
    return matched


def raws_of(paragraphs: Iterable[etree._Element], note: Footnote) -> list[list[Raw]]:
    """The letters of each paragraph of a note, its mark too; raises TooFine where they cannot be told."""
    raws, cites = [], any(run.footnote is not None for run in note.runs)
    for paragraph in paragraphs:
        found = raw_atoms(paragraph)
        if found is None:
            raise TooFine("The note does not read as it stands.")
        raws.append([raw for raw in found if not raw.is_reference] if not cites else found)
    return raws


def ends_in(raws: Sequence[Sequence[Raw]], text: str) -> set[int]:
    """The line feeds in the text of a note that end its paragraphs; raises TooFine where it reads otherwise."""
    ends, end = set[int](), len(text)
    for found in reversed(raws[1:]):
        end -= sum(len(raw.text) for raw in found) + 1
        if end < 0 or text[end] != "\n":
            raise TooFine("The note does not read as it stands.")
        ends.add(end)
    return ends


def _in_whole_paragraphs(words: Words, old: set[int], wanted: set[int]) -> Words:
    """The same difference, where it can be told so, with whole paragraphs that come or go, the end after them.

    Unless the line feed before them ends a paragraph in one note and a line in the other, and the one after does not.
    """
    found = [("equal", ""), *words]
    i = j = 0
    for at in range(1, len(found) - 1):
        (before, head), (op, text), (after, tail) = found[at - 1 : at + 2]
        i += len(head) if before != "insert" else 0
        j += len(head) if before != "delete" else 0
        late = text.startswith("\n") and tail.startswith("\n")
        if not before == after == "equal" != op or not (late or (head.endswith("\n") and text.endswith("\n"))):
            continue
        first = (i, j) if late else (i - 1, j - 1)
        last = (first[0] + len(text), first[1]) if op == "delete" else (first[0], first[1] + len(text))
        alike = [(one in old) == (other in wanted) for one, other in (first, last)]
        if late and alike != [False, True]:
            found[at - 1 : at + 2] = [(before, head + "\n"), (op, text[1:] + "\n"), (after, tail[1:])]
            i, j = i + 1, j + 1
        elif not late and alike == [False, True]:
            found[at - 1 : at + 2] = [(before, head[:-1]), (op, "\n" + text[:-1]), (after, "\n" + tail)]
            i, j = i - 1, j - 1
    return tuple((op, text) for op, text in found if text)


def _with_other_ends(words: Words, old: set[int], new: set[int]) -> Words:
    """The same difference, in which a line feed that ends a paragraph in one note and a line in the other is replaced.

    The end of a line that comes stands in the paragraph whose end goes.
    """
    found: list[tuple[str, str]] = []
    i = j = 0
    for op, text in words:
        start = 0
        for at in (at for at, letter in enumerate(text) if op == "equal" and letter == "\n"):
            if (i + at in old) != (j + at in new):
                goes, comes = ("delete", "\n"), ("insert", "\n")
                found += [("equal", text[start:at]), *((comes, goes) if i + at in old else (goes, comes))]
                start = at + 1
        found.append((op, text[start:]))
        i += len(text) if op != "insert" else 0
        j += len(text) if op != "delete" else 0
    return tuple((op, text) for op, text in found if text)


def _new_ends(words: Words, old: set[int], wanted: set[int]) -> set[int]:
    """Where paragraphs of the new note end before its last: with those that stay, and at lines that come as such."""
    ends: set[int] = set()
    i = j = 0
    for op, text in words:
        for at, character in enumerate(text):
            if character == "\n" and ((op == "insert" and j + at in wanted) or (op == "equal" and i + at in old)):
                ends.add(j + at)
        i += len(text) if op != "insert" else 0
        j += len(text) if op != "delete" else 0
    return ends


def line_feeds(note: Footnote) -> set[int]:
    """The offsets of all line feeds in a note."""
    return {at for at, letter in enumerate(note.text) if letter == "\n"}


def pieces(runs: Sequence[Run], ends: set[int]) -> list[list[Run]]:
    """Runs cut at the line feeds that end paragraphs, which are left out."""
    found: list[list[Run]] = [[]]
    at = 0
    for run in runs:
        if run.footnote is not None:
            found[-1].append(run)
            continue
        start = 0
        for place in [one for one in range(len(run.text)) if at + one in ends]:
            found[-1].append(replace(run, text=run.text[start:place]))
            found.append([])
            start = place + 1
        found[-1].append(replace(run, text=run.text[start:]))
        at += len(run.text)
    return [[run for run in piece if run.text or run.footnote is not None] for piece in found]
