"""Random small drafts as delegates know them, and random edits of a draft: what redlines are tried on by the thousand.

A case is its seed: the same number gives the same two drafts.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from models.draft import Draft, Footnote, Kind, Paragraph, Run, computed_numbers, tidy_runs

_OPENINGS = ("Recalling", "Noting", "Aware of", "Welcoming", "Reaffirming also")
_VERBS = ("Requests", "Invites", "Encourages", "Calls upon", "Decides", "Takes note of", "Further urges")
_MATTER = (
    "the Secretary-General to report on the matter at its eighty-first session",
    "all Member States, within their means, to continue their efforts",
    "the relevant entities of the United Nations system and [other] stakeholders",
    "resolution 79/198 of 19 December 2024 and its annex",
    "the importance of water, energy and food for all regions",
    "donors to give more, in particular to [[the least developed] countries]",
    "the offer of the host country",
)
_ITEMS = ("Strengthening capacity in all regions", "Promoting trade and health", "Sharing what was learned", "Doing so")
_WORDS = ("peace", "water", "trade", "schools", "forests", "all", "fully", "in a timely manner", "[where possible]")
_LEVELS = 3


def random_pair(seed: int) -> tuple[Draft, Draft]:
    """An old draft and what some edits made of it."""
    chance = random.Random(seed)
    old = random_draft(chance)
    return old, edited(old, chance, chance.randint(1, 8))


def random_draft(chance: random.Random) -> Draft:
    """A title, an enacting line, preambular and operative paragraphs, items, headings, notes."""
    paragraphs = [Paragraph(Kind.MASTHEAD, (Run("Water and people"),)), _enacting()]
    notes: list[Footnote] = []
    for _ in range(chance.randint(0, 4)):
        runs = (Run(chance.choice(_OPENINGS), italic=True), Run(f" {chance.choice(_MATTER)},"))
        paragraphs.append(Paragraph(Kind.PREAMBULAR, _noted(runs, notes, chance)))
    for _ in range(chance.randint(1, 7)):
        if chance.random() < 0.1:
            paragraphs.append(Paragraph(Kind.HEADING, (Run("Follow-up", bold=True),)))
        ends = ":" if (listed := chance.random() < 0.25) else ";"
        runs = (Run(chance.choice(_VERBS), italic=True), Run(f" {chance.choice(_MATTER)}{ends}"))
        paragraphs.append(Paragraph(Kind.OPERATIVE, _noted(runs, notes, chance), 0, "1"))
        if listed:
            paragraphs += _list(chance)
    return _tidied(paragraphs, notes)


def _enacting() -> Paragraph:
    return Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))


def _list(chance: random.Random) -> list[Paragraph]:
    made = []
    for _ in range(chance.randint(1, 3)):
        made.append(Paragraph(Kind.SUBPARAGRAPH, (Run(f"{chance.choice(_ITEMS)};"),), 1, "(a)"))
        if chance.random() < 0.3:
            made.append(Paragraph(Kind.SUBPARAGRAPH, (Run(f"{chance.choice(_ITEMS)};"),), 2, "(i)"))
    return made


def _noted(runs: tuple[Run, ...], notes: list[Footnote], chance: random.Random) -> tuple[Run, ...]:
    """The runs with the place of a note at times: a new one, or one that stands already."""
    if chance.random() > 0.2:
        return runs
    if not notes or chance.random() < 0.7:
        number = max((note.id for note in notes), default=0) + 1
        source = (Run("Official Records", italic=True), Run(f", Supplement No. {chance.randint(1, 60)}."))
        notes.append(Footnote(number, str(number), source))
    return (*runs, Run(footnote=chance.choice(notes).id))


def _tidied(paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> Draft:
    """The draft with its numbers as Word would count them, its notes in the order of their first places."""
    fresh = [replace(one, runs=tidy_runs(one.runs)) for one in paragraphs]
    draft = Draft(tuple(fresh), tuple(notes))
    numbered = [replace(one, number=number) for one, number in zip(fresh, computed_numbers(draft), strict=True)]
    order: dict[int, int] = {}
    for one in numbered:
        for id_ in one.footnotes:
            order.setdefault(id_, len(order) + 1)
    by_id = {note.id: note for note in notes}
    runs = [
        replace(one, runs=tuple(r if r.footnote is None else Run(footnote=order[r.footnote]) for r in one.runs))
        for one in numbered
    ]
    kept = tuple(Footnote(at, str(at), by_id[id_].runs) for id_, at in order.items())
    return Draft(tuple(runs), kept)


Act = Callable[[list[Paragraph], list[Footnote], random.Random], None]


def edited(draft: Draft, chance: random.Random, times: int) -> Draft:
    """The draft after some acts of a delegate on the paragraphs below the enacting line."""
    paragraphs, notes = list(draft.paragraphs), list(draft.footnotes)
    for _ in range(times):
        chance.choice(ACTS)(paragraphs, notes, chance)
    return _tidied(paragraphs, notes)


def _at(paragraphs: list[Paragraph], chance: random.Random) -> int | None:
    places = [at for at, one in enumerate(paragraphs) if at > 1 and one.text]
    return chance.choice(places) if places else None


def _word(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is None:
        return
    runs = list(paragraphs[at].runs)
    places = [i for i, run in enumerate(runs) if run.footnote is None and run.text.strip()]
    place = chance.choice(places)
    words = runs[place].text.split(" ")
    where = chance.randrange(len(words))
    act = chance.random()
    if act < 0.4:
        words[where] = chance.choice(_WORDS)
    elif act < 0.7:
        words.insert(where, chance.choice(_WORDS))
    elif len(words) > 2:
        words.pop(where)
    runs[place] = replace(runs[place], text=" ".join(words))
    paragraphs[at] = replace(paragraphs[at], runs=tuple(runs))


def _mark(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is not None:
        runs = list(paragraphs[at].runs)
        place = chance.randrange(len(runs))
        if runs[place].footnote is None:
            runs[place] = replace(runs[place], italic=not runs[place].italic)
        paragraphs[at] = replace(paragraphs[at], runs=tuple(runs))


def _delete(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is not None:
        del paragraphs[at : at + chance.choice((1, 1, 1, 2, 3))]


def _insert(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    at = len(paragraphs) if at is None or chance.random() < 0.1 else at
    like = paragraphs[at if at < len(paragraphs) else -1]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = f"{chance.choice(_VERBS)} {chance.choice(_WORDS)}, {chance.choice(_MATTER)};"
        kind = like.kind if like.kind is not Kind.ENACTING else Kind.OPERATIVE
        level = like.level if kind is like.kind else 0
        paragraphs.insert(at, Paragraph(kind, (Run(text),), level, "1" if _is_counted(kind) else None))


def _is_counted(kind: Kind) -> bool:
    return kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH)


def _move(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is not None:
        moved = paragraphs.pop(at)
        paragraphs.insert(chance.randint(2, len(paragraphs)), moved)


def _split(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is None or " " not in paragraphs[at].runs[-1].text.strip():
        return
    *before, last = paragraphs[at].runs
    words = last.text.split(" ")
    cut = chance.randrange(1, len(words))
    one = replace(paragraphs[at], runs=(*before, replace(last, text=" ".join(words[:cut]))))
    rest = " ".join(words[cut:])
    if one.text.strip() and rest.strip():
        paragraphs[at : at + 1] = [one, replace(one, runs=(replace(last, text=rest),))]


def _merge(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is not None and at + 1 < len(paragraphs):
        one, other = paragraphs[at : at + 2]
        paragraphs[at : at + 2] = [replace(one, runs=(*one.runs, Run(" "), *other.runs))]


def _note(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is None:
        return
    one, act = paragraphs[at], chance.random()
    if act < 0.5:
        paragraphs[at] = replace(one, runs=_noted(one.runs, notes, random.Random(0)))
        number = max((note.id for note in notes), default=0) + 1
        notes.append(Footnote(number, str(number), (Run(f"Resolution {chance.randint(70, 80)}/1."),)))
        place = chance.randint(0, len(one.runs))
        paragraphs[at] = replace(one, runs=(*one.runs[:place], Run(footnote=number), *one.runs[place:]))
    elif act < 0.7:
        paragraphs[at] = replace(one, runs=tuple(run for run in one.runs if run.footnote is None))
    elif notes:
        which = chance.randrange(len(notes))
        runs = list(notes[which].runs)
        runs[-1] = replace(runs[-1], text=f"{runs[-1].text} See also {chance.choice(_MATTER)}.")
        notes[which] = replace(notes[which], runs=tuple(runs))


def _level(paragraphs: list[Paragraph], notes: list[Footnote], chance: random.Random) -> None:
    at = _at(paragraphs, chance)
    if at is not None and paragraphs[at].kind is Kind.SUBPARAGRAPH:
        paragraphs[at] = replace(paragraphs[at], level=chance.randint(1, _LEVELS))


ACTS: tuple[Act, ...] = (_word, _word, _word, _mark, _delete, _insert, _move, _split, _merge, _note, _level)
