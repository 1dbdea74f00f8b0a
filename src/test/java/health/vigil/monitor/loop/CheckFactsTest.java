package health.vigil.monitor.loop;

import health.vigil.alert.Check;
import health.vigil.alert.CheckFacts;
import health.vigil.alert.CheckPart.Bedside;
import health.vigil.alert.NotDone;
import health.vigil.history.Episode;
import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Analyte;
import health.vigil.observation.Kind;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.Episodes;
import health.vigil.store.MonitoredEpisodes;
import health.vigil.store.Observations;
import health.vigil.store.Observations.ObservationEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.now;
import static org.assertj.core.api.Assertions.assertThat;

/// The facts about checks that are read from the database. No monitor runs.
class CheckFactsTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final PatientId patient = newPatient();
    private final Instant now = now();
    private final Instant infused = now.minus(Duration.ofHours(30));
    private UUID episode = UUID.randomUUID();

    @BeforeEach
    void admit() {
        episode = ward.admit(patient, infused);
    }

    private void child() {
        ward.change("update episode set birth_date = (infused_at - interval '6 years')::date where id = ?", episode);
    }

    private Instant insert(long minutesAgo, String kind, String content) {
        return insert(now.minus(Duration.ofMinutes(minutesAgo)), kind, content);
    }

    private Instant insert(Instant at, String kind, String content) {
        var observation = new Observation(
                ObservationIds.of(UUID.randomUUID().toString()),
                patient,
                at,
                at,
                ContentJson.read(Word.of(Kind.class, kind).orElseThrow(), content));
        var entry = new ObservationEntry(
                observation, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        bench.database().execute(sql -> Observations.insert(sql, List.of(entry)));
        return at;
    }

    private CheckFacts facts() {
        return facts(Observations.EVER);
    }

    private CheckFacts facts(Instant knownAt) {
        return Optional.ofNullable(all(knownAt).get(episode)).orElseThrow();
    }

    private Map<UUID, CheckFacts> all(Instant knownAt) {
        return bench.database()
                .read(sql -> MonitoredEpisodes.facts(
                        sql,
                        Episodes.of(sql, Set.of(patient)).getOrDefault(patient, List.<Episode>of()),
                        now,
                        knownAt,
                        ZoneOffset.UTC));
    }

    @Test
    void eachPartOfTheVitalSignsHasItsOwnAge() {
        var warm = insert(200, "vital-signs", "{\"temperature\":36.8,\"spo2\":97}");
        var pressure = insert(100, "vital-signs", "{\"systolic\":118,\"heartRate\":80}");
        insert(5, "vital-signs", "{\"spo2\":97,\"diastolic\":60}");

        assertThat(facts().bedside()).isEqualTo(Map.of(Bedside.TEMPERATURE, warm, Bedside.BLOOD_PRESSURE, pressure));
    }

    @Test
    void whatCannotBeTrueIsNotSeen() {
        var warm = insert(200, "vital-signs", "{\"temperature\":25,\"systolic\":300}");
        insert(100, "vital-signs", "{\"temperature\":24.9,\"systolic\":301,\"meanArterialPressure\":251}");
        insert(90, "vital-signs", "{\"temperature\":45.1,\"systolic\":29.9,\"meanArterialPressure\":19}");

        assertThat(facts().bedside()).isEqualTo(Map.of(Bedside.TEMPERATURE, warm, Bedside.BLOOD_PRESSURE, warm));
    }

    @Test
    void aMeanPressureIsAPressureOfAnAdult() {
        var at = insert(60, "vital-signs", "{\"meanArterialPressure\":80}");

        assertThat(facts().bedside()).isEqualTo(Map.of(Bedside.BLOOD_PRESSURE, at));
        child();
        assertThat(facts().bedside()).isEmpty();
    }

    @Test
    void whatWasTakenBackOrNotYetKnownOrBeforeTheInfusionWasNotDone() {
        insert(40 * 60, "vital-signs", "{\"temperature\":36.8,\"systolic\":120}");
        var kept = insert(60, "vital-signs", "{\"temperature\":36.8}");
        insert(30, "vital-signs", "{\"temperature\":36.9}");

        assertThat(facts(kept).bedside()).isEqualTo(Map.of(Bedside.TEMPERATURE, kept));
        ward.change("update observation set retracted_at = ? where patient_id = ?", now, patient.value());
        assertThat(facts().bedside()).isEmpty();
        assertThat(facts(kept).bedside()).isEqualTo(Map.of(Bedside.TEMPERATURE, kept));
    }

    @Test
    void whoCannotBeTestedWasLookedAt() {
        insert(200, "neuro-check", "{\"ice\":9}");
        var sedated = insert(100, "neuro-check", "{\"notTestable\":[\"ice\"]}");

        assertThat(facts().bedside()).isEqualTo(Map.of(Bedside.ICE, sedated));
    }

    @Test
    void aCheckThatWasNotDoneIsNoCheck() {
        var scored = insert(200, "neuro-check", "{\"ice\":9}");
        insert(150, "neuro-check", "{\"notDone\":[\"ice\"],\"notDoneReason\":\"away\"}");
        var asleep = insert(100, "neuro-check", "{\"notDone\":[\"ice\"],\"notDoneReason\":\"asleep\"}");
        insert(50, "neuro-check", "{\"notDone\":[\"capd\"],\"notDoneReason\":\"refused\"}");

        assertThat(facts().bedside()).isEqualTo(Map.of(Bedside.ICE, scored));
        assertThat(facts().notDone()).contains(new NotDone(NotDoneReason.ASLEEP, asleep));
    }

    @Test
    void anotherToolIsNoCheckOfThePatients() {
        var ice = insert(200, "neuro-check", "{\"ice\":9}");
        var capd = insert(100, "neuro-check", "{\"capd\":4}");
        var awake = insert(50, "neuro-check", "{\"consciousness\":\"awake\"}");

        assertThat(facts().tool()).isEqualTo(Check.ICE);
        assertThat(facts().bedside()).isEqualTo(Map.of(Bedside.ICE, ice, Bedside.CONSCIOUSNESS, awake));
        child();
        assertThat(facts().tool()).isEqualTo(Check.CAPD);
        assertThat(facts().bedside()).isEqualTo(Map.of(Bedside.CAPD, capd, Bedside.CONSCIOUSNESS, awake));
    }

    @Test
    void eachResultHasItsOwnAge() {
        insert(300, "lab-result", "{\"analyte\":\"crp\",\"value\":12,\"unit\":\"mg/L\"}");
        var crp = insert(200, "lab-result", "{\"analyte\":\"crp\",\"value\":14,\"unit\":\"mg/L\"}");
        var ast = insert(100, "lab-result", "{\"analyte\":\"ast\",\"value\":30,\"unit\":\"U/L\"}");

        assertThat(facts().laboratory()).isEqualTo(Map.of(Analyte.CRP, crp, Analyte.AST, ast));
    }

    @Test
    void aBaselineIsOfItsOwnTimeOrOfTheAdmission() {
        assertThat(facts().baselineAt()).isEmpty();
        insert(infused.minus(Duration.ofHours(90)), "neuro-check", "{\"ice\":10}");
        var newest = insert(infused.minus(Duration.ofHours(80)), "neuro-check", "{\"ice\":10}");
        insert(infused.minus(Duration.ofHours(2)), "neuro-check", "{\"notTestable\":[\"ice\"]}");

        assertThat(facts().baselineAt()).contains(newest);
        ward.change("update baseline set content = '{\"ice\": 9}' where episode_id = ?", episode);
        assertThat(facts().baselineAt()).contains(infused);
    }

    @Test
    void theEndOfTheInfusionIsWhereTheJourneyHasIt() {
        assertThat(facts().infusionEndedAt()).isEqualTo(infused);

        journey(infused.plus(Duration.ofMinutes(40)));
        assertThat(facts().infusionEndedAt()).isEqualTo(infused.plus(Duration.ofMinutes(40)));
        journey(infused.minus(Duration.ofMinutes(40)));
        assertThat(facts().infusionEndedAt()).isEqualTo(infused);
    }

    private void journey(Instant ended) {
        ward.change(
                "update episode set journey = jsonb_build_array(jsonb_build_object('phase', 'expansion'),"
                        + " jsonb_build_object('phase', 'infusion', 'endedAt', ?::text)) where id = ?",
                ended.toString(),
                episode);
    }

    @Test
    void aDeathAndTheNextInfusionEndTheChecks() {
        assertThat(facts().endedAt()).isEmpty();
        var death = insert(60, "death", "{\"cause\":\"other\"}");
        assertThat(facts().endedAt()).contains(death);

        ward.change("update episode set status = 'ended' where id = ?", episode);
        var next = ward.admit(patient, now.minus(Duration.ofHours(2)));
        assertThat(facts().endedAt()).contains(now.minus(Duration.ofHours(2)));
        assertThat(all(Observations.EVER)).containsOnlyKeys(episode, next);
    }
}
