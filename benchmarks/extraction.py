"""How well dispatches come out of text and web pages, beside other extractors on the same files.

Reads sample sets with truth (``truth/*.jsonl``) and runs their scorers (``score/score_*.py``)
over predictions by this project's parsers and by every peer that can be imported.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from index.errors import ArchiveError
from index.parsers import RecordRefused, Source
from index.parsers.decoding.encoding import decode
from index.parsers.registry import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Prediction: TypeAlias = dict[str, Any]
SETS = (
    "aeb",
    "trafilatura",
    "readability",
    "wikinews_fr",
    "htmldate",
    "copied_text",
    "reuters_wire",
    "agency",
    "press",
    "email",
    "feeds",
)
ALONE = ("reuters_wire", "agency", "press", "email", "feeds")
"""Sets of formats that the peers, made for web pages, do not read: see extraction.md."""
BESIDE = Path(__file__).parents[1].parent / "shared" / "samples"
MEASURES = (
    ("body F1", "bodies", ("shingle4", "f1")),
    ("fragments F1", "bodies", ("fragments", "f1")),
    ("title", "fields", ("title", "soft_accuracy")),
    ("author", "fields", ("author", "soft_accuracy")),
    ("date", "fields", ("date", "accuracy")),
    ("agency", "fields", ("agency", "soft_accuracy")),
    ("language", "fields", ("language", "accuracy")),
)


@dataclass
class Run:
    """What one extractor did with one set."""

    extractor: str
    samples: str
    inputs: int
    failed: int = 0
    seconds: float = 0.0
    scores: dict[str, float] = field(default_factory=dict)


def ours(raw: bytes, path: str, url: str, number: int = 1) -> Prediction:
    """Read one record of an input through the registry, as an import does."""
    source = Source(raw, path, url=url)
    dispatch = next(islice(choose(source).parse(source), number - 1, None), None)
    if dispatch is None:
        return {}
    if isinstance(dispatch, RecordRefused):
        raise dispatch.reason
    return {
        "body": dispatch.body,
        "title": dispatch.headline,
        "author": list(dispatch.byline),
        "date": dispatch.filed.iso() if dispatch.filed else None,
        "language": dispatch.language,
        "agency": dispatch.agency,
        "section": list(dispatch.section),
    }


def whole_text(raw: bytes, path: str, url: str) -> Prediction:
    """Take the text as it is: what any extractor of plain text must beat."""
    _ = path, url
    return {"body": decode(raw).text}


def peers() -> Iterator[tuple[str, Callable[[bytes, str, str], Prediction]]]:
    """Yield the other extractors that are installed."""
    for name, make in (
        ("trafilatura", _trafilatura),
        ("readability-lxml", _readability),
        ("newspaper4k", _newspaper),
    ):
        try:
            yield name, make()
        except ImportError:
            print(f"{name} is not installed; left out", file=sys.stderr)


def _trafilatura() -> Callable[[bytes, str, str], Prediction]:
    htmldate, trafilatura = import_module("htmldate"), import_module("trafilatura")

    def read(raw: bytes, path: str, url: str) -> Prediction:
        _ = path
        found = trafilatura.bare_extraction(raw, url=url or None, with_metadata=True)
        if found is None:
            return {"date": htmldate.find_date(decode(raw).text, original_date=True)}
        return {
            "body": found.text,
            "title": found.title,
            "author": found.author,
            "date": found.date,
            "agency": found.sitename,
        }

    return read


def _readability() -> Callable[[bytes, str, str], Prediction]:
    readability, html = import_module("readability"), import_module("lxml.html")

    def read(raw: bytes, path: str, url: str) -> Prediction:
        _ = path, url
        document = readability.Document(decode(raw).text)
        body = html.fromstring(document.summary())
        return {"body": "\n".join(body.itertext()), "title": document.short_title()}

    return read


def _newspaper() -> Callable[[bytes, str, str], Prediction]:
    newspaper = import_module("newspaper")

    def read(raw: bytes, path: str, url: str) -> Prediction:
        _ = path
        article = newspaper.Article(url or "https://example.org/", fetch_images=False)
        article.download(input_html=decode(raw).text)
        article.parse()
        published = article.publish_date
        return {
            "body": article.text,
            "title": article.title,
            "author": article.authors,
            "date": published.isoformat() if published else None,
            "language": article.meta_lang,
        }

    return read


def measure(
    extractor: str,
    read: Callable[[bytes, str, str], Prediction],
    samples: Path,
    name: str,
    out: Path,
) -> Run:
    """Run one extractor over one set and score it."""
    truth = samples / "truth" / f"{name}.jsonl"
    records = [json.loads(line) for line in truth.read_text(encoding="utf-8").splitlines()]
    run = Run(extractor, name, len(records))
    predictions = out / f"{name}.{extractor}.jsonl"
    with predictions.open("w", encoding="utf-8") as lines:
        for record in records:
            raw = (samples / record["path"]).read_bytes()
            start = time.process_time()
            found = _attempt(read, raw, record, run)
            run.seconds += time.process_time() - start
            lines.write(json.dumps({"id": record["id"], **found}) + "\n")
    for kind in ("bodies", "fields"):
        run.scores |= _score(samples, truth, predictions, kind)
    return run


def _attempt(
    read: Callable[[bytes, str, str], Prediction], raw: bytes, record: Prediction, run: Run
) -> Prediction:
    number = int(record.get("record", 1))
    try:
        if number > 1:
            return ours(raw, record["path"], "", number)
        return read(raw, record["path"], record.get("url") or "")
    except ArchiveError as refused:
        print(f"{run.extractor}: {record['id']}: {refused}", file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - a peer may fail in ways of its own
        print(f"{run.extractor}: {record['id']}: {error!r}", file=sys.stderr)
    run.failed += 1
    return {}


def _score(samples: Path, truth: Path, predictions: Path, kind: str) -> dict[str, float]:
    told = predictions.with_suffix(f".{kind}.json")
    scorer = samples / "score" / f"score_{kind}.py"
    command = [sys.executable, scorer, "--truth", truth, "--pred", predictions, "--json", told]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    scores = json.loads(told.read_text(encoding="utf-8"))
    return {
        measure: scores[keys[0]][keys[1]]
        for measure, where, keys in MEASURES
        if where == kind and keys[0] in scores and scores[keys[0]].get("answered", 1)
    }


def table(runs: list[Run]) -> str:
    """Return a Markdown table, one line a set and extractor."""
    measures = [measure for measure, _, _ in MEASURES]
    rows = [["set", "extractor", "inputs", *measures, "refused", "inputs/s CPU"]]
    rows.append(["---"] * len(rows[0]))
    for run in runs:
        scores = [f"{run.scores[m]:.3f}" if m in run.scores else "" for m in measures]
        rate = f"{run.inputs / run.seconds:.0f}" if run.seconds else ""
        rows.append([run.samples, run.extractor, str(run.inputs), *scores, str(run.failed), rate])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main(arguments: list[str]) -> int:
    """Measure the chosen sets and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks extraction", description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, help=f"of {', '.join(SETS)}")
    parser.add_argument("--samples", type=Path, default=BESIDE, help="folder with truth and score")
    parser.add_argument("--keep", type=Path, help="folder for the predictions")
    parser.add_argument("--no-peers", action="store_true", help="measure this project only")
    options = parser.parse_args(arguments)
    if not (options.samples / "truth").is_dir():
        parser.error(f"no samples in {options.samples}")
    with tempfile.TemporaryDirectory() as scratch:
        out = options.keep or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        print(table(list(_runs(options.sets, options.samples, out, peer=not options.no_peers))))
    return 0


def _runs(sets: list[str], samples: Path, out: Path, *, peer: bool) -> Iterator[Run]:
    others = list(peers()) if peer else []
    for name in sets:
        yield measure("dispatch-reader", ours, samples, name, out)
        if name == "copied_text":
            yield measure("whole text", whole_text, samples, name, out)
        elif name not in ALONE:
            for extractor, read in others:
                yield measure(extractor, read, samples, name, out)
