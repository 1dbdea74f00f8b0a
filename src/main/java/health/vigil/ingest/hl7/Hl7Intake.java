package health.vigil.ingest.hl7;

import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.Statement;
import health.vigil.hl7.AckError;
import health.vigil.hl7.AckOutcome;
import health.vigil.hl7.AckReply;
import health.vigil.hl7.ErrorCode;
import health.vigil.hl7.Hl7Batch;
import health.vigil.hl7.Hl7Header;
import health.vigil.hl7.Hl7Reader;
import health.vigil.hl7.Hl7Result;
import health.vigil.hl7.MllpDecoder;
import health.vigil.ingest.Arrival;
import health.vigil.ingest.exchange.ExchangeReceipt;
import health.vigil.ingest.exchange.SentStatement;
import health.vigil.ingest.hl7.MessageSink.MessageRoom;
import health.vigil.store.DatabaseFailure;
import health.vigil.trace.Trace;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Answers frames. A message is acknowledged only after Kafka, or for stays the database, has all of it. If a
/// fault of ours prevents that, there is no answer: senders take a negative one as final, and repeat only after
/// silence.
@Singleton
class Hl7Intake implements FrameHandler {
    private static final Logger LOG = Logger.getLogger(Hl7Intake.class);
    private static final String APPLICATION = "VIGIL";
    private static final int MOST_MESSAGES = 1000;
    private static final int RADIX = 36;

