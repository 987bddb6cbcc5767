"""The pipeline: the only module that knows the order of the rooms."""

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from reportedly import __version__
from reportedly.attribution.claims import find_claims
from reportedly.attribution.combining import Combiner
from reportedly.attribution.head import head_chain
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.nearby import Nearby
from reportedly.attribution.standing import Vouch, vouch
from reportedly.coding.circumstances import Findings
from reportedly.coding.codebook import NAME, Codebook
from reportedly.coding.events import EventCoder
from reportedly.coding.homes import Homes, claims_at_home
from reportedly.coding.judging import Marks, load_judge
from reportedly.coding.relating import relate
from reportedly.coding.stake import claims_with_stakes
from reportedly.errors import ReadError, ReportedlyError
from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText
from reportedly.language.openings import dateline_place
from reportedly.language.pipeline import load_pipeline, pipeline_label
from reportedly.pool import map_in_order
from reportedly.reading.learned_file import furniture_digest, load_furniture
from reportedly.records import Article, CoderInfo, Failure, Relation, Report, Span
from reportedly.records.base import HALF_A_PAIR, is_encodable
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.datelines import dateline_country
from reportedly.resolution.dates import find_dates
from reportedly.resolution.gazetteer import Gazetteer
from reportedly.resolution.items import find_items
from reportedly.resolution.memory_file import load_memory, memory_digest
from reportedly.resolution.place_lexicon import PlaceLexicon
from reportedly.resolution.places import PlaceFinder
from reportedly.resolution.quantities import find_quantities
from reportedly.resources import codebook_digest
from reportedly.settings import OnError, Settings, load_settings

logger = logging.getLogger(__name__)

#: spaCy refuses longer texts, and no news article comes near.
MAX_CHARACTERS = 1_000_000


