"""Opens packaged encoders for use."""

import onnxruntime

from reportedly.errors import ModelError
from reportedly.resources.weights import ENCODER


def open_session(encoder: bytes) -> onnxruntime.InferenceSession:
    """Make a network of an ONNX file.

    Raises:
        ModelError: It is none that the runtime can load.
    """
    options = onnxruntime.SessionOptions()
    # One thread a process: the pool is where work is spread, and sums keep their order.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(encoder, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's errors share no base class but this
        raise ModelError(ENCODER, f"cannot be loaded: {error}") from error
