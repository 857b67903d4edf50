"""A guide in one language as plain data for other programs (docs/export.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from livret.canonical import canonical_json
from livret.cited import dated_figures, shown_texts, sources_of
from livret.figures import figure_text, machine_value
from livret.model import Answer, Contact, Figure, Step, Text, Word
from livret.translated import Translated
from livret.trust import trust_of
from livret.when import when

FORMAT, VERSION = "livret-guide", 1


def exchange(translated: Translated) -> bytes:
    """The guide as canonical JSON, UTF-8, with a newline at the end."""
    return f"{canonical_json(as_data(translated))}\n".encode()


def as_data(translated: Translated) -> dict[str, Any]:
    """The guide in reading order; keys that do not apply are null, lists may be empty."""
    data, guide = _Data(translated), translated.guide
    return {
        "format": FORMAT,
        "version": VERSION,
        "address": translated.address or None,
        "language": {
            "tag": guide.language.tag,
            "code": guide.language.code,
            "name": guide.language.name,
            "dir": guide.language.direction,
            "source": guide.source_language.tag,
            "companion": guide.companion,
        },
        "guide": {
            "name": guide.name,
            "host": guide.host,
            "place": guide.place_name,
            "description": data.text(guide.description),
            "disclaimer": data.text(guide.disclaimer),
            "audiences": {key: data.text(text) for key, text in guide.audiences.items()},
            "nationalities": {key: data.text(text) for key, text in guide.nationalities.items()},
        },
        "topics": [
            {
                "id": topic.id,
                "title": data.text(topic.title),
                "summary": data.text(topic.summary),
                "answers": [answer.id for answer in topic.answers],
            }
            for topic in guide.topics
        ],
        "answers": [data.answer(answer) for answer in guide.answers.values()],
        "steps": [data.step(step) for step in guide.steps],
        "words": [data.word(word) for word in guide.words.values()],
        "figures": [data.figure(figure) for figure in guide.figures.values()],
        "contacts": [data.contact(contact) for contact in guide.contacts.values()],
    }


class _Data:
    """The parts of a guide as plain data."""

    def __init__(self, translated: Translated) -> None:
        self.guide = translated.guide
        self.writer = translated.writer
        self.phrases = translated.phrases
        self.origin = translated.address
        env = translated.templates
        self.blocks: Any = env.get_template("book-blocks.html").make_module({"guide": self.guide})

    def text(self, text: Text) -> Mapping[str, str]:
        """A text as it is shown, the language it is in, and how far it can be trusted."""
        shown = self.writer.plain(text)
        return {"text": shown, "lang": text.lang, "state": text.state.value}

    def optional(self, text: Text | None) -> Mapping[str, str] | None:
        return self.text(text) if text else None

    def address(self, rest: str) -> str:
        return f"{self.origin}/{self.guide.language.code}/{rest}/"

    def answer(self, answer: Answer) -> dict[str, Any]:
        shown = shown_texts(answer)
        return {
            "id": answer.id,
            "topic": answer.topic,
            "address": self.address(answer.id),
            "question": self.text(answer.question),
            "short": self.text(answer.short),
            "html": "\n".join(str(self.blocks.render(block)) for block in answer.body),
            "state": trust_of(shown).state.value,
            "checked": answer.checked.isoformat(),
            "review_by": answer.review_by.isoformat(),
            "for": list(answer.audiences),
            "from": list(answer.nationalities),
            "keywords": [word.strip() for word in answer.keywords.shown.split(",") if word.strip()],
            "sources": [
                {
                    "key": source.key,
                    "title": source.title,
                    "publisher": self.text(source.publisher),
                    "lang": tag,
                    "url": url,
                }
                for source, tag, url in sources_of(self.guide, answer)
            ],
            "figures": [figure.key for figure in dated_figures(self.guide, shown)],
            "related": list(answer.related),
        }

    def step(self, step: Step) -> dict[str, Any]:
        return {
            "key": step.key,
            "title": self.text(step.title),
            "note": self.optional(step.note),
            "when": when(step, self.phrases, self.guide.language.locale, hold=str),
            "anchor": step.anchor,
            "after": {"number": step.after[0], "unit": step.after[1]} if step.after else None,
            "opens": step.when == "from",
            "suggested": step.when == "suggested",
            "for": list(step.audiences),
            "from": list(step.nationalities),
            "documents": [self.text(document) for document in step.documents],
            "answer": step.answer,
        }

    def word(self, word: Word) -> dict[str, Any]:
        return {
            "key": word.key,
            "address": self.address(f"words/{word.key}"),
            "term": word.term,
            "full": word.full,
            "said": word.said,
            "rendering": self.text(word.rendering),
            "explanation": self.text(word.explanation),
        }

    def figure(self, figure: Figure) -> dict[str, Any]:
        until = figure.valid_until
        return {
            "key": figure.key,
            "kind": figure.kind,
            "value": machine_value(figure),
            "unit": figure.unit,
            "label": self.text(figure.label),
            "shown": figure_text(figure, self.guide.language.locale),
            "checked": figure.checked.isoformat() if figure.checked else None,
            "valid_until": until.isoformat() if until else None,
        }

    def contact(self, contact: Contact) -> dict[str, Any]:
        return {
            "key": contact.key,
            "name": self.text(contact.name),
            "note": self.optional(contact.note),
            "hours": self.optional(contact.hours),
            "phone": contact.phone,
            "mail": contact.mail,
            "address": contact.address,
        }
