"""Access to the data that ships with the package: the YAML codebook and the generated resources.

Everything read here enters `config_hash`, so that a report names the knowledge it was made with.
"""

from reportedly.resources.loading import (
    codebook_digest,
    codebook_files,
    load_model,
    load_yaml,
    model_folder,
    resource_path,
)

__all__ = ["codebook_digest", "codebook_files", "load_model", "load_yaml", "model_folder", "resource_path"]
