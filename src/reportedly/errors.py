"""The exceptions of Reportedly, one shallow tree.

    ReportedlyError
    ├── ReadError        an input that cannot be read: carries the input's name and the reason
    │   └── FetchError   an address that cannot be fetched: carries too whether, and when, to try again
    ├── RecordError      a record that breaks its own rules, or data that is not such a record
    ├── CodebookError    a codebook file with a mistake: carries the file's name
    ├── ModelError       a model's file that is missing or damaged: carries the file's name
    ├── SettingsError    an option or a settings file that makes no sense
    └── StoreError       a store that cannot be opened, read or written: carries its path and the reason
        └── UnknownRecordError  an id that nothing in the store bears, or more than one thing

Bad input inside a batch is not an exception but a value: see `reportedly.records.Failure`.
"""


class ReportedlyError(Exception):
    """Base of every error that Reportedly raises on purpose.

    Catch it around any public call:

        try:
            report = coder.code(article)
        except reportedly.ReportedlyError as error:
            ...
    """


class ReadError(ReportedlyError):
    """An input could not be read.

    Attributes:
        input: The path, URL or label of the input at fault.
        reason: Why, in words for people.
    """

    def __init__(self, input: str, reason: str) -> None:
        # Both go to the base class so that the error survives the way back from a worker process.
        super().__init__(input, reason)
        self.input = input
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.input}: {self.reason}"


class FetchError(ReadError):
    """An address could not be fetched.

    Attributes:
        lasting: Whether another try is of no use: it is not there, or not to be fetched.
        retry_after: Seconds for which the server asked to be left alone; None when it did not.
    """

    def __init__(self, input: str, reason: str, *, lasting: bool = False, retry_after: float | None = None) -> None:
        super().__init__(input, reason)
        self.lasting = lasting
        self.retry_after = retry_after


class RecordError(ReportedlyError):
    """A record breaks its own rules, or data does not have the shape of the record."""


class CodebookError(ReportedlyError):
    """A codebook file holds a mistake.

    Attributes:
        file: The file's name below the codebook folder.
        reason: What is wrong with it.
    """

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        return f"codebook file {self.file}: {self.reason}"


class ModelError(ReportedlyError):
    """A file of a packaged model is missing, damaged or not the one that was packaged.

    Attributes:
        file: The file's name.
        reason: What is wrong with it.
    """

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        return f"model file {self.file}: {self.reason}"


class SettingsError(ReportedlyError):
    """An option, an environment variable or a settings file makes no sense."""


class StoreError(ReportedlyError):
    """A store cannot be opened, read or written.

    Attributes:
        path: Of the store's file.
        reason: Why, in words for people.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class UnknownRecordError(StoreError):
    """An id means nothing that is in the store, or more than one thing."""
