"""The masthead: symbol, organ, dates, agenda item, sponsors and title, derived from a draft and never stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.draft.dates import find_date, is_date, ordinal
from models.draft.late_pattern import late_pattern
from models.draft.paragraph import Draft, Kind

SYMBOL = late_pattern(r"(?<![\w/])(?=\S*(?:\d|__))[A-Z][A-Za-z]{0,8}(?:/[\w.-]*\w)+(?: ?\(\d{4}\))?")
_MASTHEAD = Kind.MASTHEAD  # asked for each paragraph; looked up in its class it takes several times as long
UNITED_NATIONS = (
    r"(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|联\s*合\s*国|الأمم المتحدة)"
)
_SYMBOL_LINE = late_pattern(rf"(?:{UNITED_NATIONS})?\s*(?:{SYMBOL.pattern})\**(?:\s+{UNITED_NATIONS})?(?:\s*Distr.*)?")
_ORGANS = {
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
ANY_ORGAN = "|".join(_ORGANS.values())
DISTRIBUTION = late_pattern(r"\bDistr\b\s*\.?\s*:?\s*(?P<value>[^\W\d_]+)", re.IGNORECASE)
ORIGINAL = late_pattern(
    r"(?:Original|Idioma original|Язык оригинала|原文|الأصل)\s*[:：]\s*(?P<value>[^\W\d_]+)", re.IGNORECASE
)
SESSION = late_pattern(
    r"^(?P<ordinal>[\w’'º-]+(?:[\s-][\w’'-]+){0,4}?)\s+(?P<special>(?:emergency |extraordinary )?special\s+)?"
    r"(?:(?:resumed\s+)?session|période de sessions|período de sesiones|сессия)\b",
    re.IGNORECASE,
)
COMMITTEE = late_pattern(
    r"(?:Special Political and Decolonization Committee(?: \(Fourth Committee\))?"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee"
    r"|(?:Première|Deuxième|Troisième|Quatrième|Cinquième|Sixième) Commission"
    r"|(?:Primera|Segunda|Tercera|Cuarta|Quinta|Sexta) Comisión"
    r"|(?:Первый|Второй|Третий|Четвертый|Пятый|Шестой) комитет)",
)
AGENDA = late_pattern(
    r"^(?:Agenda items?|(?:Items?|Points?) (?=\d)|Points? de l[’']ordre du jour|Temas?(?: del programa)?"
    r"|Пункты? |议程项目|البند )"
    r"\s*(?P<item>\d+(?:\s*\(?[a-zа-я]{1,3}\))?(?:\s*(?:,|and|et|y|to|–|-)\s*(?:\d+\s*)?(?:\(?[a-z]{1,3}\)|(?<=\s)\d+))*)"
    r"\s*(?:of the (?:provisional |preliminary )?agenda|de l[’']ordre du jour(?: provisoire)?"
    r"|del programa(?: provisional)?|повестки дня)?\*?\s*(?:[:.–—]\s*(?P<title>\S.*))?$",
    re.IGNORECASE,
)
_SPONSOR = late_pattern(
    r"(?:^|[:：*]\s*|\bby\b.*?)\s*\[?(?:revised\s+|oral\s+)*(?:draft\s+(?:resolution|decision|amendment)s?|(?:sub-?)?amendments?\s+to\s+(?:the\s+)?"
    r"(?:revised\s+)?draft)"
    r"|^draft (?:resolution|decision)s?\b(?=\W*$| (?:submitted|proposed|recommended|transmitted|prepared|sponsored))"
    r"|projets? de (?:résolution|décision)|proyectos? de (?:resolución|decisión)|проект (?:резолюции|решения)"
    r"|决议草案|决定草案|مشروع (?:قرار|مقرر)"
    r"|^(?:[\w-]+ ){0,4}(?:submitted|presented|tabled|introduced|sponsored) by\b|^(?:co-?)?sponsors?\s*(?:[:：]|$)"
    r"|^(?:revised |joint )*(?:proposals?|amendments?|working paper|conference room paper|non-paper|note verbale)"
    r" (?:by|from|(?<=proposal )of)\b"
    r"|[:：]\s*(?:\[draft\] resolution|(?:revised )?(?:working paper|proposals?|amendments?)\W*$)"
    r"|^(?:présentée?s?|soumise?s?|parrainée?s?) par\b|^(?:presentad[oa]s?|patrocinad[oa]s?) por\b",
    re.IGNORECASE,
)
_ADOPTED = late_pattern(
    r"^(?:Resolution|Decision)s? adopted by\b|^(?:Adopted|Proclaimed|Approved) by\b"
    r"|^(?:Résolution|Décision) adoptée par\b|^(?:Resolución|Decisión) aprobada por\b"
    r"|^Резолюция, принятая|^(?P<kind>RESOLUTION|Resolution)\s+(?P<number>\d{1,4})\s*\((?P<year>\d{4})\)",
)
_REPORT = late_pattern(
    r"^[\[*\s]*(?:(?P<without>without reference to a Main Committee|sans renvoi à une grande commission"
    r"|sin remisión previa a una Comisión Principal)"
    r"|on the report of|on the recommendation of|sur (?:le|la) (?:rapport|recommandation)|sobre la base del informe)\b"
    r"[^()]*\((?P<source>[^()]+(?:\([^()]*\)[^()]*)*)\)",
    re.IGNORECASE,
)
DRAFT_MARK = "Draft, not an official document"
"""What stands at the head of a page that Adref laid out; no line of the text."""
NUMBERED_TITLE = late_pattern(r"^(?P<number>(?:(?:S|ES)-)?\d{1,4}/\d{1,3}(?:\s[A-Z])?)\.\s+(?P<title>\S.*)$", re.DOTALL)
_MEETING = late_pattern(
    r"\d[\d ]*(?:st|nd|rd|th)\s+(?:\(resumed\)\s+)?(?:plenary\s+)?meeting|\d+e séance plénière|\d+ª sesión plenaria"
)
_ON_BEHALF = late_pattern(
    r"(?:\bon behalf of\s+(?:the\s+)?(?:States\b[^,;()]*\bmembers\s+of\s+)?(?:the\s+)?"
    r"|\bau nom (?:(?:des États\b[^,;()]*\bmembres\s+)?(?:du|de la|des)\s+|de l[’'])"
    r"|\ben nombre (?:de los Estados\b[^,;()]*\bmiembros\s+)?(?:del|de la|de los|de)\s+)"
    r"(?P<group>[^,;()]+?)(?:\s*[,;()]|\.?\s*$)",
    re.IGNORECASE,
)
_BEHALF_OF = late_pattern(
    r"\([^()]*(?:on behalf of|au nom d|en nombre de)[^()]*\)|,?\s*\b(?:on behalf of|au nom d|en nombre de).*$",
    re.IGNORECASE,
)
_A_LIST = 4


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a document says of itself before its text begins.

    Dates are ISO 8601: `date` is that of issuance, `adopted` that of adoption. `session` is a number, `agenda_item`
    as printed ("93 (c)"). `sponsors` are States in the order printed; empty where an officer submits. `on_behalf` is
    the group named by the sponsors' note. `base_symbol` is the draft this one is based on, amends or was adopted from.
    `report` is the committee report, with its paragraph where printed. None where the document does not say.
    """

    symbol: str | None = None
    organ: str | None = None
    distribution: str | None = None
    date: str | None = None
    original: str | None = None
    session: int | None = None
    committee: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    sponsor_line: str | None = None
    sponsors: tuple[str, ...] = ()
    on_behalf: str | None = None
    base_symbol: str | None = None
    title: str | None = None
    adopted: str | None = None
    meeting: str | None = None
    report: str | None = None


