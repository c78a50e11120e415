"""What stands beside the text: the inspector follows the caret and the words, a moment behind the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.text.ancestors import Ancestor
from models.draft import Draft, Kind, Paragraph, brackets
from models.draft.directions import begins_right_to_left, way_of
from models.draft.numbering import IN_RUSSIAN, SUFFIX
from models.editing.acts.bracketing import BracketState
from models.editing.changes import Changes, Fate, ParagraphChange
from models.editing.notes.footnotes import note_list, notes_at
from models.editing.working import WorkingText
from models.reading.openings import opening
from widgets.inspector.view import KINDS, Gone, InspectorView, LineageRow, NoteHere, NoteRow
from widgets.paper.marked import marked
from widgets.paper.pieces import Pieces, plain

_IN_LATIN = {own: suffix for suffix, own in IN_RUSSIAN.items()}


def inspector_view(
    working: WorkingText,
    position: int,
    *,
    changes: Changes | None,
    state: BracketState,
    since: str,
    ancestors: Sequence[Ancestor],
    writable: bool,
    agreed_here: Callable[[Paragraph], tuple[str, bool]] = lambda _paragraph: ("", False),
    warning: str = "",
) -> InspectorView:
    """What the inspector shows of a paragraph. `ancestors` are oldest first, `warning` is what there is to look at,
    `agreed_here` gives what is said of one that is agreed ad ref, and whether that can be turned."""
    if not 0 <= position < len(working.entries):
        return InspectorView(writable=writable)
    entry = working.entries[position]
    paragraph = entry.paragraph
    number = working.number(position) or paragraph.set_label or ""
    suffix = SUFFIX.search(paragraph.set_label or number)
    agreed, can_be_agreed = agreed_here(paragraph)
    change = changes.of(position) if changes is not None else None
    return InspectorView(
        label=working.label(position) or _place(paragraph),
        opening=_opening(paragraph.kind, paragraph.text),
        kind=paragraph.kind,
        level=paragraph.level,
        number=number,
        suffix=_IN_LATIN.get(suffix["suffix"].lower(), suffix["suffix"].lower()) if suffix else "",
        number_set=entry.printed or paragraph.set_label is not None,
        brackets=_pairs_at(working, position),
        unmatched=sum(caret.position == position for caret in state.unmatched),
        agreed=agreed,
        can_be_agreed=can_be_agreed,
        since=since if changes is not None else "",
        change=_said(change) if change is not None else "",
        changed=_changed_words(working, changes, position) if changes is not None and change and change.changed else (),
        right_to_left=way_of(paragraph.text, begins_right_to_left(one.paragraph for one in working.entries)),
        can_put_back=bool(change and change.changed),
        gone=_gone(working, changes, position),
        lineage=lineage_rows(ancestors, entry.came_from),
        notes=_notes_here(working, position),
        notes_in_text=len(working.cited()),
        writable=writable,
        warning=warning,
    )


def _notes_here(working: WorkingText, position: int) -> tuple[NoteHere, ...]:
    """The notes that a paragraph cites, and what else cites each."""

    def elsewhere(labels: Sequence[str | None], positions: Sequence[int]) -> tuple[str, ...]:
        return tuple(label or "the masthead" for label, at in zip(labels, positions, strict=True) if at != position)

    return tuple(
        NoteHere(row.id, row.mark, row.text, elsewhere(row.labels, row.positions))
        for row in notes_at(working, position)
    )


def _place(paragraph: Paragraph) -> str:
    """Where a paragraph stands that people call by no label."""
    if paragraph.cell is not None:
        return f"Row {paragraph.cell[1] + 1}, column {paragraph.cell[2] + 1}"
    return _UNLABELLED.get(paragraph.kind, "")


_UNLABELLED: dict[Kind, str] = {
    kind: words for kind, _, words in KINDS if kind not in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
}


def _said(change: ParagraphChange) -> str:
    """What became of a paragraph, in a word or two."""
    if change.kind == "moved" and change.fate is Fate.REWORDED:
        return "Moved and reworded"
    return _SAYS.get(change.kind, "")


_SAYS = {
    "new": "New",
    "reworded": "Reworded",
    "moved": "Moved",
    "split": "Split from a longer paragraph",
    "merged": "Merged from several paragraphs",
    "form": "Other number, kind or note",
}


def _opening(kind: Kind, text: str) -> str:
    found = opening(text) if kind in (Kind.PREAMBULAR, Kind.OPERATIVE) else None
    return text[: found.end].translate(_NO_SIGNS).strip() if found else ""


_NO_SIGNS = str.maketrans("", "", '[]［］“”"')
"""An opening is called by its words: "[Solemnly] Decides" is "Solemnly Decides"."""


def _pairs_at(working: WorkingText, position: int) -> int:
    """How many pairs of brackets stand in the paragraph itself."""
    paragraph = working.entries[position].paragraph
    if "[" not in paragraph.text:
        return 0
    return sum(one.start is not None and one.end is not None for one in brackets((paragraph,)))


def _changed_words(working: WorkingText, changes: Changes, position: int) -> Pieces:
    """The words of a paragraph with what came and went marked, long equal stretches folded."""
    olds, news, words = changes.family_words(position)
    before = [working.base.paragraphs[at] for at in olds]
    now = [working.entries[at].paragraph for at in news]
    notes = _notes_of(working, now)
    if "\n".join(one.text for one in before) != "".join(text for op, text in words if op != "insert"):
        return plain(working.entries[position].paragraph, notes)
    found = marked(words, before, now, (working.base, notes)).inline
    return found[news.index(position)]


def _notes_of(working: WorkingText, paragraphs: Sequence[Paragraph]) -> Draft:
    """The notes these cite, with the marks they have now; those they are kept with may be older or none."""
    cited = dict.fromkeys(note for one in paragraphs for note in one.footnotes if note in working.notes)
    return Draft((), tuple(replace(working.notes[note], mark=working.mark(note)) for note in cited))


def _gone(working: WorkingText, changes: Changes | None, position: int) -> tuple[Gone, ...]:
    if changes is None:
        return ()
    return tuple(
        Gone(
            one.base_position,
            working.base_label(one.base_position) or "",
            plain(working.base.paragraphs[one.base_position], working.base),
        )
        for one in changes.gone_at(position)[:_MOST_GONE]
    )


_MOST_GONE = 6


def lineage_rows(ancestors: Sequence[Ancestor], came_from: Sequence[int]) -> tuple[LineageRow, ...]:
    """What happened to a paragraph in the drafts behind the working text; drafts in which nothing did are left out."""
    if not came_from:
        return ()
    rows: list[LineageRow] = []
    before: tuple[str | None, str] | None = None
    for one in ancestors:
        at = one.stood.get(came_from[0])
        if at is None:
            before = None
            continue
        now = (one.labels[at], one.texts[at])
        called = f" as {now[0]}" if now[0] else ""
        if before is None:
            says = f"{one.label}: first appears{',' if called else ''}{called}"
        elif before[1] != now[1]:
            says = f"{one.label}: reworded" + (f", now{called.removeprefix(' as')}" if before[0] != now[0] else "")
        elif before[0] != now[0]:
            says = f"{one.label}: now {now[0] or 'without a label'}"
        else:
            says = ""
        if says:
            rows.append(LineageRow(one.node, at, one.day, says))
        before = now
    return tuple(rows)


def note_rows(working: WorkingText) -> tuple[NoteRow, ...]:
    """All footnotes of the text and where they are cited."""
    return tuple(
        NoteRow(
            row.id,
            row.mark,
            row.text,
            tuple((label or "masthead", at) for label, at in zip(row.labels, row.positions, strict=True)),
        )
        for row in note_list(working)
    )
