package health.vigil.patient.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.Request;
import health.vigil.journey.CheckFinding;
import health.vigil.journey.CheckState;
import health.vigil.journey.EntryKind;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.JourneyCheck;
import health.vigil.journey.JourneyChecks;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.JourneyState;
import health.vigil.journey.ProductJourney;
import health.vigil.journey.Readiness;
import health.vigil.journey.RecordedInfusion;
import health.vigil.journey.StateRules;
import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.patient.journey.JourneyReader.UnreadableJourney;
import health.vigil.simulation.JourneyScript;
import health.vigil.simulation.JourneyScript.ScriptedRequest;
import health.vigil.store.StoredEntry;
import health.vigil.store.StoredJourney;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The demo's journey passes every rule on its way from the referral to the infusion.
class ScriptedJourneyTest {
    private static final UUID ID = new UUID(0, 1);
    private static final PatientId PATIENT = new PatientId(JourneyScript.PATIENT);

    private final Instant start = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    private final List<StoredEntry> entries = new ArrayList<>();
    private final List<ProductJourney> infused = new ArrayList<>();

    private ProductJourney journey() {
        var row = new StoredJourney(
                ID, PATIENT, PATIENT, "Demo", StoredJourney.NO_DATE, Optional.empty(), start, "coordinator");
        return switch (JourneyReader.listed(row, entries, Numbers.of(PATIENT), List.of())) {
            case ReadJourney read -> read.journey();
            case UnreadableJourney(var _, var reason) -> throw new AssertionError(reason);
        };
    }

    private void add(EntryKind kind, ScriptedRequest request, Instant at, ObjectNode content) {
        var stamp = new EntryStamp(at, at, request.account());
        entries.add(new StoredEntry(
                UUID.randomUUID(), ID, Optional.of(kind), stamp, Optional.empty(), JsonText.of(content)));
    }

    private void play(ScriptedRequest request) {
        var body = JsonColumn.object(request.body());
        switch (request.path()) {
            case "/v1/journeys" -> {
                var referredAt = Instant.parse(body.remove("referredAt").asText());
                add(EntryKind.FACTS, request, referredAt, body);
                add(EntryKind.STATE, request, referredAt, JsonText.object().put("to", "referred"));
            }
            case "/v1/journeys/{journey}" -> change(request, body);
            case "/v1/journeys/{journey}/custody" -> add(EntryKind.CUSTODY, request, request.at(), body);
            case "/v1/journeys/{journey}/identity" -> add(EntryKind.IDENTITY, request, request.at(), body);
            case "/v1/journeys/{journey}/readiness" -> add(EntryKind.READINESS, request, request.at(), body);
            case "/v1/journeys/{journey}/infusion" -> infuse(request, body);
            case "/v1/devices/{device}/binding" -> assertThat(infused).hasSize(1);
            default -> throw new AssertionError("Not expected: " + request.path());
        }
    }

    private void change(ScriptedRequest request, ObjectNode body) {
        if (body.get("facts") instanceof ObjectNode facts) {
            add(EntryKind.FACTS, request, request.at(), facts);
        }
        if (infused.isEmpty() && body.get("state") instanceof ObjectNode state) {
            var step = Request.read(state, StateRequest::read);
            var change = step.change(new EntryStamp(request.at(), request.at(), request.account()));
            assertThat(step.at()).contains(request.at());
            assertThat(StateRules.refusal(journey(), change, JourneyPolicy.DEFAULT))
                    .as(step.to().word())
                    .isEmpty();
            add(
                    EntryKind.STATE,
                    request,
                    request.at(),
                    JsonText.object().put("to", step.to().word()));
        }
    }

    private void infuse(ScriptedRequest request, ObjectNode body) {
        var infusion = Request.read(body, InfusionRequest::read).infusion();
        var stamp = new EntryStamp(infusion.startedAt(), request.at(), request.account());
        var before = journey();
        var proposed = before.with(new RecordedInfusion(infusion, ID, List.of(), true, stamp));

        assertThat(StateRules.refusal(before, proposed, JourneyPolicy.DEFAULT)).isEmpty();
        assertThat(infusion.startedAt()).isEqualTo(request.at());
        infused.add(proposed);
    }

    private ProductJourney played() {
        JourneyScript.of(start).forEach(this::play);
        return infused.getFirst();
    }

    @Test
    void theCoordinatorsStepsLeadFromTheReferralToReady() {
        played();

        assertThat(journey().states().stream().map(step -> step.state()))
                .containsExactly(
                        JourneyState.REFERRED,
                        JourneyState.ACCEPTED,
                        JourneyState.COLLECTION_PLANNED,
                        JourneyState.COLLECTED,
                        JourneyState.IN_MANUFACTURE,
                        JourneyState.RELEASED,
                        JourneyState.DELIVERED,
                        JourneyState.LYMPHODEPLETION,
                        JourneyState.READY);
    }

    /// No hospital has a range of doses for a simulated product.
    @Test
    void everyCheckButTheDoseIsGreenAtTheInfusion() {
        var journey = played();

        assertThat(JourneyChecks.of(journey, JourneyPolicy.DEFAULT, start))
                .filteredOn(finding -> finding.check() != JourneyCheck.DOSE)
                .extracting(CheckFinding::state)
                .containsOnly(CheckState.GREEN);
        assertThat(Readiness.of(journey, JourneyPolicy.DEFAULT, journey.judgedAt(start))
                        .complete())
                .isTrue();
    }

    @Test
    void thePremedicationIsCharted() {
        var journey = played();
        var infusion = journey.infusion().orElseThrow().infusion();

        assertThat(GivenPremedication.of(journey, infusion, new Sender("nurse")))
                .filteredOn(dose -> dose.effectiveAt().isBefore(infusion.startedAt()))
                .extracting(dose -> dose.content())
                .contains(new Medication(
                        Drug.ACETAMINOPHEN, Optional.empty(), Optional.empty(), Optional.of(Indication.PREMEDICATION)));
    }
}
