"""Sums what each case of a folder has secured: python3 portfolio.py FOLDER OUTPUT. Nothing is checked."""

import json
import sys
from pathlib import Path

import pandas

folder, output = map(Path, sys.argv[1:])
rows = []
for path in folder.glob("*.json"):
    case = json.loads(path.read_bytes())
    results = case["assessments"][0]["results"]
    for goal in case["contract"]["goals"]:
        rows.append((case["contract"]["id"], goal["weight"], goal["target"]["value"], results[goal["id"]]["value"]))
goals = pandas.DataFrame(rows, columns=["id", "weight", "target", "value"])
goals["secured"] = goals["weight"].where(goals["value"] >= goals["target"], 0)
goals.groupby("id")["secured"].sum().to_csv(output)
