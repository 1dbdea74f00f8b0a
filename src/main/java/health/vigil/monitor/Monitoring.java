package health.vigil.monitor;

import jakarta.enterprise.context.ApplicationScoped;

/// What a reader works with.
@ApplicationScoped
class Monitoring {
    private final MonitorConfig config;
    private final TopicFacts topic;
    private final Claims claims;
    private final Batches batches;
    private final TimerRounds timers;
    private final MonitorMetrics metrics;
    private final LawWatch laws;

    Monitoring(
            MonitorConfig config,
            TopicFacts topic,
            Claims claims,
            Batches batches,
            TimerRounds timers,
            MonitorMetrics metrics,
            LawWatch laws) {
        this.config = config;
        this.topic = topic;
        this.claims = claims;
        this.batches = batches;
        this.timers = timers;
        this.metrics = metrics;
        this.laws = laws;
    }

    MonitorConfig config() {
        return config;
    }

    TopicFacts topic() {
        return topic;
    }

    Claims claims() {
        return claims;
    }

    Batches batches() {
        return batches;
    }

    TimerRounds timers() {
        return timers;
    }

    MonitorMetrics metrics() {
        return metrics;
    }

    LawWatch laws() {
        return laws;
    }
}
