"""Files that came back, kept in a dossier as proposals: all of them or none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.printing import complain, printable, say
from app.commands.returned_file import how_to_keep_hand_marks, read_both_ways
from app.files.file_name import shown
from app.files.text_file import read_text_file
from models.telling.one_line import on_one_line

if TYPE_CHECKING:
    from models.dossier import Dossier
    from models.dossier.incoming.returning import KeptReturn, Plan
    from models.proposals.proposal import Proposal
    from models.proposals.returned import Returned


def keep_returned_files(
    path: Path,
    files: Sequence[Path],
    base: str | None,
    parent: str | None,
    label: str | None,
    *,
    untracked: bool,
    by_hand: bool,
    author: str | None,
) -> None:
    """Keeps what the files propose and says of each what came of it; a dossier that is not there is made.

    Errors: CannotRead, BaseNotSure and the others of a dossier; then nothing is kept.
    """
    from models.compiling.come_back import Compilations, judged
    from models.dossier import Dossier
    from models.dossier.incoming.returning import keep_returned, planned

    marked: list[str] = []
    read = [_read(file, by_hand, author, marked) for file in files]
    dossier = Dossier.open(path) if os.path.lexists(path) else Dossier.create(path)
    lines: list[str] = []
    with dossier:
        try:
            with dossier.together():
                known = None if base is None else dossier.find(base).id
                compilations = Compilations(dossier)
                before = None if parent is None else dossier.find(parent).id
                for file, found in zip(files, read, strict=True):
                    plan = planned(dossier, found, shown(file.name), base=known)
                    plan = judged(plan, compilations)
                    plan, also = plan.with_unasked(author) if untracked else (plan, ())
                    kept = keep_returned(dossier, plan, also=also, label=label, parent=before)
                    lines += _told(dossier, plan, kept, untracked)
        except BaseException:
            dossier.unmake()
            raise
    say("\n".join(lines))
    for sentence in marked:
        complain(sentence)


def _read(file: Path, by_hand: bool, author: str | None, marked: list[str]) -> Returned:
    """A file with its changes; one that is no Word file has none, and is compared as a whole."""
    from models.proposals.returned import Returned, read_returned

    reading, found = (read_text_file(file), None) if by_hand else read_both_ways(file, "accept")[:2]
    if reading.package is None:
        data = reading.plain if reading.plain is not None else file.read_bytes()
        return Returned(data, reading, reading, (), ())
    if by_hand:
        return read_returned(reading.package, by_hand=True, author=author or shown(file.stem))
    if found is None:
        found = read_returned(reading.package, readings={reading.revisions_taken: lambda: reading})
    if found.marks:
        marked.append(how_to_keep_hand_marks(file, found.marks))
    return found


def _told(dossier: Dossier, plan: Plan, kept: KeptReturn, also: bool) -> list[str]:
    from app.wording import of_those_left
    from models.proposals.untracked.untracked import told_together

    label = dossier.node(kept.node).label
    where = f"kept as {label}" if kept.new_draft else f"on {label}"
    new, known = len(kept.recorded.new), len(kept.recorded.known)
    left = len(plan.stand_as_they_left)
    count = f"{new} proposal{'' if new == 1 else 's'}" + (f", {known} known already" if known else "")
    count += f", of which {of_those_left(left)}" if left else ""
    lines = [printable(f"{plan.file_name}  {where}  {kept.node[:10]}  {count}")]
    match = plan.match
    if match.base is not None and (not match.base.same or match.accepted) and plan.node == match.base.node:
        lines.append(printable(f"  {match}"))
        if match.between is not None:
            lines.append(printable(f"  To have its changes as proposals, say --base “{match.between.label}”."))
    for author in plan.returned.authors:
        changes = f"{author.changes} change{'' if author.changes == 1 else 's'}"
        lines.append(printable(f"  {on_one_line(author.name) or 'nobody named'}: {changes}"))
    told = [one.not_held for one in plan.untracked] if also else [one.sentence for one in plan.untracked]
    lines += [printable(f"  {sentence}") for sentence in told_together(filter(None, told))]
    if also and any(told):
        lines.append("  No proposal holds under which paragraph another one stands: of these none was made.")
    lines += [printable(f"  Not placed: {_words(one)} ({reason})") for one, reason in plan.not_placed]
    return [
        *lines,
        *(
            printable(f"  {sentence}")
            for sentence in (*plan.told_accepted, *plan.told_namesake, *plan.told_no_longer, *plan.returned.notices)
        ),
    ]


_QUOTED = 80
_WITHOUT_WORDS = {"format": "a change of format", "split": "a new paragraph", "delete": "a deleted paragraph"}


def _words(one: Proposal) -> str:
    """What a proposal is about: the words it stands at, and those it puts in where it takes none out."""
    come = " ".join(paragraph.text.strip() for edit in one.edits for paragraph in edit.come).strip()
    come = come if len(come) <= _QUOTED else f"{come[:_QUOTED].rsplit(' ', 1)[0]}…"
    at = one.place.words
    if at and not (come and one.kind == "insert"):
        return at
    said = f"new words “{come}”" if come else _WITHOUT_WORDS.get(one.kind, "new words")
    return f"{said} at “{at}”" if at else said
