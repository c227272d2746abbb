"""The report in a real browser: filters, keyboard, print; no script error; a hostile chapter runs nothing."""

from __future__ import annotations

import base64
import shutil

import pytest
from pages import HOSTILE, canal, written

selenium = pytest.importorskip("selenium")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no browser"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1300,900",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield browser
    browser.quit()


@pytest.fixture
def report(browser, tmp_path):
    canal(tmp_path)
    browser.get((tmp_path / "page.html").as_uri())
    yield browser
    assert browser.get_log("browser") == []


def shown(browser) -> list[str]:
    return browser.execute_script(
        "return [...document.querySelectorAll('.card')].filter(c => c.offsetParent).map(c => c.dataset.code)"
    )


def test_filters_by_severity(report):
    assert len(shown(report)) == 12
    report.find_element("css selector", "[name=severity][value=warning]").click()
    assert len(shown(report)) == 6
    assert "6 of 12" in report.find_element("id", "count").text
    report.find_element("css selector", "[name=severity][value=error]").click()
    assert shown(report) == []
    assert report.execute_script("return document.querySelectorAll('mark:not(.off)').length") == 0


def test_filters_by_rule(report):
    report.find_element("tag name", "summary").click()
    report.find_element("id", "none").click()
    assert shown(report) == []
    report.find_element("css selector", "[name=code][value=PG004]").click()
    assert shown(report) == ["PG004", "PG004"]
    report.find_element("id", "only").click()
    rows = report.execute_script("return [...document.querySelectorAll('.row')].filter(r => r.offsetParent).length")
    assert rows == 2


def test_keyboard(report):
    from selenium.webdriver.common.keys import Keys

    def focused() -> str:
        return report.execute_script("return document.activeElement.id")

    body = report.find_element("tag name", "body")
    body.send_keys("n")
    assert focused() == ""
    report.find_element("id", "next").send_keys(Keys.ENTER)
    assert focused() == "f1"
    report.switch_to.active_element.send_keys("n")
    assert focused() == "f2"
    report.switch_to.active_element.send_keys("pp")
    assert focused() == "f12"
    report.get(report.current_url)
    report.find_element("tag name", "body").send_keys(Keys.TAB)
    assert report.execute_script("return document.activeElement.textContent") == "Skip to the chapters"


def test_a_mark_leads_to_its_finding_and_back(report):
    report.find_element("css selector", "mark a[aria-describedby]").click()
    target = report.execute_script("return document.querySelector(':target').id")
    assert target.startswith("f")
    report.find_element("css selector", f"#{target} .head a").click()
    assert report.execute_script("return document.querySelector(':target').id") == f"at{target[1:]}"


@pytest.mark.parametrize("width", [320, 700, 1000, 1600])
def test_nothing_runs_over_the_edge(report, width):
    report.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    )
    assert report.execute_script("return document.documentElement.scrollWidth") <= width
    columns = report.execute_script("return getComputedStyle(document.querySelector('.row')).gridTemplateColumns")
    assert len(columns.split()) == (2 if width > 991 else 1)
    report.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


CONTRAST = """
const channel = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
const light = c => c.reduce((sum, v, i) => sum + [.2126, .7152, .0722][i] * channel(v), 0);
const parse = s => s.match(/[\\d.]+/g).map(Number);
const ground = e => {
  for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] === 1) return c.slice(0, 3);
  }
  return parse(getComputedStyle(document.body).backgroundColor);
};
let worst = 21;
for (const e of document.querySelectorAll('p, li, a, b, small, span, label, th, td, mark, del, ins, output, legend')) {
  if (!e.offsetParent || !e.textContent.trim()) continue;
  const [a, b] = [light(parse(getComputedStyle(e).color).slice(0, 3)), light(ground(e))];
  worst = Math.min(worst, (Math.max(a, b) + .05) / (Math.min(a, b) + .05));
}
return worst;
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(report, scheme):
    report.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    assert report.execute_script(CONTRAST) >= 4.5
    report.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_print(report):
    report.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not report.find_element("id", "filters").is_displayed()
    assert len(shown(report)) == 12
    report.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    data = base64.b64decode(report.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert data.startswith(b"%PDF")


def test_a_hostile_chapter_runs_nothing(browser, tmp_path):
    written(tmp_path, hostile_md=HOSTILE)
    browser.get((tmp_path / "page.html").as_uri())
    assert browser.title.startswith("footlint: ")
    assert browser.execute_script("return document.querySelectorAll('main script, main img').length") == 0
    assert "<script>document.title='owned'</script>" in browser.find_element("tag name", "main").text
    assert browser.get_log("browser") == []


def test_without_script_the_page_is_whole(browser, tmp_path):
    canal(tmp_path)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get((tmp_path / "page.html").as_uri())
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert not browser.find_element("id", "filters").is_displayed()
    assert browser.find_element("css selector", ".card").is_displayed()
