package health.vigil.stream;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.grading.Baseline;
import health.vigil.grading.BirthDate;
import health.vigil.history.FactsCorrection;
import health.vigil.history.FurtherInfusion;
import health.vigil.intake.Samples;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// During a rolling upgrade, monitors of the last release read what this release's ingest writes, and the
/// other way round. The topic also keeps records of the last release for weeks.
class LastReleaseTest {
    /// A record of each kind with all its fields. After a release, `VIGIL_GOLDEN=write` in the environment
    /// rewrites it.
    private static final Path LAST_RELEASE = Path.of("src/test/resources/stream-of-the-last-release.ndjson");

    /// New fields that the last release cannot read; empty this when the file above is rewritten.
    private static final Set<String> NEW = Set.of(
            "attribution/enteredForWards",
            "baseline-changed/parts",
            "crs-course/action",
            "crs-course/effectiveAt",
            "crs-course/enteredBy",
            "crs-course/enteredByRole",
            "crs-course/enteredForWards",
            "crs-course/enteredFrom",
            "crs-course/id",
            "crs-course/kind",
            "crs-course/note",
            "crs-course/patientId",
            "crs-course/receivedAt",
            "crs-course/releasedFrom",
            "crs-course/resolvedPatientId",
            "culture/effectiveAt",
            "culture/enteredBy",
            "culture/enteredByRole",
            "culture/enteredForWards",
            "culture/enteredFrom",
            "culture/id",
            "culture/kind",
            "culture/organism",
            "culture/patientId",
            "culture/receivedAt",
            "culture/releasedFrom",
            "culture/resolvedPatientId",
            "culture/result",
            "culture/specimen",
            "death/enteredForWards",
            "disease-event/effectiveAt",
            "disease-event/enteredBy",
            "disease-event/enteredByRole",
            "disease-event/enteredForWards",
            "disease-event/enteredFrom",
            "disease-event/id",
            "disease-event/kind",
            "disease-event/patientId",
            "disease-event/receivedAt",
            "disease-event/releasedFrom",
            "disease-event/resolvedPatientId",
            "disease-event/what",
            "episode-corrected/enteredBy",
            "episode-corrected/episodeId",
            "episode-corrected/facts",
            "episode-corrected/facts/birthDate",
            "episode-corrected/facts/infusedAt",
            "episode-corrected/facts/name",
            "episode-corrected/facts/product",
            "episode-corrected/facts/sex",
            "episode-corrected/facts/weight",
            "episode-corrected/id",
            "episode-corrected/infusion",
            "episode-corrected/infusion/at",
            "episode-corrected/infusion/note",
            "episode-corrected/infusion/product",
            "episode-corrected/kind",
            "episode-corrected/patientId",
            "episode-corrected/reason",
            "episode-corrected/receivedAt",
            "episode-voided/episodeId",
            "episode-voided/kind",
            "episode-voided/patientId",
            "fluid-bolus/enteredForWards",
            "grade-confirmation/by",
            "grade-confirmation/course",
            "grade-confirmation/effectiveAt",
            "grade-confirmation/enteredBy",
            "grade-confirmation/enteredByRole",
            "grade-confirmation/enteredForWards",
            "grade-confirmation/enteredFrom",
            "grade-confirmation/grade",
            "grade-confirmation/id",
            "grade-confirmation/kind",
            "grade-confirmation/note",
            "grade-confirmation/patientId",
            "grade-confirmation/receivedAt",
            "grade-confirmation/releasedFrom",
            "grade-confirmation/resolvedPatientId",
            "grade-confirmation/syndrome",
            "home-check/confusion",
            "home-check/drowsiness",
            "home-check/effectiveAt",
            "home-check/enteredBy",
            "home-check/enteredByRole",
            "home-check/enteredForWards",
            "home-check/enteredFrom",
            "home-check/handwritingImage",
            "home-check/id",
            "home-check/kind",
            "home-check/patientId",
            "home-check/receivedAt",
            "home-check/releasedFrom",
            "home-check/resolvedPatientId",
            "home-check/shaking",
            "home-check/speech",
            "home-check/writing",
            "lab-result/enteredForWards",
            "medication/drugName",
            "medication/enteredForWards",
            "medication/indication",
            "neuro-check/enteredForWards",
            "neuro-check/itemsNotDone",
            "neuro-check/notDone",
            "neuro-check/notDoneReason",
            "neuro-finding/enteredForWards",
            "oxygen-therapy/deviceName",
            "oxygen-therapy/enteredForWards",
            "retraction/enteredForWards",
            "retraction/sender",
            "seizure/enteredForWards",
            "syndrome-assessment/basis",
            "syndrome-assessment/effectiveAt",
            "syndrome-assessment/enteredBy",
            "syndrome-assessment/enteredByRole",
            "syndrome-assessment/enteredForWards",
            "syndrome-assessment/enteredFrom",
            "syndrome-assessment/grade",
            "syndrome-assessment/id",
            "syndrome-assessment/kind",
            "syndrome-assessment/patientId",
            "syndrome-assessment/present",
            "syndrome-assessment/receivedAt",
            "syndrome-assessment/releasedFrom",
            "syndrome-assessment/resolvedPatientId",
            "syndrome-assessment/syndrome",
            "transfusion/effectiveAt",
            "transfusion/enteredBy",
            "transfusion/enteredByRole",
            "transfusion/enteredForWards",
            "transfusion/enteredFrom",
            "transfusion/id",
            "transfusion/kind",
            "transfusion/patientId",
            "transfusion/product",
            "transfusion/reason",
            "transfusion/receivedAt",
            "transfusion/releasedFrom",
            "transfusion/resolvedPatientId",
            "transfusion/units",
            "vasopressor/agentName",
            "vasopressor/enteredForWards",
            "vasopressor/infusionId",
            "vital-signs/device",
            "vital-signs/enteredForWards",
            "vital-signs/setting",
            "weight/effectiveAt",
            "weight/enteredBy",
            "weight/enteredByRole",
            "weight/enteredForWards",
            "weight/enteredFrom",
            "weight/id",
            "weight/kg",
            "weight/kind",
            "weight/patientId",
            "weight/receivedAt",
            "weight/releasedFrom",
            "weight/resolvedPatientId");

