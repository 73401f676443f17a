"""Where no way out is set, what would have left lies as files to look at: for trying out."""

from pathlib import Path


def lay_down(folder: Path, name: str, content: bytes) -> None:
    """One message, for the owner of the data alone. The same one twice is one file."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
