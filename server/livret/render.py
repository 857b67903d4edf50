"""Renders a guide in one language: the frame of its pages once, and a fragment for each page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from livret import searchable
from livret.chosen import Chosen, neighbours, without_answers
from livret.cited import dated_figures, newest_check, shown_texts, sources_of
from livret.frame import accent_of, notices, offline_words, shell
from livret.glossary import letters, uses
from livret.manifest import web_manifest
from livret.markup import Writer, typeset
from livret.model import Answer, Guide, State, Text, Topic, Word
from livret.page import Carried, Edition, Page, page_addresses
from livret.section import sections
from livret.templates import Interface, display_name, environment
from livret.together import closed_up
from livret.trust import Trust, trust_of
from livret.version import version_of
from livret.when import when


def render(
    guide: Guide,
    interface: Interface,
    templates: Path,
    assets: Mapping[str, str],
    carried: Carried,
    questions: Mapping[str, Text],
    originals: dict[str, str],
) -> Edition:
    """The guide, already in one language, as shell and pages.

    `assets` maps the names of assets to their addresses. `questions` are those of the answers, by
    their ids, in the language that is shown above the reader's. `originals` is given to each
    language of a guide in turn: it gathers what versions of answers have in common.
    """
    return Renderer(guide, interface, templates, assets, carried, questions, originals).edition()


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
    renderer = Renderer(guide, interface, templates, assets, carried, questions)
    return list(renderer.chosen_pages(chosen))


class Renderer:
    """Makes the parts of an edition one by one; see `render` for what it is given."""

    def __init__(
        self,
        guide: Guide,
        interface: Interface,
        templates: Path,
        assets: Mapping[str, str],
        carried: Carried,
        questions: Mapping[str, Text],
        originals: dict[str, str] | None = None,
    ) -> None:
        self.guide = guide
        self.answers = guide.answers
        self.language = guide.language
        self.writer = Writer(guide)
        self.assets = assets
        self.accent = accent_of(guide)
        self.carried = carried
        self.questions = questions
        self.originals = {} if originals is None else originals
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
        pages = map(self.page_at, page_addresses(self.guide))
        return Edition(
            code=self.language.code,
            tag=self.language.tag,
            direction=self.language.direction,
            name=self.language.name,
            shell=self.shell(),
            pages=tuple(sorted(pages, key=lambda page: page.address)),
            manifest=self.manifest(),
            offline=offline_words(self.phrases),
            notices=notices(self.env, self.guide),
        )

    def shell(self) -> tuple[str, ...]:
        return shell(self.env, self.guide, self.carried)

    def manifest(self) -> dict[str, object]:
        description = self.writer.plain(self.guide.description)
        return web_manifest(self.guide, description, self.phrases, self.assets, self.accent)

    # --- pages ---

    def page_at(self, rest: str) -> Page:
        """The page at one of `page_addresses`."""
        if rest in self.single:
            return self.single[rest]()
        first, *more = rest.strip("/").split("/")
        if not more:
            return self.topic(next(topic for topic in self.guide.topics if topic.id == first))
        if first == "words":
            return self.word(self.guide.words[more[0]], self.used.get(more[0], []))
        return self.answer(*self.between[f"{first}/{more[0]}"])

    @cached_property
    def single(self) -> Mapping[str, Callable[[], Page]]:
        """What makes the pages of which there is one."""
        return {
            "/": self.home,
            "/words/": self.glossary,
            "/steps/": self.steps,
            "/steps/documents/": self.documents,
            "/about/": self.about,
            "/search/": self.search,
            **{rest: partial(self.plain, rest) for rest in ("/saved/", "/reading/", "/phone/")},
            "/404.html": self.missing,
        }

    @cached_property
    def used(self) -> Mapping[str, list[Answer]]:
        """The answers that lead to each word."""
        return uses(self.guide)

    @cached_property
    def between(self) -> Mapping[str, tuple[Answer, Answer | None, Answer | None]]:
        """Each answer by its id, with those before and after it."""
        return {each[0].id: each for each in neighbours(self.answers)}

    def home(self) -> Page:
        guide = self.guide
        emergency = [guide.contacts[key] for key in guide.emergency]
        home = [
            guide.description,
            *(text for topic in guide.topics for text in (topic.title, topic.summary)),
            *(contact.name for contact in emergency),
        ]
        return self.page(
            "/",
            guide.host,
            self.writer.plain(guide.description),
            "home.html",
            trust=trust_of([text for text in home if text.message]),
            newest=newest_check(guide),
            emergency=emergency,
        )

    def about(self) -> Page:
        return self.page(
            "/about/",
            self.phrases.about_title,
            self.writer.plain(self.guide.disclaimer),
            "about.html",
            newest=newest_check(self.guide),
            contacts=list(self.guide.contacts.values()),
        )

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
        html = self.env.get_template(template).render(version=version, trust=trust, **values)
        fragment = closed_up(html, self.language.locale)
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

    def glossary(self) -> Page:
        words = self.guide.words.values()
        return self.page(
            "/words/",
            self.phrases.words_title,
            self.phrases.words_lead,
            "words.html",
            trust=trust_of([word.rendering for word in words]),
            letters=letters(words),
        )

    def search(self) -> Page:
        contacts = [self.guide.contacts[key] for key in self.guide.contacts_shown]
        title, lead = self.phrases.search_title, self.phrases.search_lead
        return self.page("/search/", title, lead, "search.html", contacts=contacts)

    def plain(self, rest: str) -> Page:
        """A page that scripts fill, with what the phone keeps."""
        name = rest.strip("/")
        title, lead = (getattr(self.phrases, f"{name}_{part}") for part in ("title", "lead"))
        return self.page(rest, title, lead, f"{name}.html")

    def missing(self) -> Page:
        return self.page("/404.html", self.phrases.missing_title, "", "not-found.html")

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
            version=version_of(answer, self.writer, self.originals),
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

    def steps(self) -> Page:
        steps = self.guide.steps
        phrases = self.phrases
        return self.page(
            "/steps/",
            phrases.steps_title,
            phrases.steps_lead,
            "steps.html",
            trust=trust_of([text for step in steps for text in (step.title, step.note) if text]),
            search=searchable.of_steps(steps),
            steps=[(step, when(step, phrases, self.language.locale)) for step in steps],
            anchors=self.anchors(),
        )

    def documents(self) -> Page:
        """A page of its own: with them, the steps would not fit into the first response."""
        with_documents = [step for step in self.guide.steps if step.documents]
        return self.page(
            "/steps/documents/",
            self.phrases.steps_documents_title,
            self.phrases.steps_lead,
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