    private static final UUID SOME_ID = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private static List<String> lastRelease() throws IOException {
        if ("write".equals(System.getenv("VIGIL_GOLDEN"))) {
            Files.write(LAST_RELEASE, thisRelease());
        }
        return Files.readAllLines(LAST_RELEASE);
    }

    private static List<String> thisRelease() {
        return Stream.concat(
                        Arrays.stream(Kind.values()).map(LastReleaseTest::observed),
                        Stream.of(baseline(), admission(), correction(), voided()))
                .map(StreamWriter::write)
                .toList();
    }

    private static StreamRecord observed(Kind kind) {
        var submission =
                Samples.accepted(Samples.message(kind, Samples.most(kind))).submission();
        var author = new Author("nurse", Optional.of("nurse"), Optional.of("10.20.0.7"), Optional.of(Set.of("north")));
        var release = new Release(SOME_ID, Optional.of(new PatientId("p-1")));
        return new StreamRecord.Observed(submission, Samples.NOW, Optional.of(author), Optional.of(release));
    }

    private static StreamRecord baseline() {
        var number = Optional.of(BigDecimal.TEN);
        var baseline = new Baseline(
                number,
                number,
                Optional.of(new BigDecimal("36.6")),
                Optional.of(new BigDecimal(97)),
                Optional.of(10),
                Optional.of(0),
                number,
                true);
        return new StreamRecord.BaselineChanged(
                SOME_ID, SOME_ID, new PatientId("p-1"), baseline, Optional.of(Set.of("ice")), "nurse", Samples.NOW);
    }

    private static StreamRecord admission() {
        return new StreamRecord.EpisodeAdmitted(SOME_ID, new PatientId("p-1"));
    }

    private static StreamRecord correction() {
        var facts = new FactsCorrection(
                Optional.of("Ada"),
                BirthDate.parse("1957-06"),
                Optional.of("female"),
                Optional.of(new BigDecimal("71.5")),
                Optional.of("axi-cel"),
                Optional.of(Samples.NOW));
        var infusion = new FurtherInfusion(Samples.NOW, Optional.of("axi-cel"), Optional.of("the rest"));
        return new StreamRecord.EpisodeCorrected(
                SOME_ID,
                SOME_ID,
                new PatientId("p-1"),
                facts,
                Optional.of(infusion),
                Optional.of("mistyped"),
                "nurse",
                Samples.NOW);
    }

    private static StreamRecord voided() {
        return new StreamRecord.EpisodeVoided(SOME_ID, new PatientId("p-1"));
    }

    @Test
    void whatIsWrittenNowIsReadAsItWas() {
        assertThat(Stream.of(baseline(), admission(), correction(), voided()))
                .allSatisfy(record -> assertThat(StreamReader.read(
                                StreamWriter.write(record).getBytes(StandardCharsets.UTF_8), Samples.NOW))
                        .isEqualTo(new StreamReading.Legible(record)));
    }

    @Test
    void whatTheLastReleaseWroteIsRead() throws IOException {
        assertThat(lastRelease())
                .allSatisfy(line -> assertThat(StreamReader.read(line.getBytes(StandardCharsets.UTF_8), Samples.NOW))
                        .isInstanceOf(StreamReading.Legible.class));
    }

    /// A monitor quarantines records with unknown fields. So a field is read one release before it is
    /// written; exceptions are listed in {@link #NEW} and in the release notes.
    @Test
    void theLastReleaseKnowsEveryFieldThatIsWrittenNow() throws IOException {
        var unknown = fields(thisRelease());
        unknown.removeAll(fields(lastRelease()));

        assertThat(unknown).containsExactlyInAnyOrderElementsOf(NEW);
    }

    /// The fields, each with the kind of its record.
    private static Set<String> fields(List<String> records) {
        var fields = new TreeSet<String>();
        for (var record : records) {
            var json = Samples.json(record);
            collect(json.path("kind").asText(), json, fields);
        }
        return fields;
    }

    private static void collect(String path, JsonNode json, Set<String> fields) {
        for (Entry<String, JsonNode> field : json.properties()) {
            fields.add(path + "/" + field.getKey());
            collect(path + "/" + field.getKey(), field.getValue(), fields);
        }
    }
}
