"""What a compilation that comes back has as it left: it is in the files it was made of, and nobody asks for it anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice, takewhile
from pathlib import Path

from models.comparison.words.tokens import HAN
from models.compiling.anew_in_file import with_anew
from models.compiling.asked_now import same_place
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.left_in_pieces import InPieces, left_in_pieces
from models.compiling.not_together import each_named
from models.compiling.open_wishes import OnFile, anew_on, as_typed, open_on, whose_of, wishes_of
from models.compiling.where_it_left import where_it_left
from models.dossier import Dossier, Node
from models.dossier.incoming.accepted_there import with_accepted
from models.dossier.incoming.as_left import AsLeft
from models.dossier.incoming.earlier_files import no_longer
from models.dossier.incoming.own_package import package_of
from models.dossier.incoming.returning import Plan, planned
from models.dossier.proposals.delegations import Delegation
from models.dossier.proposals.kept_proposals import KeptProposal, ReturnedFile
from models.draft import DraftError
from models.proposals.proposal import Proposal, State, asked_in
from models.proposals.returned import read_returned
from models.proposals.untracked.stretches import Texts
from models.proposals.untracked.untracked import called_alike


def _untold(_share: float) -> None:
    """Nobody waits for it."""


class Compilations:
    """What compilations of a dossier come back with: each is made once, however many files are held against it."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._made: list[tuple[OnFile, str, Delegation | None, Sequence[Proposal]]] = []

    def of(
        self,
        on_file: OnFile,
        node: Node,
        wanted: Delegation | None = None,
        progress: Callable[[float], None] = _untold,
    ) -> Sequence[Proposal]:
        """What a compilation of this would come back with, or one delegation's; nothing where it cannot be."""
        for *made_of, known in self._made:
            if made_of == [on_file, node.id, wanted]:
                return known
        found = _made(self.dossier, on_file, node, wanted, progress)
        self._made = [*self._made[-_KEPT:], (on_file, node.id, wanted, found)]
        return found


_KEPT = 3
"""How many compilations are remembered beside the last: those of now and of when a file left, before it was kept."""


def judged(plan: Plan, compilations: Compilations, progress: Callable[[float], None] = _untold) -> Plan:
    """The plan of a file that is to be kept, with what is in it as a compilation left (`Plan.as_left`).

    That is what a compilation of all that is open now would come back with, or one of what seems to have been there
    when it left, and what one did that was kept before. Of one delegation's alone it is what that would have now: what
    it asks for again in a file of its own is asked for.
    """
    if plan.node is None:
        return replace(plan, as_left=AsLeft())
    found = _judged(plan, compilations, compilations.dossier.node(plan.node), progress)
    return with_anew(found, OnFile.of(compilations.dossier)) if found.no_longer else found


def _judged(plan: Plan, compilations: Compilations, node: Node, progress: Callable[[float], None]) -> Plan:
    dossier, plan = compilations.dossier, replace(plan, as_left=AsLeft())
    plan = _with_accepted(plan, compilations, node, progress)
    files = AsLeft.in_files(dossier, node.id)
    if (same := files.get(plan.returned.blob)) is not None:
        return replace(plan, as_left=same)
    before = [one for one in files.values() if one.keys]
    on_file = OnFile.of(dossier)
    signatures = on_file.writers.signatures
    signed = [one for one in plan.proposals if signatures.issuperset(each_named([one.author]))]
    names = each_named(one.author for one in signed)
    if len(names) < 2:
        alone = next((one for one in on_file.delegations if one.signature in names), None)
        return plan if alone is None else _judged_alone(plan, compilations, on_file, node, alone, before, progress)
    own = _keys(signed)
    # What leaves has no date: what has one somebody typed, unless a program gave one to all.
    left = _keys(one for one in signed if not one.dates) or own
    if again := next((one for one in before if one.keys == own == left), None):
        return _with_as_left(plan, on_file, node, replace(again, holds=again.holds.difference(anew_on(on_file, node))))
    made = compilations.of(on_file, node, progress=_part(progress, 0, 0.5))
    if (there := where_it_left(dossier.draft(node.id), plan, made)) is not plan:
        plan, signed = there, [one for one in there.proposals if signatures.issuperset(each_named([one.author]))]
        own = _keys(signed)
        left = _keys(one for one in signed if not one.dates) or own
    known = own & _keys(made) | left.intersection(key for one in before for key in one.keys)
    begins, share, every = 0.5, 0.25, [made]
    for was in _as_it_was(on_file, node, signed, known) if not own <= known else ():
        other = compilations.of(was, node, progress=_part(progress, begins, share))
        begins, share, every = begins + share, share / 2, [*every, other]
        made = max(made, other, key=lambda found: len(own & _keys(found)))
        if left <= known | _keys(made):
            break
    known |= left & _keys(made)
    in_pieces = left_in_pieces(signed, every) - known if not own <= known else frozenset()
    return _as_left(plan, on_file, node, known, made, in_pieces=in_pieces)


