"""The opening of a paragraph in italics: found, set and taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from models.draft import Kind
from models.draft.brackets import CLOSING, OPENING
from models.draft.directions import is_right_to_left
from models.draft.once import worked_out
from models.editing.edit import Entry
from models.editing.places import HEADS, Entries
from models.editing.runs import Runs, all_marked, cut, length, marked, place_of, shown
from models.editing.typed.behind_verbs import first_words, italics_go_on
from models.editing.typed.opening_counts import in_english
from models.reading.opened_lines import begins_with_preposition
from models.reading.openings import WORD, Opening, opening, plain, words_begin

ORGAN_ENDS = ",:،，"
"""What ends an organ's line; it is not in italics."""
# What follows such a word is what the paragraph is about: "Stresses the importance", "Urges all", "Taking note of".
_OBJECT = ("the", "a", "all")
_LINK = ("of", "to", "that")
_GOES_ON = ("with", "and", "also", "once")
"""What goes on in the italics of an English opening: "Recalling with satisfaction", "Encourages once again"."""
_SELDOM, _SELDOM_OBJECT = 500, 200
"""Where a shorter opening stands in italics more than so many times as often, the longer one does not."""
_ANY = "Recalling"
_BESIDE, _FAR = 3, 200
"""So many paragraphs on either side tell how a text sets openings, among so many."""


@lru_cache(maxsize=1024)
def italic_opening(text: str) -> Opening | None:
    """The known opening of a text as far as it stands in italics, or None."""
    known = opening(text)
    start = words_begin(text)
    while known is not None:
        found = list(WORD.finditer(text[start : known.end]))
        words = [match[0] for match in found]
        for at in range(len(words) - 1, 0, -1):
            if _goes_no_further(words, at):
                end = start + found[at - 1].end()
                shorter = opening(text[:end])
                if shorter is not None and shorter.end == end:
                    break
        else:
            return known._replace(end=_behind_bracket(text, start, italics_go_on(text, start, known.end)))
        known = known._replace(end=end)
    return None


def know_openings() -> None:
    """Have all known that any opening is found by: whoever shows a text first would wait for it."""
    worked_out(italic_opening(_ANY), in_english())


def _behind_bracket(text: str, start: int, end: int) -> int:
    """Where the italics of an opening end: behind a bracket that was opened in them and closes, "[with concern]"."""
    still_open = sum((sign in OPENING) - (sign in CLOSING) for sign in text[start:end])
    while still_open > 0 and text[end : end + 1] in (*CLOSING,):
        end, still_open = end + 1, still_open - 1
    return end


def _goes_no_further(words: Sequence[str], at: int) -> bool:
    """Whether the italics of an opening hardly ever go beyond a place, where a shorter one ends."""
    whole, shorter = (in_english().get(plain(" ".join(one))) for one in (words, words[:at]))
    if words[at] in _GOES_ON:
        return False
    if whole is None or shorter is None:
        return words[at] in _LINK
    if words[at] in _LINK:  # "Continues" never stands so alone before "to encourage"
        return shorter > whole
    return whole * (_SELDOM_OBJECT if words[at] in _OBJECT else _SELDOM) < shorter


def opening_places(runs: Runs) -> tuple[int, int] | None:
    """From which to which place the known opening stands, brackets and quotation marks before it set aside, but for
    one that closes within it: "[Noting] with concern"."""
    text = "".join(run.text for run in runs)
    known = italic_opening(text)
    if known is None:
        return None
    # A note mark that stands right before the opening is no part of it.
    first = place_of(runs, words_begin(text))
    signs = shown(runs)
    while first < len(signs) and signs[first] == "\ufffc":
        first += 1
    end = place_of(runs, known.end)
    return _with_bracket(signs, first, end), end


def _with_bracket(signs: str, first: int, end: int) -> int:
    """Where an opening begins that has a bracket right before it which closes among its words."""
    depth = 0
    for sign in signs[first:end]:
        depth += (sign in OPENING) - (sign in CLOSING)
        if depth < 0:
            return first - 1 if signs[first - 1 : first] in (*OPENING,) else first
    return first


