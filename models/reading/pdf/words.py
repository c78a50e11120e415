"""From the lines of a paragraph to its runs: words joined over lines, figures of notes put at their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from models.draft import Run, tidy_runs
from models.reading.broken_words import SUSPENDED
from models.reading.pdf.lines import Letters, Line, is_eastern
from models.reading.pdf.notes import raised
from models.reading.powers import FARTHEST, is_power

_HYPHENS = "-\u00ad\u2010"
_LEADER = re.compile(r"\s*\.{4,}\s*")  # the dots of a table of contents; a tabulator there as in Word
_MARK = re.compile(r"\d+")
_MARKS = ".,;:()[]“”‘’\"'"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[^\s,;:)\]>”’]$", re.IGNORECASE)
# An address goes on behind a sign that ends no sentence, behind a stop before a small letter, with a sign that begins
# no word, and with what looks like no word and no e-mail: "a=b", "en/docs/list", "list.pdf".
_OPEN_END, _NO_BEGINNING = re.compile(r"[-/?&=#_~]$"), re.compile(r"[/?&=#_~](?=[^\s_]|$)|\.\w")
_NO_WORD = re.compile(
    r"(?=\S*[a-z])(?![\w.+-]+@)[a-z0-9][\w./-]*(?:[?&=#%_]\w|/[\w.-]+/|\.(?:aspx?|com|html?|int|net|org|pdf|php)\b)"
)
_HOST = re.compile(r"(?:\w+://)?[\w.-]+\.(?:com|int|net|org)\b")
_BRACKETS = re.compile(r"\] ?\[")
_EASTERN = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BESIDE_EASTERN = re.compile(rf"(?<={_EASTERN}) ?(?=[A-Za-z\d])|(?<=[A-Za-z\d]) ?(?={_EASTERN})")
_LINES_TO_A_BREAK = 60  # who breaks words breaks one in ten to twenty lines; not each stands whole elsewhere
_ENOUGH_WORDS = 3  # are broken by a setter, in however long a text: Word breaks few
_FEWEST_ENDS, _MOST_WITHIN = 5, 2  # hyphens at ends of lines, and within lines to one of those; of whole words ten
_ALWAYS_APART = re.compile(r"self|non|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y")
_BETWEEN = re.compile(r"(?:by|to|of|in|on|the|and|for|à|de|en|sur)-(?=\w)", re.I)  # "face-to-face"
_LEAST_HALF = 4  # letters; shorter words are the beginnings and ends of many
_PART = re.compile(r"[^\W\d_]+$")
_NUMBER_OF_TITLE = re.compile(r"((?:[SE]{1,2}-)?\d{1,2}/\d{1,4}(?: [A-Z])?\.)(?=[^\W\d_]{2})")

Cited = Callable[[Sequence[str], int], list[tuple[str, Run | None]]]
"""The marks that raised figures at one place of a page are, each with its run, or None where there is no such note."""


class Vocabulary:
    """The words of a text as they stand within its lines, to tell a word's own hyphen from one of the line's end.

    A setter who breaks words does so all over a text: without more words that stand whole elsewhere than words that
    have the hyphen elsewhere, or more hyphens at ends of lines than so many within them would have there, every hyphen
    is the word's own.
    """

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        self._seen: Counter[str] = Counter()
        ends: list[tuple[str, str]] = []
        brackets: Counter[str] = Counter()
        beside: Counter[str] = Counter()
        lines_in_all = 0
        for lines in pages:
            lines_in_all += len(lines)
            broken = True
            for line in lines:
                brackets.update(_BRACKETS.findall(line.words))
                beside.update(_BESIDE_EASTERN.findall(line.words))
                words = line.words.casefold().split()
                self._seen.update(word.strip(_MARKS) for word in words[broken:])
                broken = line.words[-1:] in _HYPHENS
            ends += [(above.words, line.words) for above, line in pairwise(lines) if above.words[-1:] in _HYPHENS]
        parts = [found for before, after in ends if (found := _parts(before[:-1], after)) is not None]
        self._heads, self._tails, within = _halves(self._seen)
        whole = sum(self._seen[head + tail] > 0 for head, tail in parts)
        own = sum(self._seen[f"{head}-{tail}"] > 0 for head, tail in parts)
        known = {head + tail for head, tail in parts if self._seen[head + tail]}
        many = len(known) >= _ENOUGH_WORDS or whole * _LINES_TO_A_BREAK > lines_in_all
        at_ends = len(parts) >= _FEWEST_ENDS and len(parts) > 2 * own and len(parts) * _MOST_WITHIN > within
        self._breaks = at_ends or (whole > own and many)
        self._always = at_ends or (whole > 2 and whole > 2 * own)
        self.brackets_touch = brackets["]["] > brackets["] ["]
        """Whether alternatives in brackets stand with nothing between them, "[shall][should]", as most do in a line."""
        self.figures_touch = beside[""] > beside[" "]
        """Whether figures and Latin words touch the Chinese letters beside them, as most do in a line."""

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether the hyphen between the end of a line, given without it, and the next line belongs to the word."""
        parts = _parts(before, after)
        if parts is None or not self._breaks:
            return True
        head, tail = parts
        if self._seen[f"{head}-{tail}"]:
            return True
        if self._seen[head + tail]:
            return False
        if not self._always or _ALWAYS_APART.fullmatch(head) or _BETWEEN.match(after):
            return True
        more = before[: -len(head)].endswith("-"), after[len(tail) :].startswith("-")
        return self._is_word(head, self._heads, more[0]) and self._is_word(tail, self._tails, more[1])

    def _is_word(self, half: str, halves: set[str], more: bool) -> bool:
        """Whether one side of a hyphen stands alone elsewhere, or at that side of one, as "decision-" and "-making";
        short ones tell nothing but between hyphens, `more`: "step-by-step"."""
        return half in halves or ((more or len(half) >= _LEAST_HALF) and self._seen[half] > 0)


