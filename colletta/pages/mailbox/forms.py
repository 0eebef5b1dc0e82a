"""When letters come, topic by topic."""

from collections.abc import Iterable, Mapping

from django import forms
from django.http import QueryDict

from colletta.mail.kinds import Timing, Topic


class TimingsForm(forms.Form):
    """One choice for each topic that concerns the reader."""

    def __init__(
        self, typed: QueryDict | None, *, topics: Iterable[Topic], now: Mapping[Topic, Timing]
    ) -> None:
        super().__init__(typed)
        for topic in topics:
            self.fields[topic.value] = forms.ChoiceField(
                label=topic.label, choices=Timing.choices, initial=now[topic]
            )

    @property
    def timings(self) -> dict[Topic, Timing]:
        """What was chosen."""
        return {Topic(name): Timing(chosen) for name, chosen in self.cleaned_data.items()}
