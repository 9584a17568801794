"""The labels that LexisNexis prints beside a story, in the locales of its interface."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Meaning = Literal[
    "byline", "section", "length", "highlight", "dateline", "headline", "subject", "language",
    "graphic", "guid", "url", "other",
]  # fmt: skip

_ABOVE: dict[Meaning, str] = {
    "byline": "byline auteur autor autore author signature de_la_signature skribent",
    "section": "section rubrique rubrik rubriek seccion sezione secao ressort sectie bereich",
    "length": "length longueur lange laenge longitud lunghezza lengte extensao comprimento",
    "highlight": "highlight encart accroche hohepunkt vorspann resumen sommario samenvatting",
    "dateline": "dateline ort lieu date_line",
    "headline": "headline titre titel titulo titolo kop",
    "other": "series source copyright edition type_de_publication",
}
"""Labels that stand above a story's text; spaces are spelled ``_``."""

_BODY = frozenset(("body", "text", "texte", "tekst", "texto", "testo"))
"""Labels behind which the text itself begins, in exports that label the headline too."""

_BELOW: dict[Meaning, str] = {
    "subject": "subject sujet thema betreff materia asunto argomento onderwerp assunto",
    "language": "language langue sprache idioma lingua taal",
    "graphic": "graphic graphique grafik grafico graphics illustration",
    "guid": "acc-no accession-number document-id",
    "url": "url",
    "other": "load-date date-chargement ladedatum update-date fecha-de-carga update "
    "date_de_chargement datum_des_updates fecha_de_carga publication-type type-publication "
    "publikationstyp publication_type type_de_publication pub-type journal-code code-journal "
    "zeitschriften-code organization organisation organizacion company societe unternehmen "
    "empresa geographic localisation-geo geographie geografia industry secteur-activite branche "
    "industria person personne persona ticker symbole-boursier borsenkurzel simbolo correction "
    "correction-date notes note type distribution country state city classification cusip "
    "zeitschriftencode code-revue code_de_la_revue publicatietype laaddatum tipo-publicacion "
    "tipo_de_publicacion codigo-de-revista data_di_caricamento data_de_carregamento "
    "data_de_carga document-type product loaded-date date-modified entities pages "
    "descriptors class",
}
"""Labels that stand below a story's text."""

_SURE = frozenset(
    ("load-date", "date-chargement", "ladedatum", "fecha-de-carga", "date-de-chargement",
     "datum-des-updates", "publication-type", "type-publication", "publikationstyp",
     "type-de-publication", "pub-type", "journal-code", "code-journal", "acc-no",
     "zeitschriftencode", "code-revue", "publicatietype", "laaddatum", "tipo-publicacion",
     "tipo-de-publicacion", "data-di-caricamento", "data-de-carregamento")
)  # fmt: skip
_LABELLED = re.compile(
    r"(?P<label>[^\W\d_][^\W_]*(?:[ _&/-][^\W_]+){0,3})[ \xa0]?:[ \xa0\t]*(?P<value>.*)\Z",
    re.DOTALL,
)
_LONGEST = 34


def _table(meanings: dict[Meaning, str]) -> dict[str, Meaning]:
    return {
        label.replace("_", " "): meaning
        for meaning, labels in meanings.items()
        for label in labels.split()
    }


_MEANS_ABOVE = _table(_ABOVE)
_MEANS_BELOW = _table(_BELOW)


def read_label(block: str) -> tuple[str, str]:
    """Return a block's label, folded, and its value; the label is '' where there is none."""
    found = _LABELLED.match(block.strip())
    if found is None or len(found["label"]) > _LONGEST:
        return "", block
    return _fold(found["label"]), found["value"].strip(" \xa0\t\n")


def above(label: str) -> Meaning | None:
    """Return what a label above the text means, None where it is none of them."""
    return _MEANS_ABOVE.get(label)


def opens_text(label: str) -> bool:
    """Tell whether a shouted label stands before the text itself."""
    return label in _BODY


def below(label: str) -> Meaning | None:
    """Return what a label below the text means, None where it is none of them."""
    return _MEANS_BELOW.get(label) or _MEANS_BELOW.get(label.replace(" ", "-"))


def surely_below(label: str) -> bool:
    """Tell a label that no story uses for a paragraph of its own."""
    return below(label) in ("language", "subject") or label.replace(" ", "-") in _SURE


def is_shouted(block: str) -> bool:
    """Tell whether a block's label is printed in capitals, as the classic layout prints all."""
    label = block.lstrip().partition(":")[0]
    return label.isupper()


def _fold(label: str) -> str:
    bare = unicodedata.normalize("NFKD", label.lower())
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).strip()
