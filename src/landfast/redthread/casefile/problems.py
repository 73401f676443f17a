"""What is wrong with a case file, and on which line: errors stop, warnings are told."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing about a file, and the line to look at; no line when it is the file as a whole."""

    line: int | None
    sentence: str

    def __str__(self) -> str:
        return self.sentence if self.line is None else f"linje {self.line}: {self.sentence}"


class BadCase(Exception):
    """The file cannot be read as a case. Nothing of it was used."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.name = name
        self.problems = tuple(problems)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """All that is wrong, a line each."""
        return "\n".join(
            f"{self.name}{':' if problem.line is None else ','} {problem}"
            for problem in self.problems
        )


MOST_TOLD = 20


@dataclass
class Notes:
    """Gathers problems while a file is read."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def wrong(self, line: int, sentence: str) -> None:
        """Something that the file must not say."""
        self.errors.append(Problem(line, sentence))

    def odd(self, line: int, sentence: str) -> None:
        """Something that is kept, but that nobody knows."""
        self.warnings.append(Problem(line, sentence))

    def stop_if_wrong(self, name: str) -> None:
        """Raise what was gathered, the first lines first."""
        if self.errors:
            found = sorted(self.errors, key=lambda problem: problem.line or 0)
            raise BadCase(name, found[:MOST_TOLD])
