"""`adref lineage DOSSIER PARAGRAPH`: a paragraph through all drafts of a dossier, or a phrase of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.printing import on_a_terminal, printable, say
from app.files.file_name import shown
from models.telling.one_line import on_one_line

if TYPE_CHECKING:
    from models.dossier import Node
    from models.dossier.histories.line import Line, Version
    from models.dossier.histories.phrases import Proposed, Standing


@click.command(short_help="A paragraph through all drafts of a dossier.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("paragraph")
@click.option("--draft", "label", metavar="LABEL", help="The draft in which it is called so; else the last one kept.")
@click.option("--phrase", metavar="TEXT", help="Tells in which drafts these words stood, left and came back.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with whole texts.")
def lineage(dossier: Path, paragraph: str, label: str | None, phrase: str | None, as_json: bool) -> None:
    """Shows what became of PARAGRAPH (as OP9, or "OP10 (a)") in every draft of DOSSIER, and what changed in each.

    What was paired by hand counts before what the editor kept, and that before what Adref found. LABEL is a label, a
    symbol or the start of an id. In the JSON each version says its kind (first, same, reworded, moved, split, merged
    or returned), whether it was reworded or stands under another chapeau, by whom its lineage is known (engine, editor
    or hand), the words that changed and who had proposed that it moves there; "absent" are the drafts without it. With
    TEXT, "history" tells its state in each draft, and "proposed" who had proposed that it comes in there, or goes, and
    on which draft before.
    """
    from models.dossier import Dossier
    from models.dossier.histories.line import Steps, called, line
    from models.dossier.histories.phrases import phrase_history
    from models.dossier.histories.proposed import Proposals

    if phrase is not None and not phrase.strip():
        raise click.UsageError("--phrase needs some words")
    with Dossier.open(dossier, read_only=True) as opened:
        node = opened.find(label) if label is not None else last_kept(opened.nodes())
        steps = Steps(opened)
        found = line(opened, node.id, called(opened.draft(node.id), paragraph, shown(node.label)), steps)
        proposals, told = Proposals(opened, steps), None
        moves = [proposals.moved(found, version) for version in found.versions]
        if phrase is not None:
            told = proposals.told(found, phrase_history(found, phrase))
    if phrase is not None and not told:
        raise click.UsageError("--phrase needs some words")
    if as_json:
        say(json.dumps(_value(found, moves, node, phrase, told), ensure_ascii=False, indent=1))
    elif told is not None:
        say("\n".join(_phrase(told, found)))
    else:
        say("\n".join(_text(found, moves)))


def last_kept(nodes: Sequence[Node]) -> Node:
    """The draft a dossier's commands mean where none is named. Errors: DraftNotFound."""
    from models.dossier import DraftNotFound

    if not nodes:
        raise DraftNotFound("There is no draft in this dossier yet; import a text first.")
    return nodes[-1]


def _value(
    found: Line, moves: Sequence[Sequence[Proposed]], node: Node, phrase: str | None, told: Sequence[Standing] | None
) -> dict[str, Any]:
    start = next(v for v in found.versions if (v.node.id, v.position) == (found.node, found.position))
    value: dict[str, Any] = {
        "paragraph": start.label,
        "draft": node.id,
        "versions": [
            _version(version) | {"move_proposed": [_proposed_value(who) for who in move]}
            for version, move in zip(found.versions, moves, strict=True)
        ],
        "absent": [{"draft": one.id, "label": one.label} for one in found.absent],
    }
    if told is not None:
        value["phrase"] = phrase
        value["history"] = standing_values(told)
    return value


def standing_values(told: Sequence[Standing]) -> list[dict[str, Any]]:
    """The states of a phrase, draft by draft, for JSON."""
    return [
        {"draft": one.node.id, "label": one.node.label, "date": one.node.date, "author": one.node.author,
         "state": one.state, "proposed": [_proposed_value(who) for who in one.proposed]}
        for one in told
    ]  # fmt: skip


