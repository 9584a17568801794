from __future__ import annotations

from index.parsers import RecordRefused
from tests.inputs.structured import dispatches, everything, made, source


def test_new_layout() -> None:
    story = dispatches(source("europresse_new.html"))[0]
    assert story.headline == "Le régulateur publie ses lignes directrices"
    assert story.standfirst == "Les plateformes ont six mois."
    assert story.byline == ("Jeanne Martin", "Paul Durand")
    assert story.agency == "Le Courrier du Parlement"
    assert story.section == ("Société",)
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-16"
    assert story.body == (
        "Premier paragraphe sur la vérification de l'âge.\n\nSecond paragraphe sur les plateformes."
    )
    assert story.revision is not None
    assert story.revision.guid == "news·20241016·LCP·0012345"


def test_a_record_without_text_is_reported_in_its_place() -> None:
    first, second, third = everything(source("europresse_new.html"))
    assert isinstance(third, RecordRefused)
    assert third.member == "#3"
    assert dispatches(source("europresse_new.html")) == [first, second]


def test_old_layout_tells_author_and_text_by_position() -> None:
    first, second = dispatches(source("europresse_old.html"))
    assert first.headline == "Débat sur la loi jeunesse"
    assert first.standfirst == "Sous-titre"
    assert first.byline == ("Marie Curiel",)
    assert first.body == "Le débat a commencé.\n\nIl reprendra mardi."
    assert first.revision is not None
    assert first.revision.guid == "news·20241005·LQ·17"
    assert second.byline == ()
    assert second.body == "Le texte commence ici, sans auteur. Il continue en gras.\n\nFin."


def test_certificates_are_no_text() -> None:
    for story in dispatches(source("europresse_old.html")):
        assert "certificat" not in story.body
        assert "Numéro de document" not in story.body


def test_an_unmarked_division_below_the_title_is_the_author() -> None:
    page = (
        '<html><body><article><span class="DocPublicationName">La Gazette</span>'
        '<span class="DocHeader">17 octobre 2024</span><p class="titreArticleVisu">Titre</p>'
        '<div>Rose Martin</div><div class="docOcurrContainer"><p>Texte.</p></div></article></body></html>'
    )
    (story,) = dispatches(made(page))
    assert (story.byline, story.body) == (("Rose Martin",), "Texte.")


BROADCAST = """<html><body><article><header><div class="rdp__DocPublicationName">
<span class="DocPublicationName">La Gazette, no. 12</span></div><span class="DocHeader">
Thursday, December 22, 2022 13887 mots, p. 819(40)</span><div class="titreArticle">
<p class="titreArticleVisu">La loi</p></div><p class="sm-margin-bottomNews">par Rose Martin</p>
</header><section><div class="DocText clearfix"><p>La loi arrive.</p><div class="apd-wrapper">
<div class="apd-sources-date">2022-12-22</div><div class="source-name-APD">Le Soir (site web)</div>
</div></div></section></article><article><header><div class="sm-margin-bottom">Gazette TV</div>
<div class="sm-margin-bottom">3 février 2023 413 mots</div><div class="titreArticle">
<p class="titreArticleVisu">Un mot</p></div></header><section><div class="DocText clearfix">
<p>Le groupe écoute.</p><p>Il conclut.</p></div></section></article></body></html>"""


def test_an_article_whose_publication_no_class_names_is_not_lost() -> None:
    _, second = dispatches(made(BROADCAST))
    assert (second.headline, second.agency) == ("Un mot", "Gazette TV")
    assert second.body == "Le groupe écoute.\n\nIl conclut."
    assert second.filed is not None
    assert second.filed.iso() == "2023-02-03"


def test_other_publications_of_a_story_and_its_page_are_no_text_and_no_section() -> None:
    first, _ = dispatches(made(BROADCAST))
    assert (first.body, first.section) == ("La loi arrive.", ())
    assert first.boilerplate == "2022-12-22\n\nLe Soir (site web)"
