package health.vigil.monitor.loop;

import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.history.Episode;
import health.vigil.history.FactsCorrection;
import health.vigil.observation.PatientId;
import health.vigil.store.Episodes;
import health.vigil.store.PatientMerges;
import health.vigil.store.PatientMerges.MergeDecision;
import health.vigil.stream.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// Admissions, discharges, corrections, bindings, merges and their reversals, with observations in any order.
/// Each patient's chart contains exactly the patient's observations, and the recorded history equals a fold
/// from the beginning.
@ExtendWith(OneMonitor.class)
class NumberOrdersTest {
    private static final int ORDERS = 12;
    private static final int STEPS = 26;
    private static final int NUMBERS = 3;
    private static final Duration SPAN = Duration.ofHours(100);

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();

    /// A simple model of the truth.
    private final class World {
        final Random random;
        final Instant begin = MonitoredWard.now().minus(SPAN);
        final List<PatientId> numbers = new ArrayList<>();
        final Map<PatientId, UUID> active = new HashMap<>();
        final Map<PatientId, UUID> merged = new LinkedHashMap<>();
        final Map<String, PatientId> sent = new LinkedHashMap<>();
        final Map<String, Instant> readings = new LinkedHashMap<>();
        final String device = "mon-" + UUID.randomUUID();
        final List<Instant> known = new ArrayList<>();
        final List<Set<PatientId>> joined = new ArrayList<>();
        int seconds;

        World(long seed) {
            random = new Random(seed);
            for (int i = 0; i < NUMBERS; i++) {
                numbers.add(MonitoredWard.newPatient());
            }
        }

        PatientId number() {
            return numbers.get(random.nextInt(NUMBERS));
        }

        /// Unique times.
        Instant time() {
            return begin.plus(random.nextInt((int) SPAN.toHours() - 2), ChronoUnit.HOURS)
                    .plusSeconds(++seconds);
        }

        /// The numbers of the same patient.
        Set<PatientId> group(PatientId number) {
            var standing = numbers.getFirst();
            var one = merged.containsKey(number) || (number.equals(standing) && !merged.isEmpty());
            var group = new TreeSet<PatientId>((a, b) -> a.value().compareTo(b.value()));
            group.add(number);
            if (one) {
                group.add(standing);
                group.addAll(merged.keySet());
            }
            return group;
        }

        void step() {
            switch (random.nextInt(9)) {
                case 0, 1 -> admit(number());
                case 2 -> discharge(number());
                case 3 -> correct(number());
                case 4 -> bind(number());
                case 5 -> merge();
                case 6 -> takeBack();
                default -> observe();
            }
        }

        void admit(PatientId number) {
            if (group(number).stream().anyMatch(active::containsKey)) {
                return;
            }
            var id = ward.admit(number, time());
            ward.change("update episode set admitted_at = ? where id = ?", time(), id);
            active.put(number, id);
        }

        void discharge(PatientId number) {
            Optional.ofNullable(active.remove(number)).ifPresent(id -> {
                ward.change(
                        "update episode set status = 'ended', ended_at = greatest(infused_at, admitted_at) + ? * interval '1 hour'"
                                + " where id = ?",
                        1 + random.nextInt(20),
                        id);
                ward.send(new StreamRecord.EpisodeAdmitted(id, number));
            });
        }

        void correct(PatientId number) {
            Optional.ofNullable(active.get(number))
                    .ifPresent(id -> ward.send(new StreamRecord.EpisodeCorrected(
                            UUID.randomUUID(),
                            id,
                            number,
                            infusedAt(time()),
                            Optional.empty(),
                            Optional.of("typed wrong"),
                            "nurse",
                            Instant.now())));
        }

        /// From the beginning, whoever had it before.
        void bind(PatientId number) {
            ward.change("delete from device_binding where device_id = ?", device);
            ward.change(
                    "insert into device_binding (id, device_id, patient_id, valid, bound_by)"
                            + " values (?, ?, ?, tstzrange(?, null), 'nurse')",
                    UUID.randomUUID(),
                    device,
                    number.value(),
                    begin);
            var change = UUID.randomUUID();
            numbers.forEach(each -> ward.send(new StreamRecord.DeviceRebound(
                    change, new health.vigil.observation.DeviceId(device), each, begin)));
            bound = Optional.of(number);
        }

        Optional<PatientId> bound = Optional.empty();

        void observe() {
            var id = "o-" + UUID.randomUUID();
            var at = time();
            var values = random.nextBoolean()
                    ? "\"temperature\":39.2,\"systolic\":80"
                    : "\"temperature\":36.8,\"systolic\":120";
            if (random.nextInt(3) == 0) {
                readings.put(id, at);
                ward.send(
                        device,
                        "{\"id\":\"%s\",\"deviceId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"vital-signs\",%s}"
                                .formatted(id, device, at, values)
                                .getBytes(StandardCharsets.UTF_8));
                return;
            }
            var number = number();
            sent.put(id, number);
            var key = numbers.get(random.nextInt(NUMBERS));
            ward.send(
                    random.nextBoolean() ? key.value() : number.value(),
                    MonitoredWard.observation(id, number, at, "vital-signs", values)
                            .getBytes(StandardCharsets.UTF_8));
        }

        void merge() {
            var old = numbers.get(1 + random.nextInt(NUMBERS - 1));
            var into = numbers.getFirst();
            var watched = group(into).stream().filter(active::containsKey).count() + (active.containsKey(old) ? 1 : 0);
            if (merged.containsKey(old) || watched > 1) {
                return;
            }
            var id = UUID.randomUUID();
            bench.database()
                    .execute(sql ->
                            PatientMerges.ask(sql, id, old, into, new MergeDecision(Instant.now(), "nurse", "one")));
            ward.send(new StreamRecord.PatientMerged(id, old));
            merged.put(old, id);
            awaitKnown(id, "known_at");
        }

