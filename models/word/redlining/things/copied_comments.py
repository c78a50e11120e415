"""Comments that come anew with the line they stand in, as each hangs at one place of a text and at no other."""

from __future__ import annotations

from copy import deepcopy
from itertools import count

from lxml import etree

from models.word.markup import take_out, whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.deleted_content import alone, is_gone
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.things.moved_paragraph import strip_places
from models.word.resolve import text_parts
from models.word.signs import COMMENTED

_START, _, _REFERENCE = COMMENTED
_KEY = "}paraId"


def places_in(copy: etree._Element) -> list[etree._Element]:
    """The places of the comments in a copied paragraph, as it holds them: ranges, and the runs that call."""
    found = list(copy.iter(*COMMENTED))
    runs = ((one.getparent(), one) for one in found)
    return [one if run is None or one.tag != _REFERENCE else run for run, one in runs]


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
        self._package, self._stamp = package, stamp

    def give(self, copy: etree._Element) -> None:
        """Give a copied paragraph comments of its own for those it was copied with; places of none go."""
        part = self._package.related("comments")
        root = self._package.edit(part) if part is not None else None
        known = {} if root is None else {one.get(w("id")): one for one in reversed(root.findall(w("comment")))}
        free = count(max((whole(one) or 0 for one in known), default=-1) + 1)
        ids: dict[str | None, str] = {}
        keys: dict[str, str] = {}
        for place in list(copy.iter(*COMMENTED)):
            name = place.get(w("id"))
            if root is not None and name in known and name not in ids:
                ids[name] = str(next(free))
                root.append(self._again(known[name], ids[name], keys))
            if name in ids:
                place.set(w("id"), ids[name])
            else:
                take_out(place)
        self._states(keys)

    def _again(self, comment: etree._Element, name: str, keys: dict[str, str]) -> etree._Element:
        """A comment once more, under another id; its last paragraph, which says whose answer it is, has a new key."""
        again = deepcopy(comment)
        again.set(w("id"), name)
        last = next(reversed(list(again.iter(w("p")))), None)
        said = next((str(said) for said in last.attrib if str(said).endswith(_KEY)), None) if last is not None else None
        key = last.get(said) if last is not None and said is not None else None
        strip_places(again, self._stamp)
        if last is not None and said is not None and key is not None:
            keys[key.upper()] = self._free_key({*keys.values()})
            last.set(said, keys[key.upper()])
        return again

    def _free_key(self, given: set[str]) -> str:
        """A key that no paragraph of the file has."""
        taken = {
            str(value).upper()
            for part in text_parts(self._package)
            for one in self._package.root(part).iter(w("p"))
            for name, value in one.attrib.items()
            if str(name).endswith(_KEY)
        }
        return next(key for key in (f"{number:08X}" for number in count(1)) if key not in taken | given)

    def _states(self, keys: dict[str, str]) -> None:
        """Say of comments that came once more what the file says of those they are."""
        part = self._package.related("commentsExtended")
        if part is None or not keys:
            return
        root = self._package.edit(part)
        for one in list(root):
            said = {str(name).rpartition("}")[2]: str(name) for name in one.attrib}
            key = keys.get((one.get(said.get("paraId", "")) or "").upper())
            if key is None:
                continue
            again = deepcopy(one)
            again.set(said["paraId"], key)
            if "paraIdParent" in said:
                above = (one.get(said["paraIdParent"]) or "").upper()
                again.set(said["paraIdParent"], keys.get(above, above))
            root.append(again)
