package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static health.vigil.fhir.Resources.component;
import static health.vigil.fhir.Resources.observation;
import static health.vigil.fhir.Resources.quantity;
import static org.assertj.core.api.Assertions.assertThatCode;

/// Reading any body returns a value. `-Dvigil.seed=...` repeats a failure.
class FhirFuzzTest {
    private static final int ROUNDS = 2_000;
    private static final FhirReader READER = new FhirReader(Resources.SENDER, Resources.SYSTEMS);
    private static final BundleReader BUNDLES = new BundleReader(READER, 100);
    private static final List<String> FRAGMENTS = List.of(
            "null",
            "true",
            "-0",
            "1e99999",
            "\"\"",
            "\"#\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"value\": 1}",
            "\"2026-99-99T99:99:99Z\"",
            "{\"reference\": \"#\"}",
            "{\"coding\": [{\"system\": \"http://loinc.org\", \"code\": \"8310-5\"}]}");

    private final long seed = Long.getLong("vigil.seed", 1);
    private final Random random = new Random(seed);

    private static List<ObjectNode> resources() {
        var value = "'valueQuantity': " + quantity("38", "Cel");
        return List.of(
                observation("8310-5", value),
                observation("85354-9", "'component': [" + component("8480-6", value) + "]"),
                observation("ice", "'valueInteger': 7"),
                observation("1988-5", value + ", 'referenceRange': [{'low': " + quantity("1", "mg/L") + "}]"),
                Resources.json("{'resourceType': 'MedicationAdministration', 'status': 'completed', 'subject': "
                        + "{'reference': 'Patient/p'}, 'medicationCodeableConcept': {'coding': [{'system': "
                        + "'http://www.whocc.no/atc', 'code': 'C01CA03'}]}, 'effectivePeriod': {'start': "
                        + "'2026-03-02T10:00:00Z'}, 'dosage': {'rateQuantity': {'value': 1, 'code': 'ug/min'}}}"),
                Resources.json("{'resourceType': 'Patient', 'identifier': [{'system': 'urn:mrn', 'value': 'p'}]}"),
                Resources.json("{'resourceType': 'Bundle', 'type': 'batch', 'entry': [{'request': {'method': 'POST', "
                        + "'url': 'Observation'}, 'resource': " + observation("8310-5", value) + "}]}"));
    }

    @Test
    void bodiesWithBytesChangedAreReadOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = body().getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(bytes);
        }
    }

    @Test
    void bodiesWithValuesChangedAreReadOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var values = body().split("(?<=:)", -1);
            values[random.nextInt(values.length - 1) + 1] =
                    FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + ", \"x" + round + "\":";
            read(String.join("", values).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String body() {
        var resources = resources();
        return resources.get(random.nextInt(resources.size())).toString();
    }

    private void read(byte[] bytes) {
        assertThatCode(() -> {
                    if (FhirBody.read(bytes) instanceof FhirBody.OfResource(var resource)) {
                        READER.read(ResourceWrite.created(resource));
                        BUNDLES.read(resource);
                    }
                })
                .as("seed %d, body %s", seed, new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotThrowAnyException();
    }
}