def _proposed_value(one: Proposed) -> dict[str, Any]:
    """Who had proposed words, on which draft; "words" are null where they are the whole phrase."""
    return {"by": one.who or None, "draft": one.node.id, "label": one.node.label, "words": one.words or None,
            "proposal": one.key, "state": one.state.value}  # fmt: skip


def _version(version: Version) -> dict[str, Any]:
    return {
        "draft": version.node.id,
        "label": version.node.label,
        "date": version.node.date,
        "author": version.node.author,
        "position": version.position,
        "paragraph_label": version.label,
        "kind": version.kind,
        "reworded": version.reworded,
        "chapeau": version.under_another,
        "by": version.by or None,
        "from": [{"draft": node, "position": at} for node, at in version.came_from],
        "text": version.text,
        "words": [[op, text] for op, text in version.words],
        "rest": [{"position": at, "paragraph_label": label} for at, label in version.rest],
    }


_SAYS = {
    "first": "first appears", "same": "unchanged", "reworded": "reworded", "moved": "moved",
    "split": "split from a longer paragraph", "merged": "merged from several", "returned": "comes back",
    "chapeau": "under another chapeau",
}  # fmt: skip


def _text(found: Line, moves: Sequence[Sequence[Proposed]]) -> Iterator[str]:
    """Each draft that has the paragraph, and its words: whole at first, then what changed."""
    from app.commands.diff_text import words_text
    from models.dossier.histories.proposed import told_who

    for number, version in enumerate(found.versions):
        if number:
            yield ""
        said = " by hand" if version.by == "hand" else ""
        against = _against(found, number)
        how = f"{' and '.join(_SAYS[fate] for fate in version.fates)}{version.rest_named}{said}{against}"
        if moves[number]:
            how += f"; move {told_who(moves[number])}"
        yield f"{_named(version.node)}: {version.label or f'line {version.position + 1}'}, {how}"
        if version.kind == "first" or version.kind != "same":
            words = (("equal", version.text),) if version.kind == "first" else version.words
            yield words_text(words, colours=on_a_terminal())
    if found.absent:
        yield ""
        yield f"Not in {', '.join(printable(node.label) for node in found.absent)}."


def _against(found: Line, number: int) -> str:
    """Which draft the words of a version are marked against, where it is not the one told of right above."""
    came = found.versions[number].came_from
    if not came:
        return ""
    above, first = found.versions[number - 1], came[0]
    if number and (above.node.id, above.position) == first:
        return ""
    before = next(one for one in found.nodes if one.id == first[0])
    there = next((one.label for one in found.versions if (one.node.id, one.position) == first), None)
    merged = sum(node == first[0] for node, _ in came) - 1
    more = f" and {merged} more" if merged else ""
    how = " from" if found.versions[number].kind == "same" else ", against"
    return f"{how} {f'{there}{more} of ' if there else ''}{printable(before.label)}"


def _named(node: Node) -> str:
    return ", ".join(on_one_line(part) for part in (node.label, node.date, node.author) if part)


def _phrase(told: Sequence[Standing], found: Line) -> Iterator[str]:
    yield from standing_lines(told)
    if not any(one.there for one in told):
        yield f"These words stand in no version of the paragraph in {len(found.versions)} drafts."


def standing_lines(told: Sequence[Standing]) -> Iterator[str]:
    """The same in words, a line each."""
    says = {
        "first": "stands from the first", "begins": "comes with a new paragraph", "came": "comes in",
        "stands": "stands", "left": "is gone", "returned": "comes back", "absent": "not there",
    }  # fmt: skip
    from models.dossier.histories.proposed import told_proposed

    width = max((len(_named(one.node)) for one in told), default=0)
    for one in told:
        proposed = f"; {told_proposed(one)}" if one.proposed else ""
        yield f"{_named(one.node):<{width}}  {says[one.shown]}{proposed}"
