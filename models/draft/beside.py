"""What stands beside a reference and says that it is to another text, or to an earlier state of this one:
"[79/212, OP2]", "(CRC, OP2)", "formerly OP2", "OP2 of last year"."""

from __future__ import annotations

import re
from typing import Literal

from models.draft.late_pattern import late_pattern
from models.draft.no_document import is_at_a_time, is_from_a_time, is_of_the_text, was_done_then
from models.draft.operative_part import part_end

_TREATIES = (
    "CRC|CEDAW|CRPD|ICCPR|ICESCR|ICERD|CERD|CAT|OPCAT|CMW|ICRMW|CED|UDHR|UNDRIP|UNCLOS|UNFCCC|UNCCD|CBD|BBNJ|CITES|UNCAC"
    "|UNTOC|NPT|CTBT|TPNW|ATT|BWC|CWC|CCW|AAAA|QCPR|SAMOA|ICPD|BPFA|BPA|SFDRR|GCM|GCR|UNDHR|SDGs?|MDGs?"
)
_HAN = r"\u2e80-\u9fff"
_SYMBOL = (
    r"(?:(?![IVXLC]+\.[OP]P\d)[A-Z]+(?:[./][A-Z\d]+)*[./]\S*\d\S*|(?!OP|PP)[A-Z]{2,}-?\d{2,4}(?:/\d+)?"
    rf"|\d{{1,3}}/\d+[^\W{_HAN}]*号?"
    r"|[12]\d{3}(?: ?\([12]\d{3}\))?|\d{1,4} \([12]\d{3}\)|[Rr]ev\.? ?\d|[Vv](?:ersion ?|\. ?)?\d+|L\.? ?\d{1,3}(?!\d))"
)
_IN_CHINESE = "决议|决定|报告|宪章|公约|条约|协定|议定书|宣言|草案|案文"
_DOCUMENT = (
    rf"(?:{_SYMBOL}|(?:{_TREATIES})"
    r"|(?i:r[eé]solu(?:tion|cion|ci[oó]n)e?s?|res\.?|d[eé]cisions?|decisi[oó]n(?:es)?|rapports?|informes?"
    r"|(?<!to )(?<!shall )(?<!should )(?<!may )(?<!must )reports?"  # "to report on OP2" names none
    r"|charter|charte|carta|conventions?|convenci[oó]n|agreements?|accords?|acuerdos?|treat(?:y|ies)|trait[eé]s?|tratados?"
    r"|protocols?|protocoles?|protocolos?|annex(?:e|es)?|anexos?|appendix|agenda|programme|programa|d[eé]clarations?"
    r"|declaraci[oó]n|statut(?:e|es)?|estatutos?|rules|guidelines?|covenants?|pact[eo]?s?|outcome|consensus|commitment"
    r"|compromiso|platform|strategy|framework|compact|communiqu[eé]|letters?|zero|drafts?|version|text[eo]?s?|non-?paper"
    r"|proposals?|plan"
    r"|резолюци\w*|решени[еяюй]\w*|доклад\w*|устав\w*|конвенци\w*|декларац\w*|пакт\w*|проект\w*)"
    rf"|(?:{_IN_CHINESE})|\w{{0,3}}(?:قرار|مقرر|تقرير|ميثاق|اتفاقية|إعلان|مشروع))"
)
"""A symbol, a treaty by its letters, or a word for a document."""
_EARLIER = (
    r"(?i:former(?:ly)?|ex|(?<!ing )(?<!part )from|was|were|been|old|previous(?:ly)?|prev\.?|earlier|prior"
    r"|original(?:ly)?|initial(?:ly)?"
    r"|last year(?:['’]s)?|last session(?:['’]s)?|(?:last|previous|earlier) (?:draft|text|version|round)(?:['’]s)?"
    r"|anciennement|anci?enn?e?s?|précédemment|auparavant|initialement|originale?ment|(?:issue?|tirée?)s? (?:de|du)"
    r"|antes|anteriormente|antigu[oa]s?|previamente|originalmente|ex|era|fue|procedente de(?:l)?"
    r"|бывш\w+|прежн\w+|ранее|стар\w+|из|исходн\w+|первоначальн\w+|перенес[её]н\w* из"
    r"|سابقا?ً?|السابقة?|القديمة?|أصلاً?|من)"
)
_EARLIER_CHINESE = "原为|原来|原|前为|前|旧|曾为|来自|源自|移自"
_IN_SECTION = r"(?<![\w./])[IVXLC]{1,6}\."
_LABEL = (
    rf"(?:{_IN_SECTION})?"
    r"(?:OP|PP|op)s?[ \u00a0]?\d{1,3}(?:[ \u00a0]?(?:bis|ter|quater|alt))?(?:[ \u00a0]?\([a-z]{1,4}\))?"
)
_AMONG = r"(?:\s*[,;&/+、،–-]\s*|\s+(?:and|or|et|ou|y|o|и|或|和|و)\s+|\s+)"
_CHAIN = rf"(?:{_LABEL}{_AMONG})*"
_LINK = r"[\s,:–—/()（）\[\]【】，：、،’'-]"
"""No semicolon: of "resolution 80/1; see OP2" the reference to the other text ends there."""
_SEE = r"(?:(?i:see(?: also)?|cf\.?|in|under|at|as|and|&|its|the|their|his|para(?:graph)?s?\.?)\s+)"
_THEN = r"(?:['’]s)?(?:\s*[,(–—/-]\s*|\s+|\s*\)\s*\(\s*)"
_CAPITAL = r"(?![а-яё\u0600-\u06ff\u2e80-\u9fff])[^\W\d_a-zß-öø-ÿ]"
_TITLE = rf"{_LINK}+(?:of|for|on|to|the|and|d[eu]|des|del|l[ae]s?|los|pour|para|sur|sobre|et|y|[A-ZÀ-Þ]\w*)(?!\w)"
"""What goes on after the word for a document: "Pact for the Future"."""
_NAME = (
    rf"(?<![\w/])(?!(?:OP|PP)s?\d*\b)(?:[A-Z]{{2,}}s?{_THEN}"
    rf"|(?<=[\w,’] )(?![A-Z]+\b|(?:Secretary|Member|States?|Government)\b){_CAPITAL}[\w’-]+{_THEN}{_SEE}{{0,2}})"
    rf"|(?<=[\[(（【])(?!(?:OP|PP)s?(?![^\W\d_])){_CAPITAL}[^\W_]+,\s"
)
"""A name, of a text or not: in capitals, or beginning neither a sentence nor what is in a bracket, but "[Doha, OP2]".

Before a colon it says who speaks: "[EU: OP2 to be merged]".
"""
_BEFORE = late_pattern(
    rf"(?:(?<![\w/])(?:{_EARLIER})[\s:,-]*"
    r"(?:(?:the|as|in|number(?:ed)?|no\.?|le|la|el|du|del|para(?:graph)?s?\.?)\s+)?"
    rf"|(?:{_EARLIER_CHINESE})\s?"
    rf"|(?<!本)(?<!本决[议定])(?:{_IN_CHINESE})(?:(?:所载|[中内上])?的)?[\s，、：:,（(【\[]{{0,2}}(?:另?见|参见)?\s?"
    rf"|(?<![^\W{_HAN}])(?<![/.])(?:{_DOCUMENT})(?:['’]s)?(?:{_TITLE})*{_LINK}{{1,4}}{_SEE}{{0,3}})(?:{_CHAIN})\Z"
)
_ASKED_THERE = late_pattern(
    r"(?<!\w)(?:(?:reports?|rapports?|informes?)(?:\s+\w[\w’'-]*){0,8}?\s+(?:under|on|sous|sur|sobre)"
    r"|(?:reports?|rapports?|informes?|d[eé]cisions?|decisi[oó]n(?:es)?|plan(?:e?s)?|programm?[ae]?s?|strategy|framework"
    r"|guidelines?|commitments?|compromisos?|proposals?)"
    r"(?:\s+(?:under|on|in|sous|sur|dans|sobre|en)|\s?\((?:see(?= ))?))"
    rf"\s*(?:(?:the|les?|el|los)\s+)?(?:{_CHAIN})\Z"
)
"""Before a reference what may be asked for there and need be no document yet: "a report under paragraph 2"."""
_NAME_BEFORE = late_pattern(rf"(?:{_NAME}|['’]s?\s)(?:{_CHAIN})\Z")
_OF_WHAT = (
    r"(?i:(?:as )?(?:of|in|from|see|cf\.?|under|agreed in|adopted in|du|de la|del?|de|из|в)\s+(?:(?:the|la|le|el)\s+)?)"
)
_AMONG_OTHERS = rf"(?:{_AMONG}{_LABEL}){{0,9}}"
_OPENS = rf"\s*(?:[,(\[（【–—/:-]\s*)?(?:[(\[（【]\s*)?{_OF_WHAT}?"
_BEHIND = late_pattern(
    rf"{_AMONG_OTHERS}{_OPENS}"
    rf"(?:(?:{_EARLIER}|{_EARLIER_CHINESE})(?!\w)(?!\s+(?:to|on|by)\b)|(?:{_DOCUMENT})(?!\w))"
    rf"|{_AMONG_OTHERS}\s+{_OF_WHAT}(?:{_CAPITAL}[\w’'-]+\s+){{1,4}}(?:{_DOCUMENT})(?!\w)"
)
_PROPER = (
    r"(?!(?:OP|PP|UN|Secretary|Secretariat|Bureau|Member|States?|Governments?|Nations|Part|Section|Article|Chapter)\b"
    r"|(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\b)"
    rf"{_CAPITAL}[\w’'-]+(?:[\s,/&]+(?:of|and|the|de|du|des|la|et|y|{_CAPITAL}[\w’'-]+|\d+)(?![\w’'-])){{0,12}}"
)
"""A name, or several, of which no document is known: "Kenya", "the Group of 77 and Fiji"."""
_NAME_BEHIND = late_pattern(
    rf"{_AMONG_OTHERS}(?:{_OPENS}(?!(?:OP|PP|UN)\b|{_IN_SECTION}[OP]P)(?:[A-Z]{{2,}}|G-?\d+)(?![\w:]|\s*:)|['’]s\b"
    rf"|\s*(?:[,(\[（【–—/-]\s*)?(?i:the\s+)?{_PROPER}\s*[)\]）】]|\s+{_OF_WHAT}{_PROPER}(?!\s*:))"
)
_ALSO = late_pattern(
    r"\s(?:and|or|et|ou|y|o|и|или)\s+(?:(?:in|under|at|as|to|with|by|per|en|au|aux|el|los?|les?|в|на|согласно)\s+)*\Z",
    re.IGNORECASE,
)
"""Before a label what parts it from the document named before: "resolution 80/1 and OP2", not "80/1 and its OP2"."""
_TO_SEE = late_pattern(r"[(\[（【]\s*(?:see(?: also)?|cf\.?|voir|véase|см\.?)\s+(?:in\s+)?\Z", re.IGNORECASE)
"""Before a label what leaves open whether it is the document's: "resolution 80/1 (see OP2)"."""
_CHAINED = late_pattern(rf"(?:{_CHAIN})\Z")
_LEADS_TO = "".join(
    rf"|(?<=\b{word} )" for word in ("in", "of", "to", "or", "and", "see", "per", "under", "with", "from")
)
_SECTION = late_pattern(
    r"(?:(?<![\w./])(?P<dotted>[IVXLC]{1,6})\.|(?<!\w)[Ss]ection (?P<named>[IVXLC]{1,6}), ?"
    # Of "World War II. OP2" a sentence ends.
    rf"|(?:(?<=[(\[]){_LEADS_TO})(?P<apart>[IVXLC]{{1,6}})\. )\Z"
)
_OWN_LABEL = late_pattern(rf"(?:{_IN_SECTION})?[OP]P")
_MAY_HAVE_LABELS = late_pattern(
    rf"(?:{_EARLIER})(?!\w)|(?<!\w)(?:(?:{_TREATIES})(?!\w)|L\.? ?\d|[Rr]ev\.? ?\d|[Vv](?:ersion ?|\. ?)?\d"
    r"|(?i:zero|(?:projets?|proyectos?|drafts?|version|text[eo]?s?|non-?paper|proposals?|annex(?:e|es)?|anexos?)(?!\w)))"
)
"""What labels may be of that stand behind "and": a draft, or a treaty, of which OP2 is the optional protocol."""
_STOP = late_pattern(r"[\[\]{}（）【】\n]|\((?![a-z]{1,4}\))|(?<![ (][a-z])(?<!\([a-z]{2})(?<!\([a-z]{3})\)")
"""A bracket, but round a letter that an item has."""
_OPENING = "([{（【"
_SHORT = 80
"""As long, in letters, is what may stand in a bracket as a note on a source; what is longer is text."""
_SAYS_SOURCE = late_pattern(
    rf"(?<![\w/.])(?:{_SYMBOL}|(?:{_TREATIES})"
    r"|(?i:formerly|former|ex|previously|previous|earlier|originally|original|last year|old"
    r"|anciennement|précédemment|anteriormente|antiguo|antigua|бывш\w+|ранее|سابقا?ً?))(?!\w)|原|旧"
)


