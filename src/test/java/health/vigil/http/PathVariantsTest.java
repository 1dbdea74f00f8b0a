package health.vigil.http;

import health.vigil.ServiceTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// No spelling of a protected path works without a token.
@ServiceTest
class PathVariantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts",
                "/v1/accounts;x",
                "/v1;x/accounts",
                "/v1/accounts;x=y/",
                "/v1/accounts/",
                "//v1/accounts",
                "/v1//accounts",
                "/v1/./accounts",
                "/v1/x/../accounts",
                "/v1/x/%2e%2e/accounts",
                "/v1/%2e/accounts",
                "/v1%2Faccounts",
                "/v1%2faccounts",
                "/v1%5Caccounts",
                "/v1/accounts%00",
                "/v1/accounts%20",
                "/v1/accounts%0a",
                "/v1/%61ccounts",
                "/V1/accounts",
                "/v1/accounts?x=%00",
                "/v1/accounts#x",
                "/v1/accounts/..;/accounts",
                "/q/../v1/accounts",
                "/q/health/../../v1/accounts",
                "/v1/%c0%af/accounts",
                "/v1/accounts%zz",
                "/v1/accounts%",
                "/v1/accounts/%ff%fe"
            })
    void noWayOfWritingAPathPassesWithoutAToken(String path) throws IOException {
        var answer = RawHttp.get(path);

        assertThat(RawHttp.status(answer)).as(answer).isIn(400, 401, 404, 405);
        assertThat(answer).doesNotContain("items").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: GET",
                "X-Original-URL: /q/health/live",
                "X-Rewrite-URL: /q/health/live",
                "X-Forwarded-User: admin",
                "X-Forwarded-Prefix: /q",
                "X-Remote-User: admin",
                "Forwarded: for=127.0.0.1;proto=https"
            })
    void noHeaderTakesThePlaceOfAToken(String header) throws IOException {
        assertThat(RawHttp.status(RawHttp.get("/v1/accounts", header))).isEqualTo(401);
    }
}
