"""Evidence: the shortest contiguous stretch of text that carries an event."""

from extract.events.frames import Frame
from extract.events.tree import Tree
from ontology.model import Span

_CARRIED = (
    *("aux", "aux:pass", "aux:tense", "cop", "compound:prt", "compound", "advmod", "obj", "iobj", "expl:pv"),
    *("mark", "det", "case"),
)


def evidence(tree: Tree, frame: Frame) -> Span:
    """From the first to the last of trigger, arguments, and the words that complete the trigger."""
    tokens = {frame.trigger, *frame.used}
    start, end = tree.sentences[tree.sentence[frame.trigger]]
    for token in dict.fromkeys((frame.trigger, frame.verb)):
        tokens.add(token)
        tokens.update(kid for kid in tree.children[token] if tree.deps[kid] in _CARRIED)
    for item in (*frame.subject, *frame.object):
        if start <= item.token < end:
            tokens.add(item.token)
            tokens.update(
                kid
                for kid in tree.children[item.token]
                if tree.deps[kid] in ("flat", "flat:name", "compound", "case")
            )
    inside = sorted(token for token in tokens if start <= token < end)
    while tree.pos[inside[0]] in ("PUNCT", "SPACE") and len(inside) > 1:
        inside.pop(0)
    while tree.pos[inside[-1]] in ("PUNCT", "SPACE") and len(inside) > 1:
        inside.pop()
    return tree.span(inside[0], inside[-1] + 1)


def sentence_span(tree: Tree, token: int) -> Span:
    """The sentence of a token, without white space around it."""
    start, end = tree.sentences[tree.sentence[token]]
    while end - start > 1 and tree.pos[end - 1] == "SPACE":
        end -= 1
    while end - start > 1 and tree.pos[start] == "SPACE":
        start += 1
    return tree.span(start, end)


def path(tree: Tree, token: int, trigger: int) -> str:
    """The labels from an argument up to what it shares with the trigger; ``/`` leads down from there."""
    above = [trigger, *tree.ancestors(trigger)]
    up = [token, *tree.ancestors(token)]
    meeting = next((node for node in up if node in above), None)
    if meeting is None:
        return "another sentence"
    steps = [tree.deps[node] for node in up[: up.index(meeting)]]
    steps += [f"/{tree.deps[node]}" for node in reversed(above[: above.index(meeting)])]
    return " < ".join(steps) or "itself"
