"""Signs that nobody sees set aside while it is told what a paragraph is, and put back where they stood.

A mail, a page or a Word file in Arabic often has one before each line, "\u200f1- تقرر", and others hold soft hyphens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Paragraph, tidy_runs
from models.draft.unseen_signs import as_seen, holds_unseen
from models.reading.extent import cut


def as_they_are_seen(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs without such signs; the same ones where they hold none."""
    return tuple(map(_as_seen, paragraphs))


def _as_seen(paragraph: Paragraph) -> Paragraph:
    if not holds_unseen(paragraph.text):
        return paragraph
    return replace(paragraph, runs=tidy_runs(replace(run, text=as_seen(run.text)) for run in paragraph.runs))


def as_they_stood(
    paragraphs: Sequence[Paragraph], seen: Sequence[Paragraph], read: Sequence[Paragraph]
) -> tuple[Paragraph, ...]:
    """What is `read` of paragraphs as they are `seen`, with the words as they stood in these paragraphs.

    Those before and behind a number that has left the words stay; those within it go as its full stop does.
    """
    every = zip(paragraphs, seen, read, strict=True)
    return tuple(one if bare is was else _as_stood(was, bare, one) for was, bare, one in every)


def _as_stood(was: Paragraph, bare: Paragraph, read: Paragraph) -> Paragraph:
    gone = len(bare.text) - len(read.text)
    if not gone:
        return replace(read, runs=was.runs)
    if not read.text.strip():
        return read
    start = next(at for at in range(len(read.text) + 1) if bare.text[at + gone :] == read.text[at:])
    places = [at for at, sign in enumerate(was.text) if as_seen(sign)]
    return replace(read, runs=cut(was.runs, places[start], places[start + gone - 1] + 1))
