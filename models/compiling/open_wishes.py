"""Which proposals of a dossier are open on a draft, whose they are, and what of them is asked for once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from models.compiling.amended_once import ByPerson, amended_once
from models.compiling.asked_now import as_one, worded_anew
from models.compiling.decided import Decided
from models.compiling.joint_wishes import in_names_of, names_in
from models.compiling.one_wish import Ranks
from models.compiling.own_moves import with_own_words
from models.compiling.own_struck import without_own_struck
from models.compiling.standing import WITH
from models.compiling.words_apart import words_apart
from models.dossier import Dossier, Node
from models.dossier.proposals.delegations import Delegation
from models.dossier.proposals.kept_proposals import KeptProposal, ReturnedFile
from models.draft import Draft
from models.proposals.proposal import END, Proposal, State


class Writers(NamedTuple):
    """All `known` to write in files that came back, with the key of the delegation of each, None where nobody said; and
    the names by which delegations sign in a compilation."""

    known: Mapping[str, str | None]
    signatures: frozenset[str]


class OnFile(NamedTuple):
    """What a dossier has of what is asked for: who asks, for which delegation (its key) each author writes, the files
    that came back, and the proposals; and for which each wrote before somebody said otherwise, the last time first."""

    delegations: Sequence[Delegation]
    authors: Mapping[str, str | None]
    files: Sequence[ReturnedFile]
    proposals: Sequence[KeptProposal]
    authors_before: Sequence[Mapping[str, str | None]] = ()

    @classmethod
    def of(cls, dossier: Dossier) -> OnFile:
        """All that a dossier has."""
        return cls(
            dossier.delegations(),
            dossier.authors(),
            dossier.returned_files(),
            dossier.proposals(),
            dossier.authors_before(),
        )

    @property
    def writers(self) -> Writers:
        """All who write in the files."""
        named = {name: None for file in self.files for name in file.facts.get("authors", ())}
        signed = {one.signature: one.key for one in self.delegations}
        return Writers({**named, **signed, **self.authors}, frozenset(signed))


class Open(NamedTuple):
    """The open proposals on a draft by delegation and by person; `unknown` are persons of whom nobody said whose they
    are, `in_no_order` in whose names stands what no other file can have as it stood. The rest is what `amended_once`
    asks for; what is `decided` is among them where a compilation may have it.
    """

    by_person: dict[str, dict[str, list[Proposal]]]
    unknown: tuple[str, ...]
    files: Sequence[Ranks]
    signed: Set[str]
    before: Set[str]
    decided: Decided
    in_no_order: tuple[str, ...] = ()


def open_on(on_file: OnFile, node: Node, wanted: Delegation | None = None) -> Open:
    """What is open on a draft, of one delegation where it is `wanted`."""
    names = {one.key: one.signature for one in on_file.delegations}
    by_person: dict[str, dict[str, list[Proposal]]] = {}
    unknown: dict[str, None] = {}
    together: list[Proposal] = []
    writers, before = on_file.writers, anew_on(on_file, node)
    files: dict[str, dict[str, Sequence[int]]] = {file.blob: {} for file in on_file.files}
    signed = set[str]()
    for kept in on_file.proposals:
        proposal = kept.on(node.id)
        whose = whose_of(kept, writers)
        for source in kept.sources:
            files.setdefault(source.blob, {})[kept.key] = source.ranks
        parts = _parts(kept.proposal.author, writers) if kept.delegation is None else ()
        if writers.signatures.issuperset(name for part in kept.proposal.author.split(WITH) for name in names_in(part)):
            signed.add(kept.key)
        if kept.state is not State.OPEN or proposal is None or (wanted and wanted.key not in whose.values()):
            continue
        if len(parts) > 1 and (wanted or _is_between(proposal)):
            continue
        unknown |= {one: None for one, key in whose.items() if key not in names and kept.key not in before}
        if len(parts) > 1:
            together.append(proposal)
            of = [in_names_of(names[key] for one in part if (key := whose[one]) in names) for part in parts]
            by_person.setdefault(WITH.join(dict.fromkeys(of)), {}).setdefault(proposal.author, []).append(proposal)
            continue
        for key in dict.fromkeys(whose.values()):
            if key in names and (wanted is None or key == wanted.key):
                by_person.setdefault(names[key], {}).setdefault(proposal.author, []).append(proposal)
    order = tuple(dict.fromkeys(_in_no_order(together)))
    decided = _decided(on_file, node, by_person, signed)
    return Open(by_person, tuple(unknown), [*files.values()], signed, before.keys(), decided, order)


def _decided(on_file: OnFile, node: Node, by_person: dict[str, dict[str, list[Proposal]]], signed: Set[str]) -> Decided:
    """What is open no more of the persons in whose names compilations have something, which is put among the wishes."""
    names = {one.key: one.signature for one in on_file.delegations}
    copies = {name: {one.key for own in people.values() for one in own} & signed for name, people in by_person.items()}
    found: list[KeptProposal] = []
    for kept in on_file.proposals:
        proposal, name = kept.on(node.id), names.get(kept.delegation or "")
        if proposal is None or kept.state in (None, State.OPEN) or kept.key in signed or not copies.get(name or ""):
            continue
        by_person[name or ""].setdefault(proposal.author, []).append(proposal)
        found.append(kept)
    every = set[str]().union(*copies.values())
    return Decided.of(found, (one for one in on_file.proposals if one.key in every), on_file.files)


def once(draft: Draft, asked: Open) -> tuple[dict[str, dict[str, list[Proposal]]], Set[str | None]]:
    """What is asked for, once in each name, and the keys of what others amend."""
    found = amended_once(draft, with_words_moved(draft, asked), asked.files, asked.signed, asked.before, asked.decided)
    return found, {one.against for people in found.values() for own in people.values() for one in own}


def with_words_moved(draft: Draft, asked: Open) -> ByPerson:
    """What is open, moves with the words that a delegation changes in what it moves itself."""
    return with_own_words(draft, asked.by_person, asked.before | asked.decided.when.keys())


def wishes_of(draft: Draft, asked: Open) -> dict[str, list[Proposal]]:
    """The wishes on a draft by the names of delegations, each once."""
    by_person, amended = as_it_stands(draft, asked)
    return {name: words_apart(as_one(draft, own, amended), asked.files, amended) for name, own in by_person.items()}


def as_it_stands(draft: Draft, asked: Open) -> tuple[dict[str, dict[str, list[Proposal]]], Set[str | None]]:
    """The same as `once`, without what goes with words that another person of the delegation takes out."""
    by_person, amended = once(draft, asked)
    stays = asked.signed | amended
    return {name: without_own_struck(own, asked.files, stays) for name, own in by_person.items()}, amended


def anew_on(on_file: OnFile, node: Node) -> dict[str, bool]:
    """What is worded anew on a draft, as `worded_anew` tells."""
    return worded_anew(on_file.proposals, on_file.files, node.id)


def whose_of(kept: KeptProposal, writers: Writers) -> dict[str, str | None]:
    """Who made a proposal, several where their changes were not told apart, with the key of the delegation of each."""
    author = kept.proposal.author
    if kept.delegation is not None:
        return {author: kept.delegation}
    return {one: writers.known.get(one) for part in _parts(author, writers) for one in part}


def _parts(author: str, writers: Writers) -> tuple[tuple[str, ...], ...]:
    """Who made what stands in a name, by those whose changes it needs: of “Fiji with Kenya, Peru”, as a compilation
    has it, Fiji's and one of the others'."""
    parts = tuple(names_in(part) for part in author.split(WITH))
    every = [one for part in parts for one in part]
    if len(parts) > 1 and writers.known.get(author) is None and all(one in writers.known for one in every):
        return parts
    return (_named_together(author, writers) or (author,),)


def _is_between(one: Proposal) -> bool:
    """Whether it is what a compilation has between the words of two, or their tables, or the end of a paragraph that
    goes where both strike its words: it follows from these."""
    empty = all(
        (edit.come or edit.gone) and not edit.come_text.strip() and not edit.gone.strip(END) for edit in one.edits
    )
    return bool(one.edits) and not one.strikes and empty


def _in_no_order(together: Sequence[Proposal]) -> Iterator[str]:
    """In whose names stands what a compilation has of several where one moves a paragraph, and whose order there nobody
    can tell again: another divides it there too, or several move it to one place."""
    moved: dict[tuple[str, int], list[Proposal]] = {}
    movers: dict[tuple[str, int, str], set[str]] = {}
    for one in together:
        whose, mover = one.author.split(WITH, 1)
        moved.setdefault((mover, one.place.first), []).append(one)
        # What one asks for in one paragraph stands alike wherever others move that.
        for said in {edit.come_text for edit in one.edits} or {""}:
            movers.setdefault((whose, one.place.first, said), set()).add(one.author)
    for there in moved.values():
        authors = {one.author for one in there}
        if len(authors) > 1 and any(edit.ends_come for one in there for edit in one.edits):
            yield from sorted(authors)
    yield from (author for authors in movers.values() if len(authors) > 1 for author in sorted(authors))


def _named_together(author: str, writers: Writers) -> tuple[str, ...]:
    """The authors of "J. Doe, K. Li"; none where one of them is not known. A name may hold a comma itself.

    What a file has in one name is of several delegations where it is signed as in a compilation, “Fiji, Kenya”.
    """
    if author in writers.known:
        signed = names_in(author)
        return signed if writers.known[author] is None and writers.signatures.issuperset(signed) else (author,)
    pieces = author.split(", ")
    for count in range(1, len(pieces)):
        first, rest = ", ".join(pieces[:count]), ", ".join(pieces[count:])
        if first in writers.known and (others := _named_together(rest, writers)):
            return (first, *others)
    return ()


def as_typed(on_file: OnFile) -> frozenset[str]:
    """The delegations in all of whose files every number stands as it was typed, and as what comes has it."""
    left: dict[str, bool] = {}
    for file in on_file.files:
        for name in file.facts.get("authors", ()):
            left[name] = left.get(name, True) and bool(file.facts.get("as_typed"))
    of = on_file.authors
    own = {one.short: [name for name, key in of.items() if key == one.key] for one in on_file.delegations}
    return frozenset(short for short, names in own.items() if names and all(left.get(name) for name in names))
