"""Dates and ordinal numbers as official documents print them, in the official languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from models.draft.alphabets import CHINESE, number_in, value_in
from models.draft.dates_typed import BESIDE, day_of, typed_pattern
from models.draft.late_pattern import late_pattern

_MONTHS = (
    "january janvier enero января يناير",
    "february février febrero февраля فبراير",
    "march mars marzo марта مارس",
    "april avril abril апреля أبريل",
    "may mai mayo мая مايو",
    "june juin junio июня يونيه يونيو",
    "july juillet julio июля يوليه يوليو",
    "august août agosto августа أغسطس",
    "september septembre septiembre сентября سبتمبر",
    "october octobre octubre октября أكتوبر",
    "november novembre noviembre ноября نوفمبر",
    "december décembre diciembre декабря ديسمبر",
)
_COLUMNS = ("en", "fr", "es", "ru", "ar")
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""The month of each name, in small letters."""
_NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DATE = late_pattern(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|[º°])?\s+(?:de\s+)?(?:[^\d/,;]{{2,25}}/)?(?P<month>{_NAMES})\s+(?:de\s+)?(?P<year>\d{{4}})(?!\d)"
    r"(?:\s+года|\s*г\.)?"
    r"|(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日",
    re.IGNORECASE,
)
_TYPED = typed_pattern(_NAMES)
_AROUND = late_pattern(rf"[\s*.,()\[\]]*(?:(?:года|г\.|{BESIDE})[\s*.,()\[\]]*)*", re.IGNORECASE)


def months_in(language: str) -> tuple[str, ...]:
    """The months as dates of a language name them; those of English where it has none here."""
    column = _COLUMNS.index(language) if language in _COLUMNS else 0
    names = tuple(row.split()[column] for row in _MONTHS)
    return names if column else tuple(name.capitalize() for name in names)


def find_date(text: str) -> str | None:
    """The first date of a text as ISO 8601, or None; one as documents print it goes before one as people type it."""
    return printed_date_in(text) or _first(_TYPED.finditer(text), lambda match: day_of(match, MONTH_NUMBERS))


def printed_date_in(text: str) -> str | None:
    """The first date of a text that is written as official documents print it, as ISO 8601, or None."""
    return _first(_DATE.finditer(text), _printed)


def _first(found: Iterable[re.Match[str]], day_of: Callable[[re.Match[str]], tuple[int, int, int]]) -> str | None:
    for match in found:
        with suppress(ValueError):
            return date(*day_of(match)).isoformat()
    return None


def _printed(match: re.Match[str]) -> tuple[int, int, int]:
    if match["y"]:
        return int(match["y"]), int(match["m"]), int(match["d"])
    return int(match["year"]), MONTH_NUMBERS[match["month"].lower()], int(match["day"])


def date_span(text: str) -> tuple[int, int] | None:
    """Where the first date of a text begins and ends, real or not, or None."""
    match = _DATE.search(text) or _TYPED.search(text)
    return match.span() if match else None


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    span = date_span(text)
    return span is not None and not _AROUND.sub("", f"{text[: span[0]]} {text[span[1] :]}")


def _counted(words: str, step: int = 1, first: int = 1) -> dict[str, int]:
    return {word: step * value for value, word in enumerate(words.split(), first)}