    private final MessageSink sink;
    private final RefusalNotes refusals;
    private final Hl7Metrics metrics;
    /// The ids of our answers go on rising after a restart.
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() << 16);

    Hl7Intake(MessageSink sink, RefusalNotes refusals, Hl7Metrics metrics) {
        this.sink = sink;
        this.refusals = refusals;
        this.metrics = metrics;
    }

    /// What became of one message.
    private sealed interface MessageOutcome {
        /// @param answer empty if the sender wants none
        record Answered(Optional<byte[]> answer, boolean close) implements MessageOutcome {}

        record NotProcessed() implements MessageOutcome {}

        /// A refused message whose header cannot be read. Alone it closes the connection; in a batch it is
        /// answered, because its sender would repeat the whole batch.
        ///
        /// @param answer one byte is one character
        record RefusedWithoutHeader(String answer) implements MessageOutcome {}
    }

    @Override
    public MllpReply reply(MllpPeer peer, byte[] frame) {
        return Hl7Batch.read(frame).map(batch -> batch(peer, batch)).orElseGet(() -> switch (message(
                peer, frame, Optional.empty())) {
            case MessageOutcome.NotProcessed _, MessageOutcome.RefusedWithoutHeader _ -> new MllpReply.Unanswered();
            case MessageOutcome.Answered(var answer, var close) ->
                answer.<MllpReply>map(text -> new MllpReply.AckFrame(framed(text), close))
                        .orElseGet(MllpReply.NoAnswerWanted::new);
        });
    }

    /// Its sender would repeat it after silence, so it is refused if its beginning says what it is.
    @Override
    public MllpReply tooLarge(MllpPeer peer, byte[] beginning) {
        var text = "The frame is too large";
        return Hl7Batch.read(beginning)
                .map(batch -> wholeBatch(peer, batch, text))
                .orElseGet(() -> Hl7Reader.header(beginning)
                        .flatMap(header -> rejected(peer.senders().of(beginning), header, text))
                        .<MllpReply>map(answer -> new MllpReply.AckFrame(framed(answer), true))
                        .orElseGet(() -> unanswered(peer.senders().name())));
    }

    private static Buffer framed(byte[] text) {
        return Buffer.buffer(MllpDecoder.framed(text));
    }

    /// One answer for all messages of a batch. It names the first one.
    private MllpReply wholeBatch(MllpPeer peer, Hl7Batch batch, String text) {
        var first = batch.messages().isEmpty()
                ? new byte[0]
                : batch.messages().getFirst().bytes();
        var header = Hl7Reader.header(first).orElse(Hl7Header.UNREADABLE);
        var answer = rejected(peer.senders().of(first), header, text).stream()
                .map(Hl7Intake::characters)
                .toList();
        return new MllpReply.AckFrame(framed(Hl7Batch.answer(answer).getBytes(StandardCharsets.ISO_8859_1)), true);
    }

    private Optional<byte[]> rejected(Hl7Sender sender, Hl7Header header, String text) {
        var error = AckError.of(ErrorCode.INTERNAL, text);
        metrics.refused(sender.name(), error.code());
        LOG.infof("A frame of %s is refused: %s", sender.name(), text);
        return answer(sender, header, new MessageAnswer(AckOutcome.REJECT, Optional.empty(), List.of(error)));
    }

    /// All messages of a batch, in order. If one of them is not processed, the sender repeats the whole batch.
    private MllpReply batch(MllpPeer peer, Hl7Batch batch) {
        if (batch.messages().size() > MOST_MESSAGES) {
            return wholeBatch(peer, batch, "The batch has more than " + MOST_MESSAGES + " messages");
        }
        var answers = new ArrayList<String>();
        var close = false;
        for (int index = 0; index < batch.messages().size(); index++) {
            var last = index == batch.messages().size() - 1;
            var warning = last && !batch.complete()
                    ? Optional.of(new AckError(
                            Optional.of("BTS[1].1"),
                            ErrorCode.DATA_TYPE,
                            true,
                            "The batch has another number of messages than BTS-1 says"))
                    : Optional.<AckError>empty();
            switch (message(peer, batch.messages().get(index).bytes(), warning)) {
                case MessageOutcome.NotProcessed _ -> {
                    return new MllpReply.Unanswered();
                }
                case MessageOutcome.RefusedWithoutHeader(var answer) -> answers.add(answer);
                case MessageOutcome.Answered(var answer, var closing) -> {
                    answer.map(Hl7Intake::characters).ifPresent(answers::add);
                    close |= closing;
                }
            }
        }
        return answers.isEmpty() && !batch.messages().isEmpty()
                ? new MllpReply.NoAnswerWanted()
                : new MllpReply.AckFrame(framed(Hl7Batch.answer(answers).getBytes(StandardCharsets.ISO_8859_1)), close);
    }

    /// One byte is one character here, so that each answer of a batch keeps its own character set.
    private static String characters(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1);
    }

    private MessageOutcome message(MllpPeer peer, byte[] bytes, Optional<AckError> warning) {
        var sender = peer.senders().of(bytes);
        var room = sink.enter(bytes.length);
        if (room.isEmpty()) {
            return notProcessed(sender);
        }
        try (var held = room.get()) {
            return message(new MessageArrival(peer, sender, Instant.now()), bytes, held, warning);
        } catch (DatabaseFailure failure) {
            LOG.warnf("A message of %s is not processed: %s", sender.name(), failure.getMessage());
            return failure.refusedData() ? unprocessable(sender, bytes) : notProcessed(sender);
        }
    }

    /// Data that the database refuses would be refused again, so the sender must not repeat it.
    private MessageOutcome unprocessable(Hl7Sender sender, byte[] bytes) {
        sink.refused(sender.user());
        return new MessageOutcome.Answered(
                Hl7Reader.header(bytes)
                        .flatMap(header -> answer(
                                sender,
                                header,
                                new MessageAnswer(
                                        AckOutcome.ERROR,
                                        Optional.empty(),
                                        List.of(AckError.of(ErrorCode.INTERNAL, "The message cannot be processed"))))),
                false);
    }

    /// One message that has arrived.
    private record MessageArrival(MllpPeer peer, Hl7Sender sender, Instant receivedAt) {
        Arrival arrival() {
            return new Arrival(sender.user(), peer.address(), receivedAt, Trace.NONE);
        }
    }

    private MessageOutcome message(MessageArrival message, byte[] bytes, MessageRoom room, Optional<AckError> warning) {
        return switch (read(message, bytes)) {
            case Hl7Result.RefusedMessage refused -> refused(message, refused);
            case Hl7Result.AckMessage _ -> {
                sink.heard(message.sender().user());
                metrics.acknowledgement(message.sender().name());
                yield new MessageOutcome.Answered(Optional.empty(), false);
            }
            case Hl7Result.NothingOfOurs(var header, var _) ->
                answered(message, header, MessageAnswer.ACCEPTED, warning);
            case Hl7Result.Stays(var header, var reports) -> {
                var answer = MessageAnswer.toStays(room.report(message.arrival(), reports));
                noteForbidden(message, answer);
                yield answered(message, header, answer, warning);
            }
            case Hl7Result.OfResults(var header, var statements, var _) ->
                switch (room.accept(message.arrival(), sent(statements, message.receivedAt()))) {
                    case ExchangeReceipt.DecidedMessage(var outcomes) -> {
                        var answer = MessageAnswer.to(outcomes);
                        noteForbidden(message, answer);
                        yield answered(message, header, answer, warning);
                    }
                    case ExchangeReceipt.Unacknowledged _,
                            ExchangeReceipt.DatabaseUnreachable _,
                            ExchangeReceipt.SenderOverBudget _ -> notProcessed(message.sender());
                };
        };
    }

    /// A fault of ours in reading would occur again with each repetition, so it is answered.
    private static Hl7Result read(MessageArrival message, byte[] bytes) {
        try {
            return message.sender().reader().read(bytes, message.receivedAt());
        } catch (RuntimeException fault) {
            LOG.errorf(
                    "A message of %s cannot be read: %s",
                    message.sender().name(), fault.getClass().getSimpleName());
            return new Hl7Result.RefusedMessage(
                    Hl7Reader.header(bytes),
                    AckOutcome.ERROR,
                    AckError.of(ErrorCode.INTERNAL, "The message cannot be read"),
                    false);
        }
    }

    private static List<SentStatement> sent(List<Statement> statements, Instant receivedAt) {
        return statements.stream()
                .map(statement -> SentStatement.of(statement, new RevisionMark.ReceivedAt(receivedAt)))
                .toList();
    }

    private MessageOutcome refused(MessageArrival message, Hl7Result.RefusedMessage refused) {
        var sender = message.sender();
        var error = refused.error();
        metrics.refused(sender.name(), error.code());
        // A wrong setting refuses every message of a feed, so only what ends a connection is logged each time.
        LOG.logf(
                refused.close() ? Logger.Level.INFO : Logger.Level.DEBUG,
                "A message of %s is refused (%s, %d): %s",
                sender.name(),
                refused.header().map(Hl7Intake::type).orElse("no header"),
                error.code().number(),
                error.text());
        if (refused.close()) {
            note(message, error.text());
        } else {
            sink.refused(sender.user());
        }
        var answer = new MessageAnswer(refused.outcome(), Optional.empty(), List.of(error));
        return refused.header()
                .<MessageOutcome>map(
                        header -> new MessageOutcome.Answered(answer(sender, header, answer), refused.close()))
                .orElseGet(() -> answer(sender, Hl7Header.UNREADABLE, answer)
                        .<MessageOutcome>map(text -> new MessageOutcome.RefusedWithoutHeader(characters(text)))
                        .orElseGet(MessageOutcome.NotProcessed::new));
    }

    /// The type for the log, if it is one.
    private static String type(Hl7Header header) {
        return header.type().matches("[A-Z]{3}") ? header.type() : "another type";
    }

    private void noteForbidden(MessageArrival message, MessageAnswer answer) {
        answer.errors().stream()
                .filter(error -> error.code() == ErrorCode.UNKNOWN_KEY)
                .findFirst()
                .ifPresent(error -> note(message, error.text()));
    }

    private void note(MessageArrival message, String reason) {
        refusals.note(Optional.of(message.sender().user()), message.peer().address(), reason);
    }

    private MessageOutcome answered(
            MessageArrival message, Optional<Hl7Header> header, MessageAnswer answer, Optional<AckError> warning) {
        sink.heard(message.sender().user());
        var whole = warning.map(answer::with).orElse(answer);
        return new MessageOutcome.Answered(header.flatMap(known -> answer(message.sender(), known, whole)), false);
    }

    private Optional<byte[]> answer(Hl7Sender sender, Hl7Header header, MessageAnswer answer) {
        return new AckReply(APPLICATION, Long.toString(ids.incrementAndGet(), RADIX), Instant.now())
                .to(header, sender.settings().messages().ack(), answer.outcome(), answer.text(), answer.errors())
                .map(text -> text.getBytes(header.encoding()));
    }

    private MessageOutcome notProcessed(Hl7Sender sender) {
        metrics.unanswered(sender.name());
        return new MessageOutcome.NotProcessed();
    }

    private MllpReply unanswered(String sender) {
        metrics.unanswered(sender);
        return new MllpReply.Unanswered();
    }
}
