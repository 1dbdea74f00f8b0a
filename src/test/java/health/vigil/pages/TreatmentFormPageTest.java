package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// Vasopressors, the site of a temperature, and findings.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class TreatmentFormPageTest {
    private final String ward = "forms-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void aRateIsEnteredInTheUnitOfItsAgentAndToldTheOtherWayRound() {
        var patient = TestPatient.admit(ward, "1", "Ulf von Euler", Map.of("weight", 70));
        page.navigate(patient.page("/check#vasopressor"));

        page.getByLabel("Agent").selectOption("norepinephrine");
        assertThat(page.locator("[name=agent] option:checked")).hasText("Norepinephrine (noradrenaline)");
        assertThat(page.getByText("Weight 70 kg.")).isVisible();
        page.getByLabel("Rate changed").check();
        page.locator("[name=rate]").fill("0,1");
        assertThat(page.locator("#echo"))
                .hasText("To be saved: Norepinephrine, changed, 0.1 µg/kg/min (7 µg/min, at 70 kg), now.");
        page.getByLabel("Unit of the rate").selectOption("mg/h");
        assertThat(page.locator("#echo")).containsText("0.1 mg/h (0.0238 µg/kg/min, 1.67 µg/min, at 70 kg), now.");
        page.getByLabel("Agent").selectOption("vasopressin");
        assertThat(page.locator("[name=rate]")).hasValue("");
        assertThat(page.getByText("Rate, U/min", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.locator("[name=rateUnit] option")).hasText(new String[] {"U/min", "U/h"});
        page.locator("[name=rate]").fill("0.03");
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(newest(patient, "vasopressor").<String, Object>getMap("items[0].rate"))
                .containsEntry("unit", "U/min");
    }

    @Test
    void withoutAWeightTheFormSaysWhatItCannotTell() {
        var patient = TestPatient.admit(ward, "2", "Earl Sutherland");
        page.navigate(patient.page("/check#vasopressor"));

        page.getByLabel("Agent").selectOption("dopamine");
        page.getByLabel("Started").check();
        page.locator("[name=rate]").fill("5");

        assertThat(page.getByText("The weight is not known")).isVisible();
        assertThat(page.locator("#echo")).hasText("To be saved: Dopamine, started, 5 µg/kg/min, now.");
        page.getByLabel("Agent").selectOption("midodrine");
        assertThat(page.locator("[name=rate]")).isHidden();
        assertThat(page.locator("#echo")).hasText("To be saved: Midodrine, started, now.");
    }

    @Test
    void aTemperatureIsSavedWithTheSiteWhereItWasTaken() {
        var patient = TestPatient.admit(ward, "3", "Carl Wunderlich");
        page.navigate(patient.page("/check#vitals"));

        page.getByLabel("Temperature, °C").fill("37.6");
        page.getByLabel("Temperature taken where").selectOption("axillary");
        assertThat(page.locator("#echo")).hasText("To be saved: T 37.6 °C (axillary), now.");
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(newest(patient, "vital-signs").getString("items[0].temperatureSite"))
                .isEqualTo("axillary");
    }

    @Test
    void findingsSayWhetherTheyRaiseIcansAndAHaemorrhageIsNotAskedToBeGone() {
        var patient = TestPatient.admit(ward, "4", "Charles Bell");
        page.navigate(patient.page("/check#finding"));
        assertThat(page.locator("optgroup[label='Raises ICANS'] option")).hasCount(7);
        assertThat(page.locator("optgroup[label='Does not, but tell'] [value=facial-palsy]"))
                .hasCount(1);
        Accessibility.assertNothingFound(page);

        page.locator("[name=finding]").selectOption("rigidity");
        assertThat(page.getByLabel("Gone")).isVisible();
        page.locator("[name=finding]").selectOption("intracranial-haemorrhage");
        assertThat(page.getByLabel("Gone")).isHidden();
        save();

        assertThat(page.locator("#outcome")).isVisible();
        var found = newest(patient, "neuro-finding");
        assertThat(found.getList("items.finding")).isEqualTo(List.of("intracranial-haemorrhage"));
        assertThat(found.getBoolean("items[0].present")).isTrue();
    }

    private void save() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
    }

    private static JsonPath newest(TestPatient patient, String kind) {
        return as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=" + kind)
                .jsonPath();
    }
}
