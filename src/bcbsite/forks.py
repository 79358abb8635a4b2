"""Work in a second process, where there is a second processor and much to do.

A fork begins with all that this process has read, so that nothing need be sent to it.
"""

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar

_Result = TypeVar("_Result")


def can_fork() -> bool:
    """Whether forks are safe and of use: the preview has threads, beside which no process must fork.

    A process that is to end with the one that began it, as those of a pool, may have none of its own.
    """
    able = "fork" in multiprocessing.get_all_start_methods() and not multiprocessing.current_process().daemon
    return able and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


@contextmanager
def beside(work: Callable[[], _Result]) -> Iterator[Callable[[], _Result]]:
    """Do *work* in a fork while the body runs; the body calls what it is given for what *work* returns.

    That comes pickled. Where the disk fails the fork the call raises its `OSError`, and where anything else
    does `RuntimeError`; the fork has then said why.
    """
    forks = multiprocessing.get_context("fork")
    receiver, sender = forks.Pipe(duplex=False)
    helper = forks.Process(target=_send, args=(work, sender))
    helper.start()
    sender.close()

    def result() -> _Result:
        try:
            given: _Result | OSError = receiver.recv()
        except EOFError:
            raise RuntimeError("A second process has failed.") from None
        if isinstance(given, OSError):
            raise given
        return given

    try:
        yield result
    finally:
        receiver.close()
        helper.join()


def _send(work: Callable[[], _Result], to: Connection) -> None:
    """Do *work* in a process that ends with it: looking for cycles among all that was read takes longer."""
    gc.disable()
    try:
        to.send(work())
    except BrokenPipeError:
        raise  # nobody waits for it any more
    except OSError as error:
        to.send(error)
