"""Random drafts and random edits of them, for what must hold of every merge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from models.draft import Draft, Footnote, Kind, Paragraph, Run, computed_numbers, tidy_runs

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]
_COMMON = ("of", "the", "and", "to", "in", "for", "Member", "States", "its")
_ENDS = (";", ",", ".")


def word(chance: Random) -> str:
    """A word, a common one more often."""
    if chance.random() < 0.35:
        return chance.choice(_COMMON)
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))


def sentence(chance: Random, least: int = 6, most: int = 25) -> str:
    """A sentence of new words."""
    return " ".join(word(chance) for _ in range(chance.randint(least, most))).capitalize() + chance.choice(_ENDS)


def paragraph(chance: Random, kind: Kind | None = None) -> Paragraph:
    """A paragraph of new words, its opening in italics."""
    kind = kind or chance.choice((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT))
    opening, _, rest = sentence(chance).partition(" ")
    return Paragraph(kind, (Run(opening, italic=True), Run(f" {rest}")), level=1 if kind is Kind.SUBPARAGRAPH else 0)


def numbered(paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> Draft:
    """A draft with computed numbers, its notes those that are cited, numbered in order."""
    ids: dict[int, int] = {}
    for one in paragraphs:
        for note in one.footnotes:
            ids.setdefault(note, len(ids) + 1)
    renamed = [
        replace(one, number=None, runs=tuple(
            replace(run, footnote=ids[run.footnote]) if run.footnote is not None else run for run in one.runs))
        for one in paragraphs
    ]  # fmt: skip
    numbers = computed_numbers(Draft(tuple(renamed)))
    texts = {note.id: note.runs for note in notes}
    kept = tuple(Footnote(new, str(new), texts[old]) for old, new in ids.items())
    return Draft(tuple(replace(one, number=n) for one, n in zip(renamed, numbers, strict=True)), kept)


def random_draft(chance: Random, most: int = 12) -> Draft:
    """A draft of some paragraphs and a few notes."""
    paragraphs = [paragraph(chance) for _ in range(chance.randint(0, most))]
    notes = [Footnote(n, str(n), (Run(sentence(chance, 3, 6)),)) for n in range(chance.randint(0, 3))]
    for note in notes if paragraphs else ():
        at = chance.randrange(len(paragraphs))
        paragraphs[at] = _cut_in(chance, paragraphs[at], Run(footnote=note.id))
    return numbered(paragraphs, notes)


def _cut_in(chance: Random, one: Paragraph, run: Run) -> Paragraph:
    at = chance.randrange(len(one.runs) + 1)
    return replace(one, runs=(*one.runs[:at], run, *one.runs[at:]))


def edited(chance: Random, draft: Draft, times: int | None = None, only: Sequence[int] | None = None) -> Draft:
    """A draft with some edits; `only` in these paragraphs, and then only in their words."""
    paragraphs, notes = list(draft.paragraphs), list(draft.footnotes)
    for _ in range(chance.randint(0, 6) if times is None else times):
        if only is not None:
            at = chance.choice(only)
            paragraphs[at] = reworded(chance, paragraphs[at])
        else:
            _edit(chance, paragraphs, notes)
    return numbered(paragraphs, notes)


def _edit(chance: Random, paragraphs: list[Paragraph], notes: list[Footnote]) -> None:
    if not paragraphs or chance.random() < 0.15:
        paragraphs.insert(chance.randint(0, len(paragraphs)), paragraph(chance))
        return
    at = chance.randrange(len(paragraphs))
    act = chance.choice(
        ("word", "word", "word", "delete", "move", "split", "merge", "kind", "note", "bracket", "format")
    )
    if act == "word":
        paragraphs[at] = reworded(chance, paragraphs[at])
    elif act == "delete":
        del paragraphs[at]
    elif act == "move":
        one = paragraphs.pop(at)
        paragraphs.insert(chance.randint(0, len(paragraphs)), one)
    elif act == "split":
        _split(chance, paragraphs, at)
    elif act == "merge" and at + 1 < len(paragraphs):
        second = paragraphs.pop(at + 1)
        runs = tidy_runs([*paragraphs[at].runs, Run(" "), *second.runs])
        paragraphs[at] = replace(paragraphs[at], runs=runs)
    elif act == "kind":
        other = paragraph(chance)
        paragraphs[at] = replace(paragraphs[at], kind=other.kind, level=other.level)
    elif act == "note":
        _note(chance, paragraphs, notes, at)
    elif act == "bracket" and paragraphs[at].text:
        paragraphs[at] = replace(paragraphs[at], runs=tidy_runs([Run("["), *paragraphs[at].runs, Run("]")]))
    elif act == "format":
        bold = tuple(replace(run, bold=not run.bold) if run.footnote is None else run for run in paragraphs[at].runs)
        paragraphs[at] = replace(paragraphs[at], runs=bold)


def _split(chance: Random, paragraphs: list[Paragraph], at: int) -> None:
    one = paragraphs[at]
    last = len(one.runs) - 1
    words = one.runs[last].text.split(" ") if last >= 0 and one.runs[last].footnote is None else []
    if len(words) > 6:
        cut = chance.randint(3, len(words) - 3)
        run = one.runs[last]
        first = (*one.runs[:last], replace(run, text=" ".join(words[:cut])))
        second = (replace(run, text=" ".join(words[cut:])),)
        paragraphs[at : at + 1] = [replace(one, runs=first), replace(one, runs=second)]


def _note(chance: Random, paragraphs: list[Paragraph], notes: list[Footnote], at: int) -> None:
    if notes and chance.random() < 0.4:
        one = chance.randrange(len(notes))
        notes[one] = replace(notes[one], runs=(Run(f"{notes[one].text} {word(chance)}"),))
        return
    number = max((note.id for note in notes), default=0) + 1
    notes.append(Footnote(number, str(number), (Run(sentence(chance, 3, 6)),)))
    paragraphs[at] = _cut_in(chance, paragraphs[at], Run(footnote=number))


def reworded(chance: Random, one: Paragraph) -> Paragraph:
    """A paragraph with a word put in, taken out or replaced."""
    places = [number for number, run in enumerate(one.runs) if run.footnote is None]
    if not places:
        return replace(one, runs=(*one.runs, Run(word(chance))))
    at = chance.choice(places)
    words = one.runs[at].text.split(" ")
    place = chance.randrange(len(words))
    act = chance.choice(("in", "out", "other"))
    words[place : place + (act != "in")] = [] if act == "out" else [word(chance)]
    runs = list(one.runs)
    runs[at] = replace(runs[at], text=" ".join(words))
    return replace(one, runs=tidy_runs(runs))
