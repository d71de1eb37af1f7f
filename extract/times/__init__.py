"""Time expressions: DATE, TIME, DURATION and SET with TIMEX3 values and honest bounds."""

from extract.times.export import timexes_as_json
from extract.times.tagger import find_times

__all__ = ["find_times", "timexes_as_json"]
