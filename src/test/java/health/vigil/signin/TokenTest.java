package health.vigil.signin;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.account.ForgedTokens;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@ServiceTest
class TokenTest {
    @ParameterizedTest
    @EnumSource
    void everyRoleHasAnAccountFromTheFirstStart(Role role) {
        As.role(role).get("/v1/session").then().statusCode(200).body("role", equalTo(role.word()));
    }

    @Test
    void nobodyIsToldToBringAToken() {
        assertRefused(given());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "a.b.c",
                "..",
                "Bearer",
                "eyJhbGciOiJSUzI1NiJ9.e30.",
                "\"",
                "%00",
                "eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.AAAA"
            })
    void garbageIsRefused(String token) {
        assertRefused(bearer(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic bnVyc2U6bnVyc2U=", "Negotiate x", "Digest username=nurse"})
    void anotherSchemeIsRefused(String header) {
        assertRefused(given().header("Authorization", header));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        assertRefused(bearer(ForgedTokens.withoutAlgorithm()));
    }

    @Test
    void thePublicKeyIsNotASharedSecret() throws IOException {
        assertRefused(bearer(ForgedTokens.withThePublicKey()));
    }

    @Test
    void anotherKeyIsRefused() throws NoSuchAlgorithmException {
        assertRefused(bearer(ForgedTokens.withAnotherKey()));
    }

    @Test
    void theAlgorithmIsPinned() throws IOException {
        assertRefused(bearer(ForgedTokens.withTheWrongAlgorithm()));
    }

    @Test
    void anExpiredTokenIsRefused() throws IOException {
        assertRefused(bearer(ForgedTokens.changed(claims -> {
            claims.setIssuedAt(NumericDate.fromSeconds(1_000_000_000));
            claims.setExpirationTime(NumericDate.fromSeconds(1_000_003_600));
        })));
    }

    @Test
    void aTokenWithoutAnEndIsRefused() throws IOException {
        assertRefused(bearer(ForgedTokens.changed(claims -> claims.unsetClaim("exp"))));
    }

    @Test
    void anotherIssuerIsRefused() throws IOException {
        assertRefused(bearer(ForgedTokens.changed(claims -> claims.setIssuer("somebody"))));
    }

    @Test
    void anotherAudienceIsRefused() throws IOException {
        assertRefused(bearer(ForgedTokens.changed(claims -> claims.setAudience("somebody"))));
    }

    @Test
    void aTokenThatTheAccountsDoNotKnowIsRefused() throws IOException {
        assertRefused(bearer(ForgedTokens.unknown()));
    }

    @Test
    void aTokenWithoutAnIdIsRefused() throws IOException {
        assertRefused(bearer(ForgedTokens.changed(claims -> claims.unsetClaim("jti"))));
    }

    @Test
    void theAccountDecidesTheRoleNotTheToken() throws IOException {
        bearer(ForgedTokens.promoted()).get("/v1/accounts").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "bearer", "authorization"})
    void aTokenInTheAddressIsNotRead(String parameter) {
        assertRefused(given().queryParam(parameter, As.issued(Role.NURSE).token()));
    }

    @Test
    void aTokenInTheCookieOfAnotherNameIsNotRead() {
        assertRefused(given().cookie("Bearer", As.issued(Role.NURSE).token()));
    }

    @Test
    void aWrongHeaderIsNotOverruledByACookie() {
        assertRefused(bearer("garbage")
                .cookie(PresentedToken.COOKIE, As.issued(Role.NURSE).token()));
    }

    @Test
    void healthNeedsNoTokenAndMindsNoWrongOne() {
        bearer("garbage").get("/q/health/live").then().statusCode(200);
        bearer("garbage").get("/q/health/ready").then().statusCode(200);
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static void assertRefused(RequestSpecification request) {
        request.get("/v1/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("status", equalTo(401));
    }
}
