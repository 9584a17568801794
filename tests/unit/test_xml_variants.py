"""The liberties that agencies take with the standards written in XML."""

from __future__ import annotations

import pytest

from index.errors import SuspiciousArchive
from index.wire.dateline import is_date_alone
from tests.inputs.structured import made, only

_P = (
    "The regulator published draft rules on age checks.",
    "Platforms would have six months to comply.",
)
_BODY = "\n\n".join(_P)
_PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in _P)
_T = "Regulator drafts rules on age checks"
_NITF = f"<nitf><body><body.content>{_PARAGRAPHS}</body.content></body></nitf>"


def _newsml1(
    lines: str = "", *, doctype: str = "", provider: str = "wire.example", data: str = _NITF
) -> str:
    identifier = f"<ProviderId>{provider}</ProviderId><NewsItemId>7</NewsItemId>"
    return (
        f'<?xml version="1.0"?>{doctype}<NewsML><NewsItem><Identification><NewsIdentifier>'
        f"{identifier}</NewsIdentifier></Identification><NewsComponent><NewsLines>"
        f"<HeadLine>{_T}</HeadLine>{lines}</NewsLines><DescriptiveMetadata>"
        '<Property FormalName="City" Value="Lyon"/></DescriptiveMetadata><ContentItem>'
        f'<MediaType FormalName="Text"/><DataContent>{data}</DataContent></ContentItem>'
        "</NewsComponent></NewsItem></NewsML>"
    )


def _g2(content: str, meta: str = f"<headline>{_T}</headline>") -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:7" version="1">'
        f"<contentMeta>{meta}</contentMeta><contentSet><inlineXML>{content}</inlineXML>"
        "</contentSet></newsItem>"
    )


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY % nitf SYSTEM "../nitf-3-0.dtd"> %nitf;',
        "<!ENTITY % nitf SYSTEM 'nitf.dtd'>\n\t%nitf;",
        '<!ENTITY % nitf PUBLIC "-//IPTC//DTD NITF 3.0//EN" "nitf.dtd">%nitf;',
    ],
)
def test_a_doctype_that_pulls_in_a_dtd_is_read_without_it(declared: str) -> None:
    doctype = f'<!DOCTYPE NewsML PUBLIC "urn:newsml:x" "NewsML.dtd" [{declared}]>'
    assert only(made(_newsml1(doctype=doctype))).body == _BODY


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY % a SYSTEM "a.dtd"> %b;',
        "<!ENTITY % a \"<!ENTITY b SYSTEM 'file:///x'>\"> %a;",
        '<!ENTITY % a SYSTEM "a.dtd"> %a; <!ENTITY b SYSTEM "file:///x">',
    ],
)
def test_other_entities_are_refused_still(declared: str) -> None:
    with pytest.raises(SuspiciousArchive):
        only(made(_newsml1(doctype=f"<!DOCTYPE NewsML [{declared}]>")))


def test_a_provider_may_be_named_by_its_former_address() -> None:
    assert only(made(_newsml1(provider="www.itar-tass.com"))).agency == "TASS"


@pytest.mark.parametrize("printed", ["4/4/2018", "January 21", "2.4.2019 16:02:09 CEST"])
def test_a_date_alone_is_no_dateline(printed: str) -> None:
    story = only(made(_newsml1(f"<DateLine>{printed}</DateLine>")))
    assert (story.dateline, story.city) == ("", "Lyon")


def test_the_dateline_tells_the_city_better_than_other_elements() -> None:
    story = only(made(_newsml1("<DateLine>BERLIN, July 23</DateLine>")))
    assert (story.dateline, story.city) == ("BERLIN, July 23", "Berlin")


@pytest.mark.parametrize("dateline", ["20170102T222800+0000", "Mon 3 May, 10 am", "3 mai 2024"])
def test_dates_alone(dateline: str) -> None:
    assert is_date_alone(dateline)
    assert not is_date_alone(f"Lyon {dateline}")


def test_no_date_and_no_place_is_no_date_alone() -> None:
    assert not is_date_alone("May")