def is_anothers(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a reference at a place of a text names another document, or an earlier state.

    Where nobody can say whose it is, as beside a mere name, it is not this text's.
    """
    return _whose(text, start, end) != "own"


def is_somebodys(text: str, start: int, end: int) -> bool:
    """Whether beside a reference stands what leaves open whose it is, as a mere name does, "[EU, OP2]": of this text it
    may be, by whomever it is said."""
    return _whose(text, start, end) == "open"


def section_before(text: str, start: int) -> re.Match[str] | None:
    """The section that a label at a place begins with, "II" of "II.OP3" or of "section II, OP3", the last group."""
    at = start - 1 - (text[start - 1 : start] in (" ", "\u00a0"))
    # Asked of every label, and before most there is only a space.
    return _SECTION.search(text, max(0, start - 20), start) if text[at : at + 1] in (".", ",") else None


def _whose(text: str, start: int, end: int) -> Literal["own", "open", "another's"]:
    if section := section_before(text, start):
        start = section.start()
    end = part_end(text, end) or end
    near = max(0, start - _SHORT)
    named = _BEFORE.search(text, near, start) is not None
    parted = _parted(text, start) if named else None
    asked = named and not parted and _ASKED_THERE.search(text, near, start) is not None
    open_behind = is_from_a_time(text, end) or is_of_the_text(text, end) or was_done_then(text, start, end)
    if _BEHIND.match(text, end) and not (open_behind or is_at_a_time(text, end)):
        return "another's"
    if not parted and ((named and not asked) or _SAYS_SOURCE.search(_note_around(text, start, end))):
        return "another's"
    if asked or open_behind or parted == "open" or _NAME_BEHIND.match(text, end):
        return "open"
    return "open" if not named and _NAME_BEFORE.search(text, near, start) else "own"


def _parted(text: str, start: int) -> Literal["own", "open"] | None:
    """Whose a label is that is parted from the document named before it; None where it is not parted."""
    near = max(0, start - _SHORT)
    chain = _CHAINED.search(text, near, start)
    first = chain.start() if chain else start
    if not _OWN_LABEL.match(text, first):
        return "open" if _ALSO.search(text, near, first) else None
    if _TO_SEE.search(text, near, first):
        return "open"
    if _ALSO.search(text, near, first) is None:
        return None
    opened = max((one.end() for one in _STOP.finditer(text, near, start)), default=0)
    in_note = text[opened - 1 : opened] in (*_OPENING,)
    return "open" if in_note or _MAY_HAVE_LABELS.search(text, near, first) else "own"


def _note_around(text: str, start: int, end: int) -> str:
    """What stands in brackets with a place where that is short; without the place itself."""
    before = max((one.end() for one in _STOP.finditer(text, max(0, start - _SHORT), start)), default=0)
    behind = _STOP.search(text, end, end + _SHORT)
    if behind is None or behind.start() - before > _SHORT or text[before - 1 : before] not in (*_OPENING,):
        return ""
    return f"{text[before:start]} {text[end : behind.start()]}"
