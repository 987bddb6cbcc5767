"""The codebook: PLOVER's types, their frames and examples, read from YAML and checked.

`codebook/events/TYPE.yaml` holds one type each, `codebook/roles.yaml` the named role patterns that frames refer to,
`codebook/contexts.yaml` the 37 contexts. A user's own folder of the same layout overlays them.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from reportedly.errors import CodebookError
from reportedly.records import EventType, Modality, Quad, Standing
from reportedly.resources import codebook_files, load_model

NAME = "PLOVER 2.0"

Role: TypeAlias = Literal["actor", "recipient"]
Words: TypeAlias = Annotated[tuple[str, ...], Field(default=())]


class Entry(BaseModel):
    """Base of everything read from the codebook: frozen, and a key that nobody knows is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Example(Entry):
    """A sentence with what a careful coder marks in it.

    Attributes:
        text: An original sentence, or two.
        trigger: The trigger's words as they stand; None when nothing is to be coded.
        type: Another type than the file's own, for a near miss; None means the file's own.
        mode: The mode, when the sentence decides one.
        actors: Heads or whole phrases of those who act, each as it stands (without article).
        recipients: Likewise, of those acted upon.
        modality: Actual unless marked.
        standing: Asserted unless marked.
    """

    text: str
    trigger: str | None = None
    type: EventType | None = None
    mode: str | None = None
    actors: Words
    recipients: Words
    modality: Modality = Modality.ACTUAL
    standing: Standing = Standing.ASSERTED

    @model_validator(mode="after")
    def _trigger_stands_in_text(self) -> Self:
        if self.trigger is not None and self.trigger not in self.text:
            raise ValueError(f"trigger {self.trigger!r} does not stand in {self.text!r}")
        return self


class Frame(Entry):
    """A lexical way to tell an event: its trigger, what must stand beside it, where its roles are.

    Attributes:
        verbs: Lemmas, with a particle where it belongs: "attack", "carry out".
        nouns: Lemmas of nominal triggers: "bombing".
        adjectives: Lemmas of predicative triggers: "ready" in "is ready to help".
        subjects: The verb counts only with one of these as its subject, active or passive: a "rocket" that "landed".
        objects: The verb counts only with one of these as its object (or passive subject): "impose" + "sanction".
        preps: The verb counts only with one of these prepositions: "call" + "for".
        prep_objects: …and only when the object of such a preposition has one of these lemmas: "agree" + "to" + "truce".
        complements: The verb counts only when it governs a clause whose head has one of these lemmas; "*" is any.
        without_objects: The frame does not hold when the object (or passive subject) is one of these lemmas.
        only_objects: The verb, if it has an object at all, has one of these: "shot a *glance* at him" is no shot.
        beside: The frame holds only when one of these words stands in the clause (lemmas).
        modals: The clause that the trigger governs must have one of these modal verbs: "said that Chad *must* pay".
        actor_sectors: The actor must have one of these PLOVER sectors.
        unless: The frame does not hold when one of these words stands in the clause (lemmas).
        roles: Name of a pattern in `codebook/roles.yaml`.
        needs: Roles that must be filled by somebody political; else the frame stays silent.
        aimed: Whether it is done to people or what is theirs: where the recipient is nobody ("battled the microphone"),
            it must be a kind of target that `codebook/targets.yaml` knows.
        plain: Whether the words alone tell a deed of politics, whoever they name: "a rocket attack on the depot".
        echo: Whether the words only ever tell again what the text tells elsewhere: "the violence", "six of them died".
        mode: The mode that this frame decides.
        contexts: Contexts that this frame decides.
        about: Prepositions that lead to a topic which is no event of its own: talks "*on* a pullback".
        absorbs: Whether events inside its complement and arguments are its topic, and no events of their own.
        denial: Whether it is done by not doing: "*no* longer pays" tells a deed, and none that is negated.
        example: What the frame is for.
    """

    verbs: Words
    nouns: Words
    adjectives: Words
    subjects: Words
    objects: Words
    preps: Words
    prep_objects: Words
    complements: Words
    without_objects: Words
    only_objects: Words
    beside: Words
    modals: Words
    actor_sectors: Words
    unless: Words
    roles: str
    needs: tuple[Role, ...] = ("actor",)
    aimed: bool = False
    plain: bool = False
    echo: bool = False
    mode: str | None = None
    contexts: Words
    about: Words
    absorbs: bool = False
    denial: bool = False
    example: Example

    @model_validator(mode="after")
    def _one_kind_of_trigger(self) -> Self:
        if sum(map(bool, (self.verbs, self.nouns, self.adjectives))) != 1:
            raise ValueError("a frame has verbs, or nouns, or adjectives: exactly one of them")
        return self

    @property
    def specificity(self) -> int:
        """How much the frame asks for: of two that hold, the one that asks for more is right."""
        strong = (self.subjects, self.objects, self.complements, self.prep_objects, self.beside, self.modals)
        weak = (self.preps, self.unless, self.without_objects, self.only_objects, self.actor_sectors)
        return 3 * sum(map(bool, strong)) + sum(map(bool, weak))


class Mode(Entry):
    """A PLOVER mode of a type.

    Attributes:
        definition: In our own words.
        cameo: Nearest CAMEO code.
        intensity: −10…10; the type's own when None.
    """

    definition: str
    cameo: str | None = None
    intensity: float | None = None


