"""Who counts as the same, and that nobody can be read back from a bucket."""

import pytest

from colletta.limits.buckets import mail_bucket, personal_buckets, same_mailbox


def bucket(kind: str, address: str) -> str:
    return personal_buckets(address=address, email="bruno@posta.example")[kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("203.0.113.7", "::ffff:203.0.113.7"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("fe80::1", "fe80::1%eth0"),
        ("nonsense", "of other kinds"),
    ],
)
def test_A3_one_household_is_one_address(one: str, other: str) -> None:
    assert bucket("address", one) == bucket("address", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("203.0.113.7", "203.0.113.8"), ("2001:db8:1:2::1", "2001:db8:1:3::1")],
)
def test_A3_neighbours_share_a_network_and_no_address(one: str, other: str) -> None:
    assert bucket("address", one) != bucket("address", other)
    assert bucket("network", one) == bucket("network", other)


@pytest.mark.parametrize(
    "spelling",
    ["BRUNO.R@posta.example", "brunor+spring@posta.example", " b.r.u.n.o.r@Posta.example"],
)
def test_A3_another_spelling_of_a_mailbox_is_the_same_mailbox(spelling: str) -> None:
    assert same_mailbox(spelling) == "brunor@posta.example"
    assert mail_bucket(spelling) == mail_bucket("brunor@posta.example")


def test_a_bucket_holds_nothing_of_whom_it_counts() -> None:
    buckets = personal_buckets(address="203.0.113.7", email="bruno@posta.example")
    assert all(len(one) == 32 and int(one, 16) for one in buckets.values())
    assert len(set(buckets.values())) == 3
