"""A returned Word file: read, matched to a kept draft, its proposals set on it, and kept. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.aside import making_what_stays
from app.listing import Listing, listing_of
from models.circulation.certificate import Certificate
from models.comparison.change import Comparison
from models.dossier import Dossier, Node, Recorded
from models.dossier import ReturnedFile as Kept
from models.dossier.importing import Incoming, Progress, import_files
from models.draft import Draft
from models.proposals.carrying import Carried
from models.proposals.compared import compared_proposals
from models.proposals.matching import Match, Untracked, matched, untracked
from models.proposals.proposal import Proposal
from models.proposals.returned import Returned, read_returned
from widgets.returned.view import Answer


@dataclass(frozen=True)
class Came:
    """A Word file to be looked at: its bytes, whether marks made by hand are its changes, and where it is kept."""

    path: Path
    data: bytes = field(repr=False)
    by_hand: bool = False
    kept: Kept | None = None


@dataclass(frozen=True)
class ReturnedFile:
    """A file, the kept draft `base` its proposals are set on ("" where none: then on its own text), and that text.

    `found` are the places changed without tracking against that draft, and `answers` what becomes of them, by number.
    """

    path: Path
    returned: Returned = field(repr=False)
    match: Match
    base: str
    ground: Draft = field(repr=False)
    carried: Carried = field(repr=False)
    against: Comparison | None = field(default=None, repr=False)
    found: tuple[Untracked, ...] = field(default=(), repr=False)
    answers: Mapping[int, Answer] = field(default_factory=dict)
    kept: Kept | None = None

    def answered(self, number: int, answer: Answer) -> ReturnedFile:
        """The same file after something was said of a place without tracking."""
        return replace(self, answers={**self.answers, number: answer})

    @property
    def wanted(self) -> tuple[int, ...]:
        """The places without tracking that become proposals."""
        return tuple(n for n, _ in enumerate(self.found) if self.answers.get(n) is Answer.PROPOSAL)

    @property
    def author(self) -> str:
        """Whose words without tracking are taken to be: the one author's of the file, nobody's where there are more."""
        return self.returned.authors[0].name if len(self.returned.authors) == 1 else ""

    def proposals(self) -> tuple[Proposal, ...]:
        """All that is kept: the placed proposals, and those the user made of words without tracking."""
        made = [one for number in self.wanted for one in self.made_of(number)]
        return (*self.carried.placed, *made)

    def made_of(self, number: int) -> tuple[Proposal, ...]:
        """The proposals that a place without tracking comes to."""
        if self.against is None:
            return ()
        place = (self.found[number].old, self.found[number].new)
        here = {id(one) for one in self.against.changes if place_of(one.old, one.new) == place}
        return compared_proposals(self.against, self.author, draft=self.base, only=lambda change: id(change) in here)


def place_of(old: Sequence[int], new: Sequence[int]) -> tuple[int | None, int | None]:
    """The first old and the first new paragraph of a change."""
    return (old[0] if old else None), (new[0] if new else None)


def open_returned(came: Came, dossier: Dossier | None, progress: Progress) -> ReturnedFile:
    """Read a Word file and find the draft it was made on. Errors: CannotRead, in one sentence."""
    with making_what_stays():
        returned = read_returned(came.data, by_hand=came.by_hand)
        progress(0.4)
        kept = [(node.id, node.label, node.content) for node in dossier.nodes()] if dossier else []
        drafts: Callable[[str], Draft] = dossier.draft if dossier else lambda node: returned.base.draft
        match = matched(returned.base.draft, kept, drafts, lambda share: progress(0.4 + 0.3 * share))
        node = came.kept.node if came.kept is not None else match.base.node if match.base is not None else ""
        read = ReturnedFile(came.path, returned, match, "", returned.base.draft, Carried(()), kept=came.kept)
        return _as_kept(_on(read, dossier, node), dossier)


def _as_kept(file: ReturnedFile, dossier: Dossier | None) -> ReturnedFile:
    """Of a file that is kept, the places without tracking of which proposals were made."""
    if file.kept is None or dossier is None or not file.found:
        return file
    known = {one.key for one in dossier.proposals()}
    for number, _ in enumerate(file.found):
        made = file.made_of(number)
        if made and all(one.key in known for one in made):
            file = file.answered(number, Answer.PROPOSAL)
    return file


def on_base(file: ReturnedFile, dossier: Dossier, node: str) -> ReturnedFile:
    """The same file, its proposals set on another kept draft; "" sets them on its own text."""
    with making_what_stays():
        return _on(file, dossier, node)


def _on(file: ReturnedFile, dossier: Dossier | None, node: str) -> ReturnedFile:
    returned = file.returned
    if not node or dossier is None:
        own = Carried(returned.proposals)
        return replace(file, base="", ground=returned.base.draft, carried=own, against=None, found=(), answers={})
    kept = dossier.draft(node)
    against = returned.compared_to(kept)
    return replace(
        file,
        base=node,
        ground=kept,
        carried=returned.on(kept, node),
        against=against,
        found=untracked(against),
        answers={},
    )


# Keeping


@dataclass(frozen=True)
class KeptReturn:
    """What keeping a file came to: the dossier as it is now, the draft it was made on, and what was recorded."""

    listing: Listing
    node: Node
    recorded: Recorded
    file: ReturnedFile = field(repr=False)


def keep_returned(dossier: Dossier, file: ReturnedFile, who: str) -> KeptReturn:
    """Keep the proposals of a file, and the file; where it was made on no kept draft, its own text becomes one."""
    if not file.base:
        (node,) = import_files(dossier, [Incoming(file.returned.base, file.path.name)], who=who)
        file = on_base(file, dossier, node.id)
    facts = {
        "authors": {one.name: one.changes for one in file.returned.authors},
        "proposals": len(file.proposals()),
        "not_placed": len(file.carried.not_placed),
        "untracked": len(file.found),
        "by_hand": file.returned.by_hand,
        "exact": file.returned.exact,
    }
    recorded = dossier.keep_proposals(
        file.proposals(),
        data=file.returned.data,
        file_name=file.path.name,
        facts=facts,
        node=file.base,
        who=who,
    )
    return KeptReturn(listing_of(dossier), dossier.node(file.base), recorded, file)


def keep_sent(dossier: Dossier, file: ReturnedFile, who: str) -> tuple[Listing, Node]:
    """Keep the text with all changes accepted as a draft on the one the file was made on."""
    parent = dossier.node(file.base) if file.base else None
    (node,) = import_files(dossier, [Incoming(file.returned.sent, file.path.name)], parent=parent, who=who)
    return listing_of(dossier), node


def said_of(dossier: Dossier) -> dict[str, str]:
    """By the names in Word files, the short names of the delegations they were said to be."""
    short = {one.key: one.short for one in dossier.delegations()}
    return {author: short[key] for author, key in dossier.authors().items() if key in short}


def say_delegation(dossier: Dossier, author: str, delegation: str, who: str) -> dict[str, str]:
    """Say whose the changes of a name are, for all files, "" that nobody knows; what is said of all names now."""
    key = dossier.add_delegation(delegation, who=who).key if delegation else None
    dossier.map_author(author, key, who=who)
    return said_of(dossier)


def compile_to(dossier: Dossier, path: Path) -> Certificate:
    """Write the open proposals on the last draft that has any to a Word file, in the names of their delegations."""
    from app.commands.compiling import write
    from models.circulation.wishes import latest_proposed_on

    return write(path, dossier, latest_proposed_on(dossier))
