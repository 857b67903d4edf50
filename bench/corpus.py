"""Writes guides of any size to measure with: as large as the guide's own answers, in its languages.

    python bench/corpus.py 500            gives bench/corpora/500-1

An answer has the shape of one of the guide's own: the same blocks, links, figures and words of the
glossary, and as many words. The words themselves are drawn, in each language, from the guide's own
texts in that language (chain.py). Figures, sources, contacts, steps and the glossary are the
guide's own. The same number and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from answer_writer import AnswerWriter, quoted
from catalogs import Message, entry, header_of
from chain import Chain
from livret import inline
from livret.build import translations
from livret.inline import keys
from livret.model import Guide, Text, texts
from livret.read import read_guide
from livret.translate import kept_terms

ROOT = Path(__file__).parent.parent
CORPORA = Path(__file__).parent / "corpora"
SIZES = (60, 130, 500, 2000)
_UNUSABLE = re.compile(r"[\d\\\[\]{}*_<>|@#/=+]|\w\.\w|^[^\w]+$|^-")
_PROGRAM = ("answer_writer", "catalogs", "chain", "corpus")
_COPIED = ("figures.toml", "sources.toml", "contacts.toml")
_KEYWORD_ENDS = re.compile(r"(, |، |、|，)")


def corpus(answers: int, seed: int = 1) -> Path:
    """The folder of a guide with so many answers; written where it is not there yet."""
    folder = CORPORA / f"{answers}-{seed}"
    stamp = folder / "made-from"
    made_from = _made_from()
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != made_from:
        shutil.rmtree(folder, ignore_errors=True)
        Corpus(own_versions(), answers, seed).write(folder)
        stamp.write_text(made_from, encoding="utf-8")
    return folder


def _made_from() -> str:
    """A hash of all that a corpus is made from: the guide, its catalogs, and this program."""
    found = hashlib.sha256()
    parts = [*ROOT.glob("content/**/*.*"), *ROOT.glob("translations/*/LC_MESSAGES/*.po")]
    program = (Path(__file__).with_name(f"{name}.py") for name in _PROGRAM)
    for path in sorted([*parts, *program]):
        found.update(path.read_bytes())
    return found.hexdigest()


@cache
def own_versions() -> tuple[Guide, ...]:
    """The guide's own texts in each language, the source language first."""
    guide = read_guide(ROOT)
    versions = [version for version, _ in translations(guide)[0]]
    return tuple(sorted(versions, key=lambda version: version.language != guide.source_language))


