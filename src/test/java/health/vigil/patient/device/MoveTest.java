package health.vigil.patient.device;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.store.Database;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/// If a binding is corrected afterwards, the readings that were applied in between move.
@ServiceTest
class MoveTest {
    private static final int ORDERS = 12;
    private static final int SLOTS = 10;

    @Inject
    Database database;

    private final Device monitor = Device.fresh();
    private AdmittedPatient wrong;
    private AdmittedPatient right;
    private Instant start;

    @BeforeEach
    void admit() {
        wrong = AdmittedPatient.daysAgo(3);
        right = AdmittedPatient.daysAgo(3);
        start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant ago(int minutes) {
        return start.minus(minutes, ChronoUnit.MINUTES);
    }

    private Set<String> chart(AdmittedPatient patient) {
        return Set.copyOf(database.read(sql -> sql.list(
                "select id from observation where patient_id = ? and retracted_at is null",
                row -> row.text("id"),
                patient.patientId())));
    }

    private Set<String> waiting() {
        return Set.copyOf(database.read(sql -> sql.list(
                "select observation_id from quarantine where device_id = ? and state = 'open'",
                row -> row.text("observation_id"),
                monitor.id())));
    }

    /// Field case 8.
    @Test
    void aBindingCorrectedAfterwardsMovesTheReadingsAndTellsBothWards() {
        monitor.bind(wrong, ago(2400)).statusCode(200);
        var early = monitor.post(ago(90), Device.SEVERE);
        var moved = List.of(
                monitor.post(ago(50), Device.SEVERE),
                monitor.post(ago(40), Device.SEVERE),
                monitor.post(ago(30), Device.SEVERE));
        moved.forEach(id -> Device.awaitOwner(id, wrong));
        await().untilAsserted(() -> assertThat(Device.crs(wrong)).isEqualTo(2));
        var before = Instant.now();

        monitor.bind(right, ago(60)).statusCode(200);
        var late = monitor.post(ago(35), Device.SEVERE);

        moved.forEach(id -> Device.awaitOwner(id, right));
        Device.awaitOwner(late, right);
        assertThat(chart(wrong)).containsExactly(early);
        assertThat(chart(right)).hasSize(4);
        await().untilAsserted(() -> assertThat(Device.crs(right)).isEqualTo(2));
        assertAlerted(wrong, "3 readings of " + monitor.id(), right);
        assertAlerted(right, "3 readings of " + monitor.id(), wrong);
        assertThat(crsKnownAt(wrong, before)).isEqualTo(2);
        assertThat(crsKnownAt(right, before)).isNull();
    }

    private static @Nullable Integer crsKnownAt(AdmittedPatient patient, Instant knownAt) {
        return As.role(Role.NURSE)
                .get(
                        "/v1/patients/{id}/grade?at={at}&knownAt={at}",
                        patient.patientId(),
                        knownAt.toString(),
                        knownAt.toString())
                .path("crs.grade");
    }

    private static void assertAlerted(AdmittedPatient patient, String words, AdmittedPatient other) {
        await().untilAsserted(() -> Device.alerts(patient)
                .body("items.findAll { it.type == 'device-binding' }.detail", hasItem(containsString(words)))
                .body("items.detail", not(hasItem(containsString(other.patientId())))));
    }

    /// A correction made in the wrong chart moves to the right one.
    @Test
    void aCorrectionMovesWithWhatItSays() {
        monitor.bind(wrong, ago(120)).statusCode(200);
        var first = monitor.post(ago(30), Device.SEVERE);
        Device.awaitOwner(first, wrong);
        var corrected = "o-" + UUID.randomUUID();
        monitor.post(corrected, ago(30), Map.of("temperature", 39.5, "systolic", 82, "corrects", first));
        Device.awaitOwner(corrected, wrong);

        monitor.bind(right, ago(60)).statusCode(200);

        Device.awaitOwner(corrected, right);
        assertThat(chart(wrong)).isEmpty();
        assertThat(chart(right)).containsExactly(corrected);
        await().untilAsserted(() -> assertThat(Device.crs(right)).isEqualTo(2));
        monitor.bind(wrong, ago(60)).statusCode(200);
        Device.awaitOwner(corrected, wrong);
        assertThat(chart(wrong)).containsExactly(corrected);
    }

    @Test
    void readingsThatAreMovedAreNoClockThatIsLate() {
        monitor.bind(wrong, ago(60)).statusCode(200);
        var moved = new ArrayList<String>();
        for (int second = 0; second < 15; second++) {
            moved.add(monitor.post(ago(30).plusSeconds(second), Device.SEVERE));
            monitor.post(Instant.now(), Device.SEVERE);
        }
        Device.awaitOwner(moved.getLast(), wrong);

        monitor.bind(right, ago(60)).statusCode(200);
        moved.forEach(id -> Device.awaitOwner(id, right));

        Device.alerts(right).body("items.type", not(hasItem("device-unused")));
    }

    /// Unbound from an hour ago on, and then bound to the other patient from then on.
    @Test
    void whatIsUnboundWaitsAndGoesToWhomItIsBoundThen() {
        monitor.bind(wrong, ago(120)).statusCode(200);
        var reading = monitor.post(ago(30), Device.SEVERE);
        Device.awaitOwner(reading, wrong);

        monitor.unbind(ago(60)).statusCode(204);
        Device.awaitUnbound(reading);
        assertThat(chart(wrong)).isEmpty();

        monitor.bind(right, ago(60)).statusCode(200);
        Device.awaitOwner(reading, right);
        assertThat(waiting()).isEmpty();
        monitor.post(reading, ago(30), Device.SEVERE);
        assertThat(chart(right)).containsExactly(reading);
    }

    /// For any order of changes and arrivals, each chart holds exactly the readings of its patient.
    @Test
    void theChartIsTheSetOfWhatIsTheirsInEveryOrder() {
        for (int seed = 0; seed < ORDERS; seed++) {
            admit();
            var device = Device.fresh();
            new Order(device, new Random(seed)).play(seed);
        }
    }

    private final class Order {
        private final Device device;
        private final Random random;
        private final List<Optional<AdmittedPatient>> bound =
                new ArrayList<>(Collections.nCopies(SLOTS, Optional.empty()));

        Order(Device device, Random random) {
            this.device = device;
            this.random = random;
        }

        void play(int seed) {
            for (int step = 0; step < 12; step++) {
                act();
            }
            for (int slot = 0; slot < SLOTS; slot++) {
                post(slot);
            }
            await().untilAsserted(() -> {
                assertThat(chart(wrong)).as("seed " + seed).isEqualTo(theirs(wrong));
                assertThat(chart(right)).as("seed " + seed).isEqualTo(theirs(right));
            });
        }

        private void act() {
            var slot = random.nextInt(SLOTS);
            switch (random.nextInt(5)) {
                case 0 -> bind(wrong, slot);
                case 1 -> bind(right, slot);
                case 2 -> unbind(slot);
                default -> post(slot);
            }
        }

        private void bind(AdmittedPatient patient, int slot) {
            device.bind(patient, border(slot)).statusCode(200);
            set(Optional.of(patient), slot);
        }

        private void unbind(int slot) {
            if (bound.getLast().isPresent()) {
                device.unbind(border(slot)).statusCode(204);
                set(Optional.empty(), slot);
            }
        }

        private void set(Optional<AdmittedPatient> patient, int slot) {
            for (int later = slot; later < SLOTS; later++) {
                bound.set(later, patient);
            }
        }

        private Instant border(int slot) {
            return ago(10 * (SLOTS - slot));
        }

        private void post(int slot) {
            var id = device.id() + "-" + slot;
            device.post(id, border(slot).plusSeconds(60), Device.SEVERE);
        }

        private Set<String> theirs(AdmittedPatient patient) {
            var theirs = new TreeSet<String>();
            for (int slot = 0; slot < SLOTS; slot++) {
                if (bound.get(slot).equals(Optional.of(patient))) {
                    theirs.add(device.id() + "-" + slot);
                }
            }
            return theirs;
        }
    }
}
