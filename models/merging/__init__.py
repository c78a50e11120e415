"""Three-way merge: what two sides made of one draft, put together; where they clash, both are shown and asked about.

The rule of what is asked and what is told. **Asked** (a `Conflict`, with both texts) is whatever stands in the merged
text otherwise than a side has it, and what one side deleted while the other still needs it: words, places, headings and
heads that something stands under, the brackets round it, numbers, notes. **Told** (`Merge.told`) is only what follows
from the places and contradicts no side: figures of references, last marks, an "also", an "Ibid." in full, the order of
what both put in at one place; and what comes of answers that somebody gave. Who adds a check of the merged text asks,
in `planning` before anything is answered, and tells only what is left over after the answers. Last of all the words are
counted as either answer would leave them (`accounted`): where those of a clause are lost or said twice, the paragraphs
it went from and came to are one question, and the merge is planned anew.

| told in | asked by |
|---|---|
| `sections_told` (under another heading; an empty one) | `places_asked.under`, `needed` (heads, headings); `emptied` |
| nowhere (a section that one side struck and the other still needs: its heading and all under it) | `struck_sections` |
| nowhere (a section that both sides moved to two places: its heading and all under it) | `order.sections_moved` |
| `items_told` (items under another head) | `belonging` puts them there, else `list_knots`, each in place |
| `items_told` (an item of one side, under a chapeau of the other or without its own) | never: it is combined |
| `chapeau_reworded` (an item of one side, under a chapeau that the other reworded) | never: it is combined |
| nowhere (a preambular paragraph among the operative ones) | never: `belonging` puts it in the preamble |
| `order_told` (what one side put into the midst of what the other joined) | never: it has no place there |
| `brackets_across` (lost a partner, hold something else; changed in some that are gone) | `entangled` |
| nowhere (what one side deleted amid brackets over several paragraphs that the other put or took away) | `needed` |
| `sections_told` (a heading within another annex or section) | nowhere yet; `needed` where that annex was struck |
| nowhere (what one side moved and made to speak of another thing, reworded by the other) | `perhaps_others` |
| nowhere (two of one wording that a side may have swapped, or named in one; made another of a list) | `pairs.crossed` |
| nowhere (neighbours moved apart) | `places_asked.parted` |
| nowhere (clauses that left their brackets) | `clauses_tied` |
| nowhere (clauses changed at an end of their way: one question for both ends) | `clauses_tied` |
| nowhere (a clause, or a figure, that one side took out beside what clashes: the paragraph is one) | `sentences_kept` |
| nowhere (words that one side moved and the other deleted: asked where they went) | `clauses_tied` |
| nowhere (a note whose mark one side moved alone: as a clause) | `clauses_tied` |
| `alone_beside.side_by_side` (answered as one, scattered there) | only when it was answered |
| nowhere (two rows of one name) | `tables.table_places` |
| nowhere (a heading made another one over what the other side put there) | `entangled.renamed` |
| `words_told` (words, rows of them and notes that the answers leave twice or nowhere) | `accounted` |
| `places_meant` (what one side refers to is gone) | `needed`, if the side that deleted it has not set that, too |
| `places_meant` (each side meant another paragraph) | `places_meant.torn`; not where both mean one (`figures_agreed`) |
| `places_meant` (several: figures, a list for a range, or that none can say so) | never: it follows from the places |
| `headings_meant` (each side meant another section, annex, note or article, or it is gone) | nowhere yet |
| `unfollowed_meant` (what no figure follows means another paragraph) | never: it may be of another text |
| the same three of what refers in a footnote | never |
| `typed_alike` (two headings of one typed number, where no count runs; two mere texts of one) | nowhere yet |
| `sources_meant` (another source) | there, where each side meant another, or reworded what the other let cite another |
| `at_one_place`, `alone_beside.openings`, `last_marks` | harmless: contradicts no side |
| `renamed` (a name that one side made another one everywhere, and the other says anew) | never: it is combined |
| `alone_beside.alone` (what one side alone changed beside what is asked) | never: it is combined |
"""

from models.merging.conflict import Choice, Conflict, MergeError, Row, Section, Stretch
from models.merging.merge import Merge, merge, merged

__all__ = [
    "Choice",
    "Conflict",
    "Merge",
    "MergeError",
    "Row",
    "Section",
    "Stretch",
    "merge",
    "merged",
]
