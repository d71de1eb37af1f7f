"""Small event data files in every format, written for the tests."""

import gzip
import lzma
import random
import zipfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

ICEWS_HEADER = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
    "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t"
    "Province\tCountry\tLatitude\tLongitude"
)
POLECAT_HEADER = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\t"
    "Primary Actor Sector\tRecipient Name\tRecipient Country\tPrimary Recipient Sector\tCity\t"
    "Country\tSource\tPublication Date"
)
NAMES = ["Russia", "Ukraine", "France", "Emmanuel Macron", "Citizen (Kenya)", "Northern Brigade", "China"]
RELATIONS = ["Consult", "Make a visit", "Use conventional military force", "Praise or endorse", "173"]


def gdelt(
    own: int, day: str, first: tuple[str, str, str], second: tuple[str, str, str], code: str, **more: str
) -> str:
    """A row of 61 columns; actors are code, name and country."""
    cells = [""] * 61
    cells[0], cells[1] = str(own), day
    for at, (actor, name, country) in ((5, first), (15, second)):
        cells[at], cells[at + 1], cells[at + 2] = actor, name, country
        cells[at + 7] = actor.removeprefix(country)
    cells[26] = code
    cells[52] = more.get("place", "")
    cells[59] = more.get("added", "20250816061500")
    cells[60] = more.get("url", "https://example.org/a")
    return "\t".join(cells)


def icews(own: int, day: str, source: tuple[str, str], code: str, target: tuple[str, str]) -> str:
    """A row of an ICEWS file; actors are name and country."""
    cells = [str(own), day, source[0], "", source[1], "text", code, "1.0", target[0], "", target[1]]
    return "\t".join([*cells, "1", "1", "Paper", "Kyiv", "", "", "Ukraine", "", ""])


def polecat(own: str, day: str, kind: str, mode: str, actor: tuple[str, str], other: tuple[str, str]) -> str:
    """A row of a POLECAT file; actors are name and country."""
    return "\t".join([own, day, kind, mode, "1", *actor, "GOV", *other, "MIL", "", "", "Paper", "2025-08-17"])


def benchmark(rows: int, seed: int = 0) -> list[str]:
    """Lines of subject, relation, object and date; no two are alike."""
    chance = random.Random(seed)
    lines: dict[str, None] = {}
    while len(lines) < rows:
        one, other = chance.sample(NAMES, 2)
        day = date(2014, 1, 1) + timedelta(chance.randrange(365))
        lines[f"{one}\t{chance.choice(RELATIONS)}\t{other}\t{day}"] = None
    return list(lines)


def write(path: Path, lines: Iterable[str]) -> Path:
    """A file with these lines, packed as its name tells."""
    content = "".join(f"{line}\n" for line in lines).encode()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(path.stem, content)
    else:
        packed = {".gz": gzip.compress, ".xz": lzma.compress}.get(path.suffix, bytes)(content)
        path.write_bytes(packed)
    return path
