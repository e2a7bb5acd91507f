"""Seconds over articles, with and without the model, as a small SVG with logarithmic axes."""

from __future__ import annotations

import math
from typing import Any

WIDTH, HEIGHT, EDGE = 560, 320, 48
COLOURS = {"growth": "#1f5fa8", "echo": "#b3541e"}
LABELS = {"growth": "with the model", "echo": "without (echo)"}


def plot(figures: dict[str, Any]) -> str:
    """The picture as text."""
    points = [one for key in COLOURS for one in figures[key]]
    right = max(1.0, *(math.log10(one["articles"]) for one in points))
    low = math.floor(min(math.log10(one["seconds"]) for one in points))
    high = math.ceil(max(math.log10(one["seconds"]) for one in points))

    def place(articles: float, seconds: float) -> tuple[float, float]:
        x = EDGE + math.log10(articles) / right * (WIDTH - 2 * EDGE)
        y = HEIGHT - EDGE - (math.log10(seconds) - low) / (high - low) * (HEIGHT - 2 * EDGE)
        return x, y

    marks = [
        *(
            _text(place(10**e, 10**low)[0], HEIGHT - 28, f"{10**e:,}")
            for e in range(int(right) + 1)
        ),
        *(_text(24, place(1, 10.0**e)[1] + 4, f"{10.0**e:g}") for e in range(low, high + 1)),
        _text(WIDTH / 2, HEIGHT - 8, "articles"),
        _text(24, 20, "seconds"),
    ]
    for number, (key, colour) in enumerate(COLOURS.items()):
        spots = [place(one["articles"], one["seconds"]) for one in figures[key]]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        marks.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        marks += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in spots]
        marks.append(_text(140, 44 + 18 * number, LABELS[key], colour))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    return "\n".join([head, paper, *marks, "</svg>"]) + "\n"


def _text(x: float, y: float, words: str, colour: str = "#333") -> str:
    style = f'font-family="sans-serif" font-size="12" text-anchor="middle" fill="{colour}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{words}</text>'
