"""The page to write SPARQL queries on, in a real browser."""

import re

from playwright.sync_api import expect


def test_a_question_to_begin_with_is_answered_in_a_table(page, served):
    page.goto(f"{served.url}/sparql?tutorial=timeline")
    expect(page.locator("#about")).to_contain_text("Vladimir Putin")
    expect(page.locator(".yasr table")).to_contain_text("Putin", timeout=20_000)


def test_another_question_is_chosen_by_keyboard_and_has_an_address(page, served):
    page.goto(f"{served.url}/sparql")
    page.get_by_label("Questions to begin with").select_option("plans")
    expect(page).to_have_url(f"{served.url}/sparql?tutorial=plans")
    expect(page.locator("#about")).to_contain_text("announced")
    expect(page.locator(".yasr table")).to_be_visible(timeout=20_000)


def test_the_tutorial_speaks_german_too(page, served):
    page.add_init_script("localStorage.setItem('regesta-language', 'de')")
    page.goto(f"{served.url}/sparql?tutorial=plans")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_label("Fragen für den Anfang")).to_have_value("plans")
    expect(page.locator("#about")).to_have_text(re.compile("^Angekündigte Handlungen"))
