"""Whose access token a request carries: verified as the product does."""

import json
import os
from dataclasses import dataclass

import jwt
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

ISSUER = "http://localhost:8888"
KEY = jwt.PyJWK(json.loads(os.environ["BENCH_JWK"]), algorithm="EdDSA").key


@dataclass(frozen=True)
class Athlete:
    id: str
    is_authenticated: bool = True


class AccessToken(BaseAuthentication):
    def authenticate(self, request):
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        try:
            claims = jwt.decode(
                token,
                KEY,
                algorithms=["EdDSA"],
                issuer=ISSUER,
                audience=f"{ISSUER}/api/v1",
                options={"require": ["sub", "exp"]},
            )
        except jwt.InvalidTokenError as error:
            raise AuthenticationFailed() from error
        return Athlete(claims["sub"]), token

    def authenticate_header(self, request):
        return "Bearer"
