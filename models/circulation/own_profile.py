"""A user's own profile: made from one of the table, with choices only within what is verified of a file that leaves.

What Word says of a file's makers is kept or taken out whole, as in the profile it is made from. Where it is kept, the
file is full of names and dates, and the profile says so: neither can be chosen then, but whether its comments, its
properties, its marks of editing sessions and its custom data stay in it. What verifies a file reads the profile itself,
so that none can claim less than leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from models.circulation.profiles import (
    CAPITAL,
    CIRCULATION,
    OTHER_NAMES,
    PROFILES,
    SUBMISSION,
    Authors,
    Dates,
    NotInProfile,
    Profile,
    Sort,
    day_of,
)
from models.draft import DraftError

GROUNDS: tuple[Profile, ...] = (SUBMISSION, CIRCULATION, CAPITAL)
"""What a profile can be made from."""
AUTHORS = (Authors.NOBODY, Authors.ONE, Authors.DELEGATIONS)
"""Who its changes can be by, where the file's own makers are not kept."""
DATES = (Dates.NONE, Dates.CHOSEN, Dates.REAL)
_KEPT = ("comments", "properties", "revision_ids", "custom_xml")
"""What one's own copy may keep back of a Word file."""
LONGEST = 40  # letters of a name


class NoSuchProfile(DraftError):
    """A profile cannot be made as it is asked for."""


def own_profile(
    name: str,
    ground: Profile,
    *,
    authors: Authors | None = None,
    signs: str = "",
    dates: Dates | None = None,
    day: str = "",
    notes: bool | None = None,
    comments: bool = True,
    properties: bool = True,
    revision_ids: bool = True,
    custom_xml: bool = True,
    labels: bool | None = None,
    draft_mark: bool | None = None,
    others: Iterable[Profile] = (),
) -> Profile:
    """A profile made from `ground`, which has what is not said; `others` are those whose names are taken.

    `comments`, `properties`, `revision_ids` and `custom_xml` are kept where the ground keeps them too. Errors:
    NoSuchProfile for a name that is none or is taken, a day that is none, and names, dates or notes that are not the
    ground's to choose.
    """
    name, signs, day = " ".join(name.split()), " ".join(signs.split()), day.strip()
    _refuse_name(name, others)
    if ground not in GROUNDS:
        raise NoSuchProfile(f"No profile can be made from “{ground.name}”; choose submission, circulation or capital.")
    authors, dates = authors or ground.authors, dates or ground.dates
    if ground.traces and (authors, dates) != (ground.authors, ground.dates):
        raise NoSuchProfile(f"A file for {ground.words} says all it knows of its makers; names and dates stay in it.")
    if not ground.traces and (notes or authors not in AUTHORS or dates not in DATES):
        raise NoSuchProfile(f"Private notes and others’ names leave only in a profile made from {CAPITAL.words}.")
    if dates is Dates.CHOSEN and day:
        try:
            day = day_of(day)
        except NotInProfile:
            raise NoSuchProfile(f"“{day}” is no date; write it as 2025-11-17.") from None
    made = replace(
        ground,
        name=name,
        words=name,
        says="Yours: ",
        authors=authors,
        dates=dates,
        notes=ground.notes if notes is None else notes,
        comments=ground.comments and comments,
        properties=ground.properties and properties,
        revision_ids=ground.revision_ids and revision_ids,
        custom_xml=ground.custom_xml and custom_xml,
        labels=ground.labels if labels is None else labels,
        draft_mark=ground.draft_mark if draft_mark is None else draft_mark,
        made_from=ground.name,
        signs=signs if authors is Authors.ONE else "",
        day=day if dates is Dates.CHOSEN else "",
    )
    return replace(made, says=made.told_of(Sort.TRACKED))


def _refuse_name(name: str, others: Iterable[Profile]) -> None:
    if not name or not name.isprintable() or len(name) > LONGEST:
        raise NoSuchProfile(f"Give the profile a name of at most {LONGEST} letters.")
    built_in = {*OTHER_NAMES, *(one.name for one in PROFILES), *(one.words for one in PROFILES)}
    taken = {known.casefold() for known in (*built_in, *(one.name for one in others))}
    if name.casefold() in taken:
        raise NoSuchProfile(f"There is a profile “{name}” already; give this one another name.")


def as_value(one: Profile) -> dict[str, object]:
    """A profile of the user's own for JSON: what was chosen, not what follows from its ground."""
    return {
        "name": one.name,
        "made_from": one.made_from,
        "authors": one.authors.name,
        "signs": one.signs,
        "dates": one.dates.name,
        "day": one.day,
        "notes": one.notes,
        **{key: getattr(one, key) for key in _KEPT},
        "labels": one.labels,
        "draft_mark": one.draft_mark,
    }


def of_value(value: object, others: Iterable[Profile] = ()) -> Profile | None:
    """The profile of such a value; None where it is none that could be made."""
    given: Mapping[str, Any] = value if isinstance(value, dict) else {}
    words = [given.get(key) for key in ("name", "made_from", "authors", "signs", "dates", "day")]
    kept = [given.get(key) for key in ("notes", "labels", "draft_mark")]
    of_makers = {key: given.get(key, True) for key in _KEPT}  # profiles from before did not choose them
    kept += of_makers.values()
    ground = next((one for one in GROUNDS if one.name == given.get("made_from")), None)
    if ground is None or not all(isinstance(one, str) for one in words) or not all(type(one) is bool for one in kept):
        return None
    try:
        return own_profile(
            given["name"],
            ground,
            authors=Authors[given["authors"]],
            signs=given["signs"],
            dates=Dates[given["dates"]],
            day=given["day"],
            notes=given["notes"],
            **of_makers,
            labels=given["labels"],
            draft_mark=given["draft_mark"],
            others=others,
        )
    except (KeyError, NoSuchProfile):
        return None
