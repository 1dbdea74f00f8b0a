package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.EmbeddedTestResource;
import health.vigil.ServiceTest;
import health.vigil.ingest.hl7.MllpPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

/// The tasks of administrators on their page.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class AdministrationPageTest {
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("admin");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void whatIsInQuarantineIsShownAndSettledWithANote() {
        var stranger = TestPatient.stranger();
        stranger.observe("vital-signs", Duration.ofMinutes(1), TestPatient.WELL);

        page.navigate("/admin");
        var held = page.locator("#quarantine li").filter(new Locator.FilterOptions().setHasText(stranger.id()));
        assertThat(held).containsText("The patient has no episode");
        Accessibility.assertNothingFound(page);
        held.getByLabel("Note", new Locator.GetByLabelOptions().setExact(true)).fill("never admitted here");
        held.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard"))
                .click();

        assertThat(held).hasCount(0);
        TestPatient.as("admin")
                .get("/v1/quarantine?state=discarded&patientId=" + stranger.id())
                .then()
                .body("items.note", org.hamcrest.Matchers.contains("never admitted here"));
    }

    /// Sends a message over MLLP, and waits for its answer.
    private void sendHl7(String... segments) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), MllpPort.current())) {
            socket.getOutputStream()
                    .write(("\u000b" + String.join("\r", segments) + "\r\u001c\r").getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(0x0b);
        }
    }

    @Test
    void aSenderIsListedAndItsUnreadableValueIsMarkedInTheMessage() throws IOException {
        var patient = TestPatient.admit("sender-" + UUID.randomUUID(), "1", "Ruth Bader");
        sendHl7(
                "MSH|^~\\&|LAB|H|||20260302100000+0000||ORU^R01|1|P|2.5",
                "PID|1||" + patient.id() + "^^^HOSP^MR",
                "OBR|1||" + patient.id() + "|VITALS|||20260302100000+0000",
                "OBX|1|NM|8310-5^Temperature^LN||39.2|furlong|||||F");
        await().untilAsserted(() -> {
            TestPatient.as("admin")
                    .get("/v1/quarantine?state=open&reason=unmapped&patientId=" + patient.id())
                    .then()
                    .body("items", org.hamcrest.Matchers.hasSize(1));
            TestPatient.as("admin")
                    .get("/v1/senders")
                    .then()
                    .body(
                            "items.find { it.sender == 'lab' && it.format == 'hl7' }.unread",
                            org.hamcrest.Matchers.greaterThan(0));
        });

        page.navigate("/admin");

        var name = page.locator("th").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^lab$")));
        var sender = page.locator("#senders tr")
                .filter(new Locator.FilterOptions().setHas(name).setHasText("HL7"));
        assertThat(sender).hasCount(1);
        assertThat(sender.getByRole(AriaRole.LINK)).hasAttribute("href", "#quarantine-section");
        var held = page.locator("#quarantine li").filter(new Locator.FilterOptions().setHasText(patient.id()));
        assertThat(held).containsText("The message, at OBX[1].6");
        assertThat(held.locator("mark")).hasText("furlong");
        Accessibility.assertNothingFound(page);
    }

    /// The place counts the segments of the whole message, of which a piece holds a part.
    @Test
    void ofSeveralSegmentsOfOneNameNoneIsMarked() throws IOException {
        var patient = TestPatient.admit("sender-" + UUID.randomUUID(), "1", "Ruth Bader");
        sendHl7(
                "MSH|^~\\&|LAB|H|||20260302100000+0000||ORU^R01|1|P|2.5",
                "PID|1||" + patient.id() + "^^^HOSP^MR",
                "OBR|1||" + patient.id() + "|VITALS|||20260302100000+0000",
                "OBX|1|NM|8310-5^Temperature^LN||39.2|Cel|||||F",
                "OBX|2|NM|8310-5^Temperature^LN||36.2|Cel|||||F");
        await().untilAsserted(() -> TestPatient.as("admin")
                .get("/v1/quarantine?state=open&reason=unmapped&patientId=" + patient.id())
                .then()
                .body("items", org.hamcrest.Matchers.hasSize(1)));

        page.navigate("/admin");

        var held = page.locator("#quarantine li").filter(new Locator.FilterOptions().setHasText(patient.id()));
        assertThat(held).containsText("counted in the whole message");
        assertThat(held.locator("mark")).hasCount(0);
    }

    @Test
    void anAccountIsMadeGetsANewPasswordAndIsRevoked() {
        var name = "nurse-" + UUID.randomUUID().toString().substring(0, 8);
        page.navigate("/admin");
        var form = page.locator("form[aria-label='New account']");
        form.getByLabel("Username").fill(name);
        form.locator("[name=role]").selectOption("nurse");
        form.getByLabel("Wards").fill("north");
        press("Add", form);
        assertThat(row(name)).containsText("north");
        assertThat(signIn(name, shownPassword())).isEqualTo(200);
        var first = shownPassword();

        press("New password for " + name, row(name));
        assertThat(page.locator("#result code").first()).not().hasText(first);
        var second = shownPassword();
        press("Revoke " + name, row(name));
        assertThat(row(name)).containsText("Press again to revoke");
        press("Revoke " + name, row(name));

        assertThat(row(name)).containsText("Revoked");
        assertThat(row(name).getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(signIn(name, first)).isEqualTo(401);
        assertThat(signIn(name, second)).isEqualTo(401);
    }

    private Locator row(String name) {
        return page.locator("#accounts tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private String shownPassword() {
        return page.locator("#result code").first().textContent();
    }

    private static int signIn(String name, String password) {
        return given().header("X-Vigil-Request", "test")
                .contentType(JSON)
                .body(Map.of("username", name, "password", password))
                .post("/v1/session")
                .statusCode();
    }

    /// No server listens on the port of this URL.
    @Test
    void whatWasToldToAWebhookIsShownWithWhatBecameOfIt() {
        var patient = TestPatient.admit("hook-" + UUID.randomUUID(), "1", "Ruth Bader");
        var address = "http://%s:9/%s".formatted(EmbeddedTestResource.INNER_HOST, patient.id());
        page.navigate("/admin");
        var form = page.locator("form[aria-label='New webhook']");
        form.getByLabel("Address").fill(address);
        form.getByLabel("Ward").fill(patient.ward());
        press("Add", form);
        assertThat(page.locator("#result code")).containsText("whsec_");
        var webhook = page.locator("#webhooks li").filter(new Locator.FilterOptions().setHasText(address));
        assertThat(webhook).containsText("every priority");

        patient.observe("vital-signs", Duration.ofSeconds(1), Map.of("temperature", 39.2, "systolic", 84));
        await().until(() -> TestPatient.as("admin")
                .get("/v1/webhooks")
                .jsonPath()
                .getList("items.findAll { it.url == '%s' }.id".formatted(address), String.class)
                .stream()
                .anyMatch(AdministrationPageTest::failed));
        webhook.getByText("Deliveries").click();
        assertThat(webhook.locator("tbody")).containsText("Raised");
        assertThat(webhook.locator("tbody .bad").first()).containsText("Waiting, next try");
        Accessibility.assertNothingFound(page);
        press("Remove the webhook " + address, webhook);

        assertThat(webhook).hasCount(0);
        assertThat(page.locator("#result")).containsText("The webhook " + address + " was removed");
    }

    private static boolean failed(String webhook) {
        var told = TestPatient.as("admin").get("/v1/webhooks/" + webhook + "/deliveries");
        return told.jsonPath().getList("items.fault").stream().anyMatch(Objects::nonNull);
    }

    private static void press(String name, Locator in) {
        in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }
}
