"""Whose paragraph a reference means: one of the text itself, near or anywhere in it, or of another document."""

from __future__ import annotations

import re
from typing import Literal

from models.draft.above_in_another import is_above_in_another, says_above_of_what_follows
from models.draft.bare_names import names_anybody
from models.draft.late_pattern import late_pattern
from models.draft.no_document import CI_APRES, IN_A_TIME, IN_ITSELF, is_from_a_time, is_of_the_text, without_the_text

Reach = Literal["near", "present", "whole", "annex", "section", "bare"]
Side = Literal["", "above", "below"]

_SPACE = "[ \u00a0\u202f]"
_OF_THE_PRESENT_FR = r"(?:de la présente|du présent projet de) (?:résolution|décision)"
_OF_THE_PRESENT_ES = r"(?:de la presente|del presente proyecto de) (?:resolución|decisión)"
_OF_THE_PRESENT_AR = "من (?:منطوق )?هذا (?:القرار|المقرر)"
_OF_THE_PRESENT_RU = r"настоящ\w+ (?:проект\w? )?(?:резолюци|решени)\w+"
_OF_PART_RU = "постановляющей части"
_OF_PART_AR = "من المنطوق"
_PRESENT = (
    rf"(?:of|in) (?:the present|this) (?:(?:draft )?(?:resolution|decision)|draft|text)|{_OF_THE_PRESENT_FR}"
    rf"|{_OF_THE_PRESENT_ES}|{_OF_THE_PRESENT_AR}|{_OF_THE_PRESENT_RU}"
)
STANDS_AR = r"(?:(?:الوارد|المذكور|المبين)(?:ة|تين|تان|ات)[ \u00a0\u202f]+)"
"""What Arabic may write before "above" and "below": "الفقرة 3 الواردة أعلاه", "paragraph 3 that stands above"."""
_ABOVE = rf"above|supra|ci-dessus|anterior(?:es)?|precedentes?|más arriba|{STANDS_AR}?أعلاه|выше"
_BELOW = rf"below|infra|ci-dessous|{CI_APRES}|siguientes?|más abajo|{STANDS_AR}?أدناه|ниже"
_NEAR = (
    rf"(?P<above>{_ABOVE})|(?P<below>{_BELOW})|of the present paragraph|du dispositif(?! d[eu])"
    rf"|de la parte dispositiva(?! de)|{_OF_PART_AR}|{_OF_PART_RU}(?! (?:\w+ )?(?:резолюц|решени))"
)
_HERE = (
    rf"{_PRESENT}|hereof|du dispositif (?:{_OF_THE_PRESENT_FR})|de la parte dispositiva (?:{_OF_THE_PRESENT_ES})"
    rf"|{_OF_PART_RU} {_OF_THE_PRESENT_RU}"
)
_OF_THIS = r"(?:to|of) (?:the present|this) (?:draft )?(?:resolution|decision)|hereto|above|below|supra|infra"
_OF_THIS_ONE = late_pattern(
    rf"{_SPACE}+(?:de cette (?:résolution|décision)|de (?:esta|dicha) (?:resolución|decisión)"
    r"|(?:этой|данной) резолюции|(?:этого|данного) решения)(?!\w)",
    re.IGNORECASE,
)
_WHOLE = late_pattern(
    rf"(?<!\w)(?:of the (?:draft )?(?:resolution|decision)|de la (?:résolution|décision|resolución|decisión))"
    rf"(?={_SPACE}*(?:[,;:.)]|\Z)|{_SPACE}(?:and|or|shall|may|et|ou|y|o)(?!\w))",
    re.IGNORECASE,
)
"""What an annex calls the resolution it belongs to."""
_FIGURE = r"[IVXLC]{1,6}|[A-H]|\d{1,2}"
_ANNEXED = (
    rf"(?:of|in) (?:the )?annex(?:{_SPACE}(?P<which>{_FIGURE}))?{_SPACE}(?:{_OF_THIS})"
    r"|(?:of|in) (?P<this>this|the present) annex"
    r"|de l[’']annexe (?:de|à) la présente (?:résolution|décision)|del anexo de la presente (?:resolución|decisión)"
)
_IN_SECTION = rf"(?:of|in) section{_SPACE}(?P<section>{_FIGURE}){_SPACE}(?:{_OF_THIS})"
_TAIL = late_pattern(
    rf"(?:,?{_SPACE}+|{_SPACE}*\({_SPACE}*)(?!above{_SPACE}all\b)(?:(?P<annex>{_ANNEXED})|{_IN_SECTION}|(?P<present>{_HERE})|(?P<near>{_NEAR})(?!{_SPACE}there(?:of|in)\b))(?!\w)",
    re.IGNORECASE,
)
_IN_LINE = (
    rf"{_SPACE}+(?:(?:the|full|close|good|due){_SPACE}+)?(?:line|accordance|conformity|compliance|light|view|respect"
    r"|addition|order|consultation|cooperation|coordination|collaboration|partnership|time|faith|course|fulfil\w+|exercise|performance|discharge|context)(?!\w)"
)
_IN_PLACE = (
    rf"{_SPACE}+(?!(?:\w+{_SPACE})?(?:resolution|decision|report|annex|appendix|part|section|chapter|article|schedule|volume"
    r"|charter|convention|agreement|protocol|declaration|statute|pact|covenant|treaty|agenda|programme|plan|strategy"
    r"|framework|compact|rules?|table|document|addendum|order|act|code|law|pathway|outcome|consensus|mandate|accord"
    r"|statement|communiqu[eé]|guid(?:elines|ance)|principles|platform|instrument|amendment|summary|note)(?!\w))"
    r"(?!(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)(?!\w))"
    rf"(?-i:[A-Z][a-zß-öø-ÿ’-]+(?:{_SPACE}[A-Z][a-zß-öø-ÿ’-]+)?)(?![\w/])(?!{_SPACE}(?-i:[A-Z\d(]))"
)
"""Where something happens, "under paragraph 1 in Nairobi"; no document, nor when one said so."""
_TO_DO = (
    rf",{_SPACE}*d(?:[’']|e{_SPACE}(?:(?:lui|leur|se|en|y|ne{_SPACE}pas){_SPACE}|[sn][’'])?)"
    r"(?-i:[a-zà-ÿ]+(?:er|ir|oir|re))(?!\w)"
)
"""What somebody is asked to do, in French: “conformément au paragraphe 4, de lui présenter un rapport”."""
_ELSEWHERE = late_pattern(
    rf"(?!{_TO_DO})(?:{_SPACE}*\(\d+\))*,?{_SPACE}*(?:of|in(?!{_IN_LINE}|{_IN_PLACE}|{IN_ITSELF}|{IN_A_TIME})|thereof|therein|from|du|des?|del|dudit|d['’]\w+|contenid[oa]s?|annexed|contained|من(?:ه|ها|هما)?)(?!\w)"
    r"|\s*\((?:of|see|in|option)\b",
    re.IGNORECASE,
)
_IN_WHAT = late_pattern(
    rf"(?:{_SPACE}*\(\d+\))*,?{_SPACE}*in{_SPACE}+(?P<one>(?:the|an?|its|their|his|her|our|that|those|these|this|such)(?!\w))?"
    r"(?P<what>[^,;:.()\[\]]{1,60})",
    re.IGNORECASE,
)
_SAYS_WHICH = late_pattern(
    r"\d|\A(?:which|whose|whom|question)\b|\b(?:reports?|brief(?:ing)?s?|notice|reply|replies)\b"
)
_BELONGS = late_pattern(
    r"(?:(?<!\w)(?:its|their|his|son|ses|leurs?|sus?|cuy[oa]s?|его|е[её]|их|new)\s+"
    r"|(?<!\w)(?:articles?|arts?\.|artículos?|стать[яиеёйю]\w*|ст\.|resolutions?|résolutions?|resolución|resoluciones|decisions?|décisions?|decisión"
    r"|preamble|préambule|preámbulo|annex(?:e|es)?|anexo|sections?|sect\.|chapters?|chap\.|part|appendix|report|rule|schedule"
    r"|(?:parties?|partes?|част(?:[иь]|ью|ей|ям|ях|ями))\s+(?-i:[IVXLC]{1,6}|[A-H]|\d{1,2})"
    r"|chapitre|appendice|rapport|règle|sección|secc\.|capítulo|cap\.|apéndice|informe|regla"
    r"|(?:резолюци|решени|приложени|добавлени)\w{1,3}|(?:раздел|доклад)\w{0,3}|глав(?:[аыеу]|ой)|(?:правил|преамбул)\w{1,3}|гл\."
    r"|\w{0,3}(?:قرار|مقرر|مرفق|تقرير|مادة|ديباجة)|\w{0,2}الجزء)(?!\w)[^;:]{0,40}[,،]\s*)$",
    re.IGNORECASE,
)
_PART_OF_IT = late_pattern(
    r"(?<!\w)(?:in particular|particularly|especially|notably|including|en particulier|notamment|y compris"
    r"|en particular|especialmente|incluid[oa]s?|в частности|в том числе|включая|особенно|ولا سيما|وبخاصة|وخاصة"
    r"|بما في ذلك)"
    r",?\s+(?:(?:in|under|the|les?|los?|el|на|в|о)\s+)*$",
    re.IGNORECASE,
)
"""Before a part of what was named, "resolution 57/270, in particular paragraph 1"; behind an "and" nobody says so."""
_ALSO_NAMED = late_pattern(
    r"(?:(?<!\w)(?:(?:operative|preambular)\s)?(?:sub-?)?(?:paragraphs?|paras?\.?|paragraphes?|párrafos?)"
    r"\s\d+(?:\s?\([a-z]{1,4}\))*(?:\s?(?:,|and|to|et|à|y|a|[–-])\s?\d+)*"
    r"(?:,\s|,?\s(?:and|or|as well as|et|ou|ainsi que|y|o|así como)\s)(?:(?:in|under|its|the|les?|los?|el)\s)*)+\Z",
    re.IGNORECASE,
)
"""Before a reference those it is named with, all of one text: "in particular paragraph 1 and paragraph 3"."""
_OF_THIS_TEXT = late_pattern(rf"(?<!\w)(?:{_ABOVE}|{_BELOW}|{_PRESENT}|hereof)(?!\w)", re.IGNORECASE)
_LEADS = late_pattern(
    r"(?:\A[\[(*]*|(?P<starts>[.?!]\s+[\[(*]*)"
    r"|(?<!\w)(?i:(?P<makes>(?:established|created|imposed) by)"
    r"|cf\.|see|under|pursuant to|according to|(?:accordance|conformity|compliance|line) with|subject to|from"
    r"|(?:virtue|purposes?|provisions?|terms|requirements?|application|implementation) of|prejudice to"
    r"|(?:implement|apply|review|amend|regard|follow)ing|(?:refer|defer|attribut|relat)\w* to(?: in)?"
    r"|(?:\w{2,}e[dn]|out|forth|down|forward) (?:in|by|under)"
    r"|voir|conformément au|en (?:application|vertu) du|aux fins du|sous réserve du|\w*[ée]e?s? (?:au|par le|dans le)"
    r"|véase el|de conformidad con el|en virtud del|a los efectos del|\w+[aio]d[oa]s? (?:en el|por el))"
    rf"{_SPACE}+(?:(?:the|les|los){_SPACE}+)?)\Z"
)
"""What leads to a paragraph of the text itself. Whatever else does, a name, a comma or a bracket, may be another's.

What a paragraph makes is of the text itself, whoever is named beside it.
"""
_SEE_IN = late_pattern(
    r"(?<!\w)(?:reports?|rapports?|informes?|study|studies|letters?|lettres?|notes?|findings|paper|record|statement)\b"
    r"[^.;:()]{0,60}[(,\[–—]\s*(?:see(?: also)?|cf\.|voir|véase)\s+(?:el\s+)?\Z",
    re.IGNORECASE,
)
"""What is to be seen there is in the document just named: "the report (see paragraph 2)"."""
_SPOKE = late_pattern(
    r"(?<!\w)(?:recommend|request|decid|conclud|propos|suggest|advis|demand|agree|adopt|declar|stat"
    r"|express|voic|found|said|notic|rul|observ|not|recommand|décid|conclu|propos|recomend|solicit|pedid)\w*"
    r" (?:in|by|under|au|par le|dans le|en el|por el)\s+\Z",
    re.IGNORECASE,
)
"""The same: "as the Committee recommended in paragraph 3"."""
_FOLLOWS = late_pattern(
    rf"{_SPACE}+(?:\w{{2,}}ed|made|drawn up|given|written|adopté|approuvé|aprobado|adoptado)"
    rf"{_SPACE}+(?:by|at|in|par|por)(?!\w)",
    re.IGNORECASE,
)
"""Behind a paragraph of what somebody else did: "paragraph 3 adopted by the conference"."""
_OTHER = late_pattern(
    r"(?<!\w)(?:resolution|résolution|resoluci|decision|décision|decisi[óo]n|reports?\s+of\b|rapport|informe|articl|artículo"
    r"|charter|charte|carta|convention|convenci|agreement|accords?\b|acuerdo|treat(?:y|ies)|traité|tratado|protocol"
    r"|annex|anexo|appendi|plan|agenda|programme|programa|declaration|déclaration|declaraci|statut|estatuto|rules?"
    r"|règle|reglamento|guideline|covenant|pact|document|outcome|consensus|commitment|principle|mandate|letter|lettre"
    r"|note\b|statement|chapter|chapitre|capítulo|section|sección|addend|proposal|budget|terms of reference|part\b"
    r"|strategy|framework|(?-i:Action)\b|compact|text|draft|insert|delete|replace|amend|findings?\b"
    r"|recommend(?:ations?|ed by)|conclusions?\b|opinion|communiqu|road ?map|memorand|understanding\b|codes? of"
    r"|constitution|platform|pathway|judge?ment|ruling|award|minutes\b|records?\b|study\b|studies\b|submission"
    r"|paper\b|instrument|statute|option"
    r"|резолюц|решени|доклад|устав|конвенц|соглашени|договор|протокол|пакт|статут|декларац|письм|записк|документ|стать"
    r"|приложени|раздел|глав[аеуы]|программ|стратеги|рамк|повестк|поправ|рекомендац|меморандум|руководств|принцип|проект"
    r"|заявлени|отч[её]т|обзор|коммюнике|консенсус|закон|кодекс"
    r"|мандат|план|правил|положени|регламент|постановлени|послани|сообщени|заключени|комментари|бюллетен|текст"
    r"|[وفبكل]{0,2}(?:ال|ل)?(?:قرار|مقرر|(?:تقرير|تقارير)(?=\sال(?!فقر))|ميثاق|اتفاق|إعلان|بروتوكول|معاهد|مرفق|ماد[ةت]|برنامج|خطة|استراتيجية|رسال|مذكرة))"
    r"|[A-Z]/\S*\d|\d/\d",
    re.IGNORECASE,
)
_TAKES_NOTE = late_pattern(r"(?<!\w)tak(?:es?|ing) note\b", re.IGNORECASE)
_OF_PART = late_pattern(r"operative|preambular", re.IGNORECASE)
_QUOTED = late_pattern(r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|‘[^’]*(?:’(?!\w)|\Z)|\"[^\"]*(?:\"|\Z)")


