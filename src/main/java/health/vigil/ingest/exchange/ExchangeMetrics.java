package health.vigil.ingest.exchange;

import health.vigil.exchange.MessageFormat;
import health.vigil.observation.Word;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/// Counts what becomes of the statements of other systems, by sender and never by patient.
@Singleton
class ExchangeMetrics {
    private static final String NO_REASON = "";

    private final MeterRegistry registry;

    ExchangeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String sender, MessageFormat format, List<StatementOutcome> outcomes) {
        for (var outcome : outcomes) {
            switch (outcome) {
                case StatementOutcome.TakenStatement taken ->
                    count(
                            taken.unchanged() ? "vigil.exchange.duplicate" : "vigil.exchange.taken",
                            sender,
                            format,
                            NO_REASON);
                case StatementOutcome.IgnoredStatement(Word reason) ->
                    count("vigil.exchange.ignored", sender, format, reason.word());
                case StatementOutcome.ForeignStatement foreign ->
                    count(
                            "vigil.exchange.foreign",
                            sender,
                            format,
                            foreign.reason().word());
                case StatementOutcome.RefusedStatement _ -> count("vigil.exchange.refused", sender, format, NO_REASON);
            }
        }
    }

    private void count(String name, String sender, MessageFormat format, String reason) {
        registry.counter(name, "sender", sender, "format", format.word(), "reason", reason)
                .increment();
    }
}
