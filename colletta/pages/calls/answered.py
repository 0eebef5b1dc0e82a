"""Questions of a call with what a campaign answered, and the form in which it does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from colletta.matching.documents import MOST_BYTES, Document, kind_of
from colletta.matching.models import Application, Attachment, Call
from colletta.matching.obstacles import Obstacle
from colletta.pages.calls.faults import sentence_of_obstacle
from colletta.pages.calls.forms import readable_lines
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One question with its answer: a text, or a document."""

    question: str
    text: str
    document: Attachment | None


def answers_of(application: Application) -> list[Answered]:
    """Every question of the call, and answers to questions that it asked before."""
    documents = {one.question: one for one in application.attachments.defer("content")}
    answers, call = dict(application.answers), application.call
    found = [
        Answered(
            question=label_of(one, call.language),
            text=answers.pop(one["key"], ""),
            document=documents.pop(one["key"], None),
        )
        for one in call.questions
    ]
    found += [Answered(question=key, text=told, document=None) for key, told in answers.items()]
    earlier = documents.items()
    return found + [Answered(question=key, text="", document=one) for key, one in earlier]


def label_of(question: Mapping[str, Any], original: str) -> str:
    """A question in the page's language, else in the call's."""
    return tell(question["label"], language=page_language(), original=original).text


class DocumentField(forms.FileField):
    """A PDF, a PNG or a JPEG of at most 2 MB, known by its first bytes."""

    widget = forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"})

    def clean(self, value: Any, initial: Any = None) -> Any:
        """The file as it came. Raises ValidationError."""
        found = super().clean(value, initial)
        if not isinstance(found, UploadedFile):
            return found
        beginning = found.read(16)
        found.seek(0)
        if (found.size or 0) > MOST_BYTES or kind_of(beginning) is None:
            raise ValidationError(sentence_of_obstacle(Obstacle.NO_SUCH_DOCUMENT))
        return found


class ApplicationForm(forms.Form):
    """The questions of a call, in its order."""

    def __init__(self, *args: Any, call: Call, **more: Any) -> None:
        super().__init__(*args, **more)
        self.questions: Sequence[Mapping[str, Any]] = call.questions
        for one in call.questions:
            self.fields[one["key"]] = _field(one, call.language)

    def answers(self) -> dict[str, str]:
        """The texts by the key of their question."""
        texts = [one["key"] for one in self.questions if one["kind"] != "file"]
        return {key: self.cleaned_data[key] for key in texts if self.cleaned_data[key]}

    def documents(self) -> list[Document]:
        """The files, read whole."""
        sent = ((one["key"], self.cleaned_data[one["key"]]) for one in self.questions)
        return [
            Document(question=key, name=file.name or key, content=file.read())
            for key, file in sent
            if isinstance(file, UploadedFile)
        ]


def _field(question: Mapping[str, Any], original: str) -> forms.Field:
    label, required = label_of(question, original), bool(question.get("required"))
    if question["kind"] == "file":
        hint = _("A PDF, a PNG or a JPEG of at most 2 MB.")
        return DocumentField(label=label, required=required, help_text=hint)
    return forms.CharField(
        label=label,
        required=required,
        max_length=4000,
        validators=[readable_lines],
        widget=forms.Textarea(attrs={"rows": 4}),
    )
