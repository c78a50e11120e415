"""Sessions and dates in words, as mastheads print them, in the official languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from models.draft.dates import arabic_ordinal, chinese_counted, months_in, ordinal, printed_date_in, russian_ordinal
from models.draft.forum_lines import ordinal_of_session

_UNITS = [
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
]
_TEENS = ["Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth"]
_TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_FRENCH = [
    "Première",
    "Deuxième",
    "Troisième",
    "Quatrième",
    "Cinquième",
    "Sixième",
    "Septième",
    "Huitième",
    "Neuvième",
    "Dixième",
    "Onzième",
    "Douzième",
    "Treizième",
    "Quatorzième",
    "Quinzième",
    "Seizième",
    "Dix-septième",
    "Dix-huitième",
    "Dix-neuvième",
]
_FRENCH_TENS = {20: "Vingt", 30: "Trente", 40: "Quarante", 50: "Cinquante", 60: "Soixante", 80: "Quatre-vingt"}
_SPANISH = ["Primer", "Segundo", "Tercer", "Cuarto", "Quinto", "Sexto", "Séptimo", "Octavo", "Noveno"]
_SPANISH_OWN = {11: "Undécimo", 12: "Duodécimo"}
_SPANISH_TENS = [
    "Décimo",
    "Vigésimo",
    "Trigésimo",
    "Cuadragésimo",
    "Quincuagésimo",
    "Sexagésimo",
    "Septuagésimo",
    "Octogésimo",
    "Nonagésimo",
]
_FORMS = {
    "": {"en": "{} session", "fr": "{} session", "es": "{} período de sesiones", "ru": "{} сессия",
         "ar": "الدورة {}", "zh": "第{}届会议"},
    "S-": {"en": "{} special session", "fr": "{} session extraordinaire", "es": "{} período extraordinario de sesiones",
           "ru": "{} специальная сессия", "ar": "الدورة الاستثنائية {}", "zh": "第{}届特别会议"},
    "ES-": {"en": "{} emergency special session", "fr": "{} session extraordinaire d’urgence",
            "es": "{} período extraordinario de sesiones de emergencia",
            "ru": "{} чрезвычайная специальная сессия", "ar": "الدورة الاستثنائية الطارئة {}",
            "zh": "第{}届紧急特别会议"},
}  # fmt: skip
"""What a session is called, by what stands before its number in symbols."""
_SPECIAL = re.compile("special|extraordinaire|extraordinario|специальная|الاستثنائية|特别", re.IGNORECASE)
_EMERGENCY = re.compile("emergency|d[’']urgence|emergencia|чрезвычайная|الطارئة|紧急", re.IGNORECASE)
_FIGURES = re.compile(r"(?P<day>\d{1,2})(?P<by>[./-])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4})")
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[^\W\d_]{3,})"
_NAMED = tuple(
    re.compile(rf"{one},?\s+(?P<year>\d{{4}})", re.IGNORECASE)
    for one in (rf"{_NTH}\s+(?:of\s+)?{_MONTH}\.?", rf"{_MONTH}\.?\s+{_NTH}")
)
"""A date with the name of its month, which may be written short, or first."""
_SCRIPTS = {
    "ar": (re.compile(r"[\u0620-\u064a]"), 4),
    "zh": (re.compile(r"[\u4e00-\u9fff]"), 12),
    "ru": (re.compile(r"[а-яё]", re.IGNORECASE), 4),
}
"""The letters of languages with an alphabet of their own, and for how many Latin ones each stands: these mastheads
print "Distr.: Limited" and "Original: English" in English, and Chinese says in two letters what English says in twelve.
"""
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_SIGNS = {
    "en": re.compile(
        r"\b(?:United Nations|General Assembly|(?:Security|Social|Rights) Council|Committee|Agenda items?"
        r"|(?:draft|revised) (?:resolution|decision)|submitted|the|of|and|on|for|with|from|January|February|March|June"
        r"|July|August|October|(?:[\w-]*(?:first|second|third|th) )(?:emergency )?(?:special )?session|English|French"
        r"|Spanish|Arabic|Chinese|Russian|Limited)\b|\bDistr\.:"
    ),
    "fr": re.compile(
        r"\b(?:Nations Unies|Assemblée|Conseil|Commission|Points? [^:]{1,20}ordre du jour|ordre du jour"
        r"|projets? de|présentée?|des?|du|la|les?|et|aux?|sur|par|dans|session extraordinaire|générale|[Ll]imitée"
        r"|[Rr]estreinte"
        r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
        r"|(?:[\w-]+[iu]ème|Première) session|anglais|français|espagnol|arabe|chinois|russe)\b|\b[ldLD][’']\w"
    ),
    "es": re.compile(
        r"\b(?:Naciones Unidas|Asamblea|Consejo|Comisión|[Pp]eríodo|sesiones|Temas?|programa|proyectos? de"
        r"|presentad[oa]|del?|las?|los|el|y|por|en|sobre|con|[Ll]imitada|general|[Rr]eservada|enero|febrero|marzo|abril|mayo|junio|julio"
        r"|agosto|septiembre|octubre|noviembre|diciembre|inglés|francés|español|árabe|chino|ruso)\b"
    ),
}
"""Words that stand in a masthead of one language; of "session", that two have, its number tells."""


def language_of(texts: Iterable[str]) -> str:
    """The language of a masthead and its enacting line: en, fr, es, ru, zh or ar; en where nothing tells."""
    return told_language(texts) or "en"


def told_language(texts: Iterable[str]) -> str | None:
    """The language of a masthead as far as its words tell it, None where none does.

    Of a half filled one each word tells, in whatever order they came; that of which there are most is it.
    """
    whole = "\n".join(texts)
    latin = len(_LATIN.findall(whole))
    letters = {language: each * len(of.findall(whole)) for language, (of, each) in _SCRIPTS.items()}
    most = max(letters, key=letters.__getitem__)
    if letters[most] > latin:
        return most
    told = {language: len(signs.findall(whole)) for language, signs in _SIGNS.items()}
    return max(told, key=told.__getitem__) if any(told.values()) else None


def ordinal_words(number: int, language: str = "en") -> str:
    """An ordinal in words, "Seventy-ninth"; `models.draft.dates` reads it back.

    ValueError where the number is not from 1 to 150.
    """
    written = {"fr": _french, "es": _spanish, "ru": russian_ordinal, "ar": arabic_ordinal, "zh": chinese_counted}
    words = written.get(language, _english)(number) if 1 <= number <= 150 else None
    if words is None:
        raise ValueError(f"{number} is not between 1 and 150")
    return words.capitalize()


def _english(number: int) -> str:
    if number > 100:
        return f"One hundred and {_english(number - 100)}"
    if number == 100:
        return "One hundredth"
    if number <= 19:
        return [*_UNITS, *_TEENS][number - 1]
    ten, unit = _TENS[number // 10 - 2], number % 10
    return f"{ten}-{_UNITS[unit - 1]}" if unit else ten[:-1] + "ieth"


def _french(number: int) -> str:
    if number > 100:
        return f"Cent {'unième' if number == 101 else _french(number - 100)}"
    if number == 100:
        return "Centième"
    if number <= 19:
        return _FRENCH[number - 1]
    base = max(ten for ten in _FRENCH_TENS if ten <= number)
    ten, rest = _FRENCH_TENS[base], number - base
    if rest == 0:
        return ten.removesuffix("e") + "ième"
    unit = "unième" if rest == 1 else _FRENCH[rest - 1]
    return f"{ten} et {unit}" if rest in (1, 11) and base < 80 else f"{ten}-{unit}"


def _spanish(number: int) -> str:
    parts = ["Centésimo"] if number >= 100 else []
    if number % 100 in _SPANISH_OWN:
        return " ".join([*parts, _SPANISH_OWN[number % 100]])
    ten, unit = number % 100 // 10, number % 10
    return " ".join([*parts, *([_SPANISH_TENS[ten - 1]] if ten else []), *([_SPANISH[unit - 1]] if unit else [])])


def session_line(code: str, language: str = "en") -> str:
    """The line of a session by its code: "80" is "Eightieth session", "ES-10" "Tenth emergency special session".

    A code that is none comes back as it is.
    """
    match = re.fullmatch(r"(?P<special>E?S-)?(?P<number>\d{1,3})", code.strip(), re.IGNORECASE)
    if match is None or not 1 <= int(match["number"]) <= 150:
        return code
    forms = _FORMS[(match["special"] or "").upper()]
    spoken = language if language in forms else "en"
    return forms[spoken].format(ordinal_words(int(match["number"]), spoken))


def session_code(line: str) -> str | None:
    """The code of the session a line names, as symbols have it, or None: the way back from `session_line`."""
    number = ordinal_of_session(line.strip())
    if number is None:
        return None
    return f"{'ES-' if _EMERGENCY.search(line) else 'S-' if _SPECIAL.search(line) else ''}{number}"


def typed_session(text: str, language: str = "en") -> str:
    """What was typed for a session as its line: "80", "80th", "80th session", "Eightieth" and "S-21" are understood."""
    bare = " ".join(text.split())
    figures, _, rest = bare.partition(" ")
    number = ordinal(figures) if figures[:1].isdigit() else None
    line = session_line(str(number), language) if number else ""
    if rest and line.casefold().endswith(f" {rest.casefold()}"):
        return line
    if chinese := _CHINESE_SESSION.fullmatch(bare):
        return session_line(chinese["number"], language)
    if session_code(bare) is not None:
        return bare
    number = ordinal(bare)
    return session_line(str(number) if number else bare, language)


_CHINESE_SESSION = re.compile(r"第?\s?(?P<number>\d{1,3})\s?届(?:会议)?")


def printed_date(day: date, language: str = "en") -> str:
    """A date as a masthead prints it: "17 November 2025"; in English where it is in Arabic, Chinese or Russian.

    Such mastheads print "Distr.: Limited" and "Original: English" in English, too.
    """
    spoken = "en" if language in _SCRIPTS else language
    month = months_in(spoken)[day.month - 1]
    if spoken == "es":
        return f"{day.day} de {month} de {day.year}"
    return f"{'1er' if spoken == 'fr' and day.day == 1 else day.day} {month} {day.year}"


def typed_date(text: str, language: str = "en") -> str:
    """What was typed for a date as it is printed: 2025-11-17, 17.11.2025, 17/11/2025, "17 nov 2025" and "Nov. 17th,
    2025" too."""
    bare = " ".join(text.split())
    if printed_date_in(bare) is not None:
        return bare
    try:
        if match := _FIGURES.fullmatch(bare):
            return printed_date(date(int(match["year"]), int(match["month"]), int(match["day"])), language)
        if match := next((found for one in _NAMED if (found := one.fullmatch(bare))), None):
            short = match["month"].casefold()
            for months in (months_in(language), months_in("en")):
                fitting = [at for at, month in enumerate(months, 1) if month.casefold().startswith(short)]
                if len(fitting) == 1:
                    return printed_date(date(int(match["year"]), fitting[0], int(match["day"])), language)
            return bare
        return printed_date(date.fromisoformat(bare), language)
    except ValueError:
        return bare
