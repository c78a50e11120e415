"""References that count paragraphs from where they stand: "the preceding paragraph", "the two following paragraphs".

Without a count the plural means all of them: "the preceding paragraphs".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.draft import Kind, Paragraph
from models.draft.late_pattern import late_pattern
from models.draft.whose import quoted

_COUNTED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})
_STOPS = frozenset({Kind.ANNEX, Kind.MASTHEAD})
_MANY = {
    word: number
    for words in (
        "two three four five", "deux trois quatre cinq", "dos tres cuatro cinco", "два три четыре пять",
        "двух трёх четырёх пяти", "двумя тремя четырьмя пятью", "двум трём четырём", "两 三 四 五", "二",
    )
    for number, word in enumerate(words.split(), 2)
}  # fmt: skip
_RU_COUNT = r"(?:дв|тр|четыр|пят)\w{1,3}"
_EN, _FR, _ES = "two|three|four|five", "deux|trois|quatre|cinq", "dos|tres|cuatro|cinco"
_BESIDE = r"(?:immediately\s+)?(?:preceding|previous|foregoing|following|next|above)"
_MINE = r"(?!\s+(?:of|in|from|de|du|del)(?!\w)(?!\s+(?:the\s+present|this|la\s+présente|la\s+presente)(?!\w)))"
_INTRODUCES = r"(?!\s*:)"
"""“Adopts the following paragraph:” quotes it."""
_NUMBERED = r"(?!\s*(?:nos?\.\s*)?[\d(])"
"""“The above paragraph 4” says which it is."""
_SIDE_FR = r"ci-(?:dessus|dessous|après)"
_SIDE_AR = "(?:أعلاه|أدناه)"
_SIDE_RU = r"\s+(?:выше|ниже)(?=\s*(?:[,.;)\]]|\Z))"
_PATTERN = late_pattern(
    rf"(?<!\w)(?:the\s+(?:(?P<many>{_EN})\s+)?{_BESIDE}\s+(?:(?P<number>{_EN})\s+)?(?:(?:preambular|operative)\s+)?"
    rf"(?P<sub>sub-?)?paragraph(?P<en>s?)(?!\w){_NUMBERED}"
    rf"|the\s+(?:(?P<some>{_EN})\s+)?(?:(?:preambular|operative)\s+)?(?P<below>sub-?)?paragraph(?P<here>s?)\s+"
    r"(?:immediately\s+)?(?:above|below)(?!\s+all(?!\w))"
    r"|(?:(?:le|du|au)\s+(?:paragraphe|alinéa)|l[’']alinéa)\s+"
    rf"(?:immédiatement\s+)?(?:précédent|suivant|qui\s+(?:précède|suit)|{_SIDE_FR})"
    rf"|(?P<fr>les|des|aux)\s+(?:(?P<deux>{_FR})\s+)?(?:paragraphes|alinéas)\s+"
    rf"(?:précédents|suivants|qui\s+(?:précèdent|suivent)|{_SIDE_FR})"
    r"|(?:el|del|al)\s+(?:párrafo|apartado|inciso)\s+(?:inmediatamente\s+)?"
    r"(?:anterior|precedente|siguiente|que\s+(?:antecede|precede|sigue))"
    rf"|(?P<es>los)\s+(?:(?P<dos>{_ES})\s+)?(?:párrafos|apartados|incisos)\s+"
    r"(?:anteriores|precedentes|siguientes|que\s+(?:anteceden|preceden|siguen))"
    r"|(?:предыдущ|предшествующ|следующ|последующ)(?:ем|его|ему|ий|им)\s+(?:под)?пункт(?:ом|е|а|у)?"
    rf"|(?:(?P<dva>{_RU_COUNT})\s+)?(?P<ru>предыдущ|предшествующ|следующ|последующ)(?:их|ие|им|ими)\s+"
    rf"(?:(?P<dvukh>{_RU_COUNT})\s+)?(?:под)?пункт(?:ах|ы|ам|ами|ов|а)"
    rf"|(?:под)?пункт(?:е|а|у|ом)?{_SIDE_RU}|(?P<russian>(?:под)?пункт(?:ах|ы|ам|ами|ов)){_SIDE_RU})(?!\w){_MINE}{_INTRODUCES}"
    rf"|(?<!\w)\w{{0,3}}فقرة\s(?:الفرعية\s)?(?:السابقة|التالية|{_SIDE_AR})(?!\w)(?!\sمن\s)"
    rf"|(?P<dual>(?<!\w)\w{{0,3}}فقرت[اي]ن\s(?:السابقت[اي]ن|التاليت[اي]ن|{_SIDE_AR})(?!\w)(?!\sمن\s))"
    rf"|(?P<ar>(?<!\w)\w{{0,3}}فقرات\s(?:السابقة|التالية|{_SIDE_AR})(?!\w)(?!\sمن\s))"
    r"|(?:前|上|下)一段(?!时|日|路|历|关|期|[岁距旅])|(?:(?<![的议告分定])前|以[上下])(?P<duan>[二两三四五])段(?!时|落)"
    r"|(?P<zh>(?:前|上|下)述各段|以[上下]各段)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"follow|next|below|dessous|après|suiv|qui\s+suit|sigu|следующ|последующ|ниже|التالي|أدناه|下", re.IGNORECASE
)
_COUNTS = ("many", "number", "some", "deux", "dos", "dva", "dvukh", "duan")
_PLURALS = ("en", "here", "fr", "es", "ru", "russian", "ar", "zh")


class FromHere(NamedTuple):
    """One such reference: how many paragraphs it means, 0 being all, whether after its own, and where it stands.

    `inside` where it says "subparagraphs": after a paragraph these are its own items.
    """

    size: int
    after: bool
    inside: bool
    start: int
    end: int


def from_here_in(text: str) -> Iterator[FromHere]:
    """Those of a text, but in quoted words."""
    in_quotes: list[tuple[int, int]] | None = None
    for match in _PATTERN.finditer(text):
        in_quotes = quoted(text) if in_quotes is None else in_quotes
        if any(start <= match.start() < end for start, end in in_quotes):
            continue
        word = next((match[name] for name in _COUNTS if match[name]), "")
        alone = 2 if match["dual"] else 0 if any(match[name] for name in _PLURALS) else 1
        size = _MANY.get(word.lower().replace("ех", "ёх").replace("ем", "ём"), alone)
        after = _AFTER.search(match[0]) is not None
        yield FromHere(size, after, (match["sub"] or match["below"]) is not None, match.start(), match.end())


def meant_from_here(paragraphs: Sequence[Paragraph], position: int, said: FromHere) -> tuple[int, ...] | None:
    """The positions a reference in a paragraph means, the nearest first; None where there are not as many.

    They are of its own level; beyond the first or the last item of a list stand those beside the paragraph the list
    belongs to.
    """
    found: list[int] = []
    level = paragraphs[position].level
    if said.after and said.inside and position + 1 < len(paragraphs):
        level = max(level, paragraphs[position + 1].level)
    for at in range(position + 1, len(paragraphs)) if said.after else range(position - 1, -1, -1):
        paragraph = paragraphs[at]
        if paragraph.kind in _STOPS:
            break
        if paragraph.kind not in _COUNTED or paragraph.level > level or paragraph.cell is not None:
            continue
        if paragraph.level < level:
            if said.after and said.inside:
                break
            level = paragraph.level
            if not said.after:
                continue
        found.append(at)
        if len(found) == said.size:
            return tuple(found)
    return None if said.size else tuple(found)
