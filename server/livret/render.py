"""Renders a guide in one language: the shell once, and a fragment for each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from livret import searchable
from livret.chosen import Chosen, neighbours, without_answers
from livret.cited import dated_figures, newest_check, shown_texts, sources_of
from livret.colour import mixed
from livret.glossary import letters, uses
from livret.manifest import web_manifest
from livret.markup import Writer, typeset
from livret.model import Answer, Guide, State, Text, Topic, Word
from livret.page import Carried, Edition, Page
from livret.section import sections
from livret.templates import SLOT, Interface, display_name, environment
from livret.trust import Trust, trust_of
from livret.version import version_of
from livret.when import when

DEFAULT_COLOURS = {"accent": "#0b5c63"}
# The ground of dark pages (base.css), into which their header's colour is mixed.
DARK_GROUND = "#111617"


def accent_of(guide: Guide) -> str:
    return guide.colours.get("accent", DEFAULT_COLOURS["accent"])


def render(
    guide: Guide,
    interface: Interface,
    templates: Path,
    assets: Mapping[str, str],
    carried: Carried,
    questions: Mapping[str, Text],
) -> Edition:
    """The guide, already in one language, as shell and pages.

    `assets` maps the names of assets to their addresses. `questions` are those of the answers, by
    their ids, in the language that is shown above the reader's.
    """
    return _Renderer(guide, interface, templates, assets, carried, questions).edition()


def render_some(
    guide: Guide,
    interface: Interface,
    templates: Path,
    assets: Mapping[str, str],
    carried: Carried,
    questions: Mapping[str, Text],
    chosen: Chosen,
) -> list[Page]:
    """Some pages of the edition that `render` gives, in no particular order."""
    renderer = _Renderer(guide, interface, templates, assets, carried, questions)
    return list(renderer.chosen_pages(chosen))


class _Renderer:
    def __init__(
        self,
        guide: Guide,
        interface: Interface,
        templates: Path,
        assets: Mapping[str, str],
        carried: Carried,
        questions: Mapping[str, Text],
    ) -> None:
        self.guide = guide
        self.answers = guide.answers
        self.language = guide.language
        self.writer = Writer(guide)
        self.assets = assets
        self.accent = accent_of(guide)
        self.carried = carried
        self.questions = questions
        self.env: Environment = environment(templates, self.writer, interface)
        # A page shows the answers that it is given and no others, so that it is known which pages
        # an answer is on (again.py).
        frame = without_answers(guide)
        self.env.globals["guide"] = frame
        self.topics = {topic.id: topic for topic in frame.topics}
        self.phrases: Any = self.env.get_template("phrases.html").module
        self.env.globals["assets"] = assets
        self.env.globals["address"] = carried.address
        self.env.globals["source_name"] = display_name(
            guide.source_language.tag, self.language.locale
        )

    def edition(self) -> Edition:
        pages = sorted(self.pages(), key=lambda page: page.address)
        return Edition(
            code=self.language.code,
            tag=self.language.tag,
            direction=self.language.direction,
            name=self.language.name,
            shell=self.shell(),
            pages=tuple(pages),
            manifest=web_manifest(
                self.guide,
                self.writer.plain(self.guide.description),
                self.phrases,
                self.assets,
                self.accent,
            ),
            offline=self.offline(),
        )

    # --- the shell and what goes with it ---

    def shell(self) -> tuple[str, ...]:
        companion = next(
            (other for other in self.guide.languages if other.tag == self.guide.companion), None
        )
        blocks = self.env.get_template("blocks.html").make_module({"guide": self.guide})
        html = self.env.get_template("shell.html").render(
            assets=self.assets,
            # The product's own, with colours that `read` has checked.
            style=Markup(self.carried.style),
            first=Markup(self.carried.first),
            companion=companion,
            colours={"accent": self.accent, "dark": mixed(self.accent, 0.55, DARK_GROUND)},
            contacts_shown=[self.guide.contacts[key] for key in self.guide.contacts_shown],
            contact_line=blocks.line,  # type: ignore[attr-defined]
        )
        return tuple(f"{html}\n".split(SLOT))

    def offline(self) -> dict[str, str]:
        """The words of the pages that the worker composes by itself."""
        return {
            "title": self.phrases.offline_title,
            "not_kept": self.phrases.offline_not_kept,
            "lost": self.phrases.offline_lost,
            "kept": self.phrases.offline_kept,
            "retry": self.phrases.offline_retry,
            "unwell": self.phrases.offline_unwell,
            "repair": self.phrases.offline_repair,
        }

    # --- pages ---

    def pages(self) -> Iterator[Page]:
        phrases = self.phrases
        newest = newest_check(self.guide)
        home = [
            self.guide.description,
            *(text for topic in self.guide.topics for text in (topic.title, topic.summary)),
            *(self.guide.contacts[key].name for key in self.guide.emergency),
        ]
        trust = trust_of([text for text in home if text.message])
        yield self.page(
            "/",
            self.guide.host,
            self.writer.plain(self.guide.description),
            "home.html",
            trust=trust,
            newest=newest,
            emergency=[self.guide.contacts[key] for key in self.guide.emergency],
        )
        for topic in self.guide.topics:
            yield self.topic(topic)
        for answer, before, after in neighbours(self.answers):
            yield self.answer(answer, before, after)
        yield from self.glossary()
        if self.guide.steps:
            yield from self.steps()
        yield self.page(
            "/about/",
            phrases.about_title,
            self.writer.plain(self.guide.disclaimer),
            "about.html",
            newest=newest,
            contacts=list(self.guide.contacts.values()),
        )
        yield self.page(
            "/search/",
            phrases.search_title,
            phrases.search_lead,
            "search.html",
            contacts=[self.guide.contacts[key] for key in self.guide.contacts_shown],
        )
        yield self.page("/saved/", phrases.saved_title, phrases.saved_lead, "saved.html")
        yield self.page("/reading/", phrases.reading_title, phrases.reading_lead, "reading.html")
        yield self.page(
            "/phone/",
            phrases.phone_title,
            phrases.phone_lead,
            "phone.html",
        )
        yield self.page("/404.html", phrases.missing_title, "", "not-found.html")

    def chosen_pages(self, chosen: Chosen) -> Iterator[Page]:
        for topic in self.guide.topics:
            if topic.id in chosen.topics:
                yield self.topic(topic)
        for answer, before, after in neighbours(self.answers):
            if answer.id in chosen.answers:
                yield self.answer(answer, before, after)
        for key, used in chosen.words.items():
            yield self.word(self.guide.words[key], [self.answers[answer] for answer in used])

    def page(
        self,
        rest: str,
        title: str,
        description: str,
        template: str,
        trust: Trust | None = None,
        search: Mapping[str, str] | None = None,
        version: str = "",
        checked: str = "",
        **values: object,
    ) -> Page:
        fragment = self.env.get_template(template).render(version=version, trust=trust, **values)
        state = trust.state if trust else State.SOURCE
        return Page(
            f"/{self.language.code}{rest}",
            title,
            description,
            fragment.strip(),
            state,
            search or {},
            version,
            checked,
        )

    def glossary(self) -> Iterator[Page]:
        """The list of words, and a page for each."""
        words = self.guide.words.values()
        yield self.page(
            "/words/",
            self.phrases.words_title,
            self.phrases.words_lead,
            "words.html",
            trust=trust_of([word.rendering for word in words]),
            letters=letters(words),
        )
        used = uses(self.guide)
        for word in words:
            yield self.word(word, used.get(word.key, []))

    def word(self, word: Word, answers: Sequence[Answer]) -> Page:
        return self.page(
            f"/words/{word.key}/",
            typeset(word.term),
            self.writer.plain(word.explanation),
            "word.html",
            trust=trust_of([word.rendering, word.explanation]),
            search=searchable.of_word(word),
            word=word,
            answers=answers,
        )

    def topic(self, topic: Topic) -> Page:
        listed = (text for answer in topic.answers for text in (answer.question, answer.short))
        shown = [topic.title, topic.summary, *listed]
        return self.page(
            f"/{topic.id}/",
            self.writer.plain(topic.title),
            self.writer.plain(topic.summary),
            "topic.html",
            trust=trust_of(shown),
            topic=topic,
        )

    def answer(self, answer: Answer, before: Answer | None, after: Answer | None) -> Page:
        guide = self.guide
        shown = shown_texts(answer)
        trust = trust_of(shown)
        related = [self.answers[key] for key in answer.related]
        return self.page(
            f"/{answer.id}/",
            self.writer.plain(answer.question),
            self.writer.plain(answer.short),
            "answer.html",
            trust=trust,
            search=searchable.of_answer(answer),
            version=version_of(answer, self.writer),
            checked=answer.checked.isoformat(),
            answer=answer,
            companion_question=self.questions.get(answer.id),
            topic=self.topics[answer.topic],
            sections=list(sections(answer.body)),
            figures=dated_figures(guide, shown),
            sources=sources_of(guide, answer),
            related=related,
            previous=before,
            next=after,
        )

    def steps(self) -> Iterator[Page]:
        steps = self.guide.steps
        phrases = self.phrases
        yield self.page(
            "/steps/",
            phrases.steps_title,
            phrases.steps_lead,
            "steps.html",
            trust=trust_of([text for step in steps for text in (step.title, step.note) if text]),
            search=searchable.of_steps(steps),
            steps=[(step, when(step, phrases, self.language.locale)) for step in steps],
            anchors=self.anchors(),
        )
        # A page of its own: with them, the steps would not fit into the first response.
        with_documents = [step for step in steps if step.documents]
        yield self.page(
            "/steps/documents/",
            phrases.steps_documents_title,
            phrases.steps_lead,
            "steps-documents.html",
            trust=trust_of([text for step in with_documents for text in step.documents]),
            steps=with_documents,
        )

    def anchors(self) -> list[tuple[str, str]]:
        """What the guide's steps are counted from, with names; the best known come first."""
        used = {step.anchor for step in self.guide.steps}
        names: Mapping[str, str] = self.phrases.anchors
        first = ("arrival", "permit-end")
        order = [*first, *(anchor for anchor in names if anchor not in first)]
        return [(anchor, names[anchor]) for anchor in order if anchor in used]
