"""Pages made for the tests, as the command makes them."""

from __future__ import annotations

from pathlib import Path

from footlint.cli import main

ROOT = Path(__file__).parents[2]

HOSTILE = """# <script>alert("heading")</script>

Text with <img src=x onerror="document.title='owned'"> and </p></main><script>document.title='owned'</script>.[^1]

An “&quot;attribute&quot;” and a \u202eturned line\u202c and \x01 a sign.[^2] *Italic & <b>bold</b>*[^<i>]

Again.[^2]

[^1]: <script>document.title='owned'</script> javascript:alert(1) "onload=x", pp. 9-3.

[^2]: See note 77 and <a href="javascript:document.title='owned'">this</a>.

[^"><script>document.title='owned'</script>]: Lost.
"""


def written(folder: Path, **chapters: str | bytes) -> str:
    """The page on these chapters; `a_md="…"` is the chapter `a.md`."""
    for name, content in chapters.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    page = folder / "page.html"
    names = [str(folder / name.replace("_", ".")) for name in chapters]
    assert main(["report", "--isolated", "--no-cache", "--quiet", "-o", str(page), *names]) in (0, 1, 2)
    return page.read_text("utf-8")


def canal(folder: Path) -> str:
    fixtures = ROOT / "fixtures" / "docx"
    return written(
        folder, canal_docx=(fixtures / "canal.docx").read_bytes(), canal_txt=(fixtures / "canal.txt").read_bytes()
    )
