"""A made-up day on the wire: many short dispatches of few words, always the same ones."""

from __future__ import annotations

import random
from datetime import date

from tests.doubles.list_corpus import ListCorpus, Story

WORDS = [
    "regulator",
    "law",
    "bill",
    "platform",
    "encryption",
    "report",
    "minister",
    "parliament",
    "debate",
    "online",
    "safety",
    "protection",
    "children",
    "child",
    "age",
    "verification",
    "survivor",
    "support",
    "hotline",
    "guidance",
    "code",
    "vote",
    "committee",
    "amendment",
    "court",
    "ruling",
    "appeal",
    "fine",
    "budget",
    "ngo",
    "campaign",
    "school",
    "media",
    "literacy",
    "enfants",
    "protection",
    "plateforme",
    "loi",
    "parlement",
    "ministre",
    "rapport",
    "signalement",
    "régulateur",
    "l’Arcom",
    "d’urgence",
    "pédo-criminalité",
    "client-side",
    "aujourd’hui",
    "États-Unis",
    "6",
    "%",
    "2024",
    "çocuk",
    "koruma",
    "yasası",
    "Ankara’da",
    "meclis",
    "İstanbul’un",
]
AGENCIES = ("Agence France-Presse", "Anadolu Agency", "Reuters", "")


def wire_day(dispatches: int, seed: int = 7) -> ListCorpus:
    """Return a record of so many dispatches."""
    lot = random.Random(seed)  # noqa: S311 - no secret
    return ListCorpus.of(*(_story(lot, number) for number in range(1, dispatches + 1)))


def _story(lot: random.Random, number: int) -> Story:
    common = WORDS[: 8 + number % 40]
    return Story(
        body=" ".join(lot.choices(common, k=lot.randint(3, 60))),
        headline=" ".join(lot.choices(WORDS, k=lot.randint(2, 7))),
        standfirst=" ".join(lot.choices(WORDS, k=4)) if number % 3 else "",
        byline=lot.choice(("Ümit Dönmez", "Jane Doe", "")),
        agency=lot.choice(AGENCIES),
        city=lot.choice(("Paris", "London", "")),
        language=lot.choice(("en", "fr", "tr", "")),
        sections=tuple(lot.sample(("Politics", "World", "Society"), k=lot.randint(0, 2))),
        filed=date(2024, lot.randint(1, 12), lot.randint(1, 28)) if number % 9 else None,
        minutes=lot.randint(0, 1439),
        family=number % 5 if number % 2 else 0,
    )
