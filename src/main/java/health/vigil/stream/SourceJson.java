package health.vigil.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.SourceNote;
import health.vigil.exchange.SourceRevision;
import health.vigil.exchange.StatementStatus;
import health.vigil.json.Fields;
import health.vigil.json.JsonText;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a record says about the statement of another system that it belongs to, as JSON.
final class SourceJson {
    private static final Shape<String> HASH = Shapes.text(64).where(text -> text.matches("[0-9a-f]{64}"), "is no hash");
    private static final Shape<String> NAME = Shapes.text(200);
    private static final Shape<String> BUSINESS_ID = Shapes.text(4096);
    private static final Shape<PartHash> PART = Fields.object(SourceJson::part);

    private SourceJson() {}

    private record PartHash(String part, String hash) {}

    static ObjectNode tree(SourceNote note) {
        var revision = note.revision();
        var json = JsonText.object()
                .put("key", note.key())
                .put("type", note.type())
                .put("businessId", note.businessId());
        note.logicalId().ifPresent(id -> json.put("logicalId", id));
        json.put("token", note.token()).put("status", revision.status().word());
        if (revision.replaces()) {
            json.put("replaces", true);
        }
        revision.issued().ifPresent(issued -> json.put("issued", issued.toString()));
        revision.effectiveAt().ifPresent(at -> json.put("effectiveAt", at.toString()));
        var codes = json.putArray("codes");
        revision.codes().stream().sorted().forEach(codes::add);
        var parts = json.putArray("parts");
        note.parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> parts.addObject().put("part", part.getKey()).put("hash", part.getValue()));
        return json;
    }

    /// Reads the fields of a statement. Other fields are allowed beside them.
    ///
    /// @param receivedAt when the record was first received
    static Optional<SourceNote> read(Fields fields, Instant receivedAt) {
        var key = fields.need("key", HASH);
        var type = fields.need("type", NAME);
        var businessId = fields.need("businessId", BUSINESS_ID);
        var logicalId = fields.may("logicalId", NAME);
        var token = fields.need("token", HASH);
        var status = fields.need("status", Shapes.word(StatementStatus.class));
        var replaces = fields.may("replaces", Shapes.claim()).orElse(false);
        var issued = fields.may("issued", Shapes.time());
        var effectiveAt = fields.may("effectiveAt", Shapes.time());
        var codes = fields.need("codes", Shapes.list(NAME));
        var parts = fields.need("parts", Shapes.list(PART));
        return fields.whenSound(() -> new SourceNote(
                key.orElseThrow(),
                type.orElseThrow(),
                businessId.orElseThrow(),
                logicalId,
                token.orElseThrow(),
                hashes(parts.orElseThrow()),
                new SourceRevision(
                        status.orElseThrow(),
                        replaces,
                        issued,
                        receivedAt,
                        effectiveAt,
                        Set.copyOf(codes.orElseThrow()))));
    }

    private static Map<String, String> hashes(List<PartHash> parts) {
        var hashes = new HashMap<String, String>();
        parts.forEach(part -> hashes.put(part.part(), part.hash()));
        return hashes;
    }

    private static Optional<PartHash> part(Fields fields) {
        var part = fields.need("part", NAME);
        var hash = fields.need("hash", HASH);
        fields.refuseUnknown();
        return fields.whenSound(() -> new PartHash(part.orElseThrow(), hash.orElseThrow()));
    }
}
