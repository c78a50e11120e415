"""The sponsor line of a draft in its usual forms, taken apart and put together again, in the official languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from models.draft.first_letter import with_capital, with_small_letter
from models.draft.masthead import states_in
from models.masthead.facts import line_form, names
from models.masthead.sponsor_forms import DECISION, basis_forms, document_of, patterns, who
from models.reading.language import OFFICIAL


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
    an asterisk calls the sponsors' note. `basis` keeps other than the usual words on the consultations, with "{}" for
    `base`, their symbol: "on the basis of informal consultations held on draft resolution {}". `words` is the line as
    it stands, for the form WORDS. `language` is that of the line.
    """

    form: Form = Form.NONE
    document: str = "draft resolution"
    states: str = ""
    noted: bool = False
    office: str = "Vice-Chair of the Committee"
    name: str = ""
    country: str = ""
    base: str = ""
    basis: str = ""
    chair: str = "Chair of the Committee"
    ending: str = "following informal consultations"
    words: str = ""
    language: str = "en"


def usual_line(language: str) -> SponsorLine:
    """The parts of a line as a language usually has them, with nobody named."""
    document, office, chair, ending = (names(part, language)[0] for part in ("document", "office", "chair", "ending"))
    return SponsorLine(document=document, office=office, chair=chair, ending=ending, language=language)


def parse_sponsors(line: str, language: str = "en") -> SponsorLine:
    """The parts of a sponsor line; one of no usual form is WORDS, and stays as it is.

    `language` is that of the text, whose words an empty line has; a line may be in another.
    """
    bare = " ".join(line.split())
    if not bare:
        return replace(usual_line(language), document="")
    for spoken in sorted(OFFICIAL, key=lambda one: one != language):
        for found in _parsed(bare, spoken):
            if compose_sponsors(found) == bare:
                return found
            if _plain(compose_sponsors(found)) == _plain(bare):
                # A slip of spaces or of the asterisk's place is put right on editing; words never are.
                return replace(found, words=bare)
    return replace(usual_line(language), form=Form.WORDS, document="", words=bare)


def _plain(line: str) -> str:
    return re.sub(r"[\s*,،]", "", line).replace("：", ":").casefold()


def _parsed(bare: str, language: str) -> Iterator[SponsorLine]:
    """What a line may say in a language, the surest first."""
    usual = usual_line(language)
    if document_of(language).fullmatch(bare):
        yield replace(usual, document=with_small_letter(bare))
    for match in _matches(Form.OFFICER, bare, language):
        said = match.groupdict()
        yield _with_basis(
            replace(
                usual,
                form=Form.OFFICER,
                document=with_small_letter(said["document"]),
                office=said["office"],
                name=(said.get("name") or "").strip(),
                country=(said["country"] or "").strip(),
            ),
            said["basis"],
        )
    for match in _matches(Form.CHAIR, bare, language):
        yield replace(
            usual,
            form=Form.CHAIR,
            document=with_small_letter(match["document"]),
            chair=match["chair"],
            ending=(match["ending"] or "").strip(),
        )
    for match in _matches(Form.STATES, bare, language):
        noted = match["star"] is not None or bare[match.end("states")] == "*"
        states = match["states"].rstrip("* ")
        yield replace(usual, form=Form.STATES, document=match["document"], states=states, noted=noted)


def _matches(form: Form, bare: str, language: str) -> Iterator[re.Match[str]]:
    return (match for one in patterns(str(form), language) if (match := one.fullmatch(bare)))


def _with_basis(line: SponsorLine, said: str) -> SponsorLine:
    """The line with the symbol of its consultations, and their words where they are not the usual ones."""
    for form in basis_forms(line.language):
        before, after = form.split("{}")
        end = len(said) - len(after)
        alike = said[: len(before)].casefold() == before.casefold() and said[end:].casefold() == after.casefold()
        if alike and end > len(before):
            usual = form == _usual_basis(line)
            return replace(line, base=said[len(before) : end], basis="" if usual else form)
    return line


def _usual_basis(line: SponsorLine) -> str:
    """What is said of consultations on a draft of this kind."""
    decision = DECISION.search(line.document) is not None
    forms = basis_forms(line.language)
    return next((form for form in forms if (DECISION.search(form) is not None) == decision), forms[0])


def compose_sponsors(line: SponsorLine) -> str:
    """The sponsor line as it will read; parts that are not known yet print as a blank."""
    document = line.document.strip()
    if line.form is Form.WORDS:
        return " ".join(line.words.split())
    if line.form is Form.NONE:
        return with_capital(document)
    document = document or names("document", line.language)[0]
    if line.form is Form.STATES:
        states = line.states.strip()
        form = line_form("states_noted" if line.noted or states.endswith("*") else "states", line.language)
        return form.format(states=states.rstrip("* ") or "__", document=document)
    form = line_form(str(line.form), line.language)
    if line.form is Form.CHAIR:
        ending, gap = line.ending.strip(), _gap(line.language)
        said = {"chair": _title(line.chair, form) or "__", "ending": f"{gap}{ending}" if ending else ""}
    else:
        basis = (line.basis or _usual_basis(line)).format(line.base.strip() or "__")
        named = who(line.language).said(line.name.strip(), line.country.strip())
        said = {"office": _title(line.office, form) or "__", "who": named, "basis": basis}
    return with_capital(form.format(document=document, **said))


def _gap(language: str) -> str:
    """What parts words: nothing in Chinese."""
    return "" if language == "zh" else " "


def _title(office: str, form: str) -> str:
    """An office without the article that the form of its line has before it."""
    return re.sub(r"^the\s+", "", office.strip(), flags=re.IGNORECASE) if "the {" in form else office.strip()


def typed_states(text: str, language: str = "en") -> str:
    """States that were typed with commas alone, the last with its "and", as they stand in a sponsor line.

    What is no plain list of names stays as it was typed, and so does one that has an "and" between others; the last may
    be a State whose name has one. An asterisk stays with its State, in English behind the comma: "Iraq,* Fiji, Chad".
    """
    marked = _MARKED.sub(r"\2\1 ", text)
    commas = _COMMAS.get(language, _OTHER_COMMAS)
    listed = [" ".join(one.split()) for one in marked.strip().translate(commas).split(",")]
    joined = line_form("last_of_states", language)
    if len(listed) < 2 or not all(listed) or any(name[0].islower() for name in listed):
        return text
    # Longer Arabic lists are joined now by commas and now by "and" all along.
    last = listed[-1].replace("*", "")
    has_and = joined.strip("{}") in last and states_in(last) != (last,)
    if has_and or (language == "ar" and len(listed) > 2):
        return text
    if len(states_in(",".join(listed[:-1]).replace("*", ""))) != len(listed) - 1:
        return text
    if language == "es" and re.match(r"h?i(?![aeou])", listed[-1], re.IGNORECASE):
        joined = joined.replace(" y ", " e ")
    comma = "、" if language == "zh" else ", "
    before = comma.join(listed[:-1])
    return joined.format(before.replace("*,", ",*") if language == "en" else before, listed[-1])


_OTHER_COMMAS = str.maketrans("،，", ",,")
_COMMAS = {"zh": str.maketrans("،，、", ",,,")}
_MARKED = re.compile(r"\s*([,،、])\s*(\*+)[ \u00a0]*")
