"""Work in a second process, where there is a second processor and much to do.

A fork begins with all that this process has read, so that nothing need be sent to it.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TypeVar

_Result = TypeVar("_Result")

LAST = 10
"""Seconds in which a process that is ended must be gone."""


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


class TooSlowError(Exception):
    """Work did not end in its time, and was ended."""


def within(seconds: int, work: Callable[[], _Result]) -> _Result:
    """What *work* returns, which a fork does; after *seconds* it is ended, with all that it has begun.

    What it returns comes pickled, and so does what it raises. Raises `TooSlowError` when the time is over,
    and `RuntimeError` where the fork ends without a word, say because the machine has no memory left.
    """
    forks = multiprocessing.get_context("fork")
    receiver, sender = forks.Pipe(duplex=False)
    helper = forks.Process(target=_answer, args=(work, sender, seconds))
    helper.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise TooSlowError
        given: _Result | Exception = receiver.recv()
    except (EOFError, OSError):
        raise RuntimeError("A second process has failed.") from None
    finally:
        _end(helper.pid, receiver)
        helper.join()
        receiver.close()
    if isinstance(given, Exception):
        raise given
    return given


def _end(leader: int | None, receiver: Connection) -> None:
    """End a process and all of its group, at once: when this returns, none of them writes any more."""
    assert leader
    for end in (os.killpg, os.kill):  # it may not lead a group yet
        with suppress(ProcessLookupError):
            end(leader, signal.SIGKILL)
    with suppress(EOFError, OSError):  # which comes when the last that could have sent something is gone
        while receiver.poll(LAST):
            receiver.recv_bytes()


def _answer(work: Callable[[], object], to: Connection, seconds: int) -> None:
    """Do *work* as the leader of a group of processes, and send what comes of it."""
    import resource  # noqa: PLC0415 - not every system has it

    os.setpgid(0, 0)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    # Where the process that began it was killed, nobody else ends this one, or the forks that it has begun.
    signal.alarm(seconds + LAST)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    least = seconds + LAST if most == resource.RLIM_INFINITY else min(seconds + LAST, most)
    resource.setrlimit(resource.RLIMIT_CPU, (least, most))
    try:
        given = work()
    except Exception as error:
        error.add_note(f"In a second process:\n{traceback.format_exc()}")
        given = _as_it_can_be_sent(error)
    with suppress(BrokenPipeError):  # nobody waits for it any more
        to.send(given)


def _as_it_can_be_sent(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:
        return RuntimeError("\n".join(error.__notes__))
    return error


def _send(work: Callable[[], _Result], to: Connection) -> None:
    """Do *work* in a process that ends with it: looking for cycles among all that was read takes longer."""
    gc.disable()
    try:
        to.send(work())
    except BrokenPipeError:
        raise  # nobody waits for it any more
    except OSError as error:
        to.send(error)
