"""What stands in the varying parts of every address: own things, others', altered links."""

from typing import Any

from allauth.account.utils import user_pk_to_url_str

from colletta.community.appealing import address_of as appeal_address
from colletta.community.follow_link import token_of as follow_token
from colletta.community.letterbox import token_of as letter_token
from colletta.community.models import Speaker
from colletta.pledges.link import token_of as pledge_token
from tests.config.doors.scene import Scene

Parts = dict[str, Any]
Things = dict[str, dict[str, Parts]]
# Nothing of this number, of this name was ever there.
NO_NUMBER = 987_654
NO_NAME = "nessuno"


def objects_of(scene: Scene) -> Things:
    """By the name of an address: what it is asked for, and the parts it is made of then."""
    parts = (campaigns, links, talk, calls, teams, own, machines)
    return {name: found for room in parts for name, found in room(scene).items()}


def campaigns(scene: Scene) -> Things:
    """Campaigns in every state, and the addresses below one."""
    every = {
        "live": {"slug": scene.live.slug},
        "draft": {"slug": scene.draft.slug},
        "ended": {"slug": scene.ended.slug},
        "suspended": {"slug": scene.suspended.slug},
        "none": {"slug": NO_NAME},
    }
    found: Things = dict.fromkeys(("pages:campaign", "pages:pledge_new", "comments:new"), every)
    few = {label: every[label] for label in ("live", "draft")}
    names = ("pages:supporters", "comments:comments", "messages:new", "following:new")
    found |= dict.fromkeys(names, few)
    others = {"others'": {"slug": scene.others.slug}}
    found["updates:new"] = few | others
    languages = {"live": "it", "draft": "it", "live-unknown-language": "xx"}
    found["feeds:campaign"] = {
        label: {**every[label.partition("-")[0]], "language": language}
        for label, language in languages.items()
    }
    return found


def links(scene: Scene) -> Things:
    """Signed links: right ones open for whoever holds them, altered ones for nobody."""
    talking = scene.talking
    follow, appeal = follow_token(talking.follow), appeal_address(talking.appealing, "it")
    signed = appeal.rstrip("/").rpartition("/")[2]
    pledges = {
        "Bruno's": {"token": pledge_token(scene.gift)},
        "guest's": {"token": pledge_token(scene.gift_of_a_guest)},
        **_not_ours(pledge_token(scene.gift), scene.gift.pk, follow),
    }
    follows = {"right": {"token": follow}, **_not_ours(follow, talking.follow.pk, "x")}
    few = {label: pledges[label] for label in ("Bruno's", "altered")}
    names = ("pledge_payments", "pledge_visibility", "refund_request", "refund_request_withdrawal")
    whole = {f"pages:{name}": few for name in names} | {"pages:pledge": pledges}
    whole["following:choices"] = follows
    few = {label: follows[label] for label in ("right", "altered")}
    whole |= {"following:confirmation": few, "following:end": few}
    written = letter_token(talking.of_a_guest, Speaker.WRITER)
    whole["messages:by_link"] = {
        "writer's": {"token": written},
        "owner's": {"token": letter_token(talking.of_a_guest, Speaker.OWNER)},
        "other-side": {"token": written.replace("writer", "owner")},
        **_not_ours(written, talking.of_a_guest.pk, follow),
    }
    whole["reports:appeal"] = {"right": {"token": signed}, **_not_ours(signed, 1, follow)}
    return whole


def _not_ours(token: str, number: int, foreign: str) -> dict[str, Parts]:
    """Altered, unsigned, and signed by us for something else."""
    altered = token[:-1] + ("a" if token[-1] != "a" else "b")
    return {
        "altered": {"token": altered},
        "unsigned": {"token": str(number)},
        "of-another-kind": {"token": foreign},
    }


def talk(scene: Scene) -> Things:
    """Comments, conversations, updates, cases."""
    talking, slug = scene.talking, scene.live.slug
    comments = {
        "Bruno's": {"slug": slug, "number": talking.comment.pk},
        "hidden": {"slug": slug, "number": talking.hidden.pk},
        "Elena's-waiting": {"slug": slug, "number": talking.waiting.pk},
        "wrong-campaign": {"slug": scene.others.slug, "number": talking.comment.pk},
    }
    cases = {
        "open": {"number": talking.waiting_case.pk},
        "decided": {"number": talking.decided_case.pk},
        "none": {"number": NO_NUMBER},
    }
    waiting = {"waiting": {"number": talking.waiting.pk}}
    found = {f"comments:{name}": comments for name in ("comment", "deletion", "hiding", "showing")}
    return found | {
        "reports:new": {
            "comment": {"?": f"?comment={talking.comment.pk}"},
            "hidden-comment": {"?": f"?comment={talking.hidden.pk}"},
            "coming-update": {"?": f"?update={talking.coming.pk}"},
            "nothing": {},
        },
        "messages:conversation": {
            "Bruno's": {"number": talking.of_bruno.pk},
            "guest's": {"number": talking.of_a_guest.pk},
            "others'": {"number": talking.with_others.pk},
            "none": {"number": NO_NUMBER},
        },
        "updates:update": {
            "told": {"slug": slug, "number": talking.update.pk},
            "waiting": {"slug": slug, "number": talking.coming.pk},
            "wrong-campaign": {"slug": scene.others.slug, "number": talking.update.pk},
        },
        "desk:case": cases,
        "desk:case_hiding": cases,
        "desk:second_case": cases,
        "desk:appeal": {"open": {"number": talking.appeal.pk}, "none": {"number": NO_NUMBER}},
        "desk:comment_publication": waiting | {"shown": {"number": talking.comment.pk}},
        "desk:brake_release": {"on": {"number": scene.brake.pk}, "none": {"number": NO_NUMBER}},
    }


