"""Dates as people type them, which official documents print otherwise: "November 17, 2025", "17 Nov. 2025",
"2025-11-17", «17.11.2025», “二〇二五年十一月十七日”."""

from __future__ import annotations

import re

from models.draft.alphabets import CHINESE, value_in
from models.draft.late_pattern import late_pattern

_SHORT = (
    "jan janv ene كانون\u00a0الثاني",
    "feb févr feb شباط",
    "mar mars آذار",
    "apr avr abr نيسان",
    "may أيار",
    "jun حزيران",
    "jul juil تموز",
    "aug ago آب",
    "sep sept أيلول",
    "oct تشرين\u00a0الأول",
    "nov تشرين\u00a0الثاني",
    "dec déc dic كانون\u00a0الأول",
)
_SHORT_MONTHS = {
    name.replace("\u00a0", " "): number for number, names in enumerate(_SHORT, 1) for name in names.split(" ")
}
"""Months by their short names, and by those that Arabic has beside the names of other languages."""
_NTH = r"(?:st|nd|rd|th|er|\.?[º°])?"
_FIGURES = "〇一二三四五六七八九"
_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles"
    r"|jueves|viernes|sábado|domingo|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|(?:يوم )?(?:الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)|[（(]?星期[一二三四五六日天][）)]?"
)
BESIDE = rf"(?:{_WEEKDAY})(?!\w)"
"""What stands before or behind a date and belongs to it: the day of the week."""


def typed_pattern(names: str) -> re.Pattern[str]:
    """The pattern of a typed date; `names` is that of the months in full."""
    month = rf"(?:{names}|(?:{'|'.join(sorted(_SHORT_MONTHS, key=len, reverse=True))})\.?)"
    return late_pattern(
        rf"(?<![\d/])[«“\"]?(?P<day>\d{{1,2}})[»”\"]?{_NTH}\s+(?:of\s+|de\s+)?(?P<month>{month}),?\s+(?:del?\s+)?(?P<year>\d{{4}})(?!\d)"
        r"(?:\s+года|\s*г\.)?"
        rf"|(?<!\w)(?P<first>{month})\s+(?P<nth>\d{{1,2}}){_NTH},?\s+(?:del?\s+)?(?P<then>\d{{4}})(?!\d)"
        r"|(?<![\w/.-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w/-])"
        r"|(?<![\w/.-])(?P<by>(?:\d\d?\.\d\d?|(?:1[3-9]|2\d|3[01])/\d\d?)[./](?:19|20)\d\d)(?![\w/-]|\.\d)(?:\s*г\.)?"
        rf"|(?P<signs>[{_FIGURES}零]{{4}})年(?P<in>{CHINESE})月(?P<on>{CHINESE})日",
        re.IGNORECASE,
    )


def day_of(match: re.Match[str], months: dict[str, int]) -> tuple[int, int, int]:
    """Year, month and day of a typed date; `months` are those in full."""
    if match["y"]:
        return int(match["y"]), int(match["m"]), int(match["d"])
    if match["by"]:
        day, month, year = re.split(r"[./]", match["by"])
        return int(year), int(month), int(day)
    if match["signs"]:
        year = "".join(str(_FIGURES.index(sign)) for sign in match["signs"].replace("零", "〇"))
        return int(year), value_in("chinese", match["in"]) or 0, value_in("chinese", match["on"]) or 0
    name = (match["month"] or match["first"]).lower().rstrip(".")
    number = months.get(name) or _SHORT_MONTHS[name]
    return int(match["year"] or match["then"]), number, int(match["day"] or match["nth"])
