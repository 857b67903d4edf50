"""What one address answers with: a body in every content coding, each with its strong ETag."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from livret.coded import ENDINGS, Effort, encoded
from livret.dictionary import compress

# What it takes to name a coding, which has to save more than that.
NAMED = len("content-encoding: zstd\r\n")


# A page is compressed once, when it is first asked for: brotli 11 takes 50 to 100 ms for 37 to
# 67 kB of HTML and saves 1 to 2 % over level 10, which keeps the longest pages within the first
# window.
PAGE = Effort(brotli=11, gzip=9, zstd=12)
# What a file of a release is sent in while the service has just started: brotli 11 takes two
# seconds for a pack, and on a busy machine longer than a phone waits.
MEANWHILE = Effort(brotli=5, gzip=6, zstd=3)
# A sitemap has megabytes and is made for whoever asks first, and few do.
LISTING = Effort(brotli=4, gzip=4, zstd=3)


@dataclass(frozen=True, slots=True)
class Representation:
    """A body as it goes over the wire in one content coding ("identity" for none)."""

    coding: str
    body: bytes
    etag: str


def represent(body: bytes, effort: Effort) -> tuple[Representation, ...]:
    """The body in all codings, the one that the server likes best first.

    That is the smallest, the header that names the coding included. The ETag is the hash of the
    very bytes that are sent: two codings can never share one (RFC 9110 section 8.8.1), and replicas
    agree.
    """
    return ordered(body, {coding: encoded(body, coding, effort) for coding in ENDINGS})


def ordered(body: bytes, others: Mapping[str, bytes]) -> tuple[Representation, ...]:
    """The same of a body that is there in the other codings already."""
    bodies = {"identity": body, **others}
    order = sorted(bodies, key=lambda c: len(bodies[c]) + NAMED * (c != "identity"))
    return tuple(Representation(coding, bodies[coding], etag(bodies[coding])) for coding in order)


def etag(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


class Resource:
    """An address's answer. The body is made and compressed once, by whoever asks first.

    `like` is a URL pattern of the addresses whose bodies are much like this one. `made` are the
    representations where they are there already. `meanwhile` is an effort for who asks before,
    where the better one takes longer than a reader should wait.
    """

    def __init__(
        self,
        content_type: str,
        cache_control: str,
        make: Callable[[], bytes],
        *,
        effort: Effort = PAGE,
        headers: Mapping[str, str] | None = None,
        like: str | None = None,
        made: tuple[Representation, ...] | None = None,
        meanwhile: Effort | None = None,
    ) -> None:
        self.headers = {
            **(headers or {}),
            "content-type": content_type,
            "cache-control": cache_control,
        }
        self.like = like
        self.vary = "Accept-Encoding"
        if like is not None:
            self.headers["use-as-dictionary"] = f'match="{like}"'
            self.vary = "Accept-Encoding, Available-Dictionary"
        self.effort = effort
        self._meanwhile = meanwhile
        self._make = make
        self._codings = tuple(each.coding for each in made or ())
        self._made = made
        self._quick: tuple[Representation, ...] | None = None
        self._differences: dict[bytes, Representation] = {}
        self._quick_differences: dict[bytes, Representation] = {}
        # Whole answers, kept by who puts them together (direct.py).
        self.answers: dict[Hashable, Any] = {}
        self._making = threading.Lock()

    @property
    def codings(self) -> tuple[str, ...]:
        """The codings of `representations`, in its order."""
        return self._codings

    @property
    def ready(self) -> bool:
        """Whether `representations` answers at once."""
        return self._made is not None

    def representations(self) -> tuple[Representation, ...]:
        """The body in every coding, best first; safe to call from any thread."""
        if self._made is None:
            with self._making:
                if self._made is None:
                    made = represent(self._make(), self.effort)
                    self._codings = tuple(each.coding for each in made)
                    self._made, self._quick = made, None
        return self._made

    def at_once(self) -> tuple[Representation, ...]:
        """The same for who waits: with less effort, where there is one, until the best is there."""
        if self._made is not None or self._meanwhile is None:
            return self.representations()
        found = self._quick
        if found is None:
            found = self._quick = represent(self._make(), self._meanwhile)
        return found

    def difference(self, dictionary: bytes) -> Representation:
        """The body for who has `dictionary` already; safe to call from any thread."""
        found = self._differences.get(dictionary)
        if found is None:
            with self._making:
                body = compress(self._make(), dictionary)
            found = self._differences[dictionary] = Representation("dcz", body, etag(body))
            self._quick_differences.pop(dictionary, None)
        return found

    def difference_at_once(self, dictionary: bytes) -> Representation:
        """The same for who waits: quickly made, until the best is there."""
        found = self._differences.get(dictionary) or self._quick_differences.get(dictionary)
        if found is None:
            body = compress(self._make(), dictionary, quick=True)
            found = self._quick_differences[dictionary] = Representation("dcz", body, etag(body))
        return found
