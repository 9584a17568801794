"""What was decided before an import, as the log of imports keeps it."""

from __future__ import annotations

import json
from typing import Any

from index.reports import ImportPlan
from index.store.corrections import read_value, write_value
from index.store.records import mend


def write_plan(plan: ImportPlan) -> str | None:
    """Return a plan as JSON; None for one that changes nothing."""
    if not plan:
        return None
    corrected = [
        [*key, {field: write_value(field, value) for field, value in values.items()}]
        for key, values in plan.corrections.items()
    ]
    left_out = sorted(plan.left_out)
    stored = {"corrections": corrected, "left_out": left_out, "sample": plan.sample}
    return mend(json.dumps(stored))


def read_plan(text: str | None) -> ImportPlan:
    """Undo :func:`write_plan`."""
    if text is None:
        return ImportPlan()
    plain: dict[str, Any] = json.loads(text)
    corrections = {
        (path, member): {field: read_value(field, value) for field, value in values.items()}
        for path, member, values in plain["corrections"]
    }
    left_out = frozenset((path, member) for path, member in plain["left_out"])
    return ImportPlan(corrections, left_out, bool(plain.get("sample")))
