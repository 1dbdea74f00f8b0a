package health.vigil.fhir;

import health.vigil.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text that is kept of resources that a person must read: one resource, or a batch of several that are read
/// together.
final class ForeignPiece {
    private ForeignPiece() {}

    static String of(List<ResourceWrite> writes) {
        return writes.size() == 1 ? JsonText.of(writes.getFirst().resource()) : batch(writes);
    }

    private static String batch(List<ResourceWrite> writes) {
        var bundle = JsonText.object().put("resourceType", "Bundle").put("type", "batch");
        var entries = bundle.putArray("entry");
        for (var write : writes) {
            var entry = entries.addObject();
            write.fullUrl().ifPresent(url -> entry.put("fullUrl", url));
            var put = write.logicalId().isPresent();
            entry.putObject("request")
                    .put("method", put ? "PUT" : "POST")
                    .put(
                            "url",
                            write.type() + write.logicalId().map(id -> "/" + id).orElse(""));
            entry.set("resource", write.resource());
        }
        return JsonText.of(bundle);
    }

    static int bytes(String piece) {
        return piece.getBytes(StandardCharsets.UTF_8).length;
    }
}
