import pytest

from reportedly.errors import SettingsError
from reportedly.reading import ReadingOptions


@pytest.mark.parametrize("wrong", [{"max_bytes": 0}, {"encoding": "utf-99"}])
def test_reading_options_refuse_nonsense(wrong):
    with pytest.raises(SettingsError):
        ReadingOptions(**wrong)
