"""`adref search DOSSIER WORDS`: where words stand in all drafts of a dossier and in their footnotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.printing import on_a_terminal, printable, say

if TYPE_CHECKING:
    from models.dossier import Found, Node

_LIMIT = 50
_HIT, _END = "\x1b[1m", "\x1b[0m"


@click.command("search", short_help="Where words stand in all drafts of a dossier.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=_LIMIT, show_default=True, help="So many at most.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with every draft that has the words.")
def search(dossier: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Looks for WORDS in every draft of DOSSIER and in their footnotes: each wording once, in the newest draft first.

    All of the words must be there; those in quotation marks stand together, and the last may be begun only. Capitals
    and accents do not matter. In the JSON a snippet is a list of stretches, each with whether it was looked for.
    """
    from models.dossier import Dossier
    from models.dossier.search.wanted import wanted

    typed = " ".join(words)
    if not wanted(typed):
        raise click.UsageError("There is no word to look for")
    with Dossier.open(dossier, read_only=True) as opened:
        nodes = {node.id: node for node in opened.nodes()}
        found = opened.search(typed, limit + 1)
    shown, more = found[:limit], len(found) > limit
    if as_json:
        value = {"words": typed, "found": [_value(one, nodes) for one in shown], "more": more}
        say(json.dumps(value, ensure_ascii=False, indent=1))
    elif shown:
        say(
            "\n".join(
                [*_text(shown, nodes), *(["", f"There are more than {limit}; --limit shows them."] if more else [])]
            )
        )
    else:
        say("These words stand in no draft.")


def _value(found: Found, nodes: dict[str, Node]) -> dict[str, Any]:
    return {
        "draft": found.node,
        "label": nodes[found.node].label,
        "position": found.position,
        "paragraph_label": found.label,
        "kind": found.kind,
        "mark": found.mark or None,
        "snippet": [[text, hit] for text, hit in found.snippet],
        "drafts": [
            {"draft": node, "label": nodes[node].label, "position": position}
            for node, position in zip(found.drafts, found.positions, strict=True)
        ],
    }


def _text(found: Sequence[Found], nodes: dict[str, Node]) -> Iterator[str]:
    """Under the newest draft that has them: where, the words around, and which drafts have them too."""
    colours = on_a_terminal()
    under = ""
    for one in found:
        if one.node != under:
            yield from ("",) if under else ()
            yield printable(nodes[one.node].label)
            under = one.node
        place = one.label or ("" if one.position is None else f"line {one.position + 1}")
        where = f"{place}, footnote {one.mark}".removeprefix(", ") if one.mark else place
        words = "".join(f"{_HIT}{printable(t)}{_END}" if hit and colours else printable(t) for t, hit in one.snippet)
        others = ", ".join(printable(nodes[node].label) for node in one.drafts[1:])
        yield f"  {where}: {words.strip()}" + (f"  (also in {others})" if others else "")
