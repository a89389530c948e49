"""Read an export with followthemoney: each entity against its schema, each statement against its entity; prints counts.

A program of its own: the package needs libraries of the system that ours does without.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from followthemoney import model
from followthemoney.statement.serialize import read_path_statements

folder = Path(sys.argv[1])
entities = {
    entity["id"]: entity for entity in map(json.loads, (folder / "ftm.entities.jsonl").read_text("utf-8").splitlines())
}
for entity in entities.values():
    schema, proxy = model.get(entity["schema"]), model.get_proxy(entity, cleaned=False)
    schema.validate(entity)
    assert set(schema.required) <= entity["properties"].keys(), entity
    for name, values in entity["properties"].items():
        of = schema.get(name)
        for value in values:
            assert of.type.name == "text" or of.type.clean(value, proxy=proxy) == value, (entity["schema"], name, value)
            assert of.range is None or model.get(entities[value]["schema"]).is_a(of.range), (entity["schema"], name)

count = 0
for statement in read_path_statements(folder / "ftm.statements.csv", "csv"):
    count += 1
    assert statement.id == statement.generate_key()
    assert statement.value in entities[statement.entity_id]["properties"][statement.prop]
    assert statement.origin in entities
assert count == sum(len(values) for entity in entities.values() for values in entity["properties"].values())
print(json.dumps(Counter(entity["schema"] for entity in entities.values())))
