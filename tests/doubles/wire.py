"""Made-up dispatches about online child-protection policy, as plain text."""

from __future__ import annotations

from pathlib import Path

_TOPICS = (
    "age verification", "trusted flaggers", "risk assessments", "reporting duties",
    "media literacy", "data retention", "platform audits", "hotline funding",
    "parental controls", "transparency reports", "school programmes", "victim support",
)  # fmt: skip
_PLACES = ("Brussels", "Dublin", "Lisbon", "Vienna", "Oslo", "Prague", "Athens")


def text(number: int) -> str:
    """Return dispatch ``number``; no two share a run of words that makes them one story."""
    topic = _TOPICS[number % len(_TOPICS)]
    place = _PLACES[number % len(_PLACES)]
    paragraphs = [
        f"The committee in {place} discussed {topic} in sitting {number} on Tuesday.",
        " ".join(
            f"Point{number}x{at} concerns clause{number + at} of draft{number}." for at in range(30)
        ),
        f"A vote on proposal {number} is expected in the autumn, the chair said.",
    ]
    return f"Committee {number} weighs {topic}\n\n" + "\n\n".join(paragraphs) + "\n"


def write(folder: Path, count: int, first: int = 0) -> list[Path]:
    """Write that many dispatches as files; return them in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.txt" for number in range(first, first + count)]
    for number, path in enumerate(paths, first):
        path.write_text(text(number), encoding="utf-8")
    return paths
