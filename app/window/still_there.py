"""What there still is of what was open: files where they lay or on a share that does not answer, drafts, a text. No
Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.running.answering import LONG, answers_of
from app.shell.windows import Open
from app.subjects.listing import Listing
from models.dossier.form.holding import this_host
from models.telling.sentences import joined

WORKING = "working"
"""The name of the working text among texts that are named by their draft or file."""
There = Mapping[str, bool | None]
"""Whether each of some files is there; None where a share does not answer."""


def files_of(was: Open) -> list[str]:
    """The files that were open by themselves."""
    return [one for one in dict.fromkeys((*was.compared, *was.texts)) if Path(one).is_absolute()]


def look_whether_there(files: Sequence[str]) -> There:
    """What became of files; it takes some seconds where a share does not answer."""
    answers = answers_of([Path(one) for one in files], Path.is_file, None, LONG)
    return dict(zip(files, answers, strict=True))


def words_of_lost(there: There) -> str:
    """What is said of files that are gone, and of those of which nobody knows; "" where all are there."""
    gone, silent = ([f"“{Path(one).name}”" for one in there if there[one] is answer] for answer in (False, None))
    told = []
    if gone:
        are, they = ("is", "it") if len(gone) == 1 else ("are", "they")
        told.append(f"{joined(gone)} {are} no longer where {they} lay, and so {are} not open again.")
    if silent:
        do, are, they, lies = ("does", "is", "it", "lies") if len(silent) == 1 else ("do", "are", "they", "lie")
        told.append(
            f"{joined(silent)} {do} not answer, and so {are} not open again; "
            f"the share or disk {they} {lies} on may be gone."
        )
    return " ".join(told)


def within(was: Open, listing: Listing | None, files: Collection[str] = ()) -> Open:
    """What of it there can still be: the dossier may be another by now, or one that is only read, and all files but
    these gone."""
    drafts = {node.id for node in listing.nodes} if listing is not None else set()
    writes = was.writes and listing is not None and not listing.dossier.read_only and was.draft in {"", *drafts}
    blobs = {one.blob for one in listing.returned} if listing is not None else set()
    known = {*drafts, *blobs, *([WORKING] if writes else [])}
    there = known.union(files)
    compared = was.compared if there.issuperset(was.compared) else []
    texts, shown = was.texts if there.issuperset(was.texts) else [], 0
    if was.place == "returned":  # each of these is looked at by itself
        texts = [one for one in was.texts if one in there]
        shown = sum(one in there for one in was.texts[: was.shown])
    read = was.read if was.read in drafts else ""
    has = {"dossier": listing, "start": True, "text": read or writes, "compare": compared}
    otherwise = "text" if writes or read else "dossier" if listing is not None else "start"
    place = was.place if has.get(was.place, texts) else otherwise
    return replace(was, place=place, writes=writes, read=read, compared=compared, texts=texts, shown=shown)


def ground_of(was: Open, listing: Listing) -> tuple[str | None, str]:
    """The draft on which the working text goes on, and whose text on that it is: where it was kept just before its
    window ended, and nothing told of it any more, the one that was begun on the draft it became."""
    if all(((row.parent or ""), row.who) != (was.draft, was.who) for row in listing.working):
        ended = [row for row in listing.working if row.host == this_host() and not row.held]
        for row in sorted(ended, key=lambda row: row.who != was.who):
            node = listing.node(row.parent) if row.parent else None
            if node is not None and was.draft in (node.parents or ("",)):
                return row.parent, row.who
    return was.draft or None, was.who
