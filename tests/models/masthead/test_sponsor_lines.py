"""Sponsor lines in six languages: what the form writes is what the form reads, whoever submits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.masthead_lines import line_role
from models.masthead.checks import checks
from models.masthead.facts import line_form, names
from models.masthead.form import draft_with, fields_of
from models.masthead.sponsors import (
    Form,
    SponsorLine,
    compose_sponsors,
    parse_sponsors,
    typed_states,
    usual_line,
)
from models.reading.language import OFFICIAL

_LINES = {
    "en": (
        "Fiji and Kenya: draft resolution",
        "Draft resolution submitted by the Chair of the Committee following informal consultations",
        "Draft resolution submitted by the Vice-Chair of the Committee, N. Name (Fiji), on the basis of informal"
        " consultations on draft resolution A/C.2/80/L.39",
    ),
    "fr": (
        "Fidji et Kenya : projet de résolution",
        "Projet de résolution déposé par le Président de la Commission à l’issue de consultations officieuses",
        "Projet de résolution déposé par le Vice-Président de la Commission, N. Name (Fidji), à l’issue de"
        " consultations officieuses tenues sur le projet de résolution A/C.2/80/L.39",
    ),
    "es": (
        "Fiji y Kenya: proyecto de resolución",
        "Proyecto de resolución presentado por el Presidente de la Comisión tras la celebración de consultas oficiosas",
        "Proyecto de resolución presentado por el Vicepresidente de la Comisión, N. Name (Fiji), sobre la base de"
        " consultas oficiosas celebradas en relación con el proyecto de resolución A/C.2/80/L.39",
    ),
    "ru": (
        "Фиджи и Кения: проект резолюции",
        "Проект резолюции, представленный Председателем Комитета по итогам неофициальных консультаций",
        "Проект резолюции, представленный заместителем Председателя Комитета г-жой Имя (Фиджи) на основе"
        " неофициальных консультаций по проекту резолюции A/C.2/80/L.39",
    ),
    "zh": (
        "斐济和肯尼亚：决议草案",
        "委员会主席在非正式协商后提交的决议草案",
        "委员会副主席某女士（斐济）在就决议草案A/C.2/80/L.39进行非正式协商的基础上提交的决议草案",
    ),
    "ar": (
        "فيجي وكينيا: مشروع قرار",
        "مشروع قرار مقدم من رئيس اللجنة عقب مشاورات غير رسمية",
        "مشروع قرار مقدم من نائب رئيس اللجنة، السيد فلان (فيجي)، بناء على مشاورات غير رسمية بشأن مشروع القرار"
        " A/C.2/80/L.39",
    ),
}
_FORMS = (Form.STATES, Form.CHAIR, Form.OFFICER)


@pytest.mark.parametrize(
    ("language", "form", "line"),
    [(of, form, line) for of, lines in _LINES.items() for form, line in zip(_FORMS, lines, strict=True)],
)
def test_each_form_of_each_language_is_read_as_what_it_is(language: str, form: Form, line: str) -> None:
    for spoken in ("en", language):
        found = parse_sponsors(line, spoken)
        assert (found.form, found.language, compose_sponsors(found)) == (form, language, line)
    usual = usual_line(language)
    if form is Form.STATES:
        assert found.document == usual.document
    if form is Form.CHAIR:
        assert (found.chair, found.ending) == (usual.chair, usual.ending)
    if form is Form.OFFICER:
        assert (found.office, found.base, found.basis) == (usual.office, "A/C.2/80/L.39", "")
        assert found.name
        assert found.country


@st.composite
def _said(draw: st.DrawFn) -> SponsorLine:
    language = draw(st.sampled_from(OFFICIAL))
    parts = {part: draw(st.sampled_from(names(part, language))) for part in ("document", "office", "chair", "ending")}
    line = SponsorLine(
        form=draw(st.sampled_from((*_FORMS, Form.NONE))),
        states=draw(st.sampled_from(("Fiji", "Fiji, Kenya", "Iran (Islamic Republic of), Iraq and Fiji"))),
        noted=draw(st.booleans()),
        name=draw(st.sampled_from(("", "N. Name", "Ms. N. Name-Name"))),
        country=draw(st.sampled_from(("", "Fiji", "Iran (Islamic Republic of)"))),
        base=draw(st.sampled_from(("A/C.2/80/L.39", "A/C.3/80/L.5/Rev.1", "A/80/L.__"))),
        language=language,
        **parts,
    )
    if line.form is Form.STATES and draw(st.booleans()):
        line = replace(line, document=line_form("amendment", language).format("A/80/L.30"))
    return line


@given(_said())
def test_what_the_form_writes_is_what_the_form_reads(said: SponsorLine) -> None:
    line = compose_sponsors(said)
    found = parse_sponsors(line, said.language)
    assert (found.form, found.language, compose_sponsors(found)) == (said.form, said.language, line)
    read = {
        Form.STATES: ("states", "noted", "document"),
        Form.OFFICER: ("office", "name", "country", "base", "document"),
        Form.CHAIR: ("chair", "ending", "document"),
        Form.NONE: ("document",),
    }
    for part in read[said.form]:
        assert getattr(found, part) == getattr(said, part)
    assert line_role(line) == "sponsor_line"


@pytest.mark.parametrize("language", OFFICIAL)
@pytest.mark.parametrize("at", range(3))
def test_a_sponsor_line_written_into_a_masthead_is_read_there_and_not_complained_of(language: str, at: int) -> None:
    line = _LINES[language][at]
    draft = Draft(
        (
            Paragraph(Kind.MASTHEAD, (Run("A/C.2/80/L.50"),)),
            Paragraph(Kind.MASTHEAD, (Run("Title"),)),
            Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
        )
    )
    written, left = draft_with(draft, replace(fields_of(draft), sponsor_line=line))
    assert (left, fields_of(written).sponsor_line) == ((), line)
    assert [one for one in checks(fields_of(written), left, language) if one.severity == "warning"] == []


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "Germany, France", "Germany and France"),
        ("fr", "Allemagne, France", "Allemagne et France"),
        ("fr", "Allemagne, Fidji, France", "Allemagne, Fidji et France"),
        ("es", "Alemania, Francia", "Alemania y Francia"),
        ("es", "Francia, Italia", "Francia e Italia"),
        ("ru", "Германия, Франция", "Германия и Франция"),
        ("zh", "德国、法国、斐济", "德国、法国和斐济"),
        ("ar", "ألمانيا، فرنسا", "ألمانيا وفرنسا"),
        ("en", "Germany", "Germany"),
        ("en", "Germany,", "Germany,"),
        ("en", "Germany, Fiji and France", "Germany, Fiji and France"),
        ("en", "Germany, Fiji and France, Iraq", "Germany, Fiji and France, Iraq"),
        ("en", "Bosnia and Herzegovina, Fiji, Iraq", "Bosnia and Herzegovina, Fiji and Iraq"),
        ("zh", "中非共和国、德国、法国", "中非共和国、德国和法国"),
        ("en", "Fiji, Bosnia and Herzegovina", "Fiji and Bosnia and Herzegovina"),
        ("en", "Fiji, Iraq,* Trinidad and Tobago", "Fiji, Iraq* and Trinidad and Tobago"),
        ("en", "Fiji, Chad and Iraq", "Fiji, Chad and Iraq"),
        ("fr", "Fidji, Bosnie et Herzégovine", "Fidji et Bosnie et Herzégovine"),
        ("zh", "德国，法国，斐济", "德国、法国和斐济"),
        ("zh", "德国，法国和斐济", "德国，法国和斐济"),
        ("zh", "德国、法国，斐济", "德国、法国和斐济"),
        ("zh", "德国、法国，", "德国、法国，"),
        ("en", "Iraq,* Fiji", "Iraq* and Fiji"),
        ("en", "Iraq*, Fiji, France", "Iraq,* Fiji and France"),
        ("en", "Iraq,*", "Iraq,*"),
        ("fr", "Iraq*, Fidji, France", "Iraq*, Fidji et France"),
        ("ar", "العراق*، فرنسا", "العراق* وفرنسا"),
        ("en", "Iraq, on behalf of the Group of 77 and China", "Iraq, on behalf of the Group of 77 and China"),
    ],
)
def test_states_that_are_typed_have_their_last_and(language: str, typed: str, said: str) -> None:
    assert typed_states(typed, language) == said


@pytest.mark.parametrize(
    ("states", "line"),
    [
        ("Iraq*", "Iraq:* draft resolution"),
        ("Fiji and Iraq*", "Fiji and Iraq:* draft resolution"),
        ("Iraq* and Fiji", "Iraq* and Fiji: draft resolution"),
        ("Iraq,* Fiji and France", "Iraq,* Fiji and France: draft resolution"),
    ],
)
def test_an_asterisk_stays_with_its_state(states: str, line: str) -> None:
    assert compose_sponsors(SponsorLine(Form.STATES, states=states)) == line
    assert compose_sponsors(parse_sponsors(line)) == line


def test_a_note_of_a_state_stays_with_it_where_another_is_named() -> None:
    runs = (Run("Iraq,"), Run(footnote=1), Run(" Fiji and France: draft resolution"))
    lines = (Paragraph(Kind.MASTHEAD, runs), Paragraph(Kind.MASTHEAD, (Run("Title"),)))
    draft = Draft(lines, (Footnote(1, "*", (Run("On behalf of the Group."),)),))
    changed, _ = draft_with(draft, replace(fields_of(draft), sponsor_line="Iraq,* Fiji and Ghana: draft resolution"))
    assert changed.paragraphs[0].runs == (*runs[:2], Run(" Fiji and Ghana: draft resolution"))


@pytest.mark.parametrize("office", ["Vice-Chair", "the Vice-Chair", "The Vice-Chair"])
def test_an_office_has_one_article(office: str) -> None:
    line = compose_sponsors(SponsorLine(Form.OFFICER, office=office, base="A/C.2/80/L.39"))
    assert line.startswith("Draft resolution submitted by the Vice-Chair on the basis")
    assert " by the President" in compose_sponsors(SponsorLine(Form.CHAIR, chair="the President of the Assembly"))


@pytest.mark.parametrize(
    "line",
    [
        "Projet de résolution déposé par la Vice-Présidente de la Commission, N. Name (Fidji), à l’issue de"
        " consultations sur le projet de résolution A/C.2/80/L.39",
        "Проект резолюции, представленный заместителем Председателя Комитета на основе неофициальных консультаций,"
        " проведенных по проекту резолюции A/C.2/80/L.39",
    ],
)
def test_other_words_on_the_consultations_stay(line: str) -> None:
    found = parse_sponsors(line, "fr")
    assert (found.form, compose_sponsors(found)) == (Form.OFFICER, line)
    assert compose_sponsors(replace(found, base="A/C.2/80/L.40")) == line.replace("L.39", "L.40")
