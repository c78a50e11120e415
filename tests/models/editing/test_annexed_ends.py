"""How the paragraphs of an annex end while they are written: sentences with full stops, clauses with semicolons."""

from __future__ import annotations

import pytest

from models.editing import structure as acts
from models.editing.edit import Selection
from models.editing.marks.leaving import leave
from models.editing.marks.text_end import end_text
from tests.models.editing.tiny_drafts import lines, told, working

_ABOVE = "E The General Assembly,\nO _Adopts_ the declaration.\nA Annex\nO |"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("We agree to act", "We decide to stay", "We call upon all to help"), "..."),
        (("We agree to act.", "We decide to stay", "We call upon all to help"), "..."),
        (("States shall act", "They shall stay"), ".."),
        (("We agree to act;", "We decide to stay", "We call upon all to help"), ";;."),
        (("Reaffirm our will to act", "Strongly encourage all to stay", "Promote help"), ";;."),
        (("Réaffirmons notre volonté", "Décidons de rester", "Nous aidons"), ";;."),
        (("Nous réaffirmons notre volonté", "Nous décidons de rester"), ".."),
        (("Reafirmamos nuestra voluntad", "Decidimos quedarnos"), ";."),
        (("Мы вновь подтверждаем свою волю", "Мы постановляем остаться"), ".."),
        (("Подтверждаем свою волю", "Постановляем остаться"), ";."),
        (("Decides to act", "Requests a report", "Urges all"), ";;."),
        (("Requests for assistance shall be sent", "Reports shall be kept"), ".."),
        (("Appeals against a decision may be lodged", "They shall be heard"), ".."),
        (("Request from a State must be answered", "They shall be kept"), ".."),
        (("Requests for all that a report be sent", "Urges all"), ";."),
        (("Notes that all States shall act", "Urges all"), ";."),
        (("Calls for action by all States that shall act", "Urges all"), ";."),
        (("Appeals to all States for help", "Urges all"), ";."),
        (("Ahmed Mohamed", "Li Wei", "Iran (Islamic Republic of)"), ""),
        (("Terms of Reference", "Mandate"), ""),
        (("Ахмед Мохамед", "Ли Вэй"), ""),
        (("أحمد محمد", "فيجي"), ""),
        (("李伟", "南苏丹"), ""),
        (("刚果民主共和国", "以色列和不丹"), ""),
        (("基金会应每年开会", "李伟"), ".."),
        (("جمهورية الكونغو الديمقراطية", "المملكة المتحدة لبريطانيا العظمى وآيرلندا الشمالية"), ""),
        (("يوم الأمم المتحدة", "يونيو الماضي"), ""),
        (("يوسف الأمين", "جمهورية لاو الديمقراطية الشعبية"), ""),
        (("يجتمع الصندوق", "تجتمع اللجنة كل سنة"), ".."),
        (("تجتمع اللجنة سنويا", "تعقد الدورة سنويا"), ".."),
        (("تستعرض الدول التقدم", "تتألف الهيئة من خبراء"), ".."),
        (("تعزيز التعاون الدولي", "ترتيب الأولويات", "تتبع الأسلحة", "تقدم المرأة", "تفتيش المواقع"), ""),
        (("Fiji.", "Li Wei"), ".."),
        (("Fiji;", "Li Wei"), ";."),
        (("Urges all",), "."),
        (("تقرر أن تجتمع",), "."),
        (("决定开会",), "."),
    ],
)
def test_paragraphs_of_an_annex_end_as_its_text_does(typed: tuple[str, ...], kept: str) -> None:
    made, at = working(_ABOVE, punctuates=True)
    for number, words in enumerate(typed):
        if number:
            acts.new_paragraph(made, at)
            at = Selection.at(3 + number)
        acts.insert_text(made, at, words)
        at = Selection.at(3 + number, made.entries[3 + number].length)
    leave(made, at.head.position, at)
    end_text(made, at)
    ends = [entry.end for entry in made.entries[3:]]
    assert "".join(end.mark for end in ends) == kept


@pytest.mark.parametrize("by", [0, -1, 1])
@pytest.mark.parametrize(
    ("beside", "words", "end"),
    [
        ("We stay with them.", "We go and", ""),
        ("We stay with them.", "We go or", ""),
        ("Nous restons avec les autres dans la paix.", "Nous allons dans le monde et", ""),
        ("Nos quedamos con la Asamblea General.", "Vamos con los demás Estados y", ""),
        ("Мы остаемся с ними.", "Мы идем и", ""),
        ("نحن نبقى معهم.", "نذهب و", ""),
        ("我们留下。", "我们同意和", ""),
        ("We stay with them.", "We go", "."),
        ("We stay with them.", "We go to a land", "."),
        ("We stay with them.", "We go and stay", "."),
        ("我们留下。", "我们同意", "。"),
    ],
)
def test_a_sentence_that_ends_in_an_and_goes_on_wherever_it_is_moved(
    beside: str, words: str, end: str, by: int
) -> None:
    organ = "La Asamblea General" if words.endswith(" y") else "The General Assembly"
    made, at = working(f"E {organ},\nO A.\nA I\nO {beside}\nO {beside}|\nO {beside}", punctuates=True)
    acts.new_paragraph(made, at)
    acts.insert_text(made, Selection.at(5), words)
    if by:
        acts.move(made, Selection.at(5, len(words)), by)
    leave(made, 5 + by, Selection.at(0))
    assert made.entries[5 + by].text == words + end
    assert [entry.text for entry in made.entries[3:]].count(beside) == 3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A Annex\nO We agree.\nO We stay.|", "A Annex\nO We agree.\nO We stay.\nO New."),
        ("A Annex\nO We agree.\nO We stay:\n1 a;\n1 b.|", "A Annex\nO We agree.\nO We stay:\n1 a;\n1 b;\n1 New."),
        ("A Annex\nO We agree;|\nO We stay.", "A Annex\nO We agree;\nO New;\nO We stay."),
        ("A Annex\nO We agree.|\nO We stay.", "A Annex\nO We agree.\nO New.\nO We stay."),
        ("A Annex\nO We agree.|", "A Annex\nO We agree.\nO New."),
        # What ends as its list does tells nothing of sentences.
        ("A Annex\nO States should:\n1 go;\nO They stay|", "A Annex\nO States should:\n1 go;\nO They stay.\nO New."),
        ("A Annex\nO Reaffirm our will.|", "A Annex\nO Reaffirm our will;\nO New."),
        # Where the text has both, nobody is sure.
        ("A Annex\nO a;\nO b.\nO c.|\nO d.", "A Annex\nO a;\nO b.\nO c.\nO New\nO d."),
    ],
)
def test_a_new_paragraph_of_an_annex_ends_as_those_beside(before: str, after: str) -> None:
    made, at = working(before, punctuates=True)
    acts.new_paragraph(made, at)
    position = at.head.position + 1
    acts.insert_text(made, Selection.at(position), "New")
    leave(made, position, Selection.at(0))
    assert told(made) == lines(after)
