"""What is typed letter by letter becomes structure, and one undo gives the letters back."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Kind
from models.editing import structure as acts
from models.editing.acts.levels import NoDeeper
from models.editing.edit import Caret, Selection
from models.editing.typed.late_openings import open_left
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import lines, selected, told, working


def commit(made: WorkingText, selection: Selection, text: str) -> Selection:
    """Write in one piece, as an input method does."""
    acts.insert_text(made, selection, text)
    at = selected(made).head
    recognise_typed(made, at.position, at.place, at.place - len(text))
    return selected(made)


def write(made: WorkingText, selection: Selection, text: str) -> tuple[Selection, int]:
    """Type as the window does; ↵ is Enter, → is Tab. Gives the selection and how often something was recognised."""
    recognised = 0
    for letter in text:
        if letter == "↵":
            acts.new_paragraph(made, selection)
        elif letter == "→":
            with suppress(NoDeeper):
                acts.tab(made, selection)
        else:
            acts.insert_text(made, selection, letter)
            at = selected(made).head
            recognised += recognise_typed(made, at.position, at.place)
        selection = selected(made)
    return selection, recognised


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("O a;\nO |", "2. ", "O a;\nO |"),
        ("O a;\nO |", "2.Foo b", "O a;\nO Foo b|"),
        ("O a;\nO |", "2.AB b", "O a;\nO 2.AB b|"),  # a sign of its own
        ("O a;\nO |", "2.b c", "O a;\nO 2.b c|"),
        ("O a:\nO |", "(a)Foo b", "O a:\n1 Foo b|"),
        ("O a:\nO |", "[(a)A b", "O a:\n1 [A b|"),
        ("O a:\n1 |", "(a)foo b↵(b)c d", "O a:\n1 foo b\n1 c d|"),
        ("O a:\n1 b:\n2 |", "(i)foo", "O a:\n1 b:\n2 foo|"),
        ("O a:\n1 b;\n1 |", "(a)symmetric", "O a:\n1 b;\n1 (a)symmetric|"),
        ("O a;\nO |", "(re)build", "O a;\nO (re)build|"),
        ("O a;\nO |", "(a)symmetric", "O a;\nO (a)symmetric|"),
        ("O a:\n1{a)} b;\n1{b)} |", "c)Faire", "O a:\n1{a)} b;\n1{b)} Faire|"),
        ("O a:\n1{a)} b;\n1{b)} |", "b)faire", "O a:\n1{a)} b;\n1{b)} faire|"),
        ("O a:\n1{a)} b;\n1{b)} |", "e)faire", "O a:\n1{a)} b;\n1{b)} e)faire|"),
        ("O a:\n1 b:\n2 |", "i)Foo", "O a:\n1 b:\n2{i)} Foo|"),
        ("O a:\nO |", "a)Faire b↵b)Act", "O a:\n1{a)} Faire b\n1{b)} Act|"),
        ("O a:\nO |", "(A)Foo", "O a:\n1{(A)} Foo|"),
        ("O призывает:\nO |", "а)Слово", "O призывает:\n1{а)} Слово|"),
        ("O a:\nO |", "(s)He", "O a:\nO (s)He|"),
        ("O a:\n1 b;\n1 |", "(s)He", "O a:\n1 b;\n1 (s)He|"),
        ("O a;\nO |", "(c)Copyright", "O a;\nO (c)Copyright|"),
        ("O a:\n1 b;\n1 |", "(b)Copyright", "O a:\n1 b;\n1 Copyright|"),
        ("O a:\n1 b;\n1 |", "(c)Copyright ", "O a:\n1 b;\n1 (c)Copyright |"),
        ("O a:\n1 b;\n1 |", "(c)To act", "O a:\n1 b;\n1 To act|"),  # one may be left out
        ("O a:\n1 b;\n1 |", "(c)Requests all", "O a:\n1 b;\n1 Requests all|"),
        ("O a:\n1 b;\n1 |", "(d)To act", "O a:\n1 b;\n1 (d)To act|"),
        ("O a:\n1 b;\n1 |", "(re)Build", "O a:\n1 b;\n1 (re)Build|"),
        ("O a:\nO |", "(A) b↵c", "O a:\n1{(A)} b\n1{(B)} c|"),
        ("O a:\n1{(A)} b|", "↵c↵(C) d", "O a:\n1{(A)} b\n1{(B)} c\n1{(C)} d|"),
        ("H a\nT |", "(A) b↵(B) c↵d", "H a\n1{(A)} b\n1{(B)} c\n1{(C)} d|"),
        ("O призывает:\nO |", "(А) b↵c", "O призывает:\n1{(А)} b\n1{(Б)} c|"),
        ("H a\n1{А)} b|\n1{Б)} c", "↵d", "H a\n1{А)} b\n1{Б)} d|\n1{В)} c"),
        ("T a:\nT |", "b) b↵c) c", "T a:\n1{b)} b\n1{c)} c|"),
        ("A a\n1{a)} b|\n1{b)} c\nT d\n1{a)} e", "↵f", "A a\n1{a)} b\n1{b)} f|\n1{c)} c\nT d\n1{a)} e"),
        ("O a:\nO |", "(i) b:↵→(a) c↵(b) d", "O a:\n1{(i)} b:\n2{(a)} c\n2{(b)} d|"),
        ("O a:\nO |", "(i) b:↵(a) c↵(b) d↵(ii) e↵f", "O a:\n1{(i)} b:\n2{(a)} c\n2{(b)} d\n1{(ii)} e\n1{(iii)} f|"),
        ("O a:\n1 b:\n2 |", "(a) c↵d", "O a:\n1 b:\n2{(a)} c\n2{(b)} d|"),
        ("O a:\n1{a)} b:\n1{b)} |", "→a) c↵b) d", "O a:\n1{a)} b:\n2{a)} c\n2{b)} d|"),
        ("O a:\n1{a)} b;\n1{b)} |", "a bis) c↵d", "O a:\n1{a)} b;\n1{a) bis} c\n1{b)} d|"),
        ("O a:\n1{a)} b;\n1{b)} |\n1{c)} d", "a) bis ", "O a:\n1{a)} b;\n1{a) bis} |\n1{b)} d"),
        ("O a:\n1 b:\n2 |", "(b) c", "O a:\n1 b:\n1 c|"),
        ("O a:\n1 b:\n2 |", "(A) c↵(B) d↵e", "O a:\n1 b:\n2{(A)} c\n2{(B)} d\n2{(C)} e|"),
        ("O a:\n1{(A)} b:\n2{(a)} c;\n2 |", "(B) d", "O a:\n1{(A)} b:\n2{(a)} c;\n1{(B)} d|"),
        ("O a:\n1 b:\n2 c:\n3 |", "(i) d↵(ii) e↵f", "O a:\n1 b:\n2 c:\n3{(i)} d\n3{(ii)} e\n3{(iii)} f|"),
        ("O a:\n1 b:\n2 c:\n3 |", "(a) d↵(b) e", "O a:\n1 b:\n2 c:\n3{(a)} d\n3{(b)} e|"),
        ("O a:\nO |", "(I) b↵(II) c", "O a:\n1 b\n1 c|"),
        ("O a:\n1 b;\n1 |", "(B) c", "O a:\n1 b;\n1 c|"),
        ("O a:\n1 b;\n1 |", "(a) bis ", "O a:\n1 b;\n1{(a) bis} |"),
        ("O a:\n1 b;\n1 |", "(b) ter. ", "O a:\n1 b;\n1{(b) ter} |"),
        ("O a:\n1 b;\n1 |", "(b) alt ", "O a:\n1 b;\n1{(b) alt} |"),
        ("O a;\nO |", "1. bis ", "O a;\nO{1 bis} |"),
        ("O a;\nO |", "bis repetita ", "O a;\nO bis repetita |"),
        ("O a;\nO |", "2. bison ", "O a;\nO bison |"),
        ("O a:\n1 b;\nO |", "OP1 (b) ", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b;\nO |", "1 (b) ", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b;\nO |", "1(b) ", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b;\nO |", "1. (b) ", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b:\n2 c;\n1 |", "1 (a) (ii) ", "O a:\n1 b:\n2 c;\n2 |"),
        ("O a:\n1 b;\n1 |", "OP1 (b) ", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b:\n2 c;\n1 |", "OP1 (a) (ii) ", "O a:\n1 b:\n2 c;\n2 |"),
        ("O a:\n1 b;\n1 |", "b) ter ", "O a:\n1 b;\n1{(b) ter} |"),
        ("O a:\n1 b;\n1 |", "a bis) ", "O a:\n1 b;\n1{(a) bis} |"),
        ("O a:\n1{a)} b;\n1 |", "a bis) ", "O a:\n1{a)} b;\n1{a) bis} |"),
        ("O a;\nO |", "1 alt 1. ", "O a;\nO{1 alt 1} |"),
        ("O a;\nO |", "OP1 alt 2 ", "O a;\nO{1 alt 2} |"),
        ("O a;\nO |", "1 alt. 2 ", "O a;\nO{1 alt} 2 |"),
        ("O a;\nO |", "1 bis 2 ", "O a;\nO{1 bis 2} |"),
        ("O a;\nO |", "1. 2 ", "O a;\nO 2 |"),
        ("O a;\nO |", "1 quater alt. ", "O a;\nO{1 quater alt} |"),
        ("O a;\nO |", "OP1 bis alt ", "O a;\nO{1 bis alt} |"),
        ("P a,\nP |", "PP1 bis alt ", "P a,\nP{PP1 bis alt} |"),
        ("O a:\n1 b;\n1 |", "OP1 (a) bis ", "O a:\n1 b;\n1{(a) bis} |"),
        ("O a:\n1{a)} b:\n2{i)} c;\n1 |", "OP1 a) ii) ", "O a:\n1{a)} b:\n2{i)} c;\n2{ii)} |"),
        ("O a:\n1{(أ)} b;\n1 |", "OP1 (أ) bis ", "O a:\n1{(أ)} b;\n1{(أ) bis} |"),
        ("O a:\n1 b;\n1 |", "OP1 (a bis) ", "O a:\n1 b;\n1{(a) bis} |"),
        ("O a:\n1 b;\n1 |", "1 (a) bis ", "O a:\n1 b;\n1{(a) bis} |"),
        # A label alone in brackets leaves both of them.
        ("O a;\nO |", "[OP2] ", "O a;\nO [] |"),
        ("O a;\nO |", "[2.] ", "O a;\nO [] |"),
        ("O a;\nO |", "[OP1 bis] ", "O a;\nO{1 bis} [] |"),
        ("O a;\nO |", "[[1 alt 2] ", "O a;\nO{1 alt 2} [[] |"),
        ("O a:\n1 b;\n1 |", "[(a) bis] ", "O a:\n1 b;\n1{(a) bis} [] |"),
        ("P a,\nP |", "[PP2] ", "P a,\nP [] |"),
        ("O a;\nO |", "[OP2 Requests ", "O a;\nO [_Requests_ |"),
        ("O a;\nO |", "[OP2] Requests ", "O a;\nO [] _Requests_ |"),
        ("O a;\nO |", "[[OP2] Requests ", "O a;\nO [[] _Requests_ |"),
        # The number of a paragraph that begins with its first item.
        ("O a;\nO |", "2. (a) ", "O a;\nO (a) |"),
        ("O a;\nO |", "2 (a) ", "O a;\nO (a) |"),
        ("O a;\nO |", "OP2 (a) ", "O a;\nO (a) |"),
        ("O a;\nO |", "1 bis (a) ", "O a;\nO{1 bis} (a) |"),
        ("O a;\nO |", "1 alt. (a) ", "O a;\nO{1 alt} (a) |"),
        ("O a:\n1 b;\n1 |", "2. (a) ", "O a:\n1 b;\nO (a) |"),
        ("P a,\nP |", "1. (a) ", "P a,\nO (a) |"),
        ("O a;\nO |", "2. (a) c;↵(b) d", "O a;\nO (a) c;\n1{(b)} d|"),
        ("O a;\nO |", "2. (a) c;↵(b) d;↵(c) e", "O a;\nO (a) c;\n1{(b)} d;\n1 e|"),
        # Behind a list the number of a paragraph says what it is.
        ("O a:\n1 b;\n1 |", "OP2 Requests ", "O a:\n1 b;\nO _Requests_ |"),
        ("O a:\n1 b;\n1 |", "PP2 Noting ", "O a:\n1 b;\nP _Noting_ |"),
        ("O a:\n1 b;\n1 |", "2) Invites ", "O a:\n1 b;\nO _Invites_ |"),
        ("O a:\n1 b;\n1 |", "2.Invites ", "O a:\n1 b;\nO _Invites_ |"),
        ("O a:\n1 Requests b;\n1 |", "2) Invites ", "O a:\n1 Requests b;\n1 2) Invites |"),
        ("O a;\nO |", "PP3 Recalling ", "O a;\nP _Recalling_ |"),
        ("P a:\n1 b;\n1 |", "Noting ", "P a:\n1 b;\nP _Noting_ |"),
        ("P a:\n1 Noting b;\n1 |", "Noting ", "P a:\n1 Noting b;\n1 Noting |"),
        ("O a:\n1 b;\n1 |", "Noting ", "O a:\n1 b;\n1 Noting |"),
        ("O a|", "↵II↵", "O a\nS\nO |"),
        ("O a|", "↵Section I↵", "O a\nS\nO |"),
        ("O a|", "↵I↵", "O a\nS\nO |"),
        ("O a|", "↵V↵", "O a\nO V\nO |"),
        ("O a;\nO |", "5. ", "O a;\nO |"),
        ("O a;\nO |", "1 bis ", "O a;\nO{1 bis} |"),
        ("O a;\nO |", "1 bis. ", "O a;\nO{1 bis} |"),
        ("O a;\nO |", "1 бис. ", "O a;\nO{1 бис} |"),
        ("O a;\nO{1 бис} b;\nO |", "1 бис. ", "O a;\nO{1 бис} b;\nO{1 тер} |"),
        ("O a;\nO |", "1 مكررا - ", "O a;\nO{1 مكررا} |"),
        ("O a;\nO |", "2. бисер ", "O a;\nO бисер |"),
        ("O a;\nT |", "2. ", "O a;\nO |"),
        ("P a,\nP |", "1. ", "P a,\nO |"),
        # Who types a number in the preamble writes an OP, save before an opening of the preamble.
        ("P a,\nP |\nP b,", "1. ", "P a,\nO |\nP b,"),
        ("P a,\nP |\nP b,", "1. Decides ", "P a,\nO _Decides_ |\nP b,"),
        ("P a,\nP |\nP b,", "1. The States ", "P a,\nO The States |\nP b,"),
        ("P a,\nP |\nP b,", "1. Noting ", "P a,\nP _Noting_ |\nP b,"),
        ("P a,\nP |\nP b,", "1. (a) ", "P a,\nO (a) |\nP b,"),
        ("P a,\nP |a,\nP b,", "1. ", "P a,\nO |a,\nP b,"),
        ("P a,\nP |\nP b,", "1. Decides to;↵Noting ", "P a,\nO _Decides_ to;\nP _Noting_ |\nP b,"),
        ("P a:\n1 b;\n1 |\nP c,", "2) Invites ", "P a:\n1 b;\nO _Invites_ |\nP c,"),
        # A number that begins no list goes on with the one there is, though it is written otherwise.
        ("O a:\nO |", "(i) b;↵(ii) c;↵(iii) d;↵(iv) e;↵(v) ",
            "O a:\n1{(i)} b;\n1{(ii)} c;\n1{(iii)} d;\n1{(iv)} e;\n1{(v)} |"),
        ("O a:\nO |", "i) b;↵ii) c;↵iii) d;↵iv) ", "O a:\n1{i)} b;\n1{ii)} c;\n1{iii)} d;\n1{iv)} |"),
        ("O a:\nO |", "i. b;↵ii. c;↵iii. ", "O a:\n1{i.} b;\n1{ii.} c;\n1{iii.} |"),
        ("O a:\n1 b;\n1 |", "(ii) ", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b;\n1 |", "(iii) ", "O a:\n1 b;\n2 |"),
        ("O a:\n1 b;\n1 c;\n1 |", "(iii) bis ", "O a:\n1 b;\n1 c;\n1{(c) bis} |"),
        ("O a:\n1 b:\n1 |", "(i) c;↵(ii) d;↵(b) ", "O a:\n1 b:\n2 c;\n2 d;\n1 |"),
        ("O a:\n1 b:\n1 |", "i) c;↵ii) d;↵(b) ", "O a:\n1 b:\n2{i)} c;\n2{ii)} d;\n1 |"),
        ("O a:\n1 b:\n2 c:\n2 |", "a. d;↵ii. ", "O a:\n1 b:\n2 c:\n3 d;\n3 |"),
        # However many blanks are typed behind a number, none begins the paragraph.
        ("O a;\nO |", "2.  Requests ", "O a;\nO _Requests_ |"),
        ("O a;\nO |", "2. \u00a0  b", "O a;\nO b|"),
        ("O a;\nO |", "2)  Requests ", "O a;\nO _Requests_ |"),
        ("O a;\nO |", "OP2  Requests ", "O a;\nO _Requests_ |"),
        ("O a;\nO |", "OP1 bis  b", "O a;\nO{1 bis} b|"),
        ("O a:\n1 b;\n1 |", "(b)  c", "O a:\n1 b;\n1 c|"),
        ("O a:\n1 b;\nO |", "1 (b)  c", "O a:\n1 b;\n1 c|"),
        ("O a;\nO |", "[2.  b", "O a;\nO [b|"),
        ("O a;\nO |", "2. [ ] b", "O a;\nO [ ] b|"),
        ("O a;\nO |b", "2.  ", "O a;\nO |b"),
        ("O a;\nO | b", "2. ", "O a;\nO |b"),
        ("O a;\nO |", "II.  Money", "O a;\nS Money|"),
        ("O a;\nO |", "  b", "O a;\nO ~ b|"),
        ("O a:\n1 b;\n1 |", "2. ", "O a:\n1 b;\nO |"),
        ("O a:\nO |", "(a) ", "O a:\n1 |"),
        ("O a:\nO |", "a) ", "O a:\n1{a)} |"),
        ("O a:\nO |", "a. ", "O a:\n1{a.} |"),
        ("O a:\n1{a.} b;\n1 |", "b. ", "O a:\n1{a.} b;\n1{b.} |"),
        ("O a:\n1 b;\n1 |", "b) ", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b;\n1 |", "a) ", "O a:\n1 b;\n2{a)} |"),
        ("O a:\n1{a)} b;\n2{i)} c;\n2 |", "ii) ", "O a:\n1{a)} b;\n2{i)} c;\n2{ii)} |"),
        ("O a:\n1{a)} b;\n2{i)} c;\n2 |", "b) ", "O a:\n1{a)} b;\n2{i)} c;\n1{b)} |"),
        ("O a:\n1{a)} b:\n2 |", "i) ", "O a:\n1{a)} b:\n2{i)} |"),
        ("O a;\nO |", "2 - ", "O a;\nO |"),
        ("O تقرر؛\nO |", "٢ - ", "O تقرر؛\nO |"),
        ("O تقرر؛\nO |", "2- ", "O تقرر؛\nO |"),
        ("O تقرر؛\nO |", "٥- ", "O تقرر؛\nO |"),
        ("T |", "١ - ", "O |"),
        ("O 决定：\nO |", "（a） ", "O 决定：\n1 |"),
        ("O 决定：\nO |", "（a）开会", "O 决定：\n1 开会|"),
        ("O 决定：\n1 开会；\n1 |", "（b）请各国", "O 决定：\n1 开会；\n1 请各国|"),
        ("O 决定：\n1 |", "(a)报告", "O 决定：\n1 报告|"),
        ("O 决定：\nT |", "（c）项所述", "O 决定：\nT （c）项所述|"),
        ("O 决定：\nT |", "（a）和（b）项", "O 决定：\nT （a）和（b）项|"),
        ("O 决定；\nO |", "2.本决议", "O 决定；\nO 本决议|"),
        ("O 决定；\nO |", "2.5亿人", "O 决定；\nO 2.5亿人|"),
        ("O 决定；\nO |", "2-请各国", "O 决定；\nO _请_各国|"),
        ("O تقرر أن تجتمع؛\nO |", "٢-تطلب إلى الجميع", "O تقرر أن تجتمع؛\nO _تطلب إلى_ الجميع|"),
        ("O Decide;\nO |", "2-Pide informe", "O Decide;\nO _Pide_ informe|"),
        ("O a;\nO |", "2-Year plans", "O a;\nO 2-Year plans|"),
        # A figure in brackets is that of an item where it is the next one.
        ("O a:\n1 |", "(1) To meet", "O a:\n1{(1)} To meet|"),
        ("O a:\n1 |", "1) to meet↵2) to eat↵to go", "O a:\n1{1)} to meet\n1{2)} to eat\n1{3)} to go|"),
        (
            "O a:\n1 |",
            "1) b:↵(i) c↵(ii) d↵2) e",
            "O a:\n1{1)} b:\n2 c\n2 d\n1{2)} e|",
        ),
        ("O a:\n1{(1)} b:\n2 c;\n2 |", "(2) e", "O a:\n1{(1)} b:\n2 c;\n1{(2)} e|"),
        ("O a:\n1{(1)} b:\n2 c;\n2 |", "(3) e", "O a:\n1{(1)} b:\n2 c;\n2 (3) e|"),
        ("O a:\n1{(1)} b:\n2 c;\n2 |", "2) e", "O a:\n1{(1)} b:\n2 c;\n2 2) e|"),
        ("O a:\n1 b:\n2 |", "1) to meet", "O a:\n1 b:\n2{1)} to meet|"),
        ("O a:\n1 |", "2) to meet", "O a:\n1 2) to meet|"),
        ("O a:\n1 b;\n1 |", "2) to meet", "O a:\n1 b;\n1 2) to meet|"),
        ("O a:\n1{1)} b;\n1{2)} |", "3) to meet", "O a:\n1{1)} b;\n1{2)} 3) to meet|"),
        ("O a:\n1 b;\n1 |", "(2) To meet", "O a:\n1 b;\n1 To meet|"),
        ("O a:\n1 b;\n1 |", "(1) To meet", "O a:\n1 b;\n1 (1) To meet|"),
        ("O a:\n1 |", "(3) To meet", "O a:\n1 (3) To meet|"),
        ("O a;\nO |", "(2) To meet", "O a;\nO (2) To meet|"),
        ("O تطلب:\nT |", "(أ)أن تجتمع", "O تطلب:\n1{(أ)} أن تجتمع|"),
        ("O تطلب:\n1{(أ)} أن تجتمع؛\n1{(ب)} |", "(ب)أن تأكل", "O تطلب:\n1{(أ)} أن تجتمع؛\n1{(ب)} أن تأكل|"),
        ("O تطلب:\nT |", "(ال)دول", "O تطلب:\nT (ال)دول|"),
        ("O تطلب:\nT |", "(د)أن تجتمع", "O تطلب:\nT (د)أن تجتمع|"),
        ("O 决定；\nO |", "2． ", "O 决定；\nO |"),
        ("O 决定：\nO |", "（一）", "O 决定：\n1{（一）} |"),
        ("O 决定：\nO |", "(一)", "O 决定：\n1{(一)} |"),
        ("O 决定：\nO |", "㈠", "O 决定：\n1{㈠} |"),
        ("O 决定：\n1 粮食：\n1 |", "㈠", "O 决定：\n1 粮食：\n2{㈠} |"),
        ("O 决定：\n1 粮食：\n1 |", "（一）", "O 决定：\n1 粮食：\n2{（一）} |"),
        ("O 决定：\n1 粮食：\n2{㈠} 水；\n1 |", "㈡", "O 决定：\n1 粮食：\n2{㈠} 水；\n2{㈡} |"),
        ("O 决定：\n1 粮食：\n2{㈠} 水；\n2 |", "(b) ", "O 决定：\n1 粮食：\n2{㈠} 水；\n1 |"),
        ("O 决定：\n1{（一）} 粮食：\n1 |", "㈠", "O 决定：\n1{（一）} 粮食：\n2{㈠} |"),
        ("O 决定：\n1{㈠} 粮食：\n1 |", "㈡", "O 决定：\n1{㈠} 粮食：\n1{㈡} |"),
        ("O 决定；\nO |", "2、", "O 决定；\nO |"),
        ("O 决定；\nO |", "2．", "O 决定；\nO |"),
        ("O 决定；\nO |", "二、", "O 决定；\nO |"),
        ("O 决定；\nO |", "五、", "O 决定；\nO |"),
        ("O 决定；\nO |", "会、", "O 决定；\nO 会、|"),
        ("O 决定：\n1{（一）} 开会：\n1{（二）} |", "(a) ", "O 决定：\n1{（一）} 开会：\n2{(a)} |"),
        ("O 决定：\n1{（一）} 开会：\nO |", "(a) ", "O 决定：\n1{（一）} 开会：\n2{(a)} |"),
        ("O 决定：\n1{（一）} 去：\n2{(a)} 来；\n2 |", "（二）", "O 决定：\n1{（一）} 去：\n2{(a)} 来；\n1{（二）} |"),
        ("O 决定：\n1{（一）} 开会；\nO |", "(b) ", "O 决定：\n1{（一）} 开会；\n1{（二）} |"),
        ("O a:\n1{(1)} b:\nO |", "(a) ", "O a:\n1{(1)} b:\n2{(a)} |"),
        ("O 决定：\n1{（一）} 开会；\nO |", "（二）", "O 决定：\n1{（一）} 开会；\n1{（二）} |"),
        ("O تقرر:\nO |", "(أ) ", "O تقرر:\n1{(أ)} |"),
        ("O تقرر:\nO |", "أ - ", "O تقرر:\n1{أ -} |"),
        ("O تقرر:\n1{(أ)} نعم؛\nO |", "(ب) ", "O تقرر:\n1{(أ)} نعم؛\n1{(ب)} |"),
        ("O تقرر؛\nO |", "1 - ", "O تقرر؛\nO |"),
        ("O a:\n1{a)} b;\nO |", "b) ", "O a:\n1{a)} b;\n1{b)} |"),
        ("O a:\n1 b:\n1 |", "(i) ", "O a:\n1 b:\n2 |"),
        ("O a:\n1 b:\n2 c:\n2 |", "a. ", "O a:\n1 b:\n2 c:\n3 |"),
        ("O a:\n1 a;\n1 b;\n1 c;\n1 d;\n1 e;\n1 f;\n1 g;\n1 h;\n1 |", "(i) ",
         "O a:\n1 a;\n1 b;\n1 c;\n1 d;\n1 e;\n1 f;\n1 g;\n1 h;\n1 |"),
        ("O a:\n1 b:\n2 c;\n1 |", "(b) ", "O a:\n1 b:\n2 c;\n1 |"),
        ("O a:\n1 b:\n2 c;\n2 |", "(d) ", "O a:\n1 b:\n2 c;\n1 |"),
        ("O a;\nH |", "I. ", "O a;\nS |"),
        ("O a;\nO |", "IV. ", "O a;\nS |"),
        ("E The General Assembly,\nP |", "Section I. ", "E The General Assembly,\nS |"),
        ("O a;\nO |", "Section II. ", "O a;\nS |"),
        ("O a;\nT |", "D. ", "O a;\nT D. |"),
        ("S Means\nO |", "A. ", "S Means\nH A. |"),
        ("S Means\nH A. Money\nO a;\nO |", "B. ", "S Means\nH A. Money\nO a;\nH B. |"),
        ("S Means\nH B. Money\nO a;\nO |", "C. ", "S Means\nH B. Money\nO a;\nH C. |"),
        ("S Means\nO a;\nO |", "A. ", "S Means\nO a;\nH A. |"),
        ("S Means\nO a;\nO |\nH D. Money", "C. ", "S Means\nO a;\nH C. |\nH D. Money"),
        ("S Means\nO a;\nO |\nS\nH D. Money", "C. ", "S Means\nO a;\nO C. |\nS\nH D. Money"),
        ("S Means\nH A. Money\nO |", "A. ", "S Means\nH A. Money\nO A. |"),
        ("O a;\nO |", "A. ", "O a;\nO A. |"),
        ("S Means\nO |b", "A. ", "S Means\nO A. |b"),
        # Before a few words that open nothing a numeral makes a section of them; before an item's it may be a word.
        ("S Means\nO a;\nO |Money", "II. ", "S Means\nO a;\nS |Money"),
        ("O a;\nH |Money and time", "I. ", "O a;\nS |Money and time"),
        ("O a;\nT |资金", "III. ", "O a;\nS |资金"),
        ("O a;\nO |Деньги", "Раздел I. ", "O a;\nS |Деньги"),
        ("O a;\nO |Requests a report;", "II. ", "O a;\nO II. |Requests a report;"),
        ("O a;\nO |Smith agrees", "V. ", "O a;\nO V. |Smith agrees"),
        ("O a;\nO |a b c d e f g h i j k l m", "II. ", "O a;\nO II. |a b c d e f g h i j k l m"),
        ("O a:\n1 |Money", "II. ", "O a:\n1 II. |Money"),
        ("S x\nH |Money", "A. ", "S x\nH A. |Money"),
        ("O a;\nO |Money", "1.1 ", "O a;\nO 1.1 |Money"),
        ("O a;\nO |b", "(a) ", "O a;\n1 |b"),
        ("O a;\nO [|b]", "2. ", "O a;\nO [|b]"),
        ("O a;\nO |", "[2. ", "O a;\nO [|"),
        ("O a;\nO |", "OP1 bis. ", "O a;\nO{1 bis} |"),
        ("P a,\nP |", "PP1 bis. ", "P a,\nP{PP1 bis} |"),
        ("O a|", " 1. ", "O a 1. |"),
        ("O a;\nO |", "2025 ", "O a;\nO 2025 |"),
        ("O a;\nO |", "1.5 ", "O a;\nO 1.5 |"),
        ("Q |", "1. ", "Q 1. |"),
    ],
)  # fmt: skip
def test_numbers(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    selection, _ = write(made, selection, typed)
    expected = lines(after)
    assert [line.rstrip() for line in told(made, selection)] == [line.rstrip() for line in expected]


@pytest.mark.parametrize(
    ("before", "typed", "after", "told"),
    [
        ("O a;\nO b;\nO |\nO c.", "1. ", "3.", "it is 3. in its place here"),
        ("O a;\nO b;\nO |\nO c.", "3. ", "3.", ""),
        ("O a;\nO b;\nO |", "2 bis. ", "2 bis", ""),
        ("O a:\n1{a)} b;\n1 |", "d) ", "b)", "it is b) in its place here"),
        ("O a:\n1 b;\n1 |", "(f) ", "(b)", "it is (b) in its place here"),
        ("O a:\n1 b;\n1 c;\n1 |", "(b) bis ", "(b) bis", "it is (b) bis now"),
        ("O a;\nO |", "1. bis ", "1 bis", "it is 1 bis now"),
        # No two have the same: the next suffix is taken, as by the menu.
        ("O a;\nO{1 bis} b;\nO |", "1 bis. ", "1 ter", "it is 1 ter in its place here"),
        ("O a;\nO{1 bis} b;\nO |", "1bis. ", "1 ter", "it is 1 ter in its place here"),
        ("O a;\nO{1 bis} b;\nO{1 ter} c;\nO |", "OP1 bis. ", "1 quater", "it is 1 quater in its place here"),
        ("O a;\nO |\nO{1 bis} b;", "1. bis ", "1 ter", "it is 1 ter now"),
        ("O a;\nO{1 ter} b;\nO |", "1 bis. ", "1 bis", ""),
        ("O a;\nO{1 alt} b;\nO |", "1 alt ", "1 alt", ""),
        ("P a,\nP{PP1 bis} b,\nP |", "PP1 bis. ", "PP1 ter", "it is PP1 ter in its place here"),
        ("O a:\n1 b;\n1{(a) bis} c;\n1 |", "(a) bis ", "(a) ter", "it is (a) ter now"),
        ("O a;\nS{II} Money\nO |\nO c.", "1. ", "1.", ""),
        ("O a;\nS{II} Money\nO |\nO c.", "2. ", "2.", ""),
        ("P a,\nP |", "PP7. ", "PP2", ""),
        ("O a:\n1 b;\n1 |", "(ii) ", "(b)", "it is (b) in its place here"),
        # An OP typed in the middle of a list divides it.
        ("O a:\n1 b;\n1 |\n1 c.", "2. ", "2.", "the items behind it are in its list now"),
        ("O a:\n1 b;\n1 |\n1 c.", "3. ", "2.", "it is 2. in its place here; the items behind it are in its list now"),
        ("O a:\n1 b:\n2 |\n1 c.", "2. ", "2.", "the items behind it are in its list now"),
        ("O a:\n1 b;\n1 |\n2 c.\nO d.", "2. ", "2.", ""),
        ("O a:\n1 b;\n1 |\nO c.", "2. ", "2.", ""),
    ],
)
def test_a_typed_number_takes_its_place(before: str, typed: str, after: str, told: str) -> None:
    made, selection = working(before)
    write(made, selection, typed)
    position = selection.head.position
    number = made.number(position) or made.label(position)
    last = made.undo_list.last
    assert number is not None
    assert last is not None
    assert number.rstrip(".") == after.rstrip(".")
    assert last.told.replace(".", "") == told.replace(".", "")


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("E x,\nP |", "Recalling its", "E x,\nP _Recalling_ its"),
        ("E x,\nP |", "Recalling also its", "E x,\nP _Recalling also_ its"),
        ("E x,\nP |", "Taking note with appreciation of", "E x,\nP _Taking note with appreciation_ of"),
        ("E x,\nP |", "Convinced, x", "E x,\nP _Convinced_, x"),
        ("E x,\nP |", "[Recalling its", "E x,\nP [_Recalling_ its"),
        ("P x,\nP |", "Decides to", "P x,\nO _Decides_ to"),
        ("P x,\nP |\nP y,", "Decides to", "P x,\nP _Decides_ to\nP y,"),
        ("O x;\nO |", "Recalling its", "O x;\nO _Recalling_ its"),
        ("P x,\nO |", "Recalling its", "P x,\nP _Recalling_ its"),
        ("O x;\nO |", "Also requests the", "O x;\nO _Also requests_ the"),
        ("O x;\nT |", "Urges States", "O x;\nO _Urges_ States"),
        ("O x;\nH |", "Welcoming States", "O x;\nH Welcoming States"),
        ("O x:\n1 |", "Requests the", "O x:\n1 Requests the"),
        ("P x,\nP |", "Rappelant ses", "P x,\nP _Rappelant_ ses"),
        ("O x;\nO |", "Prie le", "O x;\nO _Prie_ le"),
        ("P x,\nP |", "إذ تشير إلى قرارها", "P x,\nP _إذ تشير إلى_ قرارها"),
        ("P x,\nP |", "回顾其决议", "P x,\nP _回顾_其决议"),
        ("P x,\nP |", "Wondering at", "P x,\nP Wondering at"),
        # A section may have a preamble of its own; behind an OP what opens as a PP may be one, too.
        ("O a.\nS II\nO |", "Having considered the", "O a.\nS II\nP _Having considered_ the"),
        ("O a.\nS II\nP _Noting_ x,\nP |", "Takes note of", "O a.\nS II\nP _Noting_ x,\nO _Takes note_ of"),
        ("O a.\nS II\nH Reports\nO |", "Recalling its", "O a.\nS II\nH Reports\nP _Recalling_ its"),
        ("O a.\nS II\nT |", "Recalling its", "O a.\nS II\nP _Recalling_ its"),
        ("O a;\nO |", "Acting under", "O a;\nO _Acting_ under"),
        ("O a;\nO |", "Pursuant to the", "O a;\nO Pursuant to the"),
        ("P a,\nP |", "根据其", "P a,\nP _根据_其"),
        ("O a；\nO |", "根据其", "O a；\nO 根据其"),
        ("O a.\nS II\nO b;\nO |", "Recognizing the", "O a.\nS II\nO b;\nO _Recognizing_ the"),
        ("M |", "The General Assembly,", "E _The General Assembly_,"),
        ("M x\nM |", "L’Assemblée générale,", "M x\nE _L’Assemblée générale_,"),
        ("P x,\nP a |", "Recalling its", "P x,\nP a Recalling its"),
        ("P x,\nP |", "[Decides] [Agrees] to", "P x,\nO [_Decides_] [Agrees] to"),
        ("P x,\nP |", "[Decides][Agrees] to", "P x,\nO [_Decides_][Agrees] to"),
        ("P x,\nP |", "[[Decides] [Agrees]] to", "P x,\nO [[_Decides_] [Agrees]] to"),
        ("P x,\nP |", "［Decides］ to", "P x,\nO ［_Decides_］ to"),
        ("P x,\nP |", "【决定】继续", "P x,\nO 【_决定_】继续"),
        ("P x,\nP |", "[تقرر] [تطلب] أن", "P x,\nO [_تقرر_] [تطلب] أن"),
        ("P x,\nP |", "[决定][同意]开会", "P x,\nO [_决定_][同意]开会"),
        ("O x;\nO |", "[Requests] [Invites] the", "O x;\nO [_Requests_] [Invites] the"),
        ("O x;\nO |", "[Requests] C:", "O x;\nO [_Requests_] C:"),
        ("P x,\nP |", "[Recalling] also the", "P x,\nP _[Recalling] also_ the"),
        ("P x,\nP |", "[Noting with concern] that", "P x,\nP [_Noting with concern_] that"),
        ("P x,\nP |", "[[Deeply] concerned] that", "P x,\nP [_[Deeply] concerned_] that"),
        ("P x,\nO |", "[Strongly] urges all", "P x,\nO _[Strongly] urges_ all"),
        ("M The General Assembly\nM |", "Recalling its", "E _The General Assembly_\nP _Recalling_ its"),
        ("M Title\nM The General Assembly\nM |", "Decides to", "M Title\nE _The General Assembly_\nO _Decides_ to"),
        ("M The General Assembly today\nM |", "Recalling its", "M The General Assembly today\nP _Recalling_ its"),
        # Below a title the preamble begins where no title opens so, and nothing stands below.
        ("M Title\nM |", "Decides to", "M Title\nM Decides to"),
        ("M Title\nM |", "Supporting all", "M Title\nM Supporting all"),
        ("M A/C.2/80/L.5\nM |", "Taking stock of it", "M A/C.2/80/L.5\nM Taking stock of it"),
        ("M Draft resolution on oceans\nM |", "Recalling its", "M Draft resolution on oceans\nP _Recalling_ its"),
        ("M A/C.2/80/L.5\nM Title\nM Fiji: draft resolution\nM |", "Recalling its",
         "M A/C.2/80/L.5\nM Title\nM Fiji: draft resolution\nP _Recalling_ its"),
        ("M Title\nM |", "recalling its", "M Title\nM recalling its"),
        ("M Title\nM |\nM Fiji: draft", "Recalling its", "M Title\nM Recalling its\nM Fiji: draft"),
        ("M Title\nM |\nE G,", "Recalling its", "M Title\nM Recalling its\nE G,"),
        ("M العنوان\nM |", "إذ تشير إلى القرار", "M العنوان\nP _إذ تشير إلى_ القرار"),
        ("M 妇女\nM |", "注意到决议", "M 妇女\nP _注意到_决议"),
        ("M 妇女\nM |", "支持发展中", "M 妇女\nM 支持发展中"),
    ],
)  # fmt: skip
def test_openings(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    write(made, selection, typed)
    assert told(made) == lines(after)


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("O a:\n1 To b;\n1 |", "Invites all", "O a:\n1 To b;\nO _Invites_ all"),
        ("O a:\n1 To b;\n1 |", "[Also invites all", "O a:\n1 To b;\nO [_Also invites_ all"),
        ("O a:\n1{a)} De b ;\n1{b)} |", "Prie le", "O a:\n1{a)} De b ;\nO _Prie_ le"),
        ("O a:\n1 b:\n2 c;\n2 |", "Invites all", "O a:\n1 b:\n2 c;\nO _Invites_ all"),
        ("O a:\n1 To b;\n1 |\nO c.", "Invites all", "O a:\n1 To b;\nO _Invites_ all\nO c."),
        ("O a:\n1 To b;\n1 |", "invites all", "O a:\n1 To b;\n1 invites all"),
        ("O a:\n1 To b;\n1 |", "(b) Invites all", "O a:\n1 To b;\n1 Invites all"),
        ("O a:\n1 Requests b;\n1 |", "Invites all", "O a:\n1 Requests b;\n1 Invites all"),
        ("O a:\n1 b:\n2 |", "Invites all", "O a:\n1 b:\n2 Invites all"),
        ("P a:\n1 b,\n1 |\nP c,", "Invites all", "P a:\n1 b,\n1 Invites all\nP c,"),
        ("P a:\n1 b,\n1 |\n1 c,\nP d,", "Invites all", "P a:\n1 b,\n1 Invites all\n1 c,\nP d,"),
        ("O a:\n1 To b;\n1 |", "Recalling all", "O a:\n1 To b;\n1 Recalling all"),
        ("O просит:\n1{a)} доложить;\n1{b)} |", "решает в", "O просит:\n1{a)} доложить;\nO _решает_ в"),
        ("O отмечает:\n1 просит a;\n1 |", "постановляет в", "O отмечает:\n1 просит a;\n1 постановляет в"),
        # In Chinese an item may begin with the verb of an OP.
        ("O 决定：\n1 开会；\n1 |", "又决定继续", "O 决定：\n1 开会；\nO _又决定_继续"),
        ("O 鼓励各国：\n1 开会；\n1 |", "请秘书长", "O 鼓励各国：\n1 开会；\nO _请_秘书长"),
        ("O 鼓励各国：\n1 开会；\n1 |", "支持难民", "O 鼓励各国：\n1 开会；\n1 支持难民"),
        ("O 决定：\n1 开会；\n1 |", "请秘书长", "O 决定：\n1 开会；\nO _请_秘书长"),
        ("O 决定：\n1 开会；\n1 |", "敦促各国", "O 决定：\n1 开会；\nO _敦促_各国"),
        ("O 决定：\n1 开会；\n1 |", "(b) 请秘书长", "O 决定：\n1 开会；\n1 请秘书长"),
        ("O 决定：\n1 请开会；\n1 |", "请秘书长", "O 决定：\n1 请开会；\n1 请秘书长"),
        ("O تقرر:\n1{(أ)} النظر؛\n1{(ب)} |", "تدعو الدول",
         "O تقرر:\n1{(أ)} النظر؛\nO _تدعو_ الدول"),
        ("O تقرر:\n1{(أ)} تشجع الدول؛\n1{(ب)} |", "تدعو الدول",
         "O تقرر:\n1{(أ)} تشجع الدول؛\n1{(ب)} تدعو الدول"),
    ],
)  # fmt: skip
def test_an_opening_behind_a_list_is_the_next_paragraph(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    _, recognised = write(made, selection, typed)
    assert told(made) == lines(after)
    assert recognised == ("_" in after) + typed.startswith("(")


@pytest.mark.parametrize("typed", ["Invites all", "Also invites all"])
def test_an_opening_behind_a_list_is_undone_by_itself_and_stays_undone(typed: str) -> None:
    made, selection = working("O a:\n1 To b;\n1 |")
    verb = typed.rsplit(None, 1)[0]
    write(made, selection, f"{verb} ")
    undone = made.undo()
    assert undone is not None
    assert told(made) == lines(f"O a:\n1 To b;\n1 {verb}~")
    write(made, undone.after, "all")
    assert told(made) == lines(f"O a:\n1 To b;\n1 {typed}")


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("The General Assembly,↵Noting↵1. Decides↵Requests↵",
         "E _The General Assembly_,\nP _Noting_,\nO _Decides_;\nO _Requests_;\nO"),
        ("Annex↵Declaration↵We, the heads↵1. We agree↵2. We act↵",
         "A Annex\nH Declaration\nT We, the heads\nO We agree.\nO We act.\nO"),
    ],
)  # fmt: skip
def test_what_enter_ends_and_what_has_no_number_yet(typed: str, after: str) -> None:
    made = WorkingText(Draft())
    write(made, Selection(), typed)
    assert [line.rstrip() for line in told(made)] == [line.rstrip() for line in lines(after)]


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("The Economic and Social Council↵Recalling X↵Decides Y",
         "E _The Economic and Social Council_,\nP _Recalling_ X,\nO _Decides_ Y"),
        ("الجمعية العامة↵إذ تشير إلى قرارها", "E _الجمعية العامة_،\nP _إذ تشير إلى_ قرارها"),
        ("大会↵回顾其决议", "E _大会_，\nP _回顾_其决议"),
        ("The Working Group on Ageing↵Recalling x", "E _The Working Group on Ageing_,\nP _Recalling_ x"),
        ("妇女地位委员会↵回顾其决议", "E _妇女地位委员会_，\nP _回顾_其决议"),
        ("Статистическая комиссия↵ссылаясь на x", "E _Статистическая комиссия_,\nP _ссылаясь на_ x"),
        ("Второй комитет↵ссылаясь на x", "M Второй комитет\nP _ссылаясь на_ x"),
        ("The report of the Board↵Recalling x", "M The report of the Board\nP _Recalling_ x"),
    ],
)  # fmt: skip
def test_an_organ_without_its_comma_gets_it_once_a_paragraph_opens_below(typed: str, after: str) -> None:
    made = WorkingText(Draft())
    write(made, Selection(), typed)
    assert told(made) == lines(after)


@pytest.mark.parametrize(
    ("before", "wrong", "place", "letter", "after"),
    [
        ("P x,\nP |", "Decdes to meet", 3, "i", "P x,\nO _Decides_ to meet"),
        ("P x,\nP |", "Recaling its", 4, "l", "P x,\nP _Recalling_ its"),
        ("P x,\nP |\nP y,", "Decdes to", 3, "i", "P x,\nP _Decides_ to\nP y,"),
        ("P x,\nP |", "Deciides to meet", 4, "", "P x,\nO _Decides_ to meet"),
        ("P x,\nP |", "Decides to met", 13, "e", "P x,\nO _Decides_ to meet"),
        ("P x,\nP Decdes| b,", " to", 3, "i", "P x,\nP _Decides_ to b,"),
        ("O x;\nT Urgs| b", " to", 3, "e", "O x;\nT Urges to b"),
        ("P x,\nP |", "Woting that", 0, "N", "P x,\nP NWoting that"),
    ],
)
def test_an_opening_put_right_is_one_when_its_paragraph_is_left(
    before: str, wrong: str, place: int, letter: str, after: str
) -> None:
    made, selection = working(before)
    write(made, selection, wrong)
    here = Selection.at(1, place)
    write(made, here, letter) if letter else acts.delete_back(made, here)
    open_left(made, 1, Selection.at(0))
    assert told(made) == lines(after)


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("M A/C.2/80/L.5\nM |", "Recalling its report,", "M A/C.2/80/L.5\nP _Recalling_ its report,"),
        ("M A/C.2/80/L.5\nM |", "إذ تشير إلى القرار،", "M A/C.2/80/L.5\nP _إذ تشير إلى_ القرار،"),
        ("M A/C.2/80/L.5\nM |", "Taking stock of it", "M A/C.2/80/L.5\nM Taking stock of it"),
        ("M A/C.2/80/L.5\nM |", "Supporting all,", "M A/C.2/80/L.5\nM Supporting all,"),
        ("M A/C.2/80/L.5\nM |\nM Title", "Recalling it,", "M A/C.2/80/L.5\nM Recalling it,\nM Title"),
        ("M A/C.2/80/L.5\nM Recalling| a,", " it", "M A/C.2/80/L.5\nM Recalling it a,"),
    ],
)
def test_a_line_below_a_masthead_without_title_that_ends_with_a_comma_is_a_preambular_paragraph(
    before: str, typed: str, after: str
) -> None:
    made, selection = working(before)
    write(made, selection, typed)
    open_left(made, 1, Selection.at(0))
    assert told(made) == lines(after)


def test_an_opening_put_right_and_undone_stays_as_it_was_typed() -> None:
    made, selection = working("P x,\nP |")
    write(made, selection, "Decdes to")
    write(made, Selection.at(1, 3), "i")
    assert open_left(made, 1, Selection.at(0))
    made.undo()
    selection, _ = write(made, Selection.at(1, 10), " meet")
    assert not open_left(made, 1, Selection.at(0))
    assert told(made) == lines("P x,\nP Decides to meet")


def test_openings_in_roman_letters_that_nobody_touches_stay() -> None:
    for before in ("P x,\nP Decides to|", "O x;\nO Decides| to"):
        made, selection = working(before)
        write(made, selection, " now")
        assert not open_left(made, 1, Selection.at(0))


@pytest.mark.parametrize(
    ("before", "typed", "literal", "more"),
    [
        ("O a;\nO |", "(a) ", "O a;\nO (a)~", "bc de"),
        ("O a;\nO |", "(a)Fo", "O a;\nO (a)Fo", "bc de"),
        ("P a,\nP |", "Decides ", "P a,\nP Decides~", "to meet also"),
        ("P a,\nP |", "Recalling ", "P a,\nP Recalling~", "also its"),
        ("M |", "The General Assembly,", "M The General Assembly,", " as"),
    ],
)
def test_one_undo_gives_the_letters_back_and_they_stay(before: str, typed: str, literal: str, more: str) -> None:
    made, selection = working(before)
    _, recognised = write(made, selection, typed)
    assert recognised == 1
    undone = made.undo()
    assert undone is not None
    assert told(made) == lines(literal)
    _, recognised = write(made, undone.after, more)
    assert recognised == 0
    assert told(made) == lines(literal.replace("~", " ") + more)


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("O تقرر:\n1{(أ)} ما يلي:\n1 |", "’1‘ تعزيز", "O تقرر:\n1{(أ)} ما يلي:\n2{’1‘} تعزيز"),
        ("O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n1 |", "’2‘ كلا", "O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2{’2‘} كلا"),
        ("O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2 |", "(ب) كلا", "O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n1{(ب)} كلا"),
        # One that is there already is the next: no list of a third level is numbered so.
        ("O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2 |", "’1‘ كلا", "O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2{’2‘} كلا"),
        ("O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n1 |", "’5‘ كلا", "O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2{’2‘} كلا"),
        ("O Decides:\n1 |", "'1' go", "O Decides:\n1 ‘1’ go"),
        ("O تقرر:\n1{(أ)} نعم:\n2{'1'} لا؛\n2 |", "'2' كلا", "O تقرر:\n1{(أ)} نعم:\n2{'1'} لا؛\n2{'2'} كلا"),
        ("O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2 |", "’٢‘ كلا", "O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2 ’٢‘ كلا"),
    ],
)  # fmt: skip
def test_figures_in_quotation_marks_are_the_second_level_of_an_arabic_list(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    write(made, selection, typed)
    assert told(made) == lines(after)


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("O a :\n1{a)} b;|", "↵c", "O a :\n1{a)} b;\n1{b)} c"),
        ("O a :\n1{a)} b;|\n1{b)} d.", "↵c", "O a :\n1{a)} b;\n1{b)} c\n1{c)} d."),
        ("O a :\n1{a)} b;|\n1{c)} d.", "↵c", "O a :\n1{a)} b;\n1{b)} c\n1{c)} d."),
        ("O a :\n1{a)} b;|\n1{d)} d.", "↵c", "O a :\n1{a)} b;\n1{b)} c\n1{d)} d."),
        ("O a :\n1{a)} b;\n1{a) bis} d;|\n1{b)} e.", "↵f", "O a :\n1{a)} b;\n1{a) bis} d;\n1{b)} f\n1{c)} e."),
        ("O تقرر:|", "↵نعم؛↵لا", "O تقرر:\n1{(أ)} نعم؛\n1{(ب)} لا"),
        ("O a :\n1{a)} b.\nO c :|", "↵d", "O a :\n1{a)} b.\nO c :\n1{a)} d"),
        ("O Prie les États :|", "↵d’agir :↵→là", "O Prie les États :\n1{a)} d’agir :\n2{i)} là"),
        ("O просит:\n1{а)} дать:|", "↵→там", "O просит:\n1{а)} дать:\n2{i)} там"),
        ("O Solicita a los Estados:|", "↵Actuar", "O Solicita a los Estados:\n1{a)} Actuar"),
        ("O просит всех:|", "↵писать", "O просит всех:\n1{a)} писать"),
        ("O Prie les États :|\nO Prie :\n1 d’agir.", "↵là↵ici", "O Prie les États :\n1 là\n1 ici\nO Prie :\n1 d’agir."),
        ("O Prie les États :\n1 d’agir.\nO Prie :|", "↵là", "O Prie les États :\n1 d’agir.\nO Prie :\n1 là"),
        ("O 决定：\n1{（一）} 开会；|", "↵散会", "O 决定：\n1{（一）} 开会；\n1{（二）} 散会"),
        ("O a :\n1{a)} b :|", "↵c", "O a :\n1{a)} b :\n2{i)} c"),
        ("O تقرر:\n1{(أ)} نعم:|", "↵لا؛↵كلا", "O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا؛\n2{’2‘} كلا"),
        ("O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا:|", "↵ما؛↵كلا", "O تقرر:\n1{(أ)} نعم:\n2{’1‘} لا:\n3{أ -} ما؛\n3{ب -} كلا"),
        ("O تقرر:\n1{(أ)} نعم:\n2{'1'} لا؛|", "↵كلا", "O تقرر:\n1{(أ)} نعم:\n2{'1'} لا؛\n2{'2'} كلا"),
        ("O a:\n1 b:|", "↵c", "O a:\n1 b:\n2 c"),
        ("O a :\n1{a)} b;|\nO c.", "↵c", "O a :\n1{a)} b;\n1{b)} c\nO c."),
        ("O a:\n1 b;|", "↵c", "O a:\n1 b;\n1 c"),
        ("O a:\n1{d)} b;|", "↵c", "O a:\n1{d)} b;\n1{e)} c"),
        ("O تقرر:\n1{(ب)} نعم؛|", "↵لا", "O تقرر:\n1{(ب)} نعم؛\n1{(ج)} لا"),
        ("O تقرر:\n1{(ب)} |نعم؛", "↵", "O تقرر:\n1{(أ)}\n1{(ب)} نعم؛"),
        ("O просит:\n1{а)} b;\n1{б)} c;|", "↵d", "O просит:\n1{а)} b;\n1{б)} c;\n1{в)} d"),
        ("O просит:\n1{a)} b;\n1{б)} c;|", "↵d", "O просит:\n1{a)} b;\n1{б)} c;\n1{в)} d"),  # the first is Latin
        ("O просит:\n1{б)} b;|", "↵d", "O просит:\n1{б)} b;\n1{в)} d"),
        ("O Prie :\n1{b)} b ;\n1{b) bis} c ;|", "↵d", "O Prie :\n1{b)} b ;\n1{b) bis} c ;\n1{c)} d"),
        ("O 决定：\n1{（二）} 开会；|", "↵散会", "O 决定：\n1{（二）} 开会；\n1{（三）} 散会"),
        ("O 决定：\n1 开会；\n1{（二）} 去；|", "↵散会", "O 决定：\n1 开会；\n1{（二）} 去；\n1{（三）} 散会"),
        ("O 决定：\n1{（一）} 开会：\n2{(a)} 去；|", "↵来", "O 决定：\n1{（一）} 开会：\n2{(a)} 去；\n2{(b)} 来"),
        ("O a：\n1{（一）} b：\n2{(a)} c;|\n2{(b)} e", "↵d", "O a：\n1{（一）} b：\n2{(a)} c;\n2{(b)} d\n2{(c)} e"),
        ("O a:\n1{(1)} b:\n2{(a)} c:\n3{(i)} d;|", "↵e", "O a:\n1{(1)} b:\n2{(a)} c:\n3{(i)} d;\n3{(ii)} e"),
        (
            "O a:\n1{(1)} b:\n2{(a)} c;|\n" + "\n".join(f"2{{({letter})}} d;" for letter in "bcdefghi"),
            "↵e",
            "O a:\n1{(1)} b:\n2{(a)} c;\n2{(b)} e\n" + "\n".join(f"2{{({letter})}} d;" for letter in "cdefghij"),
        ),
        ("O a:\n1{(2)} b;|", "↵c", "O a:\n1{(2)} b;\n1{(3)} c"),
        ("O a:\n1 b;\n1{(b) bis} c;|", "↵d", "O a:\n1 b;\n1{(b) bis} c;\n1 d"),
    ],
)  # fmt: skip
def test_a_list_goes_on_in_its_form(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    write(made, selection, typed)
    assert told(made) == lines(after)


def test_a_list_in_its_form_is_counted_again_when_items_go_come_or_move() -> None:
    before = "O a :\n1{a)} b;\n1{b)} c;\n1{c)} d;\n1{d)} e."
    made, _ = working(before)
    acts.move(made, Selection.at(1), 1)
    assert [made.number(at) for at in range(1, 5)] == ["a)", "b)", "c)", "d)"]
    assert [entry.text[0] for entry in made.entries] == list("acbde")
    acts.delete(made, Selection(Caret(1, 0), Caret(2, 0)))
    assert [made.number(at) for at in range(1, 4)] == ["a)", "b)", "c)"]
    acts.deeper(made, Selection.at(2))
    assert [made.number(at) for at in range(1, 4)] == ["a)", "i)", "b)"]
    while made.undo():
        pass
    assert told(made) == lines(before)


def test_a_list_typed_as_french_and_spanish_texts_write_it() -> None:
    made, selection = working("M |")
    write(made, selection, "1. Décide de :↵a) Manger↵b) Boire :↵i) de l’eau↵ii) du thé↵c) Dormir↵d) Rêver")
    assert told(made) == lines(
        """
        O _Décide_ de :
        1{a)} Manger
        1{b)} Boire :
        2{i)} de l’eau
        2{ii)} du thé
        1{c)} Dormir
        1{d)} Rêver
        """
    )


def test_a_resolution_written_in_one_go_and_taken_back() -> None:
    made = WorkingText(Draft())
    text = (
        "Food↵The General Assembly,↵Recalling its resolution,↵Deeply concerned about hunger,↵↵"
        "Decides:↵To meet;↵to eat:↵Well;↵↵To rest;↵↵Requests a report.↵Annex↵Menu"
    )
    write(made, Selection(), text)
    assert told(made) == lines(
        """
        M Food
        E _The General Assembly_,
        P _Recalling_ its resolution,
        P _Deeply concerned_ about hunger,
        O _Decides_:
        1 To meet;
        1 to eat:
        2 Well;
        1 To rest;
        O _Requests_ a report.
        A Annex
        H Menu
        """
    )
    assert [made.label(at) for at in (2, 3, 4, 5, 7, 8, 9, 10)] == [
        "PP1", "PP2", "OP1", "OP1 (a)", "OP1 (b) (i)", "OP1 (c)", "OP2", "Annex",
    ]  # fmt: skip
    end = made.draft()
    while made.undo():
        pass
    assert made.draft() == Draft()
    while made.redo():
        pass
    assert made.draft() == end


@pytest.mark.parametrize(
    ("before", "pieces", "after"),
    [
        ("E x,\nP |", ["回顾", "其关于此事的以往各项决议，"], "E x,\nP _回顾_其关于此事的以往各项决议，|"),
        ("E x,\nP |", ["回顾其决议，"], "E x,\nP _回顾_其决议，|"),
        ("E x,\nP |", ["商定结论是"], "E x,\nP 商定结论是|"),
        ("E x,\nP |", ["商定结束谈判"], "E x,\nO _商定_结束谈判|"),
        ("O تقرر؛\nT |", ["2 - تقرر أن تجتمع"], "O تقرر؛\nO _تقرر_ أن تجتمع|"),
        ("P x,\nP |", ["1. Decides to meet;"], "P x,\nO _Decides_ to meet;|"),
        ("P x,\nP |", ["Recalling also its"], "P x,\nP _Recalling also_ its|"),
        ("O a:\nO |", ["(a) Meetings; ", "more"], "O a:\n1 Meetings; more|"),
        ("M |", ["The General Assembly,"], "E _The General Assembly_,|"),
        ("M x\nM |", ["The General Assembly, in full"], "M x\nM The General Assembly, in full|"),
        ("O a;\nO b |c", ["2. Decides to"], "O a;\nO b 2. Decides to|c"),
        ("O a;\nO |", ["II. Means"], "O a;\nS Means|"),
    ],
)
def test_what_is_written_in_one_piece(before: str, pieces: list[str], after: str) -> None:
    made, selection = working(before)
    for piece in pieces:
        selection = commit(made, selection, piece)
    assert told(made, selection) == lines(after)


@given(st.text("1.a() IVDecids回顾，تقرر-", max_size=30))
def test_one_piece_is_read_as_letter_by_letter(text: str) -> None:
    letters, selection = working("E x,\nP |")
    for letter in text:
        selection = commit(letters, selection, letter)
    whole, selection = working("E x,\nP |")
    commit(whole, selection, text) if text else None
    assert told(whole) == told(letters)


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("E x,\nP |", "1) просит всех", "E x,\nO _просит_ всех|"),
        ("E x,\nP |", "1.просит всех", "E x,\nO _просит_ всех|"),
        ("E x,\nP |", "1) Decides to", "E x,\nO _Decides_ to|"),
        ("E x,\nP |", "1.Decides to", "E x,\nO _Decides_ to|"),
        ("E x,\nP |", "1)Also requests the", "E x,\nO _Also requests_ the|"),
        ("O a;\nT |", "2) Decides to", "O a;\nO _Decides_ to|"),
        ("O a;\nO |", "7) Decides to", "O a;\nO _Decides_ to|"),
        ("P x,\nP |", "1.تقرر أن", "P x,\nO _تقرر_ أن|"),
        ("P x,\nP |\nP y,", "1) Decides to", "P x,\nO _Decides_ to|\nP y,"),
        ("P x,\nP |", "1) Recalling its", "P x,\nP _Recalling_ its|"),
        ("P x,\nP |", "1.decides to", "P x,\nP 1.decides to|"),
        ("P x,\nP |", "1.5 million", "P x,\nP 1.5 million|"),
        ("O a:\n1 |", "1) Decides to", "O a:\n1{1)} Decides to|"),
        ("M |", "PP1 Recalling its", "P _Recalling_ its|"),
        ("M |", "ПП1 ссылаясь на ее", "P _ссылаясь на_ ее|"),
        ("E x,\nP |", "PP1 Recalling its", "E x,\nP _Recalling_ its|"),
        ("E x,\nP |", "OP1 Decides to", "E x,\nO _Decides_ to|"),
        ("M |", "OP1 Decides to", "O _Decides_ to|"),
        ("P x,\nP |", "OP1 and OP2", "P x,\nP OP1 and OP2|"),
        ("P x,\nP |\nP y,", "OP1 Decides to", "P x,\nO _Decides_ to|\nP y,"),
        ("P x,\nP |", "OP1 Recalling its", "P x,\nP OP1 Recalling its|"),
    ],
)
def test_a_number_that_only_its_verb_makes_one(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    write(made, selection, typed)
    assert told(made) == lines(after.replace("|", ""))
    made, selection = working(before)
    assert told(made, commit(made, selection, typed)) == lines(after)


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("M |", "Decides↵", "O _Decides_\nO |"),
        ("M |", "1) Decides↵", "O _Decides_\nO |"),
        ("M |", "Budget↵", "M Budget\nM |"),
        ("M title\nM |", "Decides↵", "M title\nM Decides\nM |"),
        ("O a;\nT |", "Requests↵", "O a;\nO _Requests_\nO |"),
        ("E x,\nP |", "OP2 Requests↵x", "E x,\nO _Requests_\nO x|"),
        ("P x,\nP |", "PP3 Recalling↵", "P x,\nP _Recalling_\nP |"),
        ("P x,\nP |\nP y,", "1) Decides↵", "P x,\nO _Decides_\nO |\nP y,"),
        ("O a:\n1 |", "1) Decides↵", "O a:\n1{1)} Decides\n1{2)} |"),
    ],
)
def test_an_opening_alone_is_one_once_its_paragraph_is_left(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    assert told(made, write(made, selection, typed)[0]) == lines(after)
    while made.undo():
        pass
    assert told(made) == lines(before.replace("|", ""))
    while made.redo():
        pass
    assert told(made) == lines(after.replace("|", ""))


def test_a_number_and_an_opening_are_one_step_where_the_caret_went_elsewhere() -> None:
    made, selection = working("E x,\nP |")
    write(made, selection, "1) Decides")
    assert open_left(made, 1, Selection.at(0, 1))
    assert told(made, selected(made)) == lines("E x|,\nO _Decides_")
    assert made.undo_list.done[-1].words == "Number 1"
    made.undo()
    assert told(made) == lines("E x,\nP 1) Decides")
    assert not open_left(made, 1, Selection.at(0, 1))


def test_a_number_and_its_verb_are_undone_at_once_and_stay_undone() -> None:
    made, selection = working("E x,\nP |")
    _, recognised = write(made, selection, "1) Decides ")
    assert recognised == 1
    undone = made.undo()
    assert undone is not None
    write(made, undone.after, "also to ")
    assert told(made) == lines("E x,\nP 1) Decides also to~")


@pytest.mark.parametrize(
    ("typed", "told_of"),
    [("5. ", "it is 2"), ("(d) ", "it is (a)"), ("II. ", "it is I"), ("Section III. ", "it is I"), ("I. ", "")],
)
def test_a_number_that_is_another_in_its_place_is_told(typed: str, told_of: str) -> None:
    made, selection = working("O a;\nO |")
    write(made, selection, typed)
    said = [edit.told for edit in made.undo_list.done if edit.told]
    assert said == ([f"{told_of} in its place here"] if told_of else [])


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("M T\nE _G_,\nP |", "1.→Urges", "M T\nE _G_,\nO Urges|"),
        ("O a;\nO |", "2.→Calls", "O a;\nO Calls|"),
        ("O a;\nO |b;", "2.→", "O a;\nO |b;"),
        ("O a:\n1 |", "(a)→b↵(b)→c:↵(i)→d", "O a:\n1 b\n1 c:\n2 d|"),
        ("O a:\n1 b;\n1 |", "2.→Calls", "O a:\n1 b;\nO Calls|"),
        ("O a;\nO |", "II.→b", "O a;\nS b|"),
        ("O a;\nO |", "2)→b", "O a;\nO b|"),
        ("O a;\nO |", "OP2→b", "O a;\nO b|"),
        ("O a;\nO |", "2 bis→b", "O a;\nO{2 bis} b|"),
        ("S I\nP |", "A.→b", "S I\nH A. b|"),
        # Elsewhere it is a level.
        ("O a;\nO b|", "→", "O a;\n1 b|"),
        ("O a;\nO |", "2→", "O a;\n1 2|"),
        ("O a;\nO 2.b|", "→", "O a;\n1 2.b|"),
        ("O a;\nO |", "Recalling→", "O a;\n1 Recalling|"),
        ("C{0.0.0} |\nC{0.0.1} b", "1.→", "C{0.0.0} 1.|\nC{0.0.1} b"),
    ],
)
def test_a_number_that_a_tab_ends_is_the_number(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    selection, _ = write(made, selection, typed)
    assert told(made, selection) == lines(after)
    while made.undo():
        pass
    assert told(made) == lines(before.replace("|", ""))


def test_one_undo_gives_back_a_number_that_a_tab_ended() -> None:
    made, selection = working("O a;\nO |")
    write(made, selection, "2.→")
    assert made.undo_list.last is not None
    assert made.undo_list.last.words == "Number 2"
    made.undo()
    assert told(made) == lines("O a;\nO 2.")


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("P a,|", "↵I↵The role of States↵1. Ask↵2. Calls", "P a,\nS\nH The role of States\nO Ask\nO Calls|"),
        ("P a,|", "↵I↵The role of States↵1.→", "P a,\nS\nH The role of States\nO |"),
        ("P a,|", "↵I↵States↵Recalling,", "P a,\nS\nH States\nP _Recalling_,|"),
        ("P a,|", "↵I↵States↵Urges all", "P a,\nS\nH States\nO _Urges_ all|"),
        ("S a\nO b;\nO c|", "↵II↵Money↵3. Asks", "S a\nO b;\nO c\nS\nH Money\nO{3} Asks|"),
        ("S a\nO b;\nO c|", "↵II↵Money↵1. Asks", "S a\nO b;\nO c\nS\nH Money\nO Asks|"),
        ("S\nO a;\nO b;\nS\nO{3} c|", "↵III↵Money↵1. Ask", "S\nO a;\nO b;\nS\nO{3} c\nS\nH Money\nO Ask|"),
        ("S\nO a;\nO b;\nS\nO{3} c|", "↵III↵Money↵4. Ask", "S\nO a;\nO b;\nS\nO{3} c\nS\nH Money\nO{4} Ask|"),
        ("S\nO a;\nO b;\nS\nO{3} c|", "↵III↵Pay↵Urges all", "S\nO a;\nO b;\nS\nO{3} c\nS\nH Pay\nO{4} _Urges_ all|"),
        ("S\nO a;\nO b;\nS\nO{3} c|", "↵III↵Money↵Noting,", "S\nO a;\nO b;\nS\nO{3} c\nS\nH Money\nP _Noting_,|"),
        ("S\nO a;\nO b;\nS\nO{3} c|", "↵III↵4. Money↵Urges ", "S\nO a;\nO b;\nS\nO{3} c\nS\nO{4} Money\nO _Urges_ |"),
        # One paragraph before: "2." would be the second of the section as well, were its title the first.
        ("S\nO a|", "↵II↵Money↵2. Decides to", "S\nO{1} a\nS\nH Money\nO{2} _Decides_ to|"),
        ("S\nO a|", "↵II↵Money↵1. Decides to", "S\nO a\nS\nH Money\nO _Decides_ to|"),
        ("O a|", "↵I↵Money↵2. Decides to", "O{1} a\nS\nH Money\nO{2} _Decides_ to|"),
        # Not what is counted, opens so, is no single line, or stands under a section that has its title.
        ("P a,|", "↵I↵1. Ask↵2. Calls", "P a,\nS\nO Ask\nO Calls|"),
        ("P a,|", "↵I↵Ask↵2. Calls", "P a,\nS\nO Ask\nO Calls|"),
        ("P a,|", "↵I↵Urges all↵1. Calls", "P a,\nS\nO _Urges_ all\nO Calls|"),
        ("P a,|", "↵I↵Ask↵Go↵1. Calls", "P a,\nS\nO Ask\nO Go\nO Calls|"),
        ("P a,|", "↵I. States↵Ask↵1. Calls", "P a,\nS States\nO Ask\nO Calls|"),
        ("S\nO b;|", "↵1. Asks", "S\nO b;\nO Asks|"),
    ],
)
def test_the_line_below_a_section_is_its_title_where_the_next_is_its_first(before: str, typed: str, after: str) -> None:
    made, selection = working(before)
    selection, _ = write(made, selection, typed)
    assert told(made, selection) == lines(after)
    while made.undo():
        pass
    assert told(made) == lines(before.replace("|", ""))


def test_the_title_of_a_section_loses_the_mark_of_a_paragraph_and_is_told() -> None:
    made, selection = working("O a.|", punctuates=True)
    write(made, selection, "↵I↵States↵1. ")
    assert told(made) == lines("O a;\nS\nH States\nO")
    assert made.undo_list.last is not None
    assert made.undo_list.last.said == "Number 1; the line before it is the title of the section"
    made.undo()
    assert [entry.paragraph.kind for entry in made.entries][-2] is Kind.OPERATIVE


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("2. The Committee shall consider:", "O The Committee shall consider:"),
        ("2. The Council, at its next session", "O The Council, at its next session"),
        ("2.The Council, at its next session", "O The Council, at its next session"),
    ],
)
def test_a_paragraph_whose_number_was_typed_is_no_organs_line(typed: str, after: str) -> None:
    made, selection = working("E G,\nO a.|", punctuates=False)
    write(made, selection, f"↵{typed}")
    assert told(made)[-1] == lines(after)[-1]


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        # What opens as no paragraph of a resolution and stands under no organ's line is what was typed.
        ("T A|", "↵1. We act.↵We go.↵We meet", "T A\nO We act.\nO We go.\nO We meet"),
        ("T A|", "↵1. We act.↵We go↵We meet", "T A\nO We act.\nO We go.\nO We meet"),
        ("T A|", "↵1. We act:↵to go↵2. We meet.↵We end", "T A\nO We act:\n1 to go.\nO We meet.\nO We end"),
        # Of a resolution the marks are known, and where a semicolon was typed too, or a paragraph of the base is there.
        ("E G,|", "↵1. We act.↵We go.↵We meet", "E G,\nO We act;\nO We go;\nO We meet"),
        ("T A|", "↵1. Urges all.↵Decides it.↵We meet", "T A\nO _Urges_ all;\nO _Decides_ it;\nO We meet"),
        ("T A|", "↵1. We act;↵We go.↵We meet", "T A\nO We act;\nO We go;\nO We meet"),
        ("T A\nO We stay.|", "↵We go.↵We meet", "T A\nO We stay;\nO We go;\nO We meet"),
        # A base in which paragraphs end in nothing else, as those of a treaty, says how it is done there.
        (
            "E G,\nH 1\nO We act.\nO We go.|\nO We sit\nH 2\nO We run.\nO We rest.\nO We end.",
            "↵We meet↵We talk",
            "E G,\nH 1\nO We act.\nO We go.\nO We meet.\nO We talk\nO We sit\nH 2\nO We run.\nO We rest.\nO We end.",
        ),
        ("E G,\nO We act.\nO We go.|", "↵We meet↵We talk", "E G,\nO We act.\nO We go.\nO We meet.\nO We talk"),
        ("E G,\nO We act;\nO We go.|", "↵We meet↵We talk", "E G,\nO We act;\nO We go;\nO We meet;\nO We talk"),
    ],
)
def test_full_stops_that_are_typed_in_what_is_no_resolution_stay(before: str, typed: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    write(made, selection, typed)
    assert told(made) == lines(after)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("28. Requests all", ["O _Requests_ all"]),
        ("28.Requests all", ["O _Requests_ all"]),
        ("1) Decides to meet", ["O _Decides_ to meet"]),
        ("OP2. One", ["O One"]),
        ("Decides to act↵one", ["O _Decides_ to act;", "O one"]),
        ("(a) one↵two", ["L (a) one", "L two"]),  # no list is open there
        ("II. One", ["S One"]),
        ("The General Assembly,↵Recalling it", ["E _The General Assembly_,", "P _Recalling_ it"]),
        ("17 December 2025↵Noting that", ["L 17 December 2025", "O _Noting_ that"]),
        ("Adopted by 3 to 2", ["L Adopted by 3 to 2"]),
    ],
)
def test_behind_a_closing_line_what_is_typed_becomes_structure(typed: str, after: list[str]) -> None:
    before = ["E The Council,", "P Recalling a,", "O Decides a.", "L 64th plenary meeting"]
    made, at = working("\n".join((*before, "L 17 December 2025|")), punctuates=True)
    write(made, at, f"↵{typed}")
    if after[-1].startswith("O"):
        before[2] = "O Decides a;"  # the resolution goes on
    assert [line.replace("|", "") for line in told(made)] == [*before, "L 17 December 2025", *after]


def test_a_number_before_the_words_of_a_closing_line_is_one_of_them() -> None:
    made, at = working("O Decides a.\nL |64th plenary meeting")
    write(made, at, "1. ")
    assert told(made)[1] == "L 1. 64th plenary meeting"


def test_the_number_of_a_sole_paragraph_is_told_to_show_later() -> None:
    made, at = working("E Organ,\nP |")
    at, _ = write(made, at, "1. ")
    assert made.number(1) is None
    assert made.undo_list.last is not None
    assert made.undo_list.last.said == "Number 1; it shows once there is another operative paragraph"
    at, _ = write(made, at, "Decides so↵2. ")
    assert [made.number(1), made.number(2)] == ["1", "2"]
    assert made.undo_list.last.told == ""
