"""The language of a dispatch: by its script, by its commonest words, and only then by a model."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from io import BytesIO
from math import lcm
from operator import itemgetter
from typing import TYPE_CHECKING
from unicodedata import name

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = {
    "en": "the of and to in that is was for on it with as be at by he his from are this have not"
    " but had were they which said will has been their who more an its would",
    "fr": "le les des du et une est que dans pour qui sur par pas au plus avec ce sont ont aux il"
    " elle cette nous ses mais ou été être sa selon leur à en se son ne on ces comme fait même dont"
    " entre après sans nos vous peut ainsi deux très leurs un si",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es"
    " an werden aus er hat dass sie nach wird bei einer noch wie einem über",
    "es": "el los las del y que en un una por con para como más al sus su pero fue este ha entre"
    " también según son está hasta desde lo",
    "it": "il di che della e un per è del con non una le dei alla si nel dal gli delle sono anche"
    " più ha nella come sul ma dalla ai",
    "pt": "o os as da do dos e que em um uma para com não na no por mais como foi ao das se pelo"
    " são também pela ou nos à",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra en ise ancak ya göre"
    " tarafından olduğunu edildi oldu her ne değil var o ki mi bütün iki diye hem sadece"
    " önce şey bile nasıl neden yani tüm yer iyi yeni büyük ilk",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er ook als door bij naar werd"
    " maar om dan nog wordt hij",
    "da": "og i at det er en til på de af for med den som ikke der var har et fra men om han"
    " vil kan skal også år efter mellem nogle nu gennem siger sagde op mod blev bliver være hvor"
    " når børn bruges danmark danske dansk folketinget regeringen",
    "no": "og i at det er en til på de av for med den som ikke har et fra men om han ble"
    " vil kan skal også år etter mellom noen nå gjennom sier sa opp mot blir være hvor når"
    " barn brukes norge norske norsk stortinget regjeringen",
    "sv": "och i att det är en på de av för med den som inte har ett från men om han var"
    " vill kan ska också år efter mellan några nu genom säger sade upp mot blev blir vara där när"
    " barn används sverige svenska svensk riksdagen regeringen",
    "id": "yang dan di ini itu dengan untuk dari pada dalam tidak akan oleh juga ke adalah ada"
    " kata tahun telah karena bahwa mengatakan ingin bisa jumat senin pemerintah",
    "ms": "yang dan di ini itu dengan untuk dari pada dalam tidak akan oleh juga ke adalah ada"
    " kata tahun telah kerana bahawa berkata mahu boleh jumaat isnin kerajaan",
    "hr": "je i u na se da za su od koji koja koje će kao bi iz ali ili nije ne o"
    " tko što tijekom također tjedna tisuća europski europske priopćeno djece djeca riječ gdje"
    " prije hrvatska hrvatske hrvatski hrvatskoj",
    "bs": "je i u na se da za su od koji koja koje će kao bi iz ali ili nije ne o"
    " ko šta tokom također sedmice hiljada evropski evropske saopćeno djece djeca riječ gdje prije"
    " bosne hercegovine bih sarajevu sarajeva",
    "sr": "je i u na se da za su od koji koja koje će kao bi iz ali ili nije ne o"
    " ko šta tokom takođe nedelje hiljada evropski evropske saopšteno dece deca reč gde pre"
    " srbija srbije srbiji srpski beogradu",
    "pl": "i w na z się do nie że jest to o od po jak przez za ale dla oraz są było",
}
_KIN = {
    one: frozenset(kin.split()) for kin in ("da no", "bs hr sr", "id ms") for one in kin.split()
}
"""Languages that share their commonest words; the others decide between them."""
LANGUAGES = (
    "ar az bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk ms nl nn no pl "  # noqa: SIM905
    "pt ro ru sk sl sq sr sv tr uk ur vi zh".split()
)
"""What the model may answer: the languages that agencies of the world write in."""

_ONE_CODE = {"nn": "no"}
"""A second written standard of one language."""


_VOTE = lcm(*range(1, len(_WORDS) + 1))
"""Parts of a vote, such that any number of languages can share it."""


def _voters() -> dict[str, list[tuple[str, int]]]:
    """Return for each word the languages that have it, and what each vote counts, in parts."""
    table: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in words.split():
            table.setdefault(word, []).append(language)
    return {
        word: [(language, _VOTE // len(spoken)) for language in spoken]
        for word, spoken in table.items()
    }


_VOTES = _voters()
_SAMPLE = 600
_LONG_SAMPLE = 4000
"""Looked at before the model is asked, which takes as long to load as a thousand texts to read."""
_TOKEN = re.compile(r"[^\W\d_]+")
_NO_SIGNS = bytes(ord(" ") if c < 0x80 and not chr(c).isalpha() else c for c in range(256))
_FREQUENT_SIGNS = "’‘“”«»–—…\u00a0\u202f"
_SCRIPT_LETTERS = 30
_OTHER_SCRIPT = re.compile(
    r"(?:[\u0370-\u06ff\u0900-\u13ff\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]\W*)"
    rf"{{{_SCRIPT_LETTERS}}}"
)
"""More than a name or a formula in another script."""
_ONE_LANGUAGE = {
    "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml",
    "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si", "ETHIOPIC": "am", "HANGUL": "ko",
    "HEBREW": "he", "GREEK": "el",
}  # fmt: skip
"""Scripts, by the first word of their letters' names, in which news is written in one language."""
_FEW_LETTERS = 10
_FEWEST, _MANY = 4, 16
"""Votes that decide in a sample, and in a long one, where chance gathers some for any language."""
_SURE = 0.9


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code, or ``""`` when the text is too short or too odd to tell."""
    sample = text[:_SAMPLE]
    if not _has_other_script(sample):
        voted = _by_votes(sample, _FEWEST) or _by_votes(text[:_LONG_SAMPLE], _MANY)
        if voted:
            return voted
    return _by_script(sample) or _by_model(sample)


def _by_script(sample: str) -> str:
    """Name the language that alone has the script of most letters."""
    letters = list(filter(str.isalpha, sample))
    scripts = Counter(name(letter, "").partition(" ")[0] for letter in letters if letter > "\u036f")
    script, count = max(scripts.items(), key=itemgetter(1), default=("", 0))
    return _ONE_LANGUAGE.get(script, "") if count > max(_FEW_LETTERS, len(letters) // 2) else ""


def _has_other_script(sample: str) -> bool:
    """Tell whether it has more than a name in another script, whose letters take several bytes."""
    several = len(sample.encode("utf-8", "surrogatepass")) - len(sample) >= _SCRIPT_LETTERS
    return several and _OTHER_SCRIPT.search(sample) is not None


def _words(text: str) -> list[str]:
    """Return the runs of letters, cut at common signs; by pattern only where others are left."""
    for sign in _FREQUENT_SIGNS:
        text = text.replace(sign, " ")
    bare = text.encode("utf-8", "surrogatepass").translate(_NO_SIGNS)
    words = bare.decode("utf-8", "surrogatepass").split()
    return words if "".join(words).isalpha() else _TOKEN.findall(text)


def _by_votes(sample: str, fewest: int) -> str:
    """Count the commonest words; a lead of two to one decides."""
    counted = Counter(filter(_VOTES.__contains__, _words(sample.lower())))
    tally = _tally(counted)
    if not tally:
        return ""
    leader = max(tally, key=tally.__getitem__)
    kin = _KIN.get(leader)
    votes = sum(tally.pop(one, 0) for one in kin or (leader,))
    rival = max(tally.values(), default=0)
    if votes < fewest * _VOTE or votes < 2 * rival:
        return ""
    return _among_kin(counted, kin) if kin else leader


def _tally(counted: Counter[str]) -> dict[str, int]:
    tally: defaultdict[str, int] = defaultdict(int)
    for word, times in counted.items():
        for language, weight in _VOTES[word]:
            tally[language] += times * weight
    return tally


def _among_kin(counted: Counter[str], kin: frozenset[str]) -> str:
    """Let the words decide that not all of the kin have; ``""`` where they do not."""
    own = {word: times for word, times in counted.items() if not kin <= dict(_VOTES[word]).keys()}
    tally = _tally(Counter(own))
    first, second, *_ = sorted((tally.get(one, 0), one) for one in kin)[::-1]
    return first[1] if first[0] > second[0] else ""


def _by_model(sample: str) -> str:
    letters = sum(map(len, _TOKEN.findall(sample)))
    if letters < 20:
        return ""
    certainties: defaultdict[str, float] = defaultdict(float)
    for language, certainty in _model()(sample):
        certainties[_ONE_CODE.get(language, language)] += certainty
    best = max(certainties, key=certainties.__getitem__)
    return best if certainties[best] >= _SURE else ""


@cache
def _model() -> Callable[[str], list[tuple[str, float]]]:
    from py3langid import langid, modelio  # late: loading the model takes a third of a second

    modelio.tempfile = _Memory  # it unpacks the model; this program leaves no temporary files
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)

    def rank(sample: str) -> list[tuple[str, float]]:
        return [
            (str(language), float(certainty)) for language, certainty in identifier.rank(sample)
        ]

    return rank


class _Memory:
    """Stands in for the module ``tempfile`` where memory does."""

    @staticmethod
    def TemporaryFile(suffix: str) -> BytesIO:  # noqa: ARG004, N802  named by the module
        return BytesIO()
