"""Links to places outside of a Word file: what they lead to is no text, and no comparison sees it."""

from __future__ import annotations

from lxml import etree

from models.reading.reading import ReadingWarning
from models.word.archive import says
from models.word.fields import instructions
from models.word.leaving.parts.fields import addresses_linked
from models.word.namespaces import TAKEN_FROM
from models.word.package import Package
from models.word.relationships import BESIDE_TEXT
from models.word.resolve import resolve, tracked_parts

_TOLD = 3  # addresses that are named


def warnings_of_links(old: bytes | None, new: bytes | None) -> tuple[ReadingWarning, ...]:
    """That only the new of two Word files leads to some places, if it does."""
    named = _named(old, new) if old is not None and new is not None else ""
    message = f"Where links lead is not compared: {named} is only in the new file."
    return (ReadingWarning(None, "links-not-compared", message),) if named else ()


def links_left_out(written: bytes, new: bytes, base: bytes | None = None) -> str | None:
    """A line on how many links of the new draft's own Word file a redline has not; None where it has all.

    Those that `base` has too are links of the base. Where they lead is not said: what stays at home is not to leave
    with a certificate.
    """
    known = set(_targets(base)) if base is not None else set()
    count = sum(target not in known for target in _fresh(written, new))
    return f"Where {count} link{'s' if count != 1 else ''} of the new file lead{'s' * (count == 1)}" if count else None


def links_taken_off(written: bytes, base: bytes) -> str | None:
    """A line on how many links of a file are not in what is written on it; None where it has all.

    A link to a mail address, to somebody's own files or to a name that may not leave is taken off, its words stay; so
    what is written is not the file to the letter where all changes are rejected.
    """
    count = len(_fresh(written, base))
    if not count:
        return None
    if count == 1:
        return "Where 1 link of the base leads: it is taken off, in words that did not change too; its words stay"
    return f"Where {count} links of the base lead: they are taken off, in words that did not change too; the words stay"


def _named(one: bytes, other: bytes) -> str:
    """The places that only the other of two files leads to, the first of them named."""
    fresh = _fresh(one, other)
    more = f" and {len(fresh) - _TOLD} more" if len(fresh) > _TOLD else ""
    return ", ".join(fresh[:_TOLD]) + more


def _fresh(one: bytes, other: bytes) -> list[str]:
    known = set(_targets(one))
    return [target for target in _targets(other, accepted=True) if target not in known]


def _targets(data: bytes, *, accepted: bool = False) -> list[str]:
    """Where links of the text, its notes, heads and feet lead that something refers to, and fields that are links.

    With others no words change. `accepted`: those in words that a tracked change takes out are left aside, as the words
    are.
    """
    package = Package(data, of_text=False)
    links = {part: _linked(package, part) for part in package.parts_of(BESIDE_TEXT)}
    in_fields = says(data, b"HYPERLINK", b"yperlink ")
    if not any(links.values()) and not in_fields:
        return []  # as in most files: the text need not be looked through
    if accepted and tracked_parts(package):
        resolve(package, "accept")
    found: list[str] = []
    for part, targets in links.items():
        root = package.root(part)
        nodes = (node for node in root.iter(etree.Element) if not str(node.tag).endswith(TAKEN_FROM)) if targets else ()
        used = {str(value) for node in nodes for value in node.attrib.values()}
        found += [target for key, target in targets.items() if key in used]
        found += [one for said in instructions(root) for one in addresses_linked(said)] if in_fields else []
    return list(dict.fromkeys(found))


def _linked(package: Package, part: str) -> dict[str, str]:
    """Where the links of a part lead, by what names them in it."""
    return {one.id: one.target for one in package.relationships(part) if one.kind == "hyperlink" and one.external}
