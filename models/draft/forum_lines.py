"""Before whom a text is, as lines of its masthead say it: session, committee and agenda item."""

from __future__ import annotations

import re

from models.draft.dates import ARABIC_COUNTED, CHINESE_COUNTED, chinese_number, ordinal
from models.draft.late_pattern import late_pattern

SESSION = late_pattern(
    r"^(?:(?:Resumed|Возобновленная)\s+)?(?P<ordinal>\d{1,3}\.[ºª°]|[\w’'º°-]+(?:[\s-][\w’'-]+){0,4}?)\s+"
    r"(?:(?:(?:emergency |extraordinary )?special\s+)?(?:resumed\s+)?session"
    r"(?: extraordinaire(?: d[’']urgence)?)?"
    r"|période de sessions|período (?:extraordinario )?de sesiones(?: de emergencia)?"
    r"|(?:(?:чрезвычайная )?специальная )?сессия)\b",
    re.IGNORECASE,
)
SESSION_AFTER = late_pattern(
    rf"第 ?(?P<chinese>{CHINESE_COUNTED}|\d{{1,3}}) ?届(?:(?:紧急)?特别)?会议(?:续会)?"
    rf"|الدورة (?:الاستثنائية (?:الطارئة )?)?(?P<arabic>{ARABIC_COUNTED}|\d{{1,3}})(?: المستأنفة)?"
)
COMMITTEE = late_pattern(
    r"(?:Special Political and Decolonization Committee(?: \(Fourth Committee\))?"
    r"|Commission des questions politiques spéciales et de la décolonisation(?: \(Quatrième Commission\))?"
    r"|Comisión Política Especial y de Descolonización(?: \(Cuarta Comisión\))?"
    r"|Комитет по специальным политическим вопросам и вопросам деколонизации(?: \(Четв[её]ртый комитет\))?"
    r"|特别政治和非殖民化委员会(?:[(（]第四委员会[)）])?"
    r"|لجنة المسائل السياسية الخاصة وإنهاء الاستعمار(?: \(اللجنة الرابعة\))?"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee"
    r"|(?:Première|Deuxième|Troisième|Quatrième|Cinquième|Sixième) Commission"
    r"|(?:Primera|Segunda|Tercera|Cuarta|Quinta|Sexta) Comisión"
    r"|(?:Первый|Второй|Третий|Четв[её]ртый|Пятый|Шестой) комитет|第[一二三四五六]委员会"
    r"|اللجنة (?:الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة))",
)
_IN_ITEM = r"(?:[(（]?[a-zа-яء-ي]{1,3}[)）])"
_ITEM = rf"\d+(?:\s*{_IN_ITEM})?"
AGENDA = late_pattern(
    r"^(?:(?:Provisional )?Agenda items?|(?:Items?|Points?) (?=\d)|Points? de l[’']ordre du jour"
    r"|Temas?(?: del programa)?|Пункты? |(?:临时)?议程\*?项目|暂定项目表\*?项目|(?:البند(?:ان|ين)?|البنود) )"
    rf"\s*(?P<item>{_ITEM}(?:\s*(?:[,،、–-]|and|et|y|to|à|a|и|و|和|及|至)\s*(?:(?:\d+\s*)?{_IN_ITEM}|(?<=[\s、و和及至])\d+))*)"
    r"\s*(?:of the (?:(?:provisional |preliminary )?agenda|preliminary list)"
    r"|de l[’']ordre du jour(?: provisoire)?|de la liste préliminaire"
    r"|(?:del programa|de la agenda)(?: provisional)?|de la lista preliminar"
    r"|(?:предварительной )?повестки дня|первоначального перечня"
    r"|من (?:جدول الأعمال(?: المؤقت)?|القائمة الأولية))?\*?\s*(?:[:：.–—]\s*(?P<title>\S.*))?$",
    re.IGNORECASE,
)


def ordinal_of_session(line: str) -> int | None:
    """The number of the session a line begins with, or None."""
    if match := SESSION.match(line):
        return ordinal(match["ordinal"].replace(".", ""))
    if match := SESSION_AFTER.fullmatch(line):
        chinese = match["chinese"]
        if chinese is None:
            return ordinal(match["arabic"])
        return int(chinese) if chinese.isdecimal() else chinese_number(chinese)
    return None
