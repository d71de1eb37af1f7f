"""Joint training: ``python -m extract.training.train PACK OUT.pt``; its options are :class:`Settings`."""

import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
import torch

from extract.language.network import Labels
from extract.training.batches import batches, disturbed, inputs, without_final_mark
from extract.training.examples import Numbered
from extract.training.loss import loss
from extract.training.net import Net, new_net, save
from extract.training.predict import score_names, score_trees
from extract.training.prepare import read_sets

Sets = dict[str, list[Numbered]]
SILVER = "silver.json.gz"
_WARM_UP, _LOWEST_RATE = 0.06, 0.005
_CHOPPED = 0.12
_BODY = ("layers", "ln", "posn", "typ")
_SHARES = (("en", 1700), ("en_gum", 2300), ("fr", 2600), ("es", 2200))
_AUGMENTED = ((("aug_en", "aug_en_gum"), 300), (("aug_fr",), 250), (("aug_es",), 250))
_AUGMENTED_GERMAN, _NAME_SENTENCES = 500, 5_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. ``seconds`` ends the schedule by the clock, ``steps`` by count, whichever is first.

    ``lr`` is the encoder's highest learning rate, ``head_lr`` the heads'; ``pieces`` the size of a batch,
    padding included; ``silver`` the number of silver trees in an epoch, ``more`` whether the part of the
    German test set that is not held out is trained on, ``drop`` the share of pieces made unknown.
    """

    epochs: int = 30
    steps: int = 0
    seconds: float = 1e9
    lr: float = 2e-4
    head_lr: float = 1e-3
    pieces: int = 4_000
    seed: int = 1
    smooth: float = 0.03
    drop: float = 0.06
    average: float = 0.998
    silver: int = 2_500
    more: bool = True
    every: int = 6


class Trainer:
    """Trains one network on a pack."""

    def __init__(self, pack: Path, settings: Settings) -> None:
        torch.manual_seed(settings.seed)
        self.settings = settings
        self.sets, self.labels = read_sets(pack / "sets.json.gz"), Labels.load(pack / "labels.json")
        self._read_silver(pack)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.net: Net = new_net(pack).to(self.device)
        self._rng = random.Random(settings.seed)  # noqa: S311  # sampling, not secrets
        self._noise = np.random.default_rng(settings.seed)
        self._punct = self.labels.pos.index("PUNCT")
        named = [(name, p) for name, p in self.net.named_parameters() if p.requires_grad]
        groups = [
            [p for name, p in named if name.startswith(_BODY)],
            [p for name, p in named if not name.startswith(_BODY)],
        ]
        rates = (settings.lr, settings.head_lr)
        self._parameters = [p for group in groups for p in group]
        self._average = [p.detach().clone() for p in self._parameters]
        given = [{"params": group, "top": rate} for group, rate in zip(groups, rates, strict=True)]
        self._optimiser = torch.optim.AdamW(given, lr=settings.lr, weight_decay=0.01, betas=(0.9, 0.98))

    def run(self) -> dict[str, float]:
        """Train to the end of the schedule and leave the averaged weights in ``net``; dev figures."""
        settings, begin, step, epoch = self.settings, time.monotonic(), 0, 0
        total = settings.steps or settings.epochs * len(self.epoch())
        done = 0.0
        while done < 1:
            for batch in self.epoch():
                done = max(step / total, (time.monotonic() - begin) / settings.seconds)
                self._step(batch, step, done)
                step += 1
                if step >= total:
                    done = 1.0
                if done >= 1:
                    break
            epoch += 1
            if done < 1 and epoch % settings.every == 0:
                self._swap()
                click.echo(f"epoch {epoch} step {step}/{total} {self.figures()}")
                self._swap()
        self._swap()
        return self.figures()

    def _step(self, batch: list[Numbered], step: int, done: float) -> None:
        settings = self.settings
        rate = min(1.0, done / _WARM_UP) * (1 - max(0.0, (done - _WARM_UP) / (1 - _WARM_UP)))
        for group in self._optimiser.param_groups:
            group["lr"] = group["top"] * max(rate, _LOWEST_RATE)
        given = disturbed(inputs(batch), batch[0].kind == "names", settings.drop, self._noise)
        value = loss(self.net, batch, given, self.labels, settings.smooth)
        self._optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self._optimiser.step()
        weight = 1 - min(settings.average, (step + 1) / (step + 10))
        with torch.no_grad():
            for mean, parameter in zip(self._average, self._parameters, strict=True):
                mean.lerp_(parameter.detach(), weight)

    def _swap(self) -> None:
        with torch.no_grad():
            for mean, parameter in zip(self._average, self._parameters, strict=True):
                kept = parameter.detach().clone()
                parameter.copy_(mean)
                mean.copy_(kept)

    def epoch(self) -> list[list[Numbered]]:
        """The batches of an epoch, in random order: German twice, samples of the rest."""
        more = ["_more"] if self.settings.more else []
        german = [example for part in ("", *more) for example in self.sets.get(f"de{part}", [])]
        augmented = [example for part in ("", *more) for example in self.sets.get(f"aug_de{part}", [])]
        trees = german * 2 + self._sample(augmented, _AUGMENTED_GERMAN)
        for name, count in _SHARES:
            trees += self._sample(self.sets.get(name, []), count)
        for names, count in _AUGMENTED:
            trees += self._sample([e for name in names for e in self.sets.get(name, [])], count)
        trees += self._sample(self.sets.get("silver", []), self.settings.silver)
        chopped = [self._chopped(example) for example in trees]
        found = list(batches(chopped, self.settings.pieces, self._rng)) if chopped else []
        names_only = self._sample(self.sets.get("ner", []), _NAME_SENTENCES)
        found += batches(names_only, self.settings.pieces, self._rng)
        self._rng.shuffle(found)
        return found

    def _chopped(self, example: Numbered) -> Numbered:
        return without_final_mark(example, self._punct) if self._rng.random() < _CHOPPED else example

    def _sample(self, examples: list[Numbered], count: int) -> list[Numbered]:
        return self._rng.sample(examples, min(count, len(examples)))

    def _read_silver(self, pack: Path) -> None:
        """Add silver trees, and silver names to the treebank sentences, where ``distill`` made them."""
        if not (pack / SILVER).exists():
            return
        silver = read_sets(pack / SILVER)
        self.sets["silver"] = silver.pop("trees")
        for name, examples in silver.items():
            pairs = zip(self.sets[name], examples, strict=True)
            self.sets[name] = [replace(own, names=other.names) for own, other in pairs]

    def figures(self) -> dict[str, float]:
        """Figures on the development sets; ``criterion`` chooses among runs."""
        german = score_trees(self.net, self.sets["dev_de"], self.labels)
        found = {f"de_{name}": value for name, value in german.items()}
        for lang in ("en", "fr", "es"):
            found[f"{lang}_las"] = score_trees(self.net, self.sets[f"dev_{lang}"], self.labels).get(
                "las", 0.0
            )
        found["ner"] = score_names(self.net, self.sets["dev_ner"], self.labels)["f"]
        others = sum(found[f"{lang}_las"] for lang in ("en", "fr", "es")) / 3
        own = 2 * german.get("las", 0) + german.get("feats", 0) + german.get("lemma", 0)
        return found | {"criterion": own + others + found["ner"]}


def _parse(options: tuple[str, ...]) -> Settings:
    """``lr=1e-4 seed=3`` as settings."""
    defaults = Settings()
    values: dict[str, bool | int | float] = {}
    for option in options:
        name, _, value = option.partition("=")
        if name not in Settings.__slots__:
            raise click.BadParameter(f"unknown setting '{name}': use {', '.join(Settings.__slots__)}")
        values[name] = type(getattr(defaults, name))(float(value))
    return replace(defaults, **values)  # type: ignore[arg-type]  # each value was made of its field's type


@click.command()
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("options", nargs=-1, metavar="[SETTING=VALUE]...")
def main(pack: Path, out: Path, options: tuple[str, ...]) -> None:
    """Train on PACK and write the checkpoint OUT."""
    trainer = Trainer(pack, _parse(options))
    click.echo(trainer.run())
    save(trainer.net, out)


if __name__ == "__main__":
    main()