def _with_accepted(plan: Plan, compilations: Compilations, node: Node, progress: Callable[[float], None]) -> Plan:
    """The plan where some changes of a file that left, or came, are accepted in this one: these were not untracked."""
    dossier = compilations.dossier
    on_file = _before(OnFile.of(dossier), plan.returned.blob)
    kept = [(one, own) for one in on_file.proposals if (own := one.on(node.id)) is not None]
    wishes = [own for one, own in kept if one.state is State.OPEN]
    words = _words_of(plan.unasked)
    closed = ((one, own) for one, own in kept if one.state not in (State.OPEN, None))
    decided = {one.key: (one, own) for one, own in closed if _comes_again(own, words)}
    wishes += (own for _, own in decided.values())
    if not words & _words_of(wishes):
        return plan
    draft, returned = dossier.draft(node.id), plan.returned
    texts = Texts(
        (draft, returned.base.draft, returned.sent.draft),
        (*returned.proposals, *returned.typed),
        lambda tell: returned.compared_to(draft, tell),
        lambda: progress(0.5),
    )
    authors = {one.author for one in plan.returned.proposals}

    def before() -> Iterator[tuple[Sequence[Proposal], bool]]:
        yield compilations.of(on_file, node, progress=_part(progress, 0, 0.5)), False
        if decided:
            was = _with(on_file, on_file.files, decided)
            yield compilations.of(was, node, progress=_part(progress, 0, 0.5)), False
        for file in reversed(on_file.files):
            own = [one for kept, one in kept if one.tracked and any(at.blob == file.blob for at in kept.sources)]
            whose = {one.author for one in own}
            if not authors or authors & whose:
                # Who goes on with a file, or marks more in it, is the one who asks for what it had.
                yield own, called_alike(Path(file.file_name).stem, plan.signature) or whose <= authors

    def earlier() -> Iterator[tuple[Sequence[Proposal], bool]]:
        for was in islice(_earlier(on_file, node, decided), _KEPT):
            yield compilations.of(was, node, progress=_part(progress, 0, 0.5)), False

    best = plan
    for made, of in ((before(), _words_of), (earlier(), _changes_of)):
        while of(best.unasked) & of(wishes) and (asked := next(made, None)) is not None:
            found = with_accepted(plan, texts, asked[0], wishes, dossier, is_same=asked[1])
            best = min(best, found, key=lambda one: (_letters(one.unasked), len(one.unasked)))
            progress(0.5)
    return _with_decided(best, on_file, decided.values())


def _with_decided(plan: Plan, on_file: OnFile, decided: Iterable[tuple[KeptProposal, Proposal]]) -> Plan:
    """The plan where some of what is accepted in the file was decided after it left: that is told by the name of whose
    it is."""
    names = {one.key: one.signature for one in on_file.delegations}
    found: list[tuple[Proposal, State]] = []
    for kept, own in decided if plan.accepted else ():
        whose = {names.get(key or "", author) for author, key in whose_of(kept, on_file.writers).items()}
        same = [one for one in plan.accepted if whose.intersection(each_named([one.author])) and asked_in(own, [one])]
        found += [(one, kept.state) for one in same if kept.state is not None]
    return replace(plan, decided=tuple(found)) if found else plan


def _comes_again(one: Proposal, there: Set[str]) -> bool:
    """Whether most words of a proposal are `there`."""
    words = _words_of([one])
    return len(words & there) * 2 > len(words)


def _earlier(on_file: OnFile, node: Node, decided: Collection[str]) -> Iterator[OnFile]:
    """The same as it was before each file that brought something open on a draft came, the last one first; what was
    `decided` (by keys) open."""
    own = [one for one in on_file.proposals if one.state is State.OPEN and one.on(node.id) is not None]
    came = [{source.blob for source in one.sources} for one in own]
    first = {next((file.blob for file in on_file.files if file.blob in blobs), None) for blobs in came}
    for number in range(len(on_file.files) - 1, 0, -1):
        if on_file.files[number].blob in first:
            yield _with(on_file, on_file.files[:number], decided)


