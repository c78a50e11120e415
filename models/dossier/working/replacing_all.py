"""Words replaced in all drafts: each that nothing stands on is kept anew with them replaced, all in one act.

Drafts that are kept never change. What is found and what it becomes is what finding and replacing in one text says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, count

from models.awaited import ask
from models.dossier.dossier import Dossier
from models.dossier.errors import DossierError
from models.dossier.node import Node
from models.dossier.rows.draft_rows import Prepared
from models.dossier.rows.working_meanings import keep_meanings
from models.dossier.rows.working_rows import WorkingRow
from models.draft import Draft, Footnote
from models.editing.edit import Selection
from models.editing.found.finding import Findings, Query, Searched, find, searched
from models.editing.found.replacing import NothingReplaced, PreviewRow, opened_again, preview, replace_all
from models.editing.lineage import edges
from models.editing.marks.text_end import as_it_ends
from models.editing.references.remembered import Remembered
from models.editing.runs import Runs
from models.editing.working import WorkingText
from models.lineage import Edge
from models.telling.figures import counted

_REPLACED = re.compile(r", replaced(?: \(\d+\))?$")


class KeptUponMeanwhile(DossierError):
    """A draft is no longer the end of its branch."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"A draft was kept on “{label}” meanwhile, so nothing was replaced; look at the places again, and replace."
        )


@dataclass(frozen=True, slots=True)
class InDraft:
    """A draft that nothing stands on, as a text to replace in: what was found, a row of what becomes of each, and which
    of them open paragraphs that are agreed (`opened_again`)."""

    node: Node
    working: WorkingText
    found: Findings
    rows: tuple[PreviewRow, ...]
    opens: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True, slots=True)
class InAll:
    """Where words can be replaced, the newest draft first, and which texts have them and stay as they are: `older`
    drafts, on which others stand, and texts that are being `written`."""

    drafts: tuple[InDraft, ...] = ()
    older: tuple[Node, ...] = ()
    written: tuple[WorkingRow, ...] = ()


def look_through(
    dossier: Dossier,
    query: Query,
    text: str,
    *,
    open_text: tuple[int, str | None] | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> InAll:
    """Where in a dossier words would be replaced by a text, and how that would read.

    `open_text` is the row of the working text that is open, and the draft it stands on: it is the end of that branch,
    and who looks here looks through it himself. Errors: UnusablePattern, SearchTooLong, those of the dossier.
    """
    row, base = open_text or (None, None)
    nodes, agreed = dossier.nodes(), dossier.agreements()
    within = _stood_on(nodes) | {base}
    drafts, older = list[InDraft](), list[Node]()
    for number, node in enumerate(reversed(nodes)):
        go_on = partial(progress, number / len(nodes))
        go_on()
        draft = dossier.draft(node.id)
        if not find(_as_it_is(draft), query, go_on=go_on).hits:
            continue
        if node.id in within:
            older.append(node)
            continue
        go_on()
        working = WorkingText(draft, remembered=dossier.meanings(node.id))
        found = find(searched(working), query, go_on=go_on)
        working.label(len(working.entries) - 1)  # what each is called is known of all then
        go_on()
        rows, opens = preview(working, found, text), opened_again(working, found, text, agreed)
        drafts.append(InDraft(node, working, found, rows, opens))
    others = (one for one in dossier.working_texts() if one.changed and one.id != row)
    written = tuple(one for one in others if find(_as_written(dossier, one.id), query).hits)
    return InAll(tuple(drafts), tuple(older), written)


def keep_replaced(
    dossier: Dossier,
    chosen: Sequence[tuple[InDraft, Collection[int]]],
    text: str,
    *,
    who: str = "",
    date: str | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> tuple[tuple[Node, ...], int]:
    """Keeps drafts anew with what was found in them replaced, but for the hits whose numbers are given with each; all
    of them or none. Gives the new drafts, and how many places were replaced.

    A draft in which nothing becomes other words is passed over. Errors: NothingReplaced where that is so of all,
    KeptUponMeanwhile, those of the dossier, and what `progress` raises.
    """
    made = list[_Made]()
    for number, (one, skipped) in enumerate(chosen):
        progress(number / (2 * len(chosen)))
        with suppress(NothingReplaced):
            found = _Made.of(one, text, skipped)
            if found.prepared.hash != one.node.content:
                made.append(found)
    if not made:
        raise NothingReplaced("What was found reads so already; nothing was replaced.")
    nodes = list[Node]()
    with dossier.keeping([new.prepared for new in made]) as db:
        there = dossier.nodes()
        labels, within = {node.label.casefold() for node in there}, _stood_on(there)
        for number, new in enumerate(made):
            progress((number + len(made)) / (2 * len(made)))
            if new.parent.id in within:
                raise KeptUponMeanwhile(new.parent.label)
            label = _label(new.parent.label, labels)
            labels.add(label.casefold())
            node = dossier.keep(
                new.draft,
                parents=[new.parent.id],
                edges={new.parent.id: new.edges},
                who=who,
                label=label,
                date=date,
                author=who or None,
                note=new.note,
                prepared=new.prepared,
            )
            keep_meanings(db, node.id, new.remembered)
            nodes.append(node)
    return tuple(nodes), sum(new.places for new in made)


@dataclass(frozen=True, slots=True)
class _Made:
    """What a draft is to be kept as, worked out before the file is written."""

    parent: Node
    draft: Draft
    prepared: Prepared
    edges: Sequence[Edge]
    remembered: Remembered
    places: int
    note: str

    @classmethod
    def of(cls, one: InDraft, text: str, skipped: Collection[int]) -> _Made:
        working = one.working.copy()
        ask()
        places = replace_all(working, Selection(), one.found, text, skipped)
        ask()
        draft = as_it_ends(working)
        ask()
        prepared = Prepared.of(draft)
        ask()
        kept = (entry.key for entry in working.entries[: len(draft.paragraphs)])
        return cls(
            one.node,
            draft,
            prepared,
            edges(working),
            working.remembered.as_kept(kept),
            places,
            _note(one.found.query, text, places),
        )


def _stood_on(nodes: Sequence[Node]) -> set[str | None]:
    return {parent for node in nodes for parent in node.parents}


def _as_it_is(draft: Draft) -> Searched:
    """A draft as its working text would be searched."""
    return _searched((paragraph.runs for paragraph in draft.paragraphs), draft.footnotes)


def _as_written(dossier: Dossier, working: int) -> Searched:
    """A working text as it was last written; one that cannot be read has nothing, which is told where it is opened."""
    with suppress(DossierError):
        entries, notes = dossier.recover(working).state
        return _searched((entry.paragraph.runs for entry in entries), notes)
    return Searched(-1)


def _searched(paragraphs: Iterator[Runs], footnotes: Collection[Footnote]) -> Searched:
    runs = tuple(paragraphs)
    cited = {run.footnote for one in runs for run in one}
    return Searched(0, runs, {note.id: note.runs for note in footnotes if note.id in cited})


def _label(label: str, taken: Collection[str]) -> str:
    """ "Rev.1, replaced", or "Rev.1, replaced (2)" where another draft is called so."""
    plain = f"{_REPLACED.sub('', label)}, replaced"
    names = chain([plain], (f"{plain} ({number})" for number in count(2)))
    return next(one for one in names if one.casefold() not in taken)


def _note(query: Query, text: str, places: int) -> str:
    """ "“aid” replaced by “assistance”, 3 places"."""
    what = f"“{query.text}” {'(an expression) ' if query.regex else ''}"
    return f"{what}{f'replaced by “{text}”' if text else 'taken out'}, {counted(places, 'place')}"
