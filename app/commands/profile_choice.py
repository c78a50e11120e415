"""`--profile NAME`: whom a file is for, by a profile of the table or one of the user's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from models.circulation.profiles import Profile

_Command = TypeVar("_Command", bound=Callable[..., object])


def profile_option(default: str | None = "submission") -> Callable[[_Command], _Command]:
    """The option; without a default where the command knows when it is which."""
    return click.option(
        "--profile",
        default=default,
        show_default=default is not None,
        metavar="NAME",
        help="Whom the file is for: submission, circulation, compilation, delegation, capital, or one of your own.",
    )


def profile_named(name: str) -> Profile:
    """The profile of a name; those of the user's own are read where it is none of the table. Errors: UnknownProfile."""
    from models.circulation.profiles import UnknownProfile, profile

    try:
        return profile(name)
    except UnknownProfile:
        from app.settings.own_profiles import read_own_profiles
        from app.settings.settings import usual_places

        return profile(name, read_own_profiles(usual_places().config))
