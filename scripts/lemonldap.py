#!/usr/bin/env python3
"""A real OpenID Connect provider, LemonLDAP::NG 2.16 of Debian, with one person who has an RPPS number and one client that must
use PKCE, on a port of this machine that the system picks. Its ID tokens say `acr` and `auth_time`. Its packages are unpacked
into .build/openid and not installed, so nothing of it starts with the machine.

usage: lemonldap.py fetch    unpacks the packages (apt-get, perl and openssl are needed)
       lemonldap.py RS256    as glewlwyd.py does
"""
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse

import glewlwyd

ROOT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ".build", "openid", "lemonldap")
WANTED = ["liblemonldap-ng-portal-perl", "libplack-perl", "libcrypt-openssl-bignum-perl", "libio-string-perl",
          "libcrypt-urandom-perl", "libstring-random-perl"]
# What a portal on its own has no use for: the interpreter is here, the rest is web servers, fonts and scripts of pages.
UNWANTED = re.compile("^(libperl|perl$|perl-|libc6|libcrypt1|libgcc|gcc-|libssl|zlib|libdb|debconf|dpkg|tar$|libacl|liblzma|"
                      "libselinux|libbz2|libmd0|libpcre|libzstd|fonts-|libjs-|javascript-|apache2|lighttpd|nginx|yaws|merecat|"
                      "mini-httpd|lemonldap-ng-fastcgi|lemonldap-ng-uwsgi|uwsgi|libfcgi|libgdbm|openssl|ca-certificates|init-)")
PORTAL = ROOT + "/usr/share/perl5/Lemonldap/NG/Portal/Main.pm"


def is_here():
    return os.path.exists(PORTAL) and os.path.exists(ROOT + "/usr/bin/plackup")


def fetch():
    """Unpacks the packages that are wanted, and those that they need."""
    lines = subprocess.run(
        ["apt-cache", "depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks",
         "--no-replaces", "--no-enhances", *WANTED], check=True, capture_output=True, text=True).stdout.splitlines()
    names = sorted({line for line in lines if re.match("^[a-z0-9]", line) and not UNWANTED.match(line)})
    names = [name for name in names if name.endswith("-perl") or name.startswith("perl-openssl")]
    packages = os.path.join(ROOT, "packages")
    os.makedirs(packages, exist_ok=True)
    subprocess.run(["apt-get", "download", "-qq", *names], check=True, cwd=packages, stderr=subprocess.DEVNULL)
    for name in os.listdir(packages):
        subprocess.run(["dpkg", "-x", os.path.join(packages, name), ROOT], check=True)
    shutil.rmtree(packages)


