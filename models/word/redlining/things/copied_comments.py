"""Comments that come anew with what they stand in, as each hangs at one place of a text and at no other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import count
from string import hexdigits

from lxml import etree

from models.word.comment_keys import DURABLE, KEY, PARENT, all_answers, key_of, placeless_answers, said
from models.word.markup import element, whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.deleted_content import alone, is_gone
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.things.moved_paragraph import strip_places
from models.word.resolve import text_parts
from models.word.signs import COMMENTED

_START, _END, _REFERENCE = COMMENTED
_BELOW = 0x7FFFFFFF


def put_around(copy: etree._Element, places: list[etree._Element]) -> None:
    """Let comments stand around all that a paragraph holds."""
    head = next((one for one in copy if one.tag != w("pPr")), None)
    for one in places:
        if one.tag == _START and head is not None:
            head.addprevious(one)
        else:
            copy.append(one)


def begin_here(copies: Sequence[etree._Element], own: Collection[str | None]) -> None:
    """Let comments of their own that end in copied paragraphs begin there too, where they began before these."""
    begun = {one.get(w("id")) for copy in copies for one in copy.iter(_START)}
    for copy in copies:
        for name in [one.get(w("id")) for one in copy.iter(_END)]:
            if name is not None and name in own and name not in begun:
                begun.add(name)
                next(one for one in copy if one.tag != w("pPr")).addprevious(element("commentRangeStart", id=name))


def let_go(paragraph: etree._Element, stamp: Stamp) -> None:
    """Show the comments of a paragraph as gone with the words they came anew with."""
    for one in list(paragraph.iter(_REFERENCE)):
        if not is_gone(one, paragraph):
            stamp.wrap(alone(one), "del")


class CopiedComments:
    """Comments of a package once more, as they are: author, date, words, and whether they answer or are settled."""

    def __init__(self, package: Package, stamp: Stamp) -> None:
        self._package, self._stamp, self._numbers = package, stamp, count(1)
        self._known: dict[tuple[str, str], dict[str, etree._Element]] = {}  # by part and name, as `_said` gives it

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
        begin_here(copies, own)
        ended = {one.get(w("id")) for copy in copies for one in copy.iter(_END)}
        for place in [place for copy in copies for place in copy.iter(*COMMENTED)]:
            name, run = place.get(w("id")), place.getparent()
            if name not in own or name not in known or run is None or (place.tag == _START and name not in ended):
                continue
            if name not in ids:
                ids[name] = self._again(known[name], root, free, keys)
            place.set(w("id"), ids[name])
            # Of words that stand in the run that calls, the place is set apart: they may change, and it stays.
            places.append(alone(place) if run.tag == w("r") else place)
        for answer in all_answers((key_of(known[one]) for one in ids), self._answers):
            self._again(answer, root, free, keys)
        self._states(keys)
        return places

    def _again(self, comment: etree._Element, root: etree._Element, free: Iterator[int], keys: dict[str, str]) -> str:
        """Bring a comment once more, with a key of its own, which says whose answer it is; its id."""
        again, name = deepcopy(comment), str(next(free))
        again.set(w("id"), name)
        key = key_of(comment)
        strip_places(again, self._stamp)
        if key is not None:
            last, own = (list(one.iter(w("p")))[-1] for one in (again, comment))
            keys[key] = self._free_key()
            last.set(next(str(name) for name in own.attrib if str(name).endswith(KEY)), keys[key])
        root.append(again)
        return name

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
            if str(name).endswith(KEY)
        }

    @cached_property
    def _answers(self) -> dict[str, list[etree._Element]]:
        """The answers that have no place of their own: they come with what they answer."""
        return placeless_answers(self._package)

    def _states(self, keys: Mapping[str, str]) -> None:
        """Say of comments that came once more what the file says of those they are: settled, answers, when in UTC.

        An id that lasts as long as its comment is that of one comment alone, above 0 and below 7FFFFFFF.
        """
        self._say_again("commentsExtended", KEY, keys, {PARENT: keys})
        lasting = {
            name: self._free_lasting(name)
            for key in keys
            if (one := self._said("commentsIds", KEY).get(key)) is not None and (name := said(one, DURABLE))
        }
        self._say_again("commentsIds", KEY, keys, {DURABLE: lasting})
        self._say_again("commentsExtensible", DURABLE, lasting)

    def _say_again(
        self, kind: str, name: str, keys: Mapping[str, str], others: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        """Repeat what a part says of some keys of that name, of the new ones; what `others` name is new there too."""
        changed = {name: keys, **(others or {})}
        for key in keys:
            if (one := self._said(kind, name).get(key)) is None or (part := self._package.related(kind)) is None:
                continue
            again = deepcopy(one)
            for own, value in one.attrib.items():
                for new in (new for ending, new in changed.items() if str(own).endswith(ending)):
                    again.set(own, new.get(str(value).upper(), str(value)))
            self._package.edit(part).append(again)

    def _said(self, kind: str, name: str) -> dict[str, etree._Element]:
        """What a part of the file says of comments, by the keys of a name."""
        if (kind, name) not in self._known:
            every = self._package.root_of(kind)
            self._known[kind, name] = {
                key: one for one in (every if every is not None else ()) if (key := said(one, name)) is not None
            }
        return self._known[kind, name]

    def _free_lasting(self, name: str) -> str:
        """An id that lasts, which no comment of the file has."""
        first = int(name, 16) if set(name) <= set(hexdigits) else 0
        free = next(one for one in count(first + 1) if f"{one % _BELOW:08X}" not in self._lasting and one % _BELOW)
        self._lasting.add(f"{free % _BELOW:08X}")
        return f"{free % _BELOW:08X}"

    @cached_property
    def _lasting(self) -> set[str]:
        """The ids that last which comments of the file have."""
        return {*self._said("commentsIds", DURABLE), *self._said("commentsExtensible", DURABLE)}
