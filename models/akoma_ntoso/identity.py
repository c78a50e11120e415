"""What an Akoma Ntoso document says of itself: which work it is, in which language, whose, and how far it has come.

Names of resources are those of AKN4UN: "/akn/un/statement/deliberation/unga/2025-12-15/80-143/eng@". Nothing is told
that the masthead does not tell: no editor, no person, no day of writing.
"""

from __future__ import annotations

import re

from lxml import etree

from models.akoma_ntoso.markup import element
from models.akoma_ntoso.meeting_record import meeting_record
from models.akoma_ntoso.organs import organ_of
from models.draft import Draft, Kind, Paragraph
from models.draft.masthead import Masthead
from models.draft.masthead_lines import NUMBERED_TITLE, masthead_roles
from models.reading.language import language
from models.reading.openings import is_clause

UNDATED = "0001-01-01"
"""Stands where the schema asks for a date and the draft has none; its name is "unknown"."""
_ADOPTED = re.compile(r"^(?:A|S|E|A/HRC)/(?:RES|DEC)/(?P<number>.+)$")
_MADE_BY_ADOPTION = re.compile(r"/(?:RES|DEC)/|/(?:Res|Dec)\.\d")
_ISSUED_FOR_ADOPTION = re.compile(r"/(?:L|CRP|WP)\.")
_DECISION = re.compile(
    r"\b(?:draft decision|projets? de décision|proyectos? de decisión|проект решения)|决定草案|مشروع مقرر",
    re.IGNORECASE,
)
_NUMBER_IN_WORDS = re.compile(
    r"(?<![\w/.])(?:\d{1,4}(?: [A-Z])? \((?:E?S-)?[IVXL]+\)|(?:E?S-)?\d{1,3}/\d{1,3}(?: [A-Z]\b)?)(?![\w/])"
)
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara", "pt": "por", "it": "ita",
              "de": "deu", "nl": "nld"}  # fmt: skip
_HERE = "#adref"
_SPONSORS, _COMMITTEE = "sponsors", "committee"
_OUTCOMES = {"resolutionDraft": "draftResolution", "decisionDraft": "draftDecision"}
_OF_AN_ORGAN = (Kind.ENACTING, Kind.PREAMBULAR)


def is_adopted(head: Masthead) -> bool:
    """Whether a masthead is that of a resolution, not of a draft of one."""
    if head.symbol is not None and _ISSUED_FOR_ADOPTION.search(head.symbol):
        return False
    return head.adopted is not None or (head.symbol is not None and bool(_MADE_BY_ADOPTION.search(head.symbol)))


def kind_of_document(draft: Draft, head: Masthead) -> str:
    """What a text is: "resolution", "decision", a draft of either, or "document" where no organ acts in it."""
    adopted = is_adopted(head)
    acts = any(_acts(one) for one in draft.paragraphs)
    tabled = head.sponsor_line or _ISSUED_FOR_ADOPTION.search(head.symbol or "")
    if not (adopted or acts or tabled):
        return "document"
    decides = "/DEC/" in (head.symbol or "") or bool(_DECISION.search(head.sponsor_line or ""))
    return ("decision" if decides else "resolution") + ("" if adopted else "Draft")


def _acts(paragraph: Paragraph) -> bool:
    return paragraph.kind in _OF_AN_ORGAN or (paragraph.kind is Kind.OPERATIVE and is_clause(paragraph.text))


def meta(draft: Draft, head: Masthead) -> etree._Element:
    """The `meta` of a document."""
    made = element("meta")
    made.append(_identification(draft, head))
    if head.agenda_title:
        words = {"value": head.agenda_item or "agenda", "showAs": head.agenda_title, "dictionary": "agenda"}
        made.append(element("classification", {"source": _HERE}, element("keyword", words)))
    if (workflow := _workflow(draft, head)) is not None:
        made.append(workflow)
    made.append(_references(head))
    return made


def _identification(draft: Draft, head: Masthead) -> etree._Element:
    organ = organ_of(head)
    day = head.adopted or head.date or UNDATED
    known = "adoption" if head.adopted else "issuance"
    name = known if day != UNDATED else "unknown"
    code = language(draft)
    spoken = _LANGUAGES.get(code, code)
    number = _number(draft, head)
    work = f"/akn/un/statement/deliberation/{organ.code}/{day}/{number}"
    expression = f"{work}/{spoken}@"
    return element(
        "identification",
        {"source": _HERE},
        _level("FRBRWork", work, day, name, f"#{organ.concept}", *_of_work(number)),
        _level(
            "FRBRExpression",
            expression,
            head.date or day,
            "issuance" if head.date else name,
            f"#{organ.concept}",
            element("FRBRlanguage", {"language": spoken}),
        ),
        _level(
            "FRBRManifestation",
            f"{expression}.xml",
            head.date or day,
            "issuance" if head.date else name,
            _HERE,
            element("FRBRformat", {"value": "application/akn+xml"}),
        ),
    )


