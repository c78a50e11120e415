"""A returned Word file: read, matched to a kept draft, its proposals set on it, and kept. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.files.writing import Put
from app.running.what_stays import making_what_stays
from app.subjects.came_back import Came
from app.subjects.listing import Listing, listing_of
from models.circulation.certificate import Certificate
from models.comparison.change import Comparison
from models.compiling.come_back import Compilations, judged
from models.dossier import Dossier, Node, Recorded
from models.dossier import ReturnedFile as Kept
from models.dossier.incoming.found_base import find_base
from models.dossier.incoming.importing import Incoming, Progress, import_files
from models.dossier.incoming.read_again import read_as
from models.dossier.incoming.returning import BaseNotSure, Plan, keep_returned, planned
from models.draft import Draft
from models.proposals.proposal import Proposal, keyed
from models.proposals.returned import Returned, read_returned
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.matching import Match
from models.proposals.untracked.untracked import in_rows, key_of_nobody
from widgets.returned.view import Answer


@dataclass(frozen=True)
class ReturnedFile:
    """A file and what it comes to in the dossier; `ground` is the text its proposals stand on, `against` that text set
    beside the file's own without its changes.

    `answers` say what becomes of the places that were changed without tracking, by their numbers in the plan. `there`
    are the keys of the proposals that the dossier has, be it from another file.
    """

    path: Path
    plan: Plan = field(repr=False)
    ground: Draft = field(repr=False)
    against: Comparison | None = field(default=None, repr=False)
    answers: Mapping[int, Answer] = field(default_factory=dict)
    kept: Kept | None = None
    there: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def returned(self) -> Returned:
        """The file as it was read."""
        return self.plan.returned

    @property
    def name(self) -> tuple[Path, str]:
        """What tells it from others that came back: two of the same name may be kept."""
        return self.path, self.returned.blob

    @property
    def base(self) -> str:
        """The id of the draft it stands on, "" where its own text is to become one."""
        return self.plan.node or ""

    def answered(self, number: int, answer: Answer) -> ReturnedFile:
        """The same file after something was said of a place without tracking, and of all that have one row with it."""
        together = next(row for row in in_rows(self.plan.untracked) if number in row)
        return replace(self, answers={**self.answers, **dict.fromkeys(together, answer)})

    @property
    def wanted(self) -> tuple[int, ...]:
        """The places without tracking that become proposals."""
        return tuple(n for n, _ in enumerate(self.plan.untracked) if self.answers.get(n) is Answer.PROPOSAL)

    @property
    def author(self) -> str:
        """Whose words without tracking are taken to be: nobody signed them, so they have the name of the file."""
        return self.plan.signature

    @property
    def undecided(self) -> int:
        """How many places without tracking could become proposals, and nothing is said of them."""
        places = enumerate(self.plan.untracked)
        return sum(one.held and self.answers.get(n, Answer.OPEN) is Answer.OPEN for n, one in places)

    def made(self) -> tuple[Proposal, ...]:
        """The proposals the user made of words without tracking, and those that amend them."""
        found = {one.key: one for number in self.wanted for one in self.made_of(number)}
        return tuple(found.values())

    @property
    def left_out(self) -> frozenset[str]:
        """What the user wants no proposals of, by their `key_of_nobody`."""
        places = [n for n, _ in enumerate(self.plan.untracked) if self.answers.get(n) is Answer.LEFT_OUT]
        return frozenset(key_of_nobody(one) for n in places for one in self.made_of(n) if not one.tracked)

    @property
    def newly_answered(self) -> bool:
        """Whether what the user wants no proposals of is other than what was left out of the file before."""
        return self.left_out != self.plan.left_out & {key_of_nobody(one) for one in self.plan.unasked}

    @property
    def not_placed(self) -> tuple[tuple[Proposal, str], ...]:
        """What has no place in the kept draft, nor in what the user made proposals of."""
        if not self.plan.not_placed:
            return ()
        places = self.plan.untracked
        in_file = [number for number in self.wanted if places[number].against is None]
        own = [one for number in in_file for one in self._unamended(number)]
        return self.plan.amended(own)[1]

    def made_of(self, number: int) -> tuple[Proposal, ...]:
        """The proposals that a place without tracking comes to."""
        own = self._unamended(number)
        if self.plan.untracked[number].against is not None:
            return keyed(own, self.base)
        return keyed(self.plan.amended(own)[0], self.base)

    def _unamended(self, number: int) -> tuple[Proposal, ...]:
        one = self.plan.untracked[number]
        if one.made:
            return self.plan.signed(one.made)
        against = one.against or self.against
        if against is None:
            return ()
        here: set[int] = set()
        if one.footnote is None:
            here = {id(change) for change in against.changes if place_of(change.old, change.new) == (one.old, one.new)}
        made = compared_proposals(
            against,
            self.author,
            draft=self.base,
            only=lambda change: id(change) in here,
            notes=lambda note: note == one.footnote,
        )
        return self.plan.signed(made)


def place_of(old: Sequence[int], new: Sequence[int]) -> tuple[int | None, int | None]:
    """The first old and the first new paragraph of a change."""
    return (old[0] if old else None), (new[0] if new else None)


def open_returned(came: Came, compilations: Compilations | None, progress: Progress) -> ReturnedFile:
    """Read a Word file, find the draft it was made on, and what in it stands as it left with a compilation.

    `compilations` are those of the open dossier, None where none is. Errors: CannotRead, in one sentence.
    """
    with making_what_stays():
        returned = read_returned(came.data, by_hand=came.by_hand)
        progress(0.2)
        plan = _plan(compilations, returned, came, progress)
        return as_kept(_on(came.path, plan, compilations, progress, came.kept))


def on_base(file: ReturnedFile, node: str, compilations: Compilations, progress: Progress) -> ReturnedFile:
    """The same file on another kept draft; "" lets its own text become one."""
    with making_what_stays():
        dossier = compilations.dossier
        if node:
            begun = planned(dossier, file.returned, file.path.name, base=node, progress=lambda done: progress(done / 4))
            plan = judged(begun, compilations, lambda done: progress(0.25 + 0.75 * done))
        else:
            whole = file.returned.whole or file.returned
            match = file.plan.match
            if match.accepted:
                match = find_base(dossier, whole.base.draft, blob=whole.blob)
            plan = Plan(whole, file.path.name, match, None, whole.proposals)
        return as_kept(_on(file.path, plan, compilations, progress, file.kept))


def looked_at_again(file: ReturnedFile, compilations: Compilations, progress: Progress) -> ReturnedFile:
    """The same file as it stands to what the dossier has now."""
    return on_base(file, file.base, compilations, progress) if file.base else file


def _plan(compilations: Compilations | None, returned: Returned, came: Came, progress: Progress) -> Plan:
    name, base = came.path.name, came.kept.node if came.kept is not None else None
    if compilations is None:
        return Plan(returned, name, Match(None), None, returned.proposals)
    dossier = compilations.dossier
    try:
        plan = planned(dossier, returned, name, base=base, progress=lambda share: progress(0.2 + 0.2 * share))
        return judged(plan, compilations, lambda share: progress(0.4 + 0.6 * share))
    except BaseNotSure as error:
        # The page shows which drafts it may be, and the user says.
        return Plan(returned, name, error.match, None, returned.proposals)


def _on(
    path: Path, plan: Plan, compilations: Compilations | None, progress: Progress, kept: Kept | None
) -> ReturnedFile:
    if plan.node is None or compilations is None:
        return ReturnedFile(path, plan, plan.returned.base.draft, kept=kept)
    dossier = compilations.dossier
    ground = read_as(dossier, plan.node, plan.returned.base.draft)
    against = plan.returned.compared_to(ground, lambda _done: progress(1)) if plan.untracked else None
    there = frozenset(one.key for one in dossier.proposals())
    return ReturnedFile(path, plan, ground, against, kept=kept, there=there)


def as_kept(file: ReturnedFile) -> ReturnedFile:
    """A file with the places without tracking answered as they were before, be it of another file: those of which the
    dossier has the proposals, in whatever name, and those that were left out."""
    file = replace(file, answers={})
    if not (file.plan.kept or file.plan.left_out):
        return file
    asked = {key_of_nobody(one) for one in file.plan.kept}
    for row in in_rows(file.plan.untracked):
        made = [one for number in row for one in file.made_of(number)]
        if any(own and all(one.key in file.there for one in own) for own in map(file.made_of, row)):
            file = file.answered(row[0], Answer.PROPOSAL)
        elif made and all(key_of_nobody(one) in file.plan.left_out for one in made if not one.tracked):
            file = file.answered(row[0], Answer.LEFT_OUT)
        elif made and all(key_of_nobody(one) in asked for one in made if not one.tracked):
            file = file.answered(row[0], Answer.PROPOSAL)
    return file


# Keeping


@dataclass(frozen=True)
class KeptFile:
    """What keeping a file came to: the dossier as it is now, the draft it was made on, and what was recorded."""

    listing: Listing
    node: Node
    recorded: Recorded
    file: ReturnedFile = field(repr=False)


def keep_file(file: ReturnedFile, compilations: Compilations, who: str, progress: Progress) -> KeptFile:
    """Keep the proposals of a file, and the file; where it was made on no kept draft, its own text becomes one."""
    dossier = compilations.dossier
    # Again, as another file may have been kept since it was opened; where none was, nothing is compiled anew.
    file = replace(file, plan=judged(file.plan, compilations, progress))
    kept = keep_returned(dossier, file.plan, also=file.made(), left_out=file.left_out, who=who)
    return KeptFile(listing_of(dossier), dossier.node(kept.node), kept.recorded, file)


def keep_sent(dossier: Dossier, file: ReturnedFile, who: str) -> tuple[Listing, Node]:
    """Keep the text with all changes accepted as a draft on the one the file was made on."""
    parent = dossier.node(file.base) if file.base else None
    sent = (file.returned.whole or file.returned).sent
    (node,) = import_files(dossier, [Incoming(sent, file.path.name)], parent=parent, who=who)
    return listing_of(dossier), node


def said_of(dossier: Dossier) -> dict[str, str]:
    """By the names in Word files, the short names of the delegations they were said to be."""
    short = {one.key: one.short for one in dossier.delegations()}
    return {author: short[key] for author, key in dossier.writers().items() if key in short}


def say_delegation(dossier: Dossier, author: str, delegation: str, who: str) -> dict[str, str]:
    """Say whose the changes of a name are, for all files, "" that nobody knows; what is said of all names now."""
    key = dossier.add_delegation(delegation, who=who).key if delegation else None
    dossier.map_author(author, key, who=who)
    return said_of(dossier)


def compile_to(dossier: Dossier, path: Path, progress: Progress, put: Put) -> Certificate:
    """Write the open proposals on the last draft that has any to a Word file, in the names of their delegations."""
    from app.files.compiled_file import write
    from models.compiling.wishes import latest_proposed_on

    return write(path, dossier, latest_proposed_on(dossier), progress=progress, put=put)