_ENGLISH = (
    _counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
    | _counted("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", first=13)
    | _counted("twenty thirty forty fifty sixty seventy eighty ninety hundred", 10, 2)
    | _counted("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 10, 2)
    | {"one": 0}
)
_FRENCH = (
    _counted("un deux trois quatr cinq six sept huit neuf dix onz douz treiz quatorz quinz seiz")
    | _counted("vingt trent quarant cinquant soixant", 10, 2)
    | {"prem": 1, "cinqu": 5, "neuv": 9, "cent": 100}
)
_SPANISH = (
    _counted("primer segundo tercer cuarto quinto sexto séptimo octavo noveno")
    | _counted("décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo", 10)
    | {"undécimo": 11, "duodécimo": 12, "nonagésimo": 90, "centésimo": 100}
)
_RUSSIAN = (
    _counted("первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая")
    | _counted("тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая", first=13)
    | _counted("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто", 10, 2)
    | _counted("двадцатая тридцатая сороковая пятидесятая шестидесятая семидесятая восьмидесятая", 10, 2)
    | {"девяностая": 90, "сотая": 100}
)
_ARABIC = (
    _counted("الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة")
    | _counted("العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون المائة", 10, 2)
    | {"الحادية": 1, "عشرة": 10, "بعد": 0}
)
_OF_TWO_WORDS = "|".join(word for word in _ARABIC if word not in ("عشرة", "بعد"))
ARABIC_COUNTED = rf"(?:{_OF_TWO_WORDS})(?: عشرة| و(?:{_OF_TWO_WORDS}))?(?: بعد المائة)?"
"""The pattern of an Arabic ordinal of a session."""
CHINESE_COUNTED = rf"一百(?:零?{CHINESE})?|{CHINESE}"
"""The pattern of the Chinese number of a session."""
_HUNDRED = 100


def ordinal(words: str) -> int | None:
    """The value of an ordinal in words or figures: "Fifty-eighth", "Cinquante-huitième", "58th"; or None."""
    low = words.lower().strip()
    if match := re.fullmatch(r"(\d{1,3})\s*(?:st|nd|rd|th|e|ème|º|°|ª|-[яй])?", low):
        return int(match[1])
    parts = [part for part in re.split(r"[\s-]+", low) if part not in ("", "and", "et", "y")]
    for known, value_of in (
        (_ENGLISH, _ENGLISH.get),
        (_SPANISH, _spanish),
        (_FRENCH, _french),
        (_RUSSIAN, lambda word: _RUSSIAN.get(word.replace("ё", "е"))),
        (_ARABIC, lambda word: _ARABIC.get(word.removeprefix("و"))),
    ):
        values = [value_of(part) for part in parts]
        if parts and all(value is not None for value in values):
            numbers = [value for value in values if value is not None]
            if known is _FRENCH and numbers[:2] == [4, 20]:
                numbers = [80, *numbers[2:]]
            return sum(numbers)
    return None


def chinese_number(words: str) -> int | None:
    """The value of a Chinese number below 200: "八十", "一百零一", "一百一十二"; or None."""
    rest = words.removeprefix("一百")
    if rest == words:
        return value_in("chinese", words)
    below = value_in("chinese", rest.removeprefix("零")) if rest else 0
    return None if below is None else _HUNDRED + below


def chinese_counted(number: int) -> str | None:
    """A number below 200 as the session of a body has it: "一百零一", "一百一十二"; None above."""
    rest = number - _HUNDRED
    if rest <= 0:
        return number_in("chinese", number) if rest else "一百"
    below = number_in("chinese", rest)
    lead = "零" if rest < 10 else "一" if rest < 20 else ""
    return None if below is None else f"一百{lead}{below}"


def russian_ordinal(number: int) -> str:
    """An ordinal below 1000 as a session has it: "восемьдесят первая"; `ordinal` reads it back."""
    last = {value: word for word, value in _RUSSIAN.items()}
    first = {value: word for word, value in reversed(_RUSSIAN.items())}
    if number in last:
        return last[number]
    base = max(value for value in first if value < number and value % 10 == 0 and value >= 20)
    return f"{first[base]} {russian_ordinal(number - base)}"


def arabic_ordinal(number: int) -> str | None:
    """An ordinal below 200 as a session has it: "الحادية والثمانون", "الأولى بعد المائة"; None above."""
    names = {value: word for word, value in _ARABIC.items() if word not in ("الحادية", "عشرة", "بعد")}
    if number in names or number >= 2 * _HUNDRED:
        return names.get(number)
    if number > _HUNDRED:
        return f"{arabic_ordinal(number - _HUNDRED)} بعد المائة"
    tens, unit = divmod(number, 10)
    begun = "الحادية" if unit == 1 else names[unit]
    return f"{begun} عشرة" if tens == 1 else f"{begun} و{names[10 * tens]}"


def _spanish(word: str) -> int | None:
    return _SPANISH.get(word) or _SPANISH.get(re.sub(r"a$", "o", word)) or _SPANISH.get(re.sub(r"o$", "", word))


def _french(word: str) -> int | None:
    bare = re.sub(r"(?:i?ème|iere|ière|ier|s|e)$", "", word)
    return _FRENCH.get(bare) or _FRENCH.get(word)
