"""Small dispatches to import, written for these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "regulator.txt": """\
Regulator publishes draft rules on age verification

LONDON, Oct 18, 2024 (Reuters) - The communications regulator published draft rules on Friday
that set out how online services should check the age of their users.

The rules name methods that the regulator regards as reliable and ask services to keep no more
information about their users than they need. A consultation runs until the end of January.

Industry groups said that smaller services would need more time. Child-protection charities
welcomed the draft and asked for a firm date.
""",
    "committee.txt": """\
Committee hears platforms on reporting duties

BRUSSELS, Nov 4, 2024 (AFP) - A parliamentary committee heard representatives of four platforms
on Monday about how they report suspected abuse to the authorities.

Members asked how many reports led to an inquiry and why figures differ between countries. A
hotline association said that most reports lack the details that investigators need.
""",
    "ministers.txt": """\
Ministers agree on timetable for verification pilots

PARIS, Dec 2, 2024 (dpa) - Ministers of five countries agreed on Monday to run pilots of age
verification side by side and to publish the results together.

The pilots begin in spring. An independent panel of researchers will compare how the methods
protect privacy and how many people they wrongly turn away.
""",
}


def write_dispatches(folder: Path) -> Path:
    """Write three dispatches into a new folder and return it."""
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_many(folder: Path, count: int) -> Path:
    """Write ``count`` different dispatches into a new folder and return it."""
    folder.mkdir(parents=True)
    for number in range(count):
        body = " ".join(f"word{(number * 7 + place * 13) % 997}" for place in range(120))
        text = f"Council notes report number {number}\n\nOTTAWA, Oct 18, 2024 (Reuters) - {body}.\n"
        (folder / f"dispatch-{number:04}.txt").write_text(text, encoding="utf-8")
    return folder
