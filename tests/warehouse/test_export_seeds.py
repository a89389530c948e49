"""The tables of codes that the exports map with: they know all that the extractors say, and name nothing else."""

import csv
from pathlib import Path

import pytest

from warehouse.shipped import shipped

SEEDS = shipped("seeds")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if line.strip() and not line.startswith("#")))


def exported(name: str) -> list[dict[str, str]]:
    return rows(SEEDS / "exports" / f"{name}.csv")


TYPES = {row["event_type"] for row in rows(SEEDS / "event_types.csv")}
MODES = {(row["event_type"], row["event_mode"]) for row in rows(SEEDS / "event_triggers.csv")}
MEASURES = {"killed", "injured", "missing", "detained", "kidnapped", "displaced", "infected", "evacuated", "hostage"}


def test_every_cameo_code_has_its_scale() -> None:
    known = {row["cameo_code"] for row in exported("cameo_codes")}
    used = {row["cameo_code"] for row in rows(SEEDS / "event_triggers.csv") if row["cameo_code"]}
    assert used - known == set()
    assert all(-10 <= float(row["goldstein"] or 0) <= 10 for row in exported("cameo_codes"))


def test_every_country_has_its_codes() -> None:
    without = {row["iso3"] for row in rows(SEEDS / "countries.csv")} - {
        row["iso3"] for row in exported("country_codes")
    }
    assert without == {"ALA"}


@pytest.mark.parametrize("name", ["gkg_themes", "acled_types"])
def test_no_mapping_is_of_an_unknown_event(name: str) -> None:
    mapped = {(row["event_type"], row["event_mode"]) for row in exported(name) if row["event_type"]}
    assert {pair for pair in mapped if pair[0] not in TYPES or (pair[1] and pair not in MODES)} == set()


@pytest.mark.parametrize("name", ["gkg_themes", "gkg_counts"])
def test_every_measure_is_mapped(name: str) -> None:
    assert {row["measure"] for row in exported(name) if row["measure"]} == MEASURES


def test_every_known_group_is_an_organisation_that_we_know() -> None:
    known = {row["name"] for row in rows(SEEDS / "organizations.csv")}
    assert {row["canonical_name"] for row in exported("known_groups")} - known == set()


@pytest.mark.parametrize(("name", "column"), [("ftm_relations", "relation"), ("actor_types", "value")])
def test_no_relation_is_mapped_that_nothing_states(name: str, column: str) -> None:
    stated = {cell for path in SEEDS.glob("*.csv") for row in rows(path) for cell in row.values() if cell}
    mapped = {row[column] for row in exported(name) if row.get("property", "relation") == "relation"}
    assert mapped - stated <= {"part_of"}  # which the extractor finds without a word for it
