"""The views that draw (curve, partners, an article being read), and the other doors of every view."""

import re
from urllib.parse import unquote

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from neo4j import GraphDatabase, RoutingControl
from playwright.sync_api import expect

from graph.store import Target

KIM, TRUMP, PUTIN = "Q56226", "Q22686", "Q7747"
AUGUST = "from=2025-08-01&to=2025-08-31"
VIEWS = {
    "home": "",
    "timeline": f"actor/{KIM}?{AUGUST}",
    "timeline of two": f"actor/{PUTIN}?with={TRUMP}",
    "dyad": f"dyad/{PUTIN}/{TRUMP}?by=week",
    "dyad, nobody yet": "dyad",
    "network": f"network/{PUTIN}",
    "path": f"path?source={KIM}&target={TRUMP}&from=2025-08-01",
    "read": "read",
    "articles": "articles",
}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def opened(page, address):
    page.goto(f"/#/{address}")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("main")).not_to_have_attribute("aria-busy", re.compile(".*"))


def faults(page):
    """What axe-core finds, after animations have ended."""
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'running')")
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


def event_address(served):
    found = httpx.get(f"{served.url}/v1/actors/{KIM}/timeline", params={"limit": 1}).json()["results"]
    return f"event/{found[0]['id']}"


def cypher(page):
    page.locator("main .doors summary").click()
    return page.locator("main .doors .query").text_content()


def sparql(page):
    link = page.locator("main .doors").get_by_role("link", name="as SPARQL").get_attribute("href")
    return unquote(link.partition("#query=")[2])


def asked(served, query):
    accept = {"Accept": "application/sparql-results+json"}
    answer = httpx.post(f"{served.url}/sparql", data={"query": query}, headers=accept, timeout=60)
    assert answer.status_code == 200, answer.text
    return answer.json()["results"]["bindings"]


def ran(target, query):
    """The rows of a query, as Neo4j Browser would run it."""
    with GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver:
        return driver.execute_query(query, routing_=RoutingControl.READ).records


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*VIEWS, "event"])
def test_every_view_keeps_to_wcag_aa(page, served, name, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    opened(page, VIEWS.get(name) or (event_address(served) if name == "event" else ""))
    assert faults(page) == []


@pytest.mark.parametrize("name", [*VIEWS, "event"])
def test_every_view_fits_a_narrow_screen_in_german(page, served, name):
    page.add_init_script("localStorage.setItem('regesta-language', 'de')")
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, VIEWS.get(name) or (event_address(served) if name == "event" else ""))
    expect(page.locator("html")).to_have_attribute("lang", "de")
    wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def test_both_languages_have_the_same_words(page):
    page.goto("/")
    words = """async () => {
      const { words } = await import("/assets/words.js");
      const keys = ([language, found]) => [language, Object.keys(found)];
      return Object.fromEntries(Object.entries(words).map(keys));
    }"""
    found = page.evaluate(words)
    assert sorted(found["de"]) == sorted(found["en"])
    assert len(found["de"]) > 100


def test_the_curve_has_the_numbers_of_the_api(page, served):
    opened(page, f"dyad/{PUTIN}/{TRUMP}?by=week&{AUGUST}")
    expect(page.locator("h1")).to_have_text("Vladimir Putin and Donald Trump")
    told = httpx.get(f"{served.url}/v1/dyads/{PUTIN}/{TRUMP}?by=week&from=2025-08-01&to=2025-08-31").json()
    assert told["results"]
    periods = page.locator(".curve a.period")
    expect(periods).to_have_count(len(told["results"]))
    for shown, period in zip(periods.all(), told["results"], strict=True):
        count = period["possible"]
        label = shown.get_attribute("aria-label")
        assert f": {count} event{'' if count == 1 else 's'}" in label
    page.get_by_text("The same as a table").click()
    expect(page.locator("tbody tr")).to_have_count(len(told["results"]))
    expect(page.locator("tbody tr td:nth-child(2)").first).to_have_text(str(told["results"][0]["certain"]))


def test_the_curve_is_read_by_keyboard(page):
    opened(page, f"dyad/{PUTIN}/{TRUMP}?by=week")
    periods = page.locator(".curve a.period")
    assert periods.count() >= 2
    assert page.locator(".curve a.period[tabindex='0']").count() == 1
    periods.last.focus()
    page.keyboard.press("ArrowLeft")
    expect(periods.nth(periods.count() - 2)).to_be_focused()
    page.keyboard.press("Home")
    expect(periods.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"#/actor/{PUTIN}\?with={TRUMP}&from="))
    expect(page.locator(".events > li").first).to_be_visible()


def test_two_actors_are_chosen_by_name(page):
    opened(page, "dyad")
    page.get_by_label("One actor").fill("Putin")
    page.get_by_role("option", name="Vladimir Putin").first.click()
    page.get_by_label("The other actor").fill("Trump")
    page.get_by_role("option", name="Donald Trump").first.click()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile(rf"#/dyad/{PUTIN}/{TRUMP}"))
    expect(page.locator(".curve")).to_be_visible()


def test_a_timeline_of_two_leads_to_their_curve(page):
    opened(page, f"actor/{PUTIN}?with={TRUMP}")
    page.get_by_role("link", name="Vladimir Putin and Donald Trump").click()
    expect(page.locator(".curve")).to_be_visible()


