"""Configurations as an operator might write them, by what is wrong with each."""

from collections.abc import Mapping

GOOD = {
    "COLLETTA_URL": "https://aurora.example.org",
    "COLLETTA_SECRET_KEY": "q8Vt2ZrW5yLk9NcXb3HsJf7PdMg4TaUeKx6RvCn1BwYz0QiSoEhDlGjAu_-pF2m",
    "COLLETTA_MAIL_HOST": "mail.example.org",
    "COLLETTA_MAIL_FROM": "gifts@example.org",
    "COLLETTA_TRUSTED_PROXIES": "127.0.0.1,::1",
}
SANDBOX = {"COLLETTA_SANDBOX_URL": "http://127.0.0.1:4010", "COLLETTA_SANDBOX_KEY": "sk_test_1"}
OPENID = {"COLLETTA_OPENID_CLIENT_ID": "aurora", "COLLETTA_OPENID_CLIENT_SECRET": "a word"}

# What is changed in the good one ("" takes it away), and the setting that the doctor must name.
BAD: Mapping[str, tuple[Mapping[str, str], str]] = {
    "a plain address": ({"COLLETTA_URL": "http://aurora.example.org"}, "COLLETTA_URL"),
    "a plain address of a local network": ({"COLLETTA_URL": "http://10.0.0.7"}, "COLLETTA_URL"),
    "a plain address, IPv6": ({"COLLETTA_URL": "http://[2001:db8::7]:8000"}, "COLLETTA_URL"),
    "cookies in the clear": ({"COLLETTA_URL": "http://aurora.lan"}, "cookies"),
    "another protocol": ({"COLLETTA_URL": "ftp://aurora.example.org"}, "COLLETTA_URL"),
    "no protocol": ({"COLLETTA_URL": "aurora.example.org"}, "COLLETTA_URL"),
    "no name": ({"COLLETTA_URL": "https://"}, "COLLETTA_URL"),
    "a path": ({"COLLETTA_URL": "https://example.org/aurora"}, "COLLETTA_URL"),
    "a password in the address": ({"COLLETTA_URL": "https://a:b@example.org"}, "COLLETTA_URL"),
    "no port": ({"COLLETTA_URL": "https://example.org:port"}, "COLLETTA_URL"),
    "a question": ({"COLLETTA_URL": "https://example.org?a=b"}, "COLLETTA_URL"),
    "any host": ({"COLLETTA_HOSTS": "*"}, "COLLETTA_HOSTS"),
    "any host beside the right one": (
        {"COLLETTA_HOSTS": "aurora.example.org,*"},
        "COLLETTA_HOSTS",
    ),
    "any host by a pattern": ({"COLLETTA_HOSTS": "*.example.org"}, "COLLETTA_HOSTS"),
    "any host by a dot": ({"COLLETTA_HOSTS": "."}, "COLLETTA_HOSTS"),
    "another host": ({"COLLETTA_HOSTS": "www.example.org"}, "COLLETTA_HOSTS"),
    "a host with a protocol": ({"COLLETTA_HOSTS": "https://aurora.example.org"}, "COLLETTA_HOSTS"),
    "a short key": ({"COLLETTA_SECRET_KEY": "Zq8Vt2Zr"}, "COLLETTA_SECRET_KEY"),
    "a word as key": ({"COLLETTA_SECRET_KEY": "changeme"}, "COLLETTA_SECRET_KEY"),
    "a repeated word as key": ({"COLLETTA_SECRET_KEY": "secret" * 12}, "COLLETTA_SECRET_KEY"),
    "a row of one letter": ({"COLLETTA_SECRET_KEY": "x" * 64}, "COLLETTA_SECRET_KEY"),
    "a generated development key": (
        {"COLLETTA_SECRET_KEY": f"django-insecure-{GOOD['COLLETTA_SECRET_KEY']}"},
        "COLLETTA_SECRET_KEY",
    ),
    "digits as key": ({"COLLETTA_SECRET_KEY": "0123456789" * 6}, "COLLETTA_SECRET_KEY"),
    "bounces to nowhere": (
        {"COLLETTA_MAIL_BOUNCES_TO": "bounces"},
        "COLLETTA_MAIL_BOUNCES_TO",
    ),
    "everybody a proxy": ({"COLLETTA_TRUSTED_PROXIES": "0.0.0.0/0"}, "COLLETTA_TRUSTED_PROXIES"),
    "everybody a proxy, IPv6": ({"COLLETTA_TRUSTED_PROXIES": "::/0"}, "COLLETTA_TRUSTED_PROXIES"),
    "half the world a proxy": (
        {"COLLETTA_TRUSTED_PROXIES": "127.0.0.1,128.0.0.0/1"},
        "COLLETTA_TRUSTED_PROXIES",
    ),
    "play money": (SANDBOX, "payments: sandbox"),
    "play money elsewhere": (
        {**SANDBOX, "COLLETTA_SANDBOX_URL": "https://sandbox.example.org"},
        "payments: sandbox",
    ),
    "a real key for play money": (
        {**SANDBOX, "COLLETTA_SANDBOX_KEY": "sk_live_1", "COLLETTA_DEMO": "1"},
        "payments: sandbox",
    ),
    "no mail server": ({"COLLETTA_MAIL_HOST": ""}, "COLLETTA_MAIL_HOST"),
    "letters in the clear": ({"COLLETTA_MAIL_TLS": "0"}, "COLLETTA_MAIL_TLS"),
    "letters from nowhere": ({"COLLETTA_MAIL_FROM": ""}, "COLLETTA_MAIL_FROM"),
    "sign-in in the clear": (
        {**OPENID, "COLLETTA_OPENID_ISSUER": "http://login.example.org"},
        "COLLETTA_OPENID_ISSUER",
    ),
    "sign-in without a secret": (
        {
            **OPENID,
            "COLLETTA_OPENID_ISSUER": "https://i.example",
            "COLLETTA_OPENID_CLIENT_SECRET": "",
        },
        "COLLETTA_OPENID_CLIENT_SECRET",
    ),
    "sign-in without a name": (
        {"COLLETTA_OPENID_2_ISSUER": "https://login.example.org"},
        "COLLETTA_OPENID_2_CLIENT_SECRET",
    ),
    "Google without a secret": (
        {"COLLETTA_GOOGLE_CLIENT_ID": "aurora"},
        "COLLETTA_GOOGLE_CLIENT_SECRET",
    ),
    "no threads": ({"COLLETTA_THREADS": "0"}, "COLLETTA_THREADS"),
    "no workers": ({"COLLETTA_WORKERS": "0"}, "COLLETTA_WORKERS"),
    "a thousand threads": ({"COLLETTA_THREADS": "1000"}, "COLLETTA_THREADS"),
    "fewer connections than threads": (
        {"COLLETTA_THREADS": "8", "COLLETTA_DATABASE_POOL": "4"},
        "COLLETTA_DATABASE_POOL",
    ),
}

# What no program can begin with: the settings do not load, with one sentence that names them.
UNREADABLE: Mapping[str, Mapping[str, str]] = {
    "a proxy that is no network": {"COLLETTA_TRUSTED_PROXIES": "our-proxy"},
    "a network with bits of a host": {"COLLETTA_TRUSTED_PROXIES": "10.0.0.1/8"},
    "a port of mail in words": {"COLLETTA_MAIL_PORT": "smtp"},
    "threads in words": {"COLLETTA_THREADS": "four"},
    "a pool below nothing": {"COLLETTA_DATABASE_POOL": "-1"},
    "another language": {"COLLETTA_LANGUAGE": "de"},
    "yes for one": {"COLLETTA_MAIL_TLS": "yes"},
    "true for one": {"COLLETTA_DEMO": "true"},
    "no address of a database": {"DATABASE_URL": "postgresql:/colletta"},
}
