"""Which draft is meant: a label, a symbol, or the start of an id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from models.dossier.errors import DraftNotFound
from models.dossier.node import Node


def found(nodes: Sequence[Node], text: str) -> Node:
    """The one draft that a text names: labels before symbols before ids, exact before any case.

    Raises DraftNotFound, naming the candidates where there are several.
    """
    wanted = " ".join(text.split())
    folded = wanted.casefold()
    tests: tuple[Callable[[Node], bool], ...] = (
        lambda node: node.id == wanted,
        lambda node: node.facts.get("label") == text,
        lambda node: _plain(node.facts.get("label")) == folded,
        lambda node: _plain(node.symbol) == folded,
        lambda node: node.id.startswith(folded),
    )
    for test in tests if wanted else ():
        hits = [node for node in nodes if test(node)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise DraftNotFound(f"“{wanted}” may be any of these drafts: {_names(hits)}; say which by its id.")
    if not nodes:
        raise DraftNotFound("There is no draft in this dossier yet; import a text first.")
    raise DraftNotFound(f"No draft is called “{wanted}”; there are {_names(nodes[-12:])}.")


def _plain(text: str | None) -> str | None:
    return " ".join(text.split()).casefold() if text else None


def _names(nodes: Iterable[Node]) -> str:
    return ", ".join(f"{node.label} ({node.id[:8]})" for node in nodes)
