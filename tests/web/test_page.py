"""The page in a real Chromium, on the sample articles behind a real server."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

KIM, TRUMP = "Q56226", "Q22686"
AUGUST = "from=2025-08-01&to=2025-08-31"
ATTACK = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


def rows(page: Page):
    return page.locator(".events > li")


def test_search_by_keyboard_leads_to_the_timeline(page):
    page.goto("/")
    field = page.get_by_role("combobox", name="Actor")
    field.fill("Poutine")
    expect(page.get_by_role("option", name="Vladimir Putin")).to_be_visible()
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"#/actor/Q7747$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Vladimir Putin")
    expect(rows(page).first).to_be_visible()


def test_enter_takes_what_is_written_not_what_was_suggested_for_less(page):
    page.goto("/")
    field = page.get_by_role("combobox", name="Actor")
    field.fill("Poutine")
    expect(page.get_by_role("option", name="Vladimir Putin RUS", exact=True)).to_be_visible()
    page.route("**/v1/actors?q=*", lambda route: None)
    field.fill("Kim Jong-un")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kim Jong-un")


def test_the_timeline_shows_uncertain_days_as_bars(page):
    page.goto(f"/#/actor/{KIM}?{AUGUST}")
    call = rows(page).filter(has_text="phone").filter(has_text="Vladimir Putin")
    expect(call).to_contain_text("11 – 15 Aug 2025")
    bar = call.locator(".span").bounding_box()
    track = call.locator(".track").bounding_box()
    assert (bar["x"] - track["x"]) / track["width"] == pytest.approx(10 / 31, abs=0.01)
    assert bar["width"] / track["width"] == pytest.approx(5 / 31, abs=0.02)


def test_denied_events_stand_apart_and_can_be_left_out(page):
    page.goto(f"/#/actor/{TRUMP}?{AUGUST}")
    expect(page.locator(".events > li.negative .tag.negative").first).to_have_text("denied")
    page.get_by_label("denied").uncheck()
    expect(page).to_have_url(re.compile("include=planned"))
    expect(rows(page).first).to_be_visible()
    expect(page.locator(".events > li.negative")).to_have_count(0)


def test_filters_are_in_the_address(page):
    page.goto(f"/#/actor/{KIM}")
    page.get_by_label("From").fill("2025-08-01")
    page.get_by_label("To", exact=True).fill("2025-08-31")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("from=2025-08-01&to=2025-08-31"))
    expect(page.locator(".group h2")).to_have_text(["August 2025"])
    page.get_by_label("Kind of event").select_option("SUPPORT")
    expect(page).to_have_url(re.compile("type=SUPPORT"))


def test_inverted_days_are_told_before_they_are_sent(page):
    page.goto(f"/#/actor/{KIM}")
    page.get_by_label("From").fill("2025-08-31")
    page.get_by_label("To", exact=True).fill("2025-08-01")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("after the last")


def test_an_event_opens_beside_the_timeline_with_sources_and_proof(page):
    page.goto(f"/#/actor/{KIM}?{AUGUST}")
    rows(page).filter(has_text="phone").filter(has_text="Vladimir Putin").get_by_role("link").click()
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Why these dates")
    expect(drawer).to_contain_text("not after 15 Aug 2025")
    statement = drawer.locator(".statement").first
    expect(statement.locator("mark")).not_to_be_empty()
    expect(statement.get_by_role("link").last).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    expect(page).to_have_url(re.compile(f"#/actor/{KIM}"))
    expect(page).not_to_have_url(re.compile("event="))
    page.go_back()
    expect(drawer).to_be_visible()


def test_a_path_hop_by_hop(page):
    page.goto("/#/path")
    page.get_by_label("Starts at").fill("Kim Jong-un")
    page.get_by_label("Ends at").fill("Trump")
    page.get_by_role("option", name="Donald Trump").first.click()
    page.get_by_label("From").fill("2025-08-01")
    page.get_by_label("To", exact=True).fill("2025-08-31")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".chain .node")).to_have_text(["Kim Jong-un", "Vladimir Putin", "Donald Trump"])
    page.locator(".chain .hop").first.get_by_role("link").click()
    expect(page.get_by_role("dialog")).to_contain_text("What the sources say")


def test_an_ambiguous_name_offers_its_bearers(page, served):
    refused = httpx.get(f"{served.url}/v1/actors/Kim/timeline")
    assert refused.status_code == 409
    page.goto("/#/path?source=Kim&target=Putin")
    page.get_by_role("alert").get_by_role("link", name="Kim Jong-un").click()
    expect(page).to_have_url(re.compile(f"source={KIM}"))
    expect(page.locator(".chain .node").first).to_have_text("Kim Jong-un")


def test_the_form_of_a_path_opened_by_its_address_shows_names(page):
    page.goto("/#/path?source=Q56226&target=Q7747&from=2025-08-01")
    expect(page.get_by_label("Starts at")).to_have_value("Kim Jong-un")
    expect(page.get_by_label("Ends at")).to_have_value("Vladimir Putin")


def test_a_pasted_article_is_read_and_marked(page, served):
    page.goto(f"/#/?key={served.key}")
    expect(page).not_to_have_url(re.compile("key="))
    page.goto("/#/read")
    page.get_by_label("Text").fill("Emmanuel Macron met Friedrich Merz in Toulon on Friday.")
    page.get_by_label("Published on").fill("2025-08-31")
    page.get_by_label("Language").select_option("en")
    page.get_by_role("button", name="Read and add").click()
    expect(page.get_by_role("heading", name="Understood and added")).to_be_visible(timeout=60_000)
    expect(page.locator(".prose mark").first).not_to_be_empty()
    expect(page.locator(".plain .who").first).to_have_text("Emmanuel Macron")
    expect(page.locator(".plain .small").first).to_contain_text("29 Aug 2025")


def test_markup_in_an_article_stays_text(page, served):
    article = {
        "title": ATTACK,
        "source": ATTACK,
        "lang": "en",
        "date": "2025-08-30",
        "text": f"{ATTACK} Emmanuel Macron met Friedrich Merz in Toulon. {ATTACK}",
    }
    added = httpx.post(
        f"{served.url}/v1/articles", json=article, headers=served.authorised, timeout=60
    ).json()
    page.goto(f"/#/article/{added['id']}")
    expect(page.get_by_role("heading", level=1)).to_have_text(ATTACK)
    expect(page.locator(".prose")).to_contain_text("<script>")
    assert page.locator("main img, main script").count() == 0
    page.goto("/#/articles")
    expect(page.get_by_role("link", name="<img").first).to_be_visible()
    page.goto(f"/#/event/{httpx.get(served.url + added['url']).json()['statements'][0]['event']}")
    expect(page.locator("blockquote").first).to_be_visible()
    assert page.locator("main img, main script").count() == 0


def test_german_and_english(page):
    page.goto(f"/#/actor/{KIM}?{AUGUST}")
    expect(page.get_by_role("button", name="Show", exact=True)).to_be_visible()
    page.get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("button", name="Anzeigen")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(rows(page).filter(has_text="telefonieren").first).to_contain_text("Aug. 2025")
    expect(rows(page).filter(has_text="telefonieren").first).to_contain_text("Wladimir Putin")
    page.reload()
    expect(page.get_by_role("button", name="Anzeigen")).to_be_visible()


def test_switching_the_language_fetches_only_what_differs(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url.partition("/v1/")[2]))
    page.goto(f"/#/actor/{KIM}")
    for name, shown in (("Deutsch", "Anzeigen"), ("English", "Show"), ("Deutsch", "Anzeigen")):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("button", name=shown, exact=True)).to_be_visible()
    assert asked.count("event-types") == 1
    assert [asked.count(f"names?lang={lang}") for lang in ("en", "de")] == [1, 1]


def test_an_unknown_view_is_told(page):
    page.goto("/#/nowhere")
    expect(page.locator(".error")).to_have_text("There is no such page.")


@pytest.mark.parametrize(
    "address", ["", f"actor/{KIM}", "path?source=Q56226&target=Q22686&from=2025-08-01", "read", "articles"]
)
def test_every_view_fits_a_narrow_screen(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/#/{address}")
    expect(page.locator("main h1")).to_be_visible()
    assert (
        page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        <= 0
    )


def test_what_the_first_view_loads_is_small(page, served):
    sizes = []
    page.on("response", lambda answer: sizes.append(answer.request.sizes()["responseBodySize"]))
    page.goto("/", wait_until="networkidle")
    assert 0 < sum(sizes) < 60_000