def line_role(text: str) -> str | None:
    """What one line of a masthead tells on its own, or None; of two things, the more telling one."""
    line = text.strip().strip("*").strip()
    if not line or len(line) > 1500:
        return None
    if _REPORT.match(line):
        return "report"
    if _ADOPTED.match(line):
        return "adopted"
    if NUMBERED_TITLE.match(line):
        return "title"
    if len(line) < 200:
        if _SYMBOL_LINE.fullmatch(line):
            return "symbol"
        if re.fullmatch(rf"{SYMBOL.pattern}\**\s.*\d{{4}}", line) and find_date(line):
            return "symbol"
        if DISTRIBUTION.search(line):
            return "distribution"
        if is_date(line):
            return "date"
        if ORIGINAL.match(line):
            return "original"
        if SESSION.match(line) and ordinal_of_session(line) is not None:
            return "session"
        if re.fullmatch(UNITED_NATIONS, line, re.IGNORECASE):
            return "united_nations"
        if re.fullmatch(ANY_ORGAN, line, re.IGNORECASE):
            return "organ"
        if COMMITTEE.fullmatch(line):
            return "committee"
    if AGENDA.match(line):
        return "agenda_item"
    return "sponsor_line" if _SPONSOR.search(line) and len(line) < 1500 and not line.endswith((",", ";")) else None


