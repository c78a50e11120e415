"""`adref delegations DOSSIER`: who takes part, and whose changes those of an author in Word files are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import aligned, printable, say
from models.telling.one_line import on_one_line

if TYPE_CHECKING:
    from models.dossier import Dossier

_NOBODY = "nobody named"


@click.command(short_help="The delegations of a dossier, and the authors in Word files.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--add", metavar="SHORT", help="Adds a delegation by its short name.")
@click.option("--name", help="With --add: its name in full.")
@click.option("--group", help="With --add: the group it speaks in.")
@click.option("--author", nargs=2, metavar="AUTHOR SHORT", multiple=True,
              help="Says that the changes of AUTHOR are those of the delegation SHORT; “-” takes it back.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The list as JSON.")
def delegations(
    dossier: Path,
    add: str | None,
    name: str | None,
    group: str | None,
    author: tuple[tuple[str, str], ...],
    as_json: bool,
) -> None:
    """Lists the delegations of DOSSIER, and for each author of proposals whose they are, as far as it was said."""
    from models.dossier import DelegationRefused, Dossier

    if (name is not None or group is not None) and add is None:
        raise click.UsageError("--name and --group go with --add")
    changing = add is not None or bool(author)
    with Dossier.open(dossier, read_only=not changing) as opened:
        if changing:
            with opened.together():
                if add is not None:
                    opened.add_delegation(add, name or "", group)
                for text, short in author:
                    known = None if short == "-" else opened.delegation(short)
                    if known is None and short != "-":
                        raise DelegationRefused(f"There is no delegation “{short}” here; add it with --add.")
                    opened.map_author(text, None if known is None else known.key)
        if as_json:
            say(json.dumps(_value(opened), ensure_ascii=False, indent=1))
        else:
            say("\n".join(_lines(opened)))


def _authors(dossier: Dossier) -> dict[str, str | None]:
    """All authors of proposals and of returned files, with the delegation said."""
    named = dict.fromkeys(one.proposal.author for one in dossier.proposals())
    named |= dict.fromkeys(name for file in dossier.returned_files() for name in file.facts.get("authors", ()))
    writers = dossier.writers()
    return {name: writers.get(name) for name in named} | dossier.authors()


def _value(dossier: Dossier) -> dict[str, object]:
    return {
        "delegations": [
            {"key": one.key, "short": one.short, "name": one.name, "group": one.group} for one in dossier.delegations()
        ],
        "authors": [{"author": author, "delegation": key} for author, key in _authors(dossier).items()],
    }


def _lines(dossier: Dossier) -> Iterator[str]:
    from models.compiling.wishes import written_for

    known = dossier.delegations()
    authors = _authors(dossier)
    if not known:
        yield "No delegation is named here yet."
    own = {
        one.key: ", ".join(on_one_line(author) or _NOBODY for author, key in authors.items() if key == one.key)
        for one in known
    }
    yield from map(printable, aligned([(one.short, one.name, one.group or "", own[one.key]) for one in known]))
    of = written_for(dossier)
    waiting = [on_one_line(author) or _NOBODY for author, key in authors.items() if key is None and not of.get(author)]
    if waiting:
        yield printable(f"Without a delegation: {', '.join(waiting)}")
