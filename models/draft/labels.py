"""Labels: what people call each paragraph (PP5, OP10 (a) (i), II.OP3, Annex I.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.draft.alphabets import CHINESE, in_western_figures
from models.draft.late_pattern import late_pattern
from models.draft.numbering import Count, has_suffix, sole_operatives, value_of
from models.draft.ordinals import ARABIC_ORDINAL, as_roman
from models.draft.paragraph import Draft, Kind, Paragraph

ANNEX_WORDS = r"(?i:Annex(?:e|es)?|Appendix|Enclosure|Anexo|Приложение|附件|المرفق)"
"""What the heading of an annex begins with."""
_ANNEX_NUMBER = late_pattern(
    rf"^\W*(?:附件\s*(?P<chinese>{CHINESE})|{ANNEX_WORDS}\s+(?P<number>[IVXLC]+|\d{{1,2}}|[A-Z]|{ARABIC_ORDINAL})\b)"
)
_ANNEX, _SECTION, _ENACTING, _ITEM = Kind.ANNEX, Kind.SECTION, Kind.ENACTING, Kind.SUBPARAGRAPH
_OPERATIVE, _PREAMBULAR = Kind.OPERATIVE, Kind.PREAMBULAR
"""Asked for each paragraph; to look a kind up in its class takes several times as long."""
_COUNTED = frozenset({_OPERATIVE, _ITEM, _SECTION})
"""Where nothing is printed, these have a number by their place."""


def labels(draft: Draft) -> tuple[str | None, ...]:
    """What people call each paragraph: PP5, OP10 (a) (i), II.OP3, Annex I.3; None for the rest.

    The printed number speaks where there is one; a section is named only where its numbering restarts.
    """
    naming = Naming(restarting_sections(draft.paragraphs))
    if all(paragraph.number or paragraph.kind not in _COUNTED for paragraph in draft.paragraphs):
        return tuple([naming.label(at, paragraph, None) for at, paragraph in enumerate(draft.paragraphs)])
    alone, count = sole_operatives(draft.paragraphs), Count()
    found = []
    for position, paragraph in enumerate(draft.paragraphs):
        computed = None if paragraph.number else count.number(paragraph, position in alone)
        found.append(naming.label(position, paragraph, computed))
        count.pass_by(paragraph)
    return tuple(found)


def annex_name(heading: Paragraph) -> str:
    """What an annex is called by its heading: "Annex II"."""
    match = _ANNEX_NUMBER.match(heading.text)
    number = heading.number or (match["number"] or match["chinese"] if match else None)
    return f"Annex {as_roman(number)}" if number else "Annex"


@dataclass(slots=True)
class Naming:
    """What labels are made of while the paragraphs go by; `copy` keeps a place to go on from."""

    sections: set[int]
    annex: str = ""
    section: str = ""
    head: str = ""
    preambular: int = 0
    items: dict[int, str] = field(default_factory=dict)

    def copy(self) -> Naming:
        """The same standing, to go on from."""
        copied = self.sections, self.annex, self.section, self.head, self.preambular, dict(self.items)
        return Naming(*copied)

    def label(self, position: int, paragraph: Paragraph, computed: str | None) -> str | None:
        """The label of the next paragraph."""
        if paragraph.kind is _ITEM:
            label = self._item(paragraph, paragraph.number or computed or "")
        else:
            label = self._whole(position, paragraph, paragraph.number or computed)
        if paragraph.set_label is not None:
            label = paragraph.set_label
            if paragraph.kind in (_PREAMBULAR, _OPERATIVE):
                self.head = label
        return label

    def _item(self, paragraph: Paragraph, number: str) -> str | None:
        self.items = {at: name for at, name in self.items.items() if at < paragraph.level} | {paragraph.level: number}
        return " ".join([self.head, *(self.items[at] for at in sorted(self.items))]).strip() or None

    def _whole(self, position: int, paragraph: Paragraph, number: str | None) -> str | None:
        kind = paragraph.kind
        if kind is _OPERATIVE or kind is _PREAMBULAR:
            if kind is _OPERATIVE:
                name = (number or "1") if self.annex else f"OP{number or 1}"
                if not name.isascii():
                    name = in_western_figures(name)
            else:
                self.preambular += paragraph.set_label is None and not (number and has_suffix(paragraph.number))
                name = f"PP{self.preambular}"
            self.head, self.items = self._place(name) if self.annex or self.section else name, {}
            return self.head
        if kind is _ANNEX:
            return self._open_annex(paragraph)
        if kind is _SECTION:
            return self._open_section(number or "", position in self.sections)
        if kind is _ENACTING:
            self.head, self.preambular, self.items = "", 0, {}
        return None

    def _place(self, name: str) -> str:
        return ".".join(part for part in (self.annex, self.section, name) if part)

    def _open_annex(self, paragraph: Paragraph) -> str:
        self.annex = annex_name(paragraph)
        self.section, self.head, self.preambular, self.items = "", "", 0, {}
        return self.annex

    def _open_section(self, numeral: str, restarts: bool) -> str | None:
        numeral = as_roman(numeral)
        self.section, self.head, self.items = numeral if restarts else "", "", {}
        if restarts:
            self.preambular = 0
        return numeral or None


def restarting_sections(paragraphs: Iterable[Paragraph]) -> set[int]:
    """Positions of section headings after which the operative count starts again at 1.

    Where the second section goes on counting from the first, the first names nothing either.
    """
    restarting: set[int] = set()
    starts: list[tuple[int, int]] = []
    section: int | None = None
    for position, paragraph in enumerate(paragraphs):
        if paragraph.kind is _SECTION:
            section = position
            restarting.add(position)
        elif paragraph.kind in (_ANNEX, _ENACTING):
            restarting -= _continued(starts)
            section, starts = None, []
        elif paragraph.kind is _OPERATIVE and section is not None:
            starts.append((section, (value_of(paragraph.number, 0) if paragraph.number else None) or 1))
            section = None
    return restarting - _continued(starts)


def _continued(starts: list[tuple[int, int]]) -> set[int]:
    """The sections of one part whose numbers belong to one count."""
    going_on = {position for position, first in starts if first != 1}
    if len(starts) > 1 and starts[0][1] == 1 and starts[1][1] != 1:
        going_on.add(starts[0][0])
    return going_on