def reach_of(
    text: str, start: int, end: int, leads: int, shared: Reach | None = None, *, label: bool, of_part: bool
) -> Reach | None:
    """How far a reference at a place of a text goes; None where it is to another document.

    What stands before `leads` leads to it. `shared` is how far the next one goes where that says it for both, as in
    "paragraph 3 and paragraph 1 above". `label`: it is written as OP4 or PP2; `of_part`: as operative paragraph 4.
    """
    if _BELONGS.search(text, max(0, start - 60), start):
        return None
    if shared is not None and names_another(_TAKES_NOTE.sub("", text[:leads])):
        shared = None
    tail = None if says_above_of_what_follows(text, end) else _TAIL.match(text, end)
    if tail:
        if (tail["above"] or tail["below"]) and is_above_in_another(text, start, tail.end()):
            return None
        if tail["section"]:
            return "section"
        return "annex" if tail["annex"] else "present" if tail["present"] else "near"
    whole = _WHOLE.match(text, end + 1)
    if whole:
        return None if names_document(_WHOLE.sub("", text)) else "whole"
    if is_of_the_text(text, end):
        return None if names_document(without_the_text(text)) else "present"
    # "Operative paragraph 4" alone is said of other texts more often than "paragraph 4" is.
    if shared is None and (of_part or _elsewhere(text, end)):
        return None
    if label:
        return "bare"
    before = max(0, leads - 80), leads
    if _FOLLOWS.match(text, end) or _SPOKE.search(text, *before) or _SEE_IN.search(text, *before):
        return None
    if shared is not None:
        return shared
    led = _LEADS.search(text, max(0, leads - 80), leads)
    return "bare" if led and (led["starts"] is None or text[leads].isupper()) else None


