"""A kept draft as a file, its form by the ending of the name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.printing import shown
from app.commands.profiles import Profile
from app.commands.writing import write_beside_then_replace
from models.dossier.own_package import package_of

if TYPE_CHECKING:
    from models.dossier import Dossier, Node
    from models.draft import Draft


def write(path: Path, dossier: Dossier, node: Node, profile: Profile) -> None:
    """Writes a draft of a dossier; the ending of `path` was looked at before."""
    kind = path.suffix.lower()
    draft = dossier.draft(node.id)
    write_beside_then_replace(
        path, _word(dossier, node, draft, profile) if kind == ".docx" else page(kind, draft, shown(node.label))
    )


def _word(dossier: Dossier, node: Node, draft: Draft, profile: Profile) -> bytes:
    """The draft on its own package; on Adref's clean file where it has none."""
    own = package_of(dossier, node.id)
    if own is not None and profile.traces:
        return own.data
    if own is not None:
        from models.word.traces import without_traces

        return without_traces(own.data, keep_authors=profile.names_author)
    from models.word.clean import write_clean

    return write_clean(draft, draft_mark=profile.draft_mark)


def page(kind: str, draft: Draft, title: str) -> bytes:
    """A draft as JSON, Markdown, HTML or PDF, by an ending."""
    if kind == ".json":
        from models.circulation.json_form import reading_json
        from models.reading.reading import Reading

        return reading_json(Reading(draft)).encode()
    from models.circulation.draft_page import draft_html, draft_markdown

    if kind == ".md":
        return draft_markdown(draft).encode()
    made = draft_html(draft, title)
    if kind == ".html":
        return made.encode()
    from app.pdf import pdf_of_html

    return pdf_of_html(made, title)
