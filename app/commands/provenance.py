"""`adref provenance DOSSIER PHRASE`: in which drafts a phrase first stood, left and came back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.lineage import standing_lines, standing_values
from app.commands.printing import printable, say

if TYPE_CHECKING:
    from models.dossier.histories.phrases import Standing
    from models.dossier.histories.provenance import Provenance, Traced

_TOLD = frozenset({"first", "came", "left", "returned"})


@click.command("provenance", short_help="Where a phrase first stood, left and came back.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("phrase")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with the state in every draft.")
def provenance(dossier: Path, phrase: str, as_json: bool) -> None:
    """Tells in which drafts of DOSSIER, and by whom, PHRASE first stood, left and came back.

    First anywhere in the text, or in footnotes where only they had it, then in each paragraph and footnote that ever
    had it, along its lineage. Case, brackets and punctuation do not matter. In the JSON the state in a draft is first,
    came (into a paragraph that was there), stands, left, returned or absent, and "proposed" says who had proposed that
    the phrase comes in there, or goes, and on which draft before.
    """
    from models.comparison.words.features import words_of
    from models.dossier import Dossier
    from models.dossier.histories.provenance import provenance as provenance_of

    if not words_of(phrase):
        raise click.UsageError("There is no word in the phrase")
    with Dossier.open(dossier, read_only=True) as opened:
        found = provenance_of(opened, phrase)
    if as_json:
        say(json.dumps(_value(found, phrase), ensure_ascii=False, indent=1))
    elif found.paragraphs or found.notes:
        say("\n".join(_text(found)))
    else:
        say("These words stand in no draft.")


def _value(found: Provenance, phrase: str) -> dict[str, Any]:
    return {
        "phrase": phrase,
        "history": standing_values(found.history),
        "paragraphs": [
            _traced(one) | {"position": one.position, "paragraph_label": one.label} for one in found.paragraphs
        ],
        "footnotes": [_traced(one) | {"footnote": one.position} for one in found.notes],
        "more": found.more,
    }


def _traced(one: Traced) -> dict[str, Any]:
    return {"draft": one.node.id, "label": one.node.label, "history": standing_values(one.history)}


def _text(found: Provenance) -> Iterator[str]:
    yield from standing_lines(_told(found.history))
    for one in (*found.paragraphs, *found.notes):
        yield ""
        yield f"{one.label or f'line {one.position + 1}'} of {printable(one.node.label)}"
        yield from (f"  {line}" for line in standing_lines(_told(one.history)))
    if found.more:
        yield ""
        yield "More paragraphs have these words; a longer phrase tells more."


def _told(history: Sequence[Standing]) -> list[Standing]:
    return [one for one in history if one.state in _TOLD]
