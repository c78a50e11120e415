"""A page of HTML as paragraphs with looks: blocks, list numbers and note marks; everything else is cleaned away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from models.clipboard.blocks import BREAK, Block, Page, Piece, in_one, joined
from models.clipboard.boxes import Boxes
from models.clipboard.cells import Cells
from models.clipboard.lists import Lists, Number, told_level, word_level, word_number
from models.clipboard.looks import (
    HEADINGS,
    Look,
    classes_of,
    hides_words,
    is_block,
    is_box,
    is_comment,
    is_of_link,
    is_quote,
    is_space_of_browser,
    is_unseen,
    look_of,
    name_of,
    style_of,
    words_in,
)
from models.clipboard.merged_cells import CELLS
from models.clipboard.page_notes import PageNotes
from models.clipboard.raised import raised_parts, signed
from models.clipboard.said_of_itself import is_number, line_end, said_of
from models.clipboard.signs_shown import signs_shown
from models.clipboard.style_sheet import StyleSheet
from models.clipboard.wrapping import END, START
from models.draft.held_letters import held
from models.draft.unseen_signs import as_seen
from models.forms.inline_marks import ATTRIBUTE, REMARK

_SPACES = re.compile(r"[ \t\n\r\f]+")
_OF_OURS = ("p", *HEADINGS[:3])
_TABLE = ("table", "tr", *CELLS)
_BLANK = BREAK + " \t\xa0"
_BOX = "<v:textbox"
"""What Word writes of a box with words, for itself alone; others get a picture."""
_MARK = "o:p"
"""What Word writes at the end of a paragraph for its mark."""


def read_page(root: etree._Element, notes: PageNotes, sheet: StyleSheet, inside: etree._Element | None = None) -> Page:
    """The blocks of a page between its fragment's marks; `inside`: those of one note, whose way back is left out.

    Of the `sheet` of a page of ours nothing is a look of words.
    """
    said = root.find("head/meta[@name='generator']")
    is_ours = said is not None and said.get("content") == "Adref"
    walk = _Walk(notes, inside, None if is_ours else sheet, is_ours=is_ours)
    for event, element in _steps(root if inside is None else inside, walk):
        (walk.enter if event == "start" else walk.leave)(element)
    walk.flush()
    walk.page.merged = walk.cells.merged
    return walk.page


def _steps(root: etree._Element, walk: _Walk) -> Iterator[tuple[str, etree._Element]]:
    """Starts and ends of elements, comments too, without recursion; nothing inside what the walk leaves out."""
    stack = [root]
    yield "start", root
    iterators = [iter(() if walk.skips(root) else root)]
    while stack:
        child = next(iterators[-1], None)
        if child is None:
            yield "end", stack.pop()
            iterators.pop()
            continue
        yield "start", child
        stack.append(child)
        iterators.append(iter(() if walk.skips(child) else child))


class _Walk:
    def __init__(
        self, notes: PageNotes, inside: etree._Element | None, sheet: StyleSheet | None, *, is_ours: bool
    ) -> None:
        self.page = Page()
        self.notes = notes
        self.inside = inside
        self.block = Block()
        self.looks = [Look()]
        self.cells = Cells()
        self.lists = Lists()
        self.number: Number | None = None
        self.boxes = Boxes()
        self.skipped: set[etree._Element] = set()
        self.blocks_open = 0
        self.quotes_open = 0
        self.fragment = inside is not None
        self.ended = False
        self.is_ours = is_ours
        self.sheet = sheet

    def skips(self, element: etree._Element) -> bool:
        """Whether what is inside an element was passed over when it was entered."""
        return not isinstance(element.tag, str) or element in self.skipped

    def enter(self, element: etree._Element) -> None:
        """An element begins."""
        if not isinstance(element.tag, str):
            self._comment(element)
            return
        name, style = name_of(element), style_of(element)
        told = self._told(element, name, style)
        self.looks.append(look_of(name, element.get(ATTRIBUTE), told, self.looks[-1], classes_of(element)))
        if element.tag == _MARK:
            self._mark_of_paragraph()
        if is_block(name, style):
            self._block_begins(element, name, told)
        elif is_box(element, name, style):
            self.boxes.enter(element, self.block, self.number, len(self.page.blocks))
            self.block, self.number = Block(), None
        if name in _TABLE:
            if name in CELLS:
                self._empty_cells(element)
            self.cells.enter(name, element)
        if self._passed_over(element, name, style):
            self.skipped.add(element)
            self.block.kept = self.block.kept and not is_block(name, style)
            return
        if name == "br":
            self._add(line_end(element, BREAK) if self.block.kept else BREAK)
        elif name in ("img", "imagedata"):
            self.page.pictures += not self.ended
        if style.get("mso-spacerun") == "yes":
            self._letters(" " * len(words_in(element)), verbatim=True)
            self.skipped.add(element)
        elif "mso-tab-count" in style:
            self._letters("\t", verbatim=True)
            self.skipped.add(element)
        elif is_space_of_browser(element, name):
            self._add(" ")
        else:
            self._letters(signs_shown(element.text, element))

    def leave(self, element: etree._Element) -> None:
        """An element ends; what follows it belongs to the one around it."""
        if isinstance(element.tag, str):
            self.looks.pop()
            name, style = name_of(element), style_of(element)
            if is_block(name, style):
                self.flush()
                self.quotes_open -= is_quote(element, name)
                self.blocks_open -= name not in ("html", "body")
                if name in ("ol", "ul", "menu", "dir"):
                    self.lists.leave()
                if name == "li":
                    self.number = None
            if name in _TABLE:
                self._part_of_table_ends(name, element)
            if self.boxes.is_open(element):
                self.flush()
                self.block, self.number = self.boxes.leave(self.page.blocks)
        if element.tail and element is not self.inside:
            self._letters(signs_shown(element.tail, element.getparent()))

    def _mark_of_paragraph(self) -> None:
        """Where Word shows a paragraph's own mark; where that is deleted the next paragraph goes on with its words, of
        which there may be none."""
        if any(piece.text.strip(_BLANK) or piece.note for piece in self.block.pieces):
            self.block.joins = self.looks[-1].gone
        elif self.page.blocks and not self.looks[-1].gone:
            self.page.blocks[-1].joins = False

    def _told(self, element: etree._Element, name: str, style: dict[str, str]) -> dict[str, str]:
        """What the page says of the look of an element; that all of a paragraph is bold tells of its kind alone."""
        if self.sheet is None:
            return style
        said = self.sheet.of(name, classes_of(element))
        if said and is_block(name, style):
            said.pop("font-weight", None)
        if "underline" in said.get("text-decoration", "") and is_of_link(element):
            del said["text-decoration"]
        return said | style if said else style

    def _empty_cells(self, element: etree._Element) -> None:
        if not self.ended:
            self.page.blocks += (Block(bare=False, cell=cell) for cell in self.cells.empty_before(element))

    def _part_of_table_ends(self, name: str, element: etree._Element) -> None:
        if name in CELLS:
            self.flush()
            cell, blocks = self.cells.here, self.page.blocks
            ended = self.ended or self.is_ours  # ours say of each paragraph in which cell it stands
            if cell is not None and not ended and not (blocks and blocks[-1].cell == cell):
                blocks.append(Block(bare=False, cell=cell))  # an empty cell keeps the others in their columns
        elif name == "tr":
            self._empty_cells(element)
        self.cells.leave(name)

    def _block_begins(self, element: etree._Element, name: str, style: dict[str, str]) -> None:
        self.flush()
        self.quotes_open += is_quote(element, name)
        # Only elements inside the fragment bound a paragraph; a selection within one leaves them outside.
        self.blocks_open += name not in ("html", "body")
        if name in ("ol", "ul", "menu", "dir"):
            self.lists.enter(element, style)
            self.number = None
        elif name == "li":
            level = word_level(style) if "mso-list" in style else told_level(element)
            self.number = self.lists.item(element, style)
            if self.number is not None and level is not None:
                self.number = Number(self.number.text, level)
        self.block.bare = self.blocks_open <= 0
        self.block.kept = self.is_ours and name in _OF_OURS
        self.block.verbatim = self.looks[-1].verbatim
        self.block.heading = int(name[1]) - 1 if name in HEADINGS else None
        self.block.said = said_of(element) if self.block.kept else None

    def _passed_over(self, element: etree._Element, name: str, style: dict[str, str]) -> bool:
        if is_unseen(element, name, style):
            if not self.ended:
                self.page.comments += is_comment(element, style) and style.get("mso-special-character") != "comment"
                self.page.hidden += hides_words(element, name, style)
                self.page.equations += name == "math" and bool(words_in(element).strip())
            return True
        if element.get(ATTRIBUTE) == REMARK or _parts_marks(element, style):
            return True
        if element in self.notes.left_out and element is not self.inside:
            return True
        if self.inside is not None and element in self.notes.back:
            return True
        if self.block.said is not None and is_number(element):
            return True
        if style.get("mso-list") == "ignore":
            level = next((at for one in element.iterancestors() if (at := word_level(style_of(one))) is not None), 0)
            self.block.number = Number(word_number(words_in(element)), level)
            return True
        if element in self.notes.citing and self.inside is None:
            key, look = self.notes.citing[element], self.looks[-1]
            if key and not self.ended:
                self.page.gone += look.gone
                self.page.inserted += look.inserted and not look.gone
            if key and not look.gone:
                self._add("", note=key)
                self._add_space_of(words_in(element))
            return True
        return False

    def _comment(self, element: etree._Element) -> None:
        text = (element.text or "").strip()
        self.page.boxes += not self.ended and _BOX in text
        if text == START and not self.fragment:
            self.page, self.block = Page(), Block()
            self.fragment, self.blocks_open = True, 0
        elif text == END and self.inside is None:
            self.flush()
            self.ended = True

    def _letters(self, text: str | None, *, verbatim: bool = False) -> None:
        if not text:
            return
        text = held(text)
        look = self.looks[-1]
        before = "".join(piece.text for piece in self.block.pieces[-2:]) if look.raised else ""
        if look.raised and (parts := raised_parts(text, before)) is not None:
            for part, key in parts:
                self._add(part, note=key)
            self._add_space_of(text)
            return
        noted = self.block.pieces[-1].note if self.block.pieces else ""
        if look.raised and not noted and (letters := signed(text, before)) is not None:
            self._add(letters)
            self._add_space_of(text)
            return
        if look.verbatim:
            for at, line in enumerate(text.split("\n")):
                if at:
                    self._add(BREAK)
                self._add(line)
            return
        self._add(text if verbatim else _SPACES.sub(" ", text), kept=verbatim)

    def _add(self, text: str, note: str = "", *, kept: bool = False) -> None:
        look = self.looks[-1]
        if self.ended or not (text or note):
            return
        if look.gone:
            self.page.gone += bool(text.strip())
            return
        self.page.inserted += bool(look.inserted and text.strip())
        self.page.struck += bool(look.struck and text.strip())
        last = self.block.pieces[-1].text if self.block.pieces else ""
        if text.startswith(" ") and last.endswith((" ", BREAK)) and not (look.verbatim or note or kept):
            text = text[1:]
        if text or note:
            self.block.pieces.append(Piece(text, look.marks, note))

    def _add_space_of(self, mark: str) -> None:
        """The space that was raised with a mark: words stand behind it."""
        self._add(" " if mark[-1:].isspace() else "")

    def flush(self) -> None:
        """The paragraph that is being read ends, if it has any words or a number; what boxes within it hold follows."""
        self._flush()
        self.page.blocks += self.boxes.behind()

    def _flush(self) -> None:
        block, self.block = self.block, Block()
        block.bare = block.bare and self.blocks_open <= 0
        self.block.bare = self.blocks_open <= 0
        says = any(as_seen(piece.text).strip(_BLANK) or piece.note for piece in block.pieces)
        if self.ended or not (says or block.kept):
            return
        block.pieces = joined(block.pieces)
        block.cell, block.quoted = self.cells.here, self.quotes_open
        if block.number is None and self.number is not None:
            block.number, self.number = self.number, None
        above = self.page.blocks[-1] if self.page.blocks else None
        if above is not None and above.joins and above.cell == block.cell:
            self.page.blocks[-1] = in_one(above, block)
            self.page.joined += 1
        else:
            self.page.blocks.append(block)


def _parts_marks(element: etree._Element, style: dict[str, str]) -> bool:
    """Whether it is the comma that a copy of ours sets between the marks of two notes, which Word does not see."""
    return style.get("mso-special-character") == "footnote" and words_in(element).strip() == ","
