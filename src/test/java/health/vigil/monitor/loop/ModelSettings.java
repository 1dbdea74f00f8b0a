package health.vigil.monitor.loop;

import java.time.Duration;

/// The settings of simulated members.
record ModelSettings() implements MonitorSettings {
    @Override
    public String group() {
        return "model";
    }

    @Override
    public int batchSize() {
        return 7;
    }

    @Override
    public Duration gather() {
        return Duration.ZERO;
    }

    @Override
    public Duration turn() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration session() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration hang() {
        return Duration.ofSeconds(45);
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration longestRest() {
        return Duration.ofSeconds(5);
    }
}
