package health.vigil.bench;

import java.util.List;
import java.util.stream.DoubleStream;

/// One value of each run, sorted.
record Runs(List<Double> values) {
    Runs {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no run");
        }
        values = values.stream().sorted().toList();
    }

    static Runs of(DoubleStream values) {
        return new Runs(values.boxed().toList());
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double least() {
        return values.getFirst();
    }

    double most() {
        return values.getLast();
    }
}