def _level(name: str, iri: str, day: str, of: str, author: str, *own: etree._Element) -> etree._Element:
    stem, dot, ending = iri.rpartition(".xml")
    this = f"{stem}/!main.xml" if dot and not ending else f"{iri}/!main"
    return element(
        name,
        {},
        element("FRBRthis", {"value": this}),
        element("FRBRuri", {"value": iri}),
        element("FRBRdate", {"date": day, "name": of}),
        element("FRBRauthor", {"href": author}),
        *own,
    )


def _of_work(number: str) -> tuple[etree._Element, ...]:
    return (
        element("FRBRcountry", {"value": "un"}),
        element("FRBRsubtype", {"value": "deliberation"}),
        element("FRBRnumber", {"value": number}),
    )


def _number(draft: Draft, head: Masthead) -> str:
    """The number as part of a name: "80-143" of A/RES/80/143, "a-c.2-80-l.50", and what it is where there is none.

    A resolution without a symbol has its number where its adoption is told, or before its title: "1904 (XVIII)".
    """
    adopted = _ADOPTED.match(head.symbol or "")
    said = adopted["number"] if adopted else head.symbol or (_number_in_words(draft) if is_adopted(head) else None)
    return re.sub(r"[^\w.]+", "-", (said or "").lower()).strip("-_.") or _unnumbered(draft, head)


def _unnumbered(draft: Draft, head: Masthead) -> str:
    kind = kind_of_document(draft, head)
    return "draft" if kind.endswith("Draft") else kind


def _number_in_words(draft: Draft) -> str | None:
    roles = masthead_roles(draft)
    for text, role in ((draft.paragraphs[at].text.strip(), roles[at]) for at in sorted(roles)):
        if role == "title" and (title := NUMBERED_TITLE.match(text)) is not None:
            return title["number"]
        if role == "adopted" and (found := _NUMBER_IN_WORDS.search(text)) is not None:
            return found[0]
    return None


def _workflow(draft: Draft, head: Masthead) -> etree._Element | None:
    """What is known of the way of the text: tabled as a draft, adopted; None where no day is known."""
    steps, kind = [], kind_of_document(draft, head)
    if head.date is not None and kind.endswith("Draft"):
        known = {"as": head.symbol.replace(" ", "%20")} if head.symbol else {}
        by = _tabled_by(head)
        steps.append(element("step", {"date": head.date, "outcome": f"#{_OUTCOMES[kind]}", **known, "by": f"#{by}"}))
    if head.adopted is not None:
        organ = organ_of(head)
        record = meeting_record(draft, head)
        known = {"as": record} if record else {}
        steps.append(element("step", {"date": head.adopted, "by": f"#{organ.concept}", "outcome": "#adopted", **known}))
    return element("workflow", {"source": _HERE}, *steps) if steps else None


def _tabled_by(head: Masthead) -> str:
    """Who brought a draft in: its sponsors; where an officer did, who leaves unnamed, the committee or the organ."""
    if head.sponsors:
        return _SPONSORS
    return _COMMITTEE if head.sponsor_line and head.committee else organ_of(head).concept


def _references(head: Masthead) -> etree._Element:
    organ = organ_of(head)
    groups = []
    if head.sponsors:
        groups.append(_reference("TLCOrganization", _SPONSORS, "organization/un", ", ".join(head.sponsors)))
    elif _tabled_by(head) == _COMMITTEE:
        groups.append(_reference("TLCOrganization", _COMMITTEE, "organization/un", str(head.committee)))
    concepts = (
        ("draftResolution", "Draft resolution"),
        ("draftDecision", "Draft decision"),
        ("adopted", "Adopted"),
        ("dateOfIssuance", "Date of issuance"),
        ("adoptionMeeting", "Meeting of adoption"),
        ("adoptionDate", "Date of adoption"),
    )
    return element(
        "references",
        {"source": _HERE},
        _reference("TLCOrganization", organ.concept, "organization/un", organ.shown),
        *groups,
        _reference("TLCOrganization", "adref", "organization/software", "Adref"),
        *(_reference("TLCConcept", name, "concept/un", words) for name, words in concepts),
        _reference("TLCEvent", "adoption", "event/un", "Adoption"),
    )


def _reference(tag: str, name: str, place: str, words: str) -> etree._Element:
    return element(tag, {"eId": name, "href": f"/akn/ontology/{place}/{name}", "showAs": words})
