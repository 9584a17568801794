"""The liberties that agencies take with NewsML-G2, NewsML 1 and NITF."""

from __future__ import annotations

import base64

import pytest

from index.dispatch import Dispatch
from tests.inputs.structured import dispatches, made, only

_P = (
    "The regulator published draft rules on age checks.",
    "Platforms would have six months to comply.",
)
_BODY = "\n\n".join(_P)
_T = "Regulator drafts rules on age checks"
_XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
    f"<body><p>{_P[0]}</p><p>{_P[1]}</p></body></html></inlineXML>"
)
_HEADLINE = f"<headline>{_T}</headline>"


def _g2(
    about: str = _HEADLINE,
    content: str = _XHTML,
    item: str = '<itemClass qcode="ninat:text"/>',
    beside: str = "",
    after: str = "",
) -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2">'
        f"<itemMeta>{item}<firstCreated>2024-03-04T09:30:00Z</firstCreated></itemMeta>"
        f"<contentMeta>{about}</contentMeta>{beside}<contentSet>{content}</contentSet>"
        f"{after}</newsItem>"
    )


def _g2_story(*args: str, **parts: str) -> Dispatch:
    return only(made(_g2(*args, **parts)))


def test_g2_joins_several_bylines_and_keeps_organisations_out() -> None:
    printed = _g2_story(f"{_HEADLINE}<by>By Anna Vidal</by><by>Paul Martin</by>")
    assert printed.byline == ("Anna Vidal", "Paul Martin")
    creators = (
        '<creator type="cpnat:organisation"><name>Dublin Desk</name></creator>'
        '<creator literal="Lucie Morel"/>'
    )
    assert _g2_story(_HEADLINE + creators).byline == ("Lucie Morel",)


def test_g2_codes_may_be_uris() -> None:
    codes = "http://cv.iptc.org/newscodes"
    story = _g2_story(
        item=f'<itemClass uri="{codes}/ninature/text"/><provider uri="{codes}/newsprovider/AFP"/>'
        f'<pubStatus uri="{codes}/pubstatusg2/canceled"/>'
    )
    assert story.agency == "AFP"
    assert story.warnings == ("the agency marks this dispatch as canceled",)
    assert story.revision is not None
    assert story.revision.label == "canceled"
    picture = _g2_story(
        f'{_HEADLINE}<description role="drol:caption">The minister speaks.</description>',
        "",
        f'<itemClass uri="{codes}/ninature/picture"/>',
    )
    assert picture.body == "The minister speaks."


def test_g2_takes_the_main_headline_in_the_language_of_the_text() -> None:
    roles = (
        '<headline role="hld:kicker">Online safety</headline>'
        '<headline role="hld:short">Rules on age</headline>'
        f'<headline role="hld:main">{_T}</headline>'
        '<headline role="hld:subHeadline">Six months to comply</headline>'
    )
    story = _g2_story(roles)
    assert (story.headline, story.standfirst) == (_T, "Six months to comply")
    spoken = (
        '<language tag="en-IE"/><headline xml:lang="fr">Le régulateur publie</headline>'
        f'<headline xml:lang="en">{_T}</headline>'
    )
    assert _g2_story(spoken).headline == _T


def test_g2_title_of_the_item_stands_in_for_a_headline() -> None:
    titled = _g2_story("", item=f'<itemClass qcode="ninat:text"/><title>{_T}</title>')
    assert titled.headline == _T


def test_g2_names_stand_in_assertions() -> None:
    asserted = "".join(
        f'<assert qcode="{code}"><name>{name}</name></assert>'
        for code, name in (
            ("pers:77", "Mary Byrne"),
            ("geo:DUB", "Dublin"),
            ("org:12", "Agence France-Presse"),
            ("medtop:1", "age verification"),
        )
    )
    about = (
        '<creator qcode="pers:77"/><located qcode="geo:DUB" type="cptype:city"/>'
        '<subject qcode="medtop:1"/>'
    )
    story = _g2_story(_HEADLINE + about, item='<provider qcode="org:12"/>', after=asserted)
    assert story.agency == "Agence France-Presse"
    assert story.byline == ("Mary Byrne",)
    assert story.city == "Dublin"
    assert story.keywords == ("age verification",)


def test_g2_a_code_is_no_name() -> None:
    story = _g2_story(f'{_HEADLINE}<located qcode="geo:12345" type="cptype:city"/>')
    assert story.city == ""


def test_g2_content_may_be_base64_or_stand_in_a_second_set() -> None:
    packed = base64.b64encode(_BODY.encode()).decode()
    data = f'<inlineData contenttype="text/plain" encoding="enc:base64">{packed}</inlineData>'
    assert _g2_story(content=data).body == _BODY
    remote = "<contentSet><remoteContent contenttype='image/jpeg' href='x.jpg'/></contentSet>"
    story = _g2_story(beside=remote)
    assert (story.body, story.dropped) == (_BODY, {"image": 1})


