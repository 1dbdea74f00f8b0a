package health.vigil.api.episodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.Body;
import health.vigil.api.Json;
import java.time.Instant;
import java.util.Optional;

/// One station of the journey as it was charted.
record Station(Phase phase, Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<String> note) {
    static Optional<Station> read(Body body) {
        var phase = body.required("phase", body.word("phase", Phase.class));
        var startedAt = body.time("startedAt");
        var endedAt = body.time("endedAt");
        if (startedAt.isPresent() && endedAt.filter(startedAt.get()::isAfter).isPresent()) {
            body.wrong("endedAt", "must not be before startedAt");
        }
        var note = body.text("note", Admission.LONGEST_NOTE);
        body.complete();
        return phase.map(known -> new Station(known, startedAt, endedAt, note));
    }

    ObjectNode json() {
        var json = Json.object().put("phase", phase.word());
        startedAt.ifPresent(at -> json.put("startedAt", at.toString()));
        endedAt.ifPresent(at -> json.put("endedAt", at.toString()));
        note.ifPresent(text -> json.put("note", text));
        return json;
    }
}