def _halves(seen: Counter[str]) -> tuple[set[str], set[str], int]:
    """What stands before and behind the hyphens of words, and how often words have one."""
    heads: set[str] = set()
    tails: set[str] = set()
    times = 0
    for word, count in seen.items():
        head, *others = word.split("-")
        if others and others[-1]:  # at the end of a line it may be broken
            heads.update((head, *others[:-1]))
            tails.update(others)
            times += count * sum(other[:1].isalpha() for other in others)
    return heads, tails, times


def _parts(before: str, after: str) -> tuple[str, str] | None:
    """The two parts of a word over the end of a line; None where no setter would break it."""
    head, tail = _PART.search(before), re.match(r"[^\W\d_]+", after)
    if head is None or tail is None or not tail[0][0].islower():
        return None
    return head[0].casefold(), tail[0].casefold()


def runs_of(lines: Sequence[Line], vocabulary: Vocabulary, cited: Cited) -> tuple[tuple[Run, ...], list[str]]:
    """The runs of the lines of one paragraph, and the marks in them that no note answers."""
    letters: list[tuple[Letters, int]] = []
    for line in lines:
        if letters:
            _glue(letters, line, vocabulary)
        letters += [(one, line.page) for one in line.letters]
    runs: list[Run] = []
    missing: list[str] = []
    for one, page in _raised_as_one(letters):
        if one.raised:
            placed = _placed(one, page, "".join(run.text for run in runs), cited, missing)
            if placed and placed[0].footnote is not None and runs and runs[-1].footnote is None:
                runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].italic, runs[-1].bold)
            runs += placed
        else:
            runs.append(Run(one.text, one.italic, one.bold))
    return _spaced(runs), missing


def _raised_as_one(letters: Sequence[tuple[Letters, int]]) -> list[tuple[Letters, int]]:
    """The letters with raised ones that follow each other together: a figure may be drawn in parts."""
    found: list[tuple[Letters, int]] = []
    for one, page in letters:
        if one.raised and found and found[-1][0].raised:
            one = Letters(found.pop()[0].text + one.text, one.italic, one.bold, raised=True)
        found.append((one, page))
    return found


