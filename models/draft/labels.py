"""Labels: what people call each paragraph (PP5, OP10 (a) (i), II.OP3, Annex I.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from models.draft.alphabets import CHINESE, in_western_figures
from models.draft.late_pattern import late_pattern
from models.draft.numbering import SUFFIX, Count, form_of, has_suffix, sole_operatives, value_of
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
        return tuple([naming.label(at, one, one.number, None) for at, one in enumerate(draft.paragraphs)])
    alone = sole_operatives(draft.paragraphs)
    return tuple([naming.go_by(at, one, alone=at in alone)[1] for at, one in enumerate(draft.paragraphs)])


def annex_name(heading: Paragraph) -> str:
    """What an annex is called by its heading: "Annex II"."""
    match = _ANNEX_NUMBER.match(heading.text)
    number = heading.number or (match["number"] or match["chinese"] if match else None)
    return f"Annex {as_roman(number)}" if number else "Annex"


@dataclass(slots=True)
class Naming:
    """Where the count stands and what labels are made of, while the paragraphs go by; `copy` keeps a place to go on
    from."""

    sections: set[int]
    annex: str = ""
    section: str = ""
    head: str = ""
    preambular: int = 0
    items: dict[int, str] = field(default_factory=dict)
    count: Count = field(default_factory=Count)

    def copy(self) -> Naming:
        """The same standing, to go on from."""
        copied = self.sections, self.annex, self.section, self.head, self.preambular, dict(self.items)
        return Naming(*copied, self.count.copy())

    def go_by(
        self, position: int, paragraph: Paragraph, *, alone: bool, filled_in: bool = False
    ) -> tuple[str | None, str | None]:
        """Number and label of the next paragraph, which then counts.

        `filled_in`: what the count gives is its number, else it has that which is printed. `alone`: it is the only
        operative one of its part.
        """
        computed = self.count.number(paragraph, alone)
        number = computed if filled_in else paragraph.number
        label = self.label(position, paragraph, number, computed)
        self.count.pass_by(paragraph)
        return number, label

    def label(self, position: int, paragraph: Paragraph, number: str | None, computed: str | None) -> str | None:
        """The label of the next paragraph by its number; where that has none, by what the count gives it."""
        if paragraph.kind is _ITEM:
            level = paragraph.level
            label = self._item(level, number or _written(computed or "", self.items.get(level, ""), level))
        else:
            label = self._whole(position, paragraph, number or computed)
        if paragraph.set_label is not None:
            label = paragraph.set_label
            if paragraph.kind in (_PREAMBULAR, _OPERATIVE):
                self.head = label
        return label

    def _item(self, level: int, number: str) -> str | None:
        self.items = {at: name for at, name in self.items.items() if at < level} | {level: number}
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


@lru_cache(maxsize=4_096)
def _written(computed: str, before: str, level: int) -> str:
    """What the count gives an item, as the one before it in its list is written: "(ب)" behind "(أ)", "c)" behind
    "b) bis"."""
    value = value_of(computed, level)
    form = form_of(SUFFIX.sub("", before), level, value - 1 if value is not None else None)
    return (form.write(level, value) if form is not None and value is not None else None) or computed


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