class Corpus:
    """A guide that is being made."""

    def __init__(self, versions: Sequence[Guide], answers: int, seed: int) -> None:
        self.source, *self.others = versions
        self.seed = seed
        self.chains = {version.language.tag: _chain(version) for version in versions}
        # The same answer in each language, one after the other.
        alike = list(zip(*(version.answers.values() for version in versions), strict=True))
        random.Random(f"{seed} shapes").shuffle(alike)
        count = max(2, round(answers**0.5 * 1.2))
        self.topics = [f"topic-{number + 1}" for number in range(count)]
        self.shapes = [alike[number % len(alike)] for number in range(answers)]
        self.ids = [
            f"{self.topics[number * count // answers]}/{shape[0].id.split('/')[1]}-{number + 1}"
            for number, shape in enumerate(self.shapes)
        ]
        self.words = self.kept_words(answers)
        self.domains: dict[str, dict[tuple[str | None, str], Message]] = {}

    def kept_words(self, answers: int) -> list[str]:
        """The words of the glossary: fewer for a guide that is smaller than the guide's own."""
        own = list(self.source.words)
        wanted = len(own) * answers // len(self.source.answers)
        rest = replace(self.source, topics=())
        needed = [key for text in texts(rest) for kind, key in keys(text.message) if kind == "word"]
        random.Random(f"{self.seed} words").shuffle(own)
        return list(dict.fromkeys([*needed, *own]))[: max(wanted, len(set(needed)))]

    def write(self, folder: Path) -> None:
        content = folder / "content"
        for number, (name, shape) in enumerate(zip(self.ids, self.shapes, strict=True)):
            path = content / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(AnswerWriter(self, number, name, shape).answer(), encoding="utf-8")
        self.write_topics(content)
        self.write_data(content)
        self.write_catalogs(folder / "translations")

    def say(
        self, place: str, domain: str, context: str | None, file: str, alike: Sequence[Text]
    ) -> str:
        """New words in the place of a text's, in each language; gives them in the source's."""
        new = [self.reworded(place, text) for text in alike]
        messages = self.domains.setdefault(domain, {})
        translated = dict(
            zip((other.language.locale for other in self.others), new[1:], strict=True)
        )
        known = messages.setdefault((context, new[0]), Message(context, new[0], translated, []))
        if file not in known.files:
            known.files.append(file)
        return new[0]

    def reworded(self, place: str, text: Text) -> str:
        chance = random.Random(f"{self.seed} {place} {text.lang} {text.shown}")
        chain = self.chains[text.lang]
        if (text.context or "").endswith(" keywords"):
            parts = _KEYWORD_ENDS.split(text.shown)
            return "".join(
                chain.instead_of(part, chance) or part if number % 2 == 0 else part
                for number, part in enumerate(parts)
            )
        new = "".join(self._markup(place, text.shown, chain, chance))
        return new if new.strip() else chain.instead_of("a word", chance)

    def _markup(self, place: str, shown: str, chain: Chain, chance: random.Random) -> Iterator[str]:
        """A message token by token: its markup as it is, its words as others."""
        for token in inline.parse(shown):
            match token.type:
                case "text":
                    yield chain.instead_of(token.content, chance)
                case "strong_open" | "strong_close" | "em_open" | "em_close":
                    yield token.markup
                case "figure":
                    yield f"{{{token.meta['key']}}}"
                case "phone" | "mail":
                    yield f"{{{token.type}:{token.meta['key']}}}"
                case "word_open":
                    key = self.word(place, token.meta["key"])
                    yield f"[[{key}{'|' if token.meta['own_text'] else ''}"
                case "word_close":
                    yield "]]"
                case "link_open":
                    key = token.meta["key"]
                    open_key = f"q:{self.another(place, key)}" if key.startswith("q:") else key
                    yield "["
                case "link_close":
                    yield f"][{open_key}]"

    def word(self, place: str, key: str) -> str:
        """A word of the glossary, or one that is kept in its place."""
        if key in self.words:
            return key
        return random.Random(f"{self.seed} {place} {key}").choice(self.words)

    def another(self, place: str, key: str) -> str:
        """An answer of the corpus in the place of one of the guide's own."""
        return random.Random(f"{self.seed} {place} {key}").choice(self.ids)

    def write_topics(self, content: Path) -> None:
        own = list(zip(*(version.topics for version in (self.source, *self.others)), strict=True))
        for number, topic in enumerate(self.topics):
            alike = own[number % len(own)]
            file = f"content/{topic}/topic.toml"
            title = self.say(topic, "guide", f"topic {topic}", file, [each.title for each in alike])
            summary = self.say(
                topic, "guide", f"topic {topic} summary", file, [each.summary for each in alike]
            )
            names = [name.split("/")[1] for name in self.ids if name.startswith(f"{topic}/")]
            lines = [
                f"title = {quoted(title)}",
                f"summary = {quoted(summary)}",
                f"answers = {quoted(names)}",
            ]
            (content / topic / "topic.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def write_data(self, content: Path) -> None:
        for name in _COPIED:
            shutil.copy(ROOT / "content" / name, content / name)
        (content / "words").mkdir()
        for key in self.words:
            shutil.copy(ROOT / "content" / "words" / f"{key}.md", content / "words")
        steps = (ROOT / "content" / "steps.toml").read_text(encoding="utf-8")
        steps = re.sub(
            r'^answer = "(.*)"$',
            lambda match: f'answer = "{self.another("steps", match[1])}"',
            steps,
            flags=re.MULTILINE,
        )
        (content / "steps.toml").write_text(steps, encoding="utf-8")
        guide = (ROOT / "content" / "guide.toml").read_text(encoding="utf-8")
        for key, values in (("topics", self.topics), ("core", self.ids[:6])):
            guide = re.sub(
                rf"^{key} = \[.*?^\]", f"{key} = {quoted(values)}", guide, flags=re.S | re.M
            )
        (content / "guide.toml").write_text(guide, encoding="utf-8")

    def write_catalogs(self, folder: Path) -> None:
        for version in self.others:
            locale = version.language.locale
            own = ROOT / "translations" / locale
            shutil.copytree(own, folder / locale, ignore=lambda *_: {"reviews.tsv", "terms.tsv"})
            messages = folder / locale / "LC_MESSAGES"
            for path in messages.glob("*.po"):
                if path.stem not in ("guide", "words"):
                    path.unlink()
            for domain, found in self.domains.items():
                path = messages / f"{domain}.po"
                start = path.read_text(encoding="utf-8") if path.is_file() else header_of(locale)
                entries = [entry(message, locale) for message in found.values()]
                path.write_text("\n".join([start, *entries]), encoding="utf-8")


def _chain(version: Guide) -> Chain:
    """The words of a guide that may stand anywhere: no markup, numbers, or terms that are kept."""
    kept = {
        part.casefold() for term in kept_terms(version) for part in re.split(r"[\s'’-]", term)[:1]
    }

    def usable(word: str) -> bool:
        parts = re.split(r"\W+", word.casefold())
        return not _UNUSABLE.search(word) and not any(part in kept for part in parts)

    chain = Chain(version.language.tag, usable)
    for text in texts([[a.question, a.short, a.body] for a in version.answers.values()]):
        chain.learn([token.content for token in inline.parse(text.shown) if token.type == "text"])
    return chain


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("answers", type=int, nargs="+", help="how many answers")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for number in given.answers:
        print(corpus(number, given.seed))
