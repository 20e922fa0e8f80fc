"""Building the index on disk in a process of its own that need not read the program first: it is forked from one that
has. What is killed is then the build, not the interpreter's start.
"""

import multiprocessing
import os
from collections.abc import Mapping
from multiprocessing.process import BaseProcess

from participate import serve


def begin(environ: Mapping[str, str]) -> BaseProcess:
    """Somebody builds by hand, as `python -m participate.serve index` does."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_build, args=(dict(environ),))
    process.start()
    return process


def _build(environ: Mapping[str, str]) -> None:
    os.environ.update(environ)
    serve.main(["index"])