def begins_italic(entry: Entry) -> bool:
    """Whether the known opening of a paragraph begins in italics."""
    found = opening_places(entry.paragraph.runs)
    return found is not None and all_marked(entry.paragraph.runs, found[0], found[0] + 1, "italic")


def without_rest(runs: Runs, end: int) -> Runs:
    """Runs without the italics that go on behind an opening that ends at a place, as those of a longer one do whose
    rest was written over; what may belong to an opening that nobody knows ("with profound respect") keeps them."""
    behind = "".join(run.text for run in cut(runs, end))
    word = WORD.match(behind.lstrip())
    rest = next((run for run in cut(runs, end) if run.footnote is None), None)
    if rest is None or not rest.italic or (word is not None and word[0] in (*_GOES_ON, *first_words())):
        return runs
    return marked(runs, end, end + len(rest.text), italic=False)


def with_opening(entry: Entry) -> Entry:
    """The entry with its opening in italics; as far as it stands in them where it begins so already."""
    runs = entry.paragraph.runs
    found = opening_places(runs)
    if found is None or begins_italic(entry) or (entry.paragraph.kind is Kind.OPERATIVE and leads_to_verb(entry.text)):
        return entry
    return entry.with_runs(marked(runs, *found, italic=True))


def leads_to_verb(text: str) -> bool:
    """Whether a paragraph that acts begins with what stands before its verb, "Pursuant to", which is in roman letters
    there."""
    known = opening(text)
    return known is not None and not known.operative and begins_with_preposition(text)


def without_bold(entry: Entry) -> Entry:
    """The entry with an Arabic opening, or an organ's line, that came in bold letters in roman ones: those of its own
    look, which other scripts have in italics, come instead. A PP or OP that is bold throughout stays so."""
    runs = entry.paragraph.runs
    if not is_right_to_left(entry.text):
        return entry
    places, whole = opening_places(runs), len(shown(runs))
    if entry.paragraph.kind is Kind.ENACTING:
        return entry.with_runs(marked(runs, 0, whole, bold=False))
    if places is None:
        return entry
    end = places[0]
    for run in takewhile(lambda run: run.bold or run.footnote is not None, cut(runs, end)):
        end += length((run,))
    return entry.with_runs(marked(runs, places[0], end, bold=False)) if end < whole else entry


def with_opening_there(entry: Entry, entries: Entries, position: int) -> Entry:
    """The entry of a place with its opening in italics, save where all paragraphs around it, two or more, open in
    roman letters, as those of a declaration do that is annexed."""
    before, after = range(position - 1, -1, -1), range(position + 1, len(entries))
    beside = (*_open_italic(entries, before), *_open_italic(entries, after))
    return entry if len(beside) > 1 and not any(beside) else with_opening(entry)


def _open_italic(entries: Entries, way: range) -> list[bool]:
    """Whether each of the next PPs and OPs on a way through the text begins in italics, as far as it is one text."""
    found: list[bool] = []
    for at in way[:_FAR]:
        paragraph = entries[at].paragraph
        if paragraph.kind in (Kind.ANNEX, Kind.ENACTING) or len(found) == _BESIDE:
            break
        worded = (run for run in paragraph.runs if run.footnote is None and any(map(str.isalnum, run.text)))
        if paragraph.kind in HEADS and (first := next(worded, None)) is not None:
            found.append(first.italic)
    return found


def without_opening(entry: Entry) -> Entry:
    """The entry with the italics of its opening taken, where they were the opening's alone."""
    runs = entry.paragraph.runs
    found = opening_places(runs)
    if found is None or not all_marked(runs, *found, "italic"):
        return entry
    after = next((sign for sign in shown(runs)[found[1] :] if sign.isalnum()), "")
    at = shown(runs).find(after, found[1]) if after else -1
    if at >= 0 and all_marked(runs, at, at + 1, "italic"):
        return entry
    return entry.with_runs(marked(runs, *found, italic=False))