        void takeBack() {
            merged.keySet().stream().findFirst().ifPresent(old -> {
                var id = Optional.ofNullable(merged.remove(old)).orElseThrow();
                bench.database()
                        .execute(
                                sql -> PatientMerges.askEnd(sql, id, new MergeDecision(Instant.now(), "nurse", "two")));
                ward.send(new StreamRecord.PatientMerged(id, numbers.getFirst()));
                awaitKnown(id, "ended_at");
            });
        }

        void awaitKnown(UUID merge, String column) {
            await().untilAsserted(() -> assertThat(
                            ward.count("patient_merge where id = ? and " + column + " is not null", merge))
                    .isOne());
            known.add(ward.databaseTime());
            joined.add(group(numbers.getFirst()));
        }

        /// The ids of a number's observations, whatever it is merged into.
        Set<String> of(PatientId number) {
            var ids = new TreeSet<String>();
            sent.forEach((id, each) -> {
                if (each.equals(number)) {
                    ids.add(id);
                }
            });
            if (bound.equals(Optional.of(number))) {
                ids.addAll(readings.keySet());
            }
            return ids;
        }
    }

    private static FactsCorrection infusedAt(Instant at) {
        return new FactsCorrection(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at));
    }

    @Test
    void eachChartIsTheSetOfWhatIsThePatientsInEveryOrder() {
        for (long seed = 1; seed <= ORDERS; seed++) {
            var world = new World(seed);
            for (int step = 0; step < STEPS; step++) {
                world.step();
            }
            // So that nothing waits for an episode at the end.
            Collections.shuffle(world.numbers.subList(1, NUMBERS), world.random);
            world.numbers.forEach(world::admit);
            var run = "seed " + seed;
            for (var number : world.numbers) {
                var group = world.group(number);
                var episodes = episodes(number);
                assertThat(numbers(episodes)).as(run).isEqualTo(group);
                var expected = group.stream()
                        .flatMap(each -> world.of(each).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
                await().untilAsserted(() ->
                        assertThat(charts(group, episodes(number))).as(run).isEqualTo(expected));
                awaitIdle();
                toldIsWhatAFoldTells(run, number);
            }
            for (int i = 0; i < world.known.size(); i++) {
                var then = episodes(world.numbers.getFirst(), world.known.get(i));
                assertThat(then.isEmpty() ? world.joined.get(i) : numbers(then))
                        .as(run + " as known after change " + i)
                        .isEqualTo(world.joined.get(i));
            }
        }
    }

    private void awaitIdle() {
        ward.awaitConservation();
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(ward.count("outbox")).isZero());
    }

    private List<Episode> episodes(PatientId number) {
        return bench.database().read(sql -> Episodes.of(sql, List.of(number)).getOrDefault(number, List.of()));
    }

    private List<Episode> episodes(PatientId number, Instant knownAt) {
        return bench.database()
                .read(sql -> Episodes.of(sql, List.of(number), knownAt).getOrDefault(number, List.of()));
    }

    private static Set<PatientId> numbers(List<Episode> episodes) {
        var numbers = new TreeSet<PatientId>((a, b) -> a.value().compareTo(b.value()));
        episodes.forEach(episode -> numbers.addAll(episode.numbers().all()));
        return numbers;
    }

    /// The observations in the episodes of some numbers, each in exactly one.
    private Set<String> charts(Set<PatientId> numbers, List<Episode> episodes) {
        var held = new ArrayList<String>();
        for (var number : numbers) {
            bench.database()
                    .read(sql -> sql.list(
                            "select id, effective_at from observation where patient_id = ? and retracted_at is null",
                            row -> Map.entry(row.text("id"), row.instant("effective_at")),
                            number.value()))
                    .forEach(row -> episodes.stream()
                            .filter(episode -> episode.owns(row.getValue()))
                            .forEach(_ -> held.add(row.getKey())));
        }
        assertThat(held).doesNotHaveDuplicates();
        return new TreeSet<>(held);
    }

    /// The last recorded grade of each episode equals the grade of its observations.
    private void toldIsWhatAFoldTells(String run, PatientId number) {
        for (var episode : episodes(number)) {
            var at = episode.last(MonitoredWard.now());
            if (!episode.owns(at)) {
                continue;
            }
            bench.database().execute(sql -> sql.update("delete from checkpoint where episode_id = ?", episode.id()));
            var folded = bench.charts()
                    .report(number, Optional.of(at), Optional.empty())
                    .orElseThrow();
            assertThat(folded.episodeId()).as(run).isEqualTo(episode.id());
            for (var syndrome : Syndrome.values()) {
                assertThat(recordedGrade(episode, syndrome, at))
                        .as("%s, %s of %s", run, syndrome, episode)
                        .isEqualTo(folded.report().of(syndrome).grade());
            }
        }
    }

    private Grade recordedGrade(Episode episode, Syndrome syndrome, Instant at) {
        return bench.database()
                .read(sql -> sql.first(
                        "select grade from grade_change where episode_id = ? and syndrome = ? and superseded_at is null"
                                + " and at <= ? order by at desc, number desc limit 1",
                        row -> row.optionalNumber("grade")
                                .map(grade -> Grade.of(grade.intValue()))
                                .orElse(Grade.UNKNOWN),
                        episode.id(),
                        syndrome.word(),
                        at))
                .orElse(Grade.UNKNOWN);
    }
}
