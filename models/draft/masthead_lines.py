"""The lines of a masthead: what each of them tells on its own, and among the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.draft.dates import find_date, is_date
from models.draft.draft_mark import DRAFT_MARKS
from models.draft.forum_lines import AGENDA, COMMITTEE, ordinal_of_session
from models.draft.late_pattern import late_pattern
from models.draft.paragraph import Draft, Kind

_WHICH_PART = r" ?(?:[IVXL]{1,6}|\d{1,2}[A-Z]?|[A-D]|One|Two|Three)"
_PART = (
    r"(?:Parts?|Partie|Parte|Vol(?:umes?|s?\.)?|Sect\.?|Suppl?\.?|PARTS?|VOL(?:UMES?|S?\.)?|SECT\.?|SUPPL?\.?)"
    rf"(?:{_WHICH_PART}(?:(?:,| and|[-–]){_WHICH_PART})*)?"
)
PART_OF_SYMBOL = rf" ?\((?:{_PART}(?:, ?{_PART})?|Introduction)\)"
"""A part of a document, as its symbol names it: A/79/7 (Part II), A/71/40 (Vol. I), A/79/6 (Sect. 3), A/79/48(SUPP)."""
SYMBOL = late_pattern(
    r"(?<![\w/])(?=[A-Z]\S{,100}(?:\d|__))[A-Z][A-Za-z]{0,8}(?:/[\w.-]*\w)+"
    # A/C.2/80/L.…, A/RES/80/[…]: the number is still to come
    r"(?:(?:(?<=[A-Z])\.?|/)(?:…|\.{3}|\[[ .…_]*\]))?"
    # S/RES/1325 (2000), A/RES/217 A (III), A/RES/57/270 B, A/RES/2417 (XXIII) B
    r"(?:(?: [A-Z])? ?\((?:\d{4}|(?:E?S-)?[IVXL]+)\))?(?: [A-Z](?= ?\**$))?"
    rf"(?:{PART_OF_SYMBOL}(?:/(?:Add|Amend|Corr|Rev)\.\d+)*)?"
)
ISSUED = late_pattern(rf"(?P<symbol>{SYMBOL.pattern})(?: ?\*+)?")
"""A symbol as it is printed: an asterisk behind it says that the document was issued again."""
_MASTHEAD = Kind.MASTHEAD  # asked for each paragraph; looked up in its class it takes several times as long
UNITED_NATIONS = (
    r"(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|联\s*合\s*国|الأمم المتحدة)"
)
_SYMBOL_LINE = late_pattern(rf"(?:{UNITED_NATIONS})?\s*(?:{ISSUED.pattern})(?:\s+{UNITED_NATIONS})?(?:\s*Distr.*)?")
ORGANS = {
    "General Assembly": r"General Assembly|Assemblée générale|Asamblea General"
    r"|Генеральная Ассамблея|大\s*会|الجمعية العامة",
    "Security Council": r"Security Council|Conseil de sécurité|Consejo de Seguridad"
    r"|Совет Безопасности|安全理事会|مجلس الأمن",
    "Economic and Social Council": r"Economic and Social Council|Conseil économique et social"
    r"|Consejo Económico y Social"
    r"|Экономический и Социальный Совет|经济及社会理事会|المجلس الاقتصادي والاجتماعي",
    "Human Rights Council": r"Human Rights Council|Conseil des droits de l[’']homme|Consejo de Derechos Humanos"
    r"|Совет по правам человека|人权理事会|مجلس حقوق الإنسان",
}
ANY_ORGAN = "|".join(ORGANS.values())
DISTRIBUTION = late_pattern(r"\bDistr\b\s*\.?\s*:?\s*(?P<value>[^\W\d_]+)", re.IGNORECASE)
ORIGINAL = late_pattern(
    r"(?:Original|Idioma original|Язык оригинала|原文|الأصل)\s*[:：]\s*(?P<value>[^\W\d_]+)", re.IGNORECASE
)
_LANGUAGE = (
    "Arabic|Chinese|English|French|Russian|Spanish|arabe|chinois|anglais|français|russe|espagnol"
    "|árabe|chino|inglés|francés|ruso|español|арабский|китайский|английский|французский|русский|испанский"
    "|阿拉伯文|中文|英文|法文|俄文|西班牙文|(?:ال)?(?:عربي|صيني|إنكليزي|فرنسي|روسي|إسباني)ة?"
)
_LANGUAGES = late_pattern(
    rf"(?:{_LANGUAGE})(?:(?:, ?|、|/| and | et | [ye] | и | ?و)(?:{_LANGUAGE}))*"
    r"(?: only| seulement| (?:solamente|únicamente)| فقط)?",
    re.IGNORECASE,
)
"""The language of a document, which stands above that of its original: "Français", "English and French only"."""
_FACTS = ("distribution", "date", "original")
SPONSOR = late_pattern(
    r"(?:^|[:：*]\s*|\bby\b.*?)\s*\[?(?:revised\s+|oral\s+)*(?:draft\s+(?:resolution|decision|amendment)s?|(?:sub-?)?amendments?\s+to\s+(?:the\s+)?"
    r"(?:revised\s+)?draft)"
    r"|^draft (?:resolution|decision)s?\b(?=\W*$| (?:submitted|proposed|recommended|transmitted|prepared|sponsored))"
    r"|projets? de (?:résolution|décision)|proyectos? de (?:resolución|decisión)|проект (?:резолюции|решения)"
    r"|决议草案|决定草案|مشروع (?:قرار|مقرر)|[:：*]\s*(?:поправк[аи] к |تعديل(?:ات)? (?:على |ل))"
    r"|^(?:[\w-]+ ){0,4}(?:submitted|presented|tabled|introduced|sponsored) by\b|^(?:co-?)?sponsors?\s*(?:[:：]|$)"
    r"|^(?:revised |joint )*(?:proposals?|amendments?|working paper|conference room paper|non-paper|note verbale)"
    r" (?:by|from|(?<=proposal )of)\b"
    r"|[:：]\s*(?:\[draft\] resolution|(?:revised )?(?:working paper|proposals?|amendments?)\W*$)"
    r"|^(?:présentée?s?|soumise?s?|parrainée?s?) par\b|^(?:presentad[oa]s?|patrocinad[oa]s?) por\b",
    re.IGNORECASE,
)
_OF_ITS_SUBJECT = late_pattern(
    r"(?-i:(?![a-zп]))(?:(?:revised|oral|joint)\s+)*(?:draft (?:resolution|decision)|projet de (?:résolution|décision)"
    r"|proyecto de (?:resolución|decisión)|проект (?:резолюции|решения)|决议草案|决定草案|مشروع (?:قرار|مقرر))"
    r"(?!.*\b(?:submitted|proposed|recommended|transmitted|prepared|sponsored|présentée?|presentado)\b)"
    r"(?!\W*(?:\S*/\S*\d|\d{1,2}[ .]|(?:\S+ )?(?:draft\b(?! \w)|text[eo]?\b|versi[oó]n|rev(?:\.|is)|propos|propuesta)))"
    r"\s*(?:[:：–—-]\s*|\s(?:on (?!the basis)|concerning|regarding|relating to|entitled|sur|concernant|relatif|intitulé"
    r"|sobre|relativo|titulado|об?|по|بشأن|المتعلق)\b)\s*\S",
    re.IGNORECASE,
)
"""A draft resolution by what it is about, and by nobody who tables it: “Draft resolution: Oceans”, “… on oceans”."""
_CHINESE_DAY, _CHINESE_ORGAN = r"\d{4}年\d{1,2}月\d{1,2}日", "(?:大会|安全理事会|人权理事会|经济及社会理事会)"
ADOPTED = late_pattern(
    r"^(?:Resolution|Decision)s? adopted by\b|^(?:Adopted|Proclaimed|Approved) by\b"
    r"|^(?:(?:Résolution|Décision) a|A)doptée par\b|^(?:(?:Resolución|Decisión) a|A)probada por\b"
    r"|^(?:(?:Резолюция|Решение), )?[Пп]ринят(?:ая|ое) (?:Генеральной Ассамблеей|Сове(?:том|ту))"
    rf"|^(?:{_CHINESE_DAY}{_CHINESE_ORGAN}|{_CHINESE_ORGAN}{_CHINESE_DAY})(?:第\d+次会议)?(?:(?:通过的?)?(?:决议|决定)|通过)\W*$"
    r"|^(?:(?:قرار|مقرر) |الذي )(?:اتخذ|اعتمد)(?:ته|ه)(?!\w)"
    r"|^(?P<kind>RESOLUTION|Resolution|(?:RÉSOLUTION|Résolution|RESOLUCIÓN|Resolución|РЕЗОЛЮЦИЯ|Резолюция|القرار|第)"
    r"(?=\s?\d{1,4}\s*[(（]\d{4}[)）](?:号决议)?\W*$))\s*(?<=[\s第])(?P<number>\d{1,4})\s*[(（](?P<year>\d{4})[)）]",
)
_UNREFERRED = (
    r"without reference to a Main Committee|sans renvoi à une grande commission"
    r"|sin remisión previa a una Comisión Principal|без передачи в главные комитеты|未经发交主要委员会"
    r"|دون الإحالة إلى لجنة رئيسية"
)
REPORTED = (
    rf"(?:(?P<without>{_UNREFERRED})|on the report of|on the recommendation of"
    r"|sur (?:le|la) (?:base du )?(?:rapport|recommandation) de|sobre la base del informe|по докладу"
    r"|根据第.委员会的报告|بناء على تقرير)"
)
"""How the line under the title of an adopted resolution begins, behind its bracket."""
REPORT = late_pattern(
    rf"^[\[*\s]*{REPORTED}[^()]*(?:\([^()/]*\)[^()]*)*\((?P<source>[^()]+(?:\([^()]*\)[^()]*)*)\)", re.IGNORECASE
)
"""The report is in the brackets that hold a symbol: those of “(Fourth Committee)” are part of a committee's name."""
NUMBERED_TITLE = late_pattern(
    r"^(?P<number>(?:(?:S|ES)-)?\d{1,4}/(?:\d{1,3}(?:\s[A-Z])?(?=\.|\s[-–]\s+[ء-ي])|…|\.{3}))(?:\.|\s[-–]|(?<=[….]))\s+"
    r"(?P<title>\S.*)$",
    re.DOTALL,
)
MEETING = late_pattern(
    r"\d[\d ]{0,4}(?:st|nd|rd|th)\s+(?:\(resumed\)\s+)?(?:plenary\s+)?meeting\b|\d+e\s+séance(?:\s+plénière)?\b"
    r"|\d+ª\s+sesión(?:\s+plenaria)?\b|\d+-(?:е|м)\s+(?:пленарно[ем]\s+)?заседани[ие]|第\s*\d+\s*次(?:全体)?会议"
    r"|(?:الجلسة العامة|جلست(?:ه|ها)(?: العامة)?) \d+"
)
"""The meeting at which a text was adopted, as its last lines name it."""
_AROUND_MEETING = " \u00a0,;.،؛，；。()[]*"
_A_LIST = 4
_LONGEST, _LONGEST_LIST = 1500, 6000  # letters of a line of a masthead, and of one that names States


