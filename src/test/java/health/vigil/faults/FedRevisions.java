package health.vigil.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// How often another system corrects a fact, and whether it withdraws it in the end.
///
/// @param values what it says one after the other; the last one stands unless it is withdrawn
/// @param withdrawn the place among the reports at which it is withdrawn, if it is
record FedRevisions<T>(List<T> values, Optional<Integer> withdrawn) {
    FedRevisions {
        values = List.copyOf(values);
    }

    /// One fact in two is corrected once or twice, one in five withdrawn: at last, or before a correction.
    static <T> FedRevisions<T> random(Random random, Supplier<T> value) {
        var values = new ArrayList<T>();
        values.add(value.get());
        for (var more = random.nextInt(4); more > 1; more--) {
            values.add(value.get());
        }
        var withdrawn =
                random.nextInt(5) == 0 ? Optional.of(1 + random.nextInt(values.size())) : Optional.<Integer>empty();
        return new FedRevisions<>(values, withdrawn);
    }

    /// What stands in the end.
    Optional<T> standing() {
        return withdrawn.filter(place -> place == values.size()).isPresent()
                ? Optional.empty()
                : Optional.of(values.getLast());
    }

    /// One report.
    ///
    /// @param value empty if it withdraws
    /// @param number in the order in which the reports are made
    record FedReport<T>(Optional<T> value, int number) {
        boolean isFirst() {
            return number == 0;
        }
    }

    /// All reports, in the order in which they are made.
    List<FedReport<T>> reports() {
        var reports = new ArrayList<FedReport<T>>();
        for (var index = 0; index < values.size(); index++) {
            if (withdrawn.equals(Optional.of(index))) {
                reports.add(new FedReport<>(Optional.empty(), reports.size()));
            }
            reports.add(new FedReport<>(Optional.of(values.get(index)), reports.size()));
        }
        if (withdrawn.equals(Optional.of(values.size()))) {
            reports.add(new FedReport<>(Optional.empty(), reports.size()));
        }
        return reports;
    }
}
