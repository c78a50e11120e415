"""`adref proposals DOSSIER`: what delegations asked for, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.printing import aligned, complain, printable, say
from models.telling.one_line import on_one_line

if TYPE_CHECKING:
    from models.dossier import Dossier, KeptProposal
    from models.draft import Draft


@click.command(short_help="The proposals of a dossier.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--draft", "label", metavar="LABEL", help="Only those that have a place in this draft.")
@click.option("--by", metavar="NAME", help="Only those of this delegation, or of this author in Word files.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with places, words and history.")
def proposals(dossier: Path, label: str | None, by: str | None, as_json: bool) -> None:
    """Lists what was proposed in DOSSIER, paragraph by paragraph. LABEL is a label, a symbol or the start of an id.

    What a compilation that came back has of files before is listed once; in JSON it stands with what it is the same as.
    """
    from models.compiling.wishes import without_place
    from models.dossier import Dossier

    with Dossier.open(dossier, read_only=True) as opened:
        draft = None if label is None else opened.find(label)
        node = None if draft is None else draft.id
        found = _chosen(opened, node, by)
        for line in without_place(opened, draft):
            complain(f"{line}.")
        if as_json:
            say(json.dumps({"proposals": list(_values(opened, found, node))}, ensure_ascii=False, indent=1))
        elif found:
            say("\n".join(_lines(opened, found, node)))
        else:
            at, of = f" on “{draft.label}”" if draft else "", f" of “{by}”" if by else ""
            say(f"No proposal{of}{at} is kept here.")


def _chosen(dossier: Dossier, node: str | None, by: str | None) -> list[KeptProposal]:
    from models.compiling.wishes import written_for

    whose = None if by is None else dossier.delegation(by)
    of = {} if whose is None else written_for(dossier)
    return [
        one
        for one in dossier.proposals()
        if (node is None or one.on(node) is not None)
        and (by is None or one.proposal.author == by or (whose is not None and whose.key in of[one.proposal.author]))
    ]


def _values(dossier: Dossier, found: Sequence[KeptProposal], node: str | None) -> Iterator[dict[str, Any]]:
    from models.compiling.wishes import wished_again
    from models.proposals.json_form import proposals_value

    by_draft: dict[str, list[KeptProposal]] = {}
    for one in found:
        by_draft.setdefault(node or one.proposal.place.draft, []).append(one)
    for draft, own in by_draft.items():
        placed = [one.on(draft) or one.proposal for one in own]
        again = wished_again(dossier, dossier.node(draft))
        for one, value in zip(own, proposals_value(placed, dossier.draft(draft)), strict=True):
            yield value | {
                "draft": draft,
                "delegation": one.delegation,
                "state": one.state,
                "states": [{"state": s.state, "who": s.who, "at": s.at, "note": s.note} for s in one.states],
                "files": [source.blob for source in one.sources],
                "same_as": list(again.get(one.key, ())),
            }


def _lines(dossier: Dossier, found: Sequence[KeptProposal], node: str | None) -> Iterator[str]:
    from models.compiling.wishes import wished_again
    from models.draft import labels
    from models.proposals.asked_for import asked_for
    from models.proposals.becoming import becoming

    names = {one.key: one.short for one in dossier.delegations()}
    every = {one.proposal.key: one.proposal for one in dossier.proposals()}
    bases: dict[str, Draft] = {}
    called: dict[str, tuple[str | None, ...]] = {}
    again: dict[str, tuple[str, ...]] = {}
    for draft in dict.fromkeys(node or one.proposal.place.draft for one in found):
        again |= wished_again(dossier, dossier.node(draft))
    there = {one.key for one in found}
    heads: dict[int, str] = {}
    rows: list[tuple[str, ...]] = []
    for one in (one for one in found if there.isdisjoint(again.get(one.key, ()))):
        proposal = (one.on(node) if node is not None else None) or one.proposal
        draft = proposal.place.draft
        if draft not in called:
            bases[draft] = dossier.draft(draft)
            called[draft] = tuple(labels(bases[draft]))
            heads[len(rows)] = dossier.node(draft).label
        stands = range(proposal.place.first, max(proposal.place.after, proposal.place.first + 1))
        where = _called(bases[draft], called[draft], stands)
        place = f"before {where}" if proposal.place.first == proposal.place.after else where
        who = names.get(one.delegation or "", on_one_line(proposal.author) or "nobody named")
        said = asked_for(bases[draft], proposal, every)
        goes = None if proposal.to is None else range(proposal.to, proposal.to + 1)
        here = "".join(paragraph.text for paragraph in bases[draft].paragraphs[stands.start : stands.stop])
        turned = becoming(proposal, here)
        now = f"to before {_called(bases[draft], called[draft], goes)}" if goes is not None else turned
        becomes = f"  → {now}" if now else ""
        rows.append((f"  {place}", who, proposal.kind, one.state or "", f"{said}{becomes}"))
    for at, line in enumerate(aligned(rows)):
        if at in heads:
            yield heads[at]
        yield printable(line)


def _called(draft: Draft, names: Sequence[str | None], stands: range) -> str:
    """What the first of some paragraphs is called, or the cells that all of them are."""
    from models.draft.cell_names import cell_name

    at = stands[0]
    if at >= len(names):
        return "the end"
    return names[at] or cell_name(draft, stands) or f"paragraph {at + 1}"
