"""What a Word file says of its comments beside their words, by the keys of their last paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package
from models.word.relationships import NOTES
from models.word.signs import COMMENTED

KEY, PARENT, DURABLE = "}paraId", "}paraIdParent", "}durableId"
"""How the names of what says so end: programs wrote several namespaces."""


def said(node: etree._Element, name: str) -> str | None:
    """What an element says under a name: a number with letters, which programs write large or small."""
    return next((str(value).upper() for own, value in node.attrib.items() if str(own).endswith(name)), None)


def key_of(comment: etree._Element) -> str | None:
    """The key of a comment, where it has one."""
    last = next(reversed(list(comment.iter(w("p")))), None)
    return None if last is None else said(last, KEY)


def placeless_answers(package: Package) -> dict[str, list[etree._Element]]:
    """The comments that answer others and have no place of their own in the text, by the keys of those they answer."""
    comments, states = package.root_of("comments"), package.root_of("commentsExtended")
    answered = {said(one, KEY): parent for one in states if (parent := said(one, PARENT))} if states is not None else {}
    found: dict[str, list[etree._Element]] = {}
    if comments is None or not answered:
        return found
    placed = _placed(package)
    for one in comments.findall(w("comment")):
        if one.get(w("id")) not in placed and (parent := answered.get(key_of(one))) is not None:
            found.setdefault(parent, []).append(one)
    return found


def all_answers(keys: Iterable[str | None], answers: Mapping[str, list[etree._Element]]) -> list[etree._Element]:
    """Those of some answers that answer comments of these keys, or one another."""
    found: dict[etree._Element, None] = {}
    asked = [*keys]
    for key in asked:  # it grows: what answers may be answered
        for one in answers.get(key or "", ()):
            if one not in found:
                found[one] = None
                asked.append(key_of(one))
    return list(found)


def _placed(package: Package) -> Collection[str | None]:
    """The ids of the comments that have a place in the text or its notes."""
    parts = (package.main, *(package.related(kind) for kind in NOTES))
    return {one.get(w("id")) for part in parts if part is not None for one in package.root(part).iter(*COMMENTED)}
