"""How each language words a sponsor line: its forms as they are written, and the patterns they are read by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.masthead.facts import line_form, names

_NO_BRACKET = "[^()（）]"
DECISION = re.compile("decision|décision|decisión|решени|决定|مقرر", re.IGNORECASE)
"""What a draft is called that is none of a resolution."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns: what is submitted, what amends it, how a chair's title and the words on how it came about begin."""

    document: str
    amendment: str
    chair: str
    ending: str


_WORDS = {
    "en": _Words(
        r"(?:(?:oral|revised) )*draft (?:resolution|decision)s?",
        r"(?:sub-)?amendments? to ",
        r"(?:Chair|President|Acting)",
        r" (?:following|on the) ",
    ),
    "fr": _Words(
        r"projets? de (?:résolution|décision)(?: (?:révisé|oral)s?)*",
        r"(?:sous-)?amendements? (?:au|à) ",
        r"l[ae] Présiden",
        r" (?:à l[’']issue|à la suite|sur) ",
    ),
    "es": _Words(
        r"proyectos? de (?:resolución|decisión)(?: (?:revisado|oral)s?)*",
        r"(?:sub)?enmiendas? al? ",
        r"(?:el|la) Presiden",
        r" (?:tras|sobre|por) ",
    ),
    "ru": _Words(
        r"(?:(?:пересмотренный|устный) )*проект (?:резолюции|решения)",
        r"поправк[аи] к ",
        r"(?:исполняющим обязанности )?Председател",
        r" (?:по|на) ",
    ),
    "zh": _Words(r"(?:订正)?(?:决议|决定)草案", r"对.*(?=修正案)", r"(?:委员会|大会)(?:代理)?主席", r"(?:在|根据)"),
    "ar": _Words(
        r"مشروع (?:قرار|مقرر)(?: (?:منقح|شفوي))*", r"تعديل(?:ات)? (?:على |ل)", r"رئيس", r" (?:عقب|بناء|على أساس) "
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Who:
    """What stands around the name and the country of an officer."""

    lead: str
    opening: str
    close: str
    end: str

    def said(self, name: str, country: str) -> str:
        """Name and country as they are written behind an office; either may be missing."""
        named = (self.lead + name if name else "") + (self.opening + country + self.close if country else "")
        return named + self.end if named else ""

    @property
    def runs_on(self) -> bool:
        """Whether nothing tells where the office ends and the name begins."""
        return not self.lead.strip()


@cache
def who(language: str) -> Who:
    """How an officer is named in a language."""
    lead, opening, rest = re.split(r"{name}|{country}", line_form("who", language))
    return Who(lead, opening, rest[:1], rest[1:])


@cache
def document_of(language: str) -> re.Pattern[str]:
    """What may be submitted in a language, alone in its line."""
    return re.compile(_WORDS[language].document, re.IGNORECASE)


@cache
def patterns(form: str, language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns that lines of a form are read by, the surest first.

    Groups are the parts of a line, and `basis`, the words on the consultations with their symbol.
    """
    return tuple(re.compile(one, re.IGNORECASE) for one in _PATTERNS[form](language))


def basis_forms(language: str) -> tuple[str, ...]:
    """What is said of consultations in a language, "{}" where the symbol stands; the usual words first."""
    return names("basis", language)


def _states(language: str) -> Iterator[str]:
    words = _WORDS[language]
    document = rf"(?P<document>(?:{words.document}|{words.amendment}).*)"
    yield rf"(?P<states>[^:：]+?)(?:\* ?[:：]|(?: ?[:：]) ?(?P<star>\*)?) *{document}"


def _officer(language: str) -> Iterator[str]:
    written = who(language)
    lead, opening, close, end = map(re.escape, (written.lead, written.opening, written.close, written.end))
    country = rf"(?:{opening}(?P<country>(?:{_NO_BRACKET}|\([^()]*\))+){close})?(?:{end})?"
    basis = "|".join(re.escape(one).replace(re.escape("{}"), r"\S+?") for one in basis_forms(language))
    name = rf"(?:{lead}(?P<name>{_NO_BRACKET}+?))?"
    any_office = r"[^,،()（）]+?"
    ways = [(any_office, name)]
    if written.runs_on:
        known = "|".join(map(re.escape, sorted(names("office", language), key=len, reverse=True)))
        ways = [(known, name), (any_office, "")]
    for office, named in ways:
        said = {"office": f"(?P<office>{office})", "who": named + country, "basis": f"(?P<basis>{basis})"}
        yield _filled("officer", language, **said)


def _chair(language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield _filled(
        "chair",
        language,
        chair=rf"(?P<chair>{words.chair}[^,،()（）]*?)",
        ending=rf"(?P<ending>{words.ending}[^()（）]+?)?",
    )


def _filled(form: str, language: str, **groups: str) -> str:
    """The form of a line with a pattern for each part."""
    groups["document"] = f"(?P<document>{_WORDS[language].document})"
    parts = re.split(r"{(\w+)}", line_form(form, language))
    return "".join(groups[part] if at % 2 else re.escape(part) for at, part in enumerate(parts))


_PATTERNS = {"states": _states, "officer": _officer, "chair": _chair}
