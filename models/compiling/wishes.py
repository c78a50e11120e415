"""Which proposals of a dossier go out on a draft, and in whose names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from models.compiling.amended_once import asked_again
from models.compiling.clashes import clashes, in_quotes, place_at, put_in
from models.compiling.joint_wishes import in_order, joined
from models.compiling.open_wishes import (
    OnFile,
    anew_on,
    as_it_stands,
    once,
    open_on,
    whose_of,
    wishes_of,
    with_words_moved,
)
from models.compiling.own_struck import own_struck
from models.compiling.standing import WITH
from models.dossier import Dossier, DossierError, Node
from models.dossier.proposals.delegations import Delegation
from models.draft import Draft, labels
from models.proposals.proposal import Proposal, State, asked_in
from models.telling.one_line import on_one_line
from models.telling.sentences import listed

_NAMELESS = "an author without a name"


class NothingProposed(DossierError):
    """There is no proposal of the kind asked for."""


class InNoOrder(DossierError):
    """A compilation that was changed before it came back has words of several in a paragraph that one moves."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"What {in_quotes(names)} have in a compilation that was changed before it came back stands in a paragraph "
            "that is moved and divided, or moved by several, in an order that cannot be told, so nothing was written; "
            "write the proposals of one delegation at a time."
        )


class NobodySaid(DossierError):
    """A file that names delegations and no persons is to be made of proposals whose delegation is not known."""

    def __init__(self, authors: Sequence[str]) -> None:
        names = [f"“{on_one_line(name)}”" if name else _NAMELESS for name in authors]
        super().__init__(
            f"Nobody said which delegation {listed(names)} {'writes' if len(names) == 1 else 'write'} for; "
            "say it first, so that no person’s name leaves."
        )


def wished(dossier: Dossier, node: Node, delegation: str | None = None) -> tuple[dict[str, list[Proposal]], int]:
    """The open proposals on a draft by the short names of delegations, and how many of the one have no ground alone.

    What has no author's name stays out unless it was said whose it is: `without_place` tells it.
    Errors: NothingProposed, NobodySaid, InNoOrder.
    """
    wanted = None if delegation is None else dossier.delegation(delegation)
    if delegation is not None and wanted is None:
        raise NothingProposed(f"There is no delegation “{delegation}” in this dossier.")
    asked, draft = open_on(OnFile.of(dossier), node, wanted), dossier.draft(node.id)
    if named := tuple(filter(None, asked.unknown)):
        raise NobodySaid(named)
    if asked.in_no_order:
        raise InNoOrder(asked.in_no_order)
    wishes = wishes_of(draft, asked)
    there = {proposal.key for own in wishes.values() for proposal in own}
    apart = sum(one.against is not None and one.against not in there for own in wishes.values() for one in own)
    if not wishes and asked.unknown:
        raise NobodySaid(asked.unknown)
    if not wishes or (wanted is not None and apart == len(wishes[wanted.signature])):
        of = f" of {wanted.short}" if wanted is not None else ""
        raise NothingProposed(f"No open proposal{of} stands on “{node.label}” by itself; nothing was written.")
    return in_order(wishes), apart


def wished_again(dossier: Dossier, node: Node) -> dict[str, tuple[str, ...]]:
    """The keys of open proposals on a draft that others hold already, as a compilation that came back has what was in
    files before; with the keys of those.
    """
    asked = open_on(OnFile.of(dossier), node)
    draft = dossier.draft(node.id)
    by_person = with_words_moved(draft, asked)
    return asked_again(draft, by_person, asked.files, asked.signed, asked.before, asked.decided)


