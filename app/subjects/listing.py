"""An open dossier as the window lists it: its drafts, the texts being written in it, and what a draft tells. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.running.answering import expect_answer
from models.dossier import Dossier, DossierReadOnly, Node, ReturnedFile
from models.dossier.form.agreements import Agreement
from models.dossier.incoming.importing import Progress
from models.dossier.rows.working_rows import WorkingRow
from models.draft import brackets, in_brackets, note_brackets
from models.draft.masthead import Masthead, masthead
from models.in_turn import in_turn
from models.masthead.words import language_of
from widgets.paper.direction import apart

_BUILDING = 60.0
"""Seconds in which a sample is built on any machine."""


@dataclass(frozen=True)
class Listing:
    """An open dossier, its drafts, newest first, and the texts being written in it."""

    dossier: Dossier
    title: str
    nodes: tuple[Node, ...]
    working: tuple[WorkingRow, ...] = ()
    returned: tuple[ReturnedFile, ...] = ()
    """The Word files that came back and whose proposals are kept."""
    agreements: Mapping[str, Agreement] = field(default_factory=dict, hash=False)
    """What is agreed ad ref, by the name of its words (models.draft.agreed)."""
    own_words: tuple[str, ...] = ()
    """The words of its own dictionary."""
    version: int = field(default=0, compare=False)
    """Of the dossier: while it has no other, no other program wrote it since."""

    def node(self, name: str) -> Node | None:
        """The node of an id, if it is here."""
        return next((node for node in self.nodes if node.id == name), None)


Act = Callable[[Listing], None]
"""Something done to an open dossier."""


@dataclass(frozen=True)
class Story:
    """What was found out about a draft: what changed, its pairs of brackets, the paragraphs that hold one or stand
    within one, and where it was negotiated; `unmatched` are brackets without a partner."""

    node: str
    summary: str
    brackets: int
    bracketed: int
    paragraphs: int
    circumstances: str
    unmatched: int = 0


def open_dossier(path: Path) -> Listing:
    """Open a dossier, for reading only where it cannot be written."""
    expect_answer(path)
    try:
        dossier = Dossier.open(path)
    except DossierReadOnly:
        dossier = Dossier.open(path, read_only=True)
    try:
        return listing_of(dossier)
    except BaseException:
        dossier.close()
        raise


def listing_of(dossier: Dossier) -> Listing:
    """The dossier as it is now."""
    version = dossier.version  # first: what is written meanwhile makes it another
    nodes, working = tuple(reversed(dossier.nodes())), dossier.working_texts()
    returned, agreed, words = dossier.returned_files(), dossier.agreements(), dossier.own_words()
    return Listing(dossier, dossier.title, nodes, working, returned, agreed, words, version)


def story_of(dossier: Dossier, node: str, progress: Progress) -> Story:
    """What changed at a step, and the brackets of its text."""
    from models.dossier.histories.story import step_line

    summary = step_line(dossier, node, progress)
    draft = dossier.draft(node)
    found, noted = brackets(draft), note_brackets(draft.footnotes)
    pairs = [one for one in found if one.start is not None and one.end is not None]
    places = set(in_brackets(pairs))
    places.update(at for at, one in enumerate(draft.paragraphs) if not set(noted.paired).isdisjoint(one.footnotes))
    return Story(
        node,
        summary,
        len(pairs) + noted.pairs,
        len(places),
        len(draft.paragraphs),
        circumstances(masthead(draft)),
        len(found) - len(pairs) + len(noted.unmatched),
    )


def circumstances(head: Masthead) -> str:
    """ "Second Committee, 58th session" of a masthead; what stands in another script runs its own way."""
    where = head.committee or head.organ or ""
    if not head.session:
        return apart(where)
    english = language_of((where,)) == "en"
    session = f"{head.session}{_ordinal(head.session)} session" if english else f"session {head.session}"
    return ", ".join(part for part in (apart(where), session) if part)


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def make_sample(path: Path) -> Path:
    """The sample dossier, built where it is not there yet; it may be asked for, and elsewhere, while it is built."""
    from models.sample import build_sample

    with in_turn(path.parent, patience=_BUILDING):
        if not path.exists():
            build_sample(path)
    return path
