"""The comments of a Word file with their replies, and where in the text each one stands."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml import etree

from models.draft import Draft
from models.reading.reading import Comment
from models.word.comment_keys import key_of
from models.word.fields import closed_fields
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import chosen_paragraphs
from models.word.reading.appearance import Styles
from models.word.reading.found_revisions import FoundRevisions
from models.word.reading.paragraph_text import TextReader
from models.word.reading.tracked import PLACE_END, PLACE_START
from models.word.relationships import NOTES

_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")


@dataclass
class FoundComments:
    """The comments of a package; made before its tracked changes are resolved, for it leaves marks in the text.

    The marks count on from those of the tracked changes, which find the place of either.
    """

    package: Package
    changes: FoundRevisions
    _numbers: dict[str, int] = field(default_factory=dict)  # the mark of each comment, by its id in the file

    def __post_init__(self) -> None:
        if self.package.related("comments") is None:
            return
        first = len(self.changes.found)
        ranges: set[tuple[str, str]] = set()
        for place in list(self._places()):
            named, tag = place.get(w("id")), str(place.tag)
            if named is None or (tag, named) in ranges:
                continue
            ranges.add((tag, named))
            number = str(self._numbers.setdefault(named, first + len(self._numbers)))
            # The reference stands at the end of its range, or is the only place that there is.
            for mark in (
                (PLACE_START, PLACE_END) if tag == _REFERENCE else (PLACE_START if tag == _START else PLACE_END,)
            ):
                place.addprevious(etree.Element(mark, n=number))

    def _places(self) -> Iterator[etree._Element]:
        """Where comments begin and end and are called, in the text and in its notes."""
        parts = (self.package.main, *(self.package.related(kind) for kind in NOTES))
        for part in parts:
            if part is not None:
                yield from self.package.edit(part).iter(_START, _END, _REFERENCE)

    def read(self, styles: Styles, read: Draft, recognised: Draft) -> tuple[Comment, ...]:
        """The comments in the order of their places, replies within them; those without a place come last."""
        part = self.package.related("comments")
        if part is None:
            return ()
        states = _states(self.package)
        found: dict[
            str, Comment
        ] = {}  # by the id of its last paragraph, which replies name; else by its place in the part
        for element in self.package.root(part).iterchildren(w("comment")):
            key = key_of(element) or f"#{len(found)}"
            if key not in found:
                found[key] = self._comment(element, styles, read, recognised, states.get(key, _State()).done)
        replies: dict[str, list[Comment]] = {}
        heads = _heads(states, found)
        for key, comment in found.items():
            above = heads.get(key, key)
            if above != key:
                replies.setdefault(above, []).append(comment)
        answered = {one for thread in replies.values() for one in map(id, thread)}
        threads = [
            replace(comment, replies=tuple(replies.get(key, ())))
            for key, comment in found.items()
            if id(comment) not in answered
        ]
        return tuple(sorted(threads, key=lambda one: (one.paragraph is None, one.paragraph or 0, one.start)))

    def _comment(
        self, element: etree._Element, styles: Styles, read: Draft, recognised: Draft, resolved: bool
    ) -> Comment:
        number = self._numbers.get(element.get(w("id")) or "")
        place = None if number is None else self.changes.place_of(number, read, recognised)
        return Comment(
            element.get(w("author")),
            element.get(w("initials")),
            element.get(w("date")),
            "\n".join(_lines(element, styles)),
            None if place is None else place.paragraph,
            0 if place is None else place.start,
            0 if place is None else place.end,
            resolved,
            footnote=None if place is None else place.footnote,
        )


class _State(NamedTuple):
    """What the file says of a comment beside its words: the one it answers, and whether it is settled."""

    parent: str | None = None
    done: bool = False


def _states(package: Package) -> dict[str, _State]:
    """By the id of a comment's last paragraph. The names are read in any namespace: programs wrote several."""
    part = package.related("commentsExtended")
    found: dict[str, _State] = {}
    for element in package.root(part) if part is not None else ():
        said = {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}
        if "paraId" in said:
            parent = said["paraIdParent"].upper() if "paraIdParent" in said else None
            found.setdefault(said["paraId"].upper(), _State(parent, said.get("done") in ("1", "true", "on")))
    return found


def _heads(states: Mapping[str, _State], found: Container[str]) -> dict[str, str]:
    """The comment at the head of each one's thread; a reply to none, or to itself by way of others, is no reply."""
    heads: dict[str, str | None] = {}  # None where replies go round; each is gone through once: thousands may be in one
    for key in states:
        way: dict[str, None] = {}
        at = key
        while at in states and at in found and at not in heads and at not in way:
            way[at] = None
            parent = states[at].parent
            if parent is None or parent not in found:
                heads[at] = at
            else:
                at = parent
        head = None if at in way and at not in heads else heads.get(at, at)
        heads |= {one: head for one in way if one not in heads}
    return {key: head for key, head in heads.items() if head is not None}


def _lines(element: etree._Element, styles: Styles) -> Iterator[str]:
    reader = TextReader(styles, closed_fields=closed_fields(element))
    for paragraph in chosen_paragraphs(element):
        yield "".join(run.text for run in reader.read(paragraph, None).runs)
