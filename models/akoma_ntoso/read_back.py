"""An Akoma Ntoso document read back: the words of the draft in their order, and its notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.akoma_ntoso.markup import NAMESPACE
from models.circulation.certificate import NotVerified
from models.draft import Draft, Paragraph
from models.draft.plain_letters import plain_letters
from models.telling.numbers import number_before

_META, _NOTE = (f"{{{NAMESPACE}}}{name}" for name in ("meta", "authorialNote"))


def verify(data: bytes, draft: Draft) -> list[str]:
    """Compare a document with the draft it was made of; the values of its attributes, to be searched for names.

    Letters and figures are compared, with the numbers of paragraphs, not spaces and marks. Errors: NotVerified.
    """
    root = etree.fromstring(data)
    if plain_letters("".join(_words(root))) != plain_letters("".join(_printed(one, draft) for one in draft.paragraphs)):
        raise NotVerified("The document that was made does not hold the text as it reads; nothing was written.")
    cited = dict.fromkeys(note for one in draft.paragraphs for note in one.footnotes if note in draft.note)
    notes = [plain_letters("".join(map(str, note.itertext()))) for note in root.iter(_NOTE)]
    if notes != [plain_letters(draft.note[one].text) for one in cited]:
        raise NotVerified("The document that was made does not hold the notes as they read; nothing was written.")
    return [str(value) for node in root.iter(etree.Element) for value in node.attrib.values()]


def _printed(paragraph: Paragraph, draft: Draft) -> str:
    """A paragraph with its number, and with the marks of notes that are lost."""
    lost = {note for note in paragraph.footnotes if note not in draft.note}
    return number_before(paragraph) + "".join(
        str(run.footnote) if run.footnote in lost else run.text for run in paragraph.runs
    )


def _words(node: etree._Element) -> Iterator[str]:
    """The text of an element without notes and what is said about it."""
    if node.tag in (_META, _NOTE):
        return
    yield node.text or ""
    for child in node:
        yield from _words(child)
        yield child.tail or ""
