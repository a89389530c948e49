"""When the scheduled flows run and whom they tell of a failure; `[schedule]` in `sources.toml`, options go first."""

from dataclasses import dataclass
from datetime import timedelta

from warehouse.errors import DatelineError

FAILURE_WEBHOOK = "DATELINE_FAILURE_WEBHOOK"


@dataclass(frozen=True)
class Plan:
    """`cron` goes before `every`; both crons count in `timezone`. `failure_webhook` is asked with POST."""

    every: timedelta = timedelta(minutes=15)
    cron: str | None = None
    nightly: str = "30 3 * * *"
    timezone: str = "UTC"
    failure_webhook: str | None = None


def check_plan(plan: Plan) -> Plan:
    """The plan, if Prefect takes its crons and its time zone; raises `DatelineError` that says which it does not."""
    from prefect.client.schemas.schedules import CronSchedule
    from pydantic import ValidationError

    for cron in filter(None, (plan.cron, plan.nightly)):
        try:
            CronSchedule(cron=cron, timezone=plan.timezone)
        except ValidationError as error:
            wrong = error.errors()[0]
            what = {"cron": f"The cron {cron!r} cannot be read; an example is '*/15 * * * *'"}
            raise DatelineError(
                what.get(str(wrong["loc"][0]), f"There is no time zone {plan.timezone!r}; an example is Europe/Oslo")
                + "."
            ) from error
    return plan
