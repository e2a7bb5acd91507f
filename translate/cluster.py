"""A Dask cluster as an executor: portions go to its workers, which must have dwibahasa, too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack
from typing import Any

from distributed import Client
from distributed.cfexecutor import ClientExecutor
from distributed.client import FutureCancelledError
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from translate.errors import UserError
from translate.offline import all_doors

__all__ = ["ClusterExecutor"]

PATIENCE = 10  # seconds to find the scheduler


class ClusterExecutor(ClientExecutor):
    """The executor of Dask's client, with its errors in the words of `concurrent.futures`.

    Dask itself gives the work of a killed worker to another. Raises UserError
    ``cluster-unreachable`` if there is no scheduler at the address.
    """

    def __init__(self, address: str) -> None:
        self._doors = ExitStack()
        self._doors.enter_context(all_doors())
        try:
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            self._doors.close()
            raise UserError(
                f"There is no Dask scheduler at {address}: {str(error).splitlines()[0]}",
                hint="Start one with 'dask scheduler', and workers with 'dask worker ADDRESS'.",
                slug="cluster-unreachable",
            ) from None
        # A portion is the same work wherever it is done, but two of one content are two jobs.
        super().__init__(client, pure=False)

    def map(
        self,
        fn: Callable[..., Any],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[Any]:
        """The results in order, as they come. Raises BrokenExecutor where the cluster is lost."""
        try:
            yield from super().map(fn, *iterables, timeout=timeout, chunksize=chunksize)
        except (KilledWorker, CommClosedError, FutureCancelledError) as error:
            raise BrokenExecutor(str(error)) from None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster, which stays; what it still does for this run is cancelled."""
        super().shutdown(wait=wait and not cancel_futures)
        self._client.close()
        self._doors.close()
