"""What web pages of agencies print around a story, in text that was copied from them or typed."""

from __future__ import annotations

import pytest

from tests.inputs.agency_copy import DATELINE, HEADLINE, STORY, read


@pytest.mark.parametrize(
    "above",
    [
        "Back to main page\n",
        "Go to contents Go to navigation\n",
        "Live TV\nSign in\n",
        "#children #platforms #law\n",
        "© 2024 Example News\n",
        "2 hours 10 min ago\n",
        "[1/2]Lawmakers leave the chamber. REUTERS/Jane Roe Purchase Licensing Rights\n",
    ],
)
def test_lines_above_the_headline(above: str) -> None:
    found = read(f"{above}{HEADLINE}\n\n{DATELINE}{STORY}\n")
    assert (found.headline, found.standfirst, found.body) == (HEADLINE, "", STORY)


def test_a_menu_above_a_headline_without_a_date() -> None:
    found = read(f"GOLD\nDUBAI 35°C\nPRAYER TIMES\nUAE\nEducation\n\n{HEADLINE}\n\n{STORY}\n")
    assert (found.headline, found.body) == (HEADLINE, STORY)


def test_a_headline_printed_again_below_the_date() -> None:
    above = f"CURRENT\n\n{HEADLINE}\n\n25 Oct 2024, 10:23 AM\n{HEADLINE}\n\n"
    found = read(f"{above}PUTRAJAYA, Oct 25 — {STORY}\n")
    assert (found.headline, found.city, found.body) == (HEADLINE, "Putrajaya", STORY)


@pytest.mark.parametrize("kicker", ["PARLIAMENT DIARY", "Politics", "World\nEUROPE"])
def test_a_kicker_above_the_date_is_no_headline(kicker: str) -> None:
    found = read(f"{kicker}\n\n18 October 2024 14:30\n\n{HEADLINE}\n\n{STORY}\n")
    assert (found.headline, found.body) == (HEADLINE, STORY)
    assert found.section == tuple(kicker.split("\n"))


def test_a_section_and_a_topic_are_no_headline() -> None:
    found = read(f"Startseite\nPolitik\nKinderschutz\n{HEADLINE}\n18.10.2024\n{STORY}\n")
    assert (found.headline, found.section, found.body) == (HEADLINE, ("Politik",), STORY)


def test_a_short_headline_below_a_section_stays_one() -> None:
    found = read(f"Politik\nKinder schützen\n{STORY.partition('.')[0]}.\n18.10.2024\n{STORY}\n")
    assert found.headline == "Kinder schützen"


def test_signs_alone_are_no_headline() -> None:
    found = read(f"Accueil\n/\n{HEADLINE}\n\n{DATELINE}{STORY}\n")
    assert (found.headline, found.standfirst) == (HEADLINE, "")


def test_the_writer_on_a_line_of_its_own_above_the_dates() -> None:
    head = f"Elif Kaya  |\n18.10.2024 - Update : 19.10.2024\n{HEADLINE}\nBRUSSELS\n"
    found = read(f"World, Politics\n{HEADLINE}\n{head}{STORY}\n")
    assert (found.headline, found.byline, found.city) == (HEADLINE, ("Elif Kaya",), "Brussels")
    assert found.body == STORY


def test_a_place_leads_the_line_of_the_date() -> None:
    found = read(f"{HEADLINE}\nROMA, 18 ottobre 2024, 14:32\nRedazione ANSA\n{STORY}\n")
    assert (found.city, found.agency, found.body) == ("Roma", "ANSA", STORY)
    assert found.byline == ()
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T14:32+02:00"


def test_an_update_some_hours_ago_beside_the_date() -> None:
    found = read(f"{HEADLINE}\nOctober 18, 2024 2:32 PM GMT+3 Updated 5 hours ago\n{STORY}\n")
    assert found.filed is not None
    assert (found.filed.iso(), found.body) == ("2024-10-18T14:32+03:00", STORY)


def test_a_headline_above_the_date_stays_one() -> None:
    found = read(f"DUTIES AGREED\n\n18 October 2024\n\n{STORY}\n")
    assert (found.headline, found.body) == ("DUTIES AGREED", STORY)


@pytest.mark.parametrize(
    "between",
    [
        "Updated at 14:30\n",
        "Actualizado a las 11:45h\nGuardar\n",
        "Mis à jour à 14h30\n",
        "3 minutos de lectura\n",
        "2 min read\n",
        "il y a 2 heures\n",
    ],
)
def test_clocks_without_a_day_below_the_date(between: str) -> None:
    found = read(f"{HEADLINE}\n18 October 2024\n{between}{STORY}\n")
    assert (found.headline, found.body) == (HEADLINE, STORY)


def test_a_headline_that_asks() -> None:
    found = read(f"Who decides on the duties of platforms?\n{STORY}\n")
    assert (found.headline, found.body) == ("Who decides on the duties of platforms?", STORY)


