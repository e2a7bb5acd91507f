"""A hook of MkDocs: README and guides become pages; links out of `docs/` lose their targets."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
PAGES = {
    "index.md": ROOT / "README.md",
    "reviewer-guide.md": ROOT / "exports" / "guide" / "en.md",
    "reviewer-guide.id.md": ROOT / "exports" / "guide" / "id.md",
}
_LINK = re.compile(r"(?<!!)\[([^]]*)\]\(([^)]*)\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages whose sources lie outside of `docs/`."""
    for name, source in PAGES.items():
        content = source.read_text("utf-8").replace("](docs/", "](")
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, files: Files, **_: object) -> str:
    """Keep the words of a link to a file of the project that is no page."""
    return _LINK.sub(lambda link: _kept(link, files), markdown)


def _kept(link: re.Match[str], files: Files) -> str:
    target = link[2].partition("#")[0]
    page = files.get_file_from_path(target.removeprefix("../"))
    outside = target.startswith("../") or (ROOT / target).is_file()
    return link[1] if outside and page is None else link[0]