def _elsewhere(text: str, end: int) -> Literal["", "open", "another's"]:
    """What stands behind a reference that ends at a place: another document that it is of, or what may be one."""
    if not _ELSEWHERE.match(text, end):
        return ""
    if is_from_a_time(text, end) or is_of_this_one(text, end):
        return "open"
    within = _IN_WHAT.match(text, end)
    if within is None or _SAYS_WHICH.search(within["what"]) or names_another(f"in {within['what']}"):
        return "another's"
    return "open" if within["one"] else ""


def is_of_this_one(text: str, end: int) -> bool:
    """Whether behind a reference that ends at a place stands “de cette résolution”, and no document is named that this
    may be: it is this text as well as one that was named before."""
    return _OF_THIS_ONE.match(text, end) is not None and not names_document(_OF_THIS_ONE.sub("", text))


def division_of(text: str, end: int) -> str:
    """Which annex or section is named behind a reference that ends at a place: "II", "this" annex, "" where one is
    all there is."""
    tail = _TAIL.match(text, end)
    if tail is None:
        return ""
    return "this" if tail["this"] else (tail["which"] or tail["section"] or "").upper()


def present_end(text: str, end: int) -> int | None:
    """Where "of the present resolution" ends that stands behind a reference; None where nothing says so."""
    tail = _TAIL.match(text, end)
    return tail.end() if tail is not None and tail["present"] else None