def _glue(letters: list[tuple[Letters, int]], line: Line, vocabulary: Vocabulary) -> None:
    """Puts what stands between two lines after the first of them: a space, or nothing where a word goes on."""
    last, page = letters[-1]
    text = "".join(one.text for one, _ in letters[-6:] if not one.raised)
    following = line.text
    ends = text[-1:]
    if (address := _ADDRESS.search(text)) is not None and _is_cut(address[0], following):
        return
    if ends in _HYPHENS and _ends_word(text[:-1]) and not SUSPENDED.match(following):
        head = text[:-1]
        if ends == "\u00ad" or not vocabulary.keeps_hyphen(head, following):
            letters[-1] = (Letters(last.text[:-1], last.italic, last.bold), page)
        elif ends != "-":
            letters[-1] = (Letters(last.text[:-1] + "-", last.italic, last.bold), page)
        return
    if ends and ends in "–—/" and not text[-2:-1].isspace() and len(text) > 1:
        return
    if ends in ("(", "[") and is_eastern(text[-2:-1]):
        return
    eastern = is_eastern(ends) + is_eastern(following[:1])
    if eastern == 2 or (eastern and vocabulary.figures_touch):
        return
    if ends == "]" and following.startswith("[") and vocabulary.brackets_touch:
        return
    if not ends.isspace():
        first = next(one for one in line.letters if one.text.strip())
        letters.append((Letters(" ", last.italic and first.italic, last.bold and first.bold), page))


def _ends_word(text: str) -> bool:
    """Whether a text ends with a word, be it in brackets: “(a)-(d)”."""
    return text[-1:].isalnum() or text[-1:] in (")", "]")


def _is_cut(address: str, following: str) -> bool:
    """Whether an address at the end of a line goes on in the next."""
    if following.casefold().startswith(("http://", "https://", "www.")):
        return False
    if _OPEN_END.search(address) or (address[-1] == "." and following[:1].islower()):
        return True
    if _HOST.match(address) and _HOST.match(following):
        return False  # another one
    return (_NO_BEGINNING.match(following) or _NO_WORD.match(following)) is not None


def _placed(one: Letters, page: int, before: str, cited: Cited, missing: list[str]) -> list[Run]:
    """Raised letters as the places of notes; what is no note's figure stays in the text."""
    text = one.text.strip()
    if re.fullmatch(r"[\d,\s()\[\]/]+", text) is None:
        return [Run(one.text, one.italic, one.bold)]
    if is_power(before[-FARTHEST:], text):
        return [Run(raised(text), one.italic, one.bold)]
    found: list[Run] = []
    for mark, run in cited(_MARK.findall(text), page):
        if run is None:
            missing.append(mark)
        found.append(run or Run(raised(mark), one.italic, one.bold))
    tail = one.text[len(one.text.rstrip()) :]
    return [*found, Run(tail)] if tail else found


def _spaced(runs: Sequence[Run]) -> tuple[Run, ...]:
    """One space between words, none at the ends, none in italics or bold beside words that are not."""
    plain: list[Run] = []
    open_space = False
    started = False
    for run in runs:
        if run.footnote is not None:
            plain.append(run)
            started = True
            continue
        text = re.sub(r"[^\S\t]+", " ", _LEADER.sub("\t", run.text.replace("\u00ad", "")))
        if not text.strip():
            open_space = open_space or bool(text)
            continue
        if text[0] == " " or open_space:
            if started:
                last = next((one for one in reversed(plain) if one.footnote is None), None)
                same = last is not None and last.marks == run.marks and plain[-1].footnote is None
                plain.append(Run(" ", run.italic, run.bold) if same else Run(" "))
            open_space = False
        open_space = text[-1] == " "
        plain.append(Run(text.strip(), run.italic, run.bold))
        started = True
    found = tidy_runs(plain)
    # Where letters are wide the number of a resolution fills the place before its title.
    if found and (number := _NUMBER_OF_TITLE.match(found[0].text)):
        first = found[0]
        return (Run(f"{number[1]} {first.text[number.end() :]}", first.italic, first.bold), *found[1:])
    return found