class LemonLDAP(glewlwyd.Provider):
    """The provider while it runs."""

    PERSON = PASSWORD = "dwho"
    CLIENT, SECRET = glewlwyd.CLIENT, glewlwyd.SECRET

    def __init__(self, base, algorithm="RS256"):
        if algorithm != "RS256":
            raise ValueError("only RS256")
        super().__init__(base, algorithm)
        for name in ["conf", "sessions/lock", "psessions/lock", "cache"]:
            os.makedirs(os.path.join(base, name))
        self.configuration()
        perl = [ROOT + "/usr/share/perl5"] + [
            os.path.join(ROOT, "usr/lib", arch, "perl5", version)
            for arch in os.listdir(ROOT + "/usr/lib") if os.path.isdir(os.path.join(ROOT, "usr/lib", arch, "perl5"))
            for version in os.listdir(os.path.join(ROOT, "usr/lib", arch, "perl5"))]
        self.start(
            ["perl", ROOT + "/usr/bin/plackup", "--server", "HTTP::Server::PSGI", "--env", "deployment", "--host",
             "127.0.0.1", "--port", str(self.port), os.path.join(base, "portal.psgi")],
            dict(os.environ, PERL5LIB=":".join(perl), LLNG_DEFAULTCONFFILE=os.path.join(base, "lemonldap-ng.ini")))

    def configuration(self):
        private, public = self.keys()
        storage = "Apache::Session::File"
        generate = "Lemonldap::NG::Common::Apache::Session::Generate::SHA256"

        def store(name):
            return {"Directory": os.path.join(self.base, name), "LockDirectory": os.path.join(self.base, name, "lock"),
                    "generateModule": generate}

        conf = {
            "cfgNum": 1, "cfgAuthor": "test", "cfgDate": 1, "cfgVersion": "2.16.1", "domain": "127.0.0.1",
            "portal": self.url + "/", "cookieName": "lemonldap", "securedCookie": 0, "authentication": "Demo",
            "userDB": "Same", "passwordDB": "Null", "registerDB": "Null", "whatToTrace": "_whatToTrace", "timeout": 7200,
            "globalStorage": storage, "globalStorageOptions": store("sessions"), "persistentStorage": storage,
            "persistentStorageOptions": store("psessions"), "requireToken": 0, "portalCheckLogins": 0,
            "captcha": "::Password::Null",  # one is always loaded; those that draw need more packages
            "demoExportedVars": {"cn": "cn", "mail": "mail", "uid": "uid"}, "exportedVars": {}, "groups": {},
            "macros": {"_whatToTrace": "$uid", "idnat": '"%s"' % glewlwyd.RPPS, "family": '"Lefèvre"'},
            "locationRules": {"127.0.0.1": {"default": "accept"}}, "exportedHeaders": {},
            "issuerDBOpenIDConnectActivation": 1, "issuerDBOpenIDConnectPath": "^/oauth2/",
            "issuerDBOpenIDConnectRule": 1, "oidcServiceAllowAuthorizationCodeFlow": 1,
            "oidcServiceAllowImplicitFlow": 0, "oidcServiceAllowHybridFlow": 0, "oidcServicePrivateKeySig": private,
            "oidcServicePublicKeySig": public, "oidcServiceKeyIdSig": "sig-1", "oidcServiceIgnoreScopeForClaims": 1,
            "oidcServiceMetaDataAuthnContext": {"eidas1": 1, "eidas2": 2},
            "oidcRPMetaDataExportedVars": {"rp": {"SubjectNameID": "idnat", "family_name": "family", "email": "mail"}},
            "oidcRPMetaDataOptions": {"rp": {
                "oidcRPMetaDataOptionsClientID": self.CLIENT, "oidcRPMetaDataOptionsClientSecret": self.SECRET,
                "oidcRPMetaDataOptionsIDTokenSignAlg": "RS256", "oidcRPMetaDataOptionsIDTokenForceClaims": 1,
                "oidcRPMetaDataOptionsRequirePKCE": 1, "oidcRPMetaDataOptionsRedirectUris": glewlwyd.BACK,
                "oidcRPMetaDataOptionsBypassConsent": 0, "oidcRPMetaDataOptionsIDTokenExpiration": 300}},
        }
        with open(os.path.join(self.base, "conf", "lmConf-1.json"), "w") as file:
            json.dump(conf, file, ensure_ascii=False)
        with open(os.path.join(self.base, "lemonldap-ng.ini"), "w") as file:
            file.write("\n".join([
                "[all]", "logLevel = warn", "[configuration]", "type = File", "dirName = %s/conf" % self.base,
                "localStorage = Cache::FileCache", "localStorageOptions = {'namespace' => 'c', 'cache_root' => '%s/cache'}"
                % self.base, "[portal]", "staticPrefix = /static", "languages = en",
                "templateDir = %s/usr/share/lemonldap-ng/portal/templates" % ROOT, ""]))
        with open(os.path.join(self.base, "portal.psgi"), "w") as file:
            file.write("use Lemonldap::NG::Portal::Main;\nLemonldap::NG::Portal::Main->run({});\n")

    def settings(self):
        return {
            "issuer": self.url + "/", "client_id": self.CLIENT, "authorization_endpoint": self.url + "/oauth2/authorize",
            "token_endpoint": self.url + "/oauth2/token", "jwks_uri": self.url + "/oauth2/jwks",
            "redirect_uri": glewlwyd.BACK, "scope": "openid profile", "algorithm": "RS256", "acr": ["eidas1"],
            "rpps_claim": "SubjectNameID"}

    def sign_in(self, url):
        """Fills in the forms of the login page and of consent, and returns what the redirect brings."""
        browser, place = glewlwyd.Browser(), url
        form = None
        for _ in range(6):
            status, fields, body = browser.ask("POST" if form else "GET", place, form)
            location = fields.get("Location", "")
            if location.startswith(glewlwyd.BACK):
                return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(location).query))
            if location:
                place, form = urllib.parse.urljoin(place, location), None
                continue
            page = body.decode()
            values = dict(re.findall(r'<input type="hidden" name="([^"]*)"[^>]*? value="([^"]*)"', page))
            if 'name="password"' in page:
                values.update(user=self.PERSON, password=self.PASSWORD)
            elif 'name="confirm"' in page:
                values.update(confirm="1")
            form = urllib.parse.urlencode(values).encode()
        raise RuntimeError("no code: %d %s" % (status, body[:2000]))


def main():
    if sys.argv[1:] == ["fetch"]:
        fetch()
        return 0
    return glewlwyd.serve(LemonLDAP, __doc__)


if __name__ == "__main__":
    sys.exit(main())