def test_elements_of_an_own_vocabulary_stand_one_below_the_other() -> None:
    first, second = _P
    content = (
        f'<BODY xmlns=""><TEXT><RUBRIK>Ny lag</RUBRIK><DAT><ORT>Lund</ORT></DAT>'
        f"<BRODTEXT><CITAT>{first}</CITAT><P>{second}</P></BRODTEXT>"
        "<BILD><BILDTEXT>Ett hus.</BILDTEXT></BILD></TEXT></BODY>"
    )
    story = only(made(_g2(content)))
    assert story.body.split("\n\n") == ["Ny lag", "Lund", first, second]
    assert story.dropped == {"image": 1}


def test_what_stands_within_a_line_stays_there() -> None:
    content = "<html><body><p><org>The Board</org> <person>Lea Roe</person></p></body></html>"
    assert only(made(_g2(content))).body == "The Board Lea Roe"


def test_copy_set_by_indents_in_one_element_keeps_its_paragraphs() -> None:
    copy = (
        "(Adds quote)\n    Jan 30 (Reuters) - The regulator published draft rules on\n"
        "age checks.\n    Platforms would have six months to comply with them, the\n"
        "regulator said.\n"
    )
    story = only(made(_g2(f"<html><body><p>{copy}</p></body></html>")))
    assert story.body.split("\n\n") == [
        "(Adds quote)",
        "Jan 30 (Reuters) - The regulator published draft rules on age checks.",
        "Platforms would have six months to comply with them, the regulator said.",
    ]


def test_the_title_of_inner_nitf_stands_in_for_a_headline() -> None:
    nitf = _NITF.replace("<nitf>", f"<nitf><head><title>{_T}</title></head>")
    assert only(made(_g2(nitf, meta="<urgency>5</urgency>"))).headline == _T


def test_nitf_states_its_language_at_the_root() -> None:
    text = "<p>Ny lov.</p>"
    nitf = f'<nitf baselang="nb-NO"><body><body.content>{text}</body.content></body></nitf>'
    assert only(made(nitf)).language == "nb"


@pytest.mark.parametrize("kind", ["HTML", "NITF", "Text"])
def test_what_a_text_component_is_called_differs(kind: str) -> None:
    data = f"<![CDATA[{_PARAGRAPHS}]]>"
    text = _newsml1(data=data).replace('FormalName="Text"', f'FormalName="{kind}"')
    assert only(made(text)).body == _BODY


def test_a_line_of_type_summary_is_the_standfirst() -> None:
    line = '<NewsLine><NewsLineType FormalName="Summary"/><NewsLineText>Short.</NewsLineText>'
    assert only(made(_newsml1(f"{line}</NewsLine>"))).standfirst == "Short."


def test_key_words_in_capitals_below_the_headline_are_a_slug() -> None:
    story = only(made(_newsml1("<SubHeadLine>INTERNET NORMAS</SubHeadLine>")))
    assert (story.standfirst, story.slug) == ("", "INTERNET NORMAS")
    told = only(made(_newsml1("<SubHeadLine>Six months to comply</SubHeadLine>")))
    assert (told.standfirst, told.slug) == ("Six months to comply", "")


def test_markup_escaped_within_an_element_is_read() -> None:
    escaped = "&lt;div id='x'&gt;&lt;/div&gt;&lt;script src='y'&gt;&lt;/script&gt;"
    nitf = f"<nitf><body><body.content>{_PARAGRAPHS}<p>{escaped}</p></body.content></body></nitf>"
    story = only(made(nitf))
    assert (story.body, story.dropped) == (_BODY, {"script": 1})
    data = "<body><body.content><![CDATA[One here.<BR>Two here.]]></body.content></body>"
    assert only(made(_newsml1(data=data))).body == "One here.\nTwo here."


def test_headline_and_what_is_below_it_are_not_repeated_in_the_body() -> None:
    content = f"<html><body><h1>{_T}</h1><h2>Six months</h2>{_PARAGRAPHS}</body></html>"
    meta = f'<headline>{_T}</headline><headline role="hld:subHeadline">Six months</headline>'
    assert only(made(_g2(content, meta))).body == _BODY


