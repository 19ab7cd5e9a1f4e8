"""The trained extractor: a small encoder with four heads, run by onnxruntime."""
