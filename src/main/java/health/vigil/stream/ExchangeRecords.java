package health.vigil.stream;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.SourceNote;
import health.vigil.intake.Subject;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Reads what records say about the messages of other systems.
final class ExchangeRecords {
    private static final int PART_LENGTH = 64;
    private static final int PLACE_LENGTH = 1000;
    private static final Shape<String> PIECE = (value, location) -> Shapes.string()
            .read(value, location)
            .flatMap(text -> decoded(text).or(() -> location.refuse("is not base64")));

    private ExchangeRecords() {}

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The shape of the statement that an observation belongs to.
    ///
    /// @param receivedAt when the record was first received
    static Shape<PartSource> partSource(Instant receivedAt) {
        return Fields.object(fields -> {
            var part = fields.need("part", Shapes.text(PART_LENGTH));
            var expected = fields.may("expectedPatientId", Shapes.patientId());
            var statement = SourceJson.read(fields, receivedAt);
            fields.refuseUnknown();
            return fields.whenSound(() -> new PartSource(statement.orElseThrow(), part.orElseThrow(), expected));
        });
    }

    private static Shape<SourceNote> statement(Instant receivedAt) {
        return Fields.object(fields -> {
            var statement = SourceJson.read(fields, receivedAt);
            fields.refuseUnknown();
            return statement;
        });
    }

    /// Reads a record that is no observation.
    ///
    /// @param kind one that comes from other systems
    static Optional<StreamRecord> read(ControlKind kind, Fields fields, Instant receivedAt, Optional<Author> author) {
        fields.may("kind", Shapes.word(ControlKind.class));
        if (author.isEmpty()) {
            return fields.at("enteredBy").missing();
        }
        return switch (kind) {
            case SOURCE_WITHDRAWN -> sourceWithdrawn(fields, receivedAt, author.get());
            case OBSERVATIONS_WITHDRAWN -> observationsWithdrawn(fields, receivedAt, author.get());
            case FOREIGN -> foreignPiece(fields, receivedAt, author.get());
            case BASELINE_CHANGED,
                    EPISODE_ADMITTED,
                    EPISODE_CORRECTED,
                    EPISODE_VOIDED,
                    DEVICE_REBOUND,
                    PATIENT_MERGED -> throw new IllegalArgumentException(kind + " does not come from another system");
        };
    }

    private static Optional<StreamRecord> sourceWithdrawn(Fields fields, Instant receivedAt, Author author) {
        var patientId = fields.may("patientId", Shapes.patientId());
        var statement = fields.need("source", statement(receivedAt));
        fields.refuseUnknown();
        return fields.whenSound(
                () -> new StreamRecord.SourceWithdrawn(statement.orElseThrow(), patientId, receivedAt, author));
    }

    private static Optional<StreamRecord> observationsWithdrawn(Fields fields, Instant receivedAt, Author author) {
        var patientId = fields.need("patientId", Shapes.patientId());
        var statement = fields.need("source", statement(receivedAt));
        var observations = fields.need("observations", Shapes.list(Shapes.observationId()));
        var moved = fields.may("moved", Shapes.claim()).orElse(false);
        fields.refuseUnknown();
        return fields.whenSound(() -> new StreamRecord.ObservationsWithdrawn(
                statement.orElseThrow(),
                patientId.orElseThrow(),
                observations.orElseThrow(),
                moved,
                receivedAt,
                author));
    }

    private static Optional<StreamRecord> foreignPiece(Fields fields, Instant receivedAt, Author author) {
        var format = fields.need("format", Shapes.word(MessageFormat.class));
        var reason = fields.need("reason", Shapes.word(ForeignReason.class));
        var place = fields.may("place", Shapes.text(PLACE_LENGTH));
        var patient = fields.may("patientId", Shapes.patientId()).<Subject>map(Subject.ByPatient::new);
        var device = fields.may("deviceId", Shapes.deviceId()).<Subject>map(Subject.ByDevice::new);
        var piece = fields.need("bytes", PIECE);
        fields.refuseUnknown();
        return fields.whenSound(() -> new StreamRecord.UnreadPiece(
                format.orElseThrow(),
                reason.orElseThrow(),
                place,
                patient.or(() -> device),
                piece.orElseThrow(),
                receivedAt,
                author));
    }
}