def _before(on_file: OnFile, blob: str) -> OnFile:
    """The same as it was before a file came; all of it where that is not kept: what came in it was not in it before."""
    files = [*takewhile(lambda file: file.blob != blob, on_file.files)]
    return on_file if len(files) == len(on_file.files) else _with(on_file, files, ())


def _letters(proposals: Iterable[Proposal]) -> int:
    """How much comes and goes."""
    return sum(len(edit.gone) + len(edit.come_text) for one in proposals for edit in one.edits)


def _words_of(proposals: Iterable[Proposal]) -> set[str]:
    """All words that come and go; of Chinese each sign."""
    return {word for one in proposals for edit in one.edits for word in _WORD.findall(f"{edit.gone} {edit.come_text}")}


_WORD = re.compile(rf"[{HAN}]|[^\s{HAN}]+")


def _changes_of(proposals: Iterable[Proposal]) -> set[str]:
    """All that comes and goes, each change as a whole: the space on either side of words may be the one that came."""
    return {f"{edit.gone.strip()}\0{edit.come_text.strip()}" for one in proposals for edit in one.edits}


def _keys(proposals: Iterable[Proposal]) -> frozenset[str]:
    return frozenset(one.key for one in proposals)


def _part(progress: Callable[[float], None], begins: float, share: float) -> Callable[[float], None]:
    return lambda done: progress(begins + share * done)


def _judged_alone(
    plan: Plan,
    compilations: Compilations,
    on_file: OnFile,
    node: Node,
    whose: Delegation,
    before: Sequence[AsLeft],
    progress: Callable[[float], None],
) -> Plan:
    # What has a date is a redline that somebody wrote.
    def undated(plan: Plan) -> list[Proposal]:
        return [one for one in plan.proposals if one.author == whose.signature and not one.dates]

    left, every = _keys(undated(plan)), list[Sequence[Proposal]]()
    for was in (on_file, *_said_otherwise(on_file)):
        asked = open_on(was, node, whose).by_person.get(whose.signature, {})
        if any(same_place(one, other) for own in asked.values() for other in own for one in undated(plan)):
            every.append(compilations.of(was, node, whose, progress))
        if any(left <= _keys(found) for found in every):
            break
    made: Sequence[Proposal] = max(every, key=lambda found: len(left & _keys(found)), default=())
    plan = where_it_left(compilations.dossier.draft(node.id), plan, made)
    # Withdrawn since one came back, it stays so; what was worded anew since may be asked for again.
    anew = anew_on(on_file, node)
    known = {key for one in before if one.holds.isdisjoint(anew) for key in one.keys}
    return _as_left(plan, on_file, node, _keys(undated(plan)) & (known | _keys(made)), made, whose)


def _as_left(
    plan: Plan,
    on_file: OnFile,
    node: Node,
    keys: frozenset[str],
    made: Sequence[Proposal],
    only: Delegation | None = None,
    in_pieces: frozenset[str] = frozenset(),
) -> Plan:
    if not keys:
        return replace(plan, as_left=AsLeft(in_pieces=in_pieces))
    cut = frozenset(one.author for one in made if one.key not in keys)
    held = frozenset(_held(on_file, node, made, keys, only))
    return _with_as_left(plan, on_file, node, AsLeft(keys, held, cut, in_pieces))


def _with_as_left(plan: Plan, on_file: OnFile, node: Node, as_left: AsLeft) -> Plan:
    # What several ask for has all their names in a compilation; what was worded anew is in none.
    held = as_left.holds.union(anew_on(on_file, node))
    return replace(plan, as_left=as_left, no_longer=no_longer(on_file.proposals, plan.proposals, node.id, held))


def _as_it_was(on_file: OnFile, node: Node, own: Sequence[Proposal], known: Collection[str]) -> Iterator[OnFile]:
    """The same as it may have been when a compilation left, be it that an author writes for another delegation now."""
    yield from _when_it_left(on_file, node, own, known)
    for was in _said_otherwise(on_file):
        yield was
        yield from _when_it_left(was, node, own, known)


def _said_otherwise(on_file: OnFile) -> Iterator[OnFile]:
    """The same with authors who write for the delegations that they wrote for before."""
    for authors in on_file.authors_before[:_KEPT]:
        other = {name: key for name, key in authors.items() if on_file.authors.get(name) != key}
        proposals = [
            replace(one, delegation=other[one.proposal.author]) if one.proposal.author in other else one
            for one in on_file.proposals
        ]
        yield on_file._replace(authors=authors, proposals=proposals)