def names_meeting(line: str) -> bool:
    """Whether a line is the number of a meeting, its date at most behind it."""
    bare = line.strip(_AROUND_MEETING)
    found = MEETING.match(bare)
    rest = bare[found.end() :].strip(_AROUND_MEETING) if found is not None else ""
    return found is not None and (not rest or is_date(rest))


def line_role(text: str) -> str | None:
    """What one line of a masthead tells on its own, or None; of two things, the more telling one."""
    line = text.strip().strip("*").strip()
    if not line or len(line) >= _LONGEST:
        return "sponsor_line" if _names_many_sponsors(line) else None
    if REPORT.match(line):
        return "report"
    if ADOPTED.match(line):
        return "adopted"
    if NUMBERED_TITLE.match(line):
        return "title"
    if len(line) < 200:
        if _SYMBOL_LINE.fullmatch(line):
            return "symbol"
        if re.fullmatch(rf"{ISSUED.pattern}\s.*\d{{4}}", line) and find_date(line):
            return "symbol"
        if DISTRIBUTION.search(line):
            return "distribution"
        if is_date(line):
            return "date"
        if ORIGINAL.match(line):
            return "original"
        if ordinal_of_session(line) is not None:
            return "session"
        if re.fullmatch(UNITED_NATIONS, line, re.IGNORECASE):
            return "united_nations"
        if re.fullmatch(ANY_ORGAN, line, re.IGNORECASE):
            return "organ"
        if COMMITTEE.fullmatch(line):
            return "committee"
    if AGENDA.match(line):
        return "agenda_item"
    return "sponsor_line" if SPONSOR.search(line) and not line.endswith((",", ";")) else None


