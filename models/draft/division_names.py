"""How sections and annexes are named in each language: "section II above", "разделе II", "附件一", "المرفق الأول"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from models.draft.alphabets import CHINESE
from models.draft.late_pattern import late_pattern
from models.draft.no_document import CI_APRES
from models.draft.ordinals import ARABIC_ORDINAL, as_roman

SPACE = "[ \u00a0\u202f]"
AND = f"(?:,?{SPACE}+(?:and|or|et|ou|y|o|и|или){SPACE}+|,{SPACE}+)"
TO = f"(?:{SPACE}?[–‑-]{SPACE}?|—|{SPACE}+(?:to|through|à|au|al?){SPACE}+)"
SEVERAL = f"(?:(?<=[sывийхмя]{SPACE})(?P<several>))?"
"""Behind a word in the plural, which may name a range."""
AND_TO = f"(?(several)(?:{AND}|{TO})|{AND})"
FIGURE = r"\d{1,3}(?![\d/]|[.,]\d)"
NEAR = (
    rf"above|below|supra|infra|ci-dessus|ci-dessous|{CI_APRES}|anterior(?:es)?|precedentes?|siguientes?"
    r"|más (?:arriba|abajo)|выше|ниже|أعلاه|أدناه"
)
_PRESENT = (
    r"(?:of|to) (?:the present|this) (?:draft )?(?:resolution|decision)|hereto|hereof"
    r"|(?:de|à) la présente (?:résolution|décision)|(?:de|a) la presente (?:resolución|decisión)"
    r"|(?:к )?настояще(?:й|му|го) (?:проект[ау] )?(?:резолюции|решени[юя])|(?:من|ل|ب)?{SPACE}?هذا (?:القرار|المقرر)"
).replace("{SPACE}", SPACE)
_OWN = rf",?{SPACE}+(?:{NEAR}|{_PRESENT})(?!\w)"
TAIL = f"(?P<own>{_OWN})?"
OWN_ANNEX = late_pattern(
    rf"(?<!\w)(?:(?:the|la|el){SPACE}|l['’])?"
    rf"(?:(?:annexe?s?|annexed|annexée?s?|anexos?|anexad[oa]s?|[Пп]риложени\w{{1,2}}|\w{{0,3}}مرفق){SPACE}(?:{_PRESENT}))(?!\w)"
    rf"|本(?:决议|决定)(?:草案)?的?附件(?!{SPACE}?(?:{CHINESE}|[IVX\d]))"
)
"""An annex that has no number, said to be the text's own: "the annex to the present resolution", "annexed hereto"."""
_ROMAN = r"(?:[IVXLC]+|\d{1,2}|[A-H])(?![\w/]|[.,]\d)"
_ARABIC = rf"(?:[IVXLC]+|\d{{1,2}}|{ARABIC_ORDINAL})(?![\w/]|[.,]\d)"
_CHINESE = rf"(?:{CHINESE}|[IVXLC]+|\d{{1,2}})(?![/.,]?\d)"

_NUMERAL = late_pattern(rf"{_ROMAN}|{_ARABIC}|{CHINESE}")
"""One of the figures that a name has."""

