"""Which categories the deliveries hold in which year: asked of the engine, so that no file is read twice."""

from pathlib import Path

from sqlglot import exp, select

from mehrklang.store import scan
from mehrklang.store.engine import column, engine
from mehrklang.vocabulary import Period
from mehrklang.vocabulary.division import Division


def divisions(root: Path, deliveries: tuple[str, ...]) -> tuple[Division, ...]:
    """Every category of every feature with its measures and years, sorted."""
    if not deliveries:
        return ()
    found: set[Division] = set()
    with engine(root) as connection:
        features = scan.features(connection, root, deliveries)
        scan.register(connection, root, deliveries, features)
        for number, feature in enumerate(features):
            category = scan.feature_column(number)
            there = exp.Not(this=exp.Is(this=column(category), expression=exp.Null()))
            statement = (
                select(column("measure"), column("period"), column(category)).distinct().from_(scan.TABLE).where(there)
            )
            rows = connection.execute(statement.sql(dialect="duckdb")).fetchall()
            found |= {Division(measure, feature, Period.parse(period).year, label) for measure, period, label in rows}
    return tuple(sorted(found))