def _names_many_sponsors(line: str) -> bool:
    """Whether a line too long for others is a list of States that ends in what they table."""
    names, colon, tabled = line[:_LONGEST_LIST].rpartition(":")
    listed = re.split(r"[,،] ?| and | et | y | и ", names)
    return (
        len(listed) > _A_LIST
        and SPONSOR.search(colon + tabled) is not None
        and not any(name.removeprefix("the ")[:1].islower() for name in listed)
    )


def masthead_roles(draft: Draft) -> dict[int, str]:
    """The role of each masthead paragraph by its position; every one has some role, "other" at the least."""
    lines = [(at, p.text) for at, p in enumerate(draft.paragraphs) if p.kind is _MASTHEAD]
    roles: dict[int, str] = {at: role for at, text in lines if (role := line_role(text)) is not None}
    roles |= {at: "other" for at, text in lines if text.strip() in DRAFT_MARKS}
    roles |= dict.fromkeys(_languages(lines, roles), "language")
    roles |= dict.fromkeys(_broken_sponsors(lines, roles), "sponsor_line")
    roles |= dict.fromkeys(_of_its_subject(lines, roles), "title")
    known = set(roles.values())
    stage = "start"
    undecided: list[tuple[int, str]] = []
    for at, text in lines:
        role = roles.get(at)
        if role in ("agenda_item", "sponsor_line", "adopted", "report", "title"):
            stage = role
        elif role is None and text.strip():
            if stage == "adopted" and _is_rest_of_adoption(text):
                roles[at] = "adopted"
            elif stage == "agenda_item" and known & {"sponsor_line", "adopted", "title"}:
                roles[at] = "agenda_title"
            elif stage in ("sponsor_line", "report", "title") or (stage == "adopted" and "report" not in known):
                roles[at] = "title"
            else:
                undecided.append((at, stage))
    if undecided and "title" not in roles.values():
        *before, (last, _) = undecided
        roles[last] = "title"
        roles |= {at: "agenda_title" for at, behind in before if behind == "agenda_item"}
    return {at: roles.get(at, "other") for at, _ in lines}