def _when_it_left(on_file: OnFile, node: Node, own: Sequence[Proposal], known: Collection[str]) -> Iterable[OnFile]:
    """The same with all open that a compilation has, be it withdrawn now, and so before the files of which that has
    nothing: none of them where that is as it is. What others cut in pieces it seems not to have: last comes one with
    all that was withdrawn of those in whose names something is not `known` (by keys)."""
    names, writers = {one.key: one.signature for one in on_file.delegations}, on_file.writers
    # What leaves has no date: what has one somebody typed, be it that he asks again for what he withdrew.
    asked, left = _by_name(own), _by_name(one for one in own if not one.dates)
    files = on_file.files
    when = {file.blob: number for number, file in enumerate(files)}
    again = {file.blob: (had := AsLeft.of(file)).keys | had.in_pieces for file in files}
    last, newest, decided, cut = -1, -1, set[str](), set[str]()
    unknown = set(each_named(one.author for one in own if not one.dates and one.key not in known))
    for kept in on_file.proposals:
        proposal, is_open = kept.on(node.id), kept.state is State.OPEN
        if proposal is None or not proposal.edits:
            continue
        came = (one.blob for one in kept.sources if one.blob in when and kept.key not in again[one.blob])
        first = min((when[blob] for blob in came), default=-1)
        newest = max(newest, first if is_open else -1)
        there = asked if is_open else left
        whose = {names.get(key or "") for key in whose_of(kept, writers).values()}
        if all(name in there and there[name].have(proposal) for name in whose):
            last = max(last, first)
            decided |= set() if is_open else {kept.key}
        if not is_open and not unknown.isdisjoint(whose):
            cut.add(kept.key)
    if decided:
        yield _with(on_file, files, decided)
    if last < newest:
        yield _with(on_file, files[: last + 1], decided)
    if cut - decided and last < newest:
        yield _with(on_file, files[: last + 1], decided | cut)
    if cut - decided:
        yield _with(on_file, files, decided | cut)


def _with(on_file: OnFile, files: Sequence[ReturnedFile], decided: Collection[str]) -> OnFile:
    """The same with some of its files, what came in these or in none, and open what was `decided` since (by keys)."""
    blobs, found = {one.blob for one in files}, []
    for kept in on_file.proposals:
        sources = tuple(one for one in kept.sources if one.blob in blobs)
        if sources or not kept.sources:
            found.append(replace(kept, sources=sources, states=() if kept.key in decided else kept.states))
    return on_file._replace(files=files, proposals=found)


def _by_name(proposals: Iterable[Proposal]) -> dict[str | None, InPieces]:
    found: dict[str | None, list[Proposal]] = {}
    for one in proposals:
        for name in each_named([one.author]):
            found.setdefault(name, []).append(one)
    return {name: InPieces(own) for name, own in found.items()}


def _made(
    dossier: Dossier, on_file: OnFile, node: Node, wanted: Delegation | None, progress: Callable[[float], None]
) -> Sequence[Proposal]:
    draft, asked, package = dossier.draft(node.id), open_on(on_file, node, wanted), package_of(dossier, node.id)
    if asked.in_no_order:
        return ()
    base, origins = (package.data, package.origins) if package is not None else (None, ())
    progress(0)
    try:
        wishes = wishes_of(draft, asked)
        progress(0)
        wishes = joined(draft, wishes)
        typed = as_typed(on_file)
        made = write_compilation(draft, wishes, base=base, origins=origins, as_typed=typed, progress=progress)
    except DraftError:
        return ()
    progress(1)
    returned = read_returned(made.data)
    progress(1)
    found = planned(dossier, returned, "", base=node.id).proposals
    progress(1)
    return found


def _held(
    on_file: OnFile, node: Node, made: Sequence[Proposal], left: frozenset[str], only: Delegation | None
) -> Iterable[str]:
    """The keys of what was asked for before, but for what is not in the file any more where it stood; of what was
    asked for by all, or by one whose own compilation it is."""
    anew, writers = anew_on(on_file, node), on_file.writers
    keys = {one.signature: one.key for one in on_file.delegations}
    gone = [({keys.get(name) for name in each_named([one.author])}, one) for one in made if one.key not in left]
    for kept in on_file.proposals:
        proposal, whose = kept.on(node.id), {*whose_of(kept, writers).values()}
        if proposal is None or kept.state is not State.OPEN or kept.key in anew:
            continue
        if only is not None and only.key not in whose:
            continue
        if not any(whose & names and same_place(proposal, one) for names, one in gone):
            yield kept.key