def test_a_lead_that_is_also_the_standfirst_stays_in_the_body() -> None:
    meta = f"<headline>{_T}</headline><description>{_P[0]}</description>"
    assert only(made(_g2(f"<html><body>{_PARAGRAPHS}</body></html>", meta))).body == _BODY


def test_the_byline_of_an_own_vocabulary() -> None:
    content = f'<BODY xmlns=""><TEXT>{_PARAGRAPHS}<BYLINE>Lea Roe/TT</BYLINE></TEXT></BODY>'
    story = only(made(_g2(content)))
    assert (story.byline, story.body) == (("Lea Roe",), _BODY)


def test_points_may_stand_above_the_byline() -> None:
    told = (
        f"<p>(Adds quote)</p><p>By Lea Roe</p><p>LYON, Jan 3 (Reuters) - {_P[0]}</p><p>{_P[1]}</p>"
    )
    assert only(made(_g2(f"<html><body>{told}</body></html>"))).byline == ("Lea Roe",)


def test_a_picture_is_counted_by_its_format_where_nothing_else_names_it() -> None:
    picture = '<ContentItem Href="a.jpeg"><Format FormalName="Jpeg"/></ContentItem>'
    text = _newsml1().replace("</NewsComponent>", f"{picture}</NewsComponent>")
    assert only(made(text)).dropped == {"image": 1}


def test_paragraphs_of_plain_copy_may_each_open_with_a_tab() -> None:
    data = "".join(f"\t{paragraph}\n" for paragraph in _P)
    assert only(made(_newsml1(data=data))).body == _BODY


def test_formulas_stay_on_a_line() -> None:
    formula = "<math><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></math>"
    assert only(made(_g2(f"<html><body><p>{formula}</p></body></html>"))).body == "a+b"
    assert only(made(_g2(f"<html><body><div>{formula}</div></body></html>"))).body == "a+b"


def test_what_is_meant_for_other_services_is_no_part_of_the_text() -> None:
    tweet = '<Role FormalName="TweetText"/><ContentItem><MediaType FormalName="Text"/>'
    tweet = f"<NewsComponent>{tweet}<DataContent>Rules!</DataContent></ContentItem></NewsComponent>"
    text = _newsml1().replace("</NewsComponent>", f"{tweet}</NewsComponent>")
    assert only(made(text)).body == _BODY


def test_a_feed_may_pull_in_a_dtd() -> None:
    declared = '<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1//EN" "lat1.ent"> %HTMLlat1;'
    feed = f"<rss><channel><item><title>{_T}</title></item></channel></rss>"
    assert only(made(f"<!DOCTYPE rss [{declared}]>{feed}")).headline == _T


def test_a_point_behind_an_element_on_a_line_of_its_own() -> None:
    content = "<html><body><p>\n<person>Lea Roe</person>\n, of the\n<org>Board</org>\n.\n</p></body></html>"
    assert only(made(_g2(content))).body == "Lea Roe, of the Board."


def test_versions_may_be_long_numbers() -> None:
    story = only(made(_g2(_NITF).replace('version="1"', 'version="1132689232"')))
    assert story.revision is not None
    assert story.revision.number == 1132689232


def test_of_a_feed_captions_are_no_summary_and_footers_no_text() -> None:
    media = (
        '<media:content url="a.jpg" medium="image"><media:description>A house.'
        '</media:description></media:content><media:content url="b.jpg"/>'
    )
    footer = '<p>The post <a href="x">Rules</a> appeared first on <a href="y">The Wire</a>.</p>'
    item = (
        f"<item><title>{_T}</title><description>Short.</description>{media}"
        f"<content:encoded><![CDATA[{_PARAGRAPHS}{footer}]]></content:encoded></item>"
    )
    spaces = (
        'xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    )
    story = only(made(f"<rss {spaces}><channel>{item}</channel></rss>"))
    assert (story.standfirst, story.body) == ("Short.", _BODY)
    assert story.boilerplate == "The post Rules appeared first on The Wire."
