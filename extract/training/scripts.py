"""Learn edit scripts form → lemma, the inverse of :func:`extract.language.lemmas.apply_script`."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from extract.language.lemmas import apply_script, change_stem

_STEM_COST, _PREFIX_COST, _MEMORY_COST = 0.9, 0.5, 1.5


@cache
def make_script(form: str, lemma: str) -> str | None:
    """The cheapest script that makes ``lemma`` of ``form``, by letters cut and added; None without a lemma.

    Where edits would be longer than the lemma itself it is memorised: ``=lemma``.
    """
    if not lemma or lemma == "_":
        return None
    best = (len(lemma) + _MEMORY_COST, "=" + lemma)
    for cost, script in _candidates(form, lemma):
        if cost < best[0] and apply_script(form, script) == lemma:
            best = (cost, script)
    return best[1]


def _candidates(form: str, lemma: str) -> Iterator[tuple[float, str]]:
    case = _case(lemma)
    base, goal = (form, lemma) if case == "K" else (form.lower(), lemma.lower())
    if "|" in form + lemma:
        return
    for stem in ("", "u", "g", "z"):
        word = change_stem(base, stem)
        for at, to, size in _common_parts(word, goal) if word else ():
            if word is None or size < 1 or (size < 2 and len(goal) > 2):
                continue
            cut, rest = len(word) - at - size, goal[to + size :]
            cost = at + to + cut + len(rest) + (_STEM_COST if stem else 0) + (_PREFIX_COST if at or to else 0)
            yield cost, f"{case}|{stem}|{at}:{goal[:to]}|{cut}:{rest}"


def _case(lemma: str) -> str:
    if lemma == lemma.lower():
        return "L"
    return "T" if lemma == lemma[:1].upper() + lemma[1:].lower() else "K"


def _common_parts(word: str, goal: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """What both share at the begin, and the longest part that they share anywhere: (at, to, size)."""
    size = 0
    while size < min(len(word), len(goal)) and word[size] == goal[size]:
        size += 1
    match = SequenceMatcher(None, word, goal, autojunk=False).find_longest_match()
    return (0, 0, size), (match.a, match.b, match.size)