class TypeEntry(Entry):
    """One PLOVER event type.

    Attributes:
        type: Its name.
        quad: Its quadrant.
        definition: In our own words, after the PLOVER manual 2.0.
        recipient_required: Whether the manual asks for a recipient.
        cameo: Nearest CAMEO root.
        intensity: −10 (conflict) … 10 (cooperation).
        when_refused: The type that an act which somebody *will not* do counts as (a refused AID is REJECT).
        when_future: The type that a *planned* event of this type counts as (manual: a future CONSULT is AGREE).
        when_by_states: The type that it counts as where states do it: a government's protest is made in words.
        when_conditional: The type that an announced event counts as on which a condition hangs ("unless …").
        mode_by_topic: Mode by the type of the event that is asked for, refused or threatened.
        boundaries: Rules that tell it from its neighbours, for people.
        modes: By name.
        frames: Its frames.
        examples: Sentences beyond the frames' own, negatives and near misses among them.
    """

    type: EventType
    quad: Quad
    definition: str
    recipient_required: bool = False
    cameo: str
    intensity: float
    when_future: EventType | None = None
    when_refused: EventType | None = None
    when_by_states: EventType | None = None
    when_conditional: EventType | None = None
    mode_by_topic: dict[EventType, str] = {}
    boundaries: Words
    modes: dict[str, Mode] = {}
    frames: tuple[Frame, ...]
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _modes_are_known(self) -> Self:
        named = [f.mode for f in self.frames] + list(self.mode_by_topic.values())
        for mode in named:
            if mode is not None and mode not in self.modes:
                raise ValueError(f"mode {mode!r} is not among the modes of {self.type}")
        return self

    def all_examples(self) -> tuple[Example, ...]:
        """Return the frames' examples, then the others."""
        return tuple(frame.example for frame in self.frames) + self.examples


class RolePattern(Entry):
    """Where a frame's roles stand, as paths from the trigger.

    Attributes:
        actor: Paths tried in order; the first that leads to somebody wins.
        recipient: Likewise.
        mutual: Whether it is done with one another: two who act then need no recipient ("France and Egypt met").
        example: What the pattern is for.
    """

    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    mutual: bool = False
    example: str


class Context(Entry):
    """A PLOVER context.

    Attributes:
        definition: In our own words.
        lemmas: Words that show it, where they stand in the sentence that tells the event.
        sectors: PLOVER sectors of actors or recipients that show it.
        example: An original sentence of that context.
    """

    definition: str
    lemmas: Words
    sectors: Words
    example: str


class Codebook(Entry):
    """Everything that the coder knows about kinds of events.

    Attributes:
        types: One entry a type, in the order of the manual.
        roles: Role patterns by name.
        contexts: Contexts by name.
    """

    types: dict[EventType, TypeEntry]
    roles: dict[str, RolePattern]
    contexts: dict[str, Context]

    @classmethod
    def load(cls, overlay: Path | None = None) -> "Codebook":
        """Read the packaged codebook, and a user's own folder over it.

        In the overlay, `events/TYPE.yaml` with the keys `frames` and `examples` adds to a type (its frames win over
        packaged ones), `roles.yaml` and `contexts.yaml` add or replace entries; the files under `actors/` are the
        resolution room's (`load_actor_words`).

        Raises:
            CodebookError: A file is unreadable, has an unknown key, or names a mode or pattern that is not there.
        """
        return _packaged() if overlay is None else _checked(_overlaid(_packaged(), overlay))


@cache
def _packaged() -> Codebook:
    """Read the packaged codebook, once a process: the coder, the linker and the console ask for it."""
    roles = load_model("roles.yaml", dict[str, RolePattern])
    contexts = load_model("contexts.yaml", dict[str, Context])
    read = [load_model(name, TypeEntry) for name in codebook_files("events")]
    types = {entry.type: entry for entry in sorted(read, key=lambda e: list(EventType).index(e.type))}
    return _checked(Codebook(types=types, roles=roles, contexts=contexts))


class _Additions(Entry):
    frames: tuple[Frame, ...] = ()
    examples: tuple[Example, ...] = ()


def _overlaid(book: Codebook, overlay: Path) -> Codebook:
    """Return the codebook with the user's folder laid over it."""
    if not overlay.is_dir():
        raise CodebookError(str(overlay), "is not a folder")
    types, changes = dict(book.types), dict[str, Any]()
    for name in codebook_files("events", root=overlay):
        kind = _type_of(name)
        added, entry = load_model(name, _Additions, root=overlay), types[kind]
        types[kind] = entry.model_copy(
            update={"frames": added.frames + entry.frames, "examples": entry.examples + added.examples}
        )
    if (overlay / "roles.yaml").exists():
        changes["roles"] = book.roles | load_model("roles.yaml", dict[str, RolePattern], root=overlay)
    if (overlay / "contexts.yaml").exists():
        changes["contexts"] = book.contexts | load_model("contexts.yaml", dict[str, Context], root=overlay)
    return book.model_copy(update={"types": types, **changes})


def _type_of(name: str) -> EventType:
    try:
        return EventType(Path(name).stem)
    except ValueError as error:
        raise CodebookError(name, f"is not named after one of {', '.join(EventType)}") from error


def _checked(book: Codebook) -> Codebook:
    """Return the codebook if every name in it leads somewhere."""
    for kind, entry in book.types.items():
        for frame in entry.frames:
            name = f"events/{kind}.yaml"
            if frame.roles not in book.roles:
                raise CodebookError(name, f"role pattern {frame.roles!r} is not in roles.yaml")
            if missing := set(frame.contexts) - set(book.contexts):
                raise CodebookError(name, f"contexts {sorted(missing)} are not in contexts.yaml")
            if frame.mode is not None and frame.mode not in entry.modes:
                raise CodebookError(name, f"mode {frame.mode!r} is not a mode of {kind}")
    return book
