"""Lines that are typed round a resolution: the organ's, and those that name the meeting at which it was adopted."""

from __future__ import annotations

import pytest

from models.clipboard.paste import paste
from models.clipboard.plain import read_plain
from models.draft import Draft, Kind
from models.editing.edit import Selection
from models.editing.typed.completion import complete, offers
from models.editing.working import WorkingText
from tests.models.editing.test_typed_structure import write
from tests.models.editing.tiny_drafts import lines, told, working

TEXT = "E G,\nP _Recalling_ x,\nO _Requests_ z;\nO _Decides_ y."


def typed(before: str, keys: str) -> WorkingText:
    made, selection = working(before, punctuates=True)
    write(made, selection, keys)
    return made


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("P |\nP _Recalling_ x,", "The General Assembly,", "E _The General Assembly_,\nP _Recalling_ x,"),
        ("P |\nP _Recalling_ x,", "The General Assembly↵", "E _The General Assembly_,\nP\nP _Recalling_ x,"),
        ("P |_Recalling_ x,", "The General Assembly,↵", "E _The General Assembly_,\nP _Recalling_ x,"),
        ("M |\nP x,", "Рабочая группа,", "E _Рабочая группа_,\nP x,"),
        ("M |\nP x,", "妇女地位委员会，", "E _妇女地位委员会_，\nP x,"),
        ("M |\nP x،", "ان الجمعية العامة،", "E _ان الجمعية العامة_،\nP x،"),
        # Behind paragraphs it may as well begin a sentence, and is a line once it is left.
        (f"{TEXT}|", "↵The Security Council,", f"{TEXT[:-1]};\nO The Security Council,"),
        (f"{TEXT}|", "↵The Security Council,↵Noting z", f"{TEXT}\nE _The Security Council_,\nP _Noting_ z"),
        (f"{TEXT}|", "↵The Council, at its next", f"{TEXT[:-1]};\nO The Council, at its next"),
        ("A X\nT The Board meets.|", "↵The Board, if", "A X\nT The Board meets.\nT The Board, if"),
        ("A X\nT |", "The Board shall elect:", "A X\nT The Board shall elect:"),
        # A resolution that another recommends.
        ("E G,\nO _Recommends_ this:|", "↵The Security Council,↵Noting z",
         "E G,\nO _Recommends_ this:\nE _The Security Council_,\nP _Noting_ z"),
        # Organs that a list names, and what they are to do.
        ("E G,\nO _Invites_:|", "↵The Council, to meet↵the Board,↵",
         "E G,\nO _Invites_:\n1 The Council, to meet;\n1 the Board;\n1"),
        ("E G,\nO _Invites_:|", "↵The Council,↵The Board,↵", "E G,\nO _Invites_:\n1 The Council;\n1 The Board;\n1"),
        ("E G,\nO _Invites_:|", "↵(a) The Council,↵(b) Noting z", "E G,\nO _Invites_:\n1 The Council;\n1 Noting z"),
        ("E G,\nO _Invites_:|", "↵The Council,↵noting z", "E G,\nO _Invites_:\n1 The Council;\n1 noting z"),
        ("E G,\nO _Adopte_ ceci :|", "↵L’Assemblée générale,↵Également préoccupée, z",
         "E G,\nO _Adopte_ ceci :\nE _L’Assemblée générale_,\nP _Également préoccupée_, z"),
        ("E G,\nO _请_：|", "↵安全理事会，↵", "E G,\nO _请_：\n1 安全理事会；\n1"),
        ("E G,\nO _建议_通过：|", "↵安全理事会，↵注意到z", "E G,\nO _建议_通过：\nE _安全理事会_，\nP _注意到_z"),
        # Without its comma, in a language that has no article, the first line that may be a title is the title.
        ("M S/2024/5\nM Комиссия по миру|", "↵ссылаясь на a", "M S/2024/5\nM Комиссия по миру\nP _ссылаясь на_ a"),
        ("M S/2024/5\nM Мир\nM Комиссия по миру|", "↵ссылаясь на a",
         "M S/2024/5\nM Мир\nE _Комиссия по миру_,\nP _ссылаясь на_ a"),
        ("E G,\nO _Invite_ :\n1 |", "le Conseil, ↵", "E G,\nO _Invite_ :\n1 le Conseil ;\n1"),
        ("E G,\nO _просит_:\n1 |", "Совет, действуя", "E G,\nO _просит_:\n1 Совет, действуя"),
    ],
)  # fmt: skip
def test_an_organs_line(before: str, keys: str, after: str) -> None:
    assert told(typed(before, keys)) == lines(after)


MEETINGS = {
    "en": ("64th plenary meeting", "25 November 2025"),
    "fr": ("90e séance plénière", "21 décembre 2001"),
    "es": ("64ª sesión plenaria", "25 de noviembre de 2025"),
    "ru": ("64-е пленарное заседание", "25 ноября 2025 года"),
    "ar": ("الجلسة العامة 64", "25 تشرين الثاني/نوفمبر 2025"),
}


@pytest.mark.parametrize("language", MEETINGS)
def test_the_meeting_that_adopted_a_text_stands_below_it(language: str) -> None:
    meeting, date = MEETINGS[language]
    made = typed(f"{TEXT}|", f"↵{meeting}↵{date}")
    assert told(made) == lines(f"{TEXT}\nL {meeting}\nL {date}")