def written_for(dossier: Dossier) -> dict[str, frozenset[str]]:
    """By the author of each proposal, the keys of the delegations it is of, none where nobody said.

    A compilation that came back has what several ask for as “Fiji, Kenya”: it is of both.
    """
    on_file = OnFile.of(dossier)
    writers = on_file.writers
    return {
        one.proposal.author: frozenset(key for key in whose_of(one, writers).values() if key is not None)
        for one in on_file.proposals
    }


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
    """What came back in files and has no place in the draft they were made on, a line for each file; what has one
    and could not be told apart by its authors, a line for each paragraph; and how much is of nobody.

    Only files made on one draft, and those that an author of one delegation wrote in, where these are given.
    """
    wanted = None if delegation is None else dossier.delegation(delegation)
    of = dossier.writers() if wanted is not None else {}
    found = []
    for file in dossier.returned_files():
        if node is not None and file.node != node.id:
            continue
        writers = (*file.facts.get("authors", ()), *file.facts.get("silent", ()))
        if wanted is not None and not any(of.get(name) == wanted.key for name in writers):
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
    found += _of_nobody(dossier, node) if wanted is None else ()
    told = (_not_told_apart, _asked_otherwise, _struck_itself, _told_of_persons)
    return (*found, *(line for lines in told for line in lines(dossier, node, wanted)))


def _of_nobody(dossier: Dossier, node: Node) -> Iterator[str]:
    on_file = OnFile.of(dossier)
    known, before = {one.key for one in on_file.delegations}, anew_on(on_file, node)
    count = 0
    for kept in on_file.proposals:
        whose = whose_of(kept, on_file.writers)
        of_nobody = "" in whose and whose[""] not in known and kept.key not in before
        count += of_nobody and kept.state is State.OPEN and kept.on(node.id) is not None
    if count:
        what = f"{count} proposals" if count > 1 else "one proposal"
        yield f"Not in the file: {what} of {_NAMELESS}; say which delegation that is and compile again"


def _not_told_apart(dossier: Dossier, node: Node, wanted: Delegation | None) -> Iterator[str]:
    on_file, places = OnFile.of(dossier), labels(dossier.draft(node.id))
    writers, names = on_file.writers, {one.key: one.short for one in on_file.delegations}
    for kept in on_file.proposals:
        proposal, keys = kept.on(node.id), dict.fromkeys(whose_of(kept, writers).values())
        if proposal is None or proposal.author in writers.known:
            continue
        if kept.state is State.OPEN and len(keys) > 1 and (not wanted or wanted.key in keys):
            at = proposal.place.first
            yield (
                f"What {in_quotes(sorted(names.get(key or '', 'others') for key in keys))} changed of "
                f"{place_at(places, at)} in one file could not be told apart: it stands in each name"
            )


def _asked_otherwise(dossier: Dossier, node: Node, wanted: Delegation | None) -> Iterator[str]:
    on_file, places = OnFile.of(dossier), labels(dossier.draft(node.id))
    writers, before = on_file.writers, anew_on(on_file, node)
    names = {one.key: one.short for one in on_file.delegations}
    found = dict[tuple[str, str], None]()
    every = [
        (kept, one, {*whose_of(kept, writers).values()}) for kept in on_file.proposals if (one := kept.on(node.id))
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
            place = place_at(places, at)
            found[in_quotes(sorted(names.get(key or "", "others") for key in keys)), place] = None
    for name, place in found:
        yield f"What {name} asked for at {place} in an earlier file is not in it: a later one words it anew"


def _struck_itself(dossier: Dossier, node: Node, wanted: Delegation | None) -> Iterator[str]:
    draft, asked = dossier.draft(node.id), open_on(OnFile.of(dossier), node, wanted)
    by_person, amended = once(draft, asked)
    places, found = labels(draft), dict[str, None]()
    for name, own in by_person.items():
        for gone in own_struck(own, asked.files, asked.signed | amended):
            at, put = gone.host.proposal.place.first, put_in(gone.edit)
            place = place_at(places, at)
            found[f"What “{name}” puts in at {place}, {put}, is not in it: it takes out the words around it too"] = None
    yield from found


def _told_of_persons(dossier: Dossier, node: Node, wanted: Delegation | None) -> Iterator[str]:
    """Where persons of one delegation ask for what cannot all be had: in the file it stands in its one name.

    It goes into the certificate, which names no person.
    """
    draft, asked = dossier.draft(node.id), open_on(OnFile.of(dossier), node, wanted)
    by_person, amended = as_it_stands(draft, asked)
    for name, people in by_person.items():
        found = clashes(draft, joined(draft, people, amended)) if len(people) > 1 and WITH not in name else ()
        for label in dict.fromkeys(clash.label for clash in found):
            yield f"Several persons of “{name}” ask for what cannot all be had: {label}"


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
