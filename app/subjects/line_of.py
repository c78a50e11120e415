"""A paragraph whose lineage is shown; `line_followed.py` follows it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.lineage.view import LineView


@dataclass(eq=False)
class LineOf:
    """A paragraph whose lineage is shown."""

    view: LineView = field(repr=False)
