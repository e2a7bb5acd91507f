"""The figures as Markdown tables."""

from __future__ import annotations

from typing import Any

from benchmarks.throughput.articles import FEW_WORDS, WORDS

NAMES = {
    "raw": "raw CTranslate2",
    "tuned": "raw CTranslate2, tuned as ours",
    "own": "our engine",
    "stock": "argos-translate-lt",
    "upstream": "argostranslate",
    "libre": "LibreTranslate's server",
}


def table(figures: dict[str, Any]) -> str:
    """All tables, each with a heading line."""
    parts = (_contenders(figures), _growth(figures), _pages(figures))
    return "\n\n".join("\n".join(part) for part in parts)


def _contenders(figures: dict[str, Any]) -> list[str]:
    sides = figures["contenders"]
    ours = sides["own"]["processor"]
    tokens = sides["raw"]["tokens"]
    lines = [
        f"{sides['raw']['articles']} articles, decoding alone, {figures['machine']['cores']} cores",
        "",
        "| | articles/s | target tokens/s | processor s | times ours | peak MB | chrF |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, side in sides.items():
        seconds, used = side["seconds"], side["processor"]
        lines.append(
            f"| {NAMES[name]} | {side['articles'] / seconds:.2f} | {tokens / seconds:.0f} "
            f"| {used:.1f} | {used / ours:.2f} | {side['memory']:.0f} "
            f"| {figures['chrf'][name]:.1f} |"
        )
    return lines


def _growth(figures: dict[str, Any]) -> list[str]:
    lines = [
        f"`dwibahasa translate FOLDER`, cold start to review files: {WORDS} words with the model, "
        f"{FEW_WORDS} without",
        "",
        "| engine | articles | seconds | processor s | articles/s | peak MB |",
        "|---|---|---|---|---|---|",
    ]
    for engine, key in (("model", "growth"), ("echo", "echo")):
        lines += [
            f"| {engine} | {one['articles']} | {one['seconds']:.1f} | {one['processor']:.1f} "
            f"| {one['articles'] / one['seconds']:.2f} | {one['memory']:.0f} |"
            for one in figures[key]
        ]
    most = figures["growth"][-1]
    lines += [
        "",
        f"| end to end on {most['articles']} articles, as a share of | its seconds "
        "| by the clock | by processor time |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {NAMES[name]} | {limit['seconds']:.1f} | {limit['seconds'] / most['seconds']:.2f} "
        f"| {limit['processor'] / most['processor']:.2f} |"
        for name, limit in figures["limits"].items()
    ]
    return lines


def _pages(figures: dict[str, Any]) -> list[str]:
    return [
        "Writing one review file, against plain cells with python-docx",
        "",
        "| rows | ours, ms | plain cells, ms |",
        "|---|---|---|",
        *(
            f"| {one['rows']:.0f} | {one['ours'] * 1000:.0f} | {one['plain'] * 1000:.0f} |"
            for one in figures["docx"]
        ),
    ]
