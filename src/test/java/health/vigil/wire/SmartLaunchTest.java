package health.vigil.wire;

import health.vigil.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The launch of the pages from the EHR, step by step.
@ServiceTest
@TestProfile(HospitalProfile.class)
@SuppressWarnings("NullAway.Init")
class SmartLaunchTest {
    private static final String COOKIE = "__Host-vigil-launch";

    @TestHTTPResource(value = "/", tls = true)
    URI https;

    private final HospitalCertificates papers =
            new HospitalCertificates(Path.of(System.getProperty(HospitalResource.FOLDER)));

    private Browser browser;

    @BeforeEach
    void openABrowser() throws IOException, GeneralSecurityException {
        browser = new Browser(papers);
    }

    @AfterEach
    void closeIt() {
        browser.close();
    }

    private static String issuer() {
        return ConfigProvider.getConfig().getValue("vigil.smart.ehr.issuer", String.class);
    }

    private HttpResponse<String> launch(String issuer, String more) throws IOException, InterruptedException {
        var address = "smart/launch?iss=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8) + more;
        return browser.open(https.resolve(address));
    }

    /// The EHR sends the browser back to the public address; the test opens the same path here.
    private URI comeBack(String more) throws IOException, InterruptedException {
        var there = Browser.next(launch(issuer(), "&launch=chart-1"));
        var back = Browser.next(browser.open(URI.create(there + more)));
        return https.resolve("smart/answer?" + back.getRawQuery());
    }

    @Test
    void theBrowserIsSentToTheEhrWithPkceStateNonceAndTheAudience() throws Exception {
        var answer = launch(issuer(), "&launch=chart%26aud%3Devil");

        var asked = AuthorizationGrants.parameters(Browser.next(answer).getRawQuery());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.next(answer).toString()).startsWith(issuer() + "/authorize?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", LaunchGrants.CLIENT)
                .containsEntry("aud", issuer())
                .containsEntry("launch", "chart&aud=evil")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", EhrKeys.BASE + "/smart/answer")
                .containsEntry("scope", "launch openid fhirUser patient/Patient.rs")
                .containsKeys("code_challenge", "state", "nonce");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .contains(COOKIE, "HttpOnly", "Secure", "Path=/", "Max-Age=300", "SameSite=Lax"));
    }

    @Test
    void aLaunchOpensThePageOfThePatientAndSignsNobodyIn() throws Exception {
        var number = "p-" + UUID.randomUUID();

        var answer = browser.open(comeBack("&number=" + number));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.next(answer)).isEqualTo(https.resolve("patients/" + number));
        assertThat(browser.cookie(COOKIE)).isEmpty();
        assertThat(browser.cookie("vigil-session")).isEmpty();
        assertThat(browser.open(https.resolve("v1/session")).statusCode()).isEqualTo(401);
    }

    /// Nothing is fetched from an address in a request.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.elsewhere.example",
                "http://169.254.169.254/",
                "",
                "https://localhost",
                "file:///etc"
            })
    void onlyAConfiguredEhrMayLaunch(String issuer) throws Exception {
        var answer = launch(issuer, "&launch=1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(launch(issuer() + "/", "&launch=1").statusCode()).isEqualTo(400);
    }

    @Test
    void aLaunchNeedsItsToken() throws Exception {
        assertThat(launch(issuer(), "").statusCode()).isEqualTo(400);
        assertThat(launch(issuer(), "&launch=").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&other-nonce=mine", "&audience=another-client", "&issuer=https%3A%2F%2Fehr.elsewhere.example"})
    void tokensForSomethingElseAreRefused(String spoilt) throws Exception {
        assertThat(browser.open(comeBack(spoilt)).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherStateOrBrowserIsRefused() throws Exception {
        var back = comeBack("") + "";

        assertThat(browser.open(URI.create(back.replaceFirst("state=.{8}", "state=00000000")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.open(URI.create(back.replaceFirst("&state=.*", ""))).statusCode())
                .isEqualTo(401);
        try (var foreign = new Browser(papers)) {
            assertThat(foreign.open(URI.create(back)).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&other-patient=..%2F..%2Fadmin", "&other-patient="})
    void aPatientThatIsNoIdIsNotAskedFor(String other) throws Exception {
        assertThat(browser.open(comeBack(other)).statusCode()).isEqualTo(400);
    }

    /// A number from outside becomes no other address.
    @ParameterizedTest
    @ValueSource(strings = {"%2F%2Fevil.example", "a%2Fb", "a%3Fb"})
    void aNumberThatIsNoneOpensNothing(String number) throws Exception {
        var answer = browser.open(comeBack("&number=" + number));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void nobodyIsSentToAnAddressThatSomebodyGave() throws Exception {
        var begun = launch(issuer(), "&launch=1&redirect_uri=https%3A%2F%2Fevil.example");
        assertThat(begun.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");

        var done = browser.open(URI.create(comeBack("&number=p-7") + "&next=https%3A%2F%2Fevil.example"));

        assertThat(Browser.next(done)).isEqualTo(https.resolve("patients/p-7"));
    }
}
