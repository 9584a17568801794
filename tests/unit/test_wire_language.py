"""Languages told apart, and silence where that is impossible."""

from __future__ import annotations

import tempfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wire import language as module
from index.wire.language import detect_language

TEXTS = {
    "en": "The regulator said on Friday that the platforms have to assess the risks of their services"
    " for minors, and that it will publish the results of its review in the spring.",
    "fr": "Le régulateur a indiqué vendredi que les plateformes doivent évaluer les risques de leurs"
    " services pour les mineurs, et qu’il publiera les résultats de son examen au printemps.",
    "de": "Die Aufsicht teilte am Freitag mit, dass die Plattformen die Risiken ihrer Dienste für"
    " Minderjährige bewerten müssen und dass sie die Ergebnisse im Frühjahr veröffentlichen wird.",
    "tr": "Düzenleyici kurum cuma günü yaptığı açıklamada, platformların hizmetlerinin çocuklar için"
    " risklerini değerlendirmesi gerektiğini ve sonuçların bahar aylarında yayımlanacağını bildirdi.",
    "es": "El regulador indicó el viernes que las plataformas deben evaluar los riesgos de sus"
    " servicios para los menores y que publicará los resultados de su examen en la primavera.",
    "it": "L’autorità ha detto venerdì che le piattaforme devono valutare i rischi dei loro servizi"
    " per i minori e che pubblicherà i risultati della sua indagine nella primavera.",
    "pt": "O regulador disse na sexta-feira que as plataformas devem avaliar os riscos dos seus"
    " serviços para os menores e que vai publicar os resultados da sua análise na primavera.",
    "ar": "قالت الهيئة التنظيمية يوم الجمعة إن على المنصات تقييم مخاطر خدماتها على القاصرين",
    "ru": "Регулятор сообщил в пятницу, что платформы должны оценить риски своих услуг для детей",
    "el": "Η ρυθμιστική αρχή δήλωσε την Παρασκευή ότι οι πλατφόρμες πρέπει να αξιολογούν τους κινδύνους",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


SHORT = [
    ("no", "Stortinget vedtok fredag nye regler for plattformer som brukes av barn."),
    ("no", "Departementet sier at aldersgrensen på 15 år skal gjelde fra neste år."),
    ("da", "Folketinget vedtog fredag nye regler for platforme, som bruges af børn."),
    ("sv", "Riksdagen antog på fredagen nya regler för plattformar som används av barn."),
    ("sr", "Skupština je usvojila zakon o zaštiti dece na internetu, saopšteno je danas."),
    ("hr", "Sabor je donio zakon o zaštiti djece na internetu, priopćeno je danas."),
    ("bs", "Parlament je usvojio zakon o zaštiti djece na internetu, saopćeno je danas."),
    ("id", "Pemerintah ingin menetapkan batas usia untuk media sosial, kata menteri pada Jumat."),
    ("ms", "Kerajaan mahu menetapkan had umur untuk media sosial, kata menteri pada Jumaat."),
    ("mk", "Владата ќе предложи забрана за социјалните мрежи за помлади од 15 години."),
    ("ca", "El govern vol establir un límit d'edat de 15 anys per a les xarxes socials."),
    ("th", "รัฐบาลต้องการกำหนดอายุขั้นต่ำสำหรับสื่อสังคมออนไลน์"),
    ("ka", "მთავრობას სურს დააწესოს სოციალური ქსელების ასაკობრივი ზღვარი"),
]


@pytest.mark.parametrize(("language", "text"), SHORT)
def test_a_short_sentence_of_a_language_with_near_kin(language: str, text: str) -> None:
    assert detect_language(text) == language


def test_kin_without_a_word_of_their_own_are_left_open() -> None:
    assert detect_language("Vlada će za petak i subotu") == ""


@pytest.mark.parametrize("language", ["en", "fr", "de", "tr", "es"])
def test_capitals_do_not_matter(language: str) -> None:
    assert detect_language(TEXTS[language].upper()) == language


@pytest.mark.parametrize("text", ["", "12.10.2024", "OK", "AA / 18.10.2024", "!!! ???"])
def test_unsure_is_empty(text: str) -> None:
    assert detect_language(text) == ""


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where the model is loaded, which costs as much as reading a thousand dispatches."""

    def load() -> None:
        raise AssertionError("the model was asked")

    monkeypatch.setattr(module, "_model", load)


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("กระทรวงเผยแพร่แนวทางใหม่เกี่ยวกับการคุ้มครองเด็กบนอินเทอร์เน็ต", "th"),
        ("მინისტრმა გამოაქვეყნა ახალი წესები ბავშვთა დაცვის შესახებ", "ka"),
        ("정부는 화요일 아동 보호에 관한 새로운 지침을 발표했다고 밝혔다. 위원회는 다음 달 회의를 연다.", "ko"),
        ("Το υπουργείο δημοσίευσε νέες οδηγίες για την προστασία των παιδιών", "el"),
    ],
)  # fmt: skip
def test_a_script_of_one_language_tells_it(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.usefixtures("no_model")
def test_a_name_in_another_script_leaves_the_language_clear() -> None:
    assert detect_language("Министерство: " + TEXTS["fr"]) == "fr"


@pytest.mark.usefixtures("no_model")
def test_where_the_opening_does_not_tell_the_rest_does() -> None:
    opening = "Geneva, Vienna, Nairobi. " * 30
    assert detect_language(opening + TEXTS["en"] + TEXTS["en"]) == "en"


def test_a_text_in_another_script_with_western_words_is_none_of_theirs() -> None:
    assert detect_language(TEXTS["ru"] + " (the Act on the Protection of Minors)") == "ru"


@given(st.text(max_size=400))
def test_any_text_gets_a_code_or_nothing(text: str) -> None:
    assert len(detect_language(text)) in {0, 2}


def test_the_model_is_loaded_without_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    module._model.cache_clear()
    rank = module._model()
    assert rank("Ministeriö julkaisi tiistaina luonnoksen uudesta laista.")[0][0] == "fi"