_PARAGRAPH = rf"(?:paragraph|paragraphe|párrafo|para\.){SPACE}"
_LATIN = late_pattern(
    rf"(?<!\w)(?:(?:{_PARAGRAPH}|OP{SPACE}?(?=\d+(?:,|{SPACE}of){SPACE}annex{SPACE}))(?P<paragraph>{FIGURE})"
    rf"(?:{SPACE}(?:of|in|de|del|de l[’'])(?:{SPACE}|(?<=[’']))(?:(?:la|el){SPACE})?"
    # "Paragraph 2, annex I", and no list, "paragraph 2, annexes I and II".
    rf"|,{SPACE}(?=\w+[^s\W]{SPACE}{_ROMAN}(?!(?:{AND}|{TO}){_ROMAN}))))?"
    rf"(?:(?P<section>sections?|sección|secciones)|(?P<annex>annex(?:es)?|annexes?|anexos?"
    rf"|Annex(?={SPACE}{_ROMAN},{SPACE}OP))){SPACE}"
    rf"{SEVERAL}(?P<figures>{_ROMAN}(?:{AND_TO}{_ROMAN})*){TAIL}"
    # "Annex I, paragraph 2".
    rf"(?(paragraph)|(?(several)|"
    rf"(?:,{SPACE}(?:{_PARAGRAPH}|(?(annex)OP{SPACE}?|(?!)))(?P<behind>{FIGURE})(?P<too>{_OWN})?)?))"
)
_RUSSIAN = late_pattern(
    rf"(?<!\w)(?:пункт\w{{0,2}}{SPACE}(?P<paragraph>{FIGURE}){SPACE})?"
    rf"(?:(?P<section>[Рр]аздел\w{{0,3}})|(?P<annex>[Пп]риложени\w{{1,2}})){SPACE}"
    rf"{SEVERAL}(?P<figures>{_ROMAN}(?:{AND_TO}{_ROMAN})*){TAIL}(?P<closed>(?=[\s]*(?:[^\w\s]|\Z)))?"
)
_ARABIC_NAMES = late_pattern(
    rf"(?<!\w)(?:[وفبلك]{{0,2}}(?:ال)?فقرة{SPACE}(?P<paragraph>{FIGURE}){SPACE}من{SPACE})?"
    rf"[وفبك]?(?:(?P<section>(?:ال|لل)?(?:فرع|جزء|قسم))|(?P<annex>(?:ال|لل)?مرفق(?:ين|ات)?)){SPACE}"
    rf"(?P<figures>{_ARABIC}(?:{SPACE}?(?:و|،{SPACE}?){_ARABIC})*){TAIL}(?P<closed>(?=[\s]*(?:[^\w\s]|\Z)))?"
)
_CHINESE_NAMES = late_pattern(
    r"(?P<own>本(?:决议|决定)(?:草案)?的?|[上下]文的?)?"
    rf"(?:(?P<annex>附件){SPACE}?(?P<figures>{_CHINESE}(?:[和及、]{_CHINESE})*)|(?P<section>第)(?P<numbers>{CHINESE})(?:节|部分))"
    rf"(?:第{SPACE}?(?P<paragraph>{FIGURE}){SPACE}?段)?"
)
_MAY = late_pattern(
    rf"аздел\w{{0,3}}{SPACE}|риложени\w{{1,2}}{SPACE}|附件{SPACE}?(?:{CHINESE}|[IVX\d])|第{CHINESE}(?:节|部分)"
    rf"|(?:مرفق(?:ين|ات)?|فرع|جزء|قسم){SPACE}"
)

INSTRUMENT = late_pattern(
    r"(?<!\w)(?:convention|convenci|protocol|treat(?:y|ies)|traité|tratado|agreement|accord|acuerdo|resolu[ct]|résolution"
    r"|decisi[oó]n|décision|reports?\s+of\b|the\s+report\b|rapport|informe|charter|charte|carta|covenant|pact|statut"
    r"|estatuto|constitu|letter|lettre|memorand|directive|declarat|déclarat|declaraci|compact|judge?ment|handbook|manual"
    r"|конвенци|протокол|догов[оó]р|соглашени|резолюци|решени[еяюй]|доклад|устав|пакт|статут|письм|меморандум|декларац|руководств"
    r"|[وفبلك]{0,2}(?:ال|لل)?(?:اتفاقية|بروتوكول|معاهدة|اتفاق|قرار|مقرر|تقرير|ميثاق|رسالة|إعلان|عهد|دليل))"
    r"|公约|议定书|条约|协定|决议|报告|宪章|规约|宣言|信函|备忘录|指南|手册|[A-Z]/\S*\d|\d/\d",
    re.IGNORECASE,
)
"""What has sections and annexes of its own."""


def may_name_another(text: str) -> bool:
    """Whether a text may name a section or an annex in Russian, Arabic or Chinese; quick."""
    # A letter that no such text is without is looked for first: that takes a tenth of the time.
    if text.isascii() or not ("л" in text or "ا" in text or "附" in text or "第" in text):
        return False
    return _MAY.search(text) is not None


def divisions(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """The sections and annexes that a text names; and whether it says that they are its own, or may mean that.

    Groups: `section` or `annex`, the figures, `paragraph`. In Russian and Arabic whose part it is follows without a
    word between: there a name with more words behind it is another's.
    """
    patterns = [_LATIN, *((_RUSSIAN, _ARABIC_NAMES, _CHINESE_NAMES) if may_name_another(text) else ())]
    for pattern in patterns:
        for match in pattern.finditer(text):
            if pattern is _LATIN:
                yield match, match["own"] is not None or match["too"] is not None
            elif match["own"] is not None or pattern is _CHINESE_NAMES or match["closed"] is not None:
                yield match, match["own"] is not None


def paragraph_of(match: re.Match[str]) -> tuple[int, int] | None:
    """The place of the figure of a paragraph that is named with a section or an annex; None for that itself."""
    places = (match.span(name) for name in ("paragraph", "behind") if match.groupdict().get(name))
    return next(places, None)


def without_divisions(text: str) -> str:
    """A text without the names of sections and annexes, those that say whose they are with that."""
    for pattern in (_LATIN, _RUSSIAN, _ARABIC_NAMES, _CHINESE_NAMES):
        text = pattern.sub("", text)
    return text


def figures(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The places of the figures in a name, and each as it is read."""
    group = "figures" if match["figures"] else "numbers"
    start = match.start(group)
    for one in _NUMERAL.finditer(match[group]):
        said = "".join(str(unicodedata.decimal(letter, letter)) for letter in one[0])
        yield start + one.start(), start + one.end(), as_roman(said)