def ordinal_of_session(line: str) -> int | None:
    """The number of the session a line begins with, or None."""
    match = SESSION.match(line)
    return ordinal(match["ordinal"]) if match else None


def masthead_roles(draft: Draft) -> dict[int, str]:
    """The role of each masthead paragraph by its position; every one has some role, "other" at the least."""
    lines = [(at, p.text) for at, p in enumerate(draft.paragraphs) if p.kind is _MASTHEAD]
    roles: dict[int, str] = {at: role for at, text in lines if (role := line_role(text)) is not None}
    roles |= {at: "other" for at, text in lines if text.strip() == DRAFT_MARK}
    roles |= dict.fromkeys(_broken_sponsors(lines, roles), "sponsor_line")
    known = set(roles.values())
    stage = "start"
    undecided: list[int] = []
    for at, text in lines:
        role = roles.get(at)
        if role in ("agenda_item", "sponsor_line", "adopted", "report", "title"):
            stage = role
        elif role is None and text.strip():
            if stage == "agenda_item" and known & {"sponsor_line", "adopted", "title"}:
                roles[at] = "agenda_title"
            elif stage in ("sponsor_line", "report", "title") or (stage == "adopted" and "report" not in known):
                roles[at] = "title"
            else:
                undecided.append(at)
    if undecided and "title" not in roles.values():
        *before, last = undecided
        roles[last] = "title"
        roles |= {at: "agenda_title" for at in before if stage == "agenda_item"}
    return {at: roles.get(at, "other") for at, _ in lines}


def _broken_sponsors(lines: Sequence[tuple[int, str]], roles: dict[int, str]) -> list[int]:
    """The other lines of a sponsor line that was too long for one: States above it, words going on below."""
    marked = [index for index, (at, _) in enumerate(lines) if roles.get(at) == "sponsor_line"]
    found = [at for at, _ in lines[marked[0] : marked[-1]] if at not in roles] if marked else []
    for at, text in lines[marked[-1] + 1 :] if marked else ():
        if at in roles or not (text.lstrip().startswith("(") or text.lstrip()[:1].islower()):
            break
        found.append(at)
    below = next((index for index, (at, _) in enumerate(lines) if roles.get(at) == "sponsor_line"), 0)
    for at, text in reversed(lines[:below]):
        names = [part.strip() for part in text.split(",") if part.strip()]
        if at in roles or len(names) < _A_LIST or not all(name[0].isupper() for name in names):
            break
        found.append(at)
    return found


def masthead(draft: Draft) -> Masthead:
    """The masthead of a draft, from its masthead paragraphs, sponsors' note and closing lines."""
    roles = masthead_roles(draft)
    lines = [(roles[at], draft.paragraphs[at].text.strip()) for at in sorted(roles)]
    everything = [text for _, text in lines]
    notes = [p.text for p in draft.paragraphs if p.kind is Kind.SPONSOR_NOTE]
    closing = [p.text for p in draft.paragraphs if p.kind is Kind.CLOSING]
    sponsor_line = _joined(lines, "sponsor_line")
    adoption = [text for role, text in lines if role == "adopted"]
    report, tabled = _report(everything)
    organ = _organ(lines, draft)
    symbol = _symbol(lines, adoption)
    agenda = next((match for text in everything if (match := AGENDA.match(text))), None)
    return Masthead(
        symbol=symbol,
        organ=organ,
        distribution=_first(DISTRIBUTION, everything),
        date=_issued(lines),
        original=_first(ORIGINAL, everything),
        session=_session(everything, symbol),
        committee=_committee(everything),
        agenda_item=re.sub(r"\s+", " ", agenda["item"]).strip() if agenda else None,
        agenda_title=_joined(lines, "agenda_title") or (agenda["title"] if agenda and agenda["title"] else None),
        sponsor_line=sponsor_line,
        sponsors=_sponsors(sponsor_line),
        on_behalf=_on_behalf([*notes, *([sponsor_line] if sponsor_line else [])]),
        base_symbol=_base(sponsor_line) or tabled,
        title=_title(lines),
        adopted=next((day for text in [*adoption, *closing] if (day := find_date(text))), None),
        meeting=next((match[0] for text in [*adoption, *closing] if (match := _MEETING.search(text))), None),
        report=report,
    )


