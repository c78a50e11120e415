"""Numbers and labels that are typed become structure: "1. ", "(a) ", "I. ", "OP3 bis. ", "（一）"."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft import Kind
from models.draft.alphabets import CHINESE, ENCLOSED
from models.draft.numbering import (
    SUFFIX,
    SUFFIX_WORDS,
    Form,
    form_of,
    usual_form,
    value_of,
)
from models.editing.acts.kinds import step_kind
from models.editing.acts.levels import deepest_there
from models.editing.acts.settling import settle
from models.editing.edit import Selection
from models.editing.marks.language_marks import ARABIC
from models.editing.marks.language_memory import language
from models.editing.places import (
    HEADS,
    Entries,
    depth,
    divides_list,
    head_of,
    is_item,
    list_before,
)
from models.editing.references.before import stood_before
from models.editing.section_numbers import follow_sections
from models.editing.typed.before_in_list import free_of_others, goes_on_above, in_figures
from models.editing.typed.typed_levels import claimed_place, next_in_list, typed_level
from models.editing.typed.typed_sections import WRITTEN, heading_or_section_typed, section_typed_before, title_before
from models.editing.typed.written_number import print_number, tell_place, without_typed
from models.editing.working import WorkingText
from models.reading.literals import Literal, holds_item, literal
from models.reading.openings import opening, plain

LONGEST = 24
"""No number that is typed takes more signs, its blank with it."""
_LINES = (Kind.MASTHEAD, Kind.CLOSING)
"""What stands round the text line by line, where Enter makes another line: one that begins with a number is none."""
_SHORT = 12
"""As long as a number and two letters are."""
_AFTER_FIGURE = ".)-–—、．"
_FULL_WIDTH = str.maketrans("（）．", "().")  # sign for sign, so that places stay
_ENDS_ITSELF = re.compile(rf"(?:{CHINESE}[)）]|、|．|{ENCLOSED})$")
"""A Chinese number after which nobody types a space, and a full-width one."""
_ITEM_OF = re.compile(r"[\s\[]*(?P<number>\d{1,3}\.? ?(?:\([a-z]{1,4}\) ){1,3})")
"""An item named by the paragraph it is of: "3 (a) "."""
_SUFFIX_APART = re.compile(rf"[\s\[]*(?P<suffix>{SUFFIX_WORDS}|\d{{1,2}})[.:]? ", re.IGNORECASE)
"""What belongs to a number that was typed before it: "(b) bis ", "2. bis ", "2 alt 1. "."""
_UNSPACED = re.compile(
    r"[\s\[]*(?P<number>\(?(?P<letters>[a-z]{1,4}|[а-я]|[ء-ي]ـ?)\)|\d{1,2}\.)(?P<words>[^\W\d_](?:[^\W\d_]| ))",
    re.IGNORECASE,
)
"""A number with no space behind it, and how its words begin: "(a)Fo", "a)Fo", "1.Fo"."""
_WITHOUT_CASE = re.compile("[\u0621-\u064a\u3400-\u9fff]")
_UNSPACED_WORD = re.compile(r"[\s\[]*(?P<number>\((?:[a-z]{1,4}|[а-я])\))(?P<word>[^\W\d_]+) ", re.IGNORECASE)
_INFINITIVES = ("to", "de")
"""What stands before the verb of an item that says what to do."""


def number_typed(
    working: WorkingText, position: int, place: int, typed: str, rest: int, *, tabbed: bool = False
) -> bool:
    """Whether what was typed before a place is a number or a label, which then is one.

    `rest`: how many places were written behind it in the same piece. `tabbed`: "1)" and "OP1" are one for sure.
    """
    entry = working.entries[position]
    kind, whole = entry.paragraph.kind, place + rest == entry.length
    ended = typed.endswith((" ", "\u00a0")) or _ENDS_ITSELF.search(typed) is not None
    if not ended or typed[-2:-1].isspace() or len(typed) > LONGEST:
        return False
    if kind not in WRITTEN and not (kind in _LINES and whole):
        return False
    closed = kind is Kind.CLOSING and list_before(working.entries, position) is None
    if whole and (began := heading_or_section_typed(working, position, place, typed, rest)) is not None:
        return began
    if not whole and section_typed_before(working, position, place, typed, rest):
        return True
    alone = typed.endswith("] ") and "[" in typed
    if alone:  # "[OP2] ": both brackets stay
        typed, place, rest = f"{typed[:-2]} ", place - 2, rest + 2
    before = number_typed_before(working, position, typed)
    match = _SUFFIX_APART.fullmatch(typed)
    if match and before is not None and (not match["suffix"].isdecimal() or before.suffix[-1:].isalpha()):
        taken = before._replace(start=match.start("suffix"))
        return _suffix_apart(working, position, place, taken, match["suffix"].lower(), rest)
    found = _number(typed) or _arabic_figure(working, typed)
    if found is None or (before is not None and _begins_words(working, position, before, found)):
        return False
    if closed and (found.sub or found.style in ("paren", "half", "dot", "quoted")):
        return False  # no list is open behind the last lines of a text
    suffixed = found.suffix and not _WITHOUT_CASE.search(found.suffix)  # in Arabic a dash is to come: "1 مكررا - "
    figure = found.style == "digit" and (typed.rstrip()[-1] in _AFTER_FIGURE or suffixed)
    if (figure or (tabbed and found.style == "digit-paren")) and len(found.value) < 4:
        return take_number(working, position, place, found, rest)
    if found.style == "label" and found.sub:
        return _item(working, position, place, found, len(typed) - _items_at(typed, found), rest)
    if found.style == "label" and (found.suffix or alone or tabbed or typed.rstrip()[-1] in ".:)"):
        return take_label(working, position, place, found, rest)
    number = f"{found.value})" if found.style == "digit-paren" else found.number
    figures_item = goes_on_above(working.entries, position, number) or (
        (found.style == "paren" or in_figures(working, position)) and _is_due_item(working, position, found)
    )
    found = found._replace(number=number) if figures_item else found
    if (
        found.style == "quoted"
        or figures_item
        or (found.style in ("paren", "half", "dot") and not found.value.isdigit())
    ):
        return take_number(working, position, place, found, rest, typed_level(working.entries, position, found))
    return False


def _is_due_item(working: WorkingText, position: int, found: Literal) -> bool:
    """Whether a figure in brackets, "(1)", is that of the item it is typed in; anywhere else it may be a word."""
    entries = working.entries
    if not is_item(entries[position]) or not found.value.isdecimal() or found.suffix:
        return False
    return int(found.value) == next_in_list(entries, position, entries[position].paragraph.level)


def unspaced_typed(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    """Whether what was typed before a place is a number and, right behind it, the beginning of a word.

    "1.Fo" is one for sure, and "(a)Fo" and "a)Fo" where such a letter may be due in a list: "(s)He" are words. Where a
    letter was left out, "(a)" only before what opens an item, "(c)To act": "(c)Copyright" is a sign and its word.
    Before a small letter only the very letter that is due, since a word may begin so: "(re)build". Chinese has no space
    there, and neither it nor Arabic has such words.
    """
    typed = typed.translate(_FULL_WIDTH)
    match = _UNSPACED.fullmatch(typed) if len(typed) < _SHORT else None
    if match is None:
        return _opens_item(working, position, place, typed, rest)
    words, number = match["words"], f"{typed[: match.end('number')]} "
    if not match["letters"] and _WITHOUT_CASE.match(words) and opening(words) is not None:
        return False  # the number goes with the opening
    if (words[0].isupper() and not words[1].isupper()) or _WITHOUT_CASE.match(words):
        left_out = 0 if "(" in number else 1
        is_one = not match["letters"] or _may_be_due(working, position, number, left_out=left_out)
    else:
        due = working.number(position) if is_item(working.entries[position]) else None
        is_one = match["letters"] is not None and due is not None and due.strip("()") == match["letters"]
    return is_one and number_typed(working, position, place - 2, number, rest + 2)


def _opens_item(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    """Whether a letter that no space follows, one of its list left out before it, stands before the word that an item
    opens with."""
    match = _UNSPACED_WORD.fullmatch(typed) if len(typed) <= LONGEST else None
    if match is None:
        return False
    word, number = match["word"], f"{typed[: match.end('number')]} "
    opens = plain(word) in _INFINITIVES or opening(word) is not None
    behind = len(word) + 1
    is_one = word[0].isupper() and opens and _may_be_due(working, position, number, left_out=1)
    return is_one and number_typed(working, position, place - behind, number, rest + behind)


def _may_be_due(working: WorkingText, position: int, typed: str, *, left_out: int) -> bool:
    """Whether a letter goes no further than what is due in its list, some `left_out` before it."""
    found = _number(typed)
    if found is None:
        return False
    level = typed_level(working.entries, position, found)
    due = next_in_list(working.entries, position, level)
    claimed = claimed_place(found, level, due)
    return claimed is not None and claimed <= due + left_out


def _number(typed: str) -> Literal | None:
    """The number that all of what was typed is, brackets before it set aside; "3 (a) " is that item of a paragraph."""
    if match := _ITEM_OF.fullmatch(typed):
        named = literal(f"OP{typed[match.start('number') :]}")
        return named._replace(start=match.start("number"), end=len(typed)) if named is not None else None
    found = literal(typed) or literal(typed.translate(_FULL_WIDTH))
    return found if found is not None and found.end == len(typed) and typed[found.start :].strip() else None


def _arabic_figure(working: WorkingText, typed: str) -> Literal | None:
    """ "’1‘ " in an Arabic text, where a file has it before Arabic words: the second level of a list."""
    found = literal(f"{typed}\u0627") if language(working) is ARABIC else None
    if found is None or found.style != "quoted" or found.end != len(typed) or value_of(found.number, 2) is None:
        return None  # what cannot be counted, as ’٢‘, would go on with no list
    return found


def number_typed_before(working: WorkingText, position: int, typed: str) -> Literal | None:
    """The number that was typed before what stands at the head of a paragraph now, and left the words."""
    now, figure = working.entries[position], typed.strip(" [")[:1].isdecimal()
    for old in stood_before(working, now):
        begins = len(now.text) - len(now.text.lstrip("[ "))
        gone = old.text[begins : begins + len(old.text) - len(now.text)]
        if gone and old.text[:begins] == now.text[:begins] and (found := _number(f"{gone.rstrip()} ")) is not None:
            return None if figure and gone.rstrip()[-1] in ".:" else found
        if not typed.startswith(old.text) and not old.text.startswith(typed):
            return None
        now = old
    return None


def _begins_words(working: WorkingText, position: int, before: Literal, found: Literal) -> bool:
    """Whether "(a)" stands in the words of a paragraph whose own number was typed before it: "3. (a) Decides"."""
    head = working.entries[position].paragraph.kind in HEADS and not before.sub and before.style in ("digit", "label")
    return head and found.style in ("paren", "half", "dot") and not _is_named(working, position, before)


def _is_named(working: WorkingText, position: int, found: Literal) -> bool:
    """Whether a number is that of the paragraph to whose list the next item at a position belongs."""
    return whose_list(working, position) in (f"{found.kind or 'OP'}{found.number}", found.number)


def whose_list(working: WorkingText, position: int) -> str:
    """The name of the paragraph to whose list the next item at a position belongs, "OP2", or "2" in an annex."""
    above = list_before(working.entries, position)
    head = head_of(working.entries, above) if above is not None else None
    return (working.label(head) or "").rpartition(".")[2] if head is not None else ""


def take_number(working: WorkingText, position: int, place: int, found: Literal, rest: int, level: int = 0) -> bool:
    """The number leaves the words, and the paragraph counts by its place, whatever was typed.

    Kept as printed are bis, ter and alt, the form of a list ("a)"), what its level does not count by, and the number of
    the first one under a heading.
    """
    with working.step(f"Number {found.number}", Selection.at(position, place + rest)) as step:
        divides = not level and divides_list(working.entries, position)
        without_typed(step, position, place, found.start, rest)
        step_kind(step, position, Kind.SUBPARAGRAPH if level else Kind.OPERATIVE, level)
        # The paragraph may have been of this kind already, with a number set before.
        print_number(step, position, None)
        due, claimed = _due(working, position, level), value_of(found.number, level)
        if not level and claimed != due and title_before(step, position, numbered=True):
            due = _due(working, position, level)  # the title of its section was counted
        value = claimed_place(found, level, due - bool(found.suffix))
        shape = _own_shape(working.entries, position, found)
        if found.suffix and level and shape is None and value is not None:
            shape = usual_form(level)
            found = found._replace(number=f"{shape.write(level, value)} {found.suffix}")
        free = free_of_others(working, position, found.number)
        begins = _begins_count(working.entries, position)
        if begins:
            step.numbered.add(working.entries[position].key)
        if found.suffix or value is None or (claimed != due and begins):
            print_number(step, position, free)
        elif shape is not None:
            print_number(step, position, found.number if claimed == due else shape.write(level, due))
        settle(step)
        follow_sections(step)
        if free != found.number or (claimed != due and not found.suffix):
            tell_place(step, position, found.number)
        if not level and not step.told and working.number(position) is None:
            step.told = "it shows once there is another operative paragraph"  # as the United Nations print a sole one
        if divides:
            step.told = "; ".join(filter(None, (step.told, "the items behind it are in its list now")))
    return True


def _due(working: WorkingText, position: int, level: int) -> int:
    """The value of the number that a paragraph has by its place."""
    computed = working.number(position)
    return (value_of(computed, level) if computed else None) or 1


def _suffix_apart(working: WorkingText, position: int, place: int, found: Literal, suffix: str, rest: int) -> bool:
    """A suffix behind a number that was typed before it goes to it."""
    last = literal(f"{found.sub[-1]} ") if found.sub else None
    found = last._replace(start=found.start) if last is not None else found
    found = found._replace(number=f"{found.number} {suffix}", suffix=f"{found.suffix} {suffix}".strip())
    with working.step(f"Number {found.number}", Selection.at(position, place + rest)) as step:
        if found.style == "label":
            take_label(working, position, place, found, rest)
        else:
            take_number(working, position, place, found, rest, working.entries[position].paragraph.level)
        # Of the number alone it was said that it is another in its place.
        step.told = f"it is {working.number(position) or working.label(position)} now"
    return True


def _items_at(typed: str, label: Literal) -> int:
    """Where the letters of a label begin in what was typed, "(a)" of "OP2 (a) "."""
    first = re.escape(re.split(r"[) ]", label.sub[0])[0])
    found = re.compile(rf"(?<![^\W\d]){first}(?!\w)", re.IGNORECASE).search(typed, label.start + 2)
    return found.start() if found is not None else label.end


def _item(working: WorkingText, position: int, place: int, found: Literal, items: int, rest: int) -> bool:
    """ "OP2 (c) ", as Adref itself names a subparagraph: that is what the paragraph is, in the list it stands in.

    That of another paragraph is the next one, whose words begin so; `items`: how many places these letters take.
    """
    last = literal(f"{found.sub[-1]} ")
    if last is None:
        return False
    if not _is_named(working, position, found):
        return take_label(working, position, place - items, found, rest + items)
    level = min(len(found.sub), deepest_there(working.entries, position))
    return take_number(working, position, place, last._replace(start=found.start), rest, level)


def _begins_count(entries: Entries, position: int) -> bool:
    """Whether a heading, a section or a text of its own stands between a paragraph and those counted before it: what
    is typed there says how the count goes, anew or on."""
    above = entries[position - 1] if position else None
    if above is not None and depth(above) == 0 and depth(entries[position]) and holds_item(above.text):
        return True  # "3. (a) Decides", and now "(b)"
    between = (Kind.QUOTE,) if depth(entries[position]) else (Kind.QUOTE, Kind.SUBPARAGRAPH)
    preamble = False
    for at in range(position - 1, -1, -1):
        kind = entries[at].paragraph.kind
        if kind is Kind.PREAMBULAR and not depth(entries[position]):
            preamble = True  # a section may have one of its own
        elif kind not in between:
            return kind is Kind.SECTION or (kind in (Kind.HEADING, Kind.TEXT) and not preamble)
    return False


def _own_shape(entries: Entries, position: int, found: Literal) -> Form | None:
    """The form "a)", "a." or "(أ)" that stays where "(a)" is computed: the list is written so, or begins with it."""
    level = depth(entries[position])
    if not level:
        return None
    alike = []
    for before in range(position - 1, -1, -1):
        there = depth(entries[before])
        if there == level:
            alike.append(entries[before])
        elif there is not None and there < level:
            break
    written = SUFFIX.sub("", found.number)
    form = form_of(written, level, len(alike) + 1)
    if form is None or form == usual_form(level):
        return None
    if not alike:
        return form
    number = alike[0].paragraph.number if alike[0].printed else None
    return form if number and form_of(SUFFIX.sub("", number), level, len(alike)) == form else None


def take_label(working: WorkingText, position: int, place: int, found: Literal, rest: int) -> bool:
    """ "PP5 bis. " and "OP3 bis. " as rolling texts print them; whether the paragraph is that now."""
    kind = Kind.PREAMBULAR if found.kind == "PP" else Kind.OPERATIVE
    if kind is Kind.OPERATIVE:
        return take_number(working, position, place, found._replace(style="digit"), rest)
    with working.step(f"Number PP{found.number}", Selection.at(position, place + rest)) as step:
        without_typed(step, position, place, found.start, rest)
        step_kind(step, position, kind)
        print_number(step, position, None)
        label = free_of_others(working, position, f"PP{found.number}")
        if found.suffix:
            entry = working.entries[position]
            step.put(position, replace(entry, paragraph=replace(entry.paragraph, set_label=label)))
            tell_place(step, position, f"PP{found.number}")
        settle(step)
    return True
