"""Steps of the zoom of texts."""

from __future__ import annotations

STEPS = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


def stepped(zoom: float, step: int) -> float:
    """The next larger (1) or smaller (-1) zoom; 0 gives 100 %."""
    if step == 0:
        return 1.0
    nearest = min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - zoom))
    return STEPS[max(0, min(len(STEPS) - 1, nearest + step))]
