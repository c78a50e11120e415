"""A kept draft as a file, its form by the ending of the name; verified before it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.files.as_shown import text_as_shown
from app.files.file_name import shown
from app.files.terms import Terms, certified, certified_page, told_file
from app.files.writing import Put, write_beside_then_replace
from models.circulation.certificate import NotVerified
from models.dossier.incoming.own_package import OwnPackage, nearest_file, package_of

if TYPE_CHECKING:
    from models.circulation.certificate import Certificate
    from models.dossier import Dossier, Node
    from models.draft import Draft

_TITLED = (".html", ".pdf")
"""The pages of a text whose title is what it is called."""


def write(path: Path, dossier: Dossier, node: Node, terms: Terms, put: Put = write_beside_then_replace) -> Certificate:
    """Writes a draft of a dossier once it is verified; the ending of `path` was looked at before.

    Errors: NotVerified, NotInProfile, CannotWrite.
    """
    terms.check()
    kind = path.suffix.lower()
    own = package_of(dossier, node.id) if kind == ".docx" or terms.unseen.goes else None
    original = dossier.original(node.id)
    draft, own, terms = text_as_shown(dossier.draft(node.id), own, terms, written=original is None)
    draft = printed(draft, terms)
    if kind == ".docx":
        terms = terms if own is not None else not_on(terms, nearest_file(dossier, node.id))
        data, certificate = _word(told_file(path), own, original, draft, terms, terms.called(draft, shown(node.label)))
    else:
        terms = not_on(terms, nearest_file(dossier, node.id))
        data, certificate = made_page(path, draft, shown(node.label), terms)
    put(path, data)
    return certificate


def printed(draft: Draft, terms: Terms) -> Draft:
    """A draft as it is printed on its terms: with "Ibid." where that is wanted."""
    if not terms.set_as.ibid:
        return draft
    from models.circulation.ibid import with_ibid

    return with_ibid(draft)


def not_on(terms: Terms, *files: bytes | None, bullets: bool = False) -> Terms:
    """The same terms, telling of what Word files show on which the text that leaves is not written.

    `bullets`: theirs are shown.
    """
    known = [file for file in files if file is not None]
    if not known:
        return terms
    from models.word.leaving.own_layout import not_in_own_layout

    return terms.without(not_in_own_layout(*known, bullets=bullets))


def made(
    path: Path, draft: Draft, title: str, terms: Terms, own: OwnPackage | None = None
) -> tuple[bytes, Certificate]:
    """A draft as a file by its ending and what was verified of it; `own` is the Word file it stands on, if any.

    Errors: NotVerified.
    """
    if path.suffix.lower() == ".docx":
        return _word(told_file(path), own, None, draft, terms, terms.called(draft, title))
    return made_page(path, draft, title, terms)


def made_page(path: Path, draft: Draft, title: str, terms: Terms) -> tuple[bytes, Certificate]:
    """A draft as a page and what was verified of it."""
    kind = path.suffix.lower()
    if kind == ".xml":  # where a note stands at its mark
        from models.word.writing.written_notes import told_without_mark

        terms = terms.without(told_without_mark(draft))
    name = terms.called(draft, title)
    data, called = page(kind, draft, name, terms), (name,) if kind in _TITLED else ()
    return data, certified_page(kind, data, told_file(path), terms, draft, "", called=called)


def _word(
    file: str, own: OwnPackage | None, original: bytes | None, draft: Draft, terms: Terms, name: str
) -> tuple[bytes, Certificate]:
    """The draft on its own package; on Adref's clean file where it has none, or where that would not read the same."""
    if terms.setting is not None:
        return clean(file, draft, terms, name, own)
    if original is not None and terms.base_changes == "keep":
        data, terms = _own_copy(original, terms), terms.without_embedded(original)
        return data, _certified(data, file, draft, terms, None, name, keeps=True)
    if terms.base_changes == "refuse":
        terms.has_changes(original, name)
    if own is None:
        return clean(file, draft, terms, name)
    if terms.profile.traces:
        from models.word.private_note import with_note

        data = with_note(_own_copy(own.data, terms), terms.note, terms.signed)
        terms = terms.without_embedded(own.data)
        return data, _certified(data, file, draft, terms, None, name)
    from models.word.leaving.scrub import scrubbed

    try:
        allowed = terms.allowed(original or own.data, "", tracked=False)
        secret = allowed.secret if allowed is not None else frozenset[str]()
        data = scrubbed(own.data, secret, goes_back=terms.profile.goes_back)
        return data, _certified(data, file, draft, terms, original or own.data, name)
    except NotVerified:
        return clean(file, draft, terms, name, own)


def _own_copy(data: bytes, terms: Terms) -> bytes:
    """The bytes of a Word file of which a profile that keeps it whole may keep back comments or properties."""
    if not terms.profile.traces:
        return data
    from models.word.leaving.own_copy import kept_back

    return kept_back(data, terms.profile)


def clean(file: str, draft: Draft, terms: Terms, name: str, own: OwnPackage | None = None) -> tuple[bytes, Certificate]:
    """A draft as Adref's clean Word file and what was verified of it; `own` is the Word file it does not stand on.

    The bullets of that file are in it; what else it shows is told. Errors: NotVerified.
    """
    bullets: tuple[int | None, ...] = ()
    if own is not None:
        from models.word.leaving.looked_for.lost_bullets import levels_at

        terms = not_on(terms, own.data, bullets=True)
        bullets = levels_at(own.data, own.origins)
    from models.word.clean import write_clean

    data = write_clean(draft, terms.set_as, draft_mark=terms.marked, bullets=bullets)
    if terms.note:
        from models.word.private_note import with_note

        data = with_note(data, terms.note, terms.signed)
    return data, _certified(data, file, draft, terms, None, name)


def _certified(
    data: bytes, file: str, draft: Draft, terms: Terms, base: bytes | None, name: str, *, keeps: bool = False
) -> Certificate:
    from models.draft.masthead import masthead
    from models.word.leaving.unseen.running_heads import told_heads
    from models.word.leaving.verify import verify_word
    from models.word.writing.written_notes import told_without_mark

    title = (masthead(draft).title or "") if base is None else ""
    terms = terms.without_embedded(base).without(told_without_mark(draft))
    if base is not None:
        from models.word.links import links_taken_off

        off = links_taken_off(data, base)
        terms = terms.without(off)
    allowed = terms.allowed(base, title, tracked=keeps)
    back = verify_word(data, draft, None, allowed, (name, ""))
    return certified(data, file, terms, back, (draft, None), heads=told_heads(back.heads, of_base=False))


def page(kind: str, draft: Draft, title: str, terms: Terms) -> bytes:
    """A draft as JSON, Markdown, HTML, Akoma Ntoso or PDF, by an ending."""
    if kind == ".json":
        from models.forms.json_form import reading_json
        from models.reading.reading import Reading

        return reading_json(Reading(draft)).encode()
    if kind == ".md":
        from models.forms.draft_markdown import draft_markdown

        return draft_markdown(draft).encode()
    if kind == ".xml":
        from models.akoma_ntoso.document import akoma_ntoso

        return akoma_ntoso(draft)
    if kind == ".html":
        from models.forms.draft_page import draft_html

        return draft_html(draft, title, draft_mark=terms.marked).encode()
    from app.pdf import pdf_of_draft
    from models.circulation.undated import undated

    return undated(pdf_of_draft(draft, title, terms.set_as, draft_mark=terms.marked))