def _languages(lines: Sequence[tuple[int, str]], roles: dict[int, str]) -> list[int]:
    """The lines that name the language of the document: below the other facts about it, or above its original's."""
    told = [(at, text.strip()) for at, text in lines if text.strip()]
    around = [None, *(roles.get(at) for at, _ in told), None]
    return [
        at
        for (at, text), above, own, below in zip(told, around, around[1:], around[2:], strict=False)
        if own is None and (above in _FACTS or below == "original") and _LANGUAGES.fullmatch(text)
    ]


def _of_its_subject(lines: Sequence[tuple[int, str]], roles: dict[int, str]) -> list[int]:
    """The line that calls a draft by its subject, as texts circulate before they are tabled; none above a title."""
    for at, text in reversed(lines):
        if text.strip() and roles.get(at) in (None, "title"):
            break
        if roles.get(at) == "sponsor_line":
            return [at] if _OF_ITS_SUBJECT.match(text.strip(" *[")) is not None else []
    return []


def _is_rest_of_adoption(text: str) -> bool:
    """Whether a line behind that of the adoption says when that was: "on 15 December 2025"."""
    first, _, date = text.strip(" *").partition(" ")
    # "Celebrating 10 December 1948" is a title.
    return (not first[:1].isupper() or first.capitalize() in _ON) and find_date(text) is not None and is_date(date)


_ON = frozenset({"On", "Dated", "Le", "El", "От"})


def _broken_sponsors(lines: Sequence[tuple[int, str]], roles: dict[int, str]) -> list[int]:
    """The other lines of a sponsor line that was too long for one: States above it, words going on below.

    A line above goes on where it ends in a comma, or in the colon before a "draft resolution" on a line of its own;
    else a list tells itself by its length.
    """
    marked = [index for index, (at, _) in enumerate(lines) if roles.get(at) == "sponsor_line"]
    found = [at for at, _ in lines[marked[0] : marked[-1]] if at not in roles] if marked else []
    for at, text in lines[marked[-1] + 1 :] if marked else ():
        if at in roles or not (text.lstrip().startswith("(") or text.lstrip()[:1].islower()):
            break
        found.append(at)
    below = next((index for index, (at, _) in enumerate(lines) if roles.get(at) == "sponsor_line"), 0)
    goes_on = ",:：" if lines and not re.search("[:：]", lines[below][1]) else ","
    for at, text in reversed(lines[:below]):
        names = [part.strip() for part in text.split(",") if part.strip()]
        listed = len(names) >= _A_LIST or text.rstrip("* ").endswith(tuple(goes_on))
        if at in roles or not listed or not all(name[0].isupper() for name in names):
            break
        found.append(at)
        goes_on = ","
    return found
