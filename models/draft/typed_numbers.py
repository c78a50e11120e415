"""Numbers that are typed in the words of a heading: "Article 4", "B. Trade", "Chapter II", "Principle 3: Equity"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from typing import NamedTuple

from models.draft.late_pattern import late_pattern
from models.draft.numbering import SUFFIX_WORDS, from_roman, section_value, to_letters, to_roman
from models.draft.paragraph import Draft, Kind, Paragraph

_FIGURE = r"(?:\d{1,3}|[IVXLC]+|[A-Z])"
_FIRST = "premier"
"""What the first of several has for a 1 in French."""
_TYPED = late_pattern(
    rf"(?P<opens>[\[\s]*)(?:(?P<word>[^\W\d_]{{3,}})\]?[ \u00a0]\[?(?P<figure>{_FIGURE}|(?i:{_FIRST}))"
    rf"(?=[\]\s]*\Z|(?:[.:)\]]*[.:]|[ \u00a0\u202f]:)[\]]?\s|\]?\s[(–—-])"
    rf"|(?P<alone>{_FIGURE})(?=[.)]\s+\S))"
    rf"(?!\s*(?:{SUFFIX_WORDS})\b)(?P<rest>.*)",
    re.DOTALL,
)

_OF_DIVISIONS = frozenset({
    "article", "clause", "title", "section", "subsection", "part", "chapter", "annex", "appendix", "schedule", "rule",
    "regulation", "principle", "guideline", "partie", "chapitre", "titre", "annexe", "appendice", "règle", "principe",
    "artículo", "título", "sección", "parte", "capítulo", "anexo", "regla", "principio", "artigo", "artikel", "статья",
    "раздел", "часть", "глава", "приложение", "дополнение", "правило", "принцип", "المادة", "الفرع", "القسم", "الباب",
    "الفصل", "الجزء", "المرفق", "التذييل", "المبدأ", "القاعدة",
})  # fmt: skip

_OF_ANNEXES = frozenset({
    "annex", "appendix", "schedule", "annexe", "appendice", "anexo", "приложение", "дополнение", "المرفق", "التذييل",
})  # fmt: skip
_OF_CLAUSES = (_OF_DIVISIONS - _OF_ANNEXES) | {
    "action", "recommendation", "objective", "measure", "commitment", "recommandation", "objectif", "mesure",
    "engagement", "acción", "recomendación", "objetivo", "medida", "compromiso", "действие", "рекомендация", "цель",
    "мера", "обязательство", "الإجراء", "التوصية", "الهدف", "التدبير", "الالتزام",
}  # fmt: skip

TYPED_IN = frozenset({Kind.HEADING, Kind.ANNEX})
"""The kinds of paragraphs in which a number is typed."""


class TypedNumber(NamedTuple):
    """The number of a heading: its `sort` ("article 1", "A"; the last sign says how it is written), its figure and
    where that stands; `rest` is the heading without the word and the number, "" where it says nothing else."""

    sort: str
    figure: str
    start: int
    end: int
    rest: str

    @property
    def of_division(self) -> bool:
        """Whether it counts the divisions of a text, an article or "A. Trade": a "Group B" or a "Phase 2" is a name."""
        word = self.sort[:-1].rstrip()
        return not word or word in _OF_DIVISIONS

    @property
    def counts_clauses(self) -> bool:
        """Whether it counts articles, rules or actions: a text may also speak of what an "Annex I" names."""
        return self.sort[:-1].rstrip() in _OF_CLAUSES

    def value(self, before: int) -> int | None:
        """Its place, `before` being that of the one before it: "C" after two is the third, not the hundredth."""
        return int(self.figure) if self.figure.isdigit() else section_value(self.figure, before)

    def written(self, value: int, own: Collection[int | None]) -> str:
        """Another number, written as this one is, whose `own` is one of these: "I" is the first, or the ninth."""
        if self.figure.isdigit():
            return str(value)
        letters = from_roman(self.figure) not in own
        return (to_letters(value) if letters else to_roman(value)).upper()


def of_one_sort(one: str, two: str) -> bool:
    """Whether two sorts of numbers are one, or of the same divisions, written in two ways: "Article 1", "Article I"."""
    return one == two or (one[:-1] == two[:-1] and one[:-1].rstrip() in _OF_DIVISIONS)


def typed_number(text: str) -> TypedNumber | None:
    """The number that is typed in a heading; None where it has none, or one with a suffix ("Article 4 bis")."""
    match = _TYPED.match(text)
    if match is None:
        return None
    group = "figure" if match["word"] else "alone"
    figure = "1" if match[group].casefold() == _FIRST else match[group]
    way = "1" if figure.isdigit() else "A"
    word = (match["word"] or "").casefold()
    rest = match["opens"] + match["rest"].lstrip(".:) \u00a0\u202f")
    return TypedNumber(f"{word} {way}".strip(), figure, *match.span(group), rest if rest.strip("[]() \u00a0") else "")


def heading_number(paragraph: Paragraph) -> TypedNumber | None:
    """The number that is typed in a heading or in the line that an annex begins with; None for other paragraphs."""
    return typed_number(paragraph.text) if paragraph.kind in TYPED_IN else None


def is_number_alone(paragraph: Paragraph) -> bool:
    """Whether a heading, or the line that an annex begins with, says its number and nothing else."""
    typed = heading_number(paragraph)
    return typed is not None and not typed.rest


def typed_numbers(draft: Draft) -> Iterator[tuple[int, TypedNumber]]:
    """The headings and annexes of a draft whose number is typed, by their positions."""
    for at, paragraph in enumerate(draft.paragraphs):
        found = heading_number(paragraph)
        if found is not None:
            yield at, found


DIVIDING = (Kind.SECTION, Kind.ANNEX, Kind.ENACTING)
"""Behind these, where they have no typed number themselves, any count may begin anew."""


class Running:
    """A count of typed numbers in the order of a text, each sort for itself.

    It begins anew only behind what divides a text: a section, an annex, a numbered heading of another sort.
    """

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._divided: set[str] = set()

    def last(self, sort: str) -> int:
        """The number of the last of a sort; 0 before the first."""
        return self._last.get(sort, 0)

    def may_restart(self, sort: str) -> bool:
        """Whether the next of a sort may be the first again."""
        return sort in self._divided

    def divide(self) -> None:
        """A section or an annex begins."""
        self._divided.update(self._last)

    def pass_by(self, sort: str, value: int) -> None:
        """Count one."""
        self._divided.update(self._last)
        self._divided.discard(sort)
        self._last[sort] = value


class Counted(NamedTuple):
    """A typed number that is counted: its sort, its place, as it is written, and whether the count begins `again` with
    it, or could."""

    sort: str
    value: int
    figure: str
    again: bool
    could: bool


def counts(
    draft: Draft,
    number: Callable[[Paragraph], TypedNumber | None] = heading_number,
    first: MutableMapping[str, int] | None = None,
) -> Mapping[int, Counted]:
    """The numbers of a draft by position, of those sorts that keep a running count: those of headings and annexes.

    Each count begins with 1; where `first` is asked for, with whatever number is the first, and that is told in it.
    """
    running = Running()
    found: dict[int, Counted] = {}
    broken: set[str] = set()
    for at, paragraph in enumerate(draft.paragraphs):
        typed = number(paragraph)
        if typed is None:
            if paragraph.kind in DIVIDING:
                running.divide()
            continue
        before = running.last(typed.sort)
        if first is not None and typed.sort not in first:
            first[typed.sort] = typed.value(0) or 1
            before = first[typed.sort] - 1
        could = running.may_restart(typed.sort)
        again = could and typed.value(before) != before + 1
        value = typed.value(0 if again else before)
        if value is None or value != (1 if again else before + 1):
            broken.add(typed.sort)
        else:
            found[at] = Counted(typed.sort, value, typed.figure, again, could)
        running.pass_by(typed.sort, value or before + 1)
    return {at: one for at, one in found.items() if one.sort not in broken}