def calls(scene: Scene) -> Things:
    """Calls, applications, matches, their papers."""
    calling = scene.calling
    every = {
        "Delta's": {"slug": calling.open.slug},
        "Delta's-draft": {"slug": calling.draft.slug},
        "Gamma's": {"slug": calling.rivals.slug},
    }
    names = ["partners:edit", "partners:opening", "partners:closing", "partners:board_link"]
    names += ["partners:board_link_withdrawal", "calls:call", "calls:rule", "calls:applications"]
    found: Things = dict.fromkeys(names, every)
    found["partners:call"] = every | {"none": {"slug": NO_NAME}}
    mine = {"slug": calling.open.slug, "campaign": scene.live.slug}
    borgo = {"slug": calling.rivals.slug, "campaign": scene.others.slug}
    draft = {"slug": calling.draft.slug, "campaign": scene.live.slug}
    sent = {"Ada's": mine, "Elena's": borgo, "to-a-draft": draft}
    admitted = {"slug": calling.rivals.slug, "campaign": scene.live.slug}
    found |= {"calls:application": sent, "calls:withdrawal": sent | {"Ada's-admitted": admitted}}
    applications: dict[str, Parts] = {
        "to-Delta": {"number": calling.made.pk},
        "to-Gamma": {"number": calling.others.pk},
    }
    found |= {f"partners:{name}": applications for name in ("application", "score", "refusal")}
    admitted_too: dict[str, Parts] = {"to-Gamma-admitted": {"number": calling.admitted.pk}}
    found["partners:admission"] = applications | admitted_too
    matches: dict[str, Parts] = {
        "Gamma's": {"number": calling.admitted.match_id},
        "Delta's": {"number": calling.offered_alone},
    }
    papers = ("approval", "approval_csv", "approval_json")
    found |= {f"partner_papers:{name}": matches for name in papers}
    attachment = calling.made.attachments.get()
    return found | {
        "partners:payment": matches,
        "partners:attachment": {"to-Delta": {"number": attachment.pk}},
        "partners:new": _by_team("organisation", "fondazione-delta", scene.people.gamma.slug),
        "calls:board": {
            "shared": {"key": calling.open.board_key},
            "guessed": {"key": "00000000-0000-4000-8000-000000000000"},
        },
    }


def _by_team(part: str, *slugs: str) -> dict[str, Parts]:
    return {slug: {part: slug} for slug in (*slugs, "circolo-aurora")}


def teams(scene: Scene) -> Things:
    """Organisations and their teams."""
    aurora, borgo = "circolo-aurora", scene.people.borgo.slug
    every = {"Ada's": {"slug": aurora}, "Elena's": {"slug": borgo}}
    edo = scene.people["editor"].pk
    places = {
        "Edo-of-Ada's": {"slug": aurora, "person_id": edo},
        "Ada-of-Ada's": {"slug": aurora, "person_id": scene.people["owner"].pk},
        "Edo-of-Elena's": {"slug": borgo, "person_id": edo},
    }
    invited = scene.joining.invitation.pk
    found: Things = dict.fromkeys(("organisations:edit", "organisations:invitations"), every)
    found["organisations:team"] = every | {"none": {"slug": NO_NAME}}
    found["pages:organisation"] = found["organisations:team"]
    return found | {
        "organisations:role": places,
        "organisations:removal": places,
        "organisations:invitation_removal": {
            "of-Ada's": {"slug": aurora, "invitation_id": invited},
            "under-Elena's": {"slug": borgo, "invitation_id": invited},
        },
        "organisations:invitation": {
            "open": {"token": scene.joining.token},
            "taken-back": {"token": scene.joining.token_taken_back},
            "guessed": {"token": "x" * 43},
        },
    }


def own(scene: Scene) -> Things:
    """What is one person's alone."""
    joining, people = scene.joining, scene.people
    uid, key = joining.recovery
    keys = {"Bruno's": {"pk": joining.passkey.pk}}
    return {
        "pages:person": {
            "shown": {"public_id": people["supporter"].public_id},
            "not-shown": {"public_id": people["owner"].public_id},
        },
        "people:session_ending": {"Bruno's": {"session_id": joining.session.pk}},
        "openid:removal": {"Bruno's": {"link_id": joining.linked.pk}},
        "openid:leave": {"unknown": {"slug": NO_NAME}},
        "openid:back": {"unknown": {"slug": NO_NAME}},
        "openid:proof": {"guessed": {"token": "x" * 43}},
        "mfa_edit_webauthn": keys,
        "mfa_remove_webauthn": keys,
        "account_reset_password_from_key": {
            "Rita's": {"uidb36": uid, "key": key},
            "altered": {"uidb36": uid, "key": f"{key[:-1]}x"},
            "another's": {"uidb36": _uid_of(scene), "key": key},
        },
    }


def _uid_of(scene: Scene) -> str:
    return str(user_pk_to_url_str(scene.people["owner"]))


def machines(scene: Scene) -> Things:
    """Pictures, letters, goals, providers."""
    kept = scene.picture.sizes.order_by("pk")[0].file
    letters = {"a-secret": {"number": scene.joining.letter.pk}, "none": {"number": NO_NUMBER}}
    return {
        "pictures:file": {
            "kept": {"file": kept},
            "none": {"file": f"pictures/00/{'0' * 40}.webp"},
            "master": {"file": scene.picture.master},
        },
        "pages:letter": letters,
        "pages:letter_html": letters,
        "pages:goal": {"first": {"number": 1}, "none": {"number": 18}},
        "payments:notices": {
            "unknown": {"provider_name": NO_NAME},
        },
    }
