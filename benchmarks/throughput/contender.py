"""One contender, in a process of its own: texts in, translations and seconds out, as JSON.

python -m benchmarks.throughput.contender NAME IN.json OUT.json PACKAGE CORES

NAME is raw, tuned, own, stock, upstream or libre. Any Python will do that has what the contender
needs: nothing of ours is imported but by `tuned` and `own`.

IN.json is a list of articles, each a list of paragraphs, each a list of sentences. The seconds are
those of translating alone, of the clock and of all cores, after the model was loaded and, for
`raw` and `tuned`, after the text was cut into pieces. All search with BEAM, with as many threads
as CORES.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.request import Request, urlopen

BEAM = 4
Articles = list[list[list[str]]]


class Watch:
    """Seconds of the clock and of all processor cores since it was made."""

    def __init__(self) -> None:
        self._begun = time.perf_counter(), time.process_time()

    def read(self) -> dict[str, float]:
        """Both, by name."""
        clock, processor = self._begun
        return {
            "seconds": time.perf_counter() - clock,
            "processor": time.process_time() - processor,
        }


def main(name: str, given: Path, result: Path, package: Path, cores: int) -> None:
    """Translate what `given` holds and write what came out."""
    articles: Articles = json.loads(given.read_text("utf-8"))
    ways = {
        "raw": raw,
        "tuned": tuned,
        "own": own,
        "stock": stock,
        "upstream": stock,
        "libre": libre,
    }
    made = ways[name](articles, package, cores)
    result.write_text(json.dumps(made, ensure_ascii=False), "utf-8")


def tuned(articles: Articles, package: Path, cores: int) -> dict[str, Any]:
    """The same with all that our engine asks of CTranslate2 and of the C library."""
    importlib.import_module("translate.engines.heap").keep_freed_memory()
    importlib.import_module("translate.engines.vectors").use_wide_vectors()
    return raw(articles, package, cores, use_vmap=True, replace_unknowns=False)


def raw(articles: Articles, package: Path, cores: int, **more: bool) -> dict[str, Any]:
    """CTranslate2 alone, told all sentences at once, with the settings that Argos gives it."""
    ctranslate2 = importlib.import_module("ctranslate2")
    pieces = importlib.import_module("sentencepiece").SentencePieceProcessor()
    pieces.load(str(package / "sentencepiece.model"))
    translator = ctranslate2.Translator(
        str(package / "model"), inter_threads=cores, intra_threads=1, max_queued_batches=-1
    )
    sentences = [s for article in articles for paragraph in article for s in paragraph]
    tokens = [pieces.encode(sentence, out_type=str) for sentence in sentences]
    translator.translate_batch(tokens[:2])
    watch = Watch()
    settings = {"beam_size": BEAM, "max_batch_size": 1024, "batch_type": "tokens"}
    answers = translator.translate_batch(tokens, **settings, **{"replace_unknowns": True, **more})
    cost = watch.read()
    best = [answer.hypotheses[0] for answer in answers]
    return {
        **cost,
        "sentences": len(best),
        "tokens": sum(map(len, best)),
        "texts": [pieces.decode_pieces(one) for one in best],
    }


def stock(articles: Articles, package: Path, cores: int) -> dict[str, Any]:
    """Argos as it comes, article by article; its splitter, which asks the network, is replaced."""
    argos = _argos(articles, cores)
    found = importlib.import_module("argostranslate.package").Package(package)
    ends = argos.Language("id", "Indonesian"), argos.Language("en", "English")
    translation = argos.CachedTranslation(argos.PackageTranslation(*ends, found))
    translation.translate("Halo.")
    watch = Watch()
    made = [translation.translate(text) for text in _texts(articles)]
    return {**watch.read(), "texts": made}


def libre(articles: Articles, package: Path, cores: int) -> dict[str, Any]:
    """LibreTranslate's server on loopback with the package alone, asked article by article."""
    place = Path(os.environ["XDG_DATA_HOME"]) / "argos-translate" / "packages"
    place.mkdir(parents=True, exist_ok=True)
    if not (place / package.name).exists():
        (place / package.name).symlink_to(package)
    _argos(articles, cores)
    importlib.import_module("argostranslate.package").update_package_index = _offline
    sys.argv = ["libretranslate", "--load-only", "id,en", "--disable-web-ui"]
    told = importlib.import_module("libretranslate.main").get_args()
    app = importlib.import_module("libretranslate.app").create_app(told)
    server = importlib.import_module("waitress.server").create_server(
        app, host="127.0.0.1", port=0, threads=cores
    )
    threading.Thread(target=server.run, daemon=True).start()
    asked = f"http://127.0.0.1:{server.effective_port}/translate"
    _translated(asked, "Halo.")
    watch = Watch()
    made = [_translated(asked, text) for text in _texts(articles)]
    return {**watch.read(), "texts": made}


def _translated(address: str, text: str) -> str:
    body = json.dumps({"q": text, "source": "id", "target": "en", "format": "text"}).encode()
    asked = Request(address, body, {"Content-Type": "application/json"})
    with urlopen(asked, timeout=300) as answer:
        return str(json.load(answer)["translatedText"])


def _argos(articles: Articles, cores: int) -> Any:
    """Argos' module with a splitter that was told the ends; what only other splitters need, and
    is not installed, is left out."""
    os.environ |= {"ARGOS_INTER_THREADS": "1", "ARGOS_INTRA_THREADS": str(cores)}
    for name in ("stanza", "spacy"):
        if importlib.util.find_spec(name) is None:
            sys.modules[name] = ModuleType(name)
    argos = importlib.import_module("argostranslate.translate")
    argos.MiniSBDSentencizer = lambda _: _Told(articles)
    return argos


def _offline() -> None:
    raise OSError("measured without a network")


def _texts(articles: Articles) -> list[str]:
    return ["\n".join(" ".join(paragraph) for paragraph in article) for article in articles]


class _Told:
    """A splitter that was told the sentences of every paragraph before."""

    def __init__(self, articles: Articles) -> None:
        self._known = {" ".join(part): part for article in articles for part in article}

    def split_sentences(self, text: str) -> list[str]:
        return self._known.get(text, [text])


def own(articles: Articles, package: Path, cores: int) -> dict[str, Any]:
    """Our engine, as the pipeline calls it: the sentences of all articles in one stream."""
    engines = importlib.import_module("translate.engines")
    argos = importlib.import_module("translate.engines.argos")
    engine = argos.open_engine("id", "en", [str(package)])
    engine.count("Halo.")
    sentences = [s for article in articles for paragraph in article for s in paragraph]
    watch = Watch()
    answers = engine.translate(sentences, engines.Decoding(BEAM, hypotheses=BEAM, shortlist=True))
    return {
        **watch.read(),
        "cores": cores,
        "texts": [candidates[0].text for candidates in answers],
    }


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:5]), int(sys.argv[5]))
