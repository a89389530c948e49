"""Runs that nobody needs any more: those that piled up while nothing ran, and those that a stopped server left open.

One run of `due` reads everything that is due, so of all that are late one is enough.
"""

from datetime import UTC, datetime
from uuid import UUID

from prefect.client.orchestration import PrefectClient, SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import State, StateType
from prefect.runtime import deployment
from prefect.states import Cancelled, Crashed

OPEN = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]
LOST = "The server was stopped while this ran; what was finished is kept, and the next run goes on from there."


def skip_late() -> int:
    """Skip the other runs of the deployment that runs now whose time is over; how many there were."""
    if deployment.id is None:
        return 0
    with get_client(sync_client=True) as client:
        return _skip(client, UUID(str(deployment.id)))


async def close_lost(client: PrefectClient) -> int:
    """Say of runs that are still called running that they are not; to be called when no run can be under way."""
    state = FlowRunFilterState(type=FlowRunFilterStateType(any_=OPEN))
    lost = await client.read_flow_runs(flow_run_filter=FlowRunFilter(state=state))
    for run in lost:
        await client.set_flow_run_state(run.id, Crashed(message=LOST), force=True)
    return len(lost)


def _skip(client: SyncPrefectClient, deployment_id: UUID) -> int:
    late = client.read_flow_runs(
        flow_run_filter=FlowRunFilter(
            deployment_id=FlowRunFilterDeploymentId(any_=[deployment_id]),
            state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
            expected_start_time=FlowRunFilterExpectedStartTime.model_validate({"before_": datetime.now(UTC)}),
        )
    )
    for run in late:
        skipped: State[None] = Cancelled(name="Skipped", message="A later run does its work.")
        client.set_flow_run_state(run.id, skipped, force=True)
    return len(late)
