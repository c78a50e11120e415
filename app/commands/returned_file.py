"""What `adref read` says of a file that came back: its authors, their proposals, and the draft it was made on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.commands.printing import printable
from app.files.file_name import shown
from app.files.text_file import read_text_file
from models.second_process import beside, beside_and_on
from models.telling.one_line import on_one_line

_TRACKED = (b":ins ", b":del ", b":moveFrom ", b":moveTo ", b":cell", b"Change ")

if TYPE_CHECKING:
    from models.dossier import Dossier
    from models.draft import Draft
    from models.proposals.returned import Returned
    from models.reading.reading import Reading


def marked_by_hand(reading: Reading) -> str | None:
    """The sentence of a Word file that seems to be marked by hand; None for all others."""
    if reading.package is None:
        return None
    from models.proposals.by_hand.hand_marks import hand_marks

    found = hand_marks(reading.package)
    return None if found is None else found.sentence


def how_to_keep_hand_marks(file: Path, sentence: str) -> str:
    """What to say of a file that is kept and seems to be marked by hand, as a `sentence` told."""
    return f"“{shown(file)}”: {sentence[0].lower()}{sentence[1:-1]}, with --returned --marked-by-hand."


def with_hand_marks(reading: Reading, found: Returned | None) -> Reading:
    """The reading, with a warning where the Word file seems to be marked by hand; `found` is it as it came back."""
    from models.reading.reading import ReadingWarning

    sentence = marked_by_hand(reading) if found is None else found.marks
    if not sentence:
        return reading
    message = f"{sentence} Ask for it with --marked-by-hand."
    return replace(reading, warnings=(*reading.warnings, ReadingWarning(None, "marked-by-hand", message)))


def read_marked(
    file: Path, revisions: str, author: str, dossier: Path | None = None, label: str | None = None
) -> tuple[Reading, Returned | None]:
    """A Word file with its marks made by hand taken for changes, and what came of them. Errors: CannotRead.

    Where the draft of `dossier` is known that it was made on, what looked so there is no mark.
    """
    reading = read_text_file(file, revisions)
    if reading.package is None:
        return reading, returned(reading)
    from models.proposals.returned import read_returned

    found = read_returned(reading.package, by_hand=True, author=author)
    if dossier is not None:
        from models.dossier import Dossier
        from models.dossier.incoming.found_base import find_base
        from models.dossier.incoming.returning import with_own_looks

        with Dossier.open(dossier, read_only=True) as opened:
            match = find_base(opened, found.base.draft, blob=found.blob).base
            node = opened.find(label).id if label is not None else match.node if match is not None else None
            found = found if node is None else with_own_looks(opened, found, node)
    return (found.base if revisions == "reject" else found.sent), (found if found.tracked else None)


class BothWays(NamedTuple):
    """A file read, and as it came back, None where it is no Word file or has no changes; and what is told of it."""

    reading: Reading
    found: Returned | None
    told: Callable[[], str]


def read_both_ways(file: Path, revisions: str, tell: Callable[[Reading], str] = lambda _: "") -> BothWays:
    """A file read, with what to `tell` of the reading, which waits to be asked for; a long one on two cores."""
    begun, told, data = _begun(file, revisions, tell)
    if not begun:
        reading = read_text_file(file, revisions)
        return BothWays(reading, returned(reading), partial(tell, reading))
    from models.proposals.returned import read_returned

    found = read_returned(data, readings=begun)
    return BothWays(found.base if revisions == "reject" else found.sent, found, told)


def returned(reading: Reading) -> Returned | None:
    """A reading as a file that came back; None where it is no Word file or has no changes."""
    if reading.package is None or not reading.revisions:
        return None
    from models.proposals.returned import read_returned

    return read_returned(reading.package, readings={reading.revisions_taken: lambda: reading})


def _begun(
    file: Path, revisions: str, tell: Callable[[Reading], str]
) -> tuple[dict[str, Callable[[], Reading]], Callable[[], str], bytes]:
    """What waits for a long Word file with tracked changes, by the way they are taken; empty where none is begun.

    With what waits for what to `tell` of the one that is asked for, and the bytes of the file.
    """
    nothing: tuple[dict[str, Callable[[], Reading]], Callable[[], str], bytes] = {}, str, b""
    if file.suffix.lower() != ".docx" or not file.is_file():
        return nothing
    from models.files.read import CannotRead, file_bytes
    from models.word.archive import says
    from models.word.read import open_ahead
    from models.word.reading.limits import MOST_TOLD_APART, TooManyChanges

    try:
        data = file_bytes(file)
        size = open_ahead(data, MOST_TOLD_APART) if says(data, *_TRACKED) else 0
    except TooManyChanges:
        raise
    except CannotRead:
        return nothing  # which is told where it is read
    other = "accept" if revisions == "reject" else "reject"
    work = partial(read_text_file, file, other)
    waits = beside(work, size)
    if waits is work:
        return nothing
    reading, told = beside_and_on(partial(read_text_file, file, revisions), tell, size)
    return {other: waits, revisions: reading}, told, data


def value(found: Returned | None) -> dict[str, Any]:
    """What the JSON of a reading gains."""
    if found is None:
        return {"authors": [], "proposals": []}
    from models.proposals.json_form import author_value, proposals_value

    return {
        "authors": [author_value(author) for author in found.authors],
        "proposals": proposals_value(found.proposals, found.base.draft),
    }


def base_value(
    reading: Reading, found: Returned | None, dossier: Path, label: str | None
) -> tuple[dict[str, Any], Returned | None]:
    """Which draft of a dossier a text was made on, how near it is, and what differs without tracking; the file on it.

    Of that those changes are accepted which the draft has in it already.
    """
    from models.dossier import Dossier
    from models.dossier.incoming.found_base import find_base
    from models.dossier.incoming.grounds import on_its_ground
    from models.dossier.incoming.read_again import read_as
    from models.proposals.json_form import likeness_value, match_value
    from models.proposals.untracked.matching import likeness

    draft = reading.draft if found is None else found.base.draft
    with Dossier.open(dossier, read_only=True) as opened:
        match = find_base(opened, draft, blob="" if found is None else found.blob)
        known = found is not None and any(one.blob == found.blob for one in opened.returned_files())
        node = None if label is None else opened.find(label)
        if found is not None:
            found, match = on_its_ground(opened, found, match, None if node is None else node.id)
            draft = found.base.draft
        base = match.base
        if node is not None:
            base = likeness(draft, node.id, node.label, opened.draft(node.id))
        told = match_value(match) | {"known": known, "untracked": [], "not_placed": [], "as_left": [], "accepted": []}
        if base is not None and found is not None:
            told |= _on_base(opened, found, base.node)
        elif base is not None:
            told |= _without_changes(read_as(opened, base.node, draft), draft)
    if base is not None:
        told["draft"] = likeness_value(base)
    return told, found


def _without_changes(kept: Draft, draft: Draft) -> dict[str, Any]:
    """What differs in a text that has no changes."""
    from models.comparison.compare import compare
    from models.proposals.json_form import untracked_value
    from models.proposals.untracked.untracked import untracked

    return {"untracked": [untracked_value(one) for one in untracked(compare(kept, draft))]}


def _on_base(dossier: Dossier, found: Returned, node: str) -> dict[str, Any]:
    """What differs without tracking in a file, what of it has no place, and the positions of the proposals that stand
    as they left with a compilation."""
    from models.compiling.come_back import Compilations, judged
    from models.dossier.incoming.returning import planned
    from models.proposals.json_form import untracked_value

    plan = judged(planned(dossier, found, "", base=node), Compilations(dossier))
    left = {one.revisions for one in plan.stand_as_they_left if one.revisions}
    positions = {proposal.key: at for at, proposal in enumerate(found.proposals)}
    return {
        "untracked": [untracked_value(one) for one in plan.untracked],
        "not_placed": [{"proposal": positions[one.key], "reason": reason} for one, reason in plan.not_placed],
        "as_left": [at for at, one in enumerate(found.proposals) if one.revisions in left],
        "accepted": [*plan.told_accepted],
    }


def text(found: Returned) -> Iterator[str]:
    """The authors of a file's changes and what they come to, a line each."""
    if found.authors:
        yield "Changes by"
    for author in found.authors:
        changes = "1 change" if author.changes == 1 else f"{author.changes} changes"
        proposals = "1 proposal" if author.proposals == 1 else f"{author.proposals} proposals"
        yield f"            {on_one_line(author.name) or 'nobody named'}: {changes}, {proposals}"
    yield from (f"            {sentence}" for sentence in found.notices)


def base_text(told: dict[str, Any]) -> Iterator[str]:
    """The same of a draft it was made on."""
    from app.wording import of_those_left
    from models.proposals.untracked.untracked import told_together

    yield "Made on"
    yield f"            {printable(told['sentence'])}"
    sentences = told_together(one["sentence"] for one in told["untracked"])
    yield from (f"            {printable(sentence)}" for sentence in sentences)
    yield from (f"            {printable(sentence)}" for sentence in told["accepted"])
    for one in told["not_placed"]:
        yield f"            Proposal {one['proposal'] + 1} has no place there: {one['reason']}"
    if told["as_left"]:
        yield f"            {of_those_left(len(told['as_left']))}: nothing of them is new."
