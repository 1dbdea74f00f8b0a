package health.vigil.ingest.hl7;

import health.vigil.access.User;
import health.vigil.exchange.Fate;
import health.vigil.exchange.StayReport;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.exchange.ExchangeReceipt;
import health.vigil.ingest.exchange.SentStatement;
import health.vigil.ingest.exchange.StatementOutcome;
import health.vigil.ingest.exchange.StayOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Keeps what messages say, and answers as a test asks.
final class RecordedSink implements MessageSink {
    final List<SentStatement> statements = new ArrayList<>();
    final List<StayReport> stays = new ArrayList<>();
    final List<Arrival> arrivals = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    int open;
    boolean full;
    Function<List<SentStatement>, ExchangeReceipt> receipt = RecordedSink::decided;
    Runnable beforeStays = () -> {};
    StayOutcome ofStays = StayOutcome.KEPT;

    /// Everything is kept as it was read.
    static ExchangeReceipt decided(List<SentStatement> sent) {
        return new ExchangeReceipt.DecidedMessage(sent.stream()
                .map(each -> switch (each.statement().fate()) {
                    case Fate.Taken(var _, var cautions, var _) ->
                        (StatementOutcome) new StatementOutcome.TakenStatement(Optional.empty(), false, cautions);
                    case Fate.Ignored(var reason) -> new StatementOutcome.IgnoredStatement(reason);
                    case Fate.Foreign(var reason, var place, var _) ->
                        new StatementOutcome.ForeignStatement(reason, place);
                })
                .toList());
    }

    /// One outcome for each statement.
    static Function<List<SentStatement>, ExchangeReceipt> each(StatementOutcome outcome) {
        return sent -> new ExchangeReceipt.DecidedMessage(
                sent.stream().map(_ -> outcome).toList());
    }

    @Override
    public void heard(User sender) {
        heard.add(sender.username());
    }

    @Override
    public void refused(User sender) {
        refused.add(sender.username());
    }

    @Override
    public Optional<MessageRoom> enter(int bytes) {
        if (full) {
            return Optional.empty();
        }
        open++;
        return Optional.of(new RecordedRoom());
    }

    private final class RecordedRoom implements MessageRoom {
        @Override
        public ExchangeReceipt accept(Arrival arrival, List<SentStatement> sent) {
            arrivals.add(arrival);
            statements.addAll(sent);
            return receipt.apply(sent);
        }

        @Override
        public List<StayOutcome> report(Arrival arrival, List<StayReport> reports) {
            beforeStays.run();
            stays.addAll(reports);
            return reports.stream().map(_ -> ofStays).toList();
        }

        @Override
        public void close() {
            open--;
        }
    }
}
