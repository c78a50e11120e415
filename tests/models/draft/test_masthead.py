"""The masthead from its lines: every field, several kinds of documents."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.dates import find_date, is_date, ordinal
from models.draft.masthead import Masthead, masthead
from models.draft.masthead_lines import line_role, masthead_roles


def draft(*lines: str, note: str = "", closing: tuple[str, ...] = (), organ: str = "The General Assembly,") -> Draft:
    paragraphs = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines]
    paragraphs += [Paragraph(Kind.ENACTING, (Run(organ),))]
    paragraphs += [Paragraph(Kind.SPONSOR_NOTE, (Run(note),), number="*")] if note else []
    paragraphs += [Paragraph(Kind.CLOSING, (Run(line),)) for line in closing]
    return Draft(tuple(paragraphs))


def test_a_draft_of_several_states() -> None:
    found = masthead(
        draft(
            "United Nations A/C.2/80/L.2/Rev.1",
            "General Assembly Distr.: Limited",
            "17 November 2025",
            "Original: English",
            "Eightieth session",
            "Second Committee",
            "Agenda item 18 (l)",
            "Sustainable development: multidimensional",
            "vulnerability index",
            "Antigua and Barbuda, Iraq,* Trinidad and Tobago and Palau: draft resolution",
            "Multidimensional vulnerability index",
            note="On behalf of the States Members of the United Nations that are members of the Group of 77 and China, "
            "taking into account also the provisions of General Assembly resolution ES-10/23 of 10 May 2024.",
        )
    )
    assert found == Masthead(
        symbol="A/C.2/80/L.2/Rev.1",
        organ="General Assembly",
        distribution="Limited",
        date="2025-11-17",
        original="English",
        session=80,
        committee="Second Committee",
        agenda_item="18 (l)",
        agenda_title="Sustainable development: multidimensional vulnerability index",
        sponsor_line="Antigua and Barbuda, Iraq,* Trinidad and Tobago and Palau: draft resolution",
        sponsors=("Antigua and Barbuda", "Iraq", "Trinidad and Tobago", "Palau"),
        on_behalf="Group of 77 and China",
        title="Multidimensional vulnerability index",
    )


def test_an_adopted_text_has_three_dates() -> None:
    found = masthead(
        draft(
            "United Nations A/RES/79/212",
            "General Assembly Distr.: General",
            "24 December 2024",
            "Seventy-ninth session",
            "Agenda item 18 (j)",
            "Sustainable development: combating sand and dust storms",
            "Resolution adopted by the General Assembly on 19 December 2024",
            "[on the report of the Second Committee (A/79/437/Add.10, para. 7)]",
            "79/212. Combating sand and dust storms",
            closing=("54th (resumed) plenary meeting 19 December 2024",),
        )
    )
    assert found == Masthead(
        symbol="A/RES/79/212",
        organ="General Assembly",
        distribution="General",
        date="2024-12-24",
        session=79,
        committee="Second Committee",
        agenda_item="18 (j)",
        agenda_title="Sustainable development: combating sand and dust storms",
        title="Combating sand and dust storms",
        adopted="2024-12-19",
        meeting="54th (resumed) plenary meeting",
        report="A/79/437/Add.10, para. 7",
    )


@pytest.mark.parametrize(
    ("number", "adoption", "meeting"),
    [
        ("Resolution 2728 (2024)", "Adopted by the Security Council at its 9586th meeting, on 25 March 2024", "9586th"),
        ("Résolution 2728 (2024)", "Adoptée par le Conseil de sécurité à sa 9586e séance, le 25 mars 2024", "9586e"),
        ("Resolución 2728 (2024)",
         "Aprobada por el Consejo de Seguridad en su 9586ª sesión, celebrada el 25 de marzo de 2024", "9586ª"),
        ("Резолюция 2728 (2024),",
         "принятая Советом Безопасности на его 9586-м заседании 25 марта 2024 года", "9586-м"),
        ("القرار 2728 (2024)", "الذي اتخذه مجلس الأمن في جلسته 9586، المعقودة في 25 آذار/مارس 2024", "جلسته"),
        ("第2728(2024)号决议", "2024年3月25日安全理事会第9586次会议通过", "第9586次会议"),
    ],
)  # fmt: skip
def test_a_resolution_of_the_security_council_is_known_by_its_number(number: str, adoption: str, meeting: str) -> None:
    found = masthead(draft(number, adoption, "Title"))
    assert (found.symbol, found.title, found.adopted) == ("S/RES/2728 (2024)", "Title", "2024-03-25")
    assert (found.meeting or "").split()[0] == meeting


@pytest.mark.parametrize(
    "line",
    [
        "قرار اعتمده مجلس حقوق الإنسان في 8 تشرين الأول/أكتوبر 2025",
        "2025年10月8日人权理事会通过的决议",
        "人权理事会2025年10月8日通过的决议",
        "2025年10月8日大会决议",
        "Решение, принятое Генеральной Ассамблеей 8 октября 2025 года",
    ],
)
def test_the_line_of_adoption_of_other_bodies_is_no_title(line: str) -> None:
    found = masthead(draft("A/HRC/RES/60/5", line, "Privacy"))
    assert (found.adopted, found.title) == ("2025-10-08", "Privacy")


@pytest.mark.parametrize(
    "title",
    [
        "Резолюция 2728 (2024) и ее выполнение",
        "القرار 2728 (2024) وتنفيذه",
        "执行第2728(2024)号决议",
        "第2728(2024)号决议的执行情况",
        "2025年10月8日大会决议的后续行动",
        "Résolution 2728 (2024) et sa mise en œuvre",
    ],
)
def test_a_title_that_speaks_of_a_resolution_is_a_title(title: str) -> None:
    assert masthead(draft("A/80/L.5", title)).title == title


@pytest.mark.parametrize("line", ["on 27 March 2008", "le 27 mars 2008", "On 27 March 2008", "ON 27 MARCH 2008"])
def test_the_line_of_adoption_may_be_broken_before_its_date(line: str) -> None:
    found = masthead(draft("Resolution adopted by the Human Rights Council", line, "Human rights and water"))
    assert (found.adopted, found.title) == ("2008-03-27", "Human rights and water")


@pytest.mark.parametrize("title", ["Celebrating 10 December 1948", "Commemorating 8 May 1945"])
def test_a_word_and_a_date_below_the_line_of_adoption_are_the_title(title: str) -> None:
    found = masthead(draft("Resolution adopted by the General Assembly", title))
    assert (found.adopted, found.title) == (None, title)


def test_adopted_without_reference_to_a_committee() -> None:
    found = masthead(draft("[without reference to a Main Committee (A/80/L.6)]", "80/9. A title"))
    assert (found.report, found.base_symbol, found.title) == (None, "A/80/L.6", "A title")


@pytest.mark.parametrize(
    ("line", "report", "base"),
    [
        (
            "[on the report of the Special Political and Decolonization Committee (Fourth Committee) "
            "(A/78/417, para. 8)]",
            "A/78/417, para. 8",
            None,
        ),
        ("[without reference to a Main Committee (A/73/L.6 and A/73/L.6/Add.1)]", None, "A/73/L.6"),
    ],
)
def test_brackets_of_a_committee_and_several_documents(line: str, report: str | None, base: str | None) -> None:
    found = masthead(draft(line, "78/70. A title"))
    assert (found.report, found.base_symbol) == (report, base)


@pytest.mark.parametrize(
    "lines",
    [
        ("Canada, Greece,", "Sweden and United Kingdom of Great Britain and Northern Ireland:*", "draft resolution"),
        (
            "Canada,",
            "Greece,",
            "Sweden and United Kingdom of Great Britain and Northern Ireland: revised draft resolution",
        ),
    ],
)
def test_sponsors_broken_in_few_names(lines: tuple[str, ...]) -> None:
    found = masthead(draft("Agenda item 75", "Oceans and the law of the sea", *lines, "Sustainable fisheries"))
    assert found.sponsors == ("Canada", "Greece", "Sweden", "United Kingdom of Great Britain and Northern Ireland")
    assert (found.agenda_title, found.title) == ("Oceans and the law of the sea", "Sustainable fisheries")


def test_the_security_council() -> None:
    found = masthead(
        draft(
            "Resolution 869 (1993) of 30 September 1993",
            organ="The Security Council,",
            closing=("Adopted unanimously at the 3284th meeting.",),
        )
    )
    assert (found.symbol, found.organ, found.adopted, found.meeting) == (
        "S/RES/869 (1993)",
        "Security Council",
        "1993-09-30",
        "3284th meeting",
    )
    found = masthead(draft("United Nations S/RES/1445 (2002)", "Security Council Distr.: General 4 December 2002"))
    assert (found.symbol, found.organ, found.date) == ("S/RES/1445 (2002)", "Security Council", "2002-12-04")


def test_sponsors_too_many_for_other_lines_are_sponsors_and_a_long_paragraph_is_none() -> None:
    states = ("Iraq", "Côte d’Ivoire", "the Netherlands (Kingdom of the)", "Trinidad and Tobago") * 40
    found = masthead(draft("A/80/L.13", "Agenda item 75", f"{', '.join(states)} and Palau: draft resolution", "Oceans"))
    assert (len(found.sponsors), found.title) == (161, "Oceans")
    assert line_role(f"Takes note of {'words and further words ' * 100}: draft resolution") is None
    assert line_role(f"Le projet de résolution {'des pays de cette région ' * 100}") is None
    assert line_role(f"委员会{'听取了各方代表的发言。' * 200}主席说：决议草案通过") is None


@pytest.mark.parametrize("symbol", ["A/C.2/80/L.…", "A/HRC/58/L.[…]", "A/RES/80/…", "A/C.2/80/CRP...."])
def test_a_symbol_whose_number_is_still_to_come_is_one(symbol: str) -> None:
    assert line_role(symbol) == line_role(f"United Nations {symbol}") == "symbol"
    assert masthead(draft(f"United Nations {symbol}", "General Assembly")).symbol == symbol
    assert masthead(draft("The draft of A/C.2/80/L. Nothing")).symbol is None


def test_a_title_of_two_lines_and_sponsors_of_two_lines() -> None:
    title = draft(
        "Agenda item 108", "Countering crime", "79/243. United Nations Convention;", "Strengthening Cooperation"
    )
    assert masthead(title).title == "United Nations Convention; Strengthening Cooperation"
    states = draft(
        "Agenda item 13",
        "Integrated follow-up",
        "Albania, Armenia, Azerbaijan, Bhutan,",
        "Uganda and Zambia: draft resolution",
        "Title",
    )
    assert masthead(states).sponsors == ("Albania", "Armenia", "Azerbaijan", "Bhutan", "Uganda", "Zambia")
    assert masthead(states).agenda_title == "Integrated follow-up"


def test_french_and_spanish() -> None:
    found = masthead(
        draft(
            "Nations Unies A/C.2/58/L.37",
            "Assemblée générale Distr. limitée",
            "17 novembre 2003",
            "Original : anglais",
            "Cinquante-huitième session",
            "Deuxième Commission",
            "Point 93 c) de l’ordre du jour",
            "Développement durable",
            "Maroc* : projet de résolution",
            "Migrations internationales",
            organ="L’Assemblée générale,",
        )
    )
    assert (found.symbol, found.session, found.committee, found.agenda_item, found.date, found.original) == (
        "A/C.2/58/L.37",
        58,
        "Deuxième Commission",
        "93 c)",
        "2003-11-17",
        "Anglais",
    )
    assert (found.sponsors, found.title, found.agenda_title) == (
        ("Maroc",),
        "Migrations internationales",
        "Développement durable",
    )
    assert masthead(draft("Octogésimo período de sesiones", "17 de noviembre de 2025")).session == 80


def test_roles_are_given_to_every_masthead_line() -> None:
    lines = (
        "United Nations",
        "A/C.2/80/L.2",
        "Distr.: Limited",
        "",
        "Second Committee",
        "Agenda item 18",
        "Matters",
        "Draft resolution",
        "Title",
    )
    assert list(masthead_roles(draft(*lines)).values()) == [
        "united_nations",
        "symbol",
        "distribution",
        "other",
        "committee",
        "agenda_item",
        "agenda_title",
        "sponsor_line",
        "title",
    ]


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (("Distr. limitée", "17 novembre 2025", "Français", "Original : anglais"), "language"),
        (("Distr.: General", "6 December 2016", "Arabic", "Original: English"), "language"),
        (("Distr.: General", "Original: English", "English, French and Spanish only"), "language"),
        (("Distr. general", "Español", "", "Original: inglés"), "language"),
        (("Distr. general", "Español e inglés únicamente", "Original: inglés"), "language"),
        (("Eightieth session", "English", "Agenda item 18"), "other"),
        (("Distr.: Limited", "English channel", "Original: English"), "other"),
    ],
)
def test_the_language_of_a_document_stands_among_what_is_told_of_it(lines: tuple[str, ...], role: str) -> None:
    at = next(at for at, line in enumerate(lines) if line.startswith(("Français", "Arabic", "English", "Español")))
    assert masthead_roles(draft(*lines, "Agenda item 18", "Matters", "A: draft resolution", "Title"))[at] == role


def test_what_stands_above_the_agenda_item_is_not_its_title() -> None:
    roles = masthead_roles(draft("Convention on Deserts", "Agenda item 18", "Matters", "Title"))
    assert list(roles.values()) == ["other", "agenda_item", "agenda_title", "title"]


@pytest.mark.parametrize(
    "line",
    ["Draft decision -/CP.21", "Draft resolution – second revision", "Draft resolution: zero draft, 5 November",
     "Draft resolution: revised text", "Draft resolution: 5 November 2025", "Draft resolution – A/C.2/80/L.5",
     "Draft resolution: Chair’s proposal", "Projet de résolution : texte révisé"],
)  # fmt: skip
def test_a_draft_that_names_its_version_or_symbol_leaves_the_title_above_it(line: str) -> None:
    assert masthead_roles(draft("Adoption of the agreement", "Proposal by the President", line))[0] == "title"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Draft resolution: Water and sanitation for all", "title"),
        ("DRAFT RESOLUTION ON WATER", "title"),
        ("Draft decision – Water", "title"),
        ("Projet de résolution sur l’eau", "title"),
        ("Проект резолюции о воде", "title"),
        ("مشروع قرار بشأن المياه", "title"),
        ("决议草案：水", "title"),
        ("Draft resolution", "sponsor_line"),
        ("Draft resolution on water submitted by Chile", "sponsor_line"),
        ("Draft resolution on the basis of A/C.2/80/L.2", "sponsor_line"),
        ("Draft resolution A/C.2/80/L.2", "sponsor_line"),
        ("draft resolution on water", "sponsor_line"),
        ("Chile: draft resolution on water", "sponsor_line"),
    ],
)
def test_a_draft_that_names_its_subject_and_no_sponsor_is_called_so(line: str, role: str) -> None:
    assert masthead_roles(draft(line))[0] == role
    assert masthead_roles(draft("Agenda item 18", "Matters", line))[2] == role
    assert masthead_roles(draft("Agenda item 18", "Matters", line, "Title"))[2] == "sponsor_line"
    assert (masthead_roles(draft("Facilitators: Kenya and Norway", line))[0] == "title") is (role != "title")


def test_nothing_to_tell() -> None:
    assert masthead(Draft()) == Masthead()


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Iraq: amendment to draft resolution A/80/L.3", "sponsor_line"),
        (
            "Draft resolution submitted by the Vice-Chair, on the basis of draft resolution A/C.2/80/L.2",
            "sponsor_line",
        ),
        ("Draft resolution", "sponsor_line"),
        ("Submitted by Chile on behalf of the Group of 77", "sponsor_line"),
        ("Working paper submitted by Chile and Peru", "sponsor_line"),
        ("Chile and Peru: working paper", "sponsor_line"),
        ("Co-sponsors: Chile and Peru", "sponsor_line"),
        ("Proposal by Chile and Peru", "sponsor_line"),
        ("Chile, Peru: [draft] resolution", "sponsor_line"),
        ("Draft decision submitted by the President of the General Assembly", "sponsor_line"),
        ("A/HRC/55/L.1", "symbol"),
        ("FCCC/CP/2015/10/Add.1", "symbol"),
        ("The General Assembly,", None),
        ("Recalling draft resolution A/80/L.1, which was withdrawn,", None),
        ("Agenda items 13 and 117", "agenda_item"),
        ("Item 3 of the provisional agenda*", "agenda_item"),
        ("HIV/AIDS in the world of work", None),
        ("2 July 1999", "date"),
        ("November 17, 2025", "date"),
        ("Celebrating 10 December 1948", None),
        ("May 5, 2025, and what came of it", None),
        ("الدورة ٧٩", "session"),
        ("80.º período de sesiones", "session"),
        ("第 80 届会议", "session"),
    ],
)
def test_line_roles(line: str, role: str | None) -> None:
    assert line_role(line) == role


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19 December 2024", "2024-12-19"),
        ("1er août 2003", "2003-08-01"),
        ("17 de noviembre de 2025", "2025-11-17"),
        ("17 ноября 2025 года", "2025-11-17"),
        ("2025年11月17日", "2025-11-17"),
        ("١٧ تشرين الثاني/نوفمبر ٢٠٢٥", "2025-11-17"),
        ("November 17, 2025", "2025-11-17"),
        ("Monday, 17th of November 2025", "2025-11-17"),
        ("17 Nov. 2025", "2025-11-17"),
        ("lundi 17 novembre 2025", "2025-11-17"),
        ("1.º de noviembre del 2025", "2025-11-01"),
        ("«17» ноября 2025 г.", "2025-11-17"),
        ("17.11.2025", "2025-11-17"),
        ("17/11/2025", "2025-11-17"),
        ("2025-11-17", "2025-11-17"),
        ("١٧ نوفمبر ٢٠٢٥", "2025-11-17"),
        ("17 تشرين الثاني 2025", "2025-11-17"),
        ("2025 年 11 月 17 日（星期一）", "2025-11-17"),
        ("二〇二五年十一月十七日", "2025-11-17"),
        ("31 February 2024", None),
        ("December 2024", None),
        ("11/12/2025", None),
        ("Paragraphs 17.11.2024.3", None),
        ("A/80/25-2025-11-17-1", None),
        ("", None),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    assert find_date(text) == day
    assert is_date(text) is (day is not None or text.startswith("31 "))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Fifty-eighth", 58),
        ("Eightieth", 80),
        ("Seventy-ninth", 79),
        ("Twelfth", 12),
        ("One hundred and first", 101),
        ("58th", 58),
        ("Quatre-vingtième", 80),
        ("Soixante-dix-neuvième", 79),
        ("Cinquante-huitième", 58),
        ("Première", 1),
        ("Octogésimo", 80),
        ("Septuagésimo noveno", 79),
        ("Resumed", None),
        ("", None),
    ],
)
def test_ordinals(words: str, value: int | None) -> None:
    assert ordinal(words) == value


@pytest.mark.parametrize(
    ("sponsors", "note", "group"),
    [
        (
            "Iraq* : projet de résolution",
            "Au nom des États Membres de l’ONU qui sont membres du Groupe des 77 et de la Chine.",
            "Groupe des 77 et de la Chine",
        ),
        ("Iraq (au nom de l’Union africaine) : projet de résolution", "", "Union africaine"),
        (
            "Iraq*: proyecto de resolución",
            "En nombre de los Estados Miembros de las Naciones Unidas que son miembros del Grupo de los 77 y China.",
            "Grupo de los 77 y China",
        ),
    ],
)
def test_a_group_of_sponsors_in_other_languages(sponsors: str, note: str, group: str) -> None:
    found = masthead(draft("A/C.2/80/L.2", sponsors, "Tempêtes", note=note))
    assert found.on_behalf == group
    assert found.sponsors == ("Iraq",)


@pytest.mark.parametrize("title", ["55/… The right to food", "55/... The right to food", "55/7. The right to food"])
def test_a_council_of_the_assembly(title: str) -> None:
    lines = ("A/HRC/55/L.10", "General Assembly Distr.: Limited", "Human Rights Council", "Agenda item 3", "Rights",
             "Cuba: draft resolution", title)  # fmt: skip
    found = masthead(draft(*lines, organ="The Human Rights Council,"))
    assert (found.organ, found.title) == ("Human Rights Council", "The right to food")
    assert masthead(draft(*lines)).organ == "General Assembly"


@pytest.mark.parametrize(
    ("line", "sponsors"),
    [
        ("Francia e Italia: proyecto de resolución", ("Francia", "Italia")),
        ("Фиджи, Тринидад и Тобаго и Ирак: проект резолюции", ("Фиджи", "Тринидад и Тобаго", "Ирак")),
        ("斐济、特立尼达和多巴哥和伊拉克：决议草案", ("斐济", "特立尼达和多巴哥", "伊拉克")),
        ("摩尔多瓦共和国、刚果民主共和国和中非共和国：决议草案", ("摩尔多瓦共和国", "刚果民主共和国", "中非共和国")),
        ("伊拉克（代表77国集团和中国）：决议草案", ("伊拉克",)),
        ("Ирак (от имени Группы 77 и Китая): проект резолюции", ("Ирак",)),
        ("العراق (باسم مجموعة الـ 77 والصين): مشروع قرار", ("العراق",)),
        ("فيجي وترينيداد وتوباغو وكينيا: مشروع قرار", ("فيجي", "ترينيداد وتوباغو", "كينيا")),
        ("فيجي، وكينيا، وولايات ميكرونيزيا: مشروع قرار", ("فيجي", "كينيا", "ولايات ميكرونيزيا")),
    ],
)
def test_sponsors_are_told_apart_in_other_languages(line: str, sponsors: tuple[str, ...]) -> None:
    heads = ("A/C.2/80/L.40", line)
    assert masthead(Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(one),)) for one in heads))).sponsors == sponsors
