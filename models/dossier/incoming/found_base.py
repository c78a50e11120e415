"""Which kept draft of a dossier a text was made on."""

from __future__ import annotations

from collections.abc import Callable

from models.dossier.dossier import Dossier
from models.dossier.incoming.read_again import content_again
from models.draft import Draft, content_hash
from models.proposals.untracked.matching import Match, matched


def find_base(
    dossier: Dossier,
    base: Draft,
    progress: Callable[[float], None] | None = None,
    *,
    blob: str = "",
    words: dict[str, list[str]] | None = None,
) -> Match:
    """The kept draft that a text was made on, of all drafts of a dossier.

    `blob` is the SHA-256 of the file: a draft with its changes taken, or its marks as words, was not what it was made
    on, unless it changes nothing. `words` keeps what is asked for again of another text.
    """
    own, content = dossier.read_from(blob) if blob else frozenset(), content_hash(base)
    nodes = dossier.nodes()
    contents = [content_again(dossier, one, content) if one.id in own else one.content for one in nodes]
    pairs = zip(nodes, contents, strict=True)
    kept = [(one.id, one.label, its) for one, its in pairs if one.id not in own or its == content]
    return matched(base, kept, dossier.draft, progress, words)
