from __future__ import annotations

from tests.inputs.structured import made, only, parser_of, source


def test_reads_a_release() -> None:
    story = only(source("release.txt"))
    assert story.headline == (
        "Example Foundation Opens Research Prize to Scholars of Online Child Protection Policy"
    )
    assert story.agency == "PRNewswire"
    assert story.city == "London"
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-16"
    assert "£10,000" in story.body
    assert story.boilerplate == "SOURCE: Example Foundation"
    assert story.revision is not None
    assert story.revision.guid == "PR12345"


def test_copy_that_only_mentions_a_distributor_is_plain_text() -> None:
    assert parser_of(made("A report on PRNewswire and its prices.\n\nIt is long.")).format == "text"
