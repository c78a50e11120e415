"""Pages that leave (HTML, Markdown, JSON, XML, PDF) read back: the text is all there, and nobody is named beside it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lxml import etree, html

from models.circulation.certificate import NotVerified, Verified
from models.circulation.names_sought import any_of
from models.circulation.undated import DATE
from models.comparison.change import Comparison
from models.draft import Draft, DraftError
from models.draft.plain_letters import plain_letters
from models.telling.rows import Shown, rows

ABSENT = (
    "names of persons and delegations",
    "dates of editing",
    "comments",
    "file paths, links to files, outside of what the pages show",
)
_STRUCK = re.compile(r"<del>.*?</del>", re.DOTALL)
_TAGS = re.compile(r"</?\w+>")
_NOTE_MARK = re.compile(r"<sup>.*?</sup>|\[\^[^\]]*\]")
_NOT_TEXT = ("del", "sup", "style", "script")
_DATES = ("CreationDate", "ModDate")


def verify_page(
    kind: str,
    data: bytes,
    draft: Draft,
    comparison: Comparison | None,
    secret: Iterable[str] = (),
    read: Callable[[bytes], Draft] | None = None,
) -> tuple[tuple[Verified, ...], tuple[str, ...]]:
    """What reading back a page gave, and what was not found in it; `kind` is its ending, `secret` names not to be told.

    `read` reads pages of HTML as anybody's would be read. Errors: NotVerified.
    """
    if kind == ".pdf":
        pages = _search_pdf(data, secret)
        opens = Verified("Opens as a PDF", f"{pages} page{'s' if pages != 1 else ''}")
        return (opens, *_not_in_letters(draft)), ABSENT[:3]
    if kind == ".md" and comparison is None:
        return (_read_back_same(data, draft),), ABSENT
    if kind == ".xml":
        from models.akoma_ntoso.read_back import verify

        _refuse_names("\n".join(verify(data, draft)), secret)
    elif kind == ".json":
        _verify_json(data, draft, comparison)
    else:
        shown = _html_letters(data, secret) if kind == ".html" else _markdown_letters(data.decode())
        wanted = _unfolded(comparison) if comparison is not None and kind == ".md" else range(len(draft.paragraphs))
        for at in wanted:
            text = draft.paragraphs[at].text
            # Markdown takes what looks like an element as one, so it was dropped from what was read back too.
            if plain_letters(text) not in shown and plain_letters(_TAGS.sub("", text)) not in shown:
                raise NotVerified(
                    f"The page that was made does not hold paragraph {at + 1} as it reads; nothing was written."
                )
        if comparison is not None and kind == ".md":
            return (Verified("What changed is all there", _counted(len(wanted))),), ABSENT
        if comparison is None and read is not None and (same := _read_back(data, draft, read)) is not None:
            return (same,), ABSENT
    return (Verified("The text is all there", _counted(len(draft.paragraphs))),), ABSENT


def _read_back(data: bytes, draft: Draft, read: Callable[[bytes], Draft]) -> Verified | None:
    """How a page that holds all of a draft reads back: as the same draft, or at least in the same words."""
    from models.draft.canonical import content_hash

    try:
        again = read(data)
    except DraftError:  # such as of a draft without words
        return None
    counted = _counted(len(draft.paragraphs))
    if content_hash(again) == content_hash(draft):
        return Verified("Reads back as the same draft", counted)
    if _words(again) == _words(draft):
        return Verified("Reads back with the same words, numbers and notes", counted)
    return None


def _words(draft: Draft) -> list[object]:
    """The words of a draft with their structure, without italics and the like."""
    paragraphs = [(one.kind, one.level, one.number, one.set_label, one.cell, one.text) for one in draft.paragraphs]
    cited = [[draft.note[id_].mark for id_ in one.footnotes] for one in draft.paragraphs]
    return [*paragraphs, *cited, *((note.mark, note.text) for note in draft.footnotes)]


def _not_in_letters(draft: Draft) -> Iterator[Verified]:
    """What no text of a PDF has: printed, letters without width do what they are for, and leave no trace."""
    words = "".join([*(one.text for one in draft.paragraphs), *(note.text for note in draft.footnotes)])
    unseen = Counter(sign for sign in words if unicodedata.category(sign) == "Cf")
    if unseen:
        named = ", ".join(f"{count} × {unicodedata.name(sign, 'unnamed').lower()}" for sign, count in unseen.items())
        yield Verified("What is copied from it lacks letters without width", named)


def _read_back_same(data: bytes, draft: Draft) -> Verified:
    """Markdown of a draft, read again: the very same draft."""
    from models.draft.canonical import content_hash
    from models.reading.text import read_text

    if content_hash(read_text(data.decode()).draft) != content_hash(draft):
        raise NotVerified("The Markdown that was made does not read back as this draft; nothing was written.")
    return Verified("Reads back as the same draft", _counted(len(draft.paragraphs)))


def _unfolded(comparison: Comparison) -> list[int]:
    """The paragraphs that Markdown shows in full: the others it counts."""
    return [at for row in rows(comparison) if isinstance(row, Shown) for change in row.changes for at in change.new]


def _counted(count: int) -> str:
    return f"{count} paragraph{'s' if count != 1 else ''}"


def _html_letters(data: bytes, secret: Iterable[str]) -> str:
    root = html.document_fromstring(data.decode())
    remarks, scripts = root.iter(etree.Comment), root.iter("script")
    if any(True for _ in (*remarks, *scripts)):
        raise NotVerified("The page that was made holds more than its text; nothing was written.")
    values = "\n".join(str(value) for node in root.iter(etree.Element) for value in node.attrib.values())
    _refuse_names(values, secret)
    return plain_letters("".join(_read(root)))


def _read(node: etree._Element) -> Iterator[str]:
    """The text of an element without what is struck, raised or styles."""
    if node.tag not in _NOT_TEXT:
        yield node.text or ""
        for child in node:
            yield from _read(child)
            yield child.tail or ""


def _markdown_letters(text: str) -> str:
    plain = _TAGS.sub("", _NOTE_MARK.sub("", _STRUCK.sub("", text)))
    return plain_letters(plain.replace("&amp;", "&"))


def _verify_json(data: bytes, draft: Draft, comparison: Comparison | None) -> None:
    value = json.loads(data)
    if comparison is None:
        read = [one["text"] for one in value["paragraphs"]]
    else:
        read = [""] * len(draft.paragraphs)
        for change in value["changes"]:
            texts = [draft.paragraphs[at].text for at in change["new"]]
            if "".join(words for op, words in change["words"] if op != "delete") == "\n".join(texts):
                for at, text in zip(change["new"], texts, strict=True):
                    read[at] = text
    if read != [paragraph.text for paragraph in draft.paragraphs]:
        raise NotVerified("The data that were made are not the text; nothing was written.")


def _search_pdf(data: bytes, secret: Iterable[str]) -> int:
    """How many pages a PDF has that says of itself neither who made it nor when."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    try:
        said, pages = document.get_metadata_dict(), len(document)
    finally:
        document.close()
    if said.get("Author"):
        raise NotVerified("The PDF that was made names an author; nothing was written.")
    if any(value and not value.startswith(DATE) for key, value in said.items() if key in _DATES):
        raise NotVerified("The PDF that was made says when; nothing was written.")
    _refuse_names("\n".join(value for key, value in said.items() if key not in _DATES), secret)
    return pages


def _refuse_names(text: str, secret: Iterable[str]) -> None:
    named = any_of(secret)
    if named is not None and (found := named.search(text)) is not None:
        raise NotVerified(f"The page that was made would have named “{found[0]}”; nothing was written.")
