"""The contract of `adref read --json` and `adref compare --json`."""

from __future__ import annotations

import json
from typing import Any

from models.comparison.change import Change, Comparison, FootnoteChange, VerbChange
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.forms.json_form import comparison_json, comparison_value, reading_json, reading_value
from models.reading.reading import Origin, Reading, ReadingWarning, Revision
from models.sample import sample_reading

DRAFT = Draft(
    (
        Paragraph(Kind.MASTHEAD, (Run("A/C.2/58/L.37"),)),
        Paragraph(
            Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the report,"), Run(footnote=1), Run(footnote=2))
        ),
        Paragraph(
            Kind.OPERATIVE, (Run("De"), Run("cides"), Run(""), Run(" now.", bold=True, underline=True)), number="3 bis"
        ),
        Paragraph(Kind.TEXT, (Run("cell"),), cell=(0, 2, 1)),
    ),
    (Footnote(1, "1", (Run("A/58/98."),)), Footnote(2, "*", ())),
)


def test_a_reading_has_every_key_of_the_contract() -> None:
    reading = Reading(
        DRAFT,
        warnings=(ReadingWarning(None, "revisions-accepted", "Tracked changes were accepted."),),
        revisions=(
            Revision("insert", "Chair", "2003-11-07T10:00:00Z", 1, 10, 14, "text"),
            Revision("delete", None, None, None, 0, 0, "gone", footnote=2),
        ),
        origins=(Origin("word/document.xml", 0),),
        plain=b"Recalling",
    )
    value = reading_value(reading)
    assert list(value) == ["masthead", "paragraphs", "footnotes", "revisions", "warnings", "comments", "ledger"]
    assert list(value["masthead"]) == [
        "symbol", "organ", "distribution", "date", "original", "session", "committee", "agenda_item", "agenda_title",
        "sponsor_line", "sponsors", "on_behalf", "base_symbol", "title", "adopted", "meeting", "report",
    ]  # fmt: skip
    assert value["masthead"]["symbol"] == "A/C.2/58/L.37"
    assert value["masthead"]["sponsors"] == []
    assert value["paragraphs"][1] == {
        "kind": "preambular", "level": 0, "label": "PP1", "number": None, "text": "Recalling the report,",
        "runs": [{"text": "Recalling", "italic": True}, {"text": " the report,"}, {"footnote": 1}, {"footnote": 2}],
        "footnotes": [1, 2],
    }  # fmt: skip
    assert value["paragraphs"][2] == {
        "kind": "operative", "level": 0, "label": "OP3 bis", "number": "3 bis", "text": "Decides now.",
        "runs": [{"text": "Decides"}, {"text": " now.", "bold": True, "underline": True}], "footnotes": [],
    }  # fmt: skip
    assert value["paragraphs"][3]["cell"] == [0, 2, 1]
    assert value["footnotes"] == [
        {"id": 1, "mark": "1", "text": "A/58/98.", "runs": [{"text": "A/58/98."}]},
        {"id": 2, "mark": "*", "text": "", "runs": []},
    ]
    assert value["revisions"] == [
        {"kind": "insert", "author": "Chair", "date": "2003-11-07T10:00:00Z", "paragraph": 1, "start": 10, "end": 14,
         "text": "text"},
        {"kind": "delete", "author": None, "date": None, "paragraph": None, "start": 0, "end": 0, "text": "gone",
         "footnote": 2},
    ]  # fmt: skip
    assert value["warnings"] == [
        {"paragraph": None, "code": "revisions-accepted", "message": "Tracked changes were accepted."}
    ]
    assert json.loads(reading_json(reading)) == value


def test_a_comparison_has_every_key_of_the_contract() -> None:
    change = Change(
        kind="reworded", moved=False, renumbered=True, weight="substance", reasons=("words", "renumbered"), old=(2,),
        new=(2, 3), old_labels=("OP6",), new_labels=("OP7", None), similarity=0.93,
        verb=VerbChange("Invites", "Urges", "stronger"), words=(("equal", "a "), ("delete", "all"), ("insert", "the")),
    )  # fmt: skip
    note = FootnoteChange("unchanged", (1,), (2,), ())
    value = comparison_value(
        Comparison(DRAFT, Draft(DRAFT.paragraphs), (change,), (note,), bounded=True), "old.docx", "dir/new.docx"
    )
    summary = {
        "unchanged": 0, "reworded": 1, "inserted": 0, "deleted": 0, "split": 0, "merged": 0, "moved": 0,
        "renumbered": 1, "housekeeping": 0, "words_inserted": 1, "words_deleted": 1,
    }  # fmt: skip
    assert value == {
        "old": {"file": "old.docx", "paragraphs": 4},
        "new": {"file": "dir/new.docx", "paragraphs": 4},
        "summary": summary,
        "changes": [
            {
                "kind": "reworded", "moved": False, "renumbered": True, "weight": "substance",
                "reasons": ["words", "renumbered"], "old": [2], "new": [2, 3], "old_labels": ["OP6"],
                "new_labels": ["OP7", None], "similarity": 0.93,
                "verb": {"old": "Invites", "new": "Urges", "direction": "stronger"},
                "words": [["equal", "a "], ["delete", "all"], ["insert", "the"]],
            }
        ],
        "footnotes": [{"kind": "unchanged", "old": [1], "new": [2], "words": []}],
        "bounded": True,
    }  # fmt: skip
    assert list(value) == ["old", "new", "summary", "changes", "footnotes", "bounded"]
    assert list(value["summary"]) == list(summary)


def test_the_positions_of_both_forms_agree() -> None:
    old, new = sample_reading("earlier_draft_illustration"), sample_reading("vice_chairmans_text")
    value = json.loads(comparison_json(compare(old.draft, new.draft), "old.txt", "new.txt"))
    for side, op, reading in (("old", "delete", old), ("new", "insert", new)):
        paragraphs: list[dict[str, Any]] = reading_value(reading)["paragraphs"]
        assert sorted(at for change in value["changes"] for at in change[side]) == list(range(len(paragraphs)))
        for change in value["changes"]:
            words = "".join(text for kind, text in change["words"] if kind in ("equal", op))
            assert words == "\n".join(paragraphs[at]["text"] for at in change[side])
            assert change[f"{side}_labels"] == [paragraphs[at]["label"] for at in change[side]]


def test_half_a_surrogate_pair_can_be_written() -> None:
    reading = Reading(Draft((Paragraph(Kind.TEXT, (Run("broken \ud83d letter, Türkiye"),)),)))
    text = reading_json(reading)
    assert text.encode()
    assert json.loads(text)["paragraphs"][0]["text"] == "broken \ud83d letter, Türkiye"