def test_g2_credit_names_the_agency_and_dateline_and_description_are_read() -> None:
    about = (
        '<infoSource literal="AFP"/><by>By Anna Vidal in Dublin</by>'
        "<dateline>DUBLIN, March 4 (AFP)</dateline>"
        "<description>The draft follows a year of consultation.</description>"
    )
    story = _g2_story(_HEADLINE + about)
    assert (story.agency, story.city, story.byline) == ("AFP", "Dublin", ("Anna Vidal",))
    assert story.standfirst == "The draft follows a year of consultation."


def test_two_breaks_part_paragraphs_and_a_line_by_a_writer_is_the_byline() -> None:
    xhtml = f"<inlineXML><div>By Anna Vidal<br/><br/>{_P[0]}<br/>\n<br/>{_P[1]}</div></inlineXML>"
    story = _g2_story(content=xhtml)
    assert story.body == f"By Anna Vidal\n\n{_BODY}"
    assert story.byline == ("Anna Vidal",)


_NITF = (
    f"<nitf><body><body.head><hedline>{{}}</hedline>"
    f"<note><p>For use before Friday.</p></note></body.head>"
    f"<body.content><p>{_P[0]}</p><p>{_P[1]}</p></body.content></body></nitf>"
)
_N1 = (
    '<NewsItem xml:lang="en"><Identification><NewsIdentifier><DateId>20240304</DateId>'
    "<NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsManagement>{0}"
    "</NewsManagement><NewsComponent>{2}<NewsLines><HeadLine xml:lang='fr'>Le régulateur"
    "</HeadLine><HeadLine xml:lang='en'>{1}</HeadLine><ByLine>By Anna Vidal</ByLine>"
    "<ByLine>Paul Martin</ByLine><DateLine>DUBLIN, March 4 (AFP) -</DateLine></NewsLines>"
    "<AdministrativeMetadata><Provider><Party FormalName='' Topic='#t1'/></Provider>"
    "</AdministrativeMetadata><ContentItem><MediaType FormalName='Text'/><DataContent>"
    f"<p>{_P[0]}</p><p>{_P[1]}</p></DataContent></ContentItem></NewsComponent></NewsItem>"
)


@pytest.mark.parametrize("item", [_g2(), _NITF.format(f"<hl1>{_T}</hl1>"), _N1.format("", _T, "")])
@pytest.mark.parametrize(
    "envelope",
    [
        "<stories>{0}{0}</stories>",
        '<e:Envelope xmlns:e="urn:e"><e:Body>{0}{0}</e:Body></e:Envelope>',
    ],
)
def test_standard_items_are_found_in_foreign_envelopes(item: str, envelope: str) -> None:
    found = dispatches(made(f'<?xml version="1.0"?>{envelope.format(item)}'))
    assert [(story.headline, story.body) for story in found] == [(_T, _BODY)] * 2


def test_an_item_of_an_agencys_own_xml_may_bear_the_name_of_a_standard_one() -> None:
    own = f"<newsItems><newsItem><title>{_T}</title><text>{_P[0]}</text></newsItem></newsItems>"
    assert only(made(own)).body == _P[0]


def test_an_item_behind_a_long_comment_is_read_as_what_it_is() -> None:
    story = only(made(f'<?xml version="1.0"?><!-- {"licence " * 2000} -->{_g2()}'))
    assert (story.format, story.body) == ("newsml-g2", _BODY)


def test_newsml1_lines_by_language_party_by_topic_and_embargo() -> None:
    topic = "<TopicSet><Topic Duid='t1'><Description>Agence France-Presse</Description></Topic></TopicSet>"
    status = (
        "<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/>"
        "<DateAndTime>20240305T060000Z</DateAndTime></StatusWillChange>"
    )
    story = only(made(f"<NewsML>{_N1.format(status, _T, topic)}</NewsML>"))
    assert (story.headline, story.agency, story.city) == (_T, "Agence France-Presse", "Dublin")
    assert story.byline == ("Anna Vidal", "Paul Martin")
    assert story.filed is not None
    assert story.filed.iso() == "2024-03-04"
    assert story.embargo is not None
    assert story.embargo.iso() == "2024-03-05T06:00:00+00:00"


def test_newsml1_items_in_a_package_stand_for_themselves() -> None:
    package = f"<NewsItem><NewsComponent>{_N1.format('', _T, '') * 2}</NewsComponent></NewsItem>"
    found = dispatches(made(f"<NewsML>{package}</NewsML>"))
    assert [story.headline for story in found] == [_T, _T]


def test_nitf_headline_without_a_level_and_note_above_the_text() -> None:
    story = only(made(_NITF.format(_T)))
    assert story.headline == _T
    assert story.boilerplate == "For use before Friday."


def test_nitf_correction_is_a_label() -> None:
    head = '<head><docdata><correction info="corrects the date" id-string="x0"/></docdata></head>'
    story = only(made(_NITF.format(_T).replace("<nitf>", f"<nitf>{head}")))
    assert story.revision is not None
    assert (story.revision.label, story.revision.supersedes) == ("correction", "x0")
    assert "corrects the date" in story.boilerplate


def test_nitf_city_stands_without_its_state() -> None:
    line = "<dateline><location>KANSAS CITY, Mo.</location></dateline>"
    head = _NITF.format(_T).replace("</body.head>", f"{line}</body.head>")
    assert only(made(head)).city == "Kansas City"
