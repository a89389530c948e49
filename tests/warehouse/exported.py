"""A home of three articles for the exports: a deed told by an outlet and its copy, and another that states no day."""

from datetime import date, datetime
from pathlib import Path

from warehouse_rows import Rows, add_batch, article, with_facts

from warehouse.home import Home
from warehouse.publish import publish

PLACE = {"name": "Lumen, Bay", "feature_code": "PPL", "admin1": "02", "latitude": 43.25, "longitude": 76.95}
ATTACK = {"event_type": "ASSAULT", "event_mode": "firearms", "cameo_code": "1831", "quad_class": 4}


def exported_home(folder: Path) -> Home:
    """Nine killed in a town of Kazakhstan, says the Guard, which is of the police."""
    home = Home(folder)
    rows = with_facts(
        article("a", outlet="Lumen Post", url="https://www.post.example/ferry?a=1", authors=["A. Nyberg & Co"]),
        article("b", outlet="Bay Mirror", url="https://mirror.example/ferry"),
        article("c", title=None, published_at=None, published_utc_at=None, published_precision="none"),
    )
    rows["articles"][2]["ingested_at"] = datetime(2024, 3, 2, 7, 44)
    _tell(rows)
    add_batch(home, rows)
    publish(home, None)
    return home


def _tell(rows: Rows) -> None:
    for proposal in rows["entity_proposals"]:
        if proposal["entity_id"] == "office":
            proposal |= {"kind": "police", "country_code": "KAZ", "canonical_name": "Coast Guard"}
        if proposal["entity_id"] == "bay":
            proposal |= {"country_code": "KAZ", "kind": "city"}
    for place in rows["places"]:
        place.update(PLACE, country_code="KAZ")
    for event in rows["events"]:
        event.update(ATTACK)
    rows["events"][2] |= {"happened_on": date(2024, 2, 1), "happened_to": date(2024, 2, 29), "date_precision": "month"}
