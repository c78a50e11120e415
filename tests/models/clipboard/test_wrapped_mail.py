"""Text that a mail program wrapped is pasted as the paragraphs it was, whatever a line of it begins with."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from app.commands.wrapped import wide_lines
from models.clipboard.plain import read_plain
from models.clipboard.read import from_clipboard, line_from_clipboard, read_html
from models.draft import Draft, Kind
from models.reading.text import read_text
from tests.timed import soon

TEXTS = [
    "40. Expresses its appreciation to the Government of Switzerland as host of the secretariat, and takes note of the "
    "work of the Council of Regional Organizations in the Pacific, the Economic and Social Council, the General "
    "Assembly and other organs, which it invites to continue;",
    "7. Requests the Secretary-General to submit to the General Assembly at its eighty-first session, in the Second "
    "Committee, a report on the draft resolution A/C.2/80/L.3, and to inform the Security Council of it;",
    "Recalling its resolutions 77/228 of 15 December 2022 and 80/12 of 3 October 2025, and all resolutions of the "
    "Security Council, including resolutions 865 (1993) and 1325 (2000), and those adopted since then,",
    "8. Stresses the principle of burden- and responsibility-sharing in co-operation, and that of gender- or "
    "age-sensitive assistance, as set out in the New York Declaration for Refugees and Migrants;",
    "9. Takes note of the information that each Party is to communicate under the framework of Article 14.",
    "(a) We commit to enhance international cooperation to curb illicit financial flows. Building on existing "
    "standards, we will promote global discussions on them. Recalling them, we will report;",
    "Draft resolution submitted by the Rapporteur of the Committee, Andrés Napurí Pita (Peru), on the basis of "
    "informal consultations on draft resolution A/C.2/80/L.2: draft resolution",
    "Rappelant ses résolutions antérieures sur la question, et en particulier celle qu’a adoptée, par consensus, "
    "l’Assemblée générale, le 19 décembre 2023, et la déclaration qu’a faite le Conseil de sécurité,",
    "3. Pide al Secretario General que presente a la Asamblea General, en su octogésimo primer período de sesiones, "
    "un informe sobre la aplicación de la presente resolución y de las que aprobó el Consejo de Seguridad;",
    "4. Просит Генерального секретаря представить доклад о выполнении настоящей резолюции, которую приняла "
    "Генеральная Ассамблея, и резолюций, которые принял Совет Безопасности, 15 декабря 2022 года;",
    "وإذ تشير إلى قراراتها السابقة بشأن هذه المسألة، وآخرها القرار المؤرخ 15 كانون الأول/ديسمبر 2022 الذي اتخذته "
    "الجمعية العامة، والقرارات التي اتخذها مجلس الأمن بشأن الحالة،",
]


def _read(text: str) -> list[tuple[Kind, str | None, str]]:
    return [(paragraph.kind, paragraph.number, paragraph.text) for paragraph in read_plain(text).paragraphs]


@pytest.mark.parametrize("mark", ["", "> "])
@pytest.mark.parametrize("words", TEXTS)
def test_a_line_that_reads_like_one_of_a_masthead_goes_on(words: str, mark: str) -> None:
    """At every width, so that each of its words begins a line in some."""
    beside = "11. Decides to remain seized of the matter, and to consider it at its next session."
    wanted = _read(f"{words}\n\n{beside}")
    assert len(wanted) == 2
    for width in range(50, 90):
        lines = [*_wrapped(words, width), "", *_wrapped(beside, width)]
        assert _read("\n".join(mark + line for line in lines)) == wanted, width


@pytest.mark.parametrize("mark", ["", "> "])
@pytest.mark.parametrize("words", TEXTS)
def test_narrow_columns_are_joined_too(words: str, mark: str) -> None:
    beside = "11. Decides to remain seized of the matter, and to consider it at its next session."
    wanted = _read(f"{words}\n\n{beside}")
    for width in range(26, 50):
        lines = [*_wrapped(words, width), "", *_wrapped(beside, width)]
        assert _read("\n".join(mark + line for line in lines)) == wanted, width


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    words = (
        "回顾其以往关于这一问题的各项决议，特别是大会第七十九届会议通过的决议，并重申其中所载的各项承诺和建议，以及秘书长"
        "提交的报告，又回顾大会以往关于可持续发展问题的各项决议和各项承诺，"
    )
    for width in range(23, 60):
        lines = [words[at : at + width] for at in range(0, len(words), width)]
        assert [one.text for one in read_plain("\n".join(lines)).paragraphs] == [words], width


CHINESE = [
    "1. 决定在其第八十一届会议临时议程中列入题为“可持续发展：执行《21世纪议程》”的项目，并请秘书长向大会提交报告；",
    "2. 邀请各会员国、联合国系统各组织以及其他利益攸关方与Resident Coordinator协作，执行第70/1号和第79/1号决议；",
    "3. 决定继续处理此案。",
]


@pytest.mark.parametrize("mark", ["", "> "])
def test_mail_in_chinese_is_wrapped_by_columns_of_which_a_letter_takes_two(mark: str) -> None:
    wanted = _read("\n\n".join(CHINESE))
    assert [number for _, number, _ in wanted] == ["1", "2", "3"]
    for width in range(26, 90):
        blocks = ["\n".join(mark + line for line in wide_lines(one, width)) for one in CHINESE]
        assert _read("\n\n".join(blocks)) == wanted, width
        assert width < 46 or _read("\n".join(blocks)) == wanted, width


def test_lines_of_chinese_that_are_paragraphs_stay_apart() -> None:
    lines = ["大会，", "回顾其2015年9月25日第70/1号决议，", "又回顾其以往关于这一问题的各项决议，包括第79/210号决议，",
             "重申必须充分执行《亚的斯亚贝巴行动议程》，", *CHINESE]  # fmt: skip
    assert [text for _, _, text in _read("\n".join(lines))] == [
        line[3:] if line[0].isdigit() else line for line in lines
    ]


NAMES = [
    "Recalling also the adoption by the conference, on 19 June 2023, of the Agreement under the United Nations "
    "Convention on the Law of the Sea on the Conservation and Sustainable Use of Marine Biological Diversity of Areas "
    "beyond National Jurisdiction, by consensus,",
    "Reaffirming its resolutions 71/229 of 21 December 2016, 72/220 of 20 December 2017, 73/233 of 20 December 2018, "
    "74/220 of 19 December 2019, 75/218 of 21 December 2020 and 76/206 of 17 December 2021,",
    "3. Takes note of the report of the Secretary-General on the Outcome of the Fourth International Conference on "
    "Financing for Development, and of the Awaza Programme of Action for Landlocked Developing Countries;",
    "Agreement under the United Nations Convention on the Law of the Sea on the Conservation and Sustainable Use of "
    "Marine Biological Diversity of Areas beyond National Jurisdiction, adopted in New York on 19 June 2023 by the "
    "Intergovernmental Conference, and the Convention on Biological Diversity of Rio de Janeiro",
    "Albania, Bosnia and Herzegovina, Cabo Verde, Costa Rica, Dominican Republic, Marshall Islands, Micronesia "
    "(Federated States of), New Zealand, Papua New Guinea, Republic of Korea, Saint Kitts and Nevis, Solomon Islands, "
    "Trinidad and Tobago, United Republic of Tanzania and Viet Nam: draft resolution",
]


@pytest.mark.parametrize("mark", ["", "> "])
@pytest.mark.parametrize("words", NAMES)
def test_lines_of_a_column_that_begin_with_names_and_dates_go_on(words: str, mark: str) -> None:
    """Alone in what is pasted, where nothing else tells that it is a column."""
    for width in (26, 32, 38, 42, 44, 56):
        assert len(read_plain("\n".join(mark + line for line in _wrapped(words, width))).paragraphs) == 1, width


@pytest.mark.parametrize(
    "text",
    [
        "Albania\nBosnia and Herzegovina\nCabo Verde\nCosta Rica\nDominican Republic\nMarshall Islands\nNew Zealand",
        "Strengthen primary health care\nMobilize adequate financing\nPartnerships and support\nFinal report",
        "Recalling its resolution 79/1\nReaffirming its resolution 80/2\nNoting the report of the Council,",
        "United Nations\nGeneral Assembly\nSeventy-eighth session\nSecond Committee\nAgenda item 18 (i)",
        "Argentina\nBolivia (Plurinational State of)\nChile\nUnited Kingdom of Great Britain\nSouth Africa",
        "Decides to meet;\nRequests a report;\nInvites all States;\nUrges them to act.",
    ],
)
def test_short_lines_that_end_by_themselves_stay_apart(text: str) -> None:
    assert [one.text for one in read_plain(text).paragraphs] == text.split("\n")


def test_a_masthead_that_is_pasted_has_a_line_for_each_of_its_own() -> None:
    masthead = "United Nations\nGeneral Assembly\nSeventy-eighth session\nSecond Committee\nAgenda item 18 (i)"
    title = (
        "78/163. Strengthening of the coordination of humanitarian assistance of the United Nations, including the "
        "safety and security of personnel"
    )
    body = ["The General Assembly,", TEXTS[2], "1. Decides to remain seized of the matter."]
    for glue in ("\n", "\n\n"):
        lines = glue.join("\n".join(_wrapped(words, 72)) for words in (title, *body))
        read = read_plain(f"{masthead}{glue}{lines}").paragraphs
        assert [one.text for one in read if one.kind is Kind.MASTHEAD] == [*masthead.split("\n"), title]
        assert [one.kind for one in read[6:]] == [Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE]


@pytest.mark.parametrize(("folder", "width"), [("resolutions", 66), ("library", 76), ("resolutions", 38)])
def test_three_paragraphs_of_real_texts_come_as_three(shared: Path, folder: str, width: int) -> None:
    """Of all groups; what is left are lists that run on in a paragraph, and numbers glued to what stands before."""
    read, torn = 0, []
    for file in sorted((shared / "corpus" / folder).glob("*.txt"))[::9]:
        for group in _groups(read_text(file.read_text(encoding="utf-8")).draft):
            read += 1
            pasted = _read("\n\n".join("\n".join(_wrapped(words, width)) for words in group))
            torn += [(file.name, group)] if pasted != _read("\n\n".join(group)) else []
    assert read > 150
    assert len(torn) * 200 <= read, torn


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, break_on_hyphens=False)


def _groups(draft: Draft) -> list[list[str]]:
    body = [
        f"{paragraph.number or ''}{'.' if (paragraph.number or '').isdigit() else ''} {paragraph.text}".strip()
        for paragraph in draft.paragraphs
        if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    ]
    whole = [words for words in body if "- " not in words and words.split(" ", 1)[-1].strip()]
    return [whole[at : at + 3] for at in range(0, len(whole) - 2, 3)]


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x7f", "\ufffe", "\0\x01\x02\x03\x04\x05" * 9])
def test_what_no_paragraph_holds_is_dropped_and_the_rest_is_pasted(sign: str) -> None:
    text = "Requests the Secretary-General to act, and to report on it to the General Assembly"
    words = {"text/plain": f"{sign}{text.replace(' ', f'{sign} ')}{sign}".encode()}
    assert [paragraph.text for paragraph in from_clipboard(words).paragraphs] == [text]
    assert "".join(run.text for run in line_from_clipboard(words)[0]) == text
    page = {"text/html": f"<p>Requests it{sign} to act</p>".encode()}
    assert [paragraph.text for paragraph in from_clipboard(page).paragraphs] == ["Requests it to act"]


def test_an_item_of_a_list_that_runs_on_in_its_paragraph_begins_none_in_a_page() -> None:
    lines = (
        "Decides to control such diseases by: (a) promoting early access; (b) vaccines;",
        "(c) screening in all regions, and at a price that all who need it can afford; and",
        "(d) research.",
    )
    fragment = from_clipboard({"text/html": f"<div>{'<br>'.join(lines)}</div>".encode()})
    assert [" ".join(one.text.split()) for one in fragment.paragraphs] == [" ".join(lines)]
    page = "<div>Decides to control such diseases, which is all that is asked, by:<br>(a) care;<br>(b) food.</div>"
    assert len(from_clipboard({"text/html": page.encode()}).paragraphs) == 3


def test_thousands_of_lines_in_a_paragraph_are_read_soon() -> None:
    fragment = soon(lambda: read_html("<p>" + "x<br>" * 10_000), 5)
    assert [one.text for one in fragment.paragraphs] == ["\n".join("x" * 10_000)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Guided by the purposes and principles of the Charter,", "Recalling all,", "Welcomes it;",
         "Decides to be actively seized of the matter.", "Annex"),
        ("руководствуясь целями и принципами Устава Организации,", "ссылаясь на все,", "приветствует доклад."),
    ],
)  # fmt: skip
def test_short_paragraphs_line_by_line_are_no_column(lines: tuple[str, ...]) -> None:
    assert [words for *_, words in _read("\n".join(lines) + "\n")] == list(lines)