def test_a_place_in_capitals_opens_a_story_without_a_headline() -> None:
    found = read(f"MADRID – {STORY}\n")
    assert (found.city, found.body) == ("Madrid", STORY)


def test_a_compound_in_capitals_is_no_place() -> None:
    story = f"ANTI-BULLYING plans of the ministry were discussed on Friday.\n\n{STORY}"
    found = read(f"{HEADLINE}\n\n{story}\n")
    assert (found.city, found.body) == ("", story)


@pytest.mark.parametrize(
    ("dateline", "agency", "city"),
    [
        ("Gandhinagar, Nov 18 (IANS)", "IANS", "Gandhinagar"),
        ("Milano, 24 mar. (askanews) –", "askanews", "Milano"),
        ("Washington (CNN) —", "CNN", "Washington"),
        ("EFE.-", "EFE", ""),
        ("Frankfurt am Main (epd).", "epd", "Frankfurt am Main"),
        ("Bonn (KNA)", "KNA", "Bonn"),
        ("القاهرة في 18 أكتوبر /أ ش أ/", "MENA", "القاهرة"),
        ("تونس (وات) -", "TAP", "تونس"),
    ],
)
def test_datelines(dateline: str, agency: str, city: str) -> None:
    found = read(f"{HEADLINE}\n\n{dateline} {STORY}\n")
    assert (found.headline, found.agency, found.city) == (HEADLINE, agency, city)
    assert found.body == STORY


def test_a_country_before_the_day_is_no_part_of_it() -> None:
    found = read(f"{HEADLINE}\n\nBRISBANE, Australia, Jan. 1 (Xinhua) -- {STORY}\n")
    assert found.warnings == ("the dateline gives no year: Jan. 1",)


@pytest.mark.parametrize(
    ("below", "agency"),
    [
        (" – Bernama", "Bernama"),
        (" (Yonhap)", "Yonhap"),
        (" -- PTI", "PTI"),
        ("\n\nCopyright 2024 Example News and Jane Roe. All rights reserved.", ""),
        ("\n\nFollow Example News on Facebook and X to get our headlines.", ""),
        ("\n\nComments\n\nSign in to write what you think\nSign in", ""),
        ("\n\nNext in Nation\n\nFlood families move out\nCabinet meets again, says minister", ""),
        (
            "\n\nPewarta: Siti Rahma\nCopyright © ANTARA 2024\n\nDilarang keras mengambil konten.",
            "Antara",
        ),
        ("\n\n(Web editor: Jane Roe, John Doe)", ""),
    ],
)
def test_lines_below_the_story(below: str, agency: str) -> None:
    found = read(f"{HEADLINE}\n\n{STORY}{below}\n")
    assert (found.headline, found.body, found.agency) == (HEADLINE, STORY, agency)


def test_a_story_may_end_without_a_full_stop() -> None:
    story = f"{STORY}\n\nThe duties in short\n\nAge checks, reports, a contact for parents"
    assert read(f"{HEADLINE}\n\n{story}\n").body == story


CHINESE = (
    "议员们星期五就儿童使用的平台的一系列义务达成一致，这些义务将于明年生效。",
    "该协议将于十一月付诸表决，监管机构将在此之前撰写指导方针，并征求家长和学校的意见。",
    "部长表示，平台必须核实用户的年龄，并在二十四小时内回应有关部门的报告。",
)


def test_a_copied_page_in_a_script_without_blanks() -> None:
    menu = "\n".join(["首页", "时政", "国际", "财经", "体育", "图片", "视频", "论坛"] * 2)
    foot = "\n".join(
        ["关于我们", "联系我们", "版权声明", "网站地图", "手机版", "客户端", "微博", "微信"]
    )
    page = (
        f"{menu}\n议员就平台义务达成一致的协议\n2024年10月18日 14:30\n"
        + "\n".join(CHINESE)
        + f"\n{foot}\n"
    )
    found = read(page)
    assert found.body == "\n\n".join(CHINESE)
    assert found.headline == "议员就平台义务达成一致的协议"
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T14:30"


def test_three_wrapped_lines_are_a_paragraph() -> None:
    wrapped = (
        "(ANSA) - ROME, OCT 18 - Lawmakers agreed on Friday on duties\n"
        "for platforms that are used by children, and the regulator\n"
        "will write guidance."
    )
    assert "\n" not in read(f"{HEADLINE}\n\n{wrapped}\n").body


def test_wrapped_lines_of_such_a_script_are_joined_without_a_blank() -> None:
    line = CHINESE[0] * 5
    wrapped = "\n".join(line[start : start + 50] for start in range(0, len(line), 50))
    assert read(f"议员就平台义务达成一致\n\n{wrapped}\n").body == line
