"""Comments that come anew with what they stand in, as each hangs at one place of a text and at no other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import count

from lxml import etree

from models.word.markup import whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.deleted_content import alone, is_gone
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.things.moved_paragraph import strip_places
from models.word.resolve import text_parts
from models.word.signs import COMMENTED

_START, _, _REFERENCE = COMMENTED
_KEY, _PARENT = "}paraId", "}paraIdParent"


def put_around(copy: etree._Element, places: list[etree._Element]) -> None:
    """Let comments stand around all that a paragraph holds."""
    head = next((one for one in copy if one.tag != w("pPr")), None)
    for one in places:
        if one.tag == _START and head is not None:
            head.addprevious(one)
        else:
            copy.append(one)


def let_go(paragraph: etree._Element, stamp: Stamp) -> None:
    """Show the comments of a paragraph as gone with the words they came anew with."""
    for one in list(paragraph.iter(_REFERENCE)):
        if not is_gone(one, paragraph):
            stamp.wrap(alone(one), "del")


class CopiedComments:
    """Comments of a package once more, as they are: author, date, words, and whether they answer or are settled."""

    def __init__(self, package: Package, stamp: Stamp) -> None:
        self._package, self._stamp, self._numbers = package, stamp, count(1)

    def give(self, copies: Sequence[etree._Element], own: Collection[str | None]) -> list[etree._Element]:
        """Give copied paragraphs comments for those they were copied with that are their own; the places of these.

        They are the ends of their ranges, and the runs that call.
        """
        part = self._package.related("comments") if own else None
        if part is None:
            return []
        root = self._package.edit(part)
        known = {one.get(w("id")): one for one in reversed(root.findall(w("comment")))}
        free = count(max((whole(one) or 0 for one in known), default=-1) + 1)
        ids: dict[str | None, str] = {}
        keys: dict[str, str] = {}
        places = []
        for place in [place for copy in copies for place in copy.iter(*COMMENTED)]:
            name, run = place.get(w("id")), place.getparent()
            if name not in own or name not in known or run is None:
                continue
            if name not in ids:
                ids[name] = str(next(free))
                root.append(self._again(known[name], ids[name], keys))
            place.set(w("id"), ids[name])
            places.append(run if place.tag == _REFERENCE else place)
        self._states(keys)
        return places

    def _again(self, comment: etree._Element, name: str, keys: dict[str, str]) -> etree._Element:
        """A comment once more, under another id; its last paragraph, which says whose answer it is, has a new key."""
        again = deepcopy(comment)
        again.set(w("id"), name)
        last = next(reversed(list(again.iter(w("p")))), None)
        said = next((str(said) for said in last.attrib if str(said).endswith(_KEY)), None) if last is not None else None
        key = last.get(said) if last is not None and said is not None else None
        strip_places(again, self._stamp)
        if last is not None and said is not None and key is not None:
            keys[key.upper()] = self._free_key()
            last.set(said, keys[key.upper()])
        return again

    def _free_key(self) -> str:
        """A key that no paragraph of the file has."""
        return next(key for key in (f"{number:08X}" for number in self._numbers) if key not in self._keys)

    @cached_property
    def _keys(self) -> set[str]:
        """The keys that paragraphs of the file have."""
        return {
            str(value).upper()
            for part in text_parts(self._package)
            for one in self._package.root(part).iter(w("p"))
            for name, value in one.attrib.items()
            if str(name).endswith(_KEY)
        }

    def _states(self, keys: dict[str, str]) -> None:
        """Say of comments that came once more what the file says of those they are."""
        for key, own in keys.items():
            if (said := self._said.get(key)) is None or (part := said.getparent()) is None:
                continue
            again = deepcopy(said)
            for name, value in said.attrib.items():
                if str(name).endswith((_KEY, _PARENT)):
                    again.set(name, own if str(name).endswith(_KEY) else keys.get(str(value).upper(), value))
            part.append(again)

    @cached_property
    def _said(self) -> dict[str, etree._Element]:
        """What the file says of its comments beside their words, by their keys."""
        part = self._package.related("commentsExtended")
        every = self._package.edit(part) if part is not None else ()
        return {
            str(value).upper(): one for one in every for name, value in one.attrib.items() if str(name).endswith(_KEY)
        }
