"""Every Danish text of the sources has an English one, with the same values in it."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "src" / "landfast" / "locale" / "en" / "LC_MESSAGES" / "django.po"
HELD = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|</?\w[^>]*>")
Texts = tuple[str, ...]


def texts(said: str | Texts | list[str]) -> Texts:
    return (said,) if isinstance(said, str) else tuple(said)


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en", abort_invalid=True)


@pytest.fixture(scope="module")
def sources() -> Catalog:
    """What scripts/messages.sh would extract now: its keywords, babel.cfg's extractors."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts")
        from extract_data import extract as extract_data
        from extract_templates import extract

        with (ROOT / "babel.cfg").open() as file:
            methods, options = parse_mapping_cfg(file)
        named = {
            "extract_templates:extract": extract,
            "extract_data:extract": extract_data,
        }
        script = (ROOT / "scripts" / "messages.sh").read_text("utf-8")
        found = Catalog()
        for path, _, said, _, context in extract_from_dir(
            ROOT,
            [(pattern, named.get(method, method)) for pattern, method in methods],
            options,
            DEFAULT_KEYWORDS | parse_keywords(re.findall(r"--keyword (\S+)", script)),
            directory_filter=lambda folder: Path(folder).is_relative_to(ROOT / "src"),
        ):
            found.add(said, locations=[(path, 0)], context=context)
        return found


def missing(sources: Catalog, catalogue: Catalog) -> list[str]:
    """Texts without an English one, each with the file it stands in."""
    without = []
    for message in sources:
        known = catalogue.get(message.id, message.context) if message.id else None
        if message.id and not (known and known.string and all(texts(known.string))):
            without.append(f"{message.locations[0][0]}: {texts(message.id)[0]}")
    return without


def unlike(message_id: str | Texts, english: str | Texts) -> bool:
    """Whether a value or a tag was lost, added or misspelt in one of the forms."""
    return any(
        Counter(HELD.findall(danish)) != Counter(HELD.findall(form))
        for danish, form in zip(texts(message_id), texts(english), strict=True)
    )


def test_every_text_has_an_english_one(sources, catalogue):
    assert len(sources) > 1000
    assert missing(sources, catalogue) == [], "run scripts/messages.sh, then translate these"


def test_a_new_text_is_reported_by_its_file(catalogue):
    new = Catalog()
    new.add("En helt ny tekst", locations=[("src/ny.py", 0)])
    assert missing(new, catalogue) == ["src/ny.py: En helt ny tekst"]


def test_the_english_texts_hold_the_same_values_and_tags(catalogue):
    assert [m.id for m in catalogue if m.id and unlike(m.id, m.string)] == []
    assert unlike("Hej %(name)s", "Hello %(nam)s")
    assert unlike(("{n} dag", "{n} dage"), ("{n} day", "days"))


def test_other_languages_say_what_is_said_and_with_the_same_values(sources):
    others = [path for path in CATALOGUE.parents[2].glob("*/*/*.po") if path != CATALOGUE]
    assert others
    for path in others:
        with path.open("rb") as file:
            said = [one for one in read_po(file) if one.id]
        assert [one.id for one in said if not sources.get(one.id, one.context)] == [], path
        assert [
            one.id
            for one in said
            for form in texts(one.string)
            if Counter(HELD.findall(form)) != Counter(HELD.findall(texts(one.id)[0]))
        ] == []


def test_style_sheets_know_no_left_and_right():
    physical = re.compile(r"(?:margin|padding|border)-(?:left|right)\b|text-align: *(?:left|right)")
    sheets = (ROOT / "frontend" / "styles").glob("*.scss")
    assert {one.name for one in sheets if physical.search(one.read_text("utf-8"))} == set()


def test_the_catalogue_compiles(catalogue):
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert compiled.getbuffer().nbytes > 10_000
