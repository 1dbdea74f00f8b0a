package health.vigil.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The works by name.
enum BenchWork {
    SINGLES(new SinglesWork()),
    NDJSON(new NdjsonWork()),
    GRADES(new GradesWork()),
    BOARD(new BoardWork()),
    ALERTS(new AlertsWork()),
    REST(new RestWork()),
    START(new StartWork()),
    BYTES(new BytesWork()),
    FLAT(new PatientsWork(), new StoredWork()),
    NEIGHBOURS(new NeighboursWork()),
    EXCHANGE(new ExchangeWork());

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Work> parts;

    BenchWork(Work... parts) {
        this.parts = List.of(parts);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Each is measured on a service of its own.
    List<Work> parts() {
        return parts;
    }

    static BenchWork of(String word) {
        return Arrays.stream(values())
                .filter(work -> work.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no work: " + word + "; there are "
                        + Arrays.stream(values()).map(BenchWork::word).collect(Collectors.joining(" "))));
    }
}