def test_of_the_meeting_the_date_is_first_in_chinese() -> None:
    made = typed("E 大会，\nO _决定_开会。|", "↵2025年11月25日↵第64次全体会议↵")
    assert [entry.paragraph.kind for entry in made.entries[2:]] == [Kind.CLOSING] * 3
    assert made.entries[1].text == "决定开会。"


@pytest.mark.parametrize("before", [f"{TEXT}\nO _Asks_:\n1 b.|", f"{TEXT}|\nA Annex\nT z"])
def test_a_meeting_stands_below_a_list_and_above_an_annex(before: str) -> None:
    made = typed(before, "↵64th meeting↵[Adopted without a vote.]")
    closing = [entry.text for entry in made.entries if entry.paragraph.kind is Kind.CLOSING]
    assert closing == ["64th meeting", "[Adopted without a vote.]"]


@pytest.mark.parametrize(
    ("before", "keys"),
    [
        (f"{TEXT}|", "↵64th meeting of the Board↵"),
        (f"{TEXT}|", "↵25 November 2025↵"),
        (f"{TEXT}|", "↵3. 64th meeting↵"),
        ("E G,\nO a;|\nO b.", "↵64th meeting↵"),
        ("E G,\nP a,|", "↵64th meeting↵"),
        (f"{TEXT}\nA X\nT z|", "↵64th meeting↵"),
    ],
)
def test_what_else_names_a_meeting_is_what_it_was(before: str, keys: str) -> None:
    assert Kind.CLOSING not in {entry.paragraph.kind for entry in typed(before, keys).entries}


def test_one_undo_gives_back_the_line_that_named_a_meeting() -> None:
    made = typed(f"{TEXT}|", "↵64th plenary meeting↵")
    made.undo()
    made.undo()
    assert told(made) == lines(f"{TEXT[:-1]};\nO 64th plenary meeting")
    write(made, Selection.at(4, made.entries[4].length), "↵")
    assert made.entries[4].paragraph.kind is Kind.OPERATIVE


def test_a_new_text_is_written_from_its_organ_to_its_meeting() -> None:
    made = WorkingText(Draft())
    made.punctuates = True
    write(made, Selection(), "The General Assembly,↵Recalling x↵↵Decides y↵64th plenary meeting↵25 November 2025")
    after = "E _The General Assembly_,\nP _Recalling_ x,\nO _Decides_ y.\nL 64th plenary meeting\nL 25 November 2025"
    assert told(made) == lines(after)


CLOSED = f"{TEXT}\nL 64th plenary meeting\nL 25 November 2025"


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        ("↵Recalling z", "O _Recalling_ z"),
        ("↵Decides z", "O _Decides_ z"),
        ("↵3. We act", "O We act"),
        ("↵(a) to act", "L (a) to act"),  # no list is open there
        ("↵[Adopted without a vote.]", "L [Adopted without a vote.]"),
        ("↵I. ", "S"),
    ],
)
def test_below_the_closing_lines_it_is_written_as_below_any_paragraph(keys: str, after: str) -> None:
    made = typed(f"{CLOSED}|", keys)
    goes_on = after.startswith("O")
    assert told(made) == lines(f"{CLOSED.replace('y.', 'y;') if goes_on else CLOSED}\n{after}")


@pytest.mark.parametrize(
    ("keys", "mark", "after"),
    [("Noting z", ";", "O _Noting_ z"), ("(a) to act", ":", "1 to act"), ("3. We act", ";", "O We act")],
)
def test_above_the_closing_lines_a_text_goes_on(keys: str, mark: str, after: str) -> None:
    made = typed(f"{TEXT}\nL |\nL 64th plenary meeting", keys)
    assert told(made) == lines(f"{TEXT[:-1]}{mark}\n{after}\nL 64th plenary meeting")


def test_openings_are_offered_below_the_closing_lines_and_none_in_them() -> None:
    made, selection = working(f"{CLOSED}|", punctuates=True)
    selection, _ = write(made, selection, "↵Req")
    offered = offers(made, selection)
    assert offered[0].words == "Requests"
    complete(made, selection, offered[0])
    assert told(made)[3] == "O _Decides_ y;"
    assert told(made)[-1] == "O _Requests_~"
    made, selection = working(f"{TEXT}\nL Re|", punctuates=True)
    assert offers(made, selection) == ()
    made, selection = working("A X\nT z\nL |", punctuates=True)
    assert offers(made, write(made, selection, "Req")[0]) == ()


def test_a_quoted_organs_line_behind_a_colon_is_quoted() -> None:
    made = typed("E G,\nO _Recommends_ this:|", "↵“The General Assembly,↵“Recalling it")
    assert told(made) == lines("E G,\nO _Recommends_ this:\nQ “The General Assembly,\nQ “Recalling it")
    made = typed("P |\nP x,", "“The General Assembly,")
    assert made.entries[0].paragraph.kind is Kind.ENACTING


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{TEXT}|", f"{TEXT}\nL 64th meeting\nL 25 November 2025"),
        (f"{TEXT}\nO |", f"{TEXT}\nL 64th meeting\nL 25 November 2025"),
        (f"{TEXT}|\nA Annex", f"{TEXT}\nL 64th meeting\nL 25 November 2025\nA Annex"),
        ("A X\nT |", "A X\nT 64th meeting\nT 25 November 2025"),
        ("E G,\nO a;\nO |\nO b.", "E G,\nO a;\nO 64th meeting;\nO 25 November 2025\nO b."),
    ],
)
def test_a_pasted_meeting_is_what_it_is_typed_there(before: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    paste(made, selection, read_plain("64th meeting\n25 November 2025\n"))
    assert told(made) == lines(after)
