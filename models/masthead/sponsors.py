"""The sponsor line of a draft in its usual forms, taken apart and put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Form(StrEnum):
    """Who submits: States, an officer after consultations, a chair or president, nobody named; or other words."""

    STATES = "states"
    OFFICER = "officer"
    CHAIR = "chair"
    NONE = "none"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class SponsorLine:
    """The parts of a sponsor line; those its form does not need are kept while the form is chosen to and fro.

    `document` is "draft resolution", "draft decision", "amendment to draft resolution A/80/L.30". `noted` is whether
    an asterisk calls the sponsors' note. `held` keeps the older "consultations held on draft resolution".
    `base` is the symbol the consultations were on. `words` is the line as it stands, for the form WORDS.
    """

    form: Form = Form.NONE
    document: str = "draft resolution"
    states: str = ""
    noted: bool = False
    office: str = "Vice-Chair of the Committee"
    name: str = ""
    country: str = ""
    base: str = ""
    held: bool = False
    chair: str = "Chair of the Committee"
    ending: str = "following informal consultations"
    words: str = ""


_DOCUMENT = r"(?:(?:oral|revised)\s)*draft\s(?:resolution|decision)s?"
_STATES = re.compile(
    rf"(?P<states>[^:：]+?)(?:\*\s?:|:\s?(?P<star>\*)?)\s*(?P<document>(?:{_DOCUMENT}|(?:sub-)?amendments?\sto\s).*)",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    rf"(?P<document>{_DOCUMENT})\ssubmitted\sby\sthe\s(?P<office>[^,()]+?)"
    r"(?:,\s(?P<name>[^()]+?))?(?:\s\((?P<country>(?:[^()]|\([^()]*\))+)\))?,?\s"
    r"on\sthe\sbasis\sof\sinformal\sconsultations(?P<held>\sheld)?\son\sdraft\s(?:resolution|decision)\s(?P<base>\S+)",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    rf"(?P<document>{_DOCUMENT})\ssubmitted\sby\sthe\s(?P<chair>(?:Chair|President|Acting)[^,()]*?)"
    r"(?P<ending>\s(?:following|on\sthe)\s[^()]+)?",
    re.IGNORECASE,
)


def parse_sponsors(line: str) -> SponsorLine:
    """The parts of a sponsor line; one of no usual form is WORDS, and stays as it is."""
    bare = " ".join(line.split())
    found = _parsed(bare)
    return found if found.form is Form.WORDS or compose_sponsors(found) == bare else _nearly(found, bare)


def _nearly(found: SponsorLine, bare: str) -> SponsorLine:
    """A slip of spaces or of the asterisk's place is put right on editing; words never are."""
    same = re.sub(r"[\s*,]", "", compose_sponsors(found)).casefold() == re.sub(r"[\s*,]", "", bare).casefold()
    return replace(found, words=bare) if same else SponsorLine(Form.WORDS, words=bare)


def _parsed(bare: str) -> SponsorLine:
    if not bare:
        return SponsorLine(Form.NONE, document="")
    if re.fullmatch(_DOCUMENT, bare, re.IGNORECASE):
        return SponsorLine(Form.NONE, document=_small(bare))
    if match := _OFFICER.fullmatch(bare):
        return SponsorLine(
            Form.OFFICER,
            document=_small(match["document"]),
            office=match["office"],
            name=(match["name"] or "").strip(),
            country=(match["country"] or "").strip(),
            base=match["base"],
            held=match["held"] is not None,
        )
    if match := _CHAIR.fullmatch(bare):
        return SponsorLine(
            Form.CHAIR,
            document=_small(match["document"]),
            chair=match["chair"],
            ending=(match["ending"] or "").strip(),
        )
    if match := _STATES.fullmatch(bare):
        noted = match["star"] is not None or "*" in bare[: match.start("document")]
        states = match["states"].rstrip("* ")
        return SponsorLine(Form.STATES, document=match["document"], states=states, noted=noted)
    return SponsorLine(Form.WORDS, words=bare)


def compose_sponsors(line: SponsorLine) -> str:
    """The sponsor line as it will read; parts that are not known yet print as a blank."""
    document = line.document.strip()
    if line.form is Form.WORDS:
        return " ".join(line.words.split())
    if line.form is Form.NONE:
        return _large(document)
    document = document or "draft resolution"
    if line.form is Form.STATES:
        return f"{line.states.strip() or '__'}:{'*' if line.noted else ''} {document}"
    if line.form is Form.CHAIR:
        ending = line.ending.strip()
        return f"{_large(document)} submitted by the {line.chair.strip() or '__'}{f' {ending}' if ending else ''}"
    name, country = line.name.strip(), line.country.strip()
    who = f"{f', {name}' if name else ''}{f' ({country})' if country else ''}"
    held = " held" if line.held else ""
    kind = "decision" if document.endswith("decision") else "resolution"
    return (
        f"{_large(document)} submitted by the {line.office.strip() or '__'}{who}{',' if who else ''}"
        f" on the basis of informal consultations{held} on draft {kind} {line.base.strip() or '__'}"
    )


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]
