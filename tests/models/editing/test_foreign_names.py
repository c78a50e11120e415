"""A paragraph with many foreign names ends in the marks of the language of its text."""

from __future__ import annotations

import pytest

from models.editing.marks.language_marks import ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, Marks, marks_for


@pytest.mark.parametrize(
    ("text", "of_all", "marks"),
    [
        ("تشيد ببرنامج UNEP/UNDP/UNICEF/UNESCO", ARABIC, ARABIC),
        ("وفقxyz", ARABIC, ARABIC),
        ("UNEP/UNDP/UNICEF/UNESCO تشيد ببرنامج", ARABIC, ARABIC),
        ("请 UNEP/UNDP/UNICEF", CHINESE, CHINESE),
        ("UNEP/UNDP/UNICEF/UNESCO 请", CHINESE, CHINESE),
        ("просит UNEP/UNDP/UNICEF/UNESCO", RUSSIAN, RUSSIAN),
        # A paragraph in English stays one.
        ("The term “الجمعية” is used of the General Assembly", ARABIC, ENGLISH),
        ("Decides to meet", ARABIC, ENGLISH),
        ("Decides to meet (собрание) in all of its parts", RUSSIAN, ENGLISH),
        # And what is in another script than its text has that script's marks.
        ("تقرر أن تجتمع", ENGLISH, ARABIC),
        ("تشيد ببرنامج UNEP/UNDP/UNICEF/UNESCO", FRENCH, FRENCH),
        ("Prie instamment tous", ENGLISH, FRENCH),
        # An opening of French that is a word of English, too, tells nothing alone.
        ("Relevant stakeholders", ENGLISH, ENGLISH),
        ("Encourage partnerships", ENGLISH, ENGLISH),
        ("Encourage tous les partenariats", ENGLISH, FRENCH),
        ("Note avec satisfaction", ENGLISH, FRENCH),
        ("Encourage partnerships", FRENCH, FRENCH),
    ],
)
def test_the_language_of_the_text_decides(text: str, of_all: Marks, marks: Marks) -> None:
    assert marks_for(text, of_all) is marks
