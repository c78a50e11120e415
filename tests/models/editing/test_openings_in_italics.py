"""How far an opening stands in italics, whatever brackets stand in it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.known_table import table
from models.editing import structure as acts
from models.editing.acts.put_back import NothingToPutBack, put_back
from models.editing.edit import PASTING, Caret, Selection
from models.editing.runs import cut, replaced
from models.editing.typed.completion import Offer, _known, complete
from models.editing.typed.late_openings import open_left
from models.editing.typed.openings import italic_opening
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import selected, told, working


@pytest.mark.parametrize(
    ("text", "italic"),
    [
        ("Recalling its resolution", "Recalling"),
        ("Recalling [its resolution", "Recalling"),
        ("Recalling its [resolution", "Recalling"),
        ("Recalling (its resolution", "Recalling"),
        ("Recalling “its resolution", "Recalling"),
        ("[Recalling [its resolution]]", "[Recalling"),
        ("Taking note of the report", "Taking note"),
        ("Taking note [of the report", "Taking note"),
        ("Recalling also [its resolution", "Recalling also"),
        ("Stresses the importance of education", "Stresses"),
        ("Recalling, in this regard, its resolution", "Recalling"),
        ("Reaffirms its commitment to peace", "Reaffirms its commitment"),
        ("Noting with satisfaction that", "Noting with satisfaction"),
        ("Emphasizes the need for", "Emphasizes"),
        ("Recalling with satisfaction the adoption", "Recalling with satisfaction"),
        ("Recognizing with concern also that", "Recognizing with concern also"),
        ("Encourages once again all States", "Encourages once again"),
        ("Welcomes and supports the work", "Welcomes and supports"),
        ("Continues to encourage States", "Continues to encourage"),
        ("Looks forward to the report", "Looks forward"),
        ("Decides to remain seized of", "Decides"),
        ("Encourages further efforts", "Encourages"),
        ("Having decided to consider", "Having decided"),
        ("Vivement alarmée par la guerre", "Vivement alarmée"),
        ("Profondément attachée à la paix", "Profondément attachée"),
        ("Lève les sanctions", "Lève"),
        ("Exprime l’espoir que tous", "Exprime l’espoir"),
        ("Expresando su reconocimiento al Gobierno", "Expresando su reconocimiento"),
        ("Vuelve a exhortar a todos", "Vuelve a exhortar"),
        ("выражая глубокую признательность ему", "выражая глубокую признательность"),
        ("تعرب عن أملها في ذلك", "تعرب عن أملها"),
        ("Aguardando con interés el informe", "Aguardando con interés"),
        ("Ve con agrado el informe", "Ve con agrado"),
        ("настоятельно рекомендует государствам", "настоятельно рекомендует"),
        ("будучи глубоко обеспокоена тем", "будучи глубоко обеспокоена"),
        ("санкционирует продление", "санкционирует"),
        ("根据《联合国宪章》第七章采取行动", "根据"),
        ("批准秘书长的报告", "批准"),
        ("وإذ تشيد بالجهود", "وإذ تشيد"),
        # What is said behind the verb stands within a phrase of several words.
        ("تطلب أيضا إلى الأمين العام", "تطلب أيضا إلى"),
        ("تعيد أيضا تأكيد قرارها", "تعيد أيضا تأكيد"),
        ("تؤكد أيضا من جديد أن", "تؤكد أيضا من جديد"),
        ("وإذ تعيد كذلك تأكيد قرارها", "وإذ تعيد كذلك تأكيد"),
        ("تدين بأشد العبارات الهجوم", "تدين بأشد العبارات"),
        ("Prend également note du rapport", "Prend également note"),
        ("Prend en outre acte du rapport", "Prend en outre acte"),
        ("Prend [également] note du rapport", "Prend [également] note"),
        ("Condamne avec la plus grande fermeté l’attaque", "Condamne avec la plus grande fermeté"),
        ("Teniendo además en cuenta el informe", "Teniendo además en cuenta"),
        ("Toma también nota con reconocimiento del", "Toma también nota con reconocimiento"),
        ("принимает также к сведению доклад", "принимает также к сведению"),
        ("принимает с признательностью к сведению доклад", "принимает с признательностью к сведению"),
        ("принимая далее во внимание", "принимая далее во внимание"),
        ("深为关切地注意到局势", "深为关切地注意到"),
        # Behind it stands what the paragraph is about, though its first word may be of a phrase.
        ("Rappelle également note", "Rappelle également"),
        ("Invite en outre à la paix", "Invite en outre"),
        ("Solicita también con urgencia", "Solicita también"),
        ("تلتمس من الأمين العام", "تلتمس"),
    ],
)
def test_brackets_are_set_aside(text: str, italic: str) -> None:
    known = italic_opening(text)
    assert known is not None
    assert text[: known.end] == italic


@pytest.mark.parametrize(
    "opening", ["_Reaffirms_ its commitment", "_Reaffirms its commitment_", "_Welcoming_ in this regard"]
)
def test_an_opening_that_stands_in_italics_keeps_how_far(opening: str) -> None:
    """In real texts it is now this far, now that far."""
    made, _ = working(f"E _The General Assembly_,\nO _Decides_ to act;\nO {opening} the work.")
    before = told(made)
    acts.tab(made, Selection.at(2))
    acts.shallower(made, Selection.at(2))
    assert told(made) == before
    acts.set_kind(made, Selection.at(2), Kind.PREAMBULAR)
    acts.set_kind(made, Selection.at(2), Kind.OPERATIVE)
    assert told(made) == before


@pytest.mark.parametrize(
    ("beside", "italic"),
    [
        (("O Recall the Charter;", "O Reaffirm our resolve;"), False),
        (("O _Decides_ to act;", "O _Requests_ a report;"), True),
        (("O _Decides_ to act;", "O Requests a report;"), True),  # one that was left roman tells nothing of the text
    ],
)
def test_an_opening_comes_to_look_as_those_beside_it(beside: tuple[str, str], italic: bool) -> None:
    """Declarations that are annexed have roman ones, whatever the resolution above them has."""
    above = "E _The General Assembly_,\nO _Adopts_ the Declaration;\nO _Requests_ a report.\nA Annex"
    begins, ends = ("_", "_") if italic else ("", "")
    opened = f"O {begins}Welcomes{ends} the work;"
    made, _ = working("\n".join((above, beside[0], "O Welcomes the work;", beside[1])))
    acts.tab(made, Selection.at(5))
    assert told(made)[5] == "1 Welcomes the work;"
    acts.shallower(made, Selection.at(5))
    assert told(made)[5] == opened
    acts.set_kind(made, Selection.at(5), Kind.TEXT)
    acts.set_kind(made, Selection.at(5), Kind.OPERATIVE)
    assert told(made)[5] == opened


@pytest.mark.parametrize("kind", [Kind.PREAMBULAR, Kind.OPERATIVE, Kind.HEADING, Kind.TEXT, Kind.SECTION, Kind.ANNEX])
def test_in_an_empty_text_what_is_typed_next_is_of_the_kind(kind: Kind) -> None:
    made = WorkingText(Draft())
    acts.set_kind(made, Selection.at(0), kind)
    acts.insert_text(made, Selection.at(0), "Water")
    assert [(entry.paragraph.kind, entry.text) for entry in made.entries] == [(kind, "Water")]
    made.undo()
    made.undo()
    assert made.draft() == Draft()


def test_in_an_empty_text_there_is_nothing_to_put_back() -> None:
    made = WorkingText(Draft())
    with pytest.raises(NothingToPutBack):
        put_back(made, Selection.at(0))
    assert made.undo_list.last is None


@pytest.mark.parametrize(
    ("text", "italic", "operative"),
    [
        ("Est consciente que", "Est consciente", True),
        ("Se déclare profondément préoccupée par", "Se déclare profondément préoccupée", True),
        ("Se déclarent préoccupés par", "Se déclarent préoccupés", True),
        ("Décident de", "Décident", True),
        ("Conscients de", "Conscients", False),
        ("Également convaincues que", "Également convaincues", False),
    ],
)
def test_french_openings_agree_with_who_speaks(text: str, italic: str, operative: bool) -> None:
    known = italic_opening(text)
    assert known is not None
    assert (text[: known.end], known.operative, known.preambular) == (italic, operative, not operative)


@pytest.mark.parametrize(
    ("text", "italic"),
    [
        ("Décide également que", "Décide également"),
        ("Décide en outre de", "Décide en outre"),
        ("Décide, en outre, de", "Décide"),
        ("Décide [également] que", "Décide [également]"),
        ("Demande à nouveau au Secrétaire général de", "Demande à nouveau"),
        ("تلاحظ مع القلق البالغ أن", "تلاحظ مع القلق البالغ"),
        ("Décide que le Comité", "Décide"),
        ("Note que le Comité", "Note"),
        ("Note avec préoccupation que", "Note avec préoccupation"),
        ("Note également avec une profonde préoccupation que", "Note également avec une profonde préoccupation"),
        ("Note avec lui", "Note"),
        ("Réaffirme sa foi", "Réaffirme"),
        ("Condamne fermement les", "Condamne fermement"),
        ("Se déclare profondément attristée", "Se déclare"),
        ("Rappelant en outre avec satisfaction la", "Rappelant en outre avec satisfaction"),
        ("Decide también que", "Decide también"),
        ("Observa con preocupación que", "Observa con preocupación"),
        ("Toma nota con reconocimiento del informe", "Toma nota con reconocimiento"),
        ("Toma nota del informe", "Toma nota"),
        ("Reafirmando asimismo su", "Reafirmando asimismo"),
        ("просит также Генерального секретаря", "просит также"),
        ("отмечает с обеспокоенностью, что", "отмечает с обеспокоенностью"),
        ("отмечает с ним", "отмечает"),
        ("تقرر أيضا أن", "تقرر أيضا"),
        ("تلاحظ مع القلق أن", "تلاحظ مع القلق"),
        ("请秘书长", "请"),
        ("还请秘书长", "还请"),
    ],
)
def test_what_is_said_behind_the_verb_goes_on_in_italics(text: str, italic: str) -> None:
    known = italic_opening(text)
    assert known is not None
    assert text[: known.end] == italic


Way = Callable[[WorkingText, Selection, str], object]


def press(made: WorkingText, here: Selection, letters: str) -> Selection:
    """Keys as the sheet takes them: what is typed over a selection looks as its first letter did. Gives the caret."""
    for letter in letters:
        at, start, end = here.head.position, here.start.place, here.end.place
        runs = made.entries[at].paragraph.runs
        first = next(iter(cut(runs, start, end)), None)
        look = first.marks if first else acts.marks_at(made.entries, at, start, letter).values()
        new = Run(letter, *look)
        acts.typed(made, at, replaced(runs, start, end, (new,)), here, Selection.at(at, start + 1))
        recognise_typed(made, at, start + 1, start)
        here = selected(made) if made.undo_list.last is not None else Selection.at(at, start + 1)
    return here


def _backspaced(made: WorkingText, over: Selection, words: str) -> None:
    for place in range(over.end.place, over.start.place, -1):
        acts.delete_back(made, Selection.at(over.head.position, place))
    press(made, Selection(over.start, over.start), words)


def _completed(made: WorkingText, over: Selection, words: str) -> None:
    complete(made, press(made, over, words[:1]), Offer(words))


def _pasted(made: WorkingText, over: Selection, words: str) -> None:
    at = over.head.position
    entry = made.entries[at]
    with made.step(PASTING, over) as step:
        runs = replaced(entry.paragraph.runs, over.start.place, over.end.place, (Run(words),))
        step.put(at, entry.with_runs(runs))


def _with_pauses(made: WorkingText, over: Selection, words: str) -> None:
    for letter in words:
        over = press(made, over, letter)
        made.undo_list.close()


WAYS: list[Way] = [press, _backspaced, _completed, _pasted, _with_pauses]
VERBS = sorted({words for known in _known("en", Kind.OPERATIVE).values() for words, _ in known})


@given(st.sampled_from(VERBS), st.sampled_from(VERBS), st.sampled_from(WAYS))
def test_whichever_way_an_opening_came_it_looks_as_typed_afresh(old: str, new: str, way: Way) -> None:
    made, _ = working(f"P _Recalling_ x,\nO _{old}_ the work;\nO _Urges_ y.")
    way(made, Selection(Caret(1, 0), Caret(1, len(old))), new)
    open_left(made, 1, Selection.at(0))
    fresh, here = working("P _Recalling_ x,\nO |\nO _Urges_ y.")
    press(fresh, here, f"{new} the work;")
    assert told(made)[1].replace("  ", " ") == told(fresh)[1]
    while made.undo():
        pass
    assert made.draft() == made.base


@given(st.sampled_from(["fr", "es", "ru", "ar", "zh"]), st.data())
def test_in_other_languages_too(tongue: str, data: st.DataObject) -> None:
    verbs = openings(tongue, Kind.OPERATIVE)
    old, new = data.draw(st.sampled_from(verbs)), data.draw(st.sampled_from(verbs))
    follows = "，" if tongue == "zh" else " "
    made, _ = working(f"O _{old}_{follows}2030;\nO x.")
    data.draw(st.sampled_from(WAYS))(made, Selection(Caret(0, 0), Caret(0, len(old))), new)
    open_left(made, 0, Selection.at(1))
    assert told(made)[0].replace("  ", " ") == f"O _{new}_{follows}2030;"


ABOVE = {
    "en": "Recalling", "fr": "Rappelant", "es": "Recordando", "ru": "ссылаясь на", "ar": "وإذ تشير إلى", "zh": "回顾",
}  # fmt: skip
KINDS = [(Kind.PREAMBULAR, "P"), (Kind.OPERATIVE, "O")]


def openings(tongue: str, part: Kind) -> list[str]:
    """Thirty openings of a language, and with each some of what may go on behind it."""
    offered = sorted({words for known in _known(tongue, part).values() for words, _ in known})
    behind = [words for spoken, words, _ in table("phrases/behind_verbs") if spoken == tongue]
    chance = random.Random(tongue)
    return chance.sample(offered, min(30, len(offered))) + [f"{chance.choice(offered)} {words}" for words in behind]


@pytest.mark.parametrize("tongue", ABOVE)
@pytest.mark.parametrize(("part", "sign"), KINDS)
def test_typed_completed_and_pasted_it_looks_alike(tongue: str, part: Kind, sign: str) -> None:
    rest = "2030" if tongue == "zh" else " 2030"
    for words in openings(tongue, part):
        found = []
        for way in (press, _completed, _pasted_in):
            made, here = working(f"P _{ABOVE[tongue]}_ x,\n{sign} |\nO y.")
            if way is _completed:
                _completed(made, here, words)
                press(made, selected(made), rest.lstrip())
            else:
                way(made, here, words + rest)
            open_left(made, 1, Selection.at(0))
            found.append(told(made)[1])
        assert found[1:] == found[:1] * 2, words
        assert f"_{words}_{rest}" in found[0], words


def _pasted_in(made: WorkingText, here: Selection, words: str) -> None:
    acts.insert_paragraphs(made, here, (Paragraph(Kind.TEXT, (Run(words),)),), (), openings=True)


@pytest.mark.parametrize(
    ("before", "letters", "after"),
    [
        ("O |_Decides_ a;\nO x.", "Also ", "O _Also decides_ a;"),
        ("O |_D|ecides_ a;\nO x.", "Also d", "O _Also decides_ a;"),
        ("O _Notes_| the a;\nO x.", " with concern", "O _Notes with concern_ the a;"),
        ("O _Notes| with concern|_ the a;\nO x.", "", "O _Notes_ the a;"),
        ("O _Notes |with concern|_ the a;\nO x.", "that", "O _Notes_ that the a;"),
        ("O _Notes with |concern|_ the a;\nO x.", "respect", "O _Notes with respect_ the a;"),  # nobody knows it
        ("O |_Requests_| the a;\nO x.", "Wishes", "O _Wishes_ the a;"),  # nor that
        ("O |Requests| the a;\nO x.", "Decides", "O Decides the a;"),  # as those of a declaration
        ("1 |_Requests_| the a;\nO x.", "Decides", "1 _Decides_ the a;"),
        ("P |n|oting the a,\nP x.", "N", "P _Noting_ the a,"),  # cut off behind "and"
        ("T |_Requests_| the a;\nO x.", "Decides", "T _Decides_ the a;"),
        ("C{0.0.0} |_Requests_| the a;\nO x.", "Decid", "C{0.0.0} _Decid_ the a;"),
        ("O _Requests_ the| a;\nO x.", " old", "O _Requests_ the old a;"),
        ("O _Décide_| que a;\nO x.", " également", "O _Décide également_ que a;"),
        ("O _Note_| que a;\nO x.", " avec préoccupation", "O _Note avec préoccupation_ que a;"),
        ("O _Note| avec préoccupation|_ que a;\nO x.", "", "O _Note_ que a;"),
        ("O |_Décide_| également que a;\nO x.", "Prie", "O _Prie également_ que a;"),
        ("O |_Décide également_| que a;\nO x.", "Prie", "O _Prie_ que a;"),
        ("O |_Décide_ également| que a;\nO x.", "Note avec satisfaction", "O _Note avec satisfaction_ que a;"),
        ("O _Observa_| que a;\nO x.", " con preocupación", "O _Observa con preocupación_ que a;"),
        ("O _просит_| a;\nO x.", " также", "O _просит также_ a;"),
        ("O _تقرر_| a;\nO x.", " أيضا", "O _تقرر أيضا_ a;"),
    ],
)
def test_an_opening_written_in_part_is_in_italics_as_a_whole(before: str, letters: str, after: str) -> None:
    made, selection = working(before)
    if letters:
        press(made, selection, letters)
    else:
        acts.delete(made, selection)
    open_left(made, 0, Selection.at(1))
    assert told(made)[0] == after


def test_italics_set_by_hand_stay() -> None:
    made, verb = working("O |_Requests_| the a;\nO x.")
    press(made, verb, "Decides")
    acts.toggle_mark(made, Selection(Caret(0, 0), Caret(0, 7)), "italic")
    assert not open_left(made, 0, Selection.at(1))
    assert told(made)[0] == "O Decides the a;"
    made, verb = working("O |_Requests_| the a;\nO x.")
    acts.toggle_mark(made, verb, "italic")
    press(made, verb, "Decides")
    assert not open_left(made, 0, Selection.at(1))
    made, verb = working("O |_Requests_| the a;\nO x.")
    press(made, verb, "Decides")
    acts.toggle_mark(made, Selection(Caret(0, 7), Caret(0, 11)), "italic")
    assert not open_left(made, 0, Selection.at(1))
    assert told(made)[0] == "O _Decides the_ a;"
    made, verb = working("P _Recalling_ x,\nP |_Noting_| the Charter,")
    press(made, verb, "Requests")
    acts.toggle_mark(made, Selection(Caret(1, 13), Caret(1, 20)), "italic")
    assert open_left(made, 1, Selection.at(0)), "of a title behind it nothing is told"
    assert told(made)[1] == "O _Requests_ the _Charter_,"


@pytest.mark.parametrize(
    ("before", "letters", "after"),
    [
        ("P _Recalling_ x,\nP |_Noting_| y,\nO _Urges_ z.", "Requests", "O _Requests_ y,"),
        ("P _Recalling_ x,\nP |_Noting_| y,\nP z,", "Requests", "P _Requests_ y,"),
        ("P _Recalling_ x,\nP _Not|ing|_ y,\nO _Urges_ z.", "es", "P _Notes_ y,"),
        ("P _Recalling_ x,\nO |_Requests_| y;\nO _Urges_ z.", "Noting", "P _Noting_ y;"),
        ("O _Urges_ x;\nO |_Requests_| y;\nO _Urges_ z.", "Noting", "O _Noting_ y;"),
        ("P _Recalling_ x,\nP |_Noting_| y,\nO _Urges_ z.", "Reaffirming", "P _Reaffirming_ y,"),
    ],
)
def test_another_verb_tells_what_a_paragraph_is(before: str, letters: str, after: str) -> None:
    made, verb = working(before)
    press(made, verb, letters)
    kind = made.entries[1].paragraph.kind
    assert told(made)[1][0] == before.splitlines()[1][0], "nothing happens while one types"
    open_left(made, 1, Selection.at(0))
    assert told(made)[1] == after
    if made.entries[1].paragraph.kind is not kind:
        made.undo()
        assert made.entries[1].paragraph.kind is kind
        assert not open_left(made, 1, Selection.at(0))


def test_an_opening_taken_back_is_not_given_again_but_another_is() -> None:
    made, verb = working("P _Recalling_ x,\nP |_Noting_| y,\nO _Urges_ z.")
    press(made, verb, "Requests")
    assert open_left(made, 1, Selection.at(0))
    made.undo()
    press(made, Selection.at(1, 10), "y")
    assert not open_left(made, 1, Selection.at(0))
    press(made, Selection(Caret(1, 0), Caret(1, 8)), "Decides")
    assert open_left(made, 1, Selection.at(0))
    assert told(made)[1] == "O _Decides_ yy,"
