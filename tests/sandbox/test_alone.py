"""It stands alone: the standard library and itself, nothing else."""

import sys

from tests.architecture import house


def test_it_imports_the_standard_library_and_itself() -> None:
    house.refuse(
        (
            f"{house.name_of(path)}:{line}: {name}"
            for path in house.python_files("colletta/sandbox")
            for name, line in house.imported(house.syntax(path))
            if name.split(".")[0] not in sys.stdlib_module_names
            and not name.startswith("colletta.sandbox.")
        ),
        "Imports from elsewhere",
    )
