"""Which proposals of a dossier go out on a draft, and in whose names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from models.compiling.amended_once import amended_once, asked_again
from models.compiling.asked_now import as_one, worded_anew
from models.compiling.clashes import in_quotes, short
from models.compiling.joint_wishes import in_names_of, in_order, names_in
from models.compiling.one_wish import Ranks
from models.compiling.own_struck import own_struck, without_own_struck
from models.compiling.standing import WITH
from models.dossier import Dossier, DossierError, Node
from models.dossier.proposals.delegations import Delegation
from models.dossier.proposals.kept_proposals import KeptProposal
from models.draft import Draft, labels
from models.proposals.proposal import END, Proposal, State, asked_in
from models.telling.one_line import on_one_line
from models.telling.sentences import listed


class NothingProposed(DossierError):
    """There is no proposal of the kind asked for."""


class NobodySaid(DossierError):
    """A file that names delegations and no persons is to be made of proposals whose delegation is not known."""

    def __init__(self, authors: Sequence[str]) -> None:
        names = [f"“{on_one_line(name)}”" if name else "an author without a name" for name in authors]
        super().__init__(
            f"Nobody said which delegation {listed(names)} {'writes' if len(names) == 1 else 'write'} for; "
            "say it first, so that no person’s name leaves."
        )


class _Writers(NamedTuple):
    """All `known` to write in files that came back, with the key of the delegation of each, None where nobody said; and
    the names by which delegations sign in a compilation."""

    known: Mapping[str, str | None]
    signatures: frozenset[str]


class _Open(NamedTuple):
    """The open proposals on a draft by delegation and by person; `unknown` are persons of whom nobody said whose they
    are. The rest is what `amended_once` asks for.
    """

    by_person: dict[str, dict[str, list[Proposal]]]
    unknown: tuple[str, ...]
    files: Sequence[Ranks]
    signed: Set[str]
    before: Set[str]


def wished(dossier: Dossier, node: Node, delegation: str | None = None) -> tuple[dict[str, list[Proposal]], int]:
    """The open proposals on a draft by the short names of delegations, and how many of the one have no ground alone.

    Errors: NothingProposed, NobodySaid.
    """
    wanted = None if delegation is None else dossier.delegation(delegation)
    if delegation is not None and wanted is None:
        raise NothingProposed(f"There is no delegation “{delegation}” in this dossier.")
    asked, draft = _open(dossier, node, wanted), dossier.draft(node.id)
    if asked.unknown:
        raise NobodySaid(asked.unknown)
    by_person, amended = _once(draft, asked)
    stays = asked.signed | amended
    by_person = {name: without_own_struck(own, asked.files, stays) for name, own in by_person.items()}
    wishes = {name: as_one(draft, own, amended) for name, own in by_person.items()}
    there = {proposal.key for own in wishes.values() for proposal in own}
    apart = sum(one.against is not None and one.against not in there for own in wishes.values() for one in own)
    if not wishes or (wanted is not None and apart == len(wishes[wanted.signature])):
        of = f" of {wanted.short}" if wanted is not None else ""
        raise NothingProposed(f"No open proposal{of} stands on “{node.label}” by itself; nothing was written.")
    return in_order(wishes), apart


def wished_again(dossier: Dossier, node: Node) -> dict[str, tuple[str, ...]]:
    """The keys of open proposals on a draft that others hold already, as a compilation that came back has what was in
    files before; with the keys of those.
    """
    asked = _open(dossier, node)
    return asked_again(dossier.draft(node.id), asked.by_person, asked.files, asked.signed, asked.before)


def _once(draft: Draft, asked: _Open) -> tuple[dict[str, dict[str, list[Proposal]]], Set[str | None]]:
    """What is asked for, once in each name, and the keys of what others amend."""
    once = amended_once(draft, asked.by_person, asked.files, asked.signed, asked.before)
    return once, {one.against for people in once.values() for own in people.values() for one in own}


def _open(dossier: Dossier, node: Node, wanted: Delegation | None = None) -> _Open:
    names = {one.key: one.signature for one in dossier.delegations()}
    by_person: dict[str, dict[str, list[Proposal]]] = {}
    unknown: dict[str, None] = {}
    together: list[Proposal] = []
    writers, before = _writers(dossier), _worded_anew(dossier, node)
    files: dict[str, dict[str, Sequence[int]]] = {file.blob: {} for file in dossier.returned_files()}
    signed = set[str]()
    for kept in dossier.proposals():
        proposal = kept.on(node.id)
        whose = _whose(kept, writers)
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
    unknown |= dict.fromkeys(_in_no_order(together))
    return _Open(by_person, tuple(unknown), [*files.values()], signed, before.keys())


def written_for(dossier: Dossier) -> dict[str, frozenset[str]]:
    """By the author of each proposal, the keys of the delegations it is of, none where nobody said.

    A compilation that came back has what several ask for as “Fiji, Kenya”: it is of both.
    """
    writers = _writers(dossier)
    return {
        one.proposal.author: frozenset(key for key in _whose(one, writers).values() if key is not None)
        for one in dossier.proposals()
    }


def _worded_anew(dossier: Dossier, node: Node) -> dict[str, bool]:
    return worded_anew(dossier.proposals(), dossier.returned_files(), node.id)


def _whose(kept: KeptProposal, writers: _Writers) -> dict[str, str | None]:
    """Who made a proposal, several where their changes were not told apart, with the key of the delegation of each."""
    author = kept.proposal.author
    if kept.delegation is not None:
        return {author: kept.delegation}
    return {one: writers.known.get(one) for part in _parts(author, writers) for one in part}


def _parts(author: str, writers: _Writers) -> tuple[tuple[str, ...], ...]:
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


def _named_together(author: str, writers: _Writers) -> tuple[str, ...]:
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


def _writers(dossier: Dossier) -> _Writers:
    named = {name: None for file in dossier.returned_files() for name in file.facts.get("authors", ())}
    return _Writers(named | dossier.writers(), frozenset(one.signature for one in dossier.delegations()))


def within_others(wishes: Mapping[str, Sequence[Proposal]], names: Collection[str]) -> tuple[str, ...]:
    """Who asks only for what is part of what others ask for, a line each; `names` are those with changes in a file."""
    return tuple(
        f"Not in the file by itself: what “{name}” asks for, which is part of what others ask for"
        for name, own in wishes.items()
        if name not in names and WITH not in name and not all(map(is_silent, own))
    )


def not_in_the_file(draft: Draft, name: str, own: Sequence[Proposal], typed: Collection[int] = ()) -> tuple[str, ...]:
    """What one asks for and is no tracked change of a file, a line each: a look, which has no words.

    `typed` are the paragraphs whose numbers are letters of the file: those that are typed anew are not looked at here.
    """
    places, found = labels(draft), dict[str, None]()
    # A file that was read before levels were held, and again since, has the same wish twice, once without its level.
    told = {one.place.first for one in own if any(edit.becomes is not None for edit in one.edits)}
    for at in (one.place.first for one in own if is_silent(one)):
        if at < len(draft.paragraphs) and at not in told and at not in typed:
            place = places[at] or f"paragraph {at + 1}"
            found[f"Not in the file: what “{name}” changes of the look or the level of {place}, no words"] = None
    return tuple(found)


def without_place(dossier: Dossier, node: Node | None = None, delegation: str | None = None) -> tuple[str, ...]:
    """What came back in files and has no place in the draft they were made on, a line for each file; and what has one
    and could not be told apart by its authors, a line for each paragraph.

    Only files made on one draft, and those that an author of one delegation wrote in, where these are given.
    """
    wanted = None if delegation is None else dossier.delegation(delegation)
    of = dossier.writers() if wanted is not None else {}
    found = []
    for file in dossier.returned_files():
        if node is not None and file.node != node.id:
            continue
        if wanted is not None and not any(of.get(name) == wanted.key for name in file.facts.get("authors", ())):
            continue
        if brackets := file.facts.get("brackets", 0):
            typed = "one number" if brackets == 1 else f"{brackets} numbers"
            found.append(f"Of “{file.file_name}” brackets typed before {typed} stand behind: read that file for them")
        if numbers := file.facts.get("numbers", 0):
            typed = "one number that was typed" if numbers == 1 else f"{numbers} numbers that were typed"
            found.append(
                f"Of “{file.file_name}” {typed} otherwise than counted made no proposal: read that file for it"
            )
        if ends := file.facts.get("ends", 0):
            struck = "one end of a paragraph is" if ends == 1 else f"{ends} ends of paragraphs are"
            found.append(
                f"Of “{file.file_name}” {struck} struck before a table, and made no proposal: read that file for it"
            )
        if count := file.facts.get("not_placed", 0):
            changes = "one change has" if count == 1 else f"{count} changes have"
            on = dossier.node(file.node).label
            found.append(
                f"Of “{file.file_name}” {changes} no place in “{on}” and made no proposal: read that file for it"
            )
    if node is None:
        return tuple(found)
    told = (_not_told_apart, _asked_otherwise, _struck_itself)
    return (*found, *(line for lines in told for line in lines(dossier, node, wanted)))


def as_typed(dossier: Dossier) -> frozenset[str]:
    """The delegations in all of whose files every number stands as it was typed, and as what comes has it."""
    left: dict[str, bool] = {}
    for file in dossier.returned_files():
        for name in file.facts.get("authors", ()):
            left[name] = left.get(name, True) and bool(file.facts.get("as_typed"))
    of = dossier.authors()
    own = {one.short: [name for name, key in of.items() if key == one.key] for one in dossier.delegations()}
    return frozenset(short for short, names in own.items() if names and all(left.get(name) for name in names))


def _not_told_apart(dossier: Dossier, node: Node, wanted: Delegation | None) -> Iterator[str]:
    writers, places = _writers(dossier), labels(dossier.draft(node.id))
    names = {one.key: one.short for one in dossier.delegations()}
    for kept in dossier.proposals():
        proposal, keys = kept.on(node.id), dict.fromkeys(_whose(kept, writers).values())
        if proposal is None or proposal.author in writers.known:
            continue
        if kept.state is State.OPEN and len(keys) > 1 and (not wanted or wanted.key in keys):
            at = proposal.place.first
            yield (
                f"What {in_quotes(sorted(names.get(key or '', 'others') for key in keys))} changed of "
                f"{places[at] or f'paragraph {at + 1}'} in one file could not be told apart: it stands in each name"
            )


def _asked_otherwise(dossier: Dossier, node: Node, wanted: Delegation | None) -> Iterator[str]:
    writers, places, before = _writers(dossier), labels(dossier.draft(node.id)), _worded_anew(dossier, node)
    names = {one.key: one.short for one in dossier.delegations()}
    found = dict[tuple[str, str], None]()
    every = [
        (kept, one, {*_whose(kept, writers).values()}) for kept in dossier.proposals() if (one := kept.on(node.id))
    ]
    asked: dict[str | None, list[Proposal]] = {}  # by each, in whatever name: a compilation has it in the delegation's
    for kept, proposal, keys in every:
        for key in keys if kept.state is State.OPEN and kept.key not in before else ():
            asked.setdefault(key, []).append(proposal)
    for kept, proposal, keys in every:
        if before.get(kept.key) is not False or all(asked_in(proposal, asked.get(key, ())) for key in keys):
            continue
        if not wanted or wanted.key in keys:
            at = proposal.place.first
            place = (places[at] if at < len(places) else "the end") or f"paragraph {at + 1}"
            found[in_quotes(sorted(names.get(key or "", "others") for key in keys)), place] = None
    for name, place in found:
        yield f"What {name} asked for at {place} in an earlier file is not in it: a later one words it anew"


def _struck_itself(dossier: Dossier, node: Node, wanted: Delegation | None) -> Iterator[str]:
    draft, asked = dossier.draft(node.id), _open(dossier, node, wanted)
    by_person, amended = _once(draft, asked)
    places, found = labels(draft), dict[str, None]()
    for name, own in by_person.items():
        for gone in own_struck(own, asked.files, asked.signed | amended):
            at, put = gone.host.proposal.place.first, short(gone.edit.come_text)
            place = places[at] or f"paragraph {at + 1}"
            found[f"What “{name}” puts in at {place}, “{put}”, is not in it: it takes out the words around it too"] = (
                None
            )
    yield from found


def is_silent(proposal: Proposal) -> bool:
    """Whether a proposal changes no words, and nothing of how they look that Adref models."""
    return not proposal.edits and not proposal.strikes


def latest_proposed_on(dossier: Dossier) -> Node:
    """The last kept draft on which a proposal has a place. Errors: NothingProposed."""
    placed = {one.proposal.place.draft for one in dossier.proposals()}
    placed |= {place.node for one in dossier.proposals() for place in one.placements}
    found = next((node for node in reversed(dossier.nodes()) if node.id in placed), None)
    if found is None:
        raise NothingProposed("No proposal is kept in this dossier; nothing was written.")
    return found
