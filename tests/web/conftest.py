import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the tests fail and say what to install."""
    path = os.environ.get("REGESTA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail(
            "The tests of the web page need Chromium: install it (Debian, Ubuntu: apt install chromium), "
            "or set REGESTA_CHROMIUM to its path."
        )
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=ARGUMENTS)
        yield chromium
        chromium.close()


def _is_fault(line: ConsoleMessage) -> bool:
    """An error of the page itself; that a request was refused is told by the page."""
    return line.type == "error" and not line.text.startswith("Failed to load resource")


@pytest.fixture
def page(browser: Browser, served) -> Iterator[Page]:
    """An English page on the served samples; errors and foreign requests of the page fail the test."""
    context = browser.new_context(locale="en-GB", base_url=served.url)
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda line: trouble.append(line.text) if _is_fault(line) else None)
    opened.on(
        "request", lambda asked: None if asked.url.startswith(served.url) else trouble.append(asked.url)
    )
    yield opened
    context.close()
    assert trouble == []