def test_partners_as_a_graph_that_grows_and_as_a_list(page, served):
    opened(page, f"network/{PUTIN}")
    told = httpx.get(f"{served.url}/v1/actors/{PUTIN}/partners", params={"limit": 40}).json()["results"]
    expect(page.locator(".partners > li")).to_have_count(len(told))
    picture = page.locator(".picture")
    expect(picture).to_have_attribute("data-nodes", str(len(told) + 1))
    expect(picture.locator("canvas").first).to_be_visible()
    trump = f"document.querySelector('.picture').cy.getElementById('{TRUMP}')"
    page.evaluate(f"() => {trump}.emit('tap')")
    expect(page.locator("figure").get_by_role("link", name="Conflict and cooperation")).to_be_visible()
    page.wait_for_function(f"() => {trump}.degree() > 1")


def test_an_article_is_watched_while_it_is_read(page, served):
    page.goto(f"/#/read?key={served.key}")
    page.get_by_label("Text").fill(
        "Emmanuel Macron phoned Keir Starmer on Tuesday. Starmer met Friedrich Merz."
    )
    page.get_by_label("Published on").fill("2025-09-03")
    page.get_by_label("Language").select_option("en")
    page.get_by_role("button", name="Read and add").click()
    expect(page.get_by_role("heading", name="Understood and added")).to_be_visible(timeout=60_000)
    expect(page.locator(".reading mark.actor").first).to_have_text("Emmanuel Macron")
    expect(page.locator(".reading mark.time")).to_have_text("Tuesday")
    expect(page.locator(".reading mark.time")).to_have_attribute("title", re.compile("2 Sept? 2025"))
    assert page.locator(".reading mark.event").count() >= 1
    expect(page.locator(".picture")).to_have_attribute("data-nodes", "3")
    expect(page.locator(".picture")).to_have_attribute("data-edges", "2")
    assert faults(page) == []


@pytest.mark.parametrize(
    "address", [f"actor/{KIM}?include=all", f"actor/{PUTIN}?with={TRUMP}&{AUGUST}", "actor/Q159"]
)
def test_a_timeline_is_the_same_through_all_doors(page, served, neo4j_target: Target, address):
    opened(page, address)
    json = page.locator(".doors").get_by_role("link", name="as JSON").get_attribute("href")
    total = httpx.get(f"{served.url}{json}").json()
    ids = {row["id"] for row in total["results"]}
    assert len(ids) == total["total"]["value"]
    rows = [row.data() for row in ran(neo4j_target, cypher(page))]
    assert {row["e"]["id"] for row in rows} == ids
    assert {row["event"]["value"].rpartition("/")[2] for row in asked(served, sparql(page))} == ids
    csv = page.locator(".doors").get_by_role("link", name="as CSV").get_attribute("href")
    assert len(httpx.get(f"{served.url}{csv}").text.splitlines()) == len(ids) + 1


@pytest.mark.parametrize(
    "name", [*(name for name in VIEWS if name not in ("read", "dyad, nobody yet")), "event", "article"]
)
def test_the_queries_of_every_view_find_something(page, served, neo4j_target: Target, name):
    if name == "article":
        found = httpx.get(f"{served.url}/v1/articles").json()["results"]
        address = f"article/{next(one['id'] for one in found if one['statements'])}"
    else:
        address = event_address(served) if name == "event" else VIEWS[name]
    opened(page, address)
    assert ran(neo4j_target, cypher(page))
    assert asked(served, sparql(page))


def test_the_link_to_sparql_opens_the_query_filled_in(page):
    opened(page, f"actor/{KIM}?{AUGUST}")
    page.locator(".doors").get_by_role("link", name="as SPARQL").click()
    expect(page.locator(".CodeMirror").first).to_contain_text(KIM)
    expect(page.locator(".dataTable, .yasr_results table").first).to_be_visible(timeout=30_000)


def test_an_earlier_day_shows_what_was_known(page):
    opened(page, f"actor/{PUTIN}?as_of=2025-08-14")
    then = page.locator(".events > li").count()
    expect(page.get_by_label("As known on")).to_have_value("2025-08-14")
    assert page.locator(".doors .query").count() == 0
    page.get_by_label("As known on").fill("")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).not_to_have_url(re.compile("as_of"))
    expect(page.locator(".doors .query")).to_have_count(1)
    assert page.locator(".events > li").count() > then


def test_an_event_tells_how_many_independent_sources(page, served):
    opened(page, event_address(served))
    expect(page.locator("main article")).to_contain_text(
        re.compile(r"\d+ reports?, \d+ independent sources?, \d+ languages?")
    )


def test_a_name_in_the_address_becomes_the_id(page):
    opened(page, "actor/Kim Jong-un")
    expect(page).to_have_url(re.compile(rf"#/actor/{KIM}$"))


def test_the_library_of_graphs_comes_only_with_a_graph(page):
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    opened(page, f"actor/{KIM}")
    assert not any("cytoscape.min.js" in address for address in fetched)
    opened(page, f"network/{KIM}")
    expect(page.locator(".picture canvas").first).to_be_visible()
    assert any("cytoscape.min.js" in address for address in fetched)
