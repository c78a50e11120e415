"""What the sheet shows against the working text it shows."""

from __future__ import annotations

from models.draft import computed_numbers, labels
from models.editing.runs import cut, length, shown
from widgets.text.block_lines import lines_of
from widgets.theme.utf16 import utf16
from widgets.writing.sheet import WritingSheet


def same_as_model(sheet: WritingSheet) -> None:
    """Every block reads as its paragraph and is seen; labels, note marks and brackets are those of the draft."""
    working = sheet.working
    assert working is not None
    document = sheet.document()
    assert document.blockCount() == max(1, len(working.entries))
    draft = working.draft()
    names, numbers = labels(draft), computed_numbers(draft)
    for position, entry in enumerate(working.entries):
        block = document.findBlockByNumber(position)
        assert sheet.text.runs_of(block) == entry.paragraph.runs, f"block {position}"
        assert block.text().replace("\u2028", "\n") == shown(entry.paragraph.runs)
        if sheet.column.blocks.is_set(position) and position not in sheet.text.late:
            lines, composed = lines_of(block.layout()), utf16(block.layout().preeditAreaText())
            assert lines, f"block {position} has no lines"
            assert sum(long for _, long in lines) == block.length() - 1 + composed, f"block {position} has other lines"
        assert sheet.shown.label(position) == names[position]
        number = draft.paragraphs[position].number
        assert sheet.shown.number(position) == number
        assert entry.printed or number == numbers[position]
    if not working.entries:
        assert document.toPlainText() == ""
    marks = {note.id: note.mark for note in draft.footnotes}
    cited = {note for entry in working.entries for note in entry.paragraph.footnotes}
    assert {note: sheet.shown.mark(note) for note in cited} == {note: marks[note] for note in cited}
    selection = sheet.selection()
    for caret in (selection.anchor, selection.head):
        entries = working.entries
        assert 0 <= caret.place <= (length(cut(entries[caret.position].paragraph.runs)) if entries else 0)
