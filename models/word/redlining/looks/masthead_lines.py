"""Lines of a masthead in a redline on Adref's own file: each is set as its role has it, what is struck with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cached_property

from lxml import etree

from models.comparison.change import Comparison
from models.comparison.words.text_parts import PartsOfTwo
from models.draft import Draft, Kind, Paragraph
from models.draft.masthead_lines import masthead_roles
from models.word.markup import child_of, style_of
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.redlining.letters.revision_marks import same_look
from models.word.redlining.looks.letters_as_set import set_letters_as
from models.word.redlining.looks.wide_spaces import standing_letters
from models.word.styles import STYLE
from models.word.writing.looks import measures_in
from models.word.writing.masthead_table import RIGHT_STYLES, as_set, set_at_left, set_line
from models.word.writing.wide_space import place_of_space, widen

_PPR, _T, _IND, _JC = w("pPr"), w("t"), w("ind"), w("jc")


def lines_as_in_base(comparison: Comparison) -> dict[int, tuple[bool, bool] | None]:
    """The new lines, by position, that keep the look of their old line: bold and underline of it, None for all of it.

    As the weights have it, that is no difference: text files and Adref's own say no look of a masthead on its letters,
    but for italics.
    """
    parts, found = PartsOfTwo(comparison.old, comparison.new), dict[int, tuple[bool, bool] | None]()
    for change in comparison.changes:
        if len(change.old) != 1 or len(change.new) != 1:
            continue
        old, new = comparison.old.paragraphs[change.old[0]], comparison.new.paragraphs[change.new[0]]
        if not old.kind is new.kind is Kind.MASTHEAD or old.footnotes or new.footnotes:
            continue
        if not _has_look(old) or any(run.bold or run.underline for run in new.runs):
            continue
        base = parts.of(False, change.old[0])
        if not _has_look(new) and base.in_one_look:
            found[change.new[0]] = None
        elif _has_look(new) and len(strokes := base.strokes) == 1:
            found[change.new[0]] = next(iter(strokes))
    return found


def _has_look(line: Paragraph) -> bool:
    return any(any(run.marks) for run in line.runs)


class MastheadLines:
    """The lines of two mastheads, as Adref sets them."""

    def __init__(self, old: Draft, new: Draft, looks: Sequence[etree._Element], styles: Mapping[str, int]) -> None:
        """`looks` are those of the old paragraphs in the file, `styles` the left indents of the file's."""
        self._old, self._new, self._looks, self._styles = old, new, looks, styles
        self._of = measures_in(styles)

    @cached_property
    def roles(self) -> Mapping[int, str]:
        """The roles of the new lines by position."""
        return as_set(masthead_roles(self._new), self._new.paragraphs)

    @cached_property
    def _old_roles(self) -> Mapping[int, str]:
        return as_set(masthead_roles(self._old), self._old.paragraphs)

    def model(self, new: int, near: int) -> int | None:
        """The old line that a new one is to look like in a file of another house: of its role if any, the nearest."""
        lines = [at for at in self._old_roles if self._old.paragraphs[at].text.strip()]
        alike = [at for at in lines if self._old_roles[at] == self.roles[new]]
        return min(alike or lines, key=lambda at: abs(at - near), default=None)

    def line(self, new: int, near: int) -> etree._Element | None:
        """A new line, None where the file has no style for it; `near` is the old position it comes to stand at.

        In a cell of the right column it takes the indent of the lines there, and stands at the left where they do.
        """
        paragraph = self._new.paragraphs[new]
        if paragraph.kind is not Kind.MASTHEAD:
            return None
        made = set_line(self._new, new, self.roles[new], self._of)
        look = made[0]
        if (style_of(look) or "") not in self._styles:
            return None
        if style_of(look) in RIGHT_STYLES and child_of(look, _IND) is None:
            beside = [at for at in self._old_roles if style_of(self._looks[at]) in RIGHT_STYLES]
            model = min(beside, key=lambda at: abs(at - near), default=None)
            indent = child_of(self._looks[model], _IND) if model is not None else None
            if indent is not None:
                look.append(deepcopy(indent))
                in_order(look)
            if model is not None and child_of(self._looks[model], _JC) is not None:
                set_at_left(look)
        return made

    def standing(self, new: int, own: int) -> etree._Element | None:
        """The look of a new line with the mark of an old one, where it is set otherwise than that was; else None."""
        before, after = self._old.paragraphs[own], self._new.paragraphs[new]
        if not before.kind is after.kind is Kind.MASTHEAD or (style := style_of(self._looks[own])) not in STYLE:
            return None
        was = set_line(self._old, own, self._old_roles[own], self._of)[0]
        line = self.line(new, own)
        if (
            line is None
            or style_of(was) != style
            or same_look(was, set_line(self._new, new, self.roles[new], self._of)[0])
        ):
            return None
        return line[0]

    def wide(self, new: int, look: etree._Element, own: int, own_wide: int | None) -> int | None:
        """Where the wide space of a new line stands in its text; None where it has none in this file.

        `look` is its look in the place of an old line, which has one at `own_wide`, if any.
        """
        if self._new.paragraphs[new].kind is not Kind.MASTHEAD:
            return None
        line = set_line(self._new, new, self.roles[new], self._of)
        at = place_of_space(line.iter(w("r")))
        if at is None or own_wide is not None:
            return at
        if style_of(look) != style_of(line[0]) or self._old.paragraphs[own].kind is not Kind.MASTHEAD:
            return None
        # What could be set wide in the base and is not was meant so.
        was = set_line(self._old, own, self._old_roles[own], self._of)
        return at if place_of_space(was.iter(w("r"))) is None else None

    def spread(self, new: int, node: etree._Element) -> None:
        """Set what is inserted in a new line as it is set: the space between two facts wide, whatever else it has."""
        line, own = set_line(self._new, new, self.roles[new], self._of), child_of(node, _PPR)
        if own is None or style_of(own) != style_of(line[0]) or set_letters_as(node, line):
            return
        at = place_of_space(line.iter(w("r")))
        if at is None:
            return
        for raw in standing_letters(node):
            if at < len(raw.text):
                around = raw.run.getparent()
                if around is not None and around.tag == w("ins") and raw.child.tag == _T:
                    widen(raw.run, raw.child, raw.offset + at)
                return
            at -= len(raw.text)