class Coder:
    """Codes articles into reports: loads models and knowledge once, then works on one article at a time.

    Args:
        settings: All options; or give single options by keyword (see `reportedly.settings.Settings`).

    Attributes:
        info: What made the reports, as each of them names it.
        ingredients: Everything that can change the output, by name: versions, and digests of models and knowledge.

    Raises:
        SettingsError: An option makes no sense, the spaCy pipeline is not there, or the actor memory has a mistake.
        CodebookError: The codebook, or the folder laid over it, has a mistake.
        ModelError: A file of the attribution tagger or of the judge of events is missing or damaged.

    >>> coder = Coder()
    >>> report = coder.code("Chad accused Sudan on Friday of arming rebels.")
    >>> report.events[0].type
    <EventType.ACCUSE: 'ACCUSE'>
    """

    def __init__(self, settings: Settings | None = None, **options: Any) -> None:
        self.settings = settings or load_settings(options, cwd=Path.cwd(), environ=os.environ)
        self._nlp = load_pipeline(self.settings.pipeline)
        self.codebook = Codebook.load(self.settings.codebook)
        self._gazetteer = Gazetteer.load()
        self._places = PlaceFinder(self._gazetteer, PlaceLexicon.load())
        self._memory = None if self.settings.actors is None else load_memory(self.settings.actors)
        self._actors = ActorResolver.load(self.settings.codebook, memory=self._memory)
        self._attribution = AttributionLexicon.load()
        self._combiner = Combiner.load(self._attribution)
        self._judge = load_judge()
        self._events = EventCoder(self.codebook, self._judge)
        self.ingredients = self._ingredients()
        self.info = self._describe()

    def __reduce__(self) -> tuple[Callable[..., "Coder"], tuple[Settings]]:
        return Coder, (self.settings,)

    def _ingredients(self) -> dict[str, str | None]:
        """Name everything that can change the output, models and knowledge by their digests."""
        overlay, furniture = self.settings.codebook, self.settings.furniture
        return {
            "version": __version__,
            "pipeline": pipeline_label(self._nlp),
            "codebook": codebook_digest(),
            "overlay": None if overlay is None else codebook_digest(root=overlay),
            "gazetteer": self._gazetteer.sha256,
            "tagger": self._combiner.tagger.digest,
            "judge": self._judge.digest,
            "actors": None if self._memory is None else memory_digest(self._memory),
            "furniture": None if furniture is None else furniture_digest(load_furniture(furniture)),
        }

    def _describe(self) -> CoderInfo:
        digest = sha256(json.dumps(self.ingredients, sort_keys=True).encode()).hexdigest()
        return CoderInfo(
            version=__version__,
            codebook=NAME,
            models=(pipeline_label(self._nlp), self._combiner.tagger.name, self._judge.name),
            config_hash=digest[:16],
        )

    def code(self, article: Article | str) -> Report:
        """Code one article.

        Args:
            article: A record, or plain text, which is taken verbatim. Text in a language other than English is
                reported without claims and events.

        Raises:
            ReadError: The text is longer than a million characters, or UTF-8 cannot carry it.
        """
        given = Article.verbatim(article) if isinstance(article, str) else article
        if len(given.text) > MAX_CHARACTERS:
            reason = f"text of {len(given.text):,} characters, more than {MAX_CHARACTERS:,}"
            raise ReadError(_label(given), reason)
        if not is_encodable(given.text):
            raise ReadError(_label(given), HALF_A_PAIR)
        if not given.is_english:
            return Report(article=given, coder=self.info)
        return self._coded(annotate(given, nlp=self._nlp))

    def _coded(self, annotated: AnnotatedText) -> Report:
        """Walk the rooms in their order."""
        first = self._actors.view(annotated)
        places = self._places.find(annotated, marks=first.marks)
        view = first.placed(places)
        dates, items = find_dates(annotated), find_items(annotated)
        quantities = find_quantities(annotated, dates=dates)
        said = find_claims(
            annotated, actors=view, dates=dates, quantities=quantities,
            lexicon=self._attribution, combiner=self._combiner,
        )  # fmt: skip
        homes = Homes.of(marks=view.marks, dateline=self._dateline_country(annotated.article))
        claims = claims_at_home(said, homes=homes, doc=annotated.doc)
        findings = Findings(annotated, view, homes, claims, places, dates, quantities, items)
        near = Nearby(claims, lambda claim: claim.content)

        def vouches(trigger: Token) -> Vouch:
            around = near.around((trigger.idx, trigger.idx + 1))
            return vouch(trigger, annotated=annotated, claims=around, lexicon=self._attribution, dates=dates)

        head = head_chain(annotated.article, kinds=self._attribution.kinds)
        events = self._events.code(findings, vouches=vouches, head=head)
        marked = claims_with_stakes(claims, events)
        return Report(article=annotated.article, claims=marked, events=events, places=places, coder=self.info)

    def _dateline_country(self, article: Article) -> str | None:
        place = dateline_place(article)
        return None if place is None else dateline_country(place, gazetteer=self._gazetteer)

    def pipe(
        self,
        articles: Iterable[Article | Failure | str],
        *,
        workers: int | None = None,
        on_error: OnError | None = None,
    ) -> Iterator[Report | Failure]:
        """Code many articles, one result each, in their order; the same bytes with any number of workers.

        Args:
            articles: Consumed lazily. A `Failure` among them (from `reportedly.reading.read_all`) goes through.
            workers: Processes; 1 works in this one.
            on_error: "yield" a `Failure` with its reason, "raise", or "skip".

        Raises:
            ReportedlyError: With `on_error="raise"`, the first failure.
        """
        count = self.settings.workers if workers is None else workers
        policy = self.settings.on_error if on_error is None else on_error
        results: Iterator[Report | Failure]
        if count == 1:
            results = map(self._code_or_fail, articles)
        else:
            results = map_in_order(
                articles, make=partial(code_or_fail, self.settings), workers=count,
                memory=self.settings.worker_memory, give_up=given_up,
            )  # fmt: skip
        for result in results:
            if isinstance(result, Failure) and policy == "raise":
                raise ReadError(result.input, result.reason)
            if not isinstance(result, Failure) or policy == "yield":
                yield result

    def _code_or_fail(self, article: Article | Failure | str) -> Report | Failure:
        """Code an article; whatever goes wrong with it becomes a value, logged with its traceback."""
        if isinstance(article, Failure):
            return article
        try:
            return self.code(article)
        except ReadError as error:
            return Failure(input=error.input, reason=error.reason)
        except MemoryError:
            return Failure(input=_label(article), reason="cannot be coded: it needs more memory than there is")
        except Exception as error:  # one poison article must not end a run of a million
            logger.debug("article %s could not be coded", _label(article), exc_info=True)
            return Failure(input=_label(article), reason=f"cannot be coded: {type(error).__name__}: {error}")

    def relate(self, sentence: str, *, actor: Span, recipient: Span) -> Relation:
        """Tell what happens between two marked spans of a sentence.

        Args:
            sentence: One sentence.
            actor: `[start, end)` of whoever acts.
            recipient: `[start, end)` of whoever is acted upon.

        Returns:
            The type and mode; type None where nothing of the kind happens. Frames and the learned judge are weighed
            against one another; where they agree, the frames give the mode.

        Raises:
            ReportedlyError: A span does not lie inside the sentence, or UTF-8 cannot carry the sentence.
        """
        for name, (start, end) in (("actor", actor), ("recipient", recipient)):
            if not 0 <= start < end <= len(sentence):
                raise ReportedlyError(f"{name} span {(start, end)} does not lie inside the sentence")
        events = self.code(sentence).events
        judgement = self._judge.judge(sentence, Marks(actor, recipient))
        return relate(events, judgement=judgement, actor=actor, recipient=recipient)


def code_or_fail(settings: Settings) -> Callable[[Article | Failure | str], Report | Failure]:
    """Return what a worker process does with each article: code it, and make a value of whatever goes wrong."""
    return Coder(settings)._code_or_fail


def given_up(article: Article | Failure | str, how: str) -> Failure:
    """Return the failure of an article over which worker processes died, the last one as told."""
    if isinstance(article, Failure):
        return article
    return Failure(input=_label(article), reason=f"cannot be coded: every worker process died over it; the last {how}")


def _label(article: Article | str) -> str:
    if isinstance(article, str):
        return repr(article[:40])
    return article.url or article.title or article.id