def _joined(lines: Sequence[tuple[str, str]], role: str) -> str | None:
    return " ".join(text for at, text in lines if at == role) or None


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    value = next((match["value"] for text in lines if (match := pattern.search(text))), None)
    return value.capitalize() if value else None


def _symbol(lines: Sequence[tuple[str, str]], adoption: Sequence[str]) -> str | None:
    for role, text in lines:
        if role in ("symbol", "united_nations", "distribution", "organ") and (match := SYMBOL.search(text)):
            return match[0]
    for text in adoption:
        match = _ADOPTED.match(text)
        if match and match["number"]:
            return f"S/RES/{match['number']} ({match['year']})"
    return None


def _organ(lines: Sequence[tuple[str, str]], draft: Draft) -> str | None:
    for role, text in lines:
        if role in ("organ", "distribution", "symbol", "adopted"):
            for name, pattern in _ORGANS.items():
                if match := re.search(pattern, text):
                    return name if match[0].isascii() and match[0] == name else match[0]
    enacting = next((p.text for p in draft.paragraphs if p.kind is Kind.ENACTING), None)
    if enacting is None:
        return None
    bare = re.sub(r"^\W*(?:the|l['’]|la|le|les|el|los|las)\s*", "", enacting.strip(), flags=re.IGNORECASE)
    return bare.rstrip(' ,:;.،，]*"”') or None


def _issued(lines: Sequence[tuple[str, str]]) -> str | None:
    for role, text in lines:
        if role in ("date", "distribution", "symbol") and (day := find_date(text)):
            return day
    return None


def _session(lines: Sequence[str], symbol: str | None) -> int | None:
    found = next((number for text in lines if (number := ordinal_of_session(text)) is not None), None)
    if found is None and symbol and (match := re.match(r"A/(?:C\.\d/|RES/|HRC/(?:RES/)?|DEC/)?(\d{1,3})/", symbol)):
        found = int(match[1])
    return found


def _committee(lines: Sequence[str]) -> str | None:
    return next((match[0] for text in lines if (match := COMMITTEE.search(text)) and not _SPONSOR.search(text)), None)


def _title(lines: Sequence[tuple[str, str]]) -> str | None:
    title = _joined(lines, "title")
    match = NUMBERED_TITLE.match(title) if title else None
    return match["title"] if match else title


def _report(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The committee report, and the draft an organ adopted without one."""
    for text in lines:
        if match := _REPORT.match(text.strip().strip("*")):
            source = match["source"].strip()
            if match["without"] and re.search(r"/L\.\d", source):
                return None, source
            return source, None
    return None, None


def _base(sponsor_line: str | None) -> str | None:
    match = SYMBOL.search(sponsor_line) if sponsor_line else None
    return match[0] if match else None


def _on_behalf(texts: Sequence[str]) -> str | None:
    for text in texts:
        if match := _ON_BEHALF.search(text):
            return re.sub(r"^the\s+", "", match["group"].strip())
    return None


@cache
def _names_with_and() -> tuple[str, ...]:
    text = (resources.files("resources") / "phrases" / "names_with_and.tsv").read_text(encoding="utf-8")
    return tuple(line.split("\t")[1] for line in text.splitlines()[1:])


def _sponsors(sponsor_line: str | None) -> tuple[str, ...]:
    """The States before the colon of a sponsor line; none where an officer or an organ submits."""
    if not sponsor_line:
        return ()
    states, colon, _ = sponsor_line.replace("：", ":").partition(":")
    if not colon or _SPONSOR.search(states):
        return ()
    states = _BEHALF_OF.sub("", states.replace("*", ""))
    kept: list[str] = []
    for name in _names_with_and():
        if name in states:
            states = states.replace(name, f"\0{len(kept)}\0")
            kept.append(name)
    parts = re.split(r"\s*(?:,\s*(?:and|et|y)\s|,|\s+and\s+|\s+et\s+|\s+y\s+|、|،)\s*", states)
    return tuple(
        re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], part.strip()) for part in parts if part.strip()
    )
