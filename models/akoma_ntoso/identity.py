"""What an Akoma Ntoso document says of itself: which work it is, in which language, whose, and how far it has come.

Names of resources are those of AKN4UN: "/akn/un/statement/deliberation/unga/2025-12-15/80-143/eng@". Nothing is told
that the masthead does not tell: no editor, no person, no day of writing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from models.akoma_ntoso.markup import element
from models.draft import Draft
from models.draft.masthead import Masthead
from models.reading.language import language

UNDATED = "0001-01-01"
"""Stands where the schema asks for a date and the draft has none; its name is "unknown"."""
_ADOPTED = re.compile(r"^(?:A|S|E)/RES/(?P<number>.+)$")
_ISSUED_FOR_ADOPTION = re.compile(r"/(?:L|CRP|WP)\.")
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara", "pt": "por", "it": "ita",
              "de": "deu", "nl": "nld"}  # fmt: skip
_HERE = "#adref"


class _Organ(NamedTuple):
    code: str
    concept: str


_ORGANS = {
    "General Assembly": _Organ("unga", "generalAssembly"),
    "Security Council": _Organ("unsc", "securityCouncil"),
    "Economic and Social Council": _Organ("ecosoc", "economicAndSocialCouncil"),
    "Human Rights Council": _Organ("unhrc", "humanRightsCouncil"),
}
_ANY_ORGAN = _Organ("un", "unitedNations")


def is_adopted(head: Masthead) -> bool:
    """Whether a masthead is that of a resolution, not of a draft of one."""
    if head.symbol is not None and _ISSUED_FOR_ADOPTION.search(head.symbol):
        return False
    return head.adopted is not None or (head.symbol is not None and bool(_ADOPTED.match(head.symbol)))


def meta(draft: Draft, head: Masthead) -> etree._Element:
    """The `meta` of a document."""
    made = element("meta")
    made.append(_identification(draft, head))
    if head.agenda_title:
        words = {"value": head.agenda_item or "agenda", "showAs": head.agenda_title, "dictionary": "agenda"}
        made.append(element("classification", {"source": _HERE}, element("keyword", words)))
    if (workflow := _workflow(head)) is not None:
        made.append(workflow)
    made.append(_references(head))
    return made


def _identification(draft: Draft, head: Masthead) -> etree._Element:
    organ = _ORGANS.get(head.organ or "", _ANY_ORGAN)
    day = head.adopted or head.date or UNDATED
    known = "adoption" if head.adopted else "issuance"
    name = known if day != UNDATED else "unknown"
    code = language(draft)
    spoken = _LANGUAGES.get(code, code)
    number = _number(head.symbol)
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


def _number(symbol: str | None) -> str:
    """A symbol as part of a name: "80-143" of A/RES/80/143, "a-c.2-80-l.50", "draft" where there is none."""
    if symbol is None:
        return "draft"
    adopted = _ADOPTED.match(symbol)
    said = adopted["number"] if adopted else symbol
    return re.sub(r"[^\w.]+", "-", said.lower()).strip("-_.") or "draft"


def _workflow(head: Masthead) -> etree._Element | None:
    """What is known of the way of the text: issued as a draft, adopted; None where no day is known."""
    organ = _ORGANS.get(head.organ or "", _ANY_ORGAN)
    steps = []
    if head.date is not None and not is_adopted(head):
        steps.append(element("step", {"date": head.date, "by": f"#{organ.concept}", "outcome": "#draftResolution"}))
    if head.adopted is not None:
        steps.append(element("step", {"date": head.adopted, "by": f"#{organ.concept}", "outcome": "#adopted"}))
    return element("workflow", {"source": _HERE}, *steps) if steps else None


def _references(head: Masthead) -> etree._Element:
    organ = _ORGANS.get(head.organ or "", _ANY_ORGAN)
    shown = head.organ if head.organ in _ORGANS else "United Nations"
    concepts = (
        ("draftResolution", "Draft resolution"),
        ("adopted", "Adopted"),
        ("dateOfIssuance", "Date of issuance"),
    )
    return element(
        "references",
        {"source": _HERE},
        _reference("TLCOrganization", organ.concept, "organization/un", str(shown)),
        _reference("TLCOrganization", "adref", "organization/software", "Adref"),
        *(_reference("TLCConcept", name, "concept/un", words) for name, words in concepts),
    )


def _reference(tag: str, name: str, place: str, words: str) -> etree._Element:
    return element(tag, {"eId": name, "href": f"/akn/ontology/{place}/{name}", "showAs": words})
