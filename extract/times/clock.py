"""Clock times and parts of the day as TIMEX3 writes them."""

from collections.abc import Mapping

from extract.times.lexer import Value

Fields = Mapping[str, Value]


def clock_value(fields: Fields) -> str:
    """The ``T…`` part of a TIME value, or nothing: ``T20:15``, ``T09:30Z``, ``TEV``."""
    if "hour" not in fields:
        return f"T{fields['part']}" if "part" in fields else ""
    hour, minute = int(fields["hour"]), int(fields.get("minute", 0))
    if hour > 24:  # 2230 hours
        hour, minute = divmod(hour, 100)
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    hour = _day_hour(hour, fields)
    text = f"T{hour:02d}:{minute:02d}"
    if "second" in fields:
        text += f":{int(fields['second']):02d}"
    return text + ("Z" if fields.get("zone") == "Z" else "")


def _day_hour(hour: int, fields: Fields) -> int:
    """The hour on a 24-hour clock, from am/pm or the part of the day."""
    half = fields.get("meridiem")
    if half is None:
        half = {"AF": "pm", "EV": "pm", "MO": "am"}.get(str(fields.get("part", "")))
        if fields.get("part") == "NI":
            half = "pm" if 7 <= hour < 12 else "am"
    if half == "pm" and hour < 12:
        return hour + 12
    if half == "am" and hour == 12:
        return 0
    return hour
