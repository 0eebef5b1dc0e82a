"""Who works at the desk, and could not be anybody."""

from colletta.cli.doctor.finding import Finding, Findings
from colletta.people.models import DeskRole

_NOBODYS = ".example"  # RFC 2606, section 2: no mailbox can be there


def judge_desk(*, demonstration: bool) -> Findings:
    """A demonstration's people have no business at the desk of a real site."""
    if demonstration:
        return
    invented = DeskRole.objects.filter(person__email_key__endswith=_NOBODYS).order_by("pk")
    named = [f"{role.person.email} {role.role}" for role in invented.select_related("person")[:4]]
    if named:
        yield Finding(
            "desk",
            f"people of a demonstration work here ({', '.join(named)}), and everybody knows how "
            "they sign in there",
            "Give the real site a home and a database of its own; or colletta take_role for each",
            "serve",
        )
