"""Where new words lead: links of the new draft's own Word file to places outside of it, brought with inserted words.

No change of a link is tracked in Word. What is inserted within one goes with it when it is rejected; words that stay
cannot be made to lead elsewhere without a trace, and are told instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from models.draft import Draft
from models.word.markup import element
from models.word.namespaces import RELATION, w
from models.word.redlining.letters.atoms import letter_atoms
from models.word.redlining.letters.raw_letters import Raw
from models.word.redlining.letters.revision_marks import Stamp, by_of
from models.word.redlining.things.drawing_places import letters_of
from models.word.redlining.things.things import NewThings, cut_before

_BROUGHT = ("http", "https", "mailto", "ftp")
_LINK, _INS, _ID = w("hyperlink"), w("ins"), f"{{{RELATION}}}id"
Stretch = tuple[int, int, str]
"""The first letter of a paragraph that leads somewhere, the one after the last, and the id of the link."""


class NewLinks:
    """Puts the links of new paragraphs around the inserted words that have them in the new draft's own file."""

    def __init__(self, source: NewThings, draft: Draft, stamp: Stamp) -> None:
        """`source` is the new draft's own file."""
        self._source, self._draft, self._stamp = source, draft, stamp
        links = {link.id: link for link in source.package.relationships()}
        self._ids = {one for one, link in links.items() if link.external and urlsplit(link.target).scheme in _BROUGHT}

    def settle(self, paragraph: etree._Element, new: int) -> None:
        """Bring the links of a new paragraph to the element it became."""
        if next(paragraph.iterchildren(_INS), None) is None:
            return
        own = self._source.element(new)
        for first, after, link in self._stretches(own, new) if own is not None else ():
            for border in (after, first):
                letters = self._letters(paragraph, new)
                if len(letters) < after:
                    return
                inside = 0 < border < len(letters) and letters[border].run is letters[border - 1].run
                if inside and not letters[border].fixed:
                    cut_before(letters[border])
            for run in dict.fromkeys(raw.run for raw in self._letters(paragraph, new)[first:after]):
                around = run.getparent()
                if around is not None and around.tag == _INS and around.getparent() is paragraph:
                    self._wrap(run, around, self._source.carrier.related(link))

    def _stretches(self, own: etree._Element, new: int) -> Iterator[Stretch]:
        if next(own.iter(_LINK), None) is None:
            return
        first, link = 0, None
        letters = self._letters(own, new)
        for at, raw in enumerate([*letters, None]):
            around = next(raw.child.iterancestors(_LINK), None) if raw is not None else None
            here = around.get(_ID) if around is not None else None
            if here != link:
                if link is not None and link in self._ids:
                    yield first, at, link
                first, link = at, here

    def _letters(self, node: etree._Element, new: int) -> list[Raw]:
        """The letters of a new paragraph in an element that says it; none where that is not clear."""
        matched = letter_atoms(self._draft.paragraphs[new], node)
        return letters_of(matched) if matched is not None else []

    def _wrap(self, run: etree._Element, around: etree._Element, link: str) -> None:
        """Put a link around an inserted run, which leaves the insertion it stands in."""
        before, after = list(run.itersiblings(preceding=True))[::-1], list(run.itersiblings())
        with self._stamp.signed(by_of(around)):
            if before:
                around.addprevious(self._stamp.change("ins", *before))
            if after:
                around.addnext(self._stamp.change("ins", *after))
        known = around.getprevious()
        if known is not None and known.tag == _LINK and known.get(_ID) == link:
            known.append(around)
            return
        made = element("hyperlink")
        made.set(_ID, link)
        around.addprevious(made)
        made.append(around)