def side_of(text: str, end: int) -> Side:
    """Whether above or below is said behind a reference that ends at a place."""
    tail = _TAIL.match(text, end)
    return "" if tail is None else "above" if tail["above"] else "below" if tail["below"] else ""


def may_be_own(text: str, start: int, end: int) -> bool:
    """Whether a reference of which nothing says whose paragraph it means may be one of the text itself.

    What else the text names says little: most that stand beside a name are of the text itself.
    """
    named = _ALSO_NAMED.search(text, max(0, start - 80), start)
    if named and not may_be_own(text, named.start(), end):
        return False
    return not (
        _BELONGS.search(text, max(0, start - 60), start)
        or (_elsewhere(text, end) == "another's" and not is_of_the_text(text, end))
        or _FOLLOWS.match(text, end)
        or (
            _PART_OF_IT.search(text, max(0, start - 40), start)
            and names_document(_OF_THIS_TEXT.split(text[:start])[-1])
        )
    )


def says_part(text: str) -> bool:
    """Whether a reference that begins a text is to an "operative paragraph", or to a preambular one."""
    return _OF_PART.match(text) is not None


def quoted(text: str) -> list[tuple[int, int]]:
    """The places of quoted words."""
    return [match.span() for match in _QUOTED.finditer(text)]


def names_another(text: str) -> bool:
    """Whether a text names a document other than itself, or anything that may be one."""
    return names_document(text) or names_anybody(text)


def names_document(text: str) -> bool:
    """Whether a text names a document other than itself."""
    return _OTHER.search(re.sub(_PRESENT, "", text, flags=re.IGNORECASE)) is not None


def is_made(text: str, start: int) -> bool:
    """Whether the words before a place say that a paragraph of the text itself makes something."""
    led = _LEADS.search(text, max(0, start - 80), start)
    return led is not None and led["makes"] is not None
